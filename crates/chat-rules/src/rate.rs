//! A token bucket in integers: bursts are free, a rate holds for long.
//!
//! The whole bucket is one number, the time at which it would be full again if
//! nothing were taken (the generic cell rate algorithm of ITU-T I.371). Time is
//! counted in fractions of a millisecond that make one token a whole number, so
//! nothing is rounded and nothing drifts, however often the bucket is asked.

use shared::moment::Moment;

/// Whether a machine holds its client to a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateLimit {
    /// As `shared::limits` says.
    On,
    /// Never. For benchmarks, which are faster than people.
    Off,
}

/// How fast a bucket fills, and how much it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Tokens that come back in `every_ms`; at least 1.
    pub tokens: u32,
    /// Milliseconds in which `tokens` come back; at least 1.
    pub every_ms: u32,
    /// Tokens in a full bucket; at least 1.
    pub burst: u32,
}

impl Rate {
    /// One token costs this many units; `tokens` units come back each millisecond.
    const fn cost(self) -> u64 {
        self.every_ms as u64
    }

    const fn capacity(self) -> u64 {
        self.burst as u64 * self.every_ms as u64
    }

    const fn units_at(self, now: Moment) -> u64 {
        now.0.saturating_mul(self.tokens as u64)
    }
}

/// Whether a token was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Taken {
    /// A token was taken.
    Yes,
    /// There was none, and nothing was taken.
    No,
}

/// A bucket. Starts full. Always used with the same [`Rate`], which is kept by the
/// caller so that a bucket is eight bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bucket {
    /// When the bucket is full again, in units of `Rate::units_at`.
    full_at: u64,
}

impl Bucket {
    /// Takes a token if there is one.
    pub fn take(&mut self, now: Moment, rate: Rate) -> Taken {
        if self.missing(now, rate) + rate.cost() > rate.capacity() {
            return Taken::No;
        }
        self.full_at = self
            .full_at
            .max(rate.units_at(now))
            .saturating_add(rate.cost());
        Taken::Yes
    }

    /// Takes a token even where there is none: the bucket then owes it. It never
    /// owes more than one burst, so that the time to pay stays bounded.
    pub fn take_or_owe(&mut self, now: Moment, rate: Rate) {
        let most = rate.units_at(now).saturating_add(2 * rate.capacity());
        let full_at = self
            .full_at
            .max(rate.units_at(now))
            .saturating_add(rate.cost());
        self.full_at = full_at.min(most);
    }

    /// The earliest moment at which a token is there; `now` if one is.
    #[must_use]
    pub fn next_token_at(&self, now: Moment, rate: Rate) -> Moment {
        let over = (self.missing(now, rate) + rate.cost()).saturating_sub(rate.capacity());
        now.plus_ms(over.div_ceil(u64::from(rate.tokens)))
    }

    /// Whether nothing is missing: it is as good as a new one.
    #[must_use]
    pub fn is_full(self, now: Moment, rate: Rate) -> bool {
        self.missing(now, rate) == 0
    }

    fn missing(self, now: Moment, rate: Rate) -> u64 {
        self.full_at.saturating_sub(rate.units_at(now))
    }
}

#[cfg(test)]
mod tests;
