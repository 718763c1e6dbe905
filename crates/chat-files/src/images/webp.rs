//! WebP (RFC 9649): chunks of a RIFF file. Exif, XMP and what is unknown are dropped, and the
//! header no longer speaks of them.

use std::io::{Read, Seek};

use super::source::Source;
use super::{LookError, Looked, Piece, Pieces, Size, decode_bytes, length_of, sized};

/// Bits of the extended header: there is Exif, there is XMP.
const EXIF_AND_XMP: u8 = 0x08 | 0x04;

pub(super) fn look<R: Read + Seek>(source: &mut Source<R>) -> Result<Looked, LookError> {
    let mut pieces = Pieces::default();
    source.go_to(4)?;
    let end = 8 + u64::from(u32::from_le_bytes(source.bytes()?));
    source.go_to(12)?;
    if end > source.length() {
        return Err(LookError::Damaged("it ends too early"));
    }
    let mut canvas: Option<Size> = None;
    let mut has_pixels = false;
    while source.at() < end {
        let start = source.at();
        let name: [u8; 4] = source.bytes()?;
        let length = u64::from(u32::from_le_bytes(source.bytes()?));
        let body = source.at();
        // The last chunk's odd byte is left out by some programs.
        let next = (body + length + length % 2).min(end.max(body + length));
        let is_kept = match &name {
            b"VP8X" if length == 10 && start == 12 => {
                let [flags, a, b, c] = source.bytes()?;
                let size: [u8; 6] = source.bytes()?;
                canvas = Some(sized(1 + three(&size[..3]), 1 + three(&size[3..]))?);
                let mut header = b"VP8X\x0a\0\0\0".to_vec();
                header.extend([flags & !EXIF_AND_XMP, a, b, c]);
                header.extend(size);
                pieces.put(Piece::Bytes(header))?;
                source.go_to(next)?;
                continue;
            }
            b"VP8 " if length >= 10 => {
                let [_, _, _, s1, s2, s3, w1, w2, h1, h2] = source.bytes()?;
                if [s1, s2, s3] != [0x9d, 0x01, 0x2a] {
                    return Err(LookError::Damaged("its pixels do not begin"));
                }
                let side = |a, b| u32::from(u16::from_le_bytes([a, b]) & 0x3fff);
                let size = sized(side(w1, w2), side(h1, h2))?;
                canvas.get_or_insert(size);
                has_pixels = true;
                true
            }
            b"VP8L" if length >= 5 => {
                let [sign, a, b, c, d] = source.bytes()?;
                let bits = u32::from_le_bytes([a, b, c, d]);
                if sign != 0x2f {
                    return Err(LookError::Damaged("its pixels do not begin"));
                }
                let size = sized(1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff))?;
                canvas.get_or_insert(size);
                has_pixels = true;
                true
            }
            b"ANMF" if length >= 16 => {
                let frame: [u8; 16] = source.bytes()?;
                sized(1 + three(&frame[6..9]), 1 + three(&frame[9..12]))?;
                has_pixels = true;
                true
            }
            b"ALPH" | b"ANIM" | b"ICCP" => true,
            b"VP8X" | b"VP8 " | b"VP8L" | b"ANMF" => {
                return Err(LookError::Damaged("a part is too short or misplaced"));
            }
            _ => false,
        };
        source.go_to(next)?;
        if is_kept {
            pieces.keep(start..next)?;
        } else {
            pieces.count()?;
        }
    }
    let Some(size) = canvas.filter(|_| has_pixels) else {
        return Err(LookError::Damaged("it has no pixels"));
    };
    let kept = 4 + length_of(&pieces.list);
    let kept = u32::try_from(kept).map_err(|_| LookError::Damaged("it is too long"))?;
    let mut header = b"RIFF".to_vec();
    header.extend(kept.to_le_bytes());
    header.extend(b"WEBP");
    let mut list = vec![Piece::Bytes(header)];
    list.extend(pieces.list);
    Ok(Looked {
        size: Some(size),
        // The frame and what it is laid upon.
        decode_bytes: decode_bytes(size, 8),
        pieces: list,
    })
}

fn three(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .rev()
        .fold(0, |number, &byte| number << 8 | u32::from(byte))
}
