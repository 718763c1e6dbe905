//! What the server keeps for a person, so that all their devices have it: the drafts of
//! their messages, what is to happen later, from where on they marked a room unread, and
//! which threads they follow.
//!
//! A draft has a *revision*: a number that grows with every change of any of the person's
//! drafts. A device that knows everything up to a revision asks for what came after it,
//! live and after an absence alike.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::cursor::Seq;
use crate::entry::Entry;
use crate::ids::{ClientId, RoomId};
use crate::moment::Timestamp;

/// Something that the server keeps for the user changed: whoever shows it asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What changed.
    pub what: KeptThing,
}

/// What the server keeps for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeptThing {
    /// What they typed and did not send.
    Drafts,
    /// What is to happen later: messages that wait for their time, and reminders.
    Plans,
    /// From where on they marked rooms unread.
    Unread,
    /// The threads that they follow, or what is new in them.
    Threads,
    /// What they want to be told of.
    Preferences,
    /// What they say of themselves.
    Status,
}

/// `PUT /api/me/drafts/{room}`: what stands in a message box now.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftWrite {
    /// The page or program that writes. It never stands in its own way.
    pub by: ClientId,
    /// The revision of the room's draft that it saw last; 0 for none.
    pub base: u64,
    /// What was typed; empty once it was sent or wiped away.
    pub text: String,
    /// [`Draft::aside`] was seen at `base` and is not wanted any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub drops_aside: bool,
}

/// What somebody typed in a room and did not send.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Which room.
    pub room: RoomId,
    /// Below 2^53.
    pub revision: u64,
    /// Who wrote it.
    pub by: ClientId,
    /// The newest text; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What another device had written when the newest text took its place unseen.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub aside: String,
}

// What somebody typed must not reach a log.
impl fmt::Debug for DraftWrite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DraftWrite")
            .field("by", &self.by)
            .field("base", &self.base)
            .field("text_bytes", &self.text.len())
            .field("drops_aside", &self.drops_aside)
            .finish()
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft")
            .field("room", &self.room)
            .field("revision", &self.revision)
            .field("by", &self.by)
            .field("text_bytes", &self.text.len())
            .field("aside_bytes", &self.aside.len())
            .finish()
    }
}

/// `GET /api/me/drafts?after=REVISION`: those that changed since, the oldest change first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftsPage {
    /// None when there is nothing newer. A page may end early: ask again after the last.
    pub drafts: Vec<Draft>,
}

/// `PUT /api/me/unread/{room}`: from where on somebody marks a room unread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadWrite {
    /// The first entry that is unread; none takes the mark away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Seq>,
    /// Where the mark is taken away: the revision of the one that was seen. A mark that was
    /// set since stays.
    #[serde(default)]
    pub base: u64,
}

/// Entries behind an unread mark that are looked at for messages of the user's own, since they
/// are counted with each answer. A badge counts to 99: where more is unread, no count is shown.
pub const UNREAD_LOOKED_AT_MAX: u64 = 1_000;

/// From where on somebody marked a room unread. It stands beside the read mark, which only
/// moves forward, and goes only by being taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadMark {
    /// Which room.
    pub room: RoomId,
    /// The first entry that is unread; none where the mark was taken away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Seq>,
    /// How many messages the room has before it.
    #[serde(default)]
    pub posts_before: u64,
    /// How many of the messages from there on are the user's own: they are never unread. Of a
    /// long stretch only the first [`UNREAD_LOOKED_AT_MAX`] entries are looked at.
    #[serde(default)]
    pub own: u64,
    /// Grows with every change of this room's mark. Below 2^53.
    pub revision: u64,
}

/// `GET /api/me/unread`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadPage {
    /// Of rooms that have a mark, by room.
    pub marks: Vec<UnreadMark>,
}

/// `PUT /api/me/threads/{room}/{root}`: what somebody has of a thread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadWrite {
    /// Follows it from now on, or no longer; without it nothing changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<bool>,
    /// Saw its messages up to here; it only moves forward.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Seq>,
}

/// A thread as somebody has it. Who wrote its first message or in it follows it, unless they
/// said otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnThread {
    /// Which room.
    pub room: RoomId,
    /// The message that it hangs from.
    pub root: Seq,
    /// Whether they follow it.
    pub follows: bool,
    /// How many messages it has.
    pub replies: u64,
    /// The newest of them; zero where there is none.
    pub last: Seq,
    /// When that was stored.
    pub at: Timestamp,
    /// They saw its messages up to here.
    pub seen: Seq,
    /// Messages of others after that, at most [`crate::limits::THREAD_UNREAD_MAX`].
    pub unread: u64,
    /// The message that it hangs from, in lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Box<Entry>>,
}

/// `GET /api/me/threads`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadsPage {
    /// Those that are followed and have messages, the last active first, at most
    /// [`crate::limits::THREADS_LISTED_MAX`].
    pub threads: Vec<OwnThread>,
}
