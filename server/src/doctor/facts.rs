//! What the doctor has measured, as plain values.

use std::time::Duration;

/// Everything about one address. `None` is what could not be measured, because something
/// before it failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Scheme, host and port, as a browser would write the page's origin.
    pub origin: String,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// No connection, and why.
    No(String),
    /// Something answers `/healthz` with this status, and it is not Confab saying `ok`.
    Other(u16),
    /// Confab does.
    Yes,
}

/// A certificate, as a browser would take it.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The `Host` header.
    pub host: String,
    /// What its clock said, in milliseconds since 1970.
    pub now_ms: u64,
    /// The same of the doctor's clock in the middle of the question.
    pub asked_at_ms: u64,
    /// How long question and answer took.
    pub round_trip: Duration,
    /// The server's version.
    pub version: String,
}

/// How an upgrade ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Upgrade {
    /// In a WebSocket that echoes.
    Open,
    /// With this status instead of 101.
    Status(u16),
    /// In a WebSocket that carries nothing, or a broken connection.
    Broken(String),
}

/// Whether something went through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// It did.
    Yes,
    /// It did not.
    No,
}

/// A silent WebSocket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// It lived as long as it was tried.
    Held(Duration),
    /// It was cut after so long.
    Cut(Duration),
}

/// A slow answer: how long it took to be sent, and to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    /// From the first piece to the last, as the server sends them.
    pub sent_over: Duration,
    /// From the first piece to the last, as they came.
    pub came_over: Duration,
    /// It came to its end.
    pub whole: bool,
}

/// What only the machine itself knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Machine {
    /// Bytes that are free where the data lies.
    pub disk_free: Option<u64>,
    /// Files that the process may hold open.
    pub files: Option<u64>,
}
