//! The store, which can die between any two steps: the in-memory reference behind a
//! writer that commits batches, and a journal of what was committed, from which an older
//! copy can be put back.
//!
//! What waits for a commit is lost in a crash; what was committed is kept. The reference
//! makes open rooms only, so who is in the one closed room is kept here.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use chat_store::memory::MemoryStore;
use chat_store::records::{
    Appended, Mark, NewEntry, NewLogin, NewUser, Page, RoomRecord, SignedIn, TokenHash,
};
use chat_store::{LOBBY, Later, Store, StoreError};
use shared::cursor::{Epoch, Seq};
use shared::entry::{Attached, Entry, EntryKind};
use shared::ids::{ClientId, RoomId, UserId};
use shared::limits::PAGE_ENTRIES_MAX;
use shared::moment::{Moment, Timestamp};
use shared::text::{DisplayName, MessageText, RoomName};

use crate::became::{Became, was_acceptable};
use crate::mutant::{Mutant, ShellMutant};
use crate::plan::Trouble;
use crate::seat::Person;
use crate::server::WorkId;

/// The rooms of every world beside the lobby; the second one is closed.
const ROOMS: [&str; 2] = ["den", "attic"];

/// The closed room.
pub(crate) const ATTIC: RoomId = RoomId(3);

/// Something that is on disk.
#[derive(Clone, Debug)]
enum Change {
    Append(NewEntry),
    MakeRoom(RoomName, UserId),
    MarkRead(UserId, RoomId, Seq),
    Member(RoomId, UserId, bool),
}

/// The data, and its writer.
#[derive(Debug)]
pub(crate) struct Disk {
    memory: MemoryStore,
    members: BTreeMap<RoomId, BTreeSet<UserId>>,
    journal: Vec<Change>,
    /// What a copy can lack at most: the journal without what the world began with.
    base: usize,
    waiting: Vec<(WorkId, NewEntry)>,
    /// Every log that ever was, by its epoch: what may be told is in one of them.
    logs: BTreeMap<(u64, RoomId), Vec<Entry>>,
    trouble: Option<(Trouble, Moment)>,
    /// How many reads there were.
    reads: Cell<u64>,
    mutant: Option<Mutant>,
}

impl Disk {
    /// The three people, the rooms, and a lobby with so many entries.
    pub(crate) fn new(entries: u64, mutant: Option<Mutant>) -> Self {
        let mut disk = Self {
            memory: with_people(1),
            members: BTreeMap::new(),
            journal: Vec::new(),
            base: 0,
            waiting: Vec::new(),
            logs: BTreeMap::new(),
            trouble: None,
            reads: Cell::new(0),
            mutant,
        };
        let first = Person::all().next().map_or(UserId(1), Person::user);
        for name in ROOMS {
            disk.do_change(Change::MakeRoom(
                RoomName::from_stored(name.to_owned()),
                first,
            ));
        }
        for person in Person::all() {
            disk.do_change(Change::Member(ATTIC, person.user(), true));
        }
        for number in 1..=entries {
            let text = MessageText::from_stored(format!("before {number}"));
            disk.do_change(Change::Append(NewEntry {
                room: LOBBY,
                author: UserId(number % 3 + 1),
                client_id: ClientId::new_v7(number, [0xFF; 10]),
                at: Timestamp(number),
                kind: EntryKind::Posted {
                    text,
                    reply_to: None,
                    attached: Attached::default(),
                },
                claims: chat_store::fold::Claims::default(),
            }));
        }
        disk.base = disk.journal.len();
        disk
    }

    fn is(&self, mutant: ShellMutant) -> bool {
        self.mutant == Some(Mutant::Shell(mutant))
    }

    pub(crate) fn epoch(&self) -> Epoch {
        self.memory.epoch()
    }

    /// The log of a room as it is on disk.
    pub(crate) fn log(&self, room: RoomId) -> &[Entry] {
        self.log_of(self.epoch(), room)
    }

    /// The log of a room under an epoch: the present one, or as it was when the copy of
    /// another was put back.
    pub(crate) fn log_of(&self, epoch: Epoch, room: RoomId) -> &[Entry] {
        self.logs.get(&(epoch.0, room)).map_or(&[], Vec::as_slice)
    }

    /// The rooms, with the members of the closed one.
    pub(crate) fn rooms(&self) -> Vec<(RoomRecord, Option<BTreeSet<UserId>>)> {
        let records = ask(self.memory.rooms()).unwrap_or_default();
        let members = |room: &RoomRecord| self.members.get(&room.id).cloned();
        records
            .into_iter()
            .map(|room| (members(&room), room))
            .map(|(m, r)| (r, m))
            .collect()
    }

    pub(crate) fn read_mark(&self, user: UserId, room: RoomId) -> Mark {
        let marks = ask(self.memory.read_marks(user)).unwrap_or_default();
        marks
            .iter()
            .find(|(of, _)| *of == room)
            .map_or(Mark::default(), |(_, mark)| *mark)
    }

