//! What the server says.

use shared::cursor::Seq;
use shared::entry::{Attached, Author, Entry, EntryKind, RoomTopic};
use shared::ids::{ClientId, RoomId};
use shared::moment::Moment;
use shared::refusal::{Refusal, RefusalCode};
use shared::server_frame::{
    Following, Gone, GoneReason, Live, Posted, Refused, RoomEntries, RoomMade, ServerFrame,
    TypingIn, Welcome,
};

use super::ChatClient;
use super::requests::Request;
use crate::backoff;
use crate::changes::{Change, Notice};
use crate::composing::MessageBox;
use crate::message::is_message;
use crate::mutants::{self, Mutant};
use crate::outbox::Verdict;
use crate::rooms::{Log, Place};
use crate::timeline;
use crate::{Kept, Output, Purpose};

/// Followers of a room that the server could not read come back spread over this
/// long, not all at once.
const UNAVAILABLE_SPREAD_MS: u64 = 5_000;

impl ChatClient {
    /// A frame came on the present socket.
    pub(super) fn receive(&mut self, now: Moment, frame: ServerFrame) {
        if !self.link.is_up() {
            self.receive_before_welcome(now, frame);
            return;
        }
        match frame {
            ServerFrame::Welcome(_) => {}
            ServerFrame::Following(following) => self.following(now, &following),
            ServerFrame::Entries(entries) => self.entries(now, entries),
            ServerFrame::Live(live) => self.live(&live),
            ServerFrame::Posted(posted) => self.posted(now, &posted),
            ServerFrame::RoomMade(made) => self.room_made(made),
            ServerFrame::Refused(refused) => self.refused(now, refused),
            ServerFrame::RoomAdded(added) => {
                let end = Place::new(added.head, added.posts);
                if self
                    .rooms
                    .add(added.room, added.name, end, Place::default())
                {
                    self.out.changed(Change::Rooms);
                }
            }
            ServerFrame::Moved(moved) => {
                for moved in moved.rooms {
                    let end = Place::new(moved.head, moved.posts);
                    if self.rooms.head(moved.room, end) {
                        self.out.changed(Change::Rooms);
                    }
                }
            }
            ServerFrame::ReadMark(mark) => {
                let place = Place::new(mark.seq, mark.posts);
                if self.rooms.seen_elsewhere(mark.room, place) {
                    self.out.changed(Change::Rooms);
                }
            }
            ServerFrame::Kept(kept) => self.out.changed(Change::Kept(kept.what)),
            ServerFrame::Typing(typing) => self.typing_in(now, typing),
            ServerFrame::Presence(presence) => {
                self.people.apply(presence);
                self.out.changed(Change::People);
            }
            ServerFrame::Roster(roster) => {
                self.people.replace(roster);
                self.out.changed(Change::People);
            }
            ServerFrame::Gone(gone) => self.gone(now, &gone),
            ServerFrame::Closing(closing) => self.link.closing(closing.reconnect_after_ms),
            ServerFrame::Ping(beat) => self.link.pinged(beat, &mut self.out),
            ServerFrame::Pong(beat) => self.link.ponged(now, beat),
        }
    }

    fn receive_before_welcome(&mut self, now: Moment, frame: ServerFrame) {
        match frame {
            ServerFrame::Welcome(welcome) => {
                if self.link.welcomed(now, &welcome) {
                    self.welcomed(now, *welcome);
                }
            }
            ServerFrame::Refused(refused) => {
                self.link.refused(refused.refusal.code, &mut self.out);
            }
            ServerFrame::Following(_)
            | ServerFrame::Entries(_)
            | ServerFrame::Live(_)
            | ServerFrame::Posted(_)
            | ServerFrame::RoomMade(_)
            | ServerFrame::RoomAdded(_)
            | ServerFrame::Moved(_)
            | ServerFrame::ReadMark(_)
            | ServerFrame::Kept(_)
            | ServerFrame::Typing(_)
            | ServerFrame::Presence(_)
            | ServerFrame::Roster(_)
            | ServerFrame::Gone(_)
            | ServerFrame::Closing(_)
            | ServerFrame::Ping(_)
            | ServerFrame::Pong(_) => {}
        }
    }

