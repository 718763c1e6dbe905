//! What the load program can be told.

use std::time::Duration;

use chat_testkit::ServerUrl;
use clap::{Parser, ValueEnum};
use shared::limits::IN_FLIGHT_MAX;

/// Puts load on a Confab server and measures it from outside. Talks to loopback
/// servers only: this is a test tool.
///
/// The server's rates are for people; start it with `--rate-limit off`.
/// The exit code is 1 when a message was lost, doubled or out of order, or when a
/// connection ended early.
#[derive(Clone, Debug, Parser)]
#[command(name = "load", version)]
pub(crate) struct Options {
    /// The server: a loopback address with its port.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    pub(crate) url: ServerUrl,

    /// What the server at the other end is.
    #[arg(long, value_enum, default_value = "confab")]
    pub(crate) server: ServerKind,

    /// What to do once all are connected.
    #[arg(long, value_enum, default_value = "open")]
    pub(crate) mode: Mode,

    /// Receivers: each follows one room.
    #[arg(long, default_value_t = 100)]
    pub(crate) connections: usize,

    /// Writers beside the receivers; they follow nothing.
    #[arg(long, default_value_t = 1)]
    pub(crate) senders: usize,

    /// Rooms. Receivers and senders are dealt to them in turn.
    #[arg(long, default_value_t = 1)]
    pub(crate) rooms: usize,

    /// Accounts that the connections share, in turn. [default: one each]
    #[arg(long)]
    pub(crate) accounts: Option<usize>,

    /// Receivers that run the whole client and check that it is complete; they come on
    /// top of `--connections`.
    #[arg(long, default_value_t = 0)]
    pub(crate) checkers: usize,

    /// Open loop: messages per second of all senders together, sent by schedule
    /// whatever the server does. Latency counts from the scheduled time.
    #[arg(long, default_value_t = 50.0)]
    pub(crate) rate: f64,

    /// Closed loop: messages on their way at once; per sender with `--wait acks`, per
    /// room with `--wait deliveries`.
    #[arg(long, default_value_t = IN_FLIGHT_MAX)]
    pub(crate) window: usize,

    /// Closed loop: what makes room for the next message.
    #[arg(long, value_enum, default_value = "deliveries")]
    pub(crate) wait: Wait,

    /// How long to send, or to stay idle.
    #[arg(long, default_value_t = 10)]
    pub(crate) seconds: u64,

    /// Bytes of each message's text.
    #[arg(long, default_value_t = 100)]
    pub(crate) text_bytes: usize,

    /// Handshakes at once while the crowd comes in.
    #[arg(long, default_value_t = 64)]
    pub(crate) ramp: usize,

    /// Threads of this program.
    #[arg(long, default_value_t = 1)]
    pub(crate) threads: usize,

    /// The server's process, to measure its CPU time and memory.
    #[arg(long)]
    pub(crate) pid: Option<u32>,

    /// Print the result as JSON.
    #[arg(long)]
    json: bool,
}

/// What the server at the other end is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ServerKind {
    /// Confab, in the frames language.
    Confab,
    /// A bare server that hands every text to every socket, the writer's own with it.
    /// It is given the very bytes that Confab's readers get, by one sender into one
    /// room; coming back to the sender counts as acknowledged.
    Bare,
}

/// What to do once all are connected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Mode {
    /// Nothing: what a connection costs.
    Idle,
    /// Send by schedule: what latency people see.
    Open,
    /// Send as fast as the server takes it: what it can do at most.
    Closed,
}

/// What makes room for the next message of a closed loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Wait {
    /// The sender's own acknowledgement.
    Acks,
    /// Every receiver of the room has it.
    Deliveries,
}

/// How the result is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Print {
    Text,
    Json,
}

impl Options {
    /// Sockets that are open at once at most. Real clients fetch over HTTP as well.
    pub(crate) fn sockets(&self) -> u64 {
        (self.connections + self.senders + 4 * self.checkers + self.ramp) as u64
    }

    /// How long to send, or to stay idle.
    pub(crate) fn duration(&self) -> Duration {
        Duration::from_secs(self.seconds)
    }

    /// How many accounts are made.
    pub(crate) fn accounts(&self) -> usize {
        self.accounts
            .unwrap_or(self.connections + self.senders + self.checkers)
            .max(1)
    }

    /// How the result is printed.
    pub(crate) fn print(&self) -> Print {
        if self.json { Print::Json } else { Print::Text }
    }
}
