use super::plain;

#[test]
fn colours_are_taken_out() {
    assert_eq!(plain("\u{1b}[1m\u{1b}[91merror\u{1b}[0m: no"), "error: no");
    assert_eq!(plain("naïve → text"), "naïve → text");
    assert_eq!(plain("cut short \u{1b}["), "cut short ");
}
