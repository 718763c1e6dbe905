//! Bad networks over real sockets: dead peers are noticed in time, and after a storm
//! everybody has everything.
//!
//! `cargo xtask network --seed S --minutes N` runs the campaign for longer.

use std::time::{Duration, Instant};

use chat_rules::session::HeartbeatTimes;
use chat_store::LOBBY;
use chat_testkit::network::{self, Plan};
use chat_testkit::proxy::{End, Fault, Plan as Faults, Proxy, Way};
use chat_testkit::{Heard, PATIENCE, RawSocket, TestUser, Upgrade, http};
use server::config::{AppConfig, Patience};
use shared::cursor::Seq;
use tokio::time::timeout;

use crate::harness::{TestServer, empty_store, is_alive, log, text, unlimited};

/// As long as a storm lasts in every run of the tests.
const STORM: Duration = Duration::from_secs(10);

const CLIENTS: usize = 16;

/// The seed of every run of the tests.
const SEED: u64 = 1;

/// Which campaign is wanted, for longer ones.
const SEED_WANTED: &str = "CONFAB_NETWORK_SEED";
const MINUTES_WANTED: &str = "CONFAB_NETWORK_MINUTES";

/// Notices within a second what others notice within half a minute.
fn quick() -> AppConfig {
    AppConfig {
        patience: Patience {
            heartbeat: HeartbeatTimes {
                ping_every_ms: 500,
                pong_within_ms: 400,
            },
            ..Patience::default()
        },
        ..unlimited()
    }
}

async fn quick_server() -> TestServer {
    TestServer::over(empty_store(), quick()).await
}

async fn proxied(server: &TestServer) -> Proxy {
    Proxy::before(&server.url, Faults::clean()).await.unwrap()
}

#[tokio::test]
async fn the_server_notices_a_client_of_whom_it_hears_nothing_any_more() {
    let server = quick_server().await;
    let proxy = proxied(&server).await;
    let token = http::sign_in(&server.url, "ada")
        .await
        .unwrap()
        .token
        .unwrap();
    let (mut ada, welcome) = RawSocket::greeted(proxy.url(), &token).await;
    assert_eq!((welcome.ping_every_ms, welcome.pong_within_ms), (500, 400));
    is_alive(&mut ada).await;
    // She hears everything, and nothing of hers arrives.
    proxy.orders(Way::Up, End::Swallow);
    let closed = timeout(PATIENCE, ada.close_code()).await;
    assert_eq!(closed, Ok(4001), "she is pinged on and on");
}

#[tokio::test]
async fn the_server_lets_go_of_a_client_that_hears_nothing_any_more() {
    let mut config = quick();
    // As long as the server holds on to it, nobody else gets in.
    config.door.connections_max = 1;
    let server = TestServer::over(empty_store(), config).await;
    let proxy = proxied(&server).await;
    let _deaf = RawSocket::connect(proxy.url(), &Upgrade::to("/chat"))
        .await
        .unwrap();
    proxy.orders(Way::Down, End::Hold);
    let well = async || http::get(&server.url, "/healthz").await.unwrap().status;
    assert_eq!(well().await, 503);
    let start = Instant::now();
    while well().await != 200 {
        assert!(start.elapsed() < PATIENCE, "it holds on");
    }
}

#[tokio::test]
async fn a_client_notices_a_server_that_is_gone_and_sends_again_what_was_lost() {
    let server = quick_server().await;
    let proxy = proxied(&server).await;
    let login = http::sign_in(&server.url, "ada").await.unwrap();
    let ada = TestUser::with_login(proxy.url(), login);
    ada.open("lobby").await;
    ada.post("before").await;
    ada.sees("before").await;
    proxy.orders(Way::Up, End::Swallow);
    proxy.orders(Way::Down, End::Swallow);
    let lost = ada.post("into the void").await;
    let stored = ada.stored(lost).await;
    assert_eq!(stored, Seq(2));
    assert_eq!(ada.now(|screen| screen.welcomes).await, 2);
    let entries = log(&server.url, ada.token(), LOBBY).await;
    let texts: Vec<_> = entries.iter().map(text).collect();
    assert_eq!(texts, ["before", "into the void"], "once, and in order");
}

