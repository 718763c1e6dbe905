//! One message: who, when, what, and for an own one where it is.

use chat_client::Intent;
use chat_client::timeline::{Line, LineContent, LineKey};
use shared::cursor::Seq;
use shared::entry::Author;
use shared::ids::ClientId;
use shared::moment::Timestamp;

use super::avatar::avatar;
use super::el::{El, button, div, el, p, span, sr};
use super::icon::icon;
use super::row::{self, Fate};
use super::text::Parsed;
use super::words;
use crate::browser::clock;
use crate::handle::ChatHandle;
use crate::live::Shared;

/// What of a message never changes.
struct Facts {
    author: Option<Author>,
    at: Timestamp,
    seq: Option<Seq>,
    client_id: Option<ClientId>,
    is_mine: bool,
}

/// Draws a message. `head`: with avatar, name and time; else the time shows on hover.
/// `fate` comes with an own one.
pub fn message(chat: ChatHandle, line: &Line, head: bool, fate: Option<&Shared<Fate>>) -> El {
    let me = chat.state.me.now();
    let facts = facts(line, me.as_ref());
    let mentioned = if facts.is_mine { None } else { me.as_ref() };
    let parsed = Parsed::new(row::text(line), mentioned);
    let (class, label) = (class(&facts, head, &parsed), label(&facts, &parsed));
    let article = el("article").attr("tabindex", "-1");
    let article = match fate {
        // Most messages are of others and never change: nothing watches them.
        None => article.class(&class).name(&label),
        Some(fate) => {
            let (of_class, of_label) = (fate.clone(), fate.clone());
            article
                .live_attr("class", move || {
                    Some([&class, of_class.with(class_of)].concat())
                })
                .live_name(move || [&label, of_label.with(words_of)].concat())
        }
    };
    let article = if head {
        head_line(article, &facts)
    } else {
        article.child(gutter(facts.at))
    };
    let article = article.child(parsed.draw(me.as_ref()));
    match fate {
        None => article.children(facts.seq.map(number)),
        Some(fate) => own_state(article, chat, facts.client_id, fate.clone()),
    }
}

fn facts(line: &Line, me: Option<&Author>) -> Facts {
    match &line.content {
        LineContent::Entry { entry, mine, .. } => Facts {
            author: Some(entry.author.clone()),
            at: entry.at,
            seq: Some(entry.seq),
            client_id: None,
            is_mine: *mine,
        },
        LineContent::Pending { written_at, .. } => Facts {
            author: me.cloned(),
            at: *written_at,
            seq: None,
            client_id: match line.key {
                LineKey::Pending(_, client_id) => Some(client_id),
                LineKey::Numbered(_) => None,
            },
            is_mine: true,
        },
        // The grouping makes rows of their own of these.
        LineContent::Hole { first, .. } => Facts {
            author: None,
            at: Timestamp::default(),
            seq: Some(*first),
            client_id: None,
            is_mine: false,
        },
    }
}

fn class(facts: &Facts, head: bool, parsed: &Parsed) -> String {
    let place = if head { "msg first" } else { "msg cont" };
    let own = if facts.is_mine { " own" } else { "" };
    let mention = if parsed.mentions_me { " mention" } else { "" };
    [place, own, mention].concat()
}

/// `Adaeze Okafor, 13:52, number 4804, mentions you`.
fn label(facts: &Facts, parsed: &Parsed) -> String {
    let who = match &facts.author {
        Some(author) if !facts.is_mine => author.name.as_str(),
        Some(_) | None => "You",
    };
    let number = facts
        .seq
        .map(|seq| [", number ", &seq.0.to_string()].concat());
    let mention = if parsed.mentions_me {
        ", mentions you"
    } else {
        ""
    };
    let at = clock::time_of_day(facts.at);
    [who, ", ", &at, &number.unwrap_or_default(), mention].concat()
}

fn class_of(fate: &Fate) -> &'static str {
    match fate {
        Fate::Stored { .. } => "",
        Fate::Sending { .. } | Fate::Waiting { .. } => " pending",
        Fate::Failed(_) => " failed",
    }
}

