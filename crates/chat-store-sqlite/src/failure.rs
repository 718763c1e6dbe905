//! What a failing SQLite means for the caller, and for those beside it.

use chat_store::StoreError;
use rusqlite::ErrorCode;

/// Why a write inside a batch has no result.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A rule of the store says no. Nothing was written and the batch goes on.
    Refused(StoreError),
    /// SQLite failed.
    Broken(rusqlite::Error),
}

/// How far a failure reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// This statement: SQLite took it back, and the transaction stands.
    Statement,
    /// The transaction, and with it everything in the batch.
    Batch,
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Broken(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Refused(error)
    }
}

impl From<Failure> for StoreError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(error) => error,
            Failure::Broken(error) => store_error(&error),
        }
    }
}

/// What a caller is told.
pub(crate) fn store_error(error: &rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => StoreError::Full,
        _ => StoreError::Unavailable(error.to_string()),
    }
}

/// Whether the rest of a batch can go on after this error. Only what the statement
/// brought with it is taken as its own; a disk that is full or fails concerns all.
pub(crate) fn reach(error: &rusqlite::Error) -> Reach {
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation | ErrorCode::TooBig | ErrorCode::TypeMismatch) => {
            Reach::Statement
        }
        _ => Reach::Batch,
    }
}
