//! Threads that people follow.

use chat_store::StoreError;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};
use shared::cursor::Seq;
use shared::ids::{RoomId, UserId};
use shared::kept::{OwnThread, ThreadWrite};
use shared::limits::THREAD_UNREAD_MAX;
use shared::moment::Timestamp;

use crate::append::Memory;
use crate::failure::Failure;
use crate::pages::known;
use crate::rows::{column, number};
use crate::seal::THREAD_MARKS;
use crate::users::user_by_id;

/// A thread: its room, and the message that it hangs from.
type Key = (RoomId, Seq);

/// [`chat_store::Store::keep_thread`].
pub(crate) fn keep_thread(
    connection: &Connection,
    memory: &mut Memory,
    user: UserId,
    key: Key,
    write: ThreadWrite,
) -> Result<OwnThread, Failure> {
    if user_by_id(connection, user)?.is_none() {
        return Err(StoreError::NotFound("user").into());
    }
    let (room, root) = key;
    let head = memory.head(connection, room)?;
    known(connection, room, root)?;
    let before = mark(connection, user, key)?;
    let (follows, seen) = before;
    let seen = seen.max(write.seen.unwrap_or_default().min(head));
    let follows = write.follows.or(follows);
    if (follows, seen) == before {
        return own_thread(connection, user, key);
    }
    let row = [
        column(user.0),
        column(room.0),
        column(root.0),
        follows_column(follows),
        column(seen.0),
    ];
    let seal = THREAD_MARKS.seal(row.map(ValueRef::Integer));
    connection
        .prepare_cached(
            "INSERT INTO thread_marks (user, room, root, follows, seen, seal)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (user, room, root) DO UPDATE SET
                follows = excluded.follows, seen = excluded.seen, seal = excluded.seal",
        )?
        .execute(params![row[0], row[1], row[2], row[3], row[4], seal])?;
    own_thread(connection, user, key)
}

/// A message got its first reply: whoever wrote it finds the thread among their own without a
/// walk over all threads.
pub(crate) fn begin(connection: &Connection, (room, root): Key) -> rusqlite::Result<()> {
    let author: i64 = connection
        .prepare_cached("SELECT author FROM entries WHERE room = ?1 AND seq = ?2")?
        .query_row([column(room.0), column(root.0)], |row| row.get(0))?;
    let row = [author, column(room.0), column(root.0), 0, 0];
    let seal = THREAD_MARKS.seal(row.map(ValueRef::Integer));
    connection
        .prepare_cached(
            "INSERT INTO thread_marks (user, room, root, follows, seen, seal)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (user, room, root) DO NOTHING",
        )?
        .execute(params![row[0], row[1], row[2], row[3], row[4], seal])?;
    Ok(())
}

/// [`chat_store::Store::own_threads`].
pub(crate) fn own_threads(
    connection: &Connection,
    user: UserId,
    limit: u16,
) -> Result<Vec<OwnThread>, Failure> {
    let mut query = connection.prepare_cached(
        "WITH mine (room, root) AS (
            SELECT t.room, t.root FROM thread_marks t
            JOIN entries e ON e.room = t.room AND e.seq = t.root
            WHERE t.user = ?1 AND (t.follows = 1 OR e.author = ?1)
            UNION
            SELECT room, target FROM entries INDEXED BY replies_by_author
            WHERE author = ?1 AND kind = 8
         )
         SELECT m.room, m.root FROM mine m
         JOIN amended a ON a.room = m.room AND a.seq = m.root AND a.replies > 0
         JOIN entries l ON l.room = a.room AND l.seq = a.last_reply
         LEFT JOIN thread_marks t ON t.user = ?1 AND t.room = m.room AND t.root = m.root
         WHERE coalesce(t.follows, 0) <> 2
         ORDER BY l.at DESC, m.room DESC, m.root DESC LIMIT ?2",
    )?;
    let keys = query.query_map(params![column(user.0), i64::from(limit)], |row| {
        Ok((RoomId(number(row, 0)?), Seq(number(row, 1)?)))
    })?;
    keys.map(|key| own_thread(connection, user, key?)).collect()
}

