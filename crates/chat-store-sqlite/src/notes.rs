//! Notes about users: what they want, and what they say of themselves.

use chat_store::StoreError;
use chat_store::records::NoteKind;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};
use shared::ids::UserId;

use crate::failure::Failure;
use crate::rows::column;
use crate::seal::NOTES;
use crate::users::user_by_id;

/// The kind of a note by which somebody does not show how far they have read.
pub(crate) const READS_UNSEEN: i64 = 3;

/// [`chat_store::Store::keep_note`].
pub(crate) fn keep_note(
    connection: &Connection,
    user: UserId,
    kind: NoteKind,
    text: Option<&str>,
) -> Result<(), Failure> {
    if user_by_id(connection, user)?.is_none() {
        return Err(StoreError::NotFound("user").into());
    }
    let (user, kind) = (column(user.0), kind_column(kind));
    let Some(text) = text else {
        connection
            .prepare_cached("DELETE FROM notes WHERE user = ?1 AND kind = ?2")?
            .execute([user, kind])?;
        return Ok(());
    };
    let seal = NOTES.seal([
        ValueRef::Integer(user),
        ValueRef::Integer(kind),
        ValueRef::Text(text.as_bytes()),
    ]);
    connection
        .prepare_cached(
            "INSERT INTO notes (user, kind, text, seal) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (user, kind)
             DO UPDATE SET text = excluded.text, seal = excluded.seal",
        )?
        .execute(params![user, kind, text, seal])?;
    Ok(())
}

/// [`chat_store::Store::note`].
pub(crate) fn note(
    connection: &Connection,
    user: UserId,
    kind: NoteKind,
) -> Result<Option<String>, Failure> {
    let note = connection
        .prepare_cached("SELECT text FROM notes WHERE user = ?1 AND kind = ?2")?
        .query_row([column(user.0), kind_column(kind)], |row| row.get(0))
        .optional()?;
    Ok(note)
}

fn kind_column(kind: NoteKind) -> i64 {
    match kind {
        NoteKind::Preferences => 1,
        NoteKind::Status => 2,
        NoteKind::ReadsUnseen => READS_UNSEEN,
    }
}
