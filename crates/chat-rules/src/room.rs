//! One room on one node: puts entries in order, finds gaps, feeds followers.
//!
//! Invariant: every follower is given entry n + 1 directly after entry n, from the
//! `from` of its [`Output::Start`] on. A follower first reads pages of the store
//! until it has reached the room's head; from there it is live and fed with
//! everybody else. While it reads it is given nothing live, so there is nothing to
//! merge; a live follower always stands at the head, so one number serves all.
//!
//! A join always begins with a read: the store's answer is the only sure head, since
//! what was published before the first follower came was not heard here.

mod catch_up;
mod follower;
mod input;
mod order;
mod output;
mod recent;

use std::collections::BTreeMap;
use std::sync::Arc;

use shared::cursor::{Cursor, Seq};
use shared::entry::Entry;
use shared::ids::{RequestId, SessionId};
use shared::moment::Moment;
use shared::refusal::{Refusal, RefusalCode};

use self::follower::{Awaits, Reader, Stage, Wants};
use self::order::{Gap, Order};

pub use self::input::{Input, Page};
pub use self::order::HELD_ENTRIES_MAX;
pub use self::output::{Generation, Output, PageWanted};

/// An entry that is known to be stored and has not come is asked for after this
/// long, and asked for again after a failed read. Most are on their way and come in
/// a millisecond; a person hardly notices a second.
pub const MISSING_RETRY_MS: u64 = 1_000;

/// One room's state while it has followers.
#[derive(Debug)]
pub struct Room<H> {
    incarnation: u64,
    reads: u64,
    order: Order,
    fetch: Fetch,
    /// By id. All stand at the head.
    live: Vec<(SessionId, H)>,
    reading: BTreeMap<SessionId, Reader<H>>,
    /// Those of `reading` that wait for the head, with the next entry they need.
    ahead: BTreeMap<SessionId, Seq>,
}

/// Whether missing entries are being asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fetch {
    Idle,
    Asked { after: Seq },
    At(Moment),
}

impl<H> Room<H> {
    /// A room without followers. `incarnation` is a number that no earlier `Room` of
    /// the same room had on this node: a page that was read for an earlier one is
    /// known by it and dropped.
    #[must_use]
    pub fn new(incarnation: u64) -> Self {
        Self {
            incarnation,
            reads: 0,
            order: Order::default(),
            fetch: Fetch::Idle,
            live: Vec::new(),
            reading: BTreeMap::new(),
            ahead: BTreeMap::new(),
        }
    }

    /// Takes one input; gives what is to be done, in order.
    #[must_use]
    pub fn handle(&mut self, now: Moment, input: Input<H>) -> Vec<Output<H>> {
        let mut out = Vec::new();
        match input {
            Input::Appended(entry) => self.appended(now, entry, &mut out),
            Input::Join {
                follower,
                handle,
                id,
                after,
            } => {
                self.join(follower, handle, id, after, &mut out);
            }
            Input::Leave { follower } => self.leave(follower, &mut out),
            Input::Page {
                to,
                generation,
                page,
            } => self.page(now, to, generation, page, &mut out),
            Input::ReadFailed { to, generation } => self.read_failed(to, generation, &mut out),
            Input::Missing(page) => self.missing(now, page, &mut out),
            Input::MissingFailed => self.missing_failed(now),
            Input::Deadline => self.wake(now, &mut out),
        }
        out
    }

    /// When `Input::Deadline` is wanted.
    #[must_use]
    pub fn deadline(&self) -> Option<Moment> {
        match self.fetch {
            Fetch::At(at) => Some(at),
            Fetch::Idle | Fetch::Asked { .. } => None,
        }
    }

    /// The followers that are fed by `Feed`, by ascending id.
    pub fn live(&self) -> impl Iterator<Item = (SessionId, &H)> {
        self.live.iter().map(|(id, handle)| (*id, handle))
    }

    /// How to reach a follower, live or still reading; `None` if it does not follow.
    #[must_use]
    pub fn handle_of(&self, follower: SessionId) -> Option<&H> {
        match self.live_place(follower) {
            Ok(place) => Some(&self.live[place].1),
            Err(_) => self.reading.get(&follower).map(|reader| &reader.handle),
        }
    }

