//! A message file, read with Fluent's own parser, and held against the English one.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

use super::{BOOT, Finding};

/// The plural forms of each language that there may be a file for (CLDR 48, cardinals of whole
/// numbers; `many` of Romance languages is for millions, which no sentence of ours counts).
const PLURALS: &[(&str, &[&str])] = &[
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ("de", &["one", "other"]),
    ("en", &["one", "other"]),
    ("es", &["one", "many", "other"]),
    ("fr", &["one", "many", "other"]),
    ("hi", &["one", "other"]),
    ("ja", &["other"]),
    ("pt", &["one", "many", "other"]),
    ("tr", &["one", "other"]),
    ("zh", &["other"]),
];

/// A language's messages by their keys.
#[derive(Debug)]
pub(super) struct Messages {
    path: String,
    language: String,
    messages: BTreeMap<String, Message>,
}

/// What one message is made of.
#[derive(Debug, Default)]
struct Message {
    /// Names of what is filled in, at some place of it.
    values: BTreeSet<String>,
    /// Names of what chooses a form.
    chosen_by: BTreeSet<String>,
    /// The forms that are chosen among.
    forms: BTreeSet<String>,
    /// The words between what is filled in, outside of forms.
    words: Vec<String>,
    /// All of it in one line, `{}` where something is filled in; not for one with forms.
    form: String,
    is_long: bool,
}

impl Messages {
    /// Reads a file, and says what cannot be read of it.
    pub(super) fn read(path: &str, text: &str) -> (Self, Vec<Finding>) {
        let mut findings = Vec::new();
        let name = path.rsplit('/').next().unwrap_or(path);
        let language = name.strip_suffix(".ftl").unwrap_or(name).to_owned();
        if !PLURALS.iter().any(|(known, _)| *known == language) {
            findings.push(Finding::new(
                path,
                "the plurals of this language are not known",
            ));
        }
        let resource = parser::parse(text).unwrap_or_else(|(resource, errors)| {
            findings.extend(errors.iter().map(|error| {
                let line = text[..error.pos.start].matches('\n').count() + 1;
                Finding::new(format!("{path}:{line}"), error.to_string())
            }));
            resource
        });
        let mut messages = BTreeMap::new();
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let mut read = Message::default();
            if let Some(pattern) = &message.value {
                read.take(pattern, true);
            }
            let key = message.id.name.to_owned();
            if messages.insert(key.clone(), read).is_some() {
                findings.push(Finding::new(path, format!("`{key}` stands here twice")));
            }
        }
        let read = Self {
            path: path.to_owned(),
            language,
            messages,
        };
        (read, findings)
    }

    /// Its path from the root.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// Its code.
    pub(super) fn language(&self) -> &str {
        &self.language
    }

    /// All keys.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    /// What a message has to be given; nothing for a key that is not here.
    pub(super) fn wants(&self, key: &str) -> Option<BTreeSet<&str>> {
        let message = self.messages.get(key)?;
        let all = message.values.iter().chain(&message.chosen_by);
        Some(all.map(String::as_str).collect())
    }

    /// The words of a message between what is filled in.
    pub(super) fn words(&self, key: &str) -> impl Iterator<Item = &str> {
        let message = self.messages.get(key);
        message
            .into_iter()
            .flat_map(|message| message.words.iter().map(String::as_str))
    }

    /// A message with `{}` where something is filled in; nothing for one with forms.
    pub(super) fn form(&self, key: &str) -> Option<&str> {
        let message = self.messages.get(key)?;
        message.forms.is_empty().then_some(message.form.as_str())
    }

    /// What of it does not fit the English file.
    pub(super) fn against(&self, english: &Self) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut find = |key: &str, what: &str| {
            found.push(Finding::new(&self.path, format!("`{key}` {what}")));
        };
        let forms = PLURALS.iter().find(|(known, _)| *known == self.language);
        let forms = forms.map_or(&[][..], |(_, forms)| forms);
        for (key, wanted) in &english.messages {
            let Some(own) = self.messages.get(key) else {
                find(key, "is missing");
                continue;
            };
            if own.values.is_empty() && own.words.is_empty() && own.forms.is_empty() {
                find(key, "says nothing");
            }
            let given: BTreeSet<&String> = wanted.values.union(&wanted.chosen_by).collect();
            for value in own.values.union(&own.chosen_by) {
                if !given.contains(value) {
                    find(key, &format!("is not given `${value}`"));
                }
            }
            // A form may say a number in words.
            let counted = |value: &&String| !wanted.chosen_by.contains(*value);
            for value in wanted.values.iter().filter(counted) {
                if !own.values.contains(value) {
                    find(key, &format!("does not say `${value}`"));
                }
            }
            for form in &own.forms {
                if !forms.contains(&form.as_str()) && form.parse::<u64>().is_err() {
                    find(
                        key,
                        &format!("has the form `{form}`, which this language has not"),
                    );
                }
            }
            if key.starts_with(BOOT) && own.is_long {
                find(key, "is read by the line: one line, and nothing filled in");
            }
        }
        for key in self.messages.keys() {
            if !english.messages.contains_key(key) {
                find(key, "is no key of the English file");
            }
        }
        found
    }
}

impl Message {
    fn take(&mut self, pattern: &Pattern<&str>, is_outside: bool) {
        // Each further line is an element of its own.
        self.is_long |= pattern.elements.len() > 1;
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    if is_outside {
                        self.words.push((*value).to_owned());
                        self.form.push_str(value);
                    }
                }
                PatternElement::Placeable { expression } => {
                    self.is_long = true;
                    self.form.push_str("{}");
                    self.fill(expression, is_outside);
                }
            }
        }
    }

    fn fill(&mut self, expression: &Expression<&str>, is_outside: bool) {
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                self.values.insert(id.name.to_owned());
            }
            Expression::Inline(InlineExpression::StringLiteral { value }) if is_outside => {
                self.words.push((*value).to_owned());
            }
            Expression::Inline(_) => {}
            Expression::Select { selector, variants } => {
                if let InlineExpression::VariableReference { id } = selector {
                    self.chosen_by.insert(id.name.to_owned());
                }
                for variant in variants {
                    let (VariantKey::Identifier { name }
                    | VariantKey::NumberLiteral { value: name }) = &variant.key;
                    self.forms.insert((*name).to_owned());
                    self.take(&variant.value, false);
                }
            }
        }
    }
}
