//! What the rules promise, for any text: each part of it is found, by scan and by index.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::find::{has_all, highlights};
use crate::fold::Folded;
use crate::grams::{GRAM_CHARS, Wanted, of_term, of_text};
use crate::query::{QUERY_CHARS_MAX, Query, QueryError, Term};

/// Pieces of many scripts, glued together in any order: borders between scripts are where
/// a tokeniser goes wrong.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(vec![
            "Straße", "naïve", "ЙОД", "ёлка", "İstanbul", "上海", "在上海见面", "東京で会いましょう",
            "ガギグ", "ｶﾞｷﾞ", "한국어", "\u{1112}\u{1161}\u{11ab}", "กำลัง", "ก\u{e39}\u{e48}", "ก\u{e48}\u{e39}", "שָׁלוֹם", "مُحَمَّد",
            "नमस्ते", "👩‍👩‍👧", "👍🏽", "🇩🇪", "foo::bar()", "->", "\"", "::", "\n", "\t", " ", "  ",
            "ﬁn", "Ｆｕｌｌ", "½", "´", "¯", "“q”", "e\u{301}\u{323}", "e\u{323}\u{301}", "\u{200d}", "\u{fe0f}", "…",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

/// A stretch of a text, on characters' borders.
fn part(text: &str, from: prop::sample::Index, chars: usize) -> &str {
    let borders: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let start = from.index(borders.len());
    let end = (start + chars).min(borders.len() - 1);
    &text[borders[start]..borders[end]]
}

/// What an index that keeps grams by itself answers.
fn index_has(grams: &BTreeSet<String>, wanted: &Wanted) -> bool {
    match wanted {
        Wanted::Whole(gram) => grams.contains(gram),
        Wanted::Beginning(start) => grams.iter().any(|gram| gram.starts_with(start)),
    }
}

/// A mark at the border of a part may belong to a letter that the part has not: its order
/// among the text's marks then differs. Nobody searches for half a run of marks.
fn cuts_no_marks(text: &str, part: &str) -> bool {
    use unicode_normalization::char::canonical_combining_class as class;
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    let ends_inside = text[start + part.len()..]
        .chars()
        .next()
        .is_some_and(|c| class(c) != 0);
    let starts_inside = part.chars().next().is_some_and(|c| class(c) != 0);
    !ends_inside && !starts_inside
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_part_of_a_text_is_found_as_a_phrase(
        text in text(), from: prop::sample::Index, chars in 1_usize..20,
    ) {
        let part = part(&text, from, chars);
        prop_assume!(cuts_no_marks(&text, part));
        let typed = format!("\"{}\"", part.replace('"', "\"\""));
        let query = match Query::parse(&typed) {
            Ok(query) => query,
            Err(QueryError::Nothing) => {
                prop_assert!(Folded::new(part).as_str().is_empty());
                return Ok(());
            }
            Err(other) => return Err(TestCaseError::fail(other.to_string())),
        };
        let folded = Folded::new(&text);
        prop_assert!(has_all(&folded, &query.terms), "{:?} in {:?}", query, folded.as_str());
        let grams = of_text(&folded);
        for wanted in query.terms.iter().flat_map(of_term) {
            prop_assert!(index_has(&grams, &wanted), "{:?} in {:?}", wanted, grams);
        }
    }

    #[test]
    fn the_index_never_misses_what_a_scan_finds(one in text(), other in text()) {
        let folded = Folded::new(&one);
        if let Some(term) = Term::new(&other)
            && has_all(&folded, std::slice::from_ref(&term))
        {
            let grams = of_text(&folded);
            prop_assert!(of_term(&term).iter().all(|wanted| index_has(&grams, wanted)));
        }
    }

    #[test]
    fn highlights_are_apart_in_order_and_fold_to_what_was_asked(
        text in text(), from: prop::sample::Index, chars in 1_usize..6,
    ) {
        let part = part(&text, from, chars);
        prop_assume!(cuts_no_marks(&text, part));
        let Some(term) = Term::new(part) else { return Ok(()) };
        let folded = Folded::new(&text);
        let ranges = highlights(&folded, std::slice::from_ref(&term)).expect("the text has it");
        prop_assert!(!ranges.is_empty());
        prop_assert!(ranges.windows(2).all(|pair| pair[0].end < pair[1].start));
        // A range is whole characters, so it may hold more than the term, never less.
        for range in ranges {
            let shown = text.get(range).expect("on the borders of characters");
            prop_assert!(Folded::new(shown).as_str().contains(term.as_str()), "{shown:?} {term:?}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing(text in text()) {
        let once = Folded::new(&text);
        let twice = Folded::new(once.as_str());
        prop_assert_eq!(twice.as_str(), once.as_str());
    }

    #[test]
    fn grams_are_short_and_never_split(text in text()) {
        for gram in of_text(&Folded::new(&text)) {
            prop_assert!((1..=GRAM_CHARS).contains(&gram.chars().count()));
            prop_assert!(gram.chars().all(|c| !c.is_ascii() || c.is_ascii_alphanumeric()));
        }
    }

    #[test]
    fn any_query_is_read_or_refused(typed: String) {
        match Query::parse(&typed) {
            Ok(query) => prop_assert!(query != Query::default()),
            Err(QueryError::TooLong { chars }) => prop_assert!(chars > QUERY_CHARS_MAX),
            Err(_) => {}
        }
    }
}
