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

/// Wall time, for people's eyes. Zero on a machine whose clock is before 1970.
#[must_use]
pub fn wall_time() -> Timestamp {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Timestamp(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}
