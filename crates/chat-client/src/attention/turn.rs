//! How long a device waits before it asks to be the one that tells: the one that was used
//! last asks first, and one that can only sound asks after those that show something.

use super::TELL_AFTER_MS;

/// Between one device's question and the next one's, in milliseconds: longer than a question
/// takes to the server and back on a slow network.
const TURN_MS: u32 = 1_000;

/// How long ago devices were used that wait for no turn, one, two; all others wait for three.
/// Coarse: a page says every 30 s at most that it is used.
const USED_WITHIN_MS: [u64; 3] = [60_000, 10 * 60_000, 60 * 60_000];

/// As much as a device that was never used.
const TURNS_OF_SOUND: u32 = 4;

/// A device that would tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Device {
    /// How long ago somebody did something there, in milliseconds; none if that was never.
    pub used_ago_ms: Option<u64>,
    /// It shows notifications; otherwise it sounds.
    pub shows: bool,
}

impl Device {
    /// How long it waits after something came, in milliseconds.
    #[must_use]
    pub fn tells_after_ms(self) -> u32 {
        let is_longer = |within: &&u64| self.used_ago_ms.is_none_or(|ago| ago > **within);
        let by_use: u32 = USED_WITHIN_MS
            .iter()
            .filter(is_longer)
            .map(|_| TURN_MS)
            .sum();
        let by_means = if self.shows {
            0
        } else {
            TURNS_OF_SOUND * TURN_MS
        };
        TELL_AFTER_MS + by_use + by_means
    }
}

#[cfg(test)]
mod tests {
    use super::{Device, TELL_AFTER_MS};

    #[test]
    fn the_device_that_was_used_last_asks_first_and_one_that_only_sounds_last() {
        let after = |used_ago_ms, shows| {
            let device = Device { used_ago_ms, shows };
            device.tells_after_ms() - TELL_AFTER_MS
        };
        let waits = [
            after(Some(0), true),
            after(Some(60_001), true),
            after(Some(3_600_000), true),
            after(None, true),
            after(Some(0), false),
            after(None, false),
        ];
        assert_eq!(waits, [0, 1_000, 2_000, 3_000, 4_000, 7_000]);
    }
}
