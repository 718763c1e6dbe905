//! A store that can be told to fail, to have another log or to close a room, and else leaves
//! everything to those inside.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use chat_store::drafts::NewDraft;
use chat_store::plans::{DuePlan, PlanEnd, PlanKept, PlanKey, PlanWrite};
use chat_store::records::{
    Appended, Mark, NewEntry, NewLogin, NewUser, NoteKind, Page, RoomKind, RoomRecord, SignedIn,
    TokenHash, UserRecord,
};
use chat_store::{Later, Store, StoreError};
use shared::cursor::{Epoch, Seq};
use shared::entry::{Author, Edition, Entry};
use shared::file::FileId;
use shared::ids::{ClientId, LoginId, RoomId, UserId};
use shared::kept::{Draft, OwnThread, ThreadWrite, UnreadMark};
use shared::moment::Timestamp;
use shared::plan::Plan;
use shared::text::{DisplayName, RoomName};
use tokio::sync::watch;

#[derive(Debug)]
pub(crate) struct FickleStore {
    people: Arc<dyn Store>,
    log: Arc<dyn Store>,
    full: AtomicBool,
    clock_is_off_by_ms: AtomicI64,
    held_back: watch::Sender<bool>,
    closed: Mutex<Vec<(RoomId, Vec<UserId>)>>,
}

impl FickleStore {
    pub(crate) fn around(inner: Arc<dyn Store>) -> Arc<Self> {
        Self::of(inner.clone(), inner)
    }

    /// The users and logins of one store, the rooms and entries of another.
    pub(crate) fn of(people: Arc<dyn Store>, log: Arc<dyn Store>) -> Arc<Self> {
        Arc::new(Self {
            people,
            log,
            full: AtomicBool::new(false),
            clock_is_off_by_ms: AtomicI64::new(0),
            held_back: watch::Sender::new(false),
            closed: Mutex::default(),
        })
    }

    /// From here on every write is answered with a full disk, or not any more.
    pub(crate) fn disk_is_full(&self, full: bool) {
        self.full.store(full, Ordering::SeqCst);
    }

    /// From here on the wall clock is so far ahead, or behind.
    pub(crate) fn clock_is_off_by_ms(&self, ms: i64) {
        self.clock_is_off_by_ms.store(ms, Ordering::SeqCst);
    }

    /// From here on appends take their place and are not answered, until they are not
    /// held back any more.
    pub(crate) fn holds_back(&self, held_back: bool) {
        self.held_back.send_replace(held_back);
    }

    /// Whoever opens it from here on finds this room closed, with these members.
    pub(crate) fn closes(&self, room: RoomId, members: Vec<UserId>) {
        self.closed.lock().unwrap().push((room, members));
    }

    fn unless_full<T: 'static>(&self, answer: impl FnOnce() -> Later<T>) -> Later<T> {
        if self.full.load(Ordering::SeqCst) {
            return Box::pin(async { Err(StoreError::Full) });
        }
        answer()
    }
}

impl Store for FickleStore {
    fn epoch(&self) -> Epoch {
        self.log.epoch()
    }

    fn append(&self, mut entry: NewEntry) -> Later<Appended> {
        let off = self.clock_is_off_by_ms.load(Ordering::SeqCst);
        entry.at = Timestamp(entry.at.0.saturating_add_signed(off));
        let answer = self.unless_full(|| self.log.append(entry));
        let mut held_back = self.held_back.subscribe();
        Box::pin(async move {
            // The sender lives in the store, which outlives its answers or is gone.
            let _ = held_back.wait_for(|held_back| !held_back).await;
            answer.await
        })
    }

