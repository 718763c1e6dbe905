use axum::http::header::{HeaderMap, HeaderName, HeaderValue};

use super::{give, is_present, shown, take_back};
use crate::login::token::{Token, hash};

fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
    pairs
        .iter()
        .map(|(name, value)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_str(value).expect("a header"),
            )
        })
        .collect()
}

#[test]
fn the_cookie_is_out_of_reach_for_scripts_and_foreign_pages() {
    let token = Token::random();
    let cookie = give(
        &token,
        &headers(&[("origin", "http://localhost:8080")]),
        false,
    );
    let expected = format!(
        "confab_login={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax",
        token.reveal()
    );
    assert_eq!(cookie, expected.as_str());
}

#[test]
fn a_page_from_https_gets_a_secure_cookie() {
    let https = headers(&[("origin", "https://chat.example")]);
    for cookie in [
        give(&Token::random(), &https, false),
        give(&Token::random(), &headers(&[]), true),
        take_back(&https),
    ] {
        let cookie = cookie.to_str().expect("text");
        // What the prefix asks for: Secure, Path=/ and no Domain.
        assert!(cookie.starts_with("__Host-confab_login="), "{cookie}");
        assert!(cookie.contains("; Path=/;") && !cookie.contains("Domain"));
        assert!(cookie.ends_with("; Secure"), "{cookie}");
    }
    let claimed = headers(&[("x-forwarded-proto", "https")]);
    assert!(
        !take_back(&claimed)
            .to_str()
            .expect("text")
            .contains("Secure")
    );
}

#[test]
fn the_cookie_that_is_shown_is_taken_back_and_the_secure_one_goes_first() {
    let both = headers(&[("cookie", "confab_login=old; __Host-confab_login=new")]);
    assert_eq!(shown(&both), Some(hash("new")));
    let taken = |headers: &HeaderMap| take_back(headers).to_str().expect("text").to_owned();
    let cookie = taken(&both);
    assert!(cookie.starts_with("__Host-confab_login=; "), "{cookie}");
    assert!(cookie.ends_with("; Secure"), "{cookie}");
    let cookie = taken(&headers(&[("cookie", "confab_login=old")]));
    assert!(cookie.starts_with("confab_login=; "), "{cookie}");
    assert!(!cookie.contains("Secure"), "{cookie}");
}

#[test]
fn the_token_is_found_among_other_cookies() {
    for cookie in [
        "confab_login=abc",
        "a=b; confab_login=abc; c=d",
        "x;confab_login=abc",
    ] {
        assert_eq!(
            shown(&headers(&[("cookie", cookie)])),
            Some(hash("abc")),
            "{cookie}"
        );
    }
    for cookie in [
        "",
        "confab_login=",
        "not_confab_login=abc",
        "confab_loginx=abc",
    ] {
        let headers = headers(&[("cookie", cookie)]);
        assert_eq!(shown(&headers), None, "{cookie}");
        assert!(!is_present(&headers));
    }
}

#[test]
fn a_bearer_token_goes_before_the_cookie() {
    let both = headers(&[
        ("authorization", "bearer xyz"),
        ("cookie", "confab_login=abc"),
    ]);
    assert_eq!(shown(&both), Some(hash("xyz")));
    assert_eq!(shown(&headers(&[("authorization", "Basic xyz")])), None);
}

#[test]
fn a_login_that_was_planted_over_http_does_not_count_on_https() {
    let planted = "confab_login=planted";
    let own = "confab_login=planted; __Host-confab_login=own";
    let https = "https://chat.example";
    assert_eq!(
        shown(&headers(&[("origin", https), ("cookie", planted)])),
        None
    );
    assert_eq!(
        shown(&headers(&[("origin", https), ("cookie", own)])),
        Some(hash("own"))
    );
    // A request that does not say where its page came from.
    let reading = headers(&[("cookie", own)]);
    assert_eq!(shown(&reading), Some(hash("own")));
    let taken = take_back(&reading);
    let taken = taken.to_str().expect("text");
    assert!(taken.starts_with("__Host-confab_login=;") && taken.ends_with("; Secure"));
}
