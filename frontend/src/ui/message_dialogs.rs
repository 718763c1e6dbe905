//! Dialogs about one message: whether to delete it, what it said before, which emoji; and
//! the list of what is pinned to the room.

use shared::entry::{Author, Edition, Entry};
use shared::moment::Timestamp;

use super::dialog::dialog;
use super::el::{El, button, div, el, p, watch};
use super::emoji_picker::emoji_picker;
use super::file_dialogs::{picture, room_files};
use super::focus_place;
use super::jump_date::jump;
use super::reactions::react_with;
use super::text::Parsed;
use crate::acts::{self, Of};
use crate::browser::{clock, http};
use crate::handle::ChatHandle;
use crate::live::Live;

/// All of them.
pub fn message_dialogs(chat: ChatHandle) -> [El; 7] {
    [
        deleting(chat),
        reacting(chat),
        versions(chat),
        pins(chat),
        picture(chat),
        room_files(chat),
        jump(chat),
    ]
}

fn of(chat: ChatHandle) -> Option<Of> {
    acts::find(chat, chat.acts.of.now()?)
}

fn deleting(chat: ChatHandle) -> El {
    let open = chat.acts.deleting;
    dialog(
        open,
        "delete",
        t!("message-dialogs-delete-this-message-for-everyone"),
        move || {
            let Some(of) = of(chat) else {
                return p("dlg-body").text(t!("message-dialogs-it-is-gone-already"));
            };
            let seq = of.seq;
            let delete = move || {
                let place = focus_place::row(seq);
                open.set(false);
                chat.acts.editing.set_if_new(None);
                acts::delete(chat, seq);
                clock::on_frame(move || place.give_back());
                chat.acts
                    .said
                    .set(Some(t!("message-dialogs-message-deleted").to_owned()));
            };
            let acts = div("dlg-acts")
                .child(
                    button("btn quiet")
                        .text(t!("message-dialogs-keep"))
                        .on_click(move || open.set(false)),
                )
                .child(
                    button("btn danger")
                        .text(t!("message-dialogs-delete-message"))
                        .on_click(delete),
                );
            div("dlg-body")
                .child(p("").text(t!("message-dialogs-its-text-also-what-it")))
                .child(one(chat, &of.author, of.at, of.text()))
                .child(acts)
        },
    )
}

fn reacting(chat: ChatHandle) -> El {
    let open = chat.acts.reacting;
    dialog(open, "react", t!("react"), move || {
        emoji_picker(move |sign| {
            open.set(false);
            if let Some(seq) = chat.acts.of.now() {
                react_with(chat, seq, &sign);
            }
        })
    })
}

/// What came from the server, or is to come.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked<T> {
    Coming,
    Here(T),
    Failed(String),
}

fn versions(chat: ChatHandle) -> El {
    let open = chat.acts.versions;
    dialog(
        open,
        "versions",
        t!("message-dialogs-what-it-said-before"),
        move || {
            let (Some(room), Some(of)) = (chat.state.room.now(), of(chat)) else {
                return p("dlg-body").text(t!("message-dialogs-the-message-was-deleted"));
            };
            let asked = Live::new(Asked::Coming);
            let seq = of.seq;
            leptos::task::spawn_local(async move {
                asked.set(match http::versions(room, seq).await {
                    Ok(versions) => Asked::Here(versions),
                    Err(reason) => Asked::Failed(reason.to_string()),
                });
            });
            let now = of.shown.edited.as_ref().map_or(of.at, |edition| edition.at);
            let (author, words) = (of.author.clone(), of.text().to_owned());
            let list = move || match asked.get() {
                Asked::Coming => {
                    vec![p("help").text(t!("message-dialogs-fetching-what-it-said-before"))]
                }
                Asked::Failed(reason) => vec![p("help bad").text(&reason)],
                Asked::Here(former) => {
                    let rows = former.iter().rev().map(|one| version(chat, &author, one));
                    let list = el("ul")
                        .class("texts")
                        .child(el("li").child(one(chat, &author, now, &words)));
                    vec![list.children(rows)]
                }
            };
            div("dlg-body").attr("aria-live", "polite").live_all(list)
        },
    )
}

fn version(chat: ChatHandle, author: &Author, edition: &Edition) -> El {
    el("li").child(one(chat, author, edition.at, edition.text.as_str()))
}

fn pins(chat: ChatHandle) -> El {
    let open = chat.acts.pins;
    dialog(open, "pins", t!("pinned-messages"), move || {
        let Some(room) = chat.state.room.now() else {
            return p("dlg-body");
        };
        let asked = Live::new(Asked::Coming);
        let ask = move || {
            leptos::task::spawn_local(async move {
                asked.set(match http::pins(room).await {
                    Ok(pins) => Asked::Here(pins),
                    Err(reason) => Asked::Failed(reason.to_string()),
                });
            });
        };
        // What is pinned meanwhile is shown when the lines of the room change.
        watch(move || {
            chat.state.lines_changed.with(|_| ());
            ask();
        });
        let list = move || match asked.get() {
            Asked::Coming => vec![p("help").text(t!("message-dialogs-fetching-what-is-pinned"))],
            Asked::Failed(reason) => vec![p("help bad").text(&reason)],
            Asked::Here(pins) if pins.is_empty() => {
                vec![p("").text(t!("message-dialogs-nothing-is-pinned-to-this"))]
            }
            Asked::Here(pins) => {
                let rows = pins.iter().map(|pin| pinned(chat, pin));
                vec![el("ul").class("texts").children(rows)]
            }
        };
        div("dlg-body").attr("aria-live", "polite").live_all(list)
    })
}

fn pinned(chat: ChatHandle, entry: &Entry) -> El {
    let seq = entry.seq;
    let words = chat_client::message::text(entry).map_or("", |text| text.as_str());
    let acts = div("acts")
        .child(
            button("btn s")
                .text(t!("message-dialogs-go-to-it"))
                .on_click(move || {
                    chat.acts.pins.set(false);
                    crate::acts::go_to(chat, seq);
                }),
        )
        .child(
            button("btn s quiet")
                .text(t!("unpin"))
                .on_click(move || acts::pin(chat, seq, false)),
        );
    el("li")
        .child(one(chat, &entry.author, entry.at, words))
        .child(acts)
}

/// Who, when, and what.
fn one(chat: ChatHandle, author: &Author, at: Timestamp, words: &str) -> El {
    let me = chat.state.me.now();
    div("one")
        .child(
            p("meta")
                .child(el("b").attr("dir", "auto").text(author.name.as_str()))
                .child(
                    el("time")
                        .attr("title", &clock::full_date(at))
                        .text(&clock::full_date(at)),
                ),
        )
        .child(Parsed::new(words, me.as_ref()).draw(me.as_ref(), None))
}
