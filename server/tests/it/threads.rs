//! Threads, files in messages and messages that are passed on, as a stranger's program sees
//! them: with their rights, their limits and their noes.

use std::path::Path;
use std::time::Duration;

use bytes::Bytes;
use chat_files::Limits;
use chat_store::Store;
use chat_store::plans::PlanWrite;
use chat_testkit::{PATIENCE, http};
use http_body_util::Full;
use hyper::Method;
use serde_json::{Value, json};
use server::config::AppConfig;
use shared::ids::{RoomId, UserId};
use shared::limits::MESSAGE_FILES_MAX;
use tempfile::TempDir;

use crate::harness::peer::{Peer, edit, new_id, react};
use crate::harness::{FickleStore, TestServer, empty_store, unlimited};

/// One pixel.
const PNG: &[u8] = include_bytes!("../../../fuzz/corpus/files/png");

fn config(folder: &TempDir) -> AppConfig {
    AppConfig {
        data: Some(folder.path().to_owned()),
        files: Limits {
            reserve_bytes: 0,
            ..Limits::default()
        },
        ..unlimited()
    }
}

async fn server() -> (TempDir, TestServer) {
    let folder = tempfile::tempdir().unwrap();
    let server = TestServer::over(empty_store(), config(&folder)).await;
    (folder, server)
}

fn refused(code: &str) -> Result<u64, String> {
    Err(code.to_owned())
}

async fn replies(peer: &mut Peer, thread: u64, text: &str) -> Result<u64, String> {
    let body = json!({"room": 1, "client_id": new_id(), "text": text, "thread": thread});
    peer.asks("post", body).await
}

async fn thread(peer: &Peer, root: u64, after: u64) -> Value {
    let path = format!("/api/rooms/1/messages/{root}/thread?after={after}&limit=2");
    peer.reads(&path).await
}

/// Asks and tells the status and the body.
async fn asks(
    server: &TestServer,
    peer: &Peer,
    method: Method,
    path: &str,
    body: Vec<u8>,
) -> (u16, Value) {
    let mut request = http::json_request(method, path, String::new());
    *request.body_mut() = Full::new(Bytes::from(body));
    let request = http::with_bearer(request, &peer.token);
    let answer = http::ask(&server.url, request).await.unwrap();
    let body = serde_json::from_str(&answer.text()).unwrap_or(Value::Null);
    (answer.status.as_u16(), body)
}

/// A file that was sent into a room, and is in no message yet.
async fn uploads(server: &TestServer, peer: &Peer, room: u64, bytes: &[u8]) -> Value {
    let path = format!("/api/rooms/{room}/uploads");
    let new = json!({"name": "plan.png", "size": bytes.len()}).to_string();
    let (status, upload) = asks(server, peer, Method::POST, &path, new.into_bytes()).await;
    assert_eq!(status, 201, "{upload}");
    let id = upload["id"].as_str().unwrap();
    let path = format!("/api/rooms/{room}/uploads/{id}?offset=0");
    let (status, done) = asks(server, peer, Method::PATCH, &path, bytes.to_vec()).await;
    assert_eq!(status, 200, "{done}");
    done["file"].clone()
}

async fn posts_files(peer: &mut Peer, room: u64, files: &[&Value]) -> Result<u64, String> {
    let ids: Vec<&Value> = files.iter().map(|file| &file["id"]).collect();
    let body = json!({"room": room, "client_id": new_id(), "text": "", "files": ids});
    peer.asks("post", body).await
}

async fn status_of(server: &TestServer, peer: &Peer, room: u64, file: &Value) -> u16 {
    let path = format!("/files/{room}/{}", file["id"].as_str().unwrap());
    asks(server, peer, Method::GET, &path, Vec::new()).await.0
}

async fn forwards(
    server: &TestServer,
    peer: &Peer,
    client_id: &str,
    (from, seq): (u64, u64),
    to: u64,
) -> (u16, Value) {
    let path = format!("/api/rooms/{to}/forwards");
    let body = json!({"client_id": client_id, "from": from, "seq": seq}).to_string();
    asks(server, peer, Method::POST, &path, body.into_bytes()).await
}

