//! Pages over HTTP: which one is wanted, whether it is on its way, and whether what
//! came is what was asked for.

use serde::{Deserialize, Serialize};
use shared::cursor::{Epoch, Seq};
use shared::entry::Entry;
use shared::http::EntriesPage;
use shared::ids::UserId;
use shared::limits::{PAGE_ENTRIES, PAGE_ENTRIES_MAX};
use shared::moment::Moment;

use super::reading::Grown;
use super::{End, LINES_HELD_MAX, Loading, Reading, Timeline, Wanted, is_drawn};
use crate::backoff::{self, Chance};
use crate::{FetchFailure, PageAsk, PageSide};

/// A page that has not come by then is asked for again.
const FETCH_WITHIN_MS: u64 = 15_000;

/// One page at a time, and when to ask again if it fails.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Fetch {
    state: FetchState,
    failures: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
enum FetchState {
    #[default]
    Idle,
    Asked {
        ask: PageAsk,
        until: Moment,
    },
    /// It failed; not before this moment again.
    Waiting {
        until: Moment,
    },
    /// The server says that there is nothing to be had; not before the next link.
    Blocked,
}

/// What the reader wants below what is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum NewerWish {
    None,
    /// The next page.
    Page,
    /// The newest page, wherever it is.
    Newest,
}

/// What an answer did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answered {
    /// Nobody waits for it any more.
    Dropped,
    /// It is not what was asked for, or did not come.
    Failed,
    /// It was taken in: this many entries are new here.
    Taken(u64),
}

impl Fetch {
    pub(super) fn is_running(&self) -> bool {
        matches!(self.state, FetchState::Asked { .. })
    }

    /// Failures of the old link do not count against the new one.
    pub(super) fn forgive(&mut self) {
        self.failures = 0;
        if !self.is_running() {
            self.state = FetchState::Idle;
        }
    }

    /// When the state changes by itself.
    fn deadline(&self) -> Option<Moment> {
        match self.state {
            FetchState::Asked { until, .. } | FetchState::Waiting { until } => Some(until),
            FetchState::Idle | FetchState::Blocked => None,
        }
    }

    /// Whether a page may be asked for now.
    fn is_free(&mut self, now: Moment, chance: &mut Chance) -> bool {
        match self.state {
            FetchState::Idle => true,
            FetchState::Asked { until, .. } => {
                if until <= now {
                    self.failed(now, chance);
                }
                false
            }
            FetchState::Waiting { until } => until <= now,
            FetchState::Blocked => false,
        }
    }

    fn asked(&mut self, now: Moment, ask: PageAsk) {
        self.state = FetchState::Asked {
            ask,
            until: now.plus_ms(FETCH_WITHIN_MS),
        };
    }

    fn waits_for(&self, wanted: &PageAsk) -> bool {
        matches!(self.state, FetchState::Asked { ask, .. } if ask == *wanted)
    }

    fn failed(&mut self, now: Moment, chance: &mut Chance) {
        // Half of the ceiling at least: a page that fails at once is not worth haste.
        let ceiling = backoff::ceiling_ms(self.failures);
        let delay = ceiling / 2 + chance.up_to(ceiling / 2);
        self.failures = self.failures.saturating_add(1);
        self.state = FetchState::Waiting {
            until: now.plus_ms(delay),
        };
    }
}

/// With fewer messages among [`PAGE_ENTRIES`] entries the next page is a large one.
const DRAWN_MIN: usize = 10;

impl Timeline {
    pub(crate) fn want_older(&mut self) {
        if !self.has_older() {
            return;
        }
        self.older_wanted = Wanted::Yes;
        self.reads_near_oldest();
    }

    pub(crate) fn want_newer(&mut self) {
        self.reads_near_newest();
        if self.end == End::Detached && self.newer_wish == NewerWish::None {
            self.newer_wish = NewerWish::Page;
        }
    }

    pub(crate) fn want_newest(&mut self) {
        self.reading = Reading::End;
        self.stay();
        if self.end == End::Detached {
            self.newer_wish = NewerWish::Newest;
        }
    }

