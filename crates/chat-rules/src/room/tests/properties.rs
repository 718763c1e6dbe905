//! A room under random order, loss, repetition and lateness, held against a model log.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use shared::cursor::{Cursor, Epoch, Seq};
use shared::entry::Entry;
use shared::ids::{RequestId, SessionId};
use shared::moment::Moment;

use super::{EPOCH, entry, page};
use crate::room::{Generation, Input, MISSING_RETRY_MS, Output, Page, PageWanted, Room};

/// One step of the world around a room.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// Entries are written; their notes are on their way.
    Commit(u64),
    /// A note arrives, any of those that are on their way.
    Note(usize),
    /// A note arrives that has arrived before, or that another node repeats.
    Repeat(u64),
    /// A note is lost.
    Lose(usize),
    Join(u64, After),
    Leave(u64),
    /// The store reads for a follower; its answer is on its way.
    Execute(usize),
    /// An answer arrives, any of those that are on their way.
    Deliver(usize),
    /// A read fails.
    Fail(usize),
    /// An answer arrives a second time.
    DeliverAgain(u64),
    ExecuteFetch,
    DeliverFetch,
    FailFetch,
    Pass(u64),
    /// The room is dropped if nobody follows, and made anew at the next join.
    Recreate,
}

#[derive(Clone, Copy, Debug)]
enum After {
    Nothing,
    /// This many before the end of the log.
    Behind(u64),
    Ahead(u64),
    OtherEpoch,
}

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        let side = self.0 % sides;
        self.0 /= sides;
        side
    }

    fn rest(&self) -> usize {
        (self.0 % 1_000_003) as usize
    }
}

fn step_of(number: u64) -> Step {
    let mut dice = Dice(number);
    match dice.roll(100) {
        0..20 => Step::Commit(1 + dice.roll(3)),
        20 => Step::Commit(1 + dice.roll(400)),
        21..41 => Step::Note(dice.rest()),
        41 => Step::Repeat(dice.roll(2_000)),
        42 => Step::Lose(dice.rest()),
        43..55 => {
            let follower = dice.roll(5);
            let after = match dice.roll(8) {
                0..2 => After::Nothing,
                2..5 => After::Behind(dice.roll(80)),
                5 => After::Behind(dice.roll(1_500)),
                6 => After::Ahead(1 + dice.roll(3)),
                _ => After::OtherEpoch,
            };
            Step::Join(follower, after)
        }
        55..58 => Step::Leave(dice.roll(5)),
        58..72 => Step::Execute(dice.rest()),
        72..86 => Step::Deliver(dice.rest()),
        86 => Step::Fail(dice.rest()),
        87 => Step::DeliverAgain(dice.0),
        88..91 => Step::ExecuteFetch,
        91..94 => Step::DeliverFetch,
        94 => Step::FailFetch,
        95..98 => Step::Pass(dice.roll(1_500)),
        _ => Step::Recreate,
    }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let numbers = prop::collection::vec(any::<u64>(), 0..160);
    numbers.prop_map(|numbers| numbers.into_iter().map(step_of).collect())
}

/// What a follower was given since its latest join.
#[derive(Debug)]
struct Follower {
    join: u32,
    /// `None` until it was told how it starts.
    next: Option<Seq>,
    live: bool,
}

#[derive(Clone, Debug)]
struct Read {
    to: SessionId,
    generation: Generation,
    wanted: PageWanted,
    /// What the store found, once it has read.
    page: Option<Page>,
}

/// The log, the bus, the store and the hub around one room.
struct World {
    room: Room<u32>,
    incarnations: u64,
    now: Moment,
    head: u64,
    page_entries: u64,
    notes: Vec<u64>,
    reads: Vec<Read>,
    delivered: Vec<Read>,
    fetch: Option<(Seq, Option<Page>)>,
    joins: u32,
    /// Joins that were neither started nor refused.
    unanswered: BTreeMap<u32, RequestId>,
    followers: BTreeMap<SessionId, Follower>,
}

