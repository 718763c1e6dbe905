//! `GET /api/search`: what a search over messages answers.

use serde::{Deserialize, Serialize};

use crate::cursor::{Epoch, Seq};
use crate::entry::Author;
use crate::ids::RoomId;
use crate::moment::Timestamp;

/// Hits of one answer at most.
pub const SEARCH_HITS_MAX: u16 = 50;

/// Hits of one answer where nothing else is asked for.
pub const SEARCH_HITS: u16 = 20;

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchPage {
    /// The log's incarnation.
    pub epoch: Epoch,
    /// In the order that was asked for.
    pub hits: Vec<SearchHit>,
    /// Ask again with this in `after`; none where all was searched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<i64>,
    /// Entries of the searched rooms that are not in the index yet; zero but for moments
    /// after they came, and while an index is made anew.
    #[serde(default)]
    pub behind: u64,
}

/// A message that fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchHit {
    /// Its room.
    pub room: RoomId,
    /// Its number there.
    pub seq: Seq,
    /// Who wrote it.
    pub author: Author,
    /// When it was stored.
    pub at: Timestamp,
    /// What it says now in one line, without the signs of its markup and each spoiler as one
    /// U+FFFC, and then the names of its files, a line each; or the part of that around what
    /// was found.
    pub text: String,
    /// Something stands before the text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cut_before: bool,
    /// Something stands behind it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cut_behind: bool,
    /// What fits, from and up to, in characters (Unicode scalar values) of the text.
    pub marks: Vec<(u32, u32)>,
}
