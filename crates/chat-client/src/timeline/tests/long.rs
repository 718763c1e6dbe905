//! A room of a hundred thousand messages of many heights, and a reader who is anywhere in
//! it while others write, edit and take back, and pictures load. Whatever comes, the lines
//! on the screen are those of the log, all that was held near them stays, and little is held.
//!
//! The screen is a model of the page's: it holds on to its first line, puts that back where
//! it was after each change, cannot scroll beyond what is held, and tells the machine where
//! it is no oftener than the page does.

use std::collections::BTreeSet;

use shared::cursor::{Epoch, Seq};
use shared::entry::{Entry, EntryKind};
use shared::http::EntriesPage;
use shared::ids::{RequestId, UserId};
use shared::limits::PAGE_ENTRIES;
use shared::moment::Moment;
use shared::server_frame::{FollowStart, Following};
use shared::text::{Emoji, MessageText};

use super::super::*;
use crate::backoff::Chance;
use crate::message;
use crate::script::{client_id, entry, room};
use crate::{PageAsk, PageSide};

const ME: UserId = UserId(1);

/// Messages in the room when it is opened.
const MESSAGES: u64 = 100_000;

/// What happens to the reader of each seed.
const STEPS: usize = 1_500;

/// Readers, each of whom another chance leads.
const SEEDS: std::ops::RangeInclusive<u64> = 2_026..=2_031;

/// Pixels of the screen.
const SCREEN: i64 = 800;

/// As the page's `EDGE_PX`.
const EDGE: i64 = 900;

/// As the page's `TOLD_EVERY`.
const TOLD_EVERY: u64 = 50;

/// Lines on either side of the screen that stay, as far as the machine may be told too late.
const NEAR: u64 = READING_NEAR as u64 - TOLD_EVERY;

/// A page that does not come to rest asks for more than this.
const PAGES_MAX: usize = 100;

struct Story {
    /// What the server has; each message as it is now.
    log: Vec<Entry>,
    timeline: Timeline,
    /// Messages whose picture has loaded.
    pictures: BTreeSet<Seq>,
    /// The first line on the screen, and where its top is; none while the reader follows
    /// the end.
    eye: Option<(Seq, i64)>,
    /// What the machine was told of that.
    told: Reading,
    /// The first and the last of the lines near the reader that were held when they came.
    near: (Seq, Seq),
    chance: Chance,
    held_max: usize,
    pages: usize,
}

impl Story {
    fn new(seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let mut timeline = Timeline::new(room("lobby"));
        let log: Vec<Entry> = (1..=MESSAGES).map(|seq| said(seq, &mut chance)).collect();
        let (id, first) = (RequestId(1), MESSAGES + 1 - u64::from(PAGE_ENTRIES));
        timeline.asked(Moment(0), id);
        let following = Following {
            id,
            room: room("lobby"),
            start: FollowStart::Newest,
            from: Seq(first),
            head: Seq(MESSAGES),
            topic: None,
        };
        timeline.following(Moment(0), &following);
        timeline.fed(Moment(0), between(&log, first, MESSAGES), ME);
        timeline.live(Seq(MESSAGES), MESSAGES);
        Self {
            log,
            timeline,
            pictures: BTreeSet::new(),
            eye: None,
            told: Reading::End,
            near: (Seq(MESSAGES), Seq(MESSAGES)),
            chance,
            held_max: 0,
            pages: 0,
        }
    }

    fn up_to(&mut self, most: u64) -> u64 {
        self.chance.up_to(most)
    }

    fn head(&self) -> u64 {
        self.log.len() as u64
    }

    /// The height of a row, as it is in the page.
    fn height(&self, entry: &Entry) -> i64 {
        if !is_drawn(entry) {
            return 0;
        }
        let words = message::text(entry).map_or(1, |text| text.as_str().len());
        let lines = 1 + i64::try_from(words / 60).unwrap();
        let picture = match (entry.seq.0 % 9, self.pictures.contains(&entry.seq)) {
            (0, true) => 300,
            (0, false) => 40,
            _ => 0,
        };
        20 * lines + picture
    }

