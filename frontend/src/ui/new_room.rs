//! Making a room: its name, parsed here and again by the server, and what either says.

use chat_client::Intent;
use shared::text::RoomName;
use web_sys::HtmlElement;

use super::dialog::dialog;
use super::el::{El, button, div, el, focus, watch};
use super::field::{Field, Said, busy_button};
use crate::browser::clock;
use crate::handle::ChatHandle;
use crate::language;
use crate::live::Live;
use crate::state::Making;

/// The dialog. Closes by itself once the room is there.
pub fn new_room(chat: ChatHandle, open: Live<bool>) -> El {
    let making = chat.state.making;
    watch(move || {
        if making.get() == Making::Made {
            open.set(false);
        }
    });
    watch(move || {
        if !open.get() {
            making.set_if_new(Making::Idle);
        }
    });
    dialog(open, "new-room", t!("new-room"), move || form(chat, open))
}

fn form(chat: ChatHandle, open: Live<bool>) -> El {
    let making = chat.state.making;
    let said = Live::new(Said::Nothing);
    watch(move || match making.get() {
        Making::Refused(sentence) => said.set(Said::Refused(sentence)),
        Making::Idle | Making::Asked | Making::Made => {}
    });
    let field = Field {
        id: "room-name",
        label: t!("new-room-name"),
        help: t!("new-room-letters-digits-and-everybody-here").to_owned(),
        autocomplete: "off",
        said,
        becomes,
    };
    let (field, input) = field.draw();
    let to_focus: HtmlElement = input.clone().into();
    clock::on_frame(move || focus(&to_focus));
    let submit = move || {
        if said.now() == Said::Asked {
            return;
        }
        match RoomName::parse(&input.value()) {
            Ok(name) => {
                said.set(Said::Asked);
                making.set(Making::Asked);
                chat.intend(Intent::MakeRoom(name));
            }
            Err(refusal) => said.set(Said::Refused(language::said(&refusal.message))),
        }
    };
    let acts = div("dlg-acts")
        .child(
            button("btn quiet")
                .text(t!("cancel"))
                .on_click(move || open.set(false)),
        )
        .child(busy_button(
            "btn primary",
            said,
            t!("new-room-make-room"),
            t!("new-room-making-the-room"),
        ));
    el("form")
        .class("dlg-body")
        .attr("novalidate", "")
        .on_submit(submit)
        .child(field)
        .child(acts)
}

/// What the name becomes, where that is not what was typed.
fn becomes(typed: &str) -> Option<String> {
    let name = RoomName::parse(typed).ok()?;
    (name.as_str() != typed.trim()).then(|| t!("new-room-becomes", room = name.as_str()))
}
