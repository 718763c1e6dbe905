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
        t!(
            "wire-recording-last",
            time = words::duration(recorded.ms),
            size = [&size, " ", unit].concat()
        )
    };
    let chat = look.chat;
    let save = move || {
        if let Some(recording) = chat.recording() {
            let at = clock::utc(clock::wall()).replace(':', "-");
            page::save(&["confab-recording-", &at, ".jsonl"].concat(), &recording);
        }
    };
    section(
        "ins-h-rec",
        heading(t!("wire-recording-flight-recorder"), note),
    )
    .class("recording")
    .child(p("soft").text(t!("wire-recording-all-that-this-page-was")))
    .child(
        button("btn s")
            .child(icon("download"))
            .child(el("span").text(t!("wire-recording-save-recording")))
            .on_click(save),
    )
}
