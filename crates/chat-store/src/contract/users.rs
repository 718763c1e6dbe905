//! Promises of users and logins.

use std::thread;

use shared::ids::{LoginId, UserId};
use shared::moment::Timestamp;
use shared::text::DisplayName;

use super::{block_on, good, login, new_user, user};
use crate::records::{Role, SignedIn, TokenHash, UserRecord};
use crate::{Store, StoreError};

/// [`Store::make_user`]: the first with a login owns, the others are guests.
pub fn the_first_user_with_a_login_owns_the_store(store: &dyn Store) {
    let logins = [None, Some(login(1)), Some(login(2)), None];
    let made = ["Terminal", "Ada", "Ben", "Cy"]
        .into_iter()
        .zip(logins)
        .map(|(name, login)| good(store.make_user(new_user(name), login)))
        .collect::<Vec<_>>();
    let roles = made.iter().map(|one| one.role).collect::<Vec<_>>();
    assert_eq!(
        roles,
        [Role::Guest, Role::Owner, Role::Guest, Role::Guest],
        "somebody without a login could never come back to own anything"
    );
    assert!(made.is_sorted_by(|a, b| a.user.id < b.user.id));
    let found = found(store, "Ada").expect("Ada was made");
    assert_eq!(found.role, Role::Owner);
}

/// [`Store::make_user`]: `Conflict` on the folded name.
pub fn names_that_fold_alike_are_one_name(store: &dyn Store) {
    good(store.make_user(new_user("\u{c4}da"), None));
    for alike in ["\u{c4}da", "\u{e4}da", "\u{c4}DA"] {
        let answer = block_on(store.make_user(new_user(alike), None));
        assert_eq!(answer, Err(StoreError::Conflict("user name")), "{alike}");
    }
    assert!(block_on(store.make_user(new_user("Ada"), None)).is_ok());
}

/// [`Store::user_by_name`].
pub fn a_user_is_found_in_any_spelling(store: &dyn Store) {
    let ada = user(store, "Ada");
    for spelling in ["Ada", "ada", "ADA"] {
        let found = found(store, spelling).expect("names fold");
        assert_eq!((found.user.id, found.user.name.as_str()), (ada, "Ada"));
    }
    assert_eq!(found(store, "Adam"), None);
}

/// [`Store::user_by_name`]: a login claims the name, also when it has ended.
pub fn a_name_with_a_login_is_claimed_for_ever(store: &dyn Store) {
    user(store, "Plain");
    let signed_in = good(store.make_user(new_user("Ada"), Some(login(1))));
    assert!(!found(store, "Plain").expect("made").claimed);
    assert!(found(store, "Ada").expect("made").claimed);
    good(store.end_login(signed_in.login.expect("asked for")));
    assert!(found(store, "Ada").expect("made").claimed);
}

/// [`Store::make_user`]: of many at once one has the name.
pub fn concurrent_makers_of_a_name_make_one_user(store: &dyn Store) {
    let answers: Vec<_> = thread::scope(|scope| {
        let makers: Vec<_> = (1..=8)
            .map(|byte| {
                scope.spawn(move || block_on(store.make_user(new_user("Ada"), Some(login(byte)))))
            })
            .collect();
        makers
            .into_iter()
            .map(|maker| maker.join().expect("no assertion fails"))
            .collect()
    });
    let made: Vec<&SignedIn> = answers
        .iter()
        .filter_map(|answer| answer.as_ref().ok())
        .collect();
    assert_eq!(made.len(), 1);
    assert_eq!(made[0].role, Role::Owner);
    for answer in answers.iter().filter_map(|answer| answer.as_ref().err()) {
        assert_eq!(*answer, StoreError::Conflict("user name"));
    }
    let logins = (1..=8)
        .filter(|byte| good(store.login(TokenHash([*byte; 32]))).is_some())
        .count();
    assert_eq!(logins, 1, "a refused user leaves no login");
}

/// [`Store::is_fresh`].
pub fn a_store_is_fresh_until_somebody_has_signed_in(store: &dyn Store) {
    assert!(good(store.is_fresh()));
    user(store, "Plain");
    assert!(
        good(store.is_fresh()),
        "a user without a login has not signed in"
    );
    let signed_in = good(store.make_user(new_user("Ada"), Some(login(1))));
    assert!(!good(store.is_fresh()));
    good(store.end_login(signed_in.login.expect("asked for")));
    assert!(!good(store.is_fresh()), "who signed out had signed in");
}

/// [`Store::login`] and [`Store::end_login`].
pub fn a_login_is_found_by_its_token_until_it_ends(store: &dyn Store) {
    let ada = good(store.make_user(new_user("Ada"), Some(login(1))));
    let ben = good(store.make_user(new_user("Ben"), Some(login(2))));
    assert_eq!(good(store.login(TokenHash([1; 32]))), Some(ada.clone()));
    assert_eq!(good(store.login(TokenHash([2; 32]))), Some(ben.clone()));
    assert_eq!(good(store.login(TokenHash([3; 32]))), None);
    let id = ada.login.expect("asked for");
    good(store.end_login(id));
    assert_eq!(good(store.login(TokenHash([1; 32]))), None);
    assert_eq!(good(store.login(TokenHash([2; 32]))), Some(ben));
    good(store.end_login(id));
    for unknown in [0, 99, u64::MAX].map(LoginId) {
        assert_eq!(
            block_on(store.end_login(unknown)),
            Err(StoreError::NotFound("login"))
        );
    }
}

/// [`Store::add_login`].
pub fn somebody_has_as_many_logins_as_devices(store: &dyn Store) {
    let ada = good(store.make_user(new_user("Ada"), Some(login(1))));
    let ben = good(store.make_user(new_user("Ben"), Some(login(2))));
    let second = good(store.add_login(ada.user.id, login(3), Timestamp(5)));
    assert_eq!((&second.user, second.role), (&ada.user, ada.role));
    assert_ne!(second.login, ada.login);
    for (token, holder) in [(1, &ada), (2, &ben), (3, &second)] {
        let found = good(store.login(TokenHash([token; 32])));
        assert_eq!(found.as_ref(), Some(holder));
    }
    // Each ends by itself.
    good(store.end_login(ada.login.expect("asked for")));
    assert_eq!(good(store.login(TokenHash([1; 32]))), None);
    assert_eq!(good(store.login(TokenHash([3; 32]))), Some(second));
    let taken = block_on(store.add_login(ben.user.id, login(3), Timestamp(6)));
    assert_eq!(taken, Err(StoreError::Conflict("login token")));
    let unknown = block_on(store.add_login(UserId(99), login(4), Timestamp(7)));
    assert_eq!(unknown, Err(StoreError::NotFound("user")));
    assert_eq!(good(store.login(TokenHash([4; 32]))), None);
}

/// [`Store::make_user`]: user and login are made together or not at all.
pub fn a_taken_token_makes_no_user(store: &dyn Store) {
    good(store.make_user(new_user("Ada"), Some(login(1))));
    let answer = block_on(store.make_user(new_user("Ben"), Some(login(1))));
    assert_eq!(answer, Err(StoreError::Conflict("login token")));
    assert_eq!(found(store, "Ben"), None);
}

fn found(store: &dyn Store, name: &str) -> Option<UserRecord> {
    good(store.user_by_name(DisplayName::from_stored(name.to_owned())))
}
