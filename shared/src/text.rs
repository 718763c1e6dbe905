//! What people type, parsed once with the same function in browser and server.
//! Holding the type is the proof that the rules were met.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::limits::{
    DISPLAY_NAME_CHARS_MAX, EMOJI_BYTES_MAX, MESSAGE_CHARS_MAX, ROOM_NAME_CHARS_MAX,
    STATUS_CHARS_MAX, TOPIC_CHARS_MAX,
};
use crate::refusal::{Refusal, RefusalCode};

macro_rules! parsed_text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The text itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Text that was parsed before it was stored or sent. History stays
            /// readable when a rule changes later.
            #[must_use]
            pub fn from_stored(text: String) -> Self {
                Self(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

parsed_text! {
    /// The text of a message: 1 to [`MESSAGE_CHARS_MAX`] characters, no control
    /// characters but line feed and tab, not only what cannot be seen. Beside files it
    /// may be empty.
    MessageText
}
parsed_text! {
    /// The name of a room: lower-case letters, digits, `-` and `_`, at most
    /// [`ROOM_NAME_CHARS_MAX`] characters, starting with a letter or digit.
    RoomName
}
parsed_text! {
    /// What a person is called: at most [`DISPLAY_NAME_CHARS_MAX`] characters, no
    /// control or invisible characters, no colon (plain mode writes `NAME: TEXT`).
    DisplayName
}

parsed_text! {
    /// One emoji, as it was chosen: a sign of Unicode's emoji blocks with what may
    /// follow it (skin tone, variation selector, joined signs), a flag or a keycap; at
    /// most [`EMOJI_BYTES_MAX`] bytes. Whether a font draws it is not asked.
    Emoji
}

parsed_text! {
    /// What somebody says of themselves: one line of at most [`STATUS_CHARS_MAX`]
    /// characters, no control or invisible characters.
    StatusText
}

parsed_text! {
    /// What a room is about: one line of at most [`TOPIC_CHARS_MAX`] characters, no control
    /// characters. Without any it says that the room has no topic.
    Topic
}

impl Topic {
    /// Parses a line. White space around goes, runs inside become one space; of nothing but
    /// that it is [`Topic::none`].
    ///
    /// # Errors
    /// `text_empty` for what cannot be seen, `text_too_long` or `text_control`.
    pub fn parse(typed: &str) -> Result<Self, Refusal> {
        let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return Ok(Self::none());
        }
        if text.chars().all(|c| c == ' ' || is_invisible(c)) {
            let sentence = "A topic needs words that can be seen.";
            return Err(Refusal::new(RefusalCode::TextEmpty, sentence));
        }
        if text.chars().count() > TOPIC_CHARS_MAX {
            let sentence = format!("A topic has at most {TOPIC_CHARS_MAX} characters.");
            return Err(Refusal::new(RefusalCode::TextTooLong, sentence));
        }
        if let Some(bad) = text.chars().find(|c| c.is_control()) {
            let sentence = format!("A topic cannot contain {}.", visible(bad));
            return Err(Refusal::new(RefusalCode::TextControl, sentence));
        }
        Ok(Self(text))
    }

    /// Of a room that has none.
    #[must_use]
    pub fn none() -> Self {
        Self(String::new())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }
}

// What a room is about is for those who may read it.
impl fmt::Debug for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Topic({} bytes)", self.0.len())
    }
}

impl StatusText {
    /// Parses a line. White space around goes, runs inside become one space.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long` or `text_control`.
    pub fn parse(typed: &str) -> Result<Self, Refusal> {
        let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            let sentence = "A status needs words.";
            return Err(Refusal::new(RefusalCode::TextEmpty, sentence));
        }
        if text.chars().count() > STATUS_CHARS_MAX {
            let sentence = format!("A status has at most {STATUS_CHARS_MAX} characters.");
            return Err(Refusal::new(RefusalCode::TextTooLong, sentence));
        }
        let is_bad = |c: &char| c.is_control() || (is_invisible(*c) && !joins_signs(*c));
        if let Some(bad) = text.chars().find(is_bad) {
            let sentence = format!("A status cannot contain {}.", visible(bad));
            return Err(Refusal::new(RefusalCode::TextControl, sentence));
        }
        Ok(Self(text))
    }
}

/// What is invisible by itself and joins or styles emoji.
fn joins_signs(c: char) -> bool {
    matches!(c, JOINER | EMOJI_STYLE)
}

