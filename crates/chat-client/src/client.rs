//! The whole client as one machine: composes link, outbox, timelines, rooms, typing
//! and people, and is the only part that a driver talks to.
//!
//! Every call runs the same course: the input is taken, what the clock asks for is
//! done, and then [`settle`] brings everything in line: what is due is sent, and the
//! views are compared with what they were.

mod clock;
mod follows;
mod intents;
mod receive;
mod recovery;
mod requests;
mod settle;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use shared::cursor::{Epoch, Seq};
use shared::entry::Author;
use shared::http::EntriesPage;
use shared::ids::RoomId;
use shared::moment::{Moment, Timestamp};

use self::clock::Clock;
use self::follows::Follows;
use self::recovery::Recovery;
use self::requests::Requests;
use crate::away::Away;
use crate::backoff::Chance;
use crate::changes::{Change, Notice};
use crate::link::Link;
use crate::outbox::Outbox;
use crate::outputs::Outputs;
use crate::people::People;
use crate::rooms::{RoomView, Rooms};
use crate::status::{LinkState, Status};
use crate::timeline::{Answered, Timeline};
use crate::typing::Typing;
use crate::{Choice, FetchFailure, Input, Kept, Output, PageAsk, RoundTrip};

/// A call that comes this much after its deadline comes from a device that slept.
const SLEPT_AFTER_MS: u64 = 15_000;

/// What a client starts from.
#[derive(Clone)]
pub struct Start {
    /// The driver's monotonic clock now.
    pub now: Moment,
    /// The device's wall clock at the same instant.
    pub wall: Timestamp,
    /// Chance for the jitter of reconnects. Differs from tab to tab.
    pub seed: u64,
    /// Unsent writes of this tab's former life, from storage.
    pub kept: Vec<Kept>,
    /// A login's token, for programs that can set no cookie.
    pub token: Option<String>,
    /// By which transport the person wants to be connected.
    pub choice: Choice,
}

// The token is a secret and must not reach a log.
impl std::fmt::Debug for Start {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Start")
            .field("now", &self.now)
            .field("wall", &self.wall)
            .field("seed", &self.seed)
            .field("kept", &self.kept)
            .field("token", &self.token.as_ref().map(|_| "***"))
            .field("choice", &self.choice)
            .finish()
    }
}

/// The client. See the crate's own words for how it is driven.
#[derive(Debug, Serialize, Deserialize)]
pub struct ChatClient {
    link: Link,
    /// Whether the parts below have been told that there is a link.
    connection: Connection,
    requests: Requests,
    outbox: Outbox,
    rooms: Rooms,
    timelines: BTreeMap<RoomId, Timeline>,
    follows: Follows,
    typing: Typing,
    people: People,
    away: Away,
    recovery: Recovery,
    clock: Clock,
    chance: Chance,
    me: Option<Author>,
    epoch: Option<Epoch>,
    /// Of the log that an earlier page knew.
    #[serde(default)]
    remembered_epoch: Option<Epoch>,
    server_version: Option<String>,
    storage: Storage,
    status: Status,
    /// Rooms whose pending lines are to be shown anew.
    pending_changed: BTreeSet<RoomId>,
    /// What the driver was told as the deadline.
    deadline: Option<Moment>,
    #[serde(skip)]
    out: Outputs,
}

/// Whether a welcome was said on a link that is not known to be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Connection {
    Up,
    Down,
}

/// Whether the browser keeps what it is asked to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Storage {
    Works,
    Fails,
}

impl ChatClient {
    /// A client that has done nothing yet: its [`ChatClient::deadline`] is `start.now`,
    /// and the first [`ChatClient::handle`] opens the link.
    #[must_use]
    pub fn new(start: Start) -> Self {
        let link = Link::new(start.now, start.seed, start.token, start.choice);
        let outbox = Outbox::from_kept(start.kept);
        let status = Status {
            link: LinkState::Idle,
            transport: link.transport(),
            since: start.now,
            round_trip_ms: None,
            waiting: outbox.waiting(),
            failed: outbox.failed(),
            unkept: 0,
            clock_offset_ms: 0,
            offline_since: None,
        };
        Self {
            deadline: link.deadline(),
            link,
            connection: Connection::Down,
            requests: Requests::default(),
            outbox,
            rooms: Rooms::default(),
            timelines: BTreeMap::new(),
            follows: Follows::default(),
            typing: Typing::default(),
            people: People::default(),
            away: Away::default(),
            recovery: Recovery::default(),
            clock: Clock::new(start.now, start.wall),
            chance: Chance::new(start.seed.rotate_left(32)),
            me: None,
            epoch: None,
            remembered_epoch: None,
            server_version: None,
            storage: Storage::Works,
            status,
            pending_changed: BTreeSet::new(),
            out: Outputs::default(),
        }
    }

