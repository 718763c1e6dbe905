//! Jumping to a day of a room: its first message, or the next one after it.

use shared::moment::Timestamp;
use web_sys::HtmlInputElement;

use super::dialog::dialog;
use super::el::{El, div, el, p, watch};
use crate::browser::{clock, http};
use crate::handle::ChatHandle;
use crate::live::Live;

/// Of `2026-04-30T14:32`, the day.
const DAY_CHARS: usize = 10;

/// The dialog; open while somebody jumps.
pub fn jump(chat: ChatHandle) -> El {
    let jumping = chat.acts.jumping;
    let open = Live::new(false);
    watch(move || open.set_if_new(jumping.with(Option::is_some)));
    watch(move || {
        if !open.get() {
            jumping.set_if_new(None);
        }
    });
    dialog(open, "jump", t!("words-jump-to-a-date"), move || {
        let from = jumping.now().unwrap_or_default();
        let said: Live<Option<&'static str>> = Live::new(None);
        let failed: Live<Option<String>> = Live::new(None);
        let day_of = |at: Timestamp| {
            clock::local_input(at)
                .chars()
                .take(DAY_CHARS)
                .collect::<String>()
        };
        let field = el("input")
            .attr("type", "date")
            .attr("id", "jump-day")
            .attr("max", &day_of(clock::wall()));
        let input: HtmlInputElement = field.html();
        input.set_value(&day_of(from));
        let go = move || {
            failed.set_if_new(None);
            let day = [&input.value(), "T00:00"].concat();
            let (Some(at), Some(room)) = (clock::of_local_input(&day), chat.state.room.now())
            else {
                said.set_if_new(Some(t!("words-choose-a-day-first")));
                return;
            };
            leptos::task::spawn_local(async move {
                let found = http::message_at(room, at).await;
                // Who shut the dialog, or went to another room, goes nowhere.
                let is_wanted = jumping.try_peek(Option::is_some) == Some(true)
                    && chat.state.room.try_peek(|now| *now == Some(room)) == Some(true);
                if !is_wanted {
                    return;
                }
                match found {
                    Ok(Some(seq)) => {
                        jumping.set_if_new(None);
                        crate::acts::go_to(chat, seq);
                    }
                    Ok(None) => said.set_if_new(Some(t!("words-nothing-was-written-since-that"))),
                    Err(failure) => failed.set(Some(failure.to_string())),
                }
            });
        };
        el("form")
            .class("dlg-body")
            .on_submit(go)
            .child(
                div("field")
                    .child(el("label").attr("for", "jump-day").text(t!("words-day")))
                    .child(field),
            )
            .child(p("help").attr("role", "status").live_text(move || {
                let failed = failed.get();
                failed.unwrap_or_else(|| said.get().unwrap_or_default().to_owned())
            }))
            .child(
                div("dlg-acts").child(
                    el("button")
                        .class("btn")
                        .attr("type", "submit")
                        .text(t!("words-go-there")),
                ),
            )
    })
}
