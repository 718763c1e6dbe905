//! From where on people marked rooms unread.

use chat_store::StoreError;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};
use shared::cursor::Seq;
use shared::ids::{RoomId, UserId};
use shared::kept::{UNREAD_LOOKED_AT_MAX, UnreadMark};

use crate::append::Memory;
use crate::failure::Failure;
use crate::rooms::posts_up_to;
use crate::rows::{KIND_POSTED, column, number};
use crate::seal::UNREAD_MARKS;
use crate::users::user_by_id;

/// [`chat_store::Store::mark_unread`].
pub(crate) fn mark_unread(
    connection: &Connection,
    memory: &mut Memory,
    user: UserId,
    room: RoomId,
    from: Option<Seq>,
    base: u64,
) -> Result<UnreadMark, Failure> {
    if user_by_id(connection, user)?.is_none() {
        return Err(StoreError::NotFound("user").into());
    }
    let head = memory.head(connection, room)?;
    if from.is_some_and(|from| from == Seq::ZERO || from > head) {
        return Err(StoreError::NotFound("entry").into());
    }
    let (before, revision) = connection
        .prepare_cached("SELECT seq, revision FROM unread_marks WHERE user = ?1 AND room = ?2")?
        .query_row([column(user.0), column(room.0)], |row| {
            Ok((number(row, 0)?, number(row, 1)?))
        })
        .optional()?
        .unwrap_or_default();
    let before = Some(Seq(before)).filter(|before| *before > Seq::ZERO);
    if from.is_none() && (before.is_none() || revision != base) {
        return mark(connection, user, room, before, revision);
    }
    let row = [
        column(user.0),
        column(room.0),
        column(from.unwrap_or_default().0),
        column(revision + 1),
    ];
    let seal = UNREAD_MARKS.seal(row.map(ValueRef::Integer));
    connection
        .prepare_cached(
            "INSERT INTO unread_marks (user, room, seq, revision, seal)
             VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (user, room) DO UPDATE SET
                seq = excluded.seq, revision = excluded.revision, seal = excluded.seal",
        )?
        .execute(params![row[0], row[1], row[2], row[3], seal])?;
    mark(connection, user, room, from, revision + 1)
}

/// [`chat_store::Store::unread_marks`].
pub(crate) fn unread_marks(
    connection: &Connection,
    user: UserId,
) -> Result<Vec<UnreadMark>, Failure> {
    let mut query = connection.prepare_cached(
        "SELECT room, seq, revision FROM unread_marks
         WHERE user = ?1 AND seq > 0 ORDER BY room",
    )?;
    let rows = query.query_map([column(user.0)], |row| {
        Ok((
            RoomId(number(row, 0)?),
            Seq(number(row, 1)?),
            number(row, 2)?,
        ))
    })?;
    rows.map(|row| {
        let (room, from, revision) = row?;
        mark(connection, user, room, Some(from), revision)
    })
    .collect()
}

fn mark(
    connection: &Connection,
    user: UserId,
    room: RoomId,
    from: Option<Seq>,
    revision: u64,
) -> Result<UnreadMark, Failure> {
    let before = from.map_or(Seq::ZERO, Seq::previous);
    Ok(UnreadMark {
        room,
        from,
        posts_before: posts_up_to(connection, room, before)?,
        own: match from {
            Some(from) => own_from(connection, user, room, from)?,
            None => 0,
        },
        revision,
    })
}

/// How many messages somebody wrote from an entry on.
fn own_from(
    connection: &Connection,
    user: UserId,
    room: RoomId,
    from: Seq,
) -> rusqlite::Result<u64> {
    let to = from.0.saturating_add(UNREAD_LOOKED_AT_MAX);
    connection
        .prepare_cached(
            "SELECT count(*) FROM entries
             WHERE room = ?1 AND seq >= ?2 AND seq < ?3 AND author = ?4 AND kind = ?5",
        )?
        .query_row(
            [
                column(room.0),
                column(from.0),
                column(to),
                column(user.0),
                KIND_POSTED,
            ],
            |row| number(row, 0),
        )
}
