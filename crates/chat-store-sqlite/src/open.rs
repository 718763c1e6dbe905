//! Opening: look before touching anything, lock, make or migrate, connect.
//!
//! What holds: a file that is not ours, or is newer than this program, is left byte
//! for byte as it was, and nothing is put beside it. A data file appears under its
//! name only when it is whole. One process at a time has the folder.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};
use shared::cursor::Epoch;
use shared::moment::Timestamp;

use crate::schema;

/// The data file's name in the data folder.
pub const DATA_FILE: &str = "confab.db";

/// The name of the file that is locked while a server runs.
pub const LOCK_FILE: &str = "confab.lock";

/// Somebody may look into the file with the `sqlite3` shell; what that locks is over
/// sooner than this.
pub(crate) const BUSY_WITHIN: Duration = Duration::from_secs(5);

/// Bytes of a page. SQLite's own default: with 8 KiB each entry costs 40 % more bytes
/// written to disk, measured with `append_rate`.
pub(crate) const PAGE_BYTES: u32 = 4_096;

/// Page cache of the writer: the pages that new entries and their index touch.
const WRITER_CACHE_KIB: i64 = 4_096;

/// Page cache of a reader. Behind it stands the system's own.
const READER_CACHE_KIB: i64 = 1_024;

/// The log file is cut back to this after a burst.
const LOG_KEPT_BYTES: i64 = 32 * 1024 * 1024;

/// Why a store cannot be opened: one sentence for who starts the server, with what to
/// do about it. The data file is unharmed in every case.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data folder cannot be made, or nothing can be written into it.
    #[error(
        "The data folder {} cannot be used ({cause}). Choose a folder that this user may write to.",
        folder.display()
    )]
    Folder {
        /// The data folder.
        folder: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// The file is not SQLite, or another program's.
    #[error(
        "{} is not a Confab data file and was left as it is. \
         Move it away, or choose another data folder.",
        file.display()
    )]
    NotOurs {
        /// The file under our name.
        file: PathBuf,
    },
    /// The file has seen a migration that this program does not know.
    #[error(
        "{} was written by a newer Confab (format {format}; this one knows {known}) \
         and was left as it is. Start the newer program.",
        file.display()
    )]
    Newer {
        /// The data file.
        file: PathBuf,
        /// The file's format.
        format: u32,
        /// The newest format of this program.
        known: u32,
    },
    /// The data file is missing or empty, and a log of it with messages is not. A new
    /// file would be mixed with it.
    #[error(
        "{} is missing, but {} holds messages of it. Put the file back, or move the log away \
         to begin anew.",
        file.display(), log.display()
    )]
    LogAlone {
        /// The data file that is missing.
        file: PathBuf,
        /// Its log.
        log: PathBuf,
    },
    /// Another server runs on this folder.
    #[error(
        "Another Confab server is using {}. Stop it, or choose another data folder.",
        folder.display()
    )]
    InUse {
        /// The data folder.
        folder: PathBuf,
    },
    /// The data file may be read and not written.
    #[error(
        "{} cannot be written ({cause}). Give this user the right to write it.",
        file.display()
    )]
    ReadOnly {
        /// The data file.
        file: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// The file is ours and cannot be read as such.
    #[error("{} is damaged ({cause}). Restore it from a backup.", file.display())]
    Corrupt {
        /// The data file.
        file: PathBuf,
        /// What SQLite said.
        cause: rusqlite::Error,
    },
    /// The disk is full.
    #[error("{} cannot be opened because the disk is full. Make some room.", file.display())]
    Full {
        /// The data file.
        file: PathBuf,
    },
    /// The system said no in a way that has no better sentence.
    #[error(
        "{} cannot be opened ({cause}). Check the disk and the rights of this user.",
        file.display()
    )]
    Failed {
        /// The data file.
        file: PathBuf,
        /// What the system, or SQLite, said.
        cause: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// Keeps other servers out of the folder, until it is dropped or the process ends in
/// whatever way.
#[derive(Debug)]
pub(crate) struct FolderLock {
    _file: File,
}

/// An opened data file.
pub(crate) struct Opened {
    pub(crate) epoch: Epoch,
    pub(crate) writer: Connection,
    pub(crate) readers: Vec<Connection>,
    pub(crate) lock: FolderLock,
    /// Whether a log lay beside it, as a kill leaves one.
    pub(crate) log_was_left: bool,
}

/// What lies under the data file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    Nothing,
    Ours,
}

