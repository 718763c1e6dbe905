//! The link: one connection after another, so that there nearly always is one.
//!
//! Holds at every moment at most one socket, named by its generation; whatever
//! belongs to another generation is ignored. A link counts as alive while frames
//! come; after a sleep or a change of network it has to prove it by a `pong`.
//! The count of failed tries falls back only after a minute of stable link, so that
//! a server that accepts and drops is not hammered.

mod living;
mod tries;
mod ways;

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use shared::client_frame::{Beat, ClientFrame, Hello};
use shared::close::{CloseCode, may_reconnect};
use shared::moment::Moment;
use shared::refusal::RefusalCode;
use shared::server_frame::Welcome;
use shared::version::ProtocolVersion;

use self::living::{Living, Verdict};
use self::tries::SHUT_SILENT;
use self::ways::{Failure, Ways};
use crate::backoff::Chance;
use crate::outputs::Outputs;
use crate::status::LinkState;
use crate::{Choice, Generation, Output, RoundTrip, Watch};

/// A socket that is not open by then is given up: two lost SYN packets and some.
pub(crate) const OPEN_WITHIN_MS: u64 = 10_000;

/// A stream of events whose first one has not come by then is held back by something on
/// the way: the server says it at once.
pub(crate) const FIRST_EVENT_WITHIN_MS: u64 = 5_000;

/// A welcome that has not come by then will not come.
pub(crate) const WELCOME_WITHIN_MS: u64 = 10_000;

/// A link that held this long was a good one: the next loss starts the waits anew.
pub(crate) const STABLE_AFTER_MS: u64 = 60_000;

/// A device that says it has no network may be wrong (a server on the same machine
/// needs none), so it is tried now and then all the same.
pub(crate) const NO_NETWORK_TRY_EVERY_MS: u64 = 20_000;

/// A server cannot send its clients away for longer than this.
pub(crate) const COME_BACK_WITHIN_MS: u64 = 5 * 60 * 1_000;

/// What a driver reports when no server has closed (RFC 6455, section 7.1.5).
const NO_CLOSE_FRAME: u16 = 1006;

/// Round trips that are kept: ten minutes of a watched link, two hours of any other.
const TRIPS_KEPT_MAX: usize = 300;

/// Whether this client connects again by itself after a close with this code. It says
/// hello as soon as a socket is open: one that came too late was held up by a device
/// that slept or a network that was slow, and the next may be in time.
pub fn comes_back(code: u16) -> bool {
    may_reconnect(code) || code == CloseCode::HelloLate.code()
}

/// The link. Drives nothing itself: every deed is an [`Output`].
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Link {
    state: State,
    generation: Generation,
    /// Tries since the last stable link.
    attempt: u32,
    network: Network,
    last_open: Option<Moment>,
    /// The last measured round trip, kept while the link is down.
    round_trip_ms: Option<u32>,
    /// Newest last, at most [`TRIPS_KEPT_MAX`].
    trips: VecDeque<RoundTrip>,
    watch: Watch,
    next_beat: u32,
    chance: Chance,
    token: Option<Token>,
    ways: Ways,
}

#[derive(Debug, Serialize, Deserialize)]
enum State {
    Idle {
        from: Moment,
    },
    Connecting {
        until: Moment,
    },
    Greeting {
        until: Moment,
    },
    Online(Living),
    Waiting {
        until: Moment,
    },
    NoNetwork {
        until: Moment,
    },
    SignedOut,
    Outdated,
    /// Refused for good: the sentence.
    Refused(String),
    /// By the person.
    Stopped,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Network {
    Present,
    Absent,
}

/// A login's token. Cannot be printed.
struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token")
    }
}

/// In a recording, its length stands for it.
impl Serialize for Token {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.0.len() as u64)
    }
}

impl<'de> Deserialize<'de> for Token {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = u8::deserialize(deserializer)?;
        Ok(Self("x".repeat(usize::from(bytes))))
    }
}

