//! The order of a room's entries on this node: what was fed, what came too early,
//! what is known to exist.
//!
//! The head is the newest entry that was fed. It is unknown until a page of the
//! store has told it: an entry that is published before that may lie before or
//! after the head, so it is held until then. Entries up to the head are never given
//! out again, whatever comes late or twice.

use std::collections::BTreeMap;
use std::sync::Arc;

use shared::cursor::Seq;
use shared::entry::Entry;

use super::recent::Recent;
use crate::mutants::{self, Mutant};

/// Entries that may wait for those before them. They wait for one read of the store,
/// in which a busy room sees a few hundred; more are dropped, the largest numbers
/// first, and read from the store when the gap before them has closed.
pub const HELD_ENTRIES_MAX: usize = 256;

/// Puts entries in order.
#[derive(Debug, Default)]
pub(super) struct Order {
    head: Option<Seq>,
    /// How many messages the room has up to the head.
    posts: u64,
    /// The newest entry that is known to be stored.
    known: Seq,
    held: BTreeMap<Seq, Arc<Entry>>,
    recent: Recent,
}

impl Order {
    /// A page said that the log ends at `head`. The first one to say so decides
    /// where this node starts.
    pub(super) fn learn(&mut self, head: Seq, posts: u64) {
        self.known = self.known.max(head);
        if self.head.is_none() {
            self.head = Some(head);
            self.posts = posts;
            self.held = self.held.split_off(&head.next());
        }
    }

    /// Takes an entry from wherever it comes. Those that are next in order now, this
    /// one and any that waited for it, are added to `fed`.
    pub(super) fn take(&mut self, entry: Arc<Entry>, fed: &mut Vec<Arc<Entry>>) {
        self.known = self.known.max(entry.seq);
        match self.head {
            Some(head) if entry.seq <= head => {
                if mutants::is(Mutant::RepeatIsFed) {
                    fed.push(entry);
                }
            }
            Some(head) if entry.seq == head.next() || mutants::is(Mutant::GapIsIgnored) => {
                self.advance(entry, fed);
                self.release(fed);
            }
            Some(_) | None => self.hold(entry),
        }
    }

    /// Adds to `fed` what was held and is next in order now.
    pub(super) fn release(&mut self, fed: &mut Vec<Arc<Entry>>) {
        while let Some(entry) = self.head.and_then(|head| self.held.remove(&head.next())) {
            self.advance(entry, fed);
        }
    }

    pub(super) fn head(&self) -> Option<Seq> {
        self.head
    }

    /// How many messages the room has up to the head.
    pub(super) fn posts(&self) -> u64 {
        self.posts
    }

    /// The newest entry that this node has heard of.
    pub(super) fn known(&self) -> Seq {
        self.known
    }

    /// What is known to be missing, if anything.
    pub(super) fn gap(&self) -> Option<Gap> {
        let head = self.head.filter(|head| *head < self.known)?;
        Some(if self.held.is_empty() {
            Gap::Announced(head)
        } else {
            Gap::Passed(head)
        })
    }

    pub(super) fn recent(&self) -> &Recent {
        &self.recent
    }

    fn advance(&mut self, entry: Arc<Entry>, fed: &mut Vec<Arc<Entry>>) {
        self.head = Some(entry.seq);
        self.posts = entry.posts;
        self.recent.push(Arc::clone(&entry));
        fed.push(entry);
    }

    fn hold(&mut self, entry: Arc<Entry>) {
        self.held.insert(entry.seq, entry);
        if self.held.len() > HELD_ENTRIES_MAX {
            self.held.pop_last();
        }
    }

    pub(super) fn check_invariants(&self) {
        assert!(
            self.held.len() <= HELD_ENTRIES_MAX,
            "too many entries are held"
        );
        assert!(
            self.held.keys().all(|seq| *seq <= self.known),
            "an entry is not known"
        );
        if let Some(head) = self.head {
            assert!(head <= self.known, "the head is not known");
            assert!(
                self.held.keys().all(|seq| *seq > head.next()),
                "an entry that fits is held"
            );
        }
        self.recent.check_invariants(self.head);
    }
}

/// Entries after the named one are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// A page told of them; they are most likely on their way.
    Announced(Seq),
    /// A later entry has come already.
    Passed(Seq),
}
