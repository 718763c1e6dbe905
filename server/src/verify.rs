//! `server verify`: says whether a data file, and the files beside it that messages and plans name,
//! are what was stored.
//!
//! The checking is the store's ([`chat_store_sqlite::verify`]) and the files'
//! ([`chat_files::Checker`]); here it gets its words and its exit code.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use chat_files::{Checker, Fault};
use chat_store_sqlite::{NamedBy, NamedFile, Verified, VerifyError, named_files, verify};

use crate::files;

/// Files that are told of one by one. More say nothing more.
const FAULTS_MAX: usize = 100;

/// Checks the file, or the one in the folder, and the files that its messages and plans name, and
/// prints what came out: one line when all is well (exit code 0), or a line for each thing
/// that is not (exit code 1).
///
/// # Errors
/// Something cannot be checked, or the result cannot be printed.
pub fn run(path: &Path) -> anyhow::Result<ExitCode> {
    let verified = verify(path)?;
    let kept = look_at_files(path)?;
    tell(&mut io::stdout().lock(), path, &verified, &kept)?;
    Ok(if verified.is_well() && kept.is_well() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What came of the files.
enum Kept {
    /// They were read.
    Read {
        /// Files that messages and plans name.
        named: u64,
        /// Those that are not what was stored.
        faults: Vec<(NamedFile, Fault)>,
    },
    /// A copy of a data file, without the folder beside it.
    Elsewhere {
        /// Files that messages and plans name.
        named: u64,
    },
    /// Which they are cannot be read, because the data file is damaged.
    Unknown(VerifyError),
}

impl Kept {
    fn is_well(&self) -> bool {
        match self {
            Self::Read { faults, .. } => faults.is_empty(),
            Self::Elsewhere { .. } => true,
            Self::Unknown(_) => false,
        }
    }
}

/// Reads the files beside the data file. Where a data folder was named they have to be
/// there; a data file alone may be a copy.
fn look_at_files(path: &Path) -> anyhow::Result<Kept> {
    let named = match named_files(path) {
        Ok(named) => named,
        Err(error) => return Ok(Kept::Unknown(error)),
    };
    let folder = files_beside(path);
    let count = named.len() as u64;
    if !path.is_dir() && !folder.is_dir() {
        return Ok(Kept::Elsewhere { named: count });
    }
    let mut checker = Checker::new(&folder);
    let mut faults = Vec::new();
    for file in named {
        let fault = checker.check(file.id, file.size);
        let fault = fault.with_context(|| format!("File {} cannot be read", file.id))?;
        faults.extend(fault.map(|fault| (file, fault)));
    }
    if !faults.is_empty() {
        // A server may have erased some meanwhile, with the messages that named them.
        match named_files(path) {
            Ok(named) => {
                let named: HashSet<_> = named.iter().map(|file| file.id).collect();
                faults.retain(|(file, _)| named.contains(&file.id));
            }
            Err(error) => return Ok(Kept::Unknown(error)),
        }
    }
    Ok(Kept::Read {
        named: count,
        faults,
    })
}

fn files_beside(path: &Path) -> PathBuf {
    if path.is_dir() {
        path.join(files::FOLDER)
    } else {
        path.with_file_name(files::FOLDER)
    }
}

fn tell(out: &mut impl Write, path: &Path, verified: &Verified, kept: &Kept) -> io::Result<()> {
    let Verified {
        rooms,
        entries,
        users,
        chains,
        findings,
        unlisted,
    } = verified;
    if verified.is_well() && kept.is_well() {
        return writeln!(
            out,
            "All is well in {}: {}, {}, {}; {} from the first entry to the head; {}.",
            path.display(),
            counted(*rooms, "room", "rooms"),
            counted(*entries, "entry", "entries"),
            counted(*users, "user", "users"),
            counted(*chains, "running hash holds", "running hashes hold"),
            files_are_well(kept),
        );
    }
    for finding in findings {
        writeln!(out, "{finding}")?;
    }
    if *unlisted > 0 {
        writeln!(out, "And {unlisted} more.")?;
    }
    tell_files(out, kept)?;
    writeln!(
        out,
        "{} is damaged. Keep a copy of it, and restore the newest backup that is well.",
        path.display()
    )
}

fn files_are_well(kept: &Kept) -> String {
    match kept {
        Kept::Read { named, .. } => counted(*named, "file has its bytes", "files have their bytes"),
        Kept::Elsewhere { named: 0 } | Kept::Unknown(_) => "no file is named".to_owned(),
        Kept::Elsewhere { named } => format!(
            "{} named, and not checked: there is no folder \"{}\" beside it",
            counted(*named, "file is", "files are"),
            files::FOLDER
        ),
    }
}

fn tell_files(out: &mut impl Write, kept: &Kept) -> io::Result<()> {
    let faults = match kept {
        Kept::Read { faults, .. } => faults,
        Kept::Elsewhere { .. } => return Ok(()),
        Kept::Unknown(error) => {
            return writeln!(
                out,
                "Which files messages and plans name is not known: {error}"
            );
        }
    };
    for (file, fault) in faults.iter().take(FAULTS_MAX) {
        let NamedFile { room, id, .. } = file;
        match file.by {
            NamedBy::Message(seq) => {
                writeln!(out, "Room {room}: file {id} of entry {seq} {fault}.")?;
            }
            NamedBy::Plan(row) => {
                writeln!(out, "Room {room}: file {id} of plan {row} {fault}.")?;
            }
        }
    }
    if faults.len() > FAULTS_MAX {
        writeln!(out, "And {} more files.", faults.len() - FAULTS_MAX)?;
    }
    Ok(())
}

fn counted(number: u64, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    format!("{number} {noun}")
}