    /// Takes one input and says what is to be done. `now` never goes back.
    pub fn handle(&mut self, now: Moment, input: Input) -> Outputs {
        let slept = |deadline: Moment| now.ms_since(deadline) > SLEPT_AFTER_MS;
        let slept = self.deadline.is_some_and(slept);
        self.take(now, input);
        if slept {
            self.link.woke(now, &mut self.out);
            self.outbox.slept(now);
        }
        self.link.tick(now, &mut self.out);
        self.settle(now);
        self.deadline = self.next_deadline();
        self.out.finish()
    }

    /// When [`Input::Deadline`] is to be fed at the latest. Changes with every input.
    #[must_use]
    pub fn deadline(&self) -> Option<Moment> {
        self.deadline
    }

    /// Panics if the machine contradicts itself. For tests and simulations.
    pub fn check_invariants(&self) {
        self.outbox.check_invariants();
        self.rooms.check_invariants();
        self.follows.check_invariants();
        for timeline in self.timelines.values() {
            timeline.check_invariants();
        }
        let followed: BTreeSet<RoomId> = self.follows.rooms().collect();
        assert!(
            followed.iter().eq(self.timelines.keys()),
            "followed rooms have timelines"
        );
        assert_eq!(self.connection == Connection::Up, self.link.is_up());
        assert!(
            self.link.is_up() || self.requests.is_empty(),
            "requests outlive their link"
        );
        assert_eq!(
            self.people.known,
            self.link.is_up(),
            "presence is as true as the link"
        );
        assert_eq!(self.status.waiting, self.outbox.waiting());
        assert_eq!(self.status.failed, self.outbox.failed());
    }

    /// The link and the outbox in honest words.
    #[must_use]
    pub fn status(&self) -> &Status {
        &self.status
    }

    /// Who is signed in; known from the first welcome on.
    #[must_use]
    pub fn me(&self) -> Option<&Author> {
        self.me.as_ref()
    }

    /// Every room that the user may read: `lobby` first, then by name.
    #[must_use]
    pub fn rooms(&self) -> &[RoomView] {
        self.rooms.list()
    }

    /// Of which log the rooms are.
    #[must_use]
    pub fn epoch(&self) -> Option<Epoch> {
        self.epoch.or(self.remembered_epoch)
    }

    /// What is held of a room. `None` for a room that is not followed here.
    #[must_use]
    pub fn timeline(&self, room: RoomId) -> Option<&Timeline> {
        self.timelines.get(&room)
    }

    /// What is held of every followed room.
    pub fn timelines(&self) -> impl Iterator<Item = (RoomId, &Timeline)> {
        self.timelines
            .iter()
            .map(|(room, timeline)| (*room, timeline))
    }

    /// How many messages between the read mark and this one are unread. None where nobody
    /// has read anything yet, and in a room that is not listed.
    #[must_use]
    pub fn unread_before(&self, room: RoomId, seq: Seq) -> u64 {
        let Some(first) = self.rooms.first_unread(room) else {
            return 0;
        };
        let between = seq.distance_from(first);
        let posts = self.timelines.get(&room).and_then(|t| t.posts_at(seq));
        let read = self.rooms.get(room).map(RoomView::counted_from);
        match (posts, read) {
            // The message itself is not before it.
            (Some(posts), Some(read)) => posts.saturating_sub(read + 1).min(between),
            (Some(_) | None, _) => between,
        }
    }

    /// Who types in a room now, without the user, in order of arrival.
    #[must_use]
    pub fn typing(&self, room: RoomId) -> Vec<Author> {
        self.typing.in_room(room)
    }

    /// Who types a reply in a room's threads, and in which, as [`ChatClient::typing`].
    #[must_use]
    pub fn replying(&self, room: RoomId) -> Vec<(Seq, Author)> {
        self.typing.in_threads(room)
    }

    /// Who is here.
    #[must_use]
    pub fn people(&self) -> &People {
        &self.people
    }

    /// The server program's own version, as the last welcome said it.
    #[must_use]
    pub fn server_version(&self) -> Option<&str> {
        self.server_version.as_deref()
    }

