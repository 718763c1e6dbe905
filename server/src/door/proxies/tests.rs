use std::net::IpAddr;

use axum::http::header::{HeaderMap, HeaderValue};

use super::{Network, NotANetwork, Proxies, X_FORWARDED_FOR};

fn proxies(networks: &[&str]) -> Proxies {
    Proxies::new(
        networks
            .iter()
            .map(|network| network.parse().expect("a network"))
            .collect(),
    )
}

fn ip(text: &str) -> IpAddr {
    text.parse().expect("an address")
}

fn forwarded(lists: &[&str]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for list in lists {
        let list = HeaderValue::from_str(list).expect("a header");
        headers.append(X_FORWARDED_FOR, list);
    }
    headers
}

#[test]
fn a_network_holds_what_shares_its_bits() {
    for (network, address, held) in [
        ("10.0.0.1", "10.0.0.1", true),
        ("10.0.0.1", "10.0.0.2", false),
        ("10.0.0.1", "::ffff:10.0.0.1", true),
        ("172.18.0.0/16", "172.18.255.3", true),
        ("172.18.0.0/16", "172.19.0.1", false),
        ("0.0.0.0/0", "203.0.113.9", true),
        ("0.0.0.0/0", "2001:db8::1", false),
        ("2001:db8::/32", "2001:db8:ffff::1", true),
        ("2001:db8::/32", "2001:db9::1", false),
        ("::/0", "2001:db8::1", true),
        ("::1", "::1", true),
    ] {
        let proxies = proxies(&[network]);
        assert_eq!(proxies.trust(ip(address)), held, "{address} in {network}");
    }
    assert!(!Proxies::default().trust(ip("127.0.0.1")));
}

#[test]
fn what_is_no_network_is_refused() {
    for text in [
        "",
        "proxy",
        "10.0.0.0/33",
        "::/129",
        "10.0.0.0/",
        "10.0.0.0/-1",
    ] {
        assert_eq!(text.parse::<Network>(), Err(NotANetwork), "{text:?}");
    }
}

#[test]
fn the_last_stranger_in_the_list_is_the_client() {
    let proxies = proxies(&["127.0.0.1", "10.0.0.0/8"]);
    for (lists, client) in [
        (&["203.0.113.9"][..], Some("203.0.113.9")),
        // Whatever a client writes itself stands before what the proxy has seen.
        (&["1.1.1.1, 203.0.113.9"], Some("203.0.113.9")),
        (&["1.1.1.1", "203.0.113.9"], Some("203.0.113.9")),
        (&["203.0.113.9, 10.1.2.3"], Some("203.0.113.9")),
        (&["203.0.113.9:4711"], Some("203.0.113.9")),
        (&["[2001:db8::1]:4711"], Some("2001:db8::1")),
        (&["[2001:db8::1]"], Some("2001:db8::1")),
        (&["2001:db8::1"], Some("2001:db8::1")),
        (&["::ffff:203.0.113.9"], Some("203.0.113.9")),
        (&["10.1.2.3"], None),
        (&["203.0.113.9, unknown"], None),
        (&[""], None),
        (&[], None),
    ] {
        let client = client.map(ip);
        assert_eq!(proxies.client_of(&forwarded(lists)), client, "{lists:?}");
    }
}
