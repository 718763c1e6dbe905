//! Files that people send: their kind by their first bytes, and the walk over a picture or a
//! film. What is kept of a file lies within it, and is kept whole when it is looked at again.

use std::io::Cursor;

use chat_files::images::{IMAGE_PIXELS_MAX, Piece, length_of, look};
use chat_files::kind::{contradicts, sniff};
use shared::file::FileName;

use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "files",
    about: "files that people send",
    run,
    words: &[
        b"\x89PNG\r\n\x1a\n",
        b"IHDR",
        b"IDAT",
        b"IEND",
        b"eXIf",
        b"\xff\xd8",
        b"\xff\xd9",
        b"\xff\xe1",
        b"\xff\xc0",
        b"\xff\xda",
        b"Exif\0\0",
        b"MM\0*",
        b"GIF89a",
        b"\x21\xfe",
        b"\x2c",
        b"\x3b",
        b"RIFF",
        b"WEBP",
        b"VP8X",
        b"VP8L",
        b"EXIF",
        b"ftypisom",
        b"ftypqt  ",
        b"moov",
        b"trak",
        b"udta",
        b"meta",
        b"\xff\xff\xff\xff",
        b"../",
    ],
};

fn run(data: &[u8]) {
    for line in super::lines(data) {
        if let Ok(name) = FileName::parse(line) {
            assert!(!name.as_str().contains(['/', '\\', '\0']), "{name:?}");
            assert_eq!(FileName::parse(name.as_str()).as_ref(), Ok(&name));
        }
        let _ = contradicts(line, sniff(data));
    }
    let kind = sniff(data);
    let Ok(first) = look(kind, Cursor::new(data), data.len() as u64) else {
        return;
    };
    if let Some(size) = first.size {
        let pixels = u64::from(size.width) * u64::from(size.height);
        assert!((1..=IMAGE_PIXELS_MAX).contains(&pixels), "{size:?}");
    }
    let kept = kept(data, &first.pieces);
    assert_eq!(sniff(&kept), kind, "it is of another kind");
    let again = look(kind, Cursor::new(&kept), kept.len() as u64);
    let again = again.expect("what is kept is a whole file");
    assert_eq!(again.size, first.size);
    assert_eq!(self::kept(&kept, &again.pieces), kept);
}

fn kept(data: &[u8], pieces: &[Piece]) -> Vec<u8> {
    // A bound first: a piece that names more than there is would take the memory.
    assert!(length_of(pieces) <= data.len() as u64 + 64, "it grows");
    let mut out = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Keep(range) => {
                let place = |at: u64| usize::try_from(at).expect("within the file");
                out.extend(&data[place(range.start)..place(range.end)]);
            }
            Piece::Bytes(bytes) => out.extend(bytes),
            Piece::Zeros(count) => {
                out.resize(
                    out.len() + usize::try_from(*count).expect("bounded above"),
                    0,
                );
            }
        }
    }
    out
}
