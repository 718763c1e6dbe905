use proptest::prelude::*;

use super::*;
use crate::composing::split_at_utf16;

/// The text after it, with what is selected between `‹` and `›`.
fn told(marked: &str, act: impl FnOnce(&Around<'_>) -> Option<Replaced>) -> String {
    let (before, rest) = marked.split_once('‹').expect("a selection");
    let (selected, after) = rest.split_once('›').expect("a selection");
    let around = Around {
        before,
        selected,
        after,
    };
    let Some(replaced) = act(&around) else {
        return "as it is".to_owned();
    };
    let text = [before, selected, after].concat();
    let (head, _) = split_at_utf16(&text, replaced.from);
    let (_, tail) = split_at_utf16(&text, replaced.to);
    let text = [head, &replaced.text, tail].concat();
    let (rest, tail) = split_at_utf16(&text, replaced.select_to);
    let (head, selected) = split_at_utf16(rest, replaced.select_from);
    format!("{head}‹{selected}›{tail}")
}

fn wrapped(marked: &str, sign: &str) -> String {
    told(marked, |around| Some(around.wrapped(sign)))
}

#[test]
fn signs_are_put_around_words_and_taken_away_again() {
    let cases = [
        ("a ‹b› c", "**", "a **‹b›** c"),
        ("a **‹b›** c", "**", "a ‹b› c"),
        ("a ‹**b**› c", "**", "a ‹b› c"),
        ("a ‹ b › c", "**", "a  **‹b›**  c"),
        ("🙂 ‹🙂›", "*", "🙂 *‹🙂›*"),
        ("‹›", "**", "**‹›**"),
        ("**‹›**", "**", "‹›"),
        ("**‹b›**", "*", "***‹b›***"),
        ("***‹b›***", "*", "**‹b›**"),
        ("***‹b›***", "**", "*‹b›*"),
        ("‹a*b›", "*", "*‹a*b›*"),
        ("‹b›", "`", "`‹b›`"),
        ("~~‹b›~~", "~~", "‹b›"),
    ];
    for (marked, sign, expected) in cases {
        assert_eq!(wrapped(marked, sign), expected, "{sign} around {marked}");
    }
}

#[test]
fn an_address_over_words_makes_a_link() {
    let linked = |marked: &str, pasted: &str| told(marked, |around| around.linked(pasted));
    assert_eq!(
        linked("see ‹here› now", " https://example.org/a\n"),
        "see [here](https://example.org/a)‹› now"
    );
    for (marked, pasted) in [
        ("‹›", "https://example.org"),
        ("‹a[b›", "https://example.org"),
        ("‹a\nb›", "https://example.org"),
        ("‹https://example.com›", "https://example.org"),
        ("‹here›", "javascript:alert(1)"),
        ("‹here›", "https://example.org and more"),
        ("‹here›", "mailto:ada@example.org"),
        ("‹here›", "https://example.org/a)b"),
        ("‹here›", "words"),
    ] {
        assert_eq!(linked(marked, pasted), "as it is", "{pasted} over {marked}");
    }
}

proptest! {
    #[test]
    fn twice_is_not_at_all(
        before in "[a-zé🙂 ]{0,8}",
        selected in "[a-zé🙂]([a-zé🙂 ]{0,8}[a-zé🙂])?",
        after in "[a-zé🙂 ]{0,8}",
        sign in prop::sample::select(&["**", "*", "~~", "`"][..]),
    ) {
        let marked = format!("{before}‹{selected}›{after}");
        prop_assert_eq!(wrapped(&wrapped(&marked, sign), sign), marked);
    }
}
