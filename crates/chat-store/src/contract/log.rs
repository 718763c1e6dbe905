//! Promises of the log: numbers, repeats, and what readers see meanwhile.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use shared::cursor::Seq;
use shared::ids::{RoomId, UserId};
use shared::limits::{MESSAGE_CHARS_MAX, PAGE_ENTRIES_MAX};
use shared::text::MessageText;

use super::{ada, block_on, fill, good, numbers, room, text_of, text_write, user, write};
use crate::records::Appended;
use crate::{LOBBY, Store, StoreError};

const WRITERS: u64 = 4;
const WRITES_EACH: u64 = 100;

/// [`Store::epoch`].
pub fn the_epoch_is_constant_and_on_every_page(store: &dyn Store) {
    let epoch = store.epoch();
    let ada = ada(store);
    fill(store, LOBBY, ada, 3);
    assert_eq!(
        good(store.entries_after(LOBBY, Seq::ZERO, 2, None)).epoch,
        epoch
    );
    assert_eq!(
        good(store.entries_before(LOBBY, None, 2, None)).epoch,
        epoch
    );
    assert_eq!(store.epoch(), epoch);
}

/// [`Store::append`]: the number is head + 1.
pub fn entries_are_numbered_from_one_without_a_hole(store: &dyn Store) {
    let ada = ada(store);
    for number in 1..=20 {
        let answer = good(store.append(write(LOBBY, ada, number)));
        assert_eq!(answer.entry().expect("it is written").seq, Seq(number));
        assert_eq!(
            good(store.entries_before(LOBBY, None, 1, None)).head,
            Seq(number)
        );
    }
}

/// [`Store::append`]: a number belongs to its room.
pub fn each_room_counts_for_itself(store: &dyn Store) {
    let ada = ada(store);
    let tea = room(store, "tea", ada);
    let answers: Vec<_> = [LOBBY, tea, tea, LOBBY, tea]
        .map(|room| store.append(write(room, ada, 1)))
        .into();
    let numbers: Vec<_> = answers
        .into_iter()
        .map(|answer| good(answer).entry().expect("it is written").seq.0)
        .collect();
    assert_eq!(
        numbers,
        [1, 1, 1, 1, 1],
        "equal client ids are repeats within a room"
    );
    assert_eq!(
        good(store.append(write(tea, ada, 2)))
            .entry()
            .expect("it is written")
            .seq,
        Seq(2)
    );
    assert_eq!(
        good(store.append(write(LOBBY, ada, 2)))
            .entry()
            .expect("it is written")
            .seq,
        Seq(2)
    );
    assert_eq!(
        good(store.append(write(tea, ada, 3)))
            .entry()
            .expect("it is written")
            .seq,
        Seq(3)
    );
}

/// [`Store::append`]: what is answered is what is stored.
pub fn a_fresh_answer_is_the_entry_that_readers_find(store: &dyn Store) {
    let ada = ada(store);
    let new = write(LOBBY, ada, 7);
    let Appended::Fresh(entry) = good(store.append(new.clone())) else {
        panic!("a first write is fresh");
    };
    assert_eq!(
        (entry.seq, entry.at, entry.client_id, &entry.kind),
        (Seq(1), new.at, new.client_id, &new.kind)
    );
    assert_eq!((entry.author.id, entry.author.name.as_str()), (ada, "Ada"));
    assert_eq!(
        good(store.entries_after(LOBBY, Seq::ZERO, 10, None)).entries,
        std::slice::from_ref(&entry)
    );
    assert_eq!(
        good(store.entries_before(LOBBY, None, 10, None)).entries,
        [entry]
    );
}

/// [`Store::append`]: a call takes its place before it returns.
pub fn numbers_follow_the_order_of_calls_and_not_of_answers(store: &dyn Store) {
    let ada = ada(store);
    let answers: Vec<_> = (1..=100)
        .map(|number| (number, store.append(write(LOBBY, ada, number))))
        .collect();
    for (number, answer) in answers.into_iter().rev() {
        assert_eq!(
            good(answer).entry().expect("it is written").seq,
            Seq(number)
        );
    }
}

/// [`Store::append`]: the write is made whether or not somebody waits for it.
pub fn a_dropped_answer_does_not_take_the_write_back(store: &dyn Store) {
    let ada = ada(store);
    drop(store.append(write(LOBBY, ada, 1)));
    assert_eq!(
        good(store.append(write(LOBBY, ada, 2)))
            .entry()
            .expect("it is written")
            .seq,
        Seq(2)
    );
    assert_eq!(
        numbers(&good(store.entries_after(LOBBY, Seq::ZERO, 10, None))),
        [1, 2]
    );
}

