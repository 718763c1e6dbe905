//! One try after another: when the next socket opens, and what a lost one costs.

use shared::close::CloseCode;
use shared::moment::Moment;

use super::ways::{Course, Failure};
use super::{
    FIRST_EVENT_WITHIN_MS, Link, NO_NETWORK_TRY_EVERY_MS, Network, OPEN_WITHIN_MS, STABLE_AFTER_MS,
    State,
};
use crate::backoff;
use crate::outputs::Outputs;
use crate::{Choice, Generation, Output, Transport};

/// Two sockets are never opened closer together by haste (a person who clicks,
/// a phone that wakes and wakes).
const HASTE_EVERY_MS: u64 = 1_000;

/// What a browser may close with and means "come back": nothing was heard in time.
pub(super) const SHUT_SILENT: CloseCode = CloseCode::PongMissed;

impl Link {
    /// The link is known to be dead, whatever the socket says: the next one at once.
    pub(crate) fn give_up(&mut self, now: Moment, out: &mut Outputs) {
        self.shut(SHUT_SILENT, out);
        self.ways.lost();
        self.count_attempt(now);
        self.open_in_haste(now, out);
    }

    pub(super) fn open(&mut self, now: Moment, out: &mut Outputs) {
        self.generation = Generation(self.generation.0 + 1);
        self.last_open = Some(now);
        self.state = State::Connecting {
            until: now.plus_ms(match self.ways.present() {
                Transport::WebSocket | Transport::Poll => OPEN_WITHIN_MS,
                Transport::Events => FIRST_EVENT_WITHIN_MS,
            }),
        };
        out.push(Output::Open(self.generation, self.ways.present()));
    }

    pub(super) fn open_in_haste(&mut self, now: Moment, out: &mut Outputs) {
        let earliest = self
            .last_open
            .map_or(now, |last| last.plus_ms(HASTE_EVERY_MS));
        if earliest <= now {
            self.open(now, out);
            return;
        }
        let planned = if let State::Waiting { until } = self.state {
            until
        } else {
            earliest
        };
        self.state = State::Waiting {
            until: earliest.min(planned),
        };
    }

    pub(super) fn shut(&self, code: CloseCode, out: &mut Outputs) {
        if self.has_socket() {
            out.push(Output::Shut(self.generation, code.code()));
        }
    }

    /// The socket is gone: waits for the next try.
    pub(super) fn wait(&mut self, now: Moment) {
        let told = self.living().and_then(|living| living.come_back_after_ms);
        let attempt = self.count_attempt(now);
        let delay = told.unwrap_or_else(|| backoff::delay_ms(attempt, &mut self.chance));
        self.state = match self.network {
            Network::Present => State::Waiting {
                until: now.plus_ms(delay),
            },
            Network::Absent => State::NoNetwork {
                until: now.plus_ms(delay.max(NO_NETWORK_TRY_EVERY_MS)),
            },
        };
    }

    /// A try ended without a welcome. Another way is tried without waiting for this one.
    /// Without a network no way goes, which says nothing of any.
    pub(super) fn failed(&mut self, now: Moment, failure: Failure, out: &mut Outputs) {
        let has_network = self.network == Network::Present;
        let is_other = has_network && self.ways.failed(failure) == Course::Other;
        self.wait(now);
        if is_other {
            self.open_in_haste(now, out);
        }
    }

    /// By which transport the link goes, or the next try.
    pub(crate) fn transport(&self) -> Transport {
        self.ways.present()
    }

    pub(crate) fn choice(&self) -> Choice {
        self.ways.choice()
    }

    /// The person chose how to be connected. Answers whether the link goes another way.
    pub(crate) fn choose(&mut self, now: Moment, choice: Choice, out: &mut Outputs) -> bool {
        let changes = self.ways.choose(choice);
        if changes && self.has_socket() {
            self.shut(CloseCode::Normal, out);
            self.open(now, out);
        } else if changes {
            self.prove_or_try(now, out);
        }
        changes
    }

    /// How a probe went.
    pub(crate) fn probed(&mut self, now: Moment, opens: bool) {
        self.ways.probed(now, opens);
    }

    /// Changes over to a better way, if one was found. Answers whether it does.
    pub(crate) fn change_over(&mut self, now: Moment, out: &mut Outputs) -> bool {
        let changes = self.is_up() && self.ways.has_found_better();
        if changes {
            self.ways.change_over();
            self.shut(CloseCode::Normal, out);
            self.open(now, out);
        }
        changes
    }

    /// Counts a try that ended; answers which one it was since the last stable link.
    fn count_attempt(&mut self, now: Moment) -> u32 {
        if self
            .living()
            .is_some_and(|living| now.ms_since(living.since) >= STABLE_AFTER_MS)
        {
            self.attempt = 0;
        }
        let attempt = self.attempt;
        self.attempt = self.attempt.saturating_add(1);
        attempt
    }
}
