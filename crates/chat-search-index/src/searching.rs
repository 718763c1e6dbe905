//! Searching: candidates by their grams, newest first, each judged by its text.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use std::time::Instant;

use chat_search::excerpt::Excerpt;
use chat_search::find;
use chat_search::fold::Folded;
use chat_search::grams::{self, Wanted};
use chat_search::query::Query;
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};
use shared::cursor::Seq;
use shared::entry::Author;
use shared::ids::{RoomId, UserId};
use shared::moment::Timestamp;
use shared::text::DisplayName;

use crate::filling::column;
use crate::{IndexError, Message, SearchIndex};

/// Candidates that one call looks at. A call that has looked at so many answers with what it
/// found and where to go on: a search that fits nothing costs a bounded time.
pub const CANDIDATES_MAX: usize = 50_000;

/// Of the hits of a call that sorts by fitness, so many of the newest are sorted.
const SORTED_MAX: usize = 1_000;

/// Grams that narrow one search down; a longer phrase is judged by its text anyway.
const GRAMS_MAX: usize = 32;

/// In which order hits come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest first.
    #[default]
    Newest,
    /// Those that fit best first: whole words before parts of words, then the newest.
    Best,
}

/// Where a search goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place(pub i64);

/// What is searched for.
#[derive(Clone, Debug)]
pub struct Wish<'a> {
    /// What was typed.
    pub query: &'a Query,
    /// The rooms that may be searched, and no others.
    pub rooms: &'a HashSet<RoomId>,
    /// Minutes that the reader's clock is ahead of UTC, for days.
    pub east_of_utc: i16,
    /// In which order.
    pub order: Order,
    /// From where on: of an earlier answer.
    pub after: Option<Place>,
    /// Hits at most.
    pub limit: usize,
    /// The call ends by then with what it has.
    pub until: Instant,
}

/// A message that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its room.
    pub room: RoomId,
    /// Its number there.
    pub seq: Seq,
    /// Who wrote it.
    pub author: Author,
    /// When it was stored.
    pub at: Timestamp,
    /// What it shows.
    pub excerpt: Excerpt,
}

/// The answer to a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// In the order that was asked for.
    pub hits: Vec<Hit>,
    /// Where it goes on; none where all was looked at.
    pub next: Option<Place>,
}

impl SearchIndex {
    /// Searches.
    ///
    /// # Errors
    /// The disk's.
    pub fn search(&self, wish: &Wish<'_>) -> Result<Found, IndexError> {
        let reader = self.reader();
        let (sql, values) = statement(wish);
        let mut statement = reader.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let wanted = match wish.order {
            Order::Newest => wish.limit,
            Order::Best => SORTED_MAX,
        };
        let mut hits: Vec<(usize, Message)> = Vec::new();
        let mut looked_at = 0;
        let mut next = None;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(7)?;
            if hits.len() >= wanted || looked_at >= CANDIDATES_MAX || Instant::now() >= wish.until {
                // The last that was looked at is the place; this one comes next time.
                next = Some(Place(id.saturating_add(1)));
                break;
            }
            looked_at += 1;
            let message = message(row)?;
            if let Some(score) = judge(&message, wish) {
                hits.push((score, message));
            }
        }
        drop(rows);
        if wish.order == Order::Best {
            // Stable: of those that fit alike the newest stay first.
            hits.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
            hits.truncate(wish.limit);
            next = None;
        }
        Ok(Found {
            hits: hits
                .into_iter()
                .map(|(_, message)| hit(message, wish.query))
                .collect(),
            next,
        })
    }
}

/// A message from columns: room, seq, author, name, at, text, files.
pub(crate) fn message(row: &Row<'_>) -> rusqlite::Result<Message> {
    let number = |index: usize| row.get(index).map(i64::unsigned_abs);
    Ok(Message {
        room: RoomId(number(0)?),
        seq: Seq(number(1)?),
        author: Author {
            id: UserId(number(2)?),
            name: DisplayName::from_stored(row.get(3)?),
        },
        at: Timestamp(number(4)?),
        text: row.get(5)?,
        files: row.get(6)?,
    })
}

/// What the index is asked: only what narrows down without reading a text.
fn statement(wish: &Wish<'_>) -> (String, Vec<Value>) {
    let mut values: Vec<Value> = Vec::new();
    let mut sql =
        "SELECT m.room, m.seq, m.author, m.name, m.at, m.text, m.files, m.id FROM ".to_owned();
    if wish.query.terms.is_empty() {
        sql.push_str("messages m WHERE 1");
    } else {
        values.push(Value::Text(expression(wish.query)));
        sql.push_str("found CROSS JOIN messages m ON m.id = found.rowid WHERE found MATCH ?1");
    }
    let id = if wish.query.terms.is_empty() {
        "m.id"
    } else {
        "found.rowid"
    };
    let mut and = |condition: String, value: i64| {
        values.push(Value::Integer(value));
        sql.push_str(" AND ");
        sql.push_str(&condition);
        sql.push_str(&format!("?{}", values.len()));
    };
    if let Some(Place(before)) = wish.after {
        and(format!("{id} < "), before);
    }
    let ms = |at: Timestamp| column(at.0);
    if let Some(day) = wish.query.before {
        and("m.at < ".to_owned(), ms(day.begins(wish.east_of_utc)));
    }
    if let Some(day) = wish.query.after {
        and("m.at >= ".to_owned(), ms(day.is_over(wish.east_of_utc)));
    }
    if wish.query.has_file {
        sql.push_str(" AND m.files <> ''");
    }
    sql.push_str(&format!(" ORDER BY {id} DESC"));
    (sql, values)
}

fn expression(query: &Query) -> String {
    let wanted: BTreeSet<Wanted> = query.terms.iter().flat_map(grams::of_term).collect();
    let parts = wanted
        .into_iter()
        .take(GRAMS_MAX)
        .map(|wanted| match wanted {
            Wanted::Whole(gram) => format!("\"{gram}\""),
            Wanted::Beginning(start) => format!("\"{start}\" *"),
        });
    parts.collect::<Vec<_>>().join(" AND ")
}

/// How well a message fits, if it does.
fn judge(message: &Message, wish: &Wish<'_>) -> Option<usize> {
    let query = wish.query;
    if !wish.rooms.contains(&message.room) {
        return None;
    }
    let author = Folded::new(message.author.name.as_str());
    let is_from = |name: &String| name == author.as_str();
    if !query.from.is_empty() && !query.from.iter().any(is_from) {
        return None;
    }
    if query.has_link && !find::has_link(&message.text) {
        return None;
    }
    let whole = message.whole();
    let folded = Folded::new(&whole);
    let marks = find::highlights(&folded, &query.terms)?;
    Some(marks.iter().filter(|mark| is_word(&whole, mark)).count())
}

/// Whether a stretch stands between borders of words.
fn is_word(text: &str, mark: &Range<usize>) -> bool {
    let before = text[..mark.start].chars().next_back();
    let after = text[mark.end..].chars().next();
    let is_border = |char: Option<char>| char.is_none_or(|char| !char.is_alphanumeric());
    is_border(before) && is_border(after)
}

fn hit(message: Message, query: &Query) -> Hit {
    Hit {
        excerpt: Excerpt::new(&message.text, &message.files, &query.terms),
        room: message.room,
        seq: message.seq,
        author: message.author,
        at: message.at,
    }
}
