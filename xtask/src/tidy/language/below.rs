//! What the programs below the page say in English: each sentence that people may meet, and
//! each phrase that is filled into one, is known again by a key, so that every language says it.
//!
//! A sentence that only programs hear is named in [`PROGRAMS`]. Whoever writes a new one decides.

use super::messages::Messages;
use super::{Finding, SAID, Source};
use crate::tidy::code::{self, Literal};

/// Where sentences are written that may reach the page.
const PLACES: &[&str] = &[
    "crates/chat-client/src/",
    "crates/chat-files/src/",
    "crates/chat-rules/src/",
    "crates/chat-search/src/",
    "frontend/src/browser/",
    "server/src/",
    "shared/src/",
];

/// Among them what is said in a terminal, in figures, or by the page under keys of its own.
const ELSEWHERE: &[&str] = &[
    "crates/chat-client/src/composing/commands.rs",
    "crates/chat-client/src/script.rs",
    "server/src/doctor.rs",
    "server/src/doctor/ask.rs",
    "server/src/lib.rs",
    "server/src/logs.rs",
    "server/src/main.rs",
    "server/src/metrics",
    "server/src/tls",
    "server/src/verify",
];

/// What the machine puts before why a message was not stored; the page says it itself.
const NOT_STORED: &str = "Not stored. ";

/// Sentences for programs: about calls that this page makes rightly, answers that the machine
/// acts on instead of showing them, and lines of a terminal.
const PROGRAMS: &[&str] = &[
    "A file is announced with its name, its size in bytes and its type.",
    "A link is read by GET.",
    "A message is passed on with an id of its own, its room and number.",
    "A message needs an id of its own.",
    "A page is asked for with whole numbers: before or after, and limit.",
    "A page lies before or after an entry, not both.",
    "A plan is named by a UUID.",
    "A plan needs an id of its own.",
    "A post holds {} frames at most.",
    "A revision is a whole number.",
    "A room and a message are named by their numbers here.",
    "A room is a whole number.",
    "A room is named by its number here.",
    "A search is asked for with q, and perhaps order (newest or best), after, limit and east.",
    "A thread is asked for with whole numbers: after, and limit.",
    "A time is asked for in milliseconds since 1970: time.",
    "At most {} things are told at once.",
    "Bytes of a file come with the offset at which they begin.",
    "Files are asked for with the id of one (before), and a limit.",
    "Hello was said already.",
    "How much room the disk has is told to the owner only: show a token with --token.",
    "Only name, room and history (a number) can be asked for here.",
    "Say hello first.",
    "The body is over {} bytes.",
    "The client_id is nil, which names no write.",
    "The frame cannot be read: {}.",
    "The newest batch of this link is number {}, and only the one before it can be asked for again.",
    "The next post of this link is number {}.",
    "The request brings a cookie but does not say which page sends it. Send an Origin header, or a bearer token instead of the cookie.",
    "The request cannot be read: {}.",
    "The request is over {} bytes.",
    "The request is too long.",
    "The room was unfollowed or followed anew before this could be answered.",
    "The subprotocols that were offered are not spoken here; offer {}, or none for plain lines of text.",
    "The upload goes on at {}.",
    "There is no such call.",
    "There is no such link; open another.",
    "This call wants another method.",
    "This link is not read like that: it has one stream, or it is polled, as it was opened.",
    "This server speaks version {} of the protocol. Update the client.",
    "Versions are asked for with whole numbers: after, and limit.",
    "Wait for the welcome before anything else.",
    "What was sent before is still being read; send this again.",
    "Who writes a draft needs an id.",
    "{} has to be a number.",
    "{} lines before it wait to be stored. Send it again later.",
    "{} rooms are followed already. Unfollow one first.",
];

