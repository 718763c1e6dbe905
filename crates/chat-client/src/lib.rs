//! The client's decisions, the same in the browser, the native test client, the
//! load program and a simulation: no socket, no clock, no storage, no chance.
//!
//! A driver feeds [`Input`] to [`ChatClient::handle`], carries out every
//! [`Output`] in order, and calls again with [`Input::Deadline`] when
//! [`ChatClient::deadline`] has passed. What the screen shows is read from the
//! views ([`ChatClient::status`], [`ChatClient::rooms`], [`ChatClient::timeline`] …)
//! after a [`Change`] says that it may differ.
//!
//! Reading order: `link` (one connection after another), `outbox` (what the server has
//! not acknowledged), [`timeline`] (a room in order), then [`client`], which composes
//! them. [`over_http`] is how frames travel without a WebSocket.
//! [`attention`] stands beside the client and decides what a person is told of. [`grouping`] and [`markup`], a crate of its own, turn lines into what is drawn; [`composing`] is what helps to write them, and [`drafts`] keeps the boxes of a person's devices in line.

pub mod attention;
mod away;
mod backoff;
pub mod changes;
pub mod client;
pub mod compare;
pub mod composing;
pub mod drafts;
pub mod grouping;
mod link;
pub mod message;
pub mod mutants;
mod outbox;
mod outputs;
pub mod over_http;
pub mod people;
pub mod recorder;
pub mod rooms;
#[cfg(test)]
mod script;
pub mod status;
pub mod thread;
pub mod timeline;
pub mod transport;
mod typing;
pub mod unread;
pub mod uploads;
pub mod wire;

pub use changes::{Change, Notice};
pub use chat_markup as markup;
pub use client::{ChatClient, Start};
pub use link::comes_back;
pub use outputs::Outputs;
pub use people::People;
pub use rooms::{Remembered, RoomView};
pub use status::{LinkState, Status};
pub use timeline::{
    Extent, Line, LineContent, LineKey, PendingChange, PendingState, Quote, Reading, Said, Stretch,
    Timeline,
};
pub use transport::{Choice, Transport};

use self::composing::MessageBox;
use serde::{Deserialize, Serialize};
use shared::client_frame::ClientFrame;
use shared::cursor::{Epoch, Seq};
use shared::entry::Author;
use shared::file::FileInfo;
use shared::http::EntriesPage;
use shared::ids::{ClientId, RoomId};
use shared::kept::UnreadMark;
use shared::moment::{Moment, Timestamp};
use shared::server_frame::ServerFrame;
use shared::text::{Emoji, MessageText, RoomName, Topic};

/// One attempt at a connection. What belongs to an older one is ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Generation(pub u64);

/// What a driver tells the client.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Input {
    /// The socket of this generation is open.
    Opened(Generation),
    /// A frame came.
    Received(Generation, Box<ServerFrame>),
    /// Something came that cannot be read (a newer server, a broken proxy).
    Unreadable(Generation),
    /// The socket closed or could not be opened: the close code (1006 without a
    /// close frame) and its reason.
    Closed(Generation, u16, String),
    /// The device says that it has a network, or none.
    Online(bool),
    /// Somebody looks at this page, or nobody does.
    Visible(bool),
    /// The person did something with the page: a key, a pointer. Told as often as the driver
    /// likes; a driver that never tells is one whose user is here whenever they can look.
    Active,
    /// `deadline()` has passed.
    Deadline,
    /// The answer to [`Output::Fetch`].
    Page(PageAsk, Result<EntriesPage, FetchFailure>),
    /// Unsent writes of a tab that is gone, to be sent by this one. Also writes of
    /// this tab's own former life (a reload). Repeats are ignored.
    Adopted(Vec<Kept>),
    /// The answer to [`Output::Probe`]: whether it would.
    Probed(bool),
    /// Who this browser's user is and which rooms there were, as remembered from an earlier
    /// page: what to show until a server says it anew. Ignored once one has.
    Remembered {
        me: Author,
        /// Of which log that was.
        #[serde(default)]
        epoch: Option<Epoch>,
        rooms: Vec<Remembered>,
    },
    /// [`Output::Keep`] could not be done: the browser's storage is full or shut.
    KeepFailed(ClientId),
    /// The person wants something.
    Intent(Intent),
}

