//! How fast and how well-behaved a client is: reading slows down first, then writes
//! are refused, then the connection ends.
//!
//! Three steps. A client over its rate is read more slowly, so that TCP pushes back
//! and nothing is lost. One that stays over it for [`THROTTLED_TOO_LONG_MS`] has
//! its writes refused with a time to come back. One that writes on after it must
//! have heard of that breaks the rules, as one does that sends what cannot be read;
//! the patience for those is [`MALFORMED_MAX`].

use shared::limits::{FRAMES_BURST, FRAMES_PER_SECOND, MALFORMED_FORGIVEN_EVERY_MS, MALFORMED_MAX};
use shared::moment::Moment;

use crate::rate::{Bucket, Rate, RateLimit, Taken};

/// Slowed down for this long without a break, a client's writes are refused. Three
/// hundred messages leave an outbox in this time, which is more than a person types.
pub const THROTTLED_TOO_LONG_MS: u64 = 10_000;

/// When a refused write may come again: a second without frames refills a second's
/// worth of them.
pub const TOO_FAST_RETRY_AFTER_MS: u32 = 1_000;

/// After the first `too_fast`, writes that still come within this time were on
/// their way already. A full window of requests takes 1.6 s to be read at the rate;
/// the rest is for a slow phone's round trip. Later ones count as abuse.
pub const TOO_FAST_HEARD_WITHIN_MS: u64 = 5_000;

const FRAMES: Rate = Rate {
    tokens: FRAMES_PER_SECOND,
    every_ms: 1_000,
    burst: FRAMES_BURST,
};

const BROKEN_RULES: Rate = Rate {
    tokens: 1,
    every_ms: MALFORMED_FORGIVEN_EVERY_MS as u32,
    burst: MALFORMED_MAX,
};

/// The pace of one connection.
#[derive(Debug)]
pub(super) struct Pace {
    frames: Bucket,
    broken_rules: Bucket,
    throttled_since: Option<Moment>,
    limit: RateLimit,
}

/// Whether a write may pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Write {
    Pass,
    /// Refuse it.
    TooFast,
    /// Refuse it, and hold it against the client.
    Abuse,
}

/// Whether the connection may go on after a broken rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patience {
    Left,
    AtAnEnd,
}

impl Pace {
    pub(super) fn new(limit: RateLimit) -> Self {
        Self {
            frames: Bucket::default(),
            broken_rules: Bucket::default(),
            throttled_since: None,
            limit,
        }
    }

    /// A frame of any kind came. It is served; the answer says until when the next
    /// has to wait, if it has to.
    pub(super) fn frame(&mut self, now: Moment) -> Option<Moment> {
        if self.limit == RateLimit::Off {
            return None;
        }
        self.frames.take_or_owe(now, FRAMES);
        let pause = self.pause(now);
        match pause {
            Some(_) => self.throttled_since = self.throttled_since.or(Some(now)),
            None => self.throttled_since = None,
        }
        pause
    }

    /// Until when the next frame has to wait.
    pub(super) fn pause(&self, now: Moment) -> Option<Moment> {
        let next = self.frames.next_token_at(now, FRAMES);
        (next > now).then_some(next)
    }

    pub(super) fn write(&self, now: Moment) -> Write {
        let throttled_ms = self.throttled_since.map_or(0, |since| now.ms_since(since));
        if throttled_ms <= THROTTLED_TOO_LONG_MS {
            Write::Pass
        } else if throttled_ms <= THROTTLED_TOO_LONG_MS + TOO_FAST_HEARD_WITHIN_MS {
            Write::TooFast
        } else {
            Write::Abuse
        }
    }

    pub(super) fn broke_a_rule(&mut self, now: Moment) -> Patience {
        match self.broken_rules.take(now, BROKEN_RULES) {
            Taken::Yes => Patience::Left,
            Taken::No => Patience::AtAnEnd,
        }
    }
}
