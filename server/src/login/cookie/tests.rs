use axum::http::header::{HeaderMap, HeaderName, HeaderValue};
use shared::cursor::Epoch;

use super::LoginCookie;
use crate::login::token::{Token, hash};

const NAME: &str = "confab_login_00000000000000ab";
const SECURE_NAME: &str = "__Host-confab_login_00000000000000ab";

fn cookie() -> LoginCookie {
    LoginCookie::of(Epoch(0xab))
}

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

fn told(set: Vec<HeaderValue>) -> Vec<String> {
    set.into_iter()
        .map(|cookie| cookie.to_str().expect("text").to_owned())
        .collect()
}

#[test]
fn the_cookie_is_out_of_reach_for_scripts_and_foreign_pages() {
    let token = Token::random();
    let asked = headers(&[("origin", "http://localhost:8080")]);
    let given = cookie().give(&token, &asked, false);
    let expected = format!(
        "{NAME}={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax",
        token.reveal()
    );
    assert_eq!(given, expected.as_str());
}

#[test]
fn a_page_from_https_gets_a_secure_cookie() {
    let https = headers(&[("origin", "https://chat.example")]);
    for given in [
        cookie().give(&Token::random(), &https, false),
        cookie().give(&Token::random(), &headers(&[]), true),
    ] {
        let given = given.to_str().expect("text");
        // What the prefix asks for: Secure, Path=/ and no Domain.
        assert!(given.starts_with(&format!("{SECURE_NAME}=")), "{given}");
        assert!(given.contains("; Path=/;") && !given.contains("Domain"));
        assert!(given.ends_with("; Secure"), "{given}");
    }
    let claimed = headers(&[("x-forwarded-proto", "https")]);
    let given = cookie().give(&Token::random(), &claimed, false);
    assert!(!given.to_str().expect("text").contains("Secure"));
}

#[test]
fn the_cookie_that_is_shown_is_taken_back_and_the_secure_one_goes_first() {
    let both = headers(&[("cookie", &format!("{NAME}=old; {SECURE_NAME}=new"))]);
    assert_eq!(cookie().shown(&both), Some(hash("new")));
    let taken = told(cookie().take_back(&both));
    assert_eq!(taken.len(), 2);
    assert!(taken[0].starts_with(&format!("{NAME}=; ")), "{taken:?}");
    assert!(taken[1].starts_with(&format!("{SECURE_NAME}=; ")));
    assert!(taken[1].ends_with("; Secure") && !taken[0].contains("Secure"));
    assert_eq!(told(cookie().take_back(&headers(&[]))), [""; 0]);
}

#[test]
fn the_token_is_found_among_other_cookies() {
    for shown in [
        format!("{NAME}=abc"),
        format!("a=b; {NAME}=abc; c=d"),
        format!("x;{NAME}=abc"),
    ] {
        let headers = headers(&[("cookie", &shown)]);
        assert_eq!(cookie().shown(&headers), Some(hash("abc")), "{shown}");
    }
    for shown in [
        String::new(),
        format!("{NAME}="),
        format!("not_{NAME}=abc"),
        format!("{NAME}x=abc"),
    ] {
        let headers = headers(&[("cookie", &shown)]);
        assert_eq!(cookie().shown(&headers), None, "{shown}");
        assert!(!cookie().is_present(&headers));
    }
}

#[test]
fn a_neighbour_on_another_port_is_left_alone() {
    let neighbour = LoginCookie::of(Epoch(0xcd));
    let given = neighbour.give(&Token::random(), &headers(&[]), false);
    let pair = given.to_str().expect("text").split(';').next();
    let shown = headers(&[("cookie", pair.expect("a pair"))]);
    assert_eq!(cookie().shown(&shown), None);
    assert!(!cookie().is_present(&shown));
    assert_eq!(told(cookie().take_back(&shown)), [""; 0]);
}

#[test]
fn the_former_name_counts_and_becomes_the_new_one() {
    let former = headers(&[("cookie", "confab_login=abc")]);
    assert_eq!(cookie().shown(&former), Some(hash("abc")));
    assert!(!cookie().is_surely_ours(&former), "it may be a neighbour's");
    let renamed = told(cookie().rename(&former));
    assert!(
        renamed[0].starts_with(&format!("{NAME}=abc; ")),
        "{renamed:?}"
    );
    assert!(renamed[1].starts_with("confab_login=; "), "{renamed:?}");
    let taken = told(cookie().take_back(&former));
    assert!(taken.len() == 1 && taken[0].starts_with("confab_login=; "));

    let secure = headers(&[("cookie", "__Host-confab_login=abc")]);
    let renamed = told(cookie().rename(&secure));
    assert!(renamed[0].starts_with(&format!("{SECURE_NAME}=abc; ")));
    assert!(renamed.iter().all(|cookie| cookie.ends_with("; Secure")));

    // Who has the new one may have a neighbour's former one beside it.
    let both = headers(&[("cookie", &format!("confab_login=theirs; {NAME}=ours"))]);
    assert_eq!(cookie().shown(&both), Some(hash("ours")));
    assert_eq!(told(cookie().rename(&both)), [""; 0]);
    assert!(
        told(cookie().take_back(&both))
            .iter()
            .all(|c| c.starts_with(NAME))
    );
    // What is no token is not written into a header again.
    let odd = headers(&[("cookie", "confab_login=a b")]);
    assert_eq!(told(cookie().rename(&odd)), [""; 0]);
}

#[test]
fn a_bearer_token_goes_before_the_cookie() {
    let both = headers(&[
        ("authorization", "bearer xyz"),
        ("cookie", &format!("{NAME}=abc")),
    ]);
    assert_eq!(cookie().shown(&both), Some(hash("xyz")));
    let basic = headers(&[("authorization", "Basic xyz")]);
    assert_eq!(cookie().shown(&basic), None);
}

#[test]
fn a_login_that_was_planted_over_http_does_not_count_on_https() {
    let planted = format!("{NAME}=planted; confab_login=planted");
    let own = format!("{planted}; {SECURE_NAME}=own");
    let https = "https://chat.example";
    let on_https = |cookies: &str| headers(&[("origin", https), ("cookie", cookies)]);
    assert_eq!(cookie().shown(&on_https(&planted)), None);
    assert_eq!(cookie().shown(&on_https(&own)), Some(hash("own")));
    // A request that does not say where its page came from.
    let reading = headers(&[("cookie", &own)]);
    assert_eq!(cookie().shown(&reading), Some(hash("own")));
}
