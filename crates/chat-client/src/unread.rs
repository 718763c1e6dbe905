//! Rooms that the person wants to have unread from a message on, whatever was read of them.
//! The server keeps that for all of the person's devices.
//!
//! A mark goes when its room is marked read or written in. Reading alone takes it away only
//! in a later visit, once the room was read to its end and left: while a room stays open that
//! was marked in front of somebody, on this device or another, they see its end all the time.
//! Answers may come late and out of order: an older revision than the one that is known
//! changes nothing.

use std::collections::BTreeMap;

use shared::ids::RoomId;
use shared::kept::{UnreadMark, UnreadWrite};

/// See the module.
#[derive(Debug, Default)]
pub struct UnreadMarks {
    marks: BTreeMap<RoomId, UnreadMark>,
    visit: Visit,
}

/// A room on the screen, until another is.
#[derive(Clone, Copy, Debug, Default)]
struct Visit {
    room: Option<RoomId>,
    /// It was marked meanwhile.
    was_marked: bool,
    /// It was read to its end meanwhile.
    saw_end: bool,
}

/// How a mark is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cleared {
    /// How it is shown from now on.
    pub shown: UnreadMark,
    /// What the server is to be told.
    pub write: UnreadWrite,
    /// As it was, for when the server does not take that: [`UnreadMarks::restore`].
    pub before: UnreadMark,
}

impl UnreadMarks {
    /// The server says this of a room. Whether that is new: then it is to be shown.
    pub fn take(&mut self, mark: UnreadMark) -> bool {
        let known = self.marks.get(&mark.room);
        let is_news = known.is_none_or(|known| known.revision <= mark.revision && *known != mark);
        if is_news {
            self.keep(mark);
        }
        is_news
    }

    /// The server says that these are all marks. Answers those that are to be shown anew.
    pub fn take_all(&mut self, marks: &[UnreadMark]) -> Vec<UnreadMark> {
        let is_gone = |mark: &&UnreadMark| marks.iter().all(|other| other.room != mark.room);
        let gone = self.marks.values().filter(is_gone);
        let gone = gone.map(|mark| UnreadMark {
            from: None,
            ..*mark
        });
        let told: Vec<UnreadMark> = gone.chain(marks.iter().copied()).collect();
        told.into_iter().filter(|mark| self.take(*mark)).collect()
    }

    /// The room is read, or written in. None where nothing was marked.
    pub fn clear(&mut self, room: RoomId) -> Option<Cleared> {
        let before = *self.marks.get(&room)?;
        before.from?;
        // Here at once; what the server says then is newer either way.
        let shown = UnreadMark {
            from: None,
            ..before
        };
        self.keep(shown);
        let write = UnreadWrite {
            from: None,
            base: before.revision,
        };
        Some(Cleared {
            shown,
            write,
            before,
        })
    }

    /// The server did not take away this mark. Whether it is to be shown again: not where the
    /// room has another one since.
    pub fn restore(&mut self, cleared: &Cleared) -> bool {
        let is_as_left = self.marks.get(&cleared.before.room) == Some(&cleared.shown);
        if is_as_left {
            self.keep(cleared.before);
        }
        is_as_left
    }

    /// The newest message of a room was seen.
    pub fn saw_end(&mut self, room: RoomId) {
        self.visit.saw_end |= self.visit.room == Some(room);
    }

    /// Another room is on the screen from now on, or none. Answers the one that was left, if
    /// it was read: it is to be cleared.
    pub fn goes_to(&mut self, room: Option<RoomId>) -> Option<RoomId> {
        let left = self.visit;
        if left.room == room {
            return None;
        }
        self.visit = Visit {
            room,
            ..Visit::default()
        };
        left.room.filter(|_| left.saw_end && !left.was_marked)
    }

    fn keep(&mut self, mark: UnreadMark) {
        if mark.from.is_some() {
            self.visit.was_marked |= self.visit.room == Some(mark.room);
        }
        self.marks.insert(mark.room, mark);
    }
}

#[cfg(test)]
mod tests;
