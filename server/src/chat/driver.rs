//! The one task that a connection is: drives its session machine and executes what
//! that says.
//!
//! A hand-written future, so that one wake looks at everything (mailbox, answers,
//! socket, time), nothing is allocated while the connection is idle, and a write that
//! the kernel does not take delays no deadline. Invariants: whatever the session asks
//! for is answered exactly once while the connection is open; a write that was begun
//! is awaited even if the connection ends first, because publishing follows it; the
//! hub forgets the session before its wire goes.

mod ending;
mod talk;
mod voice;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use chat_rules::session::{self, Answer, Input, Session};
use shared::close::CloseCode;
use shared::ids::RequestId;
use shared::moment::Moment;
use tracing::info;

use super::mailbox::{MAILBOX_BYTES_MAX, Order, ReadWanted};
use super::requests::{self, Done, Work};
use super::upgrade::session_rate;
use super::wire::Wire;
use crate::app::App;
use crate::hub::sessions::SessionHandle;
pub use voice::Voice;

/// Turns in one poll before other tasks get theirs.
const TURNS_PER_POLL: usize = 8;

/// Frames read in one turn.
const FRAMES_PER_READ: usize = 16;

/// Frames taken from the mailbox for one write.
const FRAMES_PER_WRITE: usize = 64;

/// Pages that one session reads at once, in however many rooms.
const PAGES_AT_ONCE: usize = 2;

/// A reader that has this much waiting gets no further page: who catches up is fed
/// at its own speed, and never closed as too slow for it.
const PAGES_BELOW_BYTES: usize = MAILBOX_BYTES_MAX / 4;

/// Both sides have this long to end well.
const CLOSE_WITHIN_MS: u64 = 2_000;

/// One connection.
pub struct Driver<W> {
    app: Arc<App>,
    handle: Arc<SessionHandle>,
    session: Session,
    voice: Voice,
    /// Gone once the connection has ended.
    wire: Option<W>,
    phase: Phase,
    work: Vec<Work>,
    reads: Vec<ReadWanted>,
    pages_under_way: usize,
    opened_at: Moment,
    /// Nothing is read from the wire before.
    paused_until: Option<Moment>,
    /// The kernel has not taken all that it was given since.
    blocked_since: Option<Moment>,
    /// When the wheel will poke.
    armed_for: Option<Moment>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Talking.
    Open,
    /// The end is decided; our last frames are on their way until then.
    Closing { until: Moment },
    /// The wire is gone; answers to writes are awaited.
    Lingering,
}

/// Whether a turn moved anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moved {
    Yes,
    No,
}

impl<W: Wire> Driver<W> {
    /// Enters the connection with the hub. Nothing is sent before the first poll.
    pub fn new(
        app: Arc<App>,
        wire: W,
        handle: Arc<SessionHandle>,
        voice: Voice,
        language: session::Language,
    ) -> Self {
        let now = app.clock.now();
        let session = Session::new(now, language, session_rate(app.config.rate_limit))
            .with_heartbeat(app.config.patience.heartbeat);
        app.hub.connect(&handle);
        if app.stopping.is_cancelled() {
            let reconnect_after_ms = crate::shutdown::return_after_ms(0);
            handle.mailbox.order(Order::Stop { reconnect_after_ms });
        }
        let name = match &voice {
            Voice::Frames { .. } => "frames",
            Voice::Plain(_) => "plain",
        };
        app.metrics.opened(voice.transport());
        info!(session = %handle.id, language = name, "connected");
        let driver = Self {
            app,
            handle,
            session,
            voice,
            wire: Some(wire),
            phase: Phase::Open,
            work: Vec::new(),
            reads: Vec::new(),
            pages_under_way: 0,
            opened_at: now,
            paused_until: None,
            blocked_since: None,
            armed_for: None,
        };
        driver.listen(now);
        driver
    }

