//! What became of messages, in the file: an older file gets it, and the check of a file
//! finds whatever of it is not what the log says.

use std::path::Path;

use chat_store::plans::PlanWrite;
use chat_store::records::{Appended, Mark};
use chat_store::{LOBBY, Store};
use rusqlite::Connection;
use shared::cursor::Seq;
use shared::entry::{Attached, EntryKind};
use shared::ids::{RoomId, UserId};
use shared::plan::Plan;
use shared::text::{MessageText, Topic};
use tempfile::TempDir;

use super::verify::{planned, with_sql};
use super::{
    amendment, delete, edit, folder, good, is_well, log, open, pin, react, user, with_file, write,
};
use crate::chain::chain_all;
use crate::schema::migrate_to;
use crate::seal::seal_all;
use crate::{DATA_FILE, Finding, SqliteStore, VerifyError};

const TEA: RoomId = RoomId(2);
const ADA: UserId = UserId(1);

/// A file as the second format's program left it. Its hashes were computed by another
/// program, from what the second format says of them.
fn a_file_of_the_second_format(folder: &Path) {
    let mut connection = Connection::open(folder.join(DATA_FILE)).unwrap();
    migrate_to(2, &mut connection).unwrap();
    connection
        .execute_batch(
            "INSERT INTO meta (one, epoch, made_at) VALUES (1, 77, 1);
             INSERT INTO users (id, name, folded, role, made_at) VALUES (1, 'Ada', 'ada', 1, 7);
             INSERT INTO rooms (id, name, kind, head, made_at) VALUES (1, 'lobby', 1, 3, 1);
             INSERT INTO rooms (id, name, kind, head, made_by, made_at)
                 VALUES (2, 'tea', 1, 1, 1, 9);
             INSERT INTO read_marks (user, room, seq) VALUES (1, 1, 2);
             INSERT INTO entries (room, seq, author, client_id, at, kind, text, salt, hash)
             VALUES
             (1, 1, 1, x'01010101010101010101010101010101', 1001, 1, 'first',
              x'01010101010101010101010101010101',
              x'e2218f9a7de4b4af4b4a076273464ae163efea4421678fd94d36e20b0ba342e1'),
             (1, 2, 1, x'02020202020202020202020202020202', 1002, 1, 'second',
              x'02020202020202020202020202020202',
              x'73137071711c20f9747f8f5a8df30185f9d40e5a42c2de4b3ca17ae0f930a362'),
             (1, 3, 1, x'03030303030303030303030303030303', 1003, 1, 'third',
              x'03030303030303030303030303030303',
              x'5ea81bbd024b87176d056a82f83c70312f11cde245edf2aa7cd7de2ea3848dd8'),
             (2, 1, 1, x'09090909090909090909090909090909', 2000, 1, 'tea',
              x'09090909090909090909090909090909',
              x'527658246955765c357f1c02fd6bf4eb7ab6d0f3e9920933b7d76522dc12b7d0');",
        )
        .unwrap();
    seal_all(&connection).unwrap();
}

#[test]
fn a_file_of_the_second_format_counts_its_messages_and_takes_changes_of_them() {
    let folder = folder();
    a_file_of_the_second_format(folder.path());
    let error = crate::verify(folder.path()).expect_err("it is older");
    assert!(
        matches!(error, VerifyError::Older { format: 2, .. }),
        "{error}"
    );

    let store = open(folder.path());
    assert_eq!(is_well(folder.path()).entries, 4);
    let counted = |store: &SqliteStore| {
        let rooms = good(store.rooms());
        let heads = rooms.iter().map(|room| (room.head.0, room.posts));
        let posts = log(store).iter().map(|entry| entry.posts).collect();
        (heads.collect::<Vec<_>>(), posts)
    };
    assert_eq!(counted(&store), (vec![(3, 3), (1, 1)], vec![1, 2, 3]));
    let (seq, posts) = (Seq(2), 2);
    let mark = Mark { seq, posts };
    assert_eq!(good(store.read_marks(ADA)), [(LOBBY, mark)]);

    for (number, kind) in (1..).zip([edit(1, "one"), react(2, "👍"), delete(3)]) {
        let answer = good(store.append(amendment(ADA, number, kind)));
        assert!(matches!(answer, Appended::Fresh(_)), "{answer:?}");
    }
    good(store.append(write(LOBBY, ADA, 1, "fourth")));
    good(store.append(write(TEA, ADA, 1, "more tea")));
    let after = (vec![(7, 4), (2, 2)], vec![1, 2, 3, 3, 3, 3, 4]);
    assert_eq!(counted(&store), after);
    is_well(folder.path());
    drop(store);
    let store = open(folder.path());
    assert_eq!(counted(&store), after);
    is_well(folder.path());
}

