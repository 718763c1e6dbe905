//! The lines of a plain connection that are not answered yet, in the order in which
//! they were typed.
//!
//! Answers come in any order; what is said comes in the order of the lines. The
//! first line in here always waits for its answer.

use std::collections::VecDeque;

use shared::limits::IN_FLIGHT_MAX;
use shared::refusal::Refusal;

use super::{Output, Ticket};
use crate::private::Private;

/// Lines without an answer.
#[derive(Debug, Default)]
pub(super) struct Lines {
    waiting: VecDeque<Line>,
}

#[derive(Debug)]
enum Line {
    Asked { ticket: Ticket, typed: Private },
    Answered { say: Private },
}

impl Lines {
    /// A line was asked to be written.
    pub(super) fn asked(&mut self, ticket: Ticket, typed: Private) {
        self.waiting.push_back(Line::Asked { ticket, typed });
    }

    /// A line cannot be written; it is said when its turn comes.
    pub(super) fn refused(&mut self, refusal: &Refusal, out: &mut Vec<Output>) {
        self.waiting.push_back(Line::Answered {
            say: Private(not_sent(refusal)),
        });
        self.say(out);
    }

    /// The answer to a line came; says it and whatever waited behind it.
    pub(super) fn answered(
        &mut self,
        ticket: Ticket,
        answer: Result<(), Refusal>,
        out: &mut Vec<Output>,
    ) {
        let line = self.waiting.iter_mut().find_map(|line| match line {
            Line::Asked {
                ticket: asked,
                typed,
            } if *asked == ticket => Some((std::mem::take(typed), line)),
            Line::Asked { .. } | Line::Answered { .. } => None,
        });
        if let Some((typed, line)) = line {
            let say = match answer {
                Ok(()) => format!("You sent: {}", typed.0),
                Err(refusal) => not_sent(&refusal),
            };
            *line = Line::Answered { say: Private(say) };
        }
        self.say(out);
    }

    /// Whether as many lines wait as may.
    pub(super) fn is_full(&self) -> bool {
        self.waiting.len() >= IN_FLIGHT_MAX
    }

    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    pub(super) fn check_invariants(&self, is_out: impl Fn(Ticket) -> bool) {
        assert!(self.waiting.len() <= IN_FLIGHT_MAX, "too many lines wait");
        assert!(
            !matches!(self.waiting.front(), Some(Line::Answered { .. })),
            "an answered line was not said"
        );
        for line in &self.waiting {
            match line {
                Line::Asked { ticket, .. } => assert!(is_out(*ticket), "{ticket:?} has no answer"),
                Line::Answered { .. } => {}
            }
        }
    }

    fn say(&mut self, out: &mut Vec<Output>) {
        while let Some(Line::Answered { say }) = self
            .waiting
            .pop_front_if(|line| matches!(line, Line::Answered { .. }))
        {
            out.push(Output::Say(say));
        }
        if self.waiting.is_empty() {
            self.waiting = VecDeque::new();
        }
    }
}

/// What is said of a line that was not written.
pub(super) fn not_sent(refusal: &Refusal) -> String {
    format!("Not sent: {refusal}")
}
