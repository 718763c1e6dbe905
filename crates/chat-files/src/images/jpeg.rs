//! JPEG (ITU-T T.81): segments. Which way up a photograph is stands in its Exif part; that one
//! number is kept, in an Exif part of our own, and nothing else of it.

use std::io::{Read, Seek};

use super::source::Source;
use super::{LookError, Looked, Piece, Pieces, Size, decode_bytes, sized};

pub(super) fn look<R: Read + Seek>(source: &mut Source<R>) -> Result<Looked, LookError> {
    let mut pieces = Pieces::default();
    source.go_to(2)?;
    let mut picture = None;
    let mut orientation = 1;
    let mut has_pixels = false;
    loop {
        let start = source.at();
        let marker = marker(source)?;
        if marker == 0xd9 {
            pieces.keep(start..source.at())?;
            break;
        }
        let length = u64::from(u16::from_be_bytes(source.bytes()?));
        let end = source.at() + length.saturating_sub(2);
        if length < 2 {
            return Err(LookError::Damaged("it has a part without a length"));
        }
        let is_kept = match marker {
            0x00 | 0x01 | 0xd0..=0xd8 => {
                return Err(LookError::Damaged("it has a part where none can be"));
            }
            // How the pixels are coded, and their size.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let [_, h1, h2, w1, w2, components] = source.bytes()?;
                let size = sized(
                    u16::from_be_bytes([w1, w2]).into(),
                    u16::from_be_bytes([h1, h2]).into(),
                )?;
                if picture.is_some() || !(1..=4).contains(&components) {
                    return Err(LookError::Damaged(
                        "it has two sizes, or colours of no kind",
                    ));
                }
                // A progressive one is held as coefficients until all of it was read.
                let is_at_once = matches!(marker, 0xc0 | 0xc1);
                let bytes = u64::from(components) * if is_at_once { 1 } else { 3 };
                picture = Some((size, decode_bytes(size, bytes)));
                true
            }
            0xe0 => begins(source, end, b"JFIF\0")?,
            0xe1 => {
                let part = source.some(usize::try_from(end - source.at()).unwrap_or(0))?;
                if let Some(found) = part.strip_prefix(b"Exif\0\0").and_then(upright) {
                    orientation = found;
                }
                false
            }
            0xe2 => begins(source, end, b"ICC_PROFILE\0")?,
            0xee => begins(source, end, b"Adobe")?,
            0xe3..=0xed | 0xef | 0xf0..=0xfe => false,
            _ => true,
        };
        source.go_to(end)?;
        if marker == 0xda {
            if picture.is_none() {
                return Err(LookError::Damaged("it has pixels before their size"));
            }
            has_pixels = true;
            skip_pixels(source)?;
        }
        if is_kept {
            pieces.keep(start..source.at())?;
        } else {
            pieces.count()?;
        }
    }
    let Some((size, decode_bytes)) = picture.filter(|_| has_pixels) else {
        return Err(LookError::Damaged("it has no pixels"));
    };
    let mut list = vec![Piece::Keep(0..2)];
    let mut shown = size;
    if orientation > 1 {
        list.push(Piece::Bytes(exif(orientation)));
    }
    if orientation > 4 {
        shown = Size {
            width: size.height,
            height: size.width,
        };
    }
    let mut rest = pieces.list.into_iter();
    match (rest.next(), list.last_mut()) {
        (Some(Piece::Keep(next)), Some(Piece::Keep(first))) if next.start == first.end => {
            first.end = next.end;
        }
        (next, _) => list.extend(next),
    }
    list.extend(rest);
    Ok(Looked {
        size: Some(shown),
        decode_bytes,
        pieces: list,
    })
}

fn marker<R: Read + Seek>(source: &mut Source<R>) -> Result<u8, LookError> {
    if source.byte()? != 0xff {
        return Err(LookError::Damaged("a part does not begin where it should"));
    }
    loop {
        let byte = source.byte()?;
        if byte != 0xff {
            return Ok(byte);
        }
    }
}

/// Whether a segment begins with these bytes. One that is shorter does not.
fn begins<R: Read + Seek>(
    source: &mut Source<R>,
    end: u64,
    with: &[u8],
) -> Result<bool, LookError> {
    if end - source.at() < with.len() as u64 {
        return Ok(false);
    }
    Ok(source.some(with.len())? == with)
}

/// Stands before the next marker afterwards. Within pixels `ff` is followed by zero, or counts restarts.
fn skip_pixels<R: Read + Seek>(source: &mut Source<R>) -> Result<(), LookError> {
    loop {
        if source.byte()? != 0xff {
            continue;
        }
        match source.byte()? {
            0x00 | 0xd0..=0xd7 => {}
            0xff => source.back(1)?,
            _ => return source.back(2),
        }
    }
}

/// The orientation in an Exif part (TIFF 6.0): 2 to 8 when there is one that turns.
fn upright(tiff: &[u8]) -> Option<u8> {
    let is_little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = [*tiff.get(at)?, *tiff.get(at.checked_add(1)?)?];
        Some(if is_little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let long = |at: usize| {
        let (a, b) = (u32::from(short(at)?), u32::from(short(at.checked_add(2)?)?));
        Some(if is_little { b << 16 | a } else { a << 16 | b })
    };
    let first = usize::try_from(long(4)?).ok()?;
    let count = usize::from(short(first)?);
    let entry = (0..count)
        .map_while(|index| first.checked_add(2 + index * 12))
        .find(|&at| short(at) == Some(0x0112))?;
    let orientation = u8::try_from(short(entry.checked_add(8)?)?).ok()?;
    (2..=8).contains(&orientation).then_some(orientation)
}

/// An Exif part that says which way up, and nothing else.
fn exif(orientation: u8) -> Vec<u8> {
    let mut part =
        b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    part.push(orientation);
    part.extend([0; 6]);
    part
}

#[cfg(test)]
pub(super) mod for_tests {
    //! What the tests of pictures make.
    pub(crate) fn exif(orientation: u8) -> Vec<u8> {
        super::exif(orientation)
    }
}