impl World {
    fn new(head: u64, page_entries: u64) -> Self {
        Self {
            room: Room::new(0),
            incarnations: 0,
            now: Moment(0),
            head,
            page_entries,
            notes: Vec::new(),
            reads: Vec::new(),
            delivered: Vec::new(),
            fetch: None,
            joins: 0,
            unanswered: BTreeMap::new(),
            followers: BTreeMap::new(),
        }
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Commit(count) => {
                self.notes.extend(self.head + 1..=self.head + count);
                self.head += count;
            }
            Step::Note(which) => {
                if let Some(place) = pick(which, self.notes.len()) {
                    let seq = self.notes.swap_remove(place);
                    self.note(seq);
                }
            }
            Step::Repeat(seq) => {
                if self.head > 0 {
                    self.note(1 + seq % self.head);
                }
            }
            Step::Lose(which) => {
                if let Some(place) = pick(which, self.notes.len()) {
                    self.notes.swap_remove(place);
                }
            }
            Step::Join(follower, after) => self.join(SessionId(follower), after),
            Step::Leave(follower) => {
                let follower = SessionId(follower);
                self.followers.remove(&follower);
                self.handle(Input::Leave { follower });
            }
            Step::Execute(which) => {
                if let Some(place) = pick(which, self.reads.len()) {
                    self.execute(place);
                }
            }
            Step::Deliver(which) => {
                if let Some(place) = pick(which, self.reads.len()) {
                    self.deliver(place);
                }
            }
            Step::Fail(which) => {
                if let Some(place) = pick(which, self.reads.len()) {
                    let Read { to, generation, .. } = self.reads.swap_remove(place);
                    self.handle(Input::ReadFailed { to, generation });
                }
            }
            Step::DeliverAgain(which) => {
                if let Some(place) = pick(which as usize, self.delivered.len()) {
                    let Read {
                        to,
                        generation,
                        page,
                        ..
                    } = self.delivered[place].clone();
                    let page = page.expect("it was read before it was delivered");
                    self.handle(Input::Page {
                        to,
                        generation,
                        page,
                    });
                }
            }
            Step::ExecuteFetch => self.execute_fetch(),
            Step::DeliverFetch => self.deliver_fetch(),
            Step::FailFetch => {
                if self.fetch.take().is_some() {
                    self.handle(Input::MissingFailed);
                }
            }
            Step::Pass(ms) => {
                self.now = self.now.plus_ms(ms);
                self.handle(Input::Deadline);
            }
            Step::Recreate => {
                if self.room.is_empty() {
                    self.incarnations += 1;
                    self.room = Room::new(self.incarnations);
                    self.fetch = None;
                }
            }
        }
    }

    fn note(&mut self, seq: u64) {
        self.handle(Input::Appended(Arc::new(entry(seq))));
    }

    fn join(&mut self, follower: SessionId, after: After) {
        self.joins += 1;
        let cursor = |epoch, seq| {
            Some(Cursor {
                epoch,
                seq: Seq(seq),
            })
        };
        let after = match after {
            After::Nothing => None,
            After::Behind(distance) => cursor(EPOCH, self.head.saturating_sub(distance)),
            After::Ahead(distance) => cursor(EPOCH, self.head + distance),
            After::OtherEpoch => cursor(Epoch(1), self.head / 2),
        };
        let (handle, id) = (self.joins, RequestId(self.joins));
        self.unanswered.insert(handle, id);
        self.followers.insert(
            follower,
            Follower {
                join: handle,
                next: None,
                live: false,
            },
        );
        self.handle(Input::Join {
            follower,
            handle,
            id,
            after,
        });
    }

    fn execute(&mut self, place: usize) {
        let found = match self.reads[place].wanted {
            PageWanted::After(seq) => self.after(seq),
            PageWanted::Newest => page(
                (self.head + 1).saturating_sub(self.page_entries).max(1),
                self.head,
                self.head,
            ),
        };
        self.reads[place].page.get_or_insert(found);
    }

    fn deliver(&mut self, place: usize) {
        self.execute(place);
        let read = self.reads.swap_remove(place);
        self.delivered.push(read.clone());
        let Read {
            to,
            generation,
            page,
            ..
        } = read;
        self.handle(Input::Page {
            to,
            generation,
            page: page.expect("it was just read"),
        });
    }

    fn execute_fetch(&mut self) {
        if let Some((after, None)) = self.fetch {
            self.fetch = Some((after, Some(self.after(after))));
        }
    }

    fn deliver_fetch(&mut self) {
        self.execute_fetch();
        if let Some((_, Some(page))) = self.fetch.take() {
            self.handle(Input::Missing(page));
        }
    }

    fn after(&self, seq: Seq) -> Page {
        page(
            seq.0 + 1,
            self.head.min(seq.0 + self.page_entries),
            self.head,
        )
    }

    fn handle(&mut self, input: Input<u32>) {
        let outputs = self.room.handle(self.now, input);
        self.room.check_invariants();
        for output in outputs {
            self.carry_out(output);
        }
    }

    /// Does what a hub does; the room is asked for its live followers afterwards.
    fn carry_out(&mut self, output: Output<u32>) {
        match output {
            Output::Start {
                to, id, from, head, ..
            } => {
                let join = *self
                    .room
                    .handle_of(to)
                    .expect("a started follower is in the room");
                assert_eq!(self.unanswered.remove(&join), Some(id), "started twice");
                assert!(head.0 <= self.head, "{head} is not written");
                assert!(from <= head.next(), "{from} is beyond the end");
                let follower = self.followers.get_mut(&to).expect("it joined");
                assert_eq!((follower.join, follower.next), (join, None));
                follower.next = Some(from);
            }
            Output::Feed(fed) => {
                let live: Vec<SessionId> = self.room.live().map(|(id, _)| id).collect();
                assert!(!live.is_empty(), "a feed for nobody");
                for to in live {
                    assert!(
                        self.followers[&to].live,
                        "{to} was not told that it is live"
                    );
                    self.give(to, &fed);
                }
            }
            Output::FeedOne { to, entries } => {
                assert!(!entries.is_empty(), "an empty feed");
                assert!(
                    self.room.handle_of(to).is_some(),
                    "{to} is fed and not in the room"
                );
                assert!(!self.followers[&to].live, "{to} is live and reads");
                for fed in entries {
                    self.give(to, &fed);
                }
            }
            Output::Live { to, head, .. } => {
                let follower = self.followers.get_mut(&to).expect("it joined");
                assert_eq!(
                    follower.next,
                    Some(head.next()),
                    "{to} is live and not complete"
                );
                follower.live = true;
            }
            Output::Read {
                to,
                generation,
                page: wanted,
            } => {
                assert!(self.room.handle_of(to).is_some(), "a read for nobody");
                self.reads.push(Read {
                    to,
                    generation,
                    wanted,
                    page: None,
                });
            }
            Output::FetchMissing { after } => {
                assert!(self.fetch.is_none(), "two fetches at once");
                self.fetch = Some((after, None));
            }
            Output::Refuse { handle, id, .. } => {
                assert_eq!(self.unanswered.remove(&handle), Some(id), "refused twice");
                self.followers.retain(|_, follower| follower.join != handle);
            }
            Output::Drop { to, handle } => {
                assert!(
                    !self.unanswered.contains_key(&handle),
                    "dropped before the answer"
                );
                assert!(
                    self.room.handle_of(to).is_none(),
                    "{to} is dropped and in the room"
                );
                self.followers.remove(&to);
            }
        }
    }

    fn give(&mut self, to: SessionId, fed: &Entry) {
        let follower = self.followers.get_mut(&to).expect("it joined");
        assert_eq!(follower.next, Some(fed.seq), "{to} is given {}", fed.seq);
        assert_eq!(*fed, entry(fed.seq.0), "another entry");
        follower.next = Some(fed.seq.next());
    }

    /// One last entry whose note is not lost; then everything arrives.
    fn come_to_rest(&mut self) {
        self.step(Step::Commit(1));
        for round in 0.. {
            assert!(round < 10_000, "it never comes to rest");
            if let Some(seq) = self.notes.pop() {
                self.note(seq);
            } else if !self.reads.is_empty() {
                self.deliver(0);
            } else if self.fetch.is_some() {
                self.deliver_fetch();
            } else if self.room.deadline().is_some() {
                self.step(Step::Pass(MISSING_RETRY_MS));
            } else {
                break;
            }
        }
    }
}

