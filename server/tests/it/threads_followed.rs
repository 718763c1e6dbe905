//! Threads that somebody follows: whose they are, what counts as new in them, and who is told.

use hyper::Method;
use serde_json::{Value, json};

use chat_testkit::http;

use crate::harness::TestServer;
use crate::harness::peer::{Peer, new_id};

async fn replies(peer: &mut Peer, thread: u64, text: &str) -> u64 {
    let body = json!({"room": 1, "client_id": new_id(), "text": text, "thread": thread});
    peer.asks("post", body).await.unwrap()
}

async fn own(peer: &Peer) -> Vec<Value> {
    let page = peer.reads("/api/me/threads").await;
    page["threads"].as_array().unwrap().clone()
}

async fn keeps(server: &TestServer, peer: &Peer, place: &str, write: &str) -> (u16, Value) {
    let path = format!("/api/me/threads/{place}");
    let request = http::json_request(Method::PUT, &path, write.to_owned());
    let request = http::with_bearer(request, &peer.token);
    let answer = http::ask(&server.url, request).await.unwrap();
    let body = serde_json::from_str(&answer.text()).unwrap();
    (answer.status.as_u16(), body)
}

#[tokio::test]
async fn threads_that_somebody_follows_are_counted_for_them_alone() {
    let server = TestServer::unlimited().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let mut ben = Peer::sign_in(&server.url, "ben").await;
    let eve = Peer::sign_in(&server.url, "eve").await;
    let root = ada.posts("Tea or coffee?").await;
    assert_eq!(own(&ada).await, Vec::<Value>::new());

    let first = replies(&mut ben, root, "Tea").await;
    assert_eq!(ada.hears_of("kept").await["what"], "threads");
    let hers = own(&ada).await;
    assert_eq!(hers.len(), 1);
    let expected = json!({
        "room": 1, "root": root, "follows": true, "replies": 1, "last": first,
        "at": hers[0]["at"], "seen": 0, "unread": 1, "first": hers[0]["first"],
    });
    assert_eq!(hers[0], expected);
    assert_eq!(hers[0]["first"]["kind"]["posted"]["text"], "Tea or coffee?");
    assert_eq!(own(&ben).await[0]["unread"], 0);
    assert_eq!(own(&eve).await, Vec::<Value>::new());

    let place = format!("1/{root}");
    let seen = json!({"seen": first}).to_string();
    let (status, kept) = keeps(&server, &ada, &place, &seen).await;
    assert_eq!((status, &kept["unread"]), (200, &json!(0)));
    // It never goes back.
    let (_, kept) = keeps(&server, &ada, &place, r#"{"seen":0}"#).await;
    assert_eq!(kept["seen"], first);

    let (_, kept) = keeps(&server, &eve, &place, r#"{"follows":true}"#).await;
    assert_eq!(
        (&kept["follows"], &kept["unread"]),
        (&json!(true), &json!(1))
    );
    keeps(&server, &ben, &place, r#"{"follows":false}"#).await;
    assert_eq!(own(&ben).await, Vec::<Value>::new());
    replies(&mut ada, root, "Water").await;
    assert_eq!(own(&eve).await[0]["unread"], 2);
    let (_, asked) = keeps(&server, &ben, &place, "{}").await;
    assert_eq!(asked["follows"], false);
}

#[tokio::test]
async fn a_thread_of_no_room_of_ones_own_is_not_followed() {
    let server = TestServer::unlimited().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let root = ada.posts("Tea?").await;
    let good = r#"{"follows":true}"#;
    for (place, write, status, code) in [
        (format!("99/{root}"), good, 404, "unknown_room"),
        ("1/0".to_owned(), good, 404, "unknown_message"),
        ("1/999".to_owned(), good, 404, "unknown_message"),
        (format!("x/{root}"), good, 400, "malformed"),
        (format!("1/{root}"), "not json", 400, "malformed"),
    ] {
        let (found, refusal) = keeps(&server, &ada, &place, write).await;
        assert_eq!((found, &refusal["code"]), (status, &json!(code)), "{place}");
    }
    let request = http::json_request(Method::GET, "/api/me/threads", String::new());
    let answer = http::ask(&server.url, request).await.unwrap();
    assert_eq!(answer.status, 401);
}
