//! The rules of this repository that no compiler knows.
//!
//! Who may import whom, what a source file begins with and how long it may be, names that say
//! nothing, documents that must follow the code, what the page says in every language. The rules are data in [`table`]; the modules
//! beside it hold the sources against them.

mod code;
mod documents;
mod imports;
mod language;
mod sources;
mod table;

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// What to do when `PROTOCOL.md` does not know the present frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frames {
    Check,
    /// Writes their hash: whoever does it has read `PROTOCOL.md` against them.
    Bless,
}

/// One place that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    place: String,
    what: String,
}

impl Finding {
    fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            what: what.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// A Rust file of the workspace, by its path from the root with forward slashes.
#[derive(Debug)]
pub(crate) struct Source {
    path: String,
    text: String,
}

/// Checks every rule; fails with all findings at once.
#[expect(
    clippy::print_stderr,
    reason = "advice that is no failure still wants to be read"
)]
pub(crate) fn run(root: &Path, frames: Frames) -> Result<()> {
    let packages = imports::packages(root)?;
    let mut sources = Vec::new();
    read(root, "", &mut sources)?;

    let mut findings = imports::check(&packages);
    findings.extend(imports::check_watched(
        &packages,
        &text(root, "Trunk.toml")?,
    ));
    findings.extend(sources::check(&sources));
    findings.extend(documents::frames(root, frames)?);
    findings.extend(documents::architecture(root, &packages, &sources));
    findings.extend(documents::security(root, &sources));
    findings.extend(language::check(root, &sources)?);
    for advice in sources::advice(&sources) {
        eprintln!("advice: {advice}");
    }
    if findings.is_empty() {
        return Ok(());
    }
    let list: String = findings
        .iter()
        .map(|finding| format!("\n  {finding}"))
        .collect();
    bail!("tidy found {}:{list}", findings.len());
}

fn text(root: &Path, name: &str) -> Result<String> {
    fs::read_to_string(root.join(name)).with_context(|| format!("cannot read {name}"))
}

/// All Rust files below `dir`, ordered by path. Build output and hidden folders are not ours.
fn read(root: &Path, dir: &str, sources: &mut Vec<Source>) -> Result<()> {
    let unreadable = || format!("cannot read the folder ./{dir}");
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join(dir)).with_context(unreadable)? {
        names.push(
            entry
                .with_context(unreadable)?
                .file_name()
                .to_string_lossy()
                .into_owned(),
        );
    }
    names.sort();
    for name in names {
        let path = if dir.is_empty() {
            name.clone()
        } else {
            format!("{dir}/{name}")
        };
        if root.join(&path).is_dir() {
            let is_ours = !name.starts_with('.') && name != "target" && name != "node_modules";
            if is_ours {
                read(root, &path, sources)?;
            }
        } else if name.ends_with(".rs") {
            sources.push(Source {
                text: text(root, &path)?,
                path,
            });
        }
    }
    Ok(())
}
