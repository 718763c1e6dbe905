//! Which files the messages name, for whoever can look at the files themselves.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};
use shared::cursor::Seq;
use shared::file::FileId;
use shared::ids::RoomId;

use super::{VerifyError, file};
use crate::rows::{number, read_attached};

/// A file that a message names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// In which room.
    pub room: RoomId,
    /// Which message.
    pub seq: Seq,
    /// The file.
    pub id: FileId,
    /// The bytes that it has, as the message says.
    pub size: u64,
}

/// Every file that a message of the data file at `path`, or in the folder there, names; none of
/// those whose message was taken back. In the order of rooms and messages, of one instant.
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
            seq: Seq(number(row, 1)?),
            id,
            size: file.size,
        });
    }
    Ok(named)
}
