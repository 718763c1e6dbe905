//! One batch: what waits is performed in one transaction, and its results are held
//! back until that transaction is on disk.

use std::collections::VecDeque;

use chat_store::drafts::NewDraft;
use chat_store::plans::{DuePlan, PlanEnd, PlanKept, PlanKey, PlanWrite};
use chat_store::records::{
    Appended, Mark, NewEntry, NewLogin, NewUser, NoteKind, RoomRecord, SignedIn,
};
use chat_store::{StoreError, text_bytes};
use futures_channel::oneshot;
use rusqlite::{Connection, TransactionBehavior};
use shared::cursor::Seq;
use shared::entry::Entry;
use shared::file::{FileId, FileInfo};
use shared::ids::{LoginId, RoomId, UserId};
use shared::kept::{Draft, OwnThread, ThreadWrite, UnreadMark};
use shared::moment::Timestamp;
use shared::plan::Plan;
use shared::text::RoomName;

use crate::append::{Memory, append};
use crate::drafts::keep_draft;
use crate::failure::{Failure, Reach, reach, store_error};
use crate::files::erased;
use crate::notes::keep_note;
use crate::plans::{claim_plans, drop_plan, keep_plan, settle_plan};
use crate::rooms::{make_room, mark_read};
use crate::threads::keep_thread;
use crate::unread::mark_unread;
use crate::users::{add_login, end_login, make_user};

/// Where an answer goes.
pub(crate) type Answer<T> = oneshot::Sender<Result<T, StoreError>>;

/// What the writer is asked to do.
pub(crate) enum Write {
    Append(NewEntry, Answer<Appended>),
    MakeRoom(RoomName, UserId, Answer<RoomRecord>),
    MakeUser(NewUser, Option<NewLogin>, Answer<SignedIn>),
    AddLogin(UserId, NewLogin, Timestamp, Answer<SignedIn>),
    EndLogin(LoginId, Answer<()>),
    MarkRead(UserId, RoomId, Seq, Answer<Mark>),
    KeepNote(UserId, NoteKind, Option<String>, Answer<()>),
    FilesErased(Vec<FileId>, Answer<()>),
    MarkUnread(UserId, RoomId, Option<Seq>, u64, Answer<UnreadMark>),
    KeepThread(UserId, (RoomId, Seq), ThreadWrite, Answer<OwnThread>),
    KeepDraft(NewDraft, Answer<Option<Draft>>),
    KeepPlan(UserId, Box<Plan>, PlanWrite, Answer<PlanKept>),
    DropPlan(PlanKey, Answer<bool>),
    ClaimPlans(Timestamp, u16, Answer<Vec<DuePlan>>),
    SettlePlan(PlanKey, PlanEnd, Answer<()>),
    /// Always the last in line.
    Close(Answer<()>),
    /// Lets a test break the connection between two batches.
    #[cfg(test)]
    Meddle(Box<dyn FnOnce(&Connection) + Send>),
}

/// What became of a batch.
pub(crate) struct Written {
    /// Whether its transaction is on disk.
    pub(crate) committed: Result<(), StoreError>,
    /// Results that nobody has been told yet.
    pub(crate) held: Vec<Held>,
    /// Who asked to close, if somebody did.
    pub(crate) closer: Option<Answer<()>>,
}

/// The result of one write, not told yet.
pub(crate) enum Held {
    Appended(Answered<Appended>),
    Room(Answered<RoomRecord>),
    SignedIn(Answered<SignedIn>),
    Ended(Answered<()>),
    Mark(Answered<Mark>),
    Noted(Answered<()>),
    Erased(Answered<()>),
    Unread(Answered<UnreadMark>),
    Threaded(Answered<OwnThread>),
    Drafted(Answered<Option<Draft>>),
    Planned(Answered<PlanKept>),
    Dropped(Answered<bool>),
    Claimed(Answered<Vec<DuePlan>>),
    Settled(Answered<()>),
}

/// A result and where it goes.
pub(crate) struct Answered<T> {
    to: Answer<T>,
    outcome: Result<T, StoreError>,
}