    /// From here on it does not do what it should, until then.
    pub(crate) fn is_in_trouble(&mut self, trouble: Trouble, until: Moment) {
        self.trouble = Some((trouble, until));
    }

    pub(crate) fn heal(&mut self) {
        self.trouble = None;
    }

    pub(crate) fn has(&self, now: Moment, trouble: Trouble) -> bool {
        self.trouble
            .is_some_and(|(what, until)| what == trouble && now < until)
    }

    /// Takes an entry's place in line. It is on disk after the next commit.
    pub(crate) fn line_up(
        &mut self,
        now: Moment,
        work: WorkId,
        entry: NewEntry,
    ) -> Result<(), StoreError> {
        if self.has(now, Trouble::Full) {
            return Err(StoreError::Full);
        }
        if self.has(now, Trouble::NoWrites) {
            return Err(StoreError::Busy);
        }
        self.waiting.push((work, entry));
        Ok(())
    }

    /// The number that an entry gets if everything that waits is committed.
    pub(crate) fn next_seq(&self, room: RoomId) -> Seq {
        let waiting = self
            .waiting
            .iter()
            .filter(|(_, entry)| entry.room == room)
            .count();
        Seq((self.log(room).len() + waiting) as u64 + 1)
    }

    /// Puts everything that waits on disk.
    pub(crate) fn commit(&mut self) -> Vec<(WorkId, Result<Appended, StoreError>)> {
        let waiting = std::mem::take(&mut self.waiting);
        waiting
            .into_iter()
            .map(|(work, mut entry)| {
                if self.is(ShellMutant::StoreForgetsIds) && self.is_repeat(&entry) {
                    let mut bytes = entry.client_id.to_bytes();
                    bytes[15] ^= 0xFF;
                    entry.client_id = ClientId::from_bytes(bytes);
                }
                (work, self.append(entry))
            })
            .collect()
    }

    /// What was not committed is gone.
    pub(crate) fn crash(&mut self) {
        self.waiting.clear();
        if self.is(ShellMutant::StoreLosesTheLastCommit) {
            self.restore(1, self.epoch().0);
        }
    }

    /// Puts back a copy that lacks the newest changes. Answers the entries that are gone.
    pub(crate) fn put_back_copy(&mut self, lacks: u64) -> Vec<Entry> {
        let epoch = if self.is(ShellMutant::EpochIsUsedTwice) {
            self.epoch().0
        } else {
            self.epoch().0 + 1
        };
        self.restore(lacks, epoch)
    }

    fn restore(&mut self, lacks: u64, epoch: u64) -> Vec<Entry> {
        let before: Vec<Entry> = self.present_logs().flatten().cloned().collect();
        let lacks = usize::try_from(lacks).unwrap_or(usize::MAX);
        let kept = self.journal.len().saturating_sub(lacks).max(self.base);
        let journal: Vec<Change> = self.journal.drain(..).take(kept).collect();
        self.memory = with_people(epoch);
        self.members.clear();
        self.logs.retain(|(of, _), _| *of != epoch);
        for change in journal {
            self.do_change(change);
        }
        let after: BTreeSet<ClientId> =
            self.present_logs().flatten().map(|e| e.client_id).collect();
        before
            .into_iter()
            .filter(|entry| !after.contains(&entry.client_id))
            .collect()
    }

    fn present_logs(&self) -> impl Iterator<Item = &Vec<Entry>> {
        let epoch = self.epoch().0;
        self.logs
            .iter()
            .filter(move |((of, _), _)| *of == epoch)
            .map(|(_, log)| log)
    }

    /// Entries on one side of a number, as the store's own reads give them.
    pub(crate) fn page(
        &self,
        now: Moment,
        room: RoomId,
        side: Side,
        limit: u16,
        reader: Option<UserId>,
    ) -> Result<Page, StoreError> {
        self.can_read(now)?;
        let mut page = ask(match side {
            Side::After(after) => self.memory.entries_after(room, after, limit, reader),
            Side::Before(before) => self.memory.entries_before(room, before, limit, reader),
        })?;
        if self.is(ShellMutant::PageIsReordered) && page.entries.len() > 2 {
            page.entries.swap(0, 1);
        }
        if self.is(ShellMutant::PageLacksChanges) {
            for entry in &mut page.entries {
                entry.state = None;
            }
        }
        Ok(page)
    }

    /// Whether the next read succeeds.
    pub(crate) fn can_read(&self, now: Moment) -> Result<(), StoreError> {
        self.reads.set(self.reads.get() + 1);
        if self.has(now, Trouble::FlakyReads) && self.reads.get().is_multiple_of(3) {
            return Err(StoreError::Unavailable("this read fails".to_owned()));
        }
        Ok(())
    }