impl Link {
    pub(crate) fn new(now: Moment, seed: u64, token: Option<String>, choice: Choice) -> Self {
        Self {
            state: State::Idle { from: now },
            generation: Generation(0),
            attempt: 0,
            network: Network::Present,
            last_open: None,
            round_trip_ms: None,
            trips: VecDeque::new(),
            watch: Watch::Off,
            next_beat: 0,
            chance: Chance::new(seed),
            token: token.map(Token),
            ways: Ways::new(choice),
        }
    }

    /// Welcome was said and the link is not known to be lost.
    pub(crate) fn is_up(&self) -> bool {
        matches!(self.state, State::Online(_))
    }

    /// When something was last heard on a living link.
    pub(crate) fn heard_at(&self) -> Option<Moment> {
        self.living().map(|living| living.heard)
    }

    pub(crate) fn round_trip_ms(&self) -> Option<u32> {
        self.round_trip_ms
    }

    pub(crate) fn round_trips(&self) -> &VecDeque<RoundTrip> {
        &self.trips
    }

    /// Without a sign of life for this long a living link counts as lost.
    pub(crate) fn silence_ms(&self) -> Option<u64> {
        self.living().map(Living::silence_ms)
    }

    /// Somebody watches the wire, or nobody does any more.
    pub(crate) fn watched(&mut self, now: Moment, watch: Watch) {
        self.watch = watch;
        if let State::Online(living) = &mut self.state {
            living.watched(now, watch);
        }
    }

    /// The link as a person should know it; whether rooms are complete is not known here.
    pub(crate) fn view(&self) -> LinkState {
        match &self.state {
            State::Idle { .. } => LinkState::Idle,
            State::Connecting { .. } | State::Greeting { .. } => LinkState::Connecting,
            // Until something comes and proves otherwise.
            State::Online(_) if self.network == Network::Absent => LinkState::NoNetwork,
            State::Online(living) if living.is_slow() => LinkState::Slow,
            State::Online(_) => LinkState::Online,
            State::Waiting { until } => LinkState::Waiting { next_try: *until },
            State::NoNetwork { .. } => LinkState::NoNetwork,
            State::SignedOut => LinkState::SignedOut,
            State::Outdated => LinkState::Outdated,
            State::Refused(sentence) => LinkState::Stopped(sentence.clone()),
            State::Stopped => LinkState::Stopped("Stopped on this device.".to_owned()),
        }
    }

    /// Sends a frame, if the link is up. Answers whether it was sent.
    pub(crate) fn transmit(&self, frame: ClientFrame, out: &mut Outputs) -> bool {
        let up = self.is_up();
        if up {
            out.push(Output::Transmit(self.generation, frame));
        }
        up
    }

    pub(crate) fn opened(&mut self, now: Moment, generation: Generation, out: &mut Outputs) {
        if generation != self.generation || !matches!(self.state, State::Connecting { .. }) {
            return;
        }
        self.state = State::Greeting {
            until: now.plus_ms(WELCOME_WITHIN_MS),
        };
        let hello = Hello {
            version: ProtocolVersion::CURRENT,
            abilities: Vec::new(),
            token: self.token.as_ref().map(|token| token.0.clone()),
        };
        out.push(Output::Transmit(generation, ClientFrame::Hello(hello)));
    }

    /// Something came. Answers whether it is to be believed: it came on the present
    /// socket, which said hello.
    pub(crate) fn heard(&mut self, now: Moment, generation: Generation) -> bool {
        if generation != self.generation {
            return false;
        }
        if let State::Online(living) = &mut self.state {
            living.heard = now;
            self.network = Network::Present;
        }
        matches!(self.state, State::Greeting { .. } | State::Online(_))
    }

    /// Answers whether the welcome was waited for.
    pub(crate) fn welcomed(&mut self, now: Moment, welcome: &Welcome) -> bool {
        let waited_for = matches!(self.state, State::Greeting { .. });
        if waited_for {
            self.ways.welcomed(now);
            self.state = State::Online(Living::new(now, welcome, self.watch));
        }
        waited_for
    }

