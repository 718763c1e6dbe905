//! What stands where a timeline would: loading, nothing written yet, or not loaded.

use chat_client::Intent;
use chat_client::status::LinkState;

use super::banner::next_try;
use super::el::{El, button, div, el, p, span, svg};
use super::words;
use crate::browser::clock;
use crate::handle::ChatHandle;
use crate::live::Live;
use crate::state::ChatState;

/// Loading shorter than this shows nothing: a flash of grey is worse than a blink.
const SKELETON_AFTER_MS: u32 = 200;

/// How often the countdown is looked at.
const TICK_MS: u32 = 250;

/// Widths of the grey bars, message by message: classes of the style sheet.
const SKELETON: [&[&str]; 8] = [
    &["sk w2 n", "sk w9", "sk w5"],
    &["sk w3 n", "sk w6"],
    &["sk w4 n", "sk w7", "sk w8", "sk w3"],
    &["sk w3 n", "sk w8", "sk w6"],
    &["sk w2 n", "sk w7"],
    &["sk w4 n", "sk w9", "sk w9", "sk w4"],
    &["sk w3 n", "sk w6", "sk w5"],
    &["sk w2 n", "sk w5", "sk w7"],
];

/// The room is on its way, or it did not come.
pub fn not_here(chat: ChatHandle) -> El {
    let is_cut = move || {
        chat.state.status.with(|status| {
            matches!(
                status.link,
                LinkState::Waiting { .. } | LinkState::NoNetwork
            )
        })
    };
    let was_cut = Live::new(false);
    super::el::watch(move || was_cut.set_if_new(is_cut()));
    div("log").live(move || {
        Some(if was_cut.get() {
            not_loaded(chat)
        } else {
            loading()
        })
    })
}

/// Nobody has written here yet.
pub fn nothing_yet(state: ChatState) -> El {
    let cup = art([
        ("ln ground", "M14 78h132"),
        ("ln", "M52 78h56"),
        (
            "cup",
            "M60 46h34v18a13 13 0 0 1-13 13h-8a13 13 0 0 1-13-13z",
        ),
        ("ln", "M94 50h5a7 7 0 0 1 0 14h-5.5"),
        ("ln st", "M70 38c-4-5 4-8 0-13m14 13c-4-5 4-8 0-13"),
    ]);
    let words = move || {
        let room = state.room_name().unwrap_or_default();
        let first = || el("b").class("num").text("#1");
        words::filled(
            &t!("blank-new", room = room, number = words::SLOTS[0]),
            &|_| first(),
        )
    };
    page_note()
        .child(cup)
        .child(el("h2").text(t!("blank-nothing-here-yet")))
        .child(p("").live_all(words))
}

/// The column that a note about a whole page or room stands in.
pub fn page_note() -> El {
    div("blank-in")
}

/// A cut line.
pub fn not_loaded_art() -> El {
    art([
        ("ln", "M14 60h44m44 0h44"),
        ("ln bad", "m70 50 20 20m0-20L70 70"),
    ])
}

/// Grey messages, once loading takes long enough to be noticed.
fn loading() -> El {
    let is_slow = Live::new(false);
    let timer = Live::new(None);
    timer.set(Some(clock::after_ms(SKELETON_AFTER_MS, move || {
        is_slow.set(true);
    })));
    div("timeline loading")
        .attr("aria-busy", "true")
        .live_all(move || {
            if !is_slow.get() {
                return Vec::new();
            }
            let messages = SKELETON.iter().map(|bars| {
                div("sk-msg")
                    .child(el("i").class("sk-av"))
                    .children(bars.iter().map(|class| el("i").class(class)))
            });
            vec![
                div("col").mute().children(messages),
                p("sr")
                    .attr("role", "status")
                    .text(t!("blank-loading-the-newest-messages")),
            ]
        })
}

/// There is no link and nothing to show: the reason and the next step.
fn not_loaded(chat: ChatHandle) -> El {
    let now = Live::new(chat.now());
    let timer = Live::new(None);
    timer.set(Some(clock::every_ms(TICK_MS, move || now.set(chat.now()))));
    let next = move || {
        let next_try = chat.state.status.with(|status| next_try(&status.link));
        next_try.map_or_else(String::new, |next_try| {
            let left = words::seconds_left(next_try.ms_since(now.get()));
            [&t!("blank-trying-again", left = left), " "].concat()
        })
    };
    let again = button("btn primary").text(t!("try-now"));
    div("blank").child(
        page_note()
            .child(not_loaded_art())
            .child(el("h2").text(t!("blank-this-room-did-not-load")))
            .child(
                p("")
                    .text(t!("blank-no-answer"))
                    .text(" ")
                    .child(span("num").mute().live_text(next))
                    .text(t!("blank-nothing-you-wrote-is-lost")),
            )
            .child(div("blank-acts").child(again.on_click(move || chat.intend(Intent::TryNow)))),
    )
}

fn art<const N: usize>(lines: [(&str, &str); N]) -> El {
    svg("svg")
        .class("blank-art")
        .attr("viewBox", "0 0 160 96")
        .mute()
        .children(lines.map(|(class, d)| svg("path").class(class).attr("d", d)))
}
