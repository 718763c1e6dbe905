//! The numbered lines: entries by number, each once, and holes between them.

use std::rc::Rc;

use shared::cursor::Seq;
use shared::entry::Entry;
use shared::ids::{ClientId, UserId};

use super::amended::held;
use super::{End, Landing, Line, LineContent, LineKey, Loading, Reading, Timeline, Unnumbered};
use crate::mutants::{self, Mutant};

impl Timeline {
    pub(super) fn oldest(&self) -> Option<Seq> {
        // The first numbered line is never a hole.
        self.lines[..self.numbered].first().and_then(entry_seq)
    }

    pub(super) fn newest(&self) -> Option<Seq> {
        // Nor is the last.
        self.lines[..self.numbered].last().and_then(entry_seq)
    }

    pub(super) fn first_hole(&self) -> Option<(Seq, Seq)> {
        if self.holes == 0 {
            return None;
        }
        self.lines[..self.numbered].iter().find_map(hole)
    }

    pub(super) fn holds(&self, seq: Seq) -> bool {
        let found = self
            .index_of(LineKey::Numbered(seq))
            .map(|at| &self.lines[at]);
        found.and_then(entry_seq).is_some()
    }

    /// Takes entries in, wherever they belong; those that are held already are left as
    /// they are. Answers how many are new. What then is missing between two is a hole.
    pub(super) fn insert(&mut self, entries: Vec<Entry>, me: UserId) -> u64 {
        let amendments = amendments(&entries);
        let appends = self
            .newest()
            .is_some_and(|newest| continues(newest, &entries));
        let new = entries.into_iter().filter(|entry| entry.seq > Seq::ZERO);
        let new = new.map(|entry| entry_line(entry, me));
        let before = self.numbered - self.holes;
        if appends {
            let pending = self.lines.split_off(self.numbered);
            let first = self.numbered;
            self.lines.extend(new);
            self.numbered = self.lines.len();
            self.lines.extend(pending);
            self.quote_lines(first..self.numbered);
        } else {
            let pending = self.lines.split_off(self.numbered);
            let mut numbered = std::mem::take(&mut self.lines);
            numbered.retain(|line| entry_seq(line).is_some());
            numbered.extend(new);
            numbered.sort_by_key(|line| line.key);
            if !mutants::is(Mutant::RepeatsAreKept) {
                numbered.dedup_by_key(|line| line.key);
            }
            self.lines = numbered;
            self.numbered = self.lines.len();
            self.lines.extend(pending);
            self.mark_holes();
            self.quote_lines(0..self.lines.len());
        }
        for amendment in &amendments {
            self.amend(amendment, me);
        }
        if !amendments.is_empty() {
            self.drop_heard();
        }
        if let Some(newest) = self.newest() {
            self.saw_newest();
            if self.loading == Loading::Nothing {
                self.loading = Loading::Some;
            }
            self.drop_landed(newest);
        }
        self.found_unread();
        (self.numbered - self.holes - before) as u64
    }

    /// The newest held entry tells how far the room goes.
    fn saw_newest(&mut self) {
        let newest = self.lines[..self.numbered].last().and_then(held);
        if let Some((seq, posts)) = newest.map(|entry| (entry.seq, entry.posts)) {
            self.saw_end(seq, posts);
        }
    }

    /// Newer entries than the held ones exist and are not wanted now.
    pub(super) fn detach(&mut self) {
        self.end = End::Detached;
        let landed = self.landing.iter().map(|landing| landing.seq).max();
        self.saw_head(landed.unwrap_or(Seq::ZERO));
        self.drop_landed(self.head);
    }

    /// Own messages up to here need no pending line any more.
    pub(super) fn drop_landed(&mut self, seq: Seq) {
        let (landed, waiting): (Vec<Landing>, Vec<Landing>) = std::mem::take(&mut self.landing)
            .into_iter()
            .partition(|landing| {
                landing.seq <= seq && matches!(landing.shown, Unnumbered::Line(_))
            });
        self.landing = waiting;
        if landed.is_empty() {
            return;
        }
        let is_here = |line: &Line| {
            landed.iter().any(
                |landing| matches!(&landing.shown, Unnumbered::Line(here) if here.key == line.key),
            )
        };
        let pending = self.lines.split_off(self.numbered);
        self.lines
            .extend(pending.into_iter().filter(|line| !is_here(line)));
    }

    /// Own changes that the feed has brought need not be laid over their messages any more.
    pub(super) fn drop_heard(&mut self) {
        if self.landing.is_empty() {
            return;
        }
        let (heard, waiting): (Vec<Landing>, Vec<Landing>) = std::mem::take(&mut self.landing)
            .into_iter()
            .partition(|landing| {
                let is_here = landing.seq <= self.told_to || self.holds(landing.seq);
                is_here && !matches!(landing.shown, Unnumbered::Line(_))
            });
        self.landing = waiting;
        for landing in heard {
            match landing.shown {
                Unnumbered::Change(target, change) => self.uncover(target, change.client_id),
                Unnumbered::Reply(_, line) => {
                    self.replies.retain(|(_, other)| other.key != line.key);
                }
                Unnumbered::Line(_) => {}
            }
        }
    }

