//! Which message has which file, and which plan. A file is in one message at most, or waits in
//! one plan for its message; once that is taken back, or the plan goes, the row stands until
//! whoever keeps the files says that the file is gone.

use chat_store::plans::PlanKey;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};
use shared::cursor::Seq;
use shared::file::{FileId, FileInfo};
use shared::ids::RoomId;

use crate::failure::Failure;
use crate::rows::{column, read_attached};
use crate::seal::{MESSAGE_FILES, PLAN_FILES, reseal};

/// Whether one of the files is in a message already, in a plan with another name than this, or
/// twice among these. A message has the name of its plan.
pub(crate) fn are_taken(
    connection: &Connection,
    files: &[FileInfo],
    (user, name): PlanKey,
) -> rusqlite::Result<bool> {
    let mut find = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM message_files WHERE file = ?1)
             OR EXISTS (SELECT 1 FROM plan_files
                        WHERE file = ?1 AND (gone = 1 OR user <> ?2 OR plan <> ?3))",
    )?;
    for (place, file) in files.iter().enumerate() {
        let is_again = files[..place].iter().any(|before| before.id == file.id);
        let named = params![file.id.to_bytes(), column(user.0), name.to_bytes()];
        if is_again || find.query_row(named, |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Notes the files of a message that was just written.
pub(crate) fn attach(
    connection: &Connection,
    room: RoomId,
    seq: Seq,
    files: &[FileInfo],
) -> rusqlite::Result<()> {
    for (place, file) in (0..).zip(files) {
        let id = file.id.to_bytes();
        let seal = MESSAGE_FILES.seal([
            ValueRef::Integer(column(room.0)),
            ValueRef::Integer(column(seq.0)),
            ValueRef::Integer(place),
            ValueRef::Blob(&id),
            ValueRef::Integer(0),
        ]);
        connection
            .prepare_cached(
                "INSERT INTO message_files (room, seq, place, file, gone, seal)
                 VALUES (?1, ?2, ?3, ?4, 0, ?5)",
            )?
            .execute(params![column(room.0), column(seq.0), place, id, seal])?;
        connection
            .prepare_cached("DELETE FROM plan_files WHERE file = ?1")?
            .execute([id])?;
    }
    Ok(())
}

/// Notes the files of a plan, as which it has these and no others. Those that it had are to be
/// erased.
pub(crate) fn plan(
    connection: &Connection,
    (user, plan): PlanKey,
    files: &[FileInfo],
) -> rusqlite::Result<()> {
    let had: Vec<(i64, FileId)> = connection
        .prepare_cached(
            "SELECT id, file FROM plan_files WHERE user = ?1 AND plan = ?2 AND gone = 0",
        )?
        .query_map(params![column(user.0), plan.to_bytes()], |row| {
            Ok((row.get(0)?, FileId::from_bytes(row.get(1)?)))
        })?
        .collect::<rusqlite::Result<_>>()?;
    for (id, file) in &had {
        if files.iter().all(|kept| kept.id != *file) {
            connection
                .prepare_cached("UPDATE plan_files SET gone = 1 WHERE id = ?1")?
                .execute([id])?;
            reseal(connection, &PLAN_FILES, [*id])?;
        }
    }
    for file in files {
        if had.iter().any(|(_, known)| *known == file.id) {
            continue;
        }
        let id: i64 = connection
            .prepare_cached(
                "INSERT INTO plan_files (user, plan, file, gone) VALUES (?1, ?2, ?3, 0)
                 RETURNING id",
            )?
            .query_row(
                params![column(user.0), plan.to_bytes(), file.id.to_bytes()],
                |row| row.get(0),
            )?;
        reseal(connection, &PLAN_FILES, [id])?;
    }
    Ok(())
}

/// Notes that the files of a message are to be erased.
pub(crate) fn give_up(connection: &Connection, room: i64, seq: i64) -> rusqlite::Result<()> {
    let given_up = connection
        .prepare_cached("UPDATE message_files SET gone = 1 WHERE room = ?1 AND seq = ?2")?
        .execute([room, seq])?;
    for place in (0..).take(given_up) {
        reseal(connection, &MESSAGE_FILES, [room, seq, place])?;
    }
    Ok(())
}

/// [`chat_store::Store::files_to_erase`].
pub(crate) fn to_erase(connection: &Connection, limit: u16) -> Result<Vec<FileId>, Failure> {
    let files = connection
        .prepare_cached(
            "SELECT file FROM message_files WHERE gone = 1
             UNION ALL SELECT file FROM plan_files WHERE gone = 1
             LIMIT ?1",
        )?
        .query_map([limit], |row| row.get(0).map(FileId::from_bytes))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(files)
}

/// [`chat_store::Store::waiting_files`].
pub(crate) fn waiting(connection: &Connection, files: Vec<FileId>) -> Result<Vec<FileId>, Failure> {
    let mut find = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM plan_files WHERE file = ?1 AND gone = 0)")?;
    let mut waiting = Vec::new();
    for file in files {
        if find.query_row([file.to_bytes()], |row| row.get(0))? {
            waiting.push(file);
        }
    }
    Ok(waiting)
}

/// [`chat_store::Store::files_erased`].
pub(crate) fn erased(connection: &Connection, files: &[FileId]) -> Result<(), Failure> {
    for table in ["message_files", "plan_files"] {
        let forget = format!("DELETE FROM {table} WHERE file = ?1 AND gone = 1");
        let mut forget = connection.prepare_cached(&forget)?;
        for file in files {
            forget.execute([file.to_bytes()])?;
        }
    }
    Ok(())
}

/// Whether the table has the files that a message brings, as its column has them, and no
/// others; of a message that was taken back, none but those that are still to be erased.
pub(crate) fn are_noted(
    connection: &Connection,
    (room, seq): (i64, i64),
    attached: Option<&str>,
) -> rusqlite::Result<bool> {
    let files = match attached.map(read_attached).transpose() {
        Ok(attached) => attached.unwrap_or_default().files,
        // Its hash tells.
        Err(_) => return Ok(true),
    };
    let noted: Vec<FileId> = connection
        .prepare_cached(
            "SELECT file FROM message_files WHERE room = ?1 AND seq = ?2 AND gone = 0
             ORDER BY place",
        )?
        .query_map([room, seq], |row| row.get(0).map(FileId::from_bytes))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(files.iter().map(|file| file.id).eq(noted))
}