    pub(crate) fn pinged(&self, beat: Beat, out: &mut Outputs) {
        self.transmit(ClientFrame::Pong(beat), out);
    }

    pub(crate) fn ponged(&mut self, now: Moment, beat: Beat) {
        let State::Online(living) = &mut self.state else {
            return;
        };
        if let Some(ms) = living.ponged(now, beat) {
            self.round_trip_ms = Some(ms);
            if self.trips.len() == TRIPS_KEPT_MAX {
                self.trips.pop_front();
            }
            self.trips.push_back(RoundTrip { at: now, ms });
        }
    }

    /// The server said that it will close, and when to come back.
    pub(crate) fn closing(&mut self, reconnect_after_ms: u32) {
        if let State::Online(living) = &mut self.state {
            let after = u64::from(reconnect_after_ms).min(COME_BACK_WITHIN_MS);
            living.come_back_after_ms = Some(after);
        }
    }

    /// A refusal that ends the link rather than a request. Answers whether it was one.
    pub(crate) fn refused(&mut self, code: RefusalCode, out: &mut Outputs) -> bool {
        let end = if code == RefusalCode::NotSignedIn {
            State::SignedOut
        } else if code == RefusalCode::VersionUnsupported {
            State::Outdated
        } else {
            return false;
        };
        self.shut(CloseCode::Normal, out);
        self.state = end;
        true
    }

    /// What cannot be read instead of a welcome means that this is no server of ours,
    /// at least now. Later it is only a frame that this client does not know.
    pub(crate) fn unreadable(&mut self, now: Moment, generation: Generation, out: &mut Outputs) {
        if self.heard(now, generation) && matches!(self.state, State::Greeting { .. }) {
            self.shut(SHUT_SILENT, out);
            self.failed(now, Failure::Refused, out);
        }
    }

    pub(crate) fn closed(
        &mut self,
        now: Moment,
        generation: Generation,
        (code, reason): (u16, &str),
        out: &mut Outputs,
    ) {
        if generation != self.generation || !self.has_socket() {
            return;
        }
        if comes_back(code) && self.is_up() {
            self.ways.lost();
            self.wait(now);
        } else if code == NO_CLOSE_FRAME {
            self.failed(now, Failure::Refused, out);
        } else if comes_back(code) {
            // The server itself has spoken, so the way is open.
            self.wait(now);
        } else if code == CloseCode::VersionUnsupported.code() {
            self.state = State::Outdated;
        } else if code == CloseCode::NotSignedIn.code() {
            self.state = State::SignedOut;
        } else {
            let why = if reason.is_empty() {
                "no reason was given"
            } else {
                reason
            };
            let sentence = ["The server ended the connection for good: ", why, "."].concat();
            self.state = State::Refused(sentence);
        }
    }

    /// The device has a network: try now, or find out whether the link survived.
    pub(crate) fn network_came(&mut self, now: Moment, out: &mut Outputs) {
        self.network = Network::Present;
        self.ways.network_changed(now);
        self.prove_or_try(now, out);
    }

    /// The device says that it has none: the link may live on (another interface,
    /// the same machine), so it is asked.
    pub(crate) fn network_went(&mut self, now: Moment, out: &mut Outputs) {
        self.network = Network::Absent;
        if let State::Waiting { .. } = self.state {
            self.state = State::NoNetwork {
                until: now.plus_ms(NO_NETWORK_TRY_EVERY_MS),
            };
        }
        self.probe(now, out);
    }

    /// An answer is overdue: is the link alive?
    pub(crate) fn doubted(&mut self, now: Moment, out: &mut Outputs) {
        let beat = self.beat();
        if let State::Online(living) = &mut self.state
            && living.doubt(now, beat)
        {
            self.transmit(ClientFrame::Ping(beat), out);
        }
    }

