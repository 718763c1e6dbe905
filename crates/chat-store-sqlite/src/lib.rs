//! The store on one SQLite file.
//!
//! Calls come from async workers and never touch SQLite there. A write joins the
//! line of the one writer thread and is answered when its batch is on disk; a
//! read joins the line of the reader threads and is answered from one snapshot.
//! Both lines are bounded: a full one answers `Busy` at once.
//!
//! Start with `writer.rs`, `batch.rs` and `append.rs`; the tables, with their reasons, are in
//! `migrations/`.

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::JoinHandle;

use chat_store::drafts::NewDraft;
use chat_store::plans::{DuePlan, PlanEnd, PlanKept, PlanKey, PlanWrite};
use chat_store::records::{
    Appended, Mark, NewEntry, NewLogin, NewUser, NoteKind, Page, RoomRecord, SignedIn, TokenHash,
    UserRecord,
};
use chat_store::{Later, Store, StoreError};
use futures_channel::oneshot;
use rusqlite::Connection;
use shared::cursor::{Epoch, Seq};
use shared::entry::{Author, Edition, Entry};
use shared::file::FileId;
use shared::ids::{ClientId, LoginId, RoomId, UserId};
use shared::kept::{Draft, OwnThread, ThreadWrite, UnreadMark};
use shared::moment::Timestamp;
use shared::plan::Plan;
use shared::text::{DisplayName, RoomName};

mod amend;
mod append;
mod batch;
mod chain;
mod checkpoint;
mod drafts;
mod failure;
mod files;
mod line;
mod notes;
mod open;
mod pages;
mod plans;
mod reader;
mod rooms;
mod rows;
mod schema;
mod seal;
mod threads;
mod unread;
mod users;
mod verify;
mod writer;

pub use open::{DATA_FILE, LOCK_FILE, OpenError};
pub use verify::{Finding, NamedBy, NamedFile, Verified, VerifyError, named_files, verify};

use batch::{Answer, Write};
use failure::Failure;
use line::Refused;
use reader::Reads;
use writer::{Counters, Writer, Writes};

/// A store on one data file. Dropping it waits until everything accepted is on disk
/// and its threads have ended; [`Store::close`] does the same without blocking.
pub struct SqliteStore {
    epoch: Epoch,
    writes: Arc<Writes>,
    reads: Arc<Reads>,
    counters: Arc<Counters>,
    /// Waited for when the store is dropped. It waits for the readers.
    writer: Option<JoinHandle<()>>,
}

/// What a store has done since it was opened, for metrics and benchmarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// Entries that were stored.
    pub appended: u64,
    /// Transactions; each is one `fsync` if it wrote anything.
    pub batches: u64,
    /// Times that the write-ahead log was moved into the data file; each is two
    /// `fsync`s more.
    pub checkpoints: u64,
}

impl SqliteStore {
    /// Opens the data file in `folder`; makes both if they do not exist. `now` is
    /// the server's clock, noted in a new file.
    ///
    /// Blocks while it reads and, in an older file, migrates.
    ///
    /// # Errors
    /// See [`OpenError`]. A file that is not ours or is newer is left untouched.
    pub fn open(folder: &Path, now: Timestamp) -> Result<Self, OpenError> {
        let opened = open::open(folder, now, reader::READERS)?;
        let no_thread = |cause: std::io::Error| OpenError::Failed {
            file: folder.join(DATA_FILE),
            cause: cause.into(),
        };
        let (writes, reads) = (writer::writes(), reader::reads());
        let counters = Arc::new(Counters::default());
        let mut readers = Vec::new();
        for connection in opened.readers {
            match reader::start(Arc::clone(&reads), connection) {
                Ok(reader) => readers.push(reader),
                Err(cause) => {
                    reads.close();
                    return Err(no_thread(cause));
                }
            }
        }
        let writer = Writer {
            connection: opened.writer,
            writes: Arc::clone(&writes),
            counters: Arc::clone(&counters),
            reads: Arc::clone(&reads),
            readers,
            lock: opened.lock,
            log_was_left: opened.log_was_left,
        };
        let writer = writer.start().map_err(|cause| {
            reads.close();
            no_thread(cause)
        })?;
        Ok(Self {
            epoch: opened.epoch,
            writes,
            reads,
            counters,
            writer: Some(writer),
        })
    }