    /// A plain connection listens from the start; frames ask.
    fn listen(&self, now: Moment) {
        if let Voice::Plain(plain) = &self.voice {
            if let Some(who) = &plain.admitted.who {
                self.app.hub.greet(now, &self.handle, who.clone());
            }
            let start = plain.start(&self.app);
            let room = plain.admitted.room.id;
            self.app
                .hub
                .follow(now, room, &self.handle, RequestId(0), Some(start));
        }
    }

    /// One look at everything.
    fn turn(&mut self, now: Moment, cx: &mut Context<'_>) -> Moved {
        let mut moved = self.obey(now, cx);
        moved = moved.or(self.finish_work(now, cx));
        moved = moved.or(self.read(now, cx));
        // After reading: a pong that waits in the socket is an answer in time.
        moved = moved.or(self.keep_time(now));
        moved = moved.or(self.begin_reads());
        moved.or(self.write(now, cx))
    }

    /// Takes what the rest of the server has to say.
    fn obey(&mut self, now: Moment, cx: &Context<'_>) -> Moved {
        let notices = self.handle.mailbox.take_notices(cx.waker());
        if self.phase != Phase::Open {
            return Moved::No;
        }
        let mut moved = Moved::No;
        for read in notices.reads {
            read.put_into(&mut self.reads);
        }
        for room in notices.gone {
            moved = Moved::Yes;
            self.tell_session(now, Input::Gone(room));
        }
        if notices.too_slow.is_some() {
            moved = Moved::Yes;
            self.app.metrics.slow_reader_closed();
            self.close(now, CloseCode::TooSlow);
        }
        match notices.order {
            Some(Order::Close(code)) => self.close(now, code),
            Some(Order::Stop { reconnect_after_ms }) => {
                self.tell_session(now, Input::Stopping { reconnect_after_ms });
            }
            None => return moved,
        }
        Moved::Yes
    }

    /// Collects what the store has answered.
    fn finish_work(&mut self, now: Moment, cx: &mut Context<'_>) -> Moved {
        let mut moved = Moved::No;
        let mut place = 0;
        while let Some(work) = self.work.get_mut(place) {
            let Poll::Ready(done) = work.as_mut().poll(cx) else {
                place += 1;
                continue;
            };
            // In order: answers leave in the order of their requests where they can.
            drop(self.work.remove(place));
            moved = Moved::Yes;
            match done {
                Done::Answer(ticket, answer) => {
                    if let Answer::Greeted(Ok(greeting)) = &answer {
                        info!(session = %self.handle.id, user = %greeting.user.id, "greeted");
                    }
                    self.tell_session(now, Input::Answer(ticket, answer));
                }
                Done::Named(named) => self.named(now, named),
                Done::PageRead => self.pages_under_way -= 1,
            }
        }
        if self.work.is_empty() {
            self.work = Vec::new();
        }
        moved
    }

    /// Acts on whatever time has passed.
    fn keep_time(&mut self, now: Moment) -> Moved {
        let passed = |at: Option<Moment>| at.is_some_and(|at| at <= now);
        if passed(self.armed_for) {
            self.armed_for = None;
            self.shrink();
        }
        match self.phase {
            Phase::Open => {
                let mut moved = Moved::No;
                if passed(self.paused_until) {
                    self.paused_until = None;
                    // Another turn, which asks the socket again: nothing else would.
                    moved = Moved::Yes;
                }
                if passed(self.write_until()) {
                    self.app.metrics.slow_reader_closed();
                    self.close(now, CloseCode::TooSlow);
                    return Moved::Yes;
                }
                if passed(self.session.deadline()) {
                    self.tell_session(now, Input::Deadline);
                    return Moved::Yes;
                }
                moved
            }
            Phase::Closing { until } if until <= now => {
                self.hang_up();
                Moved::Yes
            }
            Phase::Closing { .. } | Phase::Lingering => Moved::No,
        }
    }

    /// Gives back what a busy time has left behind. Done when the wheel pokes, every
    /// half minute at most, so that a busy connection does not allocate over and over.
    fn shrink(&mut self) {
        self.handle.mailbox.shrink();
        if let Some(wire) = self.wire.as_mut() {
            wire.shrink();
        }
    }

