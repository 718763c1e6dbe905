//! What the status dot and the banner may say: the link's state in honest words.

use serde::{Deserialize, Serialize};
use shared::moment::{Moment, Timestamp};

use crate::transport::Transport;

/// The link as a person should know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// What the link does.
    pub link: LinkState,
    /// By which transport the link goes, or the next try.
    pub transport: Transport,
    /// Since when (the driver's clock). A new `next_try` of the same state counts on.
    pub since: Moment,
    /// The last round trip of a ping, in milliseconds.
    pub round_trip_ms: Option<u32>,
    /// Unsent writes on this device, failed ones not counted.
    pub waiting: usize,
    /// Writes that failed and wait for retry or cancel.
    pub failed: usize,
    /// Unsent writes that this device could not keep: a reload would lose them.
    pub unkept: usize,
    /// The server's clock minus this device's, in milliseconds.
    pub clock_offset_ms: i64,
    /// The server's wall clock when the link was lost, for "Offline since". `None` while
    /// there is a link, and before there was one.
    pub offline_since: Option<Timestamp>,
}

/// The states of the connection dot (interface, "Connection dot").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkState {
    /// Nothing was tried yet.
    Idle,
    /// A socket is being opened, or hello waits for its welcome.
    Connecting,
    /// Welcome, but a followed room is not complete yet.
    CatchingUp,
    /// Complete and live.
    Online,
    /// Live, but the last three round trips took over a second.
    Slow,
    /// No link.
    Waiting {
        /// When the next try comes, by the driver's clock.
        next_try: Moment,
    },
    /// The device has no network; a try comes as soon as there is one.
    NoNetwork,
    /// No login any more. Unsent messages are kept.
    SignedOut,
    /// The server does not speak this client's version: reload.
    Outdated,
    /// Stopped by the person, or refused for good: the sentence.
    Stopped(String),
}
