//! Unnumbered news that may be dropped: who is here, who is typing.

use serde::{Deserialize, Serialize};

use crate::entry::Author;

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
}

/// Who is here, whole. Above [`crate::limits::ROSTER_PEOPLE_MAX`] people only the
/// count is told, and `people` is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    /// How many people are online or away.
    pub count: u32,
    /// All of them, or nobody when there are too many to list.
    pub people: Vec<Present>,
}
