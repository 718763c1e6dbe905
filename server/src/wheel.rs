//! One timer for all sessions: who wants to be woken when.
//!
//! A session has a deadline nearly always and it moves with nearly every frame, so
//! a runtime timer for each would cost memory and a lock per frame. Here a session
//! arms the wheel once, is poked when the time comes, looks at its own deadline and
//! arms anew. Invariant: whoever armed for a moment is poked in its slot or in the
//! next; a poke too many does no harm.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use shared::moment::Moment;
use tokio::sync::Notify;

use crate::hub::sessions::SessionHandle;

/// How finely time is cut. A pause of reading is of this order; all else is seconds.
pub const SLOT_MS: u64 = 50;

/// Whom to poke, by the end of their slot.
#[derive(Debug, Default)]
pub struct Wheel {
    slots: Mutex<BTreeMap<Moment, Vec<Arc<SessionHandle>>>>,
    earlier: Notify,
}

impl Wheel {
    /// Pokes the session's driver once `at` has passed. Answers the moment at which
    /// it will be poked, at most a slot later.
    pub fn arm(&self, session: &Arc<SessionHandle>, at: Moment) -> Moment {
        let slot = Moment(at.0.div_ceil(SLOT_MS).saturating_mul(SLOT_MS));
        let mut slots = self.lock();
        let is_first = slots
            .first_key_value()
            .is_none_or(|(&first, _)| slot < first);
        slots.entry(slot).or_default().push(session.clone());
        drop(slots);
        if is_first {
            self.earlier.notify_one();
        }
        slot
    }

    /// Pokes everybody whose slot has ended.
    pub fn fire(&self, now: Moment) {
        let mut slots = self.lock();
        let later = slots.split_off(&now.plus_ms(1));
        let due = std::mem::replace(&mut *slots, later);
        drop(slots);
        for session in due.into_values().flatten() {
            session.mailbox.poke();
        }
    }

    /// When the next slot ends, if anybody waits.
    #[must_use]
    pub fn next(&self) -> Option<Moment> {
        self.lock().first_key_value().map(|(&slot, _)| slot)
    }

    /// Waits until somebody arms for earlier than all others.
    pub async fn armed_earlier(&self) {
        self.earlier.notified().await;
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<Moment, Vec<Arc<SessionHandle>>>> {
        self.slots
            .lock()
            .expect("no panic happens under the wheel lock")
    }
}

#[cfg(test)]
mod tests;
