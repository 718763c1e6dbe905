//! A full disk: the writer is told, the server lives, and nothing stored is harmed.

use chat_client::Intent;
use chat_store::LOBBY;
use chat_testkit::{PlainUser, RawSocket, TestUser, http};
use shared::client_frame::{ClientFrame, MakeRoom};
use shared::cursor::Seq;
use shared::ids::RequestId;
use shared::refusal::RefusalCode;

use crate::harness::{
    FickleStore, TestServer, empty_store, is_alive, log, new_client_id, post, refusal, text,
    unlimited,
};

#[tokio::test]
async fn a_write_is_refused_and_succeeds_once_there_is_room() {
    let store = FickleStore::around(empty_store());
    let server = TestServer::over(store.clone(), unlimited()).await;
    let token = http::sign_in(&server.url, "ada")
        .await
        .unwrap()
        .token
        .unwrap();
    let (mut socket, _) = RawSocket::greeted(&server.url, &token).await;
    store.disk_is_full(true);
    let write = new_client_id();
    socket.send(&post(1, LOBBY, write, "hello")).await;
    assert_eq!(refusal(&mut socket, 1).await.code, RefusalCode::DiskFull);
    let make_room = MakeRoom {
        id: RequestId(2),
        name: "garden".to_owned(),
    };
    socket.send(&ClientFrame::MakeRoom(make_room)).await;
    assert_eq!(refusal(&mut socket, 2).await.code, RefusalCode::DiskFull);
    is_alive(&mut socket).await;
    assert!(log(&server.url, &token, LOBBY).await.is_empty());
    let refused = http::sign_in(&server.url, "ben").await.unwrap_err();
    assert!(refused.to_string().contains("507"), "{refused}");

    store.disk_is_full(false);
    socket.send(&post(3, LOBBY, write, "hello")).await;
    socket.answer(RequestId(3)).await;
    assert_eq!(log(&server.url, &token, LOBBY).await[0].seq, Seq(1));
}

#[tokio::test]
async fn a_user_sees_the_message_failed_and_sends_it_again() {
    let store = FickleStore::around(empty_store());
    let server = TestServer::over(store.clone(), unlimited()).await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    ada.open("lobby").await;
    ada.post("before").await;
    ada.sees("before").await;
    let mut ben = PlainUser::join(&server.url, "name=ben").await.unwrap();
    store.disk_is_full(true);
    let lost = ada.post("into a full disk").await;
    ada.waits_for("a failed message", |screen| {
        (screen.client.status().failed == 1).then_some(())
    })
    .await;
    let shown = ada.lines().await;
    assert!(
        shown[1].starts_with("(failed: ") && shown[1].contains("full"),
        "{shown:?}"
    );
    ben.say("me too").await;
    let heard = ben.hears().await;
    assert!(
        heard.starts_with("Not sent: ") && heard.contains("full"),
        "{heard}"
    );

    store.disk_is_full(false);
    ada.intend(Intent::Retry(lost)).await;
    assert_eq!(ada.stored(lost).await, Seq(2));
    assert_eq!(ben.hears().await, "ada: into a full disk");
    let entries = log(&server.url, ada.token(), LOBBY).await;
    assert_eq!(
        entries.iter().map(text).collect::<Vec<_>>(),
        ["before", "into a full disk"]
    );
}