    /// The pages that are to be asked for now. What is answered counts as asked.
    pub(crate) fn asks(&mut self, now: Moment, chance: &mut Chance) -> Vec<PageAsk> {
        self.miss_landings(now);
        let mut asks = Vec::new();
        if let Some(ask) = self.older_ask()
            && self.older.is_free(now, chance)
        {
            self.older.asked(now, ask);
            asks.push(ask);
        }
        if let Some(ask) = self.newer_ask()
            && self.newer.is_free(now, chance)
        {
            self.newer.asked(now, ask);
            asks.push(ask);
        }
        asks.extend(self.quote_asks());
        asks
    }

    /// When a page is to be asked for (again), with a link.
    pub(crate) fn fetch_deadline(&self) -> Option<Moment> {
        let older = self.older_ask().and_then(|_| self.older.deadline());
        let newer = self.newer_ask().and_then(|_| self.newer.deadline());
        [older, newer, self.landing_deadline()]
            .into_iter()
            .flatten()
            .min()
    }

    /// The answer to an ask.
    pub(crate) fn page(
        &mut self,
        now: Moment,
        ask: &PageAsk,
        page: Result<EntriesPage, FetchFailure>,
        epoch: Epoch,
        me: UserId,
        chance: &mut Chance,
    ) -> Answered {
        let right = page.as_ref().ok().filter(|page| {
            page.epoch == epoch && is_answer(ask.side, &page.entries) && self.can_use(page.head)
        });
        let is_right = right.is_some();
        let was_quote = self.quote_came(ask, right.map(|page| &page.entries[..]));
        if let Some(page) = right {
            self.freshen(&page.entries);
            if was_quote {
                self.make_whole(page.head, me);
            }
        }
        let slot = if self.older.waits_for(ask) {
            &mut self.older
        } else if self.newer.waits_for(ask) {
            &mut self.newer
        } else if was_quote {
            return Answered::Taken(0);
        } else {
            return Answered::Dropped;
        };
        let page = match page {
            Ok(page) if is_right => page,
            Ok(_) | Err(FetchFailure::Temporary) => {
                slot.failed(now, chance);
                return Answered::Failed;
            }
            Err(FetchFailure::Gone | FetchFailure::NotSignedIn) => {
                slot.state = FetchState::Blocked;
                self.older_wanted = Wanted::No;
                self.newer_wish = NewerWish::None;
                self.stay();
                return Answered::Failed;
            }
        };
        let is_older = self.older.waits_for(ask);
        let head = page.head;
        let served = if is_older {
            self.take_older(ask, page, me)
        } else {
            self.take_newer(ask, page, me)
        };
        let slot = if is_older {
            &mut self.older
        } else {
            &mut self.newer
        };
        if served == Answered::Failed {
            slot.failed(now, chance);
        } else {
            *slot = Fetch::default();
        }
        if matches!(served, Answered::Taken(_)) {
            self.make_whole(head, me);
        }
        if self.newest_loaded() >= self.head {
            self.end = End::Attached;
        }
        served
    }

    /// What is unread goes first, then what the reader wants.
    fn older_ask(&self) -> Option<PageAsk> {
        if let Some(ask) = self.unread_ask() {
            return Some(ask);
        }
        let oldest = self.oldest().filter(|_| self.older_wanted == Wanted::Yes)?;
        Some(self.ask(PageSide::Before(oldest), self.older_page()))
    }

    /// Entries of an older page: more where little of what is there is drawn.
    pub(super) fn older_page(&self) -> u64 {
        page_beside(self.entries())
    }

    /// Entries of a newer page.
    pub(super) fn newer_page(&self) -> u64 {
        page_beside(self.entries().rev())
    }

    /// What is missing goes first, then what the reader wants.
    fn newer_ask(&self) -> Option<PageAsk> {
        let newest_page = self.ask(PageSide::Before(self.head.next()), u64::from(PAGE_ENTRIES));
        if let Some((first, last)) = self.first_hole().filter(|_| self.is_live()) {
            let missing = last.distance_from(first.previous());
            return Some(self.ask(PageSide::After(first.previous()), missing));
        }
        let may_wait = self.newer_wish != NewerWish::Newest;
        if let Some(ask) = self.stale_ask().filter(|_| may_wait && self.is_live()) {
            return Some(ask);
        }
        match (self.end, self.newer_wish, self.newest()) {
            (End::Attached, _, newest) => {
                let missing = self.head.distance_from(newest.unwrap_or(Seq::ZERO));
                if missing == 0 || !self.is_live() {
                    None
                } else if missing > LINES_HELD_MAX as u64 {
                    Some(newest_page)
                } else {
                    newest.map_or(Some(newest_page), |newest| {
                        Some(self.ask(PageSide::After(newest), missing))
                    })
                }
            }
            (End::Detached, NewerWish::Page, Some(newest)) => {
                Some(self.ask(PageSide::After(newest), self.newer_page()))
            }
            (End::Detached, NewerWish::Newest, _) => Some(newest_page),
            (End::Detached, NewerWish::None | NewerWish::Page, _) => None,
        }
    }

