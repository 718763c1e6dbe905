//! What people typed and did not send.

use chat_store::drafts::{NewDraft, written};
use chat_store::{DRAFTS_PAGE_BYTES_MAX, StoreError, draft_bytes};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, params};
use shared::ids::{RoomId, UserId};
use shared::kept::Draft;
use shared::limits::DRAFTS_MAX;

use crate::failure::Failure;
use crate::rooms::room_exists;
use crate::rows::{client_id, column, number};
use crate::seal::DRAFTS;
use crate::users::user_by_id;

/// [`chat_store::Store::keep_draft`].
pub(crate) fn keep_draft(
    connection: &Connection,
    new: &NewDraft,
) -> Result<Option<Draft>, Failure> {
    if user_by_id(connection, new.user)?.is_none() {
        return Err(StoreError::NotFound("user").into());
    }
    if !room_exists(connection, new.room)? {
        return Err(StoreError::NotFound("room").into());
    }
    let (user, room) = (column(new.user.0), column(new.room.0));
    let before = connection
        .prepare_cached(
            "SELECT room, revision, writer, text, aside FROM drafts
             WHERE user = ?1 AND room = ?2",
        )?
        .query_row([user, room], draft)
        .optional()?;
    let had_text = before
        .as_ref()
        .is_some_and(|before| !before.text.is_empty());
    if !new.text.is_empty() && !had_text && count(connection, user)? >= DRAFTS_MAX {
        return Ok(None);
    }
    let newest: i64 = connection
        .prepare_cached("SELECT coalesce(max(revision), 0) FROM drafts WHERE user = ?1")?
        .query_row([user], |row| row.get(0))?;
    let draft = written(before.as_ref(), new, newest.unsigned_abs() + 1);
    let (revision, writer) = (column(draft.revision), draft.by.to_bytes());
    let seal = DRAFTS.seal([
        ValueRef::Integer(user),
        ValueRef::Integer(room),
        ValueRef::Integer(revision),
        ValueRef::Blob(&writer),
        ValueRef::Text(draft.text.as_bytes()),
        ValueRef::Text(draft.aside.as_bytes()),
    ]);
    connection
        .prepare_cached(
            "INSERT INTO drafts (user, room, revision, writer, text, aside, seal)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (user, room) DO UPDATE SET
                revision = excluded.revision, writer = excluded.writer,
                text = excluded.text, aside = excluded.aside, seal = excluded.seal",
        )?
        .execute(params![
            user,
            room,
            revision,
            &writer[..],
            draft.text,
            draft.aside,
            seal
        ])?;
    Ok(Some(draft))
}

/// [`chat_store::Store::drafts`].
pub(crate) fn drafts(
    connection: &Connection,
    user: UserId,
    after: u64,
) -> Result<Vec<Draft>, Failure> {
    let mut query = connection.prepare_cached(
        "SELECT room, revision, writer, text, aside FROM drafts
         WHERE user = ?1 AND revision > ?2 ORDER BY revision",
    )?;
    let mut rows = query.query([column(user.0), column(after)])?;
    let (mut found, mut bytes) = (Vec::new(), 0);
    while let Some(row) = rows.next()? {
        let draft = draft(row)?;
        bytes += draft_bytes(&draft);
        if bytes > DRAFTS_PAGE_BYTES_MAX && !found.is_empty() {
            break;
        }
        found.push(draft);
    }
    Ok(found)
}

fn count(connection: &Connection, user: i64) -> rusqlite::Result<usize> {
    connection
        .prepare_cached("SELECT count(*) FROM drafts WHERE user = ?1 AND text <> ''")?
        .query_row([user], |row| number(row, 0))
        .map(|count| usize::try_from(count).unwrap_or(usize::MAX))
}

fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        room: RoomId(number(row, 0)?),
        revision: number(row, 1)?,
        by: client_id(row, 2)?,
        text: row.get(3)?,
        aside: row.get(4)?,
    })
}
