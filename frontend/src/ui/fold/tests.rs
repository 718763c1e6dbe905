use super::*;

#[test]
fn a_text_is_long_by_its_lines_however_they_come_about() {
    assert!(!is_long("short"));
    assert!(!is_long(&"line\n".repeat(LINES_MAX)));
    assert!(is_long(&"line\n".repeat(LINES_MAX + 1)));
    assert!(!is_long(&"x".repeat(LINES_MAX * LINE_CHARS - 1)));
    assert!(is_long(&"x".repeat(LINES_MAX * LINE_CHARS)));
    assert!(is_long(&"木".repeat(LINES_MAX * LINE_CHARS)));
}
