//! Which rooms are followed: the open one, and those that were open last, so that
//! going back to one shows it at once and complete; and some that were never open, where
//! somebody is to notice what comes.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use shared::ids::RoomId;
use shared::moment::Moment;

/// Rooms that are followed at once: the open one and the ones before it. A quarter
/// of what a connection may follow; the others' unread counts come without.
pub(super) const FOLLOWED_MAX: usize = 8;

/// Rooms that are followed without having been opened. Together with [`FOLLOWED_MAX`] they
/// leave a quarter of what a connection may follow. Where more rooms are busy, they take
/// turns.
pub(super) const ATTENDED_MAX: usize = 16;

/// A room gives its place to another at most this often: each turn is a page from the
/// server. What is missed meanwhile comes with the page of the next turn.
pub(super) const TURN_EVERY_MS: u64 = 10_000;

/// The followed rooms.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Follows {
    /// Most recently opened first.
    recent: Vec<RoomId>,
    /// Others, in the order in which they were asked for.
    attended: Vec<RoomId>,
    /// When one of them last gave way.
    turned_at: Option<Moment>,
    open: Option<RoomId>,
    /// Rooms that were followed at the welcome and are not complete yet.
    catching_up: BTreeSet<RoomId>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attended {
    /// Nothing.
    No,
    /// It is followed now.
    Yes,
    /// It is, and this one no longer.
    InPlaceOf(RoomId),
}

impl Follows {
    /// Most recently opened first, then those that were not.
    pub(super) fn rooms(&self) -> impl Iterator<Item = RoomId> + '_ {
        self.recent.iter().chain(&self.attended).copied()
    }

    /// Follows a room without opening it, if it is not followed already and there is a place
    /// for it now.
    pub(super) fn attend(&mut self, now: Moment, room: RoomId) -> Attended {
        if self.rooms().any(|other| other == room) {
            return Attended::No;
        }
        if self.attended.len() < ATTENDED_MAX {
            self.attended.push(room);
            return Attended::Yes;
        }
        let is_turn = |at: Moment| now.ms_since(at) >= TURN_EVERY_MS;
        if !self.turned_at.is_none_or(is_turn) {
            return Attended::No;
        }
        self.turned_at = Some(now);
        let longest = self.attended.remove(0);
        self.attended.push(room);
        Attended::InPlaceOf(longest)
    }

    pub(super) fn open_room(&self) -> Option<RoomId> {
        self.open
    }

    /// Opens a room. Answers the room that is no longer followed for it.
    pub(super) fn open(&mut self, room: RoomId) -> Option<RoomId> {
        self.open = Some(room);
        self.recent.retain(|other| *other != room);
        self.attended.retain(|other| *other != room);
        self.recent.insert(0, room);
        let dropped = if self.recent.len() > FOLLOWED_MAX {
            self.recent.pop()
        } else {
            None
        };
        if let Some(dropped) = dropped {
            self.catching_up.remove(&dropped);
        }
        dropped
    }

    /// The room can no longer be read.
    pub(super) fn drop_room(&mut self, room: RoomId) {
        self.recent.retain(|other| *other != room);
        self.attended.retain(|other| *other != room);
        self.catching_up.remove(&room);
        self.open = self.open.filter(|open| *open != room);
    }

    /// A new link: every room is to be made complete.
    pub(super) fn connected(&mut self) {
        self.catching_up = self.recent.iter().copied().collect();
    }

    pub(super) fn link_lost(&mut self) {
        self.catching_up.clear();
    }

    /// The room is complete, or will not be for now.
    pub(super) fn caught_up(&mut self, room: RoomId) {
        self.catching_up.remove(&room);
    }

    pub(super) fn is_catching_up(&self) -> bool {
        !self.catching_up.is_empty()
    }

    pub(super) fn check_invariants(&self) {
        let set: BTreeSet<RoomId> = self.rooms().collect();
        let followed = self.recent.len() + self.attended.len();
        assert_eq!(set.len(), followed, "a room is followed twice");
        assert!(
            self.attended.len() <= ATTENDED_MAX,
            "too many rooms are attended"
        );
        assert!(
            self.recent.len() <= FOLLOWED_MAX,
            "too many rooms are followed"
        );
        assert!(
            self.catching_up.is_subset(&set),
            "a room catches up unfollowed"
        );
        assert!(
            self.open
                .is_none_or(|open| self.recent.first() == Some(&open))
        );
    }
}

#[cfg(test)]
mod tests;
