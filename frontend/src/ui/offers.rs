//! The list above the message box while a person, a room, an emoji or a command is typed. The focus
//! stays in the box; space never takes.

use chat_client::composing::commands::{COMMANDS, works_in_threads};
use chat_client::composing::complete::{self, Asked, Kind};
use chat_client::composing::emoji::Listed;
use chat_client::composing::wrap::Replaced;
use chat_client::composing::{self, MessageBox, utf16_length};
use chat_client::timeline::LineContent;
use shared::entry::Author;
use shared::ids::RoomId;
use web_sys::{HtmlTextAreaElement, KeyboardEvent};

use super::avatar::avatar;
use super::el::{El, div, el, span, text, watch};
use super::emoji_picker;
use super::keys;
use super::words;
use crate::browser::page;
use crate::browser::typing::{self, Held};
use crate::handle::ChatHandle;
use crate::live::Live;

/// What is offered in one row.
#[derive(Clone, Debug, PartialEq)]
struct Offer {
    /// What stands in the box when it is taken, without the sign.
    word: String,
    /// What the row says.
    says: String,
    /// What comes behind that, where something has to; perhaps of another direction.
    takes: &'static str,
    /// And what it says more quietly.
    more: &'static str,
    /// Whose picture it has.
    person: Option<Author>,
    /// The emoji itself.
    sign: Option<String>,
}

/// The list of one box.
#[derive(Clone, Copy, Debug)]
pub struct Offers {
    chat: ChatHandle,
    room: RoomId,
    is_in_thread: bool,
    field: Live<HtmlTextAreaElement>,
    kind: Live<Option<Kind>>,
    rows: Live<Vec<Offer>>,
    chosen: Live<usize>,
    /// It was closed for a word that begins here, in UTF-16 units.
    closed_for: Live<Option<usize>>,
}

impl Offers {
    /// Of this box, and nothing yet.
    pub fn new(chat: ChatHandle, at: MessageBox, field: Live<HtmlTextAreaElement>) -> Self {
        Self {
            chat,
            room: at.room,
            is_in_thread: at.thread.is_some(),
            field,
            kind: Live::new(None),
            rows: Live::new(Vec::new()),
            chosen: Live::new(0),
            closed_for: Live::new(None),
        }
    }

    /// Has the box say what its list says, and the list look at what is typed.
    pub fn beside(self, field: El) -> El {
        let chosen = move || {
            let is_open = self.rows.with(|rows| !rows.is_empty());
            is_open.then(|| self.row_id(self.chosen.get()))
        };
        watch(move || {
            self.chat.state.people.with(|_| ());
            let has_none = self.rows.peek(Vec::is_empty);
            if has_none && self.kind.now() == Some(Kind::Person) && self.has_focus() {
                self.look();
            }
        });
        field
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", self.list_id())
            .live_attr("aria-activedescendant", chosen)
            .on("input", move |_| self.look())
            .on("click", move |_| self.look())
            .on("blur", move |_| self.close())
    }

    /// The list.
    pub fn list(self) -> El {
        let name = move || match self.kind.get() {
            Some(Kind::Room) => t!("rooms"),
            Some(Kind::Command) => t!("offers-commands"),
            Some(Kind::Emoji) => t!("emoji"),
            Some(Kind::Person) | None => t!("offers-people"),
        };
        div("ac")
            .attr("id", self.list_id())
            .attr("role", "listbox")
            // A long one scrolls, and what scrolls can be reached by keys (WCAG 2.1.1).
            .attr("tabindex", "0")
            .live_name(move || name().to_owned())
            .live_flag("hidden", move || self.rows.with(Vec::is_empty))
            .live_all(move || {
                let rows = self.rows.get();
                rows.iter()
                    .enumerate()
                    .map(|(at, row)| self.row(at, row))
                    .collect()
            })
    }

