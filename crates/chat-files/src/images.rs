//! What is inside a picture or a film: how large it is, and which of its bytes are kept.
//!
//! A walk over the parts of a file, without decoding one pixel. What a camera adds (the place, the
//! owner, a smaller picture of what was cut away) is not among what is kept, and nothing after the
//! end is. Kept bytes are named by [`Piece`]s: no file is held in memory.

mod gif;
mod iso;
mod jpeg;
mod png;
mod source;
mod webp;

use std::io::{self, Read, Seek};
use std::ops::Range;

use shared::file::FileKind;

use source::Source;

/// Pixels of a picture, of every frame of it. Larger than a telephone's 48 megapixels, and what
/// a browser still decodes.
pub const IMAGE_PIXELS_MAX: u64 = 50_000_000;

/// Parts of one file. A picture has a few; many thousands are made to cost time.
const PARTS_MAX: usize = 20_000;

/// A part of what is kept of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// These bytes of the file.
    Keep(Range<u64>),
    /// These instead.
    Bytes(Vec<u8>),
    /// So many zeros instead.
    Zeros(u64),
}

/// Width and height in pixels, as a reader sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
}

/// What a walk found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    /// Of a picture.
    pub size: Option<Size>,
    /// An upper estimate of the memory that decoding takes, in bytes.
    pub decode_bytes: u64,
    /// What is kept, in order.
    pub pieces: Vec<Piece>,
}

/// Why a file is not what its first bytes say.
#[derive(Debug, thiserror::Error)]
pub enum LookError {
    /// It breaks its format.
    #[error("{0}")]
    Damaged(&'static str),
    /// It has more than [`IMAGE_PIXELS_MAX`].
    #[error("{width} x {height} pixels")]
    TooManyPixels {
        /// Across.
        width: u32,
        /// Down.
        height: u32,
    },
    /// It cannot be read.
    #[error(transparent)]
    Io(io::Error),
}

impl From<io::Error> for LookError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::UnexpectedEof {
            return Self::Damaged("it ends too early");
        }
        Self::Io(error)
    }
}

/// Walks over a file of `length` bytes. Of a kind that has nothing to walk over, all is kept.
///
/// # Errors
/// The file is not of that kind as a whole, is too large as a picture, or cannot be read.
pub fn look<R: Read + Seek>(kind: FileKind, reader: R, length: u64) -> Result<Looked, LookError> {
    let mut source = Source::new(reader, length);
    match kind {
        FileKind::Png => png::look(&mut source),
        FileKind::Jpeg => jpeg::look(&mut source),
        FileKind::Gif => gif::look(&mut source),
        FileKind::Webp => webp::look(&mut source),
        FileKind::Mp4 | FileKind::M4a | FileKind::QuickTime => iso::look(&mut source),
        FileKind::Webm
        | FileKind::Mp3
        | FileKind::Ogg
        | FileKind::Wav
        | FileKind::Pdf
        | FileKind::Text
        | FileKind::Other => Ok(Looked {
            size: None,
            decode_bytes: 0,
            pieces: vec![Piece::Keep(0..length)],
        }),
    }
}

/// A size that is one, and not too large.
fn sized(width: u32, height: u32) -> Result<Size, LookError> {
    if width == 0 || height == 0 {
        return Err(LookError::Damaged("it has no width or no height"));
    }
    if u64::from(width) * u64::from(height) > IMAGE_PIXELS_MAX {
        return Err(LookError::TooManyPixels { width, height });
    }
    Ok(Size { width, height })
}

fn decode_bytes(size: Size, bytes_per_pixel: u64) -> u64 {
    u64::from(size.width) * u64::from(size.height) * bytes_per_pixel
}

/// Pieces that are gathered; neighbours become one.
#[derive(Debug, Default)]
struct Pieces {
    list: Vec<Piece>,
    parts: usize,
}

impl Pieces {
    fn keep(&mut self, range: Range<u64>) -> Result<(), LookError> {
        self.count()?;
        if let Some(Piece::Keep(last)) = self.list.last_mut()
            && last.end == range.start
        {
            last.end = range.end;
        } else {
            self.list.push(Piece::Keep(range));
        }
        Ok(())
    }

    fn put(&mut self, piece: Piece) -> Result<(), LookError> {
        self.count()?;
        self.list.push(piece);
        Ok(())
    }

    /// Also what is dropped counts: it takes time.
    fn count(&mut self) -> Result<(), LookError> {
        self.parts += 1;
        if self.parts > PARTS_MAX {
            return Err(LookError::Damaged("it has too many parts"));
        }
        Ok(())
    }
}

/// Bytes that a list of pieces comes to.
#[must_use]
pub fn length_of(pieces: &[Piece]) -> u64 {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Keep(range) => range.end - range.start,
            Piece::Bytes(bytes) => bytes.len() as u64,
            Piece::Zeros(count) => *count,
        })
        .sum()
}

#[cfg(test)]
pub(crate) mod tests;
