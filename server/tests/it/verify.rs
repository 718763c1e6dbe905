//! `server verify` on the real program: what it says, and its exit code.

use std::fs;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use chat_testkit::{ServerUrl, TestUser, http};
use http_body_util::Full;
use hyper::Method;
use serde_json::{Value, json};
use shared::cursor::Seq;

use crate::harness::peer::{Peer, new_id};
use crate::harness::{ServerProcess, Signal, free_port, program};

#[tokio::test]
async fn all_is_well_in_use_after_a_kill_and_at_rest() {
    let folder = tempfile::tempdir().unwrap();
    let server = ServerProcess::start(free_port(), folder.path(), &[]).await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    ada.open("lobby").await;
    for number in 1..=20 {
        ada.post(&format!("message {number}")).await;
    }
    ada.is_complete_to(Seq(20)).await;
    let well = "1 room, 20 entries, 1 user; 1 running hash holds from";
    let in_use = verify(folder.path());
    assert!(in_use.0 && in_use.1.contains(well), "{in_use:?}");
    assert_eq!(in_use.1.lines().count(), 1, "{in_use:?}");
    assert_eq!(
        http::get(&server.url, "/healthz").await.unwrap().status,
        200
    );

    server.end(Signal::KILL).await;
    let killed = verify(folder.path());
    assert!(killed.0 && killed.1.contains(well), "{killed:?}");
    let again = ServerProcess::start(free_port(), folder.path(), &[]).await;
    again.end(Signal::TERM).await;
    let at_rest = verify(folder.path());
    assert!(at_rest.0 && at_rest.1.contains(well), "{at_rest:?}");
}

#[tokio::test]
async fn a_changed_letter_is_named_with_its_room_and_number() {
    let folder = tempfile::tempdir().unwrap();
    let server = ServerProcess::start(free_port(), folder.path(), &[]).await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    ada.open("lobby").await;
    for text in ["one", "meet me at noon", "three"] {
        ada.post(text).await;
    }
    ada.is_complete_to(Seq(3)).await;
    server.end(Signal::TERM).await;
    let file = folder.path().join("confab.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let place = bytes
        .windows(4)
        .position(|window| window == b"noon")
        .expect("texts are stored as they are");
    bytes[place] = b'm';
    let copy = folder.path().join("copy.db");
    std::fs::write(&copy, bytes).unwrap();
    let (is_well, said) = verify(&copy);
    assert!(!is_well, "{said}");
    assert!(
        said.starts_with("Room 1: entry #2 is not what was stored"),
        "{said}"
    );
    assert!(!said.contains("me at"), "texts reach no output: {said}");
    assert!(verify(folder.path()).0, "the original is well");
}

/// Bytes of the file that is damaged: in the middle of more than one read.
const FILE_BYTES: usize = 300_000;

#[tokio::test]
async fn a_flipped_byte_and_a_missing_file_are_named_with_their_message() {
    let folder = tempfile::tempdir().unwrap();
    let server = ServerProcess::start(free_port(), folder.path(), &[]).await;
    let mut ada = Peer::sign_in(&server.url, "ada").await;
    let mut messages = Vec::new();
    for (number, bytes) in [vec![b'a'; FILE_BYTES], b"some words".to_vec()]
        .into_iter()
        .enumerate()
    {
        let file = uploads(&server.url, &ada, &bytes).await;
        let body = json!({
            "room": 1, "client_id": new_id(), "text": format!("file {number}"), "files": [file]
        });
        messages.push((ada.asks("post", body).await.unwrap(), file));
    }
    // One that was taken back is not missed.
    let file = uploads(&server.url, &ada, b"never mind").await;
    let body = json!({"room": 1, "client_id": new_id(), "text": "", "files": [file]});
    let regretted = ada.asks("post", body).await.unwrap();
    ada.amends(regretted, json!("delete")).await.unwrap();

    let (is_well, said) = verify(folder.path());
    assert!(
        is_well && said.ends_with("; 2 files have their bytes.\n"),
        "{said}"
    );
    server.end(Signal::TERM).await;

    let large = content_of(folder.path(), FILE_BYTES);
    let mut bytes = fs::read(&large).unwrap();
    bytes[FILE_BYTES / 2] ^= 1;
    fs::write(&large, bytes).unwrap();
    let (is_well, said) = verify(folder.path());
    let (seq, file) = &messages[0];
    let sentence = format!("Room 1: file {file} of entry #{seq} is not what was stored.\n");
    assert!(!is_well && said.starts_with(&sentence), "{said}");
    assert_eq!(said.lines().count(), 2, "and nothing else: {said}");

    let small = content_of(folder.path(), b"some words".len());
    fs::remove_file(&small).unwrap();
    let (is_well, said) = verify(&folder.path().join("confab.db"));
    let (seq, file) = &messages[1];
    let sentence = format!("Room 1: file {file} of entry #{seq} is missing.\n");
    assert!(!is_well && said.contains(&sentence), "{said}");
    assert_eq!(said.lines().count(), 3, "{said}");

    // A copy of the data file alone says what it did not look at.
    let elsewhere = tempfile::tempdir().unwrap();
    let copy = elsewhere.path().join("copy.db");
    fs::copy(folder.path().join("confab.db"), &copy).unwrap();
    let (is_well, said) = verify(&copy);
    assert!(
        is_well && said.contains("2 files are named, and not checked"),
        "{said}"
    );

    // A data folder without its files is not well.
    fs::remove_dir_all(folder.path().join("files")).unwrap();
    let (is_well, said) = verify(folder.path());
    assert!(!is_well && said.contains("has no record"), "{said}");
}

/// A file that was sent into the lobby.
async fn uploads(url: &ServerUrl, peer: &Peer, bytes: &[u8]) -> String {
    let ask = async |method, path: &str, body: Vec<u8>| {
        let mut request = http::json_request(method, path, String::new());
        *request.body_mut() = Full::new(Bytes::from(body));
        let request = http::with_bearer(request, &peer.token);
        let answer = http::ask(url, request).await.unwrap();
        serde_json::from_str::<Value>(&answer.text()).unwrap()
    };
    let new = json!({"name": "notes", "size": bytes.len()}).to_string();
    let upload = ask(Method::POST, "/api/rooms/1/uploads", new.into_bytes()).await;
    let id = upload["id"].as_str().unwrap();
    let path = format!("/api/rooms/1/uploads/{id}?offset=0");
    let done = ask(Method::PATCH, &path, bytes.to_vec()).await;
    done["file"]["id"].as_str().unwrap().to_owned()
}

/// The one content that has so many bytes.
fn content_of(data: &Path, length: usize) -> PathBuf {
    let folders = fs::read_dir(data.join("files/contents")).unwrap();
    let contents = folders.flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap());
    let mut found = contents
        .map(|content| content.unwrap().path())
        .filter(|path| fs::metadata(path).unwrap().len() == length as u64);
    let path = found.next().unwrap();
    assert_eq!(found.next(), None);
    path
}

#[test]
fn a_file_that_is_not_there_is_one_plain_line() {
    let folder = tempfile::tempdir().unwrap();
    let (is_well, said) = verify(folder.path());
    assert!(!is_well);
    assert!(
        said.starts_with("There is no data file at ") && said.ends_with(".\n"),
        "{said}"
    );
}

/// Whether the exit code is 0, and everything that was said.
pub(crate) fn verify(data: &Path) -> (bool, String) {
    let output = program().verifying(data).output().unwrap();
    let code = output.status.code();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8(said).unwrap();
    assert!(matches!(code, Some(0 | 1)), "{code:?}: {said}");
    (code == Some(0), said)
}
