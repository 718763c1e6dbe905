use super::return_after_ms;

#[test]
fn returns_are_spread_by_the_number_of_sessions() {
    assert_eq!(return_after_ms(0), 500);
    assert_eq!(return_after_ms(1), 500);
    assert_eq!(return_after_ms(2), 501);
    assert_eq!(return_after_ms(9_999), 5_499);
    assert_eq!(return_after_ms(usize::MAX), u32::MAX);
}
