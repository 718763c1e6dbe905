//! `cargo xtask emoji FOLDER`: writes the client's table of emoji.
//!
//! The facts come from the package `emojibase-data` on npm (MIT), which follows Unicode: FOLDER
//! is its unpacked `package`. The table is a form of our own; `chat_client::composing::emoji`
//! says what it is.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The package's numbers of the groups that people choose from, and their names here.
const GROUPS: [(u32, &str); 9] = [
    (0, "smileys"),
    (1, "people"),
    (3, "nature"),
    (4, "food"),
    (5, "travel"),
    (6, "activities"),
    (7, "objects"),
    (8, "symbols"),
    (9, "flags"),
];

/// Newer ones are drawn as boxes by most systems.
const VERSION_MAX: f32 = 15.1;

/// Words that a name does not hold already.
const WORDS_MAX: usize = 4;

const TABLE: &str = "frontend/web/emoji.txt";

#[derive(Deserialize)]
struct Emoji {
    emoji: String,
    hexcode: String,
    label: String,
    #[serde(default)]
    tags: Vec<String>,
    group: Option<u32>,
    #[serde(default)]
    order: u32,
    version: f32,
    #[serde(default)]
    skins: Vec<Skin>,
}

#[derive(Deserialize)]
struct Skin {
    emoji: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Names {
    One(String),
    Many(Vec<String>),
}

impl Names {
    fn all(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::Many(names) => names,
        }
    }
}

pub(crate) fn write(root: &Path, package: &Path) -> Result<()> {
    let mut all: Vec<Emoji> = read(&package.join("en/data.json"))?;
    let names: HashMap<String, Names> = read(&package.join("en/shortcodes/github.json"))?;
    let more: HashMap<String, Names> = read(&package.join("en/shortcodes/emojibase.json"))?;
    all.sort_by_key(|emoji| emoji.order);
    let mut table = String::new();
    for (number, group) in GROUPS {
        writeln!(table, "={group}")?;
        let of_group = |emoji: &&Emoji| emoji.group == Some(number) && emoji.version <= VERSION_MAX;
        for emoji in all.iter().filter(of_group) {
            let called = [&names, &more].map(|names| names.get(&emoji.hexcode));
            let mut called: Vec<&str> = called
                .into_iter()
                .flatten()
                .flat_map(Names::all)
                .map(String::as_str)
                .collect();
            // `thumbsup` before `+1`.
            called.sort_by_key(|name| !name.starts_with(char::is_alphabetic));
            let name = called.first().copied().unwrap_or_default();
            ensure!(!name.is_empty(), "{} has no name", emoji.emoji);
            let tone = if takes_tone(emoji) { "+" } else { "" };
            writeln!(
                table,
                "{} {name}{tone} {}",
                emoji.emoji,
                words(emoji, &called)
            )?;
        }
    }
    let table: String = table
        .lines()
        .flat_map(|line| [line.trim_end(), "\n"])
        .collect();
    fs::write(root.join(TABLE), table).context("the table cannot be written")
}

/// Whether a skin tone is one sign behind the first, for all five.
fn takes_tone(emoji: &Emoji) -> bool {
    let Some(first) = emoji.emoji.chars().next() else {
        return false;
    };
    let rest = emoji.emoji[first.len_utf8()..].trim_start_matches('\u{FE0F}');
    let is_toned = |(skin, tone): (&Skin, char)| skin.emoji == format!("{first}{tone}{rest}");
    emoji.skins.len() == 5
        && emoji
            .skins
            .iter()
            .zip('\u{1F3FB}'..='\u{1F3FF}')
            .all(is_toned)
}

/// What else it is found by.
fn words(emoji: &Emoji, called: &[&str]) -> String {
    let mut words: Vec<String> = Vec::new();
    let name = called.first().copied().unwrap_or_default();
    let said = |word: &str| name.split('_').any(|said| said == word);
    let names = called
        .iter()
        .skip(1)
        .copied()
        .filter(|name| !name.contains('_'));
    let tags = emoji.tags.iter().flat_map(|tag| tag.split(' '));
    let others = emoji.label.split(' ').chain(tags.take(WORDS_MAX));
    for word in names.chain(others) {
        let word = word.to_lowercase();
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        if !word.is_empty() && !said(&word) && !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(" ")
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_slice(&text).with_context(|| format!("{} is another form", path.display()))
}
