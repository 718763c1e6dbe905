//! Unsent messages of a room of which nothing has come yet: what a page shows that was loaded
//! while no link opens.
//!
//! They are few and change seldom, so all are drawn anew whenever one does, and without
//! dividers of days.

use chat_client::grouping::{self, RowKind};
use shared::ids::RoomId;

use super::el::{El, div};
use super::message::message;
use super::row::{self, Own};
use crate::handle::ChatHandle;

/// The messages, if there are any.
pub fn waiting_here(chat: ChatHandle, room: RoomId) -> El {
    let name = move || {
        t!(
            "log-name",
            room = chat.state.room_name().unwrap_or_default()
        )
    };
    let messages = move || {
        chat.state.lines_changed.with(|_| ());
        chat.state.me.with(|_| ());
        leptos::prelude::untrack(|| draw(chat, room))
    };
    div("waiting-here")
        .attr("role", "log")
        .live_name(name)
        .child(div("col").live_all(messages))
}

fn draw(chat: ChatHandle, room: RoomId) -> Vec<El> {
    let rows = chat.read(|client| {
        let lines = client.timeline(room)?.lines();
        Some(grouping::rows(lines, None, client.me(), &|_| 0))
    });
    let rows = rows.flatten().unwrap_or_default();
    let slots = row::slots(&rows, &[], Own::of(&rows, None));
    slots
        .iter()
        .filter_map(|slot| match &slot.row.kind {
            RowKind::Message { line, head } => {
                let drawn = message(chat, slot, line, *head);
                Some(drawn.attr("data-row", &row::mark(slot.row.key)))
            }
            RowKind::Day { .. }
            | RowKind::New { .. }
            | RowKind::Hole { .. }
            | RowKind::Note { .. } => None,
        })
        .collect()
}