/// Opens the data file in `folder`; makes both if they do not exist.
pub(crate) fn open(folder: &Path, now: Timestamp, readers: usize) -> Result<Opened, OpenError> {
    let file = folder.join(DATA_FILE);
    look(&file)?;
    let lock = lock(folder)?;
    // Between the first look and the lock another server may have come and gone.
    if look(&file)? == Found::Nothing {
        if has_log(&file) {
            let log = beside(&file, LOG_SUFFIX);
            return Err(OpenError::LogAlone { file, log });
        }
        make(folder, &file, now)?;
    }
    check_writable(&file)?;
    let log_was_left = has_log(&file);
    let opening = || -> rusqlite::Result<_> {
        let mut writer = connect(&file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        set_up_writer(&writer)?;
        schema::migrate(&mut writer)?;
        let epoch: i64 = writer.query_row("SELECT epoch FROM meta", [], |row| row.get(0))?;
        let readers = (0..readers)
            .map(|_| {
                let reader = connect(&file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
                reader.pragma_update(None, "cache_size", -READER_CACHE_KIB)?;
                // Reads its first page: a damaged file is told now.
                reader.query_row("SELECT count(*) FROM meta", [], |_| Ok(()))?;
                Ok(reader)
            })
            .collect::<rusqlite::Result<Vec<_>>>()?;
        Ok((Epoch(epoch.cast_unsigned()), writer, readers))
    };
    let (epoch, writer, readers) = opening().map_err(|error| explain(&file, error))?;
    Ok(Opened {
        epoch,
        writer,
        readers,
        lock,
        log_was_left,
    })
}

/// Reads the file's header as bytes, which no opening by SQLite could do without the
/// chance of a change; then, if a log of uncommitted-to-file changes lies beside it,
/// asks SQLite read-only what the log makes of it.
pub(crate) fn look(file: &Path) -> Result<Found, OpenError> {
    let failed = |cause: io::Error| OpenError::Failed {
        file: file.into(),
        cause: cause.into(),
    };
    let header = match header(file) {
        Ok(header) => header,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Nothing),
        // A folder above is a file, or may not be entered: making the folder says so.
        Err(error) if error.kind() == ErrorKind::NotADirectory => return Ok(Found::Nothing),
        Err(error) => return Err(failed(error)),
    };
    if header.is_empty() {
        return Ok(Found::Nothing);
    }
    let not_ours = || OpenError::NotOurs { file: file.into() };
    if header.len() as u64 != HEADER_BYTES || !header.starts_with(b"SQLite format 3\0") {
        return Err(not_ours());
    }
    if header_number(&header, HEADER_APPLICATION_ID) != schema::APPLICATION_ID {
        return Err(not_ours());
    }
    let format = format(file, &header)?;
    if format > schema::FORMAT {
        let file = file.into();
        return Err(OpenError::Newer {
            file,
            format,
            known: schema::FORMAT,
        });
    }
    Ok(Found::Ours)
}

/// What the name of the write-ahead log ends with.
const LOG_SUFFIX: &str = "-wal";

/// Whether a log with something in it lies beside the file.
pub(crate) fn has_log(file: &Path) -> bool {
    fs::metadata(beside(file, LOG_SUFFIX)).is_ok_and(|log| log.len() > 0)
}

/// The format of a file with this header; what a log beside it says goes before it.
pub(crate) fn format(file: &Path, header: &[u8]) -> Result<u32, OpenError> {
    if !has_log(file) {
        return Ok(header_number(header, HEADER_USER_VERSION));
    }
    let asking = || -> rusqlite::Result<u32> {
        let reader = connect(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        reader.pragma_query_value(None, "user_version", |row| row.get(0))
    };
    asking().map_err(|error| explain(file, error))
}

// The header of a SQLite file: https://www.sqlite.org/fileformat2.html#the_database_header
const HEADER_BYTES: u64 = 100;
const HEADER_USER_VERSION: usize = 60;
const HEADER_APPLICATION_ID: usize = 68;

/// The file's header, or as much of it as there is.
pub(crate) fn header(file: &Path) -> io::Result<Vec<u8>> {
    let mut header = Vec::new();
    File::open(file)?
        .take(HEADER_BYTES)
        .read_to_end(&mut header)?;
    Ok(header)
}

pub(crate) fn header_number(header: &[u8], at: usize) -> u32 {
    let bytes = header[at..at + 4]
        .try_into()
        .expect("a header is a hundred bytes");
    u32::from_be_bytes(bytes)
}

fn lock(folder: &Path) -> Result<FolderLock, OpenError> {
    let unusable = |cause| OpenError::Folder {
        folder: folder.into(),
        cause,
    };
    make_folder(folder).map_err(unusable)?;
    let file = private()
        .create(true)
        .truncate(false)
        .open(folder.join(LOCK_FILE))
        .map_err(unusable)?;
    match file.try_lock() {
        Ok(()) => Ok(FolderLock { _file: file }),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse {
            folder: folder.into(),
        }),
        Err(TryLockError::Error(cause)) => Err(unusable(cause)),
    }
}

/// Makes a whole data file under another name, and gives it its own when it is on
/// disk: a kill at any moment leaves either no data file or a good one.
fn make(folder: &Path, file: &Path, now: Timestamp) -> Result<(), OpenError> {
    let draft = beside(file, "-new");
    let failed = |cause: io::Error| {
        if cause.kind() == ErrorKind::StorageFull {
            OpenError::Full { file: file.into() }
        } else {
            OpenError::Folder {
                folder: folder.into(),
                cause,
            }
        }
    };
    for leftover in [draft.clone(), beside(&draft, "-journal")] {
        match fs::remove_file(leftover) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error)),
            Ok(()) | Err(_) => {}
        }
    }
    private().create_new(true).open(&draft).map_err(failed)?;
    let filling = || -> rusqlite::Result<()> {
        let mut connection = connect(&draft, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        connection.pragma_update(None, "page_size", PAGE_BYTES)?;
        schema::migrate(&mut connection)?;
        schema::plant(&mut connection, now)
    };
    filling().map_err(|error| explain(file, error))?;
    let on_disk = || -> io::Result<()> {
        File::open(&draft)?.sync_all()?;
        fs::rename(&draft, file)?;
        sync_folder(folder)
    };
    on_disk().map_err(failed)
}

