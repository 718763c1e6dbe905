//! Rooms that the person wants to have unread from a message on, whatever was read of them:
//! as the server has it, and asking it for changes.
//!
//! A mark goes when its room is marked read or written in. Reading alone takes it away only
//! in a later visit, once the room was read to its end and left: while a room stays open that
//! was marked in front of somebody, on this device or another, they see its end all the time.

use std::collections::BTreeMap;

use chat_client::Intent;
use shared::cursor::Seq;
use shared::ids::RoomId;
use shared::kept::{UnreadMark, UnreadWrite};

use crate::browser::http;
use crate::handle::ChatHandle;
use crate::live::Live;

/// See the module. Copies are the same.
#[derive(Clone, Copy, Debug)]
pub struct Unread {
    marks: Live<BTreeMap<RoomId, UnreadMark>>,
    visit: Live<Visit>,
    /// Counts the times that the server was asked: only the last answer counts.
    asked: Live<u64>,
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

impl Unread {
    /// Knows nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            marks: Live::new(BTreeMap::new()),
            visit: Live::new(Visit::default()),
            asked: Live::new(0),
        }
    }

    /// A link stands, or the server says that there is news. Without an answer the next link
    /// asks again.
    pub fn news(self, chat: ChatHandle) {
        let Some(number) = self.asked.edit(|asked| {
            *asked += 1;
            *asked
        }) else {
            return;
        };
        leptos::task::spawn_local(async move {
            if let Ok(marks) = http::unread_marks().await
                && self.asked.try_peek(|asked| *asked) == Some(number)
            {
                self.take_all(chat, marks);
            }
        });
    }

    /// Has the room on the screen unread from this message on.
    pub fn mark(self, chat: ChatHandle, seq: Seq) {
        let Some(room) = chat.state.room.now() else {
            return;
        };
        let write = UnreadWrite {
            from: Some(seq),
            base: 0,
        };
        leptos::task::spawn_local(async move {
            let said = match http::mark_unread(room, &write).await {
                Ok(mark) => {
                    chat.state.marked_read.set(None);
                    self.take(chat, mark);
                    t!("unread-marked").to_owned()
                }
                Err(failure) => failure.to_string(),
            };
            chat.acts.said.set(Some(said));
        });
    }

    /// The room is read, or written in.
    pub fn clear(self, chat: ChatHandle, room: RoomId) {
        let known = self.marks.try_peek(|marks| marks.get(&room).copied());
        let Some(mark) = known.flatten().filter(|mark| mark.from.is_some()) else {
            return;
        };
        // Here at once; what the server says then is newer either way.
        self.take(chat, UnreadMark { from: None, ..mark });
        let write = UnreadWrite {
            from: None,
            base: mark.revision,
        };
        leptos::task::spawn_local(async move {
            match http::mark_unread(room, &write).await {
                Ok(mark) => self.take(chat, mark),
                Err(failure) => {
                    self.take(chat, mark);
                    chat.acts.said.set(Some(failure.to_string()));
                }
            }
        });
    }

    /// The newest message of a room was seen.
    pub fn saw_end(self, room: RoomId) {
        self.visit
            .edit(|visit| visit.saw_end |= visit.room == Some(room));
    }

    /// Another room is on the screen from now on.
    pub fn goes_to(self, chat: ChatHandle, room: Option<RoomId>) {
        let Some(left) = self.visit.edit(|visit| {
            let left = *visit;
            if left.room != room {
                *visit = Visit {
                    room,
                    ..Visit::default()
                };
            }
            left
        }) else {
            return;
        };
        if let Some(before) = left.room.filter(|before| Some(*before) != room)
            && left.saw_end
            && !left.was_marked
        {
            self.clear(chat, before);
        }
    }

    fn take_all(self, chat: ChatHandle, marks: Vec<UnreadMark>) {
        let gone = self.marks.try_peek(|known| {
            let is_gone = |mark: &&UnreadMark| marks.iter().all(|other| other.room != mark.room);
            let gone = known.values().filter(is_gone);
            gone.map(|mark| UnreadMark {
                from: None,
                ..*mark
            })
            .collect::<Vec<_>>()
        });
        for mark in gone.unwrap_or_default().into_iter().chain(marks) {
            self.take(chat, mark);
        }
    }

    fn take(self, chat: ChatHandle, mark: UnreadMark) {
        let is_new = self.marks.edit(|marks| {
            let known = marks.get(&mark.room);
            let is_new =
                known.is_none_or(|known| known.revision <= mark.revision && *known != mark);
            if is_new {
                marks.insert(mark.room, mark);
            }
            is_new
        });
        if is_new != Some(true) {
            return;
        }
        if mark.from.is_some() {
            self.visit.edit(|visit| {
                visit.was_marked |= visit.room == Some(mark.room);
            });
        }
        chat.intend(Intent::Unread(mark));
    }
}
