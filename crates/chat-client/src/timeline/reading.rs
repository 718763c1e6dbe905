//! Where the reader is, and what is let go of once too much is held: the lines that are
//! farthest from them, and never those near them.

use serde::{Deserialize, Serialize};
use shared::cursor::Seq;
use shared::entry::Entry;

use super::amended::held;
use super::fetch::NewerWish;
use super::numbered::hole;
use super::{
    ENTRIES_HELD_MAX, End, LINES_HELD_MAX, Loading, Stretch, TRIM_SLACK, Timeline, is_drawn,
};

/// Entries on either side of the lines on the screen that stay: the rows that a page keeps
/// around them, and as far as the reader gets before the driver tells it again.
pub const READING_NEAR: usize = 200;

/// Where in a room the reader is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// At the newest line, wherever that goes; also where nobody reads.
    #[default]
    End,
    /// At these lines, which are on the screen.
    Lines(Stretch),
}

/// Where lines came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grown {
    /// Before the oldest.
    Above,
    /// At the end, or between.
    Below,
}

/// What is held too much.
#[derive(Clone, Copy, Debug)]
struct Excess {
    /// Messages.
    drawn: usize,
    /// Entries, whatever they are.
    all: usize,
}

impl Excess {
    /// How many of these make it up.
    fn among<'a>(self, entries: impl Iterator<Item = &'a Entry>) -> usize {
        let mut rest = self;
        let is_more = |entry: &&Entry| {
            let is_more = rest.drawn > 0 || rest.all > 0;
            rest.take(entry);
            is_more
        };
        entries.take_while(is_more).count()
    }

    fn without<'a>(mut self, entries: impl Iterator<Item = &'a Entry>) -> Self {
        entries.for_each(|entry| self.take(entry));
        self
    }

    fn take(&mut self, entry: &Entry) {
        self.drawn = self.drawn.saturating_sub(usize::from(is_drawn(entry)));
        self.all = self.all.saturating_sub(1);
    }
}

impl Reading {
    /// At this line.
    pub(super) fn at(seq: Seq) -> Self {
        Self::Lines(Stretch {
            first: seq,
            last: seq,
        })
    }
}

impl Timeline {
    /// The reader is there now.
    pub(crate) fn reads(&mut self, reading: Reading) {
        self.reading = reading;
        // Whoever moves on does not want to be put at the end later.
        if reading != Reading::End && self.newer_wish == NewerWish::Newest {
            self.newer_wish = NewerWish::None;
        }
    }

    /// Whoever wants older lines is near the oldest of these, even if that was not told.
    pub(super) fn reads_near_oldest(&mut self) {
        let is_near = match self.reading {
            Reading::End => false,
            Reading::Lines(lines) => self.entries_above(lines.first) <= READING_NEAR,
        };
        if let Some(oldest) = self.oldest().filter(|_| !is_near) {
            self.reading = Reading::at(oldest);
        }
    }

    /// Whoever wants newer lines is near the newest of these.
    pub(super) fn reads_near_newest(&mut self) {
        let is_near = match self.reading {
            Reading::End => true,
            Reading::Lines(lines) => self.entries_below(lines.last) <= READING_NEAR,
        };
        if let Some(newest) = self.newest().filter(|_| !is_near) {
            self.reading = Reading::at(newest);
        }
    }

    /// Nobody reads here any more: the newest lines are what is wanted next.
    pub(crate) fn leave(&mut self) {
        self.set_first_unread(None);
        self.stay();
        self.reading = Reading::End;
        self.newer_wish = NewerWish::None;
        if self.end == End::Detached {
            self.clear_numbered();
        }
    }

    /// Lets go of what is too much.
    pub(super) fn trim(&mut self, grown: Grown) {
        let entries = self.numbered - self.holes;
        let Some(excess) = self.excess() else { return };
        let (oldest, newest) = self.spared(excess, grown);
        if newest > 0 {
            let kept = self.nth_entry(entries - newest - 1) + 1;
            self.lines.drain(kept..self.numbered);
            self.numbered = kept;
            self.detach();
        }
        if oldest > 0 {
            let first = self.nth_entry(oldest);
            self.lines.drain(..first);
            self.numbered -= first;
            self.loading = Loading::Some;
        }
        self.count_anew();
        self.drop_quotes();
    }

    /// What is held beyond the bounds, if it is more than the slack.
    fn excess(&self) -> Option<Excess> {
        let all = self.numbered - self.holes;
        if all <= LINES_HELD_MAX + TRIM_SLACK {
            return None;
        }
        let drawn = self.entries().filter(|entry| is_drawn(entry)).count();
        let over = |count: usize, most: usize| {
            if count > most + TRIM_SLACK {
                count - most
            } else {
                0
            }
        };
        let drawn = over(drawn, LINES_HELD_MAX);
        let all = over(all, ENTRIES_HELD_MAX);
        (drawn > 0 || all > 0).then_some(Excess { drawn, all })
    }

    /// How many of the oldest and of the newest entries make up this excess.
    fn spared(&self, excess: Excess, grown: Grown) -> (usize, usize) {
        let oldest = excess.among(self.entries());
        let Reading::Lines(Stretch { first, last }) = self.reading else {
            return (oldest, 0);
        };
        let newest = excess.among(self.entries().rev());
        let far_above = self.entries_above(first).saturating_sub(READING_NEAR);
        let far_below = self.entries_below(last).saturating_sub(READING_NEAR);
        // What has just come is wanted: as long as both sides have enough, the other one goes.
        let from_above = (far_above >= oldest).then_some((oldest, 0));
        let from_below = (far_below >= newest).then_some((0, newest));
        let one_side = match grown {
            Grown::Above => from_below.or(from_above),
            Grown::Below => from_above.or(from_below),
        };
        one_side.unwrap_or_else(|| {
            let rest = excess.without(self.entries().take(far_above));
            (far_above, rest.among(self.entries().rev()))
        })
    }

    /// The held entries, ascending.
    pub(super) fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.lines[..self.numbered].iter().filter_map(held)
    }

    /// More is new than is held at all: what is held is let go of, unless somebody reads
    /// it. Answers whether the room goes on here.
    pub(super) fn skips(&mut self) -> bool {
        match self.reading {
            Reading::End => {
                self.clear_numbered();
                true
            }
            Reading::Lines(_) => {
                self.detach();
                false
            }
        }
    }

    fn entries_above(&self, first: Seq) -> usize {
        let entries = self.entries();
        entries.take_while(|entry| entry.seq < first).count()
    }

    fn entries_below(&self, last: Seq) -> usize {
        let entries = self.entries().rev();
        entries.take_while(|entry| entry.seq > last).count()
    }

    pub(super) fn check_bounds(&self) {
        assert!(self.excess().is_none(), "too much is held");
    }

    fn count_anew(&mut self) {
        let numbered = &self.lines[..self.numbered];
        self.holes = numbered.iter().filter_map(hole).count();
        self.changing = numbered.iter().filter(super::numbered::is_changing).count();
    }
}
