//! Faults on request: what the connection panel's "Break it" does to the link, and what
//! tests and simulations do with the same switch.
//!
//! A driver asks about every frame, in either direction, and about every socket that it
//! opens. Frames keep their order whatever is switched when: one that is held back holds
//! back those behind it.

use shared::moment::Moment;

use super::Direction;
use crate::backoff::Chance;

/// Added to a round trip by [`Fault::Delay`]: half of it each way.
pub const DELAY_MS: u64 = 2_000;

/// Frames that [`Fault::Loss`] loses, of a hundred.
pub const LOST_PERCENT: u64 = 10;

/// What can be broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The link is cut, and stays cut: no socket opens.
    Drop,
    /// Nothing goes and nothing comes, and nothing says so.
    Silence,
    /// Everything comes late by [`DELAY_MS`] in a round trip.
    Delay,
    /// [`LOST_PERCENT`] of the frames are lost.
    Loss,
    /// No WebSocket opens, as in a network that forbids them. All else works.
    RefuseWebSocket,
}

/// What is to carry a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// A WebSocket.
    WebSocket,
    /// Plain HTTP requests.
    Http,
}

/// What is to become of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It goes on at once.
    Pass,
    /// It goes on after this many milliseconds, behind those that were held before.
    After(u64),
    /// It is never seen again.
    Lost,
}

/// What is broken now.
#[derive(Debug)]
pub struct Breakage {
    faults: [bool; Fault::ALL.len()],
    /// Until when the last held frame of each direction is held.
    held: [Moment; 2],
    chance: Chance,
}

impl Fault {
    /// All of them, in the order of the panel.
    pub const ALL: [Self; 5] = [
        Self::Drop,
        Self::Silence,
        Self::Delay,
        Self::Loss,
        Self::RefuseWebSocket,
    ];

    /// Whether a link over which this happened is not to be trusted afterwards: frames are
    /// missing in it that a stream never loses, so whoever mends it opens a new one.
    #[must_use]
    pub fn loses(self) -> bool {
        matches!(self, Self::Silence | Self::Loss)
    }

    /// Whether a link that is open ends when this is switched on.
    #[must_use]
    pub fn cuts(self) -> bool {
        match self {
            Self::Drop | Self::RefuseWebSocket => true,
            Self::Silence | Self::Delay | Self::Loss => false,
        }
    }
}

impl Breakage {
    /// Nothing is broken. `seed` decides which frames are lost.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self {
            faults: [false; Fault::ALL.len()],
            held: [Moment::default(); 2],
            chance: Chance::new(seed),
        }
    }

    /// Breaks it, or mends it.
    pub fn set(&mut self, fault: Fault, is_broken: bool) {
        self.faults[fault as usize] = is_broken;
    }

    /// Whether it is broken.
    #[must_use]
    pub fn is(&self, fault: Fault) -> bool {
        self.faults[fault as usize]
    }

    /// Whether anything is.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.faults.contains(&true)
    }

    /// Whether not even the end of a connection is heard of.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.is(Fault::Silence)
    }

    /// What becomes of a link that is to be opened over this: `Lost` means that nothing
    /// is ever heard of it, `None` that it fails at once.
    #[must_use]
    pub fn opening(&self, carrier: Carrier) -> Option<Fate> {
        let is_refused = self.is(Fault::RefuseWebSocket) && carrier == Carrier::WebSocket;
        if self.is(Fault::Drop) || is_refused {
            None
        } else if self.is(Fault::Silence) {
            Some(Fate::Lost)
        } else {
            Some(Fate::Pass)
        }
    }

    /// What becomes of a frame.
    pub fn fate(&mut self, now: Moment, direction: Direction) -> Fate {
        let is_lost = self.is(Fault::Loss) && self.chance.up_to(99) < LOST_PERCENT;
        if self.is(Fault::Drop) || self.is_silent() || is_lost {
            return Fate::Lost;
        }
        let delay = if self.is(Fault::Delay) {
            DELAY_MS / 2
        } else {
            0
        };
        let held = &mut self.held[direction as usize];
        let due = now.plus_ms(delay).max(*held);
        if due <= now {
            return Fate::Pass;
        }
        *held = due;
        Fate::After(due.ms_since(now))
    }
}
