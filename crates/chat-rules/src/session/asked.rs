//! What a session has asked of the server and not heard back: tickets, each given
//! once and taken back once.

use shared::ids::{RequestId, RoomId};

use super::Ticket;

/// What a ticket was given for, as far as its answer needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Matter {
    Greet,
    Follow {
        id: RequestId,
        room: RoomId,
    },
    Post {
        id: RequestId,
    },
    MakeRoom {
        id: RequestId,
    },
    Away,
    /// A line of the plain language; what was typed waits in `Lines`.
    Line,
    /// Nobody waits for the answer.
    Quiet,
}

/// The tickets that are out.
#[derive(Debug, Default)]
pub(super) struct Asked {
    given: u64,
    out: Vec<(Ticket, Matter)>,
}

impl Asked {
    pub(super) fn give(&mut self, matter: Matter) -> Ticket {
        self.given += 1;
        let ticket = Ticket(self.given);
        self.out.push((ticket, matter));
        ticket
    }

    /// Takes a ticket back; `None` if it is not out.
    pub(super) fn take_back(&mut self, ticket: Ticket) -> Option<Matter> {
        let place = self.out.iter().position(|(given, _)| *given == ticket)?;
        let (_, matter) = self.out.swap_remove(place);
        if self.out.is_empty() {
            self.forget();
        }
        Some(matter)
    }

    /// No answer matters any more. Gives the memory back: most connections are idle.
    pub(super) fn forget(&mut self) {
        self.out = Vec::new();
    }

    pub(super) fn count(&self) -> usize {
        self.out.len()
    }

    pub(super) fn is_out(&self, ticket: Ticket) -> bool {
        self.out.iter().any(|(given, _)| *given == ticket)
    }

    pub(super) fn any(&self, wanted: impl Fn(Matter) -> bool) -> bool {
        self.out.iter().any(|(_, matter)| wanted(*matter))
    }

    #[cfg(test)]
    pub(super) fn capacity(&self) -> usize {
        self.out.capacity()
    }

    pub(super) fn check_invariants(&self) {
        for (place, (ticket, _)) in self.out.iter().enumerate() {
            assert!(
                (1..=self.given).contains(&ticket.0),
                "{ticket:?} was never given"
            );
            let twice = self.out[place + 1..]
                .iter()
                .any(|(other, _)| other == ticket);
            assert!(!twice, "{ticket:?} is out twice");
        }
    }
}