fn pick(which: usize, len: usize) -> Option<usize> {
    which.checked_rem(len)
}

proptest! {
    #[test]
    fn every_follower_is_given_every_entry_once_and_in_order(
        head in prop_oneof![0..5_u64, 0..60_u64, 900..1_300_u64],
        page_entries in prop_oneof![Just(3_u64), Just(7), Just(50)],
        steps in steps(),
    ) {
        let mut world = World::new(head, page_entries.max(head / 40));
        for step in steps {
            world.step(step);
        }
        world.come_to_rest();
        prop_assert!(world.unanswered.is_empty(), "unanswered: {:?}", world.unanswered);
        let live: Vec<SessionId> = world.room.live().map(|(id, _)| id).collect();
        prop_assert_eq!(&live, &world.followers.keys().copied().collect::<Vec<_>>());
        for (id, follower) in &world.followers {
            prop_assert!(follower.live, "{} is not live", id);
            prop_assert_eq!(follower.next, Some(Seq(world.head + 1)), "{} is incomplete", id);
        }
    }

    #[test]
    fn a_good_store_never_loses_a_follower(
        head in 0..200_u64,
        steps in steps(),
    ) {
        let mut world = World::new(head, 7);
        let mut left = 0;
        let mut joined = std::collections::BTreeSet::new();
        for step in steps {
            match step {
                Step::Fail(_) | Step::FailFetch | Step::Recreate => continue,
                Step::Join(follower, _) => drop(joined.insert(SessionId(follower))),
                Step::Leave(follower) => left += usize::from(joined.remove(&SessionId(follower))),
                Step::Commit(_) | Step::Note(_) | Step::Repeat(_) | Step::Lose(_)
                | Step::Execute(_) | Step::Deliver(_) | Step::DeliverAgain(_)
                | Step::ExecuteFetch | Step::DeliverFetch | Step::Pass(_) => {}
            }
            world.step(step);
        }
        world.come_to_rest();
        prop_assert_eq!(world.followers.len(), joined.len(), "{} left", left);
    }
}
