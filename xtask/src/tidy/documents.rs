//! Documents that must follow the code: `PROTOCOL.md`, `ARCHITECTURE.md` and `SECURITY.md`.

#[cfg(test)]
mod tests;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::imports::Package;
use super::table::FRAME_FILES;
use super::{Finding, Frames, Source, text};

const PROTOCOL: &str = "PROTOCOL.md";
const ARCHITECTURE: &str = "ARCHITECTURE.md";
const SECURITY: &str = "SECURITY.md";

/// What the line with the hash begins with.
const FRAMES_MARK: &str = "<!-- frames: ";

/// Holds the hash in `PROTOCOL.md` against the frames, or writes it.
pub(crate) fn frames(root: &Path, frames: Frames) -> Result<Option<Finding>> {
    let mut hash = Sha256::new();
    for file in FRAME_FILES {
        hash.update(text(root, file)?);
    }
    let hash: String = hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let expected = format!("{FRAMES_MARK}sha256-{hash} -->");

    let Ok(protocol) = text(root, PROTOCOL) else {
        return Ok(Some(Finding::new(
            PROTOCOL,
            "is missing: the wire has to be written down",
        )));
    };
    if frames == Frames::Bless {
        fs::write(root.join(PROTOCOL), blessed(&protocol, &expected))
            .with_context(|| format!("cannot write {PROTOCOL}"))?;
        return Ok(None);
    }
    Ok(check_frames(&protocol, &expected))
}

fn check_frames(protocol: &str, expected: &str) -> Option<Finding> {
    let what = format!(
        "the frames have changed. Bring the text up to date, then `cargo xtask tidy --bless` \
         writes: {expected}"
    );
    let is_current = protocol.lines().any(|line| line.trim() == expected);
    (!is_current).then(|| Finding::new(PROTOCOL, what))
}

/// The document with the line in its place, or at the end when it had none.
fn blessed(protocol: &str, expected: &str) -> String {
    let mut lines: Vec<&str> = protocol.lines().collect();
    match lines
        .iter_mut()
        .find(|line| line.trim_start().starts_with(FRAMES_MARK))
    {
        Some(line) => *line = expected,
        None => lines.extend(["", expected]),
    }
    lines.join("\n") + "\n"
}

/// Holds the names in `ARCHITECTURE.md` against what there is.
pub(crate) fn architecture(root: &Path, packages: &[Package], sources: &[Source]) -> Vec<Finding> {
    let Ok(document) = text(root, ARCHITECTURE) else {
        return vec![Finding::new(
            ARCHITECTURE,
            "is missing: newcomers begin there",
        )];
    };
    let there_is = There {
        sources,
        crates: packages
            .iter()
            .map(|package| package.name.as_str())
            .collect(),
        exists: &|path| root.join(path).exists(),
    };
    check_names(&document, &there_is)
}

/// What a document may name.
struct There<'a> {
    sources: &'a [Source],
    crates: Vec<&'a str>,
    exists: &'a dyn Fn(&str) -> bool,
}

fn check_names(document: &str, there_is: &There<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, number) in outside_fences(document) {
        for name in line.split('`').skip(1).step_by(2) {
            if !is_there(name, there_is) {
                let place = format!("{ARCHITECTURE}:{number}");
                findings.push(Finding::new(place, format!("there is no `{name}`")));
            }
        }
    }
    findings
}

/// Holds the tests that `SECURITY.md` names against what there is.
pub(crate) fn security(root: &Path, sources: &[Source]) -> Vec<Finding> {
    match text(root, SECURITY) {
        Ok(document) => check_threats(&document, sources),
        Err(_) => vec![Finding::new(
            SECURITY,
            "is missing: the threats have to be written down",
        )],
    }
}

/// Each line of three columns names in the last what holds it: tests, or commands
/// of `cargo xtask`.
fn check_threats(document: &str, sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, number) in outside_fences(document) {
        let place = format!("{SECURITY}:{number}");
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').collect();
        let is_row = line.starts_with('|') && !line.contains("---") && !line.contains("held by");
        let [_, _, last] = cells[..] else { continue };
        if !is_row {
            continue;
        }
        let names: Vec<&str> = last.split('`').skip(1).step_by(2).collect();
        if names.is_empty() {
            findings.push(Finding::new(&place, "names no test that holds it"));
        }
        let tests = names
            .into_iter()
            .filter(|name| !name.starts_with("cargo xtask "));
        findings.extend(
            tests
                .filter(|name| !is_test(name, sources))
                .map(|name| Finding::new(&place, format!("there is no test `{name}`"))),
        );
    }
    findings
}

/// Whether some source has a test of this name, or a fuzz target.
fn is_test(name: &str, sources: &[Source]) -> bool {
    let (signature, target) = (format!("fn {name}("), format!("name: \"{name}\""));
    sources.iter().any(|source| {
        let is_target =
            source.path.starts_with("fuzz/src/targets/") && source.text.contains(&target);
        let places = source.text.match_indices(&signature);
        is_target
            || places.into_iter().any(|(at, _)| {
                // Between a function and its attribute stands at most `async`.
                let before = source.text[..at].trim_end_matches("async ").trim_end();
                before
                    .lines()
                    .next_back()
                    .is_some_and(|line| line.contains("test"))
                    && before.ends_with(']')
            })
    })
}

/// Lines with their numbers, without blocks of code.
fn outside_fences(document: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut inside = false;
    document.lines().zip(1..).filter(move |(line, _)| {
        let is_fence = line.trim_start().starts_with("```");
        inside ^= is_fence;
        !inside && !is_fence
    })
}

/// Whether a name in backticks exists. Names that are no file and no crate are not checked.
fn is_there(name: &str, there_is: &There<'_>) -> bool {
    let is_plain = |char: char| char.is_ascii_alphanumeric() || "_-./".contains(char);
    if name.starts_with('/') || !name.chars().all(is_plain) {
        return true;
    }
    if name.ends_with(".rs") {
        let end = format!("/{name}");
        return there_is
            .sources
            .iter()
            .any(|one| one.path == name || one.path.ends_with(&end));
    }
    if let Some((first, _)) = name.split_once('/') {
        // A path, if it begins with a folder of ours; else perhaps a content type.
        return !(there_is.exists)(first) || (there_is.exists)(name);
    }
    // `chat-stoer` is a slip, `tower-http` is a library.
    let family = |name: &str| name.split_once('-').map(|(family, _)| family.to_owned());
    let is_one_of_ours = family(name).is_some()
        && there_is
            .crates
            .iter()
            .any(|own| family(own) == family(name));
    !is_one_of_ours || there_is.crates.contains(&name)
}
