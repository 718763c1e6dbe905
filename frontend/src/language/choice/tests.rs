use super::*;

#[test]
fn a_language_is_found_by_its_code() {
    for language in Language::ALL {
        assert_eq!(Language::of(language.code()), Some(language));
        assert_eq!(language.id().to_string(), language.code());
    }
    assert_eq!(Language::of("xx"), None);
    assert_eq!(Language::of(""), None);
}

#[test]
fn boot_knows_the_same_languages() {
    let boot = include_str!("../../../web/boot.js");
    let codes: Vec<String> = Language::ALL
        .map(|language| format!("\"{}\"", language.code()))
        .into();
    let line = format!("const LANGUAGES = [{}];", codes.join(", "));
    assert!(boot.contains(&line), "boot.js has no line {line}");
    for language in Language::ALL {
        let turned = format!("language === \"{}\"", language.code());
        assert_eq!(boot.contains(&turned), language.is_from_right());
    }
}
