//! What a client may say. Text is still as it was typed here: the server's session
//! parses it and refuses by name what breaks a rule.

use serde::{Deserialize, Serialize};

use crate::cursor::{Cursor, Seq};
use crate::file::FileId;
use crate::ids::{ClientId, RequestId, RoomId};
use crate::version::{Ability, ProtocolVersion};

/// One frame from client to server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClientFrame {
    /// The first frame of a connection. Answer: `welcome`, or a close.
    Hello(Hello),
    /// Asks for a room's entries from a cursor on, and for all that come after.
    /// Answer: `following`, then `entries`, then `live`; or `refused`.
    Follow(Follow),
    /// Stops a room's entries. No answer; entries on their way may still arrive.
    Unfollow(Unfollow),
    /// Writes a message. Answer: `posted` once it is on disk, or `refused`.
    Post(Post),
    /// Changes a message: edits it, takes it back, reacts to it, pins it. Answer:
    /// `posted` with the number of the entry that says so, or `refused`.
    Amend(Amend),
    /// Says what a room is about. Answer: `posted` with the number of the entry that says
    /// so, or `refused`.
    SetTopic(SetTopic),
    /// Makes a room. Answer: `room_made`, or `refused`.
    MakeRoom(MakeRoom),
    /// Moves the own read mark; it never moves back. No answer.
    MarkRead(MarkRead),
    /// The user is typing in a room. A signal; no answer.
    Typing(Typing),
    /// Nobody is looking at this client, or somebody is again. A signal; no answer.
    Away(Away),
    /// Asks for a `pong` with the same number.
    Ping(Beat),
    /// Answers the server's `ping`, with its number.
    Pong(Beat),
}

/// See [`ClientFrame::Hello`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// The protocol that the client speaks.
    pub version: ProtocolVersion,
    /// What the client understands beyond version 1's base.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub abilities: Vec<Ability>,
    /// A login's token, for programs that can set neither cookie nor header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

// The token is a secret and must not reach a log.
impl std::fmt::Debug for Hello {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hello")
            .field("version", &self.version)
            .field("abilities", &self.abilities)
            .field("token", &self.token.as_ref().map(|_| "***"))
            .finish()
    }
}

/// See [`ClientFrame::Follow`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Follow {
    /// Echoed in the answer.
    pub id: RequestId,
    /// Which room.
    pub room: RoomId,
    /// Continue after this; without it the newest page comes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Cursor>,
}

/// See [`ClientFrame::Unfollow`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfollow {
    /// Which room.
    pub room: RoomId,
}

/// See [`ClientFrame::Post`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Echoed in the answer.
    pub id: RequestId,
    /// Into which room.
    pub room: RoomId,
    /// The write's own id: repeat it on every retry.
    pub client_id: ClientId,
    /// As it was typed.
    pub text: String,
    /// The message of the same room that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<Seq>,
    /// The message of the same room whose thread it goes into, instead of the room's own
    /// messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<Seq>,
    /// Files that the writer uploaded into the room and that no message has yet. With them
    /// the text may be empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileId>,
}

// Message text must not reach a log.
impl std::fmt::Debug for Post {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Post")
            .field("id", &self.id)
            .field("room", &self.room)
            .field("client_id", &self.client_id)
            .field("text_bytes", &self.text.len())
            .field("reply_to", &self.reply_to)
            .field("thread", &self.thread)
            .field("files", &self.files)
            .finish()
    }
}

/// See [`ClientFrame::Amend`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amend {
    /// Echoed in the answer.
    pub id: RequestId,
    /// In which room.
    pub room: RoomId,
    /// The write's own id: repeat it on every retry.
    pub client_id: ClientId,
    /// Which message.
    pub target: Seq,
    /// What to do with it.
    pub change: Change,
}

/// See [`ClientFrame::SetTopic`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetTopic {
    /// Echoed in the answer.
    pub id: RequestId,
    /// Of which room.
    pub room: RoomId,
    /// The write's own id: repeat it on every retry.
    pub client_id: ClientId,
    /// As it was typed; an empty one takes the topic away.
    pub topic: String,
}

// A topic is for those who may read the room, as a message is.
impl std::fmt::Debug for SetTopic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SetTopic")
            .field("id", &self.id)
            .field("room", &self.room)
            .field("client_id", &self.client_id)
            .field("topic_bytes", &self.topic.len())
            .finish()
    }
}

/// A change of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Write it anew.
    Edit(Edit),
    /// Take it back.
    Delete,
    /// React to it.
    React(WithEmoji),
    /// Take a reaction back.
    Unreact(WithEmoji),
    /// Pin it to the room.
    Pin,
    /// Pin it no longer.
    Unpin,
}

/// See [`Change::Edit`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// As it was typed.
    pub text: String,
    /// The newest edit that the writer saw; none if there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Seq>,
}

// Message text must not reach a log.
impl std::fmt::Debug for Edit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Edit")
            .field("text_bytes", &self.text.len())
            .field("base", &self.base)
            .finish()
    }
}

/// See [`Change::React`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithEmoji {
    /// As it was chosen.
    pub emoji: String,
}

// What was sent in an emoji's place may be anything, also private words.
impl std::fmt::Debug for WithEmoji {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WithEmoji")
            .field("emoji_bytes", &self.emoji.len())
            .finish()
    }
}

/// See [`ClientFrame::MakeRoom`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakeRoom {
    /// Echoed in the answer.
    pub id: RequestId,
    /// As it was typed.
    pub name: String,
}

/// See [`ClientFrame::MarkRead`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkRead {
    /// Which room.
    pub room: RoomId,
    /// Everything up to here was seen.
    pub seq: Seq,
}

/// See [`ClientFrame::Typing`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typing {
    /// Which room.
    pub room: RoomId,
    /// The message that the thread hangs from, where a reply is typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<Seq>,
}

/// See [`ClientFrame::Away`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Away {
    /// True when nobody is looking.
    pub away: bool,
}

/// A heartbeat, either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beat {
    /// Echoed by the other side.
    pub n: u32,
}
