//! The opening handshake, and the stream behind it: an upgrade in HTTP/1.1 (RFC 6455,
//! section 4.2), or an extended CONNECT on one stream of HTTP/2 (RFC 8441).
//!
//! Checks what a client must send, says yes, and hands over the stream: the bare one
//! where it can be had, so that nothing of the HTTP connection stays in memory.

use axum::extract::Request;
use axum::http::header::{
    CONNECTION, HeaderMap, HeaderName, HeaderValue, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY,
    SEC_WEBSOCKET_PROTOCOL, SEC_WEBSOCKET_VERSION, UPGRADE,
};
use axum::http::request::Parts;
use axum::http::{Extensions, Method, StatusCode, Version};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use data_encoding::BASE64;
use hyper::ext::Protocol;
use hyper::upgrade::OnUpgrade;
use sha1::{Digest, Sha1};

use super::stream::Stream;

/// Section 1.3: proves that the server has understood the request.
const ACCEPT_SUFFIX: &[u8] = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/// The only version that RFC 6455 knows.
const VERSION: HeaderValue = HeaderValue::from_static("13");

/// A well-formed request for a WebSocket, not answered yet.
#[derive(Debug)]
pub struct Offer {
    /// The proof that HTTP/1.1 wants; HTTP/2 wants none.
    accept: Option<HeaderValue>,
    stream: OnUpgrade,
}

/// Why a request is no offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOffer {
    /// It does not ask for an upgrade, or not for this one.
    NotAsked,
    /// It speaks another version than 13.
    Version,
    /// Its key is not 16 bytes in base64.
    Key,
}

/// The stream of an accepted offer, once the answer has left.
#[derive(Debug)]
pub struct Accepted(OnUpgrade);

impl Offer {
    /// Reads the offer out of a request.
    ///
    /// # Errors
    /// [`NoOffer`], which is a response.
    pub fn from_request(parts: &mut Parts) -> Result<Self, NoOffer> {
        let headers = &parts.headers;
        let by_connect = asks_by_connect(&parts.extensions);
        let asked = if by_connect {
            parts.method == Method::CONNECT
        } else {
            parts.method == Method::GET
                && parts.version != Version::HTTP_2
                && names(headers, &CONNECTION, "upgrade")
                && names(headers, &UPGRADE, "websocket")
        };
        if !asked {
            return Err(NoOffer::NotAsked);
        }
        if headers.get(SEC_WEBSOCKET_VERSION) != Some(&VERSION) {
            return Err(NoOffer::Version);
        }
        let accept = if by_connect {
            // RFC 8441, section 5: key and accept are not used.
            None
        } else {
            let key = headers.get(SEC_WEBSOCKET_KEY);
            Some(key.and_then(accept_of).ok_or(NoOffer::Key)?)
        };
        // Absent where the connection cannot be upgraded (HTTP/1.0).
        let stream = parts
            .extensions
            .remove::<OnUpgrade>()
            .ok_or(NoOffer::NotAsked)?;
        Ok(Self { accept, stream })
    }

    /// Says yes, in a subprotocol or without one.
    #[must_use]
    pub fn accept(self, subprotocol: Option<&'static str>) -> (Response, Accepted) {
        let mut response = StatusCode::OK.into_response();
        if let Some(accept) = self.accept {
            *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
            let headers = response.headers_mut();
            headers.insert(CONNECTION, HeaderValue::from_static("upgrade"));
            headers.insert(UPGRADE, HeaderValue::from_static("websocket"));
            headers.insert(SEC_WEBSOCKET_ACCEPT, accept);
        }
        let headers = response.headers_mut();
        if let Some(subprotocol) = subprotocol {
            headers.insert(
                SEC_WEBSOCKET_PROTOCOL,
                HeaderValue::from_static(subprotocol),
            );
        }
        (response, Accepted(self.stream))
    }
}

impl Accepted {
    /// The stream, and the bytes that came behind the request.
    ///
    /// # Errors
    /// The connection ended before the answer had left.
    pub async fn into_stream(self) -> Result<(Stream, Bytes), hyper::Error> {
        Ok(Stream::of(self.0.await?))
    }
}

/// Whether a request asks for a WebSocket, well-formed or not, in whatever version of
/// HTTP.
#[must_use]
pub fn is_asked_for(request: &Request) -> bool {
    request.headers().contains_key(UPGRADE) || asks_by_connect(request.extensions())
}

/// Whether it does so on a stream of its own within a connection.
#[must_use]
pub fn asks_by_connect(extensions: &Extensions) -> bool {
    let protocol = extensions.get::<Protocol>();
    protocol.is_some_and(|protocol| protocol.as_str() == "websocket")
}

impl IntoResponse for NoOffer {
    fn into_response(self) -> Response {
        match self {
            Self::NotAsked => {
                let headers = [
                    (CONNECTION, HeaderValue::from_static("upgrade")),
                    (UPGRADE, HeaderValue::from_static("websocket")),
                ];
                let sentence = "This address speaks WebSocket: connect with a WebSocket client.\n";
                (StatusCode::UPGRADE_REQUIRED, headers, sentence).into_response()
            }
            Self::Version => {
                let headers = [
                    (CONNECTION, HeaderValue::from_static("upgrade")),
                    (UPGRADE, HeaderValue::from_static("websocket")),
                    (SEC_WEBSOCKET_VERSION, VERSION),
                ];
                let sentence = "This address speaks WebSocket version 13.\n";
                (StatusCode::UPGRADE_REQUIRED, headers, sentence).into_response()
            }
            Self::Key => {
                let sentence = "The Sec-WebSocket-Key header must be 16 bytes in base64.\n";
                (StatusCode::BAD_REQUEST, sentence).into_response()
            }
        }
    }
}

/// Whether a list header names a token, in any case.
fn names(headers: &HeaderMap, name: &HeaderName, token: &str) -> bool {
    headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|item| item.trim().eq_ignore_ascii_case(token))
}

/// The `Sec-WebSocket-Accept` of a key, if it is one: 24 characters of base64 that
/// hold 16 bytes.
fn accept_of(key: &HeaderValue) -> Option<HeaderValue> {
    let key = key.as_bytes();
    BASE64.decode(key).ok().filter(|nonce| nonce.len() == 16)?;
    let digest = Sha1::new()
        .chain_update(key)
        .chain_update(ACCEPT_SUFFIX)
        .finalize();
    HeaderValue::from_str(&BASE64.encode(&digest)).ok()
}

#[cfg(test)]
mod tests;
