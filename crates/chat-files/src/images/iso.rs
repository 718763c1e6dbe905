//! Film and sound in ISO base media files (ISO/IEC 14496-12) and QuickTime's: boxes. Those that
//! hold a telephone's notes, the place among them, become free space of the same length, so that
//! no offset into the file changes.

use std::io::{Read, Seek};

use super::source::Source;
use super::{LookError, Looked, Piece, Pieces};

/// Boxes that hold boxes, as deep as notes are found.
const HOLDERS: [&[u8; 4]; 2] = [b"moov", b"trak"];

/// Boxes of notes.
const NOTES: [&[u8; 4]; 3] = [b"udta", b"meta", b"uuid"];

pub(super) fn look<R: Read + Seek>(source: &mut Source<R>) -> Result<Looked, LookError> {
    let mut pieces = Pieces::default();
    while source.at() < source.length() {
        let start = source.at();
        let rest = source.length() - start;
        if rest < 8 {
            return Err(LookError::Damaged("it ends too early"));
        }
        let short = u32::from_be_bytes(source.bytes()?);
        let name: [u8; 4] = source.bytes()?;
        let size = match short {
            0 => rest,
            1 => u64::from_be_bytes(source.bytes()?),
            short => short.into(),
        };
        let header = source.at() - start;
        if size < header || size > rest {
            return Err(LookError::Damaged("a part is longer than the file"));
        }
        let end = start + size;
        if HOLDERS.contains(&&name) {
            // Its boxes are read next, as if they lay beside it.
            pieces.keep(start..source.at())?;
        } else if NOTES.contains(&&name) {
            let mut free = short.to_be_bytes().to_vec();
            free.extend(b"free");
            if short == 1 {
                free.extend(size.to_be_bytes());
            }
            pieces.put(Piece::Bytes(free))?;
            pieces.put(Piece::Zeros(size - header))?;
            source.go_to(end)?;
        } else {
            source.go_to(end)?;
            pieces.keep(start..end)?;
        }
    }
    Ok(Looked {
        size: None,
        decode_bytes: 0,
        pieces: pieces.list,
    })
}
