//! The search panel: one box over every room, with results as one types.

use leptos::prelude::untrack;
use shared::ids::RoomId;
use shared::search::{SearchHit, SearchPage};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::el::{El, button, div, el, focus, p, span, text, watch};
use super::icon::icon;
use super::panel;
use super::text::excerpt;
use super::words::search as words;
use crate::acts;
use crate::browser::clock::{self, Timeout};
use crate::browser::{http, page};
use crate::handle::ChatHandle;
use crate::live::Live;

/// A search begins when nothing was typed for so long: between the letters of a word.
const AFTER_MS: u32 = 150;

/// What was searched last stays in the box while the page lives.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    /// The panel is open.
    pub open: Live<bool>,
    /// What is in its box.
    pub typed: Live<String>,
}

impl Search {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            open: Live::new(false),
            typed: Live::new(String::new()),
        }
    }

    /// Opens the panel, or goes back to its box: in this room, or everywhere.
    pub fn begin(self, room: Option<&str>) {
        let before = self.typed.now();
        let words = before
            .split_whitespace()
            .filter(|word| !word.starts_with("in:"));
        let mut words: Vec<String> = words.map(str::to_owned).collect();
        if let Some(room) = room {
            words.push(["in:", room].concat());
        }
        self.typed.set_if_new(words.join(" "));
        if self.open.now() {
            focus_the_box();
        } else {
            self.open.set(true);
        }
    }
}

/// What is shown below the box.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shown {
    Nothing,
    Searching,
    Here(SearchPage),
    Failed(String),
}

/// A search of the panel, and how far it is.
#[derive(Clone, Copy)]
struct Looking {
    chat: ChatHandle,
    search: Search,
    shown: Live<Shown>,
    is_best: Live<bool>,
    /// Answers to what was typed before are dropped.
    turn: Live<u32>,
    soon: Live<Option<Timeout>>,
}

/// The panel. It gives the focus back to what opened it.
pub fn search(chat: ChatHandle, search: Search) -> El {
    let looking = Looking {
        chat,
        search,
        shown: Live::new(Shown::Nothing),
        is_best: Live::new(false),
        turn: Live::new(0),
        soon: Live::new(None),
    };
    let open = search.open;
    let head = el("header")
        .class("panel-head")
        .child(panel::back(open))
        .child(
            div("panel-title").child(
                el("h2")
                    .attr("id", "search-title")
                    .attr("tabindex", "-1")
                    .text(t!("search-search")),
            ),
        )
        .child(panel::close(open, t!("search-close-search-esc")));
    let field = el("input")
        .attr("type", "search")
        .attr("id", BOX_ID)
        .name(t!("search-search-messages"))
        .attr("placeholder", t!("search-search-messages"))
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("dir", "auto");
    let typed: HtmlInputElement = field.html();
    let shown = typed.clone();
    watch(move || {
        let now = search.typed.get();
        if shown.value() != now {
            shown.set_value(&now);
        }
        untrack(|| looking.soon());
    });
    let field = field
        .on("input", move |_| search.typed.set_if_new(typed.value()))
        .on_key(|event| {
            if event.key() == "ArrowDown" {
                event.prevent_default();
                step(None, true);
            }
        });
    let find = el("search")
        .child(div("find").child(icon("search")).child(field))
        .child(
            div("filters")
                .child(looking.order(t!("search-newest-first"), false))
                .child(looking.order(t!("search-best-first"), true)),
        );
    let body = div("panel-body pad")
        .attr("tabindex", "0")
        .attr("role", "region")
        .name(t!("search-search-and-results"))
        .child(find)
        .child(
            p("soft hits")
                .attr("role", "status")
                .live_text(move || looking.shown.with(said)),
        )
        .live(move || looking.results())
        .child(
            p("soft tips").text(t!("search-also")).children(
                TIPS.iter()
                    .flat_map(|tip| [text(" "), el("code").text(tip)]),
            ),
        );
    panel::give_focus_back();
    // It is in the page when this turn is over.
    leptos::task::spawn_local(async { focus_the_box() });
    el("aside")
        .class("panel find-panel")
        .attr("aria-labelledby", "search-title")
        .child(head)
        .child(body)
}

const BOX_ID: &str = "search-box";

const TIPS: [&str; 6] = [
    "from:name",
    "in:room",
    "before:2026-11-01",
    "after:2026-11-01",
    "has:file",
    "has:link",
];

fn focus_the_box() {
    if let Some(field) = page::find(&["#", BOX_ID].concat()) {
        focus(&field);
        if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
            field.select();
        }
    }
}

impl Looking {
    fn order(self, name: &str, best: bool) -> El {
        button("chip")
            .live_class("mine", move || self.is_best.get() == best)
            .live_attr("aria-pressed", move || {
                Some((self.is_best.get() == best).to_string())
            })
            .text(name)
            .on_click(move || {
                self.is_best.set_if_new(best);
                self.ask(None);
            })
    }

