//! What the person is told of: the group in the settings, and the dialog of one room.

use shared::ids::RoomId;
use shared::moment::Timestamp;
use shared::preferences::{self, QuietHours, RoomWish, Tell};
use web_sys::HtmlInputElement;

use super::dialog::dialog;
use super::el::{El, button, div, el, p, span, watch};
use super::icon::icon;
use super::settings::{group, option, switch};
use super::words;
use crate::browser::clock;
use crate::browser::notices::{self, Permission};
use crate::browser::sound::{self, Sound};
use crate::handle::ChatHandle;
use crate::live::Live;

/// When quiet hours begin and end until somebody says otherwise.
const QUIET_AT_FIRST: QuietHours = QuietHours {
    from: 22 * 60,
    to: 7 * 60,
};

/// The hour at which a mute until the morning ends.
const MORNING_HOUR: u32 = 9;

const HOUR_MS: u64 = 3_600_000;

/// Mutes that are over are taken out this often, so that a room shows its count again; what
/// people say of themselves ends as often.
const ENDS_LOOKED_AT_MS: u32 = 15_000;

/// Knows what the person wants, here and on the server, and lets mutes end, for as long as
/// the calling component is on the page.
pub fn keep_in_step(chat: ChatHandle) {
    let me = chat.state.me;
    watch(move || {
        if me.with(Option::is_some) {
            chat.read_preferences();
        }
    });
    super::el::listen_at_window("storage", move |_| chat.read_preferences());
    watch(move || {
        let room = chat.state.room.get();
        leptos::prelude::untrack(|| chat.unread.goes_to(chat, room));
    });
    let linked = Live::new(false);
    watch(move || linked.set_if_new(chat.state.is_linked()));
    watch(move || {
        if linked.get() {
            chat.sync_personal();
            chat.state.desk.news(chat.state);
            chat.plans.news(chat);
            chat.unread.news(chat);
            chat.threads.news(chat);
            chat.files.linked();
        }
    });
    let ending = clock::every_ms(ENDS_LOOKED_AT_MS, move || {
        chat.state.wall.set(chat.server_wall());
        end_mutes(chat);
    });
    leptos::prelude::on_cleanup({
        let ending = send_wrapper::SendWrapper::new(ending);
        move || drop(ending)
    });
}

fn end_mutes(chat: ChatHandle) {
    let now = chat.server_wall();
    let is_over = |wish: &RoomWish| wish.muted_until.is_some_and(|until| until <= now);
    let over = |wants: &preferences::Preferences| wants.rooms.values().any(is_over);
    if chat.state.preferences.try_peek(over) != Some(true) {
        return;
    }
    chat.prefer(|wants| {
        for wish in wants.rooms.values_mut().filter(|wish| is_over(wish)) {
            wish.muted_until = None;
        }
        wants.rooms.retain(|_, wish| *wish != RoomWish::default());
    });
}

/// The group in the settings.
pub fn notifications(chat: ChatHandle) -> El {
    let settings = chat.settings;
    let permission = Live::new(notices::permission());
    let note = move || match permission.get() {
        Permission::Denied => Some(t!("told-this-browser-blocks-notifications-from")),
        Permission::Missing => Some(t!("told-this-browser-shows-notifications-only")),
        Permission::Granted | Permission::Unasked => None,
    };
    let warn = move |words: &str| {
        p("note warn")
            .attr("role", "status")
            .child(icon("bell-off"))
            .child(span("").text(words))
    };
    let shows = move || settings.notices.get() && permission.get() == Permission::Granted;
    let turn = move |on: bool| {
        if !on {
            settings.choose_notices(false);
            return;
        }
        leptos::task::spawn_local(async move {
            let answer = notices::ask().await;
            permission.set(answer);
            if answer == Permission::Granted {
                settings.choose_notices(true);
            }
        });
    };
    let choices = Tell::ALL.map(|tell| {
        let is_chosen = move || chat.state.preferences.with(|wants| wants.tell == tell);
        let choose = move || chat.prefer(|wants| wants.tell = tell);
        option("tell", is_chosen, choose, span("").text(words::tell(tell)))
    });
    let body = div("")
        .live(move || note().map(warn))
        .child(switch(
            t!("told-show-notifications-on-this-device"),
            None,
            shows,
            turn,
        ))
        .child(
            div("opts inline")
                .attr("role", "radiogroup")
                .name(t!("told-tell-me-about"))
                .children(choices),
        )
        .child(keywords(chat))
        .child(quiet(chat))
        .child(sounds(chat));
    group("set-told", t!("told-notifications"), body)
}

