//! Deliberate faults in this crate's machines, for the simulation to find: the proof that
//! it can fail. Without the feature `mutants` there are none, and every question whether
//! one is on is answered by the compiler.

/// One fault. Its name says what goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mutant {
    /// An entry that came before its predecessor is fed at once.
    GapIsIgnored,
    /// An entry that was fed already is fed again.
    RepeatIsFed,
    /// A follower turns live one entry before the head.
    LiveOneEntryEarly,
    /// Presence does not hear that a session ended.
    LeaveIsForgotten,
    /// Presence does not hear that somebody turned away or came back.
    AwayIsForgotten,
    /// A grace that ends is told to nobody.
    GraceEndsInSilence,
}

impl Mutant {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::GapIsIgnored,
        Self::RepeatIsFed,
        Self::LiveOneEntryEarly,
        Self::LeaveIsForgotten,
        Self::AwayIsForgotten,
        Self::GraceEndsInSilence,
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
