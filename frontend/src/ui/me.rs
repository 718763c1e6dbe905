//! The foot of the sidebar: who I am, what the link does, and the way out.

use super::avatar::avatar;
use super::dot::connection_words;
use super::el::{El, button, div, el};
use super::icon::icon;
use super::sidebar::Overlays;
use crate::state::ChatState;

/// The dot opens the connection panel, the door asks before signing out.
pub fn my_foot(state: ChatState, overlays: Overlays) -> El {
    let name = move || {
        state
            .me
            .with(|me| me.as_ref().map(|me| me.name.to_string()))
    };
    div("me")
        .live(move || state.me.with(|me| me.as_ref().map(|me| avatar(me, "m"))))
        .child(
            div("me-text")
                .child(
                    el("strong")
                        .attr("dir", "auto")
                        .live_text(move || name().unwrap_or_default()),
                )
                .child(connection_words(state, overlays.inspector)),
        )
        .child(
            button("btn-icon")
                .name("Sign out")
                .attr("title", "Sign out")
                .attr("aria-haspopup", "dialog")
                .child(icon("leave"))
                .on_click(move || overlays.sign_out.set(true)),
        )
}
