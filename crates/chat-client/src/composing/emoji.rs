//! The table of emoji, which a page fetches when somebody first wants one: read, searched, and
//! given a skin tone.
//!
//! A line `=subject` begins a group; every other line is an emoji, its name, and words that it
//! is found by, with spaces between them. A `+` behind the name: it takes a skin tone.
//! `cargo xtask emoji` writes it.
//!
//! Names and words are English, as everywhere that they are typed. A second table makes the
//! emoji found in another language too: each line is one of those words and what is said for it
//! there. What a reader hears of a sign is the sign itself, which their own voice reads; only a
//! country's flag is named, by whoever knows the country.

use super::complete::folded;
use std::collections::HashMap;

/// One of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The sign itself, without a skin tone.
    pub sign: String,
    /// `red_heart`: what it is called, and what is typed between colons.
    pub name: String,
    /// What else it is found by, folded.
    words: String,
    /// Takes a skin tone.
    pub takes_tone: bool,
    /// The country that it is the flag of, in the reader's language, once that is known.
    pub country: Option<String>,
}

/// What the emoji of a group show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Faces, and what is felt.
    Smileys,
    /// People, and parts of them.
    People,
    /// Animals and plants.
    Nature,
    /// Food and drink.
    Food,
    /// Places, and how to get there.
    Travel,
    /// Sports, games, feasts.
    Activities,
    /// Things.
    Objects,
    /// Signs.
    Symbols,
    /// Flags.
    Flags,
}

impl Subject {
    /// All, in the order of Unicode.
    pub const ALL: [Self; 9] = [
        Self::Smileys,
        Self::People,
        Self::Nature,
        Self::Food,
        Self::Travel,
        Self::Activities,
        Self::Objects,
        Self::Symbols,
        Self::Flags,
    ];

    /// As the table calls it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Smileys => "smileys",
            Self::People => "people",
            Self::Nature => "nature",
            Self::Food => "food",
            Self::Travel => "travel",
            Self::Activities => "activities",
            Self::Objects => "objects",
            Self::Symbols => "symbols",
            Self::Flags => "flags",
        }
    }
}

/// Emoji that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they show.
    pub subject: Subject,
    /// In the order of Unicode.
    pub emoji: Vec<Listed>,
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// In the order of Unicode.
    pub groups: Vec<Group>,
}

impl Table {
    /// Reads the table. Lines of another form are passed over: an old page may meet a new one.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        let mut is_known = false;
        for line in text.lines() {
            if let Some(code) = line.strip_prefix('=') {
                let subject = Subject::ALL.into_iter().find(|one| one.code() == code);
                is_known = subject.is_some();
                groups.extend(subject.map(|subject| Group {
                    subject,
                    emoji: Vec::new(),
                }));
            } else if let (true, Some(group), Some(listed)) =
                (is_known, groups.last_mut(), listed(line))
            {
                group.emoji.push(listed);
            }
        }
        Self { groups }
    }

    /// Has the emoji found in another language too: by its words for theirs, a line each, and
    /// flags by the country that `country` knows by its code (`DE`).
    pub fn learn(&mut self, words: &str, country: impl Fn(&str) -> Option<String>) {
        let lines = words.lines().filter_map(|line| line.split_once(' '));
        let words: HashMap<&str, &str> = lines.collect();
        for listed in self.groups.iter_mut().flat_map(|group| &mut group.emoji) {
            let own = listed.name.split('_').chain(listed.words.split(' '));
            let said = own.filter_map(|own| words.get(own).copied());
            listed.country = listed.country_code().and_then(|code| country(&code));
            let more: Vec<&str> = said.chain(listed.country.as_deref()).collect();
            let more = folded(&more.join(" "));
            for more in more.split(' ').filter(|more| !more.is_empty()) {
                listed.words.push(' ');
                listed.words.push_str(more);
            }
        }
    }

    /// Those of which every word typed begins a word, at most so many: first those whose name
    /// begins with it.
    #[must_use]
    pub fn matching(&self, typed: &str, most: usize) -> Vec<&Listed> {
        let typed = folded(typed);
        let wanted: Vec<&str> = typed
            .split([' ', '_'])
            .filter(|word| !word.is_empty())
            .collect();
        let mut found: Vec<(bool, usize, &Listed)> = self
            .groups
            .iter()
            .flat_map(|group| &group.emoji)
            .filter(|listed| wanted.iter().all(|wanted| listed.has(wanted)))
            .enumerate()
            .map(|(place, listed)| (!listed.name.starts_with(&typed), place, listed))
            .collect();
        found.sort_unstable_by_key(|(later, place, _)| (*later, *place));
        found
            .into_iter()
            .take(most)
            .map(|(_, _, listed)| listed)
            .collect()
    }

    /// The one of this sign, with or without a tone.
    #[must_use]
    pub fn named(&self, sign: &str) -> Option<&Listed> {
        let first = sign.chars().next();
        let is_toned = |listed: &Listed| {
            listed.takes_tone
                && listed.sign.chars().next() == first
                && Tone::ALL.iter().any(|tone| listed.with(*tone) == sign)
        };
        let mut all = self.groups.iter().flat_map(|group| &group.emoji);
        all.find(|listed| listed.sign == sign || is_toned(listed))
    }
}

