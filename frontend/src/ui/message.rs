//! One message: who, when, what, and for an own one where it is.

use chat_client::Intent;
use chat_client::composing::commands;
use chat_client::message::{self, Chip, Shown};
use chat_client::timeline::{Line, LineContent, LineKey, PendingState, Quote};
use shared::cursor::Seq;
use shared::entry::{Attached, Author};
use shared::ids::ClientId;
use shared::moment::Timestamp;
use shared::text::{Emoji, MessageText};

use super::avatar::avatar;
use super::edit_box::edit_box;
use super::el::{El, button, div, el, p, span, sr};
use super::files;
use super::icon::icon;
use super::quote::quote;
use super::reactions::reactions;
use super::row::{self, Fate, RowSlot};
use super::text::Parsed;
use super::words;
use crate::acts;
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
pub fn message(chat: ChatHandle, slot: &RowSlot, line: &Line, head: bool) -> El {
    let me = chat.state.me.now();
    let fate = slot.fate.as_ref();
    let facts = facts(line, me.as_ref());
    let shown = shown(line, me.as_ref());
    if shown.as_ref().is_some_and(|shown| shown.text.is_none()) {
        return gone(chat, line, &facts);
    }
    let mentioned = if facts.is_mine { None } else { me.as_ref() };
    let words = match &shown {
        Some(shown) => shown.text.as_ref().map_or("", MessageText::as_str),
        None => row::text(line),
    };
    let parsed = Parsed::new(words, mentioned);
    let quoted = quoted(line);
    let mut class = class(&facts, head, &parsed);
    if quoted.is_some() {
        class.push_str(" answer");
    }
    let label = [
        label(&facts, &parsed),
        shown.as_ref().map_or_else(String::new, marks),
    ]
    .concat();
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
                .live_name(move || [label.as_str(), &of_label.with(words_of)].concat())
        }
    };
    let article = article.children(quoted.map(|quoted| quote(quoted, chat)));
    let article = if head {
        head_line(article, &facts, shown.as_ref())
    } else {
        article.child(gutter(facts.at))
    };
    let editing = chat.acts.editing.now().filter(|_| slot.is_edited);
    if let Some(editing) = editing {
        return article.child(edit_box(chat, &editing));
    }
    let seq = facts.seq.unwrap_or_default();
    let mark = shown.as_ref().and_then(|shown| edited(chat, seq, shown));
    let attached = attached(line);
    let article = article.children(attached.as_ref().and_then(|attached| from(chat, attached)));
    let has_words = !words.is_empty() || mark.is_some() || attached.is_none();
    let article = if has_words {
        article.child(parsed.draw(me.as_ref(), mark))
    } else {
        article
    };
    let drawn = attached
        .zip(chat.state.room.now())
        .map(|(attached, room)| files::attached(chat, room, &attached));
    let article = article.children(drawn.into_iter().flatten());
    let article = match &shown {
        Some(shown) => article
            .children(failed_edit(chat, shown))
            .children(reactions(chat, seq, &chips(shown)))
            .children(thread_link(chat, line)),
        None => article,
    };
    match fate {
        None => article.children(facts.seq.map(number)),
        Some(fate) => own_state(article, chat, facts.client_id, fate.clone()),
    }
}

/// What is left of a message that was taken back: its thread.
fn gone(chat: ChatHandle, line: &Line, facts: &Facts) -> El {
    let words = t!("message-dialogs-the-message-was-deleted");
    el("article")
        .class("msg gone")
        .attr("tabindex", "-1")
        .name(words)
        .child(gutter(facts.at))
        .child(p("text soft").text(words))
        .children(thread_link(chat, line))
}

/// What a stored message is now; none for one that is not stored yet.
fn shown(line: &Line, me: Option<&Author>) -> Option<Shown> {
    match &line.content {
        LineContent::Entry { entry, changes, .. } => {
            Some(message::shown(entry, changes, me.map(|me| me.id)))
        }
        LineContent::Pending { .. } | LineContent::Hole { .. } => None,
    }
}

