//! The quick switcher: to a room, to somebody's messages or to a panel by some letters of its
//! name. Unread rooms come first while nothing is typed; the last row searches messages.

use std::rc::Rc;

use chat_client::composing::fuzzy;
use leptos::prelude::document;
use shared::ids::RoomId;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::dialog::dialog;
use super::el::{El, div, el, focus, span};
use super::icon::icon;
use super::sidebar::Overlays;
use super::words::switcher as words;
use crate::browser::clock;
use crate::handle::ChatHandle;
use crate::language;
use crate::live::Live;

/// Rows at once: what fits a screen without scrolling.
const ROWS_MAX: usize = 8;

/// Where a row leads.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Target {
    Room(RoomId),
    Person(String),
    Panel(Panel),
    Search(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Panel {
    Connection,
    Settings,
    Keys,
    NewRoom,
    Files,
    Pins,
}

const PANELS: [(Panel, &str); 6] = [
    (Panel::NewRoom, key!("new-room")),
    (Panel::Settings, key!("settings")),
    (Panel::Keys, key!("keyboard-shortcuts")),
    (Panel::Connection, key!("connection-panel")),
    (Panel::Files, key!("words-files-in-this-room")),
    (Panel::Pins, key!("pinned-messages")),
];

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Offer {
    icon: &'static str,
    name: String,
    note: String,
    target: Target,
}

/// The dialog.
pub fn switcher(chat: ChatHandle, overlays: Overlays) -> El {
    let open = overlays.switcher;
    dialog(open, "switcher", t!("switcher-go-to"), move || {
        let typed = Live::new(String::new());
        let chosen = Live::new(0_usize);
        let field = el("input")
            .attr("type", "text")
            .attr("id", "switch-box")
            .class("find-room")
            .name(t!("switcher-a-room-a-person-a"))
            .attr("placeholder", t!("switcher-a-room-a-person-a"))
            .attr("autocomplete", "off")
            // The dialog gives it the focus as it opens: no letter falls beside it.
            .attr("autofocus", "")
            .attr("role", "combobox")
            .attr("aria-expanded", "true")
            .attr("aria-controls", "switch-list")
            .live_attr("aria-activedescendant", move || {
                Some(["switch-", &chosen.get().to_string()].concat())
            });
        let input: HtmlInputElement = field.html();
        let offers = Rc::new(move || offers(chat, &typed.get()));
        let now = Rc::clone(&offers);
        let field = field
            .on("input", move |_| {
                typed.set(input.value());
                chosen.set_if_new(0);
            })
            .on_key(move |event: KeyboardEvent| {
                let rows = leptos::prelude::untrack(|| now());
                let at = chosen.now();
                match event.key().as_str() {
                    "ArrowDown" => chosen.set_if_new((at + 1).min(rows.len().saturating_sub(1))),
                    "ArrowUp" => chosen.set_if_new(at.saturating_sub(1)),
                    "Enter" => {
                        if let Some(row) = rows.get(at) {
                            go(chat, overlays, &row.target);
                        }
                    }
                    _ => return,
                }
                event.prevent_default();
            });
        let list = move || {
            let rows = offers().into_iter().enumerate();
            rows.map(|(at, offer)| row(chat, overlays, chosen, at, &offer))
                .collect()
        };
        div("dlg-body").child(field).child(
            el("ul")
                .class("switch")
                .attr("id", "switch-list")
                .attr("role", "listbox")
                .name(t!("switcher-go-to"))
                .live_all(list),
        )
    })
}

fn row(chat: ChatHandle, overlays: Overlays, chosen: Live<usize>, at: usize, offer: &Offer) -> El {
    let target = offer.target.clone();
    el("li")
        .class("ac-row")
        .attr("id", &["switch-", &at.to_string()].concat())
        .attr("role", "option")
        .live_attr("aria-selected", move || {
            Some((chosen.get() == at).to_string())
        })
        .child(icon(offer.icon))
        .child(span("ac-n").attr("dir", "auto").text(&offer.name))
        .child(span("soft").text(&offer.note))
        .on_click(move || go(chat, overlays, &target))
}

fn offers(chat: ChatHandle, typed: &str) -> Vec<Offer> {
    let typed = typed.trim();
    let mut fitting: Vec<(u32, Offer)> = Vec::new();
    chat.state.rooms.with(|rooms| {
        for view in rooms {
            let Some(fit) = fuzzy::fit(view.name.as_str(), typed) else {
                continue;
            };
            let is_unread = typed.is_empty() && view.unread > 0;
            let note = if view.unread > 0 {
                words::unread(view.unread)
            } else {
                String::new()
            };
            let offer = Offer {
                icon: "room",
                name: view.name.as_str().to_owned(),
                note,
                target: Target::Room(view.room),
            };
            // A room before a person or a panel that fits as well.
            fitting.push((fit + 2 + 1_000 * u32::from(is_unread), offer));
        }
    });
    if !typed.is_empty() {
        chat.state.people.with(|people| {
            for person in &people.listed {
                let name = person.user.name.as_str();
                fitting.extend(fuzzy::fit(name, typed).map(|fit| {
                    let offer = Offer {
                        icon: "people",
                        name: name.to_owned(),
                        note: t!("switcher-messages-of").to_owned(),
                        target: Target::Person(name.to_owned()),
                    };
                    (fit + 1, offer)
                }));
            }
        });
        for (panel, key) in PANELS {
            let name = language::plain(key);
            fitting.extend(fuzzy::fit(name, typed).map(|fit| {
                let offer = Offer {
                    icon: "in",
                    name: name.to_owned(),
                    note: String::new(),
                    target: Target::Panel(panel),
                };
                (fit, offer)
            }));
        }
    }
    fitting.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
    let mut offers: Vec<Offer> = fitting
        .into_iter()
        .map(|(_, offer)| offer)
        .take(ROWS_MAX)
        .collect();
    if !typed.is_empty() {
        offers.push(Offer {
            icon: "search",
            name: words::search_for(typed),
            note: String::new(),
            target: Target::Search(typed.to_owned()),
        });
    }
    offers
}

fn go(chat: ChatHandle, overlays: Overlays, target: &Target) {
    overlays.switcher.set(false);
    // The dialog gives the focus back first.
    let target = target.clone();
    clock::on_frame(move || match target {
        Target::Room(room) => {
            chat.open_room(room);
            let to_box = document().get_element_by_id(super::keys::COMPOSER_ID);
            if let Some(to_box) = to_box.and_then(|found| found.dyn_into().ok()) {
                focus(&to_box);
            }
        }
        Target::Person(name) => {
            let name = if name.contains(char::is_whitespace) {
                ["\"", &name, "\""].concat()
            } else {
                name
            };
            overlays.search.typed.set_if_new(["from:", &name].concat());
            overlays.search.open.set_if_new(true);
        }
        Target::Search(typed) => {
            overlays.search.typed.set_if_new(typed);
            overlays.search.open.set_if_new(true);
        }
        Target::Panel(panel) => match panel {
            Panel::Connection => overlays.inspector.set(true),
            Panel::Settings => overlays.settings.set(true),
            Panel::Keys => overlays.shortcuts.set(true),
            Panel::NewRoom => overlays.new_room.set(true),
            Panel::Files => chat.acts.files.set(true),
            Panel::Pins => chat.acts.pins.set(true),
        },
    });
}
