//! `GET /echo`: sends text and binary messages back unchanged.
//!
//! The client's connection test, and what a conformance suite runs against: the same
//! WebSocket as `/chat`, with a larger limit and without rooms.

use std::future::poll_fn;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use shared::close::CloseCode;
use shared::refusal::{Refusal, RefusalCode};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::{Instant, timeout_at};
use tracing::debug;

use crate::app::App;
use crate::door::ConnectionPlace;
use crate::http::error::HttpRefusal;
use crate::metrics::labels::HandshakeRefusal;
use crate::websocket::handshake::Offer;
use crate::websocket::{Encoded, Received, WebSocket};

/// Largest message: what conformance suites send.
pub const ECHO_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Echoes at once. Each may hold one message coming and one going, so together they
/// stay within two gigabytes at the very worst.
pub const ECHOES_MAX: usize = 64;

/// An echo that nobody talks to is closed; a connection test takes seconds.
const IDLE_WITHIN: Duration = Duration::from_secs(60);

/// Both sides have this long to end well.
const CLOSE_WITHIN: Duration = Duration::from_secs(2);

/// Answers the upgrade and echoes in a task of its own.
pub async fn echo(State(app): State<Arc<App>>, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let place = parts.extensions.get::<ConnectionPlace>().cloned();
    let offer = match Offer::from_request(&mut parts) {
        Ok(offer) => offer,
        Err(refused) => {
            app.metrics.refused(refused.into());
            return refused.into_response();
        }
    };
    let Ok(permit) = app.echoes.clone().try_acquire_owned() else {
        app.metrics.refused(HandshakeRefusal::Full);
        let refusal = Refusal::new(RefusalCode::Unavailable, "Too many echoes run; try again.");
        return HttpRefusal(refusal.retry_after_ms(1_000)).into_response();
    };
    let (response, accepted) = offer.accept(None);
    let stopping = app.stopping.clone();
    app.tasks.spawn(async move {
        let _held = (permit, place);
        match accepted.into_stream().await {
            Ok((stream, already_read)) => {
                let mut socket = WebSocket::new(stream, &already_read, ECHO_BYTES_MAX);
                let end = tokio::select! {
                    end = talk(&mut socket) => end,
                    () = stopping.cancelled() => Some(CloseCode::Restarting.into()),
                };
                finish(&mut socket, end).await;
            }
            Err(error) => debug!(%error, "an echo ended before it began"),
        }
    });
    response
}

/// A close code and its reason.
struct End(u16, &'static str);

impl From<CloseCode> for End {
    fn from(code: CloseCode) -> Self {
        Self(code.code(), code.reason())
    }
}

/// Echoes until there is a reason to end; answers the close to send, if one is.
async fn talk<S: AsyncRead + AsyncWrite + Unpin>(socket: &mut WebSocket<S>) -> Option<End> {
    loop {
        let idle = Instant::now() + IDLE_WITHIN;
        let Ok(received) = timeout_at(idle, poll_fn(|cx| socket.poll_recv(cx))).await else {
            return Some(CloseCode::GoingAway.into());
        };
        match received {
            Received::Text(text) => socket.feed(Encoded::text(&text)),
            Received::Binary(bytes) => socket.feed(Encoded::binary(&bytes)),
            Received::Alive => {}
            Received::Closed(_) | Received::Lost => return None,
            Received::Violated(violation) => {
                return Some(End(violation.close_code(), violation.reason()));
            }
        }
        match timeout_at(idle, poll_fn(|cx| socket.poll_flush(cx))).await {
            Ok(Ok(())) => {}
            Ok(Err(_)) => return None,
            Err(_) => return Some(CloseCode::TooSlow.into()),
        }
    }
}

async fn finish<S: AsyncRead + AsyncWrite + Unpin>(socket: &mut WebSocket<S>, end: Option<End>) {
    if let Some(End(code, reason)) = end {
        socket.feed_close(code, reason);
    }
    // Whoever does not end in time is left behind.
    let _ = timeout_at(
        Instant::now() + CLOSE_WITHIN,
        poll_fn(|cx| socket.poll_finish(cx)),
    )
    .await;
}
