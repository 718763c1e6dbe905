//! Which transport the next connection goes by, and when a better one is looked for.
//!
//! WebSocket is the first choice. Tries of it that bring no welcome, two in a row, or
//! one that is swallowed without a word, make the next try go by a stream of events, and
//! one like that of the stream by polls; a failure of those is no news of the network but
//! of the server, so that it begins anew with WebSocket. A way that has brought a welcome
//! stays. While the link goes another way than the first, a quiet probe asks now and then
//! whether a WebSocket would open; if so, the link changes over at a calm moment.

use serde::{Deserialize, Serialize};
use shared::moment::Moment;

use crate::transport::{Choice, Transport};

/// Tries of a WebSocket that the network refuses before another way is taken. One may be
/// a server that is just starting.
const REFUSED_MAX: u32 = 2;

/// The first probe after a link went another way. Soon: perhaps it was only the server
/// that was away.
const FIRST_PROBE_AFTER_MS: u64 = 10_000;

/// The first probe after the network has changed: what did not go may go now.
const CHANGED_PROBE_AFTER_MS: u64 = 1_000;

/// Each probe in vain doubles the wait, up to this. An office's proxy does not change
/// its mind every minute.
const PROBE_EVERY_MAX_MS: u64 = 10 * 60 * 1_000;

/// A probe without an answer by then was in vain.
const PROBE_WITHIN_MS: u64 = 15_000;

/// How a try ended that brought no welcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// Somebody said no.
    Refused,
    /// Nobody said anything in time.
    Silent,
}

/// Whether a failed try changes the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// The next try goes the same way, or begins anew.
    Same,
    /// The next try goes another way, which need not wait for the last one's sake.
    Other,
}

/// The ways to the server.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Ways {
    choice: Choice,
    present: Transport,
    /// Of tries of the present way, since its last welcome.
    refused: u32,
    probe: Probe,
    probe_wait_ms: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Probe {
    /// Nothing to look for.
    Off,
    /// The next one is due then.
    Due(Moment),
    /// One is under way, until then at most.
    UnderWay(Moment),
    /// A WebSocket would open.
    Found,
}

impl Ways {
    pub(super) fn new(choice: Choice) -> Self {
        Self {
            choice,
            present: choice.first(),
            refused: 0,
            probe: Probe::Off,
            probe_wait_ms: FIRST_PROBE_AFTER_MS,
        }
    }

    /// What the present or the next try goes by.
    pub(super) fn present(&self) -> Transport {
        self.present
    }

    pub(super) fn choice(&self) -> Choice {
        self.choice
    }

    /// The person chose. Answers whether the link has to go another way now.
    pub(super) fn choose(&mut self, choice: Choice) -> bool {
        let before = std::mem::replace(&mut self.choice, choice);
        if before == choice {
            return false;
        }
        self.refused = 0;
        self.probe = Probe::Off;
        self.probe_wait_ms = FIRST_PROBE_AFTER_MS;
        let changes = self.present != choice.first();
        self.present = choice.first();
        changes
    }

    /// A try ended without a welcome.
    pub(super) fn failed(&mut self, failure: Failure) -> Course {
        if let Choice::Only(_) = self.choice {
            return Course::Same;
        }
        self.refused += match failure {
            Failure::Refused => 1,
            Failure::Silent => REFUSED_MAX,
        };
        let (most, next, course) = match self.present {
            Transport::WebSocket => (REFUSED_MAX, Transport::Events, Course::Other),
            Transport::Events => (1, Transport::Poll, Course::Other),
            Transport::Poll => (1, Transport::WebSocket, Course::Same),
        };
        if self.refused < most {
            return Course::Same;
        }
        self.refused = 0;
        self.present = next;
        course
    }

    /// The present way brought a welcome.
    pub(super) fn welcomed(&mut self, now: Moment) {
        self.refused = 0;
        if self.present == self.choice.first() {
            self.probe = Probe::Off;
            self.probe_wait_ms = FIRST_PROBE_AFTER_MS;
        } else {
            self.probe = Probe::Due(now.plus_ms(self.probe_wait_ms));
        }
    }

    /// The link is gone; whatever was being looked for is asked again on the next.
    pub(super) fn lost(&mut self) {
        self.probe = Probe::Off;
    }

    /// Another network, perhaps.
    pub(super) fn network_changed(&mut self, now: Moment) {
        self.probe_wait_ms = CHANGED_PROBE_AFTER_MS;
        if let Probe::Due(at) = self.probe {
            self.probe = Probe::Due(at.min(now.plus_ms(self.probe_wait_ms)));
        }
    }

    /// Begins the probe that is due. Answers whether there is one.
    pub(super) fn begin_probe(&mut self, now: Moment) -> bool {
        match self.probe {
            Probe::Due(at) if at <= now => {
                self.probe = Probe::UnderWay(now.plus_ms(PROBE_WITHIN_MS));
                true
            }
            Probe::UnderWay(until) if until <= now => {
                self.probed_in_vain(now);
                false
            }
            Probe::Off | Probe::Due(_) | Probe::UnderWay(_) | Probe::Found => false,
        }
    }

    /// How the probe went.
    pub(super) fn probed(&mut self, now: Moment, opens: bool) {
        if !matches!(self.probe, Probe::UnderWay(_)) {
            return;
        }
        if opens {
            self.probe = Probe::Found;
        } else {
            self.probed_in_vain(now);
        }
    }

    /// Whether the link should change over to the first choice.
    pub(super) fn has_found_better(&self) -> bool {
        self.probe == Probe::Found
    }

    /// The link changes over. If that fails, it is back after one try, and the next
    /// probe comes later than the last.
    pub(super) fn change_over(&mut self) {
        self.probe = Probe::Off;
        self.longer_wait();
        self.present = self.choice.first();
        self.refused = REFUSED_MAX - 1;
    }

    pub(super) fn deadline(&self) -> Option<Moment> {
        match self.probe {
            Probe::Due(at) | Probe::UnderWay(at) => Some(at),
            Probe::Off | Probe::Found => None,
        }
    }

    fn probed_in_vain(&mut self, now: Moment) {
        self.longer_wait();
        self.probe = Probe::Due(now.plus_ms(self.probe_wait_ms));
    }

    fn longer_wait(&mut self) {
        self.probe_wait_ms = (self.probe_wait_ms * 2).min(PROBE_EVERY_MAX_MS);
    }
}

#[cfg(test)]
mod tests;
