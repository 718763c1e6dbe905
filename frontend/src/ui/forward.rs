//! Passing a message on: into which room.

use shared::cursor::Seq;
use shared::http::Forward;
use shared::ids::{ClientId, RoomId};
use web_sys::HtmlInputElement;

use super::dialog::dialog;
use super::el::{El, button, div, el, p, watch};
use super::icon::icon;
use super::words::thread as words;
use crate::browser::http;
use crate::handle::ChatHandle;
use crate::live::Live;

/// The dialog; open while a message is to be passed on.
pub fn forward(chat: ChatHandle) -> El {
    let forwarding = chat.acts.forwarding;
    let open = Live::new(false);
    watch(move || open.set_if_new(forwarding.with(Option::is_some)));
    watch(move || {
        if !open.get() {
            forwarding.set_if_new(None);
        }
    });
    dialog(open, "forward", t!("thread-forward-to-a-room"), move || {
        let (Some((seq, id)), Some(from)) = (forwarding.now(), chat.state.room.now()) else {
            return p("dlg-body");
        };
        let wanted = Live::new(String::new());
        let refusal: Live<Option<String>> = Live::new(None);
        let field = el("input")
            .class("find-room")
            .attr("type", "search")
            .name(t!("thread-find-a-room"))
            .attr("placeholder", t!("thread-find-a-room"))
            .attr("autocomplete", "off");
        let typed: HtmlInputElement = field.html();
        let field = field.on("input", move |_| {
            wanted.set(typed.value().trim().to_lowercase());
        });
        let rooms = move || -> Vec<(RoomId, String)> {
            let rooms = chat.state.rooms.with(|rooms| {
                let names = rooms
                    .iter()
                    .map(|view| (view.room, view.name.as_str().to_owned()));
                names.collect::<Vec<_>>()
            });
            let wanted = wanted.get();
            let fits = |(_, name): &(RoomId, String)| name.contains(&wanted);
            rooms.into_iter().filter(fits).collect()
        };
        let list = move || {
            let rooms = rooms();
            if rooms.is_empty() {
                return vec![p("soft").text(t!("thread-no-room-of-yours-is"))];
            }
            let rows = rooms.into_iter().map(|(room, name)| {
                let row = button("row")
                    .child(icon("room"))
                    .child(el("span").attr("dir", "auto").text(&name))
                    .on_click(move || {
                        pass_on(chat, (from, seq, id), (room, name.clone()), refusal);
                    });
                el("li").child(row)
            });
            vec![el("ul").class("rooms-to").children(rows)]
        };
        div("dlg-body")
            .child(field)
            .child(
                p("help")
                    .attr("role", "status")
                    .live_text(move || refusal.get().unwrap_or_default()),
            )
            .live_all(list)
    })
}

/// The id of the write is the dialog's: pressed again after a break, it is one message.
fn pass_on(
    chat: ChatHandle,
    (from, seq, client_id): (RoomId, Seq, ClientId),
    (room, name): (RoomId, String),
    refusal: Live<Option<String>>,
) {
    leptos::task::spawn_local(async move {
        let wish = Forward {
            client_id,
            from,
            seq,
        };
        match http::forward(room, &wish).await {
            Ok(_) => {
                chat.acts.forwarding.set_if_new(None);
                chat.acts.said.set(Some(words::is_forwarded(&name)));
            }
            Err(failure) => refusal.set(Some(failure.to_string())),
        }
    });
}
