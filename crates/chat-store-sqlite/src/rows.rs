//! Between the product's types and SQLite's columns.
//!
//! SQLite's integers are signed; ours are not. Ids and numbers are given by this
//! store and never reach the sign, so one that does was asked for by a stranger and
//! is unknown. The epoch alone uses all 64 bits and is stored as they are.

use chat_store::records::{Role, RoomKind};
use rusqlite::Row;
use rusqlite::types::{FromSqlError, Type};
use shared::cursor::Seq;
use shared::entry::{Author, Entry, EntryKind};
use shared::ids::{ClientId, UserId};
use shared::moment::Timestamp;
use shared::text::{DisplayName, MessageText};

const ROLE_OWNER: i64 = 1;
const ROLE_GUEST: i64 = 2;
const ROOM_OPEN: i64 = 1;
const ROOM_CLOSED: i64 = 2;
const KIND_POSTED: i64 = 1;

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

/// The columns `kind` and `text` of an entry.
pub(crate) fn kind_columns(kind: &EntryKind) -> (i64, Option<&str>) {
    match kind {
        EntryKind::Posted { text } => (KIND_POSTED, Some(text.as_str())),
    }
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

/// A user from two columns: id, name.
pub(crate) fn author(row: &Row<'_>, index: usize) -> rusqlite::Result<Author> {
    Ok(Author {
        id: UserId(number(row, index)?),
        name: DisplayName::from_stored(row.get(index + 1)?),
    })
}

/// An entry from the columns that `entry_columns!` names.
pub(crate) fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let kind = match row.get::<_, i64>(5)? {
        KIND_POSTED => EntryKind::Posted {
            text: MessageText::from_stored(row.get(6)?),
        },
        other => return Err(unknown(5, other)),
    };
    Ok(Entry {
        seq: Seq(number(row, 0)?),
        at: Timestamp(number(row, 1)?),
        author: author(row, 2)?,
        client_id: ClientId::from_bytes(row.get(4)?),
        kind,
    })
}

/// What [`entry`] reads, from `entries e JOIN users u`.
macro_rules! entry_columns {
    () => {
        "e.seq, e.at, u.id, u.name, e.client_id, e.kind, e.text"
    };
}
pub(crate) use entry_columns;

fn unknown(index: usize, value: i64) -> rusqlite::Error {
    let cause = Box::new(FromSqlError::OutOfRange(value));
    rusqlite::Error::FromSqlConversionFailure(index, Type::Integer, cause)
}
