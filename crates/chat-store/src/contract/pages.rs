//! Promises of the pages: ascending, dense, bounded, with the head beside them.

use shared::cursor::Seq;
use shared::ids::RoomId;
use shared::limits::{PAGE_BYTES_MAX, PAGE_ENTRIES_MAX};
use shared::moment::Timestamp;

use super::{ada, block_on, fill, good, numbers, text_write, write};
use crate::{LOBBY, Store, StoreError};

/// [`Store::entries_after`].
pub fn pages_after_a_number_walk_the_whole_log(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 25);
    let mut walked = Vec::new();
    for expected in [10, 10, 5, 0] {
        let after = Seq(walked.last().copied().unwrap_or(0));
        let page = good(store.entries_after(LOBBY, after, 10, None));
        assert_eq!((page.entries.len(), page.head), (expected, Seq(25)));
        walked.extend(numbers(&page));
    }
    assert_eq!(walked, (1..=25).collect::<Vec<_>>());
}

/// [`Store::entries_before`].
pub fn pages_before_a_number_walk_the_whole_log_back(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 25);
    let mut walked: Vec<u64> = Vec::new();
    for expected in [10, 10, 5, 0] {
        let before = walked.first().map(|first| Seq(*first));
        let page = good(store.entries_before(LOBBY, before, 10, None));
        assert_eq!((page.entries.len(), page.head), (expected, Seq(25)));
        walked.splice(0..0, numbers(&page));
    }
    assert_eq!(walked, (1..=25).collect::<Vec<_>>());
}

/// Both pages: at most `limit` entries, also when that is none.
pub fn pages_keep_to_their_limit(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 5);
    assert_eq!(
        numbers(&good(store.entries_after(LOBBY, Seq(1), 2, None))),
        [2, 3]
    );
    assert_eq!(
        numbers(&good(store.entries_after(LOBBY, Seq(1), u16::MAX, None))),
        [2, 3, 4, 5]
    );
    assert_eq!(
        numbers(&good(store.entries_before(LOBBY, Some(Seq(5)), 2, None))),
        [3, 4]
    );
    assert_eq!(
        numbers(&good(store.entries_before(LOBBY, None, u16::MAX, None))),
        [1, 2, 3, 4, 5]
    );
    for page in [
        store.entries_after(LOBBY, Seq(1), 0, None),
        store.entries_before(LOBBY, None, 0, None),
    ] {
        let page = good(page);
        assert_eq!((numbers(&page), page.head), (vec![], Seq(5)));
    }
}

/// [`Store::entries_after`]: at most [`PAGE_BYTES_MAX`] of text.
pub fn pages_after_end_at_their_bytes(store: &dyn Store) {
    fill_with_halves(store);
    let page = good(store.entries_after(LOBBY, Seq::ZERO, PAGE_ENTRIES_MAX, None));
    assert_eq!(numbers(&page), [1, 2], "two halves are a whole");
    let page = good(store.entries_after(LOBBY, Seq(2), PAGE_ENTRIES_MAX, None));
    assert_eq!(numbers(&page), [3, 4]);
    let page = good(store.entries_after(LOBBY, Seq(1), PAGE_ENTRIES_MAX, None));
    assert_eq!(numbers(&page), [2], "the third would be a byte too many");
}

/// [`Store::entries_before`]: at most [`PAGE_BYTES_MAX`] of text.
pub fn pages_before_end_at_their_bytes_and_keep_the_newest(store: &dyn Store) {
    fill_with_halves(store);
    let page = good(store.entries_before(LOBBY, None, PAGE_ENTRIES_MAX, None));
    assert_eq!(numbers(&page), [4, 5]);
    let page = good(store.entries_before(LOBBY, Some(Seq(4)), PAGE_ENTRIES_MAX, None));
    assert_eq!(numbers(&page), [3], "the second would be a byte too many");
}

/// Both pages: no entry is too long to be read.
pub fn a_page_holds_one_entry_however_long(store: &dyn Store) {
    let ada = ada(store);
    for number in 1..=2 {
        let text = "\u{1F980}".repeat(PAGE_BYTES_MAX / 4 + 1);
        good(store.append(text_write(LOBBY, ada, number, text)));
    }
    assert_eq!(
        numbers(&good(store.entries_after(LOBBY, Seq::ZERO, 10, None))),
        [1]
    );
    assert_eq!(
        numbers(&good(store.entries_before(LOBBY, None, 10, None))),
        [2]
    );
}

