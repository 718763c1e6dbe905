use super::{Cookie, Facts, Foreign, Origin, OriginRules, Purpose, Reach};

fn rules(reach: Reach) -> OriginRules {
    OriginRules::new(
        reach,
        vec!["https://chat.example".parse().expect("an origin")],
    )
}

fn upgrade(reach: Reach, host: &str, origin: Option<&str>) -> Result<(), Foreign> {
    rules(reach).judge(Facts {
        purpose: Purpose::Upgrade,
        host: Some(host),
        origin,
        ..Facts::default()
    })
}

#[test]
fn a_loopback_server_takes_loopback_pages_the_allow_list_and_programs() {
    for (host, origin) in [
        ("localhost:8080", Some("http://localhost:8080")),
        ("localhost:8080", Some("http://127.0.0.1:8080")),
        ("127.0.0.1:8080", Some("http://localhost:9999")),
        ("127.0.0.1:8080", Some("http://127.4.5.6")),
        ("[::1]:8080", Some("http://[::1]:8080")),
        ("[::1]:8080", Some("https://localhost")),
        ("localhost:8080", Some("http://confab.localhost:8080")),
        ("localhost:8080", Some("https://chat.example")),
        ("LOCALHOST:8080", Some("HTTP://Localhost:8080")),
        ("localhost:8080", None),
        ("chat.example", Some("https://chat.example")),
        ("chat.example", None),
        ("chat.example:443", Some("https://chat.example:443")),
    ] {
        assert_eq!(
            upgrade(Reach::Loopback, host, origin),
            Ok(()),
            "{host} {origin:?}"
        );
    }
}

#[test]
fn a_loopback_server_refuses_foreign_pages_and_rebound_hosts() {
    for (host, origin, why) in [
        (
            "localhost:8080",
            Some("https://evil.example"),
            Foreign::Origin,
        ),
        (
            "localhost:8080",
            Some("http://localhost.evil.example"),
            Foreign::Origin,
        ),
        (
            "localhost:8080",
            Some("http://127.0.0.1.evil.example"),
            Foreign::Origin,
        ),
        (
            "localhost:8080",
            Some("http://chat.example"),
            Foreign::Origin,
        ),
        (
            "localhost:8080",
            Some("https://chat.example:444"),
            Foreign::Origin,
        ),
        ("localhost:8080", Some("null"), Foreign::Origin),
        ("localhost:8080", Some(""), Foreign::Origin),
        ("localhost:8080", Some("file://"), Foreign::Origin),
        (
            "localhost:8080",
            Some("http://user@localhost"),
            Foreign::Origin,
        ),
        (
            "evil.example:8080",
            Some("http://evil.example:8080"),
            Foreign::Host,
        ),
        ("evil.example", None, Foreign::Host),
        ("192.168.1.7:8080", None, Foreign::Host),
        ("localhost:8080:1", None, Foreign::Host),
        ("[::1", None, Foreign::Host),
        ("", None, Foreign::Host),
    ] {
        assert_eq!(
            upgrade(Reach::Loopback, host, origin),
            Err(why),
            "{host} {origin:?}"
        );
    }
}

#[test]
fn a_network_server_takes_its_own_pages_and_the_allow_list_only() {
    for (host, origin, verdict) in [
        ("chat.local:8080", Some("http://chat.local:8080"), Ok(())),
        ("chat.local", Some("https://chat.local"), Ok(())),
        ("chat.local:443", Some("https://chat.local"), Ok(())),
        ("chat.local", Some("http://chat.local:80"), Ok(())),
        ("192.168.1.7:8080", Some("http://192.168.1.7:8080"), Ok(())),
        ("192.168.1.7", Some("https://chat.example"), Ok(())),
        ("[fd00::7]:8080", Some("http://[fd00::7]:8080"), Ok(())),
        ("nas:8080", Some("http://nas:8080"), Ok(())),
        ("localhost:8080", Some("http://localhost:8080"), Ok(())),
        ("chat.example", Some("https://chat.example"), Ok(())),
        ("chat.example", None, Ok(())),
        ("chat.local", None, Ok(())),
        (
            "chat.local:8080",
            Some("http://chat.local"),
            Err(Foreign::Origin),
        ),
        (
            "chat.local:8080",
            Some("http://localhost:8080"),
            Err(Foreign::Origin),
        ),
        (
            "chat.local:8080",
            Some("https://evil.example"),
            Err(Foreign::Origin),
        ),
    ] {
        assert_eq!(
            upgrade(Reach::Network, host, origin),
            verdict,
            "{host} {origin:?}"
        );
    }
}

