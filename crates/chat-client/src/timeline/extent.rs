//! How much of a room is on this device, in numbers that a person can be shown.
//!
//! Only what is so is said: a stretch counts as being fetched while it is asked for, or
//! will be as soon as there is a link. Entries that were let go of because the reader is
//! further up are not missing, and nobody fetches them.

use serde::{Deserialize, Serialize};
use shared::cursor::Seq;
use shared::limits::PAGE_ENTRIES;

use super::fetch::NewerWish;
use super::{End, Timeline, Wanted};

/// How much of a room is on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extent {
    /// Something came, even if the room is empty.
    pub is_loaded: bool,
    /// The oldest entry held; zero if none is.
    pub from: Seq,
    /// Nothing is missing from `from` up to here; zero if nothing is held.
    pub complete_to: Seq,
    /// The newest entry known to exist.
    pub head: Seq,
    /// Whether entries after `complete_to` were let go of, because the reader is
    /// further up. They come when they are scrolled to.
    pub is_further_up: bool,
    /// The stretch that is on its way, or will be with the next link; what is missing
    /// goes before what is older.
    pub fetching: Option<Stretch>,
}

/// Numbers that follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// The first of them.
    pub first: Seq,
    /// The last; never below the first.
    pub last: Seq,
}

impl Timeline {
    /// How much of the room is here.
    #[must_use]
    pub fn extent(&self) -> Extent {
        Extent {
            is_loaded: self.is_loaded(),
            from: self.oldest().unwrap_or(Seq::ZERO),
            complete_to: self.complete_to().unwrap_or(Seq::ZERO),
            head: self.head,
            is_further_up: self.end == End::Detached,
            fetching: self.missing().or_else(|| self.older_wanted_stretch()),
        }
    }

    /// The first stretch between what is held and the head that is not here, and is to be.
    fn missing(&self) -> Option<Stretch> {
        if let Some((first, last)) = self.first_hole() {
            return Some(Stretch { first, last });
        }
        let newest = self.newest()?;
        let page = self.newer_page();
        let (first, last) = match (self.end, self.newer_wish) {
            (End::Attached, _) => (newest.next(), self.head),
            (End::Detached, NewerWish::None) => return None,
            (End::Detached, NewerWish::Page) => {
                (newest.next(), Seq(newest.0 + page).min(self.head))
            }
            (End::Detached, NewerWish::Newest) => {
                (first_of_page(self.head, u64::from(PAGE_ENTRIES)), self.head)
            }
        };
        (first <= last).then_some(Stretch { first, last })
    }

    fn older_wanted_stretch(&self) -> Option<Stretch> {
        let oldest = self
            .oldest()
            .filter(|_| self.older_wanted == Wanted::Yes && self.has_older())?;
        let last = oldest.previous();
        Some(Stretch {
            first: first_of_page(last, self.older_page()),
            last,
        })
    }
}

/// The first number of a page of so many entries that ends here.
fn first_of_page(last: Seq, entries: u64) -> Seq {
    Seq(last.0.saturating_sub(entries) + 1)
}
