//! Why a connection ended, as a WebSocket close code with advice.
//!
//! 1000 to 1013 mean what RFC 6455 (section 7.4) and the IANA registry say. Of our
//! own, 4000 to 4499 say "come back" and 4500 to 4999 say "do not".

/// A close code that this server sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CloseCode {
    /// 1000: done.
    Normal,
    /// 1001: the page or the server goes away.
    GoingAway,
    /// 1003: a binary frame where only text is read.
    Unsupported,
    /// 1007: text that is not UTF-8.
    InvalidData,
    /// 1008: repeated abuse.
    Policy,
    /// 1009: a message over [`crate::limits::FRAME_BYTES_MAX`].
    TooBig,
    /// 1011: a fault of the server's own.
    Internal,
    /// 1012: the server restarts.
    Restarting,
    /// 1013: too busy; later.
    TryAgainLater,
    /// 4000: the reader was too slow; its cursor heals it.
    TooSlow,
    /// 4001: a ping went unanswered.
    PongMissed,
    /// 4500: no `hello` within its time.
    HelloLate,
    /// 4501: the client's version is not spoken here. Reload or update.
    VersionUnsupported,
    /// 4502: no login, or it has ended. Sign in.
    NotSignedIn,
}

impl CloseCode {
    /// All of them, for tables and tests.
    pub const ALL: [Self; 14] = [
        Self::Normal,
        Self::GoingAway,
        Self::Unsupported,
        Self::InvalidData,
        Self::Policy,
        Self::TooBig,
        Self::Internal,
        Self::Restarting,
        Self::TryAgainLater,
        Self::TooSlow,
        Self::PongMissed,
        Self::HelloLate,
        Self::VersionUnsupported,
        Self::NotSignedIn,
    ];

    /// The number on the wire.
    #[must_use]
    pub fn code(self) -> u16 {
        match self {
            Self::Normal => 1000,
            Self::GoingAway => 1001,
            Self::Unsupported => 1003,
            Self::InvalidData => 1007,
            Self::Policy => 1008,
            Self::TooBig => 1009,
            Self::Internal => 1011,
            Self::Restarting => 1012,
            Self::TryAgainLater => 1013,
            Self::TooSlow => 4000,
            Self::PongMissed => 4001,
            Self::HelloLate => 4500,
            Self::VersionUnsupported => 4501,
            Self::NotSignedIn => 4502,
        }
    }

    /// The reason that travels with it: one short sentence.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Normal => "done",
            Self::GoingAway => "going away",
            Self::Unsupported => "only text frames are read here",
            Self::InvalidData => "text must be UTF-8",
            Self::Policy => "too many frames that break the rules",
            Self::TooBig => "the message is over 65536 bytes",
            Self::Internal => "a fault of the server",
            Self::Restarting => "the server restarts",
            Self::TryAgainLater => "the server is busy",
            Self::TooSlow => "reading too slowly; come back and catch up",
            Self::PongMissed => "a ping went unanswered",
            Self::HelloLate => "no hello in time",
            Self::VersionUnsupported => "this version is not spoken here; update the client",
            Self::NotSignedIn => "sign in first",
        }
    }
}

/// Whether a client should connect again by itself after a close with this code.
/// Holds for codes that are not in [`CloseCode`] too: 4500 and above say no, the
/// policy codes 1003, 1007 and 1008 say no (the same client would do the same
/// again), everything else says yes, 1006 (no close frame at all) with it.
#[must_use]
pub fn may_reconnect(code: u16) -> bool {
    !matches!(code, 1003 | 1007 | 1008 | 4500..=4999)
}
