//! The timeline on the screen: which rows are in the page and where the view stands.
//!
//! The view holds on to something at all times ([`super::place`]): the end, or the line being
//! read. Whatever changes (rows, fonts, the composer's height, the window), it is put back
//! there before the browser paints. Rows are drawn at most once a frame.

use chat_client::grouping;
use chat_client::timeline::Timeline;
use chat_client::{ChatClient, Intent};
use leptos::prelude::on_cleanup;
use shared::cursor::Seq;
use shared::ids::RoomId;

use super::announcer::Announcer;
use super::el::{listen_at_window, watch};
use super::focus_place::{self, FocusPlace};
use super::observer::Observer;
use super::place::{ASK_AGAIN_MS, Arrived, Fill, MayAsk, Place, Seek, Way};
use super::reading::Exactly;
use super::row::{self, Own, RowSlot};
use super::scroll::{Scroller, Step};
use super::words;
use crate::browser::clock::{self, Timeout};
use crate::browser::page;
use crate::handle::ChatHandle;
use crate::live::Live;
use crate::state;

/// The read mark is sent at most this often: reading is slower.
const SEEN_EVERY_MS: u32 = 400;

/// Turns of the task queue until a drawing has surely happened. It takes one or two.
const SETTLE_TRIES: usize = 8;

/// The day over the lines stays this long after the last movement.
const DAY_SHOWN_MS: u32 = 1_200;

/// One room's timeline on the screen. A handle: copies are the same timeline.
#[derive(Clone, Copy, Debug)]
pub struct TimelineView {
    /// The rows in the page.
    pub slots: Live<Vec<RowSlot>>,
    /// The end is far from the screen, or there are new messages below it.
    pub is_far: Live<bool>,
    /// Messages that are unread and lie above what was seen.
    pub unread_above: Live<u64>,
    /// Messages of others that came after the newest one that was on the screen.
    pub new_below: Live<u64>,
    /// What is before the first row.
    pub before: Live<Before>,
    /// The day of the first line on the screen, while the view moves.
    pub day: Live<Option<String>>,
    /// What a screen reader hears.
    pub announcer: Announcer,
    scroller: Live<Option<Scroller>>,
    chat: ChatHandle,
    room: RoomId,
    place: Live<Place>,
    /// A message that is shown and not pointed out: its thread has the focus.
    shown: Live<Option<Seq>>,
    timers: Live<Timers>,
    /// What had the focus before its row was drawn anew.
    focused: Live<Option<FocusPlace>>,
}

/// What comes later, and what watches.
#[derive(Debug, Default)]
struct Timers {
    telling: Option<Timeout>,
    filling: Option<Timeout>,
    showing_day: Option<Timeout>,
    observer: Option<Observer>,
}

/// What is before the first row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Before {
    /// Older lines that were not asked for.
    #[default]
    More,
    /// Older lines that are on their way.
    Coming,
    /// Nothing: the room begins here.
    Nothing,
}

impl TimelineView {
    /// Shows `room` for as long as the calling component is on the page.
    #[must_use]
    pub fn new(chat: ChatHandle, room: RoomId) -> Self {
        let view = Self {
            slots: Live::new(Vec::new()),
            is_far: Live::new(false),
            unread_above: Live::new(0),
            new_below: Live::new(0),
            before: Live::new(Before::default()),
            day: Live::new(None),
            announcer: Announcer::new(),
            scroller: Live::new(None),
            chat,
            room,
            place: Live::new(Place::new()),
            shown: Live::new(None),
            timers: Live::new(Timers::default()),
            focused: Live::new(None),
        };
        watch(move || {
            let _ = chat.state.lines_changed.get();
            view.draw();
        });
        watch(move || {
            chat.acts.editing.with(|_| ());
            view.show_window();
        });
        watch(move || {
            // The view of the room that is left is still there for a moment.
            let is_here = |to: &Option<(RoomId, Seq)>| to.is_some_and(|(of, _)| of == room);
            if chat.acts.goes_to.with(is_here)
                && let Some((_, seq)) = chat.acts.goes_to.edit(Option::take).flatten()
            {
                view.go_to(seq);
            }
        });
        watch(move || {
            if chat.acts.shows.with(Option::is_some)
                && let Some(seq) = chat.acts.shows.edit(Option::take).flatten()
            {
                view.go_to(seq);
                view.shown.edit(|shown| *shown = Some(seq));
            }
        });
        watch(move || {
            if view.is_marked_read() {
                view.look_again();
            }
        });
        view.look_when_looked_at();
        on_cleanup(move || view.tell_seen_on_leaving());
        view
    }