    /// Pixels that are held above and from the first line on the screen.
    fn around(&self, seq: Seq) -> (i64, i64) {
        let lines = self.timeline.lines().iter();
        let mut pixels = (0, 0);
        for line in lines {
            match &line.content {
                LineContent::Entry { entry, .. } if entry.seq < seq => {
                    pixels.0 += self.height(entry);
                }
                LineContent::Entry { entry, .. } => pixels.1 += self.height(entry),
                LineContent::Pending { .. } | LineContent::Hole { .. } => {}
            }
        }
        pixels
    }

    /// The lines on the screen and their tops, by what this client holds.
    fn screen(&self, (seq, mut top): (Seq, i64)) -> Vec<(Entry, i64)> {
        let first = self.timeline.index_of(LineKey::Numbered(seq));
        let first = first.expect("the line that is read is held");
        let mut shown = Vec::new();
        for line in &self.timeline.lines()[first..] {
            let LineContent::Entry { entry, .. } = &line.content else {
                panic!("there is a hole under the eye");
            };
            if top >= SCREEN {
                break;
            }
            shown.push((entry.as_ref().clone(), top));
            top += self.height(entry);
        }
        shown
    }

    /// The reader looks: what is on the screen is what the log has there, and nothing
    /// would have to be scrolled beyond its end for it.
    fn looks(&mut self, what: &str) {
        self.timeline.check_invariants();
        let drawn = self.timeline.entries().filter(|entry| is_drawn(entry));
        let held = drawn.count();
        self.held_max = self.held_max.max(held);
        assert!(
            held <= LINES_HELD_MAX + TRIM_SLACK,
            "{what}: {held} lines are held"
        );
        let Some(eye) = self.eye else {
            assert_eq!(self.timeline.newest_loaded().0, self.head(), "{what}");
            return;
        };
        let held = (self.timeline.oldest(), self.timeline.newest());
        assert!(
            held.0 <= Some(self.near.0) && held.1 >= Some(self.near.1),
            "{what}: of {:?}, which are near the reader, {held:?} are left",
            self.near
        );
        let shown = self.screen(eye);
        let first = usize::try_from(eye.0.previous().0).unwrap();
        for ((entry, _), stored) in shown.iter().zip(&self.log[first..]) {
            assert_eq!(entry, stored, "{what}: {} is not as it is now", entry.seq);
        }
    }

    /// Something comes that nobody here asked for.
    fn comes(&mut self) {
        let place = self.up_to(9);
        match place {
            0..=3 => self.arrive(),
            4 => {
                // A flood: more than is held at all.
                if self.up_to(40) == 0 {
                    for _ in 0..1_300 {
                        self.arrive();
                    }
                }
            }
            5..=7 => self.amend(),
            _ => {
                let seq = self.somewhere();
                self.pictures.insert(seq);
            }
        }
    }

    fn arrive(&mut self) {
        let seq = self.head() + 1;
        let entry = said(seq, &mut self.chance);
        self.log.push(entry.clone());
        self.feed(entry);
    }

    fn amend(&mut self) {
        let target = self.somewhere();
        let at = usize::try_from(target.previous().0).unwrap();
        if !message::is_message(&self.log[at]) || message::is_deleted(&self.log[at]) {
            return;
        }
        let seq = self.head() + 1;
        let kind = match self.up_to(9) {
            0 => EntryKind::Deleted { target },
            1..=3 => EntryKind::Reacted {
                target,
                emoji: Emoji::from_stored("\u{1F44D}".to_owned()),
            },
            _ => {
                let text = words(&mut self.chance);
                EntryKind::Edited { target, text }
            }
        };
        let is_repeated = matches!(kind, EntryKind::Reacted { .. })
            && self.log[at]
                .state
                .as_ref()
                .is_some_and(|state| !state.reactions.is_empty());
        if is_repeated {
            return;
        }
        let amendment = Entry {
            kind,
            ..entry(seq, "ben", client_id(9))
        };
        message::apply(&mut self.log[at], &amendment, ME);
        if matches!(amendment.kind, EntryKind::Deleted { .. }) {
            for entry in &mut self.log[at..] {
                if matches!(entry.kind, EntryKind::Edited { target: of, .. } if of == target) {
                    entry.kind = entry.kind.erased();
                }
            }
        }
        self.log.push(amendment.clone());
        self.feed(amendment);
    }

