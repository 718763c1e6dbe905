//! Everything is there after closing and opening again.

use chat_store::records::{Appended, Mark, NewLogin, NewUser, Role, TokenHash};
use chat_store::{LOBBY, Store};
use shared::cursor::Seq;
use shared::text::{DisplayName, RoomName};

use super::{NOW, append, folder, good, log, numbers, open, user, write};

#[test]
fn a_store_opened_again_has_everything() {
    let folder = folder();
    let store = open(folder.path());
    let new = |name: &str| NewUser {
        name: DisplayName::from_stored(name.to_owned()),
        at: NOW,
    };
    let token = |byte| NewLogin {
        token: TokenHash([byte; 32]),
    };
    let ada = good(store.make_user(new("Ada"), Some(token(1))));
    let ben = good(store.make_user(new("Ben"), Some(token(2))));
    good(store.end_login(ben.login.expect("asked for")));
    let tea = good(store.make_room(RoomName::from_stored("tea".to_owned()), ada.user.id)).id;
    for number in 1..=5 {
        good(store.append(write(LOBBY, ada.user.id, number, "tea?")));
        good(store.append(write(tea, ben.user.id, number, "\u{1F375}")));
    }
    good(store.mark_read(ada.user.id, tea, Seq(4)));
    let epoch = store.epoch();
    let rooms = good(store.rooms());
    let pages = [LOBBY, tea].map(|room| good(store.entries_after(room, Seq::ZERO, 10, None)));
    good(store.close());

    let store = open(folder.path());
    assert_eq!(store.epoch(), epoch);
    assert_eq!(good(store.rooms()), rooms);
    assert_eq!(
        [LOBBY, tea].map(|room| good(store.entries_after(room, Seq::ZERO, 10, None))),
        pages
    );
    assert_eq!(good(store.login(TokenHash([1; 32]))), Some(ada.clone()));
    assert_eq!(good(store.login(TokenHash([2; 32]))), None);
    let found = good(store.user_by_name(DisplayName::from_stored("BEN".to_owned())));
    assert!(found.is_some_and(|ben| ben.claimed && ben.role == Role::Guest));
    assert_eq!(
        good(store.read_marks(ada.user.id)),
        [(
            tea,
            Mark {
                seq: Seq(4),
                posts: 4
            }
        )]
    );
    assert!(!good(store.is_fresh()));
}

#[test]
fn numbers_go_on_and_repeats_are_known_after_opening_again() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    let first = append(&store, ada, 1).unwrap();
    assert!(append(&store, ada, 2).is_ok());
    drop(store);

    let store = open(folder.path());
    assert_eq!(
        append(&store, ada, 1),
        Ok(Appended::Repeated(
            first.entry().expect("it is written").clone()
        ))
    );
    let third = append(&store, ada, 3).unwrap();
    assert!(matches!(third, Appended::Fresh(entry) if entry.seq == Seq(3)));
    assert_eq!(numbers(&store), [1, 2, 3]);
}

#[test]
fn dropping_a_store_keeps_what_it_had_accepted() {
    let folder = folder();
    let store = open(folder.path());
    let ada = user(&store, "Ada");
    let answers: Vec<_> = (1..=200)
        .map(|number| store.append(write(LOBBY, ada, number, "tea?")))
        .collect();
    drop(store);
    let store = open(folder.path());
    let log = log(&store);
    assert_eq!(log.len(), 200);
    for (answer, entry) in answers.into_iter().zip(log) {
        assert_eq!(good(answer), Appended::Fresh(entry));
    }
}

#[test]
fn every_new_file_is_an_epoch_of_its_own() {
    let folders = [folder(), folder()];
    let epochs = folders.each_ref().map(|folder| open(folder.path()).epoch());
    assert_ne!(epochs[0], epochs[1]);
}

#[test]
fn a_store_prints_neither_texts_nor_tokens() {
    let folder = folder();
    let store = open(folder.path());
    let expected = format!("SqliteStore {{ epoch: {:?}, .. }}", store.epoch());
    assert_eq!(format!("{store:?}"), expected);
}
