use axum::http::header::HeaderValue;
use axum::http::{Request, StatusCode};
use axum::response::IntoResponse;

use super::{NoOffer, Offer, accept_of};

const KEY: &str = "dGhlIHNhbXBsZSBub25jZQ==";

fn offer(method: &str, headers: &[(&str, &str)]) -> Result<Offer, NoOffer> {
    let mut request = Request::builder().method(method).uri("/chat");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let (mut parts, ()) = request.body(()).expect("a request").into_parts();
    Offer::from_request(&mut parts)
}

#[test]
fn the_accept_value_is_that_of_the_rfc() {
    let accept = accept_of(&HeaderValue::from_static(KEY)).expect("a key");
    assert_eq!(accept, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
}

#[test]
fn a_key_is_sixteen_bytes_in_base64() {
    for key in [
        "",
        "abc",
        "AAAA",
        "dGhlIHNhbXBsZSBub25jZQ",
        "dGhlIHNhbXBsZSBub25jZSE=",
        "*",
    ] {
        assert_eq!(accept_of(&HeaderValue::from_static(key)), None, "{key}");
    }
}

#[test]
fn what_is_missing_is_named() {
    let upgrade = ("upgrade", "websocket");
    let connection = ("connection", "keep-alive, Upgrade");
    let version = ("sec-websocket-version", "13");
    for (method, headers, why) in [
        ("GET", &[][..], NoOffer::NotAsked),
        ("GET", &[connection, version], NoOffer::NotAsked),
        ("GET", &[upgrade, version], NoOffer::NotAsked),
        (
            "GET",
            &[("upgrade", "h2c"), connection, version],
            NoOffer::NotAsked,
        ),
        ("POST", &[upgrade, connection, version], NoOffer::NotAsked),
        ("GET", &[upgrade, connection], NoOffer::Version),
        (
            "GET",
            &[upgrade, connection, ("sec-websocket-version", "8")],
            NoOffer::Version,
        ),
        ("GET", &[upgrade, connection, version], NoOffer::Key),
        (
            "GET",
            &[upgrade, connection, version, ("sec-websocket-key", "x")],
            NoOffer::Key,
        ),
        // Everything is there but the connection itself.
        (
            "GET",
            &[upgrade, connection, version, ("sec-websocket-key", KEY)],
            NoOffer::NotAsked,
        ),
    ] {
        assert_eq!(
            offer(method, headers).expect_err("no offer"),
            why,
            "{method} {headers:?}"
        );
    }
}

#[test]
fn a_refusal_says_what_would_be_taken() {
    let response = NoOffer::NotAsked.into_response();
    assert_eq!(response.status(), StatusCode::UPGRADE_REQUIRED);
    assert_eq!(response.headers()["upgrade"], "websocket");
    let response = NoOffer::Version.into_response();
    assert_eq!(response.status(), StatusCode::UPGRADE_REQUIRED);
    assert_eq!(response.headers()["sec-websocket-version"], "13");
    assert_eq!(
        NoOffer::Key.into_response().status(),
        StatusCode::BAD_REQUEST
    );
}
