//! What becomes of a room's draft when a device writes it: the one rule by which the newest
//! text wins and nothing is lost, for every store.

use std::fmt;

use shared::ids::{ClientId, RoomId, UserId};
use shared::kept::Draft;
use shared::limits::DRAFT_CHARS_MAX;

/// A draft as a device writes it.
#[derive(Clone)]
pub struct NewDraft {
    /// Whose.
    pub user: UserId,
    /// In which room.
    pub room: RoomId,
    /// Which page or program writes.
    pub by: ClientId,
    /// The revision that it saw last.
    pub base: u64,
    /// The text; empty for none. At most [`DRAFT_CHARS_MAX`].
    pub text: String,
    /// What was set aside at `base` is not wanted any more.
    pub drops_aside: bool,
}

// What somebody typed must not reach a log.
impl fmt::Debug for NewDraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewDraft")
            .field("user", &self.user)
            .field("room", &self.room)
            .field("base", &self.base)
            .field("text_bytes", &self.text.len())
            .finish_non_exhaustive()
    }
}

/// The draft after a write, on top of the one before.
#[must_use]
pub fn written(before: Option<&Draft>, new: &NewDraft, revision: u64) -> Draft {
    let aside = before.map_or_else(String::new, |before| {
        let has_seen = new.base >= before.revision;
        let aside = if new.drops_aside && has_seen {
            ""
        } else {
            &before.aside
        };
        let is_lost =
            !has_seen && new.by != before.by && !new.text.contains(before.text.trim_end());
        if is_lost {
            behind(aside, &before.text)
        } else {
            aside.to_owned()
        }
    });
    Draft {
        room: new.room,
        revision,
        by: new.by,
        text: new.text.clone(),
        aside,
    }
}

/// Both texts, one below the other; what is too long for it is taken off the beginning.
fn behind(aside: &str, text: &str) -> String {
    if aside.is_empty() {
        return text.to_owned();
    }
    let both = [aside, "\n", text].concat();
    let over = both.chars().count().saturating_sub(DRAFT_CHARS_MAX);
    both.chars().skip(over).collect()
}
