use std::collections::BTreeSet;

use shared::text::Emoji;

use super::*;
use crate::markup;

const TABLE: &str = include_str!("../../../../../frontend/web/emoji.txt");

#[test]
fn the_table_holds_what_a_message_and_a_reaction_may_hold() {
    let table = Table::parse(TABLE);
    assert_eq!(table.groups.len(), 9);
    let all: Vec<&Listed> = table.groups.iter().flat_map(|group| &group.emoji).collect();
    assert!(all.len() > 1_500, "{}", all.len());
    assert_eq!(TABLE.lines().count(), all.len() + 9, "every line is read");
    for listed in &all {
        for tone in Tone::ALL {
            let sign = listed.with(tone);
            assert!(Emoji::parse(&sign).is_ok(), "{sign} {}", listed.name);
            assert!(markup::is_emoji_only(&sign), "{sign} {}", listed.name);
        }
        let typed = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '+');
        assert!(listed.name.chars().all(typed), "{}", listed.name);
    }
    let names: BTreeSet<&str> = all.iter().map(|listed| listed.name.as_str()).collect();
    assert_eq!(names.len(), all.len(), "a name is of one");
}

#[test]
fn emoji_are_found_by_the_beginnings_of_their_words() {
    let table = Table::parse(
        "=One\n🌱 seedling plant young\n🙈 see_no_evil monkey\n=Two\n👍️ thumbsup+ yes\nbroken\n",
    );
    let found = |typed: &str| -> Vec<&str> {
        let found = table.matching(typed, 8).into_iter();
        found.map(|listed| listed.sign.as_str()).collect()
    };
    assert_eq!(found("see"), ["🌱", "🙈"]);
    assert_eq!(found("plant"), ["🌱"]);
    assert_eq!(found("evil see"), ["🙈"]);
    assert_eq!(found("see_no"), ["🙈"]);
    assert_eq!(found("lant"), [""; 0]);
    assert_eq!(table.matching("", 2).len(), 2);
    assert_eq!(table.groups.len(), 2);
}

#[test]
fn a_tone_stands_behind_the_first_sign() {
    let table = Table::parse("=One\n👍️ thumbsup+ yes\n👩‍🚀 astronaut+\n🌱 seedling");
    let [thumb, astronaut, plant] = &table.groups[0].emoji[..] else {
        panic!("three");
    };
    assert_eq!(thumb.with(Tone::None), "👍️");
    assert_eq!(thumb.with(Tone::Medium), "👍🏽");
    assert_eq!(astronaut.with(Tone::Dark), "👩🏿‍🚀");
    assert_eq!(plant.with(Tone::Dark), "🌱");
    assert_eq!(table.named("👍🏽"), Some(thumb));
    assert_eq!(table.named("🌱"), Some(plant));
    assert_eq!(table.named("x"), None);
}
