//! What happened while the link was away, for one sentence when it is back.

use serde::{Deserialize, Serialize};
use shared::moment::Moment;

use crate::changes::Notice;

/// After the rooms are complete, the outbox gets this long to empty before the
/// sentence is said without it.
const DRAIN_WITHIN_MS: u64 = 2_000;

/// The way back after a lost link.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Recovery {
    phase: Phase,
    stored: u32,
    fetched: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
enum Phase {
    /// Nothing was lost since the last sentence.
    #[default]
    Over,
    Down,
    /// Down on purpose, for a better transport: nothing was missed that is worth a word.
    Moving,
    CatchingUp,
    Draining {
        until: Moment,
    },
}

impl Recovery {
    pub(super) fn link_lost(&mut self) {
        if self.phase != Phase::Moving {
            self.phase = Phase::Down;
        }
    }

    /// The link is about to be lost on purpose.
    pub(super) fn link_moves(&mut self) {
        if self.phase == Phase::Over {
            self.phase = Phase::Moving;
        }
    }

    pub(super) fn connected(&mut self) {
        if self.phase == Phase::Down {
            self.phase = Phase::CatchingUp;
        } else if self.phase == Phase::Moving {
            *self = Self::default();
        }
    }

    /// An own write is stored.
    pub(super) fn stored(&mut self) {
        if self.phase != Phase::Over {
            self.stored = self.stored.saturating_add(1);
        }
    }

    /// Entries came that were missed.
    pub(super) fn fetched(&mut self, entries: u64) {
        if self.phase == Phase::CatchingUp {
            self.fetched = self.fetched.saturating_add(entries);
        }
    }

    /// Every followed room is complete; `waiting` writes are left. Answers what to say.
    pub(super) fn complete(&mut self, now: Moment, waiting: usize) -> Option<Notice> {
        if self.phase == Phase::CatchingUp {
            self.phase = Phase::Draining {
                until: now.plus_ms(DRAIN_WITHIN_MS),
            };
        }
        let Phase::Draining { until } = self.phase else {
            return None;
        };
        if waiting > 0 && now < until {
            return None;
        }
        let told = std::mem::take(self);
        Some(Notice::BackOnline {
            stored: told.stored,
            fetched: told.fetched,
        })
    }

    pub(super) fn deadline(&self) -> Option<Moment> {
        match self.phase {
            Phase::Draining { until } => Some(until),
            Phase::Over | Phase::Down | Phase::Moving | Phase::CatchingUp => None,
        }
    }
}
