//! The table of emoji, which a page fetches when somebody first wants one: read, searched, and
//! given a skin tone.
//!
//! A line `=Name` begins a group; every other line is an emoji, its name, and words that it is
//! found by, with spaces between them. A `+` behind the name: it takes a skin tone.
//! `cargo xtask emoji` writes it.

use super::complete::folded;

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
}

/// Emoji that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// What they are.
    pub name: String,
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
        for line in text.lines() {
            if let Some(name) = line.strip_prefix('=') {
                groups.push(Group {
                    name: name.to_owned(),
                    emoji: Vec::new(),
                });
            } else if let (Some(group), Some(listed)) = (groups.last_mut(), listed(line)) {
                group.emoji.push(listed);
            }
        }
        Self { groups }
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
    })
}

impl Listed {
    fn has(&self, wanted: &str) -> bool {
        let words = self.name.split('_').chain(self.words.split(' '));
        words.into_iter().any(|word| word.starts_with(wanted))
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
