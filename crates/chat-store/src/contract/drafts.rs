//! Promises of the drafts.

use shared::ids::{ClientId, RoomId, UserId};
use shared::kept::Draft;
use shared::limits::{DRAFT_CHARS_MAX, DRAFTS_MAX};

use super::{ada, block_on, good, room, user};
use crate::drafts::NewDraft;
use crate::{LOBBY, Store, StoreError};

fn device(number: u8) -> ClientId {
    ClientId::new_v7(1_700_000_000_000, [number; 10])
}

fn draft(user: UserId, by: u8, base: u64, text: &str) -> NewDraft {
    NewDraft {
        user,
        room: LOBBY,
        by: device(by),
        base,
        text: text.to_owned(),
        drops_aside: false,
    }
}

fn kept(store: &dyn Store, new: NewDraft) -> Draft {
    good(store.keep_draft(new)).expect("there is place for it")
}

/// [`Store::keep_draft`] and [`Store::drafts`].
pub fn drafts_are_found_by_what_came_after(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    let tea = room(store, "tea", ada);
    assert_eq!(good(store.drafts(ada, 0)), []);
    let first = kept(store, draft(ada, 1, 0, "one"));
    let mut other = draft(ada, 1, 0, "two");
    other.room = tea;
    let second = kept(store, other);
    let third = kept(store, draft(ada, 1, first.revision, "one more"));
    let of_ben = kept(store, draft(ben, 2, 0, "mine"));
    assert!(first.revision < second.revision && second.revision < third.revision);
    assert_eq!(third.text, "one more");
    assert_eq!(good(store.drafts(ada, 0)), [second.clone(), third.clone()]);
    let newer = good(store.drafts(ada, second.revision));
    assert_eq!(newer, std::slice::from_ref(&third));
    assert_eq!(good(store.drafts(ada, third.revision)), []);
    assert_eq!(good(store.drafts(ben, 0)), [of_ben]);
    // An empty one is news too.
    let sent = kept(store, draft(ada, 1, third.revision, ""));
    assert_eq!(good(store.drafts(ada, third.revision)), [sent]);
}

/// [`crate::drafts::written`].
pub fn a_draft_that_was_not_seen_is_set_aside(store: &dyn Store) {
    let ada = ada(store);
    let first = kept(store, draft(ada, 1, 0, "hello"));
    // A device is never in its own way, and what is within the new text is not lost.
    let again = kept(store, draft(ada, 1, 0, "good day"));
    assert_eq!(again.aside, "");
    let longer = kept(store, draft(ada, 2, first.revision, "good day, all"));
    assert_eq!(longer.aside, "");
    // Seen: it was changed on purpose.
    let seen = kept(store, draft(ada, 1, longer.revision, "tea?"));
    assert_eq!((seen.text.as_str(), seen.aside.as_str()), ("tea?", ""));
    // Not seen.
    let other = kept(store, draft(ada, 2, longer.revision, "coffee?"));
    assert_eq!(
        (other.text.as_str(), other.aside.as_str()),
        ("coffee?", "tea?")
    );
    // Also when the newest says that it was sent.
    let sent = kept(store, draft(ada, 1, seen.revision, ""));
    assert_eq!(
        (sent.text.as_str(), sent.aside.as_str()),
        ("", "tea?\ncoffee?")
    );
    // It stays until whoever saw it does not want it.
    let unseen = NewDraft {
        drops_aside: true,
        ..draft(ada, 2, other.revision, "")
    };
    assert_eq!(kept(store, unseen).aside, "tea?\ncoffee?");
    let newest = good(store.drafts(ada, 0))[0].revision;
    let dropped = NewDraft {
        drops_aside: true,
        ..draft(ada, 2, newest, "now")
    };
    assert_eq!(kept(store, dropped).aside, "");
}

/// [`crate::drafts::written`].
pub fn what_is_set_aside_has_a_bound(store: &dyn Store) {
    let ada = ada(store);
    kept(store, draft(ada, 1, 0, &"a".repeat(DRAFT_CHARS_MAX)));
    kept(store, draft(ada, 2, 0, &"b".repeat(DRAFT_CHARS_MAX - 1)));
    let last = kept(store, draft(ada, 1, 0, "c"));
    assert_eq!(
        last.aside,
        ["\n", &"b".repeat(DRAFT_CHARS_MAX - 1)].concat()
    );
}

/// [`Store::keep_draft`].
pub fn drafts_have_a_number_and_a_known_user_and_room(store: &dyn Store) {
    let ada = ada(store);
    let in_room = |room, text: &str| NewDraft {
        room,
        ..draft(ada, 1, 0, text)
    };
    let rooms: Vec<RoomId> = (0..=DRAFTS_MAX)
        .map(|number| room(store, &format!("room-{number}"), ada))
        .collect();
    for room in &rooms[1..] {
        assert!(good(store.keep_draft(in_room(*room, "text"))).is_some());
    }
    assert_eq!(good(store.keep_draft(in_room(rooms[0], "text"))), None);
    assert!(good(store.keep_draft(in_room(rooms[0], ""))).is_some());
    assert!(good(store.keep_draft(in_room(rooms[1], "other"))).is_some());
    assert!(good(store.keep_draft(in_room(rooms[1], ""))).is_some());
    assert!(good(store.keep_draft(in_room(rooms[0], "text"))).is_some());
    let unknown = block_on(store.keep_draft(in_room(RoomId(9_999), "text")));
    assert_eq!(unknown, Err(StoreError::NotFound("room")));
    let unknown = block_on(store.keep_draft(draft(UserId(9_999), 1, 0, "text")));
    assert_eq!(unknown, Err(StoreError::NotFound("user")));
    assert_eq!(good(store.drafts(UserId(9_999), 0)), []);
}

/// [`Store::drafts`].
pub fn a_page_of_drafts_ends_at_its_bytes(store: &dyn Store) {
    let ada = ada(store);
    let long = "long ".repeat(DRAFT_CHARS_MAX / 5);
    for number in 0..30 {
        let room = room(store, &format!("room-{number}"), ada);
        let new = NewDraft {
            room,
            ..draft(ada, 1, 0, &long)
        };
        kept(store, new);
    }
    let (mut after, mut found, mut pages) = (0, 0, 0);
    loop {
        let page = good(store.drafts(ada, after));
        let Some(last) = page.last() else { break };
        assert!(page.len() * long.len() <= crate::DRAFTS_PAGE_BYTES_MAX);
        (after, found, pages) = (last.revision, found + page.len(), pages + 1);
    }
    assert_eq!(found, 30);
    assert!(pages > 1);
}
