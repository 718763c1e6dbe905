//! What a search means, apart from where texts are kept.
//!
//! A text matches a term when the term, [folded](fold), is a part of the folded text:
//! that sentence is the whole rule, for every script and for code. [`query`] reads what
//! was typed, [`find`] judges a text, [`excerpt`] says what of it is shown, and [`grams`] narrows
//! the texts down for an index; it may name a text too many, never one too few, so that
//! a search by index and a plain scan end in the same hits.

#[cfg(any(test, feature = "corpus"))]
pub mod corpus;
pub mod day;
pub mod excerpt;
pub mod find;
pub mod fold;
pub mod grams;
pub mod query;

#[cfg(test)]
mod tests;
