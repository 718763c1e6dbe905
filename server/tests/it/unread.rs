//! A room that somebody marked unread is so on all their devices, and for nobody else.

use chat_testkit::RawSocket;
use chat_testkit::http::Answer;
use hyper::Method;
use shared::client_frame::{ClientFrame, Post};
use shared::cursor::Seq;
use shared::ids::{ClientId, RequestId, RoomId};
use shared::kept::{KeptThing, UnreadMark, UnreadPage};
use shared::refusal::{Refusal, RefusalCode};
use shared::server_frame::ServerFrame;

use crate::harness::{TestServer, ask, token};

#[tokio::test]
async fn an_unread_mark_is_told_to_the_users_own_sessions_and_outlives_reading() {
    let server = TestServer::start().await;
    let (ada, ben) = (token(&server, "ada").await, token(&server, "ben").await);
    let (mut hers, _) = RawSocket::greeted(&server.url, &ada).await;
    for number in 1..=3 {
        posts(&mut hers, number).await;
    }
    let set = marked(&server, &ada, r#"{"from":2}"#).await;
    let expected = UnreadMark {
        room: RoomId(1),
        from: Some(Seq(2)),
        posts_before: 1,
        own: 2,
        revision: 1,
    };
    assert_eq!(set, expected);
    while !matches!(hers.frame().await, ServerFrame::Kept(kept) if kept.what == KeptThing::Unread) {
    }
    assert_eq!(marks(&server, &ada).await, [expected]);
    assert_eq!(marks(&server, &ben).await, []);
    // A device that has not heard of the newest mark takes nothing away.
    let second = marked(&server, &ada, r#"{"from":3}"#).await;
    assert_eq!(marked(&server, &ada, r#"{"base":1}"#).await, second);
    assert_eq!(marks(&server, &ada).await, [second]);
    let gone = marked(&server, &ada, r#"{"base":2}"#).await;
    assert_eq!((gone.from, gone.revision), (None, 3));
    assert_eq!(marks(&server, &ada).await, []);
}

#[tokio::test]
async fn an_unread_mark_that_breaks_a_rule_is_refused() {
    let server = TestServer::start().await;
    let ada = token(&server, "ada").await;
    let (mut hers, _) = RawSocket::greeted(&server.url, &ada).await;
    posts(&mut hers, 1).await;
    for (room, body, status, code) in [
        ("1", r#"{"from":2}"#, 404, RefusalCode::UnknownMessage),
        ("1", r#"{"from":0}"#, 404, RefusalCode::UnknownMessage),
        ("1", "not json", 400, RefusalCode::Malformed),
        ("x", r#"{"from":1}"#, 400, RefusalCode::Malformed),
        ("99", r#"{"from":1}"#, 404, RefusalCode::UnknownRoom),
    ] {
        let answer = put(&server, Some(&ada), room, body).await;
        let refusal: Refusal = answer.json().unwrap();
        assert_eq!(
            (answer.status.as_u16(), refusal.code),
            (status, code),
            "{body}"
        );
    }
    assert_eq!(put(&server, None, "1", r#"{"from":1}"#).await.status, 401);
    let answer = ask(&server, None, Method::GET, "/api/me/unread", "").await;
    assert_eq!(answer.status, 401);
    assert_eq!(marks(&server, &ada).await, []);
}

async fn posts(socket: &mut RawSocket, number: u8) {
    let post = Post {
        id: RequestId(u32::from(number)),
        room: RoomId(1),
        client_id: ClientId::new_v7(1_700_000_000_000, [number; 10]),
        text: "hello".to_owned(),
        reply_to: None,
        thread: None,
        files: Vec::new(),
    };
    socket.send(&ClientFrame::Post(post)).await;
    socket.answer(RequestId(u32::from(number))).await;
}

async fn marked(server: &TestServer, token: &str, body: &str) -> UnreadMark {
    let answer = put(server, Some(token), "1", body).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json().unwrap()
}

async fn marks(server: &TestServer, token: &str) -> Vec<UnreadMark> {
    let answer = ask(server, Some(token), Method::GET, "/api/me/unread", "").await;
    let page: UnreadPage = answer.json().unwrap();
    page.marks
}

async fn put(server: &TestServer, token: Option<&str>, room: &str, body: &str) -> Answer {
    let path = format!("/api/me/unread/{room}");
    ask(server, token, Method::PUT, &path, body).await
}