    /// Whether nobody follows: then this state can be dropped.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.live.is_empty() && self.reading.is_empty()
    }

    /// Panics if the machine contradicts itself.
    pub fn check_invariants(&self) {
        self.order.check_invariants();
        assert!(
            self.live.is_sorted_by(|(a, _), (b, _)| a < b),
            "live followers are out of order"
        );
        let head = self.order.head();
        assert!(
            head.is_some() || self.live.is_empty(),
            "somebody is live at no head"
        );
        let waiting = self
            .reading
            .values()
            .filter(|reader| reader.awaits == Awaits::Head)
            .count();
        assert_eq!(
            waiting,
            self.ahead.len(),
            "followers that wait for the head are miscounted"
        );
        for (id, reader) in &self.reading {
            assert!(self.live_place(*id).is_err(), "{id} is live and reading");
            match (reader.awaits, reader.stage, head) {
                (Awaits::Page(_), Stage::Starting { .. }, _) => {}
                (Awaits::Page(_), Stage::Reading { next, .. }, Some(head)) => {
                    assert!(next <= head.next(), "{id} reads ahead of the head");
                }
                (Awaits::Head, Stage::Reading { next, .. }, Some(head)) => {
                    assert!(next > head.next(), "{id} waits for a head that has come");
                    assert_eq!(self.ahead.get(id), Some(&next), "{id} waits unknown");
                }
                (Awaits::Head, Stage::Starting { .. }, _) | (_, Stage::Reading { .. }, None) => {
                    panic!("{id} reads from nowhere");
                }
            }
        }
        if self.order.gap().is_some() {
            assert!(self.fetch != Fetch::Idle, "nobody asks for what is missing");
        }
    }

    fn appended(&mut self, now: Moment, entry: Arc<Entry>, out: &mut Vec<Output<H>>) {
        if let Fetch::At(_) = self.fetch {
            self.fetch = Fetch::Idle;
        }
        self.take([entry], out);
        self.ask_for_missing(now, out);
    }

    fn join(
        &mut self,
        follower: SessionId,
        handle: H,
        id: RequestId,
        after: Option<Cursor>,
        out: &mut Vec<Output<H>>,
    ) {
        self.leave(follower, out);
        let wants = Wants::new(after);
        let awaits = Awaits::Page(self.read(follower, wants.page(), out));
        let stage = Stage::Starting { id, wants };
        self.reading.insert(
            follower,
            Reader {
                handle,
                awaits,
                stage,
            },
        );
    }

    fn leave(&mut self, follower: SessionId, out: &mut Vec<Output<H>>) {
        if let Ok(place) = self.live_place(follower) {
            self.live.remove(place);
        }
        self.ahead.remove(&follower);
        if let Some(Reader { handle, stage, .. }) = self.reading.remove(&follower) {
            match stage {
                Stage::Starting { id, .. } => {
                    out.push(Output::Refuse {
                        handle,
                        id,
                        refusal: overtaken(),
                    });
                }
                Stage::Reading { .. } => {}
            }
        }
    }

    fn missing(&mut self, now: Moment, page: Page, out: &mut Vec<Output<H>>) {
        let Fetch::Asked { after } = self.fetch else {
            return;
        };
        self.fetch = Fetch::Idle;
        self.order.learn(page.head, page.posts);
        self.take(page.entries.into_iter().map(Arc::new), out);
        match self.order.gap() {
            Some(Gap::Announced(head) | Gap::Passed(head)) if head > after => {
                self.fetch_missing(head, out);
            }
            Some(_) => self.fetch = Fetch::At(now.plus_ms(MISSING_RETRY_MS)),
            None => {}
        }
    }

    fn missing_failed(&mut self, now: Moment) {
        if let Fetch::Asked { .. } = self.fetch {
            self.fetch = Fetch::At(now.plus_ms(MISSING_RETRY_MS));
        }
    }

    fn wake(&mut self, now: Moment, out: &mut Vec<Output<H>>) {
        match self.fetch {
            Fetch::At(at) if now >= at => match self.order.gap() {
                Some(Gap::Announced(head) | Gap::Passed(head)) => self.fetch_missing(head, out),
                None => self.fetch = Fetch::Idle,
            },
            Fetch::At(_) | Fetch::Idle | Fetch::Asked { .. } => {}
        }
    }

    fn ask_for_missing(&mut self, now: Moment, out: &mut Vec<Output<H>>) {
        match (self.order.gap(), self.fetch) {
            (Some(Gap::Passed(head)), Fetch::Idle) => self.fetch_missing(head, out),
            (Some(Gap::Announced(_)), Fetch::Idle) => {
                self.fetch = Fetch::At(now.plus_ms(MISSING_RETRY_MS));
            }
            (None, Fetch::At(_)) => self.fetch = Fetch::Idle,
            (Some(_), Fetch::Asked { .. } | Fetch::At(_))
            | (None, Fetch::Asked { .. } | Fetch::Idle) => {}
        }
    }

    fn fetch_missing(&mut self, after: Seq, out: &mut Vec<Output<H>>) {
        self.fetch = Fetch::Asked { after };
        out.push(Output::FetchMissing { after });
    }

    /// Takes entries from wherever they come; feeds those that are next in order.
    fn take(&mut self, entries: impl IntoIterator<Item = Arc<Entry>>, out: &mut Vec<Output<H>>) {
        let mut fed = Vec::new();
        self.order.release(&mut fed);
        for entry in entries {
            self.order.take(entry, &mut fed);
        }
        if !self.live.is_empty() {
            out.extend(fed.into_iter().map(Output::Feed));
        }
        self.wake_readers(out);
    }

    /// Followers that had read further than the head read on once it has come. They
    /// do not turn live here: what is in `out` for the live ones was theirs already.
    fn wake_readers(&mut self, out: &mut Vec<Output<H>>) {
        let Some(head) = self.order.head() else {
            return;
        };
        let reached: Vec<(SessionId, Seq)> = self
            .ahead
            .iter()
            .filter(|(_, next)| **next <= head.next())
            .map(|(follower, next)| (*follower, *next))
            .collect();
        for (follower, next) in reached {
            self.ahead.remove(&follower);
            let generation = self.read(follower, PageWanted::After(next.previous()), out);
            if let Some(reader) = self.reading.get_mut(&follower) {
                reader.awaits = Awaits::Page(generation);
            }
        }
    }

    fn read(&mut self, to: SessionId, page: PageWanted, out: &mut Vec<Output<H>>) -> Generation {
        self.reads += 1;
        let generation = Generation {
            incarnation: self.incarnation,
            read: self.reads,
        };
        out.push(Output::Read {
            to,
            generation,
            page,
        });
        generation
    }

    fn live_place(&self, follower: SessionId) -> Result<usize, usize> {
        self.live.binary_search_by_key(&follower, |(id, _)| *id)
    }
}

fn overtaken() -> Refusal {
    Refusal::new(
        RefusalCode::Unavailable,
        "The room was unfollowed or followed anew before this could be answered.",
    )
}

#[cfg(test)]
mod tests;
