//! Promises of the marks by which somebody has a room unread again.

use shared::cursor::Seq;
use shared::entry::EntryKind;
use shared::ids::{RoomId, UserId};
use shared::kept::UnreadMark;

use super::{ada, block_on, fill, good, room, user, write};
use crate::records::Appended;
use crate::{LOBBY, Store, StoreError};

fn mark(room: RoomId, from: Option<u64>, revision: u64) -> UnreadMark {
    UnreadMark {
        room,
        from: from.map(Seq),
        // A log of messages alone.
        posts_before: from.map_or(0, |from| from - 1),
        own: 0,
        revision,
    }
}

/// [`Store::mark_unread`].
pub fn a_room_is_unread_from_where_its_reader_says(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    let tea = room(store, "tea", ada);
    fill(store, LOBBY, ben, 10);
    fill(store, tea, ben, 2);
    assert_eq!(good(store.unread_marks(ada)), []);
    let first = good(store.mark_unread(ada, LOBBY, Some(Seq(7)), 0));
    assert_eq!(first, mark(LOBBY, Some(7), 1));
    // Further on and further back alike, whatever was seen of it.
    let second = good(store.mark_unread(ada, LOBBY, Some(Seq(3)), 0));
    assert_eq!(second, mark(LOBBY, Some(3), 2));
    let other = good(store.mark_unread(ada, tea, Some(Seq(1)), 0));
    assert_eq!(other, mark(tea, Some(1), 1));
    assert_eq!(good(store.unread_marks(ada)), [second, other]);
    assert_eq!(good(store.unread_marks(ben)), []);
    // Reading leaves it alone.
    good(store.mark_read(ada, LOBBY, Seq(10)));
    assert_eq!(good(store.unread_marks(ada)), [second, other]);
}

/// [`Store::mark_unread`].
pub fn what_a_reader_wrote_is_told_beside_their_unread_mark(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    for (number, author) in (1..).zip([ada, ben, ada, ada, ben]) {
        good(store.append(write(LOBBY, author, number)));
    }
    let mut deletion = write(LOBBY, ada, 6);
    deletion.kind = EntryKind::Deleted { target: Seq(3) };
    assert!(matches!(good(store.append(deletion)), Appended::Fresh(_)));
    let expected = UnreadMark {
        own: 2,
        ..mark(LOBBY, Some(2), 1)
    };
    assert_eq!(
        good(store.mark_unread(ada, LOBBY, Some(Seq(2)), 0)),
        expected
    );
    assert_eq!(good(store.unread_marks(ada)), [expected]);
    let bens = good(store.mark_unread(ben, LOBBY, Some(Seq(2)), 0));
    assert_eq!(bens, expected);
    let own = good(store.mark_unread(ada, LOBBY, Some(Seq(4)), 0)).own;
    assert_eq!(own, 1, "the deletion is no message");
    assert_eq!(good(store.mark_unread(ada, LOBBY, None, 2)).own, 0);
}

/// [`Store::mark_unread`].
pub fn an_unread_mark_is_taken_away_by_whoever_saw_it(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    fill(store, LOBBY, ben, 5);
    let first = good(store.mark_unread(ada, LOBBY, Some(Seq(2)), 0));
    let second = good(store.mark_unread(ada, LOBBY, Some(Seq(4)), first.revision));
    // Another device has not heard of the second one.
    assert_eq!(
        good(store.mark_unread(ada, LOBBY, None, first.revision)),
        second
    );
    assert_eq!(good(store.unread_marks(ada)), [second]);
    let gone = good(store.mark_unread(ada, LOBBY, None, second.revision));
    assert_eq!(gone, mark(LOBBY, None, 3));
    assert_eq!(good(store.unread_marks(ada)), []);
    // Twice is once.
    assert_eq!(
        good(store.mark_unread(ada, LOBBY, None, second.revision)),
        gone
    );
    // The number goes on, so that an old one never fits again.
    let third = good(store.mark_unread(ada, LOBBY, Some(Seq(4)), 0));
    assert_eq!(third, mark(LOBBY, Some(4), 4));
}

/// [`Store::mark_unread`].
pub fn an_unread_mark_names_a_known_user_room_and_entry(store: &dyn Store) {
    let ada = ada(store);
    fill(store, LOBBY, ada, 3);
    for (user, room, from, what) in [
        (UserId(99), LOBBY, 1, "user"),
        (ada, RoomId(99), 1, "room"),
        (ada, LOBBY, 0, "entry"),
        (ada, LOBBY, 4, "entry"),
        (ada, LOBBY, u64::MAX, "entry"),
    ] {
        assert_eq!(
            block_on(store.mark_unread(user, room, Some(Seq(from)), 0)),
            Err(StoreError::NotFound(what)),
            "{user:?} {room:?} {from}"
        );
    }
    assert_eq!(good(store.unread_marks(ada)), []);
    assert_eq!(good(store.unread_marks(UserId(99))), []);
}
