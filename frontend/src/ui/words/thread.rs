//! The words of threads and of messages that are passed on.

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
