//! Promises of the end.

use shared::cursor::Seq;
use shared::ids::LoginId;
use shared::moment::Timestamp;
use shared::text::{DisplayName, RoomName};

use super::{ada, block_on, good, login, new_user, write};
use crate::records::{Appended, NoteKind, TokenHash};
use crate::{LOBBY, Later, Store, StoreError};

/// [`Store::close`]: what was accepted is answered as if nothing had ended.
pub fn a_closed_store_kept_what_it_had_accepted(store: &dyn Store) {
    let ada = ada(store);
    let appends: Vec<_> = (1..=50)
        .map(|number| store.append(write(LOBBY, ada, number)))
        .collect();
    let page = store.entries_before(LOBBY, None, 1, None);
    good(store.close());
    for (number, append) in (1..).zip(appends) {
        let answer = good(append);
        assert!(matches!(answer, Appended::Fresh(entry) if entry.seq == Seq(number)));
    }
    assert!(block_on(page).is_ok());
}

/// [`Store::close`]: the end begins with the call, not with its answer.
pub fn a_store_refuses_from_the_moment_it_is_asked_to_close(store: &dyn Store) {
    let ada = ada(store);
    let closing = store.close();
    refused(store.append(write(LOBBY, ada, 1)));
    refused(store.entries_before(LOBBY, None, 1, None));
    refused(store.close());
    good(closing);
}

/// [`Store::close`]: nothing is accepted any more.
pub fn a_closed_store_refuses_every_call(store: &dyn Store) {
    let ada = ada(store);
    let epoch = store.epoch();
    good(store.close());
    refused(store.append(write(LOBBY, ada, 1)));
    refused(store.entries_after(LOBBY, Seq::ZERO, 1, None));
    refused(store.entries_before(LOBBY, None, 1, None));
    refused(store.entry_at(LOBBY, Timestamp(0)));
    refused(store.rooms());
    refused(store.make_room(RoomName::from_stored("tea".to_owned()), ada));
    refused(store.make_user(new_user("Ben"), Some(login(1))));
    refused(store.user_by_name(DisplayName::from_stored("Ada".to_owned())));
    refused(store.is_fresh());
    refused(store.login(TokenHash([1; 32])));
    refused(store.add_login(ada, login(2), Timestamp(0)));
    refused(store.end_login(LoginId(1)));
    refused(store.mark_read(ada, LOBBY, Seq(1)));
    refused(store.read_marks(ada));
    refused(store.keep_note(ada, NoteKind::Status, None));
    refused(store.note(ada, NoteKind::Status));
    refused(store.close());
    assert_eq!(store.epoch(), epoch);
}

#[track_caller]
fn refused<T>(later: Later<T>) {
    let answer = block_on(later).map(|_| ());
    assert!(
        matches!(answer, Err(StoreError::Unavailable(_))),
        "{answer:?}"
    );
}
