//! One `/chat` connection: hello, ready, stopping, closed.
//!
//! The session decides what every frame or line means, what is refused and in which
//! words, and when the connection ends; its driver owns the socket and the calls
//! into the rest of the server. What holds:
//! - every request with an id is answered exactly once, as long as the connection
//!   lives (a `follow` that succeeds is answered by the hub);
//! - every `Ask` has a ticket of its own, and at most a bounded number are out;
//! - a `Close` comes at most once, and nothing comes after it.
//!
//! Order of reading: `input` and `output`, this file, `frames`, `plain`, then the
//! small parts.

mod admission;
mod asked;
mod followed;
mod frames;
mod heartbeat;
mod input;
mod lines;
mod output;
mod pace;
mod plain;

use shared::client_frame::Beat;
use shared::close::CloseCode;
use shared::ids::RoomId;
use shared::limits::{FOLLOWED_ROOMS_MAX, HELLO_WITHIN_MS, IN_FLIGHT_MAX};
use shared::moment::Moment;
use shared::server_frame::{self, ServerFrame};

use self::asked::{Asked, Matter};
use self::followed::Followed;
use self::frames::AwayNews;
use self::heartbeat::{Due, Heartbeat};
use self::pace::Pace;
use self::plain::Plain;

pub use self::heartbeat::HeartbeatTimes;
pub use self::input::{Answer, Greeting, Input};
pub use self::output::{Amendment, Output, Request, Ticket};
pub use self::pace::{THROTTLED_TOO_LONG_MS, TOO_FAST_HEARD_WITHIN_MS, TOO_FAST_RETRY_AFTER_MS};
pub use self::plain::FULL_PAUSE_MS;
pub use crate::rate::RateLimit;

/// A stopping server waits this long for the answers to requests in flight, so that
/// what was stored is told. A write takes milliseconds; a disk that needs longer
/// does not hold up the restart, and the client's retry finds its entry.
pub const STOP_WAIT_MS: u64 = 2_000;

/// Which language the connection speaks. The subprotocol decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// `confab.v1`: one JSON object a frame, hello first.
    Frames,
    /// Plain mode: a line is a message. Who writes and where was settled by the
    /// upgrade, so the session is ready from the start.
    Plain {
        /// Where the lines go.
        room: RoomId,
    },
}

/// One connection's state. Small while idle: a server holds tens of thousands.
#[derive(Debug)]
pub struct Session {
    phase: Phase,
    heartbeat: Heartbeat,
    pace: Pace,
    asked: Asked,
    followed: Followed,
    away: AwayNews,
    /// Only in the plain language.
    plain: Option<Box<Plain>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Frames language: nothing was said yet.
    Hello {
        until: Moment,
    },
    /// `Greet` was asked.
    Greeting,
    Ready,
    /// Waits for answers, takes no new requests.
    Stopping {
        until: Moment,
        reconnect_after_ms: u32,
    },
    Closed,
}

impl Session {
    /// A connection that was just upgraded.
    #[must_use]
    pub fn new(now: Moment, language: Language, rate: RateLimit) -> Self {
        let (phase, plain) = match language {
            Language::Frames => (
                Phase::Hello {
                    until: now.plus_ms(HELLO_WITHIN_MS),
                },
                None,
            ),
            Language::Plain { room } => (Phase::Ready, Some(Box::new(Plain::new(room)))),
        };
        Self {
            phase,
            heartbeat: Heartbeat::start(now, HeartbeatTimes::default()),
            pace: Pace::new(rate),
            asked: Asked::default(),
            followed: Followed::default(),
            away: AwayNews::default(),
            plain,
        }
    }

    /// The same, with another heartbeat.
    #[must_use]
    pub fn with_heartbeat(mut self, times: HeartbeatTimes) -> Self {
        self.heartbeat.times = times;
        self
    }

    /// Takes one input; gives what is to be done, in order. After `Output::Close`
    /// every input is swallowed. An input of the other language is ignored.
    #[must_use]
    pub fn handle(&mut self, now: Moment, input: Input) -> Vec<Output> {
        let mut out = Vec::new();
        if self.phase == Phase::Closed {
            return out;
        }
        match input {
            Input::Frame(frame) => self.heard(now, &mut out, |session, out| {
                session.frame(now, frame, out);
            }),
            Input::Unreadable(unreadable) => self.heard(now, &mut out, |session, out| {
                session.unreadable(now, unreadable, out);
            }),
            Input::Line { client_id, text } => self.heard(now, &mut out, |session, out| {
                session.line(now, client_id, text, out);
            }),
            Input::Alive => self.heard(now, &mut out, |session, out| {
                // Control frames carry no number of ours; only plain sessions get pings by
                // them, and the first one back is taken for the answer.
                if session.plain.is_some() {
                    session.ping_answered(now, None, out);
                }
            }),
            Input::Answer(ticket, answer) => self.answer(now, ticket, answer, &mut out),
            Input::Deadline => self.wake(now, &mut out),
            Input::Gone(room) => self.gone(room),
            Input::Stopping { reconnect_after_ms } => self.stop(now, reconnect_after_ms, &mut out),
        }
        out
    }