    /// Begins to read pages while there is room for them.
    fn begin_reads(&mut self) -> Moved {
        let mut moved = Moved::No;
        while self.phase == Phase::Open
            && self.pages_under_way < PAGES_AT_ONCE
            && !self.reads.is_empty()
            && self.handle.mailbox.waiting_bytes() < PAGES_BELOW_BYTES
        {
            let wanted = self.reads.remove(0);
            self.pages_under_way += 1;
            self.work
                .push(requests::read_page(&self.app, &self.handle, wanted));
            moved = Moved::Yes;
        }
        moved
    }

    /// Hands frames to the kernel until it takes no more or none are left. Whatever is
    /// offered after that wakes the driver again, so only what waits for room in the
    /// mailbox needs another turn.
    fn write(&mut self, now: Moment, cx: &mut Context<'_>) -> Moved {
        let Some(wire) = self.wire.as_mut() else {
            return Moved::No;
        };
        if let Phase::Closing { .. } = self.phase {
            return match wire.poll_finish(cx) {
                Poll::Ready(()) => {
                    self.hang_up();
                    Moved::Yes
                }
                Poll::Pending => Moved::No,
            };
        }
        let mut made_room = false;
        loop {
            match wire.poll_flush(cx) {
                Poll::Ready(Ok(())) => self.blocked_since = None,
                Poll::Ready(Err(_)) => {
                    self.lost();
                    return Moved::Yes;
                }
                Poll::Pending => {
                    self.blocked_since.get_or_insert(now);
                    break;
                }
            }
            // The hub may have news already; the welcome goes first.
            if self.session.is_greeting() {
                break;
            }
            let taken = self
                .handle
                .mailbox
                .take_frames(FRAMES_PER_WRITE, |frame| wire.feed(frame));
            if taken.frames == 0 {
                break;
            }
            self.app
                .metrics
                .sent(taken.frames, taken.bytes, taken.waited_bytes);
            made_room = true;
        }
        Moved::from(made_room && !self.reads.is_empty())
    }

    /// Asks the wheel for the next poke, if an earlier one does not come anyway.
    fn arm(&mut self) {
        let next = match self.phase {
            Phase::Open => [
                self.session.deadline(),
                self.paused_until,
                self.write_until(),
            ]
            .into_iter()
            .flatten()
            .min(),
            Phase::Closing { until } => Some(until),
            Phase::Lingering => None,
        };
        if let Some(next) = next
            && self.armed_for.is_none_or(|armed| next < armed)
        {
            self.armed_for = Some(self.app.wheel.arm(&self.handle, next));
        }
    }
}

impl<W: Wire + Unpin> Future for Driver<W> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = self.get_mut();
        let now = this.app.clock.now();
        for _ in 0..TURNS_PER_POLL {
            let moved = this.turn(now, cx);
            if this.phase == Phase::Lingering && this.work.is_empty() {
                return Poll::Ready(());
            }
            if moved == Moved::No {
                this.arm();
                return Poll::Pending;
            }
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

impl<W> std::fmt::Debug for Driver<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Driver")
            .field("session", &self.handle.id)
            .field("phase", &self.phase)
            .finish_non_exhaustive()
    }
}

impl<W> Drop for Driver<W> {
    /// A driver that is dropped before its end (the runtime stops) leaves no trace.
    fn drop(&mut self) {
        if self.phase == Phase::Open {
            self.app.hub.disconnect(self.app.clock.now(), &self.handle);
            self.handle.mailbox.shut();
        }
    }
}

impl Moved {
    fn or(self, other: Self) -> Self {
        if self == Self::Yes { self } else { other }
    }
}

impl From<bool> for Moved {
    fn from(moved: bool) -> Self {
        if moved { Self::Yes } else { Self::No }
    }
}

#[cfg(test)]
mod tests;
