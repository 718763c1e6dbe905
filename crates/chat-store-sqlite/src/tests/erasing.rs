//! A text that was taken back is soon in no file of the data folder.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use chat_store::records::Appended;
use chat_store::{LOBBY, Store};
use rusqlite::Connection;
use shared::cursor::Seq;
use shared::text::RoomName;

use super::{amendment, delete, edit, folder, good, is_well, meddle, open, user, with_file, write};
use crate::{DATA_FILE, SqliteStore};

/// Long beyond doubt: the store takes about a second.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often the bytes are in the files of the folder.
fn found(folder: &Path, bytes: &[u8]) -> usize {
    let files = fs::read_dir(folder).unwrap();
    let found = files.map(|file| {
        // The log may go away between the list and the look.
        let content = fs::read(file.unwrap().path()).unwrap_or_default();
        let places = content.windows(bytes.len());
        places.filter(|place| *place == bytes).count()
    });
    found.sum()
}

/// Waits until the bytes are in no file.
#[track_caller]
fn vanishes(folder: &Path, bytes: &str) {
    let until = Instant::now() + PATIENCE;
    while found(folder, bytes.as_bytes()) > 0 {
        assert!(Instant::now() < until, "{bytes} is still there");
        thread::sleep(Duration::from_millis(20));
    }
}

#[track_caller]
fn writes(store: &SqliteStore, new: chat_store::records::NewEntry) -> u64 {
    let answer = good(store.append(new));
    let Appended::Fresh(entry) = answer else {
        panic!("{answer:?}")
    };
    entry.seq.0
}

#[test]
fn a_text_and_its_former_versions_leave_every_file_though_nobody_writes_on() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    // Texts in a page of their own, and one that needs pages beyond it.
    let long = format!("VERSION-ONE {} END-OF-ONE", "x".repeat(9_000));
    writes(&store, write(LOBBY, ada, 1, &long));
    writes(&store, write(LOBBY, ada, 2, "STAYS-HERE"));
    let first = writes(&store, amendment(ada, 1, edit(1, "VERSION-TWO")));
    let mut second = amendment(ada, 2, edit(1, "VERSION-THREE"));
    second.claims.base = Some(Seq(first));
    writes(&store, second);
    let texts = ["VERSION-ONE", "END-OF-ONE", "VERSION-TWO", "VERSION-THREE"];
    for text in texts {
        assert!(found(folder.path(), text.as_bytes()) > 0, "{text}");
    }
    writes(&store, amendment(ada, 3, delete(1)));
    for text in texts {
        vanishes(folder.path(), text);
    }
    assert!(found(folder.path(), b"STAYS-HERE") > 0, "nothing else goes");
    is_well(folder.path());
}

#[test]
fn the_name_of_a_file_leaves_every_file_with_its_message() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    writes(&store, amendment(ada, 1, with_file(1)));
    writes(&store, amendment(ada, 2, with_file(2)));
    assert!(found(folder.path(), b"plan-1-of-ours") > 0);
    writes(&store, amendment(ada, 3, delete(1)));
    vanishes(folder.path(), "plan-1-of-ours");
    assert!(
        found(folder.path(), b"plan-2-of-ours") > 0,
        "nothing else goes"
    );
    is_well(folder.path());
    good(store.files_erased(good(store.files_to_erase(9))));
    is_well(folder.path());
}

