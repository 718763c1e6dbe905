//! What a hit shows: the message as its readers see it, around what was found.
//!
//! A text is searched as it was typed, and shown without its signs. So what was found is looked
//! for anew in what is shown: what stands in a sign, in an address behind words or in a spoiler
//! is found, and has no mark. A spoiler shows as [`chat_markup::COVER`].

use std::ops::Range;

use crate::find;
use crate::fold::Folded;
use crate::query::Term;

/// Characters of a text that a hit shows, around the first of what was found.
pub const EXCERPT_CHARS: usize = 240;

/// Characters before the first of what was found.
const BEFORE_CHARS: usize = 60;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// What the message says in one line and then the names of its files, a line each, or the
    /// part of that around what was found.
    pub text: String,
    /// What fits, in characters of the text, ascending.
    pub marks: Vec<Range<usize>>,
    /// Whether something stands before and behind the text.
    pub is_cut: (bool, bool),
}

impl Excerpt {
    /// Of a message that was found, and of the names of its files, a line each.
    #[must_use]
    pub fn new(text: &str, files: &str, terms: &[Term]) -> Self {
        let mut shown = chat_markup::whole_line(&chat_markup::parse(text));
        if !shown.is_empty() && !files.is_empty() {
            shown.push('\n');
        }
        shown.push_str(files);
        around(&shown, &find::found(&Folded::new(&shown), terms))
    }
}

fn around(text: &str, marks: &[Range<usize>]) -> Excerpt {
    let first = marks.first().map_or(0, |mark| mark.start);
    let chars_before = text[..first].chars().count();
    let skipped = chars_before.saturating_sub(BEFORE_CHARS);
    let start = text.char_indices().nth(skipped).map_or(0, |(at, _)| at);
    let excerpt: String = text[start..].chars().take(EXCERPT_CHARS).collect();
    let end = start + excerpt.len();
    let marks = marks
        .iter()
        .filter(|mark| mark.start >= start && mark.end <= end)
        .map(|mark| {
            let from = text[start..mark.start].chars().count();
            from..from + text[mark.clone()].chars().count()
        });
    Excerpt {
        marks: marks.collect(),
        is_cut: (start > 0, end < text.len()),
        text: excerpt,
    }
}
