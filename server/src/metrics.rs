//! What the wire does, in numbers: moved where it happens, read at `/metrics`.
//!
//! Our own and not a library's: every label is known beforehand, so a figure is a place
//! in an array and a move of it one relaxed addition, where a library looks its labels
//! up under a lock. What moves for every frame is kept per thread ([`figure`]). A scrape
//! reads a fixed number of these places: nothing here knows a session, so it costs the
//! same with ten connections and with ten thousand.

pub mod figure;
pub mod labels;
mod process;
mod text;

use std::array;
use std::time::{Duration, Instant};

use shared::server_frame::FollowStart;

use figure::{Counter, Durations, HighWater, Sharded};
use labels::{CODES, EndedBy, HandshakeRefusal, OTHER_CODE, Transport, codes, place_of};
pub(crate) use text::CONTENT_TYPE;
use text::Text;

/// A round trip on a wire: from one machine to once around the earth, and beyond that to
/// where an unanswered ping ends a connection.
const ROUND_TRIP_US: [u64; 13] = [
    1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000,
    5_000_000, 10_000_000,
];

/// Mailboxes take a fraction of a microsecond each.
const FAN_OUT_US: [u64; 14] = [
    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000,
];

/// A disk that flushes takes from a tenth of a millisecond to a second.
const APPEND_US: [u64; 14] = [
    50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000,
    1_000_000,
];

/// A span of [`Metrics::mailbox_high_water`]. Longer than people scrape, so that no
/// reading misses a peak.
pub const HIGH_WATER_SPAN_MS: u64 = 60_000;

/// The page of figures fits into this.
const TEXT_BYTES: usize = 16 * 1024;

/// The figures of one server.
#[derive(Debug)]
pub struct Metrics {
    opened: [Counter; Transport::ALL.len()],
    ended: [Counter; Transport::ALL.len()],
    closes: [[Counter; CODES]; EndedBy::ALL.len()],
    resumed: Counter,
    newest: Counter,
    rewound: Counter,
    refusals: [Counter; HandshakeRefusal::ALL.len()],
    accept_failures: Counter,
    tls_failures: Counter,
    signals_dropped: Counter,
    slow_readers: Counter,
    file_bytes_received: Counter,
    file_bytes_sent: Counter,
    files_kept: Counter,
    files_refused: Counter,
    traffic: Sharded<Traffic>,
    mailbox_high_water: HighWater,
    round_trip: Durations<{ ROUND_TRIP_US.len() }>,
    fan_out: Durations<{ FAN_OUT_US.len() }>,
    append: Durations<{ APPEND_US.len() }>,
}

/// What one group of threads has moved.
#[derive(Debug, Default)]
struct Traffic {
    frames_sent: Counter,
    bytes_sent: Counter,
    frames_received: Counter,
    bytes_received: Counter,
}

impl Default for Metrics {
    fn default() -> Self {
        Self {
            opened: array::from_fn(|_| Counter::default()),
            ended: array::from_fn(|_| Counter::default()),
            closes: array::from_fn(|_| array::from_fn(|_| Counter::default())),
            resumed: Counter::default(),
            newest: Counter::default(),
            rewound: Counter::default(),
            refusals: array::from_fn(|_| Counter::default()),
            accept_failures: Counter::default(),
            tls_failures: Counter::default(),
            signals_dropped: Counter::default(),
            slow_readers: Counter::default(),
            file_bytes_received: Counter::default(),
            file_bytes_sent: Counter::default(),
            files_kept: Counter::default(),
            files_refused: Counter::default(),
            traffic: Sharded::new(Traffic::default),
            mailbox_high_water: HighWater::default(),
            round_trip: Durations::new(&ROUND_TRIP_US),
            fan_out: Durations::new(&FAN_OUT_US),
            append: Durations::new(&APPEND_US),
        }
    }
}

impl Metrics {
    /// A connection to `/chat` is open.
    pub fn opened(&self, transport: Transport) {
        self.opened[transport as usize].add_one();
    }

