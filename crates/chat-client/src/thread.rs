//! The messages of one thread as this device knows them: what was read of it, and on top
//! what the room's feed has brought since.

use std::collections::BTreeMap;
use std::rc::Rc;

use shared::cursor::Seq;
use shared::entry::{Entry, EntryKind};
use shared::ids::UserId;
use shared::kept::OwnThread;
use shared::moment::Timestamp;

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

/// How far somebody had seen a thread before they opened it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenBefore {
    /// They were never in it, and do not follow it: all of it is as new to them as the next
    /// line.
    Never,
    /// Up to here; [`Seq::ZERO`] for nothing yet of a thread that is theirs.
    To(Seq),
}

impl SeenBefore {
    /// As the server has it when the thread is opened.
    #[must_use]
    pub fn of(own: &OwnThread) -> Self {
        if own.follows || own.seen > Seq::ZERO {
            Self::To(own.seen)
        } else {
            Self::Never
        }
    }

    /// Where what is new begins in the lines of the thread, and when it was written: at the
    /// first of others after what was seen.
    #[must_use]
    pub fn first_new(self, lines: &[Line]) -> Option<(usize, Timestamp)> {
        let Self::To(seen) = self else {
            return None;
        };
        lines.iter().enumerate().find_map(|(at, line)| {
            if let LineContent::Entry { entry, mine, .. } = &line.content
                && !mine
                && entry.seq > seen
            {
                Some((at, entry.at))
            } else {
                None
            }
        })
    }
}

/// How many replies a thread has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replies {
    /// All that were stored.
    pub all: u64,
    /// Those of them that were taken back.
    pub deleted: u64,
}

impl Replies {
    /// The same number as beside the message that the thread hangs from, which counts more than
    /// what is here while not all is.
    #[must_use]
    pub fn as_said_by(self, first: Option<&Entry>) -> Self {
        let thread = first.and_then(|first| first.state.as_ref()?.thread);
        Self {
            all: self.all.max(thread.map_or(0, |thread| thread.replies)),
            ..self
        }
    }
}

/// The lines of a thread, ascending, own writes without a number last: those that were
/// `read`, in whatever order and however often, and those that the room holds. What the room
/// holds of changes is taken into both, each once; what was taken back is left out.
#[must_use]
pub fn lines(timeline: &Timeline, root: Seq, read: &[Entry], me: Option<UserId>) -> Vec<Line> {
    whole(timeline, root, read, me).0
}

/// The [`lines`] of a thread, and how many replies are known.
#[must_use]
pub fn whole(
    timeline: &Timeline,
    root: Seq,
    read: &[Entry],
    me: Option<UserId>,
) -> (Vec<Line>, Replies) {
    let mut known: BTreeMap<Seq, Line> = BTreeMap::new();
    for line in timeline.lines() {
        if let (LineKey::Numbered(seq), LineContent::Entry { entry, .. }) =
            (line.key, &line.content)
            && of(entry) == Some(root)
        {
            known.insert(seq, line.clone());
        }
    }
    for entry in read.iter().filter(|entry| of(entry) == Some(root)) {
        let held = known.get(&entry.seq).map(|line| &line.content);
        let (as_of, changes) = match held {
            Some(LineContent::Entry { entry, changes, .. }) => {
                (Some(message::as_of(entry)), changes.clone())
            }
            Some(LineContent::Pending { .. } | LineContent::Hole { .. }) | None => {
                (None, Vec::new())
            }
        };
        if as_of.is_some_and(|as_of| as_of >= message::as_of(entry)) {
            continue;
        }
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
    amend(timeline, &mut known, me);
    let pending = timeline.pending_replies(root).cloned();
    let is_gone = |line: &&Line| matches!(&line.content, LineContent::Entry { entry, .. } if message::is_deleted(entry));
    let replies = Replies {
        all: known.len() as u64,
        deleted: known.values().filter(is_gone).count() as u64,
    };
    let there = known.into_values().filter(is_there);
    (there.chain(pending).collect(), replies)
}

/// Takes the changes that the room holds into messages that it does not hold.
fn amend(timeline: &Timeline, known: &mut BTreeMap<Seq, Line>, me: Option<UserId>) {
    // Nobody is named for being the reader where nobody is signed in.
    let me = me.unwrap_or(UserId(0));
    for line in timeline.lines() {
        let LineContent::Entry {
            entry: amendment, ..
        } = &line.content
        else {
            continue;
        };
        let target = amendment.kind.target().and_then(|seq| known.get_mut(&seq));
        if let Some(LineContent::Entry { entry, .. }) = target.map(|line| &mut line.content)
            && amendment.seq > message::as_of(entry)
        {
            message::apply(Rc::make_mut(entry), amendment, me);
        }
    }
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