    fn entries_after(
        &self,
        room: RoomId,
        after: Seq,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page> {
        self.log.entries_after(room, after, limit, reader)
    }

    fn entries_before(
        &self,
        room: RoomId,
        before: Option<Seq>,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page> {
        self.log.entries_before(room, before, limit, reader)
    }
    fn entry_at(&self, room: RoomId, time: Timestamp) -> Later<Option<Seq>> {
        self.log.entry_at(room, time)
    }
    fn message(&self, room: RoomId, seq: Seq, reader: Option<UserId>) -> Later<Entry> {
        self.log.message(room, seq, reader)
    }
    fn versions(&self, room: RoomId, seq: Seq, after: Seq, limit: u16) -> Later<Vec<Edition>> {
        self.log.versions(room, seq, after, limit)
    }
    fn pins(&self, room: RoomId, reader: Option<UserId>) -> Later<Vec<Entry>> {
        self.log.pins(room, reader)
    }

    fn thread(
        &self,
        room: RoomId,
        root: Seq,
        after: Seq,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page> {
        self.log.thread(room, root, after, limit, reader)
    }
    fn files_to_erase(&self, limit: u16) -> Later<Vec<FileId>> {
        self.log.files_to_erase(limit)
    }
    fn waiting_files(&self, files: Vec<FileId>) -> Later<Vec<FileId>> {
        self.log.waiting_files(files)
    }
    fn files_erased(&self, files: Vec<FileId>) -> Later<()> {
        self.log.files_erased(files)
    }

    fn rooms(&self) -> Later<Vec<RoomRecord>> {
        let closed = self.closed.lock().unwrap().clone();
        let rooms = self.log.rooms();
        Box::pin(async move {
            let mut rooms = rooms.await?;
            for (room, members) in closed {
                for one in rooms.iter_mut().filter(|one| one.id == room) {
                    one.kind = RoomKind::Closed;
                    one.members.clone_from(&members);
                }
            }
            Ok(rooms)
        })
    }

    fn make_room(&self, name: RoomName, by: UserId) -> Later<RoomRecord> {
        self.unless_full(|| self.log.make_room(name, by))
    }

    fn make_user(&self, user: NewUser, login: Option<NewLogin>) -> Later<SignedIn> {
        self.unless_full(|| self.people.make_user(user, login))
    }

    fn user_by_name(&self, name: DisplayName) -> Later<Option<UserRecord>> {
        self.people.user_by_name(name)
    }

    fn is_fresh(&self) -> Later<bool> {
        self.people.is_fresh()
    }

    fn login(&self, token: TokenHash) -> Later<Option<SignedIn>> {
        self.people.login(token)
    }

    fn add_login(&self, user: UserId, login: NewLogin, at: Timestamp) -> Later<SignedIn> {
        self.unless_full(|| self.people.add_login(user, login, at))
    }

    fn end_login(&self, login: LoginId) -> Later<()> {
        self.unless_full(|| self.people.end_login(login))
    }

    fn mark_read(&self, user: UserId, room: RoomId, seq: Seq) -> Later<Mark> {
        self.unless_full(|| self.log.mark_read(user, room, seq))
    }

    fn read_marks(&self, user: UserId) -> Later<Vec<(RoomId, Mark)>> {
        self.log.read_marks(user)
    }

    fn mark_unread(
        &self,
        user: UserId,
        room: RoomId,
        from: Option<Seq>,
        base: u64,
    ) -> Later<UnreadMark> {
        self.log.mark_unread(user, room, from, base)
    }

    fn unread_marks(&self, user: UserId) -> Later<Vec<UnreadMark>> {
        self.log.unread_marks(user)
    }

    fn keep_thread(
        &self,
        user: UserId,
        room: RoomId,
        root: Seq,
        write: ThreadWrite,
    ) -> Later<OwnThread> {
        self.log.keep_thread(user, room, root, write)
    }

    fn own_threads(&self, user: UserId, limit: u16) -> Later<Vec<OwnThread>> {
        self.log.own_threads(user, limit)
    }

    fn thread_followers(&self, room: RoomId, root: Seq, limit: u16) -> Later<Vec<UserId>> {
        self.log.thread_followers(room, root, limit)
    }

    fn keep_note(&self, user: UserId, kind: NoteKind, text: Option<String>) -> Later<()> {
        self.unless_full(|| self.people.keep_note(user, kind, text))
    }

    fn note(&self, user: UserId, kind: NoteKind) -> Later<Option<String>> {
        self.people.note(user, kind)
    }

    /// Those inside stay open: the next server of the same test goes on with them.
    fn keep_draft(&self, draft: NewDraft) -> Later<Option<Draft>> {
        self.unless_full(|| self.people.keep_draft(draft))
    }

    fn drafts(&self, user: UserId, after: u64) -> Later<Vec<Draft>> {
        self.people.drafts(user, after)
    }

    fn keep_plan(&self, user: UserId, plan: Plan, write: PlanWrite) -> Later<PlanKept> {
        self.unless_full(|| self.people.keep_plan(user, plan, write))
    }

    fn plans(&self, user: UserId) -> Later<Vec<Plan>> {
        self.people.plans(user)
    }

    fn drop_plan(&self, user: UserId, id: ClientId) -> Later<bool> {
        self.unless_full(|| self.people.drop_plan(user, id))
    }

    fn claim_plans(&self, now: Timestamp, limit: u16) -> Later<Vec<DuePlan>> {
        self.unless_full(|| self.people.claim_plans(now, limit))
    }

    fn settle_plan(&self, key: PlanKey, end: PlanEnd) -> Later<()> {
        self.unless_full(|| self.people.settle_plan(key, end))
    }

    fn next_plan_due(&self) -> Later<Option<Timestamp>> {
        self.people.next_plan_due()
    }

    fn readers(&self, room: RoomId, seq: Seq, except: [UserId; 2]) -> Later<(Vec<Author>, usize)> {
        self.log.readers(room, seq, except)
    }

    fn close(&self) -> Later<()> {
        Box::pin(async { Ok(()) })
    }
}