/// Message 1 is edited twice and has two reactions, 2 is pinned, 3 was edited and then
/// taken back, and so was 4; 5 is as it was. The changes are the entries 6 to 13.
fn a_file_with_changes() -> TempDir {
    let folder = folder();
    let store = open(folder.path());
    let (ada, ben) = (user(&store, "Ada"), user(&store, "Ben"));
    for number in 1..=5 {
        good(store.append(write(LOBBY, ada, number, &format!("message {number}"))));
    }
    let mut number = 0;
    let mut change = |by, kind, base: Option<u64>| {
        number += 1;
        let mut new = amendment(by, number, kind);
        new.claims.base = base.map(Seq);
        let answer = good(store.append(new));
        assert!(matches!(answer, Appended::Fresh(_)), "{answer:?}");
    };
    change(ada, edit(1, "one"), None);
    change(ada, edit(1, "uno"), Some(6));
    change(ada, react(1, "👍"), None);
    change(ben, react(1, "👍"), None);
    change(ben, pin(2), None);
    change(ada, edit(3, "three"), None);
    change(ada, delete(3), None);
    change(ada, delete(4), None);
    good(store.close());
    folder
}

/// Whatever is changed of what became of messages is named; by somebody, too, who knows
/// how a row is sealed and how a text is erased.
#[test]
fn whatever_is_noted_of_messages_and_not_so_is_named() {
    let fold = |seq| Finding::Fold { room: 1, seq };
    let row = |table, key: &str| Finding::Row {
        table,
        key: key.to_owned(),
    };
    let cases: [(&str, Finding); 17] = [
        (
            "UPDATE amended SET edited = 6 WHERE seq = 1",
            row("amended", "1, 1"),
        ),
        ("UPDATE amended SET edited = 6 WHERE seq = 1", fold(1)),
        ("UPDATE amended SET as_of = 8 WHERE seq = 1", fold(1)),
        ("UPDATE amended SET deleted = NULL WHERE seq = 3", fold(3)),
        ("UPDATE amended SET pinned = NULL WHERE seq = 2", fold(2)),
        ("DELETE FROM amended WHERE seq = 4", fold(4)),
        (
            "INSERT INTO amended SELECT room, 5, as_of, edited, deleted, pinned, seal, replies, last_reply
             FROM amended WHERE seq = 2",
            fold(5),
        ),
        ("DELETE FROM reactions WHERE seq = 9", fold(1)),
        (
            "UPDATE reactions SET user = 1 WHERE seq = 9",
            row("reactions", "1, 1, 9"),
        ),
        (
            "INSERT INTO reactions SELECT room, 5, seq, user, emoji, seal
             FROM reactions WHERE seq = 9",
            fold(5),
        ),
        ("UPDATE entries SET amendments = 0 WHERE seq = 7", fold(7)),
        ("UPDATE entries SET amendments = 1 WHERE seq = 2", fold(2)),
        ("UPDATE rooms SET amendments = 7", fold(13)),
        (
            "UPDATE entries SET emoji = '👎' WHERE seq = 9",
            Finding::Entry { room: 1, seq: 9 },
        ),
        (
            "UPDATE entries SET text = NULL, salt = NULL WHERE seq = 5",
            Finding::Erased { room: 1, seq: 5 },
        ),
        (
            "UPDATE entries SET text = NULL, salt = NULL WHERE seq = 5",
            Finding::Entry { room: 1, seq: 5 },
        ),
        (
            "UPDATE entries SET text = 'again', salt = zeroblob(16), text_digest = NULL
             WHERE seq = 11",
            Finding::Kept { room: 1, seq: 11 },
        ),
    ];
    let good = a_file_with_changes();
    is_well(good.path());
    for (change, finding) in cases {
        let folder = a_copy(&good);
        with_sql(folder.path(), change);
        let verified = crate::verify(folder.path()).expect("it can be checked");
        let findings = verified.findings;
        assert!(findings.contains(&finding), "{change}: {findings:#?}");
    }
}

