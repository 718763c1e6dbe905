//! The plain language: a line is a message, and its writer hears what became of it.
//!
//! There is no frame in which to say "too many requests", so a connection whose
//! lines wait for the disk is not read until one of them is answered.

use shared::close::CloseCode;
use shared::ids::{ClientId, RoomId};
use shared::limits::{IN_FLIGHT_MAX, PONG_WITHIN_MS};
use shared::moment::Moment;
use shared::refusal::{Refusal, RefusalCode};

use super::admission::{Denied, Fault, unavailable};
use super::asked::Matter;
use super::lines::{Lines, not_sent};
use super::pace::Patience;
use super::{Answer, Output, Phase, Request, Session, Ticket};
use crate::private::Private;

/// A connection whose lines all wait is not read for this long, unless an answer
/// comes first. Under `PONG_WITHIN_MS`, so that a pong that waits unread in the
/// socket is found in time.
pub const FULL_PAUSE_MS: u64 = 5_000;

const _: () = assert!(FULL_PAUSE_MS < PONG_WITHIN_MS);

/// What only a plain connection has.
#[derive(Debug)]
pub(super) struct Plain {
    room: RoomId,
    pub(super) lines: Lines,
    reading: Reading,
}

/// Whether the connection is read as far as its lines matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    On,
    /// Until a line is answered.
    Paused,
}

impl Plain {
    pub(super) fn new(room: RoomId) -> Self {
        Self {
            room,
            lines: Lines::default(),
            reading: Reading::On,
        }
    }
}

impl Session {
    /// A line came.
    pub(super) fn line(
        &mut self,
        now: Moment,
        client_id: ClientId,
        typed: Private,
        out: &mut Vec<Output>,
    ) {
        let admitted = self.admit_text(now, &typed.0);
        let Some(plain) = &mut self.plain else { return };
        if plain.lines.is_full() {
            let refusal = admitted
                .err()
                .map_or_else(too_many_lines, |denied| denied.refusal);
            out.push(Output::Say(Private(not_sent(&refusal))));
            return;
        }
        match admitted {
            Ok(text) => {
                let ticket = self.asked.give(Matter::Line);
                plain.lines.asked(ticket, typed);
                let request = Request::Post {
                    room: plain.room,
                    client_id,
                    text,
                    reply_to: None,
                    files: Vec::new(),
                    thread: None,
                };
                out.push(Output::Ask(ticket, request));
            }
            Err(Denied { refusal, fault }) => {
                plain.lines.refused(&refusal, out);
                if matches!(fault, Fault::Abuse) && self.pace.broke_a_rule(now) == Patience::AtAnEnd
                {
                    self.close(CloseCode::Policy, out);
                }
            }
        }
    }

    pub(super) fn line_answered(
        &mut self,
        now: Moment,
        ticket: Ticket,
        answer: Answer,
        out: &mut Vec<Output>,
    ) {
        let Some(plain) = &mut self.plain else { return };
        let outcome: Result<(), Refusal> = match answer {
            Answer::Posted(Ok(_)) => Ok(()),
            Answer::Posted(Err(refusal)) => Err(refusal),
            Answer::Greeted(_) | Answer::FollowRefused(_) | Answer::RoomMade(_) | Answer::Done => {
                Err(unavailable())
            }
        };
        plain.lines.answered(ticket, outcome, out);
        if plain.reading == Reading::Paused && !plain.lines.is_full() {
            plain.reading = Reading::On;
            out.push(Output::PauseReading(self.pace.pause(now).unwrap_or(now)));
        }
    }

    /// Until when the connection is not read, because all its lines wait.
    pub(super) fn window_pause(&mut self, now: Moment) -> Option<Moment> {
        let plain = self.plain.as_mut()?;
        if self.phase == Phase::Closed || !plain.lines.is_full() {
            return None;
        }
        plain.reading = Reading::Paused;
        Some(now.plus_ms(FULL_PAUSE_MS))
    }
}

fn too_many_lines() -> Refusal {
    Refusal::new(
        RefusalCode::TooManyInFlight,
        format!("{IN_FLIGHT_MAX} lines before it wait to be stored. Send it again later."),
    )
}
