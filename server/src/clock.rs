//! The two clocks of a server: a monotonic one that decides, and wall time that is
//! only shown.
//!
//! Machines are handed a [`Moment`] and never ask for one; this is where it comes
//! from. It counts from the making of the clock, so it starts near zero and never
//! runs backwards.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use shared::moment::{Moment, Timestamp};
use tokio::time::Instant;

/// Source of both times. Copies agree with each other.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    started: Instant,
}

impl Clock {
    /// A clock that starts now.
    #[must_use]
    pub fn start() -> Self {
        Self {
            started: Instant::now(),
        }
    }

    /// Milliseconds since the clock started.
    #[must_use]
    pub fn now(&self) -> Moment {
        let ms = self.started.elapsed().as_millis();
        Moment(u64::try_from(ms).unwrap_or(u64::MAX))
    }

    /// The runtime's instant at which `now()` will have reached `moment`.
    #[must_use]
    pub fn instant_of(&self, moment: Moment) -> Instant {
        self.started + Duration::from_millis(moment.0)
    }
}

/// The day of a time in UTC, as `2026-11-26`: counted by eras of 400 years, which all have
/// the same number of days.
#[must_use]
pub fn date_of(at: Timestamp) -> String {
    const DAY_MS: u64 = 24 * 60 * 60 * 1_000;
    /// From the first of March of the year 0, with which an era begins, to 1970.
    const DAYS_TO_1970: u64 = 719_468;
    const DAYS_OF_ERA: u64 = 146_097;
    let days = at.0 / DAY_MS + DAYS_TO_1970;
    let (era, day) = (days / DAYS_OF_ERA, days % DAYS_OF_ERA);
    // Without the leap days that came before.
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    // Five months from March on have 153 days, wherever one begins.
    let month = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month + 2) / 5 + 1;
    let (month, turn) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    let year = 400 * era + year + turn;
    format!("{year:04}-{month:02}-{day_of_month:02}")
}

/// Wall time, for people's eyes. Zero on a machine whose clock is before 1970.
#[must_use]
pub fn wall_time() -> Timestamp {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Timestamp(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests;
