//! Deliberate faults: the proof that the simulation can fail. Each one is a bug that
//! somebody could write; each must be caught within a bounded number of seeds.
//!
//! Those of the machines live in the machines, behind their feature `mutants`; those of
//! the shell and of the store live here.

use std::fmt;

use chat_client::mutants::Mutant as ClientMutant;
use chat_rules::mutants::Mutant as RulesMutant;

/// One fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mutant {
    /// In the client's machine.
    Client(ClientMutant),
    /// In one of the server's machines.
    Rules(RulesMutant),
    /// In the shell around them, or in the store.
    Shell(ShellMutant),
}

/// A fault of the server's shell, of the store, or of a browser's tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShellMutant {
    /// `posted` is said when the write has its place in line.
    AnswerComesBeforeTheCommit,
    /// Followers get the entry when the write has its place in line.
    PublishComesBeforeTheCommit,
    /// A write whose connection ends is stored and never published.
    WriteEndsWithItsConnection,
    /// A crash loses the last thing that was committed.
    StoreLosesTheLastCommit,
    /// A repeated write is stored again.
    StoreForgetsIds,
    /// An older copy is put back under the epoch that was in use.
    EpochIsUsedTwice,
    /// Every page has its first two entries the wrong way round.
    PageIsReordered,
    /// Pages do not say what became of their messages.
    PageLacksChanges,
    /// An edit is taken whatever its writer had seen.
    StaleEditIsTaken,
    /// A full mailbox drops frames and goes on.
    FullMailboxSkips,
    /// A session that has ended stays in its rooms.
    FollowerOutlivesItsSession,
    /// Rooms that are not followed go on unheard.
    MovedIsNotTold,
    /// Whoever types in a thread is told of as typing in the room.
    TypingLosesItsThread,
    /// A user's other clients do not hear of a read mark.
    ReadMarkIsNotShared,
    /// Two tabs take over the writes of one that is gone.
    OutboxIsAdoptedTwice,
    /// A tab that is gone leaves its writes to nobody.
    OutboxIsNotAdopted,
}

impl ShellMutant {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::AnswerComesBeforeTheCommit,
        Self::PublishComesBeforeTheCommit,
        Self::WriteEndsWithItsConnection,
        Self::StoreLosesTheLastCommit,
        Self::StoreForgetsIds,
        Self::EpochIsUsedTwice,
        Self::PageIsReordered,
        Self::PageLacksChanges,
        Self::StaleEditIsTaken,
        Self::FullMailboxSkips,
        Self::FollowerOutlivesItsSession,
        Self::MovedIsNotTold,
        Self::TypingLosesItsThread,
        Self::ReadMarkIsNotShared,
        Self::OutboxIsAdoptedTwice,
        Self::OutboxIsNotAdopted,
    ];
}

impl Mutant {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let client = ClientMutant::ALL.into_iter().map(Self::Client);
        let rules = RulesMutant::ALL.into_iter().map(Self::Rules);
        let shell = ShellMutant::ALL.into_iter().map(Self::Shell);
        client.chain(rules).chain(shell)
    }
}

impl fmt::Display for Mutant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client(mutant) => write!(f, "client: {mutant:?}"),
            Self::Rules(mutant) => write!(f, "rules: {mutant:?}"),
            Self::Shell(mutant) => write!(f, "shell: {mutant:?}"),
        }
    }
}

/// Switches a machine's fault on in this thread, until it is dropped.
#[derive(Debug)]
pub(crate) struct Switched;

impl Switched {
    pub(crate) fn on(mutant: Option<Mutant>) -> Self {
        match mutant {
            Some(Mutant::Client(mutant)) => chat_client::mutants::set(Some(mutant)),
            Some(Mutant::Rules(mutant)) => chat_rules::mutants::set(Some(mutant)),
            Some(Mutant::Shell(_)) | None => {}
        }
        Self
    }
}

impl Drop for Switched {
    fn drop(&mut self) {
        chat_client::mutants::set(None);
        chat_rules::mutants::set(None);
    }
}
