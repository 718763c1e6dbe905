//! All emoji to choose from: searched by name, in groups, in a skin tone, the last ones first.
//!
//! The table is fetched when somebody first wants it, and what its words are in the language of
//! the page with it; both are kept as long as the page.

use std::cell::OnceCell;
use std::rc::Rc;

use chat_client::composing::emoji::{Listed, Table, Tone};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

use super::el::{El, button, div, el, focus, p};
use super::words::emoji as words;
use crate::browser::countries::Countries;
use crate::browser::{http, storage};
use crate::language::{self, Language};
use crate::live::Live;

/// What storage calls the tone, and the last ones.
const TONE: &str = "emoji-tone";
const RECENT: &str = "emoji-recent";

/// Two rows of them.
const RECENT_MAX: usize = 18;

/// More than one looks through.
const FOUND_MAX: usize = 90;

thread_local!(static TABLE: OnceCell<Rc<Table>> = const { OnceCell::new() });

/// The table, if it is here.
#[must_use]
pub fn known() -> Option<Rc<Table>> {
    TABLE.with(|table| table.get().cloned())
}

/// The table, fetched once.
///
/// # Errors
/// A refusal, or no answer.
pub async fn table() -> Result<Rc<Table>, http::HttpFailure> {
    if let Some(table) = known() {
        return Ok(table);
    }
    let mut fetched = Table::parse(&http::emoji().await?);
    let spoken = language::spoken();
    let also = if spoken == Language::English {
        String::new()
    } else {
        // Where it does not come, they are found by their English names.
        http::emoji_words(spoken).await.unwrap_or_default()
    };
    let countries = Countries::spoken();
    fetched.learn(&also, |code| countries.name(code));
    Ok(TABLE.with(|table| Rc::clone(table.get_or_init(|| Rc::new(fetched)))))
}

/// The tone that was chosen last.
#[must_use]
pub fn tone() -> Tone {
    storage::setting(TONE).map_or(Tone::None, |place| tone_at(&place))
}

/// What a picker draws from.
#[derive(Clone, Copy)]
struct Picker {
    table: Live<Option<Rc<Table>>>,
    failure: Live<Option<String>>,
    typed: Live<String>,
    tone: Live<Tone>,
    recent: Live<Vec<String>>,
}

/// The picker. What is chosen is told with its tone, and is among the last ones next time.
pub fn emoji_picker(on_pick: impl Fn(String) + 'static) -> El {
    let recent = storage::setting(RECENT).unwrap_or_default();
    let picker = Picker {
        table: Live::new(None),
        failure: Live::new(None),
        typed: Live::new(String::new()),
        tone: Live::new(tone()),
        recent: Live::new(recent.split_whitespace().map(str::to_owned).collect()),
    };
    leptos::task::spawn_local(async move {
        match table().await {
            Ok(table) => picker.table.set(Some(table)),
            Err(failure) => picker.failure.set(Some(failure.to_string())),
        }
    });
    let pick = Rc::new(move |sign: String| {
        picker.keep(&sign);
        on_pick(sign);
    });
    let on_enter = Rc::clone(&pick);
    let grid = div("emoji-all")
        .attr("role", "group")
        .name(t!("emoji"))
        .on("click", move |event| {
            if let Some(sign) = button_of(&event).and_then(|button| button.text_content()) {
                pick(sign);
            }
        })
        .live_all(move || picker.groups());
    let buttons: HtmlElement = grid.html();
    let in_grid = buttons.clone();
    let grid = grid.on_key(move |event| move_in(&in_grid, &event));
    let search = el("input")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("placeholder", t!("emoji-picker-search-emoji"))
        .name(t!("emoji-picker-search-emoji"));
    let input: HtmlInputElement = search.html();
    let search = search
        .on("input", move |_| picker.typed.set(input.value()))
        .on_key(move |event| match event.key().as_str() {
            "ArrowDown" => {
                event.prevent_default();
                if let Some(first) = all_in(&buttons).first() {
                    focus(first);
                }
            }
            "Enter" => {
                event.prevent_default();
                let first = all_in(&buttons)
                    .first()
                    .and_then(|first| first.text_content());
                if let Some(sign) = first {
                    on_enter(sign);
                }
            }
            _ => {}
        });
    div("emoji-picker")
        .child(div("emoji-head").child(search).child(picker.tones()))
        .child(grid)
}

impl Picker {
    fn tones(self) -> El {
        let options = Tone::ALL.iter().enumerate().map(|(place, tone)| {
            let option = el("option")
                .attr("value", &place.to_string())
                .text(words::tone(*tone));
            if *tone == self.tone.now() {
                option.attr("selected", "")
            } else {
                option
            }
        });
        let select = el("select")
            .name(t!("emoji-picker-skin-tone"))
            .children(options);
        let element: HtmlSelectElement = select.html();
        select.on("change", move |_| {
            let place = element.value();
            storage::keep_setting(TONE, Some(&place));
            self.tone.set(tone_at(&place));
        })
    }

