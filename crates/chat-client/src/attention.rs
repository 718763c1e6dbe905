//! What of the arriving messages a person is told of, and how: mentions since the read
//! mark, and the words of a notification.
//!
//! A machine of its own beside [`crate::ChatClient`]: it is told the same frames and where
//! the read marks stand, and knows no clock, no screen and no sound. It asks for rooms to be
//! attended, since of a room that is not followed the server tells only that it went on.
//!
//! A message that comes waits for a moment before it is told ([`TELL_AFTER_MS`]): by then
//! whoever looks at the room, in whatever tab or on whatever device, has moved the read mark
//! past it. So one person is not called twice for what they see already; and of several devices
//! that would call them the one that was used last does ([`Device`]). What was there
//! before this client first heard of a room is never told.

mod telling;
mod turn;

use std::collections::{BTreeMap, BTreeSet};

use shared::cursor::{Epoch, Seq};
use shared::entry::{Author, Entry, EntryKind, RoomSummary};
use shared::ids::RoomId;
use shared::limits::TOLD_AT_ONCE_MAX;
use shared::moment::Timestamp;
use shared::preferences::{Preferences, QuietHours, Tell};
use shared::server_frame::{GoneReason, ServerFrame};
use shared::text::{DisplayName, RoomName};
use shared::told::ToldMessages;

use crate::rooms::RoomView;
use crate::{markup, message, thread};

pub use self::telling::{Telling, What};
pub use self::turn::Device;

/// How long a message waits before it is told, in milliseconds: longer than a read mark
/// takes from one device by way of the server to another.
pub const TELL_AFTER_MS: u32 = 1_500;

/// Mentions that are counted in one room; a badge says `99+` before that.
const MENTIONS_MAX: usize = 100;

/// Messages that wait to be told. Of more the oldest are not told one by one.
const WAITING_MAX: usize = 200;

/// See the module.
#[derive(Debug, Default)]
pub struct Attention {
    me: Option<Author>,
    epoch: Option<Epoch>,
    wants: Preferences,
    rooms: BTreeMap<RoomId, Room>,
    waiting: Vec<Arrival>,
    /// Threads that the person follows: each message of them is as good as a mention.
    threads: BTreeSet<(RoomId, Seq)>,
    /// Threads in which the person was named and that they did not follow then.
    named: BTreeSet<(RoomId, Seq)>,
    /// Those of them of which that was not told yet.
    to_follow: Vec<(RoomId, Seq)>,
}

#[derive(Debug)]
struct Room {
    name: RoomName,
    read: Seq,
    /// The newest number that was looked at here, or that was there at first.
    heard: Seq,
    mentions: BTreeSet<Seq>,
}

impl Room {
    /// A message names the person. Whether that is new.
    fn mention(&mut self, seq: Seq) -> bool {
        let is_new = self.mentions.insert(seq);
        if self.mentions.len() > MENTIONS_MAX {
            self.mentions.pop_first();
        }
        is_new
    }
}

/// A message that somebody else wrote just now.
struct Arrival {
    room: RoomId,
    seq: Seq,
    author: DisplayName,
    mentions_me: bool,
    /// It has a word that the person waits for, or is in a thread that they follow.
    has_keyword: bool,
    line: String,
}

// The line must not reach a log.
impl std::fmt::Debug for Arrival {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Arrival")
            .field("room", &self.room)
            .field("seq", &self.seq)
            .finish_non_exhaustive()
    }
}

/// Where the person is, when something is to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Here {
    /// The room that this page shows to somebody who looks at it.
    pub looks_at: Option<RoomId>,
    /// The server's wall clock.
    pub now: Timestamp,
    /// The minute of the day on this device.
    pub minute: u16,
    /// The person said that nothing is to be told.
    pub do_not_disturb: bool,
}

impl Attention {
    /// What the person wants, as far as it is known.
    #[must_use]
    pub fn wants(&self) -> &Preferences {
        &self.wants
    }

