//! Every address of the server, on one page.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{CONTENT_TYPE, HOST, HeaderName, ORIGIN};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, delete, get, post, put};
use shared::refusal::{Refusal, RefusalCode};
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::chat::upgrade;
use crate::door::{self, Asks, ConnectionPlace};
use crate::http::error::HttpRefusal;
use crate::http::{
    doctor, drafts, files, health, links, login, metrics, personal, plans, rooms, search, threads,
    told, unread,
};
use crate::login::Logins;
use crate::origin::{Cookie, Facts, Purpose};
use crate::websocket::handshake;
use crate::{assets, echo, headers};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// An answer takes no longer. A disk that sleeps wakes within it.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// All routes.
pub fn all(app: &Arc<App>) -> Router {
    Router::new()
        // WebSockets
        .route("/chat", any(upgrade::chat))
        .route("/echo", any(echo::echo))
        // API
        .route("/api/me", get(login::me))
        .route(
            "/api/me/preferences",
            get(personal::preferences)
                .put(personal::keep_preferences)
                .layer(DefaultBodyLimit::max(personal::PREFERENCES_BYTES_MAX)),
        )
        .route(
            "/api/me/status",
            get(personal::status).put(personal::keep_status),
        )
        .route(
            "/api/me/reading",
            get(personal::reading).put(personal::keep_reading),
        )
        .route("/api/me/drafts", get(drafts::list))
        .route(
            "/api/me/drafts/{room}",
            put(drafts::keep).layer(DefaultBodyLimit::max(drafts::DRAFT_BYTES_MAX)),
        )
        .route("/api/me/threads", get(threads::list))
        .route(
            "/api/me/threads/{room}/{root}",
            put(threads::keep).layer(DefaultBodyLimit::max(threads::THREAD_BYTES_MAX)),
        )
        .route(
            "/api/me/told",
            post(told::claim).layer(DefaultBodyLimit::max(told::TOLD_BYTES_MAX)),
        )
        .route("/api/me/unread", get(unread::list))
        .route(
            "/api/me/unread/{room}",
            put(unread::keep).layer(DefaultBodyLimit::max(unread::UNREAD_BYTES_MAX)),
        )
        .route("/api/me/plans", get(plans::list))
        .route(
            "/api/me/plans/{id}",
            put(plans::keep)
                .delete(plans::remove)
                .layer(DefaultBodyLimit::max(plans::PLAN_BYTES_MAX)),
        )
        .route("/api/search", get(search::search))
        .route("/api/me/code", post(login::code))
        .route("/api/login", post(login::login))
        .route("/api/login/code", post(login::login_by_code))
        .route("/api/logout", post(login::logout))
        .route("/api/rooms/{room}/entries", get(rooms::entries))
        .route("/api/rooms/{room}/at", get(rooms::at))
        .route("/api/rooms/{room}/messages/{seq}", get(rooms::message))
        .route(
            "/api/rooms/{room}/messages/{seq}/versions",
            get(rooms::versions),
        )
        .route(
            "/api/rooms/{room}/messages/{seq}/thread",
            get(rooms::thread),
        )
        .route("/api/rooms/{room}/forwards", post(rooms::forward))
        .route(
            "/api/rooms/{room}/messages/{seq}/readers",
            get(rooms::readers),
        )
        .route("/api/rooms/{room}/pins", get(rooms::pins))
        .route("/api/rooms/{room}/uploads", post(files::announce))
        .route("/api/rooms/{room}/files", get(files::list))
        .route("/api/rooms/{room}/files/{id}", delete(files::remove))
        .route("/files/{room}/{id}", get(files::whole))
        .route("/files/{room}/{id}/thumbnail", get(files::thumbnail))
        .route("/api/link", post(links::open))
        .route("/api/link/{id}", delete(links::goodbye))
        .route("/api/link/{id}/events", get(links::events))
        .route("/api/link/{id}/poll", get(links::polled))
        .route("/api/link/{id}/frames", post(links::frames))
        .route("/api/doctor", get(doctor::view))
        .route("/api/doctor/stream", get(doctor::stream))
        .route(
            "/api/doctor/body",
            post(doctor::body).layer(DefaultBodyLimit::max(doctor::BODY_BYTES_MAX)),
        )
        .route(
            "/api/doctor/examination",
            get(doctor::examined).post(doctor::examine),
        )
        .route("/api/doctor/findings", post(doctor::judge))
        .route("/api", any(no_such_call))
        .route("/api/", any(no_such_call))
        .route("/api/{*rest}", any(no_such_call))
        // Machines that watch
        .route("/healthz", get(health::healthz))
        .route("/metrics", get(metrics::metrics))
        // The page
        .fallback(assets::serve)
        .method_not_allowed_fallback(wrong_method)
        .layer(DefaultBodyLimit::max(login::LOGIN_BYTES_MAX))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            ANSWER_WITHIN,
        ))
        .merge(without_a_time())
        .layer(middleware::map_response(in_words))
        .layer(middleware::from_fn_with_state(app.clone(), check_origin))
        .layer(middleware::from_fn_with_state(app.clone(), let_in))
        .layer(middleware::from_fn(headers::add))
        .with_state(app.clone())
}