    /// The elements that the rows are drawn into.
    pub fn show_in(self, scroller: Scroller) {
        let observer = Observer::new(move || self.settle_if_drawn());
        if let Some(observer) = &observer {
            scroller.watch_sizes(observer);
        }
        self.timers.edit(|timers| timers.observer = observer);
        self.scroller.edit(|held| *held = Some(scroller));
        self.settle_soon();
    }

    /// Goes to the newest line and stays there.
    pub fn go_to_end(self, way: Way) {
        if self.place.edit(|place| place.hold_end(way)) == Some(true) {
            self.chat.intend(Intent::JumpToNewest(self.room));
        }
        self.show_window();
    }

    /// Goes to the first unread line.
    pub fn go_to_unread(self) {
        self.place.edit(Place::go_to_unread);
        self.chat.intend(Intent::ShowUnread(self.room));
        self.draw();
    }

    /// Goes to a message, wherever it is.
    pub fn go_to(self, seq: Seq) {
        self.shown.edit(Option::take);
        self.place.edit(|place| place.go_to(seq));
        self.draw();
    }

    /// Everything up to the newest line counts as read.
    pub fn mark_read(self) {
        self.chat.mark_read(self.room);
    }

    /// The message box got another height: where the view stood is put right before
    /// anything takes that for a movement.
    pub fn make_room(self) {
        let _ = self.settle();
    }

    /// The view moved: by the person, or because it was put somewhere.
    pub fn scrolled(self) {
        let Some(scroller) = self.measure() else {
            return;
        };
        let was_awaiting = self.place.try_peek(Place::is_awaiting_unread);
        let by_person = self.place.edit(|place| {
            let by_person = !place.is_where_put(&scroller);
            if by_person {
                place.let_go();
            }
            by_person
        });
        if by_person == Some(true) && was_awaiting == Some(true) {
            self.chat.intend(Intent::Stay(self.room));
        }
        self.take_stock(&scroller);
        if by_person == Some(true) {
            self.show_day(&scroller);
        }
    }

    /// Moves the focus between messages. False when there is none that way.
    pub fn focus(self, step: Step) -> bool {
        self.measure().is_some_and(|scroller| scroller.focus(step))
    }

    /// Reads the machine's timeline and shows what changed.
    fn draw(self) {
        let scroller = self.measure();
        let drawn = self.place.edit(|place| {
            if let Some(scroller) = &scroller {
                place.catch_up(scroller);
            }
            self.chat.read(|client| {
                let timeline = client
                    .timeline(self.room)
                    .filter(|timeline| timeline.is_loaded())?;
                let rows = grouping::rows(
                    timeline.lines(),
                    timeline.first_unread(),
                    client.me(),
                    &|at| place.days().of(at),
                );
                let arrived = place.take(rows, timeline);
                Some((arrived, before(timeline), place.seek(timeline)))
            })
        });
        let Some((arrived, before, seek)) = drawn.flatten().flatten() else {
            return;
        };
        self.before.set_if_new(before);
        match seek {
            Some(Seek::Load(seq)) => self.chat.intend(Intent::GoTo(self.room, seq)),
            // Of a thread whose first message is gone its panel speaks.
            Some(Seek::Missing(seq)) if self.shown.now() == Some(seq) => {}
            Some(Seek::Missing(seq)) => self.chat.acts.said.set(Some(words::not_there(seq))),
            None => {}
        }
        match arrived {
            Arrived::Loaded => self.announcer.hush(),
            Arrived::Nothing => {}
            Arrived::Now(names) => self.announcer.arrived(self.chat.now(), &names),
        }
        self.show_window();
    }

