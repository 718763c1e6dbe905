//! Who gets to the data: passes that are held, not rights that are checked later.
//!
//! A room's log can be read with a [`RoomReader`] only and written with a
//! [`RoomWriter`] only; rooms are made with a [`RoomKeeper`]. All three come from
//! [`Access`], which asks `chat_rules::policy` and nobody else. Checks never wait:
//! the rooms are in memory ([`directory`]), read at the start and kept up here.

pub mod directory;
pub mod personal;
pub mod told;

use std::sync::Arc;

use chat_rules::policy::{self, Action, Actor, GuestsMakeRooms};
use chat_store::fold::Claims;
use chat_store::records::{Appended, Mark, NewEntry, Role, SignedIn};
use chat_store::{Later, Store, StoreError};
use shared::cursor::{Epoch, Seq};
use shared::entry::{Author, Edition, Entry, EntryKind, RoomSummary};
use shared::file::FileId;
use shared::ids::{ClientId, RoomId, UserId};
use shared::limits::{PAGE_ENTRIES, ROOMS_MAX};
use shared::moment::Timestamp;
use shared::refusal::{Refusal, RefusalCode};
use shared::text::RoomName;

use crate::names;
use crate::store_errors::refusal;
pub use directory::{Directory, RoomFacts};

/// Gives out the passes.
#[derive(Debug)]
pub struct Access {
    store: Arc<dyn Store>,
    directory: Arc<Directory>,
}

/// The right to read one room, as one user.
#[derive(Debug)]
pub struct RoomReader {
    store: Arc<dyn Store>,
    room: Arc<RoomFacts>,
    user: UserId,
}

/// The right to write into one room, as one user.
#[derive(Debug)]
pub struct RoomWriter {
    store: Arc<dyn Store>,
    room: Arc<RoomFacts>,
    user: UserId,
    /// Whether they may take back what others wrote there.
    over_others: bool,
}

/// The right to make rooms, as one user.
#[derive(Debug)]
pub struct RoomKeeper {
    store: Arc<dyn Store>,
    directory: Arc<Directory>,
    user: UserId,
}

impl Access {
    /// Reads the rooms.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn open(store: Arc<dyn Store>) -> Result<Self, StoreError> {
        let directory = Arc::new(Directory::new(store.rooms().await?));
        Ok(Self { store, directory })
    }

    /// The rooms of this server.
    #[must_use]
    pub fn directory(&self) -> &Arc<Directory> {
        &self.directory
    }

    /// The incarnation of all logs.
    #[must_use]
    pub fn epoch(&self) -> Epoch {
        self.store.epoch()
    }

    /// The right to read a room.
    ///
    /// # Errors
    /// `unknown_room`.
    pub fn reader(&self, who: &SignedIn, room: RoomId) -> Result<RoomReader, Refusal> {
        let room = self.may(who, Action::ReadRoom, room)?;
        Ok(RoomReader {
            store: self.store.clone(),
            room,
            user: who.user.id,
        })
    }

    /// The right to write into a room.
    ///
    /// # Errors
    /// `unknown_room` or `not_allowed`.
    pub fn writer(&self, who: &SignedIn, room: RoomId) -> Result<RoomWriter, Refusal> {
        let room = self.may(who, Action::WriteRoom, room)?;
        let over_others = Action::TakeBackOthers;
        let over_others = policy::may(actor(who), over_others, Some(room.rights())).is_ok();
        Ok(RoomWriter {
            store: self.store.clone(),
            room,
            user: who.user.id,
            over_others,
        })
    }

    /// The right to make rooms.
    ///
    /// # Errors
    /// `not_allowed`.
    pub fn keeper(&self, who: &SignedIn) -> Result<RoomKeeper, Refusal> {
        policy::may(actor(who), Action::MakeRoom(GuestsMakeRooms::Yes), None)?;
        let (store, directory) = (self.store.clone(), self.directory.clone());
        Ok(RoomKeeper {
            store,
            directory,
            user: who.user.id,
        })
    }

    /// Whether somebody may see the server's figures.
    ///
    /// # Errors
    /// `not_allowed`.
    pub fn may_watch(&self, who: &SignedIn) -> Result<(), Refusal> {
        policy::may(actor(who), Action::WatchServer, None)
    }

    /// Whether somebody may have the server look at itself.
    ///
    /// # Errors
    /// `not_allowed`.
    pub fn may_examine(&self, who: &SignedIn) -> Result<(), Refusal> {
        policy::may(actor(who), Action::ExamineServer, None)
    }

    /// Every room that the user may read, with the user's read marks.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn rooms_of(&self, user: UserId) -> Result<Vec<RoomSummary>, Refusal> {
        let marks = self.store.read_marks(user).await;
        let marks = marks.map_err(|failure| refusal(&failure, "reading read marks"))?;
        let read = |room: RoomId| {
            marks
                .iter()
                .find(|(marked, _)| *marked == room)
                .map_or(Mark::default(), |&(_, mark)| mark)
        };
        let rooms = self.directory.known_to(user);
        Ok(rooms
            .iter()
            .map(|facts| facts.summary(read(facts.id)))
            .collect())
    }

    /// Reads what a room's state on this node lacks. For the relay alone: it reads
    /// for the room, whose followers each had their own right.
    pub fn entries_after(&self, room: RoomId, after: Seq) -> Later<chat_store::records::Page> {
        self.store.entries_after(room, after, PAGE_ENTRIES, None)
    }

    /// A page of a room's log. For the search index alone, which is asked with a right to
    /// each room.
    pub fn log_after(
        &self,
        room: RoomId,
        after: Seq,
        limit: u16,
    ) -> Later<chat_store::records::Page> {
        self.store.entries_after(room, after, limit, None)
    }

    /// Files whose messages were taken back. For the files' own keeper alone.
    pub fn files_to_erase(&self, limit: u16) -> Later<Vec<FileId>> {
        self.store.files_to_erase(limit)
    }

    /// These are gone.
    pub fn files_erased(&self, files: Vec<FileId>) -> Later<()> {
        self.store.files_erased(files)
    }

    fn may(&self, who: &SignedIn, action: Action, room: RoomId) -> Result<Arc<RoomFacts>, Refusal> {
        let facts = self.directory.by_id(room);
        policy::may(
            actor(who),
            action,
            facts.as_ref().map(|facts| facts.rights()),
        )?;
        facts.ok_or_else(policy::unknown_room)
    }
}

