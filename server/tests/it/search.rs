//! Search, as a stranger's program sees it: in the rooms that one may read and no others,
//! what messages say now and nothing that was taken back.

use std::time::Duration;

use chat_testkit::PATIENCE;
use serde_json::{Value, json};
use server::config::AppConfig;
use shared::ids::{RoomId, UserId};

use crate::harness::peer::{Peer, edit, new_id};
use crate::harness::{FickleStore, TestServer, empty_store, unlimited};

/// Asks until the index has everything that was written before.
async fn finds(peer: &Peer, query: &str) -> Value {
    let asking = async {
        loop {
            let page = peer.reads(&format!("/api/search?{query}")).await;
            if page["behind"] == 0 {
                return page;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(PATIENCE, asking)
        .await
        .expect("the index catches up")
}

async fn seqs(peer: &Peer, query: &str) -> Vec<u64> {
    let page = finds(peer, query).await;
    let hits = page["hits"].as_array().unwrap().iter();
    hits.map(|hit| hit["seq"].as_u64().unwrap()).collect()
}

#[tokio::test]
async fn what_is_said_is_found_at_once_marked_and_in_pages() {
    let server = TestServer::unlimited().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let first = ada.posts("The Kettle is on, and the kettle sings").await;
    let second = ada.posts("昨日は東京タワーに行きました").await;
    let third = ada.posts("a kettle of fish").await;
    assert_eq!(seqs(&ada, "q=kettle").await, [third, first]);
    assert_eq!(seqs(&ada, "q=%E6%9D%B1%E4%BA%AC").await, [second]);
    assert_eq!(seqs(&ada, "q=kettle+fish").await, [third]);
    assert_eq!(seqs(&ada, "q=from:ada&order=best").await.len(), 3);
    let page = finds(&ada, "q=kettle&limit=1").await;
    let hit = &page["hits"][0];
    assert_eq!((&hit["room"], &hit["author"]), (&json!(1), &ada.user));
    assert_eq!(
        (&hit["text"], &hit["marks"]),
        (&json!("a kettle of fish"), &json!([[2, 8]]))
    );
    let next = page["next"].as_i64().unwrap();
    let page = finds(&ada, &format!("q=kettle&limit=1&after={next}")).await;
    assert_eq!(page["hits"][0]["seq"], first);
    assert_eq!(page["hits"][0]["marks"], json!([[4, 10], [26, 32]]));
}

#[tokio::test]
async fn a_hit_shows_what_readers_see_and_no_spoiler() {
    let server = TestServer::unlimited().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    ada.posts("**the** kettle\nhid ||the butler and the kettle||")
        .await;
    let page = finds(&ada, "q=kettle+butler").await;
    let hit = &page["hits"][0];
    assert_eq!(
        (&hit["text"], &hit["marks"]),
        (&json!("the kettle hid \u{FFFC}"), &json!([[4, 10]]))
    );
}

#[tokio::test]
async fn an_edit_is_found_by_its_new_words_and_what_was_deleted_by_none() {
    let server = TestServer::unlimited().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let message = ada.posts("teh secret").await;
    ada.amends(message, edit("the secret")).await.unwrap();
    assert_eq!(seqs(&ada, "q=teh").await, [0; 0]);
    assert_eq!(seqs(&ada, "q=secret").await, [message]);
    ada.amends(message, json!("delete")).await.unwrap();
    assert_eq!(seqs(&ada, "q=secret").await, [0; 0]);
    let body = json!({"room": 1, "client_id": new_id(), "text": "kettle"});
    let root = ada.asks("post", body).await.unwrap();
    let body = json!({"room": 1, "client_id": new_id(), "text": "in a thread", "thread": root});
    let reply = ada.asks("post", body).await.unwrap();
    assert_eq!(seqs(&ada, "q=thread").await, [reply]);
}

#[tokio::test]
async fn a_room_that_one_may_not_read_is_not_searched_nor_named() {
    let store = FickleStore::around(empty_store());
    let server = TestServer::over(store.clone(), unlimited()).await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let ben = Peer::sign_in(&server.url, "ben").await;
    let secret = ada.makes_room("secret").await;
    let body = json!({"room": secret, "client_id": new_id(), "text": "hush kettle"});
    ada.asks("post", body).await.unwrap();
    ada.posts("open kettle").await;
    server.stop().await;
    let member = UserId(ada.user["id"].as_u64().unwrap());
    store.closes(RoomId(secret), vec![member]);
    let server = TestServer::over(store, unlimited()).await;
    let ada = Peer::greeted(&server.url, &ada.token).await;
    let ben = Peer::greeted(&server.url, &ben.token).await;
    assert_eq!(seqs(&ada, "q=kettle").await.len(), 2);
    assert_eq!(seqs(&ada, "q=kettle+in:secret").await.len(), 1);
    let found = finds(&ben, "q=kettle").await;
    assert_eq!(found["hits"].as_array().unwrap().len(), 1);
    assert_eq!(found["hits"][0]["text"], "open kettle");
    for room in ["secret", "nowhere"] {
        let (status, no) = ben.gets(&format!("/api/search?q=kettle+in:{room}")).await;
        assert_eq!((status, &no["code"]), (404, &json!("unknown_room")));
    }
}

#[tokio::test]
async fn what_is_no_search_is_refused_by_its_reason() {
    let server = TestServer::unlimited().await;
    let ada = Peer::sign_in(&server.url, "ada").await;
    let long = "x".repeat(10_000);
    let many = "a+".repeat(100);
    for (query, code) in [
        (format!("q={long}"), "text_too_long"),
        (format!("q={many}"), "limit_reached"),
        ("q=".to_owned(), "text_empty"),
        ("q=tea+before:yesterday".to_owned(), "malformed"),
        ("order=newest".to_owned(), "malformed"),
        ("q=tea&order=worst".to_owned(), "malformed"),
    ] {
        let (status, no) = ada.gets(&format!("/api/search?{query}")).await;
        assert!((400..500).contains(&status), "{status}");
        assert_eq!(no["code"], code, "{query:.40}");
    }
    let stranger = chat_testkit::http::get(&server.url, "/api/search?q=tea")
        .await
        .unwrap();
    assert_eq!(stranger.status, 401);
}

#[tokio::test]
async fn searches_are_held_to_a_rate() {
    let server = TestServer::start().await;
    let ada = Peer::sign_in(&server.url, "ada").await;
    let mut refused = None;
    for _ in 0..200 {
        let (status, body) = ada.gets("/api/search?q=tea").await;
        if status == 429 {
            refused = Some(body);
            break;
        }
    }
    assert_eq!(refused.expect("it is too fast")["code"], "too_fast");
}

#[tokio::test]
async fn the_index_is_made_again_where_it_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let config = || AppConfig {
        data: Some(folder.path().to_owned()),
        ..unlimited()
    };
    let store = FickleStore::around(empty_store());
    let server = TestServer::over(store.clone(), config()).await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let message = ada.posts("kettle").await;
    assert_eq!(seqs(&ada, "q=kettle").await, [message]);
    server.stop().await;
    let index = folder.path().join(chat_search_index::INDEX_FILE);
    for lost in [true, false] {
        if lost {
            std::fs::remove_file(&index).unwrap();
        } else {
            std::fs::write(&index, b"no index at all").unwrap();
        }
        let server = TestServer::over(store.clone(), config()).await;
        let ada = Peer::greeted(&server.url, &ada.token).await;
        assert_eq!(seqs(&ada, "q=kettle").await, [message]);
        drop(ada);
        server.stop().await;
    }
}