fn words_of(fate: &Fate) -> &'static str {
    match fate {
        Fate::Stored { .. } => ", stored",
        Fate::Sending { is_kept: true } => ", on this device, sending",
        Fate::Sending { is_kept: false } => ", only in this page, sending",
        Fate::Waiting { is_kept: true, .. } => ", on this device, waiting for the link",
        Fate::Waiting { is_kept: false, .. } => ", only in this page, waiting for the link",
        Fate::Failed(_) => ", not stored",
    }
}

fn head_line(article: El, facts: &Facts) -> El {
    let name = facts
        .author
        .as_ref()
        .map_or("", |author| author.name.as_str());
    article
        .children(facts.author.as_ref().map(|author| avatar(author, "")))
        .child(
            div("by")
                .child(el("b").attr("dir", "auto").text(name))
                .child(time(facts.at)),
        )
}

fn gutter(at: Timestamp) -> El {
    time(at).class("gutter")
}

fn time(at: Timestamp) -> El {
    el("time")
        .attr("title", &clock::full_date(at))
        .text(&clock::time_of_day(at))
}

/// The number of somebody else's message: on hover, and in its name.
fn number(seq: Seq) -> El {
    span("state quiet").mute().text(&seq.to_string())
}

/// Where an own message is, and what can be done about it.
fn own_state(article: El, chat: ChatHandle, id: Option<ClientId>, fate: Shared<Fate>) -> El {
    article.live_all(move || {
        fate.with(|fate| match fate {
            Fate::Stored { seq, is_newest } => vec![stored(*seq, *is_newest)],
            Fate::Sending { is_kept } => {
                let words = [place(*is_kept), ", sending…"].concat();
                vec![span("state sending").child(icon("device")).text(&words)]
            }
            Fate::Waiting {
                is_kept,
                speaks_for,
            } => waiting(chat, id, *is_kept, *speaks_for),
            Fate::Failed(reason) => vec![failed(chat, id, reason)],
        })
    })
}

fn stored(seq: Seq, is_newest: bool) -> El {
    let class = if is_newest {
        "state stored"
    } else {
        "state stored quiet"
    };
    span(class)
        .attr(
            "title",
            &["Stored by the server as ", &seq.to_string()].concat(),
        )
        .child(icon("stored"))
        .child(span("").mute().text(&seq.to_string()))
        .child(sr(
            &["Stored by the server as number ", &seq.0.to_string()].concat()
        ))
}

/// Where a message is that is not stored yet.
fn place(is_kept: bool) -> &'static str {
    if is_kept {
        "On this device"
    } else {
        "Only in this page"
    }
}

fn waiting(chat: ChatHandle, id: Option<ClientId>, is_kept: bool, speaks_for: usize) -> Vec<El> {
    let state = span(if is_kept { "state" } else { "state unkept" })
        .child(icon(if is_kept { "device" } else { "alert" }))
        .text(place(is_kept))
        .child(
            button("mini")
                .text("Cancel")
                .on_click(move || cancel(chat, id)),
        );
    let mut parts = vec![state];
    if speaks_for > 0 && !chat.state.is_linked() {
        parts.push(div("state-line").child(p("").text(&words::go_out_together(speaks_for))));
    }
    parts
}

fn failed(chat: ChatHandle, id: Option<ClientId>, reason: &str) -> El {
    let retry = move || {
        if let Some(id) = id {
            chat.intend(Intent::Retry(id));
        }
    };
    let acts = span("acts")
        .child(
            button("btn s")
                .child(icon("retry"))
                .text("Retry")
                .on_click(retry),
        )
        .child(
            button("btn s quiet")
                .text("Cancel")
                .on_click(move || cancel(chat, id)),
        );
    div("state-line bad")
        .child(p("").child(icon("failed")).child(span("").text(reason)))
        .child(acts)
}

fn cancel(chat: ChatHandle, id: Option<ClientId>) {
    if let Some(id) = id {
        chat.intend(Intent::Cancel(id));
    }
}