// What somebody says of themselves is not for a log either.
impl fmt::Debug for StatusText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StatusText({} bytes)", self.0.len())
    }
}

// Message text is private: it must not reach a log by way of `{:?}`.
impl fmt::Debug for MessageText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MessageText({} bytes)", self.0.len())
    }
}

// Who reacts with what is as private as the text.
impl fmt::Debug for Emoji {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Emoji({} bytes)", self.0.len())
    }
}

impl fmt::Debug for RoomName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RoomName({:?})", self.0)
    }
}

impl fmt::Debug for DisplayName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DisplayName({:?})", self.0)
    }
}

impl MessageText {
    /// Parses what was typed. Carriage return + line feed becomes line feed and
    /// white space at the end goes; all else stays as it was typed.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long` or `text_control`.
    pub fn parse(typed: &str) -> Result<Self, Refusal> {
        let text = typed.replace("\r\n", "\n");
        let text = text.trim_end();
        if text.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
            return Err(Refusal::new(
                RefusalCode::TextEmpty,
                "A message needs some text.",
            ));
        }
        let chars = text.chars().count();
        if chars > MESSAGE_CHARS_MAX {
            return Err(Refusal::new(
                RefusalCode::TextTooLong,
                format!(
                    "{} of {} characters.",
                    grouped(chars),
                    grouped(MESSAGE_CHARS_MAX)
                ),
            ));
        }
        if let Some(bad) = text
            .chars()
            .find(|c| c.is_control() && !matches!(c, '\n' | '\t'))
        {
            return Err(Refusal::new(
                RefusalCode::TextControl,
                format!(
                    "The text has a control character (U+{:04X}) that cannot be sent.",
                    u32::from(bad)
                ),
            ));
        }
        Ok(Self(text.to_owned()))
    }

    /// Parses what was typed beside files, which may say all by themselves.
    ///
    /// # Errors
    /// `text_too_long` or `text_control`.
    pub fn parse_beside_files(typed: &str) -> Result<Self, Refusal> {
        match Self::parse(typed) {
            Err(refusal) if refusal.code == RefusalCode::TextEmpty => Ok(Self::none()),
            parsed => parsed,
        }
    }

    /// No words: of a message that is all files, or that was taken back.
    #[must_use]
    pub fn none() -> Self {
        Self(String::new())
    }
}

impl Emoji {
    /// Parses what was chosen (UTS #51, section 1.4.9, without tables of names).
    ///
    /// # Errors
    /// `emoji_invalid`.
    pub fn parse(chosen: &str) -> Result<Self, Refusal> {
        if chosen.len() <= EMOJI_BYTES_MAX && is_one_emoji(chosen) {
            Ok(Self(chosen.to_owned()))
        } else {
            Err(Refusal::new(
                RefusalCode::EmojiInvalid,
                "A reaction is one emoji.",
            ))
        }
    }
}

const JOINER: char = '\u{200D}';
const EMOJI_STYLE: char = '\u{FE0F}';
const KEYCAP: char = '\u{20E3}';

fn is_one_emoji(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    match chars[..] {
        ['0'..='9' | '#' | '*', EMOJI_STYLE, KEYCAP] => return true,
        [first, second] if is_regional(first) => return is_regional(second),
        _ => {}
    }
    chars.split(|&c| c == JOINER).all(is_emoji_element)
}

/// A sign with what may stand behind it: a skin tone or the emoji style, then perhaps
/// the tags of a regional flag with their end.
fn is_emoji_element(chars: &[char]) -> bool {
    let Some((&sign, mut rest)) = chars.split_first() else {
        return false;
    };
    if !is_emoji_sign(sign) {
        return false;
    }
    if let [EMOJI_STYLE | '\u{1F3FB}'..='\u{1F3FF}', behind @ ..] = rest {
        rest = behind;
    }
    match rest {
        [] => true,
        [tags @ .., '\u{E007F}'] => {
            !tags.is_empty() && tags.iter().all(|c| matches!(c, '\u{E0020}'..='\u{E007E}'))
        }
        _ => false,
    }
}

