//! Every try to connect, newest first: how it went, why it ended, how long the next waited.

use super::super::words::closing;
use chat_client::wire::{End, Try};

use super::super::el::{El, el, p};
use super::super::words;
use super::{Look, heading, section};
use crate::browser::clock;
use crate::language;

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) class: &'static str,
    pub(super) time: String,
    pub(super) what: String,
    pub(super) detail: String,
}

/// The list.
pub(super) fn tries(look: Look) -> El {
    let note = move || {
        let (kept, let_go) = look
            .chat()
            .read_wire(|log| (log.tries().count() as u64, log.tries_let_go()))
            .unwrap_or_default();
        t!("wire-tries-since", count = kept + let_go)
    };
    let list = el("ol")
        .class("tries")
        .rows(move || all(look), Told::clone, draw);
    section("ins-h-re", heading(t!("wire-tries-connections"), note)).child(list)
}

fn all(look: Look) -> Vec<Told> {
    let told = look.chat().read_wire(|log| {
        let tries = log
            .tries()
            .flat_map(|tried| tell(tried, &clock::to_the_second));
        tries.collect()
    });
    told.unwrap_or_default()
}

/// What is said of a try: its end first, since the list begins with the newest.
pub(super) fn tell(tried: &Try, time: &dyn Fn(shared::moment::Timestamp) -> String) -> Vec<Told> {
    let mut lines = Vec::new();
    if let Some(ended) = &tried.ended {
        let next = ended
            .next_after_ms
            .map(|ms| t!("wire-tries-next", time = words::duration(ms)));
        let code = ended.end.code();
        let was_open = tried.welcomed_after_ms.is_some();
        let what = match (&ended.end, was_open) {
            (End::Reported { .. }, true) => {
                t!(
                    "wire-tries-closed",
                    code = code.to_string(),
                    why = closing::meaning(code)
                )
            }
            (End::Reported { .. }, false) => {
                t!(
                    "wire-tries-failed",
                    code = code.to_string(),
                    why = closing::meaning(code)
                )
            }
            (End::GivenUp { .. }, _) => t!("wire-tries-given-up", why = closing::meaning(code)),
        };
        let reason = match &ended.end {
            End::Reported { reason, .. } if !reason.is_empty() => {
                let why = language::said(reason);
                let why = why.trim_end_matches(['.', '。', '।']);
                [&t!("wire-tries-because", why = why), " "].concat()
            }
            End::Reported { .. } | End::GivenUp { .. } => String::new(),
        };
        let lasted = tried.welcomed_after_ms.map(|ms| {
            let lasted = ended.at.now.ms_since(tried.began.now.plus_ms(ms));
            [
                &t!("wire-tries-lasted", time = words::duration(lasted)),
                " ",
            ]
            .concat()
        });
        let next = next.unwrap_or_else(|| match &ended.end {
            End::Reported { .. } => closing::advice(code).to_owned(),
            End::GivenUp { .. } => t!("wire-tries-the-next-at-once").to_owned(),
        });
        lines.push(Told {
            class: if was_open { "lost" } else { "" },
            time: time(ended.at.wall),
            what,
            detail: [reason, lasted.unwrap_or_default(), next].concat(),
        });
    }
    if let Some(welcomed) = tried.welcomed_after_ms {
        let opened = tried.opened_after_ms.unwrap_or(welcomed);
        lines.push(Told {
            class: "good",
            time: time(tried.began.wall),
            what: t!("wire-tries-online", time = words::duration(opened)),
            detail: t!("wire-tries-welcome", time = words::duration(welcomed)),
        });
    } else if tried.ended.is_none() {
        lines.push(Told {
            class: "",
            time: time(tried.began.wall),
            what: t!("connecting").to_owned(),
            detail: tried.address.clone(),
        });
    }
    lines
}

/// The first clause stands out.
fn draw(told: &Told) -> El {
    let (first, rest) = match told.what.split_once(", ") {
        Some((first, rest)) => (first, [", ", rest].concat()),
        None => (told.what.as_str(), String::new()),
    };
    el("li")
        .class(told.class)
        .child(el("time").text(&told.time))
        .child(p("").child(el("b").text(first)).text(&rest))
        .child(p("").text(&told.detail))
}
