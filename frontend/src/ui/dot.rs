//! The connection dot: its shape and colour say what the link does, beside words or
//! with words as its name.

use chat_client::status::LinkState;
use leptos::prelude::*;

use super::words;
use crate::contexts::use_chat;

/// The dot with its words, for the foot of the sidebar.
#[component]
pub fn ConnectionWords() -> impl IntoView {
    let state = use_chat().state;
    view! {
        <span class="wire">
            <i class=move || format!("dot {}", state.status.with(|status| shape(&status.link)))></i>
            <span class="sr">"Connection: "</span>
            <span>{move || state.status.with(|status| words::connection(status, state.extent.get()))}</span>
        </span>
    }
}

/// The dot alone, for the room's head.
#[component]
pub fn ConnectionDot() -> impl IntoView {
    let state = use_chat().state;
    let words = Memo::new(move |_| {
        state
            .status
            .with(|status| words::connection(status, state.extent.get()))
    });
    view! {
        <span
            class="head-dot"
            role="img"
            aria-label=move || format!("Connection: {}", words.get().replace(" · ", ", "))
            title=words
        >
            <i class=move || {
                format!("dot big {}", state.status.with(|status| shape(&status.link)))
            }></i>
        </span>
    }
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