    pub(crate) fn login(&self, person: Person) -> Option<SignedIn> {
        ask(self.memory.login(token(person))).ok().flatten()
    }

    pub(crate) fn make_room(
        &mut self,
        name: RoomName,
        by: UserId,
    ) -> Result<RoomRecord, StoreError> {
        let made = ask(self.memory.make_room(name.clone(), by))?;
        self.journal.push(Change::MakeRoom(name, by));
        Ok(made)
    }

    pub(crate) fn mark_read(
        &mut self,
        user: UserId,
        room: RoomId,
        seq: Seq,
    ) -> Result<Mark, StoreError> {
        let mark = ask(self.memory.mark_read(user, room, seq))?;
        self.journal.push(Change::MarkRead(user, room, seq));
        Ok(mark)
    }

    pub(crate) fn set_member(&mut self, room: RoomId, user: UserId, is_in: bool) {
        self.do_change(Change::Member(room, user, is_in));
    }

    fn append(&mut self, entry: NewEntry) -> Result<Appended, StoreError> {
        let mut asked = entry.clone();
        if self.is(ShellMutant::StaleEditIsTaken)
            && let EntryKind::Edited { target, .. } = &entry.kind
        {
            let log = self.log(entry.room);
            asked.claims.base = Became::of(log, *target, Seq(u64::MAX)).edited;
        }
        let message = entry.kind.target();
        let before = message.map(|seq| self.message(entry.room, seq));
        let appended = ask(self.memory.append(asked))?;
        if let Appended::Refused(why) = appended {
            let after = message.map(|seq| self.message(entry.room, seq));
            assert_eq!(before, after, "{why:?} leaves half a change behind");
        }
        if let Appended::Fresh(stored) = &appended {
            was_acceptable(self.log(entry.room), &entry);
            let place = (self.epoch().0, entry.room);
            self.logs.entry(place).or_default().push(stored.clone());
            self.journal.push(Change::Append(entry));
        }
        Ok(appended)
    }

    /// A message with what became of it, and the head of its room.
    fn message(&self, room: RoomId, seq: Seq) -> Option<(Seq, Option<Entry>)> {
        let page = ask(self.memory.entries_after(room, seq.previous(), 1, None)).ok()?;
        Some((page.head, page.entries.into_iter().next()))
    }

    /// A room as somebody sees it who reads all of it now.
    pub(crate) fn shown(&self, room: RoomId, reader: UserId) -> Vec<Entry> {
        let mut shown: Vec<Entry> = Vec::new();
        loop {
            let after = shown.last().map_or(Seq::ZERO, |entry| entry.seq);
            let page = self
                .memory
                .entries_after(room, after, PAGE_ENTRIES_MAX, Some(reader));
            match ask(page) {
                Ok(page) if !page.entries.is_empty() => shown.extend(page.entries),
                Ok(_) | Err(_) => return shown,
            }
        }
    }

    fn is_repeat(&self, entry: &NewEntry) -> bool {
        let same = |old: &&Entry| old.author.id == entry.author && old.client_id == entry.client_id;
        self.log(entry.room).iter().rev().any(|old| same(&old))
    }

    fn do_change(&mut self, change: Change) {
        match change {
            Change::Append(entry) => {
                self.append(entry)
                    .expect("an entry that was stored once is stored again");
            }
            Change::MakeRoom(name, by) => {
                self.make_room(name, by)
                    .expect("a room that was made once is made again");
            }
            Change::MarkRead(user, room, seq) => {
                self.mark_read(user, room, seq)
                    .expect("its user and room are there again");
            }
            Change::Member(room, user, is_in) => {
                let members = self.members.entry(room).or_default();
                if is_in {
                    members.insert(user);
                } else {
                    members.remove(&user);
                }
                self.journal.push(Change::Member(room, user, is_in));
            }
        }
    }
}

/// Which entries of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Those above this number.
    After(Seq),
    /// Those below it, or the newest.
    Before(Option<Seq>),
}

fn token(person: Person) -> TokenHash {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&person.user().0.to_le_bytes());
    TokenHash(bytes)
}

fn with_people(epoch: u64) -> MemoryStore {
    let memory = MemoryStore::new(epoch);
    for person in Person::all() {
        let name = DisplayName::from_stored(person.name().to_owned());
        let login = NewLogin {
            token: token(person),
        };
        let user = NewUser {
            name,
            at: Timestamp(0),
        };
        let made = ask(memory.make_user(user, Some(login))).expect("the names differ");
        assert_eq!(
            made.user.id,
            person.user(),
            "people are numbered as they are made"
        );
    }
    memory
}

/// The reference does its whole work before it returns.
fn ask<T>(later: Later<T>) -> Result<T, StoreError> {
    match pin!(later)
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(answer) => answer,
        Poll::Pending => Err(StoreError::Unavailable(
            "the reference store waited".to_owned(),
        )),
    }
}
