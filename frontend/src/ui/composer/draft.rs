//! What stands in a message box and is not sent yet: typing, keeping, and sending it. What
//! breaks a rule is refused here in words and stays in the box.

use chat_client::Intent;
use chat_client::composing::commands::{self, Meant};
use chat_client::composing::{self, MessageBox};
use chat_client::uploads::due::{Due, Outlook};
use leptos::prelude::{on_cleanup, untrack};
use shared::cursor::Seq;
use shared::ids::RoomId;
use shared::limits::{MESSAGE_CHARS_MAX, MESSAGE_FILES_MAX};
use shared::text::MessageText;
use web_sys::{HtmlElement, HtmlTextAreaElement, KeyboardEvent};

use super::super::dialog::dialog;
use super::super::el::{Act, El, button, div, el, focus, listen_at_window, p, span, text, watch};
use super::super::emoji_picker::emoji_picker;
use super::super::icon::icon;
use super::super::offers::Offers;
use super::super::{attach, keys, words, wrap};
use crate::browser::clock::{self, Timeout};
use crate::browser::typing::{self, Held};
use crate::browser::{page, storage, tabs};
use crate::handle::ChatHandle;
use crate::language;
use crate::live::Live;
use crate::settings::{EnterKey, Settings};

/// A draft is written this long after the last key; before that only the box has it.
const DRAFT_KEPT_AFTER_MS: u32 = 300;

/// From here on the box counts.
const COUNTED_FROM_CHARS: usize = MESSAGE_CHARS_MAX - 1_000;

/// What Enter does in the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enter {
    /// It sends.
    Sends,
    /// It breaks the line: where that was chosen, on touch screens, and inside an open code
    /// fence.
    Breaks,
}

impl Enter {
    /// In an empty box.
    #[must_use]
    pub fn at_first(settings: Settings) -> Self {
        match settings.enter.now() {
            EnterKey::Sends if !page::is_touch() => Self::Sends,
            EnterKey::Sends | EnterKey::Breaks => Self::Breaks,
        }
    }
}

/// What is above a box, and hears of it.
#[derive(Clone)]
pub struct Above {
    /// The box may have another height.
    pub grown: Act,
    /// What stood in it is sent.
    pub sent: Act,
}

/// A box, with what belongs to it. A handle: copies are the same box.
#[derive(Clone, Copy)]
pub struct Draft {
    pub(super) chat: ChatHandle,
    /// Which box it is,
    pub(super) at: MessageBox,
    /// and its room.
    pub(super) room: RoomId,
    pub(super) field: Live<HtmlTextAreaElement>,
    pub(super) text: Live<String>,
    pub(super) refusal: Live<Option<String>>,
    pub(super) offers: Offers,
    keeping: Live<Option<Timeout>>,
    enter: Live<Enter>,
    above: Live<Above>,
}

/// The field of a box, as yet without a name.
pub fn field(id: &str) -> El {
    el("textarea")
        .attr("id", id)
        .attr("rows", "1")
        .attr("autocomplete", "off")
        .attr("spellcheck", "true")
        .attr(
            "enterkeyhint",
            if page::is_touch() { "enter" } else { "send" },
        )
        .attr("dir", "auto")
}

impl Draft {
    /// Of a box, which is this field. What Enter does is told in `enter`.
    pub fn new(
        chat: ChatHandle,
        at: MessageBox,
        field: &El,
        enter: Live<Enter>,
        above: Above,
    ) -> Self {
        let field = Live::new(field.html());
        let room = at.room;
        let draft = Self {
            chat,
            at,
            room,
            field,
            text: Live::new(storage::draft(at).unwrap_or_default()),
            refusal: Live::new(None),
            offers: Offers::new(chat, at, field),
            keeping: Live::new(None),
            enter,
            above: Live::new(above),
        };
        if !draft.is_in_thread() {
            chat.files.restore(room);
        }
        draft.follow_its_files();
        draft.fill_on_start();
        draft.take_texts_back();
        draft.keep_on_leaving();
        watch(move || {
            let _ = chat.settings.enter.get();
            enter.set_if_new(draft.enter_now());
        });
        draft
    }

