//! Files that people send, as programs speak of them: their ids, names and kinds.
//!
//! A kind is what the server found in the bytes, never what a sender said of them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::moment::Timestamp;
use crate::refusal::{Refusal, RefusalCode};
use crate::text::is_invisible;

/// Bytes of a file's name: what every file system of today keeps.
pub const FILE_NAME_BYTES_MAX: usize = 255;

/// A file of a room, and the upload that it came by. Given by the server; 128 random bits, written as 32 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FileId([u8; 16]);

impl FileId {
    /// From random bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The random bytes.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 16] {
        self.0
    }
}

impl fmt::Display for FileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for FileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FileId({self})")
    }
}

/// A text that is no id of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a file's id is 32 hexadecimal digits")]
pub struct NoFileId;

impl FromStr for FileId {
    type Err = NoFileId;

    fn from_str(text: &str) -> Result<Self, NoFileId> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() != 32 || !text.bytes().all(is_digit) {
            return Err(NoFileId);
        }
        let number = u128::from_str_radix(text, 16).map_err(|_| NoFileId)?;
        Ok(Self(number.to_be_bytes()))
    }
}

impl TryFrom<String> for FileId {
    type Error = NoFileId;

    fn try_from(text: String) -> Result<Self, NoFileId> {
        text.parse()
    }
}

impl From<FileId> for String {
    fn from(id: FileId) -> Self {
        id.to_string()
    }
}

/// What a file is called: one name, not a path; nothing in it hides or turns what is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FileName(String);

impl FileName {
    /// Reads a name as a sender gave it. White space at its ends is dropped.
    ///
    /// # Errors
    /// `name_invalid`: it is empty, longer than [`FILE_NAME_BYTES_MAX`], a path, or has characters that cannot be seen.
    pub fn parse(given: &str) -> Result<Self, Refusal> {
        let no = |sentence: &str| Err(Refusal::new(RefusalCode::NameInvalid, sentence));
        let name = given.trim();
        if name.is_empty() {
            return no("The file has no name.");
        }
        if name.len() > FILE_NAME_BYTES_MAX {
            return no("The file's name is longer than 255 bytes.");
        }
        if name == "." || name == ".." || name.contains(['/', '\\']) {
            return no("The file's name is a path. Send it under a plain name.");
        }
        // These shape emoji and letters; the others hide or turn what follows.
        let shapes = |c: char| matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE0E}' | '\u{FE0F}');
        let hides = |c: char| c.is_control() || (is_invisible(c) && !shapes(c));
        if name.chars().any(hides) || name.chars().all(is_invisible) {
            return no("The file's name has characters that cannot be seen.");
        }
        Ok(Self(name.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $media_type:literal,)*) => {
        /// What a file is, by its bytes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum FileKind {
            $($(#[$doc])* #[serde(rename = $media_type)] $name,)*
            /// Anything else. It is only ever saved, not shown.
            #[serde(rename = "application/octet-stream", other)]
            Other,
        }

        impl FileKind {
            /// The media type that it is served with.
            #[must_use]
            pub fn media_type(self) -> &'static str {
                match self {
                    $(Self::$name => $media_type,)*
                    Self::Other => "application/octet-stream",
                }
            }
        }
    };
}

kinds! {
    /// A picture.
    Png = "image/png",
    /// A photograph.
    Jpeg = "image/jpeg",
    /// A picture, perhaps moving.
    Gif = "image/gif",
    /// A picture, perhaps moving.
    Webp = "image/webp",
    /// Film.
    Mp4 = "video/mp4",
    /// Film of a telephone.
    QuickTime = "video/quicktime",
    /// Film.
    Webm = "video/webm",
    /// Sound.
    M4a = "audio/mp4",
    /// Sound.
    Mp3 = "audio/mpeg",
    /// Sound.
    Ogg = "audio/ogg",
    /// Sound.
    Wav = "audio/wav",
    /// Pages.
    Pdf = "application/pdf",
    /// UTF-8, whatever language is in it.
    Text = "text/plain",
}

impl FileKind {
    /// A picture that a page may show.
    #[must_use]
    pub fn is_image(self) -> bool {
        self.media_type().starts_with("image/")
    }

    /// Film that a page may play.
    #[must_use]
    pub fn is_video(self) -> bool {
        self.media_type().starts_with("video/")
    }

    /// Sound that a page may play.
    #[must_use]
    pub fn is_audio(self) -> bool {
        self.media_type().starts_with("audio/")
    }
}

/// A picture, before its bytes are there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImageInfo {
    /// Pixels across, as it is shown.
    pub width: u32,
    /// Pixels down, as it is shown.
    pub height: u32,
    /// Twelve colours of three hexadecimal digits each, red, green, blue: four columns in three rows, from the top left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placeholder: Option<String>,
    /// Whether there is a smaller picture of it. Without one, it is small itself or cannot be drawn.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub thumbnail: bool,
}

/// A file of a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileInfo {
    /// Its id in every address.
    pub id: FileId,
    /// What its sender called it. Under a key of its own, so that whoever blanks private words
    /// in a frame knows it from the names of rooms and people.
    #[serde(rename = "filename", alias = "name")]
    pub name: FileName,
    /// Bytes.
    pub size: u64,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: FileKind,
    /// For a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<ImageInfo>,
    /// When it was complete.
    pub at: Timestamp,
}

#[cfg(test)]
mod tests;
