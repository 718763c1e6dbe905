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
//!
//! Cookies do not know ports: two servers on one host share all of them. So the name ends
//! in the epoch of the server's log, which is another for every data file, and signing in
//! at one signs nobody out at the other. Browsers that signed in before names were such
//! still show the former name; it counts where its token does, and is never taken for a
//! login that has ended here, since it may be a neighbour's.

use axum::http::header::{AUTHORIZATION, COOKIE, HeaderMap, HeaderValue, ORIGIN};
use chat_store::records::TokenHash;
use shared::cursor::Epoch;

use super::token::{self, Token};

/// What names begin with that only https can set.
const SECURE_PREFIX: &str = "__Host-";

/// The name on a page that came over http, before it said whose it is.
const FORMER_NAME: &str = "confab_login";

/// The same on a page that came over https.
const SECURE_FORMER_NAME: &str = "__Host-confab_login";

/// A year: who comes back within one is still signed in.
const KEEP_SECONDS: u32 = 365 * 24 * 60 * 60;

/// The cookie of one server.
#[derive(Debug)]
pub struct LoginCookie {
    /// On a page that came over http.
    name: String,
    /// On a page that came over https.
    secure_name: String,
}

/// A token in a cookie.
struct InCookie<'a> {
    token: &'a str,
    whose: Whose,
    is_secure: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    /// It bears this server's name.
    Ours,
    /// It bears the former name: ours, or a neighbour's.
    Unsaid,
}

impl LoginCookie {
    /// The cookie of the server with this log.
    #[must_use]
    pub fn of(epoch: Epoch) -> Self {
        let name = format!("{FORMER_NAME}_{epoch}");
        let secure_name = format!("{SECURE_PREFIX}{name}");
        Self { name, secure_name }
    }

    /// The `Set-Cookie` that gives a token to the browser which sent these headers, perhaps
    /// by the server's own TLS.
    #[must_use]
    pub fn give(&self, token: &Token, asked: &HeaderMap, by_tls: bool) -> HeaderValue {
        let is_secure = by_tls || came_by_https(asked);
        set_cookie(self.name(is_secure), token.reveal(), KEEP_SECONDS)
    }

    /// The `Set-Cookie`s that take back the login which the browser showed in these headers.
    #[must_use]
    pub fn take_back(&self, asked: &HeaderMap) -> Vec<HeaderValue> {
        let shown = self.in_cookie(asked).map(|found| found.whose);
        let names = match shown {
            None => return Vec::new(),
            Some(Whose::Ours) => [self.name.as_str(), &self.secure_name],
            Some(Whose::Unsaid) => [FORMER_NAME, SECURE_FORMER_NAME],
        };
        names
            .into_iter()
            .filter(|name| named(asked, name).is_some())
            .map(|name| set_cookie(name, "", 0))
            .collect()
    }

    /// For a browser whose login was found by the former name: the same token under this
    /// server's own, and the former taken back.
    #[must_use]
    pub fn rename(&self, asked: &HeaderMap) -> Vec<HeaderValue> {
        match self.in_cookie(asked) {
            Some(InCookie {
                token,
                whose: Whose::Unsaid,
                is_secure,
            }) if bearer(asked).is_none() && is_token(token) => {
                let former = if is_secure {
                    SECURE_FORMER_NAME
                } else {
                    FORMER_NAME
                };
                vec![
                    set_cookie(self.name(is_secure), token, KEEP_SECONDS),
                    set_cookie(former, "", 0),
                ]
            }
            Some(_) | None => Vec::new(),
        }
    }

    /// The hash of the token that a request shows: the bearer's, or else the cookie's.
    #[must_use]
    pub fn shown(&self, headers: &HeaderMap) -> Option<TokenHash> {
        bearer(headers)
            .or_else(|| self.in_cookie(headers).map(|found| found.token))
            .map(token::hash)
    }

    /// Whether the token that a request shows was given by this server: if nobody holds it,
    /// then a login has ended.
    #[must_use]
    pub fn is_surely_ours(&self, headers: &HeaderMap) -> bool {
        let cookie = self.in_cookie(headers);
        bearer(headers).is_some() || cookie.is_some_and(|found| found.whose == Whose::Ours)
    }

    /// Whether a request brings the cookie, whatever is in it.
    #[must_use]
    pub fn is_present(&self, headers: &HeaderMap) -> bool {
        self.in_cookie(headers).is_some()
    }

    fn name(&self, is_secure: bool) -> &str {
        if is_secure {
            &self.secure_name
        } else {
            &self.name
        }
    }

    /// A page that came over https has the cookie that only https can set, or none.
    fn in_cookie<'a>(&self, headers: &'a HeaderMap) -> Option<InCookie<'a>> {
        let names = [
            (self.secure_name.as_str(), Whose::Ours, true),
            (&self.name, Whose::Ours, false),
            (SECURE_FORMER_NAME, Whose::Unsaid, true),
            (FORMER_NAME, Whose::Unsaid, false),
        ];
        let by_https = came_by_https(headers);
        let usable = |is_secure: &bool| *is_secure || !by_https;
        names
            .into_iter()
            .filter(|(_, _, is_secure)| usable(is_secure))
            .find_map(|(name, whose, is_secure)| {
                let token = named(headers, name)?;
                Some(InCookie {
                    token,
                    whose,
                    is_secure,
                })
            })
    }
}

fn set_cookie(name: &str, value: &str, seconds: u32) -> HeaderValue {
    let secure = if name.starts_with(SECURE_PREFIX) {
        "; Secure"
    } else {
        ""
    };
    let cookie =
        format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::try_from(cookie).expect("a token is made of header characters")
}

/// Whether a value can be a token of ours, and so be written into a header again.
fn is_token(value: &str) -> bool {
    value
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
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
