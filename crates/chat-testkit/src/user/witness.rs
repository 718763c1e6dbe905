//! Somebody who stands beside a client and notes what the server tells it, before the
//! client has made anything of it.

use std::sync::Arc;

use shared::cursor::Seq;
use shared::entry::Entry;
use shared::ids::RoomId;

use super::Ack;

/// What the server told a client.
#[derive(Clone, Copy, Debug)]
pub enum Told<'a> {
    /// It was greeted, over a new connection.
    Welcome,
    /// One of its writes is stored.
    Stored(Ack),
    /// It follows a room, and this entry comes first.
    Following(RoomId, Seq),
    /// Entries of a room that it follows.
    Shown(RoomId, &'a [Entry]),
    /// A page of a room, fetched.
    Page(RoomId, &'a [Entry]),
}

/// Is told everything, on the client's thread.
pub type Witness = Arc<dyn Fn(Told<'_>) + Send + Sync>;