    /// The person wants something else.
    pub fn want(&mut self, wants: Preferences) {
        self.wants = wants.checked();
    }

    /// Threads in which the person was named since this was asked last: whoever is named in a
    /// thread follows it from then on, as those do who write in it.
    pub fn take_to_follow(&mut self) -> Vec<(RoomId, Seq)> {
        std::mem::take(&mut self.to_follow)
    }

    /// The server did not take that the person follows this thread: the next message that names
    /// them tries again.
    pub fn not_followed(&mut self, room: RoomId, root: Seq) {
        self.named.remove(&(room, root));
    }

    /// The person follows these threads, of the rooms and by the messages they hang from.
    pub fn follow(&mut self, threads: BTreeSet<(RoomId, Seq)>) {
        self.threads = threads;
    }

    /// A frame came. Answers the rooms that are to be attended ([`crate::Intent::Attend`]).
    pub fn heard(&mut self, frame: &ServerFrame) -> Vec<RoomId> {
        match frame {
            ServerFrame::Welcome(welcome) => {
                let is_same = self.epoch == Some(welcome.epoch)
                    && self.me.as_ref().map(|me| me.id) == Some(welcome.user.id);
                if !is_same {
                    self.rooms.clear();
                    self.waiting.clear();
                }
                self.epoch = Some(welcome.epoch);
                self.me = Some(welcome.user.clone());
                let is_listed = |room: &RoomId| welcome.rooms.iter().any(|it| it.room == *room);
                self.rooms.retain(|room, _| is_listed(room));
                let wanted = welcome.rooms.iter().filter(|room| self.listed(room));
                // Two steps: the filter changes what the list is of.
                let wanted: Vec<RoomId> = wanted.map(|room| room.room).collect();
                wanted
            }
            ServerFrame::RoomAdded(added) => {
                self.learn(added.room, &added.name, added.head, Seq::ZERO);
                Vec::new()
            }
            ServerFrame::RoomMade(made) => {
                let made = &made.room;
                self.learn(made.room, &made.name, made.head, made.read);
                Vec::new()
            }
            ServerFrame::Moved(moved) => {
                let went_on = |room: RoomId, head: Seq| {
                    self.rooms.get(&room).is_some_and(|it| it.heard < head)
                };
                let rooms = moved.rooms.iter();
                let rooms = rooms.filter(|moved| went_on(moved.room, moved.head));
                rooms.map(|moved| moved.room).collect()
            }
            ServerFrame::Entries(fed) => {
                for entry in &fed.entries {
                    self.entry(fed.room, entry);
                }
                Vec::new()
            }
            ServerFrame::ReadMark(mark) => {
                self.read(mark.room, mark.seq);
                Vec::new()
            }
            ServerFrame::Gone(gone) if gone.reason == GoneReason::Removed => {
                self.rooms.remove(&gone.room);
                self.waiting.retain(|arrival| arrival.room != gone.room);
                Vec::new()
            }
            ServerFrame::Gone(_)
            | ServerFrame::Following(_)
            | ServerFrame::Live(_)
            | ServerFrame::Posted(_)
            | ServerFrame::Refused(_)
            | ServerFrame::Kept(_)
            | ServerFrame::Typing(_)
            | ServerFrame::Presence(_)
            | ServerFrame::Roster(_)
            | ServerFrame::Closing(_)
            | ServerFrame::Ping(_)
            | ServerFrame::Pong(_) => Vec::new(),
        }
    }

    /// Where the client's own read marks stand.
    pub fn marks(&mut self, rooms: &[RoomView]) {
        for view in rooms {
            self.read(view.room, view.read);
        }
    }

    /// How many messages after the read mark name the person, as far as they were heard.
    #[must_use]
    pub fn mentions(&self, room: RoomId) -> u64 {
        let room = self.rooms.get(&room);
        room.map_or(0, |room| room.mentions.len() as u64)
    }