/// What the person wants.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// Show this room: it is followed from here on, and its read mark moves when
    /// [`Intent::Seen`] says so.
    OpenRoom(RoomId),
    /// Follow this room without showing it: somebody wants to be told what comes there. Where
    /// there are many such rooms they take turns. Nothing where it is followed already, not
    /// listed, or another has just had its turn.
    Attend(RoomId),
    /// Write. `client_id` was made by the driver ([`ClientId::new_v7`]).
    Post {
        room: RoomId,
        client_id: ClientId,
        text: MessageText,
        /// The message that it answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply_to: Option<Seq>,
        /// The message whose thread it goes into.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        thread: Option<Seq>,
        /// Files that were uploaded for it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        files: Vec<FileInfo>,
    },
    /// Write one's own message anew.
    Edit {
        room: RoomId,
        client_id: ClientId,
        target: Seq,
        text: MessageText,
        /// What of the message the person saw.
        #[serde(default)]
        base: EditBase,
    },
    /// Take a message back, for everybody.
    Delete {
        room: RoomId,
        client_id: ClientId,
        target: Seq,
    },
    /// React to a message, or (`on` is false) no longer.
    React {
        room: RoomId,
        client_id: ClientId,
        target: Seq,
        emoji: Emoji,
        on: bool,
    },
    /// Pin a message to its room, or (`on` is false) unpin it.
    Pin {
        room: RoomId,
        client_id: ClientId,
        target: Seq,
        on: bool,
    },
    /// Say what a room is about; [`Topic::none`] takes the topic away.
    SetTopic {
        room: RoomId,
        client_id: ClientId,
        topic: Topic,
    },
    /// Send a failed write again, with its old id.
    Retry(ClientId),
    /// Take an unsent or failed write back. What was written comes back as
    /// [`Change::TakenBack`]. A write on its way cannot be taken back.
    Cancel(ClientId),
    /// Make a room and open it.
    MakeRoom(RoomName),
    /// The person has seen these lines and all between them. The read mark moves to the
    /// last if it stood among them or directly before: what was never shown stays unread.
    /// From [`Seq::ZERO`] on they are all that there were: the person said so, or went to
    /// the end.
    Seen { room: RoomId, from: Seq, to: Seq },
    /// What the server keeps of the person's wish to have a room unread from an entry on,
    /// whatever was read of it; or that it keeps none any more. An older revision than the
    /// one that is known changes nothing.
    Unread(UnreadMark),
    /// Go to the first entry after the read mark, wherever it is.
    ShowUnread(RoomId),
    /// Go to this entry, wherever it is: what lies around it is loaded.
    GoTo(RoomId, Seq),
    /// The reader is there in this room. Of what is too much, the lines that are farthest
    /// from there are let go of, and none within [`timeline::READING_NEAR`] entries: to be
    /// told before they get so far, and before a page is asked for.
    Reads(RoomId, Reading),
    /// The person moved on while an entry was sought: it is not any more.
    Stay(RoomId),
    /// A key was pressed in this message box.
    Typing(MessageBox),
    /// The oldest loaded line came near the top of the screen.
    LoadOlder(RoomId),
    /// The newest loaded line came near the end of the screen, and newer ones were
    /// let go of.
    LoadNewer(RoomId),
    /// Back to the newest line, whatever is loaded.
    JumpToNewest(RoomId),
    /// Connect now instead of at the next try.
    TryNow,
    /// The connection panel is open, or closed: round trips are measured more often
    /// while somebody watches.
    Watch(Watch),
    /// Be connected like this from here on.
    Choose(Choice),
    /// Stop for good (signing out). The outbox stays in storage.
    Stop,
}

/// What of a message its author saw who writes it anew: an edit that was made elsewhere
/// meanwhile is not overwritten unseen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EditBase {
    /// All that this device knows when it is written; also an own edit that has no number.
    #[default]
    Newest,
    /// It up to this edit, or as it was posted.
    Seen(Option<Seq>),
}

/// Whether somebody watches the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Watch {
    /// Somebody does.
    On,
    /// Nobody does.
    Off,
}

/// How long a ping of this client took to be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundTrip {
    /// When the answer came, by the driver's clock.
    pub at: Moment,
    /// How long it took, in milliseconds.
    pub ms: u32,
}

