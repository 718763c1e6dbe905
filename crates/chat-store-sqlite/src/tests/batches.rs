//! Group commit: what waits together is written together, and fails apart.

use std::sync::mpsc;

use chat_store::contract::block_on;
use chat_store::records::Appended;
use chat_store::{LOBBY, Store, StoreError};
use rusqlite::Connection;
use shared::cursor::Seq;
use shared::text::RoomName;

use super::{append, folder, good, hold, meddle, numbers, open, user, write};
use crate::failure::Failure;
use crate::writer::{APPENDS_WAITING_BYTES_MAX, APPENDS_WAITING_MAX};

#[test]
fn writes_that_wait_together_are_one_transaction() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    let before = store.work();
    let held = hold(&store);
    let answers: Vec<_> = (1..=100)
        .map(|number| store.append(write(LOBBY, ada, number, "tea?")))
        .collect();
    drop(held);
    for (number, answer) in (1..).zip(answers) {
        assert_eq!(
            good(answer).entry().expect("it is written").seq,
            Seq(number)
        );
    }
    let work = store.work();
    assert_eq!(work.appended - before.appended, 100);
    // The first held the writer, the second took all the others.
    assert_eq!(work.batches - before.batches, 2);
}

#[test]
fn repeats_in_one_transaction_are_answered_with_the_first() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    let held = hold(&store);
    let first = store.append(write(LOBBY, ada, 1, "tea?"));
    let again = store.append(write(LOBBY, ada, 1, "other words"));
    drop(held);
    let first = good(first);
    assert!(matches!(first, Appended::Fresh(_)));
    assert_eq!(
        good(again),
        Appended::Repeated(first.entry().expect("it is written").clone())
    );
    assert_eq!(numbers(&store), [1]);
}

#[test]
fn a_full_line_refuses_at_once_and_keeps_nothing() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    let held = hold(&store);
    let places = APPENDS_WAITING_MAX as u64;
    let answers: Vec<_> = (1..=places)
        .map(|number| store.append(write(LOBBY, ada, number, "tea?")))
        .collect();
    let refused = store.append(write(LOBBY, ada, places + 1, "tea?"));
    assert_eq!(
        block_on(refused),
        Err(StoreError::Busy),
        "told while the writer stands still"
    );
    drop(held);
    for answer in answers {
        assert!(matches!(good(answer), Appended::Fresh(_)));
    }
    let again = append(&store, ada, places + 1);
    assert!(matches!(again, Ok(Appended::Fresh(entry)) if entry.seq == Seq(places + 1)));
}

#[test]
fn a_line_full_of_long_texts_refuses_too() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    let held = hold(&store);
    let text = "x".repeat(APPENDS_WAITING_BYTES_MAX / 4);
    let answers: Vec<_> = (1..=4)
        .map(|number| store.append(write(LOBBY, ada, number, &text)))
        .collect();
    let refused = store.append(write(LOBBY, ada, 5, "x"));
    assert_eq!(block_on(refused), Err(StoreError::Busy));
    drop(held);
    answers.into_iter().for_each(|answer| drop(good(answer)));
    assert!(append(&store, ada, 5).is_ok());
}

#[test]
fn a_statement_that_fails_fails_alone() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    let tea = good(store.make_room(RoomName::from_stored("tea".to_owned()), ada)).id;
    assert!(append(&store, ada, 1).is_ok());
    let held = hold(&store);
    // An entry that the writer does not know of takes the lobby's next number.
    meddle(&store, |connection| {
        connection
            .execute(
                "INSERT INTO entries (room, seq, author, client_id, at, kind, text)
                 VALUES (1, 2, 1, x'00', 0, 1, 'a stranger')",
                [],
            )
            .expect("the number is free");
    });
    let before = store.append(write(tea, ada, 1, "tea?"));
    let clash = store.append(write(LOBBY, ada, 2, "tea?"));
    let after = store.append(write(tea, ada, 2, "tea!"));
    drop(held);
    assert!(matches!(block_on(clash), Err(StoreError::Unavailable(_))));
    assert_eq!(good(before).entry().expect("it is written").seq, Seq(1));
    assert_eq!(good(after).entry().expect("it is written").seq, Seq(2));
    assert_eq!(
        good(store.entries_after(tea, Seq::ZERO, 10, None))
            .entries
            .len(),
        2
    );
}

#[test]
fn a_writer_that_dies_leaves_nobody_waiting() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    assert!(append(&store, ada, 1).is_ok());
    let held = hold(&store);
    meddle(&store, |_| panic!("as a bug would"));
    let waiting = store.append(write(LOBBY, ada, 2, "tea?"));
    drop(held);
    assert!(matches!(block_on(waiting), Err(StoreError::Unavailable(_))));
    assert!(matches!(
        append(&store, ada, 3),
        Err(StoreError::Unavailable(_))
    ));
    drop(store);
    assert_eq!(
        numbers(&open(folder.path())),
        [1],
        "the batch was not committed"
    );
}

#[test]
fn a_reader_that_dies_leaves_nobody_waiting() {
    let folder = folder();
    let store = open(folder.path());
    let dead = store.read(|_| -> Result<(), Failure> { panic!("as a bug would") });
    assert!(matches!(block_on(dead), Err(StoreError::Unavailable(_))));
    // The panicking thread closes the line before it ends; the other may still serve
    // what came earlier.
    while block_on(store.rooms()).is_ok() {}
    assert!(matches!(
        block_on(store.rooms()),
        Err(StoreError::Unavailable(_))
    ));
    let ada = user(&store, "Ada");
    assert!(
        append(&store, ada, 1).is_ok(),
        "writing does not depend on reading"
    );
}

#[test]
fn the_log_is_moved_before_it_grows_without_end() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    let text = "x".repeat(40_000);
    let log_bytes = || {
        std::fs::metadata(folder.path().join("confab.db-wal"))
            .unwrap()
            .len()
    };
    let mut number = 0;
    let mut fill_mib = |mib: u64| {
        for _ in 0..mib {
            let answers: Vec<_> = (1..=25)
                .map(|one| store.append(write(LOBBY, ada, number + one, &text)))
                .collect();
            answers.into_iter().for_each(|answer| drop(good(answer)));
            number += 25;
        }
    };
    fill_mib(20);
    assert!(store.work().checkpoints >= 1);
    let usual = log_bytes();
    assert!(usual < 24 << 20, "{usual} bytes");

    // A reader that stays keeps its snapshot, and with it the log.
    let (leave, stay) = mpsc::channel::<()>();
    let (entered, is_inside) = mpsc::channel();
    let reading = store.read(move |connection: &Connection| {
        let head: i64 = connection.query_row("SELECT head FROM rooms", [], |row| row.get(0))?;
        entered.send(()).expect("the test waits for it");
        let _ = stay.recv();
        let again: i64 = connection.query_row("SELECT head FROM rooms", [], |row| row.get(0))?;
        Ok((head, again))
    });
    is_inside.recv().expect("the reader gets there");
    fill_mib(70);
    assert!(log_bytes() > usual);
    drop(leave);
    let (head, again) = good(reading);
    assert_eq!(head, again, "a snapshot does not move");
    fill_mib(20);
    let grown = log_bytes();
    fill_mib(80);
    assert!(
        log_bytes() <= grown,
        "without the reader it is used again from its start"
    );

    good(store.close());
    assert!(
        !folder.path().join("confab.db-wal").exists(),
        "a closed store is one file"
    );
}
