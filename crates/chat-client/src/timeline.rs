//! What this device knows of a room, in order: entries, holes, unsent writes.
//!
//! Entries are held by number, each once. Where numbers are missing between two held
//! ones there is a hole, and a page that fills it is asked for. What is held is
//! bounded: beyond [`LINES_HELD_MAX`] and [`ENTRIES_HELD_MAX`] what is farthest from the
//! reader is let go of. Frames and pages may come twice, late or for a state that is over:
//! what does not fit is dropped, and what is missing is asked for again.

mod amended;
mod extent;
mod feed;
mod fetch;
mod numbered;
mod quotes;
mod reading;
mod unread;

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use shared::cursor::Seq;
use shared::entry::Entry;
use shared::file::FileInfo;
use shared::ids::{ClientId, RoomId};
use shared::moment::{Moment, Timestamp};
use shared::text::MessageText;

use self::amended::Recent;
pub(crate) use self::amended::is_drawn;
pub use self::extent::{Extent, Stretch};
use self::feed::Feed;
pub(crate) use self::feed::Start;
pub(crate) use self::fetch::Answered;
use self::fetch::{Fetch, NewerWish};
pub(crate) use self::numbered::hole_line;
use self::quotes::Quotes;
pub use self::quotes::{QUOTE_CHARS_MAX, Quote, Said};
pub use self::reading::{READING_NEAR, Reading};
use crate::{Purpose, message};

/// Messages of a room that are held at once: fifty screens. More would only cost
/// memory and drawing; what is let go of loads again when it is scrolled to. A gap of more
/// entries is not filled.
pub const LINES_HELD_MAX: usize = 1_000;

/// Entries that are held at once, with those that draw no line: changes of messages, and
/// what is said in threads. A screen of messages is there even where three hundred people
/// reacted to each, and all of it is about a mebibyte and a half.
pub const ENTRIES_HELD_MAX: usize = 5_000;

/// What may be held beyond these before it is let go of: not line by
/// line, so that a busy room does not redraw its other end with every message.
pub(crate) const TRIM_SLACK: usize = 50;

/// Identifies a line for ever, so that a screen can keep its row. A pending write
/// sorts after every numbered entry by the derived order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineKey {
    /// A numbered entry, or a hole by the first number that is missing.
    Numbered(Seq),
    /// A write of this device without a number, by its order in the outbox.
    Pending(u64, ClientId),
}

/// One line of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its key.
    pub key: LineKey,
    /// What it is.
    pub content: LineContent,
}

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineContent {
    /// An entry of the log.
    Entry {
        /// The entry.
        entry: Rc<Entry>,
        /// This user wrote it.
        mine: bool,
        /// What it answers.
        quote: Option<Rc<Quote>>,
        /// What this device has written about it and nobody has confirmed, in order.
        changes: Vec<PendingChange>,
    },
    /// A write that has no number yet.
    Pending {
        /// What was written.
        text: MessageText,
        /// When, by this device's clock.
        written_at: Timestamp,
        /// Where it is.
        state: PendingState,
        /// It lies in this device's storage: a reload does not lose it.
        is_kept: bool,
        /// What it answers.
        quote: Option<Rc<Quote>>,
        /// What comes with it.
        files: Vec<FileInfo>,
    },
    /// Entries that are missing here and are being fetched.
    Hole {
        /// The first number that is missing.
        first: Seq,
        /// The last.
        last: Seq,
    },
}

/// A change of a message that has no number yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingChange {
    /// The write's own id.
    pub client_id: ClientId,
    /// What it changes.
    pub purpose: Purpose,
    /// What an edit says.
    pub text: Option<MessageText>,
    /// Where it is.
    pub state: PendingState,
    /// It lies in this device's storage: a reload does not lose it.
    pub is_kept: bool,
}

impl PendingChange {
    /// Whether it waits for the person.
    #[must_use]
    pub fn is_failed(&self) -> bool {
        matches!(self.state, PendingState::Failed { .. })
    }
}

/// The writes of a room that have no number yet, as they are shown.
#[derive(Debug, Default)]
pub(crate) struct Pending {
    /// Messages, in order.
    pub(crate) lines: Vec<Line>,
    /// Messages in threads, each with the message that its thread hangs from, in order.
    pub(crate) replies: Vec<(Seq, Line)>,
    /// Changes of messages, in order.
    pub(crate) changes: Vec<(Seq, PendingChange)>,
}

/// Where an own write is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PendingState {
    /// On this device, waiting for the link or for its turn.
    Waiting,
    /// On its way; as far as known still only on this device.
    Sending {
        /// Since when, by the driver's clock.
        since: Moment,
    },
    /// Not stored, and not sent again unless the person says so.
    Failed {
        /// What to show as it is: "Not stored." and the reason.
        reason: String,
    },
}

