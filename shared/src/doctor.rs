//! The doctor's words: what was measured at an address, what it means, and what the
//! owner's page and the server say to each other about it.
//!
//! Whoever measures fills [`Facts`]: the server's `doctor` from outside, the server itself
//! at its own public address, the owner's browser. Judging them is the server's.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::limits::{PING_EVERY_MS, PONG_WITHIN_MS};

/// Pieces of the slow answer at `GET /api/doctor/stream`,
pub const PIECES: u32 = 10;
/// so far apart.
pub const PIECE_EVERY: Duration = Duration::from_millis(100);

/// A connection is silent for so long between two pings at the worst, so a silent
/// WebSocket has to live for so long.
pub const SILENCE: Duration = Duration::from_millis(PING_EVERY_MS + PONG_WITHIN_MS);

/// `GET /api/doctor`: how a request arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// The server's version.
    pub version: String,
    /// The `Host` header.
    pub host: String,
    /// The server's clock, in milliseconds since 1970.
    pub now: u64,
    /// Bytes of the request's head, as HTTP/1.1 writes it.
    #[serde(default)]
    pub head_bytes: u64,
    /// For those who may see the figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub machine: Option<Machine>,
}

/// `POST /api/doctor/examination`: look at yourself at this address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examine {
    /// Scheme, host and port of the page.
    pub url: String,
}

/// `GET /api/doctor/examination`: the last examination, or the one that runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examined {
    /// Where it looks.
    pub url: String,
    /// How far it is.
    pub progress: Progress,
    /// What was found so far.
    pub findings: Vec<Finding>,
}

/// How far an examination is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// It goes on.
    Runs,
    /// Everything was looked at that could be.
    Whole,
    /// It took too long, or the server stops.
    Cut,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// How it is.
    pub outcome: Outcome,
    /// In one sentence.
    pub sentence: String,
    /// What to change, for each kind of proxy; or for the machine.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixes: Vec<Fix>,
}

/// How something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// As it should be.
    Good,
    /// Not as it should be.
    Bad,
    /// Nobody could say.
    Unknown,
}

/// What to change, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// One of [`PROXIES`], `Confab` or `the machine`.
    pub place: String,
    /// The line, or what to do with one.
    pub line: String,
}

/// Reverse proxies for which the doctor knows what to change.
pub const PROXIES: [&str; 5] = ["nginx", "Caddy", "Apache", "HAProxy", "Traefik"];

/// Who looked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Viewpoint {
    /// `server doctor`, from wherever it runs.
    #[default]
    Program,
    /// The owner's browser, at the page that it shows.
    Browser,
    /// The server itself, at its own address.
    Server,
}

/// Everything about one address. `None` is what could not be measured, because something
/// before it failed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Scheme, host and port, as a browser would write the page's origin.
    pub origin: String,
    /// Who looked.
    pub viewpoint: Viewpoint,
    /// Whether somebody answers at all, and with what.
    pub reach: Option<Reach>,
    /// Of an https address.
    pub certificate: Option<Certificate>,
    /// What the server saw of a request.
    pub seen: Option<Seen>,
    /// How an upgrade with the page's origin ended.
    pub upgrade: Option<Upgrade>,
    /// How the same without an origin ended; tried where the first was refused.
    pub upgrade_without_origin: Option<Upgrade>,
    /// Whether the largest message comes back whole.
    pub large_message: Option<Passed>,
    /// Whether a silent WebSocket lives so long.
    pub idle: Option<Idle>,
    /// How a slow answer came.
    pub stream: Option<Stream>,
    /// How a request with the largest body was answered: its status.
    pub body_status: Option<u16>,
    /// What only the machine itself knows, if the server told.
    pub machine: Option<Machine>,
}

/// Whether somebody answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// No connection, and why.
    No(String),
    /// Something answers `/healthz` with this status, and it is not Confab saying `ok`.
    Other(u16),
    /// Confab does.
    Yes,
}

/// A certificate, as a browser would take it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certificate {
    /// It is good for so many days.
    Good {
        /// Whole days.
        days: u64,
    },
    /// It has ended.
    Expired,
    /// It begins later, or a clock is wrong.
    NotYet,
    /// No chain leads to an authority that browsers know.
    Unknown,
    /// It is for other names.
    OtherName,
    /// The handshake failed otherwise.
    Broken(String),
}

/// What the server saw of a request that came through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The `Host` header.
    pub host: String,
    /// What its clock said, in milliseconds since 1970.
    pub now_ms: u64,
    /// The same of the doctor's clock in the middle of the question; none where both are
    /// one clock.
    pub asked_at_ms: Option<u64>,
    /// How long question and answer took.
    pub round_trip: Duration,
    /// The server's version.
    pub version: String,
}

/// How an upgrade ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Upgrade {
    /// In a WebSocket that echoes.
    Open,
    /// With this status instead of 101.
    Status(u16),
    /// In nothing, and a browser does not say why.
    Refused,
    /// In a WebSocket that carries nothing, or a broken connection.
    Broken(String),
}

/// Whether something went through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Passed {
    /// It did.
    Yes,
    /// It did not.
    No,
}

/// A silent WebSocket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Idle {
    /// It lived as long as it was tried.
    Held(Duration),
    /// It was cut after so long.
    Cut(Duration),
}

/// A slow answer: how long it took to be sent, and to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stream {
    /// From the first piece to the last, as the server sends them.
    pub sent_over: Duration,
    /// From the first piece to the last, as they came.
    pub came_over: Duration,
    /// It came to its end.
    pub whole: bool,
}

/// What only the machine itself knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Machine {
    /// Bytes that are free where the data lies.
    pub disk_free: Option<u64>,
    /// Files that the process may hold open.
    pub files: Option<u64>,
}
