//! Unnumbered news that may be dropped: who is here and what they say of themselves, who
//! is typing.

use serde::{Deserialize, Serialize};

use crate::entry::Author;
use crate::moment::Timestamp;
use crate::refusal::Refusal;
use crate::text::{Emoji, StatusText};

/// Whether somebody is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PresenceState {
    /// At least one connection of theirs is in use.
    Online,
    /// Connected, but every connection says that nobody is looking.
    Away,
    /// No connection, and the leave grace is over.
    Offline,
}

/// One person's presence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Present {
    /// Who.
    pub user: Author,
    /// Whether they are here.
    pub state: PresenceState,
    /// What they say of themselves, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Box<Status>>,
}

/// What somebody says of themselves. Whoever shows it stops when `until` has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// A sign before the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emoji: Option<Emoji>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<StatusText>,
    /// They want to be told of nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub do_not_disturb: bool,
    /// It holds before this time of the server's clock; without one until it is changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

/// `PUT /api/me/status`: a status as it was typed. An empty one takes it back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StatusWish {
    /// As [`Status::emoji`]; empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub emoji: String,
    /// As [`Status::text`]; empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// As [`Status::do_not_disturb`].
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub do_not_disturb: bool,
    /// As [`Status::until`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

impl Status {
    /// Parses what was typed; nothing where it says nothing.
    ///
    /// # Errors
    /// `emoji_invalid`, `text_too_long` or `text_control`.
    pub fn parse(wish: &StatusWish) -> Result<Option<Self>, Refusal> {
        let is_typed = |text: &&str| !text.trim().is_empty();
        let status = Self {
            emoji: Some(wish.emoji.trim())
                .filter(is_typed)
                .map(Emoji::parse)
                .transpose()
                .map_err(|refusal| {
                    Refusal::new(refusal.code, "Before the words stands one emoji.")
                })?,
            text: Some(wish.text.as_str())
                .filter(is_typed)
                .map(StatusText::parse)
                .transpose()?,
            do_not_disturb: wish.do_not_disturb,
            until: wish.until,
        };
        let says = status.emoji.is_some() || status.text.is_some() || status.do_not_disturb;
        Ok(says.then_some(status))
    }

    /// Bytes that it has on the wire at most.
    #[must_use]
    pub fn wire_bytes(&self) -> usize {
        /// Names of the members, signs between them, and a time.
        const AROUND: usize = 96;
        let text = self.text.as_ref().map_or("", StatusText::as_str);
        let emoji = self.emoji.as_ref().map_or("", Emoji::as_str);
        let escaped = text.matches(['"', '\\']).count();
        AROUND + emoji.len() + text.len() + escaped
    }

    /// Whether it still holds.
    #[must_use]
    pub fn holds(&self, now: Timestamp) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

#[cfg(test)]
mod tests;

/// Who is here, whole. Above [`crate::limits::ROSTER_PEOPLE_MAX`] people only the
/// count is told, and `people` is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    /// How many people are online or away.
    pub count: u32,
    /// All of them, or nobody when there are too many to list.
    pub people: Vec<Present>,
}
