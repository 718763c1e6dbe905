//! Keys that work anywhere on the page: moving between rooms, the connection panel, the settings,
//! the list of keys, the Esc chain, and letters that belong into the message box.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::el::{focus, listen_at_window};
use super::sidebar::Overlays;
use super::thread::REPLY_BOX_ID;
use crate::browser::page;
use crate::handle::ChatHandle;

/// The id of the message box: the skip link and the page's keys lead there.
pub const COMPOSER_ID: &str = "composer";

/// Key code of a key that an input method is still working on. Some browsers report it
/// without `isComposing`.
pub const KEY_CODE_COMPOSING: u32 = 229;

/// Where the arrows lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Up,
    Down,
}

/// Which rooms the arrows stop at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stops {
    Every,
    Unread,
}

/// Listens for as long as the calling component is on the page.
pub fn listen(chat: ChatHandle, overlays: Overlays) {
    listen_at_window("keydown", move |event| {
        on_key(chat, overlays, event.unchecked_ref());
    });
}

/// Whether an input method is at work, so that no key means anything else.
#[must_use]
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == KEY_CODE_COMPOSING
}

fn on_key(chat: ChatHandle, overlays: Overlays, event: &KeyboardEvent) {
    // A dialog has its own keys; the browser closes it on Esc.
    let is_dialog_open = || page::find("dialog[open]").is_some();
    if event.default_prevented() || is_composing(event) || is_dialog_open() {
        return;
    }
    let stops = if event.shift_key() {
        Stops::Unread
    } else {
        Stops::Every
    };
    let only_alt = event.alt_key() && !event.ctrl_key() && !event.meta_key();
    match event.key().as_str() {
        "ArrowUp" if only_alt => {
            event.prevent_default();
            step(chat, Direction::Up, stops);
        }
        "ArrowDown" if only_alt => {
            event.prevent_default();
            step(chat, Direction::Down, stops);
        }
        "." if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            overlays.inspector.set(!overlays.inspector.now());
        }
        "f" | "F" if is_control(event) => {
            event.prevent_default();
            let room = leptos::prelude::untrack(|| chat.state.room_name());
            overlays.search.begin(room.as_deref());
        }
        "k" | "K" if is_control(event) => {
            event.prevent_default();
            overlays.switcher.set(true);
        }
        "g" | "G" if is_control(event) => {
            event.prevent_default();
            overlays.search.begin(None);
        }
        "/" if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            overlays.shortcuts.set(true);
        }
        "," if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            overlays.settings.set(true);
        }
        "?" if is_for_the_box(event, "?", overlays) => {
            event.prevent_default();
            overlays.shortcuts.set(true);
        }
        "F6" => {
            event.prevent_default();
            next_region(if event.shift_key() {
                Direction::Up
            } else {
                Direction::Down
            });
        }
        "Escape" => escape(chat, overlays),
        key if is_for_the_box(event, key, overlays) => focus_the_box(),
        _ => {}
    }
}

/// Control, or Command where there is one, and nothing else beside the key.
fn is_control(event: &KeyboardEvent) -> bool {
    event.ctrl_key() != event.meta_key() && !event.alt_key() && !event.shift_key()
}

/// Opens the neighbour of the open room; the list is a ring.
fn step(chat: ChatHandle, direction: Direction, stops: Stops) {
    let open = chat.state.room.now();
    let next = chat.state.rooms.peek(|rooms| {
        let at = rooms
            .iter()
            .position(|view| Some(view.room) == open)
            .unwrap_or(0);
        (1..rooms.len())
            .map(|distance| match direction {
                Direction::Down => (at + distance) % rooms.len(),
                Direction::Up => (at + rooms.len() - distance) % rooms.len(),
            })
            .map(|index| &rooms[index])
            .find(|view| stops == Stops::Every || view.unread > 0)
            .map(|view| view.room)
    });
    if let Some(room) = next {
        chat.open_room(room);
    }
}

/// The page's regions in the order of F6: what is around, and what in it takes the focus.
const REGIONS: [(&str, &str); 4] = [
    (
        ".sidebar",
        ".row[aria-current], .side-head button, .side-list button",
    ),
    (".log", ".timeline"),
    (".dock", "textarea"),
    (".panel", "h2[tabindex], button"),
];

/// Moves the focus to the next region that can be seen; they are a ring.
fn next_region(direction: Direction) {
    let focused = document().active_element();
    let is_in = |around: &str| {
        let found = focused.as_ref().map(|element| element.closest(around));
        matches!(found, Some(Ok(Some(_))))
    };
    let count = REGIONS.len();
    // From nowhere the first step leads to the first region, or back to the last one.
    let at = REGIONS.iter().position(|(around, _)| is_in(around));
    let places = (1..=count).map(|distance| match (direction, at) {
        (Direction::Down, Some(at)) => (at + distance) % count,
        (Direction::Down, None) => distance - 1,
        (Direction::Up, Some(at)) => (at + count - distance) % count,
        (Direction::Up, None) => count - distance,
    });
    let target = places.filter_map(|place| {
        let (around, inside) = REGIONS[place];
        let region = document().query_selector(around).ok().flatten()?;
        let target = region.query_selector(inside).ok().flatten()?;
        let target = target.dyn_into::<HtmlElement>().ok()?;
        is_reachable(&target).then_some(target)
    });
    if let Some(target) = target.into_iter().next() {
        focus(&target);
    }
}

/// Whether it is drawn, and nothing that is modal lies over it.
fn is_reachable(element: &HtmlElement) -> bool {
    element.offset_parent().is_some() && matches!(element.closest("[inert]"), Ok(None))
}

/// Innermost first: the drawer, the panel, then the room is marked read and the focus
/// goes back to the message box.
fn escape(chat: ChatHandle, overlays: Overlays) {
    if overlays.drawer.now() {
        overlays.drawer.set(false);
        return;
    }
    for panel in [
        overlays.inspector,
        overlays.server,
        overlays.search.open,
        overlays.thread,
        overlays.threads,
    ] {
        if panel.now() {
            panel.set(false);
            return;
        }
    }
    let Some(room) = chat.state.room.now() else {
        return;
    };
    chat.mark_read(room);
    if !page::is_touch() {
        focus_the_box();
    }
}

/// A letter that was typed while the focus is on nothing that takes letters.
fn is_for_the_box(event: &KeyboardEvent, key: &str, overlays: Overlays) -> bool {
    let is_letter = key.chars().count() == 1 && key != " ";
    let is_plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
    is_letter && is_plain && !overlays.drawer.now() && !page::is_touch() && !is_typing_elsewhere()
}

fn is_typing_elsewhere() -> bool {
    document().active_element().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}

/// Gives the focus to the message box, or to that of the thread that has the focus. A key
/// that led here then lands in it, since its default is still to come.
pub fn focus_the_box() {
    let focused = document().active_element();
    let thread = focused.and_then(|focused| focused.closest(".thread-panel").ok().flatten());
    let id = if thread.is_some() {
        REPLY_BOX_ID
    } else {
        COMPOSER_ID
    };
    focus_by_id(id);
}

/// Gives the focus to the box of the thread that is open.
pub fn focus_the_reply_box() {
    focus_by_id(REPLY_BOX_ID);
}

fn focus_by_id(id: &str) {
    let found = document().get_element_by_id(id);
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        focus(&element);
    }
}
