//! The room's head: its name, what it is about, how many people are here, what is told of
//! it, and the connection dot.

use web_sys::HtmlElement;

use super::dot::connection_dot;
use super::el::{El, button, div, el, p, span, sr, text};
use super::icon::icon;
use super::sidebar::Overlays;
use super::told::bell;
use super::topic::topic_line;
use super::words::thread as thread_words;
use crate::handle::ChatHandle;

/// The head, and the button that opens the drawer and gets the focus back.
pub fn room_head(chat: ChatHandle, overlays: Overlays) -> (El, HtmlElement) {
    let (state, pins) = (chat.state, chat.acts.pins);
    let drawer = overlays.drawer;
    let unread_elsewhere = move || {
        let open = state.room.get();
        state.rooms.with(|rooms| {
            rooms
                .iter()
                .filter(|view| Some(view.room) != open)
                .filter(|view| !state.is_silent(view.room, chat.server_wall()))
                .map(|view| view.unread)
                .sum::<u64>()
        })
    };
    let new_threads = move || chat.threads.unread(chat);
    let menu_name = move || {
        let rooms = match unread_elsewhere() {
            0 => t!("room-head-rooms-and-people").to_owned(),
            unread => t!("room-head-menu", count = unread),
        };
        match new_threads() {
            0 => rooms,
            new => [rooms, thread_words::new_in(new)].join(t!("list-comma")),
        }
    };
    let has_news = move || unread_elsewhere() > 0 || new_threads() > 0;
    let menu = button("btn-icon only-phone")
        .live_name(menu_name)
        .live_attr("aria-expanded", move || Some(drawer.get().to_string()))
        .child(icon("menu"))
        .live(move || has_news().then(|| span("pip").mute()))
        .on_click(move || drawer.set(true));
    let menu_element = menu.html();
    let title = el("h1")
        .attr("id", "room-title")
        .child(icon("room"))
        .child(sr(t!("room-head-room")).child(text(" ")))
        .child(
            span("head-name")
                .attr("dir", "auto")
                .live_text(move || state.room_name().unwrap_or_default()),
        );
    let count = move || state.people.with(|people| people.count);
    let people = p("head-people")
        .attr("title", t!("people-here"))
        .child(icon("people"))
        .child(span("").mute().live_text(move || count().to_string()))
        .child(span("sr").live_text(move || t!("room-head-people", count = count())));
    let head = el("header")
        .class("head")
        .child(menu)
        .child(div("head-title").child(title).child(topic_line(chat)))
        .child(people)
        .child(
            button("btn-icon")
                .name(t!("search-search-messages"))
                .attr("title", t!("search-search-messages"))
                .attr("aria-keyshortcuts", "Control+F")
                .child(icon("search"))
                .on_click(move || overlays.search.begin(None)),
        )
        .child(
            button("btn-icon")
                .name(t!("pinned-messages"))
                .attr("title", t!("pinned-messages"))
                .child(icon("pin"))
                .on_click(move || pins.set(true)),
        )
        .child(
            button("btn-icon")
                .name(t!("words-files-in-this-room"))
                .attr("title", t!("words-files-in-this-room"))
                .child(icon("file"))
                .on_click(move || chat.acts.files.set(true)),
        )
        .child(bell(chat, overlays.room_told))
        .child(connection_dot(state, overlays.inspector));
    (head, menu_element)
}
