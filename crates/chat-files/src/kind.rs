//! What a file is, by its first bytes. What a sender says of it decides nothing; it is only compared.

use shared::file::FileKind;

/// Bytes that [`sniff`] wants to see, or all of a shorter file.
pub const HEAD_BYTES: usize = 4_096;

/// Names of film in the first box of an ISO file.
const FILM_BRANDS: [&[u8; 4]; 14] = [
    b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"dash", b"M4V ",
    b"MSNV", b"3gp4", b"3gp5", b"3gp6",
];

/// The kind of a file that begins with these bytes.
#[must_use]
pub fn sniff(head: &[u8]) -> FileKind {
    let at = |place: usize, bytes: &[u8]| {
        head.get(place..)
            .is_some_and(|rest| rest.starts_with(bytes))
    };
    if at(0, b"\x89PNG\r\n\x1a\n") {
        FileKind::Png
    } else if at(0, b"\xff\xd8\xff") {
        FileKind::Jpeg
    } else if at(0, b"GIF87a") || at(0, b"GIF89a") {
        FileKind::Gif
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        FileKind::Webp
    } else if at(0, b"RIFF") && at(8, b"WAVE") {
        FileKind::Wav
    } else if at(4, b"ftyp") {
        iso(head)
    } else if at(0, b"\x1a\x45\xdf\xa3") {
        let is_webm = head.iter().take(64).copied().collect::<Vec<u8>>();
        if is_webm.windows(4).any(|name| name == b"webm") {
            FileKind::Webm
        } else {
            FileKind::Other
        }
    } else if at(0, b"OggS") {
        FileKind::Ogg
    } else if at(0, b"ID3") || is_mp3_frame(head) {
        FileKind::Mp3
    } else if at(0, b"%PDF-") {
        FileKind::Pdf
    } else if is_text(head) {
        FileKind::Text
    } else {
        FileKind::Other
    }
}

/// By the brand of an ISO base media file.
fn iso(head: &[u8]) -> FileKind {
    let Some(brand) = head.get(8..12) else {
        return FileKind::Other;
    };
    if brand == b"M4A " {
        FileKind::M4a
    } else if brand == b"qt  " {
        FileKind::QuickTime
    } else if FILM_BRANDS.iter().any(|film| brand == *film) {
        FileKind::Mp4
    } else {
        FileKind::Other
    }
}

/// The header of an MPEG-1 or MPEG-2 frame of layer III, with a rate that exists.
fn is_mp3_frame(head: &[u8]) -> bool {
    let Some(&[first, second, third]) = head.first_chunk::<3>() else {
        return false;
    };
    first == 0xff
        && matches!(second, 0xfa | 0xfb | 0xf2 | 0xf3)
        && !matches!(third >> 4, 0 | 15)
        && third & 0x0c != 0x0c
}

/// UTF-8 without the characters that no text has. The last character may be cut off.
fn is_text(head: &[u8]) -> bool {
    let head = &head[..head.len().min(HEAD_BYTES)];
    let text = match str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() && head.len() == HEAD_BYTES => {
            str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    let is_strange = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\x0c' | '\x1b');
    !text.contains(is_strange)
}

/// Whether what a sender said of a file contradicts what is in it: a picture that is none, or of
/// something that is no picture, no sound or no film, that it is one.
///
/// A type that we do not know says nothing, and one picture under another's name is no lie worth
/// a refusal: it is served as what it is.
#[must_use]
pub fn contradicts(declared: &str, found: FileKind) -> bool {
    let known = [
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        "video/mp4",
        "video/webm",
        "video/quicktime",
        "audio/mpeg",
        "audio/ogg",
        "audio/wav",
        "application/pdf",
    ];
    let declared = declared
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    if !known.contains(&declared.as_str()) {
        return false;
    }
    let class = |media_type: &str| match media_type.split('/').next() {
        // One container holds either.
        Some("audio" | "video") => 1,
        Some("image") => 2,
        Some("application") => 3,
        _ => 4,
    };
    found == FileKind::Other || class(&declared) != class(found.media_type())
}

#[cfg(test)]
mod tests;
