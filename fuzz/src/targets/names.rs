//! Texts and names as people type them: what passes keeps the rules, and is not changed by
//! passing again.

use shared::limits::{DISPLAY_NAME_CHARS_MAX, MESSAGE_CHARS_MAX, ROOM_NAME_CHARS_MAX};
use shared::text::{DisplayName, MessageText, RoomName};

use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "names",
    about: "message texts, people's names, rooms' names",
    run,
    words: &[
        b"ada",
        b"#",
        b":",
        b" ",
        "\u{200B}".as_bytes(),
        "\u{202E}".as_bytes(),
        "\u{00A0}".as_bytes(),
        "\u{0130}".as_bytes(),
        "\u{0301}".as_bytes(),
        "\u{FB01}".as_bytes(),
        "\u{E0041}".as_bytes(),
        "\u{1F469}\u{200D}\u{1F680}".as_bytes(),
    ],
};

fn run(data: &[u8]) {
    let Ok(typed) = str::from_utf8(data) else {
        return;
    };
    if let Ok(text) = MessageText::parse(typed) {
        let chars = text.as_str().chars();
        assert!(chars.clone().count() <= MESSAGE_CHARS_MAX);
        assert!(
            chars
                .clone()
                .all(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        );
        assert_eq!(MessageText::parse(text.as_str()), Ok(text.clone()));
    }
    if let Ok(name) = DisplayName::parse(typed) {
        let shown = name.as_str();
        assert!((1..=DISPLAY_NAME_CHARS_MAX).contains(&shown.chars().count()));
        assert!(!shown.contains([':', '\n', '\r']), "{shown:?}");
        assert_eq!(shown.trim(), shown);
        assert_eq!(DisplayName::parse(shown), Ok(name.clone()));
    }
    if let Ok(name) = RoomName::parse(typed) {
        let shown = name.as_str();
        assert!((1..=ROOM_NAME_CHARS_MAX).contains(&shown.chars().count()));
        let is_allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        assert!(shown.chars().all(is_allowed), "{shown:?}");
        assert_eq!(RoomName::parse(shown), Ok(name.clone()));
        assert_eq!(RoomName::parse(&format!("#{shown}")), Ok(name.clone()));
    }
}
