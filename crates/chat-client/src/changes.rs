//! What the screen must look at again. Coarse on purpose: a screen redraws a part
//! at most once a frame, from the views.

use shared::ids::{ClientId, RoomId};
use shared::kept::KeptThing;

use crate::Purpose;

/// A view that may differ.
#[derive(Clone, PartialEq, Eq)]
pub enum Change {
    /// [`crate::ChatClient::status`].
    Status,
    /// [`crate::ChatClient::rooms`]: names, unread counts, order.
    Rooms,
    /// [`crate::ChatClient::timeline`] of this room.
    Timeline(RoomId),
    /// [`crate::ChatClient::typing`] or [`crate::ChatClient::replying`] of this room.
    Typing(RoomId),
    /// [`crate::ChatClient::people`].
    People,
    /// Something that the server keeps for the person changed; it is not this machine's.
    Kept(KeptThing),
    /// The room that this client asked for exists now (made by it): show it.
    RoomMade(RoomId),
    /// Making a room was refused: the sentence.
    RoomRefused(String),
    /// A message or an edit was taken back: its text belongs into its box again.
    TakenBack {
        /// The room that it was written into.
        room: RoomId,
        /// The write.
        client_id: ClientId,
        /// What was written.
        text: String,
        /// A message, or an edit of which.
        purpose: Purpose,
    },
    /// Something to say once, in words.
    Notice(Notice),
}

/// Something to say once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The link is back: what happened meanwhile, for the banner.
    BackOnline {
        /// Own writes that the server stored since the link was lost.
        stored: u32,
        /// Entries of followed rooms that came in on the way back, the own ones left out.
        fetched: u64,
    },
    /// This browser keeps nothing: unsent messages would not survive a reload.
    KeepsNothing,
    /// [`shared::limits::OUTBOX_MAX`] messages wait already: this one was given back.
    OutboxFull,
    /// A change of a message, which had been shown already, is not made: the sentence.
    ChangeRefused(String),
}

// The text that was taken back must not reach a log.
impl std::fmt::Debug for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Status => f.write_str("Status"),
            Self::Rooms => f.write_str("Rooms"),
            Self::Timeline(room) => f.debug_tuple("Timeline").field(room).finish(),
            Self::Typing(room) => f.debug_tuple("Typing").field(room).finish(),
            Self::People => f.write_str("People"),
            Self::RoomMade(room) => f.debug_tuple("RoomMade").field(room).finish(),
            Self::RoomRefused(sentence) => f.debug_tuple("RoomRefused").field(sentence).finish(),
            Self::TakenBack {
                room,
                client_id,
                text,
                purpose,
            } => f
                .debug_struct("TakenBack")
                .field("room", room)
                .field("client_id", client_id)
                .field("text_bytes", &text.len())
                .field("purpose", purpose)
                .finish(),
            Self::Kept(what) => f.debug_tuple("Kept").field(what).finish(),
            Self::Notice(notice) => f.debug_tuple("Notice").field(notice).finish(),
        }
    }
}