    fn groups(self) -> Vec<El> {
        let Some(table) = self.table.get() else {
            let said = self.failure.get();
            let said = said.unwrap_or_else(|| t!("emoji-picker-fetching-the-emoji").to_owned());
            return vec![p("help").attr("role", "status").text(&said)];
        };
        let tone = self.tone.get();
        let typed = self.typed.get();
        if !typed.trim().is_empty() {
            let found = table.matching(&typed, FOUND_MAX);
            if found.is_empty() {
                return vec![
                    p("help")
                        .attr("role", "status")
                        .text(t!("emoji-picker-no-emoji-has-this-name")),
                ];
            }
            return vec![group(
                t!("emoji-picker-found"),
                found.into_iter().map(|listed| (listed.with(tone), listed)),
            )];
        }
        let recent = self.recent.get();
        let recent = recent.iter();
        let recent: Vec<(String, &Listed)> = recent
            .filter_map(|sign| Some((sign.clone(), table.named(sign)?)))
            .collect();
        let last =
            (!recent.is_empty()).then(|| group(t!("emoji-picker-last-used"), recent.into_iter()));
        let all = table.groups.iter().map(|shown| {
            group(
                words::subject(shown.subject),
                shown.emoji.iter().map(|listed| (listed.with(tone), listed)),
            )
        });
        last.into_iter().chain(all).collect()
    }

    fn keep(self, sign: &str) {
        let others = self.recent.now().into_iter().filter(|other| other != sign);
        let recent: Vec<String> = [sign.to_owned()]
            .into_iter()
            .chain(others)
            .take(RECENT_MAX)
            .collect();
        storage::keep_setting(RECENT, Some(&recent.join(" ")));
    }
}

fn tone_at(place: &str) -> Tone {
    let tone = place
        .parse::<usize>()
        .ok()
        .and_then(|place| Tone::ALL.get(place));
    tone.copied().unwrap_or_default()
}

fn group<'a>(name: &str, emoji: impl Iterator<Item = (String, &'a Listed)>) -> El {
    let buttons = emoji.enumerate().map(|(place, (sign, listed))| {
        // Tab goes from group to group, the arrows from sign to sign.
        let reached = if place == 0 { "0" } else { "-1" };
        let button = button("e")
            .attr("title", &[":", &listed.name, ":"].concat())
            .attr("tabindex", reached)
            .text(&sign);
        match words::name(listed) {
            Some(name) => button.name(&name),
            None => button,
        }
    });
    el("section")
        .child(el("h3").text(name))
        .child(div("signs").children(buttons))
}

fn button_of(event: &Event) -> Option<HtmlElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("button.e").ok()??.dyn_into().ok()
}

/// All buttons of the grid, in their order.
fn all_in(grid: &HtmlElement) -> Vec<HtmlElement> {
    let found = grid.get_elements_by_class_name("e");
    let all = (0..found.length()).filter_map(|place| found.item(place)?.dyn_into().ok());
    all.collect()
}

/// The arrows lead to the neighbours, as they are drawn.
fn move_in(grid: &HtmlElement, event: &KeyboardEvent) {
    let Some(focused) = button_of(event) else {
        return;
    };
    let all = all_in(grid);
    let Some(at) = all.iter().position(|button| *button == focused) else {
        return;
    };
    let (top, left) = (focused.offset_top(), focused.offset_left());
    let is_mirrored = page_is_mirrored();
    let to = match event.key().as_str() {
        "ArrowRight" if !is_mirrored => all.get(at + 1),
        "ArrowLeft" if is_mirrored => all.get(at + 1),
        "ArrowLeft" | "ArrowRight" => at.checked_sub(1).and_then(|at| all.get(at)),
        "ArrowDown" => {
            let below = all[at..].iter().find(|button| button.offset_top() > top);
            below.map(|below| nearest(&all, below.offset_top(), left))
        }
        "ArrowUp" => {
            let above = all[..at]
                .iter()
                .rev()
                .find(|button| button.offset_top() < top);
            above.map(|above| nearest(&all, above.offset_top(), left))
        }
        "Home" => all.first(),
        "End" => all.last(),
        _ => return,
    };
    event.prevent_default();
    if let Some(to) = to {
        focus(to);
    }
}

/// Of one row, the one that is nearest to this column.
fn nearest(all: &[HtmlElement], top: i32, left: i32) -> &HtmlElement {
    let row = all.iter().filter(|button| button.offset_top() == top);
    row.min_by_key(|button| (button.offset_left() - left).abs())
        .unwrap_or(&all[0])
}

fn page_is_mirrored() -> bool {
    crate::browser::page::find("html[dir=rtl]").is_some()
}
