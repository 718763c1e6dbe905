//! What a driver does with what its client says, and with what its session says then.

use std::collections::VecDeque;
use std::task::{Context, Poll};

use chat_rules::session::{self, Answer, Input, Output};
use chat_store::records::SignedIn;
use shared::close::CloseCode;
use shared::codec;
use shared::moment::Moment;
use shared::refusal::Refusal;
use shared::server_frame::ServerFrame;
use tracing::info;

use super::{Driver, FRAMES_PER_READ, Moved, Phase, Voice};
use crate::chat::requests::{self, Step};
use crate::chat::wire::Wire;
use crate::hub::feed::encode;
use crate::websocket::{Encoded, Received, Violation};

impl<W: Wire> Driver<W> {
    /// Takes what the other side has to say.
    pub(super) fn read(&mut self, now: Moment, cx: &mut Context<'_>) -> Moved {
        for place in 0..FRAMES_PER_READ {
            // A frame before the end may have begun work that was not polled yet.
            let Some(wire) = self.wire.as_mut() else {
                return Moved::from(place > 0);
            };
            if self.phase != Phase::Open || self.paused_until.is_some() || self.voice.is_waiting() {
                return Moved::from(place > 0);
            }
            match wire.poll_recv(cx) {
                Poll::Ready(received) => self.received(now, received),
                Poll::Pending => return Moved::from(place > 0),
            }
        }
        Moved::Yes
    }

    fn received(&mut self, now: Moment, received: Received) {
        match received {
            Received::Text(text) => {
                self.app.metrics.received(text.len());
                self.received_text(now, text);
            }
            Received::Binary(_) => self.close(now, CloseCode::Unsupported),
            Received::Alive => self.tell_session(now, Input::Alive),
            Received::Closed(code) => self.closed_there(now, code),
            Received::Violated(Violation::TooBig) => self.close(now, CloseCode::TooBig),
            Received::Violated(Violation::NotUtf8) => self.close(now, CloseCode::InvalidData),
            Received::Violated(
                violation @ (Violation::Protocol(_) | Violation::TooManyFragments),
            ) => {
                self.close_with(now, violation.close_code(), violation.reason());
            }
            Received::Lost => self.lost(),
        }
    }

    fn received_text(&mut self, now: Moment, text: String) {
        match &mut self.voice {
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
                self.tell_session(
                    now,
                    Input::Line {
                        client_id,
                        text: text.into(),
                    },
                );
            }
        }
    }

    /// The writer of the waiting line is known, or why there is none.
    pub(super) fn named(&mut self, now: Moment, named: Result<SignedIn, Refusal>) {
        let Voice::Plain(plain) = &mut self.voice else {
            return;
        };
        let Some(text) = plain.waiting_line.take() else {
            return;
        };
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
        self.tell_session(
            now,
            Input::Line {
                client_id,
                text: text.into(),
            },
        );
    }

    /// Gives the session one input and does all that follows from it.
    pub(super) fn tell_session(&mut self, now: Moment, input: Input) {
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
            Output::RoundTrip { ms } => self.app.metrics.round_trip(ms),
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
}
