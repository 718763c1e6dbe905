//! Messages that are sent later, and reminders: the dialog that writes one, the list of all,
//! and what stands above the message box.

use chat_client::composing::commands::CommandRefusal;
use chat_client::composing::when::When;
use shared::file::FileInfo;
use shared::ids::RoomId;
use shared::limits::MESSAGE_FILES_MAX;
use shared::moment::Timestamp;
use shared::plan::{Plan, PlanKind, PlanState, PlanWish};
use shared::text::MessageText;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::dialog::dialog;
use super::el::{El, button, div, el, focus, p, span, text, watch};
use super::field::{Said, busy_button};
use super::icon::icon;
use super::words::{commands as words_of_commands, kept as words};
use crate::browser::clock;
use crate::handle::ChatHandle;
use crate::language;
use crate::live::Live;
use crate::plans::Editing;

const MINUTE_MS: u64 = 60_000;

/// The hour of the choices that name a day.
const MORNING_HOUR: u32 = 9;

/// Lines above the message box at most; the list has the others.
const LINES_MAX: usize = 3;

/// The dialogs.
pub fn plans(chat: ChatHandle) -> [El; 2] {
    let plans = chat.plans;
    let title = Live::new(t!("kept-send-later"));
    watch(move || {
        let kind = plans
            .editing
            .with(|editing| editing.as_ref().map(|it| it.kind));
        if let Some(kind) = kind {
            title.set_if_new(words::editor_title(kind));
        }
    });
    let editor = dialog(plans.is_edited, "plan", t!("kept-send-later"), move || {
        plans
            .editing
            .now()
            .map_or_else(|| div(""), |editing| form(chat, &editing))
    });
    let list = dialog(
        plans.is_listed,
        "plans",
        t!("kept-scheduled-messages-and-reminders"),
        move || div("dlg-body").live(move || Some(list(chat))),
    );
    // The head is the same for both kinds of plans but for its words.
    if let Ok(Some(head)) = editor.html::<HtmlElement>().query_selector("h2") {
        watch(move || head.set_text_content(Some(title.get())));
    }
    [editor, list]
}

/// What a refusal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrong {
    /// What is written.
    Text,
    /// The time.
    Time,
    /// None of the fields: the server said no.
    Other,
}