#[tokio::test]
async fn a_thread_is_told_live_read_by_pages_and_counted_at_its_message() {
    let server = TestServer::unlimited().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let mut ben = Peer::sign_in(&server.url, "ben").await;
    let root = ada.posts("Tea or coffee?").await;
    ben.says(&json!({"follow": {"id": 1, "room": 1}})).await;
    ben.hears_of("live").await;
    let first = replies(&mut ada, root, "Tea").await.unwrap();
    let told = ben.hears_of("entries").await["entries"][0].clone();
    let kind = json!({"replied": {"thread": root, "text": "Tea"}});
    assert_eq!((&told["kind"], &told["posts"]), (&kind, &json!(1)));
    let second = replies(&mut ben, root, "Coffee").await.unwrap();
    let third = replies(&mut ada, root, "Water").await.unwrap();

    let state = ada.message(root).await["state"]["thread"].clone();
    assert_eq!(
        (&state["replies"], &state["last"]),
        (&json!(3), &json!(third))
    );
    let page = thread(&ben, root, 0).await;
    assert_eq!(page["head"], third);
    assert_eq!(page["replies"][0], told);
    assert_eq!(page["replies"][1]["seq"], second);
    assert_eq!(page["replies"].as_array().unwrap().len(), 2);
    assert_eq!(thread(&ben, root, second).await["replies"][0]["seq"], third);
    assert_eq!(thread(&ben, root, third).await["replies"], json!([]));

    // They change as messages do.
    assert_eq!(
        ben.amends(first, edit("mine")).await,
        refused("not_allowed")
    );
    ben.amends(first, react("👍")).await.unwrap();
    ada.amends(first, json!("delete")).await.unwrap();
    let gone = ada.message(first).await;
    assert_eq!(
        gone["kind"],
        json!({"replied": {"thread": root, "text": ""}})
    );
    assert!(gone["state"]["deleted"].is_object(), "{gone}");
}

#[tokio::test]
async fn a_thread_hangs_from_a_message_of_the_room_that_is_there() {
    let server = TestServer::unlimited().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let root = ada.posts("one").await;
    let reply = replies(&mut ada, root, "two").await.unwrap();
    assert_eq!(
        replies(&mut ada, reply, "no").await,
        refused("unknown_message")
    );
    assert_eq!(
        replies(&mut ada, 99, "no").await,
        refused("unknown_message")
    );
    assert_eq!(ada.replies(1, reply).await, refused("unknown_message"));
    ada.amends(root, json!("delete")).await.unwrap();
    assert_eq!(
        replies(&mut ada, root, "no").await,
        refused("message_deleted")
    );
    assert_eq!(ada.message(root).await["state"]["thread"]["replies"], 1);
    let (status, body) = ada.gets("/api/rooms/1/messages/99/thread").await;
    assert_eq!((status, &body["code"]), (404, &json!("unknown_message")));
}

#[tokio::test]
async fn files_come_with_a_message_and_are_erased_with_it() {
    let (folder, server) = server().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let mut ben = Peer::sign_in(&server.url, "ben").await;
    ben.says(&json!({"follow": {"id": 1, "room": 1}})).await;
    ben.hears_of("live").await;
    let (one, two) = (
        uploads(&server, &ada, 1, PNG).await,
        uploads(&server, &ada, 1, b"some words").await,
    );
    let message = posts_files(&mut ada, 1, &[&one, &two]).await.unwrap();
    let told = ben.hears_of("entries").await["entries"][0].clone();
    let attached = json!({"files": [one, two]});
    assert_eq!(
        told["kind"],
        json!({"posted": {"text": "", "attached": attached}})
    );
    assert_eq!(ben.message(message).await, told);
    assert_eq!(status_of(&server, &ben, 1, &one).await, 200);

    ada.amends(message, json!("delete")).await.unwrap();
    for file in [&one, &two] {
        assert_eq!(status_of(&server, &ada, 1, file).await, 404);
    }
    assert_eq!(bytes_of(&folder.path().join("files/contents")), 0);
    assert_eq!(bytes_of(&folder.path().join("files/records")), 0);
}

