//! A disk that is full or fails: senders are told, nothing stored is harmed.

use std::process::{Command, Stdio};

use chat_store::contract::block_on;
use chat_store::records::Appended;
use chat_store::{LOBBY, Store, StoreError};
use shared::cursor::Seq;

use super::{append, folder, good, hold, log, meddle, numbers, open, user, write};

#[test]
fn a_full_disk_is_told_to_all_who_wait_and_harms_nothing_stored() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    for number in 1..=10 {
        append(&store, ada, number).expect("there is room");
    }
    let before = log(&store);

    meddle(&store, |connection| {
        let pages: i64 = connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .unwrap();
        connection
            .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
            .unwrap();
    });
    let held = hold(&store);
    let text = "x".repeat(40_000);
    let small = store.append(write(
        LOBBY,
        ada,
        11,
        "fits, and waits with one that does not",
    ));
    let large = store.append(write(LOBBY, ada, 12, &text));
    let not_reached = store.append(write(LOBBY, ada, 13, "comes after it"));
    let mark = store.mark_read(ada, LOBBY, Seq(5));
    drop(held);
    assert_eq!(block_on(small), Err(StoreError::Full));
    assert_eq!(block_on(large), Err(StoreError::Full));
    assert_eq!(block_on(not_reached), Err(StoreError::Full));
    assert_eq!(block_on(mark), Err(StoreError::Full));
    assert_eq!(log(&store), before);
    assert_eq!(good(store.read_marks(ada)), []);

    // What needs no new page goes on even now.
    assert!(matches!(append(&store, ada, 3), Ok(Appended::Repeated(_))));
    assert_eq!(
        append(&store, ada, 11).map(|answer| answer.entry().expect("it is written").seq),
        Ok(Seq(11))
    );

    meddle(&store, |connection| {
        connection
            .pragma_update_and_check(None, "max_page_count", 1 << 20, |_| Ok(()))
            .unwrap();
    });
    let answer = good(store.append(write(LOBBY, ada, 12, &text)));
    assert!(matches!(answer, Appended::Fresh(entry) if entry.seq == Seq(12)));
    drop(store);
    assert_eq!(numbers(&open(folder.path())), (1..=12).collect::<Vec<_>>());
}

/// Writing past a file size limit fails in the commit itself, where the log is
/// written. The limit is the whole process's, so a child bears it; the shell makes
/// it ignore the signal that comes with it.
#[test]
#[cfg(unix)]
fn a_commit_that_fails_is_told_to_all_in_it_and_the_store_lives_on() {
    const FOLDER: &str = "CONFAB_TEST_FAILING_COMMIT";
    if let Some(folder) = std::env::var_os(FOLDER) {
        return fail_commits(folder.as_ref());
    }
    let folder = folder();
    let name = concat!(
        module_path!(),
        "::a_commit_that_fails_is_told_to_all_in_it_and_the_store_lives_on"
    );
    let name = name.split_once("::").expect("a path has a crate").1;
    let child = Command::new("sh")
        .args(["-c", r#"trap "" XFSZ; exec "$@""#, "sh"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture"])
        .env(FOLDER, folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(
        child.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&child.stderr)
    );
    assert!(
        said.contains("commits failed as expected"),
        "the child ran its part: {said}"
    );
    assert_eq!(numbers(&open(folder.path())), (1..=14).collect::<Vec<_>>());
}

#[cfg(unix)]
fn fail_commits(folder: &std::path::Path) {
    use rustix::process::{Resource, getrlimit, setrlimit};

    let store = open(folder);
    let ada = user(&store, "Ada");
    for number in 1..=10 {
        append(&store, ada, number).expect("there is room");
    }
    let before = log(&store);

    let unlimited = getrlimit(Resource::Fsize);
    let log_bytes = std::fs::metadata(folder.join("confab.db-wal"))
        .unwrap()
        .len();
    let mut limited = unlimited;
    limited.current = Some(log_bytes);
    setrlimit(Resource::Fsize, limited).unwrap();
    for _ in 0..3 {
        let held = hold(&store);
        let answers: Vec<_> = (11..=13)
            .map(|number| store.append(write(LOBBY, ada, number, "tea?")))
            .collect();
        drop(held);
        for answer in answers {
            let answer = block_on(answer);
            assert!(
                matches!(answer, Err(StoreError::Unavailable(_) | StoreError::Full)),
                "{answer:?}"
            );
        }
    }
    assert_eq!(log(&store), before);

    setrlimit(Resource::Fsize, unlimited).unwrap();
    for number in 11..=14 {
        let answer = append(&store, ada, number).expect("there is room again");
        assert!(matches!(answer, Appended::Fresh(entry) if entry.seq == Seq(number)));
    }
    println!("commits failed as expected");
}
