use std::time::Duration;

use super::{Latencies, bucket_of, upper_us};

#[test]
fn every_latency_lies_in_a_bucket_that_is_at_most_a_thirty_second_too_long() {
    for us in (1..5_000).chain([65_535, 65_536, 1_000_000, 123_456_789, 86_400_000_000]) {
        let upper = upper_us(bucket_of(us));
        assert!(upper >= us, "{us} lies above its bucket's end {upper}");
        assert!(
            upper - us <= us / 32 + 1,
            "{us} lies far below its bucket's end {upper}"
        );
    }
}

#[test]
fn percentiles_of_a_hundred_are_the_ranks() {
    let latencies = Latencies::new();
    for us in 1..=50 {
        latencies.record(Duration::from_micros(us));
        latencies.record(Duration::from_millis(us));
    }
    let told = latencies.percentiles();
    assert_eq!(told.count, 100);
    assert_eq!(told.p50_us, 50);
    assert!((40_000..=41_300).contains(&told.p90_us), "{told:?}");
    assert_eq!(told.max_us, 50_000);
}

#[test]
fn without_any_all_are_zero() {
    assert_eq!(Latencies::new().percentiles().p99_us, 0);
}
