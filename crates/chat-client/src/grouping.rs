//! Lines to rows: day dividers, the New line, and which messages share a head.
//!
//! A message shares the head of the one before it if the same author wrote it on the
//! same day within [`shared::limits::GROUP_WITHIN_MS`], and no divider or hole stands
//! between. A topic that was set stands between messages as a divider does. Days only go
//! forward: a pending line that a slow device clock dates before its neighbour begins no
//! second yesterday.

use std::rc::Rc;

use shared::cursor::Seq;
use shared::entry::{Author, Entry};
use shared::ids::UserId;
use shared::limits::GROUP_WITHIN_MS;
use shared::moment::Timestamp;

use crate::timeline::{Line, LineContent, LineKey, PendingChange, is_drawn};
use crate::{Purpose, message};

/// One row on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Unique within one list of rows, and the same in the next list.
    pub key: RowKey,
    /// What it shows.
    pub kind: RowKind,
}

/// Identifies a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKey {
    /// A message, or a note between messages.
    Line(LineKey),
    /// Missing entries: first and last number.
    Hole(Seq, Seq),
    /// A day divider, by the day's number.
    Day(i32),
    /// The New line.
    New,
}

/// What a row shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A new day begins.
    Day {
        /// The number that `local_day` gave.
        day: i32,
        /// When its first line was written.
        at: Timestamp,
    },
    /// From here on the lines are new since the room was opened.
    New {
        /// When the first of them was written.
        since: Timestamp,
    },
    /// Entries are missing here and are being fetched.
    Hole {
        /// The first number that is missing.
        first: Seq,
        /// The last.
        last: Seq,
    },
    /// A message.
    Message {
        /// Its line: an entry or a pending write.
        line: Line,
        /// Whether it shows avatar, name and time.
        head: bool,
    },
    /// A line between messages that is none, and counted by nothing: somebody said what the
    /// room is about, or it is something that this program is too old to know.
    Note {
        /// The entry.
        entry: Rc<Entry>,
    },
}

/// Turns lines into rows. `local_day` numbers the days of the reader's time zone, and
/// must not go back as time goes on. The New line stands before the first entry from
/// `first_unread` on that somebody else wrote. Pending lines are `me`'s.
#[must_use]
pub fn rows(
    lines: &[Line],
    first_unread: Option<Seq>,
    me: Option<&Author>,
    local_day: &dyn Fn(Timestamp) -> i32,
) -> Vec<Row> {
    let mut grouping = Grouping {
        rows: Vec::with_capacity(lines.len() + 8),
        last_day: None,
        last: None,
        first_unread,
        me: me.map(|me| me.id),
    };
    for line in lines {
        grouping.add(line, local_day);
    }
    grouping.rows
}

/// Whether an entry is drawn: a message that is there, or of which the thread is left.
fn is_row(entry: &Entry, changes: &[PendingChange]) -> bool {
    is_drawn(entry) && (!is_gone(entry, changes) || message::has_thread(entry))
}

/// Whether a message was taken back, or is about to be.
fn is_gone(entry: &Entry, changes: &[PendingChange]) -> bool {
    let takes_back = |change: &PendingChange| matches!(change.purpose, Purpose::Delete { .. });
    message::is_deleted(entry) || changes.iter().any(takes_back)
}

fn is_gone_line(line: &Line) -> bool {
    match &line.content {
        LineContent::Entry { entry, changes, .. } => is_gone(entry, changes),
        LineContent::Pending { .. } | LineContent::Hole { .. } => false,
    }
}

/// What was laid out so far.
struct Grouping {
    rows: Vec<Row>,
    last_day: Option<i32>,
    /// Author and time of the row before, if that was a message.
    last: Option<(Option<UserId>, Timestamp)>,
    /// `None` once the New line stands, or if there is none.
    first_unread: Option<Seq>,
    me: Option<UserId>,
}

impl Grouping {
    fn add(&mut self, line: &Line, local_day: &dyn Fn(Timestamp) -> i32) {
        let (author, at) = match &line.content {
            LineContent::Entry { entry, .. } if message::is_note(entry) => {
                self.begin_day(entry.at, local_day);
                let entry = Rc::clone(entry);
                self.divide(RowKey::Line(line.key), RowKind::Note { entry });
                return;
            }
            // What only changes messages, and what was taken back, is no row.
            LineContent::Entry { entry, changes, .. } if !is_row(entry, changes) => return,
            LineContent::Entry { entry, .. } => (Some(entry.author.id), entry.at),
            LineContent::Pending { written_at, .. } => (self.me, *written_at),
            LineContent::Hole { first, last } => {
                let kind = RowKind::Hole {
                    first: *first,
                    last: *last,
                };
                self.divide(RowKey::Hole(*first, *last), kind);
                return;
            }
        };
        self.begin_day(at, local_day);
        if self.is_first_unread(line) {
            self.first_unread = None;
            self.divide(RowKey::New, RowKind::New { since: at });
        }
        if is_gone_line(line) {
            // Nobody says anything there.
            let (key, line, head) = (RowKey::Line(line.key), line.clone(), false);
            self.divide(key, RowKind::Message { line, head });
            return;
        }
        let shares_head = self.last.is_some_and(|(last_author, last_at)| {
            last_author == author && at.0.saturating_sub(last_at.0) <= GROUP_WITHIN_MS
        });
        self.last = Some((author, at));
        self.rows.push(Row {
            key: RowKey::Line(line.key),
            kind: RowKind::Message {
                line: line.clone(),
                head: !shares_head,
            },
        });
    }

    fn begin_day(&mut self, at: Timestamp, local_day: &dyn Fn(Timestamp) -> i32) {
        let day = local_day(at);
        if self.last_day.is_none_or(|last_day| day > last_day) {
            self.last_day = Some(day);
            self.divide(RowKey::Day(day), RowKind::Day { day, at });
        }
    }

    fn divide(&mut self, key: RowKey, kind: RowKind) {
        self.last = None;
        self.rows.push(Row { key, kind });
    }

    fn is_first_unread(&self, line: &Line) -> bool {
        match &line.content {
            LineContent::Entry { entry, mine, .. } => {
                let is_others = !mine && !is_gone_line(line);
                is_others && self.first_unread.is_some_and(|first| entry.seq >= first)
            }
            LineContent::Pending { .. } | LineContent::Hole { .. } => false,
        }
    }
}

#[cfg(test)]
mod tests;
