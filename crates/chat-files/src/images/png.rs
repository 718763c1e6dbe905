//! PNG (third edition): chunks. Kept is what says how the pixels look.

use std::io::{Read, Seek};

use super::source::Source;
use super::{LookError, Looked, Pieces, decode_bytes, sized};

/// Chunks that change what is seen, and the ones of a moving picture. Texts, times, Exif and
/// whatever is private are not among them.
const KEPT: [&[u8; 4]; 16] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"cICP", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// Length, name and checksum.
const AROUND: u64 = 12;

pub(super) fn look<R: Read + Seek>(source: &mut Source<R>) -> Result<Looked, LookError> {
    let mut pieces = Pieces::default();
    source.go_to(8)?;
    pieces.keep(0..8)?;
    let mut picture = None;
    let mut has_pixels = false;
    loop {
        let start = source.at();
        let length = u64::from(u32::from_be_bytes(source.bytes()?));
        let name: [u8; 4] = source.bytes()?;
        match (&name, picture) {
            (b"IHDR", None) if length == 13 => {
                let width = u32::from_be_bytes(source.bytes()?);
                let height = u32::from_be_bytes(source.bytes()?);
                let [depth, colours] = source.bytes()?;
                let size = sized(width, height)?;
                let channels = match colours {
                    0 => 1,
                    2 | 3 => 3,
                    4 => 2,
                    6 => 4,
                    _ => return Err(LookError::Damaged("it has colours of no kind")),
                };
                // A transparent colour adds a channel.
                let bytes = (channels + 1) * if depth == 16 { 2 } else { 1 };
                picture = Some((size, decode_bytes(size, bytes)));
            }
            (b"IHDR", _) | (_, None) => {
                return Err(LookError::Damaged("it does not begin with one header"));
            }
            (b"IDAT", _) => has_pixels = true,
            _ => {}
        }
        let end = start + AROUND + length;
        source.go_to(end)?;
        if KEPT.contains(&&name) {
            pieces.keep(start..end)?;
        } else {
            pieces.count()?;
        }
        if let (b"IEND", Some((size, decode_bytes))) = (&name, picture) {
            if !has_pixels {
                return Err(LookError::Damaged("it has no pixels"));
            }
            return Ok(Looked {
                size: Some(size),
                decode_bytes,
                pieces: pieces.list,
            });
        }
    }
}
