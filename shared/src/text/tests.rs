use proptest::prelude::*;

use super::*;

#[test]
fn a_message_keeps_what_was_typed_but_the_white_space_at_its_end() {
    let text = MessageText::parse("  a\r\n\tb \n\n").unwrap();
    assert_eq!(text.as_str(), "  a\n\tb");
}

#[test]
fn an_empty_message_is_refused() {
    for typed in ["", " ", "\n\t\r\n", "\u{3000}", "\u{200b}", " \u{202e} "] {
        let refusal = MessageText::parse(typed).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::TextEmpty, "{typed:?}");
    }
}

#[test]
fn a_message_may_have_as_many_characters_as_the_limit_and_no_more() {
    let longest = "🚢".repeat(MESSAGE_CHARS_MAX);
    assert_eq!(MessageText::parse(&longest).unwrap().as_str(), longest);
    let refusal = MessageText::parse(&"x".repeat(12_480)).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::TextTooLong);
    assert_eq!(refusal.message, "12,480 of 10,000 characters.");
}

#[test]
fn control_characters_are_refused_by_their_number() {
    for bad in ['\0', '\u{7}', '\u{1b}', '\u{7f}', '\u{85}', '\r'] {
        let refusal = MessageText::parse(&format!("a{bad}b")).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::TextControl, "{bad:?}");
    }
    let refusal = MessageText::parse("a\u{1b}[31m").unwrap_err();
    assert!(refusal.message.contains("U+001B"), "{refusal}");
}

#[test]
fn a_room_name_is_brought_into_form() {
    for (typed, name) in [
        ("lobby", "lobby"),
        ("  #Field   tests ", "field-tests"),
        ("straße_2", "straße_2"),
        ("日本語", "日本語"),
    ] {
        assert_eq!(RoomName::parse(typed).unwrap().as_str(), name);
    }
}

#[test]
fn a_room_name_that_breaks_a_rule_is_refused_with_the_rule() {
    for (typed, part) in [
        ("", "needs a name"),
        ("#", "needs a name"),
        ("a/b", "“/”"),
        ("-a", "starts with"),
        ("a\u{202e}b", "U+202E"),
        (&"x".repeat(41), "at most 40"),
    ] {
        let refusal = RoomName::parse(typed).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::NameInvalid);
        assert!(refusal.message.contains(part), "{typed:?}: {refusal}");
    }
}

#[test]
fn a_display_name_is_brought_into_form() {
    assert_eq!(
        DisplayName::parse("  Mara \t Lindqvist ").unwrap().as_str(),
        "Mara Lindqvist"
    );
    assert_eq!(DisplayName::parse("MARA").unwrap().folded(), "mara");
}

#[test]
fn a_display_name_cannot_pose_as_another_line() {
    for (typed, part) in [
        ("", "Choose"),
        ("ada: hi", "“:”"),
        ("a\u{200b}da", "U+200B"),
        ("a\u{202e}da", "U+202E"),
        ("a\u{2800}da", "U+2800"),
        ("--", "at least one letter"),
        (&"x".repeat(41), "at most 40"),
    ] {
        let refusal = DisplayName::parse(typed).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::NameInvalid);
        assert!(refusal.message.contains(part), "{typed:?}: {refusal}");
    }
}

#[test]
fn a_long_number_is_grouped() {
    for (number, text) in [
        (0, "0"),
        (999, "999"),
        (1_000, "1,000"),
        (1_234_567, "1,234,567"),
    ] {
        assert_eq!(grouped(number), text);
    }
}

proptest! {
    #[test]
    fn parsing_a_parsed_text_changes_nothing(typed in any::<String>()) {
        if let Ok(text) = MessageText::parse(&typed) {
            prop_assert_eq!(MessageText::parse(text.as_str()).unwrap(), text);
        }
        if let Ok(name) = RoomName::parse(&typed) {
            prop_assert_eq!(RoomName::parse(name.as_str()).unwrap(), name);
        }
        if let Ok(name) = DisplayName::parse(&typed) {
            prop_assert_eq!(DisplayName::parse(name.as_str()).unwrap(), name);
        }
    }
}

#[test]
fn one_emoji_of_every_kind_is_taken() {
    for emoji in [
        "👍",
        "👍🏽",
        "❤️",
        "❤",
        "🇩🇪",
        "1️⃣",
        "#️⃣",
        "👨‍👩‍👧‍👦",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "🧑🏿‍🚀",
        "☕",
        "™️",
        "🫡",
        "👩🏻‍❤️‍💋‍👨🏻",
        "🏳️‍🌈",
    ] {
        assert_eq!(Emoji::parse(emoji).unwrap().as_str(), emoji);
    }
}

#[test]
fn what_is_not_one_emoji_is_refused() {
    for chosen in [
        "",
        " ",
        "a",
        "1",
        "👍👍",
        "👍 ",
        " 👍",
        "🇩",
        "🇩🇪🇫🇷",
        "ok👍",
        "\u{200D}",
        "👍\u{200D}",
        "\u{FE0F}",
        "👍\u{FE0F}\u{FE0F}",
        "<b>",
        "👍\u{202E}",
        "\u{E0067}\u{E007F}",
        "🏴\u{E007F}",
        "1\u{20E3}x",
        "\0",
        "👨‍👩‍👧‍👦‍👨‍👩‍👧‍👦",
    ] {
        let refusal = Emoji::parse(chosen).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::EmojiInvalid, "{chosen:?}");
    }
}

#[test]
fn a_topic_is_one_line_that_can_be_seen_or_none() {
    let parsed = |typed: &str| Topic::parse(typed).map(|topic| topic.as_str().to_owned());
    assert_eq!(
        parsed("  Tea,\n\tand  more "),
        Ok("Tea, and more".to_owned())
    );
    assert_eq!(parsed(" \n "), Ok(String::new()));
    assert!(Topic::none().is_none());
    let longest = "🌳".repeat(TOPIC_CHARS_MAX);
    assert_eq!(parsed(&longest), Ok(longest.clone()));
    let code = |typed: &str| Topic::parse(typed).expect_err("refused").code;
    assert_eq!(code(&[&longest, "!"].concat()), RefusalCode::TextTooLong);
    assert_eq!(code("\u{200B}\u{2060}"), RefusalCode::TextEmpty);
    assert_eq!(code("bell\u{7}"), RefusalCode::TextControl);
}
