//! What people left in this browser who are not signed in any more: unsent messages and
//! drafts.
//!
//! None of it is ever sent by itself: it was written in somebody's name, and that login has
//! ended. It is shown on request, and goes into a message box or away. Two tabs may look at
//! the same time; a text is taken by one of them. What has no words, such as a reaction, goes
//! with the login.

use chat_client::Kept;
use shared::ids::{RoomId, UserId};
use shared::moment::Timestamp;

use super::{outbox, storage};

/// A text that was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Its name in storage.
    key: String,
    /// Who wrote it.
    pub user: UserId,
    /// Into which room.
    pub room: RoomId,
    /// What was written.
    pub text: String,
    /// When it was sent off; nothing for a draft, which was not.
    pub sent_at: Option<Timestamp>,
}

/// Everything that people left who are not the one who is signed in here; the oldest first,
/// drafts last.
#[must_use]
pub fn left() -> Vec<Left> {
    let me = storage::user();
    let is_former = |user| Some(user) != me;
    forget_wordless(is_former);
    all(is_former)
}

/// What one person's unsent messages and drafts are.
#[must_use]
pub fn of(user: UserId) -> Vec<Left> {
    all(|other| other == user)
}

/// What the person is called who is signed in here or was, if that is remembered.
#[must_use]
pub fn name(user: UserId) -> Option<String> {
    storage::name(user)
}

/// Takes a text out of storage. False when another tab was quicker.
#[must_use]
pub fn take(left: &Left) -> bool {
    let local = storage::local();
    let is_there = storage::get(local.as_ref(), &left.key).is_some();
    storage::remove(local.as_ref(), &left.key);
    if of(left.user).is_empty() {
        storage::forget_name(left.user);
    }
    is_there
}

/// Forgets everything of one person.
pub fn discard(user: UserId) {
    for left in of(user) {
        // Who was quicker has it.
        let _ = take(&left);
    }
    storage::forget_name(user);
}

/// Nobody can be offered what has no words, and nobody sends it any more.
fn forget_wordless(is_wanted: impl Fn(UserId) -> bool) {
    let local = storage::local();
    for key in storage::keys(local.as_ref()) {
        let write = outbox::read(&key, &is_wanted);
        if write.is_some_and(|(_, write)| is_wordless(&write)) {
            storage::remove(local.as_ref(), &key);
        }
    }
}

/// A reaction has no words, nor has a message or an edit that leaves files alone.
fn is_wordless(write: &Kept) -> bool {
    !write.purpose.has_text() || write.text.as_str().is_empty()
}

fn all(is_wanted: impl Fn(UserId) -> bool) -> Vec<Left> {
    let mut found: Vec<Left> = storage::keys(storage::local().as_ref())
        .into_iter()
        .filter_map(|key| unsent(&key, &is_wanted).or_else(|| draft(&key, &is_wanted)))
        .collect();
    found.sort_by(|a, b| {
        let place = |left: &Left| (left.sent_at.is_none(), left.sent_at);
        place(a).cmp(&place(b)).then_with(|| a.key.cmp(&b.key))
    });
    found
}

fn unsent(key: &str, is_wanted: &impl Fn(UserId) -> bool) -> Option<Left> {
    let (user, write) = outbox::read(key, is_wanted)?;
    if is_wordless(&write) {
        return None;
    }
    Some(Left {
        key: key.to_owned(),
        user,
        room: write.room,
        text: write.text.as_str().to_owned(),
        sent_at: Some(write.written_at),
    })
}

fn draft(key: &str, is_wanted: &impl Fn(UserId) -> bool) -> Option<Left> {
    let (user, room) = storage::draft_owner(key)?;
    let text = is_wanted(user).then(|| storage::get(storage::local().as_ref(), key))??;
    Some(Left {
        key: key.to_owned(),
        user,
        room,
        text,
        sent_at: None,
    })
}
