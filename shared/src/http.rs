//! Bodies of the HTTP API: signing in, pages of history, and opening a link where
//! WebSocket is blocked.

use serde::{Deserialize, Serialize};

use crate::cursor::{Epoch, Seq};
use crate::entry::{Author, Edition, Entry};
use crate::file::{FileId, FileInfo};
use crate::ids::{ClientId, RoomId};
use crate::moment::Timestamp;

/// `GET /api/me`: what a page needs to know before it connects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// Who is signed in here, if anybody.
    pub user: Option<Author>,
    /// The server program's version.
    pub version: String,
    /// Nobody has signed in on this server yet: whoever does first owns it.
    pub fresh: bool,
    /// Whether the user owns this server.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub owner: bool,
}

/// `POST /api/login`: become a guest with this name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoginRequest {
    /// As it was typed.
    pub name: String,
    /// A program asks for the token itself instead of a cookie.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bearer: bool,
}

/// The answer to `POST /api/me/code`: by this the user signs in on one more device, once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInCode {
    /// To be typed there, in whatever case, with or without its hyphen.
    pub code: String,
    /// How long it holds, in milliseconds: [`crate::limits::SIGN_IN_CODE_HOLDS_MS`].
    pub holds_ms: u64,
}

/// `POST /api/login/code`: sign in as the user who asked for this code.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeLogin {
    /// As it was typed.
    pub code: String,
    /// As [`LoginRequest::bearer`].
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bearer: bool,
}

// A code is a secret while it holds and must not reach a log.
impl std::fmt::Debug for SignInCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignInCode")
            .field("holds_ms", &self.holds_ms)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for CodeLogin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CodeLogin")
            .field("bearer", &self.bearer)
            .finish_non_exhaustive()
    }
}

/// `GET /api/me/reading` and `PUT` of the same: whether others see how far the user has read.
/// Who does not show it is not told it of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// They do.
    pub shown: bool,
}

/// `GET /api/rooms/{room}/messages/{seq}/readers`: who has read up to a message, beside its
/// author and the one who asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadersPage {
    /// By name, at most [`crate::limits::READERS_LISTED_MAX`].
    pub readers: Vec<Author>,
    /// How many there are; [`crate::limits::READERS_COUNTED_MAX`] says so many or more.
    pub count: u32,
}

/// The answer to [`LoginRequest`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoginAnswer {
    /// The new user.
    pub user: Author,
    /// The token, only where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

// The token is a secret and must not reach a log.
impl std::fmt::Debug for LoginAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LoginAnswer")
            .field("user", &self.user)
            .field("token", &self.token.as_ref().map(|_| "***"))
            .finish()
    }
}

/// `GET /api/rooms/{room}/entries?before=N&limit=N` or `?after=N&limit=N`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntriesPage {
    /// The log's incarnation: drop the page if it is not yours.
    pub epoch: Epoch,
    /// The room's newest entry.
    pub head: Seq,
    /// Ascending, dense; empty when nothing lies on that side.
    pub entries: Vec<Entry>,
}

/// `GET /api/rooms/{room}/at?time=MS`: the place in a room's log that a time leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceAt {
    /// The log's incarnation.
    pub epoch: Epoch,
    /// The first entry that was stored at or after the time; none where all are older.
    pub seq: Option<Seq>,
}

/// `GET /api/rooms/{room}/messages/{seq}`: one message with what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessagePage {
    /// The log's incarnation.
    pub epoch: Epoch,
    /// The message.
    pub entry: Entry,
}

/// `GET /api/rooms/{room}/messages/{seq}/versions?after=N`: what a message said before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionsPage {
    /// The log's incarnation.
    pub epoch: Epoch,
    /// Former versions, oldest first: the message itself, then its edits but the newest.
    /// Empty when there are none after the one that was named, and for a deleted message.
    pub versions: Vec<Edition>,
}

/// `GET /api/rooms/{room}/pins`: what is pinned to a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinsPage {
    /// The log's incarnation.
    pub epoch: Epoch,
    /// The messages, newest pin first; at most [`crate::limits::PINS_MAX`].
    pub pins: Vec<Entry>,
}

/// `GET /api/rooms/{room}/messages/{seq}/thread?after=N`: the messages of a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadPage {
    /// The log's incarnation.
    pub epoch: Epoch,
    /// The room's newest entry when the page was read: what the log up to it has of the
    /// thread is in the page, or follows its last message.
    pub head: Seq,
    /// Ascending; empty when nothing follows.
    pub replies: Vec<Entry>,
}

/// `POST /api/rooms/{room}/forwards`: passes a message on into this room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forward {
    /// The write's own id: repeat it on every retry.
    pub client_id: ClientId,
    /// Where the message is.
    pub from: RoomId,
    /// Its number there.
    pub seq: Seq,
}

/// The answer to a [`Forward`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForwardAnswer {
    /// The number of the new message.
    pub seq: Seq,
    /// When it was stored.
    pub at: Timestamp,
}

/// `POST /api/rooms/{room}/uploads`: announces a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewUpload {
    /// What it is called; [`crate::file::FileName`] has the rules.
    pub name: String,
    /// Bytes that will come.
    pub size: u64,
    /// The media type that its sender believes it has. Only compared with what comes.
    #[serde(rename = "type", default, skip_serializing_if = "String::is_empty")]
    pub declared: String,
}

/// How far an upload is: the answer to announcing one, to asking for it, and to its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadState {
    /// Its id, and the file's.
    pub id: FileId,
    /// Bytes that are there; the next go behind them.
    pub received: u64,
    /// Bytes that were announced.
    pub size: u64,
    /// The file, once it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileInfo>,
}

/// `GET /api/rooms/{room}/files`: files of a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilesPage {
    /// Newest first; empty when there are no older ones.
    pub files: Vec<FileInfo>,
}

/// `POST /api/link`: talk frames over plain HTTP requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkRequest {
    /// How the server's frames are to come.
    pub transport: LinkTransport,
}

/// How frames come down without a WebSocket. Up they always go by `POST`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkTransport {
    /// One answer that does not end: server-sent events.
    Events,
    /// One answer after another, each given when there is something to say.
    Poll,
}

/// The answer to [`LinkRequest`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkOpened {
    /// Names the link in its addresses. Nobody can guess it.
    pub link: String,
}

// Whoever has the id and the login may speak on the link.
impl std::fmt::Debug for LinkOpened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkOpened")
    }
}
