//! The one door from the screen to the machine: intents go in, views come out as the
//! signals of [`ChatState`].
//!
//! A handle is a copy of a few arena keys, so that every closure may own one.

use chat_client::attention::Attention;
use chat_client::recorder::Covered;
use chat_client::wire::{Fault, WireLog};
use chat_client::{ChatClient, Intent};
use leptos::prelude::on_cleanup;
use shared::cursor::Seq;
use shared::ids::{ClientId, RoomId};
use shared::moment::{Moment, Timestamp};
use shared::preferences::Preferences;

use crate::acts::Acts;
use crate::attached::AttachedFiles;
use crate::browser::compare::Bench;
use crate::browser::driver::Driver;
use crate::browser::{clock, http, storage};
use crate::live::Live;
use crate::plans::Plans;
use crate::settings::Settings;
use crate::state::ChatState;
use crate::teller::Teller;
use crate::threads::Threads;
use crate::unread::Unread;

/// Reaches the client that this page runs.
#[derive(Clone, Copy, Debug)]
pub struct ChatHandle {
    /// The machine's views as signals.
    pub state: ChatState,
    /// What is being done with a message.
    pub acts: Acts,
    /// What was chosen for this browser.
    pub settings: Settings,
    /// What is to happen later.
    pub plans: Plans,
    /// Threads that are followed.
    pub threads: Threads,
    /// What is to be unread, whatever was read.
    pub unread: Unread,
    /// Tells what comes while nobody looks.
    pub teller: Teller,
    /// Files for the next messages.
    pub files: AttachedFiles,
    driver: Live<Option<Driver>>,
}

impl ChatHandle {
    /// Starts the client. It stops when the component that called this goes.
    #[must_use]
    pub fn start() -> Self {
        let chat = Self {
            state: ChatState::new(),
            acts: Acts::new(),
            settings: Settings::kept(),
            plans: Plans::new(),
            threads: Threads::new(),
            unread: Unread::new(),
            teller: Teller::new(),
            files: AttachedFiles::new(),
            driver: Live::new(None),
        };
        let driver = Driver::start(
            move |changes| chat.state.note(chat, changes),
            move |left| chat.files.adopt(left),
        );
        chat.driver.edit(|held| *held = Some(driver));
        on_cleanup(move || chat.stop());
        if let Some(room) = storage::last_room() {
            chat.open_room(room);
        }
        chat
    }

    /// Looks at the machine. `None` once the client has stopped.
    pub fn read<T>(self, look: impl FnOnce(&ChatClient) -> T) -> Option<T> {
        Some(self.driver()?.read(look))
    }

    /// Looks at the notes on the wire. `None` once the client has stopped.
    pub fn read_wire<T>(self, look: impl FnOnce(&WireLog) -> T) -> Option<T> {
        Some(self.driver()?.read_wire(look))
    }

    /// Looks at what the person is to be told of, or changes it. `None` once the client has
    /// stopped.
    pub fn attention<T>(self, look: impl FnOnce(&mut Attention) -> T) -> Option<T> {
        Some(self.driver()?.attention(look))
    }

    /// The person wants to be told of other things: kept here at once, and on the server, so
    /// that it follows them.
    pub fn prefer(self, change: impl FnOnce(&mut Preferences)) {
        let mut wants = self.state.preferences.now();
        change(&mut wants);
        let wants = wants.checked();
        storage::keep_preferences(&wants, false);
        self.take_preferences(wants);
        self.sync_personal();
    }

    /// Brings what the server keeps of the person and what is kept here in line: what was
    /// changed here last, or else what was changed anywhere. Without an answer the next
    /// link brings it.
    pub fn sync_personal(self) {
        leptos::task::spawn_local(async move {
            if let Ok(status) = http::status().await {
                self.state.my_status.set_if_new(status);
            }
            if storage::are_preferences_unsent() {
                let Some(wants) = self.state.preferences.try_peek(Preferences::clone) else {
                    return;
                };
                let is_kept = http::keep_preferences(&wants).await.is_ok();
                // Something may have been changed meanwhile, and is on its way.
                if is_kept && self.state.preferences.try_peek(|now| *now == wants) == Some(true) {
                    storage::keep_preferences(&wants, true);
                }
            } else if let Ok(wants) = http::preferences().await
                && !storage::are_preferences_unsent()
            {
                storage::keep_preferences(&wants, true);
                self.take_preferences(wants);
            }
        });
    }

    /// What the person wanted when they were here before, or in another tab.
    pub fn read_preferences(self) {
        if let Some(wants) = storage::preferences() {
            self.take_preferences(wants.checked());
        }
    }

    fn take_preferences(self, wants: Preferences) {
        self.attention(|attention| attention.want(wants.clone()));
        self.state.preferences.set_if_new(wants);
    }

    /// The server's wall clock, as far as it is known.
    #[must_use]
    pub fn server_wall(self) -> Timestamp {
        let offset = self.state.status.peek(|status| status.clock_offset_ms);
        Timestamp(clock::wall().0.saturating_add_signed(offset))
    }

    /// What the flight recorder holds, as it is saved; nothing once the client has stopped.
    #[must_use]
    pub fn recording(self) -> Option<String> {
        Some(self.driver()?.recording())
    }

    /// How much that is.
    #[must_use]
    pub fn recorded(self) -> Covered {
        let recorded = self.driver().map(|driver| driver.recorded());
        recorded.unwrap_or_default()
    }

    /// What measures the ways to the server; nothing once the client has stopped.
    pub fn bench(self) -> Option<Bench> {
        Some(self.driver()?.bench())
    }

    /// Breaks the link in one way, or mends it.
    pub fn break_it(self, fault: Fault, is_broken: bool) {
        if let Some(driver) = self.driver() {
            driver.break_it(fault, is_broken);
            self.state.faults.update(|faults| {
                faults.retain(|other| *other != fault);
                if is_broken {
                    faults.push(fault);
                }
            });
        }
    }

    /// Tells the machine what the person wants.
    pub fn intend(self, intent: Intent) {
        if let Some(driver) = self.driver() {
            driver.intend(intent);
        }
    }

    /// Everything in this room counts as read: its New line fades.
    pub fn mark_read(self, room: RoomId) {
        let head = |client: &ChatClient| Some(client.timeline(room)?.head());
        if let Some(to) = self.read(head).flatten() {
            let from = Seq::ZERO;
            self.intend(Intent::Seen { room, from, to });
            self.state.marked_read.set(Some(room));
        }
        self.unread.clear(self, room);
    }

    /// Writes: a message, or a change of one, under an id of its own.
    pub fn write(self, intent: impl FnOnce(ClientId) -> Intent) {
        if let Some(driver) = self.driver() {
            driver.write(intent);
        }
    }

    /// The machine's clock.
    #[must_use]
    pub fn now(self) -> Moment {
        self.driver().map(|driver| driver.now()).unwrap_or_default()
    }

    /// Shows a room, and remembers it for the next start.
    pub fn open_room(self, room: RoomId) {
        if self.state.room.now() == Some(room) {
            return;
        }
        self.acts.end();
        self.intend(Intent::OpenRoom(room));
        storage::keep_last_room(room);
        self.state.room.set(Some(room));
        self.state.look_at_room(self);
    }

    /// Ends the link for good. Unsent messages stay in storage.
    pub fn stop(self) {
        if let Some(driver) = self.driver.edit(Option::take).flatten() {
            driver.stop();
        }
    }

    /// A clone, so that nothing is borrowed while the machine is asked.
    fn driver(self) -> Option<Driver> {
        self.driver.try_peek(Option::clone).flatten()
    }
}
