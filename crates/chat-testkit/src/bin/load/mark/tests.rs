use std::time::Duration;

use super::{find_all, text};

#[test]
fn marks_are_found_in_whatever_stands_around_them() {
    let (first, second) = (Duration::from_micros(7), Duration::from_secs(90));
    let frame = format!(
        "{{\"entries\":[{},{}]}}",
        text(first, 100),
        text(second, 18)
    );
    assert_eq!(
        find_all(frame.as_bytes()).collect::<Vec<_>>(),
        [first, second]
    );
}

#[test]
fn a_text_has_the_length_that_was_asked_for() {
    assert_eq!(text(Duration::ZERO, 500).len(), 500);
    assert_eq!(text(Duration::ZERO, 1).len(), super::TEXT_BYTES_MIN);
}

#[test]
fn a_torn_mark_is_none() {
    assert_eq!(find_all(b"~t00000").count(), 0);
    assert_eq!(find_all(b"~tnot hexadecimal").count(), 0);
}
