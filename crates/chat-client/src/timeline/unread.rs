//! The way to an entry that is not held: to the first unread one when a room is opened that
//! has more unread than came with it, and to any other that the reader wants to see.
//!
//! A short stretch is fetched as one older page, so that what is held stays whole. A long
//! one is left out: the page at the first unread entry takes the place of the newest
//! ones, which load again when the reader gets there.

use shared::cursor::Seq;
use shared::entry::Entry;
use shared::http::EntriesPage;
use shared::ids::UserId;
use shared::limits::PAGE_ENTRIES_MAX;

use super::fetch::Answered;
use super::reading::Grown;
use super::{Reading, Timeline, Wanted};
use crate::{PageAsk, PageSide, message};

/// Read entries that come along, so that the first unread one has something above it:
/// a screen of short lines.
const READ_BEFORE: u64 = 25;

impl Timeline {
    /// Where the New line stands: fixed when the room was opened, until another is.
    /// `None` also while entries before the held ones are unread: a line in front of
    /// those would not be true.
    #[must_use]
    pub fn first_unread(&self) -> Option<Seq> {
        self.first_unread.filter(|first| self.reaches(*first))
    }

    /// Whether there is, or may be, a message of somebody else from this entry on: only of
    /// those anything is unread.
    #[must_use]
    pub fn has_others_from(&self, seq: Seq, me: UserId) -> bool {
        let is_others = |entry: &Entry| {
            let is_there = message::is_message(entry) && !message::is_deleted(entry);
            is_there && entry.author.id != me && entry.seq >= seq
        };
        self.complete_to() != Some(self.head) || self.entries().any(is_others)
    }

    /// Whether the first unread entry is on its way, or will be with the next link.
    #[must_use]
    pub fn is_seeking_unread(&self) -> bool {
        self.unread_wanted == Wanted::Yes
            && self.first_unread.is_some_and(|first| !self.reaches(first))
    }

    /// The New line stands here from now on, and what it stands before is to be held.
    pub(crate) fn set_first_unread(&mut self, first_unread: Option<Seq>) {
        self.first_unread = first_unread;
        self.unread_wanted = if first_unread.is_some() {
            Wanted::Yes
        } else {
            Wanted::No
        };
        self.found_unread();
    }

    /// The New line stands here from now on; the reader is there and needs no way to it.
    pub(crate) fn move_first_unread(&mut self, first_unread: Seq) {
        self.first_unread = Some(first_unread);
        self.unread_wanted = Wanted::No;
    }

    /// The reader wants to see this entry.
    pub(crate) fn seek(&mut self, seq: Seq) {
        self.unread_wanted = Wanted::No;
        let is_there = seq > Seq::ZERO && seq <= self.head.max(self.newest_loaded());
        self.sought = Some(seq).filter(|seq| is_there && !self.holds(*seq));
    }

    /// The entry that the reader wants to see and that is on its way, or will be with the
    /// next link.
    #[must_use]
    pub fn sought(&self) -> Option<Seq> {
        self.sought
    }

    /// The reader stays with the lines that are here.
    pub(crate) fn stay(&mut self) {
        self.unread_wanted = Wanted::No;
        self.sought = None;
    }

    /// Nothing is sought any more once the first unread entry was held.
    pub(super) fn found_unread(&mut self) {
        if self.sought.is_some_and(|seq| self.holds(seq)) {
            self.sought = None;
        }
        if self.oldest().is_some() && !self.is_seeking_unread() {
            self.unread_wanted = Wanted::No;
        }
    }

    /// The page that leads to the first unread entry.
    pub(super) fn unread_ask(&self) -> Option<PageAsk> {
        if let Some(sought) = self.sought {
            let from = Seq(sought.0.saturating_sub(READ_BEFORE + 1));
            return Some(self.ask(PageSide::After(from), 2 * READ_BEFORE));
        }
        let first = self.first_unread.filter(|_| self.is_seeking_unread())?;
        let oldest = self.oldest()?;
        let missing = oldest.distance_from(first) + READ_BEFORE;
        Some(if missing <= u64::from(PAGE_ENTRIES_MAX) {
            self.ask(PageSide::Before(oldest), missing)
        } else {
            self.ask(PageSide::After(first.previous()), 2 * READ_BEFORE)
        })
    }

    /// The page at the entry that is sought.
    pub(super) fn take_unread(&mut self, page: EntriesPage, me: UserId) -> Answered {
        let (Some(first), Some(last)) = (page.entries.first(), page.entries.last()) else {
            self.sought = None;
            return Answered::Failed;
        };
        let (first, last) = (first.seq, last.seq);
        if !self.is_seeking_unread() && self.sought.is_none() {
            return Answered::Dropped;
        }
        self.saw_head(page.head);
        let is_before = self.oldest().is_some_and(|oldest| oldest > last.next());
        let is_behind = self.newest().is_some_and(|newest| first > newest.next());
        let is_apart = is_before || is_behind;
        if is_apart {
            self.clear_numbered();
        }
        if let Some(seq) = self.sought.or(self.first_unread) {
            self.reading = Reading::at(seq);
        }
        let new = self.insert(page.entries, me);
        // Whatever came instead of what was sought: it is not asked for again.
        self.sought = None;
        if is_apart && self.newest_loaded() < self.head {
            self.detach();
        }
        self.trim(Grown::Below);
        Answered::Taken(new)
    }

    fn reaches(&self, seq: Seq) -> bool {
        self.oldest().is_none_or(|oldest| oldest <= seq) || !self.has_older()
    }
}

#[cfg(test)]
mod tests;
