//! The truth, as a promise: what the server asks of whatever keeps its data.
//!
//! The store is the only judge of order and of repetition. It numbers entries in
//! the transaction that writes them, and it answers a repeated write with the
//! first entry, for ever. Implementations: [`memory::MemoryStore`], the reference,
//! and `chat-store-sqlite`. Both keep the same contract: the module `contract`, behind
//! the feature of that name.
//!
//! The trait is object-safe, so that the server holds one `Arc<dyn Store>` and no
//! generic parameter wanders through its handlers.

use std::future::Future;
use std::pin::Pin;

#[cfg(any(test, feature = "contract"))]
pub mod contract;
pub mod drafts;
pub mod error;
pub mod fold;
pub mod memory;
pub mod plans;
pub mod records;

use shared::cursor::{Epoch, Seq};
use shared::entry::{Attached, Author, Edition, Entry, EntryKind};
use shared::file::FileId;
use shared::ids::{ClientId, LoginId, RoomId, UserId};
use shared::kept::{Draft, OwnThread, ThreadWrite, UnreadMark};
use shared::moment::Timestamp;
use shared::plan::Plan;
use shared::text::{DisplayName, RoomName};

use drafts::NewDraft;
pub use error::StoreError;
use plans::{DuePlan, PlanEnd, PlanKept, PlanKey, PlanWrite};
use records::{
    Appended, Mark, NewEntry, NewLogin, NewUser, NoteKind, Page, RoomRecord, SignedIn, TokenHash,
};

/// The room that every store has from the start, open to everybody.
pub const LOBBY: RoomId = RoomId(1);

/// The name of [`LOBBY`].
pub const LOBBY_NAME: &str = "lobby";

/// Bytes of texts after which a page of drafts ends early: the drafts of most people in one
/// answer, and never those of a hundred rooms.
pub const DRAFTS_PAGE_BYTES_MAX: usize = 256 * 1024;

/// The answer of a store, later.
pub type Later<T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'static>>;

