//! What the link does, and since when.

use super::super::dot::dot;
use super::super::el::{El, el, p};
use super::super::words;
use super::Look;
use crate::browser::clock;

/// The state in one word, with the dot.
pub(super) fn state(look: Look) -> El {
    let state = look.chat.state;
    let name = move || {
        let status = state.status.get();
        let words = words::connection(&status, state.extent.get());
        // The number has a section of its own.
        let words = words.split(" · ").next().unwrap_or_default().to_owned();
        [words, state.faults.with(|faults| words::faults(faults))].concat()
    };
    let since = move || {
        let chat = look.chat();
        let ms = state
            .status
            .with(|status| chat.now().ms_since(status.since));
        let began = clock::wall().0.saturating_sub(ms);
        let began = clock::to_the_second(shared::moment::Timestamp(began));
        t!("wire-now-since", time = words::duration(ms), at = began)
    };
    el("section")
        .class("ins-state")
        .name(t!("wire-now-state"))
        .child(
            p("ins-now")
                .child(dot(state, "dot huge "))
                .child(el("strong").attr("role", "status").live_text(name))
                .child(el("span").live_text(since)),
        )
}
