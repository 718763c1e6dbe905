//! The reference store: everything in memory behind one lock.
//!
//! It says in the fewest words what every store has to do, and tests run against
//! it at full speed. Each call does its whole work before it returns, so its place
//! in line is the order in which calls took the lock. Nothing waits under the lock
//! and nothing survives the process: it promises all but durability.

mod drafts;
mod plans;
mod readers;
mod room;
mod state;
mod threads;
mod unread;
mod users;

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::future::ready;
use std::sync::{Mutex, MutexGuard};

use shared::cursor::{Epoch, Seq};
use shared::entry::{Author, Edition, Entry, EntryKind};
use shared::file::{FileId, FileInfo};
use shared::ids::{ClientId, LoginId, RoomId, UserId};
use shared::kept::{Draft, OwnThread, ThreadWrite, UnreadMark};
use shared::limits::PAGE_BYTES_MAX;
use shared::moment::Timestamp;
use shared::plan::Plan;
use shared::text::{DisplayName, RoomName};

use crate::drafts::NewDraft;
use crate::fold::{self, Folded, Unamendable, Written};
use crate::plans::{DuePlan, PlanEnd, PlanKept, PlanKey, PlanWrite};
use crate::records::{
    Appended, Mark, NewEntry, NewLogin, NewUser, NoteKind, Page, Role, RoomKind, RoomRecord,
    SignedIn, TokenHash, UserRecord,
};
use crate::{LOBBY, LOBBY_NAME, Later, Store, StoreError, entry_of, page_bytes, turn_of_time};

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
    /// The mark, if there is one now, and its revision.
    unread_marks: BTreeMap<(UserId, RoomId), (Option<Seq>, u64)>,
    /// Whether they follow a thread, if they said so, and how far they saw it.
    thread_marks: BTreeMap<(UserId, RoomId, Seq), (Option<bool>, Seq)>,
    notes: BTreeMap<(UserId, NoteKind), String>,
    drafts: BTreeMap<(UserId, RoomId), Draft>,
    plans: BTreeMap<PlanKey, Plan>,
    /// Those that are in a message, and whether it was taken back.
    files: BTreeMap<FileId, FileState>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum FileState {
    InMessage,
    /// It waits with the plan, whose message may have it.
    InPlan(PlanKey),
    ToErase,
}

