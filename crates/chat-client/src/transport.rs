//! How frames travel.

use serde::{Deserialize, Serialize};
use shared::http::LinkTransport;

/// How frames travel between this client and its server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Transport {
    /// One WebSocket: the first choice.
    #[default]
    WebSocket,
    /// Down by a stream of server-sent events, up by posts.
    Events,
    /// Down by one poll after another, up by posts.
    Poll,
}

impl Transport {
    /// All of them, best first.
    pub const ALL: [Self; 3] = [Self::WebSocket, Self::Events, Self::Poll];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::WebSocket => "WebSocket",
            Self::Events => "server-sent events",
            Self::Poll => "long polling",
        }
    }

    /// How the server is asked for it, where it is not a WebSocket.
    #[must_use]
    pub fn over_http(self) -> Option<LinkTransport> {
        match self {
            Self::WebSocket => None,
            Self::Events => Some(LinkTransport::Events),
            Self::Poll => Some(LinkTransport::Poll),
        }
    }
}

/// By which transport a person wants to be connected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Choice {
    /// The best that the network lets through.
    #[default]
    Automatic,
    /// This one and no other.
    Only(Transport),
}

impl Choice {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [
        Self::Automatic,
        Self::Only(Transport::WebSocket),
        Self::Only(Transport::Events),
        Self::Only(Transport::Poll),
    ];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Automatic => "Automatic",
            Self::Only(Transport::WebSocket) => "WebSocket",
            Self::Only(Transport::Events) => "Server-sent events",
            Self::Only(Transport::Poll) => "Long polling",
        }
    }

    /// What is tried first, and what is best.
    #[must_use]
    pub fn first(self) -> Transport {
        match self {
            Self::Automatic => Transport::WebSocket,
            Self::Only(transport) => transport,
        }
    }
}
