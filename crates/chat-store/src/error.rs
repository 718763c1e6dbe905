//! What can go wrong in a store, as far as a caller can do something about it.

/// A store's failure. The text is for the log; people get a refusal instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The room, user or login does not exist.
    #[error("{0} does not exist")]
    NotFound(&'static str),
    /// A name or id is taken.
    #[error("{0} is taken")]
    Conflict(&'static str),
    /// Too many calls wait; nothing was done and the caller may try again.
    #[error("too many calls are waiting")]
    Busy,
    /// The disk is full; nothing was written and what was stored is unharmed.
    #[error("the disk is full")]
    Full,
    /// The store cannot answer now, or is closed.
    #[error("the store is unavailable: {0}")]
    Unavailable(String),
}
