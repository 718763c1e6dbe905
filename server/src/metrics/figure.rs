//! Numbers that many threads move and one reads now and then.
//!
//! Everything is a relaxed atomic: a figure guards nothing, so no order is needed. What
//! is moved for every frame is kept once per [`SHARDS`] and added up by whoever reads;
//! two threads then seldom write to one cache line.

use std::array;
use std::cell::Cell;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Copies of a busy figure. More threads than this share some; as many as the cores of
/// the machines that a chat of this kind runs on.
const SHARDS: usize = 8;

/// Microseconds of a second.
const US_PER_SECOND: f64 = 1_000_000.0;

/// Something that only grows, and not for every frame.
#[derive(Debug, Default)]
pub struct Counter(AtomicU64);

impl Counter {
    /// One more.
    pub fn add_one(&self) {
        self.add(1);
    }

    /// So many more.
    pub fn add(&self, count: u64) {
        self.0.fetch_add(count, Ordering::Relaxed);
    }

    /// How many there were.
    pub fn total(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// One `T` for each group of threads, each on cache lines of its own.
#[derive(Debug)]
pub struct Sharded<T>([Shard<T>; SHARDS]);

/// Two lines of 64 bytes: processors fetch lines in pairs.
#[derive(Debug, Default)]
#[repr(align(128))]
struct Shard<T>(T);

impl<T> Sharded<T> {
    /// Made by `make`, once for each shard.
    pub fn new(mut make: impl FnMut() -> T) -> Self {
        Self(array::from_fn(|_| Shard(make())))
    }

    /// The one that belongs to this thread.
    pub fn mine(&self) -> &T {
        &self.0[shard_of_this_thread()].0
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|shard| &shard.0)
    }
}

/// Threads take turns, in the order in which they first count something.
fn shard_of_this_thread() -> usize {
    static THREADS: AtomicUsize = AtomicUsize::new(0);
    thread_local! {
        static SHARD: Cell<usize> = const { Cell::new(SHARDS) };
    }
    SHARD.with(|shard| {
        if shard.get() == SHARDS {
            shard.set(THREADS.fetch_add(1, Ordering::Relaxed) % SHARDS);
        }
        shard.get()
    })
}

/// The most that was seen lately: in the span that runs and the one before it. Nobody's
/// reading resets it, so any number of readers see the same.
#[derive(Debug, Default)]
pub struct HighWater {
    running: AtomicU64,
    before: AtomicU64,
}

impl HighWater {
    /// So much is there now. Costs a load unless it is a new record.
    pub fn saw(&self, amount: u64) {
        if amount > self.running.load(Ordering::Relaxed) {
            self.running.fetch_max(amount, Ordering::Relaxed);
        }
    }

    /// Begins the next span.
    pub fn turn(&self) {
        let running = self.running.swap(0, Ordering::Relaxed);
        self.before.store(running, Ordering::Relaxed);
    }

    /// The most of both spans.
    pub fn most(&self) -> u64 {
        let running = self.running.load(Ordering::Relaxed);
        running.max(self.before.load(Ordering::Relaxed))
    }
}

/// How long something took, counted by size: `N` bounds in microseconds, ascending, and
/// what lies above them.
#[derive(Debug)]
pub struct Durations<const N: usize> {
    bounds_us: &'static [u64; N],
    shards: Sharded<Buckets<N>>,
}

#[derive(Debug)]
struct Buckets<const N: usize> {
    up_to: [AtomicU64; N],
    above: AtomicU64,
    sum_us: AtomicU64,
}

/// What [`Durations`] held at one moment.
#[derive(Debug, PartialEq)]
pub struct Distribution {
    /// Each bound in seconds, and how many were not longer; ascending in both.
    pub up_to: Vec<(f64, u64)>,
    /// How many there were, those above every bound included.
    pub count: u64,
    /// All of them together, in seconds.
    pub sum_seconds: f64,
}

impl<const N: usize> Durations<N> {
    /// Nothing was timed yet.
    pub fn new(bounds_us: &'static [u64; N]) -> Self {
        Self {
            bounds_us,
            shards: Sharded::new(|| Buckets {
                up_to: array::from_fn(|_| AtomicU64::new(0)),
                above: AtomicU64::new(0),
                sum_us: AtomicU64::new(0),
            }),
        }
    }

    /// It took from then to now.
    pub fn took_since(&self, start: Instant) {
        self.took(start.elapsed());
    }

    /// It took so long.
    pub fn took(&self, time: Duration) {
        let us = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        let shard = self.shards.mine();
        let place = self.bounds_us.partition_point(|bound| *bound < us);
        let bucket = shard.up_to.get(place).unwrap_or(&shard.above);
        bucket.fetch_add(1, Ordering::Relaxed);
        shard.sum_us.fetch_add(us, Ordering::Relaxed);
    }

    /// Everything so far, added up.
    pub fn read(&self) -> Distribution {
        let total = |of: fn(&Buckets<N>, usize) -> u64, place| {
            self.shards.all().map(|shard| of(shard, place)).sum::<u64>()
        };
        let mut count = 0;
        let up_to = self.bounds_us.iter().enumerate().map(|(place, bound)| {
            count += total(
                |shard, place| shard.up_to[place].load(Ordering::Relaxed),
                place,
            );
            (seconds(*bound), count)
        });
        let up_to = up_to.collect();
        count += total(|shard, _| shard.above.load(Ordering::Relaxed), 0);
        let sum_us = total(|shard, _| shard.sum_us.load(Ordering::Relaxed), 0);
        Distribution {
            up_to,
            count,
            sum_seconds: seconds(sum_us),
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "exact up to 2^53 microseconds, which is 285 years"
)]
fn seconds(us: u64) -> f64 {
    us as f64 / US_PER_SECOND
}

#[cfg(test)]
mod tests;
