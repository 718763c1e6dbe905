//! Whoever is too many or too fast is told so, and when to come back; nobody else
//! notices.

use std::net::IpAddr;
use std::time::Instant;

use chat_testkit::{NotUpgraded, PATIENCE, RawSocket, Upgrade, http};
use hyper::Method;
use server::config::{AppConfig, DoorConfig, LoopbackLimit, RateLimit};
use server::echo::ECHOES_MAX;
use shared::refusal::{Refusal, RefusalCode};

use crate::harness::{TestServer, empty_store, unlimited};

const HERE: [u8; 4] = [127, 0, 0, 1];
const NEXT_DOOR: [u8; 4] = [127, 0, 0, 2];

/// Loopback addresses count as addresses; rates are off.
fn limited(connections_per_address_max: u32) -> AppConfig {
    AppConfig {
        door: DoorConfig {
            limit_loopback: LoopbackLimit::On,
            ..per_address(connections_per_address_max)
        },
        ..unlimited()
    }
}

/// Behind a proxy on this machine.
fn behind_a_proxy(connections_per_address_max: u32) -> AppConfig {
    AppConfig {
        door: DoorConfig {
            trust_proxies: vec!["127.0.0.1".parse().unwrap()],
            ..per_address(connections_per_address_max)
        },
        ..unlimited()
    }
}

fn per_address(connections_per_address_max: u32) -> DoorConfig {
    DoorConfig {
        connections_per_address_max,
        ..DoorConfig::default()
    }
}

async fn connect(server: &TestServer, from: [u8; 4]) -> Result<RawSocket, NotUpgraded> {
    let upgrade = Upgrade::chat().from_address(IpAddr::from(from));
    RawSocket::connect(&server.url, &upgrade).await
}

async fn connect_for(server: &TestServer, client: &str) -> Result<RawSocket, NotUpgraded> {
    let upgrade = Upgrade::chat().header("x-forwarded-for", client);
    RawSocket::connect(&server.url, &upgrade).await
}

/// What somebody is told who is turned away, and after how many seconds to come back.
fn turned_away(outcome: Result<RawSocket, NotUpgraded>) -> (Refusal, u32) {
    let refused = outcome.expect_err("nobody is turned away");
    let answer = refused.answer().expect("the server answers");
    assert_eq!(answer.status, 503, "{}", answer.text());
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("connection"), "close");
    let refusal: Refusal = answer.json().unwrap();
    assert_eq!(refusal.code, RefusalCode::Unavailable);
    let seconds: u32 = answer.header("retry-after").parse().unwrap();
    let told = refusal.retry_after_ms.expect("a time to come back");
    assert_eq!(seconds, told.div_ceil(1_000));
    (refusal, seconds)
}

/// Tries until the server has noticed that somebody left.
async fn is_let_in(again: impl AsyncFn() -> Result<RawSocket, NotUpgraded>) -> RawSocket {
    let start = Instant::now();
    loop {
        match again().await {
            Ok(socket) => return socket,
            Err(refused) => assert!(start.elapsed() < PATIENCE, "{refused}"),
        }
    }
}

#[tokio::test]
async fn one_connection_too_many_is_told_when_to_come_back() {
    let config = AppConfig {
        door: DoorConfig {
            connections_max: 2,
            ..DoorConfig::default()
        },
        ..unlimited()
    };
    let server = TestServer::over(empty_store(), config).await;
    let first = connect(&server, HERE).await.unwrap();
    let _second = connect(&server, HERE).await.unwrap();
    let (refusal, seconds) = turned_away(connect(&server, HERE).await);
    assert_eq!(seconds, 5);
    assert!(refusal.message.contains("as it takes"), "{refusal}");
    // It is said before the request is read, whatever it is.
    let answer = http::get(&server.url, "/healthz").await.unwrap();
    assert_eq!(answer.status, 503);
    drop(first);
    is_let_in(async || connect(&server, HERE).await).await;
}

#[tokio::test]
async fn an_address_with_too_many_connections_is_turned_away_and_no_other() {
    let server = TestServer::over(empty_store(), limited(3)).await;
    let mut here = Vec::new();
    for _ in 0..3 {
        here.push(connect(&server, HERE).await.unwrap());
    }
    let (refusal, _) = turned_away(connect(&server, HERE).await);
    assert!(refusal.message.contains("your address"), "{refusal}");
    let _other = connect(&server, NEXT_DOOR).await.unwrap();
    here.pop();
    is_let_in(async || connect(&server, HERE).await).await;
}

#[tokio::test]
async fn loopback_is_not_counted_unless_it_is_told() {
    let config = AppConfig {
        door: per_address(1),
        rate_limit: RateLimit::On,
        ..AppConfig::default()
    };
    let server = TestServer::over(empty_store(), config).await;
    let mut here = Vec::new();
    for _ in 0..5 {
        here.push(connect(&server, HERE).await.unwrap());
    }
}

