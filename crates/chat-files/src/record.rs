//! What is written beside the bytes: of an upload, of a file that is complete.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use shared::file::{FileId, FileInfo, FileKind, FileName};
use shared::ids::{RoomId, UserId};

/// SHA-256 of what is kept of a file, in hexadecimal digits; the name of its place on disk.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest(String);

impl Digest {
    pub(crate) fn of(hash: [u8; 32]) -> Self {
        Self(HEXLOWER.encode(&hash))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The first two digits: the folder, so that no folder has too many files.
    pub(crate) fn folder(&self) -> &str {
        &self.0[..2]
    }
}

impl TryFrom<String> for Digest {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match HEXLOWER.decode(text.as_bytes()) {
            Ok(bytes) if bytes.len() == 32 => Ok(Self(text)),
            _ => Err("a digest has 64 hexadecimal digits"),
        }
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.0
    }
}

/// An upload, as it was announced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announced {
    /// The upload's id, and the file's later.
    pub id: FileId,
    /// Where the file will be.
    pub room: RoomId,
    /// Who sends it.
    pub owner: UserId,
    /// What they call it.
    pub name: FileName,
    /// Bytes that will come.
    pub size: u64,
    /// What they say it is: a media type, or nothing.
    #[serde(default)]
    pub declared: String,
}

/// A file that is complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Where it is.
    pub room: RoomId,
    /// Who sent it.
    pub owner: UserId,
    /// What others are told of it.
    pub info: FileInfo,
    /// What is in it.
    pub digest: Digest,
    /// What its thumbnail is, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<FileKind>,
}