fn is_regional(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

/// Signs that stand alone as an emoji: Unicode's blocks of them, and the single ones in
/// older blocks.
fn is_emoji_sign(c: char) -> bool {
    !is_regional(c)
        && matches!(
            c,
            '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
                | '\u{2194}'..='\u{2199}' | '\u{21A9}' | '\u{21AA}' | '\u{231A}' | '\u{231B}'
                | '\u{2328}' | '\u{23CF}' | '\u{23E9}'..='\u{23F3}' | '\u{23F8}'..='\u{23FA}'
                | '\u{24C2}' | '\u{25AA}' | '\u{25AB}' | '\u{25B6}' | '\u{25C0}'
                | '\u{25FB}'..='\u{25FE}' | '\u{2600}'..='\u{27BF}' | '\u{2934}' | '\u{2935}'
                | '\u{2B05}'..='\u{2B07}' | '\u{2B1B}' | '\u{2B1C}' | '\u{2B50}' | '\u{2B55}'
                | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}' | '\u{1F004}' | '\u{1F0CF}'
                | '\u{1F170}' | '\u{1F171}' | '\u{1F17E}' | '\u{1F17F}' | '\u{1F18E}'
                | '\u{1F191}'..='\u{1F19A}' | '\u{1F201}' | '\u{1F202}' | '\u{1F21A}'
                | '\u{1F22F}' | '\u{1F232}'..='\u{1F23A}' | '\u{1F250}' | '\u{1F251}'
                | '\u{1F300}'..='\u{1F64F}' | '\u{1F680}'..='\u{1F6FF}'
                | '\u{1F7E0}'..='\u{1F7EB}' | '\u{1F7F0}' | '\u{1F900}'..='\u{1FAFF}'
        )
}

impl RoomName {
    /// Parses a room's name. A leading `#` goes, capitals become small, runs of
    /// white space become `-`.
    ///
    /// # Errors
    /// `name_invalid`, with the rule that was broken.
    pub fn parse(typed: &str) -> Result<Self, Refusal> {
        let invalid = |message: String| Err(Refusal::new(RefusalCode::NameInvalid, message));
        let trimmed = typed.trim();
        let trimmed = trimmed.strip_prefix('#').unwrap_or(trimmed);
        let name = trimmed
            .split_whitespace()
            .collect::<Vec<_>>()
            .join("-")
            .to_lowercase();
        let Some(first) = name.chars().next() else {
            return invalid("A room needs a name.".to_owned());
        };
        if name.chars().count() > ROOM_NAME_CHARS_MAX {
            return invalid(format!(
                "A room's name has at most {ROOM_NAME_CHARS_MAX} characters."
            ));
        }
        if let Some(bad) = name
            .chars()
            .find(|c| !(c.is_alphanumeric() || matches!(c, '-' | '_')))
        {
            return invalid(format!(
                "A room's name is made of letters, digits, - and _; {} is none of them.",
                visible(bad)
            ));
        }
        if !first.is_alphanumeric() {
            return invalid("A room's name starts with a letter or a digit.".to_owned());
        }
        Ok(Self(name))
    }
}

impl DisplayName {
    /// Parses a person's name. White space around goes, runs inside become one space.
    ///
    /// # Errors
    /// `name_invalid`, with the rule that was broken.
    pub fn parse(typed: &str) -> Result<Self, Refusal> {
        let invalid = |message: String| Err(Refusal::new(RefusalCode::NameInvalid, message));
        let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return invalid("Choose a name.".to_owned());
        }
        if name.chars().count() > DISPLAY_NAME_CHARS_MAX {
            return invalid(format!(
                "A name has at most {DISPLAY_NAME_CHARS_MAX} characters."
            ));
        }
        if let Some(bad) = name
            .chars()
            .find(|&c| c.is_control() || is_invisible(c) || c == ':')
        {
            return invalid(format!("A name cannot contain {}.", visible(bad)));
        }
        if !name.chars().any(char::is_alphanumeric) {
            return invalid("A name has at least one letter or digit.".to_owned());
        }
        Ok(Self(name))
    }

    /// The form under which two names are the same: small letters.
    #[must_use]
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

/// Characters that show nothing or turn the direction of text: with them two names
/// can look alike, or a name can rewrite the line it stands in (Unicode TR 36).
/// Draws nothing by itself, or changes how its neighbours are drawn.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

fn visible(c: char) -> String {
    if c.is_control() || is_invisible(c) || c.is_whitespace() {
        format!("the invisible character U+{:04X}", u32::from(c))
    } else {
        format!("“{c}”")
    }
}

/// 12480 as `12,480`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests;
