//! The terminal behind a build, reached past cargo.
//!
//! Cargo keeps what a macro prints and repeats it at every later build, so progress goes
//! straight to the terminal, and nowhere when there is none.

use std::fs::{File, OpenOptions};
use std::io::Write;

#[cfg(windows)]
const TERMINAL: &str = "CONOUT$";
#[cfg(not(windows))]
const TERMINAL: &str = "/dev/tty";

/// Opens the terminal, if this process has one.
pub(crate) fn open() -> Option<File> {
    OpenOptions::new().write(true).open(TERMINAL).ok()
}

/// Shows one line. A terminal that has gone away is no reason to fail a build.
pub(crate) fn show(terminal: &mut Option<File>, line: &str) {
    if let Some(open) = terminal
        && writeln!(open, "{line}").is_err()
    {
        *terminal = None;
    }
}

/// The line without colours and other terminal commands.
pub(crate) fn plain(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line.chars();
    while let Some(char) = rest.next() {
        if char != '\u{1b}' {
            plain.push(char);
            continue;
        }
        // A command runs to its first letter: `ESC [ 1 ; 31 m`.
        rest.by_ref().find(char::is_ascii_alphabetic);
    }
    plain
}

#[cfg(test)]
mod tests;