    fn welcomed(&mut self, now: Moment, welcome: Welcome) {
        let other_user = self.me.as_ref().is_some_and(|me| me.id != welcome.user.id);
        let other_log = other_user || self.epoch.is_some_and(|epoch| epoch != welcome.epoch);
        let first = self.epoch.is_none();
        if other_user {
            let (failed, gone) = self.outbox.user_changed();
            for kept in gone {
                self.pending_changed.insert(kept.room);
                self.out.push(Output::Forget(kept.client_id));
            }
            for kept in failed {
                self.pending_changed.insert(kept.room);
                self.out.push(Output::Keep(kept));
            }
        }
        self.me = Some(welcome.user);
        self.epoch = Some(welcome.epoch);
        self.server_version = Some(welcome.server);
        self.clock.set(now, welcome.now);
        if first && self.remembered_epoch != self.epoch {
            self.rooms.forget_where_the_user_came();
        }
        self.rooms.welcome(
            welcome.rooms,
            if other_log { Log::Other } else { Log::Same },
        );
        self.people.replace(welcome.roster);
        let followed: Vec<RoomId> = self.follows.rooms().collect();
        for room in followed {
            if self.rooms.get(room).is_none() {
                self.drop_timeline(room);
            } else if other_log
                && !mutants::is(Mutant::OtherLogIsKept)
                && let Some(timeline) = self.timelines.get_mut(&room)
            {
                timeline.forget();
            }
            self.out.timeline_changed(room);
        }
        if let Some(open) = self.follows.open_room().filter(|_| first || other_log) {
            let first_unread = self.first_unread(open);
            if let Some(timeline) = self.timelines.get_mut(&open) {
                timeline.set_first_unread(first_unread);
            }
        }
        self.out.changed(Change::Rooms);
        self.out.changed(Change::People);
        self.connected();
    }

    fn following(&mut self, now: Moment, following: &Following) {
        self.requests.answered(following.id);
        if let Some(topic) = &following.topic {
            self.heard_topic(following.room, topic);
        }
        let Some(timeline) = self.timelines.get_mut(&following.room) else {
            return;
        };
        if timeline.following(now, following) == timeline::Start::Begun {
            self.out.timeline_changed(following.room);
        }
    }

    fn entries(&mut self, now: Moment, fed: RoomEntries) {
        let Some(me) = self.me.as_ref().map(|me| me.id) else {
            return;
        };
        for entry in &fed.entries {
            let place = Place::of(entry);
            let moved = if entry.author.id == me {
                self.rooms.wrote(fed.room, place)
            } else {
                self.rooms.head(fed.room, place)
            };
            if moved {
                self.out.changed(Change::Rooms);
            }
            if let EntryKind::TopicSet { topic } = &entry.kind {
                let (seq, text) = (entry.seq, topic.clone());
                self.heard_topic(fed.room, &RoomTopic { seq, text });
            }
            let at = wrote_in(fed.room, entry);
            if at.is_some_and(|at| self.typing.wrote(at, entry.author.id)) {
                self.out.changed(Change::Typing(fed.room));
            }
        }
        let own = self.own_writes(fed.room, &fed.entries);
        let resolved = self.resolve(&own);
        if let Some(timeline) = self.timelines.get_mut(&fed.room) {
            let new = timeline.fed(now, fed.entries, me);
            self.recovery.fetched(new.saturating_sub(resolved));
            self.out.timeline_changed(fed.room);
        }
    }

    fn heard_topic(&mut self, room: RoomId, topic: &RoomTopic) {
        if self.rooms.topic(room, topic) {
            self.out.changed(Change::Rooms);
        }
    }

    fn live(&mut self, live: &Live) {
        let Some(timeline) = self.timelines.get_mut(&live.room) else {
            return;
        };
        timeline.live(live.head, live.posts);
        if timeline.is_live() {
            self.follows.caught_up(live.room);
        }
        self.out.timeline_changed(live.room);
        if self
            .rooms
            .head(live.room, Place::new(live.head, live.posts))
        {
            self.out.changed(Change::Rooms);
        }
    }

