//! Texts that former logins left in this browser, one by one: into the message box, or away.

use super::dialog::dialog;
use super::el::{El, button, div, el, p};
use crate::browser::clock;
use crate::browser::former::{self, Left};
use crate::handle::ChatHandle;

/// The dialog. Closes by itself when nothing is left.
pub fn never_confirmed(chat: ChatHandle) -> El {
    dialog(
        chat.state.left_is_shown,
        "never-confirmed",
        t!("never-confirmed-never-confirmed"),
        move || list(chat),
    )
}

fn list(chat: ChatHandle) -> El {
    let texts = move || {
        chat.state
            .left
            .with(|left| left.iter().map(|left| text(chat, left)).collect::<Vec<_>>())
    };
    let discard_all = move || {
        for left in chat.state.left.now() {
            former::discard(left.user);
        }
        settle(chat);
    };
    let acts = div("dlg-acts")
        .child(
            button("btn quiet")
                .text(t!("never-confirmed-discard-all"))
                .on_click(discard_all),
        )
        .child(
            button("btn primary")
                .text(t!("never-confirmed-later"))
                .on_click(move || chat.state.left_is_shown.set(false)),
        );
    div("dlg-body")
        .child(p("").text(t!("never-confirmed-these-were-written-under-a")))
        .child(el("ul").class("left-texts").live_all(texts))
        .child(acts)
}

fn text(chat: ChatHandle, left: &Left) -> El {
    let (to_box, away) = (left.clone(), left.clone());
    let acts = div("acts")
        .child(
            button("btn s")
                .text(t!("never-confirmed-put-into-the-message-box"))
                .on_click(move || put_into_the_box(chat, &to_box)),
        )
        .child(button("btn s quiet").text(t!("discard")).on_click(move || {
            // Who was quicker has it.
            let _ = former::take(&away);
            settle(chat);
        }));
    el("li")
        .child(p("meta").text(&about(chat, left)))
        .child(p("said").attr("dir", "auto").text(&left.text))
        .child(acts)
}

/// `Ada, #lobby, 14:31`.
fn about(chat: ChatHandle, left: &Left) -> String {
    let name = former::name(left.user).unwrap_or_else(|| t!("never-confirmed-somebody").to_owned());
    let room = chat.state.rooms.peek(|rooms| {
        let known = rooms.iter().find(|view| view.room == left.room);
        known.map(|view| ["#", view.name.as_str()].concat())
    });
    let room = room.unwrap_or_else(|| t!("never-confirmed-a-room-that-is-not").to_owned());
    let when = left
        .sent_at
        .map_or_else(|| t!("never-confirmed-draft").to_owned(), clock::full_date);
    [name, room, when].join(t!("list-comma"))
}

/// Into its own room's box; where that room is not here, into the one on the screen.
fn put_into_the_box(chat: ChatHandle, left: &Left) {
    let is_here = chat
        .state
        .rooms
        .peek(|rooms| rooms.iter().any(|view| view.room == left.room));
    let room = Some(left.room)
        .filter(|_| is_here)
        .or(chat.state.room.now());
    if let Some(room) = room
        && former::take(left)
    {
        chat.state.take_back(chat, room.into(), left.text.clone());
    }
    settle(chat);
}

fn settle(chat: ChatHandle) {
    chat.state.look_for_left();
    if chat.state.left.peek(Vec::is_empty) {
        chat.state.left_is_shown.set(false);
    }
}