    /// It has ended.
    pub fn ended(&self, transport: Transport, by: EndedBy, code: u16) {
        self.ended[transport as usize].add_one();
        self.closes[by as usize][place_of(code)].add_one();
    }

    /// A follower's cursor was taken in this way.
    pub fn follow_started(&self, start: FollowStart) {
        match start {
            FollowStart::Resumed => self.resumed.add_one(),
            FollowStart::Newest => self.newest.add_one(),
            FollowStart::Rewound => self.rewound.add_one(),
        }
    }

    /// A WebSocket was not opened, or a connection not taken.
    pub fn refused(&self, why: HandshakeRefusal) {
        self.refusals[why as usize].add_one();
    }

    /// The operating system gave an error instead of a connection.
    pub fn accept_failed(&self) {
        self.accept_failures.add_one();
    }

    /// A client did not get as far as TLS.
    pub fn tls_failed(&self) {
        self.tls_failures.add_one();
    }

    /// So many signals found their mailboxes half full.
    pub fn signals_dropped(&self, count: u64) {
        if count > 0 {
            self.signals_dropped.add(count);
        }
    }

    /// A mailbox was over its bounds, or a kernel took nothing for too long.
    pub fn slow_reader_closed(&self) {
        self.slow_readers.add_one();
    }

    /// A reader was given so many frames; before that, so much waited for it.
    pub fn sent(&self, frames: usize, bytes: usize, waited_bytes: usize) {
        let mine = self.traffic.mine();
        mine.frames_sent.add(frames as u64);
        mine.bytes_sent.add(bytes as u64);
        self.mailbox_high_water.saw(waited_bytes as u64);
    }

    /// A message of so many bytes came.
    pub fn received(&self, bytes: usize) {
        let mine = self.traffic.mine();
        mine.frames_received.add_one();
        mine.bytes_received.add(bytes as u64);
    }

    /// So many bytes of files are on disk.
    pub fn file_received(&self, bytes: u64) {
        self.file_bytes_received.add(bytes);
    }

    /// So many bytes of files were read for somebody.
    pub fn file_sent(&self, bytes: u64) {
        self.file_bytes_sent.add(bytes);
    }

    /// An upload ended, as a file or not.
    pub fn upload_ended(&self, is_kept: bool) {
        if is_kept {
            self.files_kept.add_one();
        } else {
            self.files_refused.add_one();
        }
    }

    /// A ping of the server's was answered after so long.
    pub fn round_trip(&self, ms: u64) {
        self.round_trip.took(Duration::from_millis(ms));
    }

    /// An entry that was on disk then lies in every follower's mailbox now.
    pub fn fanned_out_since(&self, start: Instant) {
        self.fan_out.took_since(start);
    }

    /// An append that was asked for then is answered now.
    pub fn appended_since(&self, start: Instant) {
        self.append.took_since(start);
    }

    /// Begins the next span of the high water. Called each [`HIGH_WATER_SPAN_MS`].
    pub fn turn(&self) {
        self.mailbox_high_water.turn();
    }

    /// All figures in the Prometheus text format.
    #[must_use]
    pub fn text(&self, version: &str) -> String {
        let mut text = Text::with_room_for(TEXT_BYTES);
        text.gauge("confab_build_info", "Always 1; the version is its label.")
            .with(&[("version", version)], 1);
        self.write_connections(&mut text);
        self.write_traffic(&mut text);
        let round_trip = "Time from a ping of the server's to its answer.";
        text.histogram(
            "confab_round_trip_seconds",
            round_trip,
            &self.round_trip.read(),
        );
        let fan_out = "Time from an entry being on disk to its bytes in every follower's mailbox.";
        text.histogram("confab_fan_out_seconds", fan_out, &self.fan_out.read());
        let append = "Time from asking the store for an append to its answer, the flush included.";
        text.histogram("confab_append_seconds", append, &self.append.read());
        self.write_files(&mut text);
        process::write(&mut text);
        text.into_string()
    }

