//! The message box. What is typed is kept at once, on this device, per room; what breaks a
//! rule is refused here in words and stays in the box.

mod elsewhere;

use chat_client::Intent;
use chat_client::composing;
use chat_client::composing::commands::{self, Meant};
use chat_client::uploads::{Stage, Upload};
use leptos::prelude::on_cleanup;
use shared::ids::RoomId;
use shared::limits::{MESSAGE_CHARS_MAX, MESSAGE_FILES_MAX};
use shared::plan::PlanKind;
use shared::signal::StatusWish;
use shared::text::MessageText;
use web_sys::{HtmlElement, HtmlTextAreaElement, KeyboardEvent};

use self::elsewhere::aside;
use super::avatar::avatar;
use super::dialog::dialog;
use super::el::{El, button, div, el, focus, listen_at_window, p, span, text, watch};
use super::emoji_picker::emoji_picker;
use super::icon::icon;
use super::keys::{self, COMPOSER_ID};
use super::offers::Offers;
use super::place::Way;
use super::plans::{above_the_box, by_command};
use super::timeline::TimelineView;
use super::{attach, words, wrap};
use crate::acts;
use crate::browser::clock::{self, Timeout};
use crate::browser::typing::{self, Held};
use crate::browser::{http, page, storage};
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

/// The box of one room, with what belongs to it.
#[derive(Clone, Copy)]
struct Draft {
    chat: ChatHandle,
    room: RoomId,
    field: Live<HtmlTextAreaElement>,
    text: Live<String>,
    refusal: Live<Option<String>>,
    keeping: Live<Option<Timeout>>,
    enter: Live<Enter>,
    timeline: TimelineView,
    offers: Offers,
    /// The message goes out by itself once its files are there.
    is_due: Live<bool>,
}

/// The box of `room`, and what is said about its text. Its own messages bring `timeline`
/// to the end. What Enter does is told in `enter`.
pub fn composer(
    chat: ChatHandle,
    room: RoomId,
    timeline: TimelineView,
    enter: Live<Enter>,
) -> [El; 7] {
    let name = move || {
        t!(
            "composer-name",
            room = chat.state.room_name().unwrap_or_default()
        )
    };
    let field = el("textarea")
        .attr("id", COMPOSER_ID)
        .attr("rows", "1")
        .live_name(name)
        .live_attr("placeholder", move || Some(name()))
        .attr("autocomplete", "off")
        .attr("spellcheck", "true")
        .attr(
            "enterkeyhint",
            if page::is_touch() { "enter" } else { "send" },
        )
        .attr("dir", "auto");
    let text_box = Live::new(field.html());
    let draft = Draft {
        chat,
        room,
        field: text_box,
        text: Live::new(storage::draft(room).unwrap_or_default()),
        refusal: Live::new(None),
        keeping: Live::new(None),
        enter,
        timeline,
        offers: Offers::new(chat, room, text_box),
        is_due: Live::new(false),
    };
    chat.files.restore(room);
    draft.fill_on_start();
    draft.send_when_files_are_there();
    draft.take_texts_back();
    draft.keep_on_leaving();
    draft.follow_other_devices();
    draft.empty_when_planned();
    watch(move || {
        let _ = chat.settings.enter.get();
        enter.set_if_new(draft.enter_now());
    });
    let send = move || {
        if draft.send() {
            timeline.go_to_end(Way::Followed);
        }
    };
    let field = draft
        .offers
        .beside(field)
        .on("input", move |_| draft.typed())
        .on("compositionstart", move |_| draft.composes(true))
        .on("compositionend", move |_| draft.composes(false))
        .on("paste", move |event| {
            if attach::pasted(&event, chat.files, room) {
                event.prevent_default();
            } else {
                wrap::links(&event, &text_box.now());
            }
        })
        .on_key(move |event| {
            if is_attach_key(&event) {
                event.prevent_default();
                attach::choose();
                return;
            }
            if draft.offers.takes(&event)
                || wrap::wraps(&event, &text_box.now())
                || draft.acts_on_message(&event)
            {
                event.prevent_default();
                return;
            }
            if sends(&event, draft) {
                event.prevent_default();
                send();
            }
        });
    let is_empty =
        move || draft.text.with(|text| text.trim().is_empty()) && chat.files.of(room).is_empty();
    let button = el("button")
        .class("btn-send")
        .attr("type", "submit")
        .name(t!("composer-send-message"))
        .live_flag("disabled", is_empty)
        .child(icon("send"));
    let form = el("form")
        .class("composer")
        .name(t!("composer-write-a-message"))
        .on_submit(move || {
            send();
            draft.focus();
        })
        .live(move || {
            chat.state
                .me
                .with(|me| me.as_ref().map(|me| avatar(me, "s")))
        })
        .child(attach::attach_button(chat.files, room))
        .child(field)
        .child(draft.offers.list())
        .child(draft.emoji_button())
        .child(draft.later_button())
        .child(button);
    draft.take_focus_to_answer();
    let tiles = attach::tiles(chat.files, room);
    let drop = attach::drop_anywhere(chat.files, room);
    [
        above_the_box(chat, room),
        refusal(draft),
        aside(draft),
        answering(chat),
        tiles,
        drop,
        form,
    ]
}

