//! Kinds by their first bytes.

use shared::file::FileKind;

use super::{HEAD_BYTES, contradicts, sniff};

#[test]
fn a_kind_is_known_by_its_first_bytes() {
    for (head, kind) in [
        (&b"\x89PNG\r\n\x1a\n...."[..], FileKind::Png),
        (b"\xff\xd8\xff\xe0", FileKind::Jpeg),
        (b"GIF89a", FileKind::Gif),
        (b"RIFF....WEBPVP8 ", FileKind::Webp),
        (b"RIFF....WAVEfmt ", FileKind::Wav),
        (b"\0\0\0\x18ftypisom", FileKind::Mp4),
        (b"\0\0\0\x18ftypqt  ", FileKind::QuickTime),
        (b"\0\0\0\x18ftypM4A ", FileKind::M4a),
        (b"\0\0\0\x18ftypavif", FileKind::Other),
        (b"\x1a\x45\xdf\xa3....\x42\x82\x84webm", FileKind::Webm),
        (b"\x1a\x45\xdf\xa3....\x42\x82\x88matroska", FileKind::Other),
        (b"OggS\0", FileKind::Ogg),
        (b"ID3\x04", FileKind::Mp3),
        (b"\xff\xfb\x90\x00", FileKind::Mp3),
        (b"%PDF-1.7", FileKind::Pdf),
        (b"<html><script>", FileKind::Text),
        (b"", FileKind::Text),
        (b"a\0b", FileKind::Other),
        (b"\xff\xfe\x00", FileKind::Other),
    ] {
        assert_eq!(sniff(head), kind, "{head:?}");
    }
}

#[test]
fn a_text_may_be_cut_within_a_letter_only_where_we_cut_it() {
    let mut text = "é".repeat(HEAD_BYTES / 2).into_bytes();
    assert_eq!(sniff(&text), FileKind::Text);
    text.insert(0, b'a');
    text.truncate(HEAD_BYTES);
    assert_eq!(sniff(&text), FileKind::Text);
    text.truncate(HEAD_BYTES - 2);
    assert_eq!(sniff(&text), FileKind::Other);
}

#[test]
fn a_file_lies_about_its_type_or_is_only_called_otherwise() {
    for (declared, found) in [
        ("image/png", FileKind::Text),
        ("image/jpeg", FileKind::Other),
        ("IMAGE/JPEG; q=1", FileKind::Mp4),
        ("video/mp4", FileKind::Png),
        ("application/pdf", FileKind::Text),
    ] {
        assert!(contradicts(declared, found), "{declared} {found:?}");
    }
    for (declared, found) in [
        ("image/png", FileKind::Jpeg),
        ("video/webm", FileKind::Ogg),
        ("", FileKind::Png),
        ("text/html", FileKind::Text),
        ("image/svg+xml", FileKind::Text),
        ("application/x-unheard-of", FileKind::Jpeg),
    ] {
        assert!(!contradicts(declared, found), "{declared} {found:?}");
    }
}