/// What it brings beside its text, if anything; nothing of what was taken back.
fn attached(line: &Line) -> Option<Attached> {
    let attached = match &line.content {
        LineContent::Entry { entry, .. } => entry.kind.attached().cloned(),
        LineContent::Pending { files, .. } => Some(Attached {
            files: files.clone(),
            forwarded: None,
        }),
        LineContent::Hole { .. } => None,
    };
    attached.filter(|attached| !attached.is_empty())
}

fn quoted(line: &Line) -> Option<&Quote> {
    match &line.content {
        LineContent::Entry { quote, .. } | LineContent::Pending { quote, .. } => quote.as_deref(),
        LineContent::Hole { .. } => None,
    }
}

/// What its name says of what became of it.
fn marks(shown: &Shown) -> String {
    let edited = shown.edited.is_some() || shown.edit.is_some();
    let mut marks = String::new();
    let mut mark = |words: &str| {
        marks.push_str(t!("list-comma"));
        marks.push_str(words);
    };
    if edited {
        mark(t!("message-edited"));
    }
    if shown.is_pinned {
        mark(t!("message-pinned-aloud"));
    }
    for chip in &shown.reactions {
        mark(&[&chip.count.to_string(), " ", chip.emoji.as_str()].concat());
    }
    marks
}

/// What people react with, and what a poll offers.
fn chips(shown: &Shown) -> Vec<Chip> {
    let mut chips = shown.reactions.clone();
    let text = shown.text.as_ref().map_or("", MessageText::as_str);
    for (at, sign) in commands::offered(text).into_iter().enumerate() {
        let found = chips.iter().position(|chip| chip.emoji.as_str() == sign);
        let chip = match found {
            Some(found) => chips.remove(found),
            None => Chip {
                emoji: Emoji::from_stored(sign.to_owned()),
                count: 0,
                who: Vec::new(),
                is_mine: false,
                is_pending: false,
            },
        };
        chips.insert(at.min(chips.len()), chip);
    }
    chips
}

/// How many messages its thread has; opens it.
fn thread_link(chat: ChatHandle, line: &Line) -> Option<El> {
    let LineContent::Entry { entry, .. } = &line.content else {
        return None;
    };
    let thread = entry.state.as_ref()?.thread?;
    let seq = entry.seq;
    let link = button("thread-link")
        .attr("data-f", "thread")
        .child(icon("thread"))
        .child(sr(&[t!("thread-open"), t!("list-comma")].concat()))
        .child(el("b").text(&words::thread::replies(thread.replies)))
        .child(span("").text(&words::thread::last_at(&clock::day_and_time(thread.at))))
        .on_click(move || acts::open_thread(chat, seq));
    Some(link)
}

/// Where a message comes from that was passed on.
fn from(chat: ChatHandle, attached: &Attached) -> Option<El> {
    let from = attached.forwarded.as_deref()?;
    let (room, seq) = (from.room, from.seq);
    let known = chat.state.rooms.peek(|rooms| {
        let found = rooms.iter().find(|view| view.room == room);
        found.map(|view| view.name.as_str().to_owned())
    });
    let name = from.author.name.as_str();
    Some(match known {
        Some(known) => button("from")
            .attr("data-f", "from")
            .child(icon("forward"))
            .text(&words::thread::forwarded_from(name, &known))
            .on_click(move || acts::lead_to(chat, room, seq)),
        None => span("from")
            .child(icon("forward"))
            .text(&words::thread::forwarded(name)),
    })
}

/// The mark of an edited message, which opens what it said before.
fn edited(chat: ChatHandle, seq: Seq, shown: &Shown) -> Option<El> {
    if let Some(edit) = shown.edit.as_ref().filter(|edit| !edit.is_failed()) {
        let words = [
            place(edit.is_kept),
            t!("list-comma"),
            t!("message-edit-waits"),
        ]
        .concat();
        return Some(span("edited").text(&words));
    }
    let edition = shown.edited.as_ref()?;
    let at = clock::time_of_day(edition.at);
    let mark = button("edited")
        .attr("data-f", "edited")
        .attr("title", &t!("message-edited-at", time = at.as_str()))
        .name(&t!("message-edited-show", time = at.as_str()))
        .text(t!("message-edited"))
        .on_click(move || {
            chat.acts.of.set(Some(seq));
            chat.acts.versions.set(true);
        });
    Some(mark)
}