#[tokio::test]
async fn a_planned_message_brings_its_files_and_they_are_nobody_elses() {
    let (folder, server) = server().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let mut ben = Peer::sign_in(&server.url, "ben").await;
    let mut files = Vec::new();
    for bytes in [PNG, b"one", b"two", b"three"] {
        files.push(uploads(&server, &ada, 1, bytes).await);
    }
    let ids: Vec<&Value> = files.iter().map(|file| &file["id"]).collect();
    let id = new_id();
    let path = format!("/api/me/plans/{id}");
    let wish = |due: u64, more: Value| {
        let mut wish = json!({"room": 1, "kind": "message", "due": due, "text": ""});
        wish.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        wish.to_string().into_bytes()
    };
    let night = shared::limits::PLANNED_WITHIN_MS / 2 + now();
    let with = |ids: &[&Value]| wish(night, json!({"files": ids}));
    let (status, plan) = asks(&server, &ada, Method::PUT, &path, with(&ids[..2])).await;
    assert_eq!(
        (status, &plan["files"]),
        (200, &json!(files[..2])),
        "{plan}"
    );

    // Until then they are shown to nobody else, whatever page they would be on.
    let listed = async |peer: &Peer, query: &str| {
        let page = peer.reads(&format!("/api/rooms/1/files{query}")).await;
        page["files"].as_array().unwrap().len()
    };
    assert_eq!(status_of(&server, &ben, 1, &files[0]).await, 404);
    assert_eq!(status_of(&server, &ada, 1, &files[0]).await, 200);
    assert_eq!(status_of(&server, &ben, 1, &files[2]).await, 200);
    assert_eq!((listed(&ada, "").await, listed(&ben, "").await), (4, 2));
    assert_eq!(listed(&ben, "?limit=1").await, 1);
    let older = format!("?before={}&limit=1", files[2]["id"].as_str().unwrap());
    assert_eq!(
        (listed(&ada, &older).await, listed(&ben, &older).await),
        (1, 0)
    );

    // They wait with it: no message and no other plan has them, and nobody else plans them.
    let no = refused("unknown_file");
    assert_eq!(posts_files(&mut ada, 1, &[&files[0]]).await, no);
    let other = format!("/api/me/plans/{}", new_id());
    for (peer, ids, code) in [
        (&ada, vec![ids[1]], "unknown_file"),
        (&ada, vec![ids[2], ids[2]], "unknown_file"),
        (&ben, vec![ids[2]], "unknown_file"),
        (&ada, vec![], "text_empty"),
        (&ada, vec![ids[2]; MESSAGE_FILES_MAX + 1], "limit_reached"),
    ] {
        let (_, refusal) = asks(&server, peer, Method::PUT, &other, with(&ids)).await;
        assert_eq!(refusal["code"], code, "{refusal}");
    }
    let reminder = wish(night, json!({"kind": "reminder", "files": [ids[2]]}));
    let (status, refusal) = asks(&server, &ada, Method::PUT, &other, reminder).await;
    assert_eq!((status, &refusal["code"]), (400, &json!("malformed")));

    // Who knows nothing of files takes none away; who does, has those erased.
    let (_, plan) = asks(&server, &ada, Method::PUT, &path, wish(night, json!({}))).await;
    assert_eq!(plan["files"], json!(files[..2]));
    let (_, plan) = asks(&server, &ada, Method::PUT, &path, with(&ids[1..3])).await;
    assert_eq!(plan["files"], json!(files[1..3]));
    assert_eq!(status_of(&server, &ada, 1, &files[0]).await, 404);
    assert_eq!(status_of(&server, &ada, 1, &files[1]).await, 200);

    // It is posted with them, and they go with the message.
    ben.says(&json!({"follow": {"id": 1, "room": 1}})).await;
    ben.hears_of("live").await;
    asks(&server, &ada, Method::PUT, &path, wish(0, json!({}))).await;
    let told = ben.hears_of("entries").await["entries"][0].clone();
    let attached = json!({"files": files[1..3]});
    assert_eq!(
        told["kind"]["posted"],
        json!({"text": "", "attached": attached})
    );
    assert_eq!(told["client_id"], json!(id));
    assert_eq!(status_of(&server, &ben, 1, &files[1]).await, 200);
    ada.amends(told["seq"].as_u64().unwrap(), json!("delete"))
        .await
        .unwrap();
    assert_eq!(status_of(&server, &ada, 1, &files[1]).await, 404);

    // What is given up takes its files along.
    let (status, _) = asks(&server, &ada, Method::PUT, &other, with(&ids[3..])).await;
    assert_eq!(status, 200);
    let (status, _) = asks(&server, &ada, Method::DELETE, &other, Vec::new()).await;
    assert_eq!(status, 204);
    assert_eq!(status_of(&server, &ada, 1, &files[3]).await, 404);
    assert_eq!(bytes_of(&folder.path().join("files/contents")), 0);
    assert_eq!(bytes_of(&folder.path().join("files/records")), 0);
}

