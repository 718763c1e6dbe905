//! Where the reader is, and what is let go of once too much is held: the lines that are
//! farthest from them, and never those near them.

use serde::{Deserialize, Serialize};
use shared::cursor::Seq;

use super::fetch::NewerWish;
use super::numbered::{entry_seq, hole};
use super::{ENTRIES_LOADED_MAX, End, Loading, Stretch, TRIM_SLACK, Timeline};

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
    pub(super) fn trim(&mut self) {
        let entries = self.numbered - self.holes;
        if entries <= ENTRIES_LOADED_MAX + TRIM_SLACK {
            return;
        }
        let (oldest, newest) = self.spared(entries - ENTRIES_LOADED_MAX);
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

    /// How many of the oldest and of the newest entries make up this excess.
    fn spared(&self, excess: usize) -> (usize, usize) {
        let Reading::Lines(Stretch { first, last }) = self.reading else {
            return (excess, 0);
        };
        let far_above = self.entries_above(first).saturating_sub(READING_NEAR);
        let far_below = self.entries_below(last).saturating_sub(READING_NEAR);
        // As long as both sides have enough, the feed goes on at the end.
        if far_above >= excess {
            (excess, 0)
        } else if far_below >= excess {
            (0, excess)
        } else {
            (far_above, excess - far_above)
        }
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
        let seqs = self.lines[..self.numbered].iter().filter_map(entry_seq);
        seqs.take_while(|seq| *seq < first).count()
    }

    fn entries_below(&self, last: Seq) -> usize {
        let seqs = self.lines[..self.numbered].iter().filter_map(entry_seq);
        seqs.rev().take_while(|seq| *seq > last).count()
    }

    fn count_anew(&mut self) {
        let numbered = &self.lines[..self.numbered];
        self.holes = numbered.iter().filter_map(hole).count();
        self.changing = numbered.iter().filter(super::numbered::is_changing).count();
    }
}