    /// A message on the screen, among those that are held, or anywhere.
    fn somewhere(&mut self) -> Seq {
        let oldest = self.timeline.oldest().map_or(1, |seq| seq.0);
        let newest = self.timeline.newest_loaded().0;
        let near = self.eye.map_or(newest, |(seq, _)| seq.0);
        let seq = match self.up_to(2) {
            0 => near + self.up_to(20),
            1 => oldest + self.up_to(newest - oldest),
            _ => 1 + self.up_to(self.head() - 1),
        };
        Seq(seq.min(self.head()))
    }

    fn feed(&mut self, entry: Entry) {
        self.timeline.fed(Moment(0), vec![entry], ME);
    }

    /// Answers whatever is asked for, while the room goes on.
    fn fetch(&mut self) {
        for _ in 0..PAGES_MAX {
            let asks = self.timeline.asks(Moment(0), &mut Chance::new(1));
            if asks.is_empty() {
                return;
            }
            for ask in asks {
                let page = self.page(&ask);
                for _ in 0..self.up_to(2) {
                    self.comes();
                    self.looks("while a page is on its way");
                }
                let chance = &mut Chance::new(1);
                let (now, epoch) = (Moment(0), Epoch(1));
                self.timeline.page(now, &ask, Ok(page), epoch, ME, chance);
                self.pages += 1;
            }
        }
        panic!("pages are asked for without an end");
    }

    fn page(&self, ask: &PageAsk) -> EntriesPage {
        let (head, limit) = (self.head(), u64::from(ask.limit));
        let (first, last) = match ask.side {
            PageSide::Before(seq) => (seq.0.saturating_sub(limit).max(1), seq.0 - 1),
            PageSide::After(seq) => (seq.0 + 1, (seq.0 + limit).min(head)),
        };
        EntriesPage {
            epoch: Epoch(1),
            head: Seq(head),
            entries: between(&self.log, first, last.min(head)),
        }
    }

    /// The reader goes to a message, wherever it is.
    fn jumps(&mut self, seq: Seq) {
        // While it is sought nothing is read that could move.
        self.eye = self.timeline.oldest().map(|oldest| (oldest, 0));
        self.timeline.seek(seq);
        let asks = self.timeline.asks(Moment(0), &mut Chance::new(1));
        for ask in asks {
            let page = self.page(&ask);
            let chance = &mut Chance::new(1);
            self.timeline
                .page(Moment(0), &ask, Ok(page), Epoch(1), ME, chance);
            self.pages += 1;
        }
        assert_eq!(self.timeline.sought(), None, "{seq} came");
        self.eye = Some((seq, 120));
        self.tells(0);
        self.scrolls(0);
    }

    /// The reader turns the wheel; the edges bring what is there.
    fn scrolls(&mut self, down: i64) {
        let (seq, top) = self.eye.unwrap_or_else(|| self.at_end());
        let (above, from) = self.around(seq);
        let lowest = SCREEN - from;
        let top = (top - down).min(above).max(lowest.min(above));
        self.rests_on(seq, top);
        let (above, from) = self.eye.map_or((0, 0), |(seq, top)| {
            let (above, from) = self.around(seq);
            (above - top, from + top - SCREEN)
        });
        self.tells(TOLD_EVERY);
        if above < EDGE {
            self.tells(1);
            self.timeline.want_older();
        }
        if from < EDGE && self.timeline.has_newer() {
            self.tells(1);
            self.timeline.want_newer();
        }
        self.fetch();
    }

    /// The machine is told where the reader is, unless it was told a place nearer than this.
    fn tells(&mut self, within: u64) {
        let now = match self.eye {
            None => Reading::End,
            Some(eye) => {
                let last = self
                    .screen(eye)
                    .last()
                    .map_or(eye.0, |(entry, _)| entry.seq);
                Reading::Lines(Stretch { first: eye.0, last })
            }
        };
        let is_near = match (self.told, now) {
            (Reading::Lines(told), Reading::Lines(now)) => {
                told.first.0.abs_diff(now.first.0) < within
                    && told.last.0.abs_diff(now.last.0) < within
            }
            (told, now) => told == now,
        };
        if !is_near {
            self.told = now;
            self.timeline.reads(now);
        }
    }

