use shared::ids::UserId;
use shared::text::DisplayName;

use super::*;
use crate::parse;

fn mara() -> Author {
    Author {
        id: UserId(1),
        name: DisplayName::from_stored("Mara Lindqvist".to_owned()),
    }
}

#[test]
fn a_mention_means_a_person_by_whole_name_or_first_word() {
    for mention in [
        "Mara",
        "mara",
        "MaraLindqvist",
        "mara-lindqvist",
        "Mara Lindqvist",
    ] {
        assert!(names(mention, &mara()), "{mention}");
    }
    for mention in ["Mar", "Lindqvist", "Maria", ""] {
        assert!(!names(mention, &mara()), "{mention}");
    }
}

#[test]
fn a_message_names_somebody_outside_of_quotes_and_code() {
    for text in [
        "@mara look",
        "see **@Mara**",
        "- one\n  - @mara",
        "# (@mara)",
        "||@mara||",
    ] {
        assert!(mentions(&parse(text), &mara()), "{text}");
    }
    for text in ["mara", "> @mara", "`@mara`", "```\n@mara\n```", "a@mara.se"] {
        assert!(!mentions(&parse(text), &mara()), "{text}");
    }
}

#[test]
fn one_line_says_what_a_message_says() {
    let cases = [
        ("**bold** and `code`\nnext", "bold and code next"),
        ("> quoted\n\nanswer", "answer"),
        ("> only quoted", "only quoted"),
        ("- one\n  - two\n- three", "one two three"),
        ("# Head\nwords", "Head words"),
        (
            "it was ||the butler||, wasn't it",
            "it was \u{FFFC}, wasn't it",
        ),
        ("```rust\nfn main() {}\n```", "fn main() {}"),
        ("[words](https://example.org)", "words"),
        ("@mara  look", "@mara look"),
        ("nothing \u{FFFC}is covered", "nothing is covered"),
    ];
    for (text, line) in cases {
        assert_eq!(plain(&parse(text), 100), line, "{text}");
    }
    assert_eq!(plain(&parse("aaaaaaaaaa"), 5), "aaaa…");
    assert_eq!(plain(&parse("日本語日本語"), 4), "日本語…");
}

#[test]
fn the_whole_line_has_what_is_quoted_and_covers_what_is_hidden() {
    let long = vec!["a"; 5_000].join(" ");
    let cases = [
        ("> **quoted**\n\nanswer", "quoted answer"),
        ("||it was **him**|| and\n||her||", "\u{FFFC} and \u{FFFC}"),
        (&long, &long),
    ];
    for (text, line) in cases {
        assert_eq!(whole_line(&parse(text)), line, "{text}");
    }
}
