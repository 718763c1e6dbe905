//! Everything that can be done with one message: beside the toolbar's button, under the
//! focused message by key, and as a sheet after a long press.

use chat_client::markup;
use chat_client::timeline::QUOTE_CHARS_MAX;
use shared::plan::PlanKind;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, KeyboardEvent};

use super::el::{Act, El, act, button, div, el, listen_at_window, p, span, watch};
use super::icon::icon;
use super::reactions::{AT_HAND, react_with};
use super::text::{excerpt, in_letters};
use crate::acts::{self, Corner, Of};
use crate::browser::clock::{self, Timeout};
use crate::browser::page;
use crate::handle::ChatHandle;
use crate::live::Live;
use crate::plans::Editing;

/// How wide it is, with its border; as in the style sheet.
const WIDTH_PX: f64 = 256.0;

/// What the lifting of the finger that opened it by resting would press comes within this
/// time after it.
const LIFTED_MS: u32 = 300;

/// A finger whose lifting is not told, because what it was put on is gone.
const HELD_AT_MOST_MS: u32 = 2_000;

/// It keeps this far from the window's edges.
const MARGIN_PX: f64 = 8.0;

/// The menu. Opens when [`crate::acts::Acts::menu`] says where.
pub fn message_menu(chat: ChatHandle) -> El {
    let menu = chat.acts.menu;
    let held = chat.acts.is_held;
    let letting_go: Live<Option<Timeout>> = Live::new(None);
    let let_go_after = move |ms: u32| {
        let let_go = clock::after_ms(ms, move || held.set_if_new(false));
        letting_go.edit(|waiting| *waiting = Some(let_go));
    };
    for lifted in ["pointerup", "pointercancel", "touchend"] {
        listen_at_window(lifted, move |_| {
            if held.now() {
                let_go_after(LIFTED_MS);
            }
        });
    }
    watch(move || {
        if held.get() {
            let_go_after(HELD_AT_MOST_MS);
        }
    });
    let over = el("dialog")
        .class("menu-over")
        .live_class("held", move || held.get())
        .name(t!("message-actions"))
        .on("close", move |_| menu.set_if_new(None))
        .on("click", move |event| {
            let on_backdrop = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlElement>().ok())
                .is_some_and(|target| target.class_list().contains("menu-over"));
            if on_backdrop && !held.now() {
                menu.set(None);
            }
        })
        .live(move || {
            let corner = menu.get()?;
            let of = acts::find(chat, chat.acts.of.now()?)?;
            Some(draw(chat, &of, corner))
        });
    let element: HtmlDialogElement = over.html();
    watch(move || match (menu.with(Option::is_some), element.open()) {
        (true, false) => {
            // Refused only for a dialog that is open already.
            let _ = element.show_modal();
            let first = element.query_selector("[role=menuitem]:not(.menu-emoji *)");
            if let Ok(Some(first)) = first
                && let Ok(first) = first.dyn_into::<HtmlElement>()
            {
                super::el::focus(&first);
            }
        }
        (false, true) => element.close(),
        (true, true) | (false, false) => {}
    });
    over
}

fn draw(chat: ChatHandle, of: &Of, corner: Corner) -> El {
    let name = t!(
        "message-menu-name",
        name = of.author.name.as_str(),
        time = clock::time_of_day(of.at)
    );
    let seq = of.seq;
    let emoji = AT_HAND.iter().map(|emoji| {
        let emoji = *emoji;
        button("")
            .attr("role", "menuitem")
            .name(&t!("react-with", emoji = emoji))
            .text(emoji)
            .on_click(move || {
                chat.acts.menu.set(None);
                react_with(chat, seq, emoji);
            })
    });
    let more = button("")
        .attr("role", "menuitem")
        .name(t!("message-menu-more-reactions"))
        .child(icon("react"))
        .on_click(move || {
            chat.acts.menu.set(None);
            chat.acts.reacting.set(true);
        });
    let menu = div("menu")
        .attr("role", "menu")
        .name(&name)
        .child(
            p("menu-of")
                .attr("role", "presentation")
                .child(el("b").attr("dir", "auto").text(of.author.name.as_str()))
                .child(excerpt(span("").attr("dir", "auto"), &line_of(of))),
        )
        .child(
            div("menu-emoji")
                .attr("role", "group")
                .name(t!("react"))
                .children(emoji)
                .child(more),
        )
        .children(items(chat, of))
        .on_key(move |event| step(&event));
    place(&menu.html(), corner);
    menu
}

/// What it says, in one plain line.
fn line_of(of: &Of) -> String {
    markup::plain(&markup::parse(of.text()), QUOTE_CHARS_MAX)
}