    /// A change is in its message, or never will be.
    fn uncover(&mut self, target: Seq, id: ClientId) {
        let Some(at) = self.index_of(LineKey::Numbered(target)) else {
            return;
        };
        if let LineContent::Entry { changes, .. } = &mut self.lines[at].content
            && !changes.is_empty()
        {
            changes.retain(|change| change.client_id != id);
            self.changing -= usize::from(changes.is_empty());
        }
    }

    /// Lets go of all entries. The head and what is pending stay.
    pub(super) fn clear_numbered(&mut self) {
        self.lines.drain(..self.numbered);
        self.numbered = 0;
        self.holes = 0;
        self.end = End::Attached;
        self.reading = Reading::End;
        self.loading = Loading::Nothing;
        self.changing = 0;
        self.stale = None;
        self.drop_quotes();
    }

    /// It was read from a recording, without anything that is pending.
    pub(crate) fn restored(&mut self) {
        self.numbered = self.lines.len();
        self.holes = self.lines.iter().filter_map(hole).count();
    }

    pub(super) fn check_numbered(&self) {
        let numbered = &self.lines[..self.numbered];
        assert_eq!(self.holes, numbered.iter().filter_map(hole).count());
        self.check_bounds();
        let mut expected = None;
        for line in numbered {
            let (first, last) = match &line.content {
                LineContent::Entry { entry, .. } => (entry.seq, entry.seq),
                LineContent::Hole { first, last } => (*first, *last),
                LineContent::Pending { .. } => panic!("a pending line stands among the numbered"),
            };
            assert_eq!(line.key, LineKey::Numbered(first));
            assert!(first <= last, "a hole ends before it begins");
            assert!(
                expected.is_none_or(|seq| seq == first),
                "numbers are skipped without a hole"
            );
            expected = Some(last.next());
        }
        for edge in [numbered.first(), numbered.last()].into_iter().flatten() {
            assert!(entry_seq(edge).is_some(), "a hole stands at an edge");
        }
    }

    /// Puts a hole wherever two neighbours do not follow each other.
    fn mark_holes(&mut self) {
        let pending = self.lines.split_off(self.numbered);
        let mut lines: Vec<Line> = Vec::with_capacity(self.numbered);
        self.holes = 0;
        for line in self.lines.drain(..) {
            let before = lines.last().and_then(entry_seq);
            if let (Some(before), Some(seq)) = (before, entry_seq(&line))
                && seq > before.next()
                && !mutants::is(Mutant::HolesAreNotMarked)
            {
                lines.push(hole_line(before.next(), seq.previous()));
                self.holes += 1;
            }
            lines.push(line);
        }
        self.numbered = lines.len();
        lines.extend(pending);
        self.lines = lines;
    }

    /// Where the entry stands that has `n` entries before it.
    pub(super) fn nth_entry(&self, n: usize) -> usize {
        let entries = self.lines[..self.numbered].iter().enumerate();
        let mut entries = entries.filter(|(_, line)| entry_seq(line).is_some());
        entries.nth(n).map_or(self.numbered, |(at, _)| at)
    }
}

/// Whether these are exactly the next numbers.
fn continues(newest: Seq, entries: &[Entry]) -> bool {
    let before = std::iter::once(newest).chain(entries.iter().map(|entry| entry.seq));
    before
        .zip(entries)
        .all(|(before, entry)| before < entry.seq && entry.seq == before.next())
}

pub(super) fn is_changing(line: &&Line) -> bool {
    matches!(&line.content, LineContent::Entry { changes, .. } if !changes.is_empty())
}

/// The entries among these that change messages.
pub(super) fn amendments(entries: &[Entry]) -> Vec<Entry> {
    let amends = |entry: &&Entry| entry.kind.target().is_some();
    entries.iter().filter(amends).cloned().collect()
}

fn entry_seq(line: &Line) -> Option<Seq> {
    match &line.content {
        LineContent::Entry { entry, .. } => Some(entry.seq),
        LineContent::Hole { .. } | LineContent::Pending { .. } => None,
    }
}

pub(super) fn hole(line: &Line) -> Option<(Seq, Seq)> {
    match &line.content {
        LineContent::Hole { first, last } => Some((*first, *last)),
        LineContent::Entry { .. } | LineContent::Pending { .. } => None,
    }
}

fn entry_line(entry: Entry, me: UserId) -> Line {
    Line {
        key: LineKey::Numbered(entry.seq),
        content: LineContent::Entry {
            mine: entry.author.id == me,
            entry: Rc::new(entry),
            quote: None,
            changes: Vec::new(),
        },
    }
}

pub(crate) fn hole_line(first: Seq, last: Seq) -> Line {
    Line {
        key: LineKey::Numbered(first),
        content: LineContent::Hole { first, last },
    }
}