/// [`Store::append`]: repeats are recognised for ever and write nothing.
pub fn a_repeated_write_is_answered_with_the_first_entry(store: &dyn Store) {
    let ada = ada(store);
    let first = good(store.append(text_write(LOBBY, ada, 1, "tea?".to_owned())));
    fill_from(store, LOBBY, ada, 2..=300);
    let mut again = text_write(LOBBY, ada, 1, "other words".to_owned());
    again.at.0 += 1_000_000;
    let answer = good(store.append(again));
    assert_eq!(
        answer,
        Appended::Repeated(first.entry().expect("it is written").clone())
    );
    let page = good(store.entries_before(LOBBY, None, 1, None));
    assert_eq!(page.head, Seq(300), "a repeat takes no number");
}

/// [`Store::append`]: repeats are recognised also before the first is on disk.
pub fn repeats_that_wait_together_write_one_entry(store: &dyn Store) {
    let ada = ada(store);
    let answers: Vec<_> = [1, 2, 1, 1, 2, 3]
        .map(|number| store.append(write(LOBBY, ada, number)))
        .into();
    let answers: Vec<_> = answers.into_iter().map(good).collect();
    let told: Vec<_> = answers
        .iter()
        .map(|answer| {
            (
                matches!(answer, Appended::Fresh(_)),
                answer.entry().expect("it is written").seq.0,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (true, 1),
            (true, 2),
            (false, 1),
            (false, 1),
            (false, 2),
            (true, 3)
        ]
    );
    assert_eq!(answers[0].entry(), answers[2].entry());
    assert_eq!(
        numbers(&good(store.entries_after(LOBBY, Seq::ZERO, 10, None))),
        [1, 2, 3]
    );
}

/// [`Store::append`]: one id may be used by two authors, and in two rooms.
pub fn a_client_id_counts_within_its_room_and_author(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    let tea = room(store, "tea", ada);
    for (room, author, number) in [
        (LOBBY, ada, 1),
        (LOBBY, ben, 2),
        (tea, ada, 1),
        (tea, ben, 2),
    ] {
        let answer = good(store.append(write(room, author, 9)));
        assert!(matches!(&answer, Appended::Fresh(entry) if entry.seq == Seq(number)));
        assert_eq!(answer.entry().expect("it is written").author.id, author);
    }
}

/// [`Store::append`]: numbers are dense whoever writes at once.
pub fn concurrent_writers_leave_no_gap_and_no_double(store: &dyn Store) {
    let authors: Vec<_> = (0..WRITERS)
        .map(|index| user(store, &format!("writer {index}")))
        .collect();
    let answered = thread::scope(|scope| {
        let writers: Vec<_> = authors
            .iter()
            .map(|author| scope.spawn(|| write_in_turn(store, *author, 1..=WRITES_EACH)))
            .collect();
        writers
            .into_iter()
            .flat_map(|writer| writer.join().expect("no assertion fails"))
            .collect()
    });
    let all: Vec<u64> = (1..=WRITERS * WRITES_EACH).collect();
    assert_eq!(sorted(answered), all);
    assert_eq!(whole_log(store), all);
}

/// [`Store::append`]: of equal writes on many threads one is fresh.
pub fn concurrent_repeats_write_once(store: &dyn Store) {
    let ada = ada(store);
    let answered: Vec<u64> = thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|_| scope.spawn(|| write_in_turn(store, ada, 1..=WRITES_EACH)))
            .collect();
        writers
            .into_iter()
            .flat_map(|writer| writer.join().expect("no assertion fails"))
            .collect()
    });
    let once: Vec<u64> = (1..=WRITES_EACH).collect();
    assert_eq!(
        sorted(answered),
        once,
        "each write is fresh for one caller alone"
    );
    assert_eq!(whole_log(store), once);
}

/// [`Store::append`] and the pages: a snapshot has no hole and its own head.
pub fn readers_never_see_an_entry_without_those_before_it(store: &dyn Store) {
    let ada = ada(store);
    let writing = AtomicBool::new(true);
    thread::scope(|scope| {
        scope.spawn(|| {
            write_in_turn(store, ada, 1..=500);
            writing.store(false, Ordering::Release);
        });
        for _ in 0..2 {
            scope.spawn(|| {
                let mut seen = 0;
                while writing.load(Ordering::Acquire) {
                    let newest = good(store.entries_before(LOBBY, None, 20, None));
                    assert_eq!(numbers(&newest).last().copied().unwrap_or(0), newest.head.0);
                    let page = good(store.entries_after(LOBBY, Seq(seen), PAGE_ENTRIES_MAX, None));
                    assert!(page.head >= newest.head, "a head never moves back");
                    let fresh = numbers(&page);
                    assert!(fresh.first().is_none_or(|first| *first == seen + 1));
                    assert!(
                        fresh.len() == usize::from(PAGE_ENTRIES_MAX)
                            || fresh.last().copied().unwrap_or(seen) == page.head.0,
                        "a page that is not full ends at the head"
                    );
                    seen = fresh.last().copied().unwrap_or(seen);
                }
            });
        }
    });
    assert_eq!(
        good(store.entries_before(LOBBY, None, 1, None)).head,
        Seq(500)
    );
}