fn items(chat: ChatHandle, of: &Of) -> Vec<El> {
    let seq = of.seq;
    let is_pinned = of.shown.is_pinned;
    let (to_answer, to_edit, to_delete) = (of.clone(), of.clone(), of.clone());
    let words_said = of.text().to_owned();
    let in_thread = of.thread.unwrap_or(seq);
    let to_remind = in_letters(&line_of(of));
    let mut items = vec![
        item(chat, "reply", t!("reply"), "R", move || {
            acts::answer(chat, &to_answer);
        }),
        item(
            chat,
            "thread",
            t!("thread-reply-in-thread"),
            "T",
            move || {
                acts::open_thread(chat, in_thread);
            },
        ),
        item(chat, "react", t!("react"), "+", move || {
            chat.acts.reacting.set(true);
        }),
    ];
    if of.is_mine {
        items.push(item(
            chat,
            "edit",
            t!("message-menu-edit"),
            "E",
            move || {
                acts::edit(chat, &to_edit);
            },
        ));
    }
    let pin = if is_pinned {
        t!("unpin")
    } else {
        t!("message-menu-pin-to-room")
    };
    items.extend([
        el("hr").attr("role", "separator"),
        item(chat, "pin", pin, "P", move || {
            acts::pin(chat, seq, !is_pinned);
        }),
        item(
            chat,
            "link",
            &t!("copy-link-to", number = seq.to_string()),
            "L",
            move || {
                acts::copy_link(chat, seq);
            },
        ),
        item(chat, "people", t!("kept-read-by"), "", move || {
            chat.acts.readers.set(true);
        }),
        item(chat, "clock", t!("kept-remind-me-2"), "", move || {
            if let Some(room) = chat.state.room.now() {
                let editing = Editing::new(room, PlanKind::Reminder, &to_remind);
                chat.plans.edit(Editing {
                    about: Some(seq),
                    ..editing
                });
            }
        }),
        item(chat, "unread", t!("mark-unread"), "U", move || {
            chat.unread.mark(chat, seq);
        }),
        item(chat, "forward", t!("thread-forward"), "F", move || {
            acts::ask_to_forward(chat, seq);
        }),
        item(chat, "copy", t!("message-menu-copy-text"), "C", move || {
            acts::copy(chat, words_said.clone(), t!("text-copied"));
        }),
    ]);
    if acts::may_delete(chat, of) {
        items.extend([
            el("hr").attr("role", "separator"),
            item(
                chat,
                "trash",
                t!("message-menu-delete-for-everyone"),
                "Del",
                move || {
                    acts::ask_to_delete(chat, &to_delete);
                },
            )
            .class("danger"),
        ]);
    }
    items
}

fn item(
    chat: ChatHandle,
    icon_name: &str,
    words: &str,
    key: &str,
    does: impl Fn() + 'static,
) -> El {
    let does: Act = act(does);
    button("")
        .attr("role", "menuitem")
        .child(icon(icon_name))
        .text(words)
        .children((!key.is_empty()).then(|| el("kbd").mute().text(key)))
        .on_click(move || {
            chat.acts.menu.set(None);
            does();
        })
}

/// Beside the corner, and inside the window.
fn place(menu: &HtmlElement, corner: Corner) {
    let window = leptos::prelude::window();
    let size = |value: Result<wasm_bindgen::JsValue, _>| {
        value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0)
    };
    let width = size(window.inner_width());
    let height = size(window.inner_height());
    let left =
        (corner.x - WIDTH_PX).clamp(MARGIN_PX, (width - WIDTH_PX - MARGIN_PX).max(MARGIN_PX));
    let style = menu.style();
    let px = |value: f64| [&value.round().to_string(), "px"].concat();
    // Refused only for values that are no lengths.
    let _ = style.set_property("left", &px(left));
    let (side, far) = if corner.y > height / 2.0 {
        ("bottom", height - corner.y)
    } else {
        ("top", corner.y)
    };
    let _ = style.set_property(side, &px(far.max(MARGIN_PX)));
}

/// Arrows go round; Home and End lead to the ends.
fn step(event: &KeyboardEvent) {
    let items = page::find_all("dialog[open] .menu [role=menuitem]");
    let items: Vec<&HtmlElement> = items
        .iter()
        .filter(|item| item.offset_parent().is_some())
        .collect();
    let count = items.len();
    if count == 0 {
        return;
    }
    let focused = page::focused();
    let at = items
        .iter()
        .position(|item| focused.as_ref() == Some(*item));
    let next = match (event.key().as_str(), at) {
        ("ArrowDown" | "ArrowRight", Some(at)) => (at + 1) % count,
        ("ArrowUp" | "ArrowLeft", Some(at)) => (at + count - 1) % count,
        ("ArrowDown" | "Home", _) => 0,
        ("ArrowUp" | "End", _) => count - 1,
        _ => return,
    };
    event.prevent_default();
    super::el::focus(items[next]);
}