/// Where phrases stand that are filled into sentences.
const PHRASES: &[(&str, Phrase)] = &[
    ("crates/chat-files/src/", Phrase::Behind("Damaged(")),
    ("frontend/src/browser/doctor.rs", Phrase::Behind("Broken(")),
    ("frontend/src/browser/doctor.rs", Phrase::Behind("No(")),
    ("server/src/doctor", Phrase::Behind("Broken(")),
    ("server/src/doctor/advice.rs", Phrase::With(&ADVICE)),
    ("server/src/doctor/ask.rs", Phrase::Behind("let why =")),
    ("server/src/files.rs", Phrase::In("fn called(")),
    ("server/src/files.rs", Phrase::In("fn megabytes(")),
    ("shared/src/close.rs", Phrase::In("pub fn reason(")),
];

/// What tells an advice in words from a line to be copied.
const ADVICE: [&str; 7] = [
    "remove ",
    "renew ",
    "the machine",
    " with ",
    " as the ",
    " in the ",
    " on a ",
];

/// Which strings of a source are phrases.
#[derive(Clone, Copy, Debug)]
enum Phrase {
    /// Those directly behind this.
    Behind(&'static str),
    /// Those of the function that begins so.
    In(&'static str),
    /// Those with any of these words.
    With(&'static [&'static str]),
}

/// Every sentence and phrase that is not known again, and those of [`PROGRAMS`] that nobody
/// says any more.
pub(super) fn check(english: &Messages, sources: &[Source]) -> Vec<Finding> {
    found(english, sources, PROGRAMS)
}

fn found(english: &Messages, sources: &[Source], programs: &[&str]) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut unsaid = programs.to_vec();
    for source in sources {
        let is_test = source.path.ends_with("tests.rs") || source.path.contains("/tests/");
        let is_here = |paths: &[&str]| paths.iter().any(|path| source.path.starts_with(path));
        if is_test || !is_here(PLACES) {
            continue;
        }
        let text = code::without_tests(&source.text);
        for literal in code::literals(text) {
            let words = filled(&literal.text);
            let words = words.strip_prefix(NOT_STORED).unwrap_or(&words);
            let before = text[..literal.start].trim_end();
            let what = if is_phrase(&source.path, text, &literal, before) {
                "phrase"
            } else if is_sentence(words, before) && !is_here(ELSEWHERE) {
                "sentence"
            } else {
                continue;
            };
            unsaid.retain(|sentence| *sentence != words);
            if !programs.contains(&words) && !is_known(english, words) {
                let place = format!("{}:{}", source.path, literal.line);
                let what = format!("no key `{SAID}` knows the {what} “{words}” again");
                found.push(Finding::new(place, what));
            }
        }
    }
    let list = "xtask/src/tidy/language/below.rs";
    let stale = |sentence| Finding::new(list, format!("nobody says “{sentence}” any more"));
    found.extend(unsaid.into_iter().map(stale));
    found
}

/// A string as a form: what is filled in is `{}`.
fn filled(text: &str) -> String {
    let text = text.replace("\\\"", "\"");
    let mut pieces = text.split('{');
    let mut form = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        form.push_str("{}");
        form.push_str(piece.split_once('}').map_or(piece, |(_, rest)| rest));
    }
    form
}

fn is_phrase(path: &str, text: &str, literal: &Literal, before: &str) -> bool {
    PHRASES.iter().any(|(place, phrase)| {
        path.starts_with(place)
            && match phrase {
                Phrase::Behind(what) => before.ends_with(what),
                Phrase::With(words) => words.iter().any(|words| literal.text.contains(words)),
                Phrase::In(function) => text.find(function).is_some_and(|begin| {
                    let end = text[begin..]
                        .find("\n}\n")
                        .map_or(text.len(), |end| begin + end);
                    let end = text[begin..end]
                        .find("\n    }\n\n")
                        .map_or(end, |end| begin + end);
                    (begin..end).contains(&literal.start)
                }),
            }
    })
}

