//! The words of the quick switcher.

/// The dialog.
pub const TITLE: &str = "Go to";
/// Its box.
pub const BOX: &str = "A room, a person, a panel";
/// Beside a person.
pub const MESSAGES_OF: &str = "messages of";
/// Panels.
pub const NEW_ROOM: &str = "New room";
/// The settings.
pub const SETTINGS: &str = "Settings";
/// The list of keys.
pub const KEYS: &str = "Keyboard shortcuts";
/// The connection panel.
pub const CONNECTION: &str = "Connection panel";
/// What is pinned.
pub const PINS: &str = "Pinned messages";

/// `3 unread`.
#[must_use]
pub fn unread(number: u64) -> String {
    [&number.to_string(), " unread"].concat()
}

/// The last row.
#[must_use]
pub fn search_for(typed: &str) -> String {
    ["Search messages for “", typed, "”"].concat()
}
