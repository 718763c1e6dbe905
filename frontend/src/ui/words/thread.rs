//! The words of threads and of messages that are passed on.

/// The panel.
pub const TITLE: &str = "Thread";
/// Closes it.
pub const CLOSE: &str = "Close thread (Esc)";
/// Closes it on a phone.
pub const BACK: &str = "Back to the room";
/// Its messages.
pub const MESSAGES: &str = "Thread messages";
/// For the ear, before how many there are.
pub const OPEN: &str = "Open thread, ";
/// Opens a thread to write in it.
pub const REPLY: &str = "Reply in thread";
/// Sends.
pub const SEND: &str = "Send reply";
/// The form.
pub const WRITE: &str = "Write a reply";
/// On its way.
pub const FETCHING: &str = "Fetching the thread…";
/// Where the first message is not to be had.
pub const NO_ROOT: &str = "The first message of this thread was deleted.";
/// Beside a thread that is longer than what is shown.
pub const TOO_LONG: &str = "Only the first 4,000 replies are read here.";
/// Why a command does nothing in a thread.
pub const NOT_HERE: &str = "This works in the room's own message box.";
/// Passes a message on.
pub const FORWARD: &str = "Forward";
/// The dialog.
pub const FORWARD_TITLE: &str = "Forward to a room";
/// Its box.
pub const ROOM: &str = "Find a room";
/// No room is left.
pub const NO_ROOM: &str = "No room of yours is called so.";

/// `4 replies`.
#[must_use]
pub fn replies(number: u64) -> String {
    match number {
        0 => "No replies yet".to_owned(),
        1 => "1 reply".to_owned(),
        _ => [&number.to_string(), " replies"].concat(),
    }
}

/// `last at 14:20`.
#[must_use]
pub fn last_at(at: &str) -> String {
    ["last at ", at].concat()
}

/// Above a message that was passed on from a room of one's own.
#[must_use]
pub fn forwarded_from(name: &str, room: &str) -> String {
    ["Forwarded from #", room, ", by ", name].concat()
}

/// Above one from a room that one may not read.
#[must_use]
pub fn forwarded(name: &str) -> String {
    ["Forwarded, by ", name].concat()
}

/// What was just done.
#[must_use]
pub fn is_forwarded(room: &str) -> String {
    ["Forwarded to #", room].concat()
}