/// What the next message answers.
fn answering(chat: ChatHandle) -> El {
    div("").live(move || {
        let answering = chat.acts.answering.get()?;
        let line = div("answering")
            .child(icon("reply"))
            .child(el("b").children(words::filled(
                &t!("composer-replying", name = words::SLOTS[0]),
                &|_| {
                    span("")
                        .attr("dir", "auto")
                        .text(answering.author.name.as_str())
                },
            )))
            .child(span("said").attr("dir", "auto").text(&answering.words))
            .child(
                button("btn-icon small")
                    .name(t!("composer-do-not-reply"))
                    .child(icon("close"))
                    .on_click(move || {
                        chat.acts.answering.set(None);
                        keys::focus_the_box();
                    }),
            );
        Some(line)
    })
}

/// Why the text was not sent, and how long it is when that matters. The refusal of a text
/// that is too long has its length in it.
fn refusal(draft: Draft) -> El {
    let reason = move || match draft.refusal.get() {
        Some(reason) => vec![
            icon("failed"),
            text(&t!("not-stored-because", why = reason)),
        ],
        None => Vec::new(),
    };
    let waits = move || {
        draft.is_due.get().then(|| {
            p("chars")
                .attr("role", "status")
                .text(t!("words-goes-out-when-its-files"))
        })
    };
    let count = move || {
        let chars = draft.text.with(|text| text.trim_end().chars().count());
        let is_told = chars >= COUNTED_FROM_CHARS && draft.refusal.with(Option::is_none);
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
        let is_long = draft
            .text
            .with(|text| text.trim_end().chars().count() > MESSAGE_CHARS_MAX);
        is_long.then(|| {
            button("btn s")
                .child(icon("attach"))
                .text(t!("words-attach-it-as-a-file"))
                .on_click(move || draft.attach_text())
        })
    };
    div("refusal")
        .child(p("").attr("role", "status").live_all(reason))
        .live(as_file)
        .live(waits)
        .live(count)
}

/// Whether a key sends a plain box of one line, such as a thread's.
pub fn sends_plainly(event: &KeyboardEvent, settings: Settings) -> bool {
    let is_enter = event.key() == "Enter" && !event.shift_key() && !event.alt_key();
    let is_forced = event.ctrl_key() || event.meta_key();
    is_enter && (is_forced || Enter::at_first(settings) == Enter::Sends)
}

/// Control and U opens the choice of files.
fn is_attach_key(event: &KeyboardEvent) -> bool {
    let is_control = event.ctrl_key() != event.meta_key();
    is_control && !event.alt_key() && !event.shift_key() && event.key().eq_ignore_ascii_case("u")
}

/// Whether a key sends what is in the box. On touch screens Enter breaks the line, as it
/// does with Shift and inside an open code fence; an input method's Enter only chooses.
fn sends(event: &KeyboardEvent, draft: Draft) -> bool {
    let is_plain_enter = event.key() == "Enter"
        && !event.shift_key()
        && !event.alt_key()
        && !keys::is_composing(event);
    let is_forced = event.ctrl_key() || event.meta_key();
    is_plain_enter && (is_forced || draft.enter_now() == Enter::Sends)
}

