//! The line under the message box: who types, how to send, and how much of the room is here.

use shared::cursor::Seq;
use shared::entry::Author;

use super::composer::Enter;
use super::el::{El, div, el, p, span, text, watch};
use super::icon::icon;
use super::shortcuts::control;
use super::words;
use crate::browser::{clock, page};
use crate::live::Live;
use crate::state::ChatState;

/// The line. While there is no link it says that writing goes on. `enter` is what the key
/// does in the message box.
pub fn foot(state: ChatState, enter: Live<Enter>) -> El {
    let keys = move || {
        let (sends, breaks) = match enter.get() {
            Enter::Sends => ("Enter".to_owned(), "Shift Enter"),
            Enter::Breaks if page::is_touch() => return Vec::new(),
            Enter::Breaks => ([control(), " Enter"].concat(), "Enter"),
        };
        let said = t!(
            "foot-keys",
            sends = words::SLOTS[0],
            breaks = words::SLOTS[1]
        );
        let keys = [sends.as_str(), breaks];
        let mut keys = words::filled(&said, &|slot| el("kbd").text(keys[slot]));
        keys.push(text(" "));
        keys
    };
    let hint = p("hint")
        .mute()
        .live_all(keys)
        .child(span("md").attr("dir", "ltr").text("**bold**  `code`"));
    div("foot")
        .child(typing(state))
        .child(hint)
        .child(complete(state))
}

fn typing(state: ChatState) -> El {
    let parts = move || {
        if state.down_since.with(Option::is_some) {
            return vec![text(t!("you-can-go-on-writing"))];
        }
        state.typing.with(|people| types(people))
    };
    p("typing").attr("role", "status").live_all(parts)
}

/// Who types a reply in this thread.
pub(super) fn replying(state: ChatState, root: Seq) -> El {
    let here = Live::new(Vec::new());
    watch(move || {
        let people = state.replying.with(|people| {
            let here = people.iter().filter(|(thread, _)| *thread == root);
            here.map(|(_, who)| who.clone()).collect()
        });
        here.set_if_new(people);
    });
    let parts = move || {
        if state.down_since.with(Option::is_some) {
            return Vec::new();
        }
        here.with(|people| types(people))
    };
    p("typing").attr("role", "status").live_all(parts)
}

fn types(people: &[Author]) -> Vec<El> {
    let words = words::typing(people);
    let dots = (!words.is_empty()).then(dots);
    let words = words.iter().map(|(part, is_name)| match is_name {
        true => el("b").attr("dir", "auto").text(part),
        false => text(part),
    });
    dots.into_iter().chain(words).collect()
}

fn dots() -> El {
    el("i")
        .class("dots")
        .mute()
        .children([el("i"), el("i"), el("i")])
}

/// `Complete to #4812`, or what is being fetched, or what is here of a longer history.
/// Without a link it says when that was so.
fn complete(state: ChatState) -> El {
    let number = |words: &str| span("num").text(words);
    let parts = move || {
        let extent = state.extent.get();
        if !extent.is_loaded || extent.complete_to == Seq::ZERO {
            return Vec::new();
        }
        let is_linked = state.is_linked();
        let mut parts = match extent.fetching.filter(|_| is_linked) {
            Some(stretch) => {
                words::filled(&t!("foot-fetching", numbers = words::SLOTS[0]), &|_| {
                    number(&words::stretch(stretch))
                })
            }
            None if extent.is_further_up => {
                words::filled(&t!("history-here", numbers = words::SLOTS[0]), &|_| {
                    number(&words::part(extent))
                })
            }
            None => words::filled(&t!("history-complete", number = words::SLOTS[0]), &|_| {
                number(&extent.complete_to.to_string())
            }),
        };
        if is_linked && extent.fetching.is_none() && !extent.is_further_up {
            parts.insert(0, icon("stored"));
        }
        let since = state.status.with(|status| status.offline_since);
        if let Some(at) = since.filter(|_| !is_linked) {
            parts.push(text(
                &[" ", &t!("foot-as-of", time = clock::time_of_day(at))].concat(),
            ));
        }
        parts
    };
    p("complete").live_all(parts)
}
