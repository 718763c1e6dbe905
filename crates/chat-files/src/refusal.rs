//! Why a file is not taken.

use std::io;

use shared::file::FileKind;

/// A no, or a failure. Nothing half-done is left by any of them.
#[derive(Debug, thiserror::Error)]
pub enum FileRefusal {
    /// Over the limit of one file.
    #[error("over {max} bytes")]
    TooLarge {
        /// The limit in bytes.
        max: u64,
    },
    /// All files of the user together would be over their limit.
    #[error("over {max} bytes of one user")]
    UserFull {
        /// The limit in bytes.
        max: u64,
    },
    /// The user has too many files.
    #[error("over {max} files of one user")]
    TooManyFiles {
        /// The limit.
        max: usize,
    },
    /// The user has too many uploads that are not complete.
    #[error("over {max} uploads at once")]
    TooManyUploads {
        /// The limit.
        max: usize,
    },
    /// No upload of this user has this id: it ended, was taken back, or never was.
    #[error("no such upload")]
    UnknownUpload,
    /// No file has this id.
    #[error("no such file")]
    UnknownFile,
    /// The bytes go on elsewhere: at what is there already.
    #[error("goes on at {received}")]
    OffsetWrong {
        /// Bytes that are there.
        received: u64,
    },
    /// More bytes than were announced.
    #[error("more bytes than were announced")]
    TooMany,
    /// The file is not complete yet.
    #[error("only {received} bytes are there")]
    Incomplete {
        /// Bytes that are there.
        received: u64,
    },
    /// Another request goes on with this upload.
    #[error("another request goes on with it")]
    Superseded,
    /// It is not what its sender said. The upload is gone.
    #[error("said to be {declared}, is {}", found.media_type())]
    TypeWrong {
        /// As it was said.
        declared: String,
        /// By its bytes.
        found: FileKind,
    },
    /// It breaks its own format. The upload is gone.
    #[error("{what}")]
    Damaged {
        /// By its first bytes.
        kind: FileKind,
        /// In words, after "It says that it is a picture, but ".
        what: &'static str,
    },
    /// A picture that would not fit into a reader's memory. The upload is gone.
    #[error("{width} x {height} pixels")]
    TooManyPixels {
        /// Across.
        width: u32,
        /// Down.
        height: u32,
    },
    /// The disk is full, or would be. What was sent so far is kept.
    #[error("the disk is full")]
    DiskFull,
    /// The disk fails. What was sent so far may be kept.
    #[error("the disk fails: {0}")]
    Failed(io::Error),
}

impl From<io::Error> for FileRefusal {
    fn from(error: io::Error) -> Self {
        let full = [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded];
        if full.contains(&error.kind()) {
            return Self::DiskFull;
        }
        Self::Failed(error)
    }
}
