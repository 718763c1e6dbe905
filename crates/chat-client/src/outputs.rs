//! What one call asks of its driver: deeds in order, then every view that may
//! differ, each named once.

use shared::ids::RoomId;

use crate::Output;
use crate::changes::Change;

/// What one call of [`crate::ChatClient::handle`] asks of its driver, in order.
#[derive(Debug, Default)]
#[must_use = "every output is to be carried out, in order"]
pub struct Outputs {
    deeds: Vec<Output>,
    changes: Vec<Change>,
}

impl Outputs {
    /// The outputs, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Output> {
        self.deeds.iter()
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.deeds.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.deeds.len()
    }

    pub(crate) fn push(&mut self, deed: Output) {
        self.deeds.push(deed);
    }

    /// A view may differ. Said twice, it is told once.
    pub(crate) fn changed(&mut self, change: Change) {
        if !self.changes.contains(&change) {
            self.changes.push(change);
        }
    }

    pub(crate) fn timeline_changed(&mut self, room: RoomId) {
        self.changed(Change::Timeline(room));
    }

    /// Puts the changes behind the deeds: the call is over.
    pub(crate) fn finish(&mut self) -> Self {
        let mut whole = std::mem::take(self);
        whole
            .deeds
            .extend(whole.changes.drain(..).map(Output::Changed));
        whole
    }
}

impl IntoIterator for Outputs {
    type Item = Output;
    type IntoIter = std::vec::IntoIter<Output>;

    fn into_iter(self) -> Self::IntoIter {
        self.deeds.into_iter()
    }
}

impl<'a> IntoIterator for &'a Outputs {
    type Item = &'a Output;
    type IntoIter = std::slice::Iter<'a, Output>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
