//! What a room is about, as a stranger's program sees it: with its rights, its limits and its
//! noes.

use serde_json::{Value, json};
use shared::ids::{RoomId, UserId};
use shared::limits::TOPIC_CHARS_MAX;

use chat_testkit::http;
use hyper::Method;

use crate::harness::peer::{Peer, edit, new_id, react};
use crate::harness::{FickleStore, TestServer, empty_store, unlimited};

async fn sets(peer: &mut Peer, room: u64, topic: &str) -> Result<u64, String> {
    sets_as(peer, &new_id(), room, topic).await
}

async fn sets_as(peer: &mut Peer, id: &str, room: u64, topic: &str) -> Result<u64, String> {
    let body = json!({"room": room, "client_id": id, "topic": topic});
    peer.asks("set_topic", body).await
}

/// What the answer to a follow says that the room is about.
async fn told(peer: &mut Peer, room: u64) -> Value {
    peer.says(&json!({"unfollow": {"room": room}})).await;
    peer.says(&json!({"follow": {"id": 900, "room": room}}))
        .await;
    let following = peer.hears_of("following").await;
    peer.hears_of("live").await;
    following["topic"].clone()
}

fn refused(code: &str) -> Result<u64, String> {
    Err(code.to_owned())
}

#[tokio::test]
async fn a_topic_is_a_line_of_the_room_and_told_to_who_follows_it() {
    let server = TestServer::over(empty_store(), unlimited()).await;
    let mut ada = Peer::sign_in(&server.url, "Ada").await;
    let mut ben = Peer::sign_in(&server.url, "Ben").await;
    assert_eq!(told(&mut ben, 1).await, Value::Null, "nobody said so yet");
    ada.posts("hello").await;
    ben.hears_of("entries").await;
    assert_eq!(sets(&mut ada, 1, "  Tea,\n and where it is ").await, Ok(2));
    let entries = ben.hears_of("entries").await;
    let entry = &entries["entries"][0];
    let kind = json!({"topic_set": {"topic": "Tea, and where it is"}});
    assert_eq!((&entry["seq"], &entry["kind"]), (&json!(2), &kind));
    assert_eq!(entry["posts"], 1, "it is no message");

    let now = json!({"seq": 2, "text": "Tea, and where it is"});
    assert_eq!(told(&mut ben, 1).await, now);
    assert_eq!(sets(&mut ben, 1, "").await, Ok(3), "whoever may write");
    assert_eq!(told(&mut ada, 1).await, json!({"seq": 3, "text": ""}));
}

#[tokio::test]
async fn a_topic_that_cannot_be_is_refused_and_a_repeat_answered() {
    let server = TestServer::over(empty_store(), unlimited()).await;
    let mut ada = Peer::sign_in(&server.url, "Ada").await;
    let longest = "x".repeat(TOPIC_CHARS_MAX);
    let too_long = [&longest, "x"].concat();
    assert_eq!(sets(&mut ada, 1, &too_long).await, refused("text_too_long"));
    assert_eq!(sets(&mut ada, 1, "a\u{7}b").await, refused("text_control"));
    assert_eq!(sets(&mut ada, 1, "\u{200b}").await, refused("text_empty"));
    assert_eq!(sets(&mut ada, 1, " ").await, refused("already_so"));
    assert_eq!(sets(&mut ada, 99, "tea").await, refused("unknown_room"));
    let nil = "00000000-0000-0000-0000-000000000000";
    let nil = sets_as(&mut ada, nil, 1, "tea").await;
    assert_eq!(nil, refused("client_id_invalid"));

    let id = new_id();
    assert_eq!(sets_as(&mut ada, &id, 1, &longest).await, Ok(1));
    assert_eq!(sets(&mut ada, 1, &longest).await, refused("already_so"));
    assert_eq!(sets(&mut ada, 1, "tea").await, Ok(2));
    let again = sets_as(&mut ada, &id, 1, &longest).await;
    assert_eq!(again, Ok(1), "a repeat writes nothing");
    let other = sets_as(&mut ada, &id, 1, "coffee").await;
    assert_eq!(other, refused("client_id_invalid"));
    assert_eq!(told(&mut ada, 1).await, json!({"seq": 2, "text": "tea"}));
}

