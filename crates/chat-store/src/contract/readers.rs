//! Promises of who has read what.

use shared::cursor::Seq;
use shared::ids::{RoomId, UserId};
use shared::limits::READERS_LISTED_MAX;

use super::{ada, block_on, fill, good, room, user};
use crate::records::NoteKind;
use crate::{LOBBY, Store, StoreError};

fn names(store: &dyn Store, seq: u64, except: [UserId; 2]) -> Vec<String> {
    let (readers, count) = good(store.readers(LOBBY, Seq(seq), except));
    assert_eq!(readers.len(), count);
    let names = readers.iter().map(|reader| reader.name.to_string());
    names.collect()
}

/// [`Store::readers`].
pub fn readers_are_those_whose_mark_is_there_and_who_show_it(store: &dyn Store) {
    let ada = ada(store);
    let (ben, cy, dee) = (user(store, "ben"), user(store, "Cy"), user(store, "Dee"));
    let other = room(store, "tea", ada);
    fill(store, LOBBY, ada, 5);
    fill(store, other, ada, 5);
    for (who, seq) in [(cy, 5), (ben, 3), (dee, 5)] {
        good(store.mark_read(who, LOBBY, Seq(seq)));
    }
    good(store.mark_read(ben, other, Seq(5)));
    assert_eq!(names(store, 3, [ada, ada]), ["ben", "Cy", "Dee"]);
    assert_eq!(names(store, 4, [ada, ada]), ["Cy", "Dee"]);
    assert_eq!(names(store, 3, [cy, dee]), ["ben"]);
    let unseen = Some("yes".to_owned());
    good(store.keep_note(cy, NoteKind::ReadsUnseen, unseen));
    assert_eq!(names(store, 3, [ada, ada]), ["ben", "Dee"]);
    good(store.keep_note(cy, NoteKind::ReadsUnseen, None));
    assert_eq!(names(store, 5, [ada, ada]), ["Cy", "Dee"]);
    let unknown = block_on(store.readers(RoomId(99), Seq(1), [ada, ada]));
    assert_eq!(unknown, Err(StoreError::NotFound("room")));
}

/// [`Store::readers`].
pub fn readers_are_listed_up_to_a_number_and_counted(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 1);
    for number in 0..READERS_LISTED_MAX + 5 {
        let reader = user(store, &format!("reader {number}"));
        good(store.mark_read(reader, LOBBY, Seq(1)));
    }
    let (readers, count) = good(store.readers(LOBBY, Seq(1), [ada, ada]));
    assert_eq!(
        (readers.len(), count),
        (READERS_LISTED_MAX, READERS_LISTED_MAX + 5)
    );
}
