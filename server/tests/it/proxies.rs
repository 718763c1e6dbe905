//! The client that browsers run, behind HTTP proxies that are not kind.

use std::time::Duration;

use chat_client::{Choice, Intent, Transport};
use chat_rules::session::HeartbeatTimes;
use chat_testkit::http_proxy::{Answers, HttpProxy, Manners, Upgrades};
use chat_testkit::{Heard, LinkSocket, PATIENCE, TestUser, http};
use server::config::{AppConfig, Patience};
use shared::http::LinkTransport;
use tokio::time::timeout;

use crate::harness::{TestServer, empty_store};

async fn behind(server: &TestServer, manners: Manners) -> HttpProxy {
    HttpProxy::before(server.url.address(), manners)
        .await
        .unwrap()
}

/// They write to each other, each through another door.
async fn they_talk(ada: &TestUser, ben: &TestUser) {
    ada.open("lobby").await;
    ben.open("lobby").await;
    for number in 1..=3 {
        let (said, answered) = (format!("{number} from ada"), format!("{number} from ben"));
        ada.post(&said).await;
        ben.sees(&said).await;
        ben.post(&answered).await;
        ada.sees(&answered).await;
    }
}

#[tokio::test]
async fn where_upgrades_are_forbidden_a_stream_takes_over() {
    let server = TestServer::start().await;
    let manners = Manners {
        upgrades: Upgrades::Stripped,
        ..Manners::default()
    };
    let proxy = behind(&server, manners).await;
    let ada = TestUser::sign_in(proxy.url(), "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.is_online_by(Transport::Events).await;
    they_talk(&ada, &ben).await;
}

#[tokio::test]
async fn where_answers_are_held_back_polls_take_over() {
    let server = TestServer::start().await;
    let manners = Manners {
        upgrades: Upgrades::Stripped,
        answers: Answers::Whole,
        ..Manners::default()
    };
    let proxy = behind(&server, manners).await;
    let ada = TestUser::sign_in(proxy.url(), "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.is_online_by(Transport::Poll).await;
    they_talk(&ada, &ben).await;
}

#[tokio::test]
async fn a_stream_that_did_keep_quiet_would_be_cut() {
    // This server's streams say something every 15 s.
    let server = TestServer::start().await;
    let manners = Manners {
        idle: Some(Duration::from_millis(300)),
        ..Manners::default()
    };
    let proxy = behind(&server, manners).await;
    let mut link = LinkSocket::open(proxy.url(), LinkTransport::Events, None)
        .await
        .unwrap();
    let heard = timeout(PATIENCE, link.next()).await.unwrap();
    assert_eq!(heard, Heard::Broken);
    assert_eq!(proxy.cuts(), 1);
}

/// A proxy that cuts after 3 s stands for one that cuts after 30 s; everything that keeps
/// a link alive is faster by more, so that a busy machine does not look quiet.
#[tokio::test]
async fn what_keeps_quiet_is_not_cut_because_nothing_does() {
    let config = AppConfig {
        patience: Patience {
            heartbeat: HeartbeatTimes {
                ping_every_ms: 250,
                pong_within_ms: 100,
            },
            keep_alive_every: Duration::from_millis(150),
            poll_within: Duration::from_millis(250),
            ..Patience::default()
        },
        ..AppConfig::default()
    };
    let server = TestServer::over(empty_store(), config).await;
    let manners = Manners {
        idle: Some(Duration::from_secs(3)),
        ..Manners::default()
    };
    let proxy = behind(&server, manners).await;
    let mut users = Vec::new();
    for transport in Transport::ALL {
        let user = TestUser::sign_in(proxy.url(), transport.name()).await;
        user.intend(Intent::Choose(Choice::Only(transport))).await;
        user.is_online_by(transport).await;
        users.push(user);
    }
    // A link without a hello says nothing but its comments, for ten seconds.
    let quiet = timeout(PATIENCE, async {
        let mut asker = http::Asker::connect(proxy.url()).await.unwrap();
        let token = http::sign_in(proxy.url(), "idle")
            .await
            .unwrap()
            .token
            .unwrap();
        let body = r#"{"transport":"events"}"#.to_owned();
        let open = http::json_request(hyper::Method::POST, "/api/link", body);
        let opened = asker.ask(http::with_bearer(open, &token)).await.unwrap();
        let opened: shared::http::LinkOpened = opened.json().unwrap();
        let addresses = chat_client::over_http::Addresses::of(&opened.link);
        let read = http::request(hyper::Method::GET, &addresses.events());
        asker.ask(http::with_bearer(read, &token)).await
    });
    // Ended by the server and not by the proxy, which bears less than a third of that.
    let answer = quiet.await.unwrap().unwrap();
    assert!(answer.text().contains("4500"), "{}", answer.text());
    assert_eq!(proxy.cuts(), 0);
    for (user, transport) in users.iter().zip(Transport::ALL) {
        user.is_online_by(transport).await;
    }
}
