//! Keys that work anywhere on the page: moving between rooms, the connection panel, the Esc
//! chain, and letters that belong into the message box.

use chat_client::Intent;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::el::{focus, listen_at_window};
use super::sidebar::Overlays;
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
    let is_dialog_open = overlays.new_room.now() || overlays.sign_out.now();
    if event.default_prevented() || is_composing(event) || is_dialog_open {
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
        "Escape" => escape(chat, overlays),
        key if is_for_the_box(event, key, overlays) => focus_the_box(),
        _ => {}
    }
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

/// Innermost first: the drawer, the panel, then the room is marked read.
fn escape(chat: ChatHandle, overlays: Overlays) {
    if overlays.drawer.now() {
        overlays.drawer.set(false);
        return;
    }
    for panel in [overlays.inspector, overlays.server] {
        if panel.now() {
            panel.set(false);
            return;
        }
    }
    let Some(room) = chat.state.room.now() else {
        return;
    };
    let head = chat.state.extent.now().head;
    chat.intend(Intent::Seen { room, seq: head });
    chat.state.marked_read.set(Some(room));
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

/// The key itself then lands in the box, since its default is still to come.
fn focus_the_box() {
    let composer = document()
        .get_element_by_id(COMPOSER_ID)
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(composer) = composer {
        focus(&composer);
    }
}
