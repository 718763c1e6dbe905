//! The headers in which a token is shown.
//!
//! Input: headers, one a line.

use axum::http::header::{COOKIE, HeaderMap, HeaderName, HeaderValue, ORIGIN};
use server::login::cookie::LoginCookie;
use server::login::token::{self, Token};
use shared::cursor::Epoch;

use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "credentials",
    about: "Cookie and Authorization",
    run,
    words: &[
        b"Cookie: ",
        b"confab_login=",
        b"__Host-confab_login=",
        b"confab_login_0000000000000001=",
        b"; ",
        b"Authorization: Bearer ",
        b"bearer ",
        b"Origin: https://chat.example",
        b"\"",
        b"\xff",
        b"%3D",
    ],
};

fn run(data: &[u8]) {
    let cookie = LoginCookie::of(Epoch(1));
    let headers = headers(data);
    let shown = cookie.shown(&headers);
    if cookie.is_present(&headers) {
        assert!(shown.is_some(), "a cookie that shows nothing");
    }
    let token = Token::random();
    let by_https = headers
        .get(ORIGIN)
        .is_some_and(|o| o.as_bytes().starts_with(b"https:"));
    for by_tls in [true, false] {
        let given = cookie.give(&token, &headers, by_tls);
        let given = given.to_str().expect("a cookie is text");
        let attributes: Vec<&str> = given.split("; ").skip(1).collect();
        for needed in ["Path=/", "HttpOnly", "SameSite=Lax"] {
            assert!(attributes.contains(&needed), "{given}");
        }
        let is_secure = by_tls || by_https;
        assert_eq!(attributes.contains(&"Secure"), is_secure, "{given}");
        assert_eq!(given.starts_with("__Host-"), is_secure, "{given}");
    }
    for taken in cookie.take_back(&headers) {
        let taken = taken.to_str().expect("a cookie is text");
        assert!(taken.contains("Max-Age=0"), "{taken}");
    }
    let renamed = cookie.rename(&headers);
    assert!(renamed.is_empty() || shown.is_some());

    // What was given is found again, whatever other cookies there are.
    let has_others = data.windows(12).any(|part| part == b"confab_login");
    if !has_others && headers.get("authorization").is_none() {
        let mut headers = headers;
        let given = cookie.give(&token, &headers, false);
        let pair = given
            .to_str()
            .ok()
            .and_then(|given| given.split(';').next());
        let pair = HeaderValue::try_from(pair.unwrap_or_default());
        headers.append(COOKIE, pair.expect("it was in a header"));
        assert_eq!(cookie.shown(&headers), Some(token::hash(token.reveal())));
    }
}

fn headers(data: &[u8]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for line in data.split(|byte| *byte == b'\n') {
        let Some(colon) = line.iter().position(|byte| *byte == b':') else {
            continue;
        };
        let (name, value) = (&line[..colon], line[colon + 1..].trim_ascii());
        let name = HeaderName::from_bytes(name);
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value)) {
            headers.append(name, value);
        }
    }
    headers
}
