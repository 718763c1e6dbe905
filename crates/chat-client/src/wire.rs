//! What crosses the wire, kept for whoever looks at the connection.
//!
//! A driver notes here what it does to its sockets; nothing here decides anything. All
//! that is kept is bounded: so many frames, so many bytes, so many tries. Noting a frame
//! moves its text, which exists anyway, and counts it: what is expensive (reading it as
//! JSON, blanking what people wrote) happens when somebody looks.

pub mod breakage;
mod frames;
pub mod json;
mod traffic;
mod tries;

use shared::moment::{Moment, Timestamp};

pub use self::breakage::{Breakage, Carrier, Fate, Fault};
pub use self::frames::{Body, Direction, Frame};
use self::frames::{Frames, kind_of};
use self::traffic::Traffic;
pub use self::traffic::{Flow, Totals};
use self::tries::Tries;
pub use self::tries::{End, Ended, Try};
use crate::Generation;

/// When something happened: by the clock that never goes back, and by the device's wall
/// clock, for people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// The driver's clock.
    pub now: Moment,
    /// The device's wall clock.
    pub wall: Timestamp,
}

/// Everything that is kept of the wire.
#[derive(Debug, Default)]
pub struct WireLog {
    frames: Frames,
    traffic: Traffic,
    tries: Tries,
}

impl WireLog {
    /// Nothing was seen yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A socket is being opened.
    pub fn opening(&mut self, at: Stamp, generation: Generation, address: &str) {
        self.tries.opening(at, generation, address);
    }

    /// It is open; the server chose this subprotocol (empty for none).
    pub fn opened(&mut self, at: Stamp, generation: Generation, subprotocol: &str) {
        self.tries.opened(at, generation, subprotocol);
    }

    /// It is closed, or could not be opened.
    pub fn closed(&mut self, at: Stamp, generation: Generation, end: End) {
        self.tries.closed(at, generation, end);
    }

    /// How long the next try waits for its turn, as far as known now.
    pub fn waits(&mut self, ms: u64) {
        self.tries.waits(ms);
    }

    /// A frame went or came.
    pub fn frame(&mut self, at: Stamp, direction: Direction, body: Body) {
        self.traffic.count(at.now, direction, body.len());
        if kind_of(&body) == Some("welcome") && direction == Direction::In {
            self.tries.welcomed(at);
        }
        self.frames.push(at, direction, body);
    }

    /// The frames that are kept, newest first.
    pub fn frames(&self) -> impl Iterator<Item = &Frame> {
        self.frames.newest_first()
    }

    /// How many frames were seen so far: differs whenever [`WireLog::frames`] does.
    #[must_use]
    pub fn frames_seen(&self) -> u64 {
        self.frames.seen()
    }

    /// What went and came since the page was opened.
    #[must_use]
    pub fn totals(&self) -> Totals {
        self.traffic.totals()
    }

    /// What goes and comes per second, over the last ten.
    #[must_use]
    pub fn rates(&self, now: Moment) -> Totals {
        self.traffic.rates(now)
    }

    /// The tries to connect that are kept, newest first.
    pub fn tries(&self) -> impl Iterator<Item = &Try> {
        self.tries.newest_first()
    }

    /// How many tries there were before the ones that are kept.
    #[must_use]
    pub fn tries_let_go(&self) -> u64 {
        self.tries.let_go()
    }
}

#[cfg(test)]
mod tests;