fn form(chat: ChatHandle, editing: &Editing) -> El {
    let said = Live::new(Said::Nothing);
    let wrong = Live::new(Wrong::Other);
    let is_wrong = move |part: Wrong| {
        let is_refused = said.with(|said| matches!(said, Said::Refused(_)));
        is_refused && wrong.get() == part
    };
    let invalid = move |part: Wrong| is_wrong(part).then(|| "true".to_owned());
    let text_box = el("textarea")
        .attr("id", "plan-text")
        .attr("rows", "3")
        .attr("dir", "auto")
        .attr("aria-describedby", "plan-text-said")
        .live_attr("aria-invalid", move || invalid(Wrong::Text))
        .on("input", move |_| said.set_if_new(Said::Nothing));
    let text_field: HtmlTextAreaElement = text_box.html();
    text_field.set_value(&editing.text);
    let time_box = el("input")
        .attr("id", "plan-time")
        .attr("type", "datetime-local")
        .attr("aria-describedby", "plan-time-said")
        .live_attr("aria-invalid", move || invalid(Wrong::Time))
        .on("input", move |_| said.set_if_new(Said::Nothing));
    let time: HtmlInputElement = time_box.html();
    let now = clock::wall();
    if let Some(due) = editing.due {
        time.set_value(&clock::local_input(due));
    }
    let presets = presets(now).map(|(words, at)| {
        let time = time.clone();
        button("btn s").text(&words).on_click(move || {
            time.set_value(&clock::local_input(at));
            said.set_if_new(Said::Nothing);
        })
    });
    let to_focus: HtmlElement = if editing.text.is_empty() {
        text_field.clone().into()
    } else {
        time.clone().into()
    };
    clock::on_frame(move || focus(&to_focus));
    let (keep, keeping) = words::keep_plan(editing.kind);
    let (id, room, is_from_box) = (editing.id, editing.room, editing.is_from_box);
    let (kind, about, is_kept) = (editing.kind, editing.about, editing.is_kept);
    let files = Live::new(editing.files.clone());
    // Those of the box are removed there.
    let takes_away = editing.is_kept.then_some(files);
    let plans = chat.plans;
    let submit = move || {
        if said.now() == Said::Asked {
            return;
        }
        let refuse = |part: Wrong, field: &HtmlElement, sentence: &str| {
            wrong.set_if_new(part);
            said.set(Said::Refused(sentence.to_owned()));
            focus(field);
        };
        let has_files = kind == PlanKind::Message && files.peek(|files| !files.is_empty());
        let parsed = if has_files {
            MessageText::parse_beside_files(&text_field.value())
        } else {
            MessageText::parse(&text_field.value())
        };
        if let Err(refusal) = parsed {
            refuse(Wrong::Text, &text_field, &language::said(&refusal.message));
            return;
        }
        let Some(due) = clock::of_local_input(&time.value()) else {
            refuse(Wrong::Time, &time, t!("kept-choose-a-day-and-a"));
            return;
        };
        // Within the minute that is chosen there is time to choose it.
        if due.0 + MINUTE_MS < clock::wall().0 {
            refuse(Wrong::Time, &time, t!("kept-that-time-has-passed"));
            return;
        }
        said.set(Said::Asked);
        let wish = PlanWish {
            room,
            kind,
            due,
            text: text_field.value(),
            about,
            files: (kind == PlanKind::Message)
                .then(|| files.peek(|files| files.iter().map(|file| file.id).collect())),
            changes: is_kept,
        };
        leptos::task::spawn_local(async move {
            match plans.keep(id, &wish).await {
                Ok(()) => {
                    plans.is_edited.set(false);
                    if is_from_box {
                        plans.taken.set(Some(room));
                        chat.files.sent(room.into(), &files.now());
                    }
                    let at = clock::day_and_time(due);
                    chat.acts.said.set(Some(words::planned(kind, &at)));
                }
                Err(sentence) => {
                    wrong.set_if_new(Wrong::Other);
                    said.set(Said::Refused(sentence));
                }
            }
        });
    };
    // Each beside what it is about.
    let words_said = move |part: Wrong| {
        let words = move || match said.get() {
            Said::Refused(sentence) if wrong.get() == part => {
                vec![icon("alert"), text(&sentence)]
            }
            Said::Refused(_) | Said::Nothing | Said::Asked => Vec::new(),
        };
        p("help").attr("role", "status").live_all(words)
    };
    let count = move || plans.all.with(Vec::len);
    let show = move || {
        (count() > 0).then(|| {
            button("btn quiet")
                .text(&words::all_plans(count()))
                .on_click(move || {
                    plans.is_edited.set(false);
                    plans.is_listed.set(true);
                })
        })
    };
    el("form")
        .class("dlg-body")
        .attr("novalidate", "")
        .on_submit(submit)
        .child(
            div("field")
                .live_class("bad", move || is_wrong(Wrong::Text))
                .child(
                    el("label")
                        .attr("for", "plan-text")
                        .text(words::text_label(kind)),
                )
                .child(text_box)
                .child(words_said(Wrong::Text).attr("id", "plan-text-said")),
        )
        .child(div("").live(move || files.with(|files| brought(files, takes_away))))
        .child(
            div("field")
                .live_class("bad", move || is_wrong(Wrong::Time))
                .child(el("label").attr("for", "plan-time").text(t!("kept-when")))
                .child(div("presets").children(presets))
                .child(time_box)
                .child(words_said(Wrong::Time).attr("id", "plan-time-said")),
        )
        .child(words_said(Wrong::Other))
        .child(
            div("dlg-acts")
                .live(show)
                .child(busy_button("btn primary", said, keep, keeping)),
        )
}

/// Times that are at hand.
fn presets(now: Timestamp) -> [(String, Timestamp); 4] {
    let in_minutes = |minutes: u64| Timestamp(now.0 + minutes * MINUTE_MS);
    let morning = clock::next_at_hour(now, MORNING_HOUR);
    let week = Timestamp(morning.0 + 7 * 24 * 60 * MINUTE_MS);
    [
        (t!("plans-in-20-minutes").to_owned(), in_minutes(20)),
        (t!("plans-in-3-hours").to_owned(), in_minutes(180)),
        (clock::day_and_time(morning), morning),
        (clock::day_and_time(week), week),
    ]
}

