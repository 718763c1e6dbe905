//! The threads that the person follows, in a panel beside the room, and the row in the
//! sidebar that opens it.
//!
//! Threads with something new come first. Of rooms that are silent nothing is counted.

use chat_client::message;
use leptos::prelude::untrack;
use shared::kept::OwnThread;

use super::el::{El, button, div, el, focus, p, span, sr};
use super::icon::icon;
use super::panel;
use super::text::excerpt;
use super::words;
use super::words::thread as thread_words;
use crate::acts;
use crate::browser::clock;
use crate::handle::ChatHandle;

/// So much of a first message is shown, in characters: some two lines of the panel.
const SHOWN_CHARS: usize = 140;

/// The row of the sidebar.
pub fn to_threads(chat: ChatHandle) -> El {
    let listed = chat.threads;
    let count = move || listed.unread(chat);
    button("row to-threads")
        .live_class("unread", move || count() > 0)
        .live_attr("aria-expanded", move || {
            Some(listed.is_listed.get().to_string())
        })
        .child(icon("thread"))
        .child(span("name").text(t!("thread-list-threads")))
        .live(move || {
            let number = count();
            (number > 0).then(|| {
                let shown = span("").mute().text(&words::count(number as u64));
                span("count badge")
                    .child(shown)
                    .child(sr(&thread_words::new_in(number)))
            })
        })
        .on_click(move || listed.is_listed.set(!listed.is_listed.now()))
}

/// The panel. It gives the focus back to what opened it.
pub fn thread_list(chat: ChatHandle) -> El {
    let open = chat.threads.is_listed;
    chat.threads.news(chat);
    let title = el("h2")
        .attr("id", "threads-title")
        .attr("tabindex", "-1")
        .text(t!("thread-list-threads"));
    let title_element = title.html();
    let head = el("header")
        .class("panel-head")
        .child(panel::back(open))
        .child(div("panel-title").child(title))
        .child(panel::close(open, t!("thread-list-close")));
    let list = move || {
        chat.threads.all.with(|all| {
            if all.is_empty() {
                return p("soft").text(t!("thread-list-none"));
            }
            let new = all.iter().filter(|thread| thread.unread > 0);
            let seen = all.iter().filter(|thread| thread.unread == 0);
            untrack(|| {
                el("ol")
                    .class("results")
                    .children(new.chain(seen).map(|thread| row(chat, thread)))
            })
        })
    };
    let body = div("panel-body pad")
        .attr("tabindex", "0")
        .attr("role", "region")
        .name(t!("thread-list-threads"))
        .live(move || Some(list()));
    panel::give_focus_back();
    // It is in the page when this turn is over.
    leptos::task::spawn_local(async move { focus(&title_element) });
    el("aside")
        .class("panel threads-panel")
        .attr("aria-labelledby", "threads-title")
        .child(head)
        .child(body)
}

fn row(chat: ChatHandle, thread: &OwnThread) -> El {
    let (room, root) = (thread.room, thread.root);
    let first = thread.first.as_deref();
    let author = first.map_or("", |first| first.author.name.as_str());
    let said = first.and_then(|first| message::line(first, SHOWN_CHARS));
    let said = said.unwrap_or_else(|| t!("thread-the-first-message-of-this").to_owned());
    let name = chat.state.rooms.peek(|rooms| {
        let found = rooms.iter().find(|view| view.room == room);
        found.map(|view| ["#", view.name.as_str()].concat())
    });
    let new = (thread.unread > 0).then(|| {
        let shown = span("").mute().text(&words::count(thread.unread));
        span("count badge")
            .child(shown)
            .child(sr(&words::unread(thread.unread, 0)))
    });
    let button = button("pinrow")
        .live_class("has-new", {
            let is_new = thread.unread > 0;
            move || is_new
        })
        .child(el("b").attr("dir", "auto").text(author))
        .child(
            span("soft")
                .attr("dir", "auto")
                .text(&name.unwrap_or_default()),
        )
        .child(
            el("time")
                .attr("title", &clock::full_date(thread.at))
                .text(&clock::day_and_time(thread.at)),
        )
        .child(excerpt(span("said").attr("dir", "auto"), &said))
        .child(
            span("soft")
                .child(span("").text(&thread_words::replies(thread.replies)))
                .children(new),
        )
        .on_click(move || acts::lead_to_thread(chat, room, root));
    el("li").child(button)
}
