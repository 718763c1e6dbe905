//! What a room wants done by the hub.

use std::sync::Arc;

use shared::cursor::Seq;
use shared::entry::Entry;
use shared::ids::{RequestId, SessionId};
use shared::refusal::Refusal;
use shared::server_frame::FollowStart;

/// Names one `Read`, also beyond the life of the room's state in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Generation {
    pub(super) incarnation: u64,
    pub(super) read: u64,
}

/// What the hub is to do, in order. `Room::live` and `Room::handle_of` may be asked
/// after `handle` has returned: within one list nobody turns live after a `Feed`,
/// and nobody is dropped after being given something.
#[derive(Debug)]
pub enum Output<H> {
    /// Tell one follower how it starts. Exactly once per join that is answered,
    /// before any of its entries.
    Start {
        /// Which session.
        to: SessionId,
        /// Of the `follow` request.
        id: RequestId,
        /// How the cursor was taken.
        start: FollowStart,
        /// The first entry that comes.
        from: Seq,
        /// The newest entry now.
        head: Seq,
    },
    /// Give this to every live follower (`Room::live`).
    Feed(Arc<Entry>),
    /// Give these to one follower, in one frame. Never empty.
    FeedOne {
        /// Which session.
        to: SessionId,
        /// Ascending and dense.
        entries: Vec<Entry>,
    },
    /// Tell one follower that it is complete and live.
    Live {
        /// Which session.
        to: SessionId,
        /// Complete up to here.
        head: Seq,
        /// How many messages the room has up to there.
        posts: u64,
    },
    /// Read the store for one follower; answer with `Page` or `ReadFailed`.
    Read {
        /// Which session.
        to: SessionId,
        /// To be given back.
        generation: Generation,
        /// What to read.
        page: PageWanted,
    },
    /// Entries are missing before one that is known; read the store from there;
    /// answer with `Missing` or `MissingFailed`. Never twice at once.
    FetchMissing {
        /// The newest entry that is not missing.
        after: Seq,
    },
    /// Answer a `follow` that was never started with this refusal: its first page
    /// could not be read, or an unfollow or a later follow came before that page.
    Refuse {
        /// How the hub reaches it (it may be out of the room).
        handle: H,
        /// Of the `follow` request.
        id: RequestId,
        /// What to answer.
        refusal: Refusal,
    },
    /// A started follower can no longer be fed and is out of the room: say `gone`.
    Drop {
        /// Which session.
        to: SessionId,
        /// How the hub reaches it.
        handle: H,
    },
}

/// Which page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageWanted {
    /// The entries after this one.
    After(Seq),
    /// The newest page.
    Newest,
}