fn list(chat: ChatHandle) -> El {
    let plans = chat.plans.all.get();
    if plans.is_empty() {
        return p("").text(t!("kept-nothing-is-scheduled-choose-the"));
    }
    let items = plans.iter().map(|plan| {
        let meta = p("meta")
            .child(span("").text(&words::plan_line(plan, &clock::day_and_time(plan.due))))
            .child(el("b").text(&room_name(chat, plan.room)));
        let said = plan.text.as_str();
        el("li")
            .class("one")
            .child(meta)
            .children((!said.is_empty()).then(|| p("said").attr("dir", "auto").text(said)))
            .children(brought(&plan.files, None))
            .child(div("acts").children(acts(chat, plan)))
    });
    el("ul").class("texts").children(items)
}

/// The files that a message will bring, if any; each can be taken away from `takes_away`.
fn brought(files: &[FileInfo], takes_away: Option<Live<Vec<FileInfo>>>) -> Option<El> {
    let tiles = files.iter().map(|file| {
        let (name, id) = (file.name.as_str(), file.id);
        let (size, unit) = super::words::bytes(file.size);
        let remove = takes_away.map(|from| {
            button("btn-icon small")
                .name(&super::words::remove_file(name))
                .attr("title", t!("words-remove"))
                .child(icon("close"))
                .on_click(move || from.update(|files| files.retain(|file| file.id != id)))
        });
        el("li")
            .class("tile")
            .child(icon("file"))
            .child(el("b").attr("dir", "auto").attr("title", name).text(name))
            .child(span("soft num").text(&[&size, " ", unit].concat()))
            .children(remove)
    });
    (!files.is_empty()).then(|| {
        el("ul")
            .class("tiles")
            .name(t!("words-files-for-this-message"))
            .children(tiles)
    })
}

/// What a plan says in one line: the names of its files where it has no words.
fn said_of(plan: &Plan) -> String {
    if plan.text.as_str().is_empty() {
        let names: Vec<&str> = plan.files.iter().map(|file| file.name.as_str()).collect();
        names.join(", ")
    } else {
        plan.text.as_str().to_owned()
    }
}

fn room_name(chat: ChatHandle, room: RoomId) -> String {
    let name = chat.state.rooms.peek(|rooms| {
        let mut rooms = rooms.iter();
        rooms
            .find(|view| view.room == room)
            .map(|view| view.name.to_string())
    });
    name.map_or_else(String::new, |name| ["#", &name].concat())
}

fn acts(chat: ChatHandle, plan: &Plan) -> Vec<El> {
    let plans = chat.plans;
    if plan.state == PlanState::Posting {
        return Vec::new();
    }
    let id = plan.id;
    let remove = move |words: &str| {
        button("btn s")
            .text(words)
            .on_click(move || plans.remove(chat, id))
    };
    let to_edit = Editing::of(plan);
    let edit = button("btn s")
        .text(t!("kept-change"))
        .on_click(move || plans.edit(to_edit.clone()));
    if plan.state == PlanState::Due {
        let (room, about) = (plan.room, plan.about);
        let show = about.map(|seq| {
            button("btn s")
                .text(t!("kept-show-message"))
                .on_click(move || {
                    plans.is_listed.set_if_new(false);
                    chat.open_room(room);
                    crate::acts::go_to(chat, seq);
                })
        });
        let rest = [remove(t!("kept-done")), edit];
        return show.into_iter().chain(rest).collect();
    }
    let mut acts = vec![edit];
    if plan.kind == PlanKind::Message {
        let to_send = plan.clone();
        acts.push(
            button("btn s")
                .text(t!("kept-send-now"))
                .on_click(move || plans.send_now(chat, &to_send)),
        );
    }
    acts.push(remove(t!("kept-delete")));
    acts
}

/// What stands above the message box of a room: reminders whose time has come, messages that
/// were not sent, and how many wait here.
pub fn above_the_box(chat: ChatHandle, room: RoomId) -> El {
    let plans = chat.plans;
    let several = move || plans.all.with(|all| all.iter().filter(calls).count() > 1);
    div("plans")
        .live_class("several", several)
        .live_all(move || {
            plans.all.with(|all| {
                let lines = all.iter().filter(calls).take(LINES_MAX);
                let mut lines: Vec<El> = lines.map(|plan| line(chat, plan)).collect();
                lines.extend(in_one_line(chat, all));
                let waits = |plan: &&Plan| {
                    plan.room == room
                        && plan.kind == PlanKind::Message
                        && plan.state == PlanState::Waiting
                };
                let waiting = all.iter().filter(waits).count();
                if waiting > 0 {
                    lines.push(
                        div("answering")
                            .child(icon("clock"))
                            .child(span("said").text(&words::scheduled_here(waiting)))
                            .child(
                                button("btn s")
                                    .text(t!("show"))
                                    .on_click(move || plans.is_listed.set(true)),
                            ),
                    );
                }
                lines
            })
        })
}

