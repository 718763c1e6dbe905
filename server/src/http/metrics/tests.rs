use std::net::IpAddr;

use axum::http::header::{HeaderMap, HeaderName, HeaderValue};

use super::{is_this_machine, shows_token};
use crate::config::AppConfig;

fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
    let pairs = pairs.iter().map(|(name, value)| {
        let name: HeaderName = name.parse().expect("a name");
        (name, HeaderValue::from_str(value).expect("a value"))
    });
    pairs.collect()
}

fn allowing(origins: &[&str]) -> AppConfig {
    AppConfig {
        allow_origins: origins
            .iter()
            .map(|o| o.parse().expect("an origin"))
            .collect(),
        ..AppConfig::default()
    }
}

#[test]
fn only_a_program_of_this_machine_is_this_machine() {
    let here: IpAddr = [127, 0, 0, 1].into();
    let judge = |config: &AppConfig, peer: &str, pairs: &[(&str, &str)]| {
        let peer = peer.parse().expect("an address");
        is_this_machine(config, Some(peer), &headers(pairs))
    };
    let plain = AppConfig::default();
    let local = [("host", "localhost:8080")];
    for peer in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] {
        assert!(judge(&plain, peer, &local), "{peer}");
    }
    for peer in ["192.168.1.2", "2001:db8::1", "::ffff:10.0.0.1"] {
        assert!(!judge(&plain, peer, &local), "{peer}");
    }
    for host in ["chat.example", "localhost.evil.example", "", "[::1"] {
        assert!(!judge(&plain, "127.0.0.1", &[("host", host)]), "{host}");
    }
    assert!(!judge(&plain, "127.0.0.1", &[]), "no host");
    for carried in [
        ("x-forwarded-for", "203.0.113.9"),
        ("x-forwarded-proto", "https"),
        ("x-real-ip", "203.0.113.9"),
        ("forwarded", "for=203.0.113.9"),
        ("via", "1.1 proxy"),
        ("origin", "http://localhost:8080"),
        ("cookie", "confab_login=abc"),
        ("authorization", "Bearer abc"),
    ] {
        assert!(
            !judge(&plain, "127.0.0.1", &[local[0], carried]),
            "{carried:?}"
        );
    }
    assert!(judge(
        &allowing(&["http://localhost:8081"]),
        "127.0.0.1",
        &local
    ));
    assert!(!judge(
        &allowing(&["https://chat.example"]),
        "127.0.0.1",
        &local
    ));
    assert!(
        !is_this_machine(&plain, None, &headers(&local)),
        "no peer is known"
    );
    assert!(is_this_machine(&plain, Some(here), &headers(&local)));
}

#[test]
fn a_token_is_shown_as_a_bearer_and_whole() {
    let config = AppConfig {
        metrics_token: Some("correct-horse-battery".parse().expect("long enough")),
        ..AppConfig::default()
    };
    let shown = |config: &AppConfig, value: &str| {
        shows_token(config, &headers(&[("authorization", value)]))
    };
    assert!(shown(&config, "Bearer correct-horse-battery"));
    assert!(!shown(&config, "Bearer correct-horse-batter"));
    assert!(!shown(&config, "Basic correct-horse-battery"));
    assert!(!shown(&config, "Bearer "));
    assert!(!shown(&AppConfig::default(), "Bearer "));
    let cookie = headers(&[("cookie", "confab_login=correct-horse-battery")]);
    assert!(!shows_token(&config, &cookie));
}
