//! What became of messages, over HTTP: one message, what it said before, what is pinned.

use chat_testkit::http;
use hyper::Method;
use serde_json::json;
use shared::limits::{MESSAGE_CHARS_MAX, PAGE_BYTES_MAX, PAGE_ENTRIES, PAGE_ENTRIES_MAX};

use crate::harness::TestServer;
use crate::harness::peer::{Peer, edit, react};

#[tokio::test]
async fn what_is_no_message_is_told_as_such_and_what_is_no_number_too() {
    let server = TestServer::unlimited().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let message = ada.posts("one").await;
    let edited = ada.amends(message, edit("two")).await.unwrap();
    for (path, status, code) in [
        ("/api/rooms/1/messages/0".to_owned(), 404, "unknown_message"),
        (
            format!("/api/rooms/1/messages/{edited}"),
            404,
            "unknown_message",
        ),
        (
            "/api/rooms/1/messages/99".to_owned(),
            404,
            "unknown_message",
        ),
        (
            format!("/api/rooms/1/messages/{}", u64::MAX),
            404,
            "unknown_message",
        ),
        (
            "/api/rooms/1/messages/99/versions".to_owned(),
            404,
            "unknown_message",
        ),
        ("/api/rooms/999/messages/1".to_owned(), 404, "unknown_room"),
        (
            "/api/rooms/999/messages/1/versions".to_owned(),
            404,
            "unknown_room",
        ),
        ("/api/rooms/999/pins".to_owned(), 404, "unknown_room"),
        ("/api/rooms/1/messages/one".to_owned(), 400, "malformed"),
        ("/api/rooms/1/messages/-1".to_owned(), 400, "malformed"),
        ("/api/rooms/1/messages/1.5".to_owned(), 400, "malformed"),
        (
            format!("/api/rooms/1/messages/{}0", u64::MAX),
            400,
            "malformed",
        ),
        ("/api/rooms/lobby/messages/1".to_owned(), 400, "malformed"),
        (
            "/api/rooms/lobby/messages/1/versions".to_owned(),
            400,
            "malformed",
        ),
        (
            "/api/rooms/1/messages/1/versions?after=one".to_owned(),
            400,
            "malformed",
        ),
        (
            "/api/rooms/1/messages/1/versions?limit=-1".to_owned(),
            400,
            "malformed",
        ),
        ("/api/rooms/lobby/pins".to_owned(), 400, "malformed"),
    ] {
        let (told, body) = ada.gets(&path).await;
        assert_eq!((told, &body["code"]), (status, &json!(code)), "{path}");
    }
}

#[tokio::test]
async fn messages_versions_and_pins_are_not_read_without_a_login_nor_changed() {
    let server = TestServer::unlimited().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    ada.posts("one").await;
    for what in ["messages/1", "messages/1/versions", "pins"] {
        let path = format!("/api/rooms/1/{what}");
        assert_eq!(http::get(&server.url, &path).await.unwrap().status, 401);
        let forged = http::with_bearer(http::request(Method::GET, &path), "forged");
        assert_eq!(http::ask(&server.url, forged).await.unwrap().status, 401);
        for method in [Method::POST, Method::PUT, Method::DELETE] {
            let change = http::with_bearer(http::request(method, &path), &ada.token);
            assert_eq!(http::ask(&server.url, change).await.unwrap().status, 405);
        }
        let asked = http::with_bearer(http::request(Method::GET, &path), &ada.token);
        let answer = http::ask(&server.url, asked).await.unwrap();
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn versions_are_told_oldest_first_in_pages_that_end() {
    let server = TestServer::unlimited().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let message = ada.posts("version 0").await;
    let path = |query: &str| format!("/api/rooms/1/messages/{message}/versions{query}");
    assert_eq!(ada.reads(&path("")).await["versions"], json!([]));
    let edits = u64::from(PAGE_ENTRIES_MAX) + 10;
    let mut base = None;
    for number in 1..=edits {
        let change = json!({"edit": {"text": format!("version {number}"), "base": base}});
        base = Some(ada.amends(message, change).await.unwrap());
    }
    for (query, count) in [
        ("", PAGE_ENTRIES),
        ("?limit=7", 7),
        ("?limit=0", 1),
        ("?limit=100000", PAGE_ENTRIES_MAX),
        ("?limit=18446744073709551615", PAGE_ENTRIES_MAX),
    ] {
        let page = ada.reads(&path(query)).await["versions"].clone();
        assert_eq!(
            page.as_array().unwrap().len(),
            usize::from(count),
            "{query}"
        );
        assert_eq!(page[0]["text"], "version 0");
    }
    let mut told = Vec::new();
    let mut after = 0;
    loop {
        let page = ada.reads(&path(&format!("?after={after}"))).await["versions"].clone();
        let Some(last) = page.as_array().unwrap().last() else {
            break;
        };
        after = last["seq"].as_u64().unwrap();
        told.extend(page.as_array().unwrap().clone());
    }
    let texts: Vec<_> = told
        .iter()
        .map(|one| one["text"].as_str().unwrap())
        .collect();
    let wanted: Vec<_> = (0..edits)
        .map(|number| format!("version {number}"))
        .collect();
    assert_eq!(texts, wanted, "all but the one that stands");
    ada.amends(message, json!("delete")).await.unwrap();
    assert_eq!(ada.reads(&path("")).await["versions"], json!([]));
}

/// What stands now counts in a page like what was written first.
#[tokio::test]
async fn pages_of_edited_messages_end_at_their_bytes() {
    let server = TestServer::unlimited().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let long = "x".repeat(MESSAGE_CHARS_MAX);
    for _ in 0..6 {
        let message = ada.posts("short").await;
        ada.amends(message, edit(&long)).await.unwrap();
        ada.amends(message, react("👍")).await.unwrap();
    }
    let mut after = 0;
    let mut walked = 0;
    loop {
        let page = ada
            .reads(&format!("/api/rooms/1/entries?after={after}&limit=200"))
            .await;
        let lines = page["entries"].as_array().unwrap();
        let Some(last) = lines.last() else { break };
        after = last["seq"].as_u64().unwrap();
        walked += lines.len();
        let texts = lines
            .iter()
            .map(|line| line.to_string().matches('x').count());
        assert!(lines.len() == 1 || texts.sum::<usize>() <= PAGE_BYTES_MAX);
    }
    assert_eq!(walked, 18);
}