    /// Whether it was asked who this is, and the answer is still to come: what others have
    /// to say waits until the welcome is sent.
    #[must_use]
    pub fn is_greeting(&self) -> bool {
        self.phase == Phase::Greeting
    }

    /// When `Input::Deadline` is wanted. A driver that wakes late reads what has come
    /// in the meantime first: a pong that waits in the socket is an answer too.
    #[must_use]
    pub fn deadline(&self) -> Option<Moment> {
        match self.phase {
            Phase::Hello { until } | Phase::Stopping { until, .. } => Some(until),
            Phase::Ready => Some(self.heartbeat.deadline()),
            Phase::Greeting | Phase::Closed => None,
        }
    }

    /// Panics if the machine contradicts itself.
    pub fn check_invariants(&self) {
        self.asked.check_invariants();
        self.followed.check_invariants();
        let asked = self.asked.count();
        assert!(
            asked <= IN_FLIGHT_MAX + FOLLOWED_ROOMS_MAX + 1,
            "{asked} tickets are out"
        );
        match self.phase {
            Phase::Hello { .. } | Phase::Closed => assert_eq!(asked, 0, "somebody is asked"),
            Phase::Greeting => assert_eq!(asked, 1, "a greeting is one ticket"),
            Phase::Stopping { .. } => assert!(!self.is_quiet(), "nothing holds up the stop"),
            Phase::Ready => {}
        }
        if let Some(plain) = &self.plain {
            plain
                .lines
                .check_invariants(|ticket| self.asked.is_out(ticket));
        }
    }

    /// Whatever came from the other end counts as life and as a frame of the rate.
    fn heard(
        &mut self,
        now: Moment,
        out: &mut Vec<Output>,
        serve: impl FnOnce(&mut Self, &mut Vec<Output>),
    ) {
        self.heartbeat.heard();
        let pause = self.pace.frame(now);
        serve(self, out);
        let pause = pause.max(self.window_pause(now));
        if let Some(until) = pause
            && self.phase != Phase::Closed
        {
            out.push(Output::PauseReading(until));
        }
    }

    /// A ping's answer came.
    fn ping_answered(&mut self, now: Moment, n: Option<u32>, out: &mut Vec<Output>) {
        let ms = self.heartbeat.answered(now, n);
        out.extend(ms.map(|ms| Output::RoundTrip { ms }));
    }

    fn answer(&mut self, now: Moment, ticket: Ticket, answer: Answer, out: &mut Vec<Output>) {
        let Some(matter) = self.asked.take_back(ticket) else {
            return;
        };
        match matter {
            Matter::Greet => self.greeted(now, answer, out),
            Matter::Follow { id, room } => self.follow_answered(id, room, answer, out),
            Matter::Post { id } => self.post_answered(id, answer, out),
            Matter::MakeRoom { id } => self.make_room_answered(id, answer, out),
            Matter::Away => self.tell_away(out),
            Matter::Line => self.line_answered(now, ticket, answer, out),
            Matter::Quiet => {}
        }
        if matches!(self.phase, Phase::Stopping { .. }) && self.is_quiet() {
            self.stopped(out);
        }
    }

    fn wake(&mut self, now: Moment, out: &mut Vec<Output>) {
        match self.phase {
            Phase::Hello { until } if now >= until => self.close(CloseCode::HelloLate, out),
            Phase::Stopping { until, .. } if now >= until => self.stopped(out),
            Phase::Ready => match self.heartbeat.due(now) {
                Due::Nothing => {}
                Due::Ping(n) => out.push(match self.plain {
                    None => Output::Send(ServerFrame::Ping(Beat { n })),
                    Some(_) => Output::ControlPing,
                }),
                Due::Missed => self.close(CloseCode::PongMissed, out),
            },
            Phase::Hello { .. } | Phase::Stopping { .. } | Phase::Greeting | Phase::Closed => {}
        }
    }

    fn stop(&mut self, now: Moment, reconnect_after_ms: u32, out: &mut Vec<Output>) {
        let waits = match self.phase {
            Phase::Ready => !self.is_quiet(),
            Phase::Hello { .. } | Phase::Greeting => false,
            Phase::Stopping { .. } | Phase::Closed => return,
        };
        self.phase = Phase::Stopping {
            until: now.plus_ms(STOP_WAIT_MS),
            reconnect_after_ms,
        };
        if !waits {
            self.stopped(out);
        }
    }

    /// Nothing holds up the stop any more.
    fn stopped(&mut self, out: &mut Vec<Output>) {
        if let Phase::Stopping {
            reconnect_after_ms, ..
        } = self.phase
            && self.plain.is_none()
        {
            let closing = server_frame::Closing { reconnect_after_ms };
            out.push(Output::Send(ServerFrame::Closing(closing)));
        }
        self.close(CloseCode::Restarting, out);
    }

    fn close(&mut self, code: CloseCode, out: &mut Vec<Output>) {
        self.phase = Phase::Closed;
        self.asked.forget();
        self.followed = Followed::default();
        self.plain = None;
        out.push(Output::Close(code));
    }

    /// Nobody waits for an answer.
    fn is_quiet(&self) -> bool {
        self.asked.count() == 0
            && self
                .plain
                .as_ref()
                .is_none_or(|plain| plain.lines.is_empty())
    }
}

#[cfg(test)]
mod tests;