/// A planned message whose file its sender removes meanwhile is not sent without it: it stays,
/// with its words and the reason, until they are decided about.
#[tokio::test]
async fn a_planned_message_whose_file_was_removed_stays_with_its_words_and_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let inner = empty_store();
    let store = FickleStore::around(inner.clone());
    let server = TestServer::over(store.clone(), config(&folder)).await;
    let ada = Peer::sign_in(&server.url, "ada").await;
    let (one, two) = (
        uploads(&server, &ada, 1, b"one").await,
        uploads(&server, &ada, 1, b"two").await,
    );
    let path = format!("/api/me/plans/{}", new_id());
    let wish = |due: u64, files: Value| {
        let wish = json!({"room": 1, "kind": "message", "due": due, "text": "see these"});
        let mut wish = wish.as_object().unwrap().clone();
        wish.insert("files".to_owned(), files);
        Value::Object(wish).to_string().into_bytes()
    };
    let both = json!([one["id"], two["id"]]);
    let night = shared::limits::PLANNED_WITHIN_MS / 2 + now();
    let (status, plan) = asks(&server, &ada, Method::PUT, &path, wish(night, both)).await;
    assert_eq!(status, 200, "{plan}");
    let file = format!("/api/rooms/1/files/{}", one["id"].as_str().unwrap());
    let (status, _) = asks(&server, &ada, Method::DELETE, &file, Vec::new()).await;
    assert_eq!(status, 204);

    // It is not sent now with that file either, and stays as it is.
    let now = json!({"room": 1, "kind": "message", "due": 0, "text": "see these"});
    let now = now.to_string().into_bytes();
    let (_, refusal) = asks(&server, &ada, Method::PUT, &path, now).await;
    assert_eq!(refusal["code"], "unknown_file", "{refusal}");
    let plans = ada.reads("/api/me/plans").await["plans"].clone();
    assert_eq!(plans[0]["state"], "waiting", "{plans}");

    // Its time comes.
    server.stop().await;
    let user = UserId(ada.user["id"].as_u64().unwrap());
    let mut plan = inner.plans(user).await.unwrap().remove(0);
    plan.due = shared::moment::Timestamp(1);
    let change = PlanWrite::Change;
    inner.keep_plan(user, plan, change).await.unwrap();
    let server = TestServer::over(store, config(&folder)).await;
    let mut ada = Peer::greeted(&server.url, &ada.token).await;
    let plan = loop {
        let plans = ada.reads("/api/me/plans").await["plans"].clone();
        if plans[0]["state"]["refused"].is_object() {
            break plans[0].clone();
        }
        ada.hears_of("kept").await;
    };
    assert_eq!(plan["state"]["refused"]["code"], "unknown_file", "{plan}");
    assert_eq!(plan["text"], "see these");
    assert_eq!(plan["files"], json!([one, two]), "what it had is named");
    assert_eq!(ada.head().await, 0, "nothing went without it");

    // Without the file it goes, with the one that is left.
    ada.says(&json!({"follow": {"id": 1, "room": 1}})).await;
    ada.hears_of("live").await;
    let (status, plan) = asks(
        &server,
        &ada,
        Method::PUT,
        &path,
        wish(0, json!([two["id"]])),
    )
    .await;
    assert_eq!(status, 200, "{plan}");
    let told = ada.hears_of("entries").await["entries"][0].clone();
    let posted = json!({"text": "see these", "attached": {"files": [two]}});
    assert_eq!(told["kind"]["posted"], posted);
}

