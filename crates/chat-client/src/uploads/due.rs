//! Messages that go out by themselves once their files are there.
//!
//! The wish belongs to the files: it is kept with them over the end of the page, and whoever
//! takes them over has it, so of several tabs one sends. It names the write beforehand; where
//! it is carried out twice all the same, the server stores one message.
//!
//! It holds for what was in the box when it was made, and for what that answered. Whoever
//! changes the words sends again; so does whoever removes a file that was refused, which may be
//! to choose another one. A page that comes back without one of the files has no wish.

use serde::{Deserialize, Serialize};
use shared::cursor::Seq;
use shared::file::FileInfo;
use shared::ids::ClientId;
use shared::text::MessageText;

use super::{Stage, Upload, Uploads};
use crate::composing::MessageBox;

/// What goes out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The write's own id.
    pub client_id: ClientId,
    /// What stands in the box.
    pub typed: String,
    /// What the message says.
    pub text: MessageText,
    /// The message that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<Seq>,
}

/// A wish as it is kept, with the first of its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDue {
    /// What goes out.
    #[serde(flatten)]
    pub due: Due,
    /// With so many files; the message is not sent without one of them.
    pub files: usize,
}

/// How it is with a message that is to go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// When its files are there.
    Goes,
    /// Not while a file is refused.
    Refused {
        /// That file, or one of them, may be tried again.
        may_retry: bool,
    },
}

impl Uploads {
    /// The message in a box is to go out once its files are there.
    pub fn want(&mut self, at: MessageBox, due: Due) {
        self.due.insert(at, due);
    }

    /// It is not, after all. Answers whether it was to.
    pub fn withdraw(&mut self, at: MessageBox) -> bool {
        self.due.remove(&at).is_some()
    }

    /// What is to go out of a box.
    #[must_use]
    pub fn due(&self, at: MessageBox) -> Option<&Due> {
        self.due.get(&at)
    }

    /// How it is with it.
    #[must_use]
    pub fn outlook(&self, at: MessageBox) -> Option<Outlook> {
        self.due(at)?;
        let refused = self.refused(at);
        Some(refused.map_or(Outlook::Goes, |may_retry| Outlook::Refused { may_retry }))
    }

    /// Whether a file of a box was refused, and then whether that may be tried again.
    #[must_use]
    pub fn refused(&self, at: MessageBox) -> Option<bool> {
        let failed = self.of(at).filter_map(may_retry);
        failed.reduce(|one, other| one || other)
    }

    /// A message whose files are there. It is to be told by [`Uploads::withdraw`] that it is
    /// on its way.
    #[must_use]
    pub fn ready(&self) -> Option<(MessageBox, Due, Vec<FileInfo>)> {
        let is_there =
            |upload: &Upload| matches!(upload.stage, Stage::Done(_)) && !upload.is_doubtful;
        let ready = |(at, _): &(&MessageBox, &Due)| self.of(**at).all(is_there);
        let (at, due) = self.due.iter().find(ready)?;
        Some((*at, due.clone(), self.files(*at)))
    }

    /// The wish as it is kept: only where all of its files are.
    pub(super) fn kept_due(&self, at: MessageBox, kept: usize) -> Option<KeptDue> {
        let files = self.of(at).count();
        let due = self.due(at).filter(|_| files == kept)?.clone();
        Some(KeptDue { due, files })
    }

    /// A page that is gone had this wish.
    pub(super) fn adopt_due(&mut self, at: MessageBox, kept: KeptDue) {
        if self.of(at).count() == kept.files {
            self.due.entry(at).or_insert(kept.due);
        }
    }
}

/// Of an upload that was refused: whether it may be tried again.
fn may_retry(upload: &Upload) -> Option<bool> {
    match &upload.stage {
        Stage::Failed { may_retry, .. } => Some(*may_retry),
        Stage::Waiting | Stage::Sending { .. } | Stage::Resting { .. } | Stage::Done(_) => None,
    }
}

#[cfg(test)]
mod tests;