    fn row(self, at: usize, offer: &Offer) -> El {
        let is_chosen = move || self.chosen.get() == at;
        div("ac-row")
            .attr("role", "option")
            .attr("id", &self.row_id(at))
            .live_attr("aria-selected", move || Some(is_chosen().to_string()))
            .children(offer.person.as_ref().map(|person| avatar(person, "s")))
            .children(
                offer
                    .sign
                    .as_ref()
                    .map(|sign| span("ac-e").mute().text(sign)),
            )
            .child(
                span("ac-n")
                    .child(el("bdi").text(&offer.says))
                    .children((!offer.takes.is_empty()).then(|| text(" ")))
                    .children((!offer.takes.is_empty()).then(|| el("bdi").text(offer.takes))),
            )
            .child(span("soft").text(offer.more))
            .live(move || is_chosen().then(|| el("kbd").mute().text("Tab")))
            // The box keeps the focus.
            .on("pointerdown", |event| event.prevent_default())
            .on("mousedown", |event| event.prevent_default())
            .on_click(move || self.take(at))
    }

    fn has_focus(self) -> bool {
        let field = self.field.try_peek(Clone::clone);
        field.is_some_and(|field| page::focused().is_some_and(|focused| *focused == **field))
    }

    /// Whether the list takes this key.
    pub fn takes(self, event: &KeyboardEvent) -> bool {
        let count = self.rows.peek(Vec::len);
        let is_plain =
            !(event.shift_key() || event.alt_key() || event.ctrl_key() || event.meta_key());
        if count == 0 || !is_plain || keys::is_composing(event) {
            return false;
        }
        let chosen = self.chosen.now();
        match event.key().as_str() {
            "ArrowDown" => self.chosen.set((chosen + 1) % count),
            "ArrowUp" => self.chosen.set((chosen + count - 1) % count),
            "Enter" if self.is_typed_out(chosen) => {
                self.close();
                return false;
            }
            "Tab" | "Enter" => self.take(chosen),
            "Escape" => {
                self.closed_for.set(self.start());
                self.close();
            }
            "ArrowLeft" | "ArrowRight" | "Home" | "End" => {
                self.close();
                return false;
            }
            _ => return false,
        }
        true
    }

    /// Lists all commands.
    pub fn list_commands(self) {
        self.closed_for.set(None);
        self.look();
    }