    /// Puts the rows of the window into the page, then the view back to its place.
    fn show_window(self) {
        let edits = self
            .chat
            .acts
            .editing
            .peek(|editing| editing.as_ref().map(|editing| editing.seq));
        let drawn = self.place.try_peek(|place| {
            let own = Own::of(place.rows(), edits);
            self.slots.try_peek(|old| {
                let failed_before = row::failures(old);
                (row::slots(place.shown(), old, own), failed_before)
            })
        });
        let Some((slots, failed_before)) = drawn.flatten() else {
            return;
        };
        let mut failed = row::failures(&slots).into_iter();
        if let Some((_, reason)) = failed.find(|failure| !failed_before.contains(failure)) {
            self.announcer.say(reason);
        }
        let focused = focus_place::held();
        self.slots.set(slots);
        if focused.is_some() {
            self.focused.edit(|held| *held = focused);
        }
        self.settle_soon();
    }

    /// After the drawing that was set off just now, and before the browser paints.
    fn settle_soon(self) {
        leptos::task::spawn_local(async move {
            for _ in 0..SETTLE_TRIES {
                if self.settle() {
                    return;
                }
                leptos::task::tick().await;
            }
        });
    }

    /// A size changed. While a drawing is to come, that one settles.
    fn settle_if_drawn(self) {
        let _ = self.settle();
    }

    /// Puts the view back to what it holds on to. False while a drawing is to come.
    fn settle(self) -> bool {
        let Some(scroller) = self.measure() else {
            return false;
        };
        let is_settled = self.place.edit(|place| place.settle(&scroller));
        if is_settled == Some(true) {
            if let Some(focused) = self.focused.edit(Option::take).flatten() {
                focused.give_back();
            }
            if let Some(seq) = self.place.edit(Place::take_arrived).flatten()
                && self.shown.edit(Option::take).flatten() != Some(seq)
            {
                scroller.point_out(seq);
            }
            self.take_stock(&scroller);
        }
        is_settled == Some(true)
    }

    /// Looks where the view stands, and brings what is needed there.
    fn take_stock(self, scroller: &Scroller) {
        let is_looked_at = page::is_looked_at();
        let looked = self.place.edit(|place| place.look(scroller, is_looked_at));
        let Some(looked) = looked.flatten() else {
            return;
        };
        let count = |client: &ChatClient| {
            let timeline = client.timeline(self.room)?;
            Some(timeline.new_below(looked.reached))
        };
        let new_below = if looked.is_at_end {
            0
        } else {
            self.chat.read(count).flatten().unwrap_or(0)
        };
        self.new_below.set_if_new(new_below);
        self.is_far.set_if_new(looked.is_far || new_below > 0);
        self.tell_reading(Exactly::Nearly);
        self.tell_seen();
        let above = |from| {
            self.chat
                .read(|client| client.unread_before(self.room, from))
        };
        let unread_above = looked.passed_from.and_then(above);
        self.unread_above.set_if_new(unread_above.unwrap_or(0));
        self.fill_edges(scroller);
    }

    /// Somebody looks again, or marked the room read.
    fn look_again(self) {
        if let Some(scroller) = self.measure() {
            self.take_stock(&scroller);
        }
    }

