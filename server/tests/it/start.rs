//! A server that cannot start says why in one line, and touches nothing.

use std::collections::BTreeMap;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use chat_testkit::http;

use crate::harness::{ServerProcess, Signal, command, free_port};

/// Where SQLite keeps the application's own version number (file format, section 1.3).
const USER_VERSION_AT: usize = 60;

/// Where it keeps the application's own sign.
const APPLICATION_ID_AT: usize = 68;

#[tokio::test]
async fn a_port_that_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let line = fails_to_start(port, folder.path()).await;
    assert!(line.contains(&port.to_string()), "{line}");
    assert_eq!(
        bytes_below(folder.path()),
        BTreeMap::new(),
        "nothing was made"
    );
}

#[tokio::test]
async fn a_data_folder_that_is_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs::write(&data, "not a folder").unwrap();
    let before = bytes_below(folder.path());
    let line = fails_to_start(free_port(), &data).await;
    assert!(line.contains(data.to_str().unwrap()), "{line}");
    assert_eq!(bytes_below(folder.path()), before);
}

#[tokio::test]
async fn a_data_folder_below_a_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "not a folder").unwrap();
    let before = bytes_below(folder.path());
    fails_to_start(free_port(), &folder.path().join("file").join("data")).await;
    assert_eq!(bytes_below(folder.path()), before);
}

#[tokio::test]
async fn a_data_file_that_is_no_database() {
    let folder = tempfile::tempdir().unwrap();
    let file = data_file_of_a_former_server(folder.path()).await;
    fs::write(&file, "These are my holiday notes.\n".repeat(300)).unwrap();
    is_left_alone(folder.path(), &file).await;
}

#[tokio::test]
async fn a_database_of_another_program() {
    let folder = tempfile::tempdir().unwrap();
    let file = data_file_of_a_former_server(folder.path()).await;
    patch(&file, APPLICATION_ID_AT, 0x1234_5678);
    is_left_alone(folder.path(), &file).await;
}

#[tokio::test]
async fn a_data_file_of_a_newer_version() {
    let folder = tempfile::tempdir().unwrap();
    let file = data_file_of_a_former_server(folder.path()).await;
    patch(&file, USER_VERSION_AT, 1_000_000);
    is_left_alone(folder.path(), &file).await;
}

#[tokio::test]
async fn a_second_server_on_one_data_folder() {
    let folder = tempfile::tempdir().unwrap();
    let first = ServerProcess::start(free_port(), folder.path(), &[]).await;
    fails_to_start(free_port(), folder.path()).await;
    assert_eq!(http::get(&first.url, "/healthz").await.unwrap().status, 200);
    http::sign_in(&first.url, "ada").await.unwrap();
    let (status, log) = first.end(Signal::TERM).await;
    assert!(status.success(), "{log}");
    // The lock went with its holder.
    let third = ServerProcess::start(free_port(), folder.path(), &[]).await;
    third.end(Signal::KILL).await;
    let fourth = ServerProcess::start(free_port(), folder.path(), &[]).await;
    fourth.end(Signal::TERM).await;
}

#[tokio::test]
async fn a_data_folder_that_is_missing_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("deep").join("data");
    let server = ServerProcess::start(free_port(), &data, &[]).await;
    assert!(data.is_dir());
    server.end(Signal::TERM).await;
}

async fn is_left_alone(folder: &Path, file: &Path) {
    let before = bytes_below(folder);
    let line = fails_to_start(free_port(), folder).await;
    assert!(
        line.contains(file.to_str().unwrap()),
        "it names the file: {line}"
    );
    assert_eq!(bytes_below(folder), before);
}

/// Starts the program, which must end with code 1 and one line that says why.
async fn fails_to_start(port: u16, data: &Path) -> String {
    let mut command = command(port, data, &[]);
    let ended = tokio::task::spawn_blocking(move || command.output().unwrap());
    let output = tokio::time::timeout(chat_testkit::PATIENCE, ended)
        .await
        .expect("it ends by itself")
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert_eq!(said.lines().count(), 1, "one line, not: {said}");
    assert!(said.ends_with(".\n"), "a sentence, not: {said}");
    assert!(
        !said.contains("panicked") && !said.contains("Error {"),
        "{said}"
    );
    said
}

/// Runs a server over the folder and ends it; answers its data file.
async fn data_file_of_a_former_server(folder: &Path) -> PathBuf {
    let server = ServerProcess::start(free_port(), folder, &[]).await;
    http::sign_in(&server.url, "ada").await.unwrap();
    server.end(Signal::TERM).await;
    let is_database =
        |(path, bytes): (PathBuf, Vec<u8>)| bytes.starts_with(b"SQLite format 3\0").then_some(path);
    let mut databases: Vec<PathBuf> = bytes_below(folder)
        .into_iter()
        .filter_map(is_database)
        .collect();
    // The search index is one too, and made again at any time.
    databases.retain(|path| !path.ends_with(chat_search_index::INDEX_FILE));
    assert_eq!(databases.len(), 1, "one data file, closed: {databases:?}");
    databases.remove(0)
}

fn patch(file: &Path, at: usize, number: u32) {
    let mut bytes = fs::read(file).unwrap();
    bytes[at..at + 4].copy_from_slice(&number.to_be_bytes());
    fs::write(file, bytes).unwrap();
}

/// Every file below a folder, with its bytes. A lock is empty and means nothing once
/// nobody holds it.
fn bytes_below(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            files.extend(bytes_below(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            files.insert(path, bytes);
        }
    }
    files.retain(|path, bytes| !(bytes.is_empty() && path.to_string_lossy().contains("lock")));
    files
}
