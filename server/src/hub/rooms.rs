//! The hub's rooms: who follows what, and what that makes it do.

use std::collections::HashMap;
use std::sync::atomic::Ordering;
use std::sync::{Arc, MutexGuard};
use std::time::Instant;

use chat_rules::room::{Generation, Input, Output, Page, Room};
use chat_store::records::SignedIn;
use shared::cursor::{Cursor, Seq};
use shared::entry::Entry;
use shared::ids::{RequestId, RoomId, SessionId};
use shared::moment::Moment;
use shared::server_frame::{Following, Gone, GoneReason, Live, Refused, ServerFrame, TypingIn};

use super::feed::{Feed, News};
use super::sessions::{Language, SessionHandle};
use super::{Hub, NO_PANIC, SHARDS, Shard};
use crate::chat::mailbox::ReadWanted;

impl Hub {
    /// Hands a stored entry to the followers of its room.
    pub fn publish(&self, now: Moment, room: RoomId, entry: Arc<Entry>) {
        let start = Instant::now();
        self.moved.lock().expect(NO_PANIC).insert(room);
        self.tell_room(now, room, Input::Appended(entry));
        self.metrics.fanned_out_since(start);
    }

    /// Makes a session a follower of a room. Everything that follows from it comes
    /// through the session's mailbox.
    pub fn follow(
        &self,
        now: Moment,
        room: RoomId,
        session: &Arc<SessionHandle>,
        id: RequestId,
        after: Option<Cursor>,
    ) {
        session.begin_follow(room);
        let mut shard = self.shard(room);
        shard
            .rooms
            .entry(room)
            .or_insert_with(|| Room::new(self.incarnations.fetch_add(1, Ordering::Relaxed)));
        let join = Input::Join {
            follower: session.id,
            handle: session.clone(),
            id,
            after,
        };
        self.run(&mut shard, now, room, join);
    }

    /// Ends it. Frames on their way may still arrive.
    pub fn unfollow(&self, now: Moment, room: RoomId, session: &SessionHandle) {
        session.end_follow(room);
        self.tell_room(
            now,
            room,
            Input::Leave {
                follower: session.id,
            },
        );
    }

    /// The same in every room.
    pub(super) fn leave_all(&self, now: Moment, session: &SessionHandle) {
        for room in session.take_follows() {
            self.tell_room(
                now,
                room,
                Input::Leave {
                    follower: session.id,
                },
            );
        }
    }

    /// Gives a follower the page that its room wanted for it, or says that it could
    /// not be read.
    pub fn page_read(
        &self,
        now: Moment,
        room: RoomId,
        to: SessionId,
        generation: Generation,
        page: Option<Page>,
    ) {
        let input = match page {
            Some(page) => Input::Page {
                to,
                generation,
                page,
            },
            None => Input::ReadFailed { to, generation },
        };
        self.tell_room(now, room, input);
    }

    /// Waits until a room lacks entries; answers which rooms do, and after what.
    pub async fn missing(&self) -> HashMap<RoomId, Seq> {
        loop {
            let missing = std::mem::take(&mut *self.missing.lock().expect(NO_PANIC));
            if !missing.is_empty() {
                return missing;
            }
            self.missing_came.notified().await;
        }
    }

    /// Gives a room the entries that it lacked, or says that they could not be read.
    pub fn missing_read(&self, now: Moment, room: RoomId, page: Option<Page>) {
        let input = page.map_or(Input::MissingFailed, Input::Missing);
        self.tell_room(now, room, input);
    }

    /// Signals to a room's followers that somebody types there, or in a thread of it.
    pub fn typing(&self, room: RoomId, thread: Option<Seq>, who: &SignedIn) {
        let news = News::new(ServerFrame::Typing(TypingIn {
            room,
            user: who.user.clone(),
            thread,
        }));
        let shard = self.shard(room);
        let Some(room) = shard.rooms.get(&room) else {
            return;
        };
        let mut dropped = 0;
        for (_, follower) in room.live() {
            if follower.user() != Some(who.user.id) {
                dropped += follower.signal(&news).dropped();
            }
        }
        self.metrics.signals_dropped(dropped);
    }

