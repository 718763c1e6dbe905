//! `/api/link` and below: frames over plain HTTP requests.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::Body;
use axum::extract::rejection::{BytesRejection, QueryRejection};
use axum::extract::{Extension, Path, Query, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use chat_rules::door::TurnedAway;
use chat_rules::exchange::Said;
use chat_rules::session;
use serde::Deserialize;
use shared::events::CONTENT_TYPE as EVENTS;
use shared::http::{LinkOpened, LinkRequest};
use shared::limits::{FRAME_BYTES_MAX, POST_BYTES_MAX, POST_FRAMES_MAX};
use shared::refusal::{Refusal, RefusalCode};
use tokio::time::timeout;

use super::error::HttpRefusal;
use super::login::read;
use crate::app::App;
use crate::chat::driver::{Driver, Voice};
use crate::door::ConnectionPlace;
use crate::hub::sessions::{Language, SessionHandle};
use crate::links::events::EventsBody;
use crate::links::id::LinkId;
use crate::links::link::{HttpLink, NotDone};
use crate::links::poll::poll;
use crate::links::wire::LinkWire;

/// A post waits this long for the one before it to be heard: a client over its rate has
/// that many seconds' worth of frames to wait for. Under what any answer may take.
const POST_WITHIN: Duration = Duration::from_secs(20);

/// What was said last stays readable for this long after the session has ended.
const END_READ_WITHIN: Duration = Duration::from_secs(2);

/// Addresses of links begin with this.
pub const BELOW: &str = "/api/link/";

/// Proxies of the nginx family hold an answer back unless it says this.
const X_ACCEL_BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");

/// `POST /api/link`: opens a link for the holder of the request's login, or for whoever
/// says in `hello` who they are.
///
/// # Errors
/// `malformed`, `stopping`, or what the door says.
pub async fn open(
    State(app): State<Arc<App>>,
    Extension(asked_by): Extension<ConnectionPlace>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, HttpRefusal> {
    let LinkRequest { transport } = read(body)?;
    if app.stopping.is_cancelled() {
        let refusal = Refusal::new(RefusalCode::Stopping, "The server is about to close.");
        return Err(refusal.into());
    }
    let place = app.door.link(&asked_by).map_err(TurnedAway::refusal)?;
    let shown = app.logins.cookie.shown(&headers);
    let link = HttpLink::new(transport, shown);
    let entered = app.links.enter(link.clone());
    let opened = LinkOpened {
        link: entered.id.reveal().to_owned(),
    };
    let handle = SessionHandle::new(app.next_session_id(), Language::Frames);
    let driver = Driver::new(
        app.clone(),
        LinkWire::of(link.clone()),
        handle,
        Voice::Frames {
            shown,
            transport: transport.into(),
        },
        session::Language::Frames,
    );
    let ending = app.stopping.clone();
    app.tasks.spawn(async move {
        let _held = (place, entered);
        driver.await;
        if ending.is_cancelled() && !link.has_reader() {
            return;
        }
        // Whoever does not read it in time hears that the link is gone.
        let _ = timeout(END_READ_WITHIN, link.end_is_read()).await;
    });
    Ok(never_kept(
        (StatusCode::CREATED, Json(opened)).into_response(),
    ))
}

/// `GET /api/link/{id}/events`: the frames, as long as the link lives.
///
/// # Errors
/// `link_gone`, or `malformed` for a link that is polled or that had its stream.
pub async fn events(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, HttpRefusal> {
    let link = find(&app, id, &headers)?;
    only_get(&method)?;
    let every = app.config.patience.keep_alive_every;
    let body = EventsBody::begin(link, every).map_err(refused)?;
    Ok(as_events(Body::new(body)))
}

/// Which batches a poll has.
#[derive(Debug, Deserialize)]
pub struct PollQuery {
    #[serde(default)]
    after: u64,
}

/// `GET /api/link/{id}/poll?after=N`: the frames behind batch N, once there are any.
///
/// # Errors
/// `link_gone`, or `malformed` for a link that is streamed or a number that is not its.
pub async fn polled(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    query: Result<Query<PollQuery>, QueryRejection>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, HttpRefusal> {
    let link = find(&app, id, &headers)?;
    only_get(&method)?;
    let Query(PollQuery { after }) = query.map_err(|_| number_wanted("after"))?;
    let within = app.config.patience.poll_within;
    let events = poll(link, after, within, &app.stopping)
        .await
        .map_err(refused)?;
    Ok(as_events(Body::from(events)))
}

/// A post's number.
#[derive(Debug, Deserialize)]
pub struct PostQuery {
    n: u64,
}

/// `POST /api/link/{id}/frames?n=N`: frames for the server, one a line.
///
/// # Errors
/// `link_gone`; `malformed` for a post out of turn, too long or of too many frames;
/// `too_fast` when the one before it is not heard yet: the same post may come again.
pub async fn frames(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    query: Result<Query<PostQuery>, QueryRejection>,
    request: Request,
) -> Result<Response, HttpRefusal> {
    let link = find(&app, id, request.headers())?;
    let Query(PostQuery { n }) = query.map_err(|_| number_wanted("n"))?;
    let said = match axum::body::to_bytes(request.into_body(), POST_BYTES_MAX).await {
        Ok(body) => said(&body)?,
        // Too long, or broken off: the latter hears no answer.
        Err(_) => vec![Said::TooBig],
    };
    match timeout(POST_WITHIN, link.post(n, said)).await {
        Ok(done) => done.map_err(refused)?,
        Err(_) => {
            let sentence = "What was sent before is still being read; send this again.";
            return Err(Refusal::new(RefusalCode::TooFast, sentence)
                .retry_after_ms(1_000)
                .into());
        }
    }
    Ok(never_kept(StatusCode::NO_CONTENT.into_response()))
}

/// With which code a client goes.
#[derive(Debug, Deserialize)]
pub struct GoodbyeQuery {
    code: Option<u16>,
}

/// `DELETE /api/link/{id}?code=N`: the client goes. Of a link that is gone already, or
/// somebody else's, nothing is left to do for this client.
///
/// # Errors
/// `malformed`.
pub async fn goodbye(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    query: Result<Query<GoodbyeQuery>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, HttpRefusal> {
    let Query(GoodbyeQuery { code }) = query.map_err(|_| number_wanted("code"))?;
    if let Ok(link) = find(&app, id, &headers) {
        link.say_goodbye(code);
    }
    Ok(never_kept(StatusCode::NO_CONTENT.into_response()))
}

/// The link, for whoever opened it. A wrong id and a wrong login are not told apart.
fn find(app: &App, id: String, headers: &HeaderMap) -> Result<Arc<HttpLink>, HttpRefusal> {
    let shown = app.logins.cookie.shown(headers);
    let found = app.links.find(&LinkId::shown(id), shown);
    found.ok_or_else(|| refused(NotDone::Gone))
}

/// The frames of a post.
fn said(body: &[u8]) -> Result<Vec<Said>, HttpRefusal> {
    let lines: Vec<_> = body
        .split(|&byte| byte == b'\n')
        .filter(|line| !line.trim_ascii().is_empty())
        .collect();
    if lines.len() > POST_FRAMES_MAX {
        let sentence = format!("A post holds {POST_FRAMES_MAX} frames at most.");
        return Err(HttpRefusal::malformed(sentence));
    }
    let said = |line: &&[u8]| match std::str::from_utf8(line) {
        _ if line.len() > FRAME_BYTES_MAX => Said::TooBig,
        Ok(text) => Said::Text(text.to_owned()),
        Err(_) => Said::NotUtf8,
    };
    Ok(lines.iter().map(said).collect())
}

/// A `HEAD` would take what a reader is for.
fn only_get(method: &Method) -> Result<(), HttpRefusal> {
    if method == Method::GET {
        return Ok(());
    }
    Err(HttpRefusal::malformed("A link is read by GET."))
}

fn number_wanted(name: &str) -> HttpRefusal {
    HttpRefusal::malformed(format!("{name} has to be a number."))
}

fn refused(not_done: NotDone) -> HttpRefusal {
    match not_done {
        NotDone::Gone => {
            let sentence = "There is no such link; open another.";
            Refusal::new(RefusalCode::LinkGone, sentence).into()
        }
        NotDone::WrongReader => HttpRefusal::malformed(
            "This link is not read like that: it has one stream, or it is polled, as it was \
             opened.",
        ),
        NotDone::Gap { next } => {
            HttpRefusal::malformed(format!("The next post of this link is number {next}."))
        }
        NotDone::Miscounted { last } => HttpRefusal::malformed(format!(
            "The newest batch of this link is number {last}, and only the one before it can be \
             asked for again."
        )),
    }
}

fn as_events(body: Body) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(EVENTS));
    headers.insert(X_ACCEL_BUFFERING, HeaderValue::from_static("no"));
    never_kept(response)
}

/// Nobody on the way keeps or changes it.
fn never_kept(mut response: Response) -> Response {
    let value = HeaderValue::from_static("no-store, no-transform");
    response.headers_mut().insert(CACHE_CONTROL, value);
    response
}
