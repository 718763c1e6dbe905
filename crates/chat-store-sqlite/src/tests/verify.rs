//! The check of a data file: what is well is called so, and what is not is named.

use std::fs;
use std::path::{Path, PathBuf};

use chat_store::drafts::NewDraft;
use chat_store::plans::{PlanEnd, PlanWrite};
use chat_store::records::{NewLogin, NewUser, TokenHash};
use chat_store::{LOBBY, Store};
use rusqlite::Connection;
use shared::cursor::Seq;
use shared::file::{FileId, FileInfo, FileKind, FileName};
use shared::ids::ClientId;
use shared::moment::Timestamp;
use shared::plan::{Plan, PlanKind, PlanState};
use shared::refusal::{Refusal, RefusalCode};
use shared::text::{DisplayName, MessageText, RoomName};
use tempfile::TempDir;

use super::{NOW, append, folder, good, is_well, numbers, open, user, write};
use crate::schema::migrate_to;
use crate::{DATA_FILE, Finding, LOCK_FILE, NamedBy, OpenError, VerifyError};

/// Two rooms, two users, three logins, five and three entries, marks.
pub(super) fn a_full_file() -> TempDir {
    let folder = folder();
    let store = open(folder.path());
    let login = |byte| NewLogin {
        token: TokenHash([byte; 32]),
    };
    let new = |name: &str| NewUser {
        name: DisplayName::from_stored(name.to_owned()),
        at: NOW,
    };
    let ada = good(store.make_user(new("Ada"), Some(login(1)))).user.id;
    let ben = good(store.make_user(new("Ben"), Some(login(2))));
    good(store.end_login(ben.login.expect("asked for")));
    let tea = good(store.make_room(RoomName::from_stored("tea".to_owned()), ada)).id;
    for number in 1..=5 {
        append(&store, ada, number).unwrap();
    }
    for number in 1..=3 {
        good(store.append(write(tea, ben.user.id, number, "\u{1F375}")));
    }
    good(store.mark_read(ada, LOBBY, Seq(4)));
    good(store.mark_read(ada, LOBBY, Seq(5)));
    good(store.mark_read(ben.user.id, tea, Seq(2)));
    for (by, text) in [(1, "half a thought"), (2, "another one")] {
        let draft = NewDraft {
            user: ada,
            room: tea,
            by: ClientId::new_v7(NOW.0, [by; 10]),
            base: 0,
            text: text.to_owned(),
            drops_aside: false,
        };
        good(store.keep_draft(draft));
    }
    for (number, state) in [(1, "waits"), (2, "was refused")] {
        let id = ClientId::new_v7(NOW.0, [number; 10]);
        let plan = Plan {
            id,
            room: tea,
            kind: PlanKind::Message,
            due: Timestamp(u64::from(number)),
            text: MessageText::from_stored(state.to_owned()),
            about: Some(Seq(1)),
            files: vec![planned(number)],
            state: PlanState::Waiting,
        };
        good(store.keep_plan(ada, plan, PlanWrite::Make));
        if number == 1 {
            good(store.claim_plans(Timestamp(1), 1));
            let refusal = Refusal::new(RefusalCode::NotAllowed, "You may not write here.");
            good(store.settle_plan((ada, id), PlanEnd::Refused(refusal)));
        }
    }
    good(store.close());
    folder
}

pub(super) fn planned(number: u8) -> FileInfo {
    FileInfo {
        id: FileId::from_bytes([number; 16]),
        name: FileName::parse("notes.txt").unwrap(),
        size: 5,
        kind: FileKind::Text,
        image: None,
        at: NOW,
    }
}

#[test]
fn files_that_wait_with_plans_are_named_to_be_looked_at() {
    let folder = a_full_file();
    let named = crate::named_files(folder.path()).unwrap();
    let named: Vec<_> = named
        .iter()
        .map(|file| (file.by, file.id, file.size))
        .collect();
    let plan = |row: u8| (NamedBy::Plan(i64::from(row)), planned(row).id, 5);
    assert_eq!(named, [plan(1), plan(2)]);
}

#[test]
fn a_good_file_is_well_and_counted_and_left_without_a_trace() {
    let folder = a_full_file();
    let before = names(folder.path());
    let verified = is_well(folder.path());
    assert_eq!(
        (
            verified.rooms,
            verified.entries,
            verified.users,
            verified.chains
        ),
        (2, 8, 2, 2)
    );
    assert_eq!(names(folder.path()), before);

    // A copy, under a name that an address would have to escape.
    let elsewhere = super::folder();
    let copy = elsewhere.path().join("50 % of it?#.db");
    fs::copy(folder.path().join(DATA_FILE), &copy).unwrap();
    assert_eq!(is_well(&copy), verified);
    assert_eq!(names(elsewhere.path()), ["50 % of it?#.db"]);
}