#[tokio::test]
async fn a_topic_is_for_those_who_may_know_of_the_room_and_outlives_the_server() {
    let store = FickleStore::around(empty_store());
    let server = TestServer::over(store.clone(), unlimited()).await;
    let mut ada = Peer::sign_in(&server.url, "Ada").await;
    let ben = Peer::sign_in(&server.url, "Ben").await;
    let attic = ada.makes_room("attic").await;
    assert_eq!(sets(&mut ada, attic, "old things").await, Ok(1));
    server.stop().await;
    let members = vec![UserId(ada.user["id"].as_u64().unwrap())];
    store.closes(RoomId(attic), members);

    let server = TestServer::over(store, unlimited()).await;
    let mut ben = Peer::greeted(&server.url, &ben.token).await;
    assert_eq!(sets(&mut ben, attic, "mine").await, refused("unknown_room"));
    let mut ada = Peer::greeted(&server.url, &ada.token).await;
    let now = json!({"seq": 1, "text": "old things"});
    assert_eq!(told(&mut ada, attic).await, now);
}

/// A line about the room is none of its messages: whoever takes it for one hears so, and
/// nothing is written.
#[tokio::test]
async fn a_topic_is_not_amended_answered_or_passed_on_as_a_message() {
    let server = TestServer::over(empty_store(), unlimited()).await;
    let mut ada = Peer::sign_in(&server.url, "Ada").await;
    let topic = sets(&mut ada, 1, "Tea").await.unwrap();
    let no = || refused("unknown_message");
    for change in [
        edit("Coffee"),
        json!("delete"),
        react("👍"),
        json!("pin"),
        json!("unpin"),
    ] {
        assert_eq!(ada.amends(topic, change.clone()).await, no(), "{change}");
    }
    assert_eq!(ada.replies(1, topic).await, no());
    let in_thread = json!({"room": 1, "client_id": new_id(), "text": "yes", "thread": topic});
    assert_eq!(ada.asks("post", in_thread).await, no());

    let wish = json!({"client_id": new_id(), "from": 1, "seq": topic}).to_string();
    let wish = http::json_request(Method::POST, "/api/rooms/1/forwards", wish);
    let answer = http::ask(&server.url, http::with_bearer(wish, &ada.token)).await;
    let answer = answer.unwrap();
    let refusal: Value = answer.json().unwrap();
    assert_eq!(
        (answer.status.as_u16(), &refusal["code"]),
        (404, &json!("unknown_message"))
    );
    for what in ["versions", "readers", "thread"] {
        let path = format!("/api/rooms/1/messages/{topic}/{what}");
        let (status, refusal) = ada.gets(&path).await;
        assert_eq!(status, 404, "{path}: {refusal}");
    }
    assert_eq!(ada.head().await, topic);
}

/// Replacing a topic erases nothing: it is a line of the log like others, and SECURITY.md says
/// so.
#[tokio::test]
async fn a_topic_that_was_replaced_stays_readable_in_the_log() {
    let server = TestServer::over(empty_store(), unlimited()).await;
    let mut ada = Peer::sign_in(&server.url, "Ada").await;
    let ben = Peer::sign_in(&server.url, "Ben").await;
    assert_eq!(sets(&mut ada, 1, "Tea").await, Ok(1));
    assert_eq!(sets(&mut ada, 1, "").await, Ok(2));
    let page = ben.reads("/api/rooms/1/entries?after=0").await;
    let kinds: Vec<&Value> = page["entries"].as_array().unwrap().iter().collect();
    let kinds: Vec<&Value> = kinds.iter().map(|entry| &entry["kind"]).collect();
    let set = |topic: &str| json!({"topic_set": {"topic": topic}});
    assert_eq!(kinds, [&set("Tea"), &set("")]);
}
