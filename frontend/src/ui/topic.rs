//! What a room is about: the line in its head, all of it with its links in a dialog where it
//! is changed, and the lines between messages: where somebody set it, and what this program is
//! too old to know.

use shared::entry::{Entry, EntryKind};
use shared::text::Topic;
use web_sys::HtmlElement;

use super::dialog::dialog;
use super::el::{El, button, div, el, focus, p, span};
use super::field::{Field, Said};
use super::icon::icon;
use super::{text, words};
use crate::browser::{clock, page};
use crate::handle::ChatHandle;
use crate::live::Live;
use crate::{acts, language};

/// The line under the room's name: as much as there is place for. A press shows all of it.
pub fn topic_line(chat: ChatHandle) -> El {
    let open = chat.acts.topic;
    div("").live(move || {
        let topic = chat.state.topic();
        (!topic.is_none()).then(|| {
            button("head-topic")
                .attr("dir", "auto")
                .attr("aria-haspopup", "dialog")
                .attr("title", topic.as_str())
                .name(&t!("topic-of-the-room", topic = topic.as_str()))
                .child(span("").mute().text(topic.as_str()))
                .on_click(move || open.set(true))
        })
    })
}

/// A line between messages that is none of them.
pub fn note(chat: ChatHandle, entry: &Entry) -> El {
    let line = p("log-note").attr("title", &clock::full_date(entry.at));
    match &entry.kind {
        EntryKind::TopicSet { topic } => topic_set(chat, line, entry, topic),
        EntryKind::Unknown { .. } => line
            .child(icon("alert"))
            .child(span("").text(t!("log-too-old")))
            .child(
                button("btn s")
                    .text(t!("banner-reload"))
                    .on_click(page::reload),
            ),
        EntryKind::Posted { .. }
        | EntryKind::Replied { .. }
        | EntryKind::Edited { .. }
        | EntryKind::Deleted { .. }
        | EntryKind::Reacted { .. }
        | EntryKind::Unreacted { .. }
        | EntryKind::Pinned { .. }
        | EntryKind::Unpinned { .. }
        | EntryKind::Erased => line,
    }
}

/// Somebody said what the room is about.
fn topic_set(chat: ChatHandle, line: El, entry: &Entry, topic: &Topic) -> El {
    let said = if topic.is_none() {
        t!("topic-removed", name = words::SLOTS[0])
    } else {
        t!("topic-set", name = words::SLOTS[0], topic = words::SLOTS[1])
    };
    let me = chat.state.me.now();
    let part = |slot| {
        if slot == 0 {
            let name = entry.author.name.as_str();
            el("b").attr("dir", "auto").text(name)
        } else {
            let words = span("topic-said").attr("dir", "auto");
            text::line(words, topic.as_str(), me.as_ref())
        }
    };
    line.child(icon("edit"))
        .child(span("").children(words::filled(&said, &part)))
}

/// All of it, and how it is changed.
pub fn topic_dialog(chat: ChatHandle) -> El {
    let open = chat.acts.topic;
    dialog(open, "topic", t!("topic"), move || form(chat, open))
}

fn form(chat: ChatHandle, open: Live<bool>) -> El {
    let said = Live::new(Said::Nothing);
    let now = chat.state.topic_now();
    let me = chat.state.me.now();
    let whole = move || {
        let topic = chat.state.topic();
        let shown = || {
            let words = p("topic-said").attr("dir", "auto");
            text::line(words, topic.as_str(), me.as_ref())
        };
        (!topic.is_none()).then(shown)
    };
    let field = Field {
        id: "topic-words",
        label: t!("topic-about"),
        help: t!("topic-help").to_owned(),
        autocomplete: "off",
        said,
        becomes: |_| None,
    };
    let (field, input) = field.draw();
    input.set_value(now.as_str());
    let to_focus: HtmlElement = input.clone().into();
    clock::on_frame(move || focus(&to_focus));
    let set = move |topic: Topic| {
        acts::set_topic(chat, topic);
        open.set(false);
    };
    let submit = move || match Topic::parse(&input.value()) {
        Ok(topic) => set(topic),
        Err(refusal) => said.set(Said::Refused(language::said(&refusal.message))),
    };
    let remove = (!now.is_none()).then(|| {
        button("btn quiet")
            .text(t!("topic-remove"))
            .on_click(move || set(Topic::none()))
    });
    let buttons = div("dlg-acts").children(remove).child(
        el("button")
            .class("btn primary")
            .attr("type", "submit")
            .text(t!("topic-save")),
    );
    el("form")
        .class("dlg-body")
        .attr("novalidate", "")
        .on_submit(submit)
        .live(whole)
        .child(field)
        .child(buttons)
}
