//! Whole HTTP requests against every route of the server, over an empty store.
//!
//! Input: method and address in the first line, headers, an empty line, the body.

use std::net::Ipv4Addr;
use std::sync::Arc;

use axum::body::Body;
use axum::http::header::{
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderName, HeaderValue, ORIGIN, SET_COOKIE,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, Request, StatusCode, Uri};
use chat_store::memory::MemoryStore;
use http_body_util::BodyExt;
use server::app::App;
use server::config::AppConfig;
use server::routes;
use shared::events::CONTENT_TYPE as EVENTS;
use tokio::runtime::Builder;
use tower::ServiceExt;

use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "requests",
    about: "HTTP requests to every route",
    run,
    words: &[
        b"GET /api/me\nHost: localhost\n\n",
        b"GET /api/rooms/1/entries?before=9&limit=5\nHost: localhost\n",
        b"GET /chat?name=ada&room=lobby\nHost: localhost\nConnection: upgrade\nUpgrade: websocket\n",
        b"Sec-WebSocket-Version: 13\n",
        b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n",
        b"Sec-WebSocket-Protocol: confab.v1\n",
        b"POST /api/login\nHost: localhost\n\n{\"name\":\"ada\"}",
        b"POST /api/logout\n",
        b"Origin: http://localhost:8080\n",
        b"Origin: https://evil.example\n",
        b"Cookie: confab_login=abc\n",
        b"X-Forwarded-For: 203.0.113.7, ::1\n",
        b"Authorization: Bearer abc\n",
        b"Accept-Encoding: br;q=0.5, *;q=0\n",
        b"If-None-Match: W/\"a\", *\n",
        b"/index.html",
        b"/../",
        b"%2e%2e%2f",
        b"/healthz",
        b"POST /api/link\nHost: localhost\n\n{\"transport\":\"events\"}",
        b"/api/link/abc/frames?n=1",
        b"/api/doctor/stream",
        b"GET /metrics\nHost: localhost\nAuthorization: Bearer abc\n\n",
    ],
};

fn run(data: &[u8]) {
    let Some(request) = read(data) else {
        return;
    };
    let host = request.headers().get(HOST).cloned();
    let is_change = !request.method().is_safe();
    let is_foreign = request
        .headers()
        .get(ORIGIN)
        .is_some_and(|origin| origin.as_bytes().starts_with(b"https://evil.example"));
    let path = request.uri().path().to_owned();

    // One for each input: whatever a request has begun ends with it.
    let runtime = Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime").block_on(async {
        let app = server().await;
        let place = app.door.connection(Ipv4Addr::LOCALHOST.into());
        let mut request = request;
        request
            .extensions_mut()
            .insert(place.expect("the first is let in"));
        let answered = routes::all(&app).oneshot(request).await;
        let response = answered.expect("routes always answer");
        let (head, body) = response.into_parts();
        assert_ne!(head.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        assert!(head.headers.contains_key(CONTENT_SECURITY_POLICY), "{path}");
        assert!(head.headers.contains_key(X_CONTENT_TYPE_OPTIONS), "{path}");
        let is_refused = head.status == StatusCode::FORBIDDEN;
        if host.is_none() || (is_change && is_foreign) {
            assert!(is_refused, "{path}: {}", head.status);
        }
        if head.headers.contains_key(SET_COOKIE) {
            assert!(path.starts_with("/api/"), "a cookie from {path}");
        }
        let is_stream = head
            .headers
            .get(CONTENT_TYPE)
            .is_some_and(|content| content.as_bytes() == EVENTS.as_bytes());
        // A stream goes on for as long as it likes.
        if is_stream {
            return;
        }
        let body = body
            .collect()
            .await
            .expect("the body is in memory")
            .to_bytes();
        if path.starts_with("/api/") && !body.is_empty() {
            let answer: Result<serde_json::Value, _> = serde_json::from_slice(&body);
            assert!(answer.is_ok(), "{path} answers no JSON");
        }
    });
}

async fn server() -> Arc<App> {
    let store = Arc::new(MemoryStore::new(1));
    let mut config = AppConfig::default();
    // The requests come from there, so what they say of others is read.
    config.door.trust_proxies = vec!["127.0.0.1".parse().expect("a network")];
    let app = App::start(config, Vec::new(), store).await;
    app.expect("the store is in memory")
}

fn read(data: &[u8]) -> Option<Request<Body>> {
    let end = data.windows(2).position(|two| two == b"\n\n");
    let (head, body) = match end {
        Some(end) => (&data[..end], &data[end + 2..]),
        None => (data, &[][..]),
    };
    let mut lines = head.split(|byte| *byte == b'\n');
    let first = lines.next()?;
    let space = first.iter().position(|byte| *byte == b' ')?;
    let method = Method::from_bytes(&first[..space]).ok()?;
    let uri = Uri::try_from(&first[space + 1..]).ok()?;
    let mut request = Request::new(Body::from(body.to_vec()));
    (*request.method_mut(), *request.uri_mut()) = (method, uri);
    for line in lines {
        let Some(colon) = line.iter().position(|byte| *byte == b':') else {
            continue;
        };
        let name = HeaderName::from_bytes(&line[..colon]);
        let value = HeaderValue::from_bytes(line[colon + 1..].trim_ascii());
        if let (Ok(name), Ok(value)) = (name, value) {
            request.headers_mut().append(name, value);
        }
    }
    Some(request)
}
