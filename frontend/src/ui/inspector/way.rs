//! By which transport the link goes, and the person's choice of it.

use chat_client::{Choice, Intent, Transport};
use shared::http::LinkTransport;

use super::super::el::{El, button, div, p};
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
        heading("Transport", move || transport().name().to_owned()),
    )
    .child(p("soft").live_text(move || why(chosen.get(), transport()).to_owned()))
    .child(div("break-grid").children(choices))
}

fn switch(chat: ChatHandle, chosen: Live<Choice>, choice: Choice) -> El {
    button("btn")
        .live_attr("aria-pressed", move || {
            Some((chosen.get() == choice).to_string())
        })
        .text(choice.name())
        .on_click(move || {
            chosen.set(choice);
            storage::keep_choice(choice);
            chat.intend(Intent::Choose(choice));
        })
}

fn why(choice: Choice, transport: Transport) -> &'static str {
    match (choice, transport.over_http()) {
        (Choice::Automatic, None) => {
            "The best that there is. Where a network blocks it, another way is taken."
        }
        (Choice::Automatic, Some(LinkTransport::Events)) => {
            "WebSocket does not get through here. Messages come as a stream of events and go \
             as requests. WebSocket is tried again by itself."
        }
        (Choice::Automatic, Some(LinkTransport::Poll)) => {
            "Neither WebSocket nor a stream gets through here. Each answer is asked for, so \
             everything costs a little more. WebSocket is tried again by itself."
        }
        (Choice::Only(_), _) => "Chosen on this device. No other way is tried.",
    }
}