fn check_writable(file: &Path) -> Result<(), OpenError> {
    let Err(cause) = OpenOptions::new().write(true).open(file) else {
        return Ok(());
    };
    let file = file.into();
    if matches!(
        cause.kind(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
    ) {
        Err(OpenError::ReadOnly { file, cause })
    } else {
        Err(OpenError::Failed {
            file,
            cause: cause.into(),
        })
    }
}

pub(crate) fn connect(file: &Path, access: OpenFlags) -> rusqlite::Result<Connection> {
    // Each connection stays with one thread at a time, so SQLite need not lock it.
    let connection = Connection::open_with_flags(file, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(BUSY_WITHIN)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // A file that shrinks under a mapping ends the process; an error does not.
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(connection)
}

/// Statements that a connection keeps prepared: more than there are.
const STATEMENTS_KEPT: usize = 64;

fn set_up_writer(writer: &Connection) -> rusqlite::Result<()> {
    // The log lets readers read while the writer writes; FULL syncs it with every
    // commit, so that what was answered survives a loss of power.
    writer.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0))?;
    writer.pragma_update(None, "synchronous", "FULL")?;
    // What was erased is overwritten, not only let go of.
    writer.pragma_update_and_check(None, "secure_delete", true, |row| row.get::<_, i64>(0))?;
    // The writer does it itself, outside the commit.
    writer.pragma_update(None, "wal_autocheckpoint", 0)?;
    writer.pragma_update(None, "journal_size_limit", LOG_KEPT_BYTES)?;
    writer.pragma_update(None, "cache_size", -WRITER_CACHE_KIB)
}

fn explain(file: &Path, error: rusqlite::Error) -> OpenError {
    let file = file.into();
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            OpenError::Corrupt { file, cause: error }
        }
        Some(ErrorCode::DiskFull) => OpenError::Full { file },
        // A table or the one row of `meta` is missing.
        Some(ErrorCode::Unknown) | None => OpenError::Corrupt { file, cause: error },
        _ => OpenError::Failed {
            file,
            cause: error.into(),
        },
    }
}

/// `confab.db` with something after it.
pub(crate) fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(suffix);
    name.into()
}

/// What people write to each other is nobody else's to read: the folder that we make
/// and the files in it belong to this user alone.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// A new name is on disk when its folder is.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}
