//! The toolbar of the message under the pointer: one for all of them, beside the log so
//! that nobody hears it come. Who has no pointer finds the same in the menu.

use shared::cursor::Seq;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

use super::el::{El, button, div, el, live_text, watch};
use super::icon::icon;
use super::reactions::{AT_HAND, react_with};
use crate::acts::{self, Corner};
use crate::browser::clock::{self, Timeout};
use crate::handle::ChatHandle;
use crate::live::Live;

/// It leaves this long after the pointer.
const LEAVES_AFTER_MS: u32 = 120;

/// How far it stands above its message.
const ABOVE_PX: f64 = 18.0;

/// Emoji that are on it.
const EMOJI: usize = 3;

/// Where the toolbar stands. A handle.
#[derive(Clone, Copy, Debug)]
pub struct Tools {
    chat: ChatHandle,
    at: Live<Option<Seq>>,
    element: Live<Option<HtmlElement>>,
    leaving: Live<Option<Timeout>>,
}

impl Tools {
    /// It is nowhere yet.
    pub fn new(chat: ChatHandle) -> Self {
        Self {
            chat,
            at: Live::new(None),
            element: Live::new(None),
            leaving: Live::new(None),
        }
    }

    /// The pointer is over something in the log.
    pub fn over(self, event: &Event) {
        let article = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|target| target.closest("article").ok().flatten());
        let Some(article) = article else {
            self.leave_soon();
            return;
        };
        let Some(seq) = number(&article) else {
            self.leave_soon();
            return;
        };
        self.leaving.edit(Option::take);
        self.at.set_if_new(Some(seq));
        self.stand_at(&article);
    }

    /// The pointer moved. In what it has not left since the log moved under it, nothing else
    /// says that it is there.
    pub fn moved(self, event: &Event) {
        if self.at.now().is_none() {
            self.over(event);
        }
    }

    /// The pointer has left, or what was under it has moved.
    pub fn leave_soon(self) {
        let leave = clock::after_ms(LEAVES_AFTER_MS, move || self.at.set_if_new(None));
        self.leaving.edit(|held| *held = Some(leave));
    }

    /// At once.
    pub fn leave(self) {
        self.at.set_if_new(None);
    }

    fn stand_at(self, article: &Element) {
        let Some(tools) = self.element.try_peek(Option::clone).flatten() else {
            return;
        };
        let Some(around) = tools.parent_element() else {
            return;
        };
        let top = article.get_bounding_client_rect().top()
            - around.get_bounding_client_rect().top()
            - ABOVE_PX;
        let top = [&top.max(0.0).round().to_string(), "px"].concat();
        // Refused only for values that are no lengths.
        let _ = tools.style().set_property("top", &top);
    }

    /// Draws it.
    pub fn draw(self) -> El {
        let chat = self.chat;
        let on = move |act: &'static dyn Fn(ChatHandle, Seq)| {
            move || {
                if let Some(seq) = self.at.now() {
                    act(chat, seq);
                }
            }
        };
        let words = move || self.at.get().map(|seq| seq.to_string()).unwrap_or_default();
        let seqno = button("seqno")
            .attr("title", t!("tools-copy-link"))
            .live_name(move || t!("copy-link-to", number = words()))
            .child(live_text(words))
            .on_click(on(&acts::copy_link));
        let quick = AT_HAND.iter().take(EMOJI).map(|emoji| {
            let emoji = *emoji;
            button("")
                .name(&t!("react-with", emoji = emoji))
                .text(emoji)
                .on_click(move || {
                    if let Some(seq) = self.at.now() {
                        react_with(chat, seq, emoji);
                    }
                })
        });
        let tools = div("tools")
            .attr("role", "toolbar")
            .name(t!("message-actions"))
            .live_flag("hidden", move || self.at.with(Option::is_none))
            .on("pointerenter", move |_| {
                drop(self.leaving.edit(Option::take));
            })
            .on("pointerleave", move |_| self.leave_soon())
            .child(seqno)
            .children(quick)
            .child(el("i").class("sep").mute())
            .child(
                tool("react", t!("add-a-reaction"), t!("tools-react")).on_click(on(
                    &|chat, seq| {
                        chat.acts.of.set(Some(seq));
                        chat.acts.reacting.set(true);
                    },
                )),
            )
            .child(
                tool("reply", t!("reply"), t!("tools-reply-r")).on_click(on(&|chat, seq| {
                    if let Some(of) = acts::find(chat, seq) {
                        acts::answer(chat, &of);
                    }
                })),
            )
            .child(
                tool("more", t!("tools-more-actions"), t!("tools-more"))
                    .attr("aria-haspopup", "menu")
                    .on("click", move |event| {
                        let corner = event.dyn_ref::<MouseEvent>().map(below);
                        if let (Some(seq), Some(corner)) = (self.at.now(), corner) {
                            chat.acts.of.set(Some(seq));
                            chat.acts.menu.set(Some(corner));
                        }
                    }),
            );
        self.element.edit(|held| *held = Some(tools.html()));
        // Who wrote it anew or took it back needs no toolbar there.
        watch(move || {
            if chat.acts.editing.with(Option::is_some) {
                self.leave();
            }
        });
        tools
    }
}

fn tool(icon_name: &str, name: &str, title: &str) -> El {
    button("")
        .name(name)
        .attr("title", title)
        .child(icon(icon_name))
}

/// The lower end of the button that was pressed.
fn below(event: &MouseEvent) -> Corner {
    let button = event
        .current_target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    button.map_or(
        Corner {
            x: f64::from(event.client_x()),
            y: f64::from(event.client_y()),
        },
        |button| {
            let rect = button.get_bounding_client_rect();
            Corner {
                x: rect.right(),
                y: rect.bottom() + 6.0,
            }
        },
    )
}

/// The number of the message that this row shows; none where nothing can be done with it.
#[must_use]
pub fn number(article: &Element) -> Option<Seq> {
    if article.class_list().contains("gone") {
        return None;
    }
    seq(article)
}

/// The number of the message that this row shows, also where it was taken back.
#[must_use]
pub fn seq(article: &Element) -> Option<Seq> {
    article.get_attribute("data-row")?.parse().ok().map(Seq)
}