/// By the wall clock, in milliseconds.
fn now() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    u64::try_from(since.unwrap().as_millis()).unwrap()
}

/// Bytes of all files below a folder.
fn bytes_of(folder: &Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return 0;
    };
    let bytes = entries.map(|entry| {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => bytes_of(&path),
            false => path.metadata().unwrap().len(),
        }
    });
    bytes.sum()
}

#[tokio::test]
async fn only_own_files_that_no_message_has_come_with_a_message() {
    let (_folder, server) = server().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let mut ben = Peer::sign_in(&server.url, "ben").await;
    let tea = ada.makes_room("tea").await;
    let file = uploads(&server, &ada, 1, PNG).await;
    let no = refused("unknown_file");
    assert_eq!(
        posts_files(&mut ben, 1, &[&file]).await,
        no,
        "somebody else's"
    );
    assert_eq!(
        posts_files(&mut ada, tea, &[&file]).await,
        no,
        "another room's"
    );
    let unknown = json!({"id": "00112233445566778899aabbccddeeff"});
    assert_eq!(posts_files(&mut ada, 1, &[&file, &unknown]).await, no);
    assert_eq!(posts_files(&mut ada, 1, &[&file, &file]).await, no, "twice");
    posts_files(&mut ada, 1, &[&file]).await.unwrap();
    assert_eq!(posts_files(&mut ada, 1, &[&file]).await, no, "in a message");
    assert_eq!(posts_files(&mut ada, 1, &[]).await, refused("text_empty"));
    let many = vec![&unknown; MESSAGE_FILES_MAX + 1];
    assert_eq!(
        posts_files(&mut ada, 1, &many).await,
        refused("limit_reached")
    );
}

#[tokio::test]
async fn an_edit_may_leave_files_alone_but_not_nothing() {
    let (_folder, server) = server().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let mut ben = Peer::sign_in(&server.url, "ben").await;
    let file = uploads(&server, &ada, 1, PNG).await;
    let body = json!({"room": 1, "client_id": new_id(), "text": "look", "files": [file["id"]]});
    let message = ada.asks("post", body).await.unwrap();
    let bare = ada.posts("only words").await;
    assert_eq!(ada.amends(bare, edit(" ")).await, refused("text_empty"));
    assert_eq!(ben.amends(message, edit("")).await, refused("not_allowed"));
    ada.amends(message, edit(" \n")).await.unwrap();
    let read = ben.message(message).await;
    assert_eq!(read["state"]["edited"]["text"], "");
    assert_eq!(read["kind"]["posted"]["attached"]["files"], json!([file]));
    assert_eq!(status_of(&server, &ben, 1, &file).await, 200);
    assert!(ben.message(bare).await.get("state").is_none());
}

#[tokio::test]
async fn the_files_of_a_message_that_was_deleted_before_a_stop_are_erased_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let store = FickleStore::around(empty_store());
    let server = TestServer::over(store.clone(), config(&folder)).await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let file = uploads(&server, &ada, 1, PNG).await;
    let message = posts_files(&mut ada, 1, &[&file]).await.unwrap();
    // The deletion is in the log, and the program ended before the file was erased.
    let deleted = chat_store::records::NewEntry {
        room: chat_store::LOBBY,
        author: UserId(ada.user["id"].as_u64().unwrap()),
        client_id: new_id().parse().unwrap(),
        at: shared::moment::Timestamp(1),
        kind: shared::entry::EntryKind::Deleted {
            target: shared::cursor::Seq(message),
        },
        claims: chat_store::fold::Claims::default(),
    };
    store.append(deleted).await.unwrap();
    assert!(bytes_of(&folder.path().join("files/contents")) > 0);
    server.stop().await;
    let server = TestServer::over(store.clone(), config(&folder)).await;
    let erased = async {
        while bytes_of(&folder.path().join("files/contents")) > 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(PATIENCE, erased)
        .await
        .expect("the file is erased");
    drop(server);
    assert_eq!(store.files_to_erase(10).await.unwrap(), []);
}