    /// Lets rooms act whose deadline may have passed.
    pub(super) fn tick_rooms(&self, now: Moment) {
        for shard in &self.shards {
            let mut shard = shard.lock().expect(NO_PANIC);
            for room in std::mem::take(&mut shard.waiting) {
                self.run(&mut shard, now, room, Input::Deadline);
            }
        }
    }

    fn tell_room(&self, now: Moment, room: RoomId, input: Input<Arc<SessionHandle>>) {
        let mut shard = self.shard(room);
        self.run(&mut shard, now, room, input);
    }

    /// Gives a room one input and does what it says. A room without followers is not
    /// kept, and has nothing to do.
    fn run(&self, shard: &mut Shard, now: Moment, id: RoomId, input: Input<Arc<SessionHandle>>) {
        let Some(room) = shard.rooms.get_mut(&id) else {
            return;
        };
        let own_wish = match &input {
            Input::Join { follower, .. } | Input::Leave { follower } => Some(*follower),
            Input::Appended(_)
            | Input::Page { .. }
            | Input::ReadFailed { .. }
            | Input::Missing(_)
            | Input::MissingFailed
            | Input::Deadline => None,
        };
        for output in room.handle(now, input) {
            self.execute(room, id, own_wish, output);
        }
        if room.is_empty() {
            shard.rooms.remove(&id);
            shard.waiting.remove(&id);
        } else if room.deadline().is_some() {
            shard.waiting.insert(id);
        }
    }

    fn execute(
        &self,
        room: &Room<Arc<SessionHandle>>,
        id: RoomId,
        own_wish: Option<SessionId>,
        output: Output<Arc<SessionHandle>>,
    ) {
        match output {
            Output::Start {
                to,
                id: request,
                start,
                from,
                head,
            } => {
                if let Some(follower) = room.handle_of(to) {
                    if follower.language == Language::Frames {
                        self.metrics.follow_started(start);
                    }
                    let following = Following {
                        id: request,
                        room: id,
                        start,
                        from,
                        head,
                        topic: self.directory.by_id(id).and_then(|room| room.topic()),
                    };
                    follower.answer(&ServerFrame::Following(following));
                }
            }
            Output::Feed(entry) => {
                let feed = Feed::new(id, std::slice::from_ref(&*entry));
                for (_, follower) in room.live() {
                    follower.feed(&feed);
                }
            }
            Output::FeedOne { to, entries } => {
                if let Some(follower) = room.handle_of(to) {
                    follower.feed(&Feed::new(id, &entries));
                }
            }
            Output::Live { to, head, posts } => {
                if let Some(follower) = room.handle_of(to) {
                    follower.answer(&ServerFrame::Live(Live {
                        room: id,
                        head,
                        posts,
                    }));
                }
            }
            Output::Read {
                to,
                generation,
                page,
            } => {
                if let Some(follower) = room.handle_of(to) {
                    follower.mailbox.want_read(ReadWanted {
                        room: id,
                        generation,
                        page,
                    });
                }
            }
            Output::FetchMissing { after } => {
                self.missing.lock().expect(NO_PANIC).insert(id, after);
                self.missing_came.notify_one();
            }
            Output::Refuse {
                handle,
                id: request,
                refusal,
            } => {
                let refused = Refused {
                    id: Some(request),
                    refusal,
                };
                handle.answer(&ServerFrame::Refused(refused));
                Self::followed_no_more(&handle, id, own_wish);
            }
            Output::Drop { to: _, handle } => {
                let gone = Gone {
                    room: id,
                    reason: GoneReason::Unavailable,
                };
                handle.answer(&ServerFrame::Gone(gone));
                Self::followed_no_more(&handle, id, own_wish);
            }
        }
    }

    /// Tells a session that it lost a room, unless it asked for that itself.
    fn followed_no_more(session: &SessionHandle, room: RoomId, own_wish: Option<SessionId>) {
        if own_wish != Some(session.id) {
            session.end_follow(room);
            session.mailbox.tell_gone(room);
        }
    }

    pub(super) fn shard(&self, room: RoomId) -> MutexGuard<'_, Shard> {
        let index = usize::try_from(room.0).unwrap_or_default() % SHARDS;
        self.shards[index].lock().expect(NO_PANIC)
    }
}
