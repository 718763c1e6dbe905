//! What can be wrong with a data file, each as one sentence for its keeper.

use std::fmt;

/// Something in a data file that is not as it was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The file's first hundred bytes are not as SQLite and this program write them.
    Header {
        /// Offset of the first byte that is wrong.
        at: usize,
    },
    /// SQLite's own check complains.
    Structure {
        /// In SQLite's words.
        complaint: String,
    },
    /// Something cannot be read at all.
    Unreadable {
        /// What was being read.
        what: &'static str,
        /// What SQLite said.
        cause: String,
    },
    /// A table or an index is not defined as this program defines it.
    Definition {
        /// Its name.
        name: String,
    },
    /// A row's seal does not fit what is in it.
    Row {
        /// In which table.
        table: &'static str,
        /// The row's key.
        key: String,
    },
    /// Numbers of a room are missing.
    Missing {
        /// Which room.
        room: i64,
        /// The first number that is missing.
        first: i64,
        /// The last number that is missing.
        last: i64,
    },
    /// An entry stands under a number that no entry can have.
    Number {
        /// Which room.
        room: i64,
        /// The number.
        seq: i64,
    },
    /// A room's head is not the number of its newest entry.
    Head {
        /// Which room.
        room: i64,
        /// What the room says.
        head: i64,
        /// What the log says.
        newest: i64,
    },
    /// The running hash does not hold at this entry: it, or its hash, has changed, or the
    /// one before it is not the one that was there when it was stored.
    Entry {
        /// Which room.
        room: i64,
        /// Which entry.
        seq: i64,
    },
    /// A row names a user or a room that does not exist.
    Dangling {
        /// Where it stands.
        place: String,
        /// What it names: `user` or `room`.
        what: &'static str,
        /// Which.
        id: i64,
    },
    /// What became of a message, or a room's count of messages, is not what the log says.
    Fold {
        /// Which room.
        room: i64,
        /// Which message, or which entry carries the count.
        seq: i64,
    },
    /// The text of an entry is gone, and no entry took its message back.
    Erased {
        /// Which room.
        room: i64,
        /// Which entry.
        seq: i64,
    },
    /// A message was taken back, and the text of it or of an edit is still there.
    Kept {
        /// Which room.
        room: i64,
        /// Which entry has the text.
        seq: i64,
    },
    /// A read mark is beyond its room's head.
    Mark {
        /// Whose.
        user: i64,
        /// In which room.
        room: i64,
        /// The mark.
        seq: i64,
        /// The room's head.
        head: i64,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header { at } => write!(f, "The file's header is damaged at byte {at}."),
            Self::Structure { complaint } => {
                write!(f, "The file's structure is damaged: {complaint}.")
            }
            Self::Unreadable { what, cause } => write!(f, "Reading {what} fails: {cause}."),
            Self::Definition { name } => {
                write!(f, "The definition of \"{name}\" is damaged or missing.")
            }
            Self::Row { table, key } => {
                write!(f, "Row {key} of \"{table}\" is not what was stored.")
            }
            Self::Missing { room, first, last } if first == last => {
                write!(f, "Room {room}: entry #{first} is missing.")
            }
            Self::Missing { room, first, last } => {
                write!(f, "Room {room}: entries #{first} to #{last} are missing.")
            }
            Self::Number { room, seq } => {
                write!(f, "Room {room}: an entry has the impossible number {seq}.")
            }
            Self::Head { room, head, newest } => write!(
                f,
                "Room {room}: its head is #{head}, and its newest entry #{newest}."
            ),
            Self::Entry { room, seq } => write!(
                f,
                "Room {room}: entry #{seq} is not what was stored, or not behind the entry \
                 that it was stored behind."
            ),
            Self::Dangling { place, what, id } => {
                write!(f, "{place} names {what} {id}, which does not exist.")
            }
            Self::Fold { room, seq } => write!(
                f,
                "Room {room}: what is noted of entry #{seq} is not what the log says."
            ),
            Self::Erased { room, seq } => write!(
                f,
                "Room {room}: the text of entry #{seq} is gone, and nobody took it back."
            ),
            Self::Kept { room, seq } => write!(
                f,
                "Room {room}: the text of entry #{seq} was taken back and is still there."
            ),
            Self::Mark {
                user,
                room,
                seq,
                head,
            } => write!(
                f,
                "User {user} has read room {room} up to #{seq}, and its head is #{head}."
            ),
        }
    }
}
