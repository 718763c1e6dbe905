//! Reading pages of a room's log, each with the head of the same snapshot.

use chat_store::records::Page;
use chat_store::{StoreError, text_bytes};
use rusqlite::{Connection, OptionalExtension, Rows};
use shared::cursor::{Epoch, Seq};
use shared::entry::Entry;
use shared::ids::RoomId;
use shared::limits::PAGE_BYTES_MAX;

use crate::failure::Failure;
use crate::rows::{column, entry, entry_columns, number};

/// [`chat_store::Store::entries_after`].
pub(crate) fn entries_after(
    connection: &Connection,
    epoch: Epoch,
    room: RoomId,
    after: Seq,
    limit: u16,
) -> Result<Page, Failure> {
    let head = head(connection, room)?;
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
        entries: fitting(rows)?,
    })
}

/// [`chat_store::Store::entries_before`].
pub(crate) fn entries_before(
    connection: &Connection,
    epoch: Epoch,
    room: RoomId,
    before: Option<Seq>,
    limit: u16,
) -> Result<Page, Failure> {
    let head = head(connection, room)?;
    let before = before.unwrap_or(head.next());
    let mut query = connection.prepare_cached(concat!(
        "SELECT ",
        entry_columns!(),
        " FROM entries e JOIN users u ON u.id = e.author
         WHERE e.room = ?1 AND e.seq < ?2 ORDER BY e.seq DESC LIMIT ?3"
    ))?;
    let rows = query.query([column(room.0), column(before.0), i64::from(limit)])?;
    let mut entries = fitting(rows)?;
    entries.reverse();
    Ok(Page {
        epoch,
        head,
        entries,
    })
}

fn head(connection: &Connection, room: RoomId) -> Result<Seq, Failure> {
    connection
        .prepare_cached("SELECT head FROM rooms WHERE id = ?1")?
        .query_row([column(room.0)], |row| number(row, 0))
        .optional()?
        .map(Seq)
        .ok_or(Failure::Refused(StoreError::NotFound("room")))
}

/// The first rows that make one page.
fn fitting(mut rows: Rows<'_>) -> rusqlite::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut bytes = 0;
    while let Some(row) = rows.next()? {
        let next = entry(row)?;
        bytes += text_bytes(&next.kind);
        if bytes > PAGE_BYTES_MAX && !entries.is_empty() {
            break;
        }
        entries.push(next);
    }
    Ok(entries)
}
