//! The messages of one thread as this device knows them: what was read of it, and on top
//! what the room's feed has brought since.

use std::collections::BTreeMap;
use std::rc::Rc;

use shared::cursor::Seq;
use shared::entry::{Entry, EntryKind};

use crate::timeline::{Line, LineContent, LineKey, PendingChange, Timeline};
use crate::{Purpose, message};

/// The thread that an entry is in.
#[must_use]
pub fn of(entry: &Entry) -> Option<Seq> {
    if let EntryKind::Replied { thread, .. } = &entry.kind {
        Some(*thread)
    } else {
        None
    }
}

/// The lines of a thread, ascending, own writes without a number last: those that were
/// `read`, in whatever order and however often, and those that the room holds. Of two states
/// of a message the newer one stands; what was taken back is left out.
#[must_use]
pub fn lines(
    timeline: &Timeline,
    root: Seq,
    read: &[Entry],
    me: Option<shared::ids::UserId>,
) -> Vec<Line> {
    let mut known: BTreeMap<Seq, Line> = BTreeMap::new();
    let held = timeline.lines().iter().filter(
        |line| matches!(&line.content, LineContent::Entry { entry, .. } if of(entry) == Some(root)),
    );
    for line in held {
        if let LineKey::Numbered(seq) = line.key {
            known.insert(seq, line.clone());
        }
    }
    for entry in read.iter().filter(|entry| of(entry) == Some(root)) {
        let newer = known
            .get(&entry.seq)
            .is_some_and(|line| match &line.content {
                LineContent::Entry { entry: held, .. } => {
                    message::as_of(held) >= message::as_of(entry)
                }
                LineContent::Pending { .. } | LineContent::Hole { .. } => false,
            });
        if newer {
            continue;
        }
        let changes = match known.get(&entry.seq).map(|line| &line.content) {
            Some(LineContent::Entry { changes, .. }) => changes.clone(),
            Some(LineContent::Pending { .. } | LineContent::Hole { .. }) | None => Vec::new(),
        };
        let line = Line {
            key: LineKey::Numbered(entry.seq),
            content: LineContent::Entry {
                entry: Rc::new(entry.clone()),
                mine: me == Some(entry.author.id),
                quote: None,
                changes,
            },
        };
        known.insert(entry.seq, line);
    }
    let pending = timeline.pending_replies(root).cloned();
    let there = known.into_values().filter(is_there);
    there.chain(pending).collect()
}

/// Whether a message was not taken back, nor is about to be.
fn is_there(line: &Line) -> bool {
    let LineContent::Entry { entry, changes, .. } = &line.content else {
        return true;
    };
    let takes_back = |change: &PendingChange| matches!(change.purpose, Purpose::Delete { .. });
    !message::is_deleted(entry) && !changes.iter().any(takes_back)
}

#[cfg(test)]
mod tests;
