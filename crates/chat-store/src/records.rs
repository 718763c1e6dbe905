//! What goes into a store and comes out of it. None of it is serialisable: it is a
//! promise between two parts of one process.

use std::fmt;

use shared::cursor::{Epoch, Seq};
use shared::entry::{Author, Entry, EntryKind, RoomTopic};
use shared::ids::{ClientId, LoginId, RoomId, UserId};
use shared::moment::Timestamp;
use shared::text::{DisplayName, RoomName};

use crate::fold::{Claims, Unamendable};

/// An entry that has no number yet.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// Into which room.
    pub room: RoomId,
    /// Who writes.
    pub author: UserId,
    /// The write's own id.
    pub client_id: ClientId,
    /// The server's clock when it was accepted.
    pub at: Timestamp,
    /// What it says.
    pub kind: EntryKind,
    /// What an amendment relies on.
    pub claims: Claims,
}

/// The answer to an append.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Appended {
    /// Written by this call.
    Fresh(Entry),
    /// Written by an earlier call with the same id; nothing was written now.
    Repeated(Entry),
    /// It does not fit what the log has; nothing was written.
    Refused(Unamendable),
}

impl Appended {
    /// The entry, whoever wrote it.
    #[must_use]
    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Self::Fresh(entry) | Self::Repeated(entry) => Some(entry),
            Self::Refused(_) => None,
        }
    }
}

/// A page of a room's log with the head of the same instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The log's incarnation.
    pub epoch: Epoch,
    /// The room's newest entry when the page was read.
    pub head: Seq,
    /// How many messages it has then.
    pub posts: u64,
    /// Ascending; dense but for those of a thread.
    pub entries: Vec<Entry>,
}

/// How far somebody has read a room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Everything up to here was seen.
    pub seq: Seq,
    /// How many messages the room has up to there.
    pub posts: u64,
}

/// Who may know of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoomKind {
    /// Everybody who is signed in.
    Open,
    /// Its members only.
    Closed,
}

/// A room as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomRecord {
    /// Its id.
    pub id: RoomId,
    /// Its name, unique.
    pub name: RoomName,
    /// Who may know of it.
    pub kind: RoomKind,
    /// Its newest entry.
    pub head: Seq,
    /// How many messages it has.
    pub posts: u64,
    /// What it is about, if anybody ever said so.
    pub topic: Option<RoomTopic>,
    /// Its members; empty for an open room, where everybody is one.
    pub members: Vec<UserId>,
}

/// What a user may do beyond writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The first user who signed in on this server.
    Owner,
    /// Everybody else.
    Guest,
}

/// A user who does not exist yet.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// Unique when folded.
    pub name: DisplayName,
    /// The server's clock.
    pub at: Timestamp,
}

/// SHA-256 of a login's token. The token itself is never stored.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash(pub [u8; 32]);

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenHash(***)")
    }
}

/// A login that does not exist yet.
#[derive(Clone, Debug)]
pub struct NewLogin {
    /// Of its token.
    pub token: TokenHash,
}

/// A user, with the login it came by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub user: Author,
    /// What they may do.
    pub role: Role,
    /// By which login; none for a user made without one (plain mode).
    pub login: Option<LoginId>,
}

/// A user as found by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserRecord {
    /// Who.
    pub user: Author,
    /// What they may do.
    pub role: Role,
    /// Whether a login exists or existed: then the name belongs to somebody.
    pub claimed: bool,
}

/// What a note about a user is for. The store knows no more of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// What they want to be told of.
    Preferences,
    /// What they say of themselves.
    Status,
    /// They do not show how far they have read; whatever it says.
    ReadsUnseen,
}
