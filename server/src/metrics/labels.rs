//! What figures are told apart by: small sets that are known beforehand.
//!
//! A label is never made from what a client sends. No room, user or address is one: who
//! may read figures is not who may read names, and the number of lines stays what it is.

use chat_rules::door::TurnedAway;
use shared::close::CloseCode;
use shared::http::LinkTransport;

use crate::origin::Foreign;
use crate::websocket::handshake::NoOffer;

/// What a connection travels on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// WebSocket, `confab.v1`.
    WebSocket,
    /// WebSocket, lines of text.
    Plain,
    /// A stream of events and posts.
    Events,
    /// Polls and posts.
    Poll,
}

impl From<LinkTransport> for Transport {
    fn from(transport: LinkTransport) -> Self {
        match transport {
            LinkTransport::Events => Self::Events,
            LinkTransport::Poll => Self::Poll,
        }
    }
}

impl Transport {
    /// All, in the order of their lines.
    pub const ALL: [Self; 4] = [Self::WebSocket, Self::Plain, Self::Events, Self::Poll];

    /// Its label.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::WebSocket => "websocket",
            Self::Plain => "plain",
            Self::Events => "events",
            Self::Poll => "poll",
        }
    }
}

/// Who ended a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndedBy {
    /// The server sent the first close frame.
    Server,
    /// The client did.
    Client,
    /// Nobody did: the stream ended without one.
    Network,
}

impl EndedBy {
    /// All, in the order of their lines.
    pub const ALL: [Self; 3] = [Self::Server, Self::Client, Self::Network];

    /// Its label.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Server => "server",
            Self::Client => "client",
            Self::Network => "network",
        }
    }
}

/// RFC 6455, section 7.4.1: a close for a broken protocol, and the two that no frame
/// carries (no code; no close frame).
const NOT_OURS: [u16; 3] = [1002, 1005, 1006];

/// The label of a code that is in no table: a client may send any.
pub const OTHER_CODE: &str = "other";

/// How many codes are told apart, the others being one.
pub const CODES: usize = CloseCode::ALL.len() + NOT_OURS.len() + 1;

/// The codes that are told apart, in the order of their places.
pub fn codes() -> impl Iterator<Item = u16> {
    let ours = CloseCode::ALL.into_iter().map(CloseCode::code);
    ours.chain(NOT_OURS)
}

/// The place of a code; the last one for all that are not told apart.
#[must_use]
pub fn place_of(code: u16) -> usize {
    codes().position(|known| known == code).unwrap_or(CODES - 1)
}

/// Why a WebSocket was not opened, or a connection not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandshakeRefusal {
    /// `Host` is missing, or not this server's.
    Host,
    /// `Origin` is another site's.
    Origin,
    /// The request asks for no upgrade: somebody looked with a browser, or a proxy took
    /// the headers away.
    NoUpgrade,
    /// Another version than 13.
    Version,
    /// No good key.
    Key,
    /// Only subprotocols that are not spoken here.
    Subprotocol,
    /// A plain connection's name, room or login.
    Admission,
    /// The server has all the connections that it takes.
    Full,
    /// It has all that it takes from that address.
    AddressFull,
    /// Too many shake hands at once.
    TooFast,
    /// Too many from that address do.
    AddressTooFast,
}

impl HandshakeRefusal {
    /// All, in the order of their lines.
    pub const ALL: [Self; 11] = [
        Self::Host,
        Self::Origin,
        Self::NoUpgrade,
        Self::Version,
        Self::Key,
        Self::Subprotocol,
        Self::Admission,
        Self::Full,
        Self::AddressFull,
        Self::TooFast,
        Self::AddressTooFast,
    ];

    /// Its label.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Origin => "origin",
            Self::NoUpgrade => "no_upgrade",
            Self::Version => "version",
            Self::Key => "key",
            Self::Subprotocol => "subprotocol",
            Self::Admission => "admission",
            Self::Full => "full",
            Self::AddressFull => "address_full",
            Self::TooFast => "too_fast",
            Self::AddressTooFast => "address_too_fast",
        }
    }
}

impl From<Foreign> for HandshakeRefusal {
    fn from(foreign: Foreign) -> Self {
        match foreign {
            Foreign::Host => Self::Host,
            // A rule about changes; an upgrade is judged by its origin.
            Foreign::Origin | Foreign::Unproven => Self::Origin,
        }
    }
}

impl From<TurnedAway> for HandshakeRefusal {
    fn from(why: TurnedAway) -> Self {
        match why {
            TurnedAway::Full => Self::Full,
            TurnedAway::AddressFull => Self::AddressFull,
            TurnedAway::TooFast { .. } => Self::TooFast,
            TurnedAway::AddressTooFast { .. } => Self::AddressTooFast,
        }
    }
}

impl From<NoOffer> for HandshakeRefusal {
    fn from(no_offer: NoOffer) -> Self {
        match no_offer {
            NoOffer::NotAsked => Self::NoUpgrade,
            NoOffer::Version => Self::Version,
            NoOffer::Key => Self::Key,
        }
    }
}

#[cfg(test)]
mod tests;
