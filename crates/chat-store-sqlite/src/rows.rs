//! Between the product's types and SQLite's columns.
//!
//! SQLite's integers are signed; ours are not. Ids and numbers are given by this
//! store and never reach the sign, so one that does was asked for by a stranger and
//! is unknown. The epoch alone uses all 64 bits and is stored as they are.

use chat_store::fold::names;
use chat_store::records::{Role, RoomKind};
use rusqlite::Row;
use rusqlite::types::{FromSqlError, Type, ValueRef};
use shared::cursor::Seq;
use shared::entry::{Attached, Author, Entry, EntryKind};
use shared::ids::{ClientId, UserId};
use shared::moment::Timestamp;
use shared::text::{DisplayName, Emoji, MessageText, Topic};

const ROLE_OWNER: i64 = 1;
const ROLE_GUEST: i64 = 2;
const ROOM_OPEN: i64 = 1;
const ROOM_CLOSED: i64 = 2;
pub(crate) const KIND_POSTED: i64 = 1;
pub(crate) const KIND_EDITED: i64 = 2;
const KIND_DELETED: i64 = 3;
const KIND_REACTED: i64 = 4;
const KIND_UNREACTED: i64 = 5;
const KIND_PINNED: i64 = 6;
const KIND_UNPINNED: i64 = 7;
pub(crate) const KIND_REPLIED: i64 = 8;
const KIND_TOPIC_SET: i64 = 9;

/// An id or number as a column. Those beyond the sign become the largest, which
/// nothing in the file has.
pub(crate) fn column(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Wall time as a column.
pub(crate) fn ms_column(at: Timestamp) -> i64 {
    column(at.0)
}

pub(crate) fn role_column(role: Role) -> i64 {
    match role {
        Role::Owner => ROLE_OWNER,
        Role::Guest => ROLE_GUEST,
    }
}

pub(crate) fn room_kind_column(kind: RoomKind) -> i64 {
    match kind {
        RoomKind::Open => ROOM_OPEN,
        RoomKind::Closed => ROOM_CLOSED,
    }
}

/// What an entry says, as columns.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct KindColumns<'a> {
    pub(crate) kind: i64,
    pub(crate) target: Option<i64>,
    pub(crate) text: Option<&'a str>,
    pub(crate) emoji: Option<&'a str>,
    pub(crate) attached: Option<&'a Attached>,
}

/// The columns of an entry that is to be written; none for what only erasing makes.
pub(crate) fn kind_columns(kind: &EntryKind) -> Option<KindColumns<'_>> {
    let (number, text, emoji) = match kind {
        EntryKind::Posted { text, .. } => (KIND_POSTED, Some(text.as_str()), None),
        EntryKind::Replied { text, .. } => (KIND_REPLIED, Some(text.as_str()), None),
        EntryKind::Edited { text, .. } => (KIND_EDITED, Some(text.as_str()), None),
        EntryKind::Deleted { .. } => (KIND_DELETED, None, None),
        EntryKind::Reacted { emoji, .. } => (KIND_REACTED, None, Some(emoji.as_str())),
        EntryKind::Unreacted { emoji, .. } => (KIND_UNREACTED, None, Some(emoji.as_str())),
        EntryKind::Pinned { .. } => (KIND_PINNED, None, None),
        EntryKind::Unpinned { .. } => (KIND_UNPINNED, None, None),
        EntryKind::TopicSet { topic } => (KIND_TOPIC_SET, Some(topic.as_str()), None),
        EntryKind::Erased | EntryKind::Unknown { .. } => return None,
    };
    Some(KindColumns {
        kind: number,
        target: names(kind).map(|target| column(target.0)),
        text,
        emoji,
        attached: kind.attached().filter(|attached| !attached.is_empty()),
    })
}

fn kind(row: &Row<'_>) -> rusqlite::Result<EntryKind> {
    let of: i64 = row.get(5)?;
    let text = row.get::<_, Option<String>>(6)?;
    let is_named = row.get_ref(7)? != ValueRef::Null;
    let named = is_named.then(|| number(row, 7).map(Seq)).transpose()?;
    let emoji = row.get::<_, Option<String>>(8)?;
    let attached = row.get_ref(10)?.as_str_or_null()?.map(read_attached);
    let attached = attached.transpose()?.unwrap_or_default();
    kind_of(
        of,
        text.map(MessageText::from_stored),
        named,
        emoji.map(Emoji::from_stored),
        attached,
    )
    .ok_or_else(|| unknown(5, of))
}