    fn posted(&mut self, now: Moment, posted: &Posted) {
        let Some(Request::Post(id)) = self.requests.answered(posted.id) else {
            return;
        };
        let Some(me) = self.me.clone() else { return };
        let Some(shown) = self.outbox.shown(id) else {
            return;
        };
        let Some(kept) = self.outbox.stored(id) else {
            return;
        };
        self.outbox.edit_stored(&kept, posted.seq);
        self.out.push(Output::Forget(id));
        self.keep_again();
        self.recovery.stored();
        self.pending_changed.insert(kept.room);
        let room = kept.room;
        let is_message = matches!(kept.purpose, Purpose::Post { thread: None, .. });
        if self.rooms.stored(room, posted.seq, is_message) {
            self.out.changed(Change::Rooms);
        }
        if let Purpose::Topic { topic } = &kept.purpose {
            let (seq, text) = (posted.seq, topic.clone());
            self.heard_topic(room, &RoomTopic { seq, text });
        }
        if let Some(timeline) = self.timelines.get_mut(&room) {
            let kind = kind(kept);
            let entry = Entry {
                seq: posted.seq,
                at: posted.at,
                author: me,
                client_id: id,
                kind,
                // The timeline knows, if it is the next.
                posts: 0,
                state: None,
            };
            timeline.landed(now, entry, shown);
            self.out.timeline_changed(room);
        }
    }

    /// Own pending writes among these entries, with their numbers.
    pub(super) fn own_writes(&self, room: RoomId, entries: &[Entry]) -> Vec<(ClientId, Seq)> {
        let Some(me) = &self.me else {
            return Vec::new();
        };
        let own = entries.iter().filter(|entry| entry.author.id == me.id);
        let pending = own.filter(|entry| {
            self.outbox
                .kept(entry.client_id)
                .is_some_and(|kept| kept.room == room)
        });
        pending.map(|entry| (entry.client_id, entry.seq)).collect()
    }

    /// These writes are stored: the log has them. Answers how many there were.
    pub(super) fn resolve(&mut self, stored: &[(ClientId, Seq)]) -> u64 {
        for (id, seq) in stored {
            if let Some(kept) = self.outbox.stored(*id) {
                self.outbox.edit_stored(&kept, *seq);
                self.out.push(Output::Forget(*id));
                self.recovery.stored();
                self.pending_changed.insert(kept.room);
            }
        }
        if !stored.is_empty() {
            self.keep_again();
        }
        stored.len() as u64
    }

    fn room_made(&mut self, made: RoomMade) {
        let summary = made.room;
        let end = Place::new(summary.head, summary.posts);
        let mark = Place::new(summary.read, summary.read_posts);
        self.rooms.add(summary.room, summary.name, end, mark);
        self.out.changed(Change::Rooms);
        if let Some(Request::MakeRoom { .. }) = self.requests.answered(made.id) {
            self.open_room(summary.room);
            self.out.changed(Change::RoomMade(summary.room));
        }
    }

    fn refused(&mut self, now: Moment, refused: Refused) {
        let request = refused.id.and_then(|id| self.requests.answered(id));
        if self.link.refused(refused.refusal.code, &mut self.out) {
            return;
        }
        match request {
            Some(Request::Post(id)) => self.post_refused(now, id, &refused),
            Some(Request::Follow(room)) => self.follow_refused(now, room, &refused.refusal),
            Some(Request::MakeRoom { .. }) => {
                self.out
                    .changed(Change::RoomRefused(refused.refusal.message));
            }
            None => {}
        }
    }

    fn post_refused(&mut self, now: Moment, id: ClientId, no: &Refused) {
        match self.outbox.refused(now, id, no, &mut self.chance) {
            Verdict::Waits(room) => {
                self.pending_changed.insert(room);
            }
            Verdict::Failed(room) => {
                self.pending_changed.insert(room);
                if no.refusal.code == RefusalCode::MessageDeleted && self.give_edit_back(id) {
                    return;
                }
                if let Some(kept) = self.outbox.kept(id) {
                    self.out.push(Output::Keep(kept.clone()));
                }
            }
            Verdict::Gone(room, why) => {
                self.pending_changed.insert(room);
                self.out.push(Output::Forget(id));
                if let Some(why) = why {
                    self.out.changed(Change::Notice(Notice::ChangeRefused(why)));
                }
            }
            Verdict::Unchanged => {}
        }
    }

