//! A numbered line of a room's log, what later lines made of it, and the people and
//! rooms that it names.

mod kind_names;

use serde::{Deserialize, Serialize};

use crate::cursor::Seq;
use crate::file::FileInfo;
use crate::ids::{ClientId, RoomId, UserId};
use crate::moment::Timestamp;
use crate::text::{DisplayName, Emoji, MessageText, RoomName, Topic};

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

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", remote = "Self")]
pub enum EntryKind {
    /// A message.
    Posted {
        /// What was written. Empty only beside files.
        text: MessageText,
        /// The message of the same room that this one answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply_to: Option<Seq>,
        /// What it brings beside its text.
        #[serde(default, skip_serializing_if = "Attached::is_empty")]
        attached: Attached,
    },
    /// A message in the thread of another one: read apart from the room's own messages,
    /// and not counted among them.
    Replied {
        /// The message that the thread hangs from: one of the room's own.
        thread: Seq,
        /// What was written. Empty beside files, and once the message was taken back.
        text: MessageText,
        /// What it brings beside its text.
        #[serde(default, skip_serializing_if = "Attached::is_empty")]
        attached: Attached,
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
    /// The room is about something else from here on, or (without words) about nothing any
    /// more.
    TopicSet {
        /// About this.
        topic: Topic,
    },
    /// What stood here, a message or an edit of one, was erased. A message also has
    /// `state.deleted`. Of a message in a thread the kind stays, without words and files.
    Erased,
    /// Something that this program is too old to know. The entry keeps its number and its
    /// place, so that nothing around it is missing; what it says is not kept. No server
    /// writes it.
    #[serde(skip)]
    Unknown {
        /// What its kind is called.
        name: String,
    },
}

/// What a message brings beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// Files of the same room, at most [`crate::limits::MESSAGE_FILES_MAX`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileInfo>,
    /// Where its text and files come from, if it was passed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forwarded: Option<Box<Forwarded>>,
}

impl Attached {
    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.forwarded.is_none()
    }
}

/// A message that was passed on, as it was at that moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forwarded {
    /// The room that it was written in. Not everybody who reads this may read that.
    pub room: RoomId,
    /// Its number there.
    pub seq: Seq,
    /// Who wrote it.
    pub author: Author,
    /// When it was stored.
    pub at: Timestamp,
}

impl EntryKind {
    /// The message that this entry amends, a reply that of its thread; none for a message
    /// of the room's own and for what was erased. A topic amends the room itself, which is
    /// zero: no message has that number.
    #[must_use]
    pub fn target(&self) -> Option<Seq> {
        match self {
            Self::Posted { .. } | Self::Erased | Self::Unknown { .. } => None,
            Self::TopicSet { .. } => Some(Seq::ZERO),
            Self::Replied { thread, .. } => Some(*thread),
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
            Self::Posted { text, .. } | Self::Replied { text, .. } | Self::Edited { text, .. } => {
                Some(text)
            }
            Self::Deleted { .. }
            | Self::Reacted { .. }
            | Self::Unreacted { .. }
            | Self::Pinned { .. }
            | Self::Unpinned { .. }
            | Self::TopicSet { .. }
            | Self::Erased
            | Self::Unknown { .. } => None,
        }
    }

    /// What a message brings beside its text; none for what is no message.
    #[must_use]
    pub fn attached(&self) -> Option<&Attached> {
        match self {
            Self::Posted { attached, .. } | Self::Replied { attached, .. } => Some(attached),
            Self::Edited { .. }
            | Self::Deleted { .. }
            | Self::Reacted { .. }
            | Self::Unreacted { .. }
            | Self::Pinned { .. }
            | Self::Unpinned { .. }
            | Self::TopicSet { .. }
            | Self::Erased
            | Self::Unknown { .. } => None,
        }
    }

    /// What is left of this entry once its words are erased.
    #[must_use]
    pub fn erased(&self) -> Self {
        match self {
            Self::Posted { .. } | Self::Edited { .. } | Self::Erased => Self::Erased,
            Self::Replied { thread, .. } => Self::Replied {
                thread: *thread,
                text: MessageText::none(),
                attached: Attached::default(),
            },
            Self::Deleted { .. }
            | Self::Reacted { .. }
            | Self::Unreacted { .. }
            | Self::Pinned { .. }
            | Self::Unpinned { .. }
            | Self::TopicSet { .. }
            | Self::Unknown { .. } => self.clone(),
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
    /// Who took it back. Then nothing else of the state is left but the thread.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted: Option<Deletion>,
    /// Who pinned it, while it is pinned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinned: Option<Pin>,
    /// By emoji. In a page in the order in which each was first used and is still; who
    /// folds entries as they come may end with another order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reactions: Vec<Reaction>,
    /// The messages in its thread, if there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<Thread>,
}

/// See [`MessageState::thread`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thread {
    /// How many messages it has, with those that were taken back.
    pub replies: u64,
    /// The newest.
    pub last: Seq,
    /// When the newest was stored.
    pub at: Timestamp,
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

/// What a room is about, and which entry says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomTopic {
    /// The newest entry that set the topic.
    pub seq: Seq,
    /// What it set; without words where it was taken away.
    pub text: Topic,
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
