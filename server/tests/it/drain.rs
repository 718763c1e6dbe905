//! A server that is told to stop says so to everybody, and loses nothing.

use std::collections::BTreeSet;

use chat_store::LOBBY;
use chat_testkit::{PlainUser, RawSocket, TestUser, Upgrade, http};
use shared::cursor::Seq;
use shared::ids::RequestId;
use shared::server_frame::ServerFrame;

use crate::harness::{
    FickleStore, ServerProcess, Signal, TestServer, empty_store, free_port, log, new_client_id,
    post, text, unlimited,
};

#[tokio::test]
async fn a_stopping_server_tells_everybody_when_to_come_back() {
    let server = TestServer::start().await;
    let token = http::sign_in(&server.url, "ada")
        .await
        .unwrap()
        .token
        .unwrap();
    let mut sockets = Vec::new();
    for _ in 0..20 {
        sockets.push(RawSocket::greeted(&server.url, &token).await.0);
    }
    let mut ben = PlainUser::join(&server.url, "name=ben").await.unwrap();
    let mut echo = RawSocket::connect(&server.url, &Upgrade::to("/echo"))
        .await
        .unwrap();
    let everybody = async {
        let mut delays = BTreeSet::new();
        for socket in &mut sockets {
            delays.insert(delay_of_closing(socket).await);
            assert_eq!(socket.close_code().await, 1012);
        }
        assert!(delays.len() > 1, "all come back at once: {delays:?}");
        assert_eq!(ben.close_code().await, 1012);
        let code = echo.close_code().await;
        assert!(matches!(code, 1001 | 1012), "{code}");
    };
    tokio::join!(server.stop(), everybody);
}

/// Connections of the crowd that is told to come back; each is two open files here.
const CROWD: usize = 2_000;

#[tokio::test]
async fn a_crowd_of_thousands_is_sent_away_with_delays_that_spread_it() {
    server::open_files::raise_limit();
    let folder = tempfile::tempdir().unwrap();
    let flags = ["--rate-limit", "off"];
    let server = ServerProcess::start(free_port(), folder.path(), &flags).await;
    let login = http::sign_in(&server.url, "ada").await.unwrap();
    let token = login.token.unwrap();
    let mut crowd: Vec<RawSocket> = Vec::new();
    while crowd.len() < CROWD {
        let some = (0..50).map(|_| RawSocket::greeted(&server.url, &token));
        let some = futures_util::future::join_all(some).await;
        crowd.extend(some.into_iter().map(|(socket, _)| socket));
    }
    let leaving = crowd.into_iter().map(|mut socket| async move {
        let delay = delay_of_closing(&mut socket).await;
        assert_eq!(socket.close_code().await, 1012);
        delay
    });
    let leaving = futures_util::future::join_all(leaving);
    let ((status, said), delays) = tokio::join!(server.end(Signal::TERM), leaving);
    assert_eq!(status.code(), Some(0), "{said}");
    assert!(!said.contains("did not end in time"), "{said}");
    // Two thousand a second: the last comes a second after the first.
    let spread: BTreeSet<u32> = delays.iter().copied().collect();
    let (first, last) = (spread.first().unwrap(), spread.last().unwrap());
    assert!(*first >= 500, "the new process has to start first: {first}");
    assert!(last - first >= 900, "from {first} to {last}");
    assert!(
        spread.len() > CROWD / 3,
        "{} different delays",
        spread.len()
    );
}

#[tokio::test]
async fn what_is_being_written_while_the_server_stops_is_answered_first() {
    let store = FickleStore::around(empty_store());
    let server = TestServer::over(store.clone(), unlimited()).await;
    let url = server.url.clone();
    let token = http::sign_in(&url, "ada").await.unwrap().token.unwrap();
    let (mut socket, _) = RawSocket::greeted(&url, &token).await;
    let (mut witness, _) = RawSocket::greeted(&url, &token).await;
    store.holds_back(true);
    socket
        .send(&post(1, LOBBY, new_client_id(), "just in time"))
        .await;
    // A ping behind it is answered, so the write is under way.
    crate::harness::is_alive(&mut socket).await;
    let stopping = server.stop();
    let talk = async {
        // Whoever waits for nothing is sent away; then the server is stopping.
        delay_of_closing(&mut witness).await;
        store.holds_back(false);
        let answer = socket.answer(RequestId(1)).await;
        assert!(matches!(answer, ServerFrame::Posted(_)), "{answer:?}");
        delay_of_closing(&mut socket).await;
        assert_eq!(socket.close_code().await, 1012);
    };
    tokio::join!(stopping, talk);
}

#[tokio::test]
async fn after_sigterm_and_a_restart_everything_acknowledged_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    for (round, signal) in [Signal::TERM, Signal::INT].into_iter().enumerate() {
        let server = ServerProcess::start(port, folder.path(), &[]).await;
        let ada = TestUser::sign_in(&server.url, &format!("ada {round}")).await;
        ada.open("lobby").await;
        let before = Seq(20 * round as u64);
        ada.is_complete_to(before).await;
        for number in 1..=20 {
            ada.post(&format!("message {number}")).await;
        }
        ada.is_complete_to(Seq(before.0 + 20)).await;
        let (status, log) = server.end(signal).await;
        assert_eq!(status.code(), Some(0), "{signal:?}: {log}");

        let again = ServerProcess::start(port, folder.path(), &[]).await;
        ada.intend(chat_client::Intent::TryNow).await;
        ada.is_online().await;
        let entries = crate::harness::log(&again.url, ada.token(), LOBBY).await;
        assert_eq!(entries.len(), 20 * (round + 1));
        assert_eq!(ada.entries().await, entries);
        assert_eq!(text(entries.last().unwrap()), "message 20");
        again.end(Signal::TERM).await;
    }
}

#[tokio::test]
async fn a_request_that_never_comes_whole_does_not_use_up_the_time_for_a_stop() {
    use tokio::io::AsyncWriteExt as _;
    let folder = tempfile::tempdir().unwrap();
    let server = ServerProcess::start(free_port(), folder.path(), &[]).await;
    let mut half = tokio::net::TcpStream::connect(server.url.address())
        .await
        .unwrap();
    half.write_all(b"GET /healthz HTTP/1.1\r\nHost: ")
        .await
        .unwrap();
    // Accepted in order: what was connected before this request is served by now.
    http::sign_in(&server.url, "ada").await.unwrap();
    let (status, log) = server.end(Signal::TERM).await;
    assert_eq!(status.code(), Some(0), "{log}");
    assert!(!log.contains("did not end in time"), "{log}");
}

#[tokio::test]
async fn a_client_comes_back_by_itself_after_a_restart() {
    let store = FickleStore::around(empty_store());
    let first = TestServer::over(store.clone(), unlimited()).await;
    let url = first.url.clone();
    let ada = TestUser::sign_in(&url, "ada").await;
    ada.open("lobby").await;
    ada.post("before").await;
    ada.sees("before").await;
    first.stop().await;
    ada.post("while it was down").await;
    let _second = TestServer::at(url.address(), store, unlimited()).await;
    ada.sees("while it was down").await;
    let entries = log(&url, ada.token(), LOBBY).await;
    assert_eq!(
        entries.iter().map(text).collect::<Vec<_>>(),
        ["before", "while it was down"]
    );
}

/// The delay in the frame that announces the end.
async fn delay_of_closing(socket: &mut RawSocket) -> u32 {
    loop {
        if let ServerFrame::Closing(closing) = socket.frame().await {
            return closing.reconnect_after_ms;
        }
    }
}
