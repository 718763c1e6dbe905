//! The write-ahead log as a kill and a failing disk leave it: cut off or garbled
//! anywhere. What was committed before that place is there, whatever is behind it is
//! gone as a whole, and the store goes on.

use std::fs;

use chat_store::records::Appended;
use chat_store::{LOBBY, Store};
use tempfile::TempDir;

use super::{NOW, append, folder, good, is_well, numbers, open, user, write};
use crate::{DATA_FILE, OpenError, SqliteStore};

const LOG: &str = "confab.db-wal";

/// Entries that are in the data file itself before the log begins.
const CHECKPOINTED: u64 = 20;

/// Entries in the log, each in a transaction of its own.
const LOGGED: u64 = 40;

/// Places where the log is damaged, of each kind.
const PLACES: u64 = 120;

/// What a kill left, and how long the log was after each entry in it.
struct Left {
    folder: TempDir,
    lengths: Vec<u64>,
}

impl Left {
    fn new() -> Self {
        let source = folder();
        let store = open(source.path());
        let ada = user(&store, "Ada");
        for number in 1..=CHECKPOINTED {
            append(&store, ada, number).unwrap();
        }
        good(store.close());
        let store = open(source.path());
        let mut lengths = Vec::new();
        for number in CHECKPOINTED + 1..=CHECKPOINTED + LOGGED {
            // Long enough for several pages, so that a tear falls inside of one commit.
            let text = "tea? ".repeat(500);
            good(store.append(write(LOBBY, ada, number, &text)));
            let log = fs::metadata(source.path().join(LOG)).unwrap();
            lengths.push(log.len());
        }
        let folder = folder();
        for name in [DATA_FILE, LOG] {
            fs::copy(source.path().join(name), folder.path().join(name)).unwrap();
        }
        drop(store);
        Self { folder, lengths }
    }

    fn log(&self) -> Vec<u8> {
        fs::read(self.folder.path().join(LOG)).unwrap()
    }

    /// How many entries are whole when everything from this place on is lost.
    fn whole_before(&self, place: u64) -> u64 {
        let in_log = self.lengths.iter().filter(|length| **length <= place);
        CHECKPOINTED + in_log.count() as u64
    }

    /// Opens a copy with this log and checks what is in it.
    fn with(&self, log: &[u8], entries: u64, what: &str) {
        let copy = folder();
        fs::copy(
            self.folder.path().join(DATA_FILE),
            copy.path().join(DATA_FILE),
        )
        .unwrap();
        fs::write(copy.path().join(LOG), log).unwrap();
        assert_eq!(is_well(copy.path()).entries, entries, "{what}");
        let store = open(copy.path());
        let expected: Vec<u64> = (1..=entries).collect();
        assert_eq!(numbers(&store), expected, "{what}");
        goes_on(&store, entries, what);
        drop(store);
        assert_eq!(is_well(copy.path()).entries, entries + 1, "{what}");
        assert_eq!(numbers(&open(copy.path())).len() as u64, entries + 1);
    }
}

/// What is lost is written again, under the number that is free.
fn goes_on(store: &SqliteStore, entries: u64, what: &str) {
    let ada = good(store.user_by_name(shared::text::DisplayName::from_stored("ada".to_owned())));
    let ada = ada.expect("she was checkpointed").user.id;
    assert!(matches!(
        append(store, ada, entries),
        Ok(Appended::Repeated(_))
    ));
    let next = append(store, ada, entries + 1).unwrap();
    assert!(matches!(next, Appended::Fresh(_)), "{what}");
    assert_eq!(
        next.entry().expect("it is written").seq.0,
        entries + 1,
        "{what}"
    );
}

#[test]
fn a_log_that_is_cut_off_anywhere_keeps_all_that_was_whole() {
    let left = Left::new();
    let log = left.log();
    for place in places(log.len() as u64) {
        let entries = left.whole_before(place);
        let what = format!("cut off at {place}");
        left.with(&log[..place as usize], entries, &what);
    }
}

#[test]
fn a_log_that_is_garbled_anywhere_keeps_all_that_was_before() {
    let left = Left::new();
    let log = left.log();
    for place in places(log.len() as u64) {
        let mut garbled = log.clone();
        for byte in garbled[place as usize..].iter_mut().take(64) {
            *byte ^= 0x5a;
        }
        // A damaged head of the log is no log.
        let entries = match place {
            0..WAL_HEAD_BYTES => CHECKPOINTED,
            _ => left.whole_before(place),
        };
        left.with(&garbled, entries, &format!("garbled at {place}"));
    }
}

/// A new file would be mixed with the old one's log.
#[test]
fn a_log_without_its_data_file_is_refused_and_left_as_it_was() {
    let left = Left::new();
    let (folder, before) = (left.folder.path(), left.log());
    let lost = fs::read(folder.join(DATA_FILE)).unwrap();
    for empty in [false, true] {
        if empty {
            fs::write(folder.join(DATA_FILE), "").unwrap();
        } else {
            fs::remove_file(folder.join(DATA_FILE)).unwrap();
        }
        let error = SqliteStore::open(folder, NOW).expect_err("its log is there");
        assert!(matches!(error, OpenError::LogAlone { .. }), "{error}");
        assert!(error.to_string().contains("Put the file back"), "{error}");
        assert_eq!(left.log(), before);
    }
    fs::write(folder.join(DATA_FILE), lost).unwrap();
    assert_eq!(numbers(&open(folder)).len() as u64, CHECKPOINTED + LOGGED);
}

/// https://www.sqlite.org/fileformat2.html#the_write_ahead_log
const WAL_HEAD_BYTES: u64 = 32;

/// Both ends, and places that are spread over the whole.
fn places(length: u64) -> impl Iterator<Item = u64> {
    let spread = (0..PLACES).map(move |index| {
        // A step that shares no factor with pages, so that it falls everywhere in them.
        (index * (length / PLACES) + index * 37) % length
    });
    [0, 1, WAL_HEAD_BYTES, length - 1].into_iter().chain(spread)
}