/// Whether a plan wants something of the person.
fn calls(plan: &&Plan) -> bool {
    matches!(plan.state, PlanState::Due | PlanState::Refused(_))
}

/// Where there is one pane, several take one line, which opens the list: they are of all rooms
/// and would leave no room for this one.
fn in_one_line(chat: ChatHandle, all: &[Plan]) -> Option<El> {
    let due = all.iter().filter(|plan| plan.state == PlanState::Due);
    let due = due.count();
    let refused = all.iter().filter(calls).count() - due;
    let said = words::calling(due, refused);
    let show = button("btn s")
        .text(t!("show"))
        .on_click(move || chat.plans.is_listed.set(true));
    (due + refused > 1).then(|| {
        div("answering aside all-calls")
            .child(icon(if refused > 0 { "alert" } else { "bell" }))
            .child(span("said").text(&said))
            .child(show)
    })
}

fn line(chat: ChatHandle, plan: &Plan) -> El {
    let (head, name, reason) = match &plan.state {
        PlanState::Refused(refusal) => (
            "alert",
            t!("kept-a-scheduled-message-was-not"),
            Some(language::said(&refusal.message)),
        ),
        PlanState::Due | PlanState::Waiting | PlanState::Posting => {
            ("bell", t!("kept-reminder"), None)
        }
    };
    let said = match reason {
        Some(reason) => [&said_of(plan), " · ", &reason].concat(),
        None => said_of(plan),
    };
    div("answering aside call")
        .attr("role", "group")
        .name(name)
        .child(icon(head))
        .child(el("b").text(name))
        .child(
            span("said")
                .attr("dir", "auto")
                .attr("title", &said)
                .text(&said),
        )
        .children(acts(chat, plan))
}

/// The files of the room's message box, for a message that is sent later.
///
/// # Errors
/// The sentence for one that is not there yet, or too many.
pub fn files_to_plan(chat: ChatHandle, room: RoomId) -> Result<Vec<FileInfo>, String> {
    let at = room.into();
    if let Some(may_retry) = chat.files.peek(|files| files.refused(at)) {
        return Err(super::words::file_refused(may_retry).to_owned());
    }
    if chat.files.peek(|files| files.is_busy(at)) {
        return Err(t!("kept-files-first").to_owned());
    }
    let files = chat.files.peek(|files| files.files(room.into()));
    if files.len() > MESSAGE_FILES_MAX {
        return Err(super::words::too_many_files(files.len()));
    }
    Ok(files)
}

/// Carries out `/later` and `/remind`; `kept` is done once the server has it, and the sentence
/// of its refusal is told.
pub fn by_command(
    chat: ChatHandle,
    room: RoomId,
    when: When,
    said: String,
    kind: PlanKind,
    kept: impl Fn(Result<(), String>) + 'static,
) {
    let due = clock::time_of(when, chat.server_wall());
    let id = Editing::new(room, kind, "").id;
    let files = match kind {
        PlanKind::Message => files_to_plan(chat, room),
        PlanKind::Reminder => Ok(Vec::new()),
    };
    let files = match files {
        Ok(files) if files.is_empty() && said.is_empty() => {
            kept(Err(words_of_commands::refused(&CommandRefusal::NoTime(
                "later",
            ))));
            return;
        }
        Ok(files) => files,
        Err(sentence) => {
            kept(Err(sentence));
            return;
        }
    };
    let wish = PlanWish {
        room,
        kind,
        due,
        text: said,
        about: None,
        files: (kind == PlanKind::Message).then(|| files.iter().map(|file| file.id).collect()),
        changes: false,
    };
    leptos::task::spawn_local(async move {
        let answer = chat.plans.keep(id, &wish).await;
        if answer.is_ok() {
            let at = clock::day_and_time(due);
            chat.acts.said.set(Some(words::planned(kind, &at)));
            chat.files.sent(room.into(), &files);
        }
        kept(answer);
    });
}
