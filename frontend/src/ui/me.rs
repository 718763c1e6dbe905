//! The foot of the sidebar: who I am, what the link does, and the settings.

use super::avatar::avatar;
use super::dot::connection_words;
use super::el::{El, button, div};
use super::icon::icon;
use super::shortcuts::control;
use super::sidebar::Overlays;
use super::status::my_name;
use crate::state::ChatState;

/// The name opens what I say of myself, the dot the connection panel; the owner has a way to the server panel.
pub fn my_foot(state: ChatState, overlays: Overlays) -> El {
    div("me")
        .live(move || state.me.with(|me| me.as_ref().map(|me| avatar(me, "m"))))
        .child(
            div("me-text")
                .child(my_name(state, overlays.my_status))
                .child(connection_words(state, overlays.inspector)),
        )
        .live(move || state.is_owner.get().then(|| server_button(overlays)))
        .child(
            button("btn-icon")
                .name(t!("settings"))
                .attr(
                    "title",
                    &t!("me-settings", keys = [control(), " ,"].concat()),
                )
                .attr("aria-haspopup", "dialog")
                .child(icon("sliders"))
                .on_click(move || overlays.settings.set(true)),
        )
}

fn server_button(overlays: Overlays) -> El {
    let is_open = move || Some(overlays.server.get().to_string());
    button("btn-icon")
        .name(t!("server"))
        .attr("title", t!("server"))
        .live_attr("aria-expanded", is_open)
        .child(icon("wire"))
        .on_click(move || {
            overlays.drawer.set_if_new(false);
            overlays.server.set(!overlays.server.now());
        })
}
