//! The rows of a timeline as a log that scrolls.

use chat_client::grouping::RowKind;
use shared::moment::Timestamp;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::blank::nothing_yet;
use super::el::{El, button, div, el, p, span};
use super::jump_pill::unread_bar;
use super::long_press::LongPress;
use super::message::message;
use super::message_keys;
use super::row::{self, RowSlot};
use super::scroll::{Scroller, Step};
use super::timeline::{Before, TimelineView};
use super::tools::Tools;
use super::topic::note;
use super::words;
use crate::browser::clock;
use crate::handle::ChatHandle;

/// Draws the rows of `timeline`.
pub fn log(chat: ChatHandle, timeline: TimelineView) -> El {
    let name = move || {
        t!(
            "log-name",
            room = chat.state.room_name().unwrap_or_default()
        )
    };
    let tools = Tools::new(chat);
    let press = LongPress::new(chat);
    let is_blank = move || timeline.slots.with(Vec::is_empty);
    let live = move || {
        if timeline.announcer.log_speaks.get() {
            "polite"
        } else {
            "off"
        }
    };
    let column = div("col").rows(
        move || timeline.slots.get(),
        RowSlot::drawing,
        move |slot| draw(chat, slot, timeline),
    );
    let scroller = div("timeline")
        .live_class("blank", is_blank)
        .attr("role", "log")
        .live_name(name)
        .live_attr("aria-live", move || Some(live().to_owned()))
        .attr("aria-relevant", "additions")
        .attr("tabindex", "0")
        .live(move || is_blank().then(|| nothing_yet(chat.state)))
        .child(p("begin").live_text(move || beginning(timeline.before.get())));
    timeline.show_in(Scroller::new(scroller.html(), column.html()));
    let scroller = scroller
        .child(column)
        .on("scroll", move |_| {
            tools.leave();
            press.let_go();
            timeline.scrolled();
        })
        .on("pointerover", move |event| tools.over(&event))
        .on("pointermove", move |event| tools.moved(&event))
        .on("pointerleave", move |_| tools.leave_soon())
        .on("pointerdown", move |event| press.down(&event))
        .on("pointerup", move |_| press.let_go())
        .on("pointercancel", move |_| press.let_go())
        .on("contextmenu", move |event| press.context_menu(&event))
        .on_key(move |event| {
            let is_step = step(&event).is_some_and(|step| timeline.focus(step));
            if is_step || message_keys::pressed(chat, &event) {
                event.prevent_default();
            }
        });
    let day = p("day-over").mute().live(move || {
        timeline
            .day
            .with(|day| day.as_ref().map(|day| span("").text(day)))
    });
    div("log")
        .child(scroller)
        .child(day)
        .child(tools.draw())
        .child(unread_bar(timeline))
        .child(timeline.announcer.status())
}

/// What is before the first row. Always one line high, so that nothing moves.
fn beginning(before: Before) -> String {
    match before {
        Before::More => "",
        Before::Coming => t!("log-fetching-older-messages"),
        Before::Nothing => t!("log-the-beginning-of-this-room"),
    }
    .to_owned()
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

/// One row: exactly one element, so that rows can be found by their number.
fn draw(chat: ChatHandle, slot: &RowSlot, timeline: TimelineView) -> El {
    let el = match &slot.row.kind {
        RowKind::Message { line, head } => message(chat, slot, line, *head),
        RowKind::Day { at, .. } => {
            let day = clock::day_label(*at);
            let at = *at;
            div("day").attr("title", &clock::full_date(at)).child(
                button("")
                    .attr("aria-haspopup", "dialog")
                    .name(&words::jump_from(&day))
                    .child(span("").mute().text(&day))
                    .on_click(move || chat.acts.jumping.set(Some(at))),
            )
        }
        RowKind::New { since } => {
            new_line(*since).live_class("read", move || timeline.is_marked_read())
        }
        RowKind::Note { entry } => note(chat, entry),
        RowKind::Hole { first, last } => el("p").class("hole").text(&words::hole(*first, *last)),
    };
    el.attr("data-row", &row::mark(slot.row.key))
}

/// The line before what is new.
pub fn new_line(since: Timestamp) -> El {
    let since = clock::time_of_day(since);
    div("new")
        .attr("role", "separator")
        .name(&t!("log-new-aloud", time = since.as_str()))
        .child(span("").mute().text(&t!("log-new", time = since.as_str())))
}
