//! The sources of the page: what they say by keys, and that they say nothing else.
//!
//! A text is what begins like a sentence or a label, or what is given to a call that shows
//! words. Names of keys, the product's name and what is only for programmers are none.

use std::collections::BTreeSet;

use super::messages::Messages;
use super::{BOOT, Finding, SAID, Source};
use crate::tidy::code::{self, Literal};

/// Where the page's sources lie.
const SOURCES: &str = "frontend/src/";

/// What in them shows nothing itself: the edges of the browser, whose sentences are known by
/// their words, the message files' own reader, and the report for trackers, which is read by
/// programmers.
const SILENT: &[&str] = &[
    "frontend/src/browser/",
    "frontend/src/language",
    "frontend/src/ui/inspector/report.rs",
];

/// The same of a file whose report stands beside what it shows.
const REPORTS: &[(&str, &str)] = &[(
    "frontend/src/ui/words/compare.rs",
    "## Transports compared: median and p99, messages per second, bytes there and back",
)];

/// Macros that say a key.
const SAYING: &[&str] = &["t!", "key!"];

/// Names of keys on keyboards, of tags, of events and of the product, which no language changes.
const NAMES: &[&str] = &[
    " Enter",
    "**bold**  `code`",
    "101 Switching Protocols",
    "201 Created",
    "ARTICLE",
    "Alt",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "BODY",
    "Confab",
    "Confab ",
    "ContextMenu",
    "Control+F",
    "Ctrl",
    "DIALOG",
    "Del",
    "Delete",
    "End",
    "Enter",
    "Esc",
    "Escape",
    "Files",
    "Home",
    "INPUT",
    // Known again at the beginning of what the machine says.
    "Not stored. ",
    "SELECT",
    "Shift",
    "Shift Enter",
    "TEXTAREA",
    "Tab",
];

/// Calls whose text is shown or heard.
const SHOWING: &[&str] = &[".text(", ".name(", "text(", "sr("];

/// Attributes whose text is shown or heard.
const SHOWN: &[&str] = &["\"title\",", "\"placeholder\",", "\"aria-label\","];

/// What is for programmers: reasons, invariants, names in logs.
const UNSEEN: &[&str] = &[
    "expect(",
    "reason =",
    "must_use =",
    "debug_struct(",
    "panic!(",
    "unreachable!(",
];

/// Everything that is said by a key that is not there, with other things than it names, or
/// without a key; and keys that nobody says.
pub(super) fn check(english: &Messages, sources: &[Source]) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut said = BTreeSet::new();
    for source in sources {
        let is_test = source.path.ends_with("tests.rs") || source.path.contains("/tests/");
        if !source.path.starts_with(SOURCES) || is_test {
            continue;
        }
        let text = code::without_tests(&source.text);
        let is_silent = SILENT.iter().any(|path| source.path.starts_with(path));
        for literal in code::literals(text) {
            let before = text[..literal.start].trim_end();
            let place = || format!("{}:{}", source.path, literal.line);
            if let Some(given) = said_by(text, &literal, before) {
                said.insert(literal.text.clone());
                found.extend(
                    misfits(english, &literal.text, &given).map(|what| Finding::new(place(), what)),
                );
            } else if !is_silent && is_text(&literal.text, before) && !is_report(source, &literal) {
                let what = format!("\"{}\" is text: say it by a key", literal.text);
                found.push(Finding::new(place(), what));
            }
        }
    }
    let unsaid = english
        .keys()
        .filter(|key| !said.contains(*key) && !key.starts_with(BOOT) && !key.starts_with(SAID));
    found.extend(unsaid.map(|key| Finding::new(english.path(), format!("nobody says `{key}`"))));
    found
}

/// The names of what a key is given, where the literal is the key of a macro that says one.
fn said_by<'a>(text: &'a str, literal: &Literal, before: &str) -> Option<BTreeSet<&'a str>> {
    let open = before.strip_suffix('(')?;
    let says = |name: &&&str| {
        let Some(rest) = open.strip_suffix(**name) else {
            return false;
        };
        !rest.ends_with(|c: char| c.is_alphanumeric() || c == '_')
    };
    SAYING.iter().find(says)?;
    Some(code::named_arguments(&text[literal.end..]))
}

/// What is wrong with saying this key with these things.
fn misfits(english: &Messages, key: &str, given: &BTreeSet<&str>) -> Option<String> {
    let Some(wanted) = english.wants(key) else {
        return Some(format!("there is no key `{key}`"));
    };
    let list = |names: &BTreeSet<&str>| {
        let names: Vec<&str> = names.iter().copied().collect();
        names.join(", ")
    };
    (wanted != *given).then(|| {
        let (given, wanted) = (list(given), list(&wanted));
        format!("`{key}` is given [{given}] and says [{wanted}]")
    })
}

fn is_text(text: &str, before: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 || NAMES.contains(&text) || UNSEEN.iter().any(|call| before.ends_with(call)) {
        return false;
    }
    let is_shown = SHOWING.iter().any(|call| before.ends_with(call))
        || SHOWN.iter().any(|attribute| before.ends_with(attribute));
    let mut chars = text.trim_start().chars();
    let is_label = chars.next().is_some_and(char::is_uppercase)
        && chars
            .clone()
            .next()
            .is_some_and(|c| c.is_lowercase() || c == ' ')
        && !text.contains('{');
    let is_sentence = text.contains(' ') && text.ends_with(['.', '!', '?', ':', ',']);
    is_shown || is_label || is_sentence
}

fn is_report(source: &Source, literal: &Literal) -> bool {
    let of_file = |(path, text): &(&str, &str)| *path == source.path && *text == literal.text;
    REPORTS.iter().any(of_file)
}
