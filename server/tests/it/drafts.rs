//! What somebody typed and did not send reaches their other devices, and nobody else.

use chat_testkit::RawSocket;
use chat_testkit::http::Answer;
use hyper::Method;
use shared::client_frame::{Beat, ClientFrame};
use shared::kept::{Draft, DraftsPage, KeptThing};
use shared::limits::DRAFT_CHARS_MAX;
use shared::refusal::{Refusal, RefusalCode};
use shared::server_frame::ServerFrame;

use crate::harness::{TestServer, ask, token};

const ONE: &str = "0199d1a0-0000-7000-8000-000000000001";
const OTHER: &str = "0199d1a0-0000-7000-8000-000000000002";

#[tokio::test]
async fn a_draft_is_told_to_the_users_own_sessions_and_read_by_nobody_else() {
    let server = TestServer::start().await;
    let (ada, ben) = (token(&server, "ada").await, token(&server, "ben").await);
    let (mut hers, _) = RawSocket::greeted(&server.url, &ada).await;
    let (mut his, _) = RawSocket::greeted(&server.url, &ben).await;
    let first = kept(&server, &ada, ONE, 0, "half a thought").await;
    hears_of_drafts(&mut hers).await;
    assert_eq!(drafts(&server, &ada, 0).await, std::slice::from_ref(&first));
    assert_eq!(drafts(&server, &ada, first.revision).await, []);
    assert_eq!(drafts(&server, &ben, 0).await, []);
    // Another device did not see it, and it is not lost.
    let second = kept(&server, &ada, OTHER, 0, "another").await;
    assert_eq!(
        (second.text.as_str(), second.aside.as_str()),
        ("another", "half a thought")
    );
    assert_eq!(times_heard(&mut hers).await, 1);
    assert_eq!(times_heard(&mut his).await, 0, "it is not his");
}

#[tokio::test]
async fn a_draft_that_breaks_a_rule_is_refused() {
    let server = TestServer::start().await;
    let ada = token(&server, "ada").await;
    let long = "x".repeat(DRAFT_CHARS_MAX + 1);
    let nil = "00000000-0000-0000-0000-000000000000";
    for (room, body, status, code) in [
        ("1", body(ONE, 0, &long), 400, RefusalCode::TextTooLong),
        ("1", body(nil, 0, "text"), 400, RefusalCode::ClientIdInvalid),
        ("1", "not json".to_owned(), 400, RefusalCode::Malformed),
        ("x", body(ONE, 0, "text"), 400, RefusalCode::Malformed),
        ("99", body(ONE, 0, "text"), 404, RefusalCode::UnknownRoom),
    ] {
        let answer = put(&server, Some(&ada), room, &body).await;
        let refusal: Refusal = answer.json().unwrap();
        assert_eq!((answer.status.as_u16(), refusal.code), (status, code));
    }
    let longest = kept(&server, &ada, ONE, 0, &"\u{1F375}".repeat(DRAFT_CHARS_MAX)).await;
    assert_eq!(longest.text.chars().count(), DRAFT_CHARS_MAX);
    let text = body(ONE, 0, "text");
    assert_eq!(put(&server, None, "1", &text).await.status, 401);
    let answer = ask(&server, None, Method::GET, "/api/me/drafts", "").await;
    assert_eq!(answer.status, 401);
}

#[tokio::test]
async fn who_writes_drafts_too_often_is_held_to_a_rate_alone() {
    let server = TestServer::start().await;
    let (ada, ben) = (token(&server, "ada").await, token(&server, "ben").await);
    let mut refused = None;
    for _ in 0..200 {
        let answer = put(&server, Some(&ada), "1", &body(ONE, 0, "text")).await;
        if answer.status != 200 {
            refused = Some(answer);
            break;
        }
    }
    let refusal: Refusal = refused.expect("so many are too many").json().unwrap();
    assert_eq!(refusal.code, RefusalCode::TooFast);
    assert!(refusal.retry_after_ms.is_some());
    kept(&server, &ben, ONE, 0, "it is not ben's fault").await;
}

async fn hears_of_drafts(socket: &mut RawSocket) {
    while !matches!(socket.frame().await, ServerFrame::Kept(kept) if kept.what == KeptThing::Drafts)
    {
    }
}

/// How often it has heard of drafts until the server answers a ping.
async fn times_heard(socket: &mut RawSocket) -> usize {
    socket.send(&ClientFrame::Ping(Beat { n: 1 })).await;
    let mut times = 0;
    loop {
        let frame = socket.frame().await;
        if matches!(frame, ServerFrame::Pong(_)) {
            return times;
        }
        times += usize::from(matches!(frame, ServerFrame::Kept(_)));
    }
}

fn body(by: &str, base: u64, text: &str) -> String {
    serde_json::json!({"by": by, "base": base, "text": text}).to_string()
}

async fn kept(server: &TestServer, token: &str, by: &str, base: u64, text: &str) -> Draft {
    let answer = put(server, Some(token), "1", &body(by, base, text)).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json().unwrap()
}

async fn drafts(server: &TestServer, token: &str, after: u64) -> Vec<Draft> {
    let path = format!("/api/me/drafts?after={after}");
    let answer = ask(server, Some(token), Method::GET, &path, "").await;
    let page: DraftsPage = answer.json().unwrap();
    page.drafts
}

async fn put(server: &TestServer, token: Option<&str>, room: &str, body: &str) -> Answer {
    let path = format!("/api/me/drafts/{room}");
    ask(server, token, Method::PUT, &path, body).await
}