/// What the driver is to do, in order.
#[derive(Debug)]
pub enum Output {
    /// Open a connection by this transport; report under this generation. It is open
    /// once something has come that proves it: a handshake's answer, a stream's first
    /// event, a link's id.
    Open(Generation, Transport),
    /// Find out, beside the connection that there is, whether a WebSocket would open and
    /// carry a frame; answer with [`Input::Probed`].
    Probe,
    /// Send a frame on the socket of this generation. If that is gone already, drop it:
    /// whatever matters is sent again on the next.
    Transmit(Generation, ClientFrame),
    /// Close the socket of this generation with this code and forget it.
    Shut(Generation, u16),
    /// Fetch a page of history over HTTP.
    Fetch(PageAsk),
    /// Keep this unsent write in storage (again: replace it).
    Keep(Kept),
    /// It is stored on the server or was taken back: forget it.
    Forget(ClientId),
    /// A view may differ.
    Changed(Change),
}

/// A page of history that is wanted over HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PageAsk {
    /// Which room.
    pub room: RoomId,
    /// Which side.
    pub side: PageSide,
    /// At most this many entries.
    pub limit: u16,
}

/// Which side of what is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageSide {
    /// The newest entries below this number.
    Before(Seq),
    /// The oldest entries above this number.
    After(Seq),
}

/// Why a page did not come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FetchFailure {
    /// No answer, or a fault of the server: try again later.
    Temporary,
    /// The room can no longer be read.
    Gone,
    /// No login any more.
    NotSignedIn,
}

/// An unsent write, as it lies in storage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The write's own id.
    pub client_id: ClientId,
    /// Into which room.
    pub room: RoomId,
    /// The text of a message or of an edit; empty for every other write.
    #[serde(with = "recorder::form::length")]
    pub text: MessageText,
    /// When the person sent it, by this device's clock.
    pub written_at: Timestamp,
    /// Order among the writes of this client.
    pub order: u64,
    /// The sentence of the refusal, if it failed.
    pub failed: Option<String>,
    /// What it is for.
    #[serde(default)]
    pub purpose: Purpose,
}

/// What a write is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A message.
    Post {
        /// The message that it answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply_to: Option<Seq>,
        /// The message whose thread it goes into.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        thread: Option<Seq>,
        /// Files that were uploaded for it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        files: Vec<FileInfo>,
    },
    /// An own message says something else from then on.
    Edit {
        /// Which message.
        target: Seq,
        /// The newest edit that the writer saw.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        base: Option<Seq>,
    },
    /// A message is taken back.
    Delete {
        /// Which message.
        target: Seq,
    },
    /// A reaction is given.
    React {
        /// To which message.
        target: Seq,
        /// With what.
        emoji: Emoji,
    },
    /// A reaction is taken back.
    Unreact {
        /// From which message.
        target: Seq,
        /// Which.
        emoji: Emoji,
    },
    /// A message is pinned.
    Pin {
        /// Which message.
        target: Seq,
    },
    /// A message is unpinned.
    Unpin {
        /// Which message.
        target: Seq,
    },
    /// The room is about something else.
    Topic {
        /// About this.
        topic: Topic,
    },
}

impl Default for Purpose {
    fn default() -> Self {
        Self::Post {
            reply_to: None,
            thread: None,
            files: Vec::new(),
        }
    }
}

impl Purpose {
    /// The message that it changes; none for one that is written. A topic changes the room,
    /// which is zero.
    #[must_use]
    pub fn target(&self) -> Option<Seq> {
        match self {
            Self::Post { .. } => None,
            Self::Topic { .. } => Some(Seq::ZERO),
            Self::Edit { target, .. }
            | Self::Delete { target }
            | Self::React { target, .. }
            | Self::Unreact { target, .. }
            | Self::Pin { target }
            | Self::Unpin { target } => Some(*target),
        }
    }

    /// Whether somebody's words are in it.
    #[must_use]
    pub fn has_text(&self) -> bool {
        matches!(self, Self::Post { .. } | Self::Edit { .. })
    }

    /// Whether it undoes `other`, if neither has reached the server.
    #[must_use]
    pub fn undoes(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::React { target, emoji },
                Self::Unreact {
                    target: of,
                    emoji: had,
                },
            )
            | (
                Self::Unreact { target, emoji },
                Self::React {
                    target: of,
                    emoji: had,
                },
            ) => (target, emoji) == (of, had),
            (Self::Pin { target }, Self::Unpin { target: of })
            | (Self::Unpin { target }, Self::Pin { target: of }) => target == of,
            _ => false,
        }
    }
}