#[tokio::test]
async fn a_message_is_passed_on_once_with_its_files_and_where_it_comes_from() {
    let (_folder, server) = server().await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let ben = Peer::sign_in(&server.url, "ben").await;
    let tea = ada.makes_room("tea").await;
    let file = uploads(&server, &ada, 1, PNG).await;
    let message = posts_files(&mut ada, 1, &[&file]).await.unwrap();
    ada.amends(message, edit("Look at this")).await.unwrap();
    let write = new_id();
    let (status, first) = forwards(&server, &ben, &write, (1, message), tea).await;
    assert_eq!(status, 200, "{first}");
    ada.amends(message, json!({"edit": {"text": "Or not", "base": 2}}))
        .await
        .unwrap();
    let (_, again) = forwards(&server, &ben, &write, (1, message), tea).await;
    assert_eq!(again, first, "a repeat hears the first answer");

    let page = ada.reads(&format!("/api/rooms/{tea}/entries")).await;
    let entries = page["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 1);
    let posted = &entries[0]["kind"]["posted"];
    assert_eq!(posted["text"], "Look at this");
    let from = &posted["attached"]["forwarded"];
    assert_eq!((&from["room"], &from["seq"]), (&json!(1), &json!(message)));
    assert_eq!(from["author"], ada.user);
    let given = &posted["attached"]["files"][0];
    assert_ne!(given["id"], file["id"], "it has a file of its own");
    assert_eq!(given["filename"], file["filename"]);
    let files = ada.reads(&format!("/api/rooms/{tea}/files")).await;
    assert_eq!(files["files"].as_array().unwrap().len(), 1, "and no other");

    ada.amends(message, json!("delete")).await.unwrap();
    assert_eq!(status_of(&server, &ada, tea, given).await, 200);
    assert_eq!(status_of(&server, &ada, 1, &file).await, 404);
    let (status, no) = forwards(&server, &ben, &new_id(), (1, message), tea).await;
    assert_eq!((status, &no["code"]), (410, &json!("message_deleted")));
}

#[tokio::test]
async fn nothing_is_passed_on_from_where_one_may_not_read_or_to_where_one_may_not_write() {
    let store = FickleStore::around(empty_store());
    let server = TestServer::over(store.clone(), unlimited()).await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let ben = Peer::sign_in(&server.url, "ben").await;
    let secret = ada.makes_room("secret").await;
    let body = json!({"room": secret, "client_id": new_id(), "text": "hush"});
    let message = ada.asks("post", body).await.unwrap();
    let open = ada.posts("hello").await;
    server.stop().await;
    let members = vec![UserId(ada.user["id"].as_u64().unwrap())];
    store.closes(RoomId(secret), members);
    let server = TestServer::over(store, unlimited()).await;
    for (from, to) in [((secret, message), 1), ((1, open), secret)] {
        let (status, no) = forwards(&server, &ben, &new_id(), from, to).await;
        assert_eq!(
            (status, &no["code"]),
            (404, &json!("unknown_room")),
            "{from:?}"
        );
    }
    let (status, _) = forwards(&server, &ada, &new_id(), (secret, message), 1).await;
    assert_eq!(status, 200);
    let path = format!("/api/rooms/{secret}/messages/{message}/thread");
    let (status, body) = asks(&server, &ben, Method::GET, &path, Vec::new()).await;
    assert_eq!((status, &body["code"]), (404, &json!("unknown_room")));
}
