//! The rooms in the sidebar: which one is open, how much is unread, where a draft waits.

use shared::ids::RoomId;

use super::el::{Act, El, button, div, el, span, sr};
use super::icon::icon;
use super::words;
use crate::handle::ChatHandle;
use crate::live::Live;

/// `new_room` opens the dialog; `chosen` is done when a room was chosen.
pub fn room_list(chat: ChatHandle, new_room: Live<bool>, chosen: Act) -> El {
    let rooms = move || {
        chat.state.rooms.with(|rooms| {
            rooms
                .iter()
                .map(|view| (view.room, view.name.to_string()))
                .collect::<Vec<_>>()
        })
    };
    let add = button("btn-icon small")
        .name("New room")
        .attr("title", "New room")
        .attr("aria-haspopup", "dialog")
        .child(icon("plus"))
        .on_click(move || new_room.set(true));
    let draw = move |(room, name): &(RoomId, String)| {
        el("li").child(row(chat, *room, name, Act::clone(&chosen)))
    };
    let list = el("ul")
        .class("side-list")
        .rows(rooms, |(room, _)| *room, draw);
    el("nav")
        .attr("aria-labelledby", "nav-rooms")
        .child(
            div("side-head")
                .child(el("h2").attr("id", "nav-rooms").text("Rooms"))
                .child(add),
        )
        .child(list)
}

fn row(chat: ChatHandle, room: RoomId, name: &str, chosen: Act) -> El {
    let state = chat.state;
    let unread = Live::new(0);
    super::el::watch(move || {
        let now = state.rooms.with(|rooms| {
            rooms
                .iter()
                .find(|view| view.room == room)
                .map_or(0, |view| view.unread)
        });
        unread.set_if_new(now);
    });
    let is_open = move || state.room.get() == Some(room);
    let has_draft = move || !is_open() && state.drafts.with(|drafts| drafts.contains(&room));
    button("row")
        .live_class("unread", move || unread.get() > 0 && !is_open())
        .live_attr("aria-current", move || is_open().then(|| "page".to_owned()))
        .child(icon("room"))
        .child(span("name").attr("dir", "auto").text(name))
        .live(move || has_draft().then(draft_mark))
        .live(move || count(if is_open() { 0 } else { unread.get() }))
        .on_click(move || {
            chat.open_room(room);
            chosen();
        })
}

fn draft_mark() -> El {
    span("mark")
        .attr("title", "Draft")
        .child(icon("edit"))
        .child(sr("has a draft"))
}

fn count(unread: u64) -> Option<El> {
    let words = [&unread.to_string(), " unread"].concat();
    (unread > 0).then(|| {
        span("count")
            .child(span("").mute().text(&words::count(unread)))
            .child(sr(&words))
    })
}
