//! What a room is about, as a stranger's program sees it: with its rights, its limits and its
//! noes.

use serde_json::{Value, json};
use shared::ids::{RoomId, UserId};
use shared::limits::TOPIC_CHARS_MAX;

use crate::harness::peer::{Peer, new_id};
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
