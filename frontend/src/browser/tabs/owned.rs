//! The name in storage of something that one tab has and another takes over when that tab is
//! gone: whose it is, which tab has it, and its own id. Pure.
//!
//! What stands before these three says what it is, and the version of name and value:
//! `confab.outbox.1.<user>.<tab>.<id>`.

use shared::ids::{ClientId, UserId};

use super::TabId;

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::browser) struct Owned {
    /// Whose it is.
    pub(in crate::browser) user: UserId,
    /// The tab that has it.
    pub(in crate::browser) tab: TabId,
    /// Its own id.
    pub(in crate::browser) id: ClientId,
}

impl Owned {
    /// Reads a name that begins so; `None` for any other name in storage.
    pub(in crate::browser) fn parse(prefix: &str, name: &str) -> Option<Self> {
        let mut parts = name.strip_prefix(prefix)?.splitn(3, '.');
        let user = UserId(parts.next()?.parse().ok()?);
        let tab = TabId::parse(parts.next()?)?;
        let id = parts.next()?.parse().ok()?;
        Some(Self { user, tab, id })
    }

    /// The name, which begins so.
    pub(in crate::browser) fn name(&self, prefix: &str) -> String {
        let (user, tab, id) = (self.user, self.tab.to_string(), self.id);
        [prefix, &user.to_string(), ".", &tab, ".", &id.to_string()].concat()
    }
}
