//! What is kept of a picture shows the same pixels and says nothing else.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Rgb, RgbImage};
use proptest::prelude::*;
use shared::file::FileKind;

use super::{LookError, Looked, Piece, Size, length_of, look};

/// What nobody may find in what is kept.
const PLACE: &[u8] = b"GPS 51.5007N 0.1246W";

pub(crate) fn picture(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb([(x * 7) as u8, (y * 5) as u8, ((x + y) * 3) as u8])
    })
    .into()
}

pub(crate) fn encoded(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture(width, height).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG with an Exif part that turns it and says where it was taken, and a film behind its end.
pub(crate) fn photograph(width: u32, height: u32, orientation: u8) -> Vec<u8> {
    let plain = encoded(ImageFormat::Jpeg, width, height);
    let mut exif = super::jpeg::for_tests::exif(orientation);
    exif.extend(PLACE);
    let length = u16::try_from(exif.len() - 2).unwrap();
    exif[2..4].copy_from_slice(&length.to_be_bytes());
    let comment = [b"\xff\xfe\x00\x16".to_vec(), PLACE.to_vec()].concat();
    [&plain[..2], &exif, &comment, &plain[2..], PLACE].concat()
}

fn looked(kind: FileKind, bytes: &[u8]) -> Result<Looked, LookError> {
    look(kind, Cursor::new(bytes), bytes.len() as u64)
}

fn kept(bytes: &[u8], pieces: &[Piece]) -> Vec<u8> {
    let mut out = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Keep(range) => out.extend(&bytes[range.start as usize..range.end as usize]),
            Piece::Bytes(new) => out.extend(new),
            Piece::Zeros(count) => out.extend(vec![0; *count as usize]),
        }
    }
    assert_eq!(out.len() as u64, length_of(pieces));
    out
}

fn has(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// What is kept: it shows the same pixels, says nothing of the place, and is kept whole again.
fn cleaned(kind: FileKind, format: ImageFormat, bytes: &[u8]) -> (Vec<u8>, Size) {
    assert!(has(bytes, PLACE), "the test would show nothing");
    let first = looked(kind, bytes).unwrap();
    let out = kept(bytes, &first.pieces);
    assert!(!has(&out, PLACE));
    let pixels = |bytes: &[u8]| image::load_from_memory_with_format(bytes, format).unwrap();
    assert_eq!(pixels(bytes), pixels(&out));
    let again = looked(kind, &out).unwrap();
    assert_eq!(kept(&out, &again.pieces), out);
    assert_eq!(again.size, first.size);
    (out, first.size.unwrap())
}

#[test]
fn a_photograph_keeps_its_pixels_and_which_way_up_it_is_but_not_its_place() {
    for orientation in 1..=8 {
        let photograph = photograph(40, 24, orientation);
        let (out, size) = cleaned(FileKind::Jpeg, ImageFormat::Jpeg, &photograph);
        let mut decoder = ImageReader::with_format(Cursor::new(&out), ImageFormat::Jpeg)
            .into_decoder()
            .unwrap();
        assert_eq!(decoder.orientation().unwrap().to_exif(), orientation);
        let turned = if orientation > 4 { (24, 40) } else { (40, 24) };
        assert_eq!((size.width, size.height), turned);
    }
}

fn chunk_of_png(name: &[u8], body: &[u8]) -> Vec<u8> {
    // Its checksum is of no chunk that is kept.
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&length[..], name, body, &[0; 4]].concat()
}

#[test]
fn a_png_loses_its_texts_its_exif_and_what_lies_behind_its_end() {
    let plain = encoded(ImageFormat::Png, 30, 20);
    let text = chunk_of_png(b"tEXt", &[b"Comment\0", PLACE].concat());
    let exif = chunk_of_png(b"prVt", PLACE);
    let bytes = [&plain[..33], &text, &exif, &plain[33..], PLACE].concat();
    let (out, size) = cleaned(FileKind::Png, ImageFormat::Png, &bytes);
    assert_eq!(out, plain);
    assert_eq!((size.width, size.height), (30, 20));
}

#[test]
fn a_gif_loses_its_comments() {
    let plain = encoded(ImageFormat::Gif, 30, 20);
    let comment = [&[0x21, 0xfe, PLACE.len() as u8][..], PLACE, &[0]].concat();
    let header = 13 + 3 * (2 << (plain[10] & 7)) * usize::from(plain[10] >> 7);
    let bytes = [&plain[..header], &comment, &plain[header..], PLACE].concat();
    let (_, size) = cleaned(FileKind::Gif, ImageFormat::Gif, &bytes);
    assert_eq!((size.width, size.height), (30, 20));
}

