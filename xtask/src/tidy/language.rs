//! What the page says: message files that fit each other and the program.
//!
//! English is the source. Every other language has its keys, with the same things filled in
//! and only plural forms that it has. The program says keys that exist, gives what they name,
//! and says them all; it holds no sentence of its own ([`spoken`]). What is said again of the
//! sentences below (`said-`) stands in the sources below, and what people may meet of those is
//! said again ([`below`]).

mod below;
mod messages;
mod spoken;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use self::messages::Messages;
use super::{Finding, Source};

/// Where the message files lie.
const FOLDER: &str = "frontend/web/messages";

/// The file that the others follow.
const ENGLISH: &str = "en";

/// Says a few sentences before the program is there, by keys that begin with [`BOOT`].
const BOOT_SCRIPT: &str = "frontend/web/boot.js";

/// What the keys of the first script begin with.
const BOOT: &str = "boot-";

/// What the keys of sentences begin with that come from below in English.
const SAID: &str = "said-";

/// Checks the files of this checkout.
pub(super) fn check(root: &Path, sources: &[Source]) -> Result<Vec<Finding>> {
    let unreadable = || format!("cannot read the folder {FOLDER}");
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join(FOLDER)).with_context(unreadable)? {
        let name = entry.with_context(unreadable)?.file_name();
        names.extend(name.to_str().map(str::to_owned));
    }
    names.sort();
    let mut files = Vec::new();
    for name in names {
        let path = format!("{FOLDER}/{name}");
        files.push((path.clone(), super::text(root, &path)?));
    }
    let boot = super::text(root, BOOT_SCRIPT)?;
    let mut found = findings(&files, &boot, sources);
    let path = format!("{FOLDER}/{ENGLISH}.ftl");
    let (english, _) = Messages::read(&path, &super::text(root, &path)?);
    found.extend(below::check(&english, sources));
    Ok(found)
}

/// The same of these files (path and text), this first script and these sources.
fn findings(files: &[(String, String)], boot: &str, sources: &[Source]) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut languages = Vec::new();
    for (path, text) in files {
        let (messages, faults) = Messages::read(path, text);
        found.extend(faults);
        languages.push(messages);
    }
    let Some(english) = languages
        .iter()
        .find(|messages| messages.language() == ENGLISH)
    else {
        found.push(Finding::new(FOLDER, "there is no English file"));
        return found;
    };
    for other in &languages {
        found.extend(other.against(english));
    }
    found.extend(booted(english, boot));
    found.extend(said_below(english, sources));
    found.extend(spoken::check(english, sources));
    found
}

/// The first script knows its keys, and they stand in one line: it reads them by the line.
fn booted(english: &Messages, boot: &str) -> Vec<Finding> {
    let unknown = english.keys().filter(|key| {
        let Some(name) = key.strip_prefix(BOOT) else {
            return false;
        };
        let bare = format!("\n  {name}:");
        let quoted = format!("\n  \"{name}\":");
        !boot.contains(&bare) && !boot.contains(&quoted)
    });
    unknown
        .map(|key| {
            let what = format!("`{key}` is not said by {BOOT_SCRIPT}");
            Finding::new(english.path(), what)
        })
        .collect()
}

/// Sentences that are known by their English words are written somewhere below in these words.
fn said_below(english: &Messages, sources: &[Source]) -> Vec<Finding> {
    // A long literal may go on in the next line.
    let below: Vec<String> = sources
        .iter()
        .filter(|source| !source.path.contains("/tests"))
        .map(|source| {
            let lines = source.text.split("\\\n").map(str::trim_start);
            lines.collect::<String>()
        })
        .collect();
    let lost = english.keys().filter(|key| {
        key.starts_with(SAID)
            && !below.iter().any(|text| {
                let mut pieces = english.words(key);
                pieces.all(|piece| text.contains(piece))
            })
    });
    lost.map(|key| {
        let what = format!("nobody says `{key}` below in these words");
        Finding::new(english.path(), what)
    })
    .collect()
}
