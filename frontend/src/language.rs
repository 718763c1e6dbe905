//! The language that the page speaks: every sentence of the interface stands in a message
//! file (Fluent, `web/messages/`) under a key, and is said by [`t!`].
//!
//! English is part of the client; another language is fetched before anything is drawn. A
//! key that a language lacks is said in English, and `cargo xtask tidy` holds that none
//! lacks any, that every key exists, is given what it names, and is used, and that no text
//! is written into the code. Numbers and plurals follow the language, as dates do.

mod choice;
mod echo;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

pub use self::choice::Language;
use self::echo::Saying;

/// What English says: part of the program, so that there is always something to say.
const ENGLISH: &str = include_str!("../web/messages/en.ftl");

/// Says what stands under a key, with what it names: `t!("send")`, which lives as long as
/// the page, or `t!("messages", count = 3)`.
macro_rules! t {
    ($key:literal) => {
        $crate::language::plain($key)
    };
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::language::with($key, &mut [$((stringify!($name), ($value).into())),+])
    };
}

/// A key that is said later, by [`plain`]: for tables.
macro_rules! key {
    ($key:literal) => {
        $key
    };
}

/// Writes a number as the language does.
pub type Digits = fn(f64) -> String;

/// What speaks.
struct Voice {
    chosen: Option<FluentBundle<FluentResource>>,
    english: FluentBundle<FluentResource>,
    /// What was said without anything to fill in: at most one text for each key.
    said: HashMap<&'static str, &'static str>,
    /// Made when the first sentence comes from below.
    sayings: Option<Vec<Saying>>,
}

thread_local! {
    static VOICE: RefCell<Option<Voice>> = const { RefCell::new(None) };
    // Beside the voice: numbers are written while it speaks.
    static SPOKEN: Cell<Language> = const { Cell::new(Language::English) };
    static DIGITS: Cell<Digits> = const { Cell::new(in_groups) };
}

/// From now on the page speaks this language; `messages` is its file. Called once, before
/// anything is said.
pub fn speak(language: Language, messages: Option<String>, digits: Digits) {
    let chosen = messages.map(|messages| bundle(language, messages));
    let voice = Voice {
        chosen,
        english: bundle(Language::English, ENGLISH.to_owned()),
        said: HashMap::new(),
        sayings: None,
    };
    SPOKEN.set(language);
    DIGITS.set(digits);
    VOICE.with_borrow_mut(|place| *place = Some(voice));
}

/// Says what stands under a key that needs nothing.
#[must_use]
pub fn plain(key: &'static str) -> &'static str {
    with_voice(|voice| {
        if let Some(said) = voice.said.get(key) {
            return *said;
        }
        // Kept for the page's life: there are as many as there are keys, and each is made once.
        let said: &'static str = Box::leak(voice.say(key, None).into_boxed_str());
        voice.said.insert(key, said);
        said
    })
}

/// Says what stands under a key, filled in.
#[must_use]
pub fn with(key: &'static str, values: &mut [(&'static str, FluentValue<'_>)]) -> String {
    let mut args = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        args.set(*name, std::mem::replace(value, FluentValue::None));
    }
    with_voice(|voice| voice.say(key, Some(&args)))
}

/// A number as the language writes it: `12,480`.
#[must_use]
pub fn number(number: f64) -> String {
    DIGITS.get()(number)
}

/// The language that the page speaks.
#[must_use]
pub fn spoken() -> Language {
    SPOKEN.get()
}

/// A sentence that came in English from the server or from the machine below, in the language
/// of the page where it is known; else as it came.
#[must_use]
pub fn said(sentence: &str) -> String {
    let said = with_voice(|voice| {
        voice.chosen.as_ref()?;
        voice.sayings.get_or_insert_with(|| echo::sayings(ENGLISH));
        let (key, args) = voice.hear(sentence)?;
        let args = args
            .iter()
            .map(|(name, value)| (name, voice.again(name, value)));
        Some(voice.say(&key, Some(&args.collect())))
    });
    said.unwrap_or_else(|| sentence.to_owned())
}

fn with_voice<T>(say: impl FnOnce(&mut Voice) -> T) -> T {
    VOICE.with_borrow_mut(|voice| {
        say(voice.get_or_insert_with(|| Voice {
            chosen: None,
            english: bundle(Language::English, ENGLISH.to_owned()),
            said: HashMap::new(),
            sayings: None,
        }))
    })
}

impl Voice {
    /// Which sentence from below this is, and what is filled into it.
    fn hear<'a>(&self, sentence: &'a str) -> Option<(String, FluentArgs<'a>)> {
        echo::heard(self.sayings.as_deref()?, sentence)
    }

    /// What is filled into a sentence from below, in this language where it is a phrase that
    /// is known. One step deep: no phrase holds another.
    fn again<'a>(&self, name: &str, value: &FluentValue<'a>) -> FluentValue<'a> {
        if echo::is_phrase(name)
            && let FluentValue::String(words) = value
            && let Some((key, args)) = self.hear(words)
        {
            return self.say(&key, Some(&args)).into();
        }
        value.clone()
    }

    fn say(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundles = self.chosen.iter().chain([&self.english]);
        for bundle in bundles {
            let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
                continue;
            };
            // What is not given is shown by its name; `cargo xtask tidy` sees that all is.
            return bundle
                .format_pattern(pattern, args, &mut Vec::new())
                .into_owned();
        }
        key.to_owned()
    }
}

fn bundle(language: Language, messages: String) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![language.id()]);
    // Marks of direction around what is filled in: only a text that runs from right to left
    // needs them around names and numbers that do not.
    bundle.set_use_isolating(language.is_from_right());
    bundle.set_formatter(Some(formatted));
    // What could be read of a damaged file is better than nothing: English fills the rest.
    let resource = FluentResource::try_new(messages).unwrap_or_else(|(readable, _)| readable);
    // Refused only for a key that stands there twice: the first one holds.
    let _ = bundle.add_resource(resource);
    bundle
}

/// Numbers as the language writes them.
fn formatted<M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(DIGITS.get()(number.value)),
        FluentValue::String(_)
        | FluentValue::Custom(_)
        | FluentValue::None
        | FluentValue::Error => None,
    }
}

/// `12,480`: where no browser writes numbers.
fn in_groups(number: f64) -> String {
    let digits = format!("{number}");
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut out = String::with_capacity(digits.len() + whole / 3);
    for (index, digit) in digits.char_indices() {
        if index > 0 && index < whole && (whole - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests;