    /// Whether something waits to be told.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Of which messages this device would tell, room by room. What is not to be told waits no
    /// more; the rest does until [`Attention::tell`].
    pub fn asks(&mut self, here: &Here) -> Vec<ToldMessages> {
        let is_quiet = |quiet: QuietHours| quiet.holds(here.minute);
        let tells_nothing = here.do_not_disturb || self.wants.quiet.is_some_and(is_quiet);
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.retain(|arrival| !tells_nothing && self.is_told(arrival, here));
        self.waiting = waiting;
        let mut asked: BTreeMap<RoomId, Seq> = BTreeMap::new();
        for arrival in &self.waiting {
            let up_to = asked.entry(arrival.room).or_default();
            *up_to = arrival.seq.max(*up_to);
        }
        let asked = asked.into_iter().take(TOLD_AT_ONCE_MAX);
        asked
            .map(|(room, up_to)| ToldMessages::new(room, up_to))
            .collect()
    }

    /// What is told of what was asked for, where these are this device's own to tell. Nothing
    /// that was asked for waits any more.
    pub fn tell(
        &mut self,
        here: &Here,
        asked: &[ToldMessages],
        own: &[ToldMessages],
    ) -> Vec<Telling> {
        let of = |all: &[ToldMessages], arrival: &Arrival| {
            let is_it = |it: &&ToldMessages| it.room == arrival.room && arrival.seq <= it.up_to;
            all.iter().find(is_it).copied()
        };
        let waited = std::mem::take(&mut self.waiting);
        let (waited, later) = waited.into_iter().partition(|it| of(asked, it).is_some());
        self.waiting = later;
        let mut by_room: BTreeMap<RoomId, Vec<Arrival>> = BTreeMap::new();
        let waited: Vec<Arrival> = waited;
        for arrival in waited {
            let is_own = of(own, &arrival).is_some_and(|own| own.after < arrival.seq);
            if is_own && self.is_told(&arrival, here) {
                by_room.entry(arrival.room).or_default().push(arrival);
            }
        }
        telling::words(by_room, |room| self.rooms.get(&room).map(|it| &it.name))
    }

    fn is_told(&self, arrival: &Arrival, here: &Here) -> bool {
        let is_unread = self
            .rooms
            .get(&arrival.room)
            .is_some_and(|room| room.read < arrival.seq);
        let is_wanted = match self.wants.of(arrival.room, here.now) {
            Tell::Everything => true,
            Tell::Mentions => arrival.mentions_me || arrival.has_keyword,
            Tell::Nothing => false,
        };
        is_unread && is_wanted && here.looks_at != Some(arrival.room)
    }

    /// Whether the room is to be attended: something in it was missed, or is unread.
    fn listed(&mut self, room: &RoomSummary) -> bool {
        let is_known = self.rooms.contains_key(&room.room);
        let heard = self.learn(room.room, &room.name, room.head, room.read);
        let was_missed = is_known && heard < room.head;
        // Without a mark nothing is unread to somebody who has just come.
        let is_unread = room.read > Seq::ZERO && room.posts > room.read_posts;
        was_missed || is_unread
    }

    /// Answers what was heard of the room so far.
    fn learn(&mut self, room: RoomId, name: &RoomName, head: Seq, read: Seq) -> Seq {
        let known = self.rooms.entry(room).or_insert_with(|| Room {
            name: name.clone(),
            read,
            heard: head,
            mentions: BTreeSet::new(),
        });
        known.name = name.clone();
        let heard = known.heard;
        self.read(room, read);
        heard
    }

