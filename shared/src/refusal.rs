//! A coded no to one request: a code for programs, one sentence for people.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A no. The sentence can be shown as it is; programs branch on the code only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// For programs. Never changes its meaning.
    pub code: RefusalCode,
    /// For people: one plain sentence, without private text.
    pub message: String,
    /// When the same request may succeed, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_ms: Option<u32>,
}

impl Refusal {
    /// A refusal with its sentence.
    pub fn new(code: RefusalCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            retry_after_ms: None,
        }
    }

    /// The same, with the time after which a retry makes sense.
    #[must_use]
    pub fn retry_after_ms(mut self, ms: u32) -> Self {
        self.retry_after_ms = Some(ms);
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message.fmt(f)
    }
}

impl std::error::Error for Refusal {}

/// The kinds of no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusalCode {
    /// The frame is not JSON, or a field is missing or of the wrong type.
    Malformed,
    /// The frame's name is not one of this protocol's.
    UnknownFrame,
    /// Something other than `hello` came first.
    HelloFirst,
    /// `hello` came twice.
    AlreadyGreeted,
    /// The server does not speak the client's version.
    VersionUnsupported,
    /// No login, or one that has ended.
    NotSignedIn,
    /// There is no such room, or none that the user may know of.
    UnknownRoom,
    /// The user has no right to this.
    NotAllowed,
    /// The text is empty.
    TextEmpty,
    /// The text is over [`crate::limits::MESSAGE_CHARS_MAX`].
    TextTooLong,
    /// The text has control characters.
    TextControl,
    /// A name breaks a rule.
    NameInvalid,
    /// A name is somebody else's.
    NameTaken,
    /// The id of a write is nil, or was used for another write.
    ClientIdInvalid,
    /// No message of the room has that number.
    UnknownMessage,
    /// The message was taken back.
    MessageDeleted,
    /// The message was edited since the writer saw it.
    EditStale,
    /// The message is already as it was to become: count it as done.
    AlreadySo,
    /// Not one emoji.
    EmojiInvalid,
    /// No file, or no upload of the user, has this id.
    UnknownFile,
    /// The file is larger than the server takes.
    FileTooLarge,
    /// The file is not what its sender said, or breaks its own format.
    FileInvalid,
    /// The picture has more pixels than fit into a reader's memory.
    ImageTooLarge,
    /// The upload goes on elsewhere: ask how far it is.
    OffsetWrong,
    /// Too many requests wait for their answer.
    TooManyInFlight,
    /// Too many frames per second.
    TooFast,
    /// A limit of rooms, followed rooms or the like is reached.
    LimitReached,
    /// The server's disk is full.
    DiskFull,
    /// The server cannot do it now.
    Unavailable,
    /// The server is stopping.
    Stopping,
    /// No link over HTTP has this id any more, or ever had, or not for you: open
    /// another; your cursor and your outbox bring the rest.
    LinkGone,
}

impl RefusalCode {
    /// Whether the same request may succeed later without any change. An outbox
    /// keeps such a write and tries again; others it shows as failed.
    #[must_use]
    pub fn is_temporary(self) -> bool {
        match self {
            Self::TooManyInFlight | Self::TooFast | Self::Unavailable | Self::Stopping => true,
            Self::Malformed
            | Self::UnknownFrame
            | Self::HelloFirst
            | Self::AlreadyGreeted
            | Self::VersionUnsupported
            | Self::NotSignedIn
            | Self::UnknownRoom
            | Self::NotAllowed
            | Self::TextEmpty
            | Self::TextTooLong
            | Self::TextControl
            | Self::NameInvalid
            | Self::NameTaken
            | Self::ClientIdInvalid
            | Self::UnknownMessage
            | Self::MessageDeleted
            | Self::EditStale
            | Self::AlreadySo
            | Self::EmojiInvalid
            | Self::UnknownFile
            | Self::FileTooLarge
            | Self::FileInvalid
            | Self::ImageTooLarge
            | Self::OffsetWrong
            | Self::LimitReached
            | Self::DiskFull
            | Self::LinkGone => false,
        }
    }
}