#[tokio::test]
async fn an_address_that_shakes_hands_too_often_has_to_wait() {
    let config = AppConfig {
        rate_limit: RateLimit::On,
        ..limited(4)
    };
    let mut server = TestServer::over(empty_store(), config).await;
    server.stop_the_clock().await;
    for _ in 0..4 {
        is_let_in(async || connect(&server, HERE).await).await;
    }
    let refused = loop {
        let (refusal, seconds) = turned_away(connect(&server, HERE).await);
        // Those before may still be leaving.
        if refusal.message.contains("too often") {
            break seconds;
        }
    };
    assert_eq!(refused, 15, "a minute for four");
    let answer = http::get(&server.url, "/healthz").await.unwrap();
    assert_eq!(answer.status, 200, "what is no handshake is answered");
    connect(&server, NEXT_DOOR).await.unwrap();
}

#[tokio::test]
async fn all_together_shake_hands_at_one_rate() {
    let config = AppConfig {
        door: DoorConfig {
            handshakes_per_second: 1,
            ..DoorConfig::default()
        },
        ..AppConfig::default()
    };
    let mut server = TestServer::over(empty_store(), config).await;
    server.stop_the_clock().await;
    for _ in 0..5 {
        connect(&server, HERE).await.unwrap();
    }
    for path in ["/chat", "/echo"] {
        let outcome = RawSocket::connect(&server.url, &Upgrade::to(path)).await;
        let (refusal, seconds) = turned_away(outcome);
        assert!(refusal.message.contains("at once"), "{path}: {refusal}");
        assert_eq!(seconds, 1, "{path}");
    }
    let answer = http::get(&server.url, "/healthz").await.unwrap();
    assert_eq!(answer.status, 200, "what is no handshake is answered");
}

#[tokio::test]
async fn with_the_rate_off_handshakes_are_not_held_to_it() {
    let config = AppConfig {
        door: DoorConfig {
            handshakes_per_second: 1,
            ..DoorConfig::default()
        },
        rate_limit: RateLimit::Off,
        ..AppConfig::default()
    };
    let server = TestServer::over(empty_store(), config).await;
    for _ in 0..20 {
        connect(&server, HERE).await.unwrap();
    }
}

#[tokio::test]
async fn behind_a_trusted_proxy_the_address_that_it_names_counts() {
    let server = TestServer::over(empty_store(), behind_a_proxy(2)).await;
    let ada = "203.0.113.9";
    let first = connect_for(&server, ada).await.unwrap();
    // What a client writes into the header itself stands before what the proxy adds.
    let _second = connect_for(&server, "198.51.100.1, 203.0.113.9")
        .await
        .unwrap();
    turned_away(connect_for(&server, ada).await);
    let mut request = http::request(Method::GET, "/api/me");
    let named = ada.parse().unwrap();
    request.headers_mut().insert("x-forwarded-for", named);
    let answer = http::ask(&server.url, request).await.unwrap();
    assert_eq!(answer.status, 503, "requests count beside connections");
    connect_for(&server, "203.0.113.10").await.unwrap();
    // The proxy itself asks, to see whether the server is well.
    let answer = http::get(&server.url, "/healthz").await.unwrap();
    assert_eq!(answer.status, 200);
    drop(first);
    is_let_in(async || connect_for(&server, ada).await).await;
}

#[tokio::test]
async fn requests_that_follow_each_other_through_a_proxy_hold_no_place() {
    let server = TestServer::over(empty_store(), behind_a_proxy(1)).await;
    let mut proxy = http::Asker::connect(&server.url).await.unwrap();
    for _ in 0..5 {
        let mut request = http::request(Method::GET, "/healthz");
        let named = "203.0.113.9".parse().unwrap();
        request.headers_mut().insert("x-forwarded-for", named);
        let answer = proxy.ask(request).await.unwrap();
        assert_eq!(answer.status, 200, "{}", answer.text());
    }
}

#[tokio::test]
async fn nobody_else_is_believed_about_addresses() {
    let server = TestServer::over(empty_store(), limited(2)).await;
    let _first = connect_for(&server, "203.0.113.1").await.unwrap();
    let _second = connect_for(&server, "203.0.113.2").await.unwrap();
    turned_away(connect_for(&server, "203.0.113.3").await);
}

#[tokio::test]
async fn one_echo_too_many_is_told_when_to_come_back() {
    let server = TestServer::unlimited().await;
    let echo = async || RawSocket::connect(&server.url, &Upgrade::to("/echo")).await;
    let mut echoes = Vec::new();
    for _ in 0..ECHOES_MAX {
        echoes.push(echo().await.unwrap());
    }
    let refused = echo().await.expect_err("there is no room for it");
    let answer = refused.answer().expect("the server answers");
    assert_eq!(answer.status, 503);
    assert_eq!(answer.header("retry-after"), "1");
    let refusal: Refusal = answer.json().unwrap();
    assert_eq!(refusal.code, RefusalCode::Unavailable);
    // A chat is no echo.
    connect(&server, HERE).await.unwrap();
    echoes.pop();
    is_let_in(echo).await;
}