    /// The field, doing what is typed in it. `acts` takes keys before they send.
    pub fn written_in(self, field: El, acts: impl Fn(&KeyboardEvent) -> bool + 'static) -> El {
        self.offers
            .beside(field)
            .on("input", move |_| self.typed())
            .on("compositionstart", move |_| self.composes(true))
            .on("compositionend", move |_| self.composes(false))
            .on("paste", move |event| {
                if attach::pasted(&event, self.chat.files, self.at) {
                    event.prevent_default();
                } else {
                    wrap::links(&event, &self.field.now());
                }
            })
            .on_key(move |event| {
                if self.offers.takes(&event)
                    || wrap::wraps(&event, &self.field.now())
                    || acts(&event)
                {
                    event.prevent_default();
                } else if self.sends(&event) {
                    event.prevent_default();
                    self.send();
                }
            })
    }

    /// What is offered while somebody writes.
    pub fn offers(self) -> El {
        self.offers.list()
    }

    /// The button that sends.
    pub fn send_button(self, name: &str) -> El {
        let is_empty = move || {
            self.text.with(|text| text.trim().is_empty()) && self.chat.files.of(self.at).is_empty()
        };
        el("button")
            .class("btn-send")
            .attr("type", "submit")
            .name(name)
            .live_flag("disabled", is_empty)
            .child(icon("send"))
    }

    /// Opens all emoji; the one that is chosen goes where the cursor is.
    pub fn emoji_button(self) -> El {
        let open = Live::new(false);
        let pick = move |sign: String| {
            open.set(false);
            // The box can be reached again once the dialog is closed.
            clock::on_frame(move || {
                if let Some(field) = self.field.try_peek(HtmlTextAreaElement::clone) {
                    focus(&field);
                    typing::replace(&field, &Held::by(&field).around().replaced_by(&sign));
                }
            });
        };
        let id = if self.is_in_thread() {
            "thread-emoji"
        } else {
            "all-emoji"
        };
        let all = dialog(open, id, t!("emoji"), move || emoji_picker(pick));
        let press = button("btn-icon")
            .attr("aria-haspopup", "dialog")
            .attr("title", t!("composer-insert-emoji"))
            .name(t!("composer-insert-emoji"))
            .child(icon("smile"))
            .on_click(move || open.set(true));
        span("").child(press).child(all)
    }

    /// Why the text was not sent, and how long it is when that matters. The refusal of a text
    /// that is too long has its length in it.
    pub fn refusal(self) -> El {
        let files = self.chat.files;
        let refused = move || match files.outlook(self.at)? {
            Outlook::Goes => None,
            Outlook::Refused { may_retry } => Some(words::file_refused(may_retry).to_owned()),
        };
        let reason = move || match self.refusal.get().or_else(refused) {
            Some(reason) => vec![
                icon("failed"),
                text(&t!("not-stored-because", why = reason)),
            ],
            None => Vec::new(),
        };
        let waits = move || {
            (files.outlook(self.at) == Some(Outlook::Goes)).then(|| {
                p("chars")
                    .attr("role", "status")
                    .text(t!("words-goes-out-when-its-files"))
            })
        };
        let count = move || {
            let chars = self.text.with(|text| text.trim_end().chars().count());
            let is_told = chars >= COUNTED_FROM_CHARS && self.refusal.with(Option::is_none);
            is_told.then(|| {
                let class = if chars > MESSAGE_CHARS_MAX {
                    "chars num over"
                } else {
                    "chars num"
                };
                p(class).text(&words::chars(chars))
            })
        };
        let as_file = move || {
            let is_long = self
                .text
                .with(|text| text.trim_end().chars().count() > MESSAGE_CHARS_MAX);
            is_long.then(|| {
                button("btn s")
                    .child(icon("attach"))
                    .text(t!("words-attach-it-as-a-file"))
                    .on_click(move || self.attach_text())
            })
        };
        div("refusal")
            .child(p("").attr("role", "status").live_all(reason))
            .live(as_file)
            .live(waits)
            .live(count)
    }

    /// Parses and sends. If it does not leave, the text stays and the reason is shown.
    pub fn send(self) {
        if self.leaves() {
            let above = self.above.now();
            (above.sent)();
        }
    }

