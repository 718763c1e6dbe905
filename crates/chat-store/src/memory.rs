//! The reference store: everything in memory behind one lock.
//!
//! It says in the fewest words what every store has to do, and tests run against
//! it at full speed. Each call does its whole work before it returns, so its place
//! in line is the order in which calls took the lock. Nothing waits under the lock
//! and nothing survives the process: it promises all but durability.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::future::ready;
use std::sync::{Mutex, MutexGuard};

use shared::cursor::{Epoch, Seq};
use shared::entry::{Author, Entry};
use shared::ids::{ClientId, LoginId, RoomId, UserId};
use shared::limits::PAGE_BYTES_MAX;
use shared::text::{DisplayName, RoomName};

use crate::records::{
    Appended, NewEntry, NewLogin, NewUser, Page, Role, RoomKind, RoomRecord, SignedIn, TokenHash,
    UserRecord,
};
use crate::{LOBBY, LOBBY_NAME, Later, Store, StoreError, entry_of, text_bytes};

/// A store that forgets everything with the process.
pub struct MemoryStore {
    epoch: Epoch,
    tables: Mutex<Tables>,
}

#[derive(Default)]
struct Tables {
    closed: bool,
    rooms: BTreeMap<RoomId, Room>,
    users: BTreeMap<UserId, User>,
    logins: BTreeMap<LoginId, Login>,
    read_marks: BTreeMap<(UserId, RoomId), Seq>,
}

struct Room {
    name: RoomName,
    kind: RoomKind,
    members: Vec<UserId>,
    /// The entry with number n is at n - 1.
    log: Vec<Entry>,
    written: HashMap<(UserId, ClientId), Seq>,
}

struct User {
    name: DisplayName,
    role: Role,
}

struct Login {
    user: UserId,
    token: TokenHash,
    state: LoginState,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LoginState {
    Live,
    Ended,
}

impl MemoryStore {
    /// An empty store with the lobby. `epoch_seed` becomes the epoch: the caller
    /// owns chance, so that a test can choose it.
    #[must_use]
    pub fn new(epoch_seed: u64) -> Self {
        let mut tables = Tables::default();
        tables.rooms.insert(
            LOBBY,
            Room::new(RoomName::from_stored(LOBBY_NAME.to_owned())),
        );
        Self {
            epoch: Epoch(epoch_seed),
            tables: Mutex::new(tables),
        }
    }

    fn tables(&self) -> Result<MutexGuard<'_, Tables>, StoreError> {
        let tables = self
            .tables
            .lock()
            .expect("nothing panics while it holds the tables");
        if tables.closed {
            return Err(StoreError::Unavailable("it is closed".to_owned()));
        }
        Ok(tables)
    }

    fn page(
        &self,
        room: RoomId,
        pick: impl FnOnce(&[Entry]) -> Vec<Entry>,
    ) -> Result<Page, StoreError> {
        let tables = self.tables()?;
        let room = tables.room(room)?;
        Ok(Page {
            epoch: self.epoch,
            head: room.head(),
            entries: pick(&room.log),
        })
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore")
            .field("epoch", &self.epoch)
            .finish_non_exhaustive()
    }
}

impl Store for MemoryStore {
    fn epoch(&self) -> Epoch {
        self.epoch
    }

    fn append(&self, entry: NewEntry) -> Later<Appended> {
        now(self.tables().and_then(|mut tables| tables.append(&entry)))
    }

    fn entries_after(&self, room: RoomId, after: Seq, limit: u16) -> Later<Page> {
        now(self.page(room, |log| {
            let start = place(after).min(log.len());
            fitting(log[start..].iter(), limit).cloned().collect()
        }))
    }

    fn entries_before(&self, room: RoomId, before: Option<Seq>, limit: u16) -> Later<Page> {
        now(self.page(room, |log| {
            let end = before.map_or(log.len(), |seq| place(seq.previous()).min(log.len()));
            let mut newest: Vec<Entry> = fitting(log[..end].iter().rev(), limit).cloned().collect();
            newest.reverse();
            newest
        }))
    }

    fn rooms(&self) -> Later<Vec<RoomRecord>> {
        now(self.tables().map(|tables| {
            tables
                .rooms
                .iter()
                .map(|(id, room)| room.record(*id))
                .collect()
        }))
    }

    fn make_room(&self, name: RoomName, by: UserId) -> Later<RoomRecord> {
        now(self
            .tables()
            .and_then(|mut tables| tables.make_room(name, by)))
    }

    fn make_user(&self, user: NewUser, login: Option<NewLogin>) -> Later<SignedIn> {
        now(self
            .tables()
            .and_then(|mut tables| tables.make_user(user, login)))
    }

    fn user_by_name(&self, name: DisplayName) -> Later<Option<UserRecord>> {
        now(self.tables().map(|tables| tables.user_by_name(&name)))
    }

    fn is_fresh(&self) -> Later<bool> {
        now(self.tables().map(|tables| tables.logins.is_empty()))
    }

    fn login(&self, token: TokenHash) -> Later<Option<SignedIn>> {
        now(self.tables().map(|tables| tables.login(token)))
    }

    fn end_login(&self, login: LoginId) -> Later<()> {
        now(self.tables().and_then(|mut tables| {
            let login = tables
                .logins
                .get_mut(&login)
                .ok_or(StoreError::NotFound("login"))?;
            login.state = LoginState::Ended;
            Ok(())
        }))
    }

    fn mark_read(&self, user: UserId, room: RoomId, seq: Seq) -> Later<Seq> {
        now(self
            .tables()
            .and_then(|mut tables| tables.mark_read(user, room, seq)))
    }

