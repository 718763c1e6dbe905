//! The message box of a room, and what it does beside sending: commands, answers, files.

mod draft;
mod elsewhere;

use chat_client::composing::commands::Meant;
use chat_client::composing::invite;
use shared::ids::RoomId;
use shared::plan::PlanKind;
use shared::signal::StatusWish;
use shared::text::{MessageText, Topic};
use web_sys::KeyboardEvent;

pub use self::draft::{Above, Draft, Enter, field};
use self::elsewhere::aside;
use super::avatar::avatar;
use super::el::{El, act, button, div, el, span, watch};
use super::icon::icon;
use super::keys::{self, COMPOSER_ID};
use super::place::Way;
use super::plans::{above_the_box, by_command};
use super::text::excerpt;
use super::timeline::TimelineView;
use super::{attach, offers, words};
use crate::acts;
use crate::browser::http;
use crate::handle::ChatHandle;
use crate::language;
use crate::live::Live;

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
    let field = field(COMPOSER_ID)
        .live_name(name)
        .live_attr("placeholder", move || Some(name()));
    let above = Above {
        grown: act(move || timeline.make_room()),
        sent: act(move || timeline.go_to_end(Way::Followed)),
    };
    let draft = Draft::new(chat, room.into(), &field, enter, above);
    draft.focus_on_start();
    draft.follow_other_devices();
    draft.empty_when_planned();
    let field = draft.written_in(field, move |event| draft.acts_on_message(event));
    let form = el("form")
        .class("composer")
        .name(t!("composer-write-a-message"))
        .on_submit(move || {
            draft.send();
            draft.focus();
        })
        .live(move || {
            chat.state
                .me
                .with(|me| me.as_ref().map(|me| avatar(me, "s")))
        })
        .child(attach::attach_button(chat.files, draft.at))
        .child(field)
        .child(draft.offers.list())
        .child(draft.emoji_button())
        .child(draft.later_button())
        .child(draft.send_button(t!("composer-send-message")));
    draft.take_focus_to_answer();
    let tiles = attach::tiles(chat.files, draft.at);
    let drop = attach::drop_anywhere(chat.files, draft.at);
    [
        above_the_box(chat, room),
        draft.refusal(),
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
            .child(excerpt(span("said").attr("dir", "auto"), &answering.words))
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

/// Control and U opens the choice of files.
fn is_attach_key(event: &KeyboardEvent) -> bool {
    let is_control = event.ctrl_key() != event.meta_key();
    is_control && !event.alt_key() && !event.shift_key() && event.key().eq_ignore_ascii_case("u")
}

impl Draft {
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
    fn correct(self, old: &str, new: &str, all: bool) {
        let last = acts::my_last(self.chat, self.at);
        let corrected = last.as_ref().and_then(|of| {
            let text = of.text();
            let most = if all { usize::MAX } else { 1 };
            text.contains(old).then(|| text.replacen(old, new, most))
        });
        let (Some(of), Some(corrected)) = (last, corrected) else {
            self.refusal.set(Some(words::not_in_the_last(old)));
            return;
        };
        match MessageText::parse(&corrected) {
            Ok(text) => {
                acts::save(self.chat, of.seq, text, of.base);
                self.put("");
                self.keep();
            }
            Err(refusal) => self.refusal.set(Some(language::said(&refusal.message))),
        }
    }

    /// The message that invites them, or why there is none.
    fn invitation(self, named: &[String], my_name: &str, words: &str) -> Result<String, String> {
        let me = self.chat.state.me.now();
        let known = offers::people(self.chat, self.room);
        match invite::invited(named, me.as_ref(), &known) {
            Ok(people) => Ok(words::commands::invitation(my_name, &people, words)),
            Err(refusal) => Err(words::commands::refused(&refusal)),
        }
    }

    /// Does what a command says that sends nothing.
    fn follow(self, meant: Meant) {
        match meant {
            Meant::Send(_) | Meant::Invite { .. } => {}
            Meant::ShowTopic => {
                self.chat.acts.topic.set(true);
                self.put("");
                self.keep();
            }
            Meant::SetTopic(typed) => match Topic::parse(&typed) {
                Ok(topic) => {
                    acts::set_topic(self.chat, topic);
                    self.put("");
                    self.keep();
                }
                Err(refusal) => self.refusal.set(Some(language::said(&refusal.message))),
            },
            Meant::CopyRoomLink => {
                acts::copy_room_link(self.chat);
                self.put("");
                self.keep();
            }
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
            Meant::Away => self.say_of_oneself(t!("command-away-said").to_owned()),
            Meant::Status(said) => self.say_of_oneself(said),
            Meant::Correct { old, new, all } => self.correct(&old, &new, all),
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

    /// Control and U chooses files, Up in an empty box writes the last own message anew; Esc answers nothing any more.
    pub fn acts_on_message(self, event: &KeyboardEvent) -> bool {
        if is_attach_key(event) {
            attach::choose(self.at);
            return true;
        }
        let is_plain =
            !(event.shift_key() || event.alt_key() || event.ctrl_key() || event.meta_key());
        if !is_plain || keys::is_composing(event) {
            return false;
        }
        match event.key().as_str() {
            "ArrowUp" if self.text.peek(String::is_empty) => {
                let last = acts::my_last(self.chat, self.at);
                if let Some(of) = &last {
                    acts::edit(self.chat, of);
                }
                last.is_some()
            }
            "Escape"
                if self.at.thread.is_none() && self.chat.acts.answering.peek(Option::is_some) =>
            {
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
}