    /// Whether what is in the box is on its way.
    fn leaves(self) -> bool {
        let typed = self.text.now();
        let my_name = self.chat.state.me.now().map(|me| me.name);
        let my_name = my_name.as_ref().map_or("", |name| name.as_str());
        let typed = match commands::read(&typed, my_name) {
            Ok(Meant::Send(text)) => text,
            Ok(Meant::Invite { named, words }) => match self.invitation(&named, my_name, &words) {
                Ok(text) => text,
                Err(reason) => {
                    self.refusal.set(Some(reason));
                    return false;
                }
            },
            Ok(Meant::Later { .. }) if self.is_in_thread() => {
                let no = t!("thread-this-works-in-the-rooms");
                self.refusal.set(Some(no.to_owned()));
                return false;
            }
            Ok(meant) => {
                self.follow(meant);
                return false;
            }
            Err(refusal) => {
                self.refusal.set(Some(words::commands::refused(&refusal)));
                return false;
            }
        };
        let MessageBox { room, thread } = self.at;
        let number = self.chat.files.peek(|files| files.of(self.at).count());
        let parsed = if number == 0 {
            MessageText::parse(&typed)
        } else {
            MessageText::parse_beside_files(&typed)
        };
        let text = match parsed {
            Ok(text) => text,
            Err(refusal) => {
                if !typed.trim().is_empty() {
                    self.refusal.set(Some(language::said(&refusal.message)));
                }
                return false;
            }
        };
        if number > MESSAGE_FILES_MAX {
            self.refusal.set(Some(words::too_many_files(number)));
            return false;
        }
        let answering = self.chat.acts.answering.now();
        // In a thread all answer the same.
        let answering = answering.filter(|_| thread.is_none());
        let reply_to = answering.map(|answering| answering.seq);
        if self.chat.files.peek(|files| files.is_busy(self.at)) {
            self.wait_for_files(text, reply_to);
            return false;
        }
        self.chat.files.withdraw(self.at);
        let files = self.chat.files.peek(|files| files.files(self.at));
        let attached = files.clone();
        self.chat.write(|client_id| Intent::Post {
            room,
            client_id,
            text,
            reply_to,
            thread,
            files,
        });
        self.chat.files.sent(self.at, &attached);
        if thread.is_none() {
            self.chat.unread.clear(self.chat, room);
            self.chat.acts.answering.set_if_new(None);
        }
        self.put("");
        self.keep();
        true
    }

    /// The message goes out once its files are there.
    fn wait_for_files(self, text: MessageText, reply_to: Option<Seq>) {
        self.keep();
        let due = Due {
            client_id: tabs::new_id(),
            typed: self.text.now(),
            text,
            reply_to,
        };
        self.chat.files.want(self.at, due);
    }

    /// What is longer than a message goes into a file beside it.
    fn attach_text(self) {
        if let Some(file) = attach::text_file(&self.text.now(), words::TEXT_FILE) {
            self.chat.files.add(self.at, vec![file]);
            self.put("");
            self.keep();
            self.focus();
        }
    }

    fn follow_its_files(self) {
        let files = self.chat.files;
        let number = Live::new(0);
        watch(move || {
            number.set_if_new(files.of(self.at).len());
        });
        watch(move || {
            // Their tiles take height from what is above.
            let _ = number.get();
            self.tell_grown();
        });
        watch(move || {
            // It may have come back with files, after the words were changed.
            if files.due(self.at).is_some() {
                self.text.peek(|text| files.stands(self.at, text));
            }
        });
        if files.went.now() == Some(self.at) {
            files.went.edit(Option::take);
        }
        watch(move || {
            if files.went.get() == Some(self.at) {
                files.went.edit(Option::take);
                untrack(|| self.went());
            }
        });
    }

    /// What stood in the box went out by itself.
    fn went(self) {
        if self.at.thread.is_none() {
            self.chat.acts.answering.set_if_new(None);
        }
        self.put("");
        self.keep();
        let above = self.above.now();
        (above.sent)();
    }

    /// The person changed the text.
    fn typed(self) {
        let typed = self.field.now().value();
        if !typed.trim().is_empty() {
            self.chat.intend(Intent::Typing(self.at));
        }
        if !self.is_in_thread() {
            let state = self.chat.state;
            state.desk.typed(state, self.room, &typed);
        }
        self.chat.files.stands(self.at, &typed);
        self.text.set(typed);
        self.refusal.set_if_new(None);
        self.enter.set_if_new(self.enter_now());
        self.grow();
        let keep = clock::after_ms(DRAFT_KEPT_AFTER_MS, move || self.keep());
        self.keeping.set(Some(keep));
    }

    /// An input method composes in the box, or has done so.
    fn composes(self, is_so: bool) {
        if !self.is_in_thread() {
            let state = self.chat.state;
            state.desk.held(state, self.room, is_so);
        }
    }

