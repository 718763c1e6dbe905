//! GIF (89a): blocks. Comments, and what programs wrote for themselves, are dropped.

use std::io::{Read, Seek};

use super::source::Source;
use super::{LookError, Looked, Pieces, decode_bytes, sized};

pub(super) fn look<R: Read + Seek>(source: &mut Source<R>) -> Result<Looked, LookError> {
    let mut pieces = Pieces::default();
    source.go_to(6)?;
    let width = u16::from_le_bytes(source.bytes()?);
    let height = u16::from_le_bytes(source.bytes()?);
    let size = sized(width.into(), height.into())?;
    let [flags, _, _] = source.bytes()?;
    skip_colours(source, flags)?;
    pieces.keep(0..source.at())?;
    let mut has_pixels = false;
    loop {
        let start = source.at();
        let is_kept = match source.byte()? {
            0x21 => match source.byte()? {
                0xf9 | 0x01 => {
                    skip_blocks(source)?;
                    true
                }
                0xff => {
                    // Only the two that say how often to repeat.
                    let is_kept = if source.byte()? == 11 {
                        let name: [u8; 11] = source.bytes()?;
                        name == *b"NETSCAPE2.0" || name == *b"ANIMEXTS1.0"
                    } else {
                        source.back(1)?;
                        false
                    };
                    skip_blocks(source)?;
                    is_kept
                }
                _ => {
                    skip_blocks(source)?;
                    false
                }
            },
            0x2c => {
                source.go_to(start + 5)?;
                let width = u16::from_le_bytes(source.bytes()?);
                let height = u16::from_le_bytes(source.bytes()?);
                sized(width.into(), height.into())?;
                let flags = source.byte()?;
                skip_colours(source, flags)?;
                source.byte()?;
                skip_blocks(source)?;
                has_pixels = true;
                true
            }
            0x3b if has_pixels => {
                pieces.keep(start..source.at())?;
                return Ok(Looked {
                    size: Some(size),
                    // The frame and what it is laid upon.
                    decode_bytes: decode_bytes(size, 8),
                    pieces: pieces.list,
                });
            }
            _ => return Err(LookError::Damaged("a part does not begin where it should")),
        };
        if is_kept {
            pieces.keep(start..source.at())?;
        } else {
            pieces.count()?;
        }
    }
}

fn skip_colours<R: Read + Seek>(source: &mut Source<R>, flags: u8) -> Result<(), LookError> {
    if flags & 0x80 == 0 {
        return Ok(());
    }
    source.go_to(source.at() + (3 << ((flags & 7) + 1)))
}

fn skip_blocks<R: Read + Seek>(source: &mut Source<R>) -> Result<(), LookError> {
    loop {
        match source.byte()? {
            0 => return Ok(()),
            length => source.go_to(source.at() + u64::from(length))?,
        }
    }
}
