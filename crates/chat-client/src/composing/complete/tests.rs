use proptest::prelude::*;
use shared::ids::UserId;
use shared::text::DisplayName;

use super::*;
use crate::markup;

fn person(id: u64, name: &str) -> Author {
    Author {
        id: UserId(id),
        name: DisplayName::from_stored(name.to_owned()),
    }
}

#[test]
fn a_sign_before_a_word_asks() {
    let cases = [
        ("@", Some((Kind::Person, ""))),
        ("hi @ma", Some((Kind::Person, "ma"))),
        ("(@Zoë-m", Some((Kind::Person, "Zoë-m"))),
        ("#firm", Some((Kind::Room, "firm"))),
        ("in #", Some((Kind::Room, ""))),
        ("/he", Some((Kind::Command, "he"))),
        ("/", Some((Kind::Command, ""))),
        ("a :se", Some((Kind::Emoji, "se"))),
        (":see_no", Some((Kind::Emoji, "see_no"))),
        (":心", Some((Kind::Emoji, "心"))),
        (":प्या", Some((Kind::Emoji, "प्या"))),
        ("@लक्ष्मी", Some((Kind::Person, "लक्ष्मी"))),
        (":s", None),
        (":)", None),
        ("at 10:30", None),
        ("a::bc", None),
        ("//", None),
        ("a /he", None),
        ("mail@ma", None),
        ("@ma ", None),
        ("@ma.", None),
        ("## ", None),
        ("##a", None),
        ("https://a/#b", None),
        ("", None),
        ("ma", None),
    ];
    for (before, expected) in cases {
        let found = asked(before).map(|asked| (asked.kind, asked.typed));
        assert_eq!(found, expected, "{before}");
    }
    assert_eq!(asked("@🙂"), None);
    assert_eq!(asked("@ma").map(|asked| asked.units()), Some(3));
}

#[test]
fn the_closest_match_comes_first_and_else_the_order_stays() {
    let names = ["Mara Lindqvist", "Tomara", "Ben Mara", "Márta", "Ben"];
    assert_eq!(matching("mar", names), [0, 3, 2, 1]);
    assert_eq!(matching("MÁR", names), [0, 3, 2, 1]);
    assert_eq!(matching("ma\u{301}r", names), [0, 3, 2, 1]);
    assert_eq!(matching("maral", names), [0]);
    assert_eq!(matching("mara-l", names), [0]);
    assert_eq!(matching("", names), [0, 1, 2, 3, 4]);
    assert!(matching("zz", names).is_empty());
    assert_eq!(matching("", ["a"; 20]).len(), OFFERED_MAX);
}

#[test]
fn those_who_wrote_last_are_offered_first_and_nobody_twice() {
    let (ada, ben, cleo) = (person(1, "Ada"), person(2, "Ben"), person(3, "Cleo"));
    let wrote = [&ben, &ada, &cleo, &ben];
    let known = people(
        Some(&ada),
        wrote.into_iter(),
        [&ada, &ben, &cleo].into_iter(),
    );
    assert_eq!(known, [ben, cleo]);
}

#[test]
fn a_mention_names_whom_it_was_taken_for_and_nobody_else() {
    let mara = person(1, "Mara Lindqvist");
    let other = person(2, "mara berg");
    let ben = person(3, "Ben");
    let known = [mara.clone(), other.clone(), ben.clone()];
    assert_eq!(mention_of(&ben, &known), "Ben");
    assert_eq!(mention_of(&mara, &[mara.clone(), ben]), "Mara");
    let mention = mention_of(&mara, &known);
    assert_eq!(mention, "Mara-Lindqvist");
    assert!(markup::names(&mention, &mara));
    assert!(!markup::names(&mention, &other));
    let blocks = markup::parse(&["@", &mention, " hi"].concat());
    assert!(markup::mentions(&blocks, &mara));
}

proptest! {
    #[test]
    fn any_text_may_be_before_the_cursor(before in any::<String>()) {
        if let Some(asked) = asked(&before) {
            prop_assert!(before.ends_with(asked.typed));
        }
    }

    #[test]
    fn a_name_matches_itself(name in "[\\p{L} -]{0,20}") {
        prop_assert_eq!(matching(&name, [name.as_str()]), [0]);
    }
}