fn listed(line: &str) -> Option<Listed> {
    let (sign, rest) = line.split_once(' ')?;
    let (name, words) = rest.split_once(' ').unwrap_or((rest, ""));
    let bare = name.strip_suffix('+');
    let name = bare.unwrap_or(name);
    (!sign.is_empty() && !name.is_empty()).then(|| Listed {
        sign: sign.to_owned(),
        name: name.to_owned(),
        words: folded(words),
        takes_tone: bare.is_some(),
        country: None,
    })
}

impl Listed {
    fn has(&self, wanted: &str) -> bool {
        let words = self.name.split('_').chain(self.words.split(' '));
        words.into_iter().any(|word| word.starts_with(wanted))
    }

    /// The code of the country that it is the flag of: two signs that stand for its letters.
    fn country_code(&self) -> Option<String> {
        let letters = self.sign.chars().map(|c| {
            let place = u32::from(c).checked_sub(u32::from('🇦'))?;
            ('A'..='Z').nth(usize::try_from(place).ok()?)
        });
        let code: String = letters.collect::<Option<_>>()?;
        (code.len() == 2).then_some(code)
    }

    /// The sign in this tone, where it takes one.
    #[must_use]
    pub fn with(&self, tone: Tone) -> String {
        let first = self.sign.chars().next();
        match (tone.sign(), first) {
            (Some(tone), Some(first)) if self.takes_tone => {
                let rest = self.sign[first.len_utf8()..].trim_start_matches('\u{FE0F}');
                [&first.to_string(), tone, rest].concat()
            }
            _ => self.sign.clone(),
        }
    }
}

/// A skin tone: none, or one of Unicode's five.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Yellow.
    #[default]
    None,
    /// Light.
    Light,
    /// Between light and medium.
    MediumLight,
    /// Medium.
    Medium,
    /// Between medium and dark.
    MediumDark,
    /// Dark.
    Dark,
}

impl Tone {
    /// All, in their order.
    pub const ALL: [Self; 6] = [
        Self::None,
        Self::Light,
        Self::MediumLight,
        Self::Medium,
        Self::MediumDark,
        Self::Dark,
    ];

    fn sign(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Light => Some("\u{1F3FB}"),
            Self::MediumLight => Some("\u{1F3FC}"),
            Self::Medium => Some("\u{1F3FD}"),
            Self::MediumDark => Some("\u{1F3FE}"),
            Self::Dark => Some("\u{1F3FF}"),
        }
    }
}

#[cfg(test)]
mod tests;