impl Write {
    /// Bytes of text that wait with it.
    pub(crate) fn bytes(&self) -> usize {
        match self {
            Self::Append(entry, _) => text_bytes(&entry.kind),
            Self::KeepNote(_, _, text, _) => text.as_deref().map_or(0, str::len),
            Self::KeepDraft(draft, _) => draft.text.len(),
            Self::KeepPlan(_, plan, _, _) => {
                plan.text.as_str().len() + plan.files.len() * size_of::<FileInfo>()
            }
            Self::DropPlan(..) | Self::ClaimPlans(..) | Self::SettlePlan(..) => 0,
            Self::MakeRoom(..)
            | Self::MakeUser(..)
            | Self::AddLogin(..)
            | Self::EndLogin(..)
            | Self::MarkRead(..)
            | Self::MarkUnread(..)
            | Self::KeepThread(..)
            | Self::FilesErased(..)
            | Self::Close(_) => 0,
            #[cfg(test)]
            Self::Meddle(_) => 0,
        }
    }
}

impl Held {
    /// Tells the result; or, of a batch that was not committed, why it has none.
    pub(crate) fn release(self, committed: &Result<(), StoreError>) {
        match self {
            Self::Appended(answered) => answered.release(committed),
            Self::Room(answered) => answered.release(committed),
            Self::SignedIn(answered) => answered.release(committed),
            Self::Ended(answered) => answered.release(committed),
            Self::Mark(answered) => answered.release(committed),
            Self::Noted(answered) | Self::Erased(answered) => answered.release(committed),
            Self::Unread(answered) => answered.release(committed),
            Self::Threaded(answered) => answered.release(committed),
            Self::Drafted(answered) => answered.release(committed),
            Self::Planned(answered) => answered.release(committed),
            Self::Dropped(answered) => answered.release(committed),
            Self::Claimed(answered) => answered.release(committed),
            Self::Settled(answered) => answered.release(committed),
        }
    }

    /// The entry that it is, if that did not exist before.
    pub(crate) fn fresh_entry(&self) -> Option<&Entry> {
        match self {
            Self::Appended(Answered {
                outcome: Ok(Appended::Fresh(entry)),
                ..
            }) => Some(entry),
            Self::Appended(_)
            | Self::Room(_)
            | Self::SignedIn(_)
            | Self::Ended(_)
            | Self::Mark(_)
            | Self::Noted(_)
            | Self::Erased(_)
            | Self::Unread(_)
            | Self::Threaded(_)
            | Self::Drafted(_)
            | Self::Planned(_)
            | Self::Dropped(_)
            | Self::Claimed(_)
            | Self::Settled(_) => None,
        }
    }
}

impl<T> Answered<T> {
    fn release(self, committed: &Result<(), StoreError>) {
        let told = match committed {
            Ok(()) => self.outcome,
            Err(error) => Err(error.clone()),
        };
        // Who dropped the answer does not want it; the write stands all the same.
        drop(self.to.send(told));
    }
}

/// Performs everything in `waiting` in one transaction.
pub(crate) fn write(
    connection: &mut Connection,
    memory: &mut Memory,
    waiting: &mut VecDeque<Write>,
) -> Written {
    let mut held = Vec::with_capacity(waiting.len());
    let mut closer = None;
    let committed = commit(connection, memory, waiting, &mut held, &mut closer);
    match &committed {
        Ok(()) => memory.trim(),
        Err(error) => {
            memory.forget();
            // Those that were not reached any more share the fate of the batch.
            for write in waiting.drain(..) {
                held.extend(write.unperformed(error, &mut closer));
            }
        }
    }
    Written {
        committed,
        held,
        closer,
    }
}

fn commit(
    connection: &mut Connection,
    memory: &mut Memory,
    waiting: &mut VecDeque<Write>,
    held: &mut Vec<Held>,
    closer: &mut Option<Answer<()>>,
) -> Result<(), StoreError> {
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(|error| store_error(&error))?;
    let mut batch = Batch {
        connection: &transaction,
        memory,
        broken: None,
    };
    while let Some(write) = waiting.pop_front() {
        held.extend(batch.perform(write, closer));
        if let Some(error) = batch.broken {
            return Err(error);
        }
    }
    memory
        .store_heads(&transaction)
        .and_then(|()| transaction.commit())
        .map_err(|error| store_error(&error))
}

/// An open transaction.
struct Batch<'open> {
    connection: &'open Connection,
    memory: &'open mut Memory,
    /// Why the transaction cannot go on.
    broken: Option<StoreError>,
}