#[test]
fn a_file_in_use_is_checked_and_not_disturbed() {
    let folder = a_full_file();
    let store = open(folder.path());
    let cy = user(&store, "Cy");
    append(&store, cy, 100).unwrap();
    assert_eq!(is_well(folder.path()).entries, 9);
    append(&store, cy, 101).unwrap();
    assert_eq!(is_well(folder.path()).entries, 10);
    assert_eq!(numbers(&store).len(), 7);
}

#[test]
fn a_file_with_a_log_that_a_kill_left_is_checked_with_it() {
    let (source, left) = (a_full_file(), super::folder());
    let store = open(source.path());
    let cy = user(&store, "Cy");
    append(&store, cy, 100).unwrap();
    let log = "confab.db-wal";
    for name in [DATA_FILE, log, LOCK_FILE] {
        fs::copy(source.path().join(name), left.path().join(name)).unwrap();
    }
    drop(store);
    let before = names(left.path());
    assert_eq!(is_well(left.path()).entries, 9);
    assert_eq!(names(left.path()), before);
}

#[test]
fn what_cannot_be_checked_is_told_as_such() {
    let folder = folder();
    let missing = folder.path().join("nothing");
    let error = crate::verify(&missing).expect_err("there is nothing");
    assert!(matches!(error, VerifyError::Nothing { .. }), "{error}");

    let diary = folder.path().join("diary");
    fs::write(&diary, "dear diary").unwrap();
    let error = crate::verify(&diary).expect_err("no data file");
    let is_not_ours = matches!(error, VerifyError::Unopened(OpenError::NotOurs { .. }));
    assert!(is_not_ours, "{error}");
}

#[test]
fn an_older_file_is_given_its_hashes_when_it_is_opened() {
    let folder = folder();
    let file = an_old_file(folder.path());
    let error = crate::verify(&file).expect_err("it has no hashes");
    assert!(
        matches!(error, VerifyError::Older { format: 1, .. }),
        "{error}"
    );

    let store = open(folder.path());
    assert_eq!(numbers(&store).len(), 2_500);
    let ada = user(&store, "another");
    append(&store, ada, 9_999).unwrap();
    drop(store);
    let verified = is_well(folder.path());
    assert_eq!((verified.rooms, verified.entries), (2, 2_504));
    assert_eq!(verified.chains, 2);
}

/// Everything that can go wrong below the structure, done by somebody who knows SQL.
#[test]
fn whatever_was_changed_is_named() {
    let cases: [(&str, &str); 21] = [
        (
            "UPDATE entries SET text = 'no tea' WHERE room = 1 AND seq = 3",
            "Room 1: entry #3 is not what was stored, or not behind the entry that it was \
             stored behind.",
        ),
        (
            "UPDATE entries SET at = at + 1 WHERE room = 2 AND seq = 1",
            "Room 2: entry #1 is not",
        ),
        (
            "UPDATE entries SET target = 1 WHERE room = 1 AND seq = 5",
            "Room 1: entry #5 is not",
        ),
        (
            "UPDATE entries SET author = 2 WHERE room = 1 AND seq = 2",
            "Room 1: entry #2 is not",
        ),
        (
            "DELETE FROM entries WHERE room = 1 AND seq = 2",
            "Room 1: entry #2 is missing.",
        ),
        (
            "DELETE FROM entries WHERE room = 1 AND seq IN (1, 2)",
            "Room 1: entries #1 to #2 are missing.",
        ),
        (
            "DELETE FROM entries WHERE room = 1 AND seq = 5",
            "Room 1: its head is #5, and its newest entry #4.",
        ),
        (
            "DELETE FROM entries WHERE room = 2",
            "Room 2: its head is #3, and its newest entry #0.",
        ),
        (
            "UPDATE rooms SET head = 9 WHERE id = 1",
            "Room 1: its head is #9, and its newest entry #5.",
        ),
        (
            "UPDATE entries SET text = NULL, salt = NULL WHERE room = 1 AND seq = 1",
            "Room 1: entry #1 is not",
        ),
        (
            "DELETE FROM users WHERE id = 2",
            "Room 2, entry #1 names user 2, which does not exist.",
        ),
        (
            "DELETE FROM rooms WHERE id = 2",
            "A read mark of user 2 names room 2, which does not exist.",
        ),
        (
            "UPDATE read_marks SET seq = 7 WHERE user = 1",
            "User 1 has read room 1 up to #7, and its head is #5.",
        ),
        (
            "UPDATE users SET name = 'ada' WHERE id = 1",
            "Row 1 of \"users\" is not what was stored.",
        ),
        (
            "UPDATE logins SET ended_at = NULL WHERE id = 2",
            "Row 2 of \"logins\" is not what was stored.",
        ),
        (
            "UPDATE plans SET files = NULL WHERE id = 1",
            "Row 1 of \"plans\" is not what was stored.",
        ),
        (
            "UPDATE plan_files SET gone = 1 WHERE id = 1",
            "Row 1 of \"plan_files\" is not what was stored.",
        ),
        (
            "DELETE FROM plan_files WHERE id = 2",
            "Row 2 of \"plans\" is not what was stored.",
        ),
        (
            "DELETE FROM plans WHERE id = 2",
            "Row 2 of \"plan_files\" is not what was stored.",
        ),
        (
            "UPDATE meta SET epoch = epoch + 1",
            "Row 1 of \"meta\" is not what was stored.",
        ),
        (
            "DROP INDEX entries_by_write",
            "The definition of \"entries_by_write\" is damaged or missing.",
        ),
    ];
    for (change, told) in cases {
        let folder = a_full_file();
        with_sql(folder.path(), change);
        let verified = crate::verify(folder.path()).expect("it can be checked");
        let findings: Vec<String> = verified.findings.iter().map(Finding::to_string).collect();
        assert!(
            findings.iter().any(|finding| finding.starts_with(told)),
            "{change}: {findings:#?}"
        );
    }
}

