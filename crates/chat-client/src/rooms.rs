//! The rooms that this user may read, with unread counts and read marks that only
//! move forward.
//!
//! Two marks per room: the user's own, moved here at once, and the server's, which
//! follows at most every [`MARK_EVERY_MS`] and is told again after a reconnect if it
//! stayed behind.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::cursor::Seq;
use shared::entry::{Entry, RoomSummary, RoomTopic};
use shared::ids::RoomId;
use shared::kept::UnreadMark;
use shared::moment::Moment;
use shared::text::RoomName;

use crate::mutants::{self, Mutant};

/// A read mark is told at most this often: somebody who scrolls moves it with
/// every line.
pub(crate) const MARK_EVERY_MS: u64 = 500;

/// The room that every server has, first in every list.
const FIRST_ROOM: &str = "lobby";

/// A room in the sidebar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomView {
    /// Its id.
    pub room: RoomId,
    /// Its name.
    pub name: RoomName,
    /// Its newest entry, as far as known here.
    pub head: Seq,
    /// How many messages it has up to there.
    #[serde(default)]
    pub posts: u64,
    /// The user's read mark; never past `head`.
    pub read: Seq,
    /// How many messages it has up to the read mark.
    #[serde(default)]
    pub read_posts: u64,
    /// Messages after the read mark, or after the unread mark where that is further back.
    pub unread: u64,
    /// From where on the person wants to have it unread, whatever was read.
    #[serde(default)]
    pub unread_from: Option<Seq>,
    /// How many messages it has before that.
    #[serde(default)]
    unread_from_posts: u64,
    /// How many messages of the user's own stand from there on: they are never unread.
    #[serde(default)]
    unread_from_own: u64,
    /// Where it ended when it was first listed here. To somebody who has read nothing of it,
    /// what was there before is no news. Unknown where only its name is remembered.
    #[serde(default)]
    came: Option<Place>,
    /// What it is about, as far as known here: it is told to who follows the room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<RoomTopic>,
}

/// What a page remembers of a room for the next one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// Its id.
    pub room: RoomId,
    /// Its name.
    pub name: RoomName,
    /// Where it ended when it was first listed, while the user has read nothing of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came: Option<Place>,
}

/// All rooms of the user.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Rooms {
    /// Sorted: the first room, then by name.
    list: Vec<RoomView>,
    told: BTreeMap<RoomId, Told>,
    #[serde(default)]
    unread_marks: BTreeMap<RoomId, UnreadMark>,
}

/// The server's read mark, as it must be by now.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Told {
    read: Seq,
    last: Option<Moment>,
}

/// A place in a room: a number, and how many messages there are up to it. Of two, the one
/// with the higher number is further on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The number.
    pub seq: Seq,
    /// How many messages there are up to it.
    pub posts: u64,
}

impl Place {
    pub(crate) fn new(seq: Seq, posts: u64) -> Self {
        Self { seq, posts }
    }

    /// Where an entry stands.
    pub(crate) fn of(entry: &Entry) -> Self {
        Self::new(entry.seq, entry.posts)
    }
}

/// Whether what is held here and what a welcome lists number the same log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Log {
    Same,
    Other,
}

impl Rooms {
    pub(crate) fn list(&self) -> &[RoomView] {
        &self.list
    }

    pub(crate) fn get(&self, room: RoomId) -> Option<&RoomView> {
        self.list.iter().find(|view| view.room == room)
    }

