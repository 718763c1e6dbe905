//! What the person says of themselves: a sign, a line, whether they may be disturbed, and
//! for how long.

use shared::ids::UserId;
use shared::limits::STATUS_CHARS_MAX;
use shared::moment::Timestamp;
use shared::signal::{Status, StatusWish};
use web_sys::{HtmlInputElement, HtmlSelectElement};

use super::dialog::dialog;
use super::el::{El, button, div, el, span, sr};
use super::field::{Field, Said, busy_button};
use super::icon::icon;
use super::settings::switch;
use super::words;
use crate::browser::{clock, http};
use crate::handle::ChatHandle;
use crate::language;
use crate::live::Live;
use crate::state::ChatState;

/// The hour at which a status until the morning ends.
const MORNING_HOUR: u32 = 9;

const MINUTE_MS: u64 = 60_000;

/// The dialog.
pub fn status(chat: ChatHandle, open: Live<bool>) -> El {
    dialog(open, "my-status", t!("status-your-status"), move || {
        form(chat, open)
    })
}

fn form(chat: ChatHandle, open: Live<bool>) -> El {
    let now = chat.server_wall();
    let before = chat
        .state
        .my_status
        .now()
        .filter(|status| status.holds(now));
    let before = before.unwrap_or_default();
    let said = Live::new(Said::Nothing);
    let text = Field {
        id: "status-text",
        label: t!("status-in-words"),
        help: t!("status-help", count = STATUS_CHARS_MAX),
        autocomplete: "off",
        said,
        becomes: |_| None,
    };
    let (text_field, text) = text.draw();
    text.set_value(before.text.as_ref().map_or("", |text| text.as_str()));
    let emoji = el("input")
        .attr("id", "status-emoji")
        .attr("type", "text")
        .attr("autocomplete", "off");
    let emoji_input: HtmlInputElement = emoji.html();
    emoji_input.set_value(before.emoji.as_ref().map_or("", |emoji| emoji.as_str()));
    let emoji_field = div("field")
        .child(el("label").attr("for", "status-emoji").text(t!("emoji")))
        .child(emoji);
    let quiet = Live::new(before.do_not_disturb);
    let ends = ends(now, before.until);
    let (end_field, end) = end_select(&ends);
    let says_something = before != Status::default();
    let submit = move |wish: StatusWish| {
        if said.now() == Said::Asked {
            return;
        }
        if let Err(refusal) = Status::parse(&wish) {
            said.set(Said::Refused(language::said(&refusal.message)));
            return;
        }
        said.set(Said::Asked);
        leptos::task::spawn_local(async move {
            match http::keep_status(&wish).await {
                Ok(status) => {
                    chat.state.my_status.set(status);
                    open.set(false);
                }
                Err(reason) => said.set(Said::Refused(reason.to_string())),
            }
        });
    };
    let acts = div("dlg-acts").live(move || {
        says_something.then(|| {
            button("btn quiet")
                .text(t!("status-clear"))
                .on_click(move || submit(StatusWish::default()))
        })
    });
    let save = move || {
        let chosen = usize::try_from(end.selected_index()).unwrap_or_default();
        submit(StatusWish {
            emoji: emoji_input.value(),
            text: text.value(),
            do_not_disturb: quiet.now(),
            until: ends.get(chosen).and_then(|(_, until)| *until),
        });
    };
    el("form")
        .class("dlg-body")
        .attr("novalidate", "")
        .on_submit(save)
        .child(div("status-line").child(emoji_field).child(text_field))
        .child(end_field)
        .child(switch(
            t!("status-do-not-disturb"),
            Some(t!("status-nothing-is-told-to-you")),
            move || quiet.get(),
            move |on| quiet.set(on),
        ))
        .child(acts.child(busy_button(
            "btn primary",
            said,
            t!("save"),
            t!("status-saving"),
        )))
}

/// When a status may end, in words; the end that it has comes first.
fn ends(now: Timestamp, kept: Option<Timestamp>) -> Vec<(String, Option<Timestamp>)> {
    let in_minutes = |minutes: u64| Some(Timestamp(now.0 + minutes * MINUTE_MS));
    let morning = clock::next_at_hour(now, MORNING_HOUR);
    let kept = kept.map(|until| (until_words(until), Some(until)));
    let offered = [
        (t!("status-until-i-change-it").to_owned(), None),
        (t!("status-for-30-minutes").to_owned(), in_minutes(30)),
        (t!("for-an-hour").to_owned(), in_minutes(60)),
        (t!("status-for-4-hours").to_owned(), in_minutes(240)),
        (until_words(morning), Some(morning)),
    ];
    kept.into_iter().chain(offered).collect()
}

fn until_words(until: Timestamp) -> String {
    t!("until", time = clock::day_and_time(until))
}

fn end_select(ends: &[(String, Option<Timestamp>)]) -> (El, HtmlSelectElement) {
    let options = ends.iter().map(|(words, _)| el("option").text(words));
    let select = el("select").attr("id", "status-end").children(options);
    let element = select.html();
    let field = div("field")
        .child(
            el("label")
                .attr("for", "status-end")
                .text(t!("status-for-how-long")),
        )
        .child(select);
    (field, element)
}

/// What somebody in the list of people says of themselves, while it holds.
pub fn said_by(state: ChatState, user: UserId) -> El {
    let says = move || {
        let now = state.wall.get();
        state.people.with(|people| {
            let present = people.listed.iter().find(|it| it.user.id == user)?;
            let status = present.status.as_deref().filter(|status| status.holds(now));
            status.cloned()
        })
    };
    span("says").live_all(move || says().map(|status| drawn(&status)).unwrap_or_default())
}

fn drawn(status: &Status) -> Vec<El> {
    let words = words::says(status);
    let line = span("said")
        .attr("dir", "auto")
        .attr("title", &words)
        .text(&words);
    let line = (!words.is_empty()).then_some(line);
    let quiet = status.do_not_disturb.then(|| {
        span("mark")
            .attr("title", t!("status-does-not-want-to-be"))
            .child(icon("bell-off"))
            .child(sr(
                &[t!("list-comma"), t!("status-not-disturbed-aloud")].concat()
            ))
    });
    line.into_iter().chain(quiet).collect()
}

/// The user's own name in the foot, which opens the dialog.
pub fn my_name(state: ChatState, open: Live<bool>) -> El {
    let name = move || {
        let me = state
            .me
            .with(|me| me.as_ref().map(|me| me.name.to_string()));
        me.unwrap_or_default()
    };
    let status = move || {
        let now = state.wall.get();
        let status = state.my_status.get();
        status.filter(|status| status.holds(now))
    };
    let label = move || match status() {
        Some(status) => t!("status-name", status = words::says_aloud(&status)),
        None => t!("status-your-status").to_owned(),
    };
    button("me-name")
        .live_attr("title", move || Some(label()))
        .attr("aria-haspopup", "dialog")
        .child(el("strong").attr("dir", "auto").live_text(name))
        .child(
            span("says")
                .mute()
                .live_all(move || status().map(|status| drawn(&status)).unwrap_or_default()),
        )
        .child(span("sr").live_text(label))
        .on_click(move || open.set(true))
}
