//! The line under the message box: who types, how to send, and how much of the room is here.

use super::el::{El, div, el, p, span, text};
use super::icon::icon;
use super::words;
use crate::browser::clock;
use crate::state::ChatState;

/// The line. While there is no link it says that writing goes on.
pub fn foot(state: ChatState) -> El {
    let hint = p("hint")
        .mute()
        .child(el("kbd").text("Enter"))
        .text(" sends ")
        .child(el("kbd").text("Shift Enter"))
        .text(" new line ")
        .child(span("md").text("**bold**  `code`"));
    div("foot")
        .child(typing(state))
        .child(hint)
        .child(complete(state))
}

fn typing(state: ChatState) -> El {
    let parts = move || {
        if state.down_since.with(Option::is_some) {
            return vec![text("You can go on writing.")];
        }
        let words = state.typing.with(|people| words::typing(people));
        let dots = (!words.is_empty()).then(dots);
        let words = words.iter().map(|(part, is_name)| match is_name {
            true => el("b").attr("dir", "auto").text(part),
            false => text(part),
        });
        dots.into_iter().chain(words).collect()
    };
    p("typing").attr("role", "status").live_all(parts)
}

fn dots() -> El {
    el("i")
        .class("dots")
        .mute()
        .children([el("i"), el("i"), el("i")])
}

/// `Complete to #4812`, and what is still missing.
fn complete(state: ChatState) -> El {
    let number = |words: &str| span("num").text(words);
    let parts = move || {
        let extent = state.extent.get();
        let complete_to = extent.complete_to;
        if !extent.loaded || complete_to.0 == 0 {
            return Vec::new();
        }
        if !state.is_linked() {
            let since = state.status.with(|status| status.offline_since);
            let since = since.map(|at| [" as of ", &clock::time_of_day(at)].concat());
            return vec![
                text("Complete to "),
                number(&complete_to.to_string()),
                text(&since.unwrap_or_default()),
            ];
        }
        if complete_to < extent.head {
            let missing = [
                &complete_to.next().to_string(),
                " to ",
                &extent.head.to_string(),
            ];
            return vec![text("Fetching "), number(&missing.concat()), text("…")];
        }
        vec![
            icon("stored"),
            text("Complete to "),
            number(&complete_to.to_string()),
        ]
    };
    p("complete").live_all(parts)
}
