//! A numbered line of a room's log, what later lines made of it, and the people and
//! rooms that it names.

use serde::{Deserialize, Serialize};

use crate::cursor::Seq;
use crate::ids::{ClientId, RoomId, UserId};
use crate::moment::Timestamp;
use crate::text::{DisplayName, Emoji, MessageText, RoomName};

/// A user as others see them. Entries carry the name beside the id, so that a
/// page of history can be read without asking for anything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// Never changes.
    pub id: UserId,
    /// As it was when this was written.
    pub name: DisplayName,
}

/// One numbered line of a room's log. Never changes once it is numbered: an edit
/// is another entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number in the room: dense, in commit order.
    pub seq: Seq,
    /// When the server stored it.
    pub at: Timestamp,
    /// Who wrote it.
    pub author: Author,
    /// The writer's own id for this write. The writer's other tabs and its
    /// reconnected self recognise a pending write by it.
    pub client_id: ClientId,
    /// What it says.
    pub kind: EntryKind,
    /// How many messages (`posted`) the room has up to and with this entry. Unread
    /// counts are differences of it: an edit or a reaction is never unread.
    pub posts: u64,
    /// What later entries have made of this message, folded. Only in pages: never on
    /// an entry that comes as it is stored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Box<MessageState>>,
}

/// What an entry says. A reader that meets a kind it does not know keeps its
/// number and shows nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// A message.
    Posted {
        /// What was written.
        text: MessageText,
        /// The message of the same room that this one answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply_to: Option<Seq>,
    },
    /// The author wrote a message anew.
    Edited {
        /// Which message.
        target: Seq,
        /// What it says now.
        text: MessageText,
    },
    /// Somebody took a message back. Its text, and that of its edits, is erased from
    /// the store.
    Deleted {
        /// Which message.
        target: Seq,
    },
    /// The author of this entry reacted to a message.
    Reacted {
        /// Which message.
        target: Seq,
        /// With what.
        emoji: Emoji,
    },
    /// The author of this entry took a reaction back.
    Unreacted {
        /// Which message.
        target: Seq,
        /// Which of their reactions.
        emoji: Emoji,
    },
    /// A message was pinned to its room.
    Pinned {
        /// Which message.
        target: Seq,
    },
    /// A message is no longer pinned.
    Unpinned {
        /// Which message.
        target: Seq,
    },
    /// What stood here, a message or an edit of one, was erased. A message also has
    /// `state.deleted`.
    Erased,
}

impl EntryKind {
    /// The message that this entry amends; none for a message and for what was erased.
    #[must_use]
    pub fn target(&self) -> Option<Seq> {
        match self {
            Self::Posted { .. } | Self::Erased => None,
            Self::Edited { target, .. }
            | Self::Deleted { target }
            | Self::Reacted { target, .. }
            | Self::Unreacted { target, .. }
            | Self::Pinned { target }
            | Self::Unpinned { target } => Some(*target),
        }
    }

    /// What was written, by a message or an edit of one.
    #[must_use]
    pub fn text(&self) -> Option<&MessageText> {
        match self {
            Self::Posted { text, .. } | Self::Edited { text, .. } => Some(text),
            Self::Deleted { .. }
            | Self::Reacted { .. }
            | Self::Unreacted { .. }
            | Self::Pinned { .. }
            | Self::Unpinned { .. }
            | Self::Erased => None,
        }
    }
}

/// What later entries have made of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageState {
    /// The newest amending entry that is in it. A reader applies to a message only
    /// amending entries with a larger number: so pages and live entries may come in
    /// any order and twice, and every reader ends in the same state.
    pub as_of: Seq,
    /// The newest edit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited: Option<Edition>,
    /// Who took it back. Then nothing else of the state is left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted: Option<Deletion>,
    /// Who pinned it, while it is pinned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinned: Option<Pin>,
    /// By emoji. In a page in the order in which each was first used and is still; who
    /// folds entries as they come may end with another order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reactions: Vec<Reaction>,
}

/// One version of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The entry that wrote it.
    pub seq: Seq,
    /// When the server stored it.
    pub at: Timestamp,
    /// What it says.
    pub text: MessageText,
}

/// See [`MessageState::deleted`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deletion {
    /// Who.
    pub by: Author,
    /// When.
    pub at: Timestamp,
}

/// See [`MessageState::pinned`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// Who.
    pub by: Author,
    /// When.
    pub at: Timestamp,
}

/// One emoji under a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaction {
    /// Which.
    pub emoji: Emoji,
    /// How many people; at least one.
    pub count: u32,
    /// Who, first to react first: at most [`crate::limits::REACTORS_LISTED_MAX`], with
    /// the reader among them if the reader reacted.
    pub who: Vec<Author>,
}

/// A room as one reader sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomSummary {
    /// Never changes.
    pub room: RoomId,
    /// Unique on this server.
    pub name: RoomName,
    /// The newest entry; zero in an empty room.
    pub head: Seq,
    /// How many messages the room has up to its newest entry.
    pub posts: u64,
    /// The reader's own read mark: everything up to it was seen.
    pub read: Seq,
    /// How many messages the room has up to the read mark.
    pub read_posts: u64,
}
