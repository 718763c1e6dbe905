//! Tells the person what came while they looked elsewhere: by a notification of the system
//! and by a sound, in one tab of this browser.
//!
//! What is told, and in which words, is decided by [`chat_client::attention`].

use chat_client::attention::{Attention, Here, TELL_AFTER_MS};
use shared::cursor::Seq;
use shared::ids::RoomId;
use shared::plan::Plan;

use crate::acts;
use crate::browser::clock::{self, Timeout};
use crate::browser::notices::{Notices, Permission, permission};
use crate::browser::{page, sound, tabs};
use crate::handle::ChatHandle;
use crate::live::Live;
use crate::ui::words::telling;

/// See the module. Copies are the same teller.
#[derive(Clone, Copy, Debug)]
pub struct Teller {
    waiting: Live<Option<Timeout>>,
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
        if chat.attention(|attention| attention.is_waiting()) != Some(true) {
            return;
        }
        self.waiting.edit(|waiting| {
            waiting.get_or_insert_with(|| clock::after_ms(TELL_AFTER_MS, move || self.tell(chat)));
        });
    }

    /// The time of a reminder has come. It was asked for, so rooms that are silent and quiet
    /// hours do not hold it back; who is not to be disturbed finds it in the page.
    pub fn remind(self, chat: ChatHandle, plan: &Plan) {
        let is_quiet = chat.state.is_not_to_be_disturbed(chat.server_wall());
        if is_quiet || !tabs::is_the_one_that_tells() {
            return;
        }
        if let Some(chosen) = chat.settings.sound.now() {
            sound::play(chosen);
        }
        if chat.settings.notices.now() && permission() == Permission::Granted {
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
            let _ = self.notices.try_peek(show);
        }
    }

    fn tell(self, chat: ChatHandle) {
        self.waiting.edit(Option::take);
        let here = Here {
            looks_at: chat.state.room.now().filter(|_| page::is_looked_at()),
            now: chat.server_wall(),
            minute: clock::minute_of_day(clock::wall()),
            do_not_disturb: chat.state.is_not_to_be_disturbed(chat.server_wall()),
        };
        let told = chat.attention(|attention: &mut Attention| attention.tell(&here));
        let told = told.unwrap_or_default();
        if told.is_empty() || !tabs::is_the_one_that_tells() {
            return;
        }
        if let Some(chosen) = chat.settings.sound.now() {
            sound::play(chosen);
        }
        if chat.settings.notices.now() && permission() == Permission::Granted {
            for telling in told {
                let (room, seq) = (telling.room, telling.seq);
                let (title, body) = (telling::title(&telling), telling::body(&telling));
                let show = |notices: &Notices| {
                    notices.show(room, &title, &body, move || acts::lead_to(chat, room, seq));
                };
                let _ = self.notices.try_peek(show);
            }
        }
    }
}
