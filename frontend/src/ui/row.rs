//! Rows in the page: which of them stay, which are drawn anew, and what of an own message
//! changes while it stays.
//!
//! A row is drawn once. Only the fate of an own message is a signal; whatever else about
//! a row changes (a head line, the end of a hole) draws it anew under the next edition.

use chat_client::grouping::{Row, RowKey, RowKind};
use chat_client::message;
use chat_client::timeline::{Line, LineContent, LineKey, PendingState};
use shared::cursor::Seq;
use shared::text::MessageText;

use crate::live::Shared;

/// Where an own message is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// On the server's disk, under this number. The newest one shows it all the time.
    Stored {
        /// Its number.
        seq: Seq,
        /// No own message has a higher one.
        is_newest: bool,
    },
    /// On this device, and on its way.
    Sending {
        /// A reload does not lose it.
        is_kept: bool,
    },
    /// On this device, waiting for the link. The last of several speaks for all.
    Waiting {
        /// A reload does not lose it.
        is_kept: bool,
        /// How many wait, on the last of them; zero on the others.
        speaks_for: usize,
    },
    /// Not stored: the reason.
    Failed(String),
}

/// A row in the page.
#[derive(Clone, Debug)]
pub struct RowSlot {
    /// What it shows.
    pub row: Row,
    /// Of an own message.
    pub fate: Option<Shared<Fate>>,
    /// It is being written anew: whatever comes, its box stays.
    pub is_edited: bool,
    edition: u32,
}

/// What the fates of own messages depend on beyond the message itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Own {
    newest: Option<Seq>,
    edited: Option<Seq>,
    last_waiting: Option<LineKey>,
    waiting: usize,
}

impl RowSlot {
    /// Identifies the drawing of the row.
    #[must_use]
    pub fn drawing(&self) -> (RowKey, u32) {
        (self.row.key, self.edition)
    }

    /// The slot for `row`, taken over from `old` where its drawing still holds.
    fn for_row(row: &Row, old: Option<&Self>, own: Own) -> Self {
        let fate = fate(row, own);
        let is_edited = own.edited.is_some() && seq(row) == own.edited;
        if let Some(old) = old
            && old.is_edited == is_edited
            && (is_edited || is_drawn_alike(&old.row, row))
            && old.fate.is_some() == fate.is_some()
        {
            if let (Some(shown), Some(fate)) = (&old.fate, fate) {
                shown.set_if_new(fate);
            }
            return Self {
                row: row.clone(),
                ..old.clone()
            };
        }
        Self {
            row: row.clone(),
            fate: fate.map(Shared::new),
            is_edited,
            edition: old.map_or(0, |old| old.edition.wrapping_add(1)),
        }
    }
}

/// The slots for `rows`; `all` are the rows of the whole timeline.
#[must_use]
pub fn slots(rows: &[Row], old: &[RowSlot], own: Own) -> Vec<RowSlot> {
    // Rows mostly stay in order, so the next old slot is looked at first.
    let mut at = 0;
    rows.iter()
        .map(|row| {
            let is_row = |slot: &RowSlot| slot.row.key == row.key;
            let found = old
                .get(at)
                .filter(|slot| is_row(slot))
                .map(|_| at)
                .or_else(|| old.iter().position(is_row));
            if let Some(found) = found {
                at = found + 1;
            }
            RowSlot::for_row(row, found.map(|found| &old[found]), own)
        })
        .collect()
}

impl Own {
    /// Of a whole timeline, of which this message is being written anew.
    #[must_use]
    pub fn of(rows: &[Row], edited: Option<Seq>) -> Self {
        let mut own = Self {
            edited,
            ..Self::default()
        };
        for row in rows {
            let RowKind::Message { line, .. } = &row.kind else {
                continue;
            };
            match &line.content {
                LineContent::Entry {
                    entry, mine: true, ..
                } if !message::is_deleted(entry) => own.newest = Some(entry.seq),
                LineContent::Pending {
                    state: PendingState::Waiting,
                    ..
                } => {
                    own.last_waiting = Some(line.key);
                    own.waiting += 1;
                }
                LineContent::Entry { .. }
                | LineContent::Pending { .. }
                | LineContent::Hole { .. } => {}
            }
        }
        own
    }
}

/// The failed messages among `slots`, and why.
#[must_use]
pub fn failures(slots: &[RowSlot]) -> Vec<(RowKey, String)> {
    let reason = |slot: &RowSlot| match slot.fate.as_ref()?.peek(Fate::clone) {
        Fate::Failed(reason) => Some((slot.row.key, reason)),
        Fate::Stored { .. } | Fate::Sending { .. } | Fate::Waiting { .. } => None,
    };
    slots.iter().filter_map(reason).collect()
}

/// What tells a row's element in the page apart from the others.
#[must_use]
pub fn mark(key: RowKey) -> String {
    match key {
        RowKey::Line(LineKey::Numbered(seq)) => seq.0.to_string(),
        RowKey::Line(LineKey::Pending(order, _)) => format!("pending-{order}"),
        RowKey::Hole(first, last) => format!("hole-{}-{}", first.0, last.0),
        RowKey::Day(day) => format!("day-{day}"),
        RowKey::New => "new".to_owned(),
    }
}

/// The number of the entry that a row shows.
#[must_use]
pub fn seq(row: &Row) -> Option<Seq> {
    match &row.kind {
        RowKind::Message { line, .. } => match line.key {
            LineKey::Numbered(seq) => Some(seq),
            LineKey::Pending(..) => None,
        },
        RowKind::Note { entry } => Some(entry.seq),
        RowKind::Day { .. } | RowKind::New { .. } | RowKind::Hole { .. } => None,
    }
}

/// The text of a message.
#[must_use]
pub fn text(line: &Line) -> &str {
    match &line.content {
        LineContent::Entry { entry, .. } => message::text(entry).map_or("", MessageText::as_str),
        LineContent::Pending { text, .. } => text.as_str(),
        LineContent::Hole { .. } => "",
    }
}

fn fate(row: &Row, own: Own) -> Option<Fate> {
    let RowKind::Message { line, .. } = &row.kind else {
        return None;
    };
    match &line.content {
        LineContent::Entry {
            entry, mine: true, ..
        } => Some(Fate::Stored {
            seq: entry.seq,
            is_newest: own.newest == Some(entry.seq),
        }),
        LineContent::Entry { mine: false, .. } | LineContent::Hole { .. } => None,
        LineContent::Pending { state, is_kept, .. } => Some(match state {
            PendingState::Sending { .. } => Fate::Sending { is_kept: *is_kept },
            PendingState::Waiting => {
                let is_last = own.last_waiting == Some(line.key);
                Fate::Waiting {
                    is_kept: *is_kept,
                    speaks_for: if is_last { own.waiting } else { 0 },
                }
            }
            PendingState::Failed { reason } => Fate::Failed(reason.clone()),
        }),
    }
}

/// Whether the drawing of `old` shows `new`, fates aside.
fn is_drawn_alike(old: &Row, new: &Row) -> bool {
    match (&old.kind, &new.kind) {
        (
            RowKind::Message {
                line: old,
                head: old_head,
            },
            RowKind::Message {
                line: new,
                head: new_head,
            },
        ) => old_head == new_head && is_same_content(&old.content, &new.content),
        (old, new) => old == new,
    }
}

fn is_same_content(old: &LineContent, new: &LineContent) -> bool {
    match (old, new) {
        (LineContent::Pending { text: old, .. }, LineContent::Pending { text: new, .. }) => {
            old == new
        }
        (old, new) => old == new,
    }
}

#[cfg(test)]
mod tests;
