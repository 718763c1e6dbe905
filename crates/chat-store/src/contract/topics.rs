//! Promises of the topics of rooms.

use shared::cursor::Seq;
use shared::entry::{EntryKind, RoomTopic};
use shared::ids::{RoomId, UserId};
use shared::text::Topic;

use super::{ada, fill, good, room, text_write, user};
use crate::fold::Unamendable;
use crate::records::{Appended, NewEntry};
use crate::{LOBBY, Store};

/// A topic; equal numbers are repeats. They begin where other writes end.
fn topic(room: RoomId, author: UserId, number: u64, topic: &str) -> NewEntry {
    let mut new = text_write(room, author, 2_000_000 + number, String::new());
    new.kind = EntryKind::TopicSet {
        topic: Topic::from_stored(topic.to_owned()),
    };
    new
}

fn fresh(store: &dyn Store, new: NewEntry) -> (Seq, u64) {
    match good(store.append(new)) {
        Appended::Fresh(entry) => (entry.seq, entry.posts),
        other @ (Appended::Repeated(_) | Appended::Refused(_)) => panic!("{other:?}"),
    }
}

fn now(store: &dyn Store, room: RoomId) -> Option<(u64, String)> {
    let rooms = good(store.rooms());
    let record = rooms.into_iter().find(|record| record.id == room);
    let RoomTopic { seq, text } = record.expect("the room is listed").topic?;
    Some((seq.0, text.as_str().to_owned()))
}

/// [`Store::rooms`]: a topic is a numbered entry, no message, and the newest holds.
pub fn the_newest_topic_of_a_room_is_listed_with_it(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    let tea = room(store, "tea", ada);
    assert_eq!(now(store, tea), None);
    fill(store, tea, ada, 1);
    assert_eq!(
        fresh(store, topic(tea, ada, 1, "Black, green")),
        (Seq(2), 1)
    );
    assert_eq!(now(store, tea), Some((2, "Black, green".to_owned())));
    fill(store, LOBBY, ben, 1);
    assert_eq!(now(store, LOBBY), None);
    assert_eq!(fresh(store, topic(tea, ben, 2, "White")), (Seq(3), 1));
    assert_eq!(now(store, tea), Some((3, "White".to_owned())));
    assert_eq!(fresh(store, topic(tea, ben, 3, "")), (Seq(4), 1));
    assert_eq!(now(store, tea), Some((4, String::new())));
    let page = good(store.entries_after(tea, Seq::ZERO, 10, None));
    let kinds: Vec<_> = page.entries.iter().map(|entry| &entry.kind).collect();
    let white = EntryKind::TopicSet {
        topic: Topic::from_stored("White".to_owned()),
    };
    assert_eq!((kinds.len(), kinds[2], page.posts), (4, &white, 1));
    assert!(page.entries.iter().all(|entry| entry.state.is_none()));
}

/// [`Store::append`]: a repeat is answered, and a topic that there is already refused.
pub fn a_topic_is_set_once_and_not_to_what_it_is(store: &dyn Store) {
    let ada = ada(store);
    let already = |number, words| {
        let refused = good(store.append(topic(LOBBY, ada, number, words)));
        assert_eq!(
            refused,
            Appended::Refused(Unamendable::AlreadySo),
            "{words}"
        );
    };
    already(1, "");
    let first = good(store.append(topic(LOBBY, ada, 2, "Tea")));
    let Appended::Fresh(first) = first else {
        panic!("{first:?}");
    };
    already(3, "Tea");
    fresh(store, topic(LOBBY, ada, 4, "Coffee"));
    let repeated = good(store.append(topic(LOBBY, ada, 2, "Tea")));
    assert_eq!(repeated, Appended::Repeated(first));
    assert_eq!(now(store, LOBBY), Some((2, "Coffee".to_owned())));
}
