//! The connection dot: its shape and colour say what the link does, beside words or
//! with words as its name.

use chat_client::status::LinkState;

use super::el::{El, button, el, span};
use super::words;
use crate::live::Live;
use crate::state::ChatState;

/// The dot with its words, for the foot of the sidebar. Opens the connection panel.
pub fn connection_words(state: ChatState, panel: Live<bool>) -> El {
    opener(button("wire"), state, panel)
        .child(dot(state, "dot "))
        .child(span("").mute().live_text(move || words(state)))
}

/// The dot alone, for the room's head. Opens the connection panel.
pub fn connection_dot(state: ChatState, panel: Live<bool>) -> El {
    opener(button("btn-icon head-dot"), state, panel)
        .live_class("on", move || panel.get())
        .live_attr("title", move || Some(words(state)))
        .child(dot(state, "dot big "))
}

fn opener(button: El, state: ChatState, panel: Live<bool>) -> El {
    button
        .live_name(move || {
            t!(
                "dot-connection",
                state = words(state).replace(" · ", t!("list-comma"))
            )
        })
        .live_attr("aria-expanded", move || Some(panel.get().to_string()))
        .on_click(move || panel.set(!panel.now()))
}

/// The class of the dot for a state of the link.
#[must_use]
pub fn shape(link: &LinkState) -> &'static str {
    match link {
        LinkState::Online => "on",
        LinkState::Slow => "on slow",
        LinkState::Idle | LinkState::Connecting | LinkState::CatchingUp => "trying",
        LinkState::Waiting { .. } | LinkState::NoNetwork => "down",
        LinkState::SignedOut | LinkState::Outdated | LinkState::Stopped(_) => "bad",
    }
}

/// The dot by itself, in this size.
pub fn dot(state: ChatState, class: &'static str) -> El {
    el("i").live_attr("class", move || {
        Some([class, state.status.with(|status| shape(&status.link))].concat())
    })
}

fn words(state: ChatState) -> String {
    let words = state
        .status
        .with(|status| words::connection(status, state.extent.get()));
    let faults = state.faults.with(|faults| words::faults(faults));
    [words, faults].concat()
}
