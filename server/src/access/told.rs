//! Which of a user's devices tells them what came: the one that says first that it will.
//!
//! Only in memory: whatever is forgotten here is told twice at worst, and nothing is kept
//! back that no device said it would tell.

use std::collections::HashMap;
use std::sync::Mutex;

use shared::cursor::Seq;
use shared::ids::{ClientId, RoomId, UserId};
use shared::limits::PLANS_MAX;
use shared::moment::Timestamp;
use shared::told::{Told, ToldMessages, ToldReminder};

use super::RoomReader;

/// Users of whom is remembered what was told. Beyond that all are forgotten at once: those
/// that are told something just then may hear it on two devices.
const USERS_REMEMBERED_MAX: usize = 16_384;

/// See the module.
#[derive(Debug, Default)]
pub struct ToldUsers {
    of: Mutex<HashMap<UserId, ByUser>>,
}

#[derive(Debug, Default)]
struct ByUser {
    /// At most one for each room that there is.
    messages: HashMap<RoomId, Seq>,
    /// At most as many as a user may have plans.
    reminders: HashMap<ClientId, Timestamp>,
}

impl ToldUsers {
    /// Of what a device says it tells, that which no device of the user said before. The
    /// messages are of rooms that the user may read.
    #[must_use]
    pub fn first(
        &self,
        user: UserId,
        messages: &[(RoomReader, Seq)],
        reminders: &[ToldReminder],
    ) -> Told {
        let mut users = self.of.lock().expect("no panic happens under it");
        if users.len() >= USERS_REMEMBERED_MAX && !users.contains_key(&user) {
            users.clear();
        }
        let told = users.entry(user).or_default();
        let messages = messages.iter();
        let messages = messages.map(|(reader, up_to)| (reader.room().id, *up_to));
        Told {
            messages: messages
                .filter_map(|(room, up_to)| told.first_messages(room, up_to))
                .collect(),
            reminders: reminders
                .iter()
                .filter(|reminder| told.is_first_reminder(**reminder))
                .copied()
                .collect(),
        }
    }
}

impl ByUser {
    fn first_messages(&mut self, room: RoomId, up_to: Seq) -> Option<ToldMessages> {
        let told = self.messages.entry(room).or_default();
        let after = *told;
        *told = up_to.max(after);
        (after < up_to).then_some(ToldMessages { room, up_to, after })
    }

    fn is_first_reminder(&mut self, reminder: ToldReminder) -> bool {
        if self.reminders.len() >= PLANS_MAX && !self.reminders.contains_key(&reminder.id) {
            self.reminders.clear();
        }
        let before = self.reminders.insert(reminder.id, reminder.due);
        before != Some(reminder.due)
    }
}
