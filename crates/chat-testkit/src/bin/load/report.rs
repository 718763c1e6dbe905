//! What a run came to, for people and for programs.

use std::fmt;
use std::sync::atomic::Ordering;

use serde::Serialize;

use crate::latency::Percentiles;
use crate::options::{Mode, Options};
use crate::tally::{Room, Tally};

/// A run's result.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    pub(crate) mode: &'static str,
    pub(crate) connections: usize,
    pub(crate) senders: usize,
    pub(crate) rooms: usize,
    pub(crate) text_bytes: usize,
    /// From the first handshake of a receiver until all of them followed live.
    pub(crate) ramp_seconds: f64,
    /// From the first message's time until the last delivery.
    pub(crate) seconds: f64,
    pub(crate) acknowledged: u64,
    pub(crate) acknowledged_per_second: f64,
    pub(crate) delivered: u64,
    pub(crate) delivered_per_second: f64,
    /// Deliveries that never came.
    pub(crate) missing: u64,
    /// Frames whose first entry did not follow the last one.
    pub(crate) disordered: u64,
    pub(crate) refused: u64,
    pub(crate) ended_early: u64,
    pub(crate) checkers: usize,
    pub(crate) checkers_complete: usize,
    pub(crate) ack_latency: Percentiles,
    pub(crate) delivery_latency: Percentiles,
    pub(crate) memory: Option<Memory>,
    pub(crate) server: Option<ServerCost>,
    pub(crate) own_cpu_seconds: f64,
    pub(crate) complaints: Vec<String>,
}

/// The server's memory before and after the receivers came.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Memory {
    pub(crate) before_bytes: u64,
    pub(crate) after_bytes: u64,
    pub(crate) per_connection_bytes: f64,
}

/// What the server spent between the first message and the last delivery.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct ServerCost {
    pub(crate) cpu_seconds: f64,
    pub(crate) rss_bytes: u64,
    pub(crate) cpu_seconds_per_million_deliveries: Option<f64>,
    pub(crate) deliveries_per_cpu_second: Option<f64>,
}

impl Report {
    /// A run that has not begun.
    pub(crate) fn new(options: &Options) -> Self {
        Self {
            mode: match options.mode {
                Mode::Idle => "idle",
                Mode::Open => "open",
                Mode::Closed => "closed",
            },
            connections: options.connections,
            senders: options.senders,
            rooms: options.rooms,
            text_bytes: options.text_bytes,
            ramp_seconds: 0.0,
            seconds: 0.0,
            acknowledged: 0,
            acknowledged_per_second: 0.0,
            delivered: 0,
            delivered_per_second: 0.0,
            missing: 0,
            disordered: 0,
            refused: 0,
            ended_early: 0,
            checkers: options.checkers,
            checkers_complete: 0,
            ack_latency: Percentiles::default(),
            delivery_latency: Percentiles::default(),
            memory: None,
            server: None,
            own_cpu_seconds: 0.0,
            complaints: Vec::new(),
        }
    }

    /// Takes over what was counted.
    pub(crate) fn count<'a>(&mut self, tally: &Tally, rooms: impl Iterator<Item = &'a Room>) {
        for room in rooms {
            let delivered = room.delivered.load(Ordering::Relaxed);
            self.acknowledged += room.acknowledged.load(Ordering::Relaxed);
            self.delivered += delivered;
            self.missing += room.expected().saturating_sub(delivered);
        }
        self.refused = tally.refused.load(Ordering::Relaxed);
        self.ended_early = tally.ended_early.load(Ordering::Relaxed);
        self.disordered = tally.disordered.load(Ordering::Relaxed);
        self.ack_latency = tally.ack_latency.percentiles();
        self.delivery_latency = tally.delivery_latency.percentiles();
        if self.seconds > 0.0 {
            self.acknowledged_per_second = self.acknowledged as f64 / self.seconds;
            self.delivered_per_second = self.delivered as f64 / self.seconds;
        }
        if let Some(server) = &mut self.server
            && self.delivered > 0
            && server.cpu_seconds > 0.0
        {
            let per_second = self.delivered as f64 / server.cpu_seconds;
            server.deliveries_per_cpu_second = Some(per_second);
            server.cpu_seconds_per_million_deliveries = Some(1e6 / per_second);
        }
    }

    /// Nothing lost, doubled, reordered or broken off.
    pub(crate) fn is_clean(&self) -> bool {
        self.missing == 0
            && self.disordered == 0
            && self.ended_early == 0
            && self.checkers == self.checkers_complete
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            mode,
            connections,
            senders,
            rooms,
            text_bytes,
            ..
        } = self;
        writeln!(
            f,
            "{mode}: {connections} receivers, {senders} senders, {rooms} rooms, \
             {text_bytes} bytes of text"
        )?;
        writeln!(f, "connected in     {:10.2} s", self.ramp_seconds)?;
        if let Some(memory) = &self.memory {
            let (before, after) = (mib(memory.before_bytes), mib(memory.after_bytes));
            let each = memory.per_connection_bytes / 1024.0;
            writeln!(
                f,
                "server memory    {before:10.1} MiB before, {after:.1} MiB after"
            )?;
            writeln!(f, "per connection   {each:10.2} KiB")?;
        }
        if self.acknowledged > 0 {
            self.write_traffic(f)?;
        }
        if let Some(server) = &self.server {
            writeln!(f, "server CPU       {:10.2} s", server.cpu_seconds)?;
            if let (Some(cost), Some(rate)) = (
                server.cpu_seconds_per_million_deliveries,
                server.deliveries_per_cpu_second,
            ) {
                writeln!(f, "                 {cost:10.3} s per million deliveries")?;
                writeln!(f, "                 {rate:10.0} deliveries per CPU second")?;
            }
        }
        if self.checkers > 0 {
            writeln!(
                f,
                "complete         {:10} of {}",
                self.checkers_complete, self.checkers
            )?;
        }
        let Self {
            missing,
            disordered,
            refused,
            ended_early,
            ..
        } = self;
        writeln!(
            f,
            "missing {missing}, disordered {disordered}, refused {refused}, \
             ended early {ended_early}"
        )?;
        self.complaints
            .iter()
            .try_for_each(|complaint| writeln!(f, "{complaint}"))
    }
}

impl Report {
    fn write_traffic(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (acked, acked_rate) = (self.acknowledged, self.acknowledged_per_second);
        let (delivered, rate) = (self.delivered, self.delivered_per_second);
        writeln!(
            f,
            "acknowledged     {acked:10} in {:.2} s, {acked_rate:.0}/s",
            self.seconds
        )?;
        writeln!(f, "delivered        {delivered:10} {rate:.0}/s")?;
        writeln!(f, "ack latency      {}", Milliseconds(self.ack_latency))?;
        writeln!(
            f,
            "delivery latency {}",
            Milliseconds(self.delivery_latency)
        )?;
        writeln!(f, "own CPU          {:10.2} s", self.own_cpu_seconds)
    }
}

struct Milliseconds(Percentiles);

impl fmt::Display for Milliseconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ms = |us: u64| us as f64 / 1000.0;
        let Percentiles {
            p50_us,
            p90_us,
            p99_us,
            max_us,
            ..
        } = self.0;
        let (p50, p90, p99, max) = (ms(p50_us), ms(p90_us), ms(p99_us), ms(max_us));
        write!(f, "p50 {p50:.2} p90 {p90:.2} p99 {p99:.2} max {max:.2} ms")
    }
}

fn mib(bytes: u64) -> f64 {
    bytes as f64 / (1024.0 * 1024.0)
}
