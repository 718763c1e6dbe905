//! What the message box does beside taking letters: what it offers while somebody types
//! ([`complete`], [`emoji`]), what a slash at the beginning means ([`commands`]), whom an
//! invitation names ([`invite`]), times as people write them ([`when`]), and how signs are put
//! around what is selected ([`wrap`]). Texts in, texts out: the box itself is the browser's.

pub mod commands;
pub mod complete;
pub mod emoji;
pub mod fuzzy;
pub mod invite;
pub mod when;
pub mod wrap;

use shared::cursor::Seq;
use shared::ids::RoomId;

/// A message box: a room's own, or that of a thread in it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct MessageBox {
    /// The room.
    pub room: RoomId,
    /// The message that the thread hangs from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<Seq>,
}

impl From<RoomId> for MessageBox {
    fn from(room: RoomId) -> Self {
        Self { room, thread: None }
    }
}

/// The text before and behind a place that the browser counts in UTF-16 units. A place within
/// a character stands before it; one past the end, at the end.
#[must_use]
pub fn split_at_utf16(text: &str, units: usize) -> (&str, &str) {
    let mut passed = 0;
    for (at, c) in text.char_indices() {
        passed += c.len_utf16();
        if passed > units {
            return text.split_at(at);
        }
    }
    (text, "")
}

/// How many UTF-16 units a text has.
#[must_use]
pub fn utf16_length(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Whether a block of code was opened in this text and not closed: the next line is code.
#[must_use]
pub fn is_in_fence(before: &str) -> bool {
    let fences = before
        .lines()
        .filter(|line| line.trim_start().starts_with("```"))
        .count();
    fences % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_is_open_until_the_next_one() {
        assert!(!is_in_fence("a ``` b"));
        assert!(is_in_fence("a\n  ```rust\nb"));
        assert!(!is_in_fence("```\nb\n```\n"));
    }

    #[test]
    fn a_place_of_the_browser_is_one_between_characters() {
        assert_eq!(split_at_utf16("a🙂b", 0), ("", "a🙂b"));
        assert_eq!(split_at_utf16("a🙂b", 1), ("a", "🙂b"));
        assert_eq!(split_at_utf16("a🙂b", 2), ("a", "🙂b"));
        assert_eq!(split_at_utf16("a🙂b", 3), ("a🙂", "b"));
        assert_eq!(split_at_utf16("a🙂b", 9), ("a🙂b", ""));
        assert_eq!(utf16_length("a🙂b"), 4);
    }
}
