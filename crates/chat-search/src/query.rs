//! What was typed into the search box, read once.
//!
//! Words are parts that a message must have, all of them, in any order. `"…"` keeps
//! spaces and everything else as it stands; `""` inside is one quote, and a quote that is
//! not closed yet reaches to the end. `from:` `in:` `before:` `after:` `has:` narrow
//! down; any other word with a colon, such as `foo::bar()`, is a word.

use shared::text::RoomName;
use thiserror::Error;

use crate::day::Day;
use crate::fold::Folded;

/// Longest query, in characters. Longer than any sentence that somebody remembers; it
/// bounds what one request can ask of the index.
pub const QUERY_CHARS_MAX: usize = 256;

/// Most words, phrases and operators of one query. Each is one more list to intersect.
pub const QUERY_PARTS_MAX: usize = 24;

/// What a search asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Parts that the text must have, all of them.
    pub terms: Vec<Term>,
    /// Authors, by folded display name: any of them. Empty: everybody.
    pub from: Vec<String>,
    /// Rooms: any of them. Empty: every room that the reader may read.
    pub rooms: Vec<RoomName>,
    /// Written before this day.
    pub before: Option<Day>,
    /// Written after this day.
    pub after: Option<Day>,
    /// The text has an address of a page in it.
    pub has_link: bool,
    /// The message has a file.
    pub has_file: bool,
}

/// A part of a text, folded; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term(String);

impl Term {
    /// Folds a word or phrase. `None` when nothing is left of it.
    #[must_use]
    pub fn new(typed: &str) -> Option<Self> {
        let folded = Folded::new(typed);
        (!folded.as_str().is_empty()).then(|| Self(folded.as_str().to_owned()))
    }

    /// The part as it is looked for.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a query is not searched for.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum QueryError {
    /// Longer than [`QUERY_CHARS_MAX`].
    #[error("A search has at most {QUERY_CHARS_MAX} characters; this has {chars}.")]
    TooLong {
        /// Characters of what was typed.
        chars: usize,
    },
    /// More than [`QUERY_PARTS_MAX`] words and operators.
    #[error("A search has at most {QUERY_PARTS_MAX} words.")]
    TooManyParts,
    /// No words and nothing to narrow down by.
    #[error("There is nothing to search for.")]
    Nothing,
    /// `before:` or `after:` with something that is no day.
    #[error("“{value}” is no date. Dates look like 2026-11-01.")]
    NoDate {
        /// What was typed after the colon.
        value: String,
    },
}

impl Query {
    /// Reads what was typed.
    ///
    /// # Errors
    /// Every variant of [`QueryError`]; its sentence is for the person who typed.
    pub fn parse(typed: &str) -> Result<Self, QueryError> {
        let chars = typed.chars().count();
        if chars > QUERY_CHARS_MAX {
            return Err(QueryError::TooLong { chars });
        }
        let mut query = Self::default();
        let mut rest = typed.trim_start();
        let mut parts = 0;
        while !rest.is_empty() {
            parts += 1;
            if parts > QUERY_PARTS_MAX {
                return Err(QueryError::TooManyParts);
            }
            rest = query.take_part(rest)?.trim_start();
        }
        if query == Self::default() {
            Err(QueryError::Nothing)
        } else {
            Ok(query)
        }
    }

    /// Takes the first word, phrase or operator; what is left comes back.
    fn take_part<'a>(&mut self, rest: &'a str) -> Result<&'a str, QueryError> {
        if let Some(inside) = rest.strip_prefix('"') {
            let (phrase, rest) = phrase(inside);
            self.terms.extend(Term::new(&phrase));
            return Ok(rest);
        }
        if let Some((name, value)) = rest.split_once(':')
            && let Some(operator) = Operator::named(name)
        {
            let (value, after) = match value.strip_prefix('"') {
                Some(inside) => phrase(inside),
                None => {
                    let (word, after) = word(value);
                    (word.to_owned(), after)
                }
            };
            if self.narrow(operator, &value)? {
                return Ok(after);
            }
        }
        let (word, rest) = word(rest);
        self.terms.extend(Term::new(word));
        Ok(rest)
    }

    /// Applies an operator; false when its value makes it a plain word instead.
    fn narrow(&mut self, operator: Operator, value: &str) -> Result<bool, QueryError> {
        // `from:` while it is being typed, and `from::x`, which is somebody's code.
        if value.is_empty() || value.starts_with(':') {
            return Ok(false);
        }
        let day = || {
            Day::parse(value).ok_or_else(|| QueryError::NoDate {
                value: value.to_owned(),
            })
        };
        match operator {
            Operator::From => {
                let Some(name) = Term::new(value.strip_prefix('@').unwrap_or(value)) else {
                    return Ok(false);
                };
                self.from.push(name.0);
            }
            Operator::In => {
                let Ok(room) = RoomName::parse(value) else {
                    return Ok(false);
                };
                self.rooms.push(room);
            }
            // Of two days the one that leaves less: both hold.
            Operator::Before => {
                let day = day()?;
                self.before = Some(self.before.map_or(day, |other| other.min(day)));
            }
            Operator::After => self.after = self.after.max(Some(day()?)),
            Operator::Has if value.eq_ignore_ascii_case("link") => self.has_link = true,
            Operator::Has if value.eq_ignore_ascii_case("file") => self.has_file = true,
            Operator::Has => return Ok(false),
        }
        Ok(true)
    }
}

#[derive(Clone, Copy)]
enum Operator {
    From,
    In,
    Before,
    After,
    Has,
}

impl Operator {
    fn named(name: &str) -> Option<Self> {
        let known = [
            ("from", Self::From),
            ("in", Self::In),
            ("before", Self::Before),
            ("after", Self::After),
            ("has", Self::Has),
        ];
        let found = known
            .into_iter()
            .find(|(known, _)| name.eq_ignore_ascii_case(known));
        found.map(|(_, operator)| operator)
    }
}

/// Up to the next white space, and what is behind it.
fn word(rest: &str) -> (&str, &str) {
    rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()))
}

/// What stands between quotes, the first of which is taken already, and what is behind.
fn phrase(mut inside: &str) -> (String, &str) {
    let mut phrase = String::new();
    while let Some((before, after)) = inside.split_once('"') {
        phrase.push_str(before);
        let Some(after_pair) = after.strip_prefix('"') else {
            return (phrase, after);
        };
        phrase.push('"');
        inside = after_pair;
    }
    phrase.push_str(inside);
    (phrase, "")
}
