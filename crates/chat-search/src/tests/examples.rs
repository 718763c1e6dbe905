//! The cases that people name: scripts, code, operators, refusals.

use crate::day::Day;
use crate::find::{has_all, has_link, highlights};
use crate::fold::Folded;
use crate::query::{QUERY_CHARS_MAX, QUERY_PARTS_MAX, Query, QueryError, Term};
use shared::moment::Timestamp;

fn query(typed: &str) -> Query {
    Query::parse(typed).unwrap_or_else(|error| panic!("{typed:?}: {error}"))
}

fn terms(typed: &str) -> Vec<String> {
    let terms = query(typed).terms;
    terms.iter().map(|term| term.as_str().to_owned()).collect()
}

fn finds(typed: &str, text: &str) -> bool {
    has_all(&Folded::new(text), &query(typed).terms)
}

#[test]
fn what_people_search_for_is_found() {
    for (typed, text) in [
        ("strasse", "In der Straße"),
        ("CAFE", "ein café"),
        ("naive", "nai\u{308}ve"),
        ("上海", "我们明天在上海见面吧"),
        ("海", "我们明天在上海见面吧"),
        ("東京", "明日東京で会いましょう"),
        ("カ", "ｶﾀｶﾅ"),
        ("한", "한국어"),
        ("하", "한국어"),
        ("ลัง", "กำลังมา"),
        ("full", "Ｆｕｌｌ width"),
        ("::", "use foo::bar"),
        ("foo::bar()", "call foo::bar() twice"),
        ("->", "fn a() -> b"),
        ("urst(1", "burst(13"),
        ("👍", "good 👍🏽"),
        ("👧", "👩‍👩‍👧"),
        ("it's", "it’s done"),
        ("\"two lines\"", "of two\nlines"),
        ("lines two", "of two\nlines"),
        ("елка", "ёлка"),
        ("istanbul", "İSTANBUL"),
        ("محمد", "مُحَمَّد"),
    ] {
        assert!(finds(typed, text), "{typed} in {text}");
    }
}

#[test]
fn what_tells_words_apart_is_not_folded() {
    for (typed, text) in [
        ("ハ", "パン"),
        ("か", "が"),
        ("上海", "海上"),
        ("👍🏽", "👍🏿"),
        ("\"two  words\"", "twowords"),
        ("foo bar", "foo"),
    ] {
        // A voiced kana is its plain one and a mark: the plain one is a part of it, as a
        // Korean letter is of its syllable. Only the other direction tells them apart.
        let is_part = matches!(typed, "ハ" | "か");
        assert_eq!(finds(typed, text), is_part, "{typed} in {text}");
    }
    assert!(!finds("パン", "ハン"));
    assert!(!finds("が", "か"));
}

#[test]
fn operators_narrow_and_the_rest_are_words() {
    let all = query("from:@Ada in:#Lobby before:2026-11-01 after:2026-01-02 has:link has:file x");
    assert_eq!(all.from, ["ada"]);
    assert_eq!(all.rooms[0].as_str(), "lobby");
    assert_eq!(all.before, Day::parse("2026-11-01"));
    assert_eq!(all.after, Day::parse("2026-01-02"));
    assert!(all.has_link && all.has_file);
    assert_eq!(all.terms.len(), 1);

    assert_eq!(query("from:\"Ada Lovelace\" hi").from, ["ada lovelace"]);
    assert_eq!(
        query("before:2026-02-01 before:2026-01-01").before,
        Day::parse("2026-01-01")
    );
    assert_eq!(
        query("after:2026-01-01 after:2026-02-01").after,
        Day::parse("2026-02-01")
    );
    for word in [
        "foo::bar()",
        "from::x",
        "from:",
        "has:cats",
        "in:a/b",
        "http://a.b",
        "note:this",
        "::",
    ] {
        assert_eq!(terms(word), [word], "{word}");
    }
}

#[test]
fn quotes_keep_what_stands_between_them() {
    assert_eq!(terms("\"a b\" c"), ["a b", "c"]);
    assert_eq!(terms("\"a b"), ["a b"]);
    assert_eq!(terms("\"say \"\"hi\"\"\""), ["say \"hi\""]);
    assert_eq!(terms("say\"hi"), ["say\"hi"]);
    assert_eq!(terms("\"from:ada\""), ["from:ada"]);
}

#[test]
fn refusals_say_what_is_wrong() {
    let long = "x".repeat(10_000);
    assert_eq!(
        Query::parse(&long),
        Err(QueryError::TooLong { chars: 10_000 })
    );
    assert!(Query::parse(&"上".repeat(QUERY_CHARS_MAX)).is_ok());
    let many = "a ".repeat(QUERY_PARTS_MAX + 1);
    assert_eq!(Query::parse(&many), Err(QueryError::TooManyParts));
    for nothing in ["", "  \n", "\"\"", "\"", "\u{200d}"] {
        assert_eq!(
            Query::parse(nothing),
            Err(QueryError::Nothing),
            "{nothing:?}"
        );
    }
    for value in [
        "2026-02-29",
        "2026-13-01",
        "2026-1-1",
        "yesterday",
        "2026-00-10",
        "２０２６-01-01",
    ] {
        let refused = Query::parse(&format!("before:{value}"));
        assert_eq!(
            refused,
            Err(QueryError::NoDate {
                value: value.to_owned()
            })
        );
    }
}

#[test]
fn days_begin_where_the_reader_is() {
    let day = |typed| Day::parse(typed).unwrap_or_else(|| panic!("{typed}"));
    let at = |typed, east| day(typed).begins(east).0;
    assert_eq!(at("1970-01-01", 0), 0);
    assert_eq!(at("2000-03-01", 0), 951_868_800_000);
    assert_eq!(at("2026-11-01", 0), 1_793_491_200_000);
    assert_eq!(at("2026-11-01", 60), 1_793_491_200_000 - 3_600_000);
    assert_eq!(at("0000-01-01", 0), 0);
    assert_eq!(day("2024-02-29").is_over(0), day("2024-03-01").begins(0));
    assert_eq!(day("9999-12-31").is_over(0), Timestamp(253_402_300_800_000));
}

#[test]
fn highlights_lie_in_the_original_text() {
    let shown = |typed: &str, text: &str| -> Vec<String> {
        let ranges = highlights(&Folded::new(text), &query(typed).terms).expect("it is found");
        ranges
            .into_iter()
            .map(|range| text[range].to_owned())
            .collect()
    };
    assert_eq!(
        shown("strasse", "die Straße, STRASSE"),
        ["Straße", "STRASSE"]
    );
    assert_eq!(shown("s", "ß"), ["ß"]);
    assert_eq!(shown("cafe", "cafe\u{301}s"), ["cafe"]);
    assert_eq!(shown("上海 見", "在上海見面"), ["上海見"]);
    assert_eq!(shown("하", "한국"), ["한"]);
    assert_eq!(shown("\"a b\"", "a \n b"), ["a \n b"]);
    assert_eq!(
        highlights(&Folded::new("here"), &[Term::new("gone").expect("a word")]),
        None
    );
}

#[test]
fn addresses_of_pages_are_links() {
    for text in ["see https://a.b/c", "(HTTP://x)", "a://b http://c"] {
        assert!(has_link(text), "{text}");
    }
    for text in ["https:// nothing", "ftp://a", "xhttp://", "http", ""] {
        assert!(!has_link(text), "{text}");
    }
}