/// A page that is split leaves copies of cells in the space between its own, which SQLite
/// does not overwrite: `secure_delete` is about what is deleted, not what is moved. A text
/// that was copied so is beyond every read, but in the file until it is written anew.
#[test]
fn what_a_split_page_kept_of_an_erased_text_goes_when_the_file_is_written_anew() {
    const ROOMS: u64 = 12;
    const MESSAGES: u64 = 60;
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    let rooms: Vec<_> = (0..ROOMS)
        .map(|room| {
            let name = RoomName::from_stored(format!("room {room}"));
            good(store.make_room(name, ada)).id
        })
        .collect();
    // Rooms of every age lie in one tree, so that its pages are split in the middle.
    for message in 1..=MESSAGES {
        for (room, number) in rooms.iter().zip(0..) {
            // Lengths from a line to several pages.
            let filling = "y".repeat(((message * 7 + number) % 23 * 97) as usize);
            let text = format!("ROOM-{number}-MESSAGE-{message}-BEGINS {filling} SECRET");
            let new = write(*room, ada, message * ROOMS + number, &text);
            writes(&store, new);
        }
    }
    good(store.close());
    let store = open(folder.path());
    let stored = (ROOMS * MESSAGES) as usize;
    assert!(found(folder.path(), b"-BEGINS") >= stored, "they are there");
    for (room, number) in rooms.iter().zip(0..) {
        for message in 1..=MESSAGES {
            let mut new = amendment(ada, message * ROOMS + number, delete(message));
            new.room = *room;
            writes(&store, new);
        }
    }
    good(store.close());
    let left = found(folder.path(), b"-BEGINS");
    println!("{left} of {stored} erased texts have a copy left in a page that was split");
    assert!(left <= stored / 20, "{left} of {stored} are left");
    let file = Connection::open(folder.path().join(DATA_FILE)).unwrap();
    file.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    drop(file);
    assert_eq!(found(folder.path(), b"-BEGINS"), 0);
    assert_eq!(found(folder.path(), b"SECRET"), 0);
    is_well(folder.path());
}

#[test]
fn what_was_erased_before_a_kill_leaves_the_log_after_it() {
    let (source, left) = (folder(), folder());
    let store = open(source.path());
    let ada = user(&store, "Ada");
    writes(&store, write(LOBBY, ada, 1, "TAKEN-BACK"));
    // Whoever reads keeps the log as it is, until it is copied as a kill would leave it.
    let shell = Connection::open(source.path().join(DATA_FILE)).unwrap();
    shell.execute_batch("BEGIN; SELECT * FROM meta").unwrap();
    writes(&store, amendment(ada, 1, delete(1)));
    for name in [DATA_FILE, "confab.db-wal"] {
        fs::copy(source.path().join(name), left.path().join(name)).unwrap();
    }
    drop((shell, store));
    assert!(found(left.path(), b"TAKEN-BACK") > 0, "the log has it");
    let store = open(left.path());
    vanishes(left.path(), "TAKEN-BACK");
    drop(store);
    is_well(left.path());
}

#[test]
fn a_reader_who_stays_keeps_an_erased_text_only_as_long_as_it_stays() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    writes(&store, write(LOBBY, ada, 1, "TAKEN-BACK"));
    // A shell that somebody left open, in the middle of reading.
    let shell = Connection::open(folder.path().join(DATA_FILE)).unwrap();
    shell.execute_batch("BEGIN").unwrap();
    let read = || -> i64 {
        let erased = "SELECT count(*) FROM entries WHERE text = 'TAKEN-BACK'";
        shell.query_row(erased, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(read(), 1);
    writes(&store, amendment(ada, 1, delete(1)));
    let tried = store.work().checkpoints;
    let until = Instant::now() + PATIENCE;
    while store.work().checkpoints == tried {
        assert!(Instant::now() < until, "nothing was tried");
        thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(read(), 1, "its snapshot does not move");
    writes(&store, write(LOBBY, ada, 2, "it goes on"));
    shell.execute_batch("COMMIT").unwrap();
    assert_eq!(read(), 0);
    vanishes(folder.path(), "TAKEN-BACK");
}

#[test]
fn sqlite_is_told_to_overwrite_what_is_erased() {
    let folder = folder();
    let store = open(folder.path());
    let (tell, told) = std::sync::mpsc::channel();
    meddle(&store, move |connection| {
        let on = connection.pragma_query_value(None, "secure_delete", |row| row.get::<_, i64>(0));
        tell.send(on).expect("the test waits for it");
    });
    assert_eq!(told.recv().unwrap(), Ok(1));
}
