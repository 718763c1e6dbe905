//! The headers that every response carries.
//!
//! The page may run its own script and WebAssembly, talk to its own server, and
//! nothing else: no foreign script, frame, font, image or connection. `'self'` in
//! `connect-src` covers `ws:` and `wss:` of the same host and port (Content Security
//! Policy Level 3, section 6.7.2.8).

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::middleware::Next;
use axum::response::Response;

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data: blob:; media-src 'self'; connect-src 'self'; font-src 'self'; \
     manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// A page that does not need a sensor does not get one.
const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), \
     gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

const ALWAYS: [(HeaderName, HeaderValue); 6] = [
    (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(PERMISSIONS),
    ),
];

/// What a file may do that is opened by itself: nothing, in no page's name.
const SEALED: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; sandbox; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);

/// Marks a response whose bytes somebody sent.
#[derive(Clone, Copy, Debug)]
pub struct Sealed;

/// Puts the headers on whatever the rest of the server answers.
pub async fn add(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    // A file that somebody sent brings a policy of its own, which allows nothing.
    let is_sealed = response.extensions_mut().remove::<Sealed>().is_some();
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, value);
    }
    if is_sealed {
        headers.insert(CONTENT_SECURITY_POLICY, SEALED);
    }
    response
}
