//! What a page does for the follower that asked for it.
//!
//! It may decide the start, bring the follower on, make it live, or show that it
//! cannot be fed. A page may also bring entries that this node has not heard of yet:
//! they are fed to everybody in order, after the follower itself has turned live, so
//! that it gets them the same way.

use std::sync::Arc;

use shared::cursor::Seq;
use shared::entry::Entry;
use shared::ids::SessionId;
use shared::moment::Moment;
use shared::refusal::{Refusal, RefusalCode};
use shared::server_frame::FollowStart;

use super::follower::{Awaits, Begin, FRUITLESS_READS_MAX, Stage, Wants, dense_from};
use super::{Generation, Output, Page, PageWanted, Room};
use crate::mutants::{self, Mutant};

impl<H> Room<H> {
    pub(super) fn page(
        &mut self,
        now: Moment,
        to: SessionId,
        generation: Generation,
        page: Page,
        out: &mut Vec<Output<H>>,
    ) {
        let Some(stage) = self.stage_awaiting(to, generation) else {
            return;
        };
        self.order.learn(page.head, page.posts);
        let news = match stage {
            Stage::Starting { id, wants } => match wants.begin(&page, self.order.known()) {
                Begin::At { start, from } => {
                    let head = self.order.known();
                    let start = Output::Start {
                        to,
                        id,
                        start,
                        from,
                        head,
                    };
                    self.bring_on(to, from, 0, page, Some(start), out)
                }
                Begin::Rewind => {
                    let wants = Wants::Newest(FollowStart::Rewound);
                    self.read_next(to, Stage::Starting { id, wants }, wants.page(), out);
                    Vec::new()
                }
            },
            Stage::Reading { next, fruitless } => {
                self.bring_on(to, next, fruitless, page, None, out)
            }
        };
        self.take(news.into_iter().map(Arc::new), out);
        self.ask_for_missing(now, out);
    }

    pub(super) fn read_failed(
        &mut self,
        to: SessionId,
        generation: Generation,
        out: &mut Vec<Output<H>>,
    ) {
        if self.stage_awaiting(to, generation).is_some() {
            self.give_up(to, out);
        }
    }

    /// Gives a follower that needs `next` what a page has for it. Answers the entries
    /// that are news to this node.
    fn bring_on(
        &mut self,
        to: SessionId,
        next: Seq,
        fruitless: u8,
        page: Page,
        start: Option<Output<H>>,
        out: &mut Vec<Output<H>>,
    ) -> Vec<Entry> {
        let head = self.order.head().unwrap_or(page.head);
        let mut entries = dense_from(next, page.entries);
        if next > head.next() {
            out.extend(start);
            let next = after(&entries, next);
            feed_one(to, entries.clone(), out);
            self.wait_for_head(to, next);
            return entries;
        }
        let news = entries.split_off(entries.partition_point(|entry| entry.seq <= head));
        let fruitless = if entries.is_empty() { fruitless + 1 } else { 0 };
        let next = after(&entries, next);
        let rest = self.order.recent().page_from(next);
        if next > head || rest.is_some() {
            out.extend(start);
            feed_one(to, entries, out);
            let mut rest = rest.unwrap_or_default();
            if mutants::is(Mutant::LiveOneEntryEarly) {
                rest.pop();
            }
            feed_one(to, rest, out);
            self.turn_live(to, head, out);
        } else if fruitless > FRUITLESS_READS_MAX || (fruitless > 0 && page.head >= next) {
            self.give_up(to, out);
        } else {
            out.extend(start);
            feed_one(to, entries, out);
            let page = PageWanted::After(next.previous());
            self.read_next(to, Stage::Reading { next, fruitless }, page, out);
        }
        news
    }

    fn stage_awaiting(&self, to: SessionId, generation: Generation) -> Option<Stage> {
        let reader = self.reading.get(&to)?;
        (reader.awaits == Awaits::Page(generation)).then_some(reader.stage)
    }

    fn read_next(
        &mut self,
        to: SessionId,
        stage: Stage,
        page: PageWanted,
        out: &mut Vec<Output<H>>,
    ) {
        let generation = self.read(to, page, out);
        if let Some(reader) = self.reading.get_mut(&to) {
            reader.stage = stage;
            reader.awaits = Awaits::Page(generation);
        }
    }

    fn wait_for_head(&mut self, to: SessionId, next: Seq) {
        self.ahead.insert(to, next);
        if let Some(reader) = self.reading.get_mut(&to) {
            reader.stage = Stage::Reading { next, fruitless: 0 };
            reader.awaits = Awaits::Head;
        }
    }

    fn turn_live(&mut self, to: SessionId, head: Seq, out: &mut Vec<Output<H>>) {
        if let Some(reader) = self.reading.remove(&to)
            && let Err(place) = self.live_place(to)
        {
            self.live.insert(place, (to, reader.handle));
            let posts = self.order.posts();
            out.push(Output::Live { to, head, posts });
        }
    }

    /// The store does not give what this follower needs.
    fn give_up(&mut self, to: SessionId, out: &mut Vec<Output<H>>) {
        if let Some(reader) = self.reading.remove(&to) {
            let handle = reader.handle;
            out.push(match reader.stage {
                Stage::Starting { id, .. } => Output::Refuse {
                    handle,
                    id,
                    refusal: unreadable(),
                },
                Stage::Reading { .. } => Output::Drop { to, handle },
            });
        }
    }
}

fn feed_one<H>(to: SessionId, entries: Vec<Entry>, out: &mut Vec<Output<H>>) {
    if !entries.is_empty() {
        out.push(Output::FeedOne { to, entries });
    }
}

/// What is needed after these.
fn after(entries: &[Entry], next: Seq) -> Seq {
    entries.last().map_or(next, |entry| entry.seq.next())
}

fn unreadable() -> Refusal {
    Refusal::new(
        RefusalCode::Unavailable,
        "The room cannot be read now. Follow it again later.",
    )
}
