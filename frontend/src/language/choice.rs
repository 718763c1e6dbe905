//! Which languages there are, and which of them a reader gets. Pure.
//!
//! `boot.js` chooses by the same rule before the client is here, so that the file is on its
//! way early; the client reads what it chose from the page.

use unic_langid::LanguageIdentifier;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English, which is part of the client.
    English,
    /// German.
    German,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// Portuguese.
    Portuguese,
    /// Turkish.
    Turkish,
    /// Arabic, from right to left.
    Arabic,
    /// Hindi.
    Hindi,
    /// Chinese in simplified characters.
    Chinese,
    /// Japanese.
    Japanese,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::English,
        Self::German,
        Self::Spanish,
        Self::French,
        Self::Portuguese,
        Self::Turkish,
        Self::Arabic,
        Self::Hindi,
        Self::Chinese,
        Self::Japanese,
    ];

    /// Its code (ISO 639-1): in storage, in the page's `lang`, in its file's name.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Spanish => "es",
            Self::French => "fr",
            Self::Portuguese => "pt",
            Self::Turkish => "tr",
            Self::Arabic => "ar",
            Self::Hindi => "hi",
            Self::Chinese => "zh",
            Self::Japanese => "ja",
        }
    }

    /// What those who speak it call it.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::Spanish => "Español",
            Self::French => "Français",
            Self::Portuguese => "Português",
            Self::Turkish => "Türkçe",
            Self::Arabic => "العربية",
            Self::Hindi => "हिन्दी",
            Self::Chinese => "简体中文",
            Self::Japanese => "日本語",
        }
    }

    /// How dates and numbers are written: a date has to stand in the language of its sentence.
    #[must_use]
    pub fn locale(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            // Digits as everywhere else in the page: numbers of messages, addresses, sizes.
            Self::Arabic => "ar-u-nu-latn",
            Self::German
            | Self::Spanish
            | Self::French
            | Self::Portuguese
            | Self::Turkish
            | Self::Hindi
            | Self::Chinese
            | Self::Japanese => self.code(),
        }
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub fn is_from_right(self) -> bool {
        self == Self::Arabic
    }

    /// As Fluent names it, which knows its plurals.
    #[must_use]
    pub fn id(self) -> LanguageIdentifier {
        let code = self.code().parse();
        code.expect("a code of two letters names a language")
    }

    /// The language of this code; nothing for a code of none.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }
}

#[cfg(test)]
mod tests;
