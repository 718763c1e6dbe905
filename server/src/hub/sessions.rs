//! The sessions of this node, and how the rest of the server reaches one.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};

use chat_store::records::SignedIn;
use shared::entry::Entry;
use shared::ids::{ClientId, LoginId, RoomId, SessionId, UserId};
use shared::server_frame::ServerFrame;

use super::feed::{Feed, News, encode};
use crate::chat::mailbox::{Mailbox, Signalled};
use crate::clock::wall_time;
use crate::websocket::Encoded;

/// What others may know of one connection, and its mailbox.
#[derive(Debug)]
pub struct SessionHandle {
    /// Never used twice while the process lives.
    pub id: SessionId,
    /// What it speaks.
    pub language: Language,
    /// What waits for it.
    pub mailbox: Mailbox,
    who: OnceLock<SignedIn>,
    follows: Mutex<Vec<RoomId>>,
}

/// What a connection speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// `confab.v1`.
    Frames,
    /// Lines of text.
    Plain(LineMark),
}

/// Marks the writes of one plain connection: their client ids end in these bytes. By
/// it a connection's own lines are known wherever they come from, so that its sender
/// does not hear them twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineMark([u8; 6]);

/// All sessions, by id and by user.
#[derive(Debug, Default)]
pub struct Sessions(Mutex<Tables>);

#[derive(Debug, Default)]
struct Tables {
    by_id: HashMap<SessionId, Arc<SessionHandle>>,
    by_user: HashMap<UserId, Vec<Arc<SessionHandle>>>,
}

impl SessionHandle {
    /// A connection that nobody knows of yet.
    #[must_use]
    pub fn new(id: SessionId, language: Language) -> Arc<Self> {
        Arc::new(Self {
            id,
            language,
            mailbox: Mailbox::default(),
            who: OnceLock::new(),
            follows: Mutex::default(),
        })
    }

    /// Whose session it is, once that is known.
    pub fn who(&self) -> Option<&SignedIn> {
        self.who.get()
    }

    /// The user's id, once known.
    pub fn user(&self) -> Option<UserId> {
        self.who().map(|who| who.user.id)
    }

    /// By which login, once known and if by one.
    pub fn login(&self) -> Option<LoginId> {
        self.who().and_then(|who| who.login)
    }

    /// Whether it follows a room.
    pub fn follows(&self, room: RoomId) -> bool {
        self.lock_follows().contains(&room)
    }

    /// Offers entries. A plain session does not get its own lines.
    pub fn feed(&self, feed: &Feed<'_>) {
        match self.language {
            Language::Frames => self.offer(feed.frame().clone()),
            Language::Plain(mark) => {
                for (entry, line) in feed.lines() {
                    if !mark.is_on(entry) {
                        self.offer(line.clone());
                    }
                }
            }
        }
    }

    /// Offers news that must not be skipped.
    pub fn tell(&self, news: &News) {
        if self.language == Language::Frames {
            self.offer(news.encoded().clone());
        }
    }

    /// Offers news that may be skipped; answers whether they were.
    pub fn signal(&self, news: &News) -> Signalled {
        if self.language == Language::Frames {
            self.mailbox.offer_signal(news.encoded().clone())
        } else {
            Signalled::NotForIt
        }
    }

    /// Offers a frame that is for this session alone.
    pub fn answer(&self, frame: &ServerFrame) {
        if self.language == Language::Frames {
            self.offer(encode(frame));
        }
    }

    pub(super) fn begin_follow(&self, room: RoomId) {
        let mut follows = self.lock_follows();
        if !follows.contains(&room) {
            follows.push(room);
        }
    }

    pub(super) fn end_follow(&self, room: RoomId) {
        self.lock_follows().retain(|followed| *followed != room);
    }

    pub(super) fn take_follows(&self) -> Vec<RoomId> {
        std::mem::take(&mut *self.lock_follows())
    }

    fn offer(&self, frame: Encoded) {
        // An overflow is the driver's to act on; it is woken and closes.
        let _ = self.mailbox.offer(frame);
    }

    fn lock_follows(&self) -> MutexGuard<'_, Vec<RoomId>> {
        self.follows.lock().expect(NO_PANIC)
    }
}

impl LineMark {
    /// A mark that no other connection has, but by a chance of one to 2^48.
    #[must_use]
    pub fn random() -> Self {
        let mut bytes = [0; 6];
        getrandom::fill(&mut bytes).expect("the operating system gives randomness");
        Self(bytes)
    }

    /// The id of the connection's `number`th line. Two lines of one millisecond differ
    /// by their number.
    #[must_use]
    pub fn client_id(self, number: u16) -> ClientId {
        let [high, low] = number.to_be_bytes();
        let mut bytes = [0; 10];
        // Version and variant take bits of bytes 0 and 2.
        (bytes[1], bytes[3]) = (high, low);
        bytes[4..].copy_from_slice(&self.0);
        ClientId::new_v7(wall_time().0, bytes)
    }

    /// Whether an entry is a line of this connection.
    #[must_use]
    pub fn is_on(self, entry: &Entry) -> bool {
        entry.client_id.to_bytes().ends_with(&self.0)
    }
}

impl Sessions {
    /// Enters a session that is not greeted yet.
    pub fn add(&self, session: &Arc<SessionHandle>) {
        self.lock().by_id.insert(session.id, session.clone());
    }

    /// Enters whose it is. False if that was known already or the session has ended.
    pub fn greet(&self, session: &Arc<SessionHandle>, who: SignedIn) -> bool {
        let user = who.user.id;
        let mut tables = self.lock();
        if !tables.by_id.contains_key(&session.id) || session.who.set(who).is_err() {
            return false;
        }
        tables
            .by_user
            .entry(user)
            .or_default()
            .push(session.clone());
        true
    }

    /// Removes a session; answers whether it had been greeted.
    pub fn remove(&self, session: &SessionHandle) -> bool {
        let mut tables = self.lock();
        tables.by_id.remove(&session.id);
        let Some(user) = session.user() else {
            return false;
        };
        if let Some(others) = tables.by_user.get_mut(&user) {
            others.retain(|other| other.id != session.id);
            if others.is_empty() {
                tables.by_user.remove(&user);
            }
        }
        true
    }

    /// Every session, greeted or not. A copy: no lock is held while it is walked.
    pub fn all(&self) -> Vec<Arc<SessionHandle>> {
        self.lock().by_id.values().cloned().collect()
    }

    /// Every session whose user is known.
    pub fn greeted(&self) -> Vec<Arc<SessionHandle>> {
        self.lock().by_user.values().flatten().cloned().collect()
    }

    /// The sessions of one user.
    pub fn of_user(&self, user: UserId) -> Vec<Arc<SessionHandle>> {
        self.lock().by_user.get(&user).cloned().unwrap_or_default()
    }

    fn lock(&self) -> MutexGuard<'_, Tables> {
        self.0.lock().expect(NO_PANIC)
    }
}

const NO_PANIC: &str = "no panic happens under a lock of the sessions";

#[cfg(test)]
mod tests;