    /// Searches when nothing more is typed.
    fn soon(self) {
        if self.search.typed.peek(|typed| typed.trim().is_empty()) {
            self.turn.edit(|turn| *turn += 1);
            self.soon.edit(Option::take);
            self.shown.set_if_new(Shown::Nothing);
            return;
        }
        let soon = clock::after_ms(AFTER_MS, move || self.ask(None));
        self.soon.edit(|held| *held = Some(soon));
    }

    /// Asks for the first hits, or for those after a place.
    fn ask(self, after: Option<i64>) {
        let typed = self.search.typed.now();
        if typed.trim().is_empty() {
            return;
        }
        let best = self.is_best.now();
        let turn = self.turn.edit(|turn| {
            *turn += 1;
            *turn
        });
        if self.shown.peek(|shown| !matches!(shown, Shown::Here(_))) {
            self.shown.set_if_new(Shown::Searching);
        }
        leptos::task::spawn_local(async move {
            let found = http::search(&typed, best, after).await;
            if self.turn.try_peek(|now| Some(*now)).flatten() != turn {
                return;
            }
            match found {
                Ok(mut page) => {
                    if after.is_some() {
                        self.shown.edit(|shown| {
                            if let Shown::Here(before) = shown {
                                let more = std::mem::take(&mut page.hits);
                                page.hits.append(&mut before.hits);
                                page.hits.extend(more);
                            }
                        });
                    }
                    self.shown.set(Shown::Here(page));
                }
                Err(failure) => self.shown.set(Shown::Failed(failure.to_string())),
            }
        });
    }

    fn results(self) -> Option<El> {
        self.shown.with(|shown| {
            let Shown::Here(page) = shown else {
                return None;
            };
            let list = el("ol")
                .class("results")
                .children(page.hits.iter().map(|hit| self.result(hit)));
            let more = page.next.map(|next| {
                button("btn s")
                    .text(t!("show-more"))
                    .on_click(move || self.ask(Some(next)))
            });
            Some(div("").child(list).children(more))
        })
    }

    fn result(self, hit: &SearchHit) -> El {
        let (room, seq) = (hit.room, hit.seq);
        let chat = self.chat;
        let row = button("pinrow")
            .child(el("b").attr("dir", "auto").text(hit.author.name.as_str()))
            .child(
                span("soft")
                    .attr("dir", "auto")
                    .text(&room_name(chat, room)),
            )
            .child(
                el("time")
                    .attr("title", &clock::full_date(hit.at))
                    .text(&clock::day_and_time(hit.at)),
            )
            .child(what_fits(hit))
            .on_key(move |event| {
                let is_down = match event.key().as_str() {
                    "ArrowDown" => true,
                    "ArrowUp" => false,
                    _ => return,
                };
                event.prevent_default();
                step(page::focused().as_ref(), is_down);
            })
            .on_click(move || {
                acts::lead_to(chat, room, seq);
                if super::sidebar::is_one_pane() {
                    self.search.open.set(false);
                }
            });
        el("li").child(row)
    }
}

/// To the next result or the one before it; before the first is the box.
fn step(from: Option<&HtmlElement>, is_down: bool) {
    let rows = leptos::prelude::document().query_selector_all(".results .pinrow");
    let Ok(rows) = rows else { return };
    let all: Vec<Element> = (0..rows.length())
        .filter_map(|at| rows.item(at)?.dyn_into().ok())
        .collect();
    let at = from.and_then(|from| all.iter().position(|row| row == from.unchecked_ref()));
    let next = match (at, is_down) {
        (None, _) => Some(0),
        (Some(at), true) => Some((at + 1).min(all.len() - 1)),
        (Some(at), false) => at.checked_sub(1),
    };
    match next.and_then(|next| all.get(next)) {
        Some(row) => focus(row.unchecked_ref()),
        None => focus_the_box(),
    }
}

fn room_name(chat: ChatHandle, room: RoomId) -> String {
    let name = chat.state.rooms.peek(|rooms| {
        let found = rooms.iter().find(|view| view.room == room);
        found.map(|view| view.name.as_str().to_owned())
    });
    ["#", &name.unwrap_or_default()].concat()
}

/// What it says, with what was found marked.
fn what_fits(hit: &SearchHit) -> El {
    let chars: Vec<char> = hit.text.chars().collect();
    let piece = |from: usize, to: usize| -> String {
        let to = to.min(chars.len());
        chars.get(from..to).unwrap_or(&[]).iter().collect()
    };
    let mut said = span("said").attr("dir", "auto");
    if hit.cut_before {
        said = said.text("…");
    }
    let mut at = 0;
    for (from, to) in &hit.marks {
        let (from, to) = (*from as usize, *to as usize);
        said = excerpt(said, &piece(at, from)).child(el("mark").text(&piece(from, to)));
        at = to;
    }
    said = excerpt(said, &piece(at, chars.len()));
    if hit.cut_behind {
        said.text("…")
    } else {
        said
    }
}

fn said(shown: &Shown) -> String {
    match shown {
        Shown::Nothing => String::new(),
        Shown::Searching => t!("search-searching").to_owned(),
        Shown::Failed(reason) => reason.clone(),
        Shown::Here(page) => words::found(page.hits.len(), page.next.is_some(), page.behind),
    }
}