struct Room {
    name: RoomName,
    kind: RoomKind,
    members: Vec<UserId>,
    /// The entry with number n is at n - 1.
    log: Vec<Entry>,
    /// What became of messages, of those that were amended.
    folded: BTreeMap<Seq, Folded>,
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
        reader: Option<UserId>,
        limit: u16,
        pick: impl FnOnce(&[Entry]) -> Picked<'_>,
    ) -> Result<Page, StoreError> {
        let tables = self.tables()?;
        let room = tables.room(room)?;
        let mut bytes = 0;
        let entries = pick(&room.log)
            .take(usize::from(limit))
            .map(|entry| tables.with_state(room, entry, reader))
            .enumerate()
            .map_while(|(index, entry)| {
                bytes += page_bytes(&entry);
                (index == 0 || bytes <= PAGE_BYTES_MAX).then_some(entry)
            })
            .collect();
        Ok(Page {
            epoch: self.epoch,
            head: room.head(),
            posts: room.posts(),
            entries,
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

    fn entries_after(
        &self,
        room: RoomId,
        after: Seq,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page> {
        now(self.page(room, reader, limit, |log| {
            let start = place(after).min(log.len());
            Box::new(log[start..].iter())
        }))
    }

    fn entries_before(
        &self,
        room: RoomId,
        before: Option<Seq>,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page> {
        let page = self.page(room, reader, limit, |log| {
            let end = before.map_or(log.len(), |seq| place(seq.previous()).min(log.len()));
            Box::new(log[..end].iter().rev())
        });
        now(page.map(|mut page| {
            page.entries.reverse();
            page
        }))
    }

    fn entry_at(&self, room: RoomId, time: Timestamp) -> Later<Option<Seq>> {
        now(self.tables().and_then(|tables| {
            let log = &tables.room(room)?.log;
            let head = log.last().map_or(Seq::ZERO, |entry| entry.seq);
            turn_of_time(head, |seq| Ok(log[place(seq.previous())].at >= time))
        }))
    }

    fn message(&self, room: RoomId, seq: Seq, reader: Option<UserId>) -> Later<Entry> {
        now(self.tables().and_then(|tables| {
            let room = tables.room(room)?;
            let entry = room.message(seq).ok_or(StoreError::NotFound("message"))?;
            Ok(tables.with_state(room, entry, reader))
        }))
    }

    fn versions(&self, room: RoomId, seq: Seq, after: Seq, limit: u16) -> Later<Vec<Edition>> {
        now(self.tables().and_then(|tables| {
            let room = tables.room(room)?;
            room.message(seq).ok_or(StoreError::NotFound("message"))?;
            let stands = room.folded.get(&seq).and_then(|folded| folded.edited);
            let Some(stands) = stands else {
                return Ok(Vec::new());
            };
            let mut bytes = 0;
            Ok(room.log[..place(stands.previous())]
                .iter()
                .filter(|entry| entry.seq > after)
                .filter_map(|entry| edition(entry, seq))
                .take(usize::from(limit))
                .enumerate()
                .map_while(|(index, edition)| {
                    bytes += edition.text.as_str().len();
                    (index == 0 || bytes <= PAGE_BYTES_MAX).then_some(edition)
                })
                .collect())
        }))
    }

    fn pins(&self, room: RoomId, reader: Option<UserId>) -> Later<Vec<Entry>> {
        now(self.tables().and_then(|tables| {
            let room = tables.room(room)?;
            let mut pins: Vec<(Seq, Seq)> = room
                .folded
                .iter()
                .filter_map(|(seq, folded)| folded.pinned.map(|pin| (pin, *seq)))
                .collect();
            pins.sort_unstable_by(|one, other| other.cmp(one));
            Ok(pins
                .into_iter()
                .filter_map(|(_, seq)| room.message(seq))
                .map(|entry| tables.with_state(room, entry, reader))
                .collect())
        }))
    }

    fn thread(
        &self,
        room: RoomId,
        root: Seq,
        after: Seq,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page> {
        let known = self.tables().and_then(|tables| {
            let found = tables.room(room)?.message(root);
            found.map(|_| ()).ok_or(StoreError::NotFound("message"))
        });
        now(known.and_then(|()| {
            self.page(room, reader, limit, |log| {
                let start = place(after).min(log.len());
                let is_in = move |entry: &&Entry| {
                    matches!(entry.kind, EntryKind::Replied { thread, .. } if thread == root)
                };
                Box::new(log[start..].iter().filter(is_in))
            })
        }))
    }

    fn files_to_erase(&self, limit: u16) -> Later<Vec<FileId>> {
        now(self.tables().map(|tables| {
            let files = tables.files.iter();
            files
                .filter(|(_, state)| **state == FileState::ToErase)
                .map(|(file, _)| *file)
                .take(usize::from(limit))
                .collect()
        }))
    }

    fn waiting_files(&self, mut files: Vec<FileId>) -> Later<Vec<FileId>> {
        now(self.tables().map(|tables| {
            files.retain(|file| matches!(tables.files.get(file), Some(FileState::InPlan(_))));
            files
        }))
    }

    fn files_erased(&self, files: Vec<FileId>) -> Later<()> {
        now(self.tables().map(|mut tables| {
            let is_left = |file: &FileId, state: &mut FileState| {
                *state != FileState::ToErase || !files.contains(file)
            };
            tables.files.retain(is_left);
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

    fn add_login(&self, user: UserId, login: NewLogin, _at: Timestamp) -> Later<SignedIn> {
        now(self
            .tables()
            .and_then(|mut tables| tables.add_login(user, &login)))
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
        now(self.tables().and_then(|mut tables| tables.end_login(login)))
    }

    fn mark_read(&self, user: UserId, room: RoomId, seq: Seq) -> Later<Mark> {
        now(self
            .tables()
            .and_then(|mut tables| tables.mark_read(user, room, seq)))
    }

    fn read_marks(&self, user: UserId) -> Later<Vec<(RoomId, Mark)>> {
        now(self.tables().map(|tables| {
            let of_user = (user, RoomId(0))..=(user, RoomId(u64::MAX));
            tables
                .read_marks
                .range(of_user)
                .filter_map(|((_, room), seq)| {
                    let mark = tables.rooms.get(room)?.mark(*seq);
                    Some((*room, mark))
                })
                .collect()
        }))
    }

    fn readers(&self, room: RoomId, seq: Seq, except: [UserId; 2]) -> Later<(Vec<Author>, usize)> {
        now(self
            .tables()
            .and_then(|tables| tables.readers(room, seq, except)))
    }

    fn keep_note(&self, user: UserId, kind: NoteKind, text: Option<String>) -> Later<()> {
        now(self.tables().and_then(|mut tables| {
            tables.author(user)?;
            match text {
                Some(text) => tables.notes.insert((user, kind), text),
                None => tables.notes.remove(&(user, kind)),
            };
            Ok(())
        }))
    }

    fn note(&self, user: UserId, kind: NoteKind) -> Later<Option<String>> {
        now(self
            .tables()
            .map(|tables| tables.notes.get(&(user, kind)).cloned()))
    }

    fn mark_unread(
        &self,
        user: UserId,
        room: RoomId,
        from: Option<Seq>,
        base: u64,
    ) -> Later<UnreadMark> {
        now(self
            .tables()
            .and_then(|mut tables| tables.mark_unread(user, room, from, base)))
    }

    fn unread_marks(&self, user: UserId) -> Later<Vec<UnreadMark>> {
        now(self.tables().and_then(|tables| tables.unread_marks(user)))
    }

    fn keep_thread(
        &self,
        user: UserId,
        room: RoomId,
        root: Seq,
        write: ThreadWrite,
    ) -> Later<OwnThread> {
        now(self
            .tables()
            .and_then(|mut tables| tables.keep_thread(user, room, root, write)))
    }

    fn own_threads(&self, user: UserId, limit: u16) -> Later<Vec<OwnThread>> {
        now(self.tables().map(|tables| tables.own_threads(user, limit)))
    }

    fn thread_followers(&self, room: RoomId, root: Seq, limit: u16) -> Later<Vec<UserId>> {
        now(self
            .tables()
            .map(|tables| tables.thread_followers(room, root, limit)))
    }

    fn keep_draft(&self, draft: NewDraft) -> Later<Option<Draft>> {
        now(self
            .tables()
            .and_then(|mut tables| tables.keep_draft(&draft)))
    }

    fn drafts(&self, user: UserId, after: u64) -> Later<Vec<Draft>> {
        now(self.tables().map(|tables| tables.drafts(user, after)))
    }

    fn keep_plan(&self, user: UserId, plan: Plan, write: PlanWrite) -> Later<PlanKept> {
        now(self
            .tables()
            .and_then(|mut tables| tables.keep_plan(user, plan, write)))
    }

    fn plans(&self, user: UserId) -> Later<Vec<Plan>> {
        now(self.tables().map(|tables| tables.plans(user)))
    }

    fn drop_plan(&self, user: UserId, id: ClientId) -> Later<bool> {
        now(self.tables().map(|mut tables| tables.drop_plan((user, id))))
    }

    fn claim_plans(&self, at: Timestamp, limit: u16) -> Later<Vec<DuePlan>> {
        now(self
            .tables()
            .map(|mut tables| tables.claim_plans(at, limit)))
    }

    fn settle_plan(&self, key: PlanKey, end: PlanEnd) -> Later<()> {
        now(self
            .tables()
            .map(|mut tables| tables.settle_plan(key, &end)))
    }

    fn next_plan_due(&self) -> Later<Option<Timestamp>> {
        now(self.tables().map(|tables| tables.next_plan_due()))
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
        let named = fold::names(&new.kind);
        let message = named.and_then(|seq| room.message(seq).map(|entry| (seq, entry)));
        let facts = message.map(|(seq, entry)| {
            let attached = entry.kind.attached();
            let written = Written {
                author: entry.author.id,
                in_thread: matches!(entry.kind, EntryKind::Replied { .. }),
                has_files: attached.is_some_and(|attached| !attached.files.is_empty()),
            };
            let pins = room.folded.values().filter(|one| one.pinned.is_some());
            let pins = pins.count();
            let folded = room.folded.get(&seq).cloned().unwrap_or_default();
            folded.facts(written, pins, new.author, &new.kind)
        });
        if let Err(why) = fold::check(&new.kind, new.author, new.claims, facts) {
            return Ok(Appended::Refused(why));
        }
        if let Err(why) = fold::check_topic(&new.kind, room.topic().as_ref()) {
            return Ok(Appended::Refused(why));
        }
        let files = new
            .kind
            .attached()
            .map_or(&[][..], |attached| &attached.files);
        let is_taken = |(place, file): (usize, &FileInfo)| {
            let before = &files[..place];
            is_another_ones(self.files.get(&file.id), write)
                || before.iter().any(|other| other.id == file.id)
        };
        if files.iter().enumerate().any(is_taken) {
            return Ok(Appended::Refused(Unamendable::FileTaken));
        }
        let files = files.iter().map(|file| (file.id, FileState::InMessage));
        self.files.extend(files);
        let posts = room.posts() + u64::from(fold::is_message(&new.kind));
        let entry = entry_of(new, author, room.head().next(), posts);
        room.written.insert(write, entry.seq);
        room.log.push(entry.clone());
        if let Some(target) = new.kind.target() {
            let folded = room.folded.entry(target).or_default();
            folded.apply(entry.seq, new.author, &new.kind);
            if matches!(new.kind, EntryKind::Deleted { .. }) {
                for file in room.erase(target) {
                    self.files.insert(file, FileState::ToErase);
                }
            }
        }
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

    fn mark_read(&mut self, user: UserId, room: RoomId, seq: Seq) -> Result<Mark, StoreError> {
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
        Ok(self.room(room)?.mark(mark))
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

/// Whether a file belongs to something else than the message or plan with this name.
fn is_another_ones(state: Option<&FileState>, name: PlanKey) -> bool {
    match state {
        Some(FileState::InPlan(plan)) => *plan != name,
        Some(FileState::InMessage | FileState::ToErase) => true,
        None => false,
    }
}

/// How many entries lie up to and with `seq`: the index of the one that follows.
fn place(seq: Seq) -> usize {
    usize::try_from(seq.0).unwrap_or(usize::MAX)
}

/// Entries of a log, in the order in which a page takes them.
type Picked<'log> = Box<dyn Iterator<Item = &'log Entry> + 'log>;

/// What this entry says as a version of the message `of`.
fn edition(entry: &Entry, of: Seq) -> Option<Edition> {
    let text = entry.kind.text()?;
    let message = if let EntryKind::Edited { target, .. } = &entry.kind {
        *target
    } else {
        entry.seq
    };
    let is_of = message == of;
    is_of.then(|| Edition {
        seq: entry.seq,
        at: entry.at,
        text: text.clone(),
    })
}

fn now<T: Send + 'static>(result: Result<T, StoreError>) -> Later<T> {
    Box::pin(ready(result))
}

#[cfg(test)]
mod tests;
