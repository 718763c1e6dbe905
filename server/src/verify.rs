//! `server verify`: says whether a data file is what was stored in it.
//!
//! The checking is the store's ([`chat_store_sqlite::verify`]); here it gets its words
//! and its exit code.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use chat_store_sqlite::{Verified, verify};

/// Checks the file, or the one in the folder, and prints what came out: one line when all
/// is well (exit code 0), or a line for each thing that is not (exit code 1).
///
/// # Errors
/// The file cannot be checked, or the result cannot be printed.
pub fn run(path: &Path) -> anyhow::Result<ExitCode> {
    let verified = verify(path)?;
    tell(&mut io::stdout().lock(), path, &verified)?;
    Ok(if verified.is_well() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn tell(out: &mut impl Write, path: &Path, verified: &Verified) -> io::Result<()> {
    let Verified {
        rooms,
        entries,
        users,
        chains,
        findings,
        unlisted,
    } = verified;
    if verified.is_well() {
        return writeln!(
            out,
            "All is well in {}: {}, {}, {}; {} from the first entry to the head.",
            path.display(),
            counted(*rooms, "room", "rooms"),
            counted(*entries, "entry", "entries"),
            counted(*users, "user", "users"),
            counted(*chains, "running hash holds", "running hashes hold"),
        );
    }
    for finding in findings {
        writeln!(out, "{finding}")?;
    }
    if *unlisted > 0 {
        writeln!(out, "And {unlisted} more.")?;
    }
    writeln!(
        out,
        "{} is damaged. Keep a copy of it, and restore the newest backup that is well.",
        path.display()
    )
}

fn counted(number: u64, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    format!("{number} {noun}")
}
