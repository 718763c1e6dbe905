//! What a crowd does to one message costs each of them what it cost the first.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chat_store::contract::block_on;
use chat_store::fold::Unamendable;
use chat_store::records::Appended;
use chat_store::{LOBBY, Store};
use rusqlite::Connection;
use shared::cursor::Seq;
use shared::entry::EntryKind;
use shared::ids::UserId;
use shared::text::Emoji;

use super::{amendment, folder, good, is_well, open, react, user, write};
use crate::{DATA_FILE, SqliteStore, amend};

const CROWD: u64 = 3_000;

/// Steps of SQLite's machine between two calls of the counter.
const STEPS: i32 = 10;

/// How many times ten steps SQLite takes for one reaction.
fn effort(folder: &Path, by: UserId, seq: u64) -> usize {
    let mut connection = Connection::open(folder.join(DATA_FILE)).unwrap();
    let counted = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&counted);
    let count = move || {
        counter.fetch_add(1, Ordering::Relaxed);
        false
    };
    // What is prepared is not part of it.
    react_and_undo(&connection, by, Seq(seq));
    connection.progress_handler(STEPS, Some(count)).unwrap();
    react_and_undo(&connection, by, Seq(seq));
    counted.load(Ordering::Relaxed)
}

/// One reaction, checked and taken in, and taken back: the file stays as it was.
fn react_and_undo(connection: &Connection, by: UserId, seq: Seq) {
    let emoji = Emoji::from_stored("👍".to_owned());
    let target = Seq(1);
    let kinds = [
        EntryKind::Reacted {
            target,
            emoji: emoji.clone(),
        },
        EntryKind::Unreacted { target, emoji },
    ];
    connection.execute_batch("SAVEPOINT effort").unwrap();
    for kind in kinds {
        let facts = amend::facts(connection, LOBBY, target, by, &kind).unwrap();
        assert!(facts.is_some());
        amend::apply(connection, LOBBY, target, seq, by, &kind).unwrap();
    }
    connection
        .execute_batch("ROLLBACK TO effort; RELEASE effort")
        .unwrap();
}

#[test]
fn the_last_of_a_crowd_reacts_as_cheaply_as_the_first() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    good(store.append(write(LOBBY, ada, 1, "who comes?")));
    let people: Vec<_> = (0..CROWD)
        .map(|number| user_later(&store, number))
        .collect();
    let people: Vec<_> = people.into_iter().map(|one| good(one).user.id).collect();
    let far = 1_000_000;
    good(store.append(amendment(people[0], 1, react(1, "👍"))));
    good(store.append(amendment(people[1], 2, react(1, "🎉"))));
    let first = effort(folder.path(), ada, far);
    let answers: Vec<_> = (10..)
        .zip(&people[2..])
        .map(|(number, person)| store.append(amendment(*person, number, react(1, "👍"))))
        .collect();
    for answer in answers {
        assert!(matches!(good(answer), Appended::Fresh(_)));
    }
    println!("the first took {first} times {STEPS} steps");
    let last = effort(folder.path(), ada, far);
    assert!(first > 0, "nothing was counted");
    assert!(
        last <= 2 * first,
        "{first} for the first, {last} behind {CROWD} others"
    );

    let again = amendment(people[700], 1_000_000, react(1, "👍"));
    assert_eq!(
        block_on(store.append(again)),
        Ok(Appended::Refused(Unamendable::AlreadySo))
    );
    let late = people[CROWD as usize - 1];
    let state = *good(store.message(LOBBY, Seq(1), Some(late)))
        .state
        .unwrap();
    let [thumbs, party] = state.reactions.as_slice() else {
        panic!("{:?}", state.reactions)
    };
    assert_eq!((u64::from(thumbs.count), party.count), (CROWD - 1, 1));
    assert_eq!(thumbs.who[0].id, people[0]);
    assert_eq!(thumbs.who.last().unwrap().id, late);
    is_well(folder.path());
}

fn user_later(
    store: &SqliteStore,
    number: u64,
) -> chat_store::Later<chat_store::records::SignedIn> {
    let name = shared::text::DisplayName::from_stored(format!("guest {number}"));
    let at = super::NOW;
    store.make_user(chat_store::records::NewUser { name, at }, None)
}
