//! A numbered line of a room's log, and the people and rooms that it names.

use serde::{Deserialize, Serialize};

use crate::cursor::Seq;
use crate::ids::{ClientId, RoomId, UserId};
use crate::moment::Timestamp;
use crate::text::{DisplayName, MessageText, RoomName};

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
    },
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
    /// The reader's own read mark: everything up to it was seen.
    pub read: Seq,
}
