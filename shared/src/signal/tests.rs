use super::*;
use crate::limits::STATUS_CHARS_MAX;
use crate::refusal::RefusalCode;

fn wish(emoji: &str, text: &str) -> StatusWish {
    StatusWish {
        emoji: emoji.to_owned(),
        text: text.to_owned(),
        ..StatusWish::default()
    }
}

#[test]
fn a_status_is_brought_into_form() {
    let status = Status::parse(&wish(" 🌱 ", "  in the \t allotment ")).unwrap();
    let status = status.unwrap();
    assert_eq!(status.emoji.unwrap().as_str(), "🌱");
    assert_eq!(status.text.unwrap().as_str(), "in the allotment");
}

#[test]
fn a_status_that_says_nothing_is_none() {
    assert_eq!(Status::parse(&wish("", " ")), Ok(None));
    let quiet = StatusWish {
        do_not_disturb: true,
        ..StatusWish::default()
    };
    assert!(Status::parse(&quiet).unwrap().unwrap().do_not_disturb);
}

#[test]
fn a_status_that_breaks_a_rule_is_refused() {
    let code = |wish: &StatusWish| Status::parse(wish).unwrap_err().code;
    assert_eq!(code(&wish("abc", "")), RefusalCode::EmojiInvalid);
    let long = "x".repeat(STATUS_CHARS_MAX + 1);
    assert_eq!(code(&wish("", &long)), RefusalCode::TextTooLong);
    assert_eq!(code(&wish("", "a\u{202E}b")), RefusalCode::TextControl);
    assert_eq!(code(&wish("", "a\u{7}b")), RefusalCode::TextControl);
    assert!(Status::parse(&wish("", &"x".repeat(STATUS_CHARS_MAX))).is_ok());
}

#[test]
fn a_status_has_no_more_bytes_than_it_says() {
    for text in ["", "in the allotment", "\"\\\"\\", "🌳🌳🌳"] {
        let status = Status {
            emoji: Some(Emoji::from_stored("🌱".to_owned())),
            text: Some(StatusText::from_stored(text.to_owned())),
            do_not_disturb: true,
            until: Some(Timestamp((1 << 53) - 1)),
        };
        let encoded = format!("\"status\":{},", serde_json::to_string(&status).unwrap());
        assert!(encoded.len() <= status.wire_bytes(), "{encoded}");
    }
}

#[test]
fn a_status_holds_until_its_time() {
    let status = Status {
        until: Some(Timestamp(1_000)),
        ..Status::default()
    };
    assert!(status.holds(Timestamp(999)));
    assert!(!status.holds(Timestamp(1_000)));
    assert!(Status::default().holds(Timestamp(u64::MAX)));
}
