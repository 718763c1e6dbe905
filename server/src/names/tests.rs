use proptest::prelude::*;

use super::{person, room};

#[test]
fn one_look_has_one_spelling() {
    for (typed, kept) in [
        ("ada", "ada"),
        ("ａｄａ", "ada"),
        ("e\u{301}va", "éva"),
        ("ﬁn", "fin"),
        ("Ⅳ", "IV"),
        (" ada\u{3000}l. ", "ada l."),
    ] {
        assert_eq!(person(typed).unwrap().as_str(), kept, "{typed}");
    }
    assert_eq!(room("#Ｄｅｎ").unwrap().as_str(), "den");
}

#[test]
fn names_of_every_script_are_fine_and_so_are_signs() {
    for name in [
        "Zoë",
        "Сара",
        "Ελένη",
        "さくら 太郎",
        "Ada 愛",
        "김 Ada",
        "محمد",
        "हिमा",
        "ada 🙂",
        "ada_2",
        "O'Neil",
        "ლელა",
    ] {
        assert_eq!(person(name).map(|n| n.as_str().to_owned()), Ok(name.into()));
    }
}

#[test]
fn a_name_of_two_scripts_that_look_alike_is_refused() {
    for name in [
        "аda",  // Cyrillic а
        "adа",  // Cyrillic а
        "bеn",  // Cyrillic е
        "cу",   // Cyrillic у
        "αda",  // Greek α
        "Ꭺda",  // Cherokee Ꭺ
        "Сαρа", // Cyrillic and Greek
        "ⅽу",   // a numeral that is spelled c, and Cyrillic у
    ] {
        assert!(person(name).is_err(), "{name}");
        assert!(room(name).is_err(), "{name}");
    }
}

#[test]
fn a_name_that_becomes_another_line_when_it_is_spelled_anew_is_refused() {
    // A wide colon is a colon, and what stands for it in Chinese too.
    for name in ["ada：hi", "ada︓hi", "¨", "\u{200B}ada"] {
        assert!(person(name).is_err(), "{name}");
    }
}

proptest! {
    #[test]
    fn a_name_that_is_kept_is_kept_as_it_is(typed in "\\PC{0,12}") {
        if let Ok(name) = person(&typed) {
            prop_assert_eq!(person(name.as_str()), Ok(name));
        }
        if let Ok(name) = room(&typed) {
            prop_assert_eq!(room(name.as_str()), Ok(name));
        }
    }
}