impl Draft {
    /// Parses and sends. Whether it left; if not, the text stays and the reason is shown.
    fn send(self) -> bool {
        let typed = self.text.now();
        let my_name = self.chat.state.me.now().map(|me| me.name);
        let my_name = my_name.as_ref().map_or("", |name| name.as_str());
        let typed = match commands::read(&typed, my_name) {
            Ok(Meant::Send(text)) => text,
            Ok(meant) => {
                self.follow(meant);
                return false;
            }
            Err(refusal) => {
                self.refusal.set(Some(words::commands::refused(&refusal)));
                return false;
            }
        };
        let room = self.room;
        if self.chat.files.peek(|files| files.is_busy(room)) {
            self.wait_for_files();
            return false;
        }
        let files = self.chat.files.peek(|files| files.files(room));
        let parsed = if files.is_empty() {
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
        if files.len() > MESSAGE_FILES_MAX {
            self.refusal.set(Some(words::too_many_files(files.len())));
            return false;
        }
        let answering = self.chat.acts.answering.now();
        let reply_to = answering.map(|answering| answering.seq);
        let attached = files.clone();
        self.chat.write(|client_id| Intent::Post {
            room,
            client_id,
            text,
            reply_to,
            thread: None,
            files,
        });
        self.chat.files.sent(room, &attached);
        self.chat.unread.clear(self.chat, room);
        self.is_due.set_if_new(false);
        self.chat.acts.answering.set_if_new(None);
        self.put("");
        self.keep();
        true
    }

    /// The message goes out once its files are there; one that was refused has to be seen
    /// to first.
    fn wait_for_files(self) {
        let is_failed = |upload: &Upload| matches!(upload.stage, Stage::Failed { .. });
        if self
            .chat
            .files
            .peek(|files| files.of(self.room).any(is_failed))
        {
            self.refusal
                .set(Some(t!("words-a-file-was-refused-retry").to_owned()));
        } else {
            self.is_due.set_if_new(true);
        }
    }

    /// What is longer than a message goes into a file beside it.
    fn attach_text(self) {
        if let Some(file) = attach::text_file(&self.text.now(), words::TEXT_FILE) {
            self.chat.files.add(self.room, vec![file]);
            self.put("");
            self.keep();
            self.focus();
        }
    }

    fn send_when_files_are_there(self) {
        let number = Live::new(0);
        watch(move || {
            number.set_if_new(self.chat.files.of(self.room).len());
        });
        watch(move || {
            // Their tiles take height from the timeline.
            let _ = number.get();
            self.timeline.make_room();
        });
        watch(move || {
            let is_busy = self.chat.files.is_busy(self.room);
            if self.is_due.get() && !is_busy {
                self.is_due.set_if_new(false);
                leptos::prelude::untrack(|| {
                    if self.send() {
                        self.timeline.go_to_end(Way::Followed);
                    }
                });
            }
        });
    }

    /// Opens all emoji; the one that is chosen goes where the cursor is.
    fn emoji_button(self) -> El {
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
        let all = dialog(open, "all-emoji", t!("emoji"), move || emoji_picker(pick));
        let press = button("btn-icon")
            .attr("aria-haspopup", "dialog")
            .attr("title", t!("composer-insert-emoji"))
            .name(t!("composer-insert-emoji"))
            .child(icon("smile"))
            .on_click(move || open.set(true));
        span("").child(press).child(all)
    }

    /// What stands beside the person's name from now on.
    fn say_of_oneself(self, said: String) {
        let is_quiet = self.chat.state.my_status.peek(|status| {
            let status = status.as_ref();
            status.is_some_and(|status| status.do_not_disturb)
        });
        let wish = StatusWish {
            text: said,
            do_not_disturb: is_quiet,
            ..StatusWish::default()
        };
        let typed = self.text.now();
        leptos::task::spawn_local(async move {
            match http::keep_status(&wish).await {
                Ok(status) => {
                    self.chat.state.my_status.set_if_new(status);
                    // What was typed since stays, and so does what was refused.
                    if self.text.try_peek(|text| *text == typed) == Some(true) {
                        self.put("");
                        self.keep();
                    }
                }
                Err(failure) => self.refusal.set_if_new(Some(failure.to_string())),
            }
        });
    }

    /// The last own message says something else; the words stay where it does not say that.
    fn correct(self, old: &str, new: &str) {
        let last = acts::my_last(self.chat);
        let corrected = last.as_ref().and_then(|of| {
            let text = of.text();
            text.contains(old).then(|| text.replacen(old, new, 1))
        });
        let (Some(of), Some(corrected)) = (last, corrected) else {
            self.refusal.set(Some(words::not_in_the_last(old)));
            return;
        };
        match MessageText::parse(&corrected) {
            Ok(text) => {
                acts::save(self.chat, of.seq, text);
                self.put("");
                self.keep();
            }
            Err(refusal) => self.refusal.set(Some(language::said(&refusal.message))),
        }
    }

    /// Does what a command says that sends nothing.
    fn follow(self, meant: Meant) {
        match meant {
            Meant::Send(_) => {}
            Meant::Later {
                when,
                text,
                reminds,
            } => {
                let kind = if reminds {
                    PlanKind::Reminder
                } else {
                    PlanKind::Message
                };
                let typed = self.text.now();
                by_command(self.chat, self.room, when, text, kind, move |kept| {
                    // What was typed since stays, and so does what was refused.
                    let is_same = self.text.try_peek(|text| *text == typed) == Some(true);
                    match kept {
                        Ok(()) if is_same => {
                            self.put("");
                            self.keep();
                        }
                        Ok(()) => {}
                        Err(sentence) => self.refusal.set_if_new(Some(sentence)),
                    }
                });
            }
            Meant::Status(said) => self.say_of_oneself(said),
            Meant::Correct { old, new } => self.correct(&old, &new),
            Meant::Help => {
                self.put("/");
                self.offers.list_commands();
            }
            Meant::OpenRoom(name) => {
                let named = self.chat.state.rooms.peek(|rooms| {
                    let named = rooms.iter().find(|view| view.name.as_str() == name);
                    named.map(|view| view.room)
                });
                let Some(room) = named else {
                    self.refusal.set(Some(words::no_such_room(&name)));
                    return;
                };
                self.put("");
                self.keep();
                self.chat.open_room(room);
            }
        }
    }

    /// The person changed the text.
    fn typed(self) {
        let typed = self.field.now().value();
        if !typed.trim().is_empty() {
            self.chat.intend(Intent::Typing(self.room));
        }
        self.chat
            .state
            .desk
            .typed(self.chat.state, self.room, &typed);
        self.text.set(typed);
        self.refusal.set_if_new(None);
        self.enter.set_if_new(self.enter_now());
        self.grow();
        let keep = clock::after_ms(DRAFT_KEPT_AFTER_MS, move || self.keep());
        self.keeping.set(Some(keep));
    }

    /// Replaces the text.
    fn put(self, text: &str) {
        self.text.set(text.to_owned());
        self.refusal.set_if_new(None);
        self.field.now().set_value(text);
        self.enter.set_if_new(self.enter_now());
        self.grow();
    }

    /// Writes the draft into storage now.
    fn keep(self) {
        self.keeping.edit(Option::take);
        if let Some(text) = self.text.try_peek(String::clone) {
            let state = self.chat.state;
            state.keep_draft(self.room, &text);
            state.desk.typed(state, self.room, &text);
        }
    }

    fn fill_on_start(self) {
        self.put(&self.text.now());
        let field: HtmlElement = self.field.now().into();
        // Nothing is measured or focused before it is in the page.
        clock::on_frame(move || {
            if self.field.try_peek(|_| ()).is_some() {
                self.grow();
            }
            if !page::is_touch() {
                focus(&field);
            }
        });
    }

    /// Texts that were taken back come before what was typed since.
    fn take_texts_back(self) {
        let taken_back = self.chat.state.taken_back;
        watch(move || {
            if taken_back.with(Vec::is_empty) {
                return;
            }
            let mut texts = taken_back.edit(std::mem::take).unwrap_or_default();
            let typed = self.text.now();
            if !typed.trim().is_empty() {
                texts.push(typed);
            }
            self.put(&texts.join("\n"));
            self.keep();
            self.focus();
        });
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

    /// Up in an empty box writes the last own message anew; Esc answers nothing any more.
    fn acts_on_message(self, event: &KeyboardEvent) -> bool {
        let is_plain =
            !(event.shift_key() || event.alt_key() || event.ctrl_key() || event.meta_key());
        if !is_plain || keys::is_composing(event) {
            return false;
        }
        match event.key().as_str() {
            "ArrowUp" if self.text.peek(String::is_empty) => {
                let last = acts::my_last(self.chat);
                if let Some(of) = &last {
                    acts::edit(self.chat, of);
                }
                last.is_some()
            }
            "Escape" if self.chat.acts.answering.peek(Option::is_some) => {
                self.chat.acts.answering.set(None);
                true
            }
            _ => false,
        }
    }

    /// Whoever answers writes next.
    fn take_focus_to_answer(self) {
        watch(move || {
            if self.chat.acts.answering.with(Option::is_some) {
                self.focus();
            }
        });
    }

    fn focus(self) {
        focus(&self.field.now());
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

    /// As high as its text, also where the browser does not do that by itself. The
    /// timeline has the rest of the height.
    fn grow(self) {
        self.fit();
        self.timeline.make_room();
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
