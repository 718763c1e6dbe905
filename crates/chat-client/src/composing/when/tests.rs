use proptest::prelude::*;

use super::*;

const MINUTE: u64 = 60_000;

#[test]
fn times_before_a_text_are_read() {
    let next = |hour: u16, minute: u16| When::At(Day::Next, hour * 60 + minute);
    for (words, when, text) in [
        ("18:00 the text", next(18, 0), "the text"),
        ("at 9:05 the text", next(9, 5), "the text"),
        ("9am the text", next(9, 0), "the text"),
        ("9:30 pm the text", next(21, 30), "the text"),
        ("12am the text", next(0, 0), "the text"),
        ("12pm the text", next(12, 0), "the text"),
        ("in 20 minutes the text", When::In(20 * MINUTE), "the text"),
        ("In 90s,  the text", When::In(90_000), "the text"),
        ("in an hour the text", When::In(60 * MINUTE), "the text"),
        (
            "in 2 days\nthe text",
            When::In(48 * 60 * MINUTE),
            "the text",
        ),
        (
            "tomorrow 9:00 the text",
            When::At(Day::Tomorrow, 540),
            "the text",
        ),
        (
            "tomorrow the text",
            When::At(Day::Tomorrow, 540),
            "the text",
        ),
        (
            "friday at 17:00 the text",
            When::At(Day::Weekday(4), 1_020),
            "the text",
        ),
        ("on Mon 8am, x", When::At(Day::Weekday(0), 480), "x"),
    ] {
        assert_eq!(read(words), Some((when, text)), "{words}");
    }
}

#[test]
fn a_time_stands_alone_before_nothing_but_a_reminder_says_something() {
    for (words, when) in [
        ("18:00", When::At(Day::Next, 18 * 60)),
        ("in 20 minutes ", When::In(20 * MINUTE)),
        ("tomorrow", When::At(Day::Tomorrow, 9 * 60)),
    ] {
        assert_eq!(read(words), Some((when, "")), "{words}");
        assert_eq!(read_reminder(words), None, "{words}");
    }
}

#[test]
fn what_is_no_time_is_none() {
    for words in [
        "",
        "the text",
        "24:00 x",
        "9:60 x",
        "9:5 x",
        "13pm x",
        "0am x",
        "in 0 minutes x",
        "in 99999 days x",
        "in minutes x",
        "in 5 parsecs x",
        "9 x",
    ] {
        assert_eq!(read(words), None, "{words}");
    }
}

#[test]
fn a_reminder_may_be_a_sentence() {
    let when = When::In(20 * MINUTE);
    for words in [
        "me in 20 minutes to drink",
        "in 20 min that drink",
        "me in 20m drink",
    ] {
        assert_eq!(read_reminder(words), Some((when, "drink")), "{words}");
    }
    assert_eq!(read_reminder("me in 20m to"), Some((when, "to")));
}

proptest! {
    #[test]
    fn any_words_are_a_time_or_none(words in ".{0,40}") {
        if let Some((_, text)) = read_reminder(&words) {
            prop_assert!(words.contains(text) && !text.trim().is_empty());
        }
    }
}