    fn write_connections(&self, text: &mut Text) {
        // What has ended is read first: read later, it could be more than was opened.
        let ended = self.ended.each_ref().map(Counter::total);
        let opened = self.opened.each_ref().map(Counter::total);
        let mut open = text.gauge("confab_connections", "Connections to /chat that are open.");
        for transport in Transport::ALL {
            let at = transport as usize;
            let count = opened[at].saturating_sub(ended[at]);
            open.with(&[("transport", transport.label())], count);
        }
        let help = "Connections to /chat that were opened.";
        let mut family = text.counter("confab_connections_opened_total", help);
        for transport in Transport::ALL {
            let label = [("transport", transport.label())];
            family.with(&label, opened[transport as usize]);
        }
        let help = "Connections to /chat that have ended, by close code and by who sent it first.";
        let mut family = text.counter("confab_connections_closed_total", help);
        for by in EndedBy::ALL {
            let names = codes().map(|code| code.to_string());
            let names = names.chain([OTHER_CODE.to_owned()]);
            for (name, count) in names.zip(&self.closes[by as usize]) {
                family.with(&[("code", &name), ("side", by.label())], count.total());
            }
        }
        let help = "WebSockets that were not opened, and connections that were not taken.";
        let mut family = text.counter("confab_handshake_refusals_total", help);
        for why in HandshakeRefusal::ALL {
            let count = self.refusals[why as usize].total();
            family.with(&[("reason", why.label())], count);
        }
        let help = "Times that the operating system gave an error instead of a connection.";
        text.counter("confab_accept_failures_total", help)
            .value(self.accept_failures.total());
        let help = "Connections that did not get as far as TLS.";
        text.counter("confab_tls_failures_total", help)
            .value(self.tls_failures.total());
        let help = "Follows that began, by how the follower's cursor was taken.";
        let mut family = text.counter("confab_resumes_total", help);
        for (outcome, counter) in [
            ("resumed", &self.resumed),
            ("newest", &self.newest),
            ("rewound", &self.rewound),
        ] {
            family.with(&[("outcome", outcome)], counter.total());
        }
    }

    fn write_files(&self, text: &mut Text) {
        let help = "Bytes of files that came from clients and are on disk.";
        text.counter("confab_file_received_bytes_total", help)
            .value(self.file_bytes_received.total());
        let help = "Bytes of files that were read for clients.";
        text.counter("confab_file_sent_bytes_total", help)
            .value(self.file_bytes_sent.total());
        let help = "Uploads that ended complete, by whether they became files.";
        let mut family = text.counter("confab_uploads_total", help);
        family.with(&[("outcome", "kept")], self.files_kept.total());
        family.with(&[("outcome", "refused")], self.files_refused.total());
    }

    fn write_traffic(&self, text: &mut Text) {
        let total = |of: fn(&Traffic) -> &Counter| {
            let shards = self.traffic.all();
            shards.map(|shard| of(shard).total()).sum::<u64>()
        };
        let help = "Frames that left mailboxes for the kernel.";
        text.counter("confab_frames_sent_total", help)
            .value(total(|shard| &shard.frames_sent));
        text.counter("confab_sent_bytes_total", "Their bytes, headers included.")
            .value(total(|shard| &shard.bytes_sent));
        text.counter(
            "confab_frames_received_total",
            "Messages that came from clients.",
        )
        .value(total(|shard| &shard.frames_received));
        text.counter(
            "confab_received_bytes_total",
            "Their bytes, without headers.",
        )
        .value(total(|shard| &shard.bytes_received));
        let help = "The most bytes that waited for one reader, within the last one to two minutes.";
        text.gauge("confab_mailbox_high_water_bytes", help)
            .value(self.mailbox_high_water.most());
        let help = "What was not delivered: signals that found a mailbox half full, and readers \
                    that were closed to come back with their cursors.";
        let mut family = text.counter("confab_drops_total", help);
        family.with(&[("class", "signal")], self.signals_dropped.total());
        family.with(&[("class", "slow_reader")], self.slow_readers.total());
    }
}

#[cfg(test)]
mod tests;
