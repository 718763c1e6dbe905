//! Whether the other end is still there: a ping at a steady beat, and any sign of
//! life as its answer.

use shared::limits::{PING_EVERY_MS, PONG_WITHIN_MS};
use shared::moment::Moment;

/// How often a connection is pinged, and how soon it must answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeartbeatTimes {
    /// Milliseconds from one ping to the next.
    pub ping_every_ms: u32,
    /// Milliseconds that an answer may take; less than `ping_every_ms`, so that a ping
    /// is always answered or missed before the next one is due.
    pub pong_within_ms: u32,
}

impl Default for HeartbeatTimes {
    /// As `shared::limits` says.
    fn default() -> Self {
        Self {
            ping_every_ms: PING_EVERY_MS as u32,
            pong_within_ms: PONG_WITHIN_MS as u32,
        }
    }
}

impl HeartbeatTimes {
    /// The longest that an end which is there can be silent.
    #[must_use]
    pub fn silence_ms(self) -> u64 {
        u64::from(self.ping_every_ms) + u64::from(self.pong_within_ms)
    }
}

/// The beat of one connection.
#[derive(Debug)]
pub(super) struct Heartbeat {
    pub(super) times: HeartbeatTimes,
    /// The last ping, or the start.
    since: Moment,
    pings: u32,
    state: State,
    /// The last ping's answer itself is still to come.
    unanswered: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Heard,
    Pinged,
}

/// What has come due.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Due {
    Nothing,
    /// Send a ping with this number.
    Ping(u32),
    /// The last ping went unanswered.
    Missed,
}

impl Heartbeat {
    pub(super) fn start(now: Moment, times: HeartbeatTimes) -> Self {
        Self {
            times,
            since: now,
            pings: 0,
            state: State::Heard,
            unanswered: false,
        }
    }

    /// Something came from the other end.
    pub(super) fn heard(&mut self) {
        self.state = State::Heard;
    }

    /// The answer to the ping of this number came; without a number, to the last one.
    /// Answers how long it took, if that ping waited for it.
    pub(super) fn answered(&mut self, now: Moment, n: Option<u32>) -> Option<u64> {
        if !self.unanswered || n.is_some_and(|n| n != self.pings) {
            return None;
        }
        self.unanswered = false;
        Some(now.ms_since(self.since))
    }

    pub(super) fn due(&mut self, now: Moment) -> Due {
        if now < self.deadline() {
            return Due::Nothing;
        }
        if self.state == State::Pinged {
            return Due::Missed;
        }
        self.since = now;
        self.pings = self.pings.wrapping_add(1);
        self.state = State::Pinged;
        self.unanswered = true;
        Due::Ping(self.pings)
    }

    pub(super) fn deadline(&self) -> Moment {
        match self.state {
            State::Heard => self.since.plus_ms(u64::from(self.times.ping_every_ms)),
            State::Pinged => self.since.plus_ms(u64::from(self.times.pong_within_ms)),
        }
    }
}

// A ping is always answered or missed before the next one is due.
const _: () = assert!(PONG_WITHIN_MS < PING_EVERY_MS);