    fn read_marks(&self, user: UserId) -> Later<Vec<(RoomId, Seq)>> {
        now(self.tables().map(|tables| {
            let of_user = (user, RoomId(0))..=(user, RoomId(u64::MAX));
            tables
                .read_marks
                .range(of_user)
                .map(|((_, room), seq)| (*room, *seq))
                .collect()
        }))
    }

    fn close(&self) -> Later<()> {
        now(self.tables().map(|mut tables| tables.closed = true))
    }
}

impl Tables {
    fn append(&mut self, new: &NewEntry) -> Result<Appended, StoreError> {
        let author = self.author(new.author)?;
        let room = self
            .rooms
            .get_mut(&new.room)
            .ok_or(StoreError::NotFound("room"))?;
        let write = (new.author, new.client_id);
        if let Some(seq) = room.written.get(&write) {
            return Ok(Appended::Repeated(room.log[place(seq.previous())].clone()));
        }
        let entry = entry_of(new, author, room.head().next());
        room.written.insert(write, entry.seq);
        room.log.push(entry.clone());
        Ok(Appended::Fresh(entry))
    }

    fn make_room(&mut self, name: RoomName, by: UserId) -> Result<RoomRecord, StoreError> {
        self.author(by)?;
        if self.rooms.values().any(|room| room.name == name) {
            return Err(StoreError::Conflict("room name"));
        }
        let id = RoomId(self.rooms.keys().next_back().map_or(1, |last| last.0 + 1));
        let room = Room::new(name);
        let record = room.record(id);
        self.rooms.insert(id, room);
        Ok(record)
    }

    fn make_user(&mut self, new: NewUser, login: Option<NewLogin>) -> Result<SignedIn, StoreError> {
        if self.user_by_name(&new.name).is_some() {
            return Err(StoreError::Conflict("user name"));
        }
        if let Some(login) = &login
            && self.logins.values().any(|known| known.token == login.token)
        {
            return Err(StoreError::Conflict("login token"));
        }
        let role = if login.is_some() && self.logins.is_empty() {
            Role::Owner
        } else {
            Role::Guest
        };
        let id = UserId(self.users.len() as u64 + 1);
        let author = Author {
            id,
            name: new.name.clone(),
        };
        self.users.insert(
            id,
            User {
                name: new.name,
                role,
            },
        );
        let login = login.map(|login| {
            let login_id = LoginId(self.logins.len() as u64 + 1);
            let state = LoginState::Live;
            self.logins.insert(
                login_id,
                Login {
                    user: id,
                    token: login.token,
                    state,
                },
            );
            login_id
        });
        Ok(SignedIn {
            user: author,
            role,
            login,
        })
    }

    fn user_by_name(&self, name: &DisplayName) -> Option<UserRecord> {
        let folded = name.folded();
        let (id, user) = self
            .users
            .iter()
            .find(|(_, user)| user.name.folded() == folded)?;
        let claimed = self.logins.values().any(|login| login.user == *id);
        let author = Author {
            id: *id,
            name: user.name.clone(),
        };
        Some(UserRecord {
            user: author,
            role: user.role,
            claimed,
        })
    }

    fn login(&self, token: TokenHash) -> Option<SignedIn> {
        let (id, login) = self
            .logins
            .iter()
            .find(|(_, login)| login.token == token && login.state == LoginState::Live)?;
        let user = &self.users[&login.user];
        let author = Author {
            id: login.user,
            name: user.name.clone(),
        };
        Some(SignedIn {
            user: author,
            role: user.role,
            login: Some(*id),
        })
    }

    fn mark_read(&mut self, user: UserId, room: RoomId, seq: Seq) -> Result<Seq, StoreError> {
        self.author(user)?;
        let head = self.room(room)?.head();
        let before = self
            .read_marks
            .get(&(user, room))
            .copied()
            .unwrap_or(Seq::ZERO);
        let mark = before.max(seq.min(head));
        if mark > before {
            self.read_marks.insert((user, room), mark);
        }
        Ok(mark)
    }

    fn room(&self, room: RoomId) -> Result<&Room, StoreError> {
        self.rooms.get(&room).ok_or(StoreError::NotFound("room"))
    }

    fn author(&self, user: UserId) -> Result<Author, StoreError> {
        let known = self.users.get(&user).ok_or(StoreError::NotFound("user"))?;
        Ok(Author {
            id: user,
            name: known.name.clone(),
        })
    }
}

impl Room {
    fn new(name: RoomName) -> Self {
        Self {
            name,
            kind: RoomKind::Open,
            members: Vec::new(),
            log: Vec::new(),
            written: HashMap::new(),
        }
    }

    fn head(&self) -> Seq {
        Seq(self.log.len() as u64)
    }

    fn record(&self, id: RoomId) -> RoomRecord {
        RoomRecord {
            id,
            name: self.name.clone(),
            kind: self.kind,
            head: self.head(),
            members: self.members.clone(),
        }
    }
}

/// How many entries lie up to and with `seq`: the index of the one that follows.
fn place(seq: Seq) -> usize {
    usize::try_from(seq.0).unwrap_or(usize::MAX)
}

/// The first of `entries` that make one page.
fn fitting<'log>(
    entries: impl Iterator<Item = &'log Entry>,
    limit: u16,
) -> impl Iterator<Item = &'log Entry> {
    let mut bytes = 0;
    entries
        .take(usize::from(limit))
        .enumerate()
        .map_while(move |(index, entry)| {
            bytes += text_bytes(&entry.kind);
            (index == 0 || bytes <= PAGE_BYTES_MAX).then_some(entry)
        })
}

fn now<T: Send + 'static>(result: Result<T, StoreError>) -> Later<T> {
    Box::pin(ready(result))
}

#[cfg(test)]
mod tests;
