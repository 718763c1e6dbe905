//! Judging one text: whether it has what a query asks for, and where.

use std::ops::Range;

use crate::fold::Folded;
use crate::query::Term;

/// Most stretches that are highlighted in one text; a text that is nothing but the
/// word would otherwise answer with thousands.
pub const HIGHLIGHTS_MAX: usize = 100;

/// Whether the text has every term. No terms: every text has them.
#[must_use]
pub fn has_all(text: &Folded, terms: &[Term]) -> bool {
    terms
        .iter()
        .all(|term| text.as_str().contains(term.as_str()))
}

/// The stretches of the original text to highlight, in bytes, on characters' borders:
/// ascending, apart from one another, at most [`HIGHLIGHTS_MAX`]. `None` when a term is
/// missing.
#[must_use]
pub fn highlights(text: &Folded, terms: &[Term]) -> Option<Vec<Range<usize>>> {
    has_all(text, terms).then(|| found(text, terms))
}

/// As [`highlights`], of those terms that are there.
#[must_use]
pub fn found(text: &Folded, terms: &[Term]) -> Vec<Range<usize>> {
    let places = terms.iter().flat_map(|term| {
        let places = text.as_str().match_indices(term.as_str());
        places.take(HIGHLIGHTS_MAX)
    });
    let mut found: Vec<Range<usize>> = places
        .flat_map(|(start, part)| text.original(start..start + part.len()))
        .collect();
    found.sort_unstable_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart.truncate(HIGHLIGHTS_MAX);
    apart
}

/// Whether a text has the address of a page in it.
#[must_use]
pub fn has_link(text: &str) -> bool {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("://") {
        let scheme = before
            .rsplit(|c: char| !c.is_ascii_alphabetic())
            .next()
            .unwrap_or("");
        let is_page = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        if is_page && after.chars().next().is_some_and(char::is_alphanumeric) {
            return true;
        }
        rest = after;
    }
    false
}
