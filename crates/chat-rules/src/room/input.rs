//! What the hub tells a room.

use std::sync::Arc;

use shared::cursor::{Cursor, Epoch, Seq};
use shared::entry::Entry;
use shared::ids::{RequestId, SessionId};

use super::Generation;

/// A page of the log, as the store gave it.
#[derive(Clone, Debug)]
pub struct Page {
    /// The log's incarnation.
    pub epoch: Epoch,
    /// The room's newest entry when the page was read.
    pub head: Seq,
    /// How many messages it had then.
    pub posts: u64,
    /// Ascending and dense.
    pub entries: Vec<Entry>,
}

/// What the hub tells the room. `H` is what the hub needs to reach a follower.
#[derive(Debug)]
pub enum Input<H> {
    /// An entry was committed. May come in any order, and again.
    Appended(Arc<Entry>),
    /// A session wants to follow. Again by the same session: it starts anew.
    Join {
        /// Which session.
        follower: SessionId,
        /// How the hub reaches it.
        handle: H,
        /// Of the `follow` request.
        id: RequestId,
        /// What it has; without it the newest page is wanted.
        after: Option<Cursor>,
    },
    /// It does not want to any more, or is gone. One that never joined is ignored.
    Leave {
        /// Which session.
        follower: SessionId,
    },
    /// The answer to `Read`; dropped if the follower left or joined anew.
    Page {
        /// As in `Read`.
        to: SessionId,
        /// As in `Read`.
        generation: Generation,
        /// What was read.
        page: Page,
    },
    /// The answer to `Read` failed: the follower is dropped.
    ReadFailed {
        /// As in `Read`.
        to: SessionId,
        /// As in `Read`.
        generation: Generation,
    },
    /// The answer to `FetchMissing`.
    Missing(Page),
    /// `FetchMissing` failed; the room asks again at its deadline, or when the next
    /// entry comes.
    MissingFailed,
    /// `deadline()` has passed.
    Deadline,
}
