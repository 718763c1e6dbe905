//! How what happens reaches everybody: rooms and their followers on this node, the
//! sessions of all users, presence.
//!
//! A room's state is a `chat_rules` machine under one of a few short locks; one call
//! is one lock, held without waiting for anything. An entry is encoded once per
//! language ([`feed`]) and offered to mailboxes as shared bytes, so a follower costs
//! a pointer. [`rooms`] holds the rooms, [`people`] the rest. Losing anything here costs latency and never a message: the store has it.

pub mod feed;
mod people;
mod rooms;
pub mod sessions;

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex};

use chat_rules::presence::Presence;
use chat_rules::room::Room;
use shared::cursor::Seq;
use shared::ids::RoomId;
use shared::moment::Moment;
use tokio::sync::Notify;

use crate::access::Directory;
use crate::metrics::Metrics;
use sessions::{SessionHandle, Sessions};

/// Rooms that hash to different shards never wait for each other. Some dozens, so
/// that even on many cores two busy rooms seldom meet.
const SHARDS: usize = 32;

/// Everything that is known of sessions and followers on this node.
#[derive(Debug)]
pub struct Hub {
    shards: Box<[Mutex<Shard>]>,
    incarnations: AtomicU64,
    sessions: Sessions,
    presence: Mutex<Presence>,
    directory: Arc<Directory>,
    metrics: Arc<Metrics>,
    /// Rooms that went on since `moved` was last told.
    moved: Mutex<BTreeSet<RoomId>>,
    /// Rooms that wait for entries they lack, and from where.
    missing: Mutex<HashMap<RoomId, Seq>>,
    missing_came: Notify,
}

#[derive(Debug, Default)]
struct Shard {
    rooms: HashMap<RoomId, Room<Arc<SessionHandle>>>,
    /// Rooms whose machine has a deadline.
    waiting: BTreeSet<RoomId>,
}

impl Hub {
    /// A hub without sessions.
    #[must_use]
    pub fn new(directory: Arc<Directory>, metrics: Arc<Metrics>) -> Self {
        Self {
            shards: (0..SHARDS).map(|_| Mutex::default()).collect(),
            incarnations: AtomicU64::new(1),
            sessions: Sessions::default(),
            presence: Mutex::new(Presence::new()),
            directory,
            metrics,
            moved: Mutex::default(),
            missing: Mutex::default(),
            missing_came: Notify::new(),
        }
    }

    /// The sessions of this node.
    #[must_use]
    pub fn sessions(&self) -> &Sessions {
        &self.sessions
    }

    /// Does what is due now and then. Called a few times a second.
    pub fn tick(&self, now: Moment) {
        self.tick_rooms(now);
        self.tick_presence(now);
        self.tell_moved();
    }
}

const NO_PANIC: &str = "no panic happens under a lock of the hub";

#[cfg(test)]
mod tests;
