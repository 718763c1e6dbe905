//! The rule over a large corpus: by index and by plain scan, the same messages.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::Corpus;
use crate::find::has_all;
use crate::fold::Folded;
use crate::grams::{Wanted, of_term, of_text};
use crate::query::Term;

const MESSAGES: usize = 100_000;

#[test]
fn a_seed_makes_the_same_messages() {
    let texts = |seed| Corpus::new(seed).take(100).collect::<Vec<_>>();
    assert_eq!(texts(7), texts(7));
    assert_ne!(texts(7), texts(8));
}

#[test]
fn an_index_of_a_large_corpus_finds_what_a_scan_finds() {
    let folded: Vec<_> = Corpus::new(1)
        .take(MESSAGES)
        .map(|text| Folded::new(&text))
        .collect();
    let mut index: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (number, text) in folded.iter().enumerate() {
        for gram in of_text(text) {
            index.entry(gram).or_default().insert(number);
        }
    }
    let mut corpus = Corpus::new(2);
    let mut found_any = 0;
    for number in (0..MESSAGES).step_by(MESSAGES / 40) {
        let Some(part) = corpus.part_of(folded[number].as_str()) else {
            continue;
        };
        let Some(term) = Term::new(&part) else {
            continue;
        };
        let term = [term];
        let scanned: BTreeSet<usize> = (0..MESSAGES)
            .filter(|&n| has_all(&folded[n], &term))
            .collect();
        let listed = of_term(&term[0]).into_iter().map(|wanted| match wanted {
            Wanted::Whole(gram) => index.get(&gram).cloned().unwrap_or_default(),
            Wanted::Beginning(start) => index
                .range(start.clone()..)
                .take_while(|(gram, _)| gram.starts_with(&start))
                .flat_map(|(_, numbers)| numbers.iter().copied())
                .collect(),
        });
        let candidates = listed
            .reduce(|one, other| &one & &other)
            .unwrap_or_default();
        let indexed: BTreeSet<usize> = candidates
            .into_iter()
            .filter(|&n| has_all(&folded[n], &term))
            .collect();
        assert_eq!(indexed, scanned, "{part:?}");
        found_any += usize::from(!scanned.is_empty());
    }
    assert!(
        found_any > 30,
        "the parts came from the messages: {found_any}"
    );
}
