//! The one door from the screen to the machine: intents go in, views come out as the
//! signals of [`ChatState`].
//!
//! A handle is a copy of two arena keys, so that every closure may own one.

use chat_client::{ChatClient, Intent};
use leptos::prelude::*;
use shared::ids::RoomId;
use shared::moment::Moment;
use shared::text::MessageText;

use crate::browser::driver::Driver;
use crate::browser::storage;
use crate::state::ChatState;

/// Reaches the client that this page runs.
#[derive(Clone, Copy, Debug)]
pub struct ChatHandle {
    /// The machine's views as signals.
    pub state: ChatState,
    driver: StoredValue<Option<Driver>, LocalStorage>,
}

/// Starts the client and makes it known to the components below. It stops when the
/// component that called this goes away.
pub fn provide_chat() -> ChatHandle {
    let chat = ChatHandle {
        state: ChatState::new(),
        driver: StoredValue::new_local(None),
    };
    let driver = Driver::start(move |changes| chat.state.note(chat, changes));
    chat.driver.set_value(Some(driver));
    provide_context(chat);
    on_cleanup(move || chat.stop());
    if let Some(room) = storage::last_room() {
        chat.open_room(room);
    }
    chat
}

/// The client of this page.
#[must_use]
pub fn use_chat() -> ChatHandle {
    expect_context()
}

impl ChatHandle {
    /// Looks at the machine. `None` once the client has stopped.
    pub fn read<T>(self, look: impl FnOnce(&ChatClient) -> T) -> Option<T> {
        // A clone, so that no borrow of the arena is held while the machine is read.
        let driver = self.driver.try_get_value().flatten()?;
        Some(driver.read(look))
    }

    /// Tells the machine what the person wants.
    pub fn intend(self, intent: Intent) {
        if let Some(driver) = self.driver.try_get_value().flatten() {
            driver.intend(intent);
        }
    }

    /// Writes a message.
    pub fn post(self, room: RoomId, text: MessageText) {
        if let Some(driver) = self.driver.try_get_value().flatten() {
            driver.post(room, text);
        }
    }

    /// The machine's clock.
    #[must_use]
    pub fn now(self) -> Moment {
        self.driver
            .try_get_value()
            .flatten()
            .map(|driver| driver.now())
            .unwrap_or_default()
    }

    /// Shows a room, and remembers it for the next start.
    pub fn open_room(self, room: RoomId) {
        if self.state.room.get_untracked() == Some(room) {
            return;
        }
        self.intend(Intent::OpenRoom(room));
        storage::keep_last_room(room);
        self.state.room.set(Some(room));
        self.state.look_at_room(self);
    }

    /// Ends the link for good. Unsent messages stay in storage.
    pub fn stop(self) {
        if let Some(driver) = self.driver.try_update_value(Option::take).flatten() {
            driver.stop();
        }
    }
}
