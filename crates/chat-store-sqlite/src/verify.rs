//! Checking a data file: whether everything in it is what was once stored.
//!
//! Nothing is changed and no server is disturbed: a file in use is read through one
//! snapshot, a file at rest without a trace beside it. Every check goes on after a
//! finding, so that one damaged page does not hide another; a query that the damage
//! breaks is itself a finding.

mod file;
mod finding;
mod log;
mod named;
mod tables;

use std::path::Path;

use rusqlite::{Connection, ErrorCode};

pub use file::VerifyError;
pub use finding::Finding;
pub use named::{NamedBy, NamedFile, named_files};

/// Findings that are told one by one. More say nothing more: restore a backup.
pub(crate) const FINDINGS_MAX: usize = 100;

/// What a data file holds, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Rooms.
    pub rooms: u64,
    /// Entries in all of them.
    pub entries: u64,
    /// Accounts.
    pub users: u64,
    /// Rooms with entries, each with a running hash that holds from its first entry to
    /// its head.
    pub chains: u64,
    /// What is wrong, at most a hundred; empty when all is well.
    pub findings: Vec<Finding>,
    /// How many findings there were beyond those.
    pub unlisted: u64,
}

impl Verified {
    /// Whether everything is as it was stored.
    #[must_use]
    pub fn is_well(&self) -> bool {
        self.findings.is_empty()
    }

    fn found(&mut self, finding: Finding) {
        if self.findings.len() < FINDINGS_MAX {
            self.findings.push(finding);
        } else {
            self.unlisted += 1;
        }
    }
}

/// Checks the data file at `path`, or in the folder there.
///
/// What is checked: SQLite's own structure; the tables' definitions; the seal of every
/// row; that each room's numbers run from 1 to its head without a hole; the running
/// hash over every field of every entry; that what is noted of messages, and counted, is
/// what the log says; that those texts are erased, and only those, whose messages were
/// taken back; that no row names a user or a room that does not exist; that no read mark
/// is ahead of its room's head. Writes are unique by the unique index, whose presence and
/// content the first two checks prove. The bytes of the files that messages name lie elsewhere:
/// [`named_files`] says which they are.
///
/// Blocks while it reads the whole file.
///
/// # Errors
/// [`VerifyError`]: the file cannot be checked. Damage is no error but a [`Finding`].
pub fn verify(path: &Path) -> Result<Verified, VerifyError> {
    let looked_at = file::open(path)?;
    let mut verified = Verified::default();
    if let Some(finding) = &looked_at.header {
        verified.found(finding.clone());
    }
    let outcome = looked_at
        .connect()
        .and_then(|mut connection| check(&mut connection, &mut verified));
    if let Err(error) = outcome {
        let finding = unreadable("the file", error).map_err(|error| looked_at.failed(error))?;
        verified.found(finding);
    }
    Ok(verified)
}

fn check(connection: &mut Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    // Everything is of one instant.
    let snapshot = connection.transaction()?;
    let checks: [(&str, Check); 6] = [
        ("the structure", tables::structure),
        ("the tables' definitions", tables::definitions),
        ("the rows", tables::seals),
        ("the log", log::check),
        ("who and what the rows name", tables::references),
        ("the files of plans", tables::planned),
    ];
    for (what, check) in checks {
        if let Err(error) = check(&snapshot, verified) {
            verified.found(unreadable(what, error)?);
        }
    }
    Ok(())
}

type Check = fn(&Connection, &mut Verified) -> rusqlite::Result<()>;

/// The damage that an error tells of; or the error again, if it tells of none.
fn unreadable(what: &'static str, error: rusqlite::Error) -> rusqlite::Result<Finding> {
    let is_of_the_system = matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::CannotOpen
                | ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::DiskFull
                | ErrorCode::OutOfMemory
                | ErrorCode::PermissionDenied
                | ErrorCode::ReadOnly
                | ErrorCode::SystemIoFailure
        )
    );
    if is_of_the_system {
        return Err(error);
    }
    let cause = error.to_string();
    Ok(Finding::Unreadable { what, cause })
}
