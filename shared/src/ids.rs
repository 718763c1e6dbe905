//! Names of things: one newtype per kind of id, so that a room can never be
//! passed where a user is meant.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! number_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

number_id! {
    /// An account. Given by the store, from 1 upwards, below 2^53 so that every
    /// JSON reader keeps it exact.
    UserId
}
number_id! {
    /// A room. Given by the store, from 1 upwards, below 2^53.
    RoomId
}
number_id! {
    /// A signed-in browser or program. Given by the store; never leaves the server.
    LoginId
}
number_id! {
    /// One `/chat` connection on this server process, from 1 upwards. Logs and the
    /// welcome frame carry it; it means nothing after the connection is gone.
    SessionId
}

/// Correlates a request with its answer on one connection. Chosen by the client;
/// the server only echoes it. Reuse before the answer is the client's own loss.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RequestId(pub u32);

/// Identifies one write for ever, made by the client that writes. A repeat of the
/// same id by the same author in the same room is answered with the first entry
/// and stores nothing.
///
/// Clients make UUIDv7 (RFC 9562, section 5.7); the server takes any UUID but nil.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClientId(Uuid);

impl ClientId {
    /// A UUIDv7 from wall time in milliseconds and ten bytes of randomness. The
    /// caller owns clock and chance, so that a machine stays deterministic.
    #[must_use]
    pub fn new_v7(unix_ms: u64, random: [u8; 10]) -> Self {
        Self(uuid::Builder::from_unix_timestamp_millis(unix_ms, &random).into_uuid())
    }

    /// The sixteen bytes, as stored.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 16] {
        self.0.into_bytes()
    }

    /// Back from the sixteen stored bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(Uuid::from_bytes(bytes))
    }

    /// The nil UUID identifies nothing and is refused by the server.
    #[must_use]
    pub fn is_nil(self) -> bool {
        self.0.is_nil()
    }
}

impl fmt::Display for ClientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for ClientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ClientId({})", self.0)
    }
}

impl std::str::FromStr for ClientId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::try_parse(text).map(Self)
    }
}
