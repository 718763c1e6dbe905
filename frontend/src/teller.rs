//! Tells the person what came while they looked elsewhere: by a notification of the system
//! and by a sound, in one tab of this browser, and on one device of those that are open.
//!
//! What is told, and in which words, is decided by [`chat_client::attention`].

use chat_client::attention::{Attention, Device, Here, TELL_AFTER_MS};
use shared::cursor::Seq;
use shared::ids::RoomId;
use shared::plan::Plan;
use shared::told::{Told, ToldReminder};

use crate::acts;
use crate::browser::clock::{self, Timeout};
use crate::browser::notices::{Notices, Permission, permission};
use crate::browser::{http, page, sound, storage, tabs};
use crate::handle::ChatHandle;
use crate::live::Live;
use crate::ui::words::telling;

/// See the module. Copies are the same teller.
#[derive(Clone, Copy, Debug)]
pub struct Teller {
    waiting: Live<Option<Timeout>>,
    /// The server is asked whether this device tells.
    is_asking: Live<bool>,
    notices: Live<Notices>,
}

impl Teller {
    /// Tells nothing yet.
    #[must_use]
    pub fn new() -> Self {
        // From here on this tab is in the line of those that would tell.
        tabs::stand_in_line_to_tell();
        Self {
            waiting: Live::new(None),
            is_asking: Live::new(false),
            notices: Live::new(Notices::default()),
        }
    }

    /// Something came, or was read.
    pub fn look(self, chat: ChatHandle) {
        let is_read = |room: RoomId| {
            chat.read(|client| {
                let mut rooms = client.rooms().iter();
                rooms.all(|view| view.room != room || view.unread == 0)
            })
        };
        let close = |notices: &Notices| notices.close(|room| is_read(room) != Some(false));
        let _ = self.notices.try_peek(close);
        chat.threads.named(chat);
        let is_waiting = chat.attention(|attention| attention.is_waiting()) == Some(true);
        if !is_waiting || self.is_asking.try_peek(|is| *is) != Some(false) {
            return;
        }
        self.waiting.edit(|waiting| {
            waiting.get_or_insert_with(|| {
                let after = self
                    .device(chat)
                    .map_or(TELL_AFTER_MS, Device::tells_after_ms);
                clock::after_ms(after, move || self.tell(chat))
            });
        });
    }

    /// The time of a reminder has come. It was asked for, so rooms that are silent and quiet
    /// hours do not hold it back; who is not to be disturbed finds it in the page.
    pub fn remind(self, chat: ChatHandle, plan: &Plan) {
        let is_quiet = chat.state.is_not_to_be_disturbed(chat.server_wall());
        let Some(device) = self.device(chat).filter(|_| !is_quiet) else {
            return;
        };
        let plan = plan.clone();
        leptos::task::spawn_local(async move {
            clock::sleep_ms(device.tells_after_ms()).await;
            let is_due = |all: &Vec<Plan>| all.contains(&plan);
            if chat.plans.all.try_peek(is_due) != Some(true) {
                return;
            }
            let reminder = ToldReminder {
                id: plan.id,
                due: plan.due,
            };
            let told = Told {
                reminders: vec![reminder],
                ..Told::default()
            };
            if claimed(&told).await.reminders.contains(&reminder) {
                self.show_reminder(chat, &plan);
            }
        });
    }

    fn show_reminder(self, chat: ChatHandle, plan: &Plan) {
        self.sound(chat);
        let (room, seq) = (plan.room, plan.about.unwrap_or(Seq::ZERO));
        let show = |notices: &Notices| {
            let text = plan.text.as_str();
            notices.show(room, t!("kept-reminder-2"), text, move || {
                if seq == Seq::ZERO {
                    chat.open_room(room);
                } else {
                    acts::lead_to(chat, room, seq);
                }
            });
        };
        self.notify(chat, show);
    }

    fn tell(self, chat: ChatHandle) {
        self.waiting.edit(Option::take);
        let here = Here {
            looks_at: chat.state.room.now().filter(|_| page::is_looked_at()),
            now: chat.server_wall(),
            minute: clock::minute_of_day(clock::wall()),
            do_not_disturb: chat.state.is_not_to_be_disturbed(chat.server_wall()),
        };
        let asked = chat.attention(|attention: &mut Attention| attention.asks(&here));
        let asked = asked.unwrap_or_default();
        if self.device(chat).is_none() {
            chat.attention(|attention| attention.tell(&here, &asked, &[]));
            return;
        }
        if asked.is_empty() {
            return;
        }
        self.is_asking.edit(|is| *is = true);
        leptos::task::spawn_local(async move {
            let wanted = Told {
                messages: asked,
                ..Told::default()
            };
            let own = claimed(&wanted).await;
            let told = chat
                .attention(|attention| attention.tell(&here, &wanted.messages, &own.messages))
                .unwrap_or_default();
            self.is_asking.edit(|is| *is = false);
            // What came meanwhile has its own time.
            self.look(chat);
            if told.is_empty() {
                return;
            }
            self.sound(chat);
            for telling in told {
                let (room, seq) = (telling.room, telling.seq);
                let (title, body) = (telling::title(&telling), telling::body(&telling));
                let show = |notices: &Notices| {
                    notices.show(room, &title, &body, move || acts::lead_to(chat, room, seq));
                };
                self.notify(chat, show);
            }
        });
    }

    /// What this page tells by; none where it would not be seen nor heard, and where another
    /// tab tells.
    fn device(self, chat: ChatHandle) -> Option<Device> {
        let shows = self.shows(chat);
        let sounds = chat.settings.sound.try_peek(Option::is_some) == Some(true);
        let used_ago_ms = storage::used_at().map(|at| clock::wall().0.saturating_sub(at.0));
        let device = Device { used_ago_ms, shows };
        ((shows || sounds) && tabs::is_the_one_that_tells()).then_some(device)
    }

    fn shows(self, chat: ChatHandle) -> bool {
        chat.settings.notices.try_peek(|on| *on) == Some(true)
            && permission() == Permission::Granted
            && self.notices.try_peek(Notices::are_refused) == Some(false)
    }

    fn sound(self, chat: ChatHandle) {
        if let Some(chosen) = chat.settings.sound.try_peek(|chosen| *chosen).flatten() {
            sound::play(chosen);
        }
    }

    fn notify(self, chat: ChatHandle, show: impl FnOnce(&Notices)) {
        if self.shows(chat) {
            let _ = self.notices.try_peek(show);
        }
    }
}

/// Of what this device would tell, that which no other device of the person does. Without an
/// answer it is all: better told twice than not at all.
async fn claimed(wanted: &Told) -> Told {
    let claimed = http::told(wanted).await;
    claimed.unwrap_or_else(|_| wanted.clone())
}