    /// The welcome's rooms are all there are. Of the same log nothing moves back.
    pub(crate) fn welcome(&mut self, rooms: Vec<RoomSummary>, log: Log) {
        let held = std::mem::take(&mut self.list);
        self.told.clear();
        if log == Log::Other {
            self.unread_marks.clear();
        }
        for summary in rooms {
            let told = Told {
                read: summary.read,
                last: None,
            };
            self.told.insert(summary.room, told);
            let before = held
                .iter()
                .find(|view| view.room == summary.room && log == Log::Same);
            let (end, mark) = before.map_or((Place::default(), Place::default()), |view| {
                (view.end(), view.mark())
            });
            self.list.retain(|view| view.room != summary.room);
            let told = Place::new(summary.read, summary.read_posts);
            let end = end.max(Place::new(summary.head, summary.posts)).max(told);
            let mark = if mutants::is(Mutant::ReadMarkGoesBack) {
                told
            } else {
                mark.max(told)
            };
            let mut view = room_view(summary.room, summary.name, end, mark);
            view.topic = before.and_then(|before| before.topic.clone());
            let came = before.and_then(|before| before.came);
            view.comes(came.unwrap_or(Place::new(summary.head, summary.posts)));
            self.list.push(view);
        }
        self.wear_unread_marks();
        self.sort();
    }

    /// Rooms that there were when somebody last asked, of which little is known but their
    /// names. The welcome's take their place.
    pub(crate) fn remembered(&mut self, rooms: Vec<Remembered>) {
        for Remembered { room, name, came } in rooms {
            if self.get(room).is_none() {
                self.add(room, name, Place::default(), Place::default());
                if let Some(view) = self.list.iter_mut().find(|view| view.room == room) {
                    view.came = came;
                }
            }
        }
    }

    /// What is remembered is of another log.
    pub(crate) fn forget_where_the_user_came(&mut self) {
        for view in &mut self.list {
            view.came = None;
        }
    }

    /// A room became visible, or is told anew. Answers whether anything differs.
    pub(crate) fn add(&mut self, room: RoomId, name: RoomName, end: Place, mark: Place) -> bool {
        let Some(at) = self.list.iter().position(|view| view.room == room) else {
            let told = Told {
                read: mark.seq,
                last: None,
            };
            self.told.insert(room, told);
            let mut view = room_view(room, name, end.max(mark), mark);
            view.comes(end);
            self.list.push(view);
            self.wear_unread_marks();
            self.sort();
            return true;
        };
        let unread_mark = self.unread_marks.get(&room).copied();
        let known = &mut self.list[at];
        let mut now = room_view(
            room,
            name,
            known.end().max(end).max(mark),
            known.mark().max(mark),
        );
        now.topic = known.topic.clone();
        now.came = known.came;
        now.wear(unread_mark);
        let differs = *known != now;
        *known = now;
        self.sort();
        differs
    }

    /// The user may no longer read it. Answers whether it was listed.
    pub(crate) fn remove(&mut self, room: RoomId) -> bool {
        let before = self.list.len();
        self.list.retain(|view| view.room != room);
        self.told.remove(&room);
        self.list.len() < before
    }

    /// The room goes on to here. Answers whether that is new.
    pub(crate) fn head(&mut self, room: RoomId, end: Place) -> bool {
        self.change(room, |view| view.set_end(end))
    }

    /// The room is about this. Of two the one with the larger number holds, in whatever order
    /// they come. Answers whether that is new.
    pub(crate) fn topic(&mut self, room: RoomId, topic: &RoomTopic) -> bool {
        let Some(view) = self.list.iter_mut().find(|view| view.room == room) else {
            return false;
        };
        let is_new = view.topic.as_ref().is_none_or(|had| had.seq < topic.seq);
        if is_new {
            view.topic = Some(topic.clone());
        }
        is_new
    }

    /// The user wrote this entry. What directly follows the read mark is read by
    /// having been written; further on, unread entries of others lie between. Writing reads
    /// nothing of what was there before the user came.
    pub(crate) fn wrote(&mut self, room: RoomId, place: Place) -> bool {
        self.change(room, |view| {
            view.set_end(place);
            let basis = view.basis();
            if place.seq == basis.seq.next() {
                if basis > view.mark() {
                    view.came = Some(place);
                } else {
                    view.set_mark(place);
                }
            }
        })
    }