/// What this device knows of one room.
#[derive(Debug, Serialize, Deserialize)]
pub struct Timeline {
    room: RoomId,
    /// Entries and holes, then pending writes.
    #[serde(with = "crate::recorder::form::held")]
    lines: Vec<Line>,
    /// How many of `lines` are entries or holes.
    #[serde(skip)]
    numbered: usize,
    /// How many of them are holes.
    #[serde(skip)]
    holes: usize,
    /// Own writes that are stored, but whose entries are still on their way here.
    landing: Vec<Landing>,
    /// Writes without a number into threads of this room.
    #[serde(skip)]
    replies: Vec<(Seq, Line)>,
    /// How many lines have changes on them.
    #[serde(skip)]
    changing: usize,
    head: Seq,
    /// How many messages the room has up to the newest entry of which that is known.
    #[serde(default)]
    head_posts: u64,
    /// Up to here the feed left nothing out.
    #[serde(default)]
    told_to: Seq,
    /// From here on the held messages are to be read anew.
    #[serde(default)]
    stale: Option<Seq>,
    #[serde(default)]
    recent: Recent,
    #[serde(skip)]
    quotes: Quotes,
    end: End,
    #[serde(default)]
    reading: Reading,
    loading: Loading,
    first_unread: Option<Seq>,
    unread_wanted: Wanted,
    /// An entry that the reader wants to see and that is not held.
    #[serde(default)]
    sought: Option<Seq>,
    feed: Feed,
    older: Fetch,
    newer: Fetch,
    newer_wish: NewerWish,
    older_wanted: Wanted,
}

/// Whether the newest held entry is where the room goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum End {
    /// New entries are appended.
    Attached,
    /// Newer ones were let go of; new entries only move the head.
    Detached,
}

/// What came so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Loading {
    Nothing,
    /// Something, and older entries may exist.
    Some,
    /// The server has nothing before the oldest held entry.
    FromStart,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Wanted {
    Yes,
    No,
}

/// A stored write that waits for its entry.
#[derive(Debug, Serialize, Deserialize)]
struct Landing {
    seq: Seq,
    since: Moment,
    #[serde(with = "crate::recorder::form::landing_line")]
    shown: Unnumbered,
}

/// A write that has no number yet, as it is shown.
#[derive(Clone, Debug)]
pub(crate) enum Unnumbered {
    /// A message.
    Line(Line),
    /// A message in the thread of this one.
    Reply(Seq, Line),
    /// A change of this message.
    Change(Seq, PendingChange),
}

impl Timeline {
    pub(crate) fn new(room: RoomId) -> Self {
        Self {
            room,
            lines: Vec::new(),
            numbered: 0,
            holes: 0,
            landing: Vec::new(),
            replies: Vec::new(),
            changing: 0,
            head: Seq::ZERO,
            head_posts: 0,
            told_to: Seq::ZERO,
            stale: None,
            recent: Recent::default(),
            quotes: Quotes::default(),
            end: End::Attached,
            reading: Reading::End,
            loading: Loading::Nothing,
            first_unread: None,
            unread_wanted: Wanted::No,
            sought: None,
            feed: Feed::default(),
            older: Fetch::default(),
            newer: Fetch::default(),
            newer_wish: NewerWish::None,
            older_wanted: Wanted::No,
        }
    }

    /// Ascending: entries and holes, then pending writes in the outbox's order.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Own messages in the thread of this one that have no number yet, in the order in
    /// which they were written.
    pub fn pending_replies(&self, thread: Seq) -> impl Iterator<Item = &Line> {
        let of_thread = self.replies.iter().filter(move |(of, _)| *of == thread);
        of_thread.map(|(_, line)| line)
    }

    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is no line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Where a line stands, if it is held.
    #[must_use]
    pub fn index_of(&self, key: LineKey) -> Option<usize> {
        self.lines.binary_search_by_key(&key, |line| line.key).ok()
    }

    /// The newest numbered entry held here; zero if there is none.
    #[must_use]
    pub fn newest_loaded(&self) -> Seq {
        self.newest().unwrap_or(Seq::ZERO)
    }

    /// Nothing is missing from the oldest held entry up to here; equal to the head,
    /// or behind it. `None` while nothing came.
    #[must_use]
    pub fn complete_to(&self) -> Option<Seq> {
        if self.loading == Loading::Nothing {
            return None;
        }
        let hole = self.first_hole().map(|(first, _)| first.previous());
        hole.or(self.newest())
            .or((self.head == Seq::ZERO).then_some(Seq::ZERO))
    }

    /// The newest entry that is known to exist.
    #[must_use]
    pub fn head(&self) -> Seq {
        self.head
    }

    /// Whether entries exist before the oldest held one.
    #[must_use]
    pub fn has_older(&self) -> bool {
        self.loading == Loading::Some && self.oldest().is_some_and(|oldest| oldest > Seq(1))
    }

    /// Whether newer entries were let go of: [`crate::Intent::LoadNewer`] brings them back.
    #[must_use]
    pub fn has_newer(&self) -> bool {
        self.end == End::Detached
    }

