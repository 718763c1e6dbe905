//! How a client stands, in numbers: what a recording and its replay are compared by.

use serde::{Deserialize, Serialize};
use shared::cursor::Seq;
use shared::ids::RoomId;

use crate::status::LinkState;
use crate::timeline::Extent;
use crate::{ChatClient, Timeline};

/// How a client stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndState {
    /// The link, the moment of the next try with it.
    pub link: LinkState,
    /// The last round trip, in milliseconds.
    pub round_trip_ms: Option<u32>,
    /// The server's clock minus this device's, in milliseconds.
    pub clock_offset_ms: i64,
    /// Writes that wait or are on their way.
    pub waiting: usize,
    /// Writes that failed.
    pub failed: usize,
    /// The rooms of the sidebar.
    pub rooms: Vec<RoomEnd>,
    /// What is here of the followed ones.
    pub timelines: Vec<TimelineEnd>,
}

/// How a room stands in the sidebar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomEnd {
    /// Which.
    pub room: RoomId,
    /// Its newest entry, as far as known here.
    pub head: Seq,
    /// The read mark.
    pub read: Seq,
    /// Entries after it.
    pub unread: u64,
}

/// How much of a room is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEnd {
    /// Which.
    pub room: RoomId,
    /// From where to where, and what is missing.
    pub extent: Extent,
    /// Lines, unsent writes and holes with them.
    pub lines: usize,
}

impl EndState {
    /// How it stands now.
    #[must_use]
    pub fn of(client: &ChatClient) -> Self {
        let status = client.status().clone();
        let rooms = client.rooms().iter().map(|view| RoomEnd {
            room: view.room,
            head: view.head,
            read: view.read,
            unread: view.unread,
        });
        let timelines = client.timelines().map(|(room, timeline)| TimelineEnd {
            room,
            extent: timeline.extent(),
            lines: Timeline::len(timeline),
        });
        Self {
            link: status.link,
            round_trip_ms: status.round_trip_ms,
            clock_offset_ms: status.clock_offset_ms,
            waiting: status.waiting,
            failed: status.failed,
            rooms: rooms.collect(),
            timelines: timelines.collect(),
        }
    }
}
