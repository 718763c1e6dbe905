use std::io::Read;

use super::*;

fn asset(content: &[u8]) -> Asset {
    Asset {
        path: "a.css".to_owned(),
        content_type: "text/css; charset=utf-8",
        immutable: true,
        content: content.to_vec(),
    }
}

#[test]
fn both_forms_unpack_to_the_file() {
    let text = "body { margin: 0 }\n".repeat(50);
    let files = files(vec![asset(text.as_bytes())]);

    let mut unpacked = Vec::new();
    let packed = files[0].brotli.as_deref().unwrap();
    brotli::BrotliDecompress(&mut &*packed, &mut unpacked).unwrap();
    assert_eq!(unpacked, text.as_bytes());

    let mut unpacked = Vec::new();
    let packed = files[0].gzip.as_deref().unwrap();
    flate2::read::GzDecoder::new(packed)
        .read_to_end(&mut unpacked)
        .unwrap();
    assert_eq!(unpacked, text.as_bytes());
}

#[test]
fn a_form_that_is_not_smaller_is_left_out() {
    let files = files(vec![asset(b"x")]);
    assert_eq!(files[0].brotli, None);
    assert_eq!(files[0].gzip, None);
}

#[test]
fn the_tag_follows_the_content() {
    let files = files(vec![asset(b"one"), asset(b"one"), asset(b"two")]);
    assert_eq!(files[0].etag, files[1].etag);
    assert_ne!(files[0].etag, files[2].etag);
    assert!(files[0].etag.starts_with("W/\"") && files[0].etag.ends_with('"'));
}

#[test]
fn a_hash_keeps_its_parts_apart() {
    assert_ne!(
        hash([b"ab".as_slice(), b"c"]),
        hash([b"a".as_slice(), b"bc"])
    );
    assert_eq!(hash([b"ab".as_slice()]).len(), HASH_DIGITS);
}
