//! What a comparison of the transports is: how much is asked of each, and what the answers
//! mean in figures. Pure; the driver measures.
//!
//! A *message* here is a ping and its pong: the smallest thing that goes there and back in
//! a session, and so what a transport adds is most of what is seen.

use crate::transport::Transport;

/// Messages there and back one after another, for the latency. With [`BURST`] below what
/// a session may send at once ([`shared::limits::FRAMES_BURST`]), so that no rate limit is
/// measured.
pub const TRIPS: usize = 40;

/// Messages at once, for how many pass in a second.
pub const BURST: usize = 50;

/// No way is measured for longer than this, a slow one by fewer messages.
pub const WAY_MS_MAX: u64 = 6_000;

/// A way to bring a message to the server and its answer back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A session over this transport.
    Link(Transport),
    /// A request for each message, and nothing that comes unasked.
    Requests,
}

impl Way {
    /// All of them, best first.
    pub const ALL: [Self; 4] = [
        Self::Link(Transport::WebSocket),
        Self::Link(Transport::Events),
        Self::Link(Transport::Poll),
        Self::Requests,
    ];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Link(Transport::WebSocket) => "WebSocket",
            Self::Link(Transport::Events) => "Events + POST",
            Self::Link(Transport::Poll) => "Long polling",
            Self::Requests => "Plain requests",
        }
    }
}

/// What came of one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Which way.
    pub way: Way,
    /// The figures; or why there are none, in one sentence.
    pub outcome: Result<Figures, String>,
}

/// How one way did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Half of the messages were back within this, in microseconds.
    pub median_us: u64,
    /// 99 of 100 were; of so few, the slowest.
    pub p99_us: u64,
    /// Messages in a second, when many are sent at once.
    pub per_second: u64,
    /// Bytes there and back of one message, sent alone.
    pub bytes: u64,
}

/// Bytes of headers that an HTTP request and its answer carry, as HTTP/1.1 writes them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// Of a request, as the server saw it.
    pub request: u64,
    /// Of its answer, as the browser saw it.
    pub answer: u64,
}

/// The figures of some round trips in microseconds, and of a burst: how many messages came
/// back, and in how long. Nothing without a round trip.
#[must_use]
pub fn figures(mut trips_us: Vec<u64>, burst: (u64, u64), bytes: u64) -> Option<Figures> {
    trips_us.sort_unstable();
    let place = |percent: usize| (trips_us.len() * percent).div_ceil(100).max(1) - 1;
    let (came, within_us) = burst;
    Some(Figures {
        median_us: *trips_us.get(place(50))?,
        p99_us: *trips_us.get(place(99))?,
        per_second: came * 1_000_000 / within_us.max(1),
        bytes,
    })
}

/// Bytes of one message there and back: its own, `up` and `down`, and what carries them.
#[must_use]
pub fn bytes(way: Way, up: u64, down: u64, heads: Heads) -> u64 {
    // What an event has around its data, and the line with a poll's number.
    const EVENT: u64 = "data: \n\n".len() as u64;
    const BATCH: u64 = "id: 10\n".len() as u64;
    let request = heads.request + heads.answer;
    up + down
        + match way {
            // RFC 6455, section 5.2: a client's frame is masked.
            Way::Link(Transport::WebSocket) => frame(up) + 4 + frame(down),
            Way::Link(Transport::Events) => request + EVENT,
            Way::Link(Transport::Poll) => 2 * request + EVENT + BATCH,
            Way::Requests => request,
        }
}

/// The header of an unmasked frame of a payload below 64 KiB.
fn frame(payload: u64) -> u64 {
    if payload < 126 { 2 } else { 4 }
}

#[cfg(test)]
mod tests;