    /// What was done since the store was opened.
    #[must_use]
    pub fn work(&self) -> Work {
        Work {
            appended: self.counters.appended.load(Ordering::Relaxed),
            batches: self.counters.batches.load(Ordering::Relaxed),
            checkpoints: self.counters.checkpoints.load(Ordering::Relaxed),
        }
    }

    fn write<T: Send + 'static>(&self, write: impl FnOnce(Answer<T>) -> Write) -> Later<T> {
        let (answer, later) = oneshot::channel();
        let write = write(answer);
        let bytes = write.bytes();
        self.later(self.writes.join(write, bytes).map(|()| later))
    }

    fn read<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Connection) -> Result<T, Failure> + Send + 'static,
    ) -> Later<T> {
        self.later(reader::ask(&self.reads, query))
    }

    fn later<T: Send + 'static>(
        &self,
        admitted: Result<oneshot::Receiver<Result<T, StoreError>>, Refused>,
    ) -> Later<T> {
        match admitted {
            Ok(later) => Box::pin(async { later.await.unwrap_or_else(|_| Err(stopped())) }),
            Err(Refused::Full) => Box::pin(std::future::ready(Err(StoreError::Busy))),
            Err(Refused::Closed) => Box::pin(std::future::ready(Err(closed()))),
        }
    }
}

impl Store for SqliteStore {
    fn epoch(&self) -> Epoch {
        self.epoch
    }

    fn append(&self, entry: NewEntry) -> Later<Appended> {
        self.write(|answer| Write::Append(entry, answer))
    }

