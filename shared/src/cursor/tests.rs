use super::*;

#[test]
fn an_epoch_is_sixteen_hexadecimal_digits_whatever_its_size() {
    for (number, text) in [(0, "0000000000000000"), (u64::MAX, "ffffffffffffffff")] {
        let json = format!("\"{text}\"");
        assert_eq!(serde_json::to_string(&Epoch(number)).unwrap(), json);
        assert_eq!(serde_json::from_str::<Epoch>(&json).unwrap(), Epoch(number));
    }
}

#[test]
fn an_epoch_of_another_form_is_refused() {
    for json in [
        "\"\"",
        "\"ff\"",
        "\"+fffffffffffffff\"",
        "\"fffffffffffffffg\"",
        "1",
    ] {
        assert!(serde_json::from_str::<Epoch>(json).is_err(), "{json}");
    }
}

#[test]
fn a_sequence_number_ends_at_its_bounds() {
    assert_eq!(Seq::ZERO.previous(), Seq::ZERO);
    assert_eq!(Seq(u64::MAX).next(), Seq(u64::MAX));
    assert_eq!(Seq(7).distance_from(Seq(9)), 0);
    assert_eq!(Seq(9).distance_from(Seq(7)), 2);
}