    /// Replaces the text.
    pub(super) fn put(self, text: &str) {
        self.chat.files.stands(self.at, text);
        self.text.set(text.to_owned());
        self.refusal.set_if_new(None);
        self.field.now().set_value(text);
        self.enter.set_if_new(self.enter_now());
        self.grow();
    }

    /// Writes the draft into storage now.
    pub(super) fn keep(self) {
        self.keeping.edit(Option::take);
        if let Some(text) = self.text.try_peek(String::clone) {
            let state = self.chat.state;
            state.keep_draft(self.at, &text);
            if !self.is_in_thread() {
                state.desk.typed(state, self.room, &text);
            }
        }
    }

    fn fill_on_start(self) {
        self.put(&self.text.now());
        // Nothing is measured before it is in the page.
        clock::on_frame(move || {
            if self.field.try_peek(|_| ()).is_some() {
                self.grow();
            }
        });
    }

    /// Gives it the focus once it is in the page, but not where that brings a keyboard up.
    pub fn focus_on_start(self) {
        if !page::is_touch() {
            let field: HtmlElement = self.field.now().into();
            clock::on_frame(move || {
                // Whoever was led to a message of the room stays there; whoever opened its thread
                // from that message writes.
                let is_on_message =
                    page::focused().is_some_and(|now| now.has_attribute("data-row"));
                if self.is_in_thread() || !is_on_message {
                    focus(&field);
                }
            });
        }
    }

    /// Texts that were taken back come before what was typed since.
    fn take_texts_back(self) {
        let taken_back = self.chat.state.taken_back;
        watch(move || {
            let is_here = |(at, _): &(MessageBox, String)| *at == self.at;
            if !taken_back.with(|texts| texts.iter().any(is_here)) {
                return;
            }
            let taken = taken_back.edit(|texts| texts.extract_if(.., |one| is_here(one)).collect());
            let taken: Vec<(MessageBox, String)> = taken.unwrap_or_default();
            let mut texts: Vec<String> = taken.into_iter().map(|(_, text)| text).collect();
            let typed = self.text.now();
            if !typed.trim().is_empty() {
                texts.push(typed);
            }
            self.put(&texts.join("\n"));
            self.keep();
            self.focus();
        });
    }

    fn is_in_thread(self) -> bool {
        self.at.thread.is_some()
    }

    /// The draft outlives the room's change, the tab's end and a phone that forgets pages.
    fn keep_on_leaving(self) {
        let leave = move || {
            self.keep();
            self.chat.state.desk.hurry(self.chat.state);
        };
        listen_at_window("visibilitychange", move |_| leave());
        listen_at_window("pagehide", move |_| leave());
        on_cleanup(leave);
    }

    /// Whether somebody is about to write in it.
    pub fn has_focus(self) -> bool {
        page::focused().is_some_and(|focused| focused == *self.field.now())
    }

    /// Gives it the focus.
    pub fn focus(self) {
        focus(&self.field.now());
    }

    /// Whether a key sends what is in the box. On touch screens Enter breaks the line, as it
    /// does with Shift and inside an open code fence; an input method's Enter only chooses.
    fn sends(self, event: &KeyboardEvent) -> bool {
        let is_plain_enter = event.key() == "Enter"
            && !event.shift_key()
            && !event.alt_key()
            && !keys::is_composing(event);
        let is_forced = event.ctrl_key() || event.meta_key();
        is_plain_enter && (is_forced || self.enter_now() == Enter::Sends)
    }

    fn enter_now(self) -> Enter {
        if self.is_in_fence() {
            Enter::Breaks
        } else {
            Enter::at_first(self.chat.settings)
        }
    }

    fn is_in_fence(self) -> bool {
        composing::is_in_fence(Held::by(&self.field.now()).around().before)
    }

    /// As high as its text, also where the browser does not do that by itself. What is above
    /// has the rest of the height.
    fn grow(self) {
        self.fit();
        self.tell_grown();
    }

    fn tell_grown(self) {
        let above = self.above.now();
        untrack(|| (above.grown)());
    }

    fn fit(self) {
        if web_sys::css::supports("field-sizing: content").unwrap_or(false) {
            return;
        }
        let field = self.field.now();
        let style = HtmlElement::style(&field);
        let height = || [&field.scroll_height().to_string(), "px"].concat();
        // Refused only for values that are no lengths.
        let _ = style.set_property("height", "auto");
        let _ = style.set_property("height", &height());
    }
}