    /// Somebody looks again.
    pub(crate) fn shown(&mut self, now: Moment, out: &mut Outputs) {
        self.prove_or_try(now, out);
    }

    /// The device slept.
    pub(crate) fn woke(&mut self, now: Moment, out: &mut Outputs) {
        self.probe(now, out);
    }

    /// The person does not want to wait. Also the way back after signing in again.
    pub(crate) fn try_now(&mut self, now: Moment, out: &mut Outputs) {
        match self.state {
            State::Idle { .. }
            | State::Waiting { .. }
            | State::NoNetwork { .. }
            | State::SignedOut
            | State::Outdated
            | State::Refused(_) => self.open_in_haste(now, out),
            State::Online(_) => self.probe(now, out),
            State::Connecting { .. } | State::Greeting { .. } | State::Stopped => {}
        }
    }

    /// For good.
    pub(crate) fn stop(&mut self, out: &mut Outputs) {
        self.shut(CloseCode::Normal, out);
        self.state = State::Stopped;
    }

    /// Does what is due.
    pub(crate) fn tick(&mut self, now: Moment, out: &mut Outputs) {
        if self.deadline().is_none_or(|deadline| deadline > now) {
            return;
        }
        match &mut self.state {
            State::Idle { .. } | State::Waiting { .. } | State::NoNetwork { .. } => {
                self.open(now, out);
            }
            State::Connecting { .. } | State::Greeting { .. } => {
                self.shut(SHUT_SILENT, out);
                self.failed(now, Failure::Silent, out);
            }
            State::Online(living) => match living.verdict(now) {
                Verdict::Dead => self.give_up(now, out),
                Verdict::Measure => {
                    let beat = self.beat();
                    self.measure(now, beat, out);
                }
                Verdict::Alive => {
                    if self.ways.begin_probe(now) {
                        out.push(Output::Probe);
                    }
                }
            },
            State::SignedOut | State::Outdated | State::Refused(_) | State::Stopped => {}
        }
    }

    pub(crate) fn deadline(&self) -> Option<Moment> {
        match &self.state {
            State::Idle { from } => Some(*from),
            State::Connecting { until }
            | State::Greeting { until }
            | State::Waiting { until }
            | State::NoNetwork { until } => Some(*until),
            State::Online(living) => {
                let probe = self.ways.deadline().unwrap_or(living.deadline());
                Some(living.deadline().min(probe))
            }
            State::SignedOut | State::Outdated | State::Refused(_) | State::Stopped => None,
        }
    }

    fn living(&self) -> Option<&Living> {
        if let State::Online(living) = &self.state {
            Some(living)
        } else {
            None
        }
    }

    fn has_socket(&self) -> bool {
        matches!(
            self.state,
            State::Connecting { .. } | State::Greeting { .. } | State::Online(_)
        )
    }

    pub(super) fn prove_or_try(&mut self, now: Moment, out: &mut Outputs) {
        match self.state {
            State::Waiting { .. } | State::NoNetwork { .. } => self.open_in_haste(now, out),
            State::Online(_) => self.probe(now, out),
            State::Idle { .. }
            | State::Connecting { .. }
            | State::Greeting { .. }
            | State::SignedOut
            | State::Outdated
            | State::Refused(_)
            | State::Stopped => {}
        }
    }

    fn probe(&mut self, now: Moment, out: &mut Outputs) {
        let beat = self.beat();
        if let State::Online(living) = &mut self.state
            && living.probe(now, beat)
        {
            self.transmit(ClientFrame::Ping(beat), out);
        }
    }

    fn measure(&mut self, now: Moment, beat: Beat, out: &mut Outputs) {
        if let State::Online(living) = &mut self.state {
            living.measure(now, beat);
            self.transmit(ClientFrame::Ping(beat), out);
        }
    }

    fn beat(&mut self) -> Beat {
        self.next_beat = self.next_beat.wrapping_add(1);
        Beat { n: self.next_beat }
    }
}

#[cfg(test)]
mod tests;