fn keywords(chat: ChatHandle) -> El {
    let field = el("input")
        .attr("id", "keywords")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("aria-describedby", "keywords-help")
        .attr("dir", "auto");
    let input: HtmlInputElement = field.html();
    let shown = input.clone();
    watch(move || {
        let words = chat
            .state
            .preferences
            .with(|wants| wants.keywords.join(", "));
        shown.set_value(&words);
    });
    let field = field.on("change", move |_| {
        let words = preferences::keywords(&input.value());
        input.set_value(&words.join(", "));
        chat.prefer(|wants| wants.keywords = words);
    });
    div("field")
        .child(
            el("label")
                .attr("for", "keywords")
                .text(t!("told-words-that-count-as-a")),
        )
        .child(field)
        .child(
            p("help")
                .attr("id", "keywords-help")
                .text(t!("told-with-commas-between-them")),
        )
}

fn quiet(chat: ChatHandle) -> El {
    let hours = move || chat.state.preferences.with(|wants| wants.quiet);
    let turn = move |on: bool| {
        chat.prefer(|wants| wants.quiet = on.then_some(QUIET_AT_FIRST));
    };
    let is_quiet = Live::new(hours().is_some());
    watch(move || is_quiet.set_if_new(hours().is_some()));
    let time = move |name: &str, of: fn(&mut QuietHours) -> &mut u16| {
        let field = el("input").attr("type", "time").name(name);
        let input: HtmlInputElement = field.html();
        let shown = input.clone();
        watch(move || {
            let mut hours = hours().unwrap_or(QUIET_AT_FIRST);
            shown.set_value(&words::clock_time(*of(&mut hours)));
        });
        field.on("change", move |_| {
            if let Some(minute) = words::minute(&input.value()) {
                let mut hours = hours().unwrap_or(QUIET_AT_FIRST);
                *of(&mut hours) = minute;
                chat.prefer(|wants| wants.quiet = Some(hours));
            }
        })
    };
    let times = move || {
        is_quiet.get().then(|| {
            let times = [
                time(t!("told-quiet-from"), |hours| &mut hours.from),
                time(t!("told-quiet-to"), |hours| &mut hours.to),
            ];
            div("times").children(words::filled(
                &t!("told-quiet", from = words::SLOTS[0], to = words::SLOTS[1]),
                &|slot| times[slot].clone(),
            ))
        })
    };
    div("")
        .child(switch(
            t!("told-quiet-hours"),
            Some(t!("told-nothing-is-told-in-them")),
            move || hours().is_some(),
            turn,
        ))
        .live(times)
}

fn sounds(chat: ChatHandle) -> El {
    let settings = chat.settings;
    let all = std::iter::once(None).chain(Sound::ALL.map(Some));
    let choices = all.map(|choice| {
        let is_chosen = move || settings.sound.get() == choice;
        let choose = move || {
            settings.choose_sound(choice);
            if let Some(chosen) = choice {
                sound::play(chosen);
            }
        };
        option(
            "sound",
            is_chosen,
            choose,
            span("").text(words::sound(choice)),
        )
    });
    div("")
        .child(
            p("opts-name")
                .attr("id", "set-sound")
                .text(t!("told-sound")),
        )
        .child(
            div("opts inline")
                .attr("role", "radiogroup")
                .attr("aria-labelledby", "set-sound")
                .children(choices),
        )
}

