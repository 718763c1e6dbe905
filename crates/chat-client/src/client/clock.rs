//! Wall time, which is only shown: this device's, and how far the server's is off.

use serde::{Deserialize, Serialize};
use shared::moment::{Moment, Timestamp};

/// Wall time at one moment, from which every other follows.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Clock {
    at: Moment,
    wall: Timestamp,
    offset_ms: i64,
}

impl Clock {
    pub(super) fn new(at: Moment, wall: Timestamp) -> Self {
        Self {
            at,
            wall,
            offset_ms: 0,
        }
    }

    /// By this device.
    pub(super) fn device(&self, now: Moment) -> Timestamp {
        Timestamp(self.wall.0.saturating_add(now.ms_since(self.at)))
    }

    /// By the server, as far as known.
    pub(super) fn server(&self, now: Moment) -> Timestamp {
        Timestamp(self.device(now).0.saturating_add_signed(self.offset_ms))
    }

    /// The server said what time it is.
    pub(super) fn set(&mut self, now: Moment, server: Timestamp) {
        let device = i128::from(self.device(now).0);
        let offset = i128::from(server.0) - device;
        self.offset_ms = i64::try_from(offset).unwrap_or(0);
    }

    /// The server's clock minus this device's.
    pub(super) fn offset_ms(&self) -> i64 {
        self.offset_ms
    }
}