#[test]
fn a_webp_loses_its_exif_and_its_header_forgets_it() {
    let plain = encoded(ImageFormat::WebP, 30, 20);
    let pixels = &plain[12..];
    let header = b"VP8X\x0a\0\0\0\x08\0\0\0\x1d\0\0\x13\0\0";
    let exif = [b"EXIF\x14\0\0\0", PLACE].concat();
    let body = [b"WEBP", &header[..], pixels, &exif].concat();
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    let bytes = [b"RIFF", &length[..], &body].concat();
    let (out, size) = cleaned(FileKind::Webp, ImageFormat::WebP, &bytes);
    assert_eq!((size.width, size.height), (30, 20));
    assert_eq!(out[20], 0);
}

#[test]
fn a_film_keeps_its_length_and_loses_its_notes() {
    let part = |name: &[u8], body: &[u8]| {
        let length = u32::try_from(body.len() + 8).unwrap().to_be_bytes();
        [&length[..], name, body].concat()
    };
    let notes = part(b"udta", PLACE);
    let track = part(
        b"trak",
        &[part(b"tkhd", b"..."), part(b"meta", PLACE)].concat(),
    );
    let film = [
        part(b"ftyp", b"isom\0\0\0\0"),
        part(b"moov", &[part(b"mvhd", b"..."), notes, track].concat()),
        part(b"uuid", PLACE),
        part(b"mdat", b"pixels"),
    ]
    .concat();
    let looked = looked(FileKind::Mp4, &film).unwrap();
    let out = kept(&film, &looked.pieces);
    assert!(has(&film, PLACE) && !has(&out, PLACE));
    assert_eq!(out.len(), film.len());
    for stays in [&b"mvhd"[..], b"tkhd", b"pixels"] {
        assert!(has(&out, stays));
    }
}

#[test]
fn a_bomb_is_known_by_its_header() {
    let mut bomb = encoded(ImageFormat::Png, 30, 20);
    bomb[16..24].copy_from_slice(b"\0\0\xff\xff\0\0\xff\xff");
    let error = looked(FileKind::Png, &bomb).unwrap_err();
    assert!(matches!(
        error,
        LookError::TooManyPixels {
            width: 65_535,
            height: 65_535
        }
    ));
}

#[test]
fn a_frame_larger_than_its_picture_is_a_bomb_too() {
    let mut bomb = encoded(ImageFormat::Gif, 30, 20);
    let frame = bomb
        .windows(10)
        .position(|w| w[0] == 0x2c && w[5..9] == [30, 0, 20, 0]);
    let frame = frame.unwrap();
    bomb[frame + 5..frame + 9].fill(0xff);
    let error = looked(FileKind::Gif, &bomb).unwrap_err();
    assert!(matches!(error, LookError::TooManyPixels { .. }));
}

#[test]
fn whatever_is_cut_off_is_damaged() {
    for (kind, format) in [
        (FileKind::Png, ImageFormat::Png),
        (FileKind::Jpeg, ImageFormat::Jpeg),
        (FileKind::Gif, ImageFormat::Gif),
        (FileKind::Webp, ImageFormat::WebP),
    ] {
        let whole = encoded(format, 30, 20);
        assert!(looked(kind, &whole).is_ok());
        for length in 0..whole.len() {
            let error = looked(kind, &whole[..length]).expect_err("it is cut off");
            assert!(matches!(error, LookError::Damaged(_)), "{error:?}");
        }
    }
}

proptest! {
    /// Whatever comes: no panic, and what is kept lies within the file and is kept again.
    #[test]
    fn any_bytes_are_kept_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        which in 0..6_usize,
        at in 0..200_usize,
    ) {
        let (kind, whole) = match which {
            0 => (FileKind::Png, encoded(ImageFormat::Png, 9, 7)),
            1 => (FileKind::Jpeg, photograph(9, 7, 6)),
            2 => (FileKind::Gif, encoded(ImageFormat::Gif, 9, 7)),
            3 => (FileKind::Webp, encoded(ImageFormat::WebP, 9, 7)),
            4 => (FileKind::Mp4, b"\0\0\0\x10moov\0\0\0\x08udta".to_vec()),
            _ => (FileKind::Jpeg, Vec::new()),
        };
        let at = at.min(whole.len());
        let bytes = [&whole[..at], &bytes, &whole[at..]].concat();
        if let Ok(first) = looked(kind, &bytes) {
            let out = kept(&bytes, &first.pieces);
            let again = looked(kind, &out).unwrap();
            prop_assert_eq!(kept(&out, &again.pieces), out);
        }
    }
}
