//! What every source file keeps to: it says what it is, it is short, its name means something,
//! somebody uses it, and it does not say what the table bans.

#[cfg(test)]
mod tests;

use super::table::{BANNED_NAMES, BANS, Ban, LINES_HARD_MAX, LINES_SOFT_MAX};
use super::{Finding, Source, code};

/// Modules that no other module names: cargo finds them by their place.
const ROOTS: &[&str] = &["build", "lib", "main"];

/// Folders whose files cargo finds by itself.
const ROOT_FOLDERS: &[&str] = &["benches", "bin", "examples", "tests"];

/// All findings of all files.
pub(crate) fn check(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources {
        let code = code::only(&source.text);
        findings.extend(module_doc(source));
        findings.extend(length(source));
        findings.extend(name(source));
        findings.extend(forgotten(source, sources));
        findings.extend(ignored(source, &code));
        findings.extend(unreasoned_unsafe(source, &code));
        findings.extend(BANS.iter().flat_map(|ban| banned(source, &code, ban)));
    }
    findings
}

/// Files that are long, but not too long.
pub(crate) fn advice(sources: &[Source]) -> Vec<Finding> {
    let long = sources.iter().filter_map(|source| {
        let lines = source.text.lines().count();
        let is_long = lines > LINES_SOFT_MAX && lines <= LINES_HARD_MAX && !is_test(&source.path);
        let what = format!("{lines} lines; beyond {LINES_SOFT_MAX}, look for a seam to cut at");
        is_long.then(|| Finding::new(&source.path, what))
    });
    long.collect()
}

fn module_doc(source: &Source) -> Option<Finding> {
    let says_what_it_is = source.text.trim_start().starts_with("//!");
    let is_exempt = file_stem(&source.path) == "tests";
    let what = "begins without `//!`: say what is in here";
    (!says_what_it_is && !is_exempt).then(|| Finding::new(&source.path, what))
}

fn length(source: &Source) -> Option<Finding> {
    let lines = source.text.lines().count();
    let what = format!("{lines} lines; {LINES_HARD_MAX} is the most");
    (lines > LINES_HARD_MAX && !is_test(&source.path)).then(|| Finding::new(&source.path, what))
}

fn name(source: &Source) -> Option<Finding> {
    let path = source.path.strip_suffix(".rs").unwrap_or(&source.path);
    let says_nothing = path.split('/').flat_map(|part| part.split('-'));
    let says_nothing = says_nothing
        .into_iter()
        .find(|part| BANNED_NAMES.contains(part))?;
    let what = format!("`{says_nothing}` says nothing: name it by what it does");
    Some(Finding::new(&source.path, what))
}

/// A file that no module names is never compiled, and a forgotten test never runs.
fn forgotten(source: &Source, sources: &[Source]) -> Option<Finding> {
    let (folder, _) = source.path.rsplit_once('/')?;
    let stem = file_stem(&source.path);
    let folder_name = folder.rsplit('/').next().unwrap_or(folder);
    let has_main = |name: &str| {
        sources
            .iter()
            .any(|one| one.path == format!("{folder}/{name}"))
    };
    if ROOTS.contains(&stem) {
        return None;
    }
    if ROOT_FOLDERS.contains(&folder_name) && !has_main("main.rs") && !has_main("mod.rs") {
        return None;
    }
    let parents = [
        format!("{folder}.rs"),
        format!("{folder}/lib.rs"),
        format!("{folder}/main.rs"),
        format!("{folder}/mod.rs"),
    ];
    let mut parents = sources.iter().filter(|one| parents.contains(&one.path));
    let declaration = format!("mod {stem};");
    let is_used =
        parents.any(|parent| !code::lines_with(&code::only(&parent.text), &declaration).is_empty());
    let what = format!("no module says `{declaration}`, so it is never compiled");
    (!is_used).then(|| Finding::new(&source.path, what))
}

fn ignored(source: &Source, code: &str) -> Vec<Finding> {
    let lines = code
        .lines()
        .zip(1..)
        .filter(|(line, _)| line.contains("#[ignore"));
    let what = "an ignored test protects nothing: assert what holds today";
    lines
        .map(|(_, line)| Finding::new(format!("{}:{line}", source.path), what))
        .collect()
}

/// `unsafe` says in the line above why it holds what the compiler cannot see.
fn unreasoned_unsafe(source: &Source, code: &str) -> Vec<Finding> {
    let lines: Vec<&str> = source.text.lines().map(str::trim).collect();
    let has_reason = |number: usize| {
        let above = number.checked_sub(2).and_then(|index| lines.get(index));
        above.is_some_and(|line| line.starts_with("// SAFETY: ") || line.contains("reason = "))
    };
    let what = "`unsafe` without its reason in the line above: `// SAFETY: …`";
    code::lines_with(code, "unsafe")
        .into_iter()
        .filter(|number| !has_reason(*number))
        .map(|number| Finding::new(format!("{}:{number}", source.path), what))
        .collect()
}

fn banned(source: &Source, code: &str, ban: &Ban) -> Vec<Finding> {
    let covers = |patterns: &[&str]| {
        patterns
            .iter()
            .any(|pattern| matches(pattern, &source.path))
    };
    if !covers(ban.files) || covers(ban.except) || is_test(&source.path) {
        return Vec::new();
    }
    let lines = code::lines_with(code, ban.word).into_iter();
    let what = format!("`{}` is not for here: {}", ban.word, ban.reason);
    lines
        .map(|line| Finding::new(format!("{}:{line}", source.path), what.as_str()))
        .collect()
}

/// `*` stands for a part of a name, `**` for anything.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((before, after)) => {
            let Some(rest) = path.strip_prefix(before) else {
                return false;
            };
            let (after, stays_in_folder) = match after.strip_prefix('*') {
                Some(after) => (after, false),
                None => (after, true),
            };
            let ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
            ends.take_while(|end| !(stays_in_folder && rest[..*end].contains('/')))
                .any(|end| matches(after, &rest[end..]))
        }
    }
}

fn is_test(path: &str) -> bool {
    file_stem(path) == "tests"
        || path
            .split('/')
            .any(|part| part == "tests" || part == "benches")
}

fn file_stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".rs").unwrap_or(name)
}
