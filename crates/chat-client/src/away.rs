//! Whether nobody looks at this client, or nobody does anything there any more: told to the
//! server after a while, and told again on every new connection, which knows nothing of it.

use serde::{Deserialize, Serialize};
use shared::moment::Moment;

/// Nobody has looked for this long: the user is away. Shorter, and switching to
/// another tab would flicker on everybody's screen.
pub(crate) const AWAY_AFTER_MS: u64 = 5 * 60 * 1_000;

/// Nobody has done anything for this long, though the page can be seen: the user is away.
/// Longer, for somebody may read.
pub(crate) const IDLE_AFTER_MS: u64 = 10 * 60 * 1_000;

/// What the server was told, since when nobody looks, and when somebody last did something.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Away {
    hidden_since: Option<Moment>,
    /// `None` where nobody ever says.
    active_at: Option<Moment>,
    told_away: bool,
}

impl Away {
    pub(crate) fn is_hidden(&self) -> bool {
        self.hidden_since.is_some()
    }

    pub(crate) fn hidden(&mut self, now: Moment) {
        self.hidden_since.get_or_insert(now);
    }

    pub(crate) fn active(&mut self, now: Moment) {
        self.active_at = Some(now);
    }

    pub(crate) fn shown(&mut self) {
        self.hidden_since = None;
    }

    /// A new connection takes everybody for present.
    pub(crate) fn connected(&mut self) {
        self.told_away = false;
    }

    /// What the server is to be told now, if that differs from what it was told.
    /// Ask only with a link: the answer counts as told.
    pub(crate) fn news(&mut self, now: Moment) -> Option<bool> {
        let away = self.away_from().is_some_and(|from| from <= now);
        (away != self.told_away).then(|| {
            self.told_away = away;
            away
        })
    }

    /// When [`Away::news`] will have something to say.
    pub(crate) fn deadline(&self) -> Option<Moment> {
        if self.told_away {
            None
        } else {
            self.away_from()
        }
    }

    fn away_from(&self) -> Option<Moment> {
        let hidden = self.hidden_since.map(|since| since.plus_ms(AWAY_AFTER_MS));
        let idle = self.active_at.map(|at| at.plus_ms(IDLE_AFTER_MS));
        hidden.into_iter().chain(idle).min()
    }
}
