//! For whom a reverse proxy speaks, by the header that it appends to.
//!
//! Input: values of `X-Forwarded-For`, one a line.

use axum::http::header::{HeaderMap, HeaderName, HeaderValue};
use server::door::proxies::{Network, Proxies};

use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "forwarded",
    about: "X-Forwarded-For, and the networks of trusted proxies",
    run,
    words: &[
        b"127.0.0.1",
        b"10.1.2.3",
        b"203.0.113.7",
        b"2001:db8::7",
        b"[2001:db8::7]:4711",
        b"::ffff:10.1.2.3",
        b", ",
        b":80",
        b"unknown",
        b"0.0.0.0/0",
        b"::/129",
        b"10.0.0.0/8",
    ],
};

const FORWARDED: HeaderName = HeaderName::from_static("x-forwarded-for");

fn run(data: &[u8]) {
    if let Ok(Ok(network)) = str::from_utf8(data).map(str::parse::<Network>) {
        let _ = Proxies::new(vec![network]).trust([127, 0, 0, 1].into());
    }
    let own = ["127.0.0.1", "10.0.0.0/8"].map(|own| own.parse().expect("a network"));
    let proxies = Proxies::new(own.to_vec());
    let values = data.split(|byte| *byte == b'\n');
    let values = values.filter_map(|value| HeaderValue::from_bytes(value).ok());
    let mut headers = HeaderMap::new();
    let mut forged = HeaderMap::new();
    forged.append(
        FORWARDED,
        HeaderValue::from_static("198.51.100.1, 10.0.0.9"),
    );
    for value in values {
        headers.append(FORWARDED, value.clone());
        forged.append(FORWARDED, value);
    }
    let Some(client) = proxies.client_of(&headers) else {
        return;
    };
    assert!(
        !proxies.trust(client),
        "a proxy speaks for a proxy: {client}"
    );
    // What a client itself wrote before its proxy changes nothing.
    assert_eq!(proxies.client_of(&forged), Some(client));
}
