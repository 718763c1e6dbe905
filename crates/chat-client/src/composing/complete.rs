//! What is offered while somebody types `@`, `#`, `:` or `/`: where the word began, what matches
//! it, in which order.

use shared::entry::Author;

/// A list that is longer hides what it is for.
pub const OFFERED_MAX: usize = 8;

/// Letters behind a colon before emoji are offered: `:)` stays what it is.
const EMOJI_LETTERS_MIN: usize = 2;

/// What a sign asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `@`: people.
    Person,
    /// `#`: rooms.
    Room,
    /// `/`, as the first sign of a message: commands.
    Command,
    /// `:` and two letters, or one sign of Chinese or Japanese: emoji.
    Emoji,
}

/// A word that is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Of what.
    pub kind: Kind,
    /// What stands behind its sign; may be empty.
    pub typed: &'a str,
}

impl Asked<'_> {
    /// How many UTF-16 units the word has, with its sign.
    #[must_use]
    pub fn units(&self) -> usize {
        1 + super::utf16_length(self.typed)
    }
}

/// What the text before the cursor asks for, if anything.
#[must_use]
pub fn asked(before: &str) -> Option<Asked<'_>> {
    // Two signs of Hindi change the letter before them and are no letters themselves.
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\u{93C}' | '\u{94D}');
    let (at, sign) = before.char_indices().rev().find(|(_, c)| !is_name(*c))?;
    let follows = before[..at].chars().next_back();
    let kind = match sign {
        '@' if !follows.is_some_and(char::is_alphanumeric) => Kind::Person,
        '#' if !follows.is_some_and(|c| c.is_alphanumeric() || matches!(c, '#' | '/' | '&')) => {
            Kind::Room
        }
        '/' if at == 0 => Kind::Command,
        ':' if !follows.is_some_and(|c| c.is_alphanumeric() || c == ':')
            && is_enough_for_emoji(&before[at + 1..]) =>
        {
            Kind::Emoji
        }
        _ => return None,
    };
    Some(Asked {
        kind,
        typed: &before[at + 1..],
    })
}

fn is_enough_for_emoji(typed: &str) -> bool {
    // Kana, and signs that are words by themselves.
    let is_word = |c: char| ('\u{3040}'..='\u{9FFF}').contains(&c);
    typed.chars().count() >= EMOJI_LETTERS_MIN || typed.contains(is_word)
}

/// The places of the names that match, at most [`OFFERED_MAX`]: first those that begin with
/// what was typed, then those with a word that does, then those that hold it. Within these the
/// order stays.
#[must_use]
pub fn matching<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<usize> {
    let typed = folded(typed);
    let mut found: Vec<(u8, usize)> = names
        .into_iter()
        .enumerate()
        .filter_map(|(place, name)| Some((rank(&typed, &folded(name))?, place)))
        .collect();
    found.sort_unstable();
    found.truncate(OFFERED_MAX);
    found.into_iter().map(|(_, place)| place).collect()
}

fn rank(typed: &str, name: &str) -> Option<u8> {
    let is_gap = |c: char| !c.is_alphanumeric();
    if name.starts_with(typed) || without_gaps(name).starts_with(&without_gaps(typed)) {
        Some(0)
    } else if name.split(is_gap).any(|word| word.starts_with(typed)) {
        Some(1)
    } else if name.contains(typed) {
        Some(2)
    } else {
        None
    }
}

fn without_gaps(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// In small letters, those of Latin scripts without their accents.
pub(super) fn folded(name: &str) -> String {
    const ACCENTED: [(&str, char); 15] = [
        ("àáâãäåāăą", 'a'),
        ("çćĉċč", 'c'),
        ("ďđð", 'd'),
        ("èéêëēĕėęě", 'e'),
        ("ĝğġģ", 'g'),
        ("ìíîïĩīĭįı", 'i'),
        ("ĺļľŀł", 'l'),
        ("ñńņňŉ", 'n'),
        ("òóôõöøōŏő", 'o'),
        ("ŕŗř", 'r'),
        ("śŝşšș", 's'),
        ("ţťŧț", 't'),
        ("ùúûüũūŭůűų", 'u'),
        ("ýÿŷ", 'y'),
        ("źżž", 'z'),
    ];
    let plain = |c: char| {
        let found = ACCENTED.iter().find(|(accented, _)| accented.contains(c));
        found.map_or(c, |(_, plain)| *plain)
    };
    // An accent that stands by itself behind its letter goes too.
    let is_accent = |c: &char| matches!(c, '\u{300}'..='\u{36F}');
    let small = name.chars().flat_map(char::to_lowercase);
    small.filter(|c| !is_accent(c)).map(plain).collect()
}

/// Everybody who can be named, once: those who wrote, the latest first, then those who are
/// here; never oneself.
#[must_use]
pub fn people<'a>(
    me: Option<&Author>,
    wrote: impl DoubleEndedIterator<Item = &'a Author>,
    here: impl Iterator<Item = &'a Author>,
) -> Vec<Author> {
    let mut known: Vec<Author> = Vec::new();
    for person in wrote.rev().chain(here) {
        let is_me = me.is_some_and(|me| me.id == person.id);
        if !is_me && known.iter().all(|other| other.id != person.id) {
            known.push(person.clone());
        }
    }
    known
}

/// How a person is named in a message, without the sign: by the first word where nobody else
/// among `known` has it, else by the whole name.
#[must_use]
pub fn mention_of(person: &Author, known: &[Author]) -> String {
    let is_sign = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let first = |author: &Author| {
        let name = author.name.folded();
        name.split(' ').next().unwrap_or_default().to_owned()
    };
    let name = person.name.as_str();
    let word = name.split(' ').next().unwrap_or_default();
    let is_alone = known
        .iter()
        .all(|other| other.id == person.id || first(other) != first(person));
    if is_alone && word.chars().all(|c| is_sign(&c)) {
        return word.to_owned();
    }
    let whole = name.chars().map(|c| if c == ' ' { '-' } else { c });
    whole.filter(is_sign).collect()
}

#[cfg(test)]
mod tests;
