//! How what happens reaches everybody: rooms and their followers on this node, the
//! sessions of all users, presence.
//!
//! A room's state is a `chat_rules` machine under one of a few short locks; one call
//! is one lock, held without waiting for anything. An entry is encoded once per
//! language ([`feed`]) and offered to mailboxes as shared bytes, so a follower costs
//! a pointer. Losing anything here costs latency and never a message: the store has it.

pub mod feed;
pub mod sessions;

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use chat_rules::presence::{self, Presence};
use chat_rules::room::{Generation, Input, Output, Page, Room};
use chat_store::records::SignedIn;
use shared::close::CloseCode;
use shared::cursor::{Cursor, Seq};
use shared::entry::Entry;
use shared::ids::{LoginId, RequestId, RoomId, SessionId, UserId};
use shared::moment::Moment;
use shared::server_frame::{
    Following, Gone, GoneReason, Live, Moved, ReadMark, Refused, RoomAdded, RoomHead, ServerFrame,
    TypingIn,
};
use shared::signal::Roster;
use tokio::sync::Notify;

use crate::access::{Directory, RoomFacts};
use crate::chat::mailbox::{Order, ReadWanted};
use feed::{Feed, News};
use sessions::{Language, SessionHandle, Sessions};

/// Rooms that hash to different shards never wait for each other. Some dozens, so
/// that even on many cores two busy rooms seldom meet.
const SHARDS: usize = 32;

/// Everything that is known of sessions and followers on this node.
#[derive(Debug)]
pub struct Hub {
    shards: Box<[Mutex<Shard>]>,
    incarnations: AtomicU64,
    sessions: Sessions,
    presence: Mutex<Presence>,
    directory: Arc<Directory>,
    /// Rooms that went on since `moved` was last told.
    moved: Mutex<BTreeSet<RoomId>>,
    /// Rooms that wait for entries they lack, and from where.
    missing: Mutex<HashMap<RoomId, Seq>>,
    missing_came: Notify,
}

#[derive(Debug, Default)]
struct Shard {
    rooms: HashMap<RoomId, Room<Arc<SessionHandle>>>,
    /// Rooms whose machine has a deadline.
    waiting: BTreeSet<RoomId>,
}

impl Hub {
    /// A hub without sessions.
    #[must_use]
    pub fn new(directory: Arc<Directory>) -> Self {
        Self {
            shards: (0..SHARDS).map(|_| Mutex::default()).collect(),
            incarnations: AtomicU64::new(1),
            sessions: Sessions::default(),
            presence: Mutex::new(Presence::new()),
            directory,
            moved: Mutex::default(),
            missing: Mutex::default(),
            missing_came: Notify::new(),
        }
    }

    /// The sessions of this node.
    #[must_use]
    pub fn sessions(&self) -> &Sessions {
        &self.sessions
    }

    // Rooms

    /// Hands a stored entry to the followers of its room.
    pub fn publish(&self, now: Moment, room: RoomId, entry: Arc<Entry>) {
        self.moved.lock().expect(NO_PANIC).insert(room);
        self.tell_room(now, room, Input::Appended(entry));
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
        shard.rooms.entry(room).or_insert_with(|| {
            Room::new(self.incarnations.fetch_add(1, Ordering::Relaxed))
        });
        let join = Input::Join { follower: session.id, handle: session.clone(), id, after };
        self.run(&mut shard, now, room, join);
    }

