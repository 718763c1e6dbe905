//! What a server may say. A frame with an `id` answers the request of that id;
//! one without is news.

use serde::{Deserialize, Serialize};

use crate::client_frame::Beat;
use crate::cursor::{Epoch, Seq};
use crate::entry::{Author, Entry, RoomSummary, RoomTopic};
use crate::ids::{RequestId, RoomId, SessionId};
use crate::kept::Kept;
use crate::moment::Timestamp;
use crate::refusal::Refusal;
use crate::signal::{Present, Roster};
use crate::text::RoomName;
use crate::version::{Ability, ProtocolVersion};

/// One frame from server to client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServerFrame {
    /// Answers `hello`: who you are, what there is.
    Welcome(Box<Welcome>),
    /// Answers `follow`; its entries come next.
    Following(Following),
    /// Entries of a followed room, ascending, each directly after the one before.
    Entries(RoomEntries),
    /// A follower has everything up to `head`; from here entries come as they are stored.
    Live(Live),
    /// Answers `post`, `amend` and `set_topic`: it is on disk under this number.
    Posted(Posted),
    /// Answers `make_room`.
    RoomMade(RoomMade),
    /// Answers any request with a no; without an id it is about a frame that had none.
    Refused(Refused),
    /// Somebody made a room, or a room became visible.
    RoomAdded(RoomAdded),
    /// Rooms that went on while they were not followed here. A signal.
    Moved(Moved),
    /// The own read mark, moved by another of the user's clients.
    ReadMark(ReadMark),
    /// Something that is kept for the user changed, by any of their clients.
    Kept(Kept),
    /// Somebody is typing. A signal.
    Typing(TypingIn),
    /// Who came, went or turned away. A signal.
    Presence(Presence),
    /// The whole roster anew. A signal.
    Roster(Roster),
    /// A room can no longer be read here; nothing more of it comes.
    Gone(Gone),
    /// The server is about to close this connection; come back after the delay.
    Closing(Closing),
    /// Answer with `pong` and the same number.
    Ping(Beat),
    /// Answers the client's `ping`.
    Pong(Beat),
}

/// See [`ServerFrame::Welcome`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Welcome {
    /// The protocol that the connection speaks from here.
    pub version: ProtocolVersion,
    /// What the server understands beyond version 1's base.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub abilities: Vec<Ability>,
    /// The server program's own version, for people.
    pub server: String,
    /// This connection, for logs and reports.
    pub session: SessionId,
    /// Who is signed in.
    pub user: Author,
    /// The incarnation of every room's log.
    pub epoch: Epoch,
    /// The server's wall clock.
    pub now: Timestamp,
    /// The server pings this often, in milliseconds.
    pub ping_every_ms: u32,
    /// A ping unanswered for this long closes the connection.
    pub pong_within_ms: u32,
    /// Every room that the user may read.
    pub rooms: Vec<RoomSummary>,
    /// Who is here.
    pub roster: Roster,
}

/// See [`ServerFrame::Following`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Following {
    /// Of the request.
    pub id: RequestId,
    /// Which room.
    pub room: RoomId,
    /// How the cursor was taken.
    pub start: FollowStart,
    /// The first entry that comes has this number (it may not be written yet).
    pub from: Seq,
    /// The newest entry now.
    pub head: Seq,
    /// What the room is about now, if anybody ever said so. Entries that come may say more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<RoomTopic>,
}

/// How a follower's cursor was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowStart {
    /// Everything after the cursor comes.
    Resumed,
    /// There was no cursor: the newest page comes.
    Newest,
    /// The cursor is of another epoch, ahead of the log, or too far behind: drop
    /// what you hold of this room; the newest page comes.
    Rewound,
}

/// See [`ServerFrame::Entries`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomEntries {
    /// Which room.
    pub room: RoomId,
    /// At least one, ascending, dense.
    pub entries: Vec<Entry>,
}

/// See [`ServerFrame::Live`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Live {
    /// Which room.
    pub room: RoomId,
    /// Complete up to here.
    pub head: Seq,
    /// How many messages the room has up to there.
    pub posts: u64,
}

/// See [`ServerFrame::Posted`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posted {
    /// Of the request.
    pub id: RequestId,
    /// The entry's number.
    pub seq: Seq,
    /// When it was stored (the first time, if this was a repeat).
    pub at: Timestamp,
}

/// See [`ServerFrame::RoomMade`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomMade {
    /// Of the request.
    pub id: RequestId,
    /// The new room.
    pub room: RoomSummary,
}

/// See [`ServerFrame::Refused`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Of the request, where it had one that could be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<RequestId>,
    /// Why.
    #[serde(flatten)]
    pub refusal: Refusal,
}

/// See [`ServerFrame::RoomAdded`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomAdded {
    /// Which room.
    pub room: RoomId,
    /// Its name.
    pub name: RoomName,
    /// Its newest entry.
    pub head: Seq,
    /// How many messages it has.
    pub posts: u64,
}

/// See [`ServerFrame::Moved`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Each room's newest entry.
    pub rooms: Vec<RoomHead>,
}

/// A room and its newest entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomHead {
    /// Which room.
    pub room: RoomId,
    /// Its newest entry.
    pub head: Seq,
    /// How many messages it has.
    pub posts: u64,
}

/// See [`ServerFrame::ReadMark`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadMark {
    /// Which room.
    pub room: RoomId,
    /// Everything up to here was seen.
    pub seq: Seq,
    /// How many messages the room has up to there.
    pub posts: u64,
}

/// See [`ServerFrame::Typing`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypingIn {
    /// Which room.
    pub room: RoomId,
    /// Who.
    pub user: Author,
    /// The message that the thread hangs from, where a reply is typed. Whether there is such
    /// a message was not looked up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<Seq>,
}

/// See [`ServerFrame::Presence`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// How many people are online or away now.
    pub count: u32,
    /// What changed; empty when there are too many people to list.
    pub changes: Vec<Present>,
}

/// See [`ServerFrame::Gone`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// Which room.
    pub room: RoomId,
    /// Why.
    pub reason: GoneReason,
}

/// Why a room can no longer be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoneReason {
    /// The user was removed from it.
    Removed,
    /// The server could not read it; follow it again.
    Unavailable,
}

/// See [`ServerFrame::Closing`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// Wait this long before connecting again. Spread, so that not all come at once.
    pub reconnect_after_ms: u32,
}