/// An edit that is not stored, and what can be done about it.
fn failed_edit(chat: ChatHandle, shown: &Shown) -> Option<El> {
    let edit = shown.edit.as_ref()?;
    let PendingState::Failed { reason } = &edit.state else {
        return None;
    };
    let id = edit.client_id;
    let acts = span("acts")
        .child(
            button("btn s")
                .child(icon("edit"))
                .text(t!("message-edit-again"))
                .on_click(move || chat.intend(Intent::Cancel(id))),
        )
        .child(
            button("btn s quiet")
                .text(t!("discard"))
                .on_click(move || acts::throw_away(chat, id)),
        );
    let reason = t!("message-edit-failed", why = words::reason(reason));
    let state = div("state-line bad")
        .child(p("").child(icon("failed")).child(span("").text(&reason)))
        .child(acts);
    Some(state)
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
        Some(_) | None => t!("you"),
    };
    let mut parts = vec![who.to_owned(), clock::time_of_day(facts.at)];
    parts.extend(
        facts
            .seq
            .map(|seq| t!("message-number", number = seq.0.to_string())),
    );
    if parsed.mentions_me {
        parts.push(t!("message-mentions-you").to_owned());
    }
    parts.join(t!("list-comma"))
}

fn class_of(fate: &Fate) -> &'static str {
    match fate {
        Fate::Stored { .. } => "",
        Fate::Sending { .. } | Fate::Waiting { .. } => " pending",
        Fate::Failed(_) => " failed",
    }
}

fn words_of(fate: &Fate) -> String {
    let words = match fate {
        Fate::Stored { .. } => t!("message-stored"),
        Fate::Sending { is_kept: true } => t!("message-kept-sending"),
        Fate::Sending { is_kept: false } => t!("message-unkept-sending"),
        Fate::Waiting { is_kept: true, .. } => t!("message-kept-waiting"),
        Fate::Waiting { is_kept: false, .. } => t!("message-unkept-waiting"),
        Fate::Failed(_) => t!("message-not-stored"),
    };
    [t!("list-comma"), words].concat()
}

fn head_line(article: El, facts: &Facts, shown: Option<&Shown>) -> El {
    let name = facts
        .author
        .as_ref()
        .map_or("", |author| author.name.as_str());
    article
        .children(facts.author.as_ref().map(|author| avatar(author, "")))
        .child(
            div("by")
                .child(el("b").attr("dir", "auto").text(name))
                .child(time(facts.at))
                .children(shown.filter(|shown| shown.is_pinned).map(|_| {
                    span("pinned-mark")
                        .mute()
                        .child(icon("pin"))
                        .text(t!("message-pinned"))
                })),
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
                let words = [place(*is_kept), t!("list-comma"), t!("message-sending")].concat();
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
        .attr("title", &t!("message-stored-as", number = seq.to_string()))
        .child(icon("stored"))
        .child(span("").mute().text(&seq.to_string()))
        .child(sr(&t!(
            "message-stored-as-number",
            number = seq.0.to_string()
        )))
}

/// Where a message is that is not stored yet.
fn place(is_kept: bool) -> &'static str {
    if is_kept {
        t!("on-this-device")
    } else {
        t!("message-only-in-this-page")
    }
}

fn waiting(chat: ChatHandle, id: Option<ClientId>, is_kept: bool, speaks_for: usize) -> Vec<El> {
    let state = span(if is_kept { "state" } else { "state unkept" })
        .child(icon(if is_kept { "device" } else { "alert" }))
        .text(place(is_kept))
        .child(
            button("mini")
                .text(t!("cancel"))
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
                .text(t!("retry"))
                .on_click(retry),
        )
        .child(
            button("btn s quiet")
                .text(t!("cancel"))
                .on_click(move || cancel(chat, id)),
        );
    div("state-line bad")
        .child(
            p("")
                .child(icon("failed"))
                .child(span("").text(&words::reason(reason))),
        )
        .child(acts)
}

fn cancel(chat: ChatHandle, id: Option<ClientId>) {
    if let Some(id) = id {
        chat.intend(Intent::Cancel(id));
    }
}