    /// The user wrote this entry, as the answer to the write says: as above. What lies
    /// between it and the newest known one counts as messages until more is known.
    pub(crate) fn stored(&mut self, room: RoomId, seq: Seq, is_message: bool) -> bool {
        let Some(view) = self.get(room) else {
            return false;
        };
        let own = u64::from(is_message);
        let posts = if seq > view.head {
            view.posts + (seq.distance_from(view.head) - 1) + own
        } else {
            view.basis().posts + own
        };
        self.wrote(room, Place::new(seq, posts))
    }

    /// The first entry after the read mark, if there is one. To somebody who came later
    /// than the room, and has read nothing of it yet, what was there is not unread.
    pub(crate) fn first_unread(&self, room: RoomId) -> Option<Seq> {
        let view = self.get(room).filter(|view| view.unread > 0)?;
        let basis = view.basis();
        let after_mark = (view.posts > basis.posts).then(|| basis.seq.next());
        after_mark.into_iter().chain(view.unread_from).min()
    }

    /// The server keeps this of the person's wish to have a room unread. Answers whether
    /// anything differs.
    pub(crate) fn keep_unread(&mut self, mark: UnreadMark) -> bool {
        let known = self.unread_marks.get(&mark.room);
        if known.is_some_and(|known| known.revision > mark.revision) {
            return false;
        }
        self.unread_marks.insert(mark.room, mark);
        let Some(view) = self.list.iter_mut().find(|view| view.room == mark.room) else {
            return false;
        };
        let before = (view.unread_from, view.unread);
        view.wear(Some(mark));
        before != (view.unread_from, view.unread)
    }

    fn wear_unread_marks(&mut self) {
        for view in &mut self.list {
            view.wear(self.unread_marks.get(&view.room).copied());
        }
    }

    /// The user has seen these entries and all between; `posts` is how many messages
    /// there are up to the last, if that is known. The mark follows only over entries
    /// that were seen; where there is none yet, it begins at what is new to the user, and
    /// whoever looks at what was there before has still read nothing.
    pub(crate) fn seen(&mut self, room: RoomId, from: Seq, to: Seq, posts: Option<u64>) -> bool {
        let is_beside = |view: &RoomView| {
            let basis = view.basis().seq;
            from <= basis.next() && to >= basis.min(view.head)
        };
        if !self.get(room).is_some_and(is_beside) {
            return false;
        }
        self.change(room, |view| {
            let to = to.min(view.head);
            // Unknown: as if all that follows were messages.
            let beyond = view.posts.saturating_sub(view.head.distance_from(to));
            let posts = posts.unwrap_or(if to == view.head { view.posts } else { beyond });
            view.set_mark(Place::new(to, posts));
        })
    }

    /// Another client of the user moved the mark.
    pub(crate) fn seen_elsewhere(&mut self, room: RoomId, mark: Place) -> bool {
        if let Some(told) = self.told.get_mut(&room) {
            told.read = told.read.max(mark.seq);
        }
        self.change(room, |view| {
            view.set_end(mark);
            view.set_mark(mark);
        })
    }

    /// Read marks that the server is to be told now. Ask only with a link: what is
    /// answered counts as told.
    pub(crate) fn marks_due(&mut self, now: Moment) -> Vec<(RoomId, Seq)> {
        let mut due = Vec::new();
        for view in &self.list {
            let Some(told) = self.told.get_mut(&view.room) else {
                continue;
            };
            if told.due(view.read).is_some_and(|at| at <= now) {
                told.read = view.read;
                told.last = Some(now);
                due.push((view.room, view.read));
            }
        }
        due
    }

    /// When [`Rooms::marks_due`] will have something.
    pub(crate) fn deadline(&self) -> Option<Moment> {
        let due = |view: &RoomView| self.told.get(&view.room)?.due(view.read);
        self.list.iter().filter_map(due).min()
    }

