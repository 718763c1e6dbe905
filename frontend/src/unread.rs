//! Rooms that the person wants to have unread from a message on: asking the server for them,
//! and telling it. What follows from what is decided by [`UnreadMarks`].

use chat_client::Intent;
use chat_client::unread::UnreadMarks;
use shared::cursor::Seq;
use shared::ids::RoomId;
use shared::kept::{UnreadMark, UnreadWrite};

use crate::browser::http;
use crate::handle::ChatHandle;
use crate::live::Live;

/// See the module. Copies are the same.
#[derive(Clone, Copy, Debug)]
pub struct Unread {
    marks: Live<UnreadMarks>,
    /// Counts the times that the server was asked: only the last answer counts.
    asked: Live<u64>,
}

impl Unread {
    /// Knows nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            marks: Live::new(UnreadMarks::default()),
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
                let news = self.marks.edit(|known| known.take_all(&marks));
                for mark in news.unwrap_or_default() {
                    chat.intend(Intent::Unread(mark));
                }
            }
        });
    }

    /// Has the room on the screen unread from this message on.
    pub fn mark(self, chat: ChatHandle, seq: Seq) {
        let Some(room) = chat.state.room.now() else {
            return;
        };
        let has_others = chat.read(|client| {
            let (timeline, me) = (client.timeline(room)?, client.me()?);
            Some(timeline.has_others_from(seq, me.id))
        });
        if has_others.flatten() == Some(false) {
            let said = t!("unread-only-own").to_owned();
            chat.acts.said.set(Some(said));
            return;
        }
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
        let Some(cleared) = self.marks.edit(|marks| marks.clear(room)).flatten() else {
            return;
        };
        chat.intend(Intent::Unread(cleared.shown));
        leptos::task::spawn_local(async move {
            match http::mark_unread(room, &cleared.write).await {
                Ok(mark) => self.take(chat, mark),
                Err(failure) => {
                    if self.marks.edit(|marks| marks.restore(&cleared)) == Some(true) {
                        chat.intend(Intent::Unread(cleared.before));
                    }
                    chat.acts.said.set(Some(failure.to_string()));
                }
            }
        });
    }

    /// The newest message of a room was seen.
    pub fn saw_end(self, room: RoomId) {
        self.marks.edit(|marks| marks.saw_end(room));
    }

    /// Another room is on the screen from now on.
    pub fn goes_to(self, chat: ChatHandle, room: Option<RoomId>) {
        let read = self.marks.edit(|marks| marks.goes_to(room));
        if let Some(read) = read.flatten() {
            self.clear(chat, read);
        }
    }

    fn take(self, chat: ChatHandle, mark: UnreadMark) {
        if self.marks.edit(|marks| marks.take(mark)) == Some(true) {
            chat.intend(Intent::Unread(mark));
        }
    }
}
