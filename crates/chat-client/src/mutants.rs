//! Deliberate faults in this crate's machines, for the simulation to find: the proof that
//! it can fail. Without the feature `mutants` there are none, and every question whether
//! one is on is answered by the compiler.

/// One fault. Its name says what goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mutant {
    /// Entries that are held already are taken in again.
    RepeatsAreKept,
    /// Missing numbers between two entries are not noticed.
    HolesAreNotMarked,
    /// A new link does not send anew what the old one may have lost.
    ResendIsForgotten,
    /// What is sent anew gets a new id.
    ResendHasANewId,
    /// A write is forgotten as soon as it is sent.
    SentCountsAsStored,
    /// A room's writes do not wait for each other.
    WritesOvertake,
    /// The welcome's read mark replaces a newer one.
    ReadMarkGoesBack,
    /// A welcome from another log leaves the old entries in sight.
    OtherLogIsKept,
    /// After a new link, rooms are not followed again.
    FollowIsForgotten,
    /// A change that is in its message already is taken in again.
    ChangeIsTakenTwice,
    /// A silent link is never given up.
    SilenceIsPatience,
}

impl Mutant {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::RepeatsAreKept,
        Self::HolesAreNotMarked,
        Self::ResendIsForgotten,
        Self::ResendHasANewId,
        Self::SentCountsAsStored,
        Self::WritesOvertake,
        Self::ReadMarkGoesBack,
        Self::OtherLogIsKept,
        Self::FollowIsForgotten,
        Self::ChangeIsTakenTwice,
        Self::SilenceIsPatience,
    ];
}

#[cfg(feature = "mutants")]
thread_local!(static ON: std::cell::Cell<Option<Mutant>> = const { std::cell::Cell::new(None) });

/// Switches one fault on in this thread, or all off.
#[cfg(feature = "mutants")]
pub fn set(mutant: Option<Mutant>) {
    ON.set(mutant);
}

/// Whether this fault is wanted.
#[cfg(feature = "mutants")]
pub(crate) fn is(mutant: Mutant) -> bool {
    ON.get() == Some(mutant)
}

/// Never.
#[cfg(not(feature = "mutants"))]
pub(crate) const fn is(_: Mutant) -> bool {
    false
}
