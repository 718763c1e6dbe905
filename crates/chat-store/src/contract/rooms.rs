//! Promises of the rooms.

use shared::cursor::Seq;
use shared::ids::UserId;
use shared::text::RoomName;

use super::{ada, block_on, fill, good, room, user};
use crate::records::{RoomKind, RoomRecord};
use crate::{LOBBY, LOBBY_NAME, Store, StoreError};

/// [`LOBBY`].
pub fn a_store_starts_with_an_open_empty_lobby(store: &dyn Store) {
    let lobby = RoomRecord {
        id: LOBBY,
        name: name(LOBBY_NAME),
        kind: RoomKind::Open,
        head: Seq::ZERO,
        posts: 0,
        topic: None,
        members: Vec::new(),
    };
    assert_eq!(good(store.rooms()), [lobby]);
}

/// [`Store::make_room`] and [`Store::rooms`].
pub fn a_new_room_is_open_and_listed_by_id_with_its_head(store: &dyn Store) {
    let ada = ada(store);
    let made = good(store.make_room(name("zebra"), ada));
    assert_eq!(
        (made.kind, made.head, made.members.len()),
        (RoomKind::Open, Seq::ZERO, 0)
    );
    assert_eq!(made.name, name("zebra"));
    let tea = room(store, "a-tea", ada);
    fill(store, made.id, ada, 3);
    fill(store, tea, ada, 1);
    let listed: Vec<_> = good(store.rooms())
        .into_iter()
        .map(|room| (room.id, room.name.as_str().to_owned(), room.head.0))
        .collect();
    let expected = [
        (LOBBY, LOBBY_NAME, 0),
        (made.id, "zebra", 3),
        (tea, "a-tea", 1),
    ];
    assert_eq!(
        listed,
        expected.map(|(id, name, head)| (id, name.to_owned(), head))
    );
    assert!(LOBBY < made.id && made.id < tea);
}

/// [`Store::make_room`]: `Conflict`.
pub fn a_room_name_is_taken_once(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    let (first, second) = (
        store.make_room(name("tea"), ada),
        store.make_room(name("tea"), ben),
    );
    let lobby = store.make_room(name(LOBBY_NAME), ada);
    assert!(block_on(first).is_ok());
    assert_eq!(block_on(second), Err(StoreError::Conflict("room name")));
    assert_eq!(block_on(lobby), Err(StoreError::Conflict("room name")));
    assert_eq!(good(store.rooms()).len(), 2);
}

/// [`Store::make_room`]: `NotFound`.
pub fn a_room_is_made_by_a_known_user(store: &dyn Store) {
    let answer = block_on(store.make_room(name("tea"), UserId(99)));
    assert_eq!(answer, Err(StoreError::NotFound("user")));
    assert_eq!(good(store.rooms()).len(), 1);
}

fn name(text: &str) -> RoomName {
    RoomName::from_stored(text.to_owned())
}
