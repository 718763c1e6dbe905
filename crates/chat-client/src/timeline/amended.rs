//! Messages that change after they came: amendments are taken into the held messages that
//! they name, in the order of the log and each once.
//!
//! A message that comes in a page has everything in it that the log had when the page was
//! read. So a held message is right as long as every amendment since was heard, which the
//! numbers tell: `told_to` is the last number up to which the feed left nothing out. Where
//! it did leave something out (a long absence, read far up), the held messages are read
//! anew, page by page. A page that was read before an amendment came, and comes after it,
//! is made whole from [`Recent`].

use std::collections::VecDeque;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use shared::cursor::Seq;
use shared::entry::{Entry, EntryKind};
use shared::ids::UserId;
use shared::limits::PAGE_ENTRIES_MAX;

use super::{Line, LineContent, LineKey, Timeline};
use crate::message::{self, is_message};
use crate::{PageAsk, PageSide};

/// Amendments that are remembered for pages on their way: as many as can come in the time
/// that a page takes, in any room that people can still read.
const RECENT_MAX: usize = 512;

/// The newest amendments that the feed brought.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Recent {
    #[serde(skip)]
    amendments: VecDeque<Rc<Entry>>,
    /// Those up to here are forgotten: a page that is older than that cannot be used.
    forgotten_to: Seq,
}

impl Recent {
    fn hear(&mut self, amendment: &Entry) {
        if self
            .amendments
            .back()
            .is_some_and(|last| last.seq >= amendment.seq)
        {
            return;
        }
        if self.amendments.len() >= RECENT_MAX
            && let Some(oldest) = self.amendments.pop_front()
        {
            self.forgotten_to = oldest.seq;
        }
        self.amendments.push_back(Rc::new(amendment.clone()));
    }
}

impl Timeline {
    /// The feed brought entries from `first` to `last`, whether they are held now or not;
    /// these are the amendments among them.
    pub(super) fn hear(&mut self, first: Seq, last: Seq, amendments: &[Entry], me: UserId) {
        let is_behind = self.oldest().is_some_and(|oldest| oldest < first);
        if first > self.told_to.next() && is_behind {
            self.stale = self.oldest();
        }
        for amendment in amendments {
            self.recent.hear(amendment);
            self.amend(amendment, me);
        }
        self.told_to = self.told_to.max(last);
        self.drop_heard();
    }

    /// Whether a page that was read when `head` was the newest entry can be made whole.
    pub(super) fn can_use(&self, head: Seq) -> bool {
        head >= self.recent.forgotten_to
    }

    /// A page was taken in that was read when `head` was the newest entry: what came since
    /// is taken into it.
    pub(super) fn make_whole(&mut self, head: Seq, me: UserId) {
        let since: Vec<Rc<Entry>> = self
            .recent
            .amendments
            .iter()
            .filter(|amendment| amendment.seq > head)
            .cloned()
            .collect();
        for amendment in since {
            self.amend(&amendment, me);
        }
    }

    /// Takes an amendment into its message, if that is held, and into quotes of it.
    pub(super) fn amend(&mut self, amendment: &Entry, me: UserId) {
        let Some(target) = amendment.kind.target() else {
            return;
        };
        let changed = match self.entry_mut(target) {
            Some(entry) => message::apply(entry, amendment, me),
            None => false,
        };
        if matches!(amendment.kind, EntryKind::Deleted { .. }) {
            self.forget_editions(target);
        }
        self.requote(target, amendment, changed, me);
    }

    /// What a page says of an entry that is held replaces it, unless it is older.
    pub(super) fn freshen(&mut self, page: &[Entry]) {
        for fresh in page {
            let Some(held) = self.entry_mut(fresh.seq) else {
                continue;
            };
            let is_newer = message::as_of(fresh) >= message::as_of(held)
                && (held.kind != EntryKind::Erased || message::is_deleted(fresh));
            if is_newer && (held.state != fresh.state || held.kind != fresh.kind) {
                *held = fresh.clone();
                self.quote_anew(fresh.seq);
            }
        }
    }

    /// The page with which the held messages are read anew, if they have to be.
    pub(super) fn stale_ask(&self) -> Option<PageAsk> {
        let from = self.stale_from()?;
        let left = self.newest()?.distance_from(from.previous());
        let limit = left.min(u64::from(PAGE_ENTRIES_MAX));
        (limit > 0).then(|| self.ask(PageSide::After(from.previous()), limit))
    }

    /// From here on the held messages are to be read anew.
    pub(super) fn stale_from(&self) -> Option<Seq> {
        Some(self.stale?.max(self.oldest()?))
    }

    /// This much was read anew.
    pub(super) fn read_anew(&mut self, to: Seq) {
        self.stale = Some(to.next()).filter(|next| Some(*next) <= self.newest());
    }

    /// How many messages the room has up to and with this entry, where that is known.
    #[must_use]
    pub fn posts_at(&self, seq: Seq) -> Option<u64> {
        let entry = self.message(seq);
        let is_head = seq == self.head && self.told_to == seq;
        entry
            .map(|entry| entry.posts)
            .or_else(|| is_head.then_some(self.head_posts))
    }

    /// What was seen, when these messages were: what only changes messages is not drawn,
    /// and so seen with the messages around it.
    pub(crate) fn seen_with(&self, from: Seq, to: Seq) -> (Seq, Seq) {
        let is_undrawn = |seq: Seq| {
            let line = self
                .index_of(LineKey::Numbered(seq))
                .map(|at| &self.lines[at]);
            line.and_then(held).is_some_and(|entry| !is_drawn(entry))
        };
        let (mut from, mut to) = (from, to);
        while from > Seq(1) && is_undrawn(from.previous()) {
            from = from.previous();
        }
        while to < self.head && is_undrawn(to.next()) {
            to = to.next();
        }
        (from, to)
    }

    /// Edits of a message that was taken back say nothing any more.
    fn forget_editions(&mut self, of: Seq) {
        for line in &mut self.lines[..self.numbered] {
            if let LineContent::Entry { entry, .. } = &mut line.content
                && matches!(entry.kind, EntryKind::Edited { target, .. } if target == of)
            {
                Rc::make_mut(entry).kind = EntryKind::Erased;
            }
        }
    }

    /// A held entry.
    #[must_use]
    pub fn message(&self, seq: Seq) -> Option<&Entry> {
        let at = self.index_of(LineKey::Numbered(seq))?;
        held(&self.lines[at])
    }

    /// A held entry, to be changed.
    pub(super) fn entry_mut(&mut self, seq: Seq) -> Option<&mut Entry> {
        let at = self.index_of(LineKey::Numbered(seq))?;
        match &mut self.lines[at].content {
            LineContent::Entry { entry, .. } => Some(Rc::make_mut(entry)),
            LineContent::Hole { .. } | LineContent::Pending { .. } => None,
        }
    }
}

/// The entry of a line.
pub(super) fn held(line: &Line) -> Option<&Entry> {
    match &line.content {
        LineContent::Entry { entry, .. } => Some(entry),
        LineContent::Hole { .. } | LineContent::Pending { .. } => None,
    }
}

/// Whether an entry is a row of its own: a message that was not taken back, or whose thread is
/// still there.
pub(crate) fn is_drawn(entry: &Entry) -> bool {
    is_message(entry) && (!message::is_deleted(entry) || message::is_left_for_its_thread(entry))
}
