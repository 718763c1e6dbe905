//! What is kept of an upload over the end of its page, and how much a browser keeps.
//!
//! The bytes are kept apart from what is known of them, which is small and written anew
//! whenever it moves. What is on the server whole is kept by its id also where its bytes are
//! not.

use serde::{Deserialize, Serialize};
use shared::file::{FileId, FileInfo};

use super::due::KeptDue;
use super::{Chosen, Stage, Upload, UploadKey};
use crate::composing::MessageBox;

/// Files that one person keeps in one browser: as many as a message brings, and as the server
/// takes from one user at once.
pub const KEPT_MAX: usize = shared::limits::MESSAGE_FILES_MAX;

/// Bytes that they come to, each as large as the person's own file. Two files of the size that
/// a server takes without being told otherwise, with room to spare; and a quarter of what the
/// most sparing browser leaves to one site, beside whose share nothing else of ours is large.
pub const KEPT_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// What one person's uploads take of this browser already, whichever tab has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    count: usize,
    bytes: u64,
}

impl Shelf {
    /// With these on it.
    #[must_use]
    pub fn with(sizes: impl IntoIterator<Item = u64>) -> Self {
        let mut shelf = Self::default();
        for size in sizes {
            shelf.count += 1;
            shelf.bytes = shelf.bytes.saturating_add(size);
        }
        shelf
    }

    /// Puts one more on it; false where there is no room for it.
    pub fn takes(&mut self, size: u64) -> bool {
        let bytes = self.bytes.saturating_add(size);
        let is_room = self.count < KEPT_MAX && bytes <= KEPT_BYTES_MAX;
        if is_room {
            self.count += 1;
            self.bytes = bytes;
        }
        is_room
    }
}

/// What is known of an upload, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptUpload {
    /// Its name, under which its bytes are kept as well.
    pub key: UploadKey,
    /// Whose next message brings it.
    #[serde(flatten)]
    pub at: MessageBox,
    /// What it is.
    #[serde(flatten)]
    pub file: Chosen,
    /// Where it stood among the others.
    pub order: u64,
    /// The server's name for it, once announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<FileId>,
    /// Bytes that were on the server's disk.
    #[serde(default)]
    pub received: u64,
    /// The server refused it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failed: Option<KeptFailure>,
    /// The file is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<FileInfo>,
    /// The message that it is in is to go out; with the first of its files alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<KeptDue>,
}

/// Why the server refused an upload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptFailure {
    /// As [`Stage::Failed`] has it.
    pub reason: String,
    /// As [`Stage::Failed`] has it.
    pub may_retry: bool,
}

impl KeptUpload {
    /// What is to be kept of an upload: nothing where that would be of no use, because the
    /// bytes are not kept and not on the server either.
    pub(super) fn of(upload: &Upload) -> Option<Self> {
        let mut kept = Self {
            key: upload.key,
            at: upload.at,
            file: upload.file.clone(),
            order: upload.order,
            id: upload.id,
            received: upload.reached,
            failed: None,
            done: None,
            due: None,
        };
        match &upload.stage {
            Stage::Done(info) => kept.done = Some(info.clone()),
            Stage::Failed { reason, may_retry } => {
                kept.failed = Some(KeptFailure {
                    reason: reason.clone(),
                    may_retry: *may_retry,
                });
            }
            Stage::Waiting | Stage::Sending { .. } | Stage::Resting { .. } => {}
        }
        (kept.done.is_some() || upload.is_kept || !upload.has_bytes).then_some(kept)
    }
}
