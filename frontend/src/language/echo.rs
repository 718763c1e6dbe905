//! Sentences that come in English from below, known again by their words. Pure.
//!
//! The server and the machine speak English to whoever asks: the protocol has codes for
//! programs and a sentence for people. The page knows the sentences that people meet by the
//! English message file, where they stand under keys that begin with `said-`. What is filled
//! into one may be English too (`a picture`): such phrases have keys of their own.

use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};
use fluent_syntax::parser;

/// What the keys of such sentences begin with.
const SAID: &str = "said-";

/// What is filled in under these names comes from a table of the program below, or is a sign in
/// quotes, and is known again too. Everything else is a number or what somebody typed, and
/// stays as it is.
const PHRASES: [&str; 5] = ["kind", "sign", "size", "what", "why"];

/// Whether what is filled in under this name is a phrase of the program below.
#[must_use]
pub fn is_phrase(name: &str) -> bool {
    PHRASES.contains(&name)
}

/// A sentence, and what is filled into it.
#[derive(Debug)]
pub struct Saying {
    key: String,
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Words(String),
    Value(String),
}

/// Every such sentence of a message file.
#[must_use]
pub fn sayings(messages: &str) -> Vec<Saying> {
    // What could be read of it counts.
    let resource = parser::parse(messages).unwrap_or_else(|(readable, _)| readable);
    let sayings = resource.body.into_iter().filter_map(|entry| {
        let Entry::Message(message) = entry else {
            return None;
        };
        message.id.name.strip_prefix(SAID)?;
        let parts = message.value?.elements.into_iter().map(|part| match part {
            PatternElement::TextElement { value } => Some(Part::Words(value.to_owned())),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(Part::Value(id.name.to_owned())),
            // Such a sentence cannot be known again.
            PatternElement::Placeable { .. } => None,
        });
        Some(Saying {
            key: message.id.name.to_owned(),
            parts: parts.collect::<Option<_>>()?,
        })
    });
    sayings.collect()
}

/// The sentence that this is, by its key, and what is filled into it. Where several could be
/// meant (`{$number} bytes`, `over {$number} bytes`), it is the one that knows most of the words.
#[must_use]
pub fn heard<'a>(sayings: &[Saying], sentence: &'a str) -> Option<(String, FluentArgs<'a>)> {
    let hearing = sayings
        .iter()
        .filter_map(|saying| Some((saying.known(), saying.hears(sentence)?)));
    let (_, best) = hearing.max_by_key(|(known, _)| *known)?;
    Some(best)
}

impl Saying {
    /// Bytes of its own words.
    fn known(&self) -> usize {
        let words = self.parts.iter().map(|part| match part {
            Part::Words(words) => words.len(),
            Part::Value(_) => 0,
        });
        words.sum()
    }

    /// Its key and what is filled in, where the sentence is this one.
    fn hears<'a>(&self, sentence: &'a str) -> Option<(String, FluentArgs<'a>)> {
        let mut args = FluentArgs::new();
        let mut rest = sentence;
        let mut open: Option<&str> = None;
        for (place, part) in self.parts.iter().enumerate() {
            match part {
                Part::Value(name) => open = Some(name),
                Part::Words(words) => {
                    // What is filled in may hold the words that end the sentence.
                    let at = if place + 1 == self.parts.len() {
                        rest.strip_suffix(words.as_str())?.len()
                    } else {
                        rest.find(words.as_str())?
                    };
                    match open.take() {
                        Some(name) => args.set(name.to_owned(), FluentValue::from(&rest[..at])),
                        None if at > 0 => return None,
                        None => {}
                    }
                    rest = &rest[at + words.len()..];
                }
            }
        }
        match open {
            Some(name) => args.set(name.to_owned(), FluentValue::from(rest)),
            None if !rest.is_empty() => return None,
            None => {}
        }
        Some((self.key.clone(), args))
    }
}

#[cfg(test)]
mod tests;
