use shared::moment::Moment;

use super::{SLEEP_NOTICED_MS, Steady};

const NOON: f64 = 1_795_000_000_000.0;

#[test]
fn it_follows_the_smooth_clock_and_not_the_wall_clocks_roundings() {
    let mut steady = Steady::new(100.0, NOON);
    // A wall clock that rounds up and down by a millisecond must not make time run faster.
    for step in 1..=10_000_u32 {
        let smooth = 100.0 + f64::from(step) * 0.5;
        let wall = NOON + f64::from(step) * 0.5 + f64::from(step % 2);
        let _ = steady.read(smooth, wall);
    }
    assert_eq!(steady.read(5_100.0, NOON + 5_000.0), Moment(5_000));
}

#[test]
fn sleep_that_the_smooth_clock_missed_is_counted_once() {
    let mut steady = Steady::new(0.0, NOON);
    assert_eq!(steady.read(1_000.0, NOON + 1_000.0), Moment(1_000));
    assert_eq!(steady.read(1_010.0, NOON + 3_601_010.0), Moment(3_601_010));
    assert_eq!(steady.read(1_020.0, NOON + 3_601_020.0), Moment(3_601_020));
}

#[test]
fn sleep_that_the_smooth_clock_counted_is_not_counted_again() {
    let mut steady = Steady::new(0.0, NOON);
    assert_eq!(
        steady.read(3_600_000.0, NOON + 3_600_000.0),
        Moment(3_600_000)
    );
}

#[test]
fn a_wall_clock_that_is_set_back_changes_nothing_and_later_sleep_still_counts() {
    let mut steady = Steady::new(0.0, NOON);
    assert_eq!(steady.read(1_000.0, NOON - 7_200_000.0), Moment(1_000));
    assert_eq!(
        steady.read(1_010.0, NOON - 7_200_000.0 + 60_010.0),
        Moment(61_010)
    );
}

#[test]
fn slow_drift_of_the_wall_clock_is_no_sleep_until_it_adds_up() {
    let mut steady = Steady::new(0.0, NOON);
    let drifted = NOON + 1_000.0 + SLEEP_NOTICED_MS;
    assert_eq!(steady.read(1_000.0, drifted), Moment(1_000));
}

#[test]
fn it_never_runs_backwards() {
    let mut steady = Steady::new(50.0, NOON);
    assert_eq!(steady.read(1_050.0, NOON + 1_000.0), Moment(1_000));
    assert_eq!(steady.read(900.0, NOON + 850.0), Moment(1_000));
    assert_eq!(steady.read(0.0, NOON), Moment(1_000));
}
