//! What all connections of a run count together.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use shared::ids::RoomId;
use tokio::sync::Notify;

use crate::latency::Latencies;

/// The counters of a run.
#[derive(Debug)]
pub(crate) struct Tally {
    /// Everything is timed from here.
    pub(crate) start: Instant,
    /// From the intended time of sending to the acknowledgement.
    pub(crate) ack_latency: Latencies,
    /// From the intended time of sending to each receiver.
    pub(crate) delivery_latency: Latencies,
    /// Messages that the server refused.
    pub(crate) refused: AtomicU64,
    /// Connections that ended before the run did.
    pub(crate) ended_early: AtomicU64,
    /// Entries that came twice, out of order, or after a hole.
    pub(crate) disordered: AtomicU64,
    /// When the last delivery came, in microseconds from the start.
    last_delivery_us: AtomicU64,
    finished: AtomicBool,
}

/// A room of a run.
#[derive(Debug)]
pub(crate) struct Room {
    /// Its id.
    pub(crate) id: RoomId,
    /// Messages that were sent.
    pub(crate) sent: AtomicU64,
    /// Messages that were acknowledged.
    pub(crate) acknowledged: AtomicU64,
    /// Deliveries to light receivers.
    pub(crate) delivered: AtomicU64,
    /// Light receivers that are still there.
    pub(crate) receivers: AtomicU64,
    /// Rung when all receivers have one message more.
    pub(crate) all_have_it: Notify,
}

impl Tally {
    /// Nothing counted yet.
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self {
            start: Instant::now(),
            ack_latency: Latencies::new(),
            delivery_latency: Latencies::new(),
            refused: AtomicU64::new(0),
            ended_early: AtomicU64::new(0),
            disordered: AtomicU64::new(0),
            last_delivery_us: AtomicU64::new(0),
            finished: AtomicBool::new(false),
        })
    }

    /// Counts the delivery of a message that was meant to be sent at `intended`.
    pub(crate) fn delivered(&self, intended: Duration, now: Duration) {
        self.delivery_latency.record(now.saturating_sub(intended));
    }

    /// Remembers that something was delivered now.
    pub(crate) fn delivering(&self, now: Duration) {
        let us = u64::try_from(now.as_micros()).unwrap_or(u64::MAX);
        self.last_delivery_us.fetch_max(us, Ordering::Relaxed);
    }

    /// When the last delivery came, from the start.
    pub(crate) fn last_delivery(&self) -> Duration {
        Duration::from_micros(self.last_delivery_us.load(Ordering::Relaxed))
    }

    /// From here on a connection that ends has not ended early.
    pub(crate) fn finish(&self) {
        self.finished.store(true, Ordering::Relaxed);
    }

    /// Counts a connection that ended, unless the run is over.
    pub(crate) fn ended(&self) {
        if !self.finished.load(Ordering::Relaxed) {
            self.ended_early.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl Room {
    /// A room without messages.
    pub(crate) fn new(id: RoomId) -> Arc<Self> {
        Arc::new(Self {
            id,
            sent: AtomicU64::new(0),
            acknowledged: AtomicU64::new(0),
            delivered: AtomicU64::new(0),
            receivers: AtomicU64::new(0),
            all_have_it: Notify::new(),
        })
    }

    /// Counts deliveries; rings when the last receiver got one message more.
    pub(crate) fn deliver(&self, count: u64) {
        let before = self.delivered.fetch_add(count, Ordering::Relaxed);
        let receivers = self.receivers.load(Ordering::Relaxed).max(1);
        if before / receivers != (before + count) / receivers {
            self.all_have_it.notify_waiters();
            self.all_have_it.notify_one();
        }
    }

    /// Messages that are sent and not yet with every receiver.
    pub(crate) fn on_their_way(&self) -> u64 {
        let receivers = self.receivers.load(Ordering::Relaxed).max(1);
        let with_all = self.delivered.load(Ordering::Relaxed) / receivers;
        self.sent.load(Ordering::Relaxed).saturating_sub(with_all)
    }

    /// Deliveries that have to come for what was acknowledged.
    pub(crate) fn expected(&self) -> u64 {
        self.acknowledged.load(Ordering::Relaxed) * self.receivers.load(Ordering::Relaxed)
    }
}
