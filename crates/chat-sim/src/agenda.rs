//! What is to happen when, in virtual time. Two things of the same millisecond happen in
//! the order in which they were planned, so a plan always tells the same story.

use std::collections::BTreeMap;

use chat_client::Generation;
use shared::moment::Moment;

use crate::network::LinkId;
use crate::seat::{BrowserId, Seat};
use crate::server::WorkId;

/// Something that is to happen.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// A step of the plan, by its place.
    Step(usize),
    /// A client's deadline may have come.
    Alarm(Seat),
    /// A device wakes up, unless it was put to sleep anew.
    Wakes(Seat),
    /// A fault at a seat may be over.
    Mends(Seat),
    /// A frame that the connection panel's switch held back, for one of the seat's clients.
    Held(Seat, u64, Generation, std::rc::Rc<str>),
    /// A page's request reaches the server.
    PageAsked(u64),
    /// A page's answer reaches the client.
    PageComes(u64),
    /// The writes of a tab that is gone may be taken over.
    Orphans(BrowserId, TabId),
    /// Something reaches the server's end of a connection.
    Up(LinkId),
    /// Something reaches the client's end.
    Down(LinkId),
    /// The server looks at a connection.
    Turn(LinkId),
    /// Work of a server process gets on.
    Work(u64, WorkId),
    /// The writer of a server process commits what waits.
    Commit(u64),
    /// A server process reads what its rooms lack.
    Relay(u64),
    /// A server process does what it does a few times a second.
    Tick(u64),
    /// A server process dies.
    Dies(u64),
    /// The server starts, if it does not run.
    Starts,
}

/// One page from its load to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TabId(pub(crate) u64);

/// Everything that is to happen.
#[derive(Debug, Default)]
pub(crate) struct Agenda {
    events: BTreeMap<(Moment, u64), Event>,
    planned: u64,
}

impl Agenda {
    pub(crate) fn at(&mut self, at: Moment, event: Event) {
        self.planned += 1;
        self.events.insert((at, self.planned), event);
    }

    /// The next event, if it happens no later than `until`.
    pub(crate) fn next(&mut self, until: Moment) -> Option<(Moment, Event)> {
        let ((at, _), _) = self.events.first_key_value()?;
        if *at > until {
            return None;
        }
        self.events.pop_first().map(|((at, _), event)| (at, event))
    }
}
