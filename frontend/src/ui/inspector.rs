//! The connection panel: what the link does and did, for everybody.
//!
//! It opens at once from what is kept anyway, also without a link. While it is closed
//! there is nothing of it: no timer, no element, no signal. While it is open it looks at
//! the notes on the wire [`LOOK_EVERY_MS`], and draws what differs.

mod break_it;
mod compare;
mod facts;
mod frames;
mod handshake;
mod history;
mod lives;
mod now;
mod recording;
mod report;
mod spark;
mod tries;
mod trips;
mod way;

use chat_client::{Intent, Watch};
use leptos::prelude::on_cleanup;
use web_sys::HtmlElement;

use super::el::{El, button, div, el, focus};
use super::icon::icon;
use super::panel;
use crate::browser::{clock, page};
use crate::handle::ChatHandle;
use crate::live::Live;

/// Numbers that change more often than four times a second cannot be read.
const LOOK_EVERY_MS: u32 = 250;

/// How long the copy button says that it has copied.
const COPIED_FOR_MS: u32 = 2_000;

/// A look at the link, again and again while the panel is open.
#[derive(Clone, Copy, Debug)]
struct Look {
    chat: ChatHandle,
    count: Live<u64>,
}

impl Look {
    /// Tracked: whatever was drawn from a look is drawn again with the next.
    fn chat(self) -> ChatHandle {
        self.count.with(|_| ());
        self.chat
    }
}

/// The panel. It gives the focus back to what opened it.
pub fn inspector(chat: ChatHandle, open: Live<bool>) -> El {
    let look = Look {
        chat,
        count: Live::new(0),
    };
    keep_looking(look);
    let title = el("h2")
        .attr("id", "inspector-title")
        .attr("tabindex", "-1")
        .text(t!("wire-connection"));
    let title_element: HtmlElement = title.html();
    let head = el("header")
        .class("panel-head")
        .child(panel::back(open))
        .child(div("panel-title").child(title))
        .child(copy_button(chat))
        .child(panel::close(open, t!("close-esc")));
    let body = div("panel-body pad")
        .attr("tabindex", "0")
        .attr("role", "region")
        .name(t!("wire-connection-details"))
        .child(now::state(look))
        .child(way::way(look))
        .child(handshake::handshake(look))
        .child(history::history(look))
        .child(trips::round_trips(look))
        .child(facts::facts(look))
        .child(compare::compare(chat))
        .child(frames::frames(look))
        .child(tries::tries(look))
        .child(recording::recording(look))
        .child(break_it::break_it(chat));
    panel::give_focus_back();
    clock::on_frame(move || focus(&title_element));
    el("aside")
        .class("panel inspector")
        .attr("aria-labelledby", "inspector-title")
        .child(head)
        .child(body)
}

fn keep_looking(look: Look) {
    let chat = look.chat;
    chat.intend(Intent::Watch(Watch::On));
    let timer = Live::new(None);
    timer.edit(|timer| {
        *timer = Some(clock::every_ms(LOOK_EVERY_MS, move || {
            look.count.update(|count| *count += 1);
        }));
    });
    on_cleanup(move || {
        timer.edit(Option::take);
        chat.intend(Intent::Watch(Watch::Off));
    });
}

fn copy_button(chat: ChatHandle) -> El {
    let said = Live::new(t!("wire-copy-as-text"));
    let timer = Live::new(None);
    let copy = move || {
        let report = report::report(chat);
        leptos::task::spawn_local(async move {
            said.set(match page::copy(&report).await {
                Ok(()) => t!("copied"),
                Err(_) => t!("wire-not-copied-this-browser-does"),
            });
            timer.set(Some(clock::after_ms(COPIED_FOR_MS, move || {
                said.set(t!("wire-copy-as-text"));
            })));
        });
    };
    button("btn s")
        .attr("title", t!("wire-a-report-for-a-bug"))
        .child(icon("copy"))
        .child(
            el("span")
                .attr("role", "status")
                .live_text(move || said.get().to_owned()),
        )
        .on_click(copy)
}

/// A section under a heading.
pub(super) fn section(id: &str, heading: El) -> El {
    el("section")
        .attr("aria-labelledby", id)
        .child(heading.attr("id", id))
}

/// A heading with words beside it that are kept in step.
pub(super) fn heading(words: &str, note: impl Fn() -> String + 'static) -> El {
    el("h3")
        .text(words)
        .text(" ")
        .child(el("span").class("h-note").live_text(note))
}

/// A term and what it is.
pub(super) fn fact(name: &str, value: impl Fn() -> (String, String) + Clone + 'static) -> El {
    let unit = value.clone();
    div("").child(el("dt").text(name)).child(
        el("dd")
            // A sign stands before its number in every script.
            .child(el("bdi").attr("dir", "ltr").live_text(move || value().0))
            .text(" ")
            .child(el("span").live_text(move || unit().1)),
    )
}