    fn entries_after(
        &self,
        room: RoomId,
        after: Seq,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page> {
        let epoch = self.epoch;
        self.read(move |connection| {
            pages::entries_after(connection, epoch, room, after, limit, reader)
        })
    }

    fn entries_before(
        &self,
        room: RoomId,
        before: Option<Seq>,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page> {
        let epoch = self.epoch;
        self.read(move |connection| {
            pages::entries_before(connection, epoch, room, before, limit, reader)
        })
    }

    fn entry_at(&self, room: RoomId, time: Timestamp) -> Later<Option<Seq>> {
        self.read(move |connection| pages::entry_at(connection, room, time))
    }

    fn message(&self, room: RoomId, seq: Seq, reader: Option<UserId>) -> Later<Entry> {
        self.read(move |connection| pages::message(connection, room, seq, reader))
    }

    fn versions(&self, room: RoomId, seq: Seq, after: Seq, limit: u16) -> Later<Vec<Edition>> {
        self.read(move |connection| pages::versions(connection, room, seq, after, limit))
    }

    fn pins(&self, room: RoomId, reader: Option<UserId>) -> Later<Vec<Entry>> {
        self.read(move |connection| pages::pins(connection, room, reader))
    }

    fn thread(
        &self,
        room: RoomId,
        root: Seq,
        after: Seq,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page> {
        let epoch = self.epoch;
        self.read(move |connection| {
            pages::thread(connection, epoch, (room, root), after, limit, reader)
        })
    }

    fn files_to_erase(&self, limit: u16) -> Later<Vec<FileId>> {
        self.read(move |connection| files::to_erase(connection, limit))
    }

    fn waiting_files(&self, files: Vec<FileId>) -> Later<Vec<FileId>> {
        self.read(move |connection| files::waiting(connection, files))
    }

    fn files_erased(&self, files: Vec<FileId>) -> Later<()> {
        self.write(|answer| Write::FilesErased(files, answer))
    }

    fn rooms(&self) -> Later<Vec<RoomRecord>> {
        self.read(rooms::rooms)
    }

    fn make_room(&self, name: RoomName, by: UserId) -> Later<RoomRecord> {
        self.write(|answer| Write::MakeRoom(name, by, answer))
    }

    fn make_user(&self, user: NewUser, login: Option<NewLogin>) -> Later<SignedIn> {
        self.write(|answer| Write::MakeUser(user, login, answer))
    }

    fn user_by_name(&self, name: DisplayName) -> Later<Option<UserRecord>> {
        self.read(move |connection| users::user_by_name(connection, &name))
    }

    fn is_fresh(&self) -> Later<bool> {
        self.read(users::is_fresh)
    }

    fn login(&self, token: TokenHash) -> Later<Option<SignedIn>> {
        self.read(move |connection| users::login(connection, token))
    }

    fn add_login(&self, user: UserId, login: NewLogin, at: Timestamp) -> Later<SignedIn> {
        self.write(|answer| Write::AddLogin(user, login, at, answer))
    }

    fn end_login(&self, login: LoginId) -> Later<()> {
        self.write(|answer| Write::EndLogin(login, answer))
    }

    fn mark_read(&self, user: UserId, room: RoomId, seq: Seq) -> Later<Mark> {
        self.write(|answer| Write::MarkRead(user, room, seq, answer))
    }

    fn read_marks(&self, user: UserId) -> Later<Vec<(RoomId, Mark)>> {
        self.read(move |connection| rooms::read_marks(connection, user))
    }

    fn readers(&self, room: RoomId, seq: Seq, except: [UserId; 2]) -> Later<(Vec<Author>, usize)> {
        self.read(move |connection| rooms::readers(connection, room, seq, except))
    }

    fn keep_note(&self, user: UserId, kind: NoteKind, text: Option<String>) -> Later<()> {
        self.write(|answer| Write::KeepNote(user, kind, text, answer))
    }

    fn note(&self, user: UserId, kind: NoteKind) -> Later<Option<String>> {
        self.read(move |connection| notes::note(connection, user, kind))
    }

    fn mark_unread(
        &self,
        user: UserId,
        room: RoomId,
        from: Option<Seq>,
        base: u64,
    ) -> Later<UnreadMark> {
        self.write(|answer| Write::MarkUnread(user, room, from, base, answer))
    }

    fn unread_marks(&self, user: UserId) -> Later<Vec<UnreadMark>> {
        self.read(move |connection| unread::unread_marks(connection, user))
    }

    fn keep_thread(
        &self,
        user: UserId,
        room: RoomId,
        root: Seq,
        write: ThreadWrite,
    ) -> Later<OwnThread> {
        self.write(|answer| Write::KeepThread(user, (room, root), write, answer))
    }

    fn own_threads(&self, user: UserId, limit: u16) -> Later<Vec<OwnThread>> {
        self.read(move |connection| threads::own_threads(connection, user, limit))
    }

    fn thread_followers(&self, room: RoomId, root: Seq, limit: u16) -> Later<Vec<UserId>> {
        self.read(move |connection| threads::thread_followers(connection, (room, root), limit))
    }

    fn keep_draft(&self, draft: NewDraft) -> Later<Option<Draft>> {
        self.write(|answer| Write::KeepDraft(draft, answer))
    }

    fn drafts(&self, user: UserId, after: u64) -> Later<Vec<Draft>> {
        self.read(move |connection| drafts::drafts(connection, user, after))
    }

    fn keep_plan(&self, user: UserId, plan: Plan, write: PlanWrite) -> Later<PlanKept> {
        self.write(|answer| Write::KeepPlan(user, Box::new(plan), write, answer))
    }

    fn plans(&self, user: UserId) -> Later<Vec<Plan>> {
        self.read(move |connection| plans::plans(connection, user))
    }

    fn drop_plan(&self, user: UserId, id: ClientId) -> Later<bool> {
        self.write(|answer| Write::DropPlan((user, id), answer))
    }

    fn claim_plans(&self, now: Timestamp, limit: u16) -> Later<Vec<DuePlan>> {
        self.write(|answer| Write::ClaimPlans(now, limit, answer))
    }

    fn settle_plan(&self, key: PlanKey, end: PlanEnd) -> Later<()> {
        self.write(|answer| Write::SettlePlan(key, end, answer))
    }

    fn next_plan_due(&self) -> Later<Option<Timestamp>> {
        self.read(plans::next_plan_due)
    }

    fn close(&self) -> Later<()> {
        let (answer, later) = oneshot::channel();
        let admitted = self
            .writes
            .close_behind(Write::Close(answer))
            .map(|()| later);
        // Those who wait for a reader are still served.
        self.reads.close();
        self.later(admitted)
    }
}

impl fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteStore")
            .field("epoch", &self.epoch)
            .finish_non_exhaustive()
    }
}

impl Drop for SqliteStore {
    fn drop(&mut self) {
        self.writes.close();
        self.reads.close();
        if let Some(writer) = self.writer.take() {
            // A writer that panicked has told its callers by dropping their answers.
            drop(writer.join());
        }
    }
}

fn closed() -> StoreError {
    StoreError::Unavailable("it is closed".to_owned())
}

/// Only a panic drops an answer: the thread that owed it is gone.
fn stopped() -> StoreError {
    StoreError::Unavailable("its thread has ended".to_owned())
}

#[cfg(test)]
mod tests;