/// [`chat_store::Store::thread_followers`].
pub(crate) fn thread_followers(
    connection: &Connection,
    (room, root): Key,
    limit: u16,
) -> Result<Vec<UserId>, Failure> {
    let mut query = connection.prepare_cached(
        "SELECT user FROM (
            SELECT author AS user FROM entries WHERE room = ?1 AND seq = ?2
            UNION
            SELECT author FROM entries INDEXED BY threads
            WHERE room = ?1 AND target = ?2 AND kind = 8
            UNION
            SELECT user FROM thread_marks INDEXED BY followers
            WHERE room = ?1 AND root = ?2 AND follows > 0
         ) f
         WHERE NOT EXISTS (
            SELECT 1 FROM thread_marks t
            WHERE t.user = f.user AND t.room = ?1 AND t.root = ?2 AND t.follows = 2
         )
         ORDER BY user LIMIT ?3",
    )?;
    let asked = params![column(room.0), column(root.0), i64::from(limit)];
    let users = query.query_map(asked, |row| number(row, 0).map(UserId))?;
    Ok(users.collect::<rusqlite::Result<_>>()?)
}

fn own_thread(connection: &Connection, user: UserId, key: Key) -> Result<OwnThread, Failure> {
    let (room, root) = key;
    let place = [column(room.0), column(root.0)];
    let (follows, seen) = mark(connection, user, key)?;
    let own: Option<u64> = connection
        .prepare_cached(
            "SELECT max(seq) FROM entries INDEXED BY threads
             WHERE room = ?1 AND target = ?2 AND kind = 8 AND author = ?3",
        )?
        .query_row(params![place[0], place[1], column(user.0)], |row| {
            row.get::<_, Option<i64>>(0)
        })?
        .map(i64::unsigned_abs);
    let is_own = connection
        .prepare_cached("SELECT author FROM entries WHERE room = ?1 AND seq = ?2")?
        .query_row(place, |row| number(row, 0))
        .optional()?
        == Some(user.0);
    let seen = seen.max(Seq(own.unwrap_or_default()));
    let unread = connection
        .prepare_cached(
            "SELECT count(*) FROM (
                SELECT 1 FROM entries e INDEXED BY threads
                WHERE e.room = ?1 AND e.target = ?2 AND e.kind = 8 AND e.seq > ?3
                AND e.author <> ?4
                AND NOT EXISTS (
                    SELECT 1 FROM amended a
                    WHERE a.room = e.room AND a.seq = e.seq AND a.deleted IS NOT NULL
                )
                LIMIT ?5
             )",
        )?
        .query_row(
            params![
                place[0],
                place[1],
                column(seen.0),
                column(user.0),
                column(THREAD_UNREAD_MAX)
            ],
            |row| number(row, 0),
        )?;
    let (replies, last) = connection
        .prepare_cached(
            "SELECT replies, coalesce(last_reply, 0) FROM amended WHERE room = ?1 AND seq = ?2",
        )?
        .query_row(place, |row| Ok((number(row, 0)?, number(row, 1)?)))
        .optional()?
        .unwrap_or_default();
    let at = connection
        .prepare_cached("SELECT at FROM entries WHERE room = ?1 AND seq = ?2")?
        .query_row([place[0], column(last)], |row| number(row, 0))
        .optional()?;
    Ok(OwnThread {
        room,
        root,
        follows: follows.unwrap_or(is_own || own.is_some()),
        replies,
        last: Seq(last),
        at: Timestamp(at.unwrap_or_default()),
        seen,
        unread,
        first: None,
    })
}

fn mark(
    connection: &Connection,
    user: UserId,
    (room, root): Key,
) -> rusqlite::Result<(Option<bool>, Seq)> {
    let key = [column(user.0), column(room.0), column(root.0)];
    let mark = connection
        .prepare_cached(
            "SELECT follows, seen FROM thread_marks WHERE user = ?1 AND room = ?2 AND root = ?3",
        )?
        .query_row(key, |row| {
            let follows = match row.get::<_, i64>(0)? {
                FOLLOWS => Some(true),
                FOLLOWS_NOT => Some(false),
                _ => None,
            };
            Ok((follows, Seq(number(row, 1)?)))
        })
        .optional()?;
    Ok(mark.unwrap_or_default())
}

const FOLLOWS: i64 = 1;
const FOLLOWS_NOT: i64 = 2;

fn follows_column(follows: Option<bool>) -> i64 {
    match follows {
        None => 0,
        Some(true) => FOLLOWS,
        Some(false) => FOLLOWS_NOT,
    }
}
