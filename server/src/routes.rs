//! Every address of the server, on one page.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{HOST, HeaderName, ORIGIN, UPGRADE};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use shared::refusal::{Refusal, RefusalCode};
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::chat::upgrade;
use crate::http::error::HttpRefusal;
use crate::http::{health, login, rooms};
use crate::login::cookie;
use crate::origin::{Cookie, Facts, Purpose};
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
        .route("/api/login", post(login::login))
        .route("/api/logout", post(login::logout))
        .route("/api/rooms/{room}/entries", get(rooms::entries))
        .route("/api/{*rest}", any(no_such_call))
        // Machines that watch
        .route("/healthz", get(health::healthz))
        // The page
        .fallback(assets::serve)
        .method_not_allowed_fallback(wrong_method)
        .layer(DefaultBodyLimit::max(login::LOGIN_BYTES_MAX))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            ANSWER_WITHIN,
        ))
        .layer(middleware::from_fn_with_state(app.clone(), check_origin))
        .layer(middleware::from_fn(headers::add))
        .with_state(app.clone())
}

async fn no_such_call() -> Response {
    let refusal = Refusal::new(RefusalCode::Malformed, "There is no such call.");
    (StatusCode::NOT_FOUND, axum::Json(refusal)).into_response()
}

async fn wrong_method() -> Response {
    let refusal = Refusal::new(RefusalCode::Malformed, "This call wants another method.");
    (StatusCode::METHOD_NOT_ALLOWED, axum::Json(refusal)).into_response()
}

/// Keeps foreign pages out, before anything else looks at the request.
async fn check_origin(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    match app.origins.judge(facts_of(&request)) {
        Ok(()) => next.run(request).await,
        Err(foreign) => {
            let refusal = Refusal::new(RefusalCode::NotAllowed, foreign.sentence());
            HttpRefusal(refusal).into_response()
        }
    }
}

fn facts_of(request: &Request) -> Facts<'_> {
    let headers = request.headers();
    let purpose = if headers.contains_key(UPGRADE) {
        Purpose::Upgrade
    } else if request.method().is_safe() {
        Purpose::Read
    } else {
        Purpose::Change
    };
    let cookie = if cookie::is_present(headers) {
        Cookie::Present
    } else {
        Cookie::Absent
    };
    let text = |name: &HeaderName| text(headers, name);
    // A request that is not readable as text has no value that could match.
    let origin = headers
        .get(ORIGIN)
        .map(|origin| origin.to_str().unwrap_or_default());
    Facts {
        purpose,
        host: text(&HOST),
        origin,
        fetch_site: text(&SEC_FETCH_SITE),
        cookie,
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
