//! Rooms, and how far each user has read them.

use chat_store::StoreError;
use chat_store::records::{Mark, RoomKind, RoomRecord};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};
use shared::cursor::Seq;
use shared::entry::{Author, RoomTopic};
use shared::ids::{RoomId, UserId};
use shared::limits::{READERS_COUNTED_MAX, READERS_LISTED_MAX};
use shared::text::{RoomName, Topic};

use crate::append::Memory;
use crate::failure::Failure;
use crate::notes::READS_UNSEEN;
use crate::rows::{author, column, number, posts, room_kind, room_kind_column};
use crate::seal::{READ_MARKS, ROOMS, reseal};
use crate::users::user_by_id;

/// [`chat_store::Store::rooms`].
pub(crate) fn rooms(connection: &Connection) -> Result<Vec<RoomRecord>, Failure> {
    let mut query = connection
        .prepare_cached("SELECT id, name, kind, head, amendments FROM rooms ORDER BY id")?;
    let rooms = query.query_map([], |row| {
        let head = Seq(number(row, 3)?);
        Ok(RoomRecord {
            id: RoomId(number(row, 0)?),
            name: RoomName::from_stored(row.get(1)?),
            kind: room_kind(row, 2)?,
            head,
            posts: posts(head, number(row, 4)?),
            topic: None,
            members: Vec::new(),
        })
    })?;
    let mut rooms = rooms.collect::<rusqlite::Result<Vec<_>>>()?;
    for room in &mut rooms {
        room.topic = topic(connection, room.id)?;
        if room.kind == RoomKind::Closed {
            room.members = members(connection, room.id)?;
        }
    }
    Ok(rooms)
}

/// [`chat_store::Store::make_room`].
pub(crate) fn make_room(
    connection: &Connection,
    name: RoomName,
    by: UserId,
) -> Result<RoomRecord, Failure> {
    if user_by_id(connection, by)?.is_none() {
        return Err(StoreError::NotFound("user").into());
    }
    let taken = connection
        .prepare_cached("SELECT 1 FROM rooms WHERE name = ?1")?
        .exists([name.as_str()])?;
    if taken {
        return Err(StoreError::Conflict("room name").into());
    }
    let kind = RoomKind::Open;
    connection
        .prepare_cached(
            "INSERT INTO rooms (name, kind, made_by, made_at)
             VALUES (?1, ?2, ?3, CAST(unixepoch('subsec') * 1000 AS INTEGER))",
        )?
        .execute(params![name.as_str(), room_kind_column(kind), column(by.0)])?;
    let id = connection.last_insert_rowid();
    reseal(connection, &ROOMS, [id])?;
    Ok(RoomRecord {
        id: RoomId(id.unsigned_abs()),
        name,
        kind,
        head: Seq::ZERO,
        posts: 0,
        topic: None,
        members: Vec::new(),
    })
}

/// What a room is about: what amends no message amends the room, and what became of that is
/// noted under zero.
pub(crate) fn topic(connection: &Connection, room: RoomId) -> rusqlite::Result<Option<RoomTopic>> {
    connection
        .prepare_cached(
            "SELECT e.seq, e.text FROM amended a
             JOIN entries e ON e.room = a.room AND e.seq = a.as_of
             WHERE a.room = ?1 AND a.seq = 0",
        )?
        .query_row([column(room.0)], |row| {
            Ok(RoomTopic {
                seq: Seq(number(row, 0)?),
                text: Topic::from_stored(row.get(1)?),
            })
        })
        .optional()
}

/// Whether there is a room with this id.
pub(crate) fn room_exists(connection: &Connection, room: RoomId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT 1 FROM rooms WHERE id = ?1")?
        .exists([column(room.0)])
}

