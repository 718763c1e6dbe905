//! Opening the file of the index; one that is damaged, of another form or of another log is
//! thrown away and begun anew.

use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension};
use shared::cursor::Epoch;

use crate::{IndexError, SearchIndex};

/// The file's name in the data folder.
pub const INDEX_FILE: &str = "search.db";

/// The form of the tables and of the grams in them. Another number begins a file anew.
const FORM: i64 = 2;

/// Searches at once; more wait.
const READERS: usize = 2;

/// Page cache of a connection.
const CACHE_KIB: i64 = 2_048;

/// Another connection has the file for moments only.
const BUSY_WITHIN: Duration = Duration::from_secs(5);

/// The log is cut back to this after a burst.
const LOG_KEPT_BYTES: i64 = 8 * 1024 * 1024;

const TABLES: &str = "
-- Whose index this is.
CREATE TABLE meta (one INTEGER PRIMARY KEY CHECK (one = 1), form INTEGER NOT NULL, epoch INTEGER NOT NULL) STRICT;

-- Up to which entry a room is in it.
CREATE TABLE progress (room INTEGER PRIMARY KEY, upto INTEGER NOT NULL) STRICT;

-- What messages say now. id: rises with the time, so that the newest come first.
CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    room INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    author INTEGER NOT NULL,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    files TEXT NOT NULL,
    UNIQUE (room, seq)
) STRICT;

-- Their grams. Measured: with lists of the first one and two characters a short term is found
-- as quickly as a long one.
CREATE VIRTUAL TABLE found USING fts5(grams, content='', detail=none, tokenize='ascii', prefix='1 2');
INSERT INTO found (found, rank) VALUES ('secure-delete', 1);
";

impl SearchIndex {
    /// Opens the index of the log of this incarnation in a data folder; `None` keeps it in
    /// memory.
    ///
    /// # Errors
    /// The file can neither be read nor made anew.
    pub fn open(folder: Option<&Path>, epoch: Epoch) -> Result<Self, IndexError> {
        let Some(folder) = folder else {
            let writer = Connection::open_in_memory()?;
            begin(&writer, epoch)?;
            return Ok(Self {
                writer: Mutex::new(writer),
                readers: Vec::new(),
            });
        };
        let file = folder.join(INDEX_FILE);
        let writer = match open_file(&file).and_then(|writer| {
            let is_ours = is_ours(&writer, epoch)?;
            Ok((writer, is_ours))
        }) {
            Ok((writer, true)) => writer,
            Ok((_, false)) | Err(_) => {
                for suffix in ["", "-wal", "-shm"] {
                    let mut name = file.clone().into_os_string();
                    name.push(suffix);
                    // Missing is as good as removed; what cannot be removed fails below.
                    let _ = fs::remove_file(name);
                }
                let writer = open_file(&file)?;
                begin(&writer, epoch)?;
                writer
            }
        };
        let readers = (0..READERS).map(|_| Ok(Mutex::new(open_file(&file)?)));
        let readers = readers.collect::<Result<_, rusqlite::Error>>()?;
        Ok(Self {
            writer: Mutex::new(writer),
            readers,
        })
    }
}

/// It holds what people write to each other: the file belongs to this user alone, and so do
/// those that SQLite makes beside it. What cannot be made is told by the opening.
fn close_to_others(file: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        let made = fs::OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(file);
        // Of an older version it may be open to others.
        let _ = made.and_then(|file| file.set_permissions(fs::Permissions::from_mode(0o600)));
    }
    #[cfg(not(unix))]
    let _ = file;
}

fn open_file(file: &Path) -> rusqlite::Result<Connection> {
    close_to_others(file);
    let connection = Connection::open(file)?;
    connection.busy_timeout(BUSY_WITHIN)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // It is derived: after a loss of power it is behind at worst, never wrong.
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    connection.pragma_update(None, "journal_size_limit", LOG_KEPT_BYTES)?;
    Ok(connection)
}

fn begin(connection: &Connection, epoch: Epoch) -> rusqlite::Result<()> {
    connection.execute_batch(TABLES)?;
    connection.execute(
        "INSERT INTO meta (one, form, epoch) VALUES (1, ?1, ?2)",
        [FORM, epoch.0.cast_signed()],
    )?;
    Ok(())
}

/// Whether the file is whole, of this form and of this log.
fn is_ours(connection: &Connection, epoch: Epoch) -> rusqlite::Result<bool> {
    let has_tables: bool = connection.query_row(
        "SELECT count(*) = 4 FROM sqlite_schema WHERE name IN ('meta', 'progress', 'messages', 'found')",
        [],
        |row| row.get(0),
    )?;
    if !has_tables {
        return Ok(false);
    }
    let meta: Option<(i64, i64)> = connection
        .query_row("SELECT form, epoch FROM meta", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    if meta != Some((FORM, epoch.0.cast_signed())) {
        return Ok(false);
    }
    let told: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    Ok(told == "ok")
}
