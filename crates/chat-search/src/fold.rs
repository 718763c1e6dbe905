//! What counts as equal: capitals, accents, width, and the looks of quotes and dashes
//! are folded away.
//!
//! Each character is decomposed (NFKD) by itself, so that every folded character knows
//! the bytes that it came from. What distinguishes words in their script stays: Japanese
//! voicing, Thai tones, viramas. Korean syllables become their letters, so that a
//! syllable is found while it is being typed.

use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

/// A text as it is compared, with the way back to the text as it was written.
///
/// White space is one space between other characters and none at the ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each byte of `text`: the bytes of the original that made its character.
    sources: Vec<Range<u32>>,
}

/// A character of the folded text on its way.
struct Piece {
    char: char,
    class: u8,
    source: Range<u32>,
}

impl Folded {
    /// Folds a text. Its length must fit in 32 bits, as every message's does.
    #[must_use]
    pub fn new(original: &str) -> Self {
        let mut pieces = Vec::with_capacity(original.len());
        for (start, char) in original.char_indices() {
            let source = start as u32..(start + char.len_utf8()) as u32;
            fold_char(char, |char| {
                let class = canonical_combining_class(char);
                pieces.push(Piece {
                    char,
                    class,
                    source: source.clone(),
                });
            });
        }
        put_marks_in_order(&mut pieces);
        let mut folded = Self::default();
        for piece in pieces {
            folded.push(piece.char, &piece.source);
        }
        if folded.text.ends_with(' ') {
            folded.text.pop();
            folded.sources.pop();
        }
        folded
    }

    fn push(&mut self, char: char, source: &Range<u32>) {
        let char = if char.is_whitespace() { ' ' } else { char };
        if char == ' ' && (self.text.is_empty() || self.text.ends_with(' ')) {
            return;
        }
        self.text.push(char);
        let bytes = char.len_utf8();
        self.sources
            .extend(std::iter::repeat_n(source.clone(), bytes));
    }

    /// The text as it is compared.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that a stretch of the folded text came from: always
    /// whole characters. `None` for an empty stretch.
    #[must_use]
    pub fn original(&self, stretch: Range<usize>) -> Option<Range<usize>> {
        let sources = self.sources.get(stretch)?;
        let start = sources.iter().map(|source| source.start).min()?;
        let end = sources.iter().map(|source| source.end).max()?;
        Some(start as usize..end as usize)
    }
}

/// Marks that can stand in either order look the same: they get one order.
fn put_marks_in_order(pieces: &mut [Piece]) {
    for run in pieces.chunk_by_mut(|one, next| one.class != 0 && next.class != 0) {
        run.sort_by_key(|piece| piece.class);
    }
}

fn fold_char(char: char, mut emit: impl FnMut(char)) {
    if char.is_ascii() {
        emit(char.to_ascii_lowercase());
        return;
    }
    // An accent that stands alone decomposes to a space and a mark; it stays itself.
    let mut stands_alone = false;
    let mut is_first = true;
    decompose_compatible(char, |part| {
        stands_alone |= is_first && part == ' ' && !char.is_whitespace();
        is_first = false;
    });
    if stands_alone {
        emit(char);
        return;
    }
    decompose_compatible(char, |part| {
        for small in part.to_lowercase() {
            // What a small letter is made of, once more: `İ` becomes `i` and a dot.
            decompose_compatible(small, |letter| fold_letter(letter, &mut emit));
        }
    });
}

fn fold_letter(letter: char, emit: &mut impl FnMut(char)) {
    if is_accent(letter) || is_unseen(letter) {
        return;
    }
    let same: &str = match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        '‘' | '’' | '‚' | '‛' => "'",
        '“' | '”' | '„' | '‟' => "\"",
        '‐' | '‒' | '–' | '—' | '−' => "-",
        other => return emit(other),
    };
    same.chars().for_each(emit);
}

/// A mark that people leave out when they search. The classes are Unicode's: 1 lies over
/// a letter, 10 to 36 are Hebrew and Arabic vowels, 200 and above hang on a letter's
/// side. The classes between (voicing, virama, Thai and Lao tones) tell words apart.
fn is_accent(char: char) -> bool {
    matches!(canonical_combining_class(char), 1 | 10..=36 | 200..=240)
}

/// What shows nothing by itself: joiners, directions, the choice of a glyph.
fn is_unseen(char: char) -> bool {
    matches!(
        char,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    )
}