/// What an entry with these columns says; none if they do not fit together.
pub(crate) fn kind_of(
    kind: i64,
    text: Option<MessageText>,
    named: Option<Seq>,
    emoji: Option<Emoji>,
    attached: Attached,
) -> Option<EntryKind> {
    Some(match (kind, text, named) {
        (KIND_POSTED, Some(text), reply_to) => EntryKind::Posted {
            text,
            reply_to,
            attached,
        },
        (KIND_REPLIED, text, Some(thread)) => EntryKind::Replied {
            thread,
            text: text.unwrap_or_else(MessageText::none),
            attached,
        },
        (KIND_EDITED, Some(text), Some(target)) => EntryKind::Edited { target, text },
        (KIND_POSTED | KIND_EDITED, None, _) => EntryKind::Erased,
        (KIND_DELETED, _, Some(target)) => EntryKind::Deleted { target },
        (KIND_REACTED, _, Some(target)) => EntryKind::Reacted {
            target,
            emoji: emoji?,
        },
        (KIND_UNREACTED, _, Some(target)) => EntryKind::Unreacted {
            target,
            emoji: emoji?,
        },
        (KIND_PINNED, _, Some(target)) => EntryKind::Pinned { target },
        (KIND_UNPINNED, _, Some(target)) => EntryKind::Unpinned { target },
        (KIND_TOPIC_SET, Some(text), None) => EntryKind::TopicSet {
            topic: Topic::from_stored(text.as_str().to_owned()),
        },
        _ => return None,
    })
}

/// An id or number from a column.
pub(crate) fn number(row: &Row<'_>, index: usize) -> rusqlite::Result<u64> {
    let value: i64 = row.get(index)?;
    u64::try_from(value).map_err(|_| unknown(index, value))
}

pub(crate) fn role(row: &Row<'_>, index: usize) -> rusqlite::Result<Role> {
    match row.get::<_, i64>(index)? {
        ROLE_OWNER => Ok(Role::Owner),
        ROLE_GUEST => Ok(Role::Guest),
        other => Err(unknown(index, other)),
    }
}

pub(crate) fn room_kind(row: &Row<'_>, index: usize) -> rusqlite::Result<RoomKind> {
    match row.get::<_, i64>(index)? {
        ROOM_OPEN => Ok(RoomKind::Open),
        ROOM_CLOSED => Ok(RoomKind::Closed),
        other => Err(unknown(index, other)),
    }
}

/// The id of a write or of a writer.
pub(crate) fn client_id(row: &Row<'_>, index: usize) -> rusqlite::Result<ClientId> {
    row.get(index).map(ClientId::from_bytes)
}

/// A user from two columns: id, name.
pub(crate) fn author(row: &Row<'_>, index: usize) -> rusqlite::Result<Author> {
    Ok(Author {
        id: UserId(number(row, index)?),
        name: DisplayName::from_stored(row.get(index + 1)?),
    })
}

/// An entry from the columns that `entry_columns!` names.
pub(crate) fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let seq = Seq(number(row, 0)?);
    Ok(Entry {
        seq,
        at: Timestamp(number(row, 1)?),
        author: author(row, 2)?,
        client_id: client_id(row, 4)?,
        kind: kind(row)?,
        posts: posts(seq, number(row, 9)?),
        state: None,
    })
}

/// What [`entry`] reads, from `entries e JOIN users u`.
macro_rules! entry_columns {
    () => {
        "e.seq, e.at, u.id, u.name, e.client_id, e.kind, e.text, e.target, e.emoji, \
         e.amendments, e.attached"
    };
}
pub(crate) use entry_columns;

/// Messages up to and with an entry: all entries but the amendments among them.
pub(crate) fn posts(seq: Seq, amendments: u64) -> u64 {
    seq.0.saturating_sub(amendments)
}

/// What a message brings, as it stands in its column.
pub(crate) fn attached_column(attached: &Attached) -> rusqlite::Result<String> {
    serde_json::to_string(attached)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

pub(crate) fn read_attached(column: &str) -> rusqlite::Result<Attached> {
    serde_json::from_str(column)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(10, Type::Text, error.into()))
}

fn unknown(index: usize, value: i64) -> rusqlite::Error {
    let cause = Box::new(FromSqlError::OutOfRange(value));
    rusqlite::Error::FromSqlConversionFailure(index, Type::Integer, cause)
}