    /// Slides the window where an edge of it is near, and asks for pages where an edge of
    /// what is loaded is.
    fn fill_edges(self, scroller: &Scroller) {
        let is_linked = self
            .chat
            .state
            .status
            .peek(|status| state::is_linked(&status.link));
        let has_older = self.before.now() == Before::More;
        let may_ask = MayAsk {
            older: has_older && is_linked,
            newer: is_linked,
        };
        let now = self.chat.now();
        if self.place.try_peek(Place::is_awaiting_unread) == Some(true) {
            return;
        }
        match self.place.edit(|place| place.fill(scroller, now, may_ask)) {
            Some(Fill::Slide) => {
                self.announcer.hush();
                self.show_window();
            }
            Some(Fill::Older) => {
                self.tell_reading(Exactly::Quite);
                self.chat.intend(Intent::LoadOlder(self.room));
            }
            Some(Fill::Newer) => {
                self.tell_reading(Exactly::Quite);
                self.chat.intend(Intent::LoadNewer(self.room));
            }
            Some(Fill::Later) => self.fill_later(),
            Some(Fill::Enough) | None => {}
        }
    }

    fn fill_later(self) {
        let fill = move || {
            self.timers.edit(|timers| timers.filling = None);
            self.look_again();
        };
        self.timers.edit(|timers| {
            timers
                .filling
                .get_or_insert_with(|| clock::after_ms(ASK_AGAIN_MS, fill));
        });
    }

    /// Tells where the reader is, so that the lines there stay.
    fn tell_reading(self, exactly: Exactly) {
        let reading = self.place.edit(|place| place.take_reading(exactly));
        if let Some(reading) = reading.flatten() {
            self.chat.intend(Intent::Reads(self.room, reading));
        }
    }

    /// Tells how far the room was read, if somebody looks at it: at once, and what was
    /// read meanwhile after a pause.
    fn tell_seen(self) {
        let is_pausing = self.timers.try_peek(|timers| timers.telling.is_some());
        if is_pausing != Some(false) || !page::is_looked_at() {
            return;
        }
        if let Some((from, to)) = self.place.edit(Place::take_seen).flatten() {
            let pause = clock::after_ms(SEEN_EVERY_MS, move || {
                self.timers.edit(|timers| timers.telling = None);
                self.tell_seen();
            });
            self.timers.edit(|timers| timers.telling = Some(pause));
            self.tell_end(to);
            self.chat.intend(Intent::Seen {
                room: self.room,
                from,
                to,
            });
        }
    }

    fn tell_end(self, seen: Seq) {
        let head = self
            .chat
            .read(|client| Some(client.timeline(self.room)?.head()));
        if head.flatten() == Some(seen) {
            self.chat.unread.saw_end(self.room);
        }
    }

    /// What was read during the last pause is told before the room goes.
    fn tell_seen_on_leaving(self) {
        if !page::is_looked_at() {
            return;
        }
        if let Some((from, to)) = self.place.edit(Place::take_seen).flatten() {
            self.tell_end(to);
            self.chat.intend(Intent::Seen {
                room: self.room,
                from,
                to,
            });
        }
    }

    /// Shows the day of the first line while the view moves.
    fn show_day(self, scroller: &Scroller) {
        let day = self
            .place
            .try_peek(|place| place.day_above(scroller))
            .flatten();
        self.day.set_if_new(day.map(clock::day_label));
        let hide = clock::after_ms(DAY_SHOWN_MS, move || self.day.set(None));
        self.timers.edit(|timers| timers.showing_day = Some(hide));
    }

    /// What is on the screen counts as seen once somebody looks.
    fn look_when_looked_at(self) {
        listen_at_window("focus", move |_| self.look_again());
        listen_at_window("visibilitychange", move |_| self.look_again());
    }

    /// Whether the person marked the room read by hand, tracked.
    #[must_use]
    pub fn is_marked_read(self) -> bool {
        self.chat.state.marked_read.get() == Some(self.room)
    }

    /// Nothing has a place before it is in the page.
    fn measure(self) -> Option<Scroller> {
        let scroller = self.scroller.try_peek(Option::clone).flatten();
        scroller.filter(Scroller::is_in_page)
    }
}

fn before(timeline: &Timeline) -> Before {
    if timeline.is_loading_older() {
        Before::Coming
    } else if timeline.has_older() {
        Before::More
    } else {
        Before::Nothing
    }
}
