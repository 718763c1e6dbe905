//! The timeline on the screen: which rows are in the page and where the view stands.
//!
//! The view holds on to something at all times ([`super::place`]): the end, or the line being
//! read. Whatever changes (rows, fonts, the composer's height, the window), it is put back
//! there before the browser paints. Rows are drawn at most once a frame.

use chat_client::Intent;
use chat_client::grouping;
use chat_client::timeline::Timeline;
use leptos::html;
use leptos::prelude::*;
use shared::ids::RoomId;

use super::announcer::Announcer;
use super::observer::Observer;
use super::place::{ASK_AGAIN_MS, Arrived, Fill, MayAsk, Place};
use super::row::{self, Own, RowSlot};
use super::scroll::{self, Scroller, Step};
use crate::browser::clock::{self, Timeout};
use crate::contexts::ChatHandle;
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
    pub slots: RwSignal<Vec<RowSlot>>,
    /// The end is far from the screen.
    pub is_far: RwSignal<bool>,
    /// Messages of others that came after the newest one that was on the screen.
    pub new_below: RwSignal<u64>,
    /// What is before the first row.
    pub before: RwSignal<Before>,
    /// The day of the first line on the screen, while the view moves.
    pub day: RwSignal<Option<String>>,
    /// What a screen reader hears.
    pub announcer: Announcer,
    /// The element that scrolls.
    pub scroller: NodeRef<html::Div>,
    /// The element that holds the rows.
    pub column: NodeRef<html::Div>,
    chat: ChatHandle,
    room: RoomId,
    place: StoredValue<Place, LocalStorage>,
    timers: StoredValue<Timers, LocalStorage>,
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
            slots: RwSignal::new(Vec::new()),
            is_far: RwSignal::new(false),
            new_below: RwSignal::new(0),
            before: RwSignal::new(Before::default()),
            day: RwSignal::new(None),
            announcer: Announcer::new(),
            scroller: NodeRef::new(),
            column: NodeRef::new(),
            chat,
            room,
            place: StoredValue::new_local(Place::new()),
            timers: StoredValue::new_local(Timers::default()),
        };
        Effect::new(move |_| {
            chat.state.lines_changed.track();
            view.draw();
        });
        Effect::new(move |_| {
            if view.scroller.get().is_some() && view.column.get().is_some() {
                view.watch_sizes();
            }
        });
        view.look_when_looked_at();
        view
    }

    /// Goes to the newest line and stays there.
    pub fn go_to_end(self) {
        if self.place.try_update_value(Place::hold_end) == Some(true) {
            self.chat.intend(Intent::JumpToNewest(self.room));
        }
        self.show_window();
    }

    /// The view moved: by the person, or because it was put somewhere.
    pub fn scrolled(self) {
        let Some(scroller) = self.measure() else {
            return;
        };
        let by_person = self.place.try_update_value(|place| {
            let by_person = !place.is_where_put(&scroller);
            if by_person {
                place.let_go();
            }
            by_person
        });
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
        let drawn = self.place.try_update_value(|place| {
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
                Some((place.take(rows, timeline), before(timeline)))
            })
        });
        let Some((arrived, before)) = drawn.flatten().flatten() else {
            return;
        };
        set_if_new(self.before, before);
        match arrived {
            Arrived::Loaded => self.announcer.hush(),
            Arrived::Nothing => {}
            Arrived::Now(names) => self.announcer.arrived(self.chat.now(), &names),
        }
        self.show_window();
    }

    /// Puts the rows of the window into the page, then the view back to its place.
    fn show_window(self) {
        let drawn = self.place.try_with_value(|place| {
            let own = Own::of(place.rows());
            self.slots.try_with_untracked(|old| {
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
        self.slots.set(slots);
        // After the drawing that was set off just now, and before the browser paints.
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
        let is_settled = self.place.try_update_value(|place| place.settle(&scroller));
        if is_settled == Some(true) {
            self.take_stock(&scroller);
        }
        is_settled == Some(true)
    }

    /// Looks where the view stands, and brings what is needed there.
    fn take_stock(self, scroller: &Scroller) {
        let looked = self.place.try_update_value(|place| place.look(scroller));
        let Some((is_far, reached)) = looked.flatten() else {
            return;
        };
        set_if_new(self.is_far, is_far);
        let count =
            |client: &chat_client::ChatClient| Some(client.timeline(self.room)?.new_below(reached));
        let new_below = if is_far {
            self.chat.read(count).flatten()
        } else {
            None
        };
        set_if_new(self.new_below, new_below.unwrap_or(0));
        self.tell_seen();
        self.fill_edges(scroller);
    }

    /// Slides the window where an edge of it is near, and asks for pages where an edge of
    /// what is loaded is.
    fn fill_edges(self, scroller: &Scroller) {
        let is_linked = self
            .chat
            .state
            .status
            .with_untracked(|status| state::is_linked(&status.link));
        let has_older = self.before.get_untracked() == Before::More;
        let may_ask = MayAsk {
            older: has_older && is_linked,
            newer: is_linked,
        };
        let now = self.chat.now();
        match self
            .place
            .try_update_value(|place| place.fill(scroller, now, may_ask))
        {
            Some(Fill::Slide) => {
                self.announcer.hush();
                self.show_window();
            }
            Some(Fill::Older) => self.chat.intend(Intent::LoadOlder(self.room)),
            Some(Fill::Newer) => self.chat.intend(Intent::LoadNewer(self.room)),
            Some(Fill::Later) => self.fill_later(),
            Some(Fill::Enough) | None => {}
        }
    }

    fn fill_later(self) {
        let fill = move || {
            self.timers.try_update_value(|timers| timers.filling = None);
            if let Some(scroller) = self.measure() {
                self.take_stock(&scroller);
            }
        };
        self.timers.try_update_value(|timers| {
            timers
                .filling
                .get_or_insert_with(|| clock::after_ms(ASK_AGAIN_MS, fill));
        });
    }

    /// Tells how far the room was read, if somebody looks at it.
    fn tell_seen(self) {
        let has_seen = self.place.try_with_value(Place::has_seen) == Some(true);
        if !has_seen || !scroll::is_looked_at() {
            return;
        }
        self.timers.try_update_value(|timers| {
            timers.telling.get_or_insert_with(|| {
                clock::after_ms(SEEN_EVERY_MS, move || self.tell_seen_now())
            });
        });
    }

    fn tell_seen_now(self) {
        self.timers.try_update_value(|timers| timers.telling = None);
        if let Some(seq) = self.place.try_update_value(Place::take_seen).flatten() {
            self.chat.intend(Intent::Seen {
                room: self.room,
                seq,
            });
        }
    }

    /// Shows the day of the first line while the view moves.
    fn show_day(self, scroller: &Scroller) {
        let day = self
            .place
            .try_with_value(|place| place.day_above(scroller))
            .flatten();
        set_if_new(self.day, day.map(clock::day_label));
        let hide = clock::after_ms(DAY_SHOWN_MS, move || self.day.set(None));
        self.timers
            .try_update_value(|timers| timers.showing_day = Some(hide));
    }

    /// Settles again whenever the rows or the room for them change size.
    fn watch_sizes(self) {
        let (Some(scroller), Some(column)) =
            (self.scroller.get_untracked(), self.column.get_untracked())
        else {
            return;
        };
        if let Some(observer) = Observer::new(move || self.settle_if_drawn()) {
            observer.watch(&scroller);
            observer.watch(&column);
            self.timers
                .try_update_value(|timers| timers.observer = Some(observer));
        }
    }

    /// What is on the screen counts as seen once somebody looks.
    fn look_when_looked_at(self) {
        let focus = window_event_listener(leptos::ev::focus, move |_| self.tell_seen());
        let visible = window_event_listener(leptos::ev::visibilitychange, move |_| {
            self.tell_seen();
        });
        on_cleanup(move || {
            focus.remove();
            visible.remove();
        });
    }

    /// Whether the person marked the room read by hand, tracked.
    #[must_use]
    pub fn is_marked_read(self) -> bool {
        self.chat.state.marked_read.get() == Some(self.room)
    }

    fn measure(self) -> Option<Scroller> {
        let scroller = self.scroller.try_get_untracked()??;
        let column = self.column.try_get_untracked()??;
        Some(Scroller::new(&scroller, &column))
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

fn set_if_new<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.try_with_untracked(|old| *old != value) == Some(true) {
        signal.set(value);
    }
}
