//! Promises of the notes about users.

use shared::ids::UserId;

use super::{ada, block_on, good, user};
use crate::records::NoteKind;
use crate::{Store, StoreError};

/// [`Store::keep_note`] and [`Store::note`].
pub fn a_note_is_kept_until_another_takes_its_place(store: &dyn Store) {
    let (ada, ben) = (ada(store), user(store, "Ben"));
    let keep = |who, kind, text: Option<&str>| {
        good(store.keep_note(who, kind, text.map(str::to_owned)));
    };
    let note = |who, kind| good(store.note(who, kind));
    assert_eq!(note(ada, NoteKind::Status), None);
    keep(ada, NoteKind::Status, None);
    keep(ada, NoteKind::Status, Some("out"));
    keep(ada, NoteKind::Preferences, Some("{}"));
    keep(ben, NoteKind::Status, Some("in \u{1F333} '\""));
    keep(ada, NoteKind::Status, Some("back"));
    assert_eq!(note(ada, NoteKind::Status).as_deref(), Some("back"));
    assert_eq!(note(ada, NoteKind::Preferences).as_deref(), Some("{}"));
    assert_eq!(
        note(ben, NoteKind::Status).as_deref(),
        Some("in \u{1F333} '\"")
    );
    keep(ada, NoteKind::Status, None);
    assert_eq!(note(ada, NoteKind::Status), None);
    assert_eq!(note(ada, NoteKind::Preferences).as_deref(), Some("{}"));
}

/// [`Store::keep_note`]
pub fn a_note_is_about_a_known_user(store: &dyn Store) {
    let text = Some("text".to_owned());
    let answer = block_on(store.keep_note(UserId(99), NoteKind::Status, text));
    assert_eq!(answer, Err(StoreError::NotFound("user")));
    assert_eq!(good(store.note(UserId(99), NoteKind::Status)), None);
}
