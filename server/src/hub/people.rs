//! The hub's sessions: whose they are, who is here, and what they hear of rooms that
//! are not on screen.

use std::collections::HashMap;
use std::sync::Arc;

use chat_rules::presence;
use chat_store::records::{Mark, SignedIn};
use shared::close::CloseCode;
use shared::ids::{LoginId, RoomId, SessionId, UserId};
use shared::kept::{Kept, KeptThing};
use shared::moment::Moment;
use shared::server_frame::{Moved, ReadMark, RoomAdded, RoomHead, ServerFrame};
use shared::signal::{Roster, Status};

use super::feed::News;
use super::sessions::{Language, SessionHandle};
use super::{Hub, NO_PANIC};
use crate::access::RoomFacts;
use crate::chat::mailbox::Order;

impl Hub {
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
        self.leave_all(now, session);
        if self.sessions.remove(session) {
            self.tell_presence(now, presence::Input::Left(session.id));
        }
    }

    /// Nobody looks at this session, or somebody does again.
    pub fn away(&self, now: Moment, session: SessionId, away: bool) {
        self.tell_presence(now, presence::Input::Away(session, away));
    }

    /// What a user says of themselves now.
    pub fn says(&self, now: Moment, user: UserId, status: Option<Box<Status>>) {
        self.tell_presence(now, presence::Input::Says(user, status));
    }

    /// Who is here, for a welcome.
    #[must_use]
    pub fn roster(&self) -> Roster {
        self.presence.lock().expect(NO_PANIC).roster()
    }

    /// Announces a room to every session that may read it, but the one that made it.
    pub fn room_added(&self, room: &RoomFacts, maker: Option<SessionId>) {
        let end = room.end();
        let added = RoomAdded {
            room: room.id,
            name: room.name.clone(),
            head: end.seq,
            posts: end.posts,
        };
        let news = News::new(ServerFrame::RoomAdded(added));
        for session in self.sessions.greeted() {
            let may_know = session
                .user()
                .is_some_and(|user| room.rights().is_known_to(user));
            if Some(session.id) != maker && may_know {
                session.tell(&news);
            }
        }
    }

    /// Tells a user's other sessions where the read mark is now.
    pub fn read_mark(&self, user: UserId, room: RoomId, mark: Mark, from: SessionId) {
        let news = News::new(ServerFrame::ReadMark(ReadMark {
            room,
            seq: mark.seq,
            posts: mark.posts,
        }));
        for session in self.sessions.of_user(user) {
            if session.id != from {
                session.tell(&news);
            }
        }
    }

    /// Tells all of a user's sessions that something changed that is kept for them.
    pub fn kept(&self, user: UserId, what: KeptThing) {
        let news = News::new(ServerFrame::Kept(Kept { what }));
        for session in self.sessions.of_user(user) {
            session.tell(&news);
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

    /// Tells each session which rooms went on that it does not follow. Sessions with
    /// the same news share one frame.
    pub(super) fn tell_moved(&self) {
        let moved = std::mem::take(&mut *self.moved.lock().expect(NO_PANIC));
        let moved: Vec<_> = moved
            .into_iter()
            .filter_map(|id| self.directory.by_id(id))
            .collect();
        if moved.is_empty() {
            return;
        }
        let mut told: HashMap<Vec<RoomId>, News> = HashMap::new();
        let mut dropped = 0;
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
                    .map(|room| {
                        let end = room.end();
                        RoomHead {
                            room: room.id,
                            head: end.seq,
                            posts: end.posts,
                        }
                    })
                    .collect();
                News::new(ServerFrame::Moved(Moved { rooms }))
            });
            dropped += session.signal(frame).dropped();
        }
        self.metrics.signals_dropped(dropped);
    }

    /// Tells who came and went, once it is time.
    pub(super) fn tick_presence(&self, now: Moment) {
        let due = self.presence.lock().expect(NO_PANIC).deadline();
        if due.is_some_and(|due| due <= now) {
            self.tell_presence(now, presence::Input::Deadline);
        }
    }

    fn tell_presence(&self, now: Moment, input: presence::Input) {
        // Told under the lock: two changes must not overtake each other.
        let mut presence = self.presence.lock().expect(NO_PANIC);
        let mut dropped = 0;
        for output in presence.handle(now, input) {
            let news = News::new(match output {
                presence::Output::Changed(changes) => ServerFrame::Presence(changes),
                presence::Output::Whole(roster) => ServerFrame::Roster(roster),
            });
            for session in self.sessions.greeted() {
                dropped += session.signal(&news).dropped();
            }
        }
        self.metrics.signals_dropped(dropped);
    }
}
