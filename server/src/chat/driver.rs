//! The one task that a connection is: drives its session machine and executes what
//! that says.
//!
//! A hand-written future, so that one wake looks at everything (mailbox, answers,
//! socket, time), nothing is allocated while the connection is idle, and a write that
//! the kernel does not take delays no deadline. Invariants: whatever the session asks
//! for is answered exactly once while the connection is open; a write that was begun
//! is awaited even if the connection ends first, because publishing follows it; the
//! hub forgets the session before its socket goes.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use chat_rules::session::{self, Answer, Input, Output, Session};
use chat_store::records::TokenHash;
use shared::close::CloseCode;
use shared::codec;
use shared::ids::RequestId;
use shared::moment::Moment;
use shared::refusal::Refusal;
use shared::server_frame::ServerFrame;
use tokio::io::{AsyncRead, AsyncWrite};
use tracing::info;

use super::mailbox::{MAILBOX_BYTES_MAX, Order, ReadWanted};
use super::plain::Plain;
use super::requests::{self, Done, Step, Work};
use super::upgrade::session_rate;
use crate::app::App;
use crate::hub::feed::encode;
use crate::hub::sessions::SessionHandle;
use crate::websocket::{Encoded, Received, WebSocket};

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

/// A kernel that takes nothing for this long has no reader behind it. As long as a
/// ping and its answer may take together.
const WRITE_WITHIN_MS: u64 = shared::limits::PING_EVERY_MS + shared::limits::PONG_WITHIN_MS;

/// Both sides have this long to end well.
const CLOSE_WITHIN_MS: u64 = 2_000;

/// How a connection speaks, and what belongs to that.
#[derive(Debug)]
pub enum Voice {
    /// `confab.v1`.
    Frames {
        /// The login that the upgrade showed, to be looked up at hello.
        shown: Option<TokenHash>,
    },
    /// Lines.
    Plain(Box<Plain>),
}

/// One connection.
pub struct Driver<S> {
    app: Arc<App>,
    handle: Arc<SessionHandle>,
    session: Session,
    voice: Voice,
    /// Gone once the connection has ended.
    socket: Option<WebSocket<S>>,
    phase: Phase,
    work: Vec<Work>,
    reads: Vec<ReadWanted>,
    pages_under_way: usize,
    opened_at: Moment,
    /// Nothing is read from the socket before.
    paused_until: Option<Moment>,
    /// The kernel has taken nothing since.
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
    /// The socket is gone; answers to writes are awaited.
    Lingering,
}