/// Everything that the server keeps. A value is cheap to clone by `Arc`; every
/// method may be called from many tasks at once.
pub trait Store: Send + Sync + std::fmt::Debug + 'static {
    /// The incarnation of all logs in this store. Constant while it is open.
    fn epoch(&self) -> Epoch;

    /// Appends one entry to a room's log.
    ///
    /// Guarantees:
    /// - The call takes its place in line **before it returns**, not when the
    ///   answer is awaited: two calls by one caller are numbered in call order.
    /// - The number is `head + 1`, given in the transaction that writes the entry.
    ///   No reader ever sees `n + 1` without `n`.
    /// - When the answer is `Fresh`, the entry survives the loss of the process and
    ///   of the machine's power (as far as the disk keeps its word on `fsync`).
    /// - The same `(room, author, client_id)` again answers `Repeated` with the
    ///   first entry and writes nothing, whatever time has passed, also when both
    ///   calls are in the same batch.
    /// - An entry that names another (an amendment, an answer) is checked against the
    ///   log in the same transaction by [`fold::check`], after the repeat: `Refused`
    ///   wrote nothing.
    /// - `Deleted` erases the text of the message and of its edits, and what it brought, in
    ///   the same transaction: no read has it any more, and in time no file.
    /// - A topic that the room has already is `Refused` with `AlreadySo`, after the repeat.
    /// - A file is in one message at most: `Refused` with `FileTaken` otherwise.
    /// - Dropping the answer does not take the write back.
    ///
    /// # Errors
    /// `NotFound` for an unknown room or author; `Busy` when too many appends wait
    /// (nothing was written); `Full` when the disk is full; `Unavailable`.
    fn append(&self, entry: NewEntry) -> Later<Appended>;

    /// Entries with a number above `after`, ascending, at most `limit` and at most
    /// [`shared::limits::PAGE_BYTES_MAX`] of text and state (but at least one if there
    /// is one), with the head as it was at the same instant. A limit of zero asks for
    /// the head alone; a number above the head answers an empty page. Messages carry
    /// what became of them up to the head, with `reader` among those who reacted.
    ///
    /// # Errors
    /// `NotFound` for an unknown room; `Busy`; `Unavailable`.
    fn entries_after(
        &self,
        room: RoomId,
        after: Seq,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page>;

    /// The newest entries with a number below `before` (`None`: the newest of all),
    /// ascending, bounded as [`Store::entries_after`] (the newest are kept).
    ///
    /// # Errors
    /// As [`Store::entries_after`].
    fn entries_before(
        &self,
        room: RoomId,
        before: Option<Seq>,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page>;

    /// The number of the first entry that was stored at or after a time; none where the
    /// newest is older. Where the server's clock went back, it is the number of one that
    /// was and that follows one that was not, found in as many steps as the log has binary
    /// digits.
    ///
    /// # Errors
    /// `NotFound` for an unknown room; `Busy`; `Unavailable`.
    fn entry_at(&self, room: RoomId, time: Timestamp) -> Later<Option<Seq>>;

    /// One message with what became of it.
    ///
    /// # Errors
    /// `NotFound` for an unknown room, and for a number that no message of it has;
    /// `Busy`; `Unavailable`.
    fn message(&self, room: RoomId, seq: Seq, reader: Option<UserId>) -> Later<Entry>;

    /// What a message said before, from versions above `after`, oldest first, without the
    /// one that stands; bounded as [`Store::entries_after`]. Empty for a deleted message.
    ///
    /// # Errors
    /// As [`Store::message`].
    fn versions(&self, room: RoomId, seq: Seq, after: Seq, limit: u16) -> Later<Vec<Edition>>;

    /// The messages that are pinned to a room, newest pin first.
    ///
    /// # Errors
    /// `NotFound` for an unknown room; `Busy`; `Unavailable`.
    fn pins(&self, room: RoomId, reader: Option<UserId>) -> Later<Vec<Entry>>;

    /// The messages of a thread with numbers above `after`, ascending, bounded as
    /// [`Store::entries_after`], with the head of the same instant: what the log up to it
    /// has of the thread is in the page, or follows its last message.
    ///
    /// # Errors
    /// As [`Store::message`], of the message that the thread hangs from.
    fn thread(
        &self,
        room: RoomId,
        root: Seq,
        after: Seq,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page>;

    /// Files whose messages were taken back, and those that a plan had and no message has,
    /// until [`Store::files_erased`] is told of them; at most `limit`.
    fn files_to_erase(&self, limit: u16) -> Later<Vec<FileId>>;

    /// Those of these files that wait with a plan, in any order.
    fn waiting_files(&self, files: Vec<FileId>) -> Later<Vec<FileId>>;

    /// These files are gone. Those that were not to be erased are left alone.
    fn files_erased(&self, files: Vec<FileId>) -> Later<()>;

    /// Every room with its head and its topic, by id. Read once at start; the caller keeps a
    /// directory from there on.
    fn rooms(&self) -> Later<Vec<RoomRecord>>;

    /// Makes an open room. `Conflict` when the name is taken, `NotFound` for an
    /// unknown user.
    fn make_room(&self, name: RoomName, by: UserId) -> Later<RoomRecord>;

    /// Makes a user, and the login in the same transaction if one is given.
    /// `Conflict` when the folded name, or the token, is taken; then neither is made.
    /// The first
    /// user who is made with a login owns the server: somebody who can come back.
    fn make_user(&self, user: NewUser, login: Option<NewLogin>) -> Later<SignedIn>;

    /// Makes one more login for a user. `NotFound` for an unknown one, `Conflict` when the
    /// token is taken.
    fn add_login(&self, user: UserId, login: NewLogin, at: Timestamp) -> Later<SignedIn>;

    /// The user with this folded name: who it is, and whether it has a login.
    fn user_by_name(&self, name: DisplayName) -> Later<Option<records::UserRecord>>;

    /// Whether anybody has ever signed in: the server is fresh until then.
    fn is_fresh(&self) -> Later<bool>;

    /// Who holds the login with this token hash, unless it was ended.
    fn login(&self, token: TokenHash) -> Later<Option<SignedIn>>;

    /// Ends a login. Ending it twice is no error; `NotFound` for one that never was.
    fn end_login(&self, login: LoginId) -> Later<()>;

    /// Moves a user's read mark in a room forward; it never moves back and never
    /// beyond the head. Answers the mark as it is now. `NotFound` for an unknown user
    /// or room.
    fn mark_read(&self, user: UserId, room: RoomId, seq: Seq) -> Later<Mark>;

    /// All read marks of a user, by room; rooms without one are left out. A mark of
    /// zero is none, and an unknown user has none.
    fn read_marks(&self, user: UserId) -> Later<Vec<(RoomId, Mark)>>;

    /// Marks a room unread for a user from an entry on, or takes that mark away (`None`).
    /// Taking away is of the mark with the revision `base` alone: another one stays. Answers
    /// the mark as it is now. `NotFound` for an unknown user or room, or an entry that the
    /// room has not.
    fn mark_unread(
        &self,
        user: UserId,
        room: RoomId,
        from: Option<Seq>,
        base: u64,
    ) -> Later<UnreadMark>;

    /// The rooms that a user marked unread, by room. An unknown user has none.
    fn unread_marks(&self, user: UserId) -> Later<Vec<UnreadMark>>;

    /// What a user has of a thread, changed by this: whether they follow it, and how far they
    /// saw it, which only moves forward. Who wrote its first message or in it follows it
    /// unless they said otherwise, and has seen it up to their own newest message. Answers it
    /// as it is now, without its first message. `NotFound` for an unknown user, room or
    /// message.
    fn keep_thread(
        &self,
        user: UserId,
        room: RoomId,
        root: Seq,
        write: ThreadWrite,
    ) -> Later<OwnThread>;

    /// The threads that a user follows and that have messages, the last active first.
    fn own_threads(&self, user: UserId, limit: u16) -> Later<Vec<OwnThread>>;

    /// Who follows a thread, at most `limit` of them, by id. Nobody follows what is not there.
    fn thread_followers(&self, room: RoomId, root: Seq, limit: u16) -> Later<Vec<UserId>>;

    /// Who has read up to an entry, by folded name, at most
    /// [`shared::limits::READERS_LISTED_MAX`] of them, and how many there are, at most
    /// [`shared::limits::READERS_COUNTED_MAX`]. Without `except`, and without those who have a
    /// note of the kind [`NoteKind::ReadsUnseen`]. `NotFound` for an unknown room.
    fn readers(&self, room: RoomId, seq: Seq, except: [UserId; 2]) -> Later<(Vec<Author>, usize)>;

    /// Keeps a note about a user in the place of the one of this kind that there was;
    /// `None` forgets it. `NotFound` for an unknown user.
    fn keep_note(&self, user: UserId, kind: NoteKind, text: Option<String>) -> Later<()>;

    /// The note of this kind about a user. An unknown user has none.
    fn note(&self, user: UserId, kind: NoteKind) -> Later<Option<String>>;

    /// Writes a room's draft by [`drafts::written`], with the user's next revision. None
    /// where the user has [`shared::limits::DRAFTS_MAX`] others with a text. `NotFound` for
    /// an unknown user or room.
    fn keep_draft(&self, draft: NewDraft) -> Later<Option<Draft>>;

    /// The drafts of a user with a revision above `after`, ascending, at most
    /// [`DRAFTS_PAGE_BYTES_MAX`] of texts, but at least one if there is one. An unknown user
    /// has none.
    fn drafts(&self, user: UserId, after: u64) -> Later<Vec<Draft>>;

    /// Keeps a plan, waiting, in the place of the one with its id; [`PlanWrite::Change`] makes
    /// none where there is none. `NotFound` for an unknown user or room. Its files are in no other plan and no message but the one that is posted
    /// under its id; those that it had and has no more are to be erased.
    fn keep_plan(&self, user: UserId, plan: Plan, write: PlanWrite) -> Later<PlanKept>;

    /// All plans of a user, the next one first.
    fn plans(&self, user: UserId) -> Later<Vec<Plan>>;

    /// Forgets a plan; its files are to be erased. False for one that is being posted; one that
    /// is not there is gone.
    fn drop_plan(&self, user: UserId, id: ClientId) -> Later<bool>;

    /// Gives out plans whose time has come, and those that were given out and never settled
    /// (the process was killed), the first due first, at most `limit`. For one caller at a
    /// time. Whatever it is given can neither be changed nor dropped until it is settled.
    fn claim_plans(&self, now: Timestamp, limit: u16) -> Later<Vec<DuePlan>>;

    /// Says what became of a plan that was given out. One that was not is left as it is.
    fn settle_plan(&self, key: PlanKey, end: PlanEnd) -> Later<()>;

    /// When the next plan is due that waits or was given out.
    fn next_plan_due(&self) -> Later<Option<Timestamp>>;

    /// Waits until everything accepted so far is on disk, and ends background
    /// work. Later calls answer `Unavailable`.
    fn close(&self) -> Later<()>;
}

/// The place where a log of `head` entries turns from those before a time to those at or
/// after it ([`Store::entry_at`]). `is_late` says of an entry which it is.
///
/// # Errors
/// Those of `is_late`.
pub fn turn_of_time<E>(
    head: Seq,
    mut is_late: impl FnMut(Seq) -> Result<bool, E>,
) -> Result<Option<Seq>, E> {
    if head == Seq::ZERO || !is_late(head)? {
        return Ok(None);
    }
    // `early` is early or the beginning, `late` is late, and they close in on each other.
    let (mut early, mut late) = (0, head.0);
    while early + 1 < late {
        let middle = early.midpoint(late);
        if is_late(Seq(middle))? {
            late = middle;
        } else {
            early = middle;
        }
    }
    Ok(Some(Seq(late)))
}

/// An entry as a fresh append answers it. Kept here so that every implementation
/// builds it the same way.
#[must_use]
pub fn entry_of(new: &NewEntry, author: Author, seq: Seq, posts: u64) -> Entry {
    Entry {
        seq,
        at: new.at,
        author,
        client_id: new.client_id,
        kind: new.kind.clone(),
        posts,
        state: None,
    }
}

/// What the wire and the disk add around a file's name, or around where a message comes
/// from: an upper bound.
const AROUND_FILE_BYTES: usize = 256;

fn attached_bytes(attached: &Attached) -> usize {
    let files = attached.files.iter();
    let files: usize = files
        .map(|file| AROUND_FILE_BYTES + file.name.as_str().len())
        .sum();
    let forwarded = attached.forwarded.as_ref();
    files
        + forwarded.map_or(0, |from| {
            AROUND_FILE_BYTES + from.author.name.as_str().len()
        })
}

/// Bytes of text and of what comes with it that an entry carries: what a page is bounded by.
#[must_use]
pub fn text_bytes(kind: &EntryKind) -> usize {
    match kind {
        EntryKind::Posted { text, attached, .. } | EntryKind::Replied { text, attached, .. } => {
            text.as_str().len() + attached_bytes(attached)
        }
        EntryKind::Edited { text, .. } => text.as_str().len(),
        EntryKind::TopicSet { topic } => topic.as_str().len(),
        EntryKind::Deleted { .. }
        | EntryKind::Reacted { .. }
        | EntryKind::Unreacted { .. }
        | EntryKind::Pinned { .. }
        | EntryKind::Unpinned { .. }
        | EntryKind::Erased
        | EntryKind::Unknown { .. } => 0,
    }
}

/// Bytes that a draft adds to a page of drafts.
#[must_use]
pub fn draft_bytes(draft: &Draft) -> usize {
    draft.text.len() + draft.aside.len()
}

/// Bytes that an entry with its state adds to a page.
#[must_use]
pub fn page_bytes(entry: &Entry) -> usize {
    text_bytes(&entry.kind) + entry.state.as_deref().map_or(0, fold::state_bytes)
}
