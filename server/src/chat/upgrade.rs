//! Lets a connection in: which language, who, and where to; then its driver runs in a
//! task of its own. Everything that can be refused is refused before the upgrade, as a
//! plain HTTP answer, where the language has no frame for it.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{HeaderMap, SEC_WEBSOCKET_PROTOCOL};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use chat_rules::session;
use shared::limits::FRAME_BYTES_MAX;
use shared::refusal::{Refusal, RefusalCode};
use shared::version::SUBPROTOCOL;
use tracing::debug;

use super::driver::{Driver, Voice};
use super::plain;
use crate::app::App;
use crate::config::RateLimit;
use crate::door::ConnectionPlace;
use crate::http::error::HttpRefusal;
use crate::hub::sessions::{Language, LineMark, SessionHandle};
use crate::metrics::labels::{HandshakeRefusal, Transport};
use crate::websocket::WebSocket;
use crate::websocket::handshake::{Accepted, Offer};

/// Answers the upgrade.
pub async fn chat(State(app): State<Arc<App>>, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let offer = match Offer::from_request(&mut parts) {
        Ok(offer) => offer,
        Err(refused) => {
            app.metrics.refused(refused.into());
            return refused.into_response();
        }
    };
    let upgraded = match asked_language(&parts.headers) {
        Asked::Frames => Ok(frames(&app, &parts, offer)),
        Asked::Plain => lines(&app, &mut parts, offer)
            .await
            .map_err(|refusal| (HandshakeRefusal::Admission, refusal)),
        Asked::Unknown => Err((
            HandshakeRefusal::Subprotocol,
            HttpRefusal::malformed(format!(
                "The subprotocols that were offered are not spoken here; offer {SUBPROTOCOL}, or \
             none for plain lines of text."
            )),
        )),
    };
    upgraded.unwrap_or_else(|(why, refusal)| {
        app.metrics.refused(why);
        refusal.into_response()
    })
}

/// Which language a client asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// It offers our subprotocol.
    Frames,
    /// It offers none.
    Plain,
    /// It offers others only.
    Unknown,
}

fn asked_language(headers: &HeaderMap) -> Asked {
    let mut offered = headers
        .get_all(SEC_WEBSOCKET_PROTOCOL)
        .iter()
        .flat_map(|header| header.to_str().unwrap_or_default().split(','))
        .map(str::trim)
        .filter(|protocol| !protocol.is_empty())
        .peekable();
    if offered.peek().is_none() {
        Asked::Plain
    } else if offered.any(|protocol| protocol == SUBPROTOCOL) {
        Asked::Frames
    } else {
        Asked::Unknown
    }
}

/// Who they are is settled by `hello`: a frame can say no, and tell a page why.
fn frames(app: &Arc<App>, parts: &Parts, offer: Offer) -> Response {
    let (response, accepted) = offer.accept(Some(SUBPROTOCOL));
    let handle = SessionHandle::new(app.next_session_id(), Language::Frames);
    let voice = Voice::Frames {
        shown: app.logins.cookie.shown(&parts.headers),
        transport: Transport::WebSocket,
    };
    start(
        app,
        parts,
        accepted,
        handle,
        voice,
        session::Language::Frames,
    );
    response
}

async fn lines(app: &Arc<App>, parts: &mut Parts, offer: Offer) -> Result<Response, HttpRefusal> {
    let admitted = plain::admit(app, parts).await?;
    let (response, accepted) = offer.accept(None);
    let mark = LineMark::random();
    let handle = SessionHandle::new(app.next_session_id(), Language::Plain(mark));
    let language = session::Language::Plain {
        room: admitted.room.id,
    };
    let voice = Voice::Plain(Box::new(plain::Plain::new(admitted, mark)));
    start(app, parts, accepted, handle, voice, language);
    Ok(response)
}

/// Spawns the driver, to begin once the answer has left.
fn start(
    app: &Arc<App>,
    parts: &Parts,
    accepted: Accepted,
    handle: Arc<SessionHandle>,
    voice: Voice,
    language: session::Language,
) {
    let place = parts.extensions.get::<ConnectionPlace>().cloned();
    let app = app.clone();
    app.clone().tasks.spawn(async move {
        let _held = place;
        match accepted.into_stream().await {
            Ok((stream, already_read)) => {
                let socket = WebSocket::new(stream, &already_read, FRAME_BYTES_MAX);
                drop(already_read);
                Driver::new(app, socket, handle, voice, language).await;
            }
            Err(error) => debug!(%error, "a session ended before it began"),
        }
    });
}

/// The machine's word for the setting.
#[must_use]
pub fn session_rate(rate_limit: RateLimit) -> session::RateLimit {
    match rate_limit {
        RateLimit::On => session::RateLimit::On,
        RateLimit::Off => session::RateLimit::Off,
    }
}

/// The refusal for whoever has not said who they are.
#[must_use]
pub fn not_signed_in() -> Refusal {
    Refusal::new(RefusalCode::NotSignedIn, "Sign in first.")
}

#[cfg(test)]
mod tests;
