//! What the transports are called.

use chat_client::compare::Way;
use chat_client::{Choice, Transport};
use shared::http::LinkTransport;

/// By which transport, where it is not the first choice.
#[must_use]
pub fn online(transport: Transport) -> &'static str {
    match transport.over_http() {
        None => t!("words-online"),
        Some(LinkTransport::Events) => t!("words-online-events"),
        Some(LinkTransport::Poll) => t!("words-online-poll"),
    }
}

/// As [`online`].
#[must_use]
pub fn slow(transport: Transport) -> &'static str {
    match transport.over_http() {
        None => t!("words-slow"),
        Some(LinkTransport::Events) => t!("words-slow-events"),
        Some(LinkTransport::Poll) => t!("words-slow-poll"),
    }
}

/// A transport within a sentence.
#[must_use]
pub fn transport(transport: Transport) -> &'static str {
    match transport {
        Transport::WebSocket => t!("transport-websocket"),
        Transport::Events => t!("transport-events"),
        Transport::Poll => t!("transport-poll"),
    }
}

/// A choice of transports, on its button.
#[must_use]
pub fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Automatic => t!("transport-automatic"),
        Choice::Only(Transport::WebSocket) => t!("transport-websocket"),
        Choice::Only(Transport::Events) => t!("transport-events-title"),
        Choice::Only(Transport::Poll) => t!("transport-poll-title"),
    }
}

/// A way that is compared.
#[must_use]
pub fn way(way: Way) -> &'static str {
    match way {
        Way::Link(Transport::WebSocket) => t!("transport-websocket"),
        Way::Link(Transport::Events) => t!("transport-events-and-post"),
        Way::Link(Transport::Poll) => t!("transport-poll-title"),
        Way::Requests => t!("transport-requests"),
    }
}