/// Both pages: a number that nobody has reached is no error.
pub fn pages_beyond_either_end_are_empty_and_carry_the_head(store: &dyn Store) {
    let empty = good(store.entries_before(LOBBY, None, 10, None));
    assert_eq!((numbers(&empty), empty.head), (vec![], Seq::ZERO));
    let ada = ada(store);
    fill(store, LOBBY, ada, 3);
    for after in [3, 4, u64::MAX] {
        let page = good(store.entries_after(LOBBY, Seq(after), 10, None));
        assert_eq!((numbers(&page), page.head), (vec![], Seq(3)));
    }
    for before in [0, 1] {
        let page = good(store.entries_before(LOBBY, Some(Seq(before)), 10, None));
        assert_eq!((numbers(&page), page.head), (vec![], Seq(3)));
    }
    let page = good(store.entries_before(LOBBY, Some(Seq(u64::MAX)), 10, None));
    assert_eq!(numbers(&page), [1, 2, 3]);
}

/// Both pages: `NotFound`.
pub fn a_page_of_an_unknown_room_is_refused(store: &dyn Store) {
    for unknown in [0, 99, u64::MAX].map(RoomId) {
        let answer = block_on(store.entries_after(unknown, Seq::ZERO, 10, None));
        assert_eq!(answer, Err(StoreError::NotFound("room")));
        let answer = block_on(store.entries_before(unknown, None, 10, None));
        assert_eq!(answer, Err(StoreError::NotFound("room")));
    }
}

/// Five texts of half a page each, the third a byte longer and the fourth a byte
/// shorter.
fn fill_with_halves(store: &dyn Store) {
    let ada = ada(store);
    let half = PAGE_BYTES_MAX / 2;
    for (number, bytes) in (1..).zip([half, half, half + 1, half - 1, half]) {
        let text = "x".repeat(bytes);
        good(store.append(text_write(LOBBY, ada, number, text)));
    }
}

/// [`Store::entry_at`].
pub fn a_time_leads_to_the_first_entry_at_or_after_it(store: &dyn Store) {
    let ada = ada(store);
    let at = |time: u64| good(store.entry_at(LOBBY, Timestamp(time)));
    assert_eq!(at(0), None, "an empty room");
    for number in 1..=50 {
        let mut entry = write(LOBBY, ada, number);
        // Two of each time.
        entry.at = Timestamp(1_000 + number / 2 * 10);
        good(store.append(entry));
    }
    for (time, seq) in [
        (0, 1),
        (1_000, 1),
        (1_001, 2),
        (1_010, 2),
        (1_011, 4),
        (1_250, 50),
    ] {
        assert_eq!(at(time), Some(Seq(seq)), "at {time}");
    }
    assert_eq!(at(1_251), None);
    let unknown = block_on(store.entry_at(RoomId(99), Timestamp(0)));
    assert_eq!(unknown, Err(StoreError::NotFound("room")));
}

/// [`Store::entry_at`]: time is not order.
pub fn a_clock_that_went_back_still_leads_to_a_turn(store: &dyn Store) {
    let ada = ada(store);
    let times = [5, 9, 3, 8, 1, 7, 7, 2, 6];
    for (number, at) in (1..).zip(times) {
        let mut entry = write(LOBBY, ada, number);
        entry.at = Timestamp(at);
        good(store.append(entry));
    }
    for time in 0..=6 {
        let seq = good(store.entry_at(LOBBY, Timestamp(time))).expect("the newest is late");
        let at = |seq: u64| times[usize::try_from(seq).expect("it is small") - 1];
        assert!(at(seq.0) >= time, "#{seq} is before {time}");
        assert!(
            seq == Seq(1) || at(seq.0 - 1) < time,
            "what is before #{seq} is late too"
        );
    }
    assert_eq!(good(store.entry_at(LOBBY, Timestamp(7))), None);
}
