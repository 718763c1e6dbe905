//! A word on what was just done: at the bottom, for a moment.

use super::el::{El, div, p, watch};
use crate::browser::clock;
use crate::handle::ChatHandle;
use crate::live::Live;

/// It stays this long.
const SHOWN_MS: u32 = 4_000;

/// Shows what [`crate::acts::Acts::said`] holds.
pub fn toast(chat: ChatHandle) -> El {
    let said = chat.acts.said;
    let hiding = Live::new(None);
    watch(move || {
        if said.with(Option::is_some) {
            hiding.set(Some(clock::after_ms(SHOWN_MS, move || said.set(None))));
        }
    });
    div("toast-place")
        .attr("role", "status")
        .live(move || said.get().map(|words| p("toast").text(&words)))
}
