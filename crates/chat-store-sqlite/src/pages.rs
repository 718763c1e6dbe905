//! Reading pages of a room's log, single messages and pins, each of one snapshot.

use chat_store::records::Page;
use chat_store::{StoreError, page_bytes, turn_of_time};
use rusqlite::{Connection, OptionalExtension, Rows};
use shared::cursor::{Epoch, Seq};
use shared::entry::{Edition, Entry};
use shared::ids::{RoomId, UserId};
use shared::limits::PAGE_BYTES_MAX;
use shared::moment::Timestamp;

use crate::amend;
use crate::failure::Failure;
use crate::rows::{column, entry, entry_columns, number, posts};

/// [`chat_store::Store::entries_after`].
pub(crate) fn entries_after(
    connection: &Connection,
    epoch: Epoch,
    room: RoomId,
    after: Seq,
    limit: u16,
    reader: Option<UserId>,
) -> Result<Page, Failure> {
    let (head, posts) = head(connection, room)?;
    let mut query = connection.prepare_cached(concat!(
        "SELECT ",
        entry_columns!(),
        " FROM entries e JOIN users u ON u.id = e.author
         WHERE e.room = ?1 AND e.seq > ?2 ORDER BY e.seq LIMIT ?3"
    ))?;
    let rows = query.query([column(room.0), column(after.0), i64::from(limit)])?;
    Ok(Page {
        epoch,
        head,
        posts,
        entries: fitting(connection, room, rows, reader)?,
    })
}

/// [`chat_store::Store::entries_before`].
pub(crate) fn entries_before(
    connection: &Connection,
    epoch: Epoch,
    room: RoomId,
    before: Option<Seq>,
    limit: u16,
    reader: Option<UserId>,
) -> Result<Page, Failure> {
    let (head, posts) = head(connection, room)?;
    let before = before.unwrap_or(head.next());
    let mut query = connection.prepare_cached(concat!(
        "SELECT ",
        entry_columns!(),
        " FROM entries e JOIN users u ON u.id = e.author
         WHERE e.room = ?1 AND e.seq < ?2 ORDER BY e.seq DESC LIMIT ?3"
    ))?;
    let rows = query.query([column(room.0), column(before.0), i64::from(limit)])?;
    let mut entries = fitting(connection, room, rows, reader)?;
    entries.reverse();
    Ok(Page {
        epoch,
        head,
        posts,
        entries,
    })
}

/// [`chat_store::Store::thread`].
pub(crate) fn thread(
    connection: &Connection,
    epoch: Epoch,
    (room, root): (RoomId, Seq),
    after: Seq,
    limit: u16,
    reader: Option<UserId>,
) -> Result<Page, Failure> {
    let (head, posts) = head(connection, room)?;
    known(connection, room, root)?;
    let mut query = connection.prepare_cached(concat!(
        "SELECT ",
        entry_columns!(),
        " FROM entries e INDEXED BY threads JOIN users u ON u.id = e.author
         WHERE e.room = ?1 AND e.target = ?2 AND e.kind = 8 AND e.seq > ?3
         ORDER BY e.seq LIMIT ?4"
    ))?;
    let (room_column, limit) = (column(room.0), i64::from(limit));
    let rows = query.query([room_column, column(root.0), column(after.0), limit])?;
    Ok(Page {
        epoch,
        head,
        posts,
        entries: fitting(connection, room, rows, reader)?,
    })
}

/// [`chat_store::Store::entry_at`].
pub(crate) fn entry_at(
    connection: &Connection,
    room: RoomId,
    time: Timestamp,
) -> Result<Option<Seq>, Failure> {
    let (head, _) = head(connection, room)?;
    let mut at =
        connection.prepare_cached("SELECT at FROM entries WHERE room = ?1 AND seq = ?2")?;
    turn_of_time(head, |seq| {
        let at = at.query_row([column(room.0), column(seq.0)], |row| number(row, 0))?;
        Ok(at >= time.0)
    })
}

/// [`chat_store::Store::message`].
pub(crate) fn message(
    connection: &Connection,
    room: RoomId,
    seq: Seq,
    reader: Option<UserId>,
) -> Result<Entry, Failure> {
    head(connection, room)?;
    known(connection, room, seq)?;
    let mut entry = connection
        .prepare_cached(concat!(
            "SELECT ",
            entry_columns!(),
            " FROM entries e JOIN users u ON u.id = e.author WHERE e.room = ?1 AND e.seq = ?2"
        ))?
        .query_row([column(room.0), column(seq.0)], entry)?;
    entry.state = amend::state(connection, room, seq, reader)?;
    Ok(entry)
}

/// [`chat_store::Store::versions`].
pub(crate) fn versions(
    connection: &Connection,
    room: RoomId,
    seq: Seq,
    after: Seq,
    limit: u16,
) -> Result<Vec<Edition>, Failure> {
    head(connection, room)?;
    known(connection, room, seq)?;
    let folded = amend::but_reactions(connection, room, seq)?;
    let mut versions = Vec::new();
    let Some(stands) = folded.and_then(|folded| folded.edited) else {
        return Ok(versions);
    };
    let mut bytes = 0;
    amend::versions(connection, room, seq, (after, stands), limit, |edition| {
        bytes += edition.text.as_str().len();
        let fits = bytes <= PAGE_BYTES_MAX || versions.is_empty();
        if fits {
            versions.push(edition);
        }
        fits
    })?;
    Ok(versions)
}

/// [`chat_store::Store::pins`].
pub(crate) fn pins(
    connection: &Connection,
    room: RoomId,
    reader: Option<UserId>,
) -> Result<Vec<Entry>, Failure> {
    head(connection, room)?;
    let pinned: Vec<u64> = connection
        .prepare_cached(
            "SELECT seq FROM amended WHERE room = ?1 AND pinned IS NOT NULL
             ORDER BY pinned DESC",
        )?
        .query_map([column(room.0)], |row| number(row, 0))?
        .collect::<rusqlite::Result<_>>()?;
    pinned
        .into_iter()
        .map(|seq| message(connection, room, Seq(seq), reader))
        .collect()
}

pub(crate) fn known(connection: &Connection, room: RoomId, seq: Seq) -> Result<(), Failure> {
    amend::of_message(connection, room, seq)?
        .map(|_| ())
        .ok_or(Failure::Refused(StoreError::NotFound("message")))
}

/// The newest entry of a room, and how many messages it has.
fn head(connection: &Connection, room: RoomId) -> Result<(Seq, u64), Failure> {
    connection
        .prepare_cached("SELECT head, amendments FROM rooms WHERE id = ?1")?
        .query_row([column(room.0)], |row| {
            let head = Seq(number(row, 0)?);
            Ok((head, posts(head, number(row, 1)?)))
        })
        .optional()?
        .ok_or(Failure::Refused(StoreError::NotFound("room")))
}

/// The first rows that make one page, each with what became of it.
fn fitting(
    connection: &Connection,
    room: RoomId,
    mut rows: Rows<'_>,
    reader: Option<UserId>,
) -> rusqlite::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut bytes = 0;
    while let Some(row) = rows.next()? {
        let mut next = entry(row)?;
        next.state = amend::state(connection, room, next.seq, reader)?;
        bytes += page_bytes(&next);
        if bytes > PAGE_BYTES_MAX && !entries.is_empty() {
            break;
        }
        entries.push(next);
    }
    Ok(entries)
}