    fn entry(&mut self, in_room: RoomId, entry: &Entry) {
        let (Some(me), Some(room)) = (&self.me, self.rooms.get_mut(&in_room)) else {
            return;
        };
        let is_new = room.heard < entry.seq;
        room.heard = room.heard.max(entry.seq);
        match &entry.kind {
            EntryKind::Posted { .. } | EntryKind::Replied { .. } => {}
            EntryKind::Deleted { target } => {
                let target = *target;
                self.forget(in_room, target);
                return;
            }
            EntryKind::Edited { target, .. } => {
                let target = *target;
                self.edited(in_room, target, entry, is_new);
                return;
            }
            EntryKind::Reacted { .. }
            | EntryKind::Unreacted { .. }
            | EntryKind::Pinned { .. }
            | EntryKind::Unpinned { .. }
            | EntryKind::TopicSet { .. }
            | EntryKind::Erased
            | EntryKind::Unknown { .. } => return,
        }
        // A page has what became of it since.
        let Some(text) = message::text(entry).filter(|_| entry.author.id != me.id) else {
            return;
        };
        if entry.seq <= room.read {
            return;
        }
        let blocks = markup::parse(text.as_str());
        let mentions_me = markup::mentions(&blocks, me);
        if mentions_me {
            room.mention(entry.seq);
        }
        let has_keyword = telling::has_any(text.as_str(), &self.wants.keywords);
        // What is said in a thread concerns those who follow it, and those whom it names.
        let thread = thread::of(entry);
        let follows = thread.is_some_and(|root| self.threads.contains(&(in_room, root)));
        let concerns = thread.is_none() || follows;
        if let Some(root) = thread.filter(|_| mentions_me && !follows)
            && self.named.insert((in_room, root))
        {
            self.to_follow.push((in_room, root));
            if self.named.len() > MENTIONS_MAX {
                self.named.pop_first();
            }
        }
        if is_new && (concerns || mentions_me || has_keyword) {
            let line = message::line(entry, telling::LINE_CHARS_MAX).unwrap_or_default();
            let arrival = Arrival {
                room: in_room,
                seq: entry.seq,
                author: entry.author.name.clone(),
                mentions_me,
                has_keyword: has_keyword || follows,
                line,
            };
            self.wait(arrival);
        }
    }

    /// Somebody changed what they said: whom that names now, it did not name before, and what
    /// waits to be told is told as it is now. What was read already stays read.
    fn edited(&mut self, in_room: RoomId, seq: Seq, edit: &Entry, is_new: bool) {
        let (Some(me), Some(room)) = (&self.me, self.rooms.get_mut(&in_room)) else {
            return;
        };
        let Some(text) = edit.kind.text().filter(|_| edit.author.id != me.id) else {
            return;
        };
        if seq <= room.read {
            return;
        }
        let mentions_me = markup::mentions(&markup::parse(text.as_str()), me);
        let is_named_now = if mentions_me {
            room.mention(seq)
        } else {
            room.mentions.remove(&seq);
            false
        };
        let line = message::line(edit, telling::LINE_CHARS_MAX).unwrap_or_default();
        let is_it = |arrival: &&mut Arrival| (arrival.room, arrival.seq) == (in_room, seq);
        if let Some(waits) = self.waiting.iter_mut().find(is_it) {
            waits.mentions_me = mentions_me;
            waits.line = line;
        } else if is_named_now && is_new {
            self.wait(Arrival {
                room: in_room,
                seq,
                author: edit.author.name.clone(),
                mentions_me,
                has_keyword: false,
                line,
            });
        }
    }

    fn wait(&mut self, arrival: Arrival) {
        self.waiting.push(arrival);
        if self.waiting.len() > WAITING_MAX {
            self.waiting.remove(0);
        }
    }

    /// A message was taken back.
    fn forget(&mut self, in_room: RoomId, seq: Seq) {
        if let Some(room) = self.rooms.get_mut(&in_room) {
            room.mentions.remove(&seq);
        }
        self.waiting
            .retain(|arrival| (arrival.room, arrival.seq) != (in_room, seq));
    }

    fn read(&mut self, room: RoomId, read: Seq) {
        if let Some(room) = self.rooms.get_mut(&room)
            && room.read < read
        {
            room.read = read;
            room.mentions = room.mentions.split_off(&read.next());
        }
    }
}

#[cfg(test)]
mod tests;
