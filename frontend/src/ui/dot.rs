//! The connection dot: its shape and colour say what the link does, beside words or
//! with words as its name.

use chat_client::status::LinkState;

use super::el::{El, el, span, sr};
use super::words;
use crate::state::ChatState;

/// The dot with its words, for the foot of the sidebar.
pub fn connection_words(state: ChatState) -> El {
    span("wire")
        .child(dot(state, "dot "))
        .child(sr("Connection: "))
        .child(span("").live_text(move || words(state)))
}

/// The dot alone, for the room's head.
pub fn connection_dot(state: ChatState) -> El {
    span("head-dot")
        .attr("role", "img")
        .live_name(move || ["Connection: ", &words(state).replace(" · ", ", ")].concat())
        .live_attr("title", move || Some(words(state)))
        .child(dot(state, "dot big "))
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

fn dot(state: ChatState, class: &'static str) -> El {
    el("i").live_attr("class", move || {
        Some([class, state.status.with(|status| shape(&status.link))].concat())
    })
}

fn words(state: ChatState) -> String {
    state
        .status
        .with(|status| words::connection(status, state.extent.get()))
}
