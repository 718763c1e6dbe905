//! Ranges as players ask for them, and as nobody should.

use proptest::prelude::*;

use super::{Asked, asked};

#[test]
fn a_range_is_read_as_the_standard_says() {
    for (value, expected) in [
        ("bytes=0-", Asked::Part(0..10)),
        ("bytes=0-0", Asked::Part(0..1)),
        ("bytes=3-5", Asked::Part(3..6)),
        ("bytes=3-99", Asked::Part(3..10)),
        ("bytes=-3", Asked::Part(7..10)),
        ("bytes=-99", Asked::Part(0..10)),
        ("bytes=9-99999999999999999999999", Asked::Part(9..10)),
        ("bytes=10-", Asked::Nothing),
        ("bytes=-0", Asked::Nothing),
        ("bytes=99999999999999999999999-", Asked::Nothing),
        ("bytes=5-3", Asked::Whole),
        ("bytes=0-1,3-4", Asked::Whole),
        ("bytes=+1-2", Asked::Whole),
        ("bytes=-", Asked::Whole),
        ("bytes=", Asked::Whole),
        ("lines=0-1", Asked::Whole),
        ("", Asked::Whole),
    ] {
        assert_eq!(asked(value, 10), expected, "{value}");
    }
}

proptest! {
    #[test]
    fn a_part_lies_within_the_file(value in "(bytes=)?[0-9,\\-+ ]{0,24}", length in 0_u64..40) {
        if let Asked::Part(range) = asked(&value, length) {
            prop_assert!(range.start < range.end && range.end <= length);
        }
    }
}