    /// Two boxes may be on the page.
    fn list_id(self) -> &'static str {
        if self.is_in_thread {
            "thread-offers"
        } else {
            "offers"
        }
    }

    fn row_id(self, at: usize) -> String {
        [self.list_id(), "-", &at.to_string()].concat()
    }

    fn look(self) {
        let held = Held::by(&self.field.now());
        let around = held.around();
        let asked = complete::asked(around.before)
            .filter(|_| around.selected.is_empty() && !composing::is_in_fence(around.before));
        let Some(asked) = asked else {
            self.closed_for.set(None);
            self.close();
            return;
        };
        if asked.typed.is_empty() {
            self.closed_for.set(None);
        }
        if self.closed_for.now() == Some(start_of(around.before, &asked)) {
            return;
        }
        let rows = match asked.kind {
            Kind::Person => self.people(asked.typed),
            Kind::Room => self.rooms(asked.typed),
            Kind::Command => commands(asked.typed, self.is_in_thread),
            Kind::Emoji => self.emoji(asked.typed),
        };
        self.kind.set_if_new(Some(asked.kind));
        self.chosen.set_if_new(0);
        self.rows.set_if_new(rows);
    }

    fn close(self) {
        self.rows.set_if_new(Vec::new());
    }

    fn take(self, at: usize) {
        let Some(offer) = self.rows.peek(|rows| rows.get(at).cloned()) else {
            return;
        };
        let field = self.field.now();
        let held = Held::by(&field);
        let around = held.around();
        let Some(asked) = complete::asked(around.before) else {
            return;
        };
        let gap = if around.after.starts_with(char::is_whitespace) {
            ""
        } else {
            " "
        };
        let text = [&offer.word, gap].concat();
        // The sign stays, but for a colon.
        let kept = usize::from(asked.kind != Kind::Emoji);
        let from = start_of(around.before, &asked) + kept;
        let end = from + utf16_length(&offer.word) + 1;
        let new = Replaced {
            from,
            to: utf16_length(around.before),
            text,
            select_from: end,
            select_to: end,
        };
        typing::replace(&field, &new);
        self.close();
    }

    /// Whether the box has what this row would put there.
    fn is_typed_out(self, at: usize) -> bool {
        let held = Held::by(&self.field.now());
        let typed = complete::asked(held.around().before).map(|asked| asked.typed.to_owned());
        self.rows
            .peek(|rows| rows.get(at).map(|offer| offer.word.clone()) == typed)
    }

    fn start(self) -> Option<usize> {
        let held = Held::by(&self.field.now());
        let before = held.around().before;
        Some(start_of(before, &complete::asked(before)?))
    }

    fn people(self, typed: &str) -> Vec<Offer> {
        let people = people(self.chat, self.room);
        let names = people.iter().map(|person| person.name.as_str());
        let found = complete::matching(typed, names).into_iter();
        let offer = |place: usize| Offer {
            word: complete::mention_of(&people[place], &people),
            says: people[place].name.as_str().to_owned(),
            takes: "",
            more: "",
            person: Some(people[place].clone()),
            sign: None,
        };
        found.map(offer).collect()
    }

    /// The table is fetched for the first word; the list comes when it is there.
    fn emoji(self, typed: &str) -> Vec<Offer> {
        let Some(table) = emoji_picker::known() else {
            leptos::task::spawn_local(async move {
                // Where it does not come, nothing is offered, and the next letter asks again.
                let is_here = emoji_picker::table().await.is_ok();
                if is_here && self.field.try_peek(|_| ()).is_some() {
                    self.look();
                }
            });
            return Vec::new();
        };
        let tone = emoji_picker::tone();
        let found = table.matching(typed, complete::OFFERED_MAX).into_iter();
        let offer = |listed: &Listed| Offer {
            word: listed.with(tone),
            says: [":", &listed.name, ":"].concat(),
            takes: "",
            more: "",
            person: None,
            sign: Some(listed.with(tone)),
        };
        found.map(offer).collect()
    }

    fn rooms(self, typed: &str) -> Vec<Offer> {
        let names: Vec<String> = self.chat.state.rooms.peek(|rooms| {
            rooms
                .iter()
                .map(|view| view.name.as_str().to_owned())
                .collect()
        });
        let found = complete::matching(typed, names.iter().map(String::as_str));
        let offer = |place: usize| Offer {
            word: names[place].clone(),
            says: ["#", &names[place]].concat(),
            takes: "",
            more: "",
            person: None,
            sign: None,
        };
        found.into_iter().map(offer).collect()
    }
}

/// Everybody who can be named in a room, but oneself: who wrote there lately, and who is here.
pub fn people(chat: ChatHandle, room: RoomId) -> Vec<Author> {
    let me = chat.state.me.now();
    let people = chat.read(|client| {
        let lines = client.timeline(room).map_or(&[][..], |room| room.lines());
        let wrote = lines.iter().filter_map(|line| match &line.content {
            LineContent::Entry { entry, .. } => Some(&entry.author),
            LineContent::Pending { .. } | LineContent::Hole { .. } => None,
        });
        let here = client.people().listed.iter().map(|present| &present.user);
        complete::people(me.as_ref(), wrote, here)
    });
    people.unwrap_or_default()
}

/// Those that mean something in this box.
fn commands(typed: &str, is_in_thread: bool) -> Vec<Offer> {
    // The list of all is the help that there is.
    let found = if typed.is_empty() {
        (0..COMMANDS.len()).collect()
    } else {
        complete::matching(typed, COMMANDS.iter().map(|command| command.name))
    };
    let is_meant = |place: &usize| !is_in_thread || works_in_threads(COMMANDS[*place].name);
    let offer = |place: usize| {
        let command = COMMANDS[place];
        Offer {
            word: command.name.to_owned(),
            says: ["/", command.name].concat(),
            takes: words::commands::takes(command.name),
            more: words::commands::about(command.name),
            person: None,
            sign: None,
        }
    };
    found.into_iter().filter(is_meant).map(offer).collect()
}

fn start_of(before: &str, asked: &Asked<'_>) -> usize {
    utf16_length(before) - asked.units()
}