    pub(crate) fn check_invariants(&self) {
        for view in &self.list {
            assert!(
                view.read <= view.head,
                "the read mark is past the head of {}",
                view.room
            );
            assert_eq!(
                view.unread,
                view.posts.saturating_sub(view.counted_from()),
                "the count is of something else"
            );
            assert!(
                view.unread_from.is_some() || view.unread <= view.head.distance_from(view.read),
                "more is unread in {} than there is",
                view.room
            );
            assert!(self.told.contains_key(&view.room));
        }
        assert_eq!(
            self.told.len(),
            self.list.len(),
            "a mark without its room, or a room twice"
        );
        assert!(
            self.list.is_sorted_by(|a, b| order(a) < order(b)),
            "rooms are sorted"
        );
    }

    fn change(&mut self, room: RoomId, change: impl FnOnce(&mut RoomView)) -> bool {
        let Some(view) = self.list.iter_mut().find(|view| view.room == room) else {
            return false;
        };
        let before = (view.end(), view.mark());
        change(view);
        view.count();
        before != (view.end(), view.mark())
    }

    fn sort(&mut self) {
        self.list.sort_by(|a, b| order(a).cmp(&order(b)));
    }
}

impl Told {
    /// When the server is to hear of this mark; `None` if it knows.
    fn due(&self, read: Seq) -> Option<Moment> {
        (read > self.read).then(|| {
            self.last
                .map_or(Moment::default(), |last| last.plus_ms(MARK_EVERY_MS))
        })
    }
}

impl RoomView {
    /// What the next page is to remember of it.
    #[must_use]
    pub fn remembered(&self) -> Remembered {
        Remembered {
            room: self.room,
            name: self.name.clone(),
            came: self.came.filter(|_| self.read == Seq::ZERO),
        }
    }

    fn end(&self) -> Place {
        Place::new(self.head, self.posts)
    }

    fn mark(&self) -> Place {
        Place::new(self.read, self.read_posts)
    }

    fn set_end(&mut self, end: Place) {
        let end = self.end().max(end);
        (self.head, self.posts) = (end.seq, end.posts);
    }

    fn set_mark(&mut self, mark: Place) {
        let mark = self.mark().max(mark);
        (self.read, self.read_posts) = (mark.seq, mark.posts);
    }

    /// No more can be unread than lies after the mark.
    fn count(&mut self) {
        let after = self.head.distance_from(self.read);
        self.read_posts = self.read_posts.max(self.posts.saturating_sub(after));
        self.unread = self.posts.saturating_sub(self.counted_from());
    }

    /// Behind it all is unread: the read mark, or where the user came while there is none.
    fn basis(&self) -> Place {
        let came = self.came.filter(|_| self.read == Seq::ZERO);
        self.mark().max(came.unwrap_or_default())
    }

    fn comes(&mut self, came: Place) {
        self.came = Some(came);
        self.count();
    }

    /// How many messages there are that are not unread.
    pub(crate) fn counted_from(&self) -> u64 {
        let read = self.basis().posts;
        match self.unread_from {
            Some(_) => read.min(self.unread_from_posts) + self.unread_from_own,
            None => read,
        }
    }

    fn wear(&mut self, mark: Option<UnreadMark>) {
        self.unread_from = mark.and_then(|mark| mark.from);
        self.unread_from_posts = mark.map_or(0, |mark| mark.posts_before);
        self.unread_from_own = mark.map_or(0, |mark| mark.own);
        self.count();
    }
}

fn room_view(room: RoomId, name: RoomName, end: Place, mark: Place) -> RoomView {
    let mut view = RoomView {
        room,
        name,
        head: end.seq,
        posts: end.posts,
        read: mark.seq,
        read_posts: mark.posts,
        unread: 0,
        unread_from: None,
        unread_from_posts: 0,
        unread_from_own: 0,
        came: None,
        topic: None,
    };
    view.count();
    view
}

fn order(view: &RoomView) -> (bool, &str, RoomId) {
    (
        view.name.as_str() != FIRST_ROOM,
        view.name.as_str(),
        view.room,
    )
}

#[cfg(test)]
mod tests;