/// Whoever owns a name can let it point here, and then its page is of the same origin.
#[test]
fn a_network_server_refuses_rebound_hosts() {
    for host in [
        "evil.example:8080",
        "evil.example",
        "chat.local.evil.example",
        "192.168.1.7.evil.example",
        "local.example",
        "evil.example.",
        "chat.example:8080",
    ] {
        let own = format!("http://{host}");
        for origin in [None, Some(own.as_str()), Some("https://chat.example")] {
            let verdict = upgrade(Reach::Network, host, origin);
            assert_eq!(verdict, Err(Foreign::Host), "{host} {origin:?}");
        }
    }
}

#[test]
fn a_change_with_a_cookie_must_say_where_it_comes_from() {
    let judge = |origin, fetch_site, cookie| {
        rules(Reach::Network).judge(Facts {
            purpose: Purpose::Change,
            host: Some("chat.local"),
            origin,
            fetch_site,
            cookie,
        })
    };
    assert_eq!(judge(None, None, Cookie::Absent), Ok(()));
    assert_eq!(judge(None, None, Cookie::Present), Err(Foreign::Unproven));
    assert_eq!(judge(None, Some("same-origin"), Cookie::Present), Ok(()));
    assert_eq!(
        judge(None, Some("same-site"), Cookie::Present),
        Err(Foreign::Unproven)
    );
    assert_eq!(
        judge(None, Some("cross-site"), Cookie::Present),
        Err(Foreign::Unproven)
    );
    assert_eq!(
        judge(Some("http://chat.local"), None, Cookie::Present),
        Ok(())
    );
    assert_eq!(
        judge(Some("https://evil.example"), None, Cookie::Absent),
        Err(Foreign::Origin)
    );
    assert_eq!(
        judge(
            Some("https://evil.example"),
            Some("same-origin"),
            Cookie::Present
        ),
        Err(Foreign::Origin)
    );
}

#[test]
fn reading_asks_for_the_host_only() {
    let judge = |host, origin| {
        rules(Reach::Loopback).judge(Facts {
            host,
            origin,
            ..Facts::default()
        })
    };
    assert_eq!(
        judge(Some("localhost"), Some("https://evil.example")),
        Ok(())
    );
    assert_eq!(judge(Some("evil.example"), None), Err(Foreign::Host));
    assert_eq!(judge(None, None), Err(Foreign::Host));
}

#[test]
fn an_origin_has_a_scheme_and_a_host_and_nothing_else() {
    for text in [
        "https://chat.example",
        "http://[::1]:8080",
        "HTTPS://Chat.Example:8443",
    ] {
        assert!(text.parse::<Origin>().is_ok(), "{text}");
    }
    for text in [
        "chat.example",
        "ws://chat.example",
        "https://",
        "https://a/b",
        "https://a:b",
        "*",
    ] {
        assert!(text.parse::<Origin>().is_err(), "{text}");
    }
}

#[test]
fn behind_its_own_tls_a_server_has_no_plain_pages() {
    let judge = |rules: &OriginRules, origin| {
        rules.judge(Facts {
            purpose: Purpose::Upgrade,
            host: Some("192.0.2.7"),
            origin: Some(origin),
            ..Facts::default()
        })
    };
    let rules = OriginRules::new(Reach::Network, Vec::new());
    assert_eq!(judge(&rules, "https://192.0.2.7"), Ok(()));
    assert_eq!(judge(&rules, "http://192.0.2.7"), Ok(()));
    let rules = rules.behind_tls();
    assert_eq!(judge(&rules, "https://192.0.2.7"), Ok(()));
    assert_eq!(judge(&rules, "http://192.0.2.7"), Err(Foreign::Origin));
    assert_eq!(
        judge(&rules, "https://192.0.2.7:8443"),
        Err(Foreign::Origin)
    );
}