/// Bytes of a file come as quickly as somebody's network is; they are held to the time between
/// two of them.
fn without_a_time() -> Router<Arc<App>> {
    Router::new().route(
        "/api/rooms/{room}/uploads/{id}",
        get(files::progress)
            .patch(files::append)
            .delete(files::give_up),
    )
}

/// Gives an answer that took too long its sentence. Also one to a request whose body
/// does not come: it is read by whoever answers.
async fn in_words(response: Response) -> Response {
    let is_late = response.status() == StatusCode::SERVICE_UNAVAILABLE
        && !response.headers().contains_key(CONTENT_TYPE);
    if is_late {
        let sentence = "The answer took too long. Try again.";
        return HttpRefusal(Refusal::new(RefusalCode::Unavailable, sentence)).into_response();
    }
    response
}

async fn no_such_call() -> Response {
    let refusal = Refusal::new(RefusalCode::Malformed, "There is no such call.");
    (StatusCode::NOT_FOUND, axum::Json(refusal)).into_response()
}

async fn wrong_method() -> Response {
    let refusal = Refusal::new(RefusalCode::Malformed, "This call wants another method.");
    (StatusCode::METHOD_NOT_ALLOWED, axum::Json(refusal)).into_response()
}

/// Keeps those out who are too many or too fast, before anything else looks at the
/// request.
async fn let_in(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let place = request.extensions().get::<ConnectionPlace>();
    let place = place.expect("the listener gives every request its connection's place");
    let asks = if handshake::is_asked_for(&request) {
        Asks::Handshake
    } else {
        Asks::Answer
    };
    let shares = handshake::asks_by_connect(request.extensions());
    let own = shares.then(|| app.door.stream(place)).transpose();
    let let_in = own.and_then(|own| {
        let place = own.as_ref().unwrap_or(place);
        app.door.request(place, request.headers(), asks)
    });
    match let_in {
        Ok(place) => {
            request.extensions_mut().insert(place);
            next.run(request).await
        }
        Err(why) => door::refused(why),
    }
}

/// Keeps foreign pages out.
async fn check_origin(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let facts = facts_of(&app.logins, &request);
    match app.origins.judge(facts) {
        Ok(()) => next.run(request).await,
        Err(foreign) => {
            if facts.purpose == Purpose::Upgrade {
                app.metrics.refused(foreign.into());
            }
            let refusal = Refusal::new(RefusalCode::NotAllowed, foreign.sentence());
            HttpRefusal(refusal).into_response()
        }
    }
}

fn facts_of<'a>(logins: &Logins, request: &'a Request) -> Facts<'a> {
    let headers = request.headers();
    // Reading a link is what an upgrade is, by other means.
    let is_link = request.uri().path().starts_with(links::BELOW);
    let purpose = if handshake::is_asked_for(request) || (is_link && request.method().is_safe()) {
        Purpose::Upgrade
    } else if request.method().is_safe() {
        Purpose::Read
    } else {
        Purpose::Change
    };
    let cookie = if logins.cookie.is_present(headers) {
        Cookie::Present
    } else {
        Cookie::Absent
    };
    Facts {
        purpose,
        host: only(headers, &HOST),
        origin: only(headers, &ORIGIN),
        fetch_site: only(headers, &SEC_FETCH_SITE),
        cookie,
    }
}

/// The value of a header that may come once. One that is not text or comes again has no
/// value that could match, but it did come.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().unwrap_or_default();
    Some(values.next().map_or(value, |_| ""))
}
