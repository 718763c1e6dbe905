//! The cookie that carries a browser's token.
//!
//! `HttpOnly`: no script reads it. `SameSite=Lax`: no foreign page sends it along with
//! a change. `Secure` where the page itself was loaded by https: over the server's own
//! TLS, or by the `Origin` of the log-in, which browsers always send and pages cannot
//! set; `X-Forwarded-Proto` is anybody's word and is not read.
//!
//! A cookie that is `Secure` has a name of its own, with the prefix that browsers give to
//! nobody but the host itself (RFC 6265bis, section 4.1.3.2): neither a page of a sibling
//! domain nor one that came over plain HTTP can plant a login in its place.

use axum::http::header::{AUTHORIZATION, COOKIE, HeaderMap, HeaderValue, ORIGIN};
use chat_store::records::TokenHash;

use super::token::{self, Token};

/// The cookie's name on a page that came over http.
pub const COOKIE_NAME: &str = "confab_login";

/// The cookie's name on a page that came over https.
pub const SECURE_COOKIE_NAME: &str = "__Host-confab_login";

/// A year: who comes back within one is still signed in.
const KEEP_SECONDS: u32 = 365 * 24 * 60 * 60;

/// The `Set-Cookie` that gives a token to the browser which sent these headers, perhaps
/// by the server's own TLS.
#[must_use]
pub fn give(token: &Token, asked: &HeaderMap, by_tls: bool) -> HeaderValue {
    let is_secure = by_tls || came_by_https(asked);
    set_cookie(token.reveal(), KEEP_SECONDS, is_secure)
}

/// The `Set-Cookie` that takes it back from the browser which sent these headers.
#[must_use]
pub fn take_back(asked: &HeaderMap) -> HeaderValue {
    let is_secure = came_by_https(asked) || named(asked, SECURE_COOKIE_NAME).is_some();
    set_cookie("", 0, is_secure)
}

/// The hash of the token that a request shows: the bearer's, or else the cookie's.
#[must_use]
pub fn shown(headers: &HeaderMap) -> Option<TokenHash> {
    bearer(headers)
        .or_else(|| in_cookie(headers))
        .map(token::hash)
}

/// Whether a request brings the cookie, whatever is in it.
#[must_use]
pub fn is_present(headers: &HeaderMap) -> bool {
    in_cookie(headers).is_some()
}

fn set_cookie(value: &str, seconds: u32, is_secure: bool) -> HeaderValue {
    let (name, secure) = if is_secure {
        (SECURE_COOKIE_NAME, "; Secure")
    } else {
        (COOKIE_NAME, "")
    };
    let cookie =
        format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::try_from(cookie).expect("a token is made of header characters")
}

fn came_by_https(asked: &HeaderMap) -> bool {
    let origin = asked.get(ORIGIN);
    origin.is_some_and(|origin| origin.as_bytes().starts_with(b"https:"))
}

/// The token that a program shows.
#[must_use]
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// A page that came over https has the cookie that only https can set, or none.
fn in_cookie(headers: &HeaderMap) -> Option<&str> {
    let secure = named(headers, SECURE_COOKIE_NAME);
    if came_by_https(headers) {
        return secure;
    }
    secure.or_else(|| named(headers, COOKIE_NAME))
}

fn named<'a>(headers: &'a HeaderMap, wanted: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, value)| *name == wanted && !value.is_empty())
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests;
