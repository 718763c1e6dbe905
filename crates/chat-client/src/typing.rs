//! Who is typing. Others fade by themselves; the own signal is sent no oftener than
//! the protocol asks for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::cursor::Seq;
use shared::entry::Author;
use shared::ids::{RoomId, UserId};
use shared::limits::{TYPING_EVERY_MS, TYPING_FADES_MS};
use shared::moment::Moment;

use crate::composing::MessageBox;

/// Everybody's typing, the own included.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Typing {
    /// In order of arrival.
    others: BTreeMap<RoomId, Vec<Typist>>,
    /// In which box of a room, and when the server was told so.
    told: BTreeMap<RoomId, (MessageBox, Moment)>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Typist {
    who: Author,
    /// Nobody types in two boxes of a room at once.
    #[serde(default)]
    thread: Option<Seq>,
    until: Moment,
}

impl Typing {
    /// Who types in this room.
    pub(crate) fn in_room(&self, room: RoomId) -> Vec<Author> {
        let here = self.typists(room).iter().filter(|t| t.thread.is_none());
        here.map(|typist| typist.who.clone()).collect()
    }

    /// Who types in this room's threads, and in which.
    pub(crate) fn in_threads(&self, room: RoomId) -> Vec<(Seq, Author)> {
        let there = |typist: &Typist| Some((typist.thread?, typist.who.clone()));
        self.typists(room).iter().filter_map(there).collect()
    }

    /// Somebody else types. Answers whether that is new.
    pub(crate) fn heard(&mut self, now: Moment, at: MessageBox, who: Author) -> bool {
        let until = now.plus_ms(TYPING_FADES_MS);
        let MessageBox { room, thread } = at;
        let typists = self.others.entry(room).or_default();
        if let Some(known) = typists.iter_mut().find(|typist| typist.who.id == who.id) {
            known.until = until;
            std::mem::replace(&mut known.thread, thread) != thread
        } else {
            typists.push(Typist { who, thread, until });
            true
        }
    }

    /// Somebody's message came: they are done in that box. Answers whether they typed there.
    pub(crate) fn wrote(&mut self, at: MessageBox, who: UserId) -> bool {
        self.keep_only(at.room, |typist| {
            typist.who.id != who || typist.thread != at.thread
        })
    }

    /// Nothing is known any more. Answers which rooms change by it.
    pub(crate) fn forget(&mut self) -> Vec<RoomId> {
        self.told.clear();
        std::mem::take(&mut self.others).into_keys().collect()
    }

    /// Lets the silent fade. Answers which rooms change by it.
    pub(crate) fn fade(&mut self, now: Moment) -> Vec<RoomId> {
        let rooms: Vec<RoomId> = self.others.keys().copied().collect();
        rooms
            .into_iter()
            .filter(|&room| self.keep_only(room, |t| t.until > now))
            .collect()
    }

    /// When somebody fades next.
    pub(crate) fn deadline(&self) -> Option<Moment> {
        self.others
            .values()
            .flatten()
            .map(|typist| typist.until)
            .min()
    }

    /// A key was pressed in this box. Answers whether the server is to be told.
    pub(crate) fn pressed(&mut self, now: Moment, at: MessageBox) -> bool {
        let due = self
            .told
            .get(&at.room)
            .is_none_or(|(told_at, told)| *told_at != at || now.ms_since(*told) >= TYPING_EVERY_MS);
        if due {
            self.told.insert(at.room, (at, now));
        }
        due
    }

    /// What was typed in this room was sent: the next key is news again.
    pub(crate) fn sent(&mut self, room: RoomId) {
        self.told.remove(&room);
    }

    fn typists(&self, room: RoomId) -> &[Typist] {
        self.others
            .get(&room)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    fn keep_only(&mut self, room: RoomId, keep: impl Fn(&Typist) -> bool) -> bool {
        let Some(typists) = self.others.get_mut(&room) else {
            return false;
        };
        let before = typists.len();
        typists.retain(keep);
        let fewer = typists.len() < before;
        if typists.is_empty() {
            self.others.remove(&room);
        }
        fewer
    }
}

#[cfg(test)]
mod tests;
