//! How long to wait before the next try: exponential with full jitter, so that the
//! clients of a server that restarts do not come back in step. Chance is a seed
//! that the driver gives; the same seed waits the same.

use serde::{Deserialize, Serialize};

/// The first wait is at most this long.
pub(crate) const BASE_MS: u64 = 500;

/// No wait is longer: a person looks at the countdown.
pub(crate) const CAP_MS: u64 = 20_000;

/// A small generator of numbers (`SplitMix64`). Spreads tries; protects nothing.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to `bound`, both included.
    pub(crate) fn up_to(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        mixed.checked_rem(bound.saturating_add(1)).unwrap_or(mixed)
    }
}

/// The longest wait before try number `attempt` (0 is the first repeat).
pub(crate) fn ceiling_ms(attempt: u32) -> u64 {
    // Beyond six doublings the cap holds anyway.
    (BASE_MS << attempt.min(6)).min(CAP_MS)
}

/// A wait before try number `attempt`: anything from nothing to its ceiling.
pub(crate) fn delay_ms(attempt: u32, chance: &mut Chance) -> u64 {
    chance.up_to(ceiling_ms(attempt))
}

#[cfg(test)]
mod tests;
