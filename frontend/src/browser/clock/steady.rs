//! A clock that never runs backwards and counts sleep, from two that do not.
//!
//! `performance.now()` is smooth, but on some systems it stands still while the
//! device sleeps (W3C High Resolution Time, section 8, lets it). The wall clock
//! goes on, but people and time servers set it. So the smooth one leads, and when
//! the wall clock has gained more than [`SLEEP_NOTICED_MS`] on it, that gain is
//! taken for sleep. A wall clock that was set forward looks the same; all that
//! follows is one probe of the link.

use shared::moment::Moment;

/// Above what a time server's corrections and the clocks' roundings come to, below
/// any sleep that matters to a link.
const SLEEP_NOTICED_MS: f64 = 2_000.0;

/// See the module.
#[derive(Debug)]
pub(super) struct Steady {
    /// Wall time minus smooth time, as of the last look.
    wall_lead_ms: f64,
    /// Sleep that the smooth clock did not count, minus where it began.
    added_ms: f64,
    /// The last answer.
    last: Moment,
}

impl Steady {
    /// Starts at zero.
    pub(super) fn new(smooth_ms: f64, wall_ms: f64) -> Self {
        Self {
            wall_lead_ms: wall_ms - smooth_ms,
            added_ms: -smooth_ms,
            last: Moment(0),
        }
    }

    /// The time now, from what both clocks say.
    pub(super) fn read(&mut self, smooth_ms: f64, wall_ms: f64) -> Moment {
        let lead_ms = wall_ms - smooth_ms;
        let gained_ms = lead_ms - self.wall_lead_ms;
        if gained_ms > SLEEP_NOTICED_MS {
            self.added_ms += gained_ms;
        }
        if gained_ms.abs() > SLEEP_NOTICED_MS {
            self.wall_lead_ms = lead_ms;
        }
        let read = Moment((smooth_ms + self.added_ms).max(0.0) as u64);
        self.last = self.last.max(read);
        self.last
    }
}

#[cfg(test)]
mod tests;
