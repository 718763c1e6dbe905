//! Who has read a message: those who show it, to those who show it.

use chat_testkit::RawSocket;
use hyper::Method;
use shared::client_frame::{ClientFrame, MarkRead};
use shared::cursor::Seq;
use shared::http::{ReadersPage, Reading};
use shared::ids::RoomId;
use shared::refusal::{Refusal, RefusalCode};

use crate::harness::{TestServer, ask, empty_store, fill, is_alive, token, unlimited};

#[tokio::test]
async fn who_does_not_show_what_they_read_is_not_shown_and_not_told() {
    let store = empty_store();
    fill(&store, 3).await;
    let server = TestServer::over(store, unlimited()).await;
    let (ada, ben) = (token(&server, "ada").await, token(&server, "ben").await);
    assert_eq!(readers(&server, &ada, 2).await, Vec::<String>::new());
    reads(&server, &ben, 2).await;
    assert_eq!(readers(&server, &ada, 2).await, ["ben"]);
    assert_eq!(readers(&server, &ada, 3).await, Vec::<String>::new());
    assert_eq!(
        readers(&server, &ben, 2).await,
        Vec::<String>::new(),
        "not himself"
    );

    let answer = ask(
        &server,
        Some(&ben),
        Method::PUT,
        "/api/me/reading",
        r#"{"shown":false}"#,
    )
    .await;
    assert_eq!(answer.json::<Reading>().unwrap(), Reading { shown: false });
    assert_eq!(readers(&server, &ada, 2).await, Vec::<String>::new());
    reads(&server, &ben, 3).await;
    assert_eq!(readers(&server, &ada, 3).await, Vec::<String>::new());
    let answer = ask(&server, Some(&ben), Method::GET, &path(1, 2), "").await;
    let refusal: Refusal = answer.json().unwrap();
    assert_eq!(
        (answer.status.as_u16(), refusal.code),
        (403, RefusalCode::NotAllowed)
    );

    let answer = ask(
        &server,
        Some(&ben),
        Method::PUT,
        "/api/me/reading",
        r#"{"shown":true}"#,
    )
    .await;
    assert_eq!(answer.status, 200);
    assert_eq!(readers(&server, &ada, 3).await, ["ben"]);
}

#[tokio::test]
async fn who_has_read_is_asked_with_the_right_to_the_room() {
    let store = empty_store();
    fill(&store, 1).await;
    let server = TestServer::over(store, unlimited()).await;
    let ada = token(&server, "ada").await;
    for (room, seq, status) in [(99, 1, 404), (1, 99, 404)] {
        let answer = ask(&server, Some(&ada), Method::GET, &path(room, seq), "").await;
        assert_eq!(answer.status, status, "{room} {seq}");
    }
    for (method, path) in [
        (Method::GET, path(1, 1)),
        (Method::GET, "/api/me/reading".to_owned()),
        (Method::PUT, "/api/me/reading".to_owned()),
    ] {
        let answer = ask(&server, None, method, &path, r#"{"shown":true}"#).await;
        assert_eq!(answer.status, 401, "{path}");
    }
    let answer = ask(&server, Some(&ada), Method::PUT, "/api/me/reading", "{}").await;
    assert_eq!(answer.status, 400);
}

async fn reads(server: &TestServer, token: &str, seq: u64) {
    let (mut socket, _) = RawSocket::greeted(&server.url, token).await;
    let mark = MarkRead {
        room: RoomId(1),
        seq: Seq(seq),
    };
    socket.send(&ClientFrame::MarkRead(mark)).await;
    is_alive(&mut socket).await;
}

async fn readers(server: &TestServer, token: &str, seq: u64) -> Vec<String> {
    let answer = ask(server, Some(token), Method::GET, &path(1, seq), "").await;
    let page: ReadersPage = answer.json().unwrap();
    assert_eq!(page.readers.len(), page.count as usize);
    page.readers
        .iter()
        .map(|reader| reader.name.to_string())
        .collect()
}

fn path(room: u64, seq: u64) -> String {
    format!("/api/rooms/{room}/messages/{seq}/readers")
}