/// [`Store::append`]: `NotFound`.
pub fn an_append_names_an_unknown_room_or_author(store: &dyn Store) {
    let ada = ada(store);
    for unknown in [0, 99, u64::MAX] {
        let answer = block_on(store.append(write(RoomId(unknown), ada, 1)));
        assert_eq!(answer, Err(StoreError::NotFound("room")));
        let answer = block_on(store.append(write(LOBBY, UserId(unknown), 1)));
        assert_eq!(answer, Err(StoreError::NotFound("user")));
    }
    assert!(whole_log(store).is_empty());
}

/// [`Store::append`]: writes that wait together fail or succeed each for itself.
pub fn a_refused_write_does_not_harm_its_neighbours(store: &dyn Store) {
    let ada = ada(store);
    let first = store.append(write(LOBBY, ada, 1));
    let unknown_room = store.append(write(RoomId(99), ada, 2));
    let unknown_author = store.append(write(LOBBY, UserId(99), 3));
    let taken_name = store.make_user(super::new_user("ada"), None);
    let last = store.append(write(LOBBY, ada, 4));
    assert_eq!(block_on(unknown_room), Err(StoreError::NotFound("room")));
    assert_eq!(block_on(unknown_author), Err(StoreError::NotFound("user")));
    assert_eq!(block_on(taken_name), Err(StoreError::Conflict("user name")));
    assert_eq!(good(first).entry().expect("it is written").seq, Seq(1));
    assert_eq!(
        good(last).entry().expect("it is written").seq,
        Seq(2),
        "a refused write takes no number"
    );
    assert_eq!(whole_log(store), [1, 2]);
}

/// Text comes back as it was, whatever script or length.
pub fn every_text_that_may_be_sent_survives(store: &dyn Store) {
    let ada = ada(store);
    let longest_in_bytes = "\u{1F980}".repeat(MESSAGE_CHARS_MAX);
    let texts = [
        "x",
        "line\nline\n\tindented",
        "'; DROP TABLE entries; -- \" ` \\ %s ?1 :name",
        "e\u{301} and \u{e9} are not the same",
        "\u{202e}right to left \u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{627}\u{644}\u{633}",
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{1F3F4}\u{E0067}\u{E0062}",
        "\u{FFFD} \u{FFFF} \u{2028} \u{10FFFF}",
        &longest_in_bytes,
        &"a".repeat(MESSAGE_CHARS_MAX),
    ];
    for (number, text) in (1..).zip(texts) {
        let parsed = MessageText::parse(text).expect("these texts may be sent");
        let stored = parsed.as_str().to_owned();
        let answer = good(store.append(text_write(LOBBY, ada, number, stored)));
        assert!(
            text_of(answer.entry().expect("it is written")) == text,
            "text {number} of the answer"
        );
        let page = good(store.entries_after(LOBBY, Seq(number - 1), 1, None));
        assert!(text_of(&page.entries[0]) == text, "text {number} as read");
    }
}

/// Writes the numbers one after the other; answers those that were fresh.
fn write_in_turn(
    store: &dyn Store,
    author: UserId,
    numbers: impl IntoIterator<Item = u64>,
) -> Vec<u64> {
    let answers = numbers
        .into_iter()
        .map(|number| good(store.append(write(LOBBY, author, number))));
    let mut last = Seq::ZERO;
    answers
        .filter_map(|answer| match answer {
            Appended::Fresh(entry) => {
                assert!(entry.seq > last, "a later call has a higher number");
                last = entry.seq;
                Some(entry.seq.0)
            }
            Appended::Repeated(_) | Appended::Refused(_) => None,
        })
        .collect()
}

fn fill_from(
    store: &dyn Store,
    room: RoomId,
    author: UserId,
    numbers: std::ops::RangeInclusive<u64>,
) {
    let answers: Vec<_> = numbers
        .map(|number| store.append(write(room, author, number)))
        .collect();
    answers.into_iter().for_each(|answer| drop(good(answer)));
}

fn whole_log(store: &dyn Store) -> Vec<u64> {
    let mut log = Vec::new();
    let mut ids = BTreeSet::new();
    loop {
        let after = Seq(log.last().copied().unwrap_or(0));
        let page = good(store.entries_after(LOBBY, after, PAGE_ENTRIES_MAX, None));
        if page.entries.is_empty() {
            return log;
        }
        log.extend(numbers(&page));
        for entry in &page.entries {
            assert!(
                ids.insert((entry.author.id, entry.client_id)),
                "no write is stored twice"
            );
        }
    }
}

fn sorted(mut numbers: Vec<u64>) -> Vec<u64> {
    numbers.sort_unstable();
    numbers
}
