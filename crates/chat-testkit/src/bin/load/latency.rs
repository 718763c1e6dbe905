//! Latencies in buckets: constant memory, a single atomic addition for each, and
//! never off by more than one part in thirty-two.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde::Serialize;

/// Buckets for each doubling: the relative error is at most one in so many.
const BUCKETS_PER_DOUBLING: usize = 32;

/// log2 of [`BUCKETS_PER_DOUBLING`].
const PRECISION_BITS: u32 = 5;

/// Doublings beyond the exact range: up to 2^37 µs, a day and a half.
const DOUBLINGS: usize = 32;

/// How often each latency came.
#[derive(Debug)]
pub(crate) struct Latencies {
    buckets: Box<[AtomicU64]>,
    max_us: AtomicU64,
}

/// What a run's latencies come to, in microseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Percentiles {
    /// How many there were.
    pub(crate) count: u64,
    /// Half were faster.
    pub p50_us: u64,
    /// Nine in ten were faster.
    pub p90_us: u64,
    /// Ninety-nine in a hundred were faster.
    pub p99_us: u64,
    /// The slowest.
    pub(crate) max_us: u64,
}

impl Latencies {
    /// None yet.
    pub(crate) fn new() -> Self {
        let buckets = (0..BUCKETS_PER_DOUBLING * (DOUBLINGS + 1)).map(|_| AtomicU64::new(0));
        Self {
            buckets: buckets.collect(),
            max_us: AtomicU64::new(0),
        }
    }

    /// Counts one.
    pub(crate) fn record(&self, latency: Duration) {
        let us = u64::try_from(latency.as_micros()).unwrap_or(u64::MAX);
        self.buckets[bucket_of(us).min(self.buckets.len() - 1)].fetch_add(1, Ordering::Relaxed);
        self.max_us.fetch_max(us, Ordering::Relaxed);
    }

    /// What they come to so far.
    pub(crate) fn percentiles(&self) -> Percentiles {
        let counts: Vec<u64> = self
            .buckets
            .iter()
            .map(|bucket| bucket.load(Ordering::Relaxed))
            .collect();
        let count = counts.iter().sum();
        let max_us = self.max_us.load(Ordering::Relaxed);
        let below = |share: f64| {
            let rank = (count as f64 * share).ceil() as u64;
            let mut seen = 0;
            let bucket = counts.iter().position(|here| {
                seen += here;
                seen >= rank.max(1)
            });
            bucket.map_or(0, |bucket| upper_us(bucket).min(max_us))
        };
        Percentiles {
            count,
            p50_us: below(0.5),
            p90_us: below(0.9),
            p99_us: below(0.99),
            max_us,
        }
    }
}

/// Exact below [`BUCKETS_PER_DOUBLING`], then so many buckets for each doubling.
fn bucket_of(us: u64) -> usize {
    let us = us.max(1);
    let shift = us.ilog2().saturating_sub(PRECISION_BITS);
    let step = usize::try_from(us >> shift).expect("under twice the buckets of a doubling");
    shift as usize * BUCKETS_PER_DOUBLING + step
}

/// The largest latency that falls into this bucket.
fn upper_us(bucket: usize) -> u64 {
    if bucket < 2 * BUCKETS_PER_DOUBLING {
        return bucket as u64;
    }
    let shift = bucket / BUCKETS_PER_DOUBLING - 1;
    let step = (bucket - shift * BUCKETS_PER_DOUBLING) as u64;
    ((step + 1) << shift) - 1
}

#[cfg(test)]
mod tests;