/// [`chat_store::Store::mark_read`].
pub(crate) fn mark_read(
    connection: &Connection,
    memory: &mut Memory,
    user: UserId,
    room: RoomId,
    seq: Seq,
) -> Result<Mark, Failure> {
    if user_by_id(connection, user)?.is_none() {
        return Err(StoreError::NotFound("user").into());
    }
    let head = memory.head(connection, room)?;
    let before = connection
        .prepare_cached("SELECT seq FROM read_marks WHERE user = ?1 AND room = ?2")?
        .query_row([column(user.0), column(room.0)], |row| number(row, 0))
        .optional()?
        .map_or(Seq::ZERO, Seq);
    let mark = before.max(seq.min(head));
    if mark > before {
        let row = [column(user.0), column(room.0), column(mark.0)];
        let seal = READ_MARKS.seal(row.map(ValueRef::Integer));
        connection
            .prepare_cached(
                "INSERT INTO read_marks (user, room, seq, seal) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (user, room)
                 DO UPDATE SET seq = excluded.seq, seal = excluded.seal",
            )?
            .execute(params![row[0], row[1], row[2], seal])?;
    }
    Ok(Mark {
        seq: mark,
        posts: posts_up_to(connection, room, mark)?,
    })
}

/// [`chat_store::Store::read_marks`].
pub(crate) fn read_marks(
    connection: &Connection,
    user: UserId,
) -> Result<Vec<(RoomId, Mark)>, Failure> {
    let mut query = connection.prepare_cached(
        "SELECT m.room, m.seq, e.amendments FROM read_marks m
         JOIN entries e ON e.room = m.room AND e.seq = m.seq
         WHERE m.user = ?1 ORDER BY m.room",
    )?;
    let marks = query.query_map([column(user.0)], |row| {
        let seq = Seq(number(row, 1)?);
        let posts = posts(seq, number(row, 2)?);
        Ok((RoomId(number(row, 0)?), Mark { seq, posts }))
    })?;
    Ok(marks.collect::<rusqlite::Result<_>>()?)
}

/// [`chat_store::Store::readers`].
pub(crate) fn readers(
    connection: &Connection,
    room: RoomId,
    seq: Seq,
    except: [UserId; 2],
) -> Result<(Vec<Author>, usize), Failure> {
    if !room_exists(connection, room)? {
        return Err(StoreError::NotFound("room").into());
    }
    let [one, other] = except.map(|user| column(user.0));
    let asked = params![
        column(room.0),
        column(seq.0),
        one,
        other,
        READS_UNSEEN,
        column(READERS_COUNTED_MAX as u64)
    ];
    // Whoever is beyond the number that is counted is not listed either.
    let mut query = connection.prepare_cached(
        "SELECT u.id, u.name FROM (
            SELECT m.user FROM read_marks m
            WHERE m.room = ?1 AND m.seq >= ?2 AND m.user NOT IN (?3, ?4)
            AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.user = m.user AND n.kind = ?5)
            LIMIT ?6
         ) r JOIN users u ON u.id = r.user ORDER BY u.folded",
    )?;
    let mut readers = query
        .query_map(asked, |row| author(row, 0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let count = readers.len();
    readers.truncate(READERS_LISTED_MAX);
    Ok((readers, count))
}

/// How many messages a room has up to an entry.
pub(crate) fn posts_up_to(
    connection: &Connection,
    room: RoomId,
    seq: Seq,
) -> rusqlite::Result<u64> {
    let amendments = connection
        .prepare_cached("SELECT amendments FROM entries WHERE room = ?1 AND seq = ?2")?
        .query_row([column(room.0), column(seq.0)], |row| number(row, 0))
        .optional()?;
    Ok(posts(seq, amendments.unwrap_or_default()))
}

fn members(connection: &Connection, room: RoomId) -> rusqlite::Result<Vec<UserId>> {
    connection
        .prepare_cached("SELECT user FROM members WHERE room = ?1 ORDER BY user")?
        .query_map([column(room.0)], |row| number(row, 0).map(UserId))?
        .collect()
}
