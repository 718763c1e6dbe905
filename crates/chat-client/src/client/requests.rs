//! Requests that wait for their answer on the present link.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::ids::{ClientId, RequestId, RoomId};
use shared::limits::{IN_FLIGHT_MAX, POST_ANSWER_WITHIN_MS};
use shared::moment::Moment;

use super::follows::FOLLOWED_MAX;

/// Posts on their way at once, over all rooms: what the server lets one connection
/// ask at once, less all follows and some rooms to make.
pub(super) const POSTS_IN_FLIGHT_MAX: usize = IN_FLIGHT_MAX - FOLLOWED_MAX - 4;

/// Requests that are remembered. More than can be on their way: a late answer to one
/// that was given up is still understood.
const REQUESTS_MAX: usize = 4 * IN_FLIGHT_MAX;

/// Open requests by id.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Requests {
    open: BTreeMap<RequestId, Request>,
    last: u32,
}

/// What was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Request {
    Follow(RoomId),
    Post(ClientId),
    MakeRoom { until: Moment },
}

impl Requests {
    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    pub(super) fn ask(&mut self, request: Request) -> RequestId {
        if self.open.len() >= REQUESTS_MAX {
            self.open.pop_first();
        }
        self.last = self.last.wrapping_add(1);
        let id = RequestId(self.last);
        self.open.insert(id, request);
        id
    }

    pub(super) fn make_room(&mut self, now: Moment) -> RequestId {
        self.ask(Request::MakeRoom {
            until: now.plus_ms(POST_ANSWER_WITHIN_MS),
        })
    }

    pub(super) fn answered(&mut self, id: RequestId) -> Option<Request> {
        self.open.remove(&id)
    }

    /// Gives up on rooms that should have been made by now. Answers whether there was one.
    pub(super) fn give_up_rooms(&mut self, now: Moment) -> bool {
        let before = self.open.len();
        self.open
            .retain(|_, request| !matches!(request, Request::MakeRoom { until } if *until <= now));
        self.open.len() < before
    }

    /// The link is gone: no answer comes any more. Answers whether a room was asked for.
    pub(super) fn link_lost(&mut self) -> bool {
        let open = std::mem::take(&mut self.open);
        open.values()
            .any(|request| matches!(request, Request::MakeRoom { .. }))
    }

    pub(super) fn deadline(&self) -> Option<Moment> {
        let until = |request: &Request| match request {
            Request::MakeRoom { until } => Some(*until),
            Request::Follow(_) | Request::Post(_) => None,
        };
        self.open.values().filter_map(until).min()
    }
}