    /// Where the message is gone an edit has no line to stand on: its words go back to the
    /// person. False for what is no edit.
    fn give_edit_back(&mut self, id: ClientId) -> bool {
        let is_edit = |kept: &&Kept| matches!(kept.purpose, Purpose::Edit { .. });
        if self.outbox.kept(id).filter(is_edit).is_none() {
            return false;
        }
        if let Some(kept) = self.outbox.cancel(id) {
            self.out.push(Output::Forget(id));
            self.taken_back(&kept);
            self.keep_again();
        }
        true
    }

    fn follow_refused(&mut self, now: Moment, room: RoomId, refusal: &Refusal) {
        if matches!(
            refusal.code,
            RefusalCode::UnknownRoom | RefusalCode::NotAllowed
        ) {
            self.room_ended(room);
        } else {
            let told = refusal.retry_after_ms.map(u64::from);
            self.follow_later(now, room, told.unwrap_or(backoff::CAP_MS));
        }
    }

    fn gone(&mut self, now: Moment, gone: &Gone) {
        match gone.reason {
            GoneReason::Removed => self.room_ended(gone.room),
            GoneReason::Unavailable => {
                let delay = backoff::BASE_MS + self.chance.up_to(UNAVAILABLE_SPREAD_MS);
                self.follow_later(now, gone.room, delay);
            }
        }
    }

    fn follow_later(&mut self, now: Moment, room: RoomId, delay_ms: u64) {
        self.follows.caught_up(room);
        if let Some(timeline) = self.timelines.get_mut(&room) {
            timeline.feed_ended(now.plus_ms(delay_ms.min(backoff::CAP_MS)));
            self.out.timeline_changed(room);
        }
    }

    /// The user may no longer read it.
    fn room_ended(&mut self, room: RoomId) {
        self.drop_timeline(room);
        if self.rooms.remove(room) {
            self.out.changed(Change::Rooms);
        }
    }

    fn drop_timeline(&mut self, room: RoomId) {
        self.follows.drop_room(room);
        self.timelines.remove(&room);
        self.out.timeline_changed(room);
    }

    fn typing_in(&mut self, now: Moment, typing: TypingIn) {
        let is_me = |me: &Author| me.id == typing.user.id;
        if self.me.as_ref().is_some_and(is_me) {
            return;
        }
        let TypingIn { room, user, thread } = typing;
        if self.typing.heard(now, MessageBox { room, thread }, user) {
            self.out.changed(Change::Typing(room));
        }
    }
}

/// The box in which a message was written; none for an entry that is none.
fn wrote_in(room: RoomId, entry: &Entry) -> Option<MessageBox> {
    if is_message(entry) {
        return Some(room.into());
    }
    let EntryKind::Replied { thread, .. } = entry.kind else {
        return None;
    };
    let thread = Some(thread);
    Some(MessageBox { room, thread })
}

/// A stored write, as its entry has it.
fn kind(kept: Kept) -> EntryKind {
    match kept.purpose {
        Purpose::Post {
            reply_to,
            thread,
            files,
        } => {
            let (text, forwarded) = (kept.text, None);
            let attached = Attached { files, forwarded };
            match thread {
                Some(thread) => EntryKind::Replied {
                    thread,
                    text,
                    attached,
                },
                None => EntryKind::Posted {
                    text,
                    reply_to,
                    attached,
                },
            }
        }
        Purpose::Edit { target, .. } => EntryKind::Edited {
            target,
            text: kept.text,
        },
        Purpose::Delete { target } => EntryKind::Deleted { target },
        Purpose::React { target, emoji } => EntryKind::Reacted { target, emoji },
        Purpose::Unreact { target, emoji } => EntryKind::Unreacted { target, emoji },
        Purpose::Topic { topic } => EntryKind::TopicSet { topic },
        Purpose::Pin { target } => EntryKind::Pinned { target },
        Purpose::Unpin { target } => EntryKind::Unpinned { target },
    }
}
