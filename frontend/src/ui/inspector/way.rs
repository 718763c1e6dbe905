//! By which transport the link goes, and the person's choice of it.

use chat_client::{Choice, Intent, Transport};
use shared::http::LinkTransport;

use super::super::el::{El, button, div, p};
use super::super::words;
use super::{Look, heading, section};
use crate::browser::storage;
use crate::handle::ChatHandle;
use crate::live::Live;

/// What it goes by, why, and four ways to choose from.
pub(super) fn way(look: Look) -> El {
    let chat = look.chat;
    let chosen = Live::new(chat.read(|client| client.choice()).unwrap_or_default());
    let transport = move || chat.state.status.with(|status| status.transport);
    let choices = Choice::ALL.map(|choice| switch(chat, chosen, choice));
    section(
        "ins-h-way",
        heading(t!("wire-way-transport"), move || {
            words::transport(transport()).to_owned()
        }),
    )
    .child(p("soft").live_text(move || why(chosen.get(), transport()).to_owned()))
    .child(div("break-grid").children(choices))
}

fn switch(chat: ChatHandle, chosen: Live<Choice>, choice: Choice) -> El {
    button("btn")
        .live_attr("aria-pressed", move || {
            Some((chosen.get() == choice).to_string())
        })
        .text(words::choice(choice))
        .on_click(move || {
            chosen.set(choice);
            storage::keep_choice(choice);
            chat.intend(Intent::Choose(choice));
        })
}

fn why(choice: Choice, transport: Transport) -> &'static str {
    match (choice, transport.over_http()) {
        (Choice::Automatic, None) => {
            t!("wire-way-the-best-that-there-is")
        }
        (Choice::Automatic, Some(LinkTransport::Events)) => {
            t!("wire-way-websocket-does-not-get-through")
        }
        (Choice::Automatic, Some(LinkTransport::Poll)) => {
            t!("wire-way-neither-websocket-nor-a-stream")
        }
        (Choice::Only(_), _) => t!("wire-way-chosen-on-this-device-no"),
    }
}