/// Whether a turn moved anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moved {
    Yes,
    No,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Driver<S> {
    /// Enters the connection with the hub. Nothing is sent before the first poll.
    pub fn new(
        app: Arc<App>,
        socket: WebSocket<S>,
        handle: Arc<SessionHandle>,
        voice: Voice,
        language: session::Language,
    ) -> Self {
        let now = app.clock.now();
        let session = Session::new(now, language, session_rate(app.config.rate_limit));
        app.hub.connect(&handle);
        if app.stopping.is_cancelled() {
            let reconnect_after_ms = crate::shutdown::return_after_ms(0);
            handle.mailbox.order(Order::Stop { reconnect_after_ms });
        }
        let name = match &voice {
            Voice::Frames { .. } => "frames",
            Voice::Plain(_) => "plain",
        };
        info!(session = %handle.id, language = name, "connected");
        let driver = Self {
            app,
            handle,
            session,
            voice,
            socket: Some(socket),
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
            self.app.hub.follow(now, room, &self.handle, RequestId(0), Some(start));
        }
    }

    /// One look at everything.
    fn turn(&mut self, now: Moment, cx: &mut Context<'_>) -> Moved {
        let mut moved = self.obey(now, cx);
        moved = moved.or(self.finish_work(now, cx));
        moved = moved.or(self.read(now, cx));
        // After reading: a pong that waits in the socket is an answer in time.
        moved = moved.or(self.keep_time(now));
        self.begin_reads();
        moved.or(self.write(now, cx))
    }

    /// Takes what the rest of the server has to say.
    fn obey(&mut self, now: Moment, cx: &mut Context<'_>) -> Moved {
        let notices = self.handle.mailbox.take_notices(cx.waker());
        if self.phase != Phase::Open {
            return Moved::No;
        }
        let mut moved = Moved::No;
        self.reads.extend(notices.reads);
        for room in notices.gone {
            moved = Moved::Yes;
            self.tell_session(now, Input::Gone(room));
        }
        if notices.too_slow.is_some() {
            moved = Moved::Yes;
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
        }
        match self.phase {
            Phase::Open => {
                if passed(self.paused_until) {
                    self.paused_until = None;
                }
                if passed(self.blocked_since.map(|since| since.plus_ms(WRITE_WITHIN_MS))) {
                    self.close(now, CloseCode::TooSlow);
                    return Moved::Yes;
                }
                if passed(self.session.deadline()) {
                    self.tell_session(now, Input::Deadline);
                    return Moved::Yes;
                }
                Moved::No
            }
            Phase::Closing { until } if until <= now => {
                self.hang_up();
                Moved::Yes
            }
            Phase::Closing { .. } | Phase::Lingering => Moved::No,
        }
    }

    /// Takes what the other side has to say.
    fn read(&mut self, now: Moment, cx: &mut Context<'_>) -> Moved {
        for place in 0..FRAMES_PER_READ {
            let Some(socket) = self.socket.as_mut() else { return Moved::No };
            if self.phase != Phase::Open || self.paused_until.is_some() || self.voice.is_waiting() {
                return Moved::from(place > 0);
            }
            match socket.poll_recv(cx) {
                Poll::Ready(received) => self.received(now, received),
                Poll::Pending => return Moved::from(place > 0),
            }
        }
        Moved::Yes
    }

    fn received(&mut self, now: Moment, received: Received) {
        match received {
            Received::Text(text) => match &mut self.voice {
                Voice::Frames { .. } => {
                    let input = match codec::decode_client(&text) {
                        Ok(frame) => Input::Frame(frame),
                        Err(unreadable) => Input::Unreadable(unreadable),
                    };
                    self.tell_session(now, input);
                }
                Voice::Plain(plain) if self.handle.who().is_none() => {
                    let wish = plain.admitted.wish.clone();
                    plain.waiting_line = Some(text);
                    self.work.push(requests::name_writer(&self.app, wish));
                }
                Voice::Plain(plain) => {
                    let client_id = plain.next_client_id();
                    self.tell_session(now, Input::Line { client_id, text: text.into() });
                }
            },
            Received::Binary(_) => self.close(now, CloseCode::Unsupported),
            Received::Alive => self.tell_session(now, Input::Alive),
            Received::Closed(code) => {
                self.end(code.unwrap_or(NO_CODE), "the other side closed");
                self.phase = Phase::Closing { until: now.plus_ms(CLOSE_WITHIN_MS) };
            }
            Received::Violated(violation) => {
                self.close_with(now, violation.close_code(), violation.reason());
            }
            Received::Lost => {
                self.end(ABNORMAL, "the connection was lost");
                self.hang_up();
            }
        }
    }

    /// The writer of the waiting line is known, or why there is none.
    fn named(
        &mut self,
        now: Moment,
        named: Result<chat_store::records::SignedIn, Refusal>,
    ) {
        let Voice::Plain(plain) = &mut self.voice else { return };
        let Some(text) = plain.waiting_line.take() else { return };
        if self.phase != Phase::Open {
            return;
        }
        let client_id = plain.next_client_id();
        match named {
            Ok(who) => {
                info!(session = %self.handle.id, user = %who.user.id, "named");
                self.app.hub.greet(now, &self.handle, who);
            }
            Err(refusal) => plain.unnamed_because = Some(refusal),
        }
        self.tell_session(now, Input::Line { client_id, text: text.into() });
    }

    /// Gives the session one input and does all that follows from it.
    fn tell_session(&mut self, now: Moment, input: Input) {
        let mut answers = VecDeque::new();
        let mut next = Some(input);
        while let Some(input) = next {
            if self.phase != Phase::Open {
                return;
            }
            for output in self.session.handle(now, input) {
                answers.extend(self.execute(now, output));
            }
            next = answers.pop_front();
        }
    }

    /// Does one thing that the session says; what can be answered at once is.
    fn execute(&mut self, now: Moment, output: Output) -> Option<Input> {
        match output {
            Output::Send(frame @ ServerFrame::Welcome(_)) => {
                // News may be waiting already; the welcome goes before it.
                self.handle.mailbox.offer_first(encode(&frame));
            }
            Output::Send(frame) => self.offer(encode(&frame)),
            Output::Say(line) => self.offer(Encoded::text(&line.0)),
            Output::ControlPing => self.offer(Encoded::ping()),
            Output::Ask(ticket, request) => {
                if let (session::Request::Post { .. }, Some(refusal)) =
                    (&request, self.voice.take_unnamed_because())
                {
                    return Some(Input::Answer(ticket, Answer::Posted(Err(refusal))));
                }
                let shown = self.voice.shown();
                match requests::begin(&self.app, &self.handle, shown, ticket, request) {
                    Step::Now(answer) => return Some(Input::Answer(ticket, answer)),
                    Step::Later(work) => self.work.push(work),
                }
            }
            Output::PauseReading(until) => self.paused_until = (until > now).then_some(until),
            Output::Close(code) => self.close(now, code),
        }
        None
    }

    /// Own answers wait in the same line as news, so that their order is the order in
    /// which they arose.
    fn offer(&self, frame: Encoded) {
        // An overflow is seen at the next turn.
        let _ = self.handle.mailbox.offer(frame);
    }

    /// Begins to read pages while there is room for them.
    fn begin_reads(&mut self) {
        while self.phase == Phase::Open
            && self.pages_under_way < PAGES_AT_ONCE
            && !self.reads.is_empty()
            && self.handle.mailbox.waiting_bytes() < PAGES_BELOW_BYTES
        {
            let wanted = self.reads.remove(0);
            self.pages_under_way += 1;
            self.work.push(requests::read_page(&self.app, &self.handle, wanted));
            // New work is polled in the turn that follows.
            self.handle.mailbox.poke();
        }
    }

    /// Hands frames to the kernel as long as it takes them.
    fn write(&mut self, now: Moment, cx: &mut Context<'_>) -> Moved {
        let Some(socket) = self.socket.as_mut() else { return Moved::No };
        if let Phase::Closing { .. } = self.phase {
            return match socket.poll_finish(cx) {
                Poll::Ready(()) => {
                    self.hang_up();
                    Moved::Yes
                }
                Poll::Pending => Moved::No,
            };
        }
        let mut moved = Moved::No;
        loop {
            match socket.poll_flush(cx) {
                Poll::Ready(Ok(())) => self.blocked_since = None,
                Poll::Ready(Err(_)) => {
                    self.end(ABNORMAL, "the connection was lost");
                    self.hang_up();
                    return Moved::Yes;
                }
                Poll::Pending => {
                    self.blocked_since.get_or_insert(now);
                    return moved;
                }
            }
            let taken = self.handle.mailbox.take_frames(FRAMES_PER_WRITE, |frame| socket.feed(frame));
            if taken == 0 {
                return moved;
            }
            moved = Moved::Yes;
        }
    }

    fn close(&mut self, now: Moment, code: CloseCode) {
        self.close_with(now, code.code(), code.reason());
    }

    /// Ends the session; what waits is sent first, then the close frame.
    fn close_with(&mut self, now: Moment, code: u16, reason: &'static str) {
        if self.phase != Phase::Open {
            return;
        }
        if let Some(socket) = self.socket.as_mut() {
            self.handle.mailbox.take_frames(usize::MAX, |frame| socket.feed(frame));
            socket.feed_close(code, reason);
        }
        self.phase = Phase::Closing { until: now.plus_ms(CLOSE_WITHIN_MS) };
        self.end(code, reason);
    }

    /// The hub forgets the session, and the log says how it ended.
    fn end(&mut self, code: u16, reason: &'static str) {
        let now = self.app.clock.now();
        self.app.hub.disconnect(now, &self.handle);
        self.handle.mailbox.shut();
        self.reads = Vec::new();
        let ms = now.ms_since(self.opened_at);
        match self.handle.user() {
            Some(user) => info!(session = %self.handle.id, %user, code, reason, ms, "disconnected"),
            None => info!(session = %self.handle.id, code, reason, ms, "disconnected"),
        }
    }

    fn hang_up(&mut self) {
        self.socket = None;
        self.phase = Phase::Lingering;
    }

    /// Asks the wheel for the next poke, if an earlier one does not come anyway.
    fn arm(&mut self) {
        let next = match self.phase {
            Phase::Open => [
                self.session.deadline(),
                self.paused_until,
                self.blocked_since.map(|since| since.plus_ms(WRITE_WITHIN_MS)),
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

/// RFC 6455, section 7.1.5: a close frame without a code.
const NO_CODE: u16 = 1005;
/// RFC 6455, section 7.1.5: no close frame at all.
const ABNORMAL: u16 = 1006;

impl<S: AsyncRead + AsyncWrite + Unpin> Future for Driver<S> {
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

impl<S> std::fmt::Debug for Driver<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Driver")
            .field("session", &self.handle.id)
            .field("phase", &self.phase)
            .finish_non_exhaustive()
    }
}

impl<S> Drop for Driver<S> {
    /// A driver that is dropped before its end (the runtime stops) leaves no trace.
    fn drop(&mut self) {
        if self.phase == Phase::Open {
            self.app.hub.disconnect(self.app.clock.now(), &self.handle);
            self.handle.mailbox.shut();
        }
    }
}

impl Voice {
    fn shown(&self) -> Option<TokenHash> {
        match self {
            Self::Frames { shown } => *shown,
            Self::Plain(_) => None,
        }
    }

    /// Whether the next message has to wait for the one before.
    fn is_waiting(&self) -> bool {
        match self {
            Self::Frames { .. } => false,
            Self::Plain(plain) => plain.waiting_line.is_some(),
        }
    }

    fn take_unnamed_because(&mut self) -> Option<Refusal> {
        match self {
            Self::Frames { .. } => None,
            Self::Plain(plain) => plain.unnamed_because.take(),
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