    /// The last round trips, oldest first; kept while the link is down.
    pub fn round_trips(&self) -> impl DoubleEndedIterator<Item = RoundTrip> {
        self.link.round_trips().iter().copied()
    }

    /// By which transport the person wants to be connected.
    #[must_use]
    pub fn choice(&self) -> Choice {
        self.link.choice()
    }

    /// When something was last heard on the living link, and after how long a silence,
    /// in milliseconds, the link counts as lost. `None` without a link.
    #[must_use]
    pub fn heartbeat(&self) -> Option<(Moment, u64)> {
        self.link.heard_at().zip(self.link.silence_ms())
    }

    /// When the person wrote what waits longest in the outbox, by this device's clock.
    #[must_use]
    pub fn oldest_waiting(&self) -> Option<Timestamp> {
        self.outbox.oldest_waiting()
    }

    /// How many of the followed rooms are complete up to their newest entry, and how
    /// many are followed.
    #[must_use]
    pub fn rooms_complete(&self) -> (usize, usize) {
        let is_complete = |timeline: &&Timeline| {
            let extent = timeline.extent();
            extent.is_loaded && extent.fetching.is_none()
        };
        let complete = self.timelines.values().filter(is_complete).count();
        (complete, self.timelines.len())
    }

    /// It was read from a recording, which leaves out what can be told from the rest.
    pub(crate) fn restored(&mut self) {
        for (room, timeline) in &mut self.timelines {
            timeline.restored();
            timeline.show_pending(self.outbox.pending(*room));
        }
    }

    fn take(&mut self, now: Moment, input: Input) {
        match input {
            Input::Opened(generation) => self.link.opened(now, generation, &mut self.out),
            Input::Received(generation, frame) => {
                if self.link.heard(now, generation) {
                    self.receive(now, *frame);
                }
            }
            Input::Unreadable(generation) => {
                self.link.unreadable(now, generation, &mut self.out);
            }
            Input::Closed(generation, code, reason) => {
                self.link
                    .closed(now, generation, (code, &reason), &mut self.out);
            }
            Input::Online(true) => self.link.network_came(now, &mut self.out),
            Input::Online(false) => self.link.network_went(now, &mut self.out),
            Input::Visible(true) => {
                if self.away.is_hidden() {
                    self.away.shown();
                    self.link.shown(now, &mut self.out);
                    self.keep_again();
                }
            }
            Input::Visible(false) => self.away.hidden(now),
            Input::Active => self.away.active(now),
            Input::Deadline => {}
            Input::Probed(opens) => self.link.probed(now, opens),
            Input::Page(ask, page) => self.page(now, &ask, page),
            Input::Adopted(kept) => self.adopt(kept),
            Input::Remembered { me, epoch, rooms } => {
                if self.epoch.is_none() {
                    self.remembered_epoch = epoch;
                    self.me.get_or_insert(me);
                    self.rooms.remembered(rooms);
                    self.out.changed(Change::Rooms);
                }
            }
            Input::KeepFailed(id) => {
                self.pending_changed.extend(self.outbox.not_kept(id));
                if self.storage == Storage::Works {
                    self.storage = Storage::Fails;
                    self.out.changed(Change::Notice(Notice::KeepsNothing));
                }
            }
            Input::Intent(intent) => self.intend(now, intent),
        }
    }

    fn page(&mut self, now: Moment, ask: &PageAsk, page: Result<EntriesPage, FetchFailure>) {
        let (Some(epoch), Some(me)) = (self.epoch, self.me.as_ref().map(|me| me.id)) else {
            return;
        };
        let own: Vec<_> = match &page {
            Ok(page) if page.epoch == epoch => self.own_writes(ask.room, &page.entries),
            Ok(_) | Err(_) => Vec::new(),
        };
        let Some(timeline) = self.timelines.get_mut(&ask.room) else {
            return;
        };
        match timeline.page(now, ask, page, epoch, me, &mut self.chance) {
            Answered::Dropped => {}
            Answered::Failed => self.out.timeline_changed(ask.room),
            Answered::Taken(new) => {
                let resolved = self.resolve(&own);
                self.recovery.fetched(new.saturating_sub(resolved));
                self.out.timeline_changed(ask.room);
            }
        }
    }

    fn adopt(&mut self, kept: Vec<Kept>) {
        for kept in kept {
            if self.outbox.contains(kept.client_id) {
                continue;
            }
            self.pending_changed.insert(kept.room);
            self.out.push(Output::Keep(kept.clone()));
            self.outbox.adopt(kept);
        }
    }
}

#[cfg(test)]
mod tests;
