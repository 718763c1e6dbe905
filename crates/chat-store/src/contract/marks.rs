//! Promises of the read marks.

use shared::cursor::Seq;
use shared::ids::{RoomId, UserId};

use super::{ada, block_on, fill, good, room, user};
use crate::records::Mark;
use crate::{LOBBY, Store, StoreError};

/// The mark at an entry of a log that has messages alone.
fn posts_only(seq: u64) -> Mark {
    Mark {
        seq: Seq(seq),
        posts: seq,
    }
}

/// [`Store::mark_read`].
pub fn a_read_mark_moves_forward_only_and_never_beyond_the_head(store: &dyn Store) {
    let ada = ada(store);
    assert_eq!(
        good(store.mark_read(ada, LOBBY, Seq(5))),
        Mark::default(),
        "an empty room"
    );
    fill(store, LOBBY, ada, 10);
    for (asked, mark) in [
        (3, 3),
        (2, 3),
        (0, 3),
        (7, 7),
        (11, 10),
        (u64::MAX, 10),
        (1, 10),
    ] {
        assert_eq!(
            good(store.mark_read(ada, LOBBY, Seq(asked))),
            posts_only(mark),
            "after {asked}"
        );
        assert_eq!(good(store.read_marks(ada)), [(LOBBY, posts_only(mark))]);
    }
}

/// [`Store::read_marks`].
pub fn read_marks_are_listed_by_room_for_their_user_alone(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    let tea = room(store, "tea", ada);
    room(store, "empty", ada);
    fill(store, tea, ada, 2);
    fill(store, LOBBY, ben, 4);
    assert_eq!(good(store.read_marks(ada)), []);
    good(store.mark_read(ada, tea, Seq(1)));
    good(store.mark_read(ada, LOBBY, Seq(4)));
    good(store.mark_read(ben, tea, Seq(2)));
    good(store.mark_read(ben, LOBBY, Seq::ZERO));
    assert_eq!(
        good(store.read_marks(ada)),
        [(LOBBY, posts_only(4)), (tea, posts_only(1))]
    );
    assert_eq!(
        good(store.read_marks(ben)),
        [(tea, posts_only(2))],
        "a mark of zero is none"
    );
    assert_eq!(good(store.read_marks(UserId(99))), []);
}

/// [`Store::mark_read`]: `NotFound`.
pub fn a_read_mark_names_an_unknown_user_or_room(store: &dyn Store) {
    let ada = ada(store);
    let answer = block_on(store.mark_read(UserId(99), LOBBY, Seq(1)));
    assert_eq!(answer, Err(StoreError::NotFound("user")));
    let answer = block_on(store.mark_read(ada, RoomId(99), Seq(1)));
    assert_eq!(answer, Err(StoreError::NotFound("room")));
}
