//! The server did not say who is signed in: the sentence, and a way out.

use super::blank::{not_loaded_art, page_note};
use super::el::{El, button, div, el, p};

/// Shows `reason` and does `again` on request.
pub fn start_failed(reason: &str, again: impl Fn() + 'static) -> El {
    let words = [reason, " ", t!("blank-nothing-you-wrote-is-lost")].concat();
    el("main")
        .class("blank alone")
        .attr("aria-labelledby", "start-failed")
        .child(
            page_note()
                .child(not_loaded_art())
                .child(
                    el("h1")
                        .attr("id", "start-failed")
                        .text(t!("start-failed-confab-did-not-start")),
                )
                .child(p("").attr("role", "alert").text(&words))
                .child(
                    div("blank-acts")
                        .child(button("btn primary").text(t!("try-now")).on_click(again)),
                ),
        )
}