    /// Ends it. Frames on their way may still arrive.
    pub fn unfollow(&self, now: Moment, room: RoomId, session: &SessionHandle) {
        session.end_follow(room);
        self.tell_room(now, room, Input::Leave { follower: session.id });
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
            Some(page) => Input::Page { to, generation, page },
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

    /// Signals to a room's followers that somebody types there.
    pub fn typing(&self, room: RoomId, who: &SignedIn) {
        let news = News::new(ServerFrame::Typing(TypingIn { room, user: who.user.clone() }));
        let shard = self.shard(room);
        let Some(room) = shard.rooms.get(&room) else { return };
        for (_, follower) in room.live() {
            if follower.user() != Some(who.user.id) {
                follower.signal(&news);
            }
        }
    }

    // Sessions

    /// Enters a new connection.
    pub fn connect(&self, session: &Arc<SessionHandle>) {
        self.sessions.add(session);
    }

    /// Tells whose session it is: from here it hears of rooms and people, and others
    /// see that its user is here.
    pub fn greet(&self, now: Moment, session: &Arc<SessionHandle>, who: SignedIn) {
        let user = who.user.clone();
        if self.sessions.greet(session, who) {
            self.tell_presence(now, presence::Input::Joined(session.id, user));
        }
    }

    /// Removes a connection that has ended.
    pub fn disconnect(&self, now: Moment, session: &SessionHandle) {
        for room in session.take_follows() {
            self.tell_room(now, room, Input::Leave { follower: session.id });
        }
        if self.sessions.remove(session) {
            self.tell_presence(now, presence::Input::Left(session.id));
        }
    }

    /// Nobody looks at this session, or somebody does again.
    pub fn away(&self, now: Moment, session: SessionId, away: bool) {
        self.tell_presence(now, presence::Input::Away(session, away));
    }

    /// Who is here, for a welcome.
    #[must_use]
    pub fn roster(&self) -> Roster {
        self.presence.lock().expect(NO_PANIC).roster()
    }

    /// Announces a room to every session that may read it, but the one that made it.
    pub fn room_added(&self, room: &RoomFacts, maker: Option<SessionId>) {
        let added = RoomAdded { room: room.id, name: room.name.clone(), head: room.head() };
        let news = News::new(ServerFrame::RoomAdded(added));
        for session in self.sessions.greeted() {
            let may_know = session.user().is_some_and(|user| room.rights().is_known_to(user));
            if Some(session.id) != maker && may_know {
                session.tell(&news);
            }
        }
    }

    /// Tells a user's other sessions where the read mark is now.
    pub fn read_mark(&self, user: UserId, room: RoomId, seq: Seq, from: SessionId) {
        let news = News::new(ServerFrame::ReadMark(ReadMark { room, seq }));
        for session in self.sessions.of_user(user) {
            if session.id != from {
                session.tell(&news);
            }
        }
    }

    /// Closes every session of a login.
    pub fn close_login(&self, user: UserId, login: LoginId, code: CloseCode) {
        for session in self.sessions.of_user(user) {
            if session.login() == Some(login) {
                session.mailbox.order(Order::Close(code));
            }
        }
    }

    // Time

    /// What is due now and then: deadlines of rooms and of presence.
    pub fn tick(&self, now: Moment) {
        for shard in &self.shards {
            let mut shard = shard.lock().expect(NO_PANIC);
            for room in std::mem::take(&mut shard.waiting) {
                self.run(&mut shard, now, room, Input::Deadline);
            }
        }
        let due = self.presence.lock().expect(NO_PANIC).deadline();
        if due.is_some_and(|due| due <= now) {
            self.tell_presence(now, presence::Input::Deadline);
        }
    }

    /// Tells each session which rooms went on that it does not follow. Sessions with
    /// the same news share one frame.
    pub fn tell_moved(&self) {
        let moved = std::mem::take(&mut *self.moved.lock().expect(NO_PANIC));
        let moved: Vec<_> = moved.into_iter().filter_map(|id| self.directory.by_id(id)).collect();
        if moved.is_empty() {
            return;
        }
        let mut told: HashMap<Vec<RoomId>, News> = HashMap::new();
        for session in self.sessions.greeted() {
            let Some(user) = session.user() else { continue };
            let news: Vec<RoomId> = moved
                .iter()
                .filter(|room| room.rights().is_known_to(user) && !session.follows(room.id))
                .map(|room| room.id)
                .collect();
            if news.is_empty() || session.language != Language::Frames {
                continue;
            }
            let frame = told.entry(news).or_insert_with_key(|news| {
                let rooms = moved
                    .iter()
                    .filter(|room| news.contains(&room.id))
                    .map(|room| RoomHead { room: room.id, head: room.head() })
                    .collect();
                News::new(ServerFrame::Moved(Moved { rooms }))
            });
            session.signal(frame);
        }
    }

    fn tell_presence(&self, now: Moment, input: presence::Input) {
        // Told under the lock: two changes must not overtake each other.
        let mut presence = self.presence.lock().expect(NO_PANIC);
        for output in presence.handle(now, input) {
            let news = News::new(match output {
                presence::Output::Changed(changes) => ServerFrame::Presence(changes),
                presence::Output::Whole(roster) => ServerFrame::Roster(roster),
            });
            for session in self.sessions.greeted() {
                session.signal(&news);
            }
        }
    }

    fn tell_room(&self, now: Moment, room: RoomId, input: Input<Arc<SessionHandle>>) {
        let mut shard = self.shard(room);
        self.run(&mut shard, now, room, input);
    }

    /// Gives a room one input and does what it says. A room without followers is not
    /// kept, and has nothing to do.
    fn run(
        &self,
        shard: &mut Shard,
        now: Moment,
        id: RoomId,
        input: Input<Arc<SessionHandle>>,
    ) {
        let Some(room) = shard.rooms.get_mut(&id) else { return };
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
            Output::Start { to, id: request, start, from, head } => {
                if let Some(follower) = room.handle_of(to) {
                    let following = Following { id: request, room: id, start, from, head };
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
            Output::Live { to, head } => {
                if let Some(follower) = room.handle_of(to) {
                    follower.answer(&ServerFrame::Live(Live { room: id, head }));
                }
            }
            Output::Read { to, generation, page } => {
                if let Some(follower) = room.handle_of(to) {
                    follower.mailbox.want_read(ReadWanted { room: id, generation, page });
                }
            }
            Output::FetchMissing { after } => {
                self.missing.lock().expect(NO_PANIC).insert(id, after);
                self.missing_came.notify_one();
            }
            Output::Refuse { handle, id: request, refusal } => {
                let refused = Refused { id: Some(request), refusal };
                handle.answer(&ServerFrame::Refused(refused));
                Self::followed_no_more(&handle, id, own_wish);
            }
            Output::Drop { to: _, handle } => {
                let gone = Gone { room: id, reason: GoneReason::Unavailable };
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

    fn shard(&self, room: RoomId) -> MutexGuard<'_, Shard> {
        let index = usize::try_from(room.0).unwrap_or_default() % SHARDS;
        self.shards[index].lock().expect(NO_PANIC)
    }
}

const NO_PANIC: &str = "no panic happens under a lock of the hub";

#[cfg(test)]
mod tests;