    /// The line at the top of the screen, when this one is there.
    fn rests_on(&mut self, seq: Seq, mut top: i64) {
        let at = self.timeline.index_of(LineKey::Numbered(seq));
        let mut at = at.expect("the line that is read is held");
        let entry_at = |at: usize| match &self.timeline.lines()[at].content {
            LineContent::Entry { entry, .. } => entry.clone(),
            LineContent::Pending { .. } | LineContent::Hole { .. } => {
                panic!("there is a hole on the way")
            }
        };
        while top > 0 && at > 0 {
            at -= 1;
            top -= self.height(&entry_at(at));
        }
        while top + self.height(&entry_at(at)) <= 0 && at + 1 < self.timeline.len() {
            top += self.height(&entry_at(at));
            at += 1;
        }
        let first = entry_at(at).seq;
        self.eye = Some((first, top));
        let last = self
            .screen((first, top))
            .last()
            .map_or(first, |(entry, _)| entry.seq);
        let (oldest, newest) = (self.timeline.oldest(), self.timeline.newest_loaded());
        let above = Seq(first.0.saturating_sub(NEAR)).max(oldest.unwrap_or(first));
        self.near = (above, Seq(last.0 + NEAR).min(newest));
    }

    fn at_end(&self) -> (Seq, i64) {
        (self.timeline.newest_loaded(), SCREEN - 20)
    }

    /// The reader goes back to the newest line, and stays there.
    fn follows_the_end(&mut self) {
        self.eye = self.timeline.oldest().map(|oldest| (oldest, 0));
        self.timeline.want_newest();
        while self.timeline.newest_loaded().0 < self.head() {
            let asks = self.timeline.asks(Moment(0), &mut Chance::new(1));
            assert!(!asks.is_empty(), "the newest lines are asked for");
            for ask in asks {
                let page = self.page(&ask);
                let chance = &mut Chance::new(1);
                self.timeline
                    .page(Moment(0), &ask, Ok(page), Epoch(1), ME, chance);
                self.pages += 1;
            }
        }
        self.eye = None;
        self.tells(0);
    }
}

fn words(chance: &mut Chance) -> MessageText {
    let length = if chance.up_to(9) == 0 { 900 } else { 90 };
    let length = usize::try_from(1 + chance.up_to(length)).unwrap();
    MessageText::from_stored("w".repeat(length))
}

fn said(seq: u64, chance: &mut Chance) -> Entry {
    let kind = EntryKind::Posted {
        text: words(chance),
        reply_to: None,
        attached: shared::entry::Attached::default(),
    };
    Entry {
        kind,
        ..entry(seq, "ada", client_id(7))
    }
}

fn between(log: &[Entry], first: u64, last: u64) -> Vec<Entry> {
    let place = |seq: u64| usize::try_from(seq).unwrap();
    log[place(first) - 1..place(last)].to_vec()
}

#[test]
fn a_reader_anywhere_in_a_hundred_thousand_messages_keeps_their_place() {
    for seed in SEEDS {
        read(seed);
    }
}

fn read(seed: u64) {
    let mut story = Story::new(seed);
    let (mut jumps, mut turns) = (0, 0);
    for _ in 0..STEPS {
        match story.up_to(19) {
            0 => {
                let seq = Seq(1 + story.up_to(story.head() - 1));
                let at = usize::try_from(seq.previous().0).unwrap();
                if is_drawn(&story.log[at]) {
                    story.jumps(seq);
                    jumps += 1;
                }
            }
            1 => story.follows_the_end(),
            2..=9 => {
                // From a nudge to the bottom of what a flick reaches.
                let far = i64::try_from(story.up_to(3_000)).unwrap();
                let down = if story.up_to(1) == 0 { far } else { -far };
                story.scrolls(down);
                turns += 1;
            }
            _ => story.comes(),
        }
        story.looks("after a step");
    }
    assert!(jumps > 30 && turns > 300 && story.pages > 100);
    assert!(story.head() > MESSAGES + 1_000, "the room went on");
    assert!(story.held_max > LINES_HELD_MAX / 2, "much was held");
}
