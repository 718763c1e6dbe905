//! Getting at a data file without changing it: at rest, left by a kill, or in use.

use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::Finding;
use crate::open::{self, DATA_FILE, Found, LOCK_FILE, OpenError, PAGE_BYTES, beside, header};
use crate::schema;

/// Why a data file cannot be checked: one sentence, with what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// There is no data file.
    #[error("There is no data file at {}.", path.display())]
    Nothing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// It is not ours, or newer, or may not be read.
    #[error(transparent)]
    Unopened(#[from] OpenError),
    /// It has no hashes yet.
    #[error(
        "{} was written by an older Confab (format {format}) and has no hashes yet. \
         Start the server once, which adds them.",
        file.display()
    )]
    Older {
        /// The data file.
        file: PathBuf,
        /// The file's format.
        format: u32,
    },
    /// The system does not let it be read.
    #[error(
        "{} cannot be checked ({cause}). Copy it, and the files beside it, to a folder that \
         this user may write to, and check the copy.",
        file.display()
    )]
    Failed {
        /// The data file.
        file: PathBuf,
        /// What the system, or SQLite, said.
        cause: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// A data file that is about to be checked.
pub(super) struct LookedAt {
    file: PathBuf,
    state: State,
    /// What is wrong with its first bytes.
    pub(super) header: Option<Finding>,
    /// Keeps a server from starting meanwhile.
    _lock: Option<File>,
    /// The index of a log that was not there before, to be removed.
    _index: Option<Leftover>,
}

/// How the file lies there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Whole, and nobody writes it.
    AtRest,
    /// With a log beside it that belongs to it: in use, or left by a kill.
    WithLog,
}

/// Removed when dropped.
struct Leftover(PathBuf);

impl Drop for Leftover {
    fn drop(&mut self) {
        // It is an index of the log that every opening makes anew.
        let _ = fs::remove_file(&self.0);
    }
}

/// Looks at the file at `path`, or at the data file in the folder there.
pub(super) fn open(path: &Path) -> Result<LookedAt, VerifyError> {
    let file = if path.is_dir() {
        path.join(DATA_FILE)
    } else {
        path.to_owned()
    };
    let failed = |cause: io::Error| VerifyError::Failed {
        file: file.clone(),
        cause: cause.into(),
    };
    let lock = lock(&file).map_err(failed)?;
    let index = beside(&file, "-shm");
    let had_index = index.exists();
    let has_log = open::has_log(&file);
    let in_use = matches!(lock, Lock::HeldByAServer);
    let leftover = (has_log && !in_use && !had_index).then(|| Leftover(index));
    if open::look(&file)? == Found::Nothing {
        return Err(VerifyError::Nothing { path: path.into() });
    }
    let state = if in_use || has_log {
        State::WithLog
    } else {
        State::AtRest
    };
    let bytes = header(&file).map_err(failed)?;
    let format = open::format(&file, &bytes)?;
    if format < schema::FORMAT {
        return Err(VerifyError::Older { file, format });
    }
    // While it is in use, the first page may be changing, or be newer in the log.
    let header = match state {
        State::AtRest => check_header(&bytes, &file).map_err(failed)?,
        State::WithLog => None,
    };
    Ok(LookedAt {
        file,
        state,
        header,
        _lock: match lock {
            Lock::Ours(lock) => Some(lock),
            Lock::HeldByAServer | Lock::Without => None,
        },
        _index: leftover,
    })
}

impl LookedAt {
    /// A connection that changes nothing.
    pub(super) fn connect(&self) -> rusqlite::Result<Connection> {
        let access = OpenFlags::SQLITE_OPEN_READ_ONLY;
        match self.state {
            State::WithLog => open::connect(&self.file, access),
            // Without this, SQLite would put the files of its log beside it.
            State::AtRest => {
                let address = format!("file:{}?immutable=1", escaped(&self.file));
                open::connect(Path::new(&address), access | OpenFlags::SQLITE_OPEN_URI)
            }
        }
    }

    pub(super) fn failed(&self, cause: rusqlite::Error) -> VerifyError {
        VerifyError::Failed {
            file: self.file.clone(),
            cause: cause.into(),
        }
    }
}

enum Lock {
    Ours(File),
    HeldByAServer,
    /// No lock file, so no server: a copy.
    Without,
}

fn lock(file: &Path) -> io::Result<Lock> {
    if file.file_name() != Some(OsStr::new(DATA_FILE)) {
        return Ok(Lock::Without);
    }
    let lock = match File::open(file.with_file_name(LOCK_FILE)) {
        Ok(lock) => lock,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Lock::Without),
        Err(error) if error.kind() == ErrorKind::NotADirectory => return Ok(Lock::Without),
        Err(error) => return Err(error),
    };
    match lock.try_lock_shared() {
        Ok(()) => Ok(Lock::Ours(lock)),
        Err(TryLockError::WouldBlock) => Ok(Lock::HeldByAServer),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// What has one value in every file of ours, where it stands in the header, and what it
/// is: https://www.sqlite.org/fileformat2.html#the_database_header
const FIXED: [(usize, &[u8]); 6] = [
    // No bytes kept free at the end of pages, and the fractions that are always these.
    (20, &[0, 64, 32, 32]),
    // The form of the schema, and no cache size.
    (44, &[0, 0, 0, 4, 0, 0, 0, 0]),
    // No vacuum by itself.
    (52, &[0, 0, 0, 0]),
    // UTF-8.
    (56, &[0, 0, 0, 1]),
    // No incremental vacuum.
    (64, &[0, 0, 0, 0]),
    // For SQLite's future.
    (72, &[0; 20]),
];

/// Offsets of the page size, the file format's versions, the change counter, the size in
/// pages, and the change counter for which that size is true.
const PAGE_SIZE: usize = 16;
const VERSIONS: usize = 18;
const CHANGES: usize = 24;
const PAGES: usize = 28;
const PAGES_VALID_FOR: usize = 92;

fn check_header(bytes: &[u8], file: &Path) -> io::Result<Option<Finding>> {
    let length = fs::metadata(file)?.len();
    let page_bytes = u64::from(PAGE_BYTES);
    let differs = |(at, wanted): &(usize, &[u8])| {
        let differs = |(found, wanted): (&u8, &u8)| found != wanted;
        let place = bytes[*at..].iter().zip(*wanted).position(differs);
        place.map(|place| at + place)
    };
    let number = |at| u64::from(open::header_number(bytes, at));
    let wrong = FIXED
        .iter()
        .find_map(differs)
        .or((number(PAGE_SIZE) >> 16 != page_bytes).then_some(PAGE_SIZE))
        // Both 2 with a log, both 1 in a file that never had one.
        .or(
            (![[1, 1], [2, 2]].contains(&[bytes[VERSIONS], bytes[VERSIONS + 1]]))
                .then_some(VERSIONS),
        )
        .or((number(CHANGES) != number(PAGES_VALID_FOR)).then_some(CHANGES))
        .or((number(PAGES) * page_bytes != length).then_some(PAGES));
    Ok(wrong.map(|at| Finding::Header { at }))
}

/// A path as SQLite's addresses have it.
fn escaped(file: &Path) -> String {
    let mut escaped = String::new();
    for byte in file.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                escaped.push(char::from(*byte));
            }
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}