#[test]
fn a_changed_entry_is_told_once_and_not_by_all_that_follow() {
    let folder = a_full_file();
    with_sql(
        folder.path(),
        "UPDATE entries SET text = 'no tea' WHERE room = 1 AND seq = 2",
    );
    let verified = crate::verify(folder.path()).unwrap();
    assert_eq!(verified.findings, [Finding::Entry { room: 1, seq: 2 }]);
}

#[test]
fn two_entries_that_change_places_are_noticed() {
    let folder = a_full_file();
    with_sql(
        folder.path(),
        "UPDATE entries SET seq = 9 WHERE room = 1 AND seq = 2;
         UPDATE entries SET seq = 2 WHERE room = 1 AND seq = 3;
         UPDATE entries SET seq = 3 WHERE room = 1 AND seq = 9;",
    );
    let verified = crate::verify(folder.path()).unwrap();
    let broken: Vec<_> = [2, 3, 4]
        .map(|seq| Finding::Entry { room: 1, seq })
        .into_iter()
        .collect();
    assert_eq!(verified.findings, broken);
}

#[test]
fn equal_texts_have_digests_that_tell_nothing() {
    let folder = a_full_file();
    let connection = Connection::open(folder.path().join(DATA_FILE)).unwrap();
    let salts: i64 = connection
        .query_row("SELECT count(DISTINCT salt) FROM entries", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(salts, 8);
}

#[test]
fn more_findings_than_anybody_reads_are_counted() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    for number in 1..=150 {
        append(&store, ada, number).unwrap();
    }
    drop(store);
    with_sql(folder.path(), "UPDATE entries SET at = 0");
    let verified = crate::verify(folder.path()).unwrap();
    assert_eq!((verified.findings.len(), verified.unlisted), (100, 50));
}

/// Changes a closed file, whatever its rules say.
pub(super) fn with_sql(folder: &Path, change: &str) {
    let connection = Connection::open(folder.join(DATA_FILE)).unwrap();
    connection
        .pragma_update(None, "foreign_keys", false)
        .unwrap();
    connection.execute_batch(change).unwrap();
}

/// A file as the first format's program left it.
fn an_old_file(folder: &Path) -> PathBuf {
    let file = folder.join(DATA_FILE);
    let mut connection = Connection::open(&file).unwrap();
    migrate_to(1, &mut connection).unwrap();
    plant_old(&connection);
    connection
        .execute_batch(
            "INSERT INTO users (id, name, folded, role, made_at) VALUES (1, 'Ada', 'ada', 1, 7);
             INSERT INTO logins (user, token_hash, made_at) VALUES (1, x'0102', 8);
             INSERT INTO rooms (id, name, kind, head, made_by, made_at)
                 VALUES (2, 'tea', 2, 3, 1, 9);
             INSERT INTO members (room, user) VALUES (2, 1);
             INSERT INTO read_marks (user, room, seq) VALUES (1, 1, 17);
             WITH RECURSIVE n (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM n LIMIT 2500)
             INSERT INTO entries (room, seq, author, client_id, at, kind, text)
                 SELECT 1, seq, 1, randomblob(16), seq, 1, 'old ' || seq FROM n;
             INSERT INTO entries (room, seq, author, client_id, at, kind, text)
                 SELECT 2, seq, 1, randomblob(16), seq, 1, 'tea' FROM entries WHERE seq <= 3;
             UPDATE rooms SET head = 2500 WHERE id = 1;",
        )
        .unwrap();
    file
}

fn plant_old(connection: &Connection) {
    connection
        .execute_batch(
            "INSERT INTO meta (one, epoch, made_at) VALUES (1, random(), 1);
             INSERT INTO rooms (id, name, kind, made_at) VALUES (1, 'lobby', 1, 1);",
        )
        .unwrap();
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