impl Batch<'_> {
    fn perform(&mut self, write: Write, closer: &mut Option<Answer<()>>) -> Option<Held> {
        Some(match write {
            Write::Append(entry, to) => {
                let result = append(self.connection, self.memory, &entry);
                Held::Appended(self.answered(to, result))
            }
            Write::MakeRoom(name, by, to) => {
                let result = make_room(self.connection, name, by);
                Held::Room(self.answered(to, result))
            }
            Write::MakeUser(user, login, to) => {
                let result = make_user(self.connection, user, login.as_ref());
                Held::SignedIn(self.answered(to, result))
            }
            Write::AddLogin(user, login, at, to) => {
                let result = add_login(self.connection, user, &login, at);
                Held::SignedIn(self.answered(to, result))
            }
            Write::EndLogin(login, to) => {
                let result = end_login(self.connection, login);
                Held::Ended(self.answered(to, result))
            }
            Write::MarkRead(user, room, seq, to) => {
                let result = mark_read(self.connection, self.memory, user, room, seq);
                Held::Mark(self.answered(to, result))
            }
            Write::KeepNote(user, kind, text, to) => {
                let result = keep_note(self.connection, user, kind, text.as_deref());
                Held::Noted(self.answered(to, result))
            }
            Write::FilesErased(files, to) => {
                let result = erased(self.connection, &files);
                Held::Erased(self.answered(to, result))
            }
            Write::MarkUnread(user, room, from, base, to) => {
                let result = mark_unread(self.connection, self.memory, user, room, from, base);
                Held::Unread(self.answered(to, result))
            }
            Write::KeepThread(user, key, write, to) => {
                let result = keep_thread(self.connection, self.memory, user, key, write);
                Held::Threaded(self.answered(to, result))
            }
            Write::KeepDraft(draft, to) => {
                let result = keep_draft(self.connection, &draft);
                Held::Drafted(self.answered(to, result))
            }
            Write::KeepPlan(user, plan, write, to) => {
                let result = keep_plan(self.connection, user, *plan, write);
                Held::Planned(self.answered(to, result))
            }
            Write::DropPlan(key, to) => {
                let result = drop_plan(self.connection, key);
                Held::Dropped(self.answered(to, result))
            }
            Write::ClaimPlans(now, limit, to) => {
                let result = claim_plans(self.connection, now, limit);
                Held::Claimed(self.answered(to, result))
            }
            Write::SettlePlan(key, end, to) => {
                let result = settle_plan(self.connection, key, &end);
                Held::Settled(self.answered(to, result))
            }
            Write::Close(to) => {
                *closer = Some(to);
                return None;
            }
            #[cfg(test)]
            Write::Meddle(meddle) => {
                meddle(self.connection);
                return None;
            }
        })
    }

    fn answered<T>(&mut self, to: Answer<T>, result: Result<T, Failure>) -> Answered<T> {
        if let Err(Failure::Broken(error)) = &result
            && reach(error) == Reach::Batch
        {
            self.broken = Some(store_error(error));
        }
        Answered {
            to,
            outcome: result.map_err(StoreError::from),
        }
    }
}

impl Write {
    fn unperformed(self, error: &StoreError, closer: &mut Option<Answer<()>>) -> Option<Held> {
        fn failed<T>(to: Answer<T>, error: &StoreError) -> Answered<T> {
            Answered {
                to,
                outcome: Err(error.clone()),
            }
        }
        Some(match self {
            Self::Append(_, to) => Held::Appended(failed(to, error)),
            Self::MakeRoom(_, _, to) => Held::Room(failed(to, error)),
            Self::MakeUser(_, _, to) => Held::SignedIn(failed(to, error)),
            Self::AddLogin(_, _, _, to) => Held::SignedIn(failed(to, error)),
            Self::EndLogin(_, to) => Held::Ended(failed(to, error)),
            Self::MarkRead(_, _, _, to) => Held::Mark(failed(to, error)),
            Self::KeepNote(_, _, _, to) => Held::Noted(failed(to, error)),
            Self::FilesErased(_, to) => Held::Erased(failed(to, error)),
            Self::MarkUnread(_, _, _, _, to) => Held::Unread(failed(to, error)),
            Self::KeepThread(_, _, _, to) => Held::Threaded(failed(to, error)),
            Self::KeepDraft(_, to) => Held::Drafted(failed(to, error)),
            Self::KeepPlan(_, _, _, to) => Held::Planned(failed(to, error)),
            Self::DropPlan(_, to) => Held::Dropped(failed(to, error)),
            Self::ClaimPlans(_, _, to) => Held::Claimed(failed(to, error)),
            Self::SettlePlan(_, _, to) => Held::Settled(failed(to, error)),
            Self::Close(to) => {
                *closer = Some(to);
                return None;
            }
            #[cfg(test)]
            Self::Meddle(_) => return None,
        })
    }
}