/// The running hash holds without a text, so it alone would not notice.
#[test]
fn a_text_that_is_gone_though_nobody_took_it_back_is_named() {
    for seq in [5, 6] {
        let folder = a_file_with_changes();
        let connection = Connection::open(folder.path().join(DATA_FILE)).unwrap();
        let (text, salt): (String, crate::chain::Salt) = connection
            .query_row(
                "SELECT text, salt FROM entries WHERE seq = ?1",
                [seq],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .unwrap();
        let digest = crate::chain::text_digest(&salt, &text, None);
        connection
            .execute(
                "UPDATE entries SET text = NULL, salt = NULL, text_digest = ?2 WHERE seq = ?1",
                rusqlite::params![seq, digest],
            )
            .unwrap();
        drop(connection);
        let verified = crate::verify(folder.path()).unwrap();
        assert_eq!(verified.findings, [Finding::Erased { room: 1, seq }]);
    }
}

#[test]
fn the_digest_of_an_erased_text_is_part_of_the_running_hash() {
    let folder = a_file_with_changes();
    with_sql(
        folder.path(),
        "UPDATE entries SET text_digest = zeroblob(32) WHERE seq = 3",
    );
    let verified = crate::verify(folder.path()).unwrap();
    assert_eq!(verified.findings, [Finding::Entry { room: 1, seq: 3 }]);
}

fn a_copy(of: &TempDir) -> TempDir {
    let copy = folder();
    let [from, to] = [of, &copy].map(|folder| folder.path().join(DATA_FILE));
    std::fs::copy(from, to).unwrap();
    copy
}

/// A file of the fifth format: what is noted of messages has more columns since.
#[test]
fn a_file_of_the_fifth_format_is_sealed_anew_and_takes_threads() {
    let folder = folder();
    let mut connection = Connection::open(folder.path().join(DATA_FILE)).unwrap();
    migrate_to(5, &mut connection).unwrap();
    connection
        .execute_batch(
            "INSERT INTO meta (one, epoch, made_at) VALUES (1, 77, 1);
             INSERT INTO users (id, name, folded, role, made_at) VALUES (1, 'Ada', 'ada', 1, 7);
             INSERT INTO rooms (id, name, kind, head, amendments, made_at)
                 VALUES (1, 'lobby', 1, 2, 1, 1);
             INSERT INTO entries (room, seq, author, client_id, at, kind, target, text, salt, hash,
                                  amendments)
             VALUES (1, 1, 1, zeroblob(16), 1, 1, NULL, 'one', zeroblob(16), zeroblob(32), 0),
                    (1, 2, 1, x'01', 2, 2, 1, 'uno', zeroblob(16), zeroblob(32), 1);
             INSERT INTO amended (room, seq, as_of, edited, seal) VALUES (1, 1, 2, 2, x'00');",
        )
        .unwrap();
    chain_all(&connection).unwrap();
    seal_all(&connection).unwrap();
    drop(connection);

    let store = open(folder.path());
    is_well(folder.path());
    let reply = EntryKind::Replied {
        thread: Seq(1),
        text: MessageText::from_stored("due".to_owned()),
        attached: Attached::default(),
    };
    good(store.append(amendment(ADA, 1, reply)));
    let state = good(store.message(LOBBY, Seq(1), None)).state.unwrap();
    assert_eq!(state.edited.unwrap().text.as_str(), "uno");
    assert_eq!(state.thread.unwrap().replies, 1);
    is_well(folder.path());
}

/// A file of the eleventh format: plans have one more column since.
#[test]
fn a_file_of_the_eleventh_format_keeps_its_plans_and_gives_them_files() {
    let folder = folder();
    let mut connection = Connection::open(folder.path().join(DATA_FILE)).unwrap();
    migrate_to(11, &mut connection).unwrap();
    connection
        .execute_batch(
            "INSERT INTO meta (one, epoch, made_at) VALUES (1, 77, 1);
             INSERT INTO users (id, name, folded, role, made_at) VALUES (1, 'Ada', 'ada', 1, 7);
             INSERT INTO rooms (id, name, kind, made_at) VALUES (1, 'lobby', 1, 1);
             INSERT INTO plans (user, plan, room, kind, due, text, state, seal)
                 VALUES (1, zeroblob(16), 1, 1, 5, 'later', 1, x'00');",
        )
        .unwrap();
    seal_all(&connection).unwrap();
    drop(connection);

    let store = open(folder.path());
    is_well(folder.path());
    let plan = good(store.plans(ADA)).remove(0);
    assert_eq!((plan.text.as_str(), &plan.files[..]), ("later", &[][..]));
    let plan = Plan {
        files: vec![planned(1)],
        ..plan
    };
    good(store.keep_plan(ADA, plan.clone(), PlanWrite::Make));
    assert_eq!(good(store.plans(ADA)), [plan]);
    is_well(folder.path());
}

/// Files and what brings them: changed by somebody who does not know how.
#[test]
fn a_file_that_is_noted_and_not_so_is_named() {
    let fold = |seq| Finding::Fold { room: 1, seq };
    let cases: [(&str, Finding); 5] = [
        ("DELETE FROM message_files WHERE seq = 1", fold(1)),
        (
            "UPDATE message_files SET gone = 1",
            Finding::Row {
                table: "message_files",
                key: "1, 1, 0".to_owned(),
            },
        ),
        ("UPDATE message_files SET seq = 2", fold(2)),
        (
            "UPDATE entries SET attached = replace(attached, 'plan', 'plot') WHERE seq = 1",
            Finding::Entry { room: 1, seq: 1 },
        ),
        (
            "UPDATE entries SET attached = NULL WHERE seq = 1",
            Finding::Entry { room: 1, seq: 1 },
        ),
    ];
    let good_folder = folder();
    {
        let store = open(good_folder.path());
        let ada = user(&store, "Ada");
        good(store.append(amendment(ada, 1, with_file(1))));
        good(store.append(write(LOBBY, ada, 1, "more")));
    }
    is_well(good_folder.path());
    for (change, finding) in cases {
        let folder = a_copy(&good_folder);
        with_sql(folder.path(), change);
        let verified = crate::verify(folder.path()).expect("it can be checked");
        let findings = verified.findings;
        assert!(findings.contains(&finding), "{change}: {findings:#?}");
    }
}

/// What rooms are about: changed by somebody who does not know how.
#[test]
fn a_topic_that_is_not_what_the_log_says_is_named() {
    let cases: [(&str, Finding); 4] = [
        (
            "UPDATE entries SET text = 'coffee' WHERE seq = 2",
            Finding::Entry { room: 1, seq: 2 },
        ),
        (
            "DELETE FROM amended WHERE seq = 0",
            Finding::Fold { room: 1, seq: 0 },
        ),
        (
            "UPDATE amended SET as_of = 1 WHERE seq = 0",
            Finding::Fold { room: 1, seq: 0 },
        ),
        (
            "UPDATE entries SET amendments = 0 WHERE seq = 2",
            Finding::Fold { room: 1, seq: 2 },
        ),
    ];
    let good_folder = folder();
    {
        let store = open(good_folder.path());
        let ada = user(&store, "Ada");
        let topic = |number, words: &str| {
            let topic = Topic::from_stored(words.to_owned());
            amendment(ada, number, EntryKind::TopicSet { topic })
        };
        good(store.append(topic(1, "water")));
        good(store.append(topic(2, "tea")));
        good(store.append(write(LOBBY, ada, 1, "hello")));
    }
    is_well(good_folder.path());
    {
        let store = open(good_folder.path());
        let lobby = good(store.rooms()).remove(0);
        let topic = lobby.topic.expect("it was set before the file was closed");
        assert_eq!((topic.seq, topic.text.as_str()), (Seq(2), "tea"));
        assert_eq!((lobby.head, lobby.posts), (Seq(3), 1));
    }
    for (change, finding) in cases {
        let folder = a_copy(&good_folder);
        with_sql(folder.path(), change);
        let verified = crate::verify(folder.path()).expect("it can be checked");
        let findings = verified.findings;
        assert!(findings.contains(&finding), "{change}: {findings:#?}");
    }
}
