//! One pending write: how far it has come, and what is said of it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use shared::cursor::Seq;
use shared::file::FileInfo;
use shared::ids::{ClientId, RequestId};
use shared::moment::Moment;
use shared::refusal::{Refusal, RefusalCode};
use shared::text::MessageText;

use crate::timeline::{
    Line, LineContent, LineKey, PendingChange, PendingState, Quote, Said, Unnumbered,
};
use crate::{Kept, Purpose};

/// What is said of a write that nobody answered for [`shared::limits::POST_ANSWER_WITHIN_MS`].
pub(super) const UNANSWERED: &str =
    "Not stored. The server did not answer for 20 s. Retry cannot post it twice.";

/// What is said when the server cannot write.
const DISK_FULL: &str = "Not stored. The server's disk is full. Your text is kept here.";

/// What is said of writes made under another login.
pub(super) const OTHER_USER: &str =
    "Not stored. It was written under another name. Retry sends it under this one.";

/// Where a write stands among all: by its order; writes of two tabs may share one,
/// then by their ids.
pub(super) type Place = (u64, ClientId);

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Write {
    pub(super) kept: Kept,
    pub(super) progress: Progress,
    /// Temporary refusals in a row.
    pub(super) refusals: u32,
    /// It lies in storage, as far as is known.
    pub(super) is_kept: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Progress {
    /// For the link or for its turn, and not before this moment.
    Waiting { not_before: Moment },
    /// On its way.
    Sending {
        since: Moment,
        request: RequestId,
        /// The link was asked since whether it is alive.
        doubted: bool,
    },
    /// The sentence lies in `kept.failed`.
    Failed,
}

impl Progress {
    pub(super) const READY: Self = Self::Waiting {
        not_before: Moment(0),
    };
}

impl Write {
    pub(super) fn fail(&mut self, sentence: String) {
        self.progress = Progress::Failed;
        self.kept.failed = Some(sentence);
    }

    /// Whether it waits for the person, the link or its turn: not on its way.
    pub(super) fn is_here(&self) -> bool {
        !matches!(self.progress, Progress::Sending { .. })
    }

    /// As it is shown.
    pub(super) fn shown(&self) -> Unnumbered {
        let kept = &self.kept;
        match &kept.purpose {
            Purpose::Post {
                reply_to,
                thread: None,
                files,
            } => Unnumbered::Line(self.line(*reply_to, files)),
            Purpose::Post {
                thread: Some(thread),
                files,
                ..
            } => Unnumbered::Reply(*thread, self.line(None, files)),
            Purpose::Edit { target, .. } => self.change(*target, Some(&kept.text)),
            Purpose::Delete { target }
            | Purpose::React { target, .. }
            | Purpose::Unreact { target, .. }
            | Purpose::Pin { target }
            | Purpose::Unpin { target } => self.change(*target, None),
            // It stands at no message: the room's head shows it once it is stored.
            Purpose::Topic { .. } => self.change(Seq::ZERO, None),
        }
    }

    fn change(&self, target: Seq, text: Option<&MessageText>) -> Unnumbered {
        Unnumbered::Change(
            target,
            PendingChange {
                client_id: self.kept.client_id,
                purpose: self.kept.purpose.clone(),
                text: text.cloned(),
                state: self.state(),
                is_kept: self.is_kept,
            },
        )
    }

    fn line(&self, reply_to: Option<Seq>, files: &[FileInfo]) -> Line {
        let quote = |seq| {
            let said = Said::Unknown;
            Rc::new(Quote { seq, said })
        };
        Line {
            key: LineKey::Pending(self.kept.order, self.kept.client_id),
            content: LineContent::Pending {
                text: self.kept.text.clone(),
                written_at: self.kept.written_at,
                state: self.state(),
                is_kept: self.is_kept,
                quote: reply_to.map(quote),
                files: files.to_vec(),
            },
        }
    }

    fn state(&self) -> PendingState {
        match (&self.progress, &self.kept.failed) {
            (Progress::Failed, reason) => PendingState::Failed {
                reason: reason.clone().unwrap_or_default(),
            },
            (Progress::Waiting { .. }, _) => PendingState::Waiting,
            (Progress::Sending { since, .. }, _) => PendingState::Sending { since: *since },
        }
    }
}

pub(super) fn sentence(refusal: &Refusal) -> String {
    if refusal.code == RefusalCode::DiskFull {
        DISK_FULL.to_owned()
    } else {
        ["Not stored. ", &refusal.message].concat()
    }
}

/// Why a change without words is not made; none where nobody needs to hear it: it is so
/// already, or what it was to change is gone.
pub(super) fn why_not(purpose: &Purpose, refusal: &Refusal) -> Option<String> {
    let is_delete = matches!(purpose, Purpose::Delete { .. });
    let is_so = refusal.code == RefusalCode::AlreadySo
        || (is_delete && refusal.code == RefusalCode::MessageDeleted);
    (!is_so).then(|| refusal.message.clone())
}
