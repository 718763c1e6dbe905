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
        "=nature\n🌱 seedling plant young\n🙈 see_no_evil monkey\n=people\n👍️ thumbsup+ yes\nbroken\n\
         =later\n🌳 see_tree",
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
    let table = Table::parse("=people\n👍️ thumbsup+ yes\n👩‍🚀 astronaut+\n🌱 seedling");
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

#[test]
fn emoji_are_found_in_another_language_too() {
    let mut table = Table::parse(
        "=nature\n🌱 seedling plant young\n❤️ red_heart\n=flags\n🇩🇪 de flag\n🏴 black_flag\n🇽🇽 xx\n",
    );
    let words = "heart Herz Liebe\nplant Pflänzchen\nflag Fahne\nbroken\n";
    let country = |code: &str| (code == "DE").then(|| "Deutsches Land".to_owned());
    table.learn(words, country);
    let found = |typed: &str| -> Vec<&str> {
        let found = table.matching(typed, 8).into_iter();
        found.map(|listed| listed.sign.as_str()).collect()
    };
    assert_eq!(found("herz"), ["❤️"]);
    assert_eq!(found("Lieb"), ["❤️"]);
    assert_eq!(found("pflanz"), ["🌱"]);
    assert_eq!(found("heart"), ["❤️"], "English stays");
    assert_eq!(found("fahne"), ["🇩🇪", "🏴"]);
    assert_eq!(found("deutsch"), ["🇩🇪"]);
    assert_eq!(found("fahne land"), ["🇩🇪"]);
    let countries = table.groups[1]
        .emoji
        .iter()
        .map(|flag| flag.country.as_deref());
    let countries: Vec<Option<&str>> = countries.collect();
    assert_eq!(countries, [Some("Deutsches Land"), None, None]);
}

#[test]
fn what_each_language_says_is_said_of_words_of_the_table() {
    let table = Table::parse(TABLE);
    let all = table.groups.iter().flat_map(|group| &group.emoji);
    let own: BTreeSet<&str> = all
        .flat_map(|listed| listed.name.split('_').chain(listed.words.split(' ')))
        .collect();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../frontend/web/emoji");
    let files = std::fs::read_dir(folder).expect("the folder is there");
    let mut seen = Vec::new();
    for file in files {
        let path = file.expect("it can be read").path();
        let text = std::fs::read_to_string(&path).expect("it is text");
        let words: Vec<String> = text
            .lines()
            .map(|line| {
                let (word, said) = line.split_once(' ').expect("a word and what is said");
                assert!(own.contains(word), "{word} is of no emoji");
                assert!(!said.trim().is_empty(), "{word}");
                word.to_owned()
            })
            .collect();
        assert!(words.is_sorted(), "{}", path.display());
        seen.push(words);
    }
    assert_eq!(seen.len(), 9, "every language but English");
    assert!(seen.windows(2).all(|pair| pair[0] == pair[1]));
}
