//! Which of a person's devices calls out what came, where several would.

use serde::{Deserialize, Serialize};

use crate::cursor::Seq;
use crate::ids::{ClientId, RoomId};
use crate::moment::Timestamp;

/// `POST /api/me/told`: what a device is about to call out, by a notification or a sound. The
/// answer is what of it no other device of the user said before: that is this one's to tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Messages, room by room.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<ToldMessages>,
    /// Reminders whose time has come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reminders: Vec<ToldReminder>,
}

/// The messages of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldMessages {
    /// Which room.
    pub room: RoomId,
    /// The newest of them.
    pub up_to: Seq,
    /// In an answer: those up to here were told before.
    #[serde(default, skip_serializing_if = "is_none")]
    pub after: Seq,
}

impl ToldMessages {
    /// All of the room's up to here.
    #[must_use]
    pub fn new(room: RoomId, up_to: Seq) -> Self {
        let after = Seq::ZERO;
        Self { room, up_to, after }
    }
}

fn is_none(seq: &Seq) -> bool {
    *seq == Seq::ZERO
}

/// A reminder at its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldReminder {
    /// The plan.
    pub id: ClientId,
    /// When it was due. At another time it is told again.
    pub due: Timestamp,
}
