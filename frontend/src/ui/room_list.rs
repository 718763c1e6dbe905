//! The rooms in the sidebar: which one is open, how much is unread and names the
//! reader, where a draft waits.

use shared::ids::RoomId;

use super::el::{Act, El, button, div, el, span, sr, watch};
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
        .name(t!("new-room"))
        .attr("title", t!("new-room"))
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
                .child(el("h2").attr("id", "nav-rooms").text(t!("rooms")))
                .child(add),
        )
        .child(list)
}

fn row(chat: ChatHandle, room: RoomId, name: &str, chosen: Act) -> El {
    let state = chat.state;
    let counted = Live::new(Counted::default());
    watch(move || {
        let unread = state.rooms.with(|rooms| {
            let view = rooms.iter().find(|view| view.room == room);
            view.map_or(0, |view| view.unread)
        });
        let mentions = state.mentions.with(|all| all.get(&room).copied());
        counted.set_if_new(if state.is_silent(room, chat.server_wall()) {
            Counted::Silent
        } else {
            Counted::Unread {
                unread,
                // What is counted from one place may be ahead of the other.
                mentions: mentions.unwrap_or_default().min(unread),
            }
        });
    });
    let is_silent = move || counted.get() == Counted::Silent;
    let is_open = move || state.room.get() == Some(room);
    let has_draft = move || !is_open() && state.drafts.with(|drafts| drafts.contains(&room));
    button("row")
        .live_class("unread", move || counted.get().is_unread() && !is_open())
        .live_class("muted", is_silent)
        .live_attr("aria-current", move || is_open().then(|| "page".to_owned()))
        .child(icon("room"))
        .child(span("name").attr("dir", "auto").text(name))
        .live(move || has_draft().then(draft_mark))
        .live(move || is_silent().then(muted_mark))
        .live(move || {
            if is_open() {
                None
            } else {
                count(counted.get())
            }
        })
        .on_click(move || {
            chat.open_room(room);
            chosen();
        })
}

fn draft_mark() -> El {
    span("mark")
        .attr("title", t!("room-list-draft"))
        .child(icon("edit"))
        .child(sr(t!("room-list-has-a-draft")))
}

fn muted_mark() -> El {
    span("mark")
        .attr("title", t!("room-list-muted"))
        .child(icon("bell-off"))
        .child(sr(t!("room-list-muted-2")))
}

/// What a row counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    /// Nothing: nothing of the room is told.
    Silent,
    /// What is unread, and of it what names the reader.
    Unread { unread: u64, mentions: u64 },
}

impl Default for Counted {
    fn default() -> Self {
        Self::Unread {
            unread: 0,
            mentions: 0,
        }
    }
}

impl Counted {
    fn is_unread(self) -> bool {
        matches!(self, Self::Unread { unread, .. } if unread > 0)
    }
}

fn count(counted: Counted) -> Option<El> {
    let Counted::Unread { unread, mentions } = counted else {
        return None;
    };
    let (class, shown) = match (unread, mentions) {
        (0, _) => return None,
        (_, 0) => ("count", words::count(unread)),
        _ => ("count badge", ["@", &words::count(mentions)].concat()),
    };
    let shown = span("").mute().text(&shown);
    let words = words::unread(unread, mentions);
    Some(span(class).child(shown).child(sr(&words)))
}
