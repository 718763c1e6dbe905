//! The same write again is answered as the first time, whatever lies between.

use chat_store::LOBBY;
use chat_testkit::{RawSocket, TestUser, http};
use shared::cursor::Seq;
use shared::ids::{ClientId, RequestId};
use shared::moment::Timestamp;
use shared::refusal::RefusalCode;
use shared::server_frame::ServerFrame;

use crate::harness::{
    ServerProcess, Signal, TestServer, free_port, is_alive, log, new_client_id, post, refusal, text,
};

#[tokio::test]
async fn the_same_write_twice_is_one_entry_with_one_number() {
    let server = TestServer::start().await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ben.open("lobby").await;
    let token = http::sign_in(&server.url, "ada")
        .await
        .unwrap()
        .token
        .unwrap();
    let (mut socket, _) = RawSocket::greeted(&server.url, &token).await;
    let write = new_client_id();
    let first = posts(&mut socket, 1, write, "hello").await;
    posts(&mut socket, 2, new_client_id(), "between").await;
    let again = posts(&mut socket, 3, write, "hello").await;
    assert_eq!(first, again);
    assert_eq!(first.0, Seq(1));

    posts(&mut socket, 4, new_client_id(), "after").await;
    ben.sees("after").await;
    assert_eq!(
        ben.lines().await,
        ["#1 ada: hello", "#2 ada: between", "#3 ada: after"]
    );
    assert_eq!(log(&server.url, &token, LOBBY).await.len(), 3);
}

#[tokio::test]
async fn the_same_write_on_two_connections_at_once_is_one_entry() {
    let server = TestServer::start().await;
    let token = http::sign_in(&server.url, "ada")
        .await
        .unwrap()
        .token
        .unwrap();
    let (mut one, _) = RawSocket::greeted(&server.url, &token).await;
    let (mut two, _) = RawSocket::greeted(&server.url, &token).await;
    for number in 0..20 {
        let write = new_client_id();
        let (first, second) = tokio::join!(
            posts(&mut one, number, write, "at once"),
            posts(&mut two, number, write, "at once")
        );
        assert_eq!(first, second);
        assert_eq!(first.0, Seq(u64::from(number) + 1));
    }
}

#[tokio::test]
async fn a_write_without_an_id_is_refused() {
    let server = TestServer::start().await;
    let token = http::sign_in(&server.url, "ada")
        .await
        .unwrap()
        .token
        .unwrap();
    let (mut socket, _) = RawSocket::greeted(&server.url, &token).await;
    socket
        .send(&post(1, LOBBY, ClientId::from_bytes([0; 16]), "hello"))
        .await;
    assert_eq!(
        refusal(&mut socket, 1).await.code,
        RefusalCode::ClientIdInvalid
    );
    is_alive(&mut socket).await;
}

#[tokio::test]
async fn a_repeat_is_known_after_the_server_was_killed() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let server = ServerProcess::start(port, folder.path(), &[]).await;
    let token = http::sign_in(&server.url, "ada")
        .await
        .unwrap()
        .token
        .unwrap();
    let (mut socket, _) = RawSocket::greeted(&server.url, &token).await;
    posts(&mut socket, 1, new_client_id(), "first").await;
    let write = new_client_id();
    let before = posts(&mut socket, 2, write, "second").await;
    server.end(Signal::KILL).await;

    let server = ServerProcess::start(port, folder.path(), &[]).await;
    let (mut socket, _) = RawSocket::greeted(&server.url, &token).await;
    assert_eq!(posts(&mut socket, 1, write, "second").await, before);
    let entries = log(&server.url, &token, LOBBY).await;
    assert_eq!(
        entries.iter().map(text).collect::<Vec<_>>(),
        ["first", "second"]
    );
}

async fn posts(socket: &mut RawSocket, id: u32, write: ClientId, text: &str) -> (Seq, Timestamp) {
    socket.send(&post(id, LOBBY, write, text)).await;
    let answer = socket.answer(RequestId(id)).await;
    let ServerFrame::Posted(posted) = answer else {
        panic!("not posted: {answer:?}")
    };
    (posted.seq, posted.at)
}
