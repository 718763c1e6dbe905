//! What the server lends to the doctor ([`crate::doctor`]): how a request arrived, an
//! answer that takes its time, and a place for a large request; and the owner's examination
//! of the server by itself. Small and few.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use axum::Json;
use axum::body::Body;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderName, HeaderValue};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use hyper::body::Frame;
use shared::doctor::{Examine, Examined, Facts, Finding, PIECE_EVERY, PIECES, View};
use shared::limits::FRAME_BYTES_MAX;
use shared::refusal::{Refusal, RefusalCode};
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::{Interval, MissedTickBehavior, interval};

use super::error::HttpRefusal;
use super::{login, metrics};
use crate::app::App;
use crate::clock::wall_time;
use crate::doctor::findings::findings;
use crate::doctor::machine;
use crate::login::current_user::CurrentUser;

/// Slow answers at once. An examination needs one for a second.
pub const SLOW_ANSWERS_MAX: usize = 4;

/// Each piece of a slow answer.
pub const PIECE: &[u8] = b"data: piece\n\n";

/// Most of a request's body here: the largest that a client of this server sends.
pub const BODY_BYTES_MAX: usize = FRAME_BYTES_MAX;

/// `GET /api/doctor`.
///
/// # Errors
/// A token is shown that is no right to see the figures.
pub async fn view(State(app): State<Arc<App>>, request: Request) -> Result<Response, HttpRefusal> {
    let (mut parts, _) = request.into_parts();
    let shows_token = parts
        .headers
        .contains_key(axum::http::header::AUTHORIZATION);
    let may_watch = metrics::may_watch(&app, &mut parts).await;
    let machine = match may_watch {
        Ok(()) => Some(machine::seen(&app.config)),
        Err(refusal) if shows_token => return Err(refusal),
        Err(_) => None,
    };
    let host = parts.headers.get(HOST).and_then(|host| host.to_str().ok());
    let view = View {
        version: app.version().to_owned(),
        host: host.unwrap_or_default().to_owned(),
        now: wall_time().0,
        head_bytes: head_bytes(&parts),
        machine,
    };
    Ok((
        [(CACHE_CONTROL, HeaderValue::from_static("no-store"))],
        Json(view),
    )
        .into_response())
}

/// As HTTP/1.1 writes it; HTTP/2 packs it smaller.
fn head_bytes(parts: &Parts) -> u64 {
    const AROUND: &str = "  HTTP/1.1\r\n\r\n";
    let path = parts
        .uri
        .path_and_query()
        .map_or(1, |path| path.as_str().len());
    let fields = parts.headers.iter();
    let fields: usize = fields
        .map(|(name, value)| name.as_str().len() + value.len() + ": \r\n".len())
        .sum();
    (parts.method.as_str().len() + path + AROUND.len() + fields) as u64
}

/// `GET /api/doctor/stream`: an event stream that takes a second, with the headers that
/// tell proxies not to hold it back.
///
/// # Errors
/// `unavailable` while too many run.
pub async fn stream(State(app): State<Arc<App>>) -> Result<Response, HttpRefusal> {
    let Ok(place) = app.slow_answers.clone().try_acquire_owned() else {
        let refusal = Refusal::new(RefusalCode::Unavailable, "Too many examinations run.");
        return Err(HttpRefusal(refusal.retry_after_ms(1_000)));
    };
    let mut timer = interval(PIECE_EVERY);
    timer.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let pieces = Pieces {
        left: PIECES,
        timer,
        _place: place,
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/event-stream")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (
            HeaderName::from_static("x-accel-buffering"),
            HeaderValue::from_static("no"),
        ),
    ];
    Ok((headers, Body::new(pieces)).into_response())
}

/// `POST /api/doctor/body`: takes a large body and forgets it.
///
/// # Errors
/// `malformed` when it is over [`BODY_BYTES_MAX`].
pub async fn body(body: Result<Bytes, BytesRejection>) -> Result<StatusCode, HttpRefusal> {
    let too_large = |_| HttpRefusal::malformed(format!("The body is over {BODY_BYTES_MAX} bytes."));
    body.map_err(too_large)?;
    Ok(StatusCode::OK)
}

/// `POST /api/doctor/examination`: the server looks at itself, at an address of its own.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `malformed`, or `unavailable` while it does already.
pub async fn examine(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    body: Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, Json<Examined>), HttpRefusal> {
    app.access.may_examine(&current.required()?)?;
    let asked: Examine = login::read(body)?;
    let begun = app.practice.begin(&app, &asked.url)?;
    Ok((StatusCode::ACCEPTED, Json(begun)))
}

/// `GET /api/doctor/examination`: what it found so far; `null` before the first.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
pub async fn examined(
    State(app): State<Arc<App>>,
    current: CurrentUser,
) -> Result<Response, HttpRefusal> {
    app.access.may_examine(&current.required()?)?;
    let no_store = [(CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    Ok((no_store, Json(app.practice.last())).into_response())
}

/// `POST /api/doctor/findings`: what the facts mean that the owner's browser measured.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `malformed`.
pub async fn judge(
    State(app): State<Arc<App>>,
    current: CurrentUser,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<Vec<Finding>>, HttpRefusal> {
    app.access.may_examine(&current.required()?)?;
    let facts: Facts = login::read(body)?;
    Ok(Json(findings(&facts)))
}

/// The slow answer.
struct Pieces {
    left: u32,
    timer: Interval,
    _place: OwnedSemaphorePermit,
}

impl hyper::body::Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        ready!(self.timer.poll_tick(cx));
        self.left -= 1;
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(PIECE)))))
    }
}
