//! A link after its welcome: what proves that it is alive, and how fast it is.

use serde::{Deserialize, Serialize};
use shared::client_frame::Beat;
use shared::limits::PROBE_WITHIN_MS;
use shared::moment::Moment;
use shared::server_frame::Welcome;

use crate::Watch;
use crate::mutants::{self, Mutant};

/// The first own ping after a welcome: not at once, catching up goes first.
const FIRST_PING_AFTER_MS: u64 = 1_000;

/// Own pings for the round trip, as often as the server's.
const PING_EVERY_MS: u64 = 25_000;

/// After a slow round trip the next ping comes sooner, so that "slow" is said, and
/// taken back, while it is true.
const PING_EVERY_WHEN_SLOW_MS: u64 = 5_000;

/// While somebody watches the wire, the next ping comes this soon after a pong.
const PING_EVERY_WHEN_WATCHED_MS: u64 = 2_000;

/// A round trip over this is slow.
const SLOW_OVER_MS: u64 = 1_000;

/// This many slow round trips in a row make a slow link.
const SLOW_TRIPS: u32 = 3;

/// A server that names a silence outside of these bounds is not taken at its word:
/// shorter would cut healthy links, longer would never notice a dead one.
const SILENCE_MS: std::ops::RangeInclusive<u64> = 5_000..=300_000;

/// The link's life signs.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Living {
    pub(super) since: Moment,
    pub(super) heard: Moment,
    /// What the server said in `closing`.
    pub(super) come_back_after_ms: Option<u64>,
    silence_ms: u64,
    /// As the server holds its clients to it.
    pong_within_ms: u64,
    asked: Option<Asked>,
    next_ping: Moment,
    slow_trips: u32,
    watch: Watch,
}

/// An own ping that waits for its pong.
#[derive(Debug, Serialize, Deserialize)]
struct Asked {
    beat: Beat,
    at: Moment,
    purpose: Purpose,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Purpose {
    /// How fast is the link? No answer proves nothing, unless somebody watches and
    /// nothing else came since.
    Measure,
    /// Is the link alive? No answer in time proves that it is not.
    Probe,
    /// The same, but whatever comes is an answer: on a slow link the pong may stand in a
    /// queue.
    Doubt,
}

/// What the clock says of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Alive,
    /// Silent for too long.
    Dead,
    /// An own ping is due.
    Measure,
}

impl Living {
    pub(super) fn new(now: Moment, welcome: &Welcome, watch: Watch) -> Self {
        let pong_within_ms = u64::from(welcome.pong_within_ms);
        let told = u64::from(welcome.ping_every_ms) + pong_within_ms;
        let silence_ms = told.clamp(*SILENCE_MS.start(), *SILENCE_MS.end());
        Self {
            since: now,
            heard: now,
            come_back_after_ms: None,
            silence_ms,
            pong_within_ms: pong_within_ms.clamp(PROBE_WITHIN_MS, silence_ms.max(PROBE_WITHIN_MS)),
            asked: None,
            next_ping: now.plus_ms(FIRST_PING_AFTER_MS),
            slow_trips: 0,
            watch,
        }
    }

    /// Somebody watches the wire, or nobody does any more. A ping that runs is awaited.
    pub(super) fn watched(&mut self, now: Moment, watch: Watch) {
        self.watch = watch;
        self.next_ping = match (watch, &self.asked) {
            (Watch::On, None) => now,
            (Watch::On, Some(_)) => self.next_ping,
            (Watch::Off, _) => now.plus_ms(PING_EVERY_MS),
        };
    }

    /// Without a sign of life for this long the link counts as lost.
    pub(super) fn silence_ms(&self) -> u64 {
        self.silence_ms
    }

    pub(super) fn is_slow(&self) -> bool {
        self.slow_trips >= SLOW_TRIPS
    }

    /// Begins a probe with this beat, unless one runs. Answers whether to send it.
    pub(super) fn probe(&mut self, now: Moment, beat: Beat) -> bool {
        let runs = self.probed_at().is_some();
        if !runs {
            self.asked = Some(Asked {
                beat,
                at: now,
                purpose: Purpose::Probe,
            });
            self.next_ping = now.plus_ms(PING_EVERY_MS);
        }
        !runs
    }

    /// Asks with this beat whether anything comes, unless a ping runs. Answers whether to
    /// send it.
    pub(super) fn doubt(&mut self, now: Moment, beat: Beat) -> bool {
        let runs = self.probed_at().is_some();
        if !runs {
            self.asked = Some(Asked {
                beat,
                at: now,
                purpose: Purpose::Doubt,
            });
            self.next_ping = now.plus_ms(PING_EVERY_MS);
        }
        !runs
    }

    pub(super) fn measure(&mut self, now: Moment, beat: Beat) {
        self.asked = Some(Asked {
            beat,
            at: now,
            purpose: Purpose::Measure,
        });
        self.next_ping = now.plus_ms(PING_EVERY_MS);
    }

    /// A pong came. Answers the round trip in milliseconds, if it was the last ping's.
    pub(super) fn ponged(&mut self, now: Moment, beat: Beat) -> Option<u32> {
        let asked = self.asked.take_if(|asked| asked.beat == beat)?;
        let trip_ms = now.ms_since(asked.at);
        if trip_ms > SLOW_OVER_MS {
            self.slow_trips = self.slow_trips.saturating_add(1);
            self.next_ping = now.plus_ms(PING_EVERY_WHEN_SLOW_MS);
        } else {
            self.slow_trips = 0;
        }
        if self.watch == Watch::On {
            self.next_ping = now.plus_ms(PING_EVERY_WHEN_WATCHED_MS);
        }
        Some(u32::try_from(trip_ms).unwrap_or(u32::MAX))
    }

    pub(super) fn verdict(&self, now: Moment) -> Verdict {
        if self.dead_from() <= now {
            Verdict::Dead
        } else if self.next_ping <= now {
            Verdict::Measure
        } else {
            Verdict::Alive
        }
    }

    pub(super) fn deadline(&self) -> Moment {
        self.dead_from().min(self.next_ping)
    }

    /// While a probe runs, only its answer counts: frames that a sleeping device
    /// had received before it slept prove nothing. Under a watching eye every ping is
    /// held to what the server holds its own to.
    fn dead_from(&self) -> Moment {
        if mutants::is(Mutant::SilenceIsPatience) {
            return Moment(u64::MAX);
        }
        if let Some(at) = self.probed_at() {
            return at.plus_ms(PROBE_WITHIN_MS);
        }
        let silent = self.heard.plus_ms(self.silence_ms);
        match &self.asked {
            Some(asked) if asked.purpose == Purpose::Doubt && self.heard <= asked.at => {
                silent.min(asked.at.plus_ms(PROBE_WITHIN_MS))
            }
            Some(asked) if self.watch == Watch::On && self.heard <= asked.at => {
                silent.min(asked.at.plus_ms(self.pong_within_ms))
            }
            Some(_) | None => silent,
        }
    }

    fn probed_at(&self) -> Option<Moment> {
        let asked = self
            .asked
            .as_ref()
            .filter(|asked| asked.purpose == Purpose::Probe)?;
        Some(asked.at)
    }
}