#[tokio::test]
async fn what_was_stored_while_its_answer_was_lost_is_not_there_twice() {
    let server = quick_server().await;
    let proxy = proxied(&server).await;
    let login = http::sign_in(&server.url, "ada").await.unwrap();
    let ada = TestUser::with_login(proxy.url(), login);
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.open("lobby").await;
    ben.open("lobby").await;
    // The message arrives; that it did is never heard.
    proxy.orders(Way::Down, End::Swallow);
    let write = ada.post("heard by ben").await;
    ben.sees("heard by ben").await;
    assert_eq!(ada.stored(write).await, Seq(1));
    assert_eq!(log(&server.url, ada.token(), LOBBY).await.len(), 1);
    assert_eq!(
        ben.now(|screen| screen.welcomes).await,
        1,
        "ben felt nothing"
    );
}

#[tokio::test]
async fn a_handshake_that_breaks_anywhere_leaves_nothing_behind() {
    let server = TestServer::unlimited().await;
    for way in [Way::Up, Way::Down] {
        for end in [End::Cut, End::Reset] {
            // A handshake has some 180 bytes one way and 130 the other.
            for bytes in (0..180).step_by(9) {
                let plan = Faults::Always(Fault::after(bytes, way, end));
                let proxy = Proxy::before(&server.url, plan).await.unwrap();
                let outcome = RawSocket::connect(proxy.url(), &Upgrade::chat()).await;
                if let Ok(mut socket) = outcome {
                    // The handshake got through; the connection did not.
                    assert_eq!(
                        socket.hear().await,
                        Heard::Broken,
                        "{way:?} {end:?} {bytes}"
                    );
                }
            }
        }
    }
    // Ending it waits for every task.
    server.stop().await;
}

#[tokio::test]
async fn a_user_behind_a_thin_line_gets_everything_and_nobody_waits_for_it() {
    const MESSAGES: u64 = 200;
    let server = TestServer::unlimited().await;
    let thin = Faults::Always(Fault::slow(20_000));
    let proxy = Proxy::before(&server.url, thin).await.unwrap();
    let login = http::sign_in(&server.url, "thin").await.unwrap();
    let slow = TestUser::with_login(proxy.url(), login);
    slow.open("lobby").await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.open("lobby").await;
    ben.open("lobby").await;
    for number in 1..=MESSAGES {
        ada.post(&format!("{number} {}", "x".repeat(300))).await;
    }
    ben.is_complete_to(Seq(MESSAGES)).await;
    assert_eq!(ben.entries().await.len() as u64, MESSAGES);
    slow.is_complete_to(Seq(MESSAGES)).await;
    assert_eq!(slow.entries().await, ben.entries().await);
    for user in [&ada, &ben, &slow] {
        let name = &user.author().name;
        assert_eq!(
            user.now(|screen| screen.welcomes).await,
            1,
            "{name} was cut"
        );
    }
}

#[tokio::test]
async fn after_a_storm_everybody_has_everything_once_and_in_order() {
    let wanted = |name| {
        std::env::var(name)
            .ok()
            .map(|text| text.parse::<u64>().unwrap())
    };
    let seed = wanted(SEED_WANTED).unwrap_or(SEED);
    let until = Instant::now() + Duration::from_secs(60 * wanted(MINUTES_WANTED).unwrap_or(0));
    for seed in seed.. {
        eprintln!("seed {seed}");
        let server = quick_server().await;
        let folder = tempfile::tempdir().unwrap();
        let plan = Plan {
            server: server.url.clone(),
            folder: folder.path().to_owned(),
            clients: CLIENTS,
            seed,
            storm: STORM,
        };
        let report = network::run(&plan).await.unwrap();
        eprintln!("{report}");
        server.stop().await;
        if Instant::now() >= until {
            return;
        }
    }
}
