//! The grams of an index: which texts can have a term, without reading them all.
//!
//! Every character of the folded text begins one gram: itself and up to two that follow
//! it, spaces as well, so that a phrase of frequent words is narrowed down by their
//! borders. A term of three characters or more is found by its own whole
//! grams, a shorter one by the grams that begin with it. So one and two characters of any
//! script are found as well, and nothing depends on where a language puts its words.
//!
//! A gram is written for an index that splits at ASCII punctuation and spaces and knows
//! nothing else of characters: letters and digits stand for themselves, other ASCII is
//! moved to Unicode's private area.

use std::collections::BTreeSet;

use crate::fold::Folded;
use crate::query::Term;

/// Characters of a whole gram.
pub const GRAM_CHARS: usize = 3;

/// Where ASCII that is neither letter nor digit is moved to.
const MOVED_ASCII: u32 = 0xE000;

/// What an index is asked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wanted {
    /// Texts with exactly this gram.
    Whole(String),
    /// Texts with a gram that begins so: one or two characters.
    Beginning(String),
}

/// The different grams of a text, in order.
#[must_use]
pub fn of_text(text: &Folded) -> BTreeSet<String> {
    let chars: Vec<char> = text.as_str().chars().map(moved).collect();
    let grams = (0..chars.len()).map(|start| {
        let end = chars.len().min(start + GRAM_CHARS);
        chars[start..end].iter().collect()
    });
    grams.collect()
}

/// What every text that has the term also has, in order. Never empty.
#[must_use]
pub fn of_term(term: &Term) -> BTreeSet<Wanted> {
    let chars: Vec<char> = term.as_str().chars().map(moved).collect();
    if chars.len() < GRAM_CHARS {
        return BTreeSet::from([Wanted::Beginning(chars.into_iter().collect())]);
    }
    let grams = chars
        .windows(GRAM_CHARS)
        .map(|gram| Wanted::Whole(gram.iter().collect()));
    grams.collect()
}

fn moved(char: char) -> char {
    if char.is_ascii() && !char.is_ascii_alphanumeric() {
        char::from_u32(MOVED_ASCII + u32::from(char)).unwrap_or(char)
    } else {
        char
    }
}
