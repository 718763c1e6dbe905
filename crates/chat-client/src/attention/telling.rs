//! What a notification tells, and what a word is that somebody waits for.

use std::collections::BTreeMap;

use shared::cursor::Seq;
use shared::ids::RoomId;
use shared::text::{DisplayName, RoomName};

use super::Arrival;

/// Characters of a message that a notification shows: what systems show at most.
pub(super) const LINE_CHARS_MAX: usize = 140;

/// Rooms that are told of at once. In the others the badges tell.
const TELLINGS_MAX: usize = 3;

/// Names that a notification lists.
const NAMES_MAX: usize = 3;

/// One notification.
#[derive(Clone, PartialEq, Eq)]
pub struct Telling {
    /// Where it leads.
    pub room: RoomId,
    /// The first message that it is about.
    pub seq: Seq,
    /// The room's name.
    pub name: RoomName,
    /// What came.
    pub what: What,
}

/// What a notification is about.
#[derive(Clone, PartialEq, Eq)]
pub enum What {
    /// One message.
    One {
        /// Who wrote it.
        author: DisplayName,
        /// Its first line, cut.
        line: String,
        /// It mentions the reader.
        mentions_me: bool,
    },
    /// Several.
    Several {
        /// How many.
        count: usize,
        /// Who wrote them, each once, in the order of their first one, up to three.
        authors: Vec<DisplayName>,
        /// There are more than these.
        has_more: bool,
        /// How many of them mention the reader.
        mentions: usize,
    },
}

// What was written must not reach a log.
impl std::fmt::Debug for What {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let count = match self {
            Self::One { .. } => 1,
            Self::Several { count, .. } => *count,
        };
        f.debug_struct("What")
            .field("count", &count)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Telling {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Telling")
            .field("room", &self.room)
            .field("seq", &self.seq)
            .finish_non_exhaustive()
    }
}

/// One telling for each room, those with a mention first.
pub(super) fn words<'a>(
    by_room: BTreeMap<RoomId, Vec<Arrival>>,
    name: impl Fn(RoomId) -> Option<&'a RoomName>,
) -> Vec<Telling> {
    let mut told: Vec<(bool, Telling)> = Vec::new();
    for (room, arrivals) in by_room {
        let names_me = arrivals.iter().any(|arrival| arrival.mentions_me);
        if let Some(telling) = name(room).and_then(|name| of_room(room, name, &arrivals)) {
            told.push((names_me, telling));
        }
    }
    // Stable: rooms keep their order among those alike.
    told.sort_by_key(|(names_me, _)| !names_me);
    told.truncate(TELLINGS_MAX);
    told.into_iter().map(|(_, telling)| telling).collect()
}

fn of_room(room: RoomId, name: &RoomName, arrivals: &[Arrival]) -> Option<Telling> {
    let first = arrivals.first()?;
    let what = if let [only] = arrivals {
        What::One {
            author: only.author.clone(),
            line: only.line.clone(),
            mentions_me: only.mentions_me,
        }
    } else {
        let mut authors: Vec<DisplayName> = Vec::new();
        for arrival in arrivals {
            if !authors.contains(&arrival.author) {
                authors.push(arrival.author.clone());
            }
        }
        let has_more = authors.len() > NAMES_MAX;
        authors.truncate(NAMES_MAX);
        What::Several {
            count: arrivals.len(),
            authors,
            has_more,
            mentions: arrivals.iter().filter(|it| it.mentions_me).count(),
        }
    };
    Some(Telling {
        room,
        seq: first.seq,
        name: name.clone(),
        what,
    })
}

/// Whether a text has one of these words, whatever its case, not as a part of another
/// word.
pub(super) fn has_any(text: &str, words: &[String]) -> bool {
    if words.is_empty() {
        return false;
    }
    let text = text.to_lowercase();
    words.iter().any(|word| has(&text, &word.to_lowercase()))
}

fn has(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        !joins(before, found.chars().next()) && !joins(found.chars().next_back(), after)
    })
}

/// Whether two neighbours are of one word. Scripts that are written without spaces have no
/// such neighbours.
fn joins(left: Option<char>, right: Option<char>) -> bool {
    /// From the radicals on, where Chinese, Japanese and their kin begin.
    const UNSPACED_FROM: char = '\u{2E80}';
    let is_spaced = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c < UNSPACED_FROM);
    is_spaced(left) && is_spaced(right)
}

#[cfg(test)]
mod tests;
