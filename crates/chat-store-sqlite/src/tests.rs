use std::path::Path;
use std::sync::{Arc, mpsc};

use chat_store::contract::block_on;
use chat_store::records::{Appended, NewEntry, NewUser, Page};
use chat_store::{LOBBY, Later, Store, StoreError};
use rusqlite::Connection;
use shared::cursor::Seq;
use shared::entry::{Attached, EntryKind};
use shared::file::{FileId, FileInfo, FileKind, FileName};
use shared::ids::{ClientId, RoomId, UserId};
use shared::limits::PAGE_ENTRIES_MAX;
use shared::moment::Timestamp;
use shared::text::{DisplayName, Emoji, MessageText};
use tempfile::TempDir;

use super::{SqliteStore, Verified};
use crate::batch::Write;

mod amendments;
mod batches;
mod crowds;
mod disk;
mod erasing;
mod flips;
mod kill;
mod opening;
mod reopening;
mod torn;
mod verify;

fn fresh() -> (Arc<dyn Store>, Wholesome) {
    let folder = folder();
    (Arc::new(open(folder.path())), Wholesome(folder))
}

/// A folder whose data file is checked at the end of its test, while it is in use.
struct Wholesome(TempDir);

impl Drop for Wholesome {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            is_well(self.0.path());
        }
    }
}

/// Whatever a test did, its file passes the check.
fn is_well(folder: &Path) -> Verified {
    let verified = crate::verify(folder).expect("the file can be checked");
    assert_eq!(verified.findings, []);
    verified
}

chat_store::contract_tests!(fresh);

const NOW: Timestamp = Timestamp(1_700_000_000_000);

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

fn open(folder: &Path) -> SqliteStore {
    SqliteStore::open(folder, NOW).expect("the folder holds a good file or none")
}

fn good<T>(later: Later<T>) -> T {
    block_on(later).expect("this call keeps every rule")
}

fn user(store: &SqliteStore, name: &str) -> UserId {
    let name = DisplayName::from_stored(name.to_owned());
    good(store.make_user(NewUser { name, at: NOW }, None))
        .user
        .id
}

/// The `number`th write of an author; equal numbers are repeats.
fn write(room: RoomId, author: UserId, number: u64, text: &str) -> NewEntry {
    let mut random = [0; 10];
    random[2..].copy_from_slice(&number.to_be_bytes());
    NewEntry {
        room,
        author,
        client_id: ClientId::new_v7(NOW.0 + number, random),
        at: NOW,
        kind: EntryKind::Posted {
            text: MessageText::from_stored(text.to_owned()),
            reply_to: None,
            attached: Attached::default(),
        },
        claims: chat_store::fold::Claims::default(),
    }
}

fn append(store: &SqliteStore, author: UserId, number: u64) -> Result<Appended, StoreError> {
    block_on(store.append(write(LOBBY, author, number, &format!("message {number}"))))
}

/// The `number`th change of a message in the lobby; its numbers are apart from those of
/// messages.
fn amendment(author: UserId, number: u64, kind: EntryKind) -> NewEntry {
    let mut new = write(LOBBY, author, 1_000_000 + number, "");
    new.kind = kind;
    new
}

fn edit(target: u64, text: &str) -> EntryKind {
    let text = MessageText::from_stored(text.to_owned());
    let target = Seq(target);
    EntryKind::Edited { target, text }
}

fn react(target: u64, emoji: &str) -> EntryKind {
    let emoji = Emoji::from_stored(emoji.to_owned());
    let target = Seq(target);
    EntryKind::Reacted { target, emoji }
}

fn delete(target: u64) -> EntryKind {
    let target = Seq(target);
    EntryKind::Deleted { target }
}

fn pin(target: u64) -> EntryKind {
    let target = Seq(target);
    EntryKind::Pinned { target }
}

/// The lobby's whole log, read page by page and checked to be dense.
fn log(store: &SqliteStore) -> Vec<shared::entry::Entry> {
    let mut log: Vec<shared::entry::Entry> = Vec::new();
    loop {
        let after = log.last().map_or(Seq::ZERO, |last| last.seq);
        let page: Page = good(store.entries_after(LOBBY, after, PAGE_ENTRIES_MAX, None));
        if page.entries.is_empty() {
            assert_eq!(page.head, after, "the head is the last entry");
            return log;
        }
        for entry in page.entries {
            assert_eq!(entry.seq.0, log.len() as u64 + 1, "the log has no hole");
            log.push(entry);
        }
    }
}

fn numbers(store: &SqliteStore) -> Vec<u64> {
    log(store).iter().map(|entry| entry.seq.0).collect()
}

/// Runs something on the writer's connection, between the writes of a batch.
fn meddle(store: &SqliteStore, with: impl FnOnce(&Connection) + Send + 'static) {
    store
        .writes
        .join(Write::Meddle(Box::new(with)), 0)
        .expect("the line is open");
}

/// The writer, stopped: what comes meanwhile waits together. Goes on when dropped.
struct Standstill {
    _go_on: mpsc::Sender<()>,
}

fn hold(store: &SqliteStore) -> Standstill {
    let (go_on, waiting) = mpsc::channel();
    let (reached, is_reached) = mpsc::channel();
    meddle(store, move |_| {
        reached.send(()).expect("the test waits for it");
        // Ends with an error when the other end is dropped, which is the sign.
        let _ = waiting.recv();
    });
    is_reached.recv().expect("the writer gets there");
    Standstill { _go_on: go_on }
}

/// A message of no words with a file whose name begins with `PLAN-NUMBER`.
fn with_file(number: u8) -> EntryKind {
    EntryKind::Posted {
        text: MessageText::none(),
        reply_to: None,
        attached: Attached {
            files: vec![FileInfo {
                id: FileId::from_bytes([number; 16]),
                name: FileName::parse(&format!("plan-{number}-of-ours.txt")).unwrap(),
                size: 3,
                kind: FileKind::Text,
                image: None,
                at: Timestamp(7),
            }],
            forwarded: None,
        },
    }
}
