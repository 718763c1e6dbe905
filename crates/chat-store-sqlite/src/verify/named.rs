//! Which files messages and plans name, for whoever can look at the files themselves.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};
use shared::cursor::Seq;
use shared::file::FileId;
use shared::ids::RoomId;

use super::{VerifyError, file};
use crate::plans::planned_files;
use crate::rows::{number, read_attached};

/// A file that a message or a plan names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// In which room.
    pub room: RoomId,
    /// What names it.
    pub by: NamedBy,
    /// The file.
    pub id: FileId,
    /// The bytes that it has, as is said there.
    pub size: u64,
}

/// What names a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedBy {
    /// The message with this number.
    Message(Seq),
    /// The plan in this row.
    Plan(i64),
}

/// Every file that a message or a plan of the data file at `path`, or in the folder there,
/// names; none of those whose message was taken back. In the order of rooms and messages, then
/// of plans, of one instant.
///
/// # Errors
/// [`VerifyError`]: the file cannot be read, also because of what [`super::verify`] finds.
pub fn named_files(path: &Path) -> Result<Vec<NamedFile>, VerifyError> {
    let looked_at = file::open(path)?;
    let named = looked_at
        .connect()
        .and_then(|mut connection| read(&mut connection));
    named.map_err(|error| looked_at.failed(error))
}

fn read(connection: &mut Connection) -> rusqlite::Result<Vec<NamedFile>> {
    let snapshot = connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
    let mut query = snapshot.prepare(
        "SELECT m.room, m.seq, m.file, e.attached
         FROM message_files m JOIN entries e ON e.room = m.room AND e.seq = m.seq
         WHERE m.gone = 0 AND e.attached IS NOT NULL
         ORDER BY m.room, m.seq, m.place",
    )?;
    let mut rows = query.query([])?;
    let mut named = Vec::new();
    while let Some(row) = rows.next()? {
        let id = FileId::from_bytes(row.get(2)?);
        let attached = read_attached(row.get_ref(3)?.as_str()?)?;
        // Where the two differ, the walk of the log says so.
        let Some(file) = attached.files.iter().find(|file| file.id == id) else {
            continue;
        };
        named.push(NamedFile {
            room: RoomId(number(row, 0)?),
            by: NamedBy::Message(Seq(number(row, 1)?)),
            id,
            size: file.size,
        });
    }
    let mut query = snapshot.prepare("SELECT id, room, files FROM plans ORDER BY id")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (by, room) = (NamedBy::Plan(row.get(0)?), RoomId(number(row, 1)?));
        named.extend(planned_files(row, 2)?.into_iter().map(|file| NamedFile {
            room,
            by,
            id: file.id,
            size: file.size,
        }));
    }
    Ok(named)
}
