//! The client that browsers run, where the network forbids what it likes best.

use chat_client::{Choice, Intent, Notice, Transport};
use chat_store::LOBBY;
use chat_testkit::{TestUser, Wall, Walls};

use crate::harness::{TestServer, log, text};

const NO_UPGRADES: Walls = Walls {
    upgrades: Wall::Refuses,
    streams: Wall::Open,
};

const POLLS_ONLY: Walls = Walls {
    upgrades: Wall::Refuses,
    streams: Wall::Refuses,
};

/// Loses its network and gets another one, with these walls.
async fn moves(user: &TestUser, walls: Walls) {
    user.goes_offline().await;
    user.is_behind(walls).await;
    user.comes_back().await;
}

#[tokio::test]
async fn who_may_not_upgrade_talks_over_http_and_returns_when_the_network_allows_it() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.is_online_by(Transport::WebSocket).await;
    ada.open("lobby").await;
    ben.open("lobby").await;
    for (walls, transport) in [
        (NO_UPGRADES, Transport::Events),
        (POLLS_ONLY, Transport::Poll),
        (Walls::default(), Transport::WebSocket),
    ] {
        moves(&ada, walls).await;
        ada.is_online_by(transport).await;
        let (said, answered) = (format!("by {transport:?}"), format!("to {transport:?}"));
        ada.post(&said).await;
        ben.sees(&said).await;
        ben.post(&answered).await;
        ada.sees(&answered).await;
    }
    ada.has_sent_all().await;
    assert_eq!(ada.lines().await, ben.lines().await);
}

#[tokio::test]
async fn the_way_back_is_no_loss_that_anybody_is_told_of() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    ada.is_online().await;
    ada.open("lobby").await;
    moves(&ada, NO_UPGRADES).await;
    ada.is_online_by(Transport::Events).await;
    let told = |notices: Vec<Notice>| {
        let back = |notice: &&Notice| matches!(notice, Notice::BackOnline { .. });
        notices.iter().filter(back).count()
    };
    ada.waits_for("the word that it is back", |screen| {
        screen.client.status().offline_since.is_none().then_some(())
    })
    .await;
    let before = told(ada.notices().await);
    ada.is_behind(Walls::default()).await;
    ada.is_online_by(Transport::WebSocket).await;
    assert_eq!(told(ada.notices().await), before);
}

#[tokio::test]
async fn whoever_hops_from_one_to_the_other_while_writing_loses_and_doubles_nothing() {
    let server = TestServer::unlimited().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ada.open("lobby").await;
    ben.open("lobby").await;
    let mut written = Vec::new();
    for round in 0..12 {
        let choice = Choice::Only(Transport::ALL[round % 3]);
        ada.intend(Intent::Choose(choice)).await;
        for number in 0..5 {
            let said = format!("{round}.{number}");
            ada.post(&said).await;
            written.push(said);
        }
        if round % 2 == 0 {
            ada.cut().await;
        } else {
            ada.sees(written.last().unwrap()).await;
        }
    }
    ada.has_sent_all().await;
    ben.sees(written.last().unwrap()).await;
    let log = log(&server.url, ben.token(), LOBBY).await;
    assert_eq!(log.iter().map(text).collect::<Vec<_>>(), written);
    assert_eq!(ben.entries().await, log);
    assert_eq!(ada.entries().await, log);
}

#[tokio::test]
async fn a_choice_holds_although_a_better_way_is_open() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    ada.is_online_by(Transport::WebSocket).await;
    for transport in [Transport::Poll, Transport::Events, Transport::WebSocket] {
        ada.intend(Intent::Choose(Choice::Only(transport))).await;
        ada.is_online_by(transport).await;
        ada.cut().await;
        ada.is_online_by(transport).await;
    }
}
