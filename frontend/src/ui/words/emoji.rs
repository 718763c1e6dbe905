//! What is said of emoji: their groups, their tones, and what one is called. Pure.

use chat_client::composing::emoji::{Listed, Subject, Tone};

use crate::language::{self, Language};

/// A group.
#[must_use]
pub fn subject(subject: Subject) -> &'static str {
    match subject {
        Subject::Smileys => t!("emoji-smileys"),
        Subject::People => t!("emoji-people"),
        Subject::Nature => t!("emoji-nature"),
        Subject::Food => t!("emoji-food"),
        Subject::Travel => t!("emoji-travel"),
        Subject::Activities => t!("emoji-activities"),
        Subject::Objects => t!("emoji-objects"),
        Subject::Symbols => t!("emoji-symbols"),
        Subject::Flags => t!("emoji-flags"),
    }
}

/// A skin tone.
#[must_use]
pub fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::None => t!("tone-none"),
        Tone::Light => t!("tone-light"),
        Tone::MediumLight => t!("tone-medium-light"),
        Tone::Medium => t!("tone-medium"),
        Tone::MediumDark => t!("tone-medium-dark"),
        Tone::Dark => t!("tone-dark"),
    }
}

/// What one is called. Nothing where the sign says it best: screen readers read a sign aloud in
/// their own language, and our names of them are English.
#[must_use]
pub fn name(listed: &Listed) -> Option<String> {
    if let Some(country) = &listed.country {
        return Some(t!("emoji-flag-of", country = country.as_str()));
    }
    (language::spoken() == Language::English).then(|| listed.name.replace('_', " "))
}

#[cfg(test)]
mod tests {
    use chat_client::composing::emoji::Table;

    use super::*;

    fn names(language: Language) -> Vec<Option<String>> {
        language::speak(language, None, |number| number.to_string());
        let mut table = Table::parse("=flags\n🇩🇪 de flag\n🏴 black_flag\n");
        table.learn("", |_| Some("Germany".to_owned()));
        table.groups[0].emoji.iter().map(name).collect()
    }

    #[test]
    fn a_sign_has_no_english_name_in_another_language() {
        assert_eq!(
            names(Language::English),
            [
                Some("Flag: Germany".to_owned()),
                Some("black flag".to_owned())
            ]
        );
        assert_eq!(
            names(Language::German),
            [Some("Flag: Germany".to_owned()), None]
        );
    }
}
