//! The rows of a timeline as a log that scrolls.

use chat_client::grouping::RowKind;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::announcer::Announcements;
use super::blank::NothingYet;
use super::message::message;
use super::row::{self, RowSlot};
use super::scroll::Step;
use super::timeline::{Before, TimelineView};
use super::words;
use crate::browser::clock;
use crate::contexts::use_chat;

/// Draws the rows of `timeline`.
#[component]
pub fn Log(timeline: TimelineView) -> impl IntoView {
    let state = use_chat().state;
    let name = move || format!("Messages in #{}", state.room_name().unwrap_or_default());
    let is_blank = Memo::new(move |_| timeline.slots.with(Vec::is_empty));
    view! {
        <div class="log">
            <div
                class="timeline"
                class:blank=is_blank
                role="log"
                aria-label=name
                aria-live=timeline.announcer.live
                aria-relevant="additions"
                tabindex="0"
                node_ref=timeline.scroller
                on:scroll=move |_| timeline.scrolled()
                on:keydown=move |event| {
                    if step(&event).is_some_and(|step| timeline.focus(step)) {
                        event.prevent_default();
                    }
                }
            >
                <Show when=move || is_blank.get()>
                    <NothingYet/>
                </Show>
                <p class="begin">{move || beginning(timeline, is_blank.get())}</p>
                <div class="col" node_ref=timeline.column>
                    <For each=move || timeline.slots.get() key=RowSlot::drawing let(slot)>
                        {draw(&slot, timeline)}
                    </For>
                </div>
            </div>
            <p class="day-over" aria-hidden="true">
                {move || timeline.day.get().map(|day| view! { <span>{day}</span> })}
            </p>
            <Announcements announcer=timeline.announcer/>
        </div>
    }
}

/// Arrows, Home and End move between messages, but not from inside one: there they scroll
/// a block of code.
fn step(event: &KeyboardEvent) -> Option<Step> {
    let is_plain = !(event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key());
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let is_between = target.tag_name() == "ARTICLE" || target.get_attribute("role")? == "log";
    match event.key().as_str() {
        _ if !is_plain || !is_between => None,
        "ArrowUp" => Some(Step::Older),
        "ArrowDown" => Some(Step::Newer),
        "Home" => Some(Step::Oldest),
        "End" => Some(Step::Newest),
        _ => None,
    }
}

/// What is before the first row. Always one line high, so that nothing moves.
fn beginning(timeline: TimelineView, is_blank: bool) -> String {
    match timeline.before.get() {
        _ if is_blank => String::new(),
        Before::More => String::new(),
        Before::Coming => "Fetching older messages…".to_owned(),
        Before::Nothing => "The beginning of this room".to_owned(),
    }
}

/// One row: exactly one element, so that rows can be found by their number.
fn draw(slot: &RowSlot, timeline: TimelineView) -> AnyView {
    let mark = row::mark(slot.row.key);
    match &slot.row.kind {
        RowKind::Message { line, head } => message(line, *head, slot.fate.clone(), mark),
        RowKind::Day { at, .. } => {
            let (day, full) = (clock::day_label(*at), clock::full_date(*at));
            let name = day.clone();
            view! {
                <div class="day" role="separator" aria-label=name title=full data-row=mark>
                    <span aria-hidden="true">{day}</span>
                </div>
            }
            .into_any()
        }
        RowKind::New { since } => {
            let since = clock::time_of_day(*since);
            let is_read = timeline.is_marked_read();
            view! {
                <div
                    class="new"
                    class:read=is_read
                    role="separator"
                    aria-label=format!("New messages since {since}")
                    data-row=mark
                >
                    <span aria-hidden="true">{format!("New since {since}")}</span>
                </div>
            }
            .into_any()
        }
        RowKind::Hole { first, last } => view! {
            <p class="hole" data-row=mark>
                {words::hole(*first, *last)}
            </p>
        }
        .into_any(),
    }
}