    /// Whether an older page is on its way, or will be as soon as there is a link.
    #[must_use]
    pub fn is_loading_older(&self) -> bool {
        self.older_wanted == Wanted::Yes
    }

    /// Whether newer entries, or those of a hole, are on their way by page.
    #[must_use]
    pub fn is_loading_newer(&self) -> bool {
        self.newer_wish != NewerWish::None || self.newer.is_running()
    }

    /// Whether something came, even if the room is empty.
    #[must_use]
    pub fn is_loaded(&self) -> bool {
        self.loading != Loading::Nothing
    }

    /// How many messages by others lie after `seen`. Entries that are not held count
    /// as others', and those of a hole as messages.
    #[must_use]
    pub fn new_below(&self, seen: Seq) -> u64 {
        let held = self.lines[..self.numbered].iter().rev();
        let count = |line: &Line| match &line.content {
            LineContent::Entry { entry, mine, .. } => {
                let is_there = is_drawn(entry) && !message::is_deleted(entry);
                u64::from(entry.seq > seen && !mine && is_there)
            }
            LineContent::Hole { last, .. } if *last <= seen => 0,
            LineContent::Hole { first, last } => last.distance_from(first.previous().max(seen)),
            LineContent::Pending { .. } => 0,
        };
        let past = |line: &&Line| match &line.content {
            LineContent::Entry { entry, .. } => entry.seq > seen,
            LineContent::Hole { last, .. } => *last > seen,
            LineContent::Pending { .. } => false,
        };
        let here: u64 = held.take_while(past).map(count).sum();
        here + self.new_beyond(seen)
    }

    /// Messages after the newest held entry.
    fn new_beyond(&self, seen: Seq) -> u64 {
        let newest = self.newest_loaded();
        if seen > newest {
            return self.head.distance_from(seen);
        }
        let entries = self.head.distance_from(newest);
        match self.posts_at(newest) {
            Some(posts) if self.head_posts >= posts => entries.min(self.head_posts - posts),
            Some(_) | None => entries,
        }
    }

    /// The outbox's writes into this room, as they are now. Answers whether any differs.
    pub(crate) fn show_pending(&mut self, pending: Pending) -> bool {
        let Pending {
            mut lines,
            mut replies,
            changes,
        } = pending;
        for landing in &self.landing {
            if let Unnumbered::Line(line) = &landing.shown
                && !lines.iter().any(|other| other.key == line.key)
            {
                lines.push(line.clone());
            }
            if let Unnumbered::Reply(thread, line) = &landing.shown
                && !replies.iter().any(|(_, other)| other.key == line.key)
            {
                replies.push((*thread, line.clone()));
            }
        }
        replies.sort_by_key(|(_, line)| line.key);
        let replies_differ = self.replies != replies;
        self.replies = replies;
        lines.sort_by_key(|line| line.key);
        let before = self.lines.split_off(self.numbered);
        self.lines.extend(lines);
        self.quote_lines(self.numbered..self.lines.len());
        let differs = self.lines[self.numbered..] != before[..];
        self.show_changes(changes) || differs || replies_differ
    }

    /// Lays changes of messages over their lines. Answers whether any differs.
    fn show_changes(&mut self, changes: Vec<(Seq, PendingChange)>) -> bool {
        let mut shown = changes;
        for landing in &self.landing {
            if let Unnumbered::Change(target, change) = &landing.shown
                && !shown
                    .iter()
                    .any(|(_, other)| other.client_id == change.client_id)
            {
                shown.push((*target, change.clone()));
            }
        }
        if shown.is_empty() && self.changing == 0 {
            return false;
        }
        let mut differs = false;
        self.changing = 0;
        for line in &mut self.lines[..self.numbered] {
            let LineContent::Entry { entry, changes, .. } = &mut line.content else {
                continue;
            };
            let of_this = shown.iter().filter(|(target, _)| *target == entry.seq);
            let now: Vec<PendingChange> = of_this.map(|(_, change)| change.clone()).collect();
            self.changing += usize::from(!now.is_empty());
            if *changes != now {
                *changes = now;
                differs = true;
            }
        }
        differs
    }

    pub(crate) fn check_invariants(&self) {
        self.check_numbered();
        assert!(
            self.lines.is_sorted_by(|a, b| a.key < b.key),
            "lines ascend, each once"
        );
        for line in &self.lines[self.numbered..] {
            assert!(
                matches!(line.content, LineContent::Pending { .. }),
                "pending lines are last"
            );
        }
        assert!(
            self.newest_loaded() <= self.head,
            "an entry beyond the head is held"
        );
        assert!(
            self.end == End::Attached || self.newest_loaded() < self.head,
            "nothing newer exists, yet the end is let go of"
        );
        if self.loading == Loading::Nothing {
            assert_eq!(self.numbered, 0, "entries are held, yet nothing came");
        }
    }
}

#[cfg(test)]
mod tests;