impl RoomReader {
    /// The room.
    #[must_use]
    pub fn room(&self) -> &RoomFacts {
        &self.room
    }

    /// Who reads.
    #[must_use]
    pub fn user(&self) -> UserId {
        self.user
    }

    /// Those of these files that wait with a message for its time.
    #[must_use]
    pub fn waiting_files(&self, files: Vec<FileId>) -> Later<Vec<FileId>> {
        self.store.waiting_files(files)
    }

    /// Entries after a number, at most `limit`.
    #[must_use]
    pub fn after(&self, after: Seq, limit: u16) -> Later<chat_store::records::Page> {
        self.store
            .entries_after(self.room.id, after, limit, Some(self.user))
    }

    /// Entries before a number, or the newest, at most `limit`.
    #[must_use]
    pub fn before(&self, before: Option<Seq>, limit: u16) -> Later<chat_store::records::Page> {
        self.store
            .entries_before(self.room.id, before, limit, Some(self.user))
    }

    /// The first entry at or after a time.
    #[must_use]
    pub fn entry_at(&self, time: Timestamp) -> Later<Option<Seq>> {
        self.store.entry_at(self.room.id, time)
    }

    /// One message.
    #[must_use]
    pub fn message(&self, seq: Seq) -> Later<Entry> {
        self.store.message(self.room.id, seq, Some(self.user))
    }

    /// The messages of a thread after a number, at most `limit`.
    #[must_use]
    pub fn thread(&self, root: Seq, after: Seq, limit: u16) -> Later<chat_store::records::Page> {
        self.store
            .thread(self.room.id, root, after, limit, Some(self.user))
    }

    /// What a message said before, after one of its versions, at most `limit`.
    #[must_use]
    pub fn versions(&self, seq: Seq, after: Seq, limit: u16) -> Later<Vec<Edition>> {
        self.store.versions(self.room.id, seq, after, limit)
    }

    /// What is pinned to the room.
    #[must_use]
    pub fn pins(&self) -> Later<Vec<Entry>> {
        self.store.pins(self.room.id, Some(self.user))
    }

    /// Who has read up to a message beside its author and this user, of those who may know the
    /// room and show it, and how many.
    ///
    /// # Errors
    /// `unknown_message`, or what the store says.
    pub async fn readers(&self, seq: Seq) -> Result<(Vec<Author>, usize), Refusal> {
        let failed = |failure| refusal(&failure, "reading who has read");
        let message = self.message(seq).await.map_err(failed)?;
        let except = [message.author.id, self.user];
        let readers = self.store.readers(self.room.id, seq, except).await;
        let (mut readers, count) = readers.map_err(failed)?;
        let listed = readers.len();
        readers.retain(|reader| self.room.rights().is_known_to(reader.id));
        let count = count - (listed - readers.len());
        Ok((readers, count))
    }

    /// Moves the user's read mark; answers it as it is then.
    #[must_use]
    pub fn mark_read(&self, seq: Seq) -> Later<Mark> {
        self.store.mark_read(self.user, self.room.id, seq)
    }
}

impl RoomWriter {
    /// The room.
    #[must_use]
    pub fn room(&self) -> &Arc<RoomFacts> {
        &self.room
    }

    /// Who writes.
    #[must_use]
    pub fn user(&self) -> UserId {
        self.user
    }

    /// Whether they may take back what others sent there.
    #[must_use]
    pub fn is_over_others(&self) -> bool {
        self.over_others
    }

    /// Appends an entry, an edit on top of the edit `base`. It takes its place in line before this returns.
    #[must_use]
    pub fn append(
        &self,
        client_id: ClientId,
        at: Timestamp,
        kind: EntryKind,
        base: Option<Seq>,
    ) -> Later<Appended> {
        let (room, author) = (self.room.id, self.user);
        self.store.append(NewEntry {
            room,
            author,
            client_id,
            at,
            kind,
            claims: Claims {
                base,
                over_others: self.over_others,
            },
        })
    }
}

impl RoomKeeper {
    /// Makes an open room and adds it to the directory.
    ///
    /// # Errors
    /// `name_invalid` ([`names::room`]), `limit_reached` at [`ROOMS_MAX`], `name_taken`, or what the store says.
    pub async fn make_room(self, name: RoomName) -> Result<Arc<RoomFacts>, Refusal> {
        let name = names::room(name.as_str())?;
        let _place = self.directory.reserve_place().ok_or_else(|| {
            let sentence = format!("This server has {ROOMS_MAX} rooms, and that is the most.");
            Refusal::new(RefusalCode::LimitReached, sentence)
        })?;
        let record = self.store.make_room(name, self.user).await;
        let record = record.map_err(|failure| refusal(&failure, "making a room"))?;
        Ok(self.directory.add(record))
    }
}

fn actor(who: &SignedIn) -> Actor {
    let role = match who.role {
        Role::Owner => policy::Role::Owner,
        Role::Guest => policy::Role::Guest,
    };
    Actor {
        user: who.user.id,
        role,
    }
}

#[cfg(test)]
mod tests;
