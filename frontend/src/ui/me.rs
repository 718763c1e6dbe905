//! The foot of the sidebar: who I am, what the link does, and the way out.

use super::avatar::avatar;
use super::dot::connection_words;
use super::el::{El, button, div, el};
use super::icon::icon;
use crate::live::Live;
use crate::state::ChatState;

/// `sign_out` opens the dialog that asks.
pub fn my_foot(state: ChatState, sign_out: Live<bool>) -> El {
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
                .child(connection_words(state)),
        )
        .child(
            button("btn-icon")
                .name("Sign out")
                .attr("title", "Sign out")
                .attr("aria-haspopup", "dialog")
                .child(icon("leave"))
                .on_click(move || sign_out.set(true)),
        )
}
