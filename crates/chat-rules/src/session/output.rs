//! What a session wants done: by its driver on the socket, and by the rest of the
//! server.

use shared::close::CloseCode;
use shared::cursor::{Cursor, Seq};
use shared::entry::EntryKind;
use shared::file::FileId;
use shared::ids::{ClientId, RequestId, RoomId};
use shared::moment::Moment;
use shared::server_frame::ServerFrame;
use shared::text::{MessageText, RoomName};

use crate::private::Private;

/// What the driver is to do, in order.
#[derive(Debug)]
pub enum Output {
    /// Send this frame (frames language).
    Send(ServerFrame),
    /// Send this line (plain language).
    Say(Private),
    /// Send a ping control frame, RFC 6455 section 5.5.2 (plain language, whose
    /// clients know no frames of ours).
    ControlPing,
    /// Do this; answer with `Input::Answer` and the same ticket, always exactly once.
    Ask(Ticket, Request),
    /// The last ping was answered so many milliseconds after it was sent. For whoever
    /// counts; nothing is to be done.
    RoundTrip {
        /// The clock's own steps, a millisecond, are the precision.
        ms: u64,
    },
    /// Read nothing more from the socket before this moment: TCP pushes back. It
    /// replaces the pause before it; a moment that has come ends the pause.
    PauseReading(Moment),
    /// Flush what was sent, then close. Nothing follows.
    Close(CloseCode),
}

/// Names one `Ask` of one session. Never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u64);

/// A change of a message, parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// The entry that it becomes: neither a message nor what erasing leaves.
    pub kind: EntryKind,
    /// For an edit: the newest edit that the writer saw.
    pub base: Option<Seq>,
}

/// What a session needs done by the rest of the server.
#[derive(Debug)]
pub enum Request {
    /// Who is this? Answer: `Greeted`.
    Greet {
        /// A login's token; without it the upgrade's own login counts.
        token: Option<Private>,
    },
    /// Follow a room; the entries themselves bypass the session. Answer: `Done`, or
    /// `FollowRefused`.
    Follow {
        /// Of the client's request, for the hub's `following`.
        id: RequestId,
        /// Which room.
        room: RoomId,
        /// What the client has of it.
        after: Option<Cursor>,
    },
    /// Stop following a room. Takes effect before anything that is asked after it.
    /// Answer: `Done`.
    Unfollow {
        /// Which room; it may not be followed.
        room: RoomId,
    },
    /// Write a message. Begun in the order of asking, so that messages of one
    /// connection are numbered as they were sent. Answer: `Posted`.
    Post {
        /// Into which room.
        room: RoomId,
        /// The write's own id; never nil.
        client_id: ClientId,
        /// What it says.
        text: MessageText,
        /// The message that it answers.
        reply_to: Option<Seq>,
        /// The message whose thread it goes into.
        thread: Option<Seq>,
        /// Files that it brings; without any the text is not empty.
        files: Vec<FileId>,
    },
    /// Change a message, or what the room is about. Begun in the order of asking, among
    /// the posts. Answer: `Posted`.
    Amend {
        /// In which room.
        room: RoomId,
        /// The write's own id; never nil.
        client_id: ClientId,
        /// What the change is, with the message that it changes, if it changes one.
        amendment: Amendment,
    },
    /// Make a room. Answer: `RoomMade`.
    MakeRoom {
        /// Its name.
        name: RoomName,
    },
    /// Move the own read mark. Answer: `Done`, whatever came of it.
    MarkRead {
        /// In which room.
        room: RoomId,
        /// Everything up to here was seen.
        seq: Seq,
    },
    /// Signal typing. Answer: `Done`.
    Typing {
        /// In which room.
        room: RoomId,
        /// In which thread of it, as the client has it.
        thread: Option<Seq>,
    },
    /// Signal that nobody looks at the client, or that somebody does again. Answer:
    /// `Done`.
    Away {
        /// True when nobody looks.
        away: bool,
    },
}
