//! What people are told when the store says no.
//!
//! The one place where a [`StoreError`] becomes a [`Refusal`], and where a store that
//! fails is logged.

use chat_rules::policy::unknown_room;
use chat_store::StoreError;
use chat_store::fold::Unamendable;
use shared::limits::{PINS_MAX, REACTIONS_MAX};
use shared::refusal::{Refusal, RefusalCode};
use tracing::{error, warn};

/// A store with a full queue empties it within a few commits.
const BUSY_RETRY_MS: u32 = 500;
/// A store that cannot answer may be back after somebody has looked.
const UNAVAILABLE_RETRY_MS: u32 = 5_000;

/// The refusal for a failure. `doing` says in the log what was tried.
#[must_use]
pub fn refusal(failure: &StoreError, doing: &'static str) -> Refusal {
    match failure {
        StoreError::NotFound("room") => unknown_room(),
        StoreError::NotFound("message") => unknown_message(),
        StoreError::NotFound(what) => {
            error!(doing, what, "the store does not know what the server knows");
            unavailable()
        }
        StoreError::Conflict("room name") => {
            Refusal::new(RefusalCode::NameTaken, "There is a room with this name.")
        }
        StoreError::Conflict(_) => name_taken(),
        StoreError::Busy => {
            warn!(doing, "too many writes wait for the store");
            Refusal::new(
                RefusalCode::Unavailable,
                "The server is busy; try again in a moment.",
            )
            .retry_after_ms(BUSY_RETRY_MS)
        }
        StoreError::Full => {
            error!(doing, "the disk is full");
            Refusal::new(
                RefusalCode::DiskFull,
                "The server's disk is full; nothing was stored.",
            )
        }
        StoreError::Unavailable(cause) => {
            error!(doing, cause, "the store is unavailable");
            unavailable()
        }
    }
}

/// The refusal for an entry that does not fit what the log has.
#[must_use]
pub fn unamendable(why: Unamendable) -> Refusal {
    let (code, sentence) = match why {
        Unamendable::Unknown => return unknown_message(),
        Unamendable::Deleted => (
            RefusalCode::MessageDeleted,
            "This message was taken back.".to_owned(),
        ),
        Unamendable::NotTheirs => (
            RefusalCode::NotAllowed,
            "This message is somebody else's.".to_owned(),
        ),
        Unamendable::Stale => (
            RefusalCode::EditStale,
            "This message was edited since you saw it.".to_owned(),
        ),
        Unamendable::Empty => (
            RefusalCode::TextEmpty,
            "A message needs some text.".to_owned(),
        ),
        Unamendable::AlreadySo => (
            RefusalCode::AlreadySo,
            "This message is so already.".to_owned(),
        ),
        Unamendable::TooManyReactions => (
            RefusalCode::LimitReached,
            format!("A message has at most {REACTIONS_MAX} different reactions."),
        ),
        Unamendable::TooManyPins => (
            RefusalCode::LimitReached,
            format!("A room has at most {PINS_MAX} pinned messages."),
        ),
        Unamendable::FileTaken => (
            RefusalCode::UnknownFile,
            "A file of this message is in another message already.".to_owned(),
        ),
    };
    Refusal::new(code, sentence)
}

fn unknown_message() -> Refusal {
    Refusal::new(RefusalCode::UnknownMessage, "There is no such message.")
}

/// The answer to a name that somebody else has.
#[must_use]
pub fn name_taken() -> Refusal {
    Refusal::new(
        RefusalCode::NameTaken,
        "Somebody here has this name. Add a letter or a place.",
    )
}

fn unavailable() -> Refusal {
    Refusal::new(
        RefusalCode::Unavailable,
        "The server cannot reach its data now; try again.",
    )
    .retry_after_ms(UNAVAILABLE_RETRY_MS)
}

#[cfg(test)]
mod tests;
