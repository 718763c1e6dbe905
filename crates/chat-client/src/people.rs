//! Who is here. Only as true as the link: while it is down, nobody is known to be
//! here, and the last roster is shown as such.

use serde::{Deserialize, Serialize};
use shared::limits::ROSTER_PEOPLE_MAX;
use shared::server_frame::Presence;
use shared::signal::{PresenceState, Present, Roster};

/// The people that the server told about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// How many are online or away.
    pub count: u32,
    /// Those that the server lists, by name: all of them, or nobody when they are
    /// more than [`shared::limits::ROSTER_PEOPLE_MAX`].
    pub listed: Vec<Present>,
    /// False while the link is down: every presence dot is a ring.
    pub known: bool,
}

impl People {
    /// The whole roster came.
    pub(crate) fn replace(&mut self, roster: Roster) {
        self.count = roster.count;
        self.listed = roster.people;
        self.listed
            .retain(|present| present.state != PresenceState::Offline);
        self.known = true;
        self.sort();
    }

    /// Somebody came, went or turned away.
    pub(crate) fn apply(&mut self, presence: Presence) {
        self.count = presence.count;
        if presence.count as usize > ROSTER_PEOPLE_MAX {
            self.listed.clear();
            return;
        }
        for change in presence.changes {
            self.listed
                .retain(|present| present.user.id != change.user.id);
            if change.state != PresenceState::Offline {
                self.listed.push(change);
            }
        }
        self.sort();
    }

    /// The link is down: what was known may be wrong by now.
    pub(crate) fn lost(&mut self) {
        self.known = false;
    }

    fn sort(&mut self) {
        self.listed
            .sort_by_cached_key(|present| (present.user.name.folded(), present.user.id));
    }
}

#[cfg(test)]
mod tests;