    pub(super) fn ask(&self, side: PageSide, entries: u64) -> PageAsk {
        let limit = entries.min(u64::from(PAGE_ENTRIES_MAX));
        let limit = u16::try_from(limit).unwrap_or(PAGE_ENTRIES_MAX);
        PageAsk {
            room: self.room,
            side,
            limit,
        }
    }

    fn take_older(&mut self, ask: &PageAsk, page: EntriesPage, me: UserId) -> Answered {
        let is_wanted =
            self.older_wanted == Wanted::Yes || self.is_seeking_unread() || self.sought.is_some();
        self.older_wanted = Wanted::No;
        let PageSide::Before(below) = ask.side else {
            return self.take_unread(page, me);
        };
        if self.oldest() != Some(below) || !is_wanted {
            return Answered::Dropped;
        }
        if page.entries.is_empty() {
            self.loading = Loading::FromStart;
        }
        let shows_nothing = !page.entries.iter().any(is_drawn);
        let new = self.insert(page.entries, me);
        self.trim(Grown::Above);
        // Pages of nothing but changes leave the reader where they were. One that was let
        // go of at once would come again and again.
        if shows_nothing && self.oldest() != Some(below) {
            self.want_older();
        }
        Answered::Taken(new)
    }

    fn take_newer(&mut self, ask: &PageAsk, page: EntriesPage, me: UserId) -> Answered {
        // With a feed at the end, the feed says what is newest; the page's head may be
        // only a moment ahead of it.
        if self.end == End::Detached {
            self.saw_head(page.head);
        }
        let (Some(first), Some(last)) = (page.entries.first(), page.entries.last()) else {
            return Answered::Failed;
        };
        let (first, last) = (first.seq, last.seq);
        match ask.side {
            // What is held was freshened already.
            PageSide::After(above) if self.stale_from() == Some(above.next()) => {
                self.read_anew(last);
                return Answered::Taken(0);
            }
            PageSide::After(above) => {
                if !self.holds(above) || self.holds(above.next()) {
                    return Answered::Dropped;
                }
                // A short rest is loaded with it, so that the end is really reached, and
                // what is drawn behind a page of nothing but changes.
                let rest = self.head.distance_from(last);
                let shows_something = page.entries.iter().any(is_drawn);
                let is_enough = rest > u64::from(PAGE_ENTRIES) && shows_something;
                if self.newer_wish == NewerWish::Page && (rest == 0 || is_enough) {
                    self.newer_wish = NewerWish::None;
                }
            }
            PageSide::Before(_) => {
                self.newer_wish = NewerWish::None;
                let is_apart = |newest: Seq| first > newest.next();
                if self.newest().is_some_and(is_apart) && !self.skips() {
                    return Answered::Taken(0);
                }
                self.end = End::Attached;
            }
        }
        let new = self.insert(page.entries, me);
        self.trim(Grown::Below);
        Answered::Taken(new)
    }
}

/// Entries of a page that is to come beside these. Where most of them are changes of
/// messages or said in threads, a small page would show next to nothing.
fn page_beside<'a>(entries: impl Iterator<Item = &'a Entry>) -> u64 {
    let beside = entries.take(usize::from(PAGE_ENTRIES));
    let drawn = beside.filter(|entry| is_drawn(entry)).count();
    u64::from(if drawn < DRAWN_MIN {
        PAGE_ENTRIES_MAX
    } else {
        PAGE_ENTRIES
    })
}

/// Whether entries are dense, ascending, and directly on the side that was asked for.
fn is_answer(side: PageSide, entries: &[Entry]) -> bool {
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else {
        return true;
    };
    let dense = entries
        .windows(2)
        .all(|pair| pair[1].seq == pair[0].seq.next());
    let beside = match side {
        PageSide::Before(seq) => last.seq.next() == seq,
        PageSide::After(seq) => first.seq == seq.next(),
    };
    dense && beside && first.seq > Seq::ZERO
}
