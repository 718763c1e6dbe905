//! The flight recorder: how far it goes back, and the button that saves it.

use super::super::el::{El, button, el, p};
use super::super::icon::icon;
use super::super::words;
use super::{Look, heading, section};
use crate::browser::{clock, page};

/// What there is of the last minutes, to be saved.
pub(super) fn recording(look: Look) -> El {
    let note = move || {
        let recorded = look.chat().recorded();
        let (size, unit) = words::bytes(recorded.bytes as u64);
        [
            "last ",
            &words::duration(recorded.ms),
            ", ",
            &size,
            " ",
            unit,
        ]
        .concat()
    };
    let chat = look.chat;
    let save = move || {
        if let Some(recording) = chat.recording() {
            let at = clock::utc(clock::wall()).replace(':', "-");
            page::save(&["confab-recording-", &at, ".jsonl"].concat(), &recording);
        }
    };
    section("ins-h-rec", heading("Flight recorder", note))
        .class("recording")
        .child(p("soft").text(
            "All that this page was told and did, without what people wrote. \
             It can be replayed with the same client.",
        ))
        .child(
            button("btn s")
                .child(icon("download"))
                .child(el("span").text("Save recording"))
                .on_click(save),
        )
}
