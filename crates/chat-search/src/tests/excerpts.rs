//! What a hit shows of its message.

use crate::excerpt::{EXCERPT_CHARS, Excerpt};
use crate::query::Query;

/// What is shown of a message that was searched for, with what was found between brackets.
fn shown(text: &str, files: &str, typed: &str) -> String {
    let terms = Query::parse(typed).expect("it can be searched for").terms;
    let excerpt = Excerpt::new(text, files, &terms);
    let is_inside = |at: usize| excerpt.marks.iter().any(|mark| mark.contains(&at));
    let chars = excerpt.text.chars().enumerate();
    let drawn: String = chars
        .flat_map(|(at, char)| {
            let opens = is_inside(at) && (at == 0 || !is_inside(at - 1));
            let closes = is_inside(at) && !is_inside(at + 1);
            let bracket = |is_there: bool, bracket| is_there.then_some(bracket);
            [bracket(opens, '['), Some(char), bracket(closes, ']')]
        })
        .flatten()
        .collect();
    let cut = |is_cut: bool| if is_cut { "…" } else { "" };
    [cut(excerpt.is_cut.0), &drawn, cut(excerpt.is_cut.1)].concat()
}

#[test]
fn a_hit_shows_what_its_readers_see() {
    for (text, typed, line) in [
        ("the **kettle** is `on`", "kettle", "the [kettle] is on"),
        ("un**bend**ing", "bend", "un[bend]ing"),
        (
            "> the kettle\n\n# No\n- tea",
            "kettle",
            "the [kettle] No tea",
        ),
        ("[tea](https://example.org/a)", "example", "tea"),
        ("[tea](https://example.org/a)", "tea", "[tea]"),
        (
            "https://example.org/tea",
            "tea",
            "https://example.org/[tea]",
        ),
        ("`**kettle**`", "**kettle", "[**kettle]**"),
        ("**kettle** of **tea**", "**kettle tea", "kettle of [tea]"),
        ("Straße", "strasse", "[Straße]"),
    ] {
        assert_eq!(shown(text, "", typed), line, "{text} {typed}");
    }
}

#[test]
fn a_spoiler_is_found_and_not_shown() {
    let text = "it was ||the butler|| with the butler's knife";
    let covered = "it was \u{FFFC} with the [butler]'s knife";
    assert_eq!(shown(text, "", "butler"), covered);
    let hidden = ["||", &"the butler ".repeat(100), "did it||"].concat();
    assert_eq!(shown(&hidden, "", "\"butler did\""), "\u{FFFC}");
}

#[test]
fn a_long_message_is_shown_around_what_was_found() {
    let text = format!(
        "**{}** the kettle {}",
        "ä ".repeat(200).trim(),
        "x".repeat(500)
    );
    let found = shown(&text, "", "kettle");
    assert_eq!(
        found.chars().count(),
        EXCERPT_CHARS + "[]……".chars().count()
    );
    assert!(
        found.starts_with("…") && found.contains(" the [kettle] x"),
        "{found}"
    );
}

#[test]
fn the_names_of_files_stand_behind_what_is_said() {
    let files = "kettle_on_fire.png\n**plan**.txt";
    assert_eq!(
        shown("see *this*", files, "kettle plan"),
        "see this\n[kettle]_on_fire.png\n**[plan]**.txt"
    );
    assert_eq!(
        shown("", files, "fire"),
        "kettle_on_[fire].png\n**plan**.txt"
    );
}
