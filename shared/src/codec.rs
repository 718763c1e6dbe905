//! Frames to text and back: the only place that names the format. One frame is one
//! WebSocket text message holding one JSON object with one member, the frame's name.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::client_frame::ClientFrame;
use crate::ids::RequestId;
use crate::refusal::{Refusal, RefusalCode};
use crate::server_frame::ServerFrame;

/// Encodes any frame. Infallible: no frame holds a map with keys that are not text.
#[must_use]
pub fn encode<F: Serialize>(frame: &F) -> String {
    // Serialising to a String fails only on non-text map keys or a failing
    // `Serialize`; the frame types have neither.
    serde_json::to_string(frame).expect("frames always serialise")
}

/// What could not be read, and the request it belonged to where that much could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The request's id, so that a client can match the refusal.
    pub id: Option<RequestId>,
    /// `malformed` or `unknown_frame`, naming what is wrong.
    pub refusal: Refusal,
}

/// Decodes what a client said.
///
/// # Errors
/// [`Unreadable`] names what is wrong: not JSON, an unknown frame, or which field.
pub fn decode_client(text: &str) -> Result<ClientFrame, Unreadable> {
    decode(text)
}

/// Decodes what a server said.
///
/// # Errors
/// As [`decode_client`].
pub fn decode_server(text: &str) -> Result<ServerFrame, Unreadable> {
    decode(text)
}

fn decode<F: DeserializeOwned>(text: &str) -> Result<F, Unreadable> {
    serde_json::from_str(text).map_err(|error| explain(text, &error))
}

/// Any request's id, read leniently from a frame that could not be read as a whole.
#[derive(Deserialize)]
struct AnyId {
    id: Option<RequestId>,
}

fn explain(text: &str, error: &serde_json::Error) -> Unreadable {
    let id = serde_json::from_str::<std::collections::BTreeMap<String, AnyId>>(text)
        .ok()
        .and_then(|frame| frame.into_values().next())
        .and_then(|body| body.id);
    let sentence = error.to_string();
    let code = if sentence.starts_with("unknown variant") {
        RefusalCode::UnknownFrame
    } else {
        RefusalCode::Malformed
    };
    // serde_json quotes at most the name of a frame or field, or a scalar of the
    // wrong type; cut in case that scalar was long.
    let sentence: String = sentence.chars().take(200).collect();
    Unreadable {
        id,
        refusal: Refusal::new(code, format!("The frame cannot be read: {sentence}.")),
    }
}

#[cfg(test)]
mod tests;
