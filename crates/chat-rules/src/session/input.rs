//! What a driver tells a session: what came from the other end, and what the rest
//! of the server answered.

use shared::client_frame::ClientFrame;
use shared::codec::Unreadable;
use shared::cursor::{Epoch, Seq};
use shared::entry::{Author, RoomSummary};
use shared::ids::{ClientId, RoomId, SessionId};
use shared::moment::Timestamp;
use shared::refusal::Refusal;
use shared::signal::Roster;

use super::Ticket;
use crate::private::Private;

/// What a driver tells the session.
#[derive(Debug)]
pub enum Input {
    /// A frame came (frames language).
    Frame(ClientFrame),
    /// A frame came that could not be read (frames language).
    Unreadable(Unreadable),
    /// A line came (plain language), as it was typed.
    Line {
        /// Made by the driver, fresh for each line.
        client_id: ClientId,
        /// The whole text frame.
        text: Private,
    },
    /// A ping or pong control frame came, or anything else that proves life.
    Alive,
    /// The answer to `Output::Ask` with the same ticket.
    Answer(Ticket, Answer),
    /// `deadline()` has passed.
    Deadline,
    /// The hub no longer feeds a room to this session, and has said so to the
    /// client; the room no longer counts as followed.
    Gone(RoomId),
    /// The server stops.
    Stopping {
        /// When the client should come back.
        reconnect_after_ms: u32,
    },
}

/// The outcome of a [`Request`](super::Request). One that does not belong to its
/// request counts as `unavailable`.
#[derive(Debug)]
pub enum Answer {
    /// To `Greet`. Refused with `not_signed_in`, the client is told to sign in; with
    /// anything else, to come back later.
    Greeted(Result<Box<Greeting>, Refusal>),
    /// To a `Follow` that was refused. (One that succeeds answers `Done`: the hub
    /// sends `following` itself, so that its order with the entries is certain.)
    FollowRefused(Refusal),
    /// To `Post`: the entry's number and when it was stored.
    Posted(Result<(Seq, Timestamp), Refusal>),
    /// To `MakeRoom`.
    RoomMade(Result<RoomSummary, Refusal>),
    /// To everything else.
    Done,
}

/// What a welcome says that the session does not know by itself. The fields mean
/// what they mean in `shared::server_frame::Welcome`.
#[derive(Clone, Debug)]
pub struct Greeting {
    /// The server program's version.
    pub server: String,
    /// This connection.
    pub session: SessionId,
    /// Who is signed in.
    pub user: Author,
    /// The incarnation of every room's log.
    pub epoch: Epoch,
    /// The server's wall clock.
    pub now: Timestamp,
    /// Every room that the user may read.
    pub rooms: Vec<RoomSummary>,
    /// Who is here.
    pub roster: Roster,
}
