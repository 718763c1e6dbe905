use std::thread;
use std::time::Duration;

use super::{Counter, Durations, HighWater, SHARDS, Sharded};

#[test]
fn threads_that_count_at_once_lose_nothing() {
    const EACH: u64 = 10_000;
    let sharded = Sharded::new(Counter::default);
    let durations = Durations::new(&[10]);
    thread::scope(|scope| {
        for _ in 0..2 * SHARDS {
            scope.spawn(|| {
                for _ in 0..EACH {
                    sharded.mine().add_one();
                    durations.took(Duration::from_micros(3));
                }
            });
        }
    });
    let expected = EACH * 2 * SHARDS as u64;
    assert_eq!(sharded.all().map(Counter::total).sum::<u64>(), expected);
    assert_eq!(durations.read().count, expected);
}

#[test]
fn one_thread_keeps_its_shard() {
    let sharded = Sharded::new(Counter::default);
    sharded.mine().add_one();
    sharded.mine().add_one();
    assert_eq!(sharded.mine().total(), 2);
}

#[test]
fn a_time_on_a_bound_belongs_below_it() {
    let durations = Durations::new(&[10, 1_000]);
    for us in [0, 10, 11, 1_000, 1_001] {
        durations.took(Duration::from_micros(us));
    }
    let read = durations.read();
    assert_eq!(read.up_to, [(0.000_01, 2), (0.001, 4)]);
    assert_eq!(read.count, 5);
    assert!((read.sum_seconds - 0.002_022).abs() < 1e-12);
}

#[test]
fn high_water_is_forgotten_after_two_spans() {
    let water = HighWater::default();
    water.saw(7);
    water.saw(3);
    assert_eq!(water.most(), 7);
    water.turn();
    water.saw(2);
    assert_eq!(water.most(), 7);
    water.turn();
    assert_eq!(water.most(), 2);
    water.turn();
    assert_eq!(water.most(), 0);
}
