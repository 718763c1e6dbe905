//! `server verify` on the real program: what it says, and its exit code.

use std::path::Path;

use chat_testkit::{TestUser, http};
use shared::cursor::Seq;

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
