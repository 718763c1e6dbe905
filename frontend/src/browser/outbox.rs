//! Unsent writes in the browser's storage, one value each.
//!
//! A write's name holds the version of its form, whose it is, which tab sends it,
//! and its own id: `confab.outbox.1.<user>.<tab>.<client id>`. So a write of
//! another person, or of a newer program, is never touched; a tab changes only
//! what is its own; and one write costs one small value, not a rewrite of all.
//!
//! A value that cannot be read is passed over and stays where it is.

mod form;

use std::collections::BTreeSet;

use chat_client::Kept;
use shared::ids::{ClientId, UserId};

use self::form::PREFIX;
use super::storage::{self, NotKept};
use super::tabs::TabId;
use super::tabs::owned::Owned;

/// Keeps a write of this tab, or replaces it.
pub(super) fn keep(user: UserId, tab: &TabId, write: &Kept) -> Result<(), NotKept> {
    let name = name(user, tab, write.client_id);
    storage::set(storage::local().as_ref(), &name, &form::encode(write))
}

/// Forgets a write of this tab.
pub(super) fn forget(user: UserId, tab: &TabId, client_id: ClientId) {
    storage::remove(storage::local().as_ref(), &name(user, tab, client_id));
}

/// The tabs, living or not, that have unsent writes of this user.
pub(super) fn tabs(user: UserId) -> BTreeSet<TabId> {
    keys(user).into_iter().map(|key| key.tab).collect()
}

/// Whether a name in storage is that of a write, and whose: the user and the tab.
pub(super) fn owner(key: &str) -> Option<(UserId, TabId)> {
    Owned::parse(PREFIX, key).map(|key| (key.user, key.tab))
}

/// The write of this name in storage and whose it is, if that is wanted and it can be read.
pub(super) fn read(key: &str, is_wanted: impl Fn(UserId) -> bool) -> Option<(UserId, Kept)> {
    let key = Owned::parse(PREFIX, key).filter(|key| is_wanted(key.user))?;
    let value = storage::get(storage::local().as_ref(), &key.name(PREFIX))?;
    Some((key.user, form::decode(key.id, &value)?))
}

/// Makes the writes of one tab those of another and returns them, in the order in
/// which they were written. Only for the holder of the former tab's claim.
///
/// A write that cannot be moved stays where it is, for the next look.
pub(super) fn take_over(user: UserId, from: &TabId, to: &TabId) -> Vec<Kept> {
    let local = storage::local();
    let mut taken = Vec::new();
    for key in keys(user).into_iter().filter(|key| key.tab == *from) {
        let name = key.name(PREFIX);
        let Some(write) =
            storage::get(local.as_ref(), &name).and_then(|value| form::decode(key.id, &value))
        else {
            continue;
        };
        // In this order: a page that dies in between leaves the write twice, and the
        // server takes it once.
        if keep(user, to, &write).is_ok() {
            storage::remove(local.as_ref(), &name);
            taken.push(write);
        }
    }
    taken.sort_by_key(|write| (write.order, write.written_at, write.client_id));
    taken
}

fn name(user: UserId, tab: &TabId, id: ClientId) -> String {
    let tab = tab.clone();
    Owned { user, tab, id }.name(PREFIX)
}

fn keys(user: UserId) -> Vec<Owned> {
    storage::keys(storage::local().as_ref())
        .iter()
        .filter_map(|key| Owned::parse(PREFIX, key))
        .filter(|key| key.user == user)
        .collect()
}