/// The dialog of the room on the screen.
pub fn of_this_room(chat: ChatHandle, open: Live<bool>) -> El {
    dialog(
        open,
        "room-told",
        t!("told-notifications-of-this-room"),
        move || {
            let Some(room) = chat.state.room.now() else {
                return div("dlg-body");
            };
            let name = chat.state.room_name().unwrap_or_default();
            div("dlg-body")
                .child(levels(chat, room, &name))
                .child(mutes(chat, room))
        },
    )
}

fn wish(chat: ChatHandle, room: RoomId) -> RoomWish {
    let wish = |wants: &preferences::Preferences| wants.rooms.get(&room).copied();
    chat.state.preferences.with(wish).unwrap_or_default()
}

fn levels(chat: ChatHandle, room: RoomId, name: &str) -> El {
    let all = std::iter::once(None).chain(Tell::ALL.map(Some));
    let choices = all.map(|tell| {
        let words = move || match tell {
            None => {
                let general = chat.state.preferences.with(|wants| wants.tell);
                t!("told-as-in-settings", tell = words::tell(general))
            }
            Some(tell) => words::tell(tell).to_owned(),
        };
        let is_chosen = move || wish(chat, room).tell == tell;
        let choose = move || {
            chat.prefer(|wants| {
                let before = wants.rooms.get(&room).copied().unwrap_or_default();
                wants.wish(room, RoomWish { tell, ..before });
            });
        };
        option("room-tell", is_chosen, choose, span("").live_text(words))
    });
    div("opts")
        .attr("role", "radiogroup")
        .name(&t!("told-about-room", room = name))
        .children(choices)
}

fn mutes(chat: ChatHandle, room: RoomId) -> El {
    let mute = move |until: Option<Timestamp>| {
        chat.prefer(|wants| {
            let before = wants.rooms.get(&room).copied().unwrap_or_default();
            let muted_until = until;
            wants.wish(
                room,
                RoomWish {
                    muted_until,
                    ..before
                },
            );
        });
    };
    let until = move || wish(chat, room).muted_until;
    let is_muted = Live::new(until().is_some());
    watch(move || is_muted.set_if_new(until().is_some()));
    let said = move || {
        until().map_or_else(
            || t!("told-or-nothing-at-all-for").to_owned(),
            |until| t!("told-muted-until", time = clock::day_and_time(until)),
        )
    };
    let acts = move || {
        if is_muted.get() {
            let end = button("btn")
                .text(t!("told-unmute"))
                .on_click(move || mute(None));
            return vec![end];
        }
        let now = chat.server_wall();
        let hours = |hours: u64| Timestamp(now.0 + hours * HOUR_MS);
        let morning = clock::next_at_hour(now, MORNING_HOUR);
        [
            (t!("for-an-hour").to_owned(), hours(1)),
            (t!("told-for-8-hours").to_owned(), hours(8)),
            (t!("until", time = clock::day_and_time(morning)), morning),
        ]
        .map(|(words, until)| {
            button("btn")
                .text(&words)
                .on_click(move || mute(Some(until)))
        })
        .into()
    };
    div("mutes")
        .child(p("").attr("role", "status").live_text(said))
        .child(div("btn-row").live_all(acts))
}

/// The button of the dialog, in the room's head.
pub fn bell(chat: ChatHandle, open: Live<bool>) -> El {
    let is_silent = move || {
        let room = chat.state.room.get();
        room.is_some_and(|room| chat.state.is_silent(room, chat.server_wall()))
    };
    let name = move || {
        if is_silent() {
            t!("told-notifications-of-this-room-none").to_owned()
        } else {
            t!("told-notifications-of-this-room").to_owned()
        }
    };
    button("btn-icon")
        .live_name(name)
        .attr("title", t!("told-notifications-of-this-room"))
        .attr("aria-haspopup", "dialog")
        .live(move || Some(icon(if is_silent() { "bell-off" } else { "bell" })))
        .on_click(move || open.set(true))
}
