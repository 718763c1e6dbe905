//! What the machine is told of where the reader is: often enough that it never lets go of
//! a line near them, and not at every movement. Pure: [`super::place`] says where they are.

use chat_client::timeline::READING_NEAR;
use chat_client::{Reading, Stretch};

/// Told again once the screen is so many numbers away from what was told: the machine keeps
/// [`READING_NEAR`] entries on either side.
const TOLD_EVERY: u64 = READING_NEAR as u64 / 4;

/// Where the reader is, and what was told of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    now: Option<Reading>,
    told: Option<Reading>,
}

/// How exactly the machine has to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exactly {
    /// What comes by itself may be let go of.
    Nearly,
    /// Lines come that were asked for.
    Quite,
}

impl Told {
    /// The reader is there.
    pub(super) fn see(&mut self, reading: Reading) {
        self.now = Some(reading);
    }

    /// The machine went somewhere by itself: it is told anew.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// What is to be told now. Takes it as told.
    pub(super) fn take(&mut self, exactly: Exactly) -> Option<Reading> {
        let now = self.now?;
        let is_near = match (self.told, exactly) {
            (Some(told), Exactly::Nearly) => is_near(told, now),
            (told, Exactly::Quite) => told == Some(now),
            (None, Exactly::Nearly) => false,
        };
        if is_near {
            return None;
        }
        self.told = Some(now);
        Some(now)
    }
}

fn is_near(told: Reading, now: Reading) -> bool {
    match (told, now) {
        (Reading::End, Reading::End) => true,
        (Reading::Lines(told), Reading::Lines(now)) => {
            let is_near = |a: Stretch, b: Stretch| {
                a.first.0.abs_diff(b.first.0) < TOLD_EVERY
                    && a.last.0.abs_diff(b.last.0) < TOLD_EVERY
            };
            is_near(told, now)
        }
        (Reading::End, Reading::Lines(_)) | (Reading::Lines(_), Reading::End) => false,
    }
}

#[cfg(test)]
mod tests;
