use shared::moment::Timestamp;

use super::{Held, LEASE_MS};

fn held(until: u64) -> Held {
    Held {
        until: Timestamp(until),
        holder: "00ff".to_owned(),
    }
}

#[test]
fn a_lease_runs_until_its_time() {
    let now = 1_000_000;
    assert!(held(now + 1).is_running(Timestamp(now)));
    assert!(held(now + LEASE_MS).is_running(Timestamp(now)));
    assert!(!held(now).is_running(Timestamp(now)));
    assert!(!held(now - 1).is_running(Timestamp(now)));
}

#[test]
fn a_lease_from_a_clock_that_was_set_back_does_not_run_for_ever() {
    assert!(!held(1_000_000 + LEASE_MS + 1).is_running(Timestamp(1_000_000)));
}

#[test]
fn a_lease_is_read_as_it_was_written_and_anything_else_is_none() {
    assert_eq!(Held::parse("1000000 00ff"), Some(held(1_000_000)));
    for value in ["", "1000000", "soon 00ff", "-1 00ff"] {
        assert_eq!(Held::parse(value), None, "{value:?}");
    }
}
