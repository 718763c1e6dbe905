//! Who is here, who types, what was read: news that is not in the log.

use chat_client::Intent;
use chat_client::composing::MessageBox;
use chat_testkit::{RawSocket, TestUser, http};
use shared::client_frame::{Away, ClientFrame};
use shared::cursor::Seq;
use shared::entry::Author;
use shared::signal::PresenceState;

use crate::harness::TestServer;

#[tokio::test]
async fn everybody_sees_who_is_here_and_who_looks_away() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let token = http::sign_in(&server.url, "ben")
        .await
        .unwrap()
        .token
        .unwrap();
    let (mut ben, _) = RawSocket::greeted(&server.url, &token).await;
    sees_states(&ada, "ada and ben", &[("ada", true), ("ben", true)]).await;
    ben.send(&ClientFrame::Away(Away { away: true })).await;
    sees_states(&ada, "ben away", &[("ada", true), ("ben", false)]).await;
    ben.send(&ClientFrame::Away(Away { away: false })).await;
    sees_states(&ada, "ben back", &[("ada", true), ("ben", true)]).await;
}

#[tokio::test]
async fn the_others_in_the_room_see_who_types() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    let lobby = ada.open("lobby").await;
    ben.open("lobby").await;
    ada.intend(Intent::Typing(lobby.into())).await;
    ben.waits_for("ada typing", move |screen| {
        let typing = screen.client.typing(lobby);
        (typing.len() == 1 && typing[0].name.as_str() == "ada").then_some(())
    })
    .await;
    // The message that was typed ends it.
    ada.post("done").await;
    ben.sees("done").await;
    assert!(
        ben.now(move |screen| screen.client.typing(lobby))
            .await
            .is_empty()
    );
    assert!(
        ada.now(move |screen| screen.client.typing(lobby))
            .await
            .is_empty()
    );
}

#[tokio::test]
async fn who_types_a_reply_is_seen_in_that_thread_alone() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    let lobby = ada.open("lobby").await;
    ben.open("lobby").await;
    ada.intend(Intent::Typing(MessageBox {
        room: lobby,
        thread: Some(Seq(4)),
    }))
    .await;
    ben.waits_for("ada typing in the thread", move |screen| {
        let replying = screen.client.replying(lobby);
        let is_ada = |(root, who): &(Seq, Author)| *root == Seq(4) && who.name.as_str() == "ada";
        (replying.iter().any(is_ada) && screen.client.typing(lobby).is_empty()).then_some(())
    })
    .await;
}

#[tokio::test]
async fn what_was_read_on_one_device_is_read_on_the_other() {
    let server = TestServer::start().await;
    let login = http::sign_in(&server.url, "ada").await.unwrap();
    let desk = TestUser::with_login(&server.url, login.clone());
    let phone = TestUser::with_login(&server.url, login);
    let ben = TestUser::sign_in(&server.url, "ben").await;
    let lobby = desk.open("lobby").await;
    phone.open("lobby").await;
    ben.open("lobby").await;
    ben.post("one").await;
    ben.post("two").await;
    desk.sees("two").await;
    phone.sees("two").await;
    desk.intend(Intent::Seen {
        room: lobby,
        from: Seq::ZERO,
        to: Seq(2),
    })
    .await;
    phone
        .waits_for("nothing unread", move |screen| {
            let room = screen
                .client
                .rooms()
                .iter()
                .find(|room| room.room == lobby)?;
            (room.read == Seq(2) && room.unread == 0).then_some(())
        })
        .await;
    // It is kept: a page that is opened later knows it too.
    phone.reload().await;
    phone
        .waits_for("the read mark after a reload", move |screen| {
            let room = screen
                .client
                .rooms()
                .iter()
                .find(|room| room.room == lobby)?;
            (room.read == Seq(2)).then_some(())
        })
        .await;
}

#[tokio::test]
async fn a_new_room_is_in_everybodys_list() {
    let server = TestServer::start().await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ben.open("lobby").await;
    ada.makes_room("Zen Garden").await;
    let names = ben
        .waits_for("two rooms", |screen| {
            let rooms = screen.client.rooms();
            let names = rooms
                .iter()
                .map(|room| room.name.to_string())
                .collect::<Vec<_>>();
            (names.len() == 2).then_some(names)
        })
        .await;
    assert_eq!(names, ["lobby", "zen-garden"]);
}

/// Waits until these people are listed; true is online, false is away.
async fn sees_states(user: &TestUser, what: &'static str, wanted: &'static [(&str, bool)]) {
    user.waits_for(what, move |screen| {
        let people = screen.client.people();
        let all_as_wanted = wanted.iter().all(|(name, looks)| {
            let state = if *looks {
                PresenceState::Online
            } else {
                PresenceState::Away
            };
            people
                .listed
                .iter()
                .any(|p| p.user.name.as_str() == *name && p.state == state)
        });
        (people.known && all_as_wanted).then_some(())
    })
    .await;
}