fn is_sentence(words: &str, before: &str) -> bool {
    const UNSEEN: [&str; 4] = ["expect(", "reason =", "panic!(", "unreachable!("];
    let begins = |c: char| c.is_uppercase() || matches!(c, '“' | '{');
    words.starts_with(begins)
        && words.ends_with(['.', '!', '?'])
        && words.contains(' ')
        && !UNSEEN.iter().any(|call| before.ends_with(call))
}

fn is_known(english: &Messages, words: &str) -> bool {
    let mut keys = english.keys().filter(|key| key.starts_with(SAID));
    keys.any(|key| english.form(key).is_some_and(|form| fits(form, words)))
}

/// Whether a message of this form, with something filled in, can be these words.
fn fits(form: &str, words: &str) -> bool {
    let mut pieces = form.split("{}");
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = words.strip_prefix(first) else {
        return false;
    };
    let mut pieces = pieces.peekable();
    if pieces.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(piece) = pieces.next() {
        let found = if pieces.peek().is_none() {
            rest.strip_suffix(piece).map(|filled| (filled, ""))
        } else {
            rest.split_once(piece)
        };
        match found {
            Some((filled, behind)) if !filled.is_empty() => rest = behind,
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "\
said-empty = Choose a name.
said-large = The file is over {$size}.
said-damaged = It begins as {$kind}, but {$what}.
said-early = it ends too early
other = There is nothing.
";

    fn found_in(path: &str, text: &str) -> Vec<String> {
        let (english, faults) = Messages::read("m/en.ftl", WORDS);
        assert!(faults.is_empty());
        let source = Source {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        let found = found(&english, &[source], &["Say hello first."]);
        let stale = "nobody says “Say hello first.” any more";
        let lines = found.iter().map(ToString::to_string);
        lines.filter(|line| !line.ends_with(stale)).collect()
    }

    #[test]
    fn a_sentence_that_people_may_meet_has_a_key() {
        for text in [
            "no(\"Choose a name.\")",
            "format!(\"The file is over {}.\", megabytes(max))",
            "format!(\"It begins as {kind}, but {what}.\")",
            "reason(\"Not stored. Choose a name.\")",
            "no(\"Say hello first.\")",
            "kind.expect(\"Choose a room.\")",
            "// \"Choose a room.\"\n",
            "\n#[cfg(test)]\nmod tests {\n  \"Choose a room.\"\n}",
        ] {
            assert_eq!(found_in("server/src/a.rs", text), [""; 0], "{text}");
        }
        assert_eq!(
            found_in("server/src/a.rs", "no(\"Choose a room.\")"),
            ["server/src/a.rs:1: no key `said-` knows the sentence “Choose a room.” again"]
        );
        for text in [
            "\"There is nothing.\"",
            "\"The file is over .\"",
            "format!(\"{} choose a name.\", 1)",
        ] {
            assert_eq!(found_in("shared/src/a.rs", text).len(), 1, "{text}");
        }
        for elsewhere in ["server/src/main.rs", "server/src/tests.rs", "e2e/src/a.rs"] {
            assert_eq!(found_in(elsewhere, "\"Choose a room.\""), [""; 0]);
        }
    }

    #[test]
    fn a_phrase_that_is_filled_in_has_a_key() {
        let path = "crates/chat-files/src/images.rs";
        assert_eq!(found_in(path, "Damaged(\"it ends too early\")"), [""; 0]);
        assert_eq!(
            found_in(path, "Damaged(\"it is upside down\")"),
            [format!(
                "{path}:1: no key `said-` knows the phrase “it is upside down” again"
            )]
        );
        let text = "fn called(kind: Kind) {\n    \"a dream\"\n}\n\nfn other() {\n    \"none\"\n}\n";
        assert_eq!(found_in("server/src/files.rs", text).len(), 1);
    }

    #[test]
    fn a_sentence_for_programs_that_nobody_says_is_found() {
        let (english, _) = Messages::read("m/en.ftl", WORDS);
        assert_eq!(found(&english, &[], &["Say hello first."]).len(), 1);
    }
}
