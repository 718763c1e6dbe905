//! Ids, names and kinds of files.

use proptest::prelude::*;

use super::{FileId, FileKind, FileName};
use crate::refusal::RefusalCode;

#[test]
fn a_name_is_one_name_and_not_a_path() {
    for good in [
        "a",
        "holiday.jpg",
        " b.txt ",
        "..a",
        "Ünïcode – 上海.pdf",
        "👩‍🚀.png",
        "❤\u{FE0F}.png",
    ] {
        assert_eq!(FileName::parse(good).unwrap().as_str(), good.trim());
    }
    let long = "x".repeat(256);
    for bad in [
        "",
        "  ",
        ".",
        "..",
        "../a",
        "a/b",
        "C:\\a",
        "a\0b",
        "a\nb",
        "gpj.\u{202E}exe",
        "\u{200B}",
        "\u{200D}",
        &long,
    ] {
        let refused = FileName::parse(bad).expect_err(bad);
        assert_eq!(refused.code, RefusalCode::NameInvalid);
    }
}

#[test]
fn a_kind_is_written_as_its_media_type_and_an_unknown_one_is_only_saved() {
    let json = serde_json::to_string(&FileKind::Webp).unwrap();
    assert_eq!(json, format!("\"{}\"", FileKind::Webp.media_type()));
    let unknown: FileKind = serde_json::from_str("\"image/of-tomorrow\"").unwrap();
    assert_eq!(unknown, FileKind::Other);
    assert!(!unknown.is_image());
}

proptest! {
    #[test]
    fn an_id_reads_as_it_is_written(bytes in any::<[u8; 16]>()) {
        let id = FileId::from_bytes(bytes);
        prop_assert_eq!(id.to_string().parse(), Ok(id));
        let json = serde_json::to_string(&id).unwrap();
        prop_assert_eq!(serde_json::from_str::<FileId>(&json).unwrap(), id);
    }

    #[test]
    fn no_text_is_an_id_but_its_own(text in "[0-9a-fA-F+_]{30,33}") {
        if let Ok(id) = text.parse::<FileId>() {
            prop_assert_eq!(id.to_string(), text);
        }
    }
}
