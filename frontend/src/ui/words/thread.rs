//! The words of threads and of messages that are passed on.

use chat_client::thread::Replies;

/// `2 threads with new replies`.
#[must_use]
pub fn new_in(threads: usize) -> String {
    t!("thread-list-new-in", count = threads as u64)
}

/// `4 replies, 1 deleted`.
#[must_use]
pub fn counted(found: &Replies) -> String {
    let all = replies(found.all);
    match found.deleted {
        0 => all,
        deleted => [all, t!("thread-deleted", count = deleted)].join(t!("list-comma")),
    }
}

/// `4 replies`.
#[must_use]
pub fn replies(number: u64) -> String {
    match number {
        0 => t!("thread-no-replies-yet").to_owned(),
        _ => t!("thread-replies", count = number),
    }
}

/// `last at 14:20`.
#[must_use]
pub fn last_at(at: &str) -> String {
    t!("thread-last-at", time = at)
}

/// Above a message that was passed on from a room of one's own.
#[must_use]
pub fn forwarded_from(name: &str, room: &str) -> String {
    t!("thread-forwarded-from", room = room, name = name)
}

/// Above one from a room that one may not read.
#[must_use]
pub fn forwarded(name: &str) -> String {
    t!("thread-forwarded", name = name)
}

/// What was just done.
#[must_use]
pub fn is_forwarded(room: &str) -> String {
    t!("thread-forwarded-to", room = room)
}
