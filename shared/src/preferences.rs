//! What a person wants to be told of, whatever device they are at.
//!
//! Kept as JSON. What is read back may come from another version or from other hands, so
//! [`Preferences::checked`] brings it within the bounds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::RoomId;
use crate::moment::Timestamp;

/// Rooms with a wish of their own. As many as a server has.
pub const ROOM_WISHES_MAX: usize = crate::limits::ROOMS_MAX;

/// Words that somebody is told of.
pub const KEYWORDS_MAX: usize = 20;

/// Characters of such a word.
pub const KEYWORD_CHARS_MAX: usize = 40;

/// Minutes of a day.
pub const DAY_MINUTES: u16 = 24 * 60;

/// What a person wants to be told of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// In rooms without a wish of their own.
    pub tell: Tell,
    /// Of single rooms.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub rooms: BTreeMap<RoomId, RoomWish>,
    /// Words that are as good as a mention, wherever mentions are told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// When nothing is told, day by day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiet: Option<QuietHours>,
}

/// Of which messages somebody is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tell {
    /// Those that name them or have one of their words.
    #[default]
    Mentions,
    /// All of them.
    Everything,
    /// None.
    Nothing,
}

impl Tell {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Mentions, Self::Everything, Self::Nothing];
}

/// What is wanted of one room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoomWish {
    /// Instead of what holds for all rooms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tell: Option<Tell>,
    /// Nothing until then, by the server's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub muted_until: Option<Timestamp>,
}

/// A stretch of each day, by the clock of the device; over midnight where it ends before
/// it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietHours {
    /// The first minute of the day.
    pub from: u16,
    /// The minute after the last.
    pub to: u16,
}

impl QuietHours {
    /// Whether a minute of the day is within them.
    #[must_use]
    pub fn holds(self, minute: u16) -> bool {
        if self.from <= self.to {
            (self.from..self.to).contains(&minute)
        } else {
            minute >= self.from || minute < self.to
        }
    }
}

impl Preferences {
    /// Of which messages of a room the person is told now.
    #[must_use]
    pub fn of(&self, room: RoomId, now: Timestamp) -> Tell {
        let wish = self.rooms.get(&room).copied().unwrap_or_default();
        if wish.muted_until.is_some_and(|until| now < until) {
            return Tell::Nothing;
        }
        wish.tell.unwrap_or(self.tell)
    }

    /// Changes what is wanted of a room. One that says nothing is not kept.
    pub fn wish(&mut self, room: RoomId, wish: RoomWish) {
        if wish == RoomWish::default() {
            self.rooms.remove(&room);
        } else {
            self.rooms.insert(room, wish);
        }
    }

    /// The same within the bounds: what is beyond them is left out.
    #[must_use]
    pub fn checked(mut self) -> Self {
        while self.rooms.len() > ROOM_WISHES_MAX {
            self.rooms.pop_last();
        }
        self.keywords = keywords(&self.keywords.join(","));
        self.quiet = self.quiet.filter(|quiet| {
            quiet.from < DAY_MINUTES && quiet.to < DAY_MINUTES && quiet.from != quiet.to
        });
        self
    }
}

/// Words out of a line with commas between them; what is beyond the bounds is left out.
#[must_use]
pub fn keywords(line: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in line.split([',', '\n']) {
        let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_new = !words
            .iter()
            .any(|other| other.to_lowercase() == word.to_lowercase());
        let fits = !word.is_empty() && word.chars().count() <= KEYWORD_CHARS_MAX;
        if is_new && fits && words.len() < KEYWORDS_MAX {
            words.push(word);
        }
    }
    words
}

#[cfg(test)]
mod tests;
