//! The line in which calls wait for a thread: bounded in places and in bytes.
//!
//! A call takes its place under a short lock before it returns, which is what makes
//! the order of calls the order of numbers. A full line refuses at once and keeps
//! nothing. Whoever serves takes all that waits in one go. A closed line admits
//! nobody, but who stands in it is still served.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

/// Places whose memory is kept when the line has emptied; a burst gives back the rest.
const PLACES_KEPT: usize = 1_024;

/// See the module.
#[derive(Debug)]
pub(crate) struct Line<T> {
    state: Mutex<State<T>>,
    arrival: Condvar,
    places_max: usize,
    bytes_max: usize,
}

#[derive(Debug)]
struct State<T> {
    waiting: VecDeque<(T, usize)>,
    bytes: usize,
    /// Threads that wait for an arrival: waking nobody costs a system call too.
    idle: usize,
    door: Door,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Door {
    Open,
    Closed,
}

/// Why nobody was admitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// All places, or all bytes, are taken.
    Full,
    /// The line was closed.
    Closed,
}

/// Whether there is, or ever will be, something to serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Served {
    /// At least one was taken.
    Some,
    /// Nobody came in time.
    Nobody,
    /// The line is closed and empty: it stays so.
    Ended,
}

impl<T> Line<T> {
    pub(crate) fn new(places_max: usize, bytes_max: usize) -> Self {
        let state = State {
            waiting: VecDeque::new(),
            bytes: 0,
            idle: 0,
            door: Door::Open,
        };
        Self {
            state: Mutex::new(state),
            arrival: Condvar::new(),
            places_max,
            bytes_max,
        }
    }

    /// Joins the end of the line with so many bytes in hand. One alone is admitted
    /// however much it carries.
    pub(crate) fn join(&self, one: T, bytes: usize) -> Result<(), Refused> {
        let mut state = self.state();
        if state.door == Door::Closed {
            return Err(Refused::Closed);
        }
        let too_heavy = state.bytes + bytes > self.bytes_max && !state.waiting.is_empty();
        if state.waiting.len() >= self.places_max || too_heavy {
            return Err(Refused::Full);
        }
        state.waiting.push_back((one, bytes));
        state.bytes += bytes;
        self.wake(state);
        Ok(())
    }

    /// Lets `last` in, whatever the bounds, and nobody after it.
    pub(crate) fn close_behind(&self, last: T) -> Result<(), Refused> {
        let mut state = self.state();
        if state.door == Door::Closed {
            return Err(Refused::Closed);
        }
        state.door = Door::Closed;
        state.waiting.push_back((last, 0));
        drop(state);
        self.arrival.notify_all();
        Ok(())
    }

    /// Admits nobody any more.
    pub(crate) fn close(&self) {
        self.state().door = Door::Closed;
        self.arrival.notify_all();
    }

    /// Closes, and sends away who waits: nobody will serve them.
    pub(crate) fn abandon(&self) {
        let mut state = self.state();
        state.door = Door::Closed;
        state.bytes = 0;
        let sent_away = std::mem::take(&mut state.waiting);
        drop(state);
        drop(sent_away);
        self.arrival.notify_all();
    }

    /// Waits for at least one, and takes up to `count_max` in order.
    pub(crate) fn take(&self, into: &mut impl Extend<T>, count_max: usize) -> Served {
        self.take_until(into, count_max, None)
    }

    /// As [`Line::take`], and waits no longer than until this moment, if there is one.
    pub(crate) fn take_until(
        &self,
        into: &mut impl Extend<T>,
        count_max: usize,
        until: Option<Instant>,
    ) -> Served {
        let mut state = self.state();
        while state.waiting.is_empty() {
            if state.door == Door::Closed {
                return Served::Ended;
            }
            let patience = until.map(|until| until.saturating_duration_since(Instant::now()));
            if patience == Some(Duration::ZERO) {
                return Served::Nobody;
            }
            state.idle += 1;
            state = match patience {
                None => self.arrival.wait(state).expect(NO_PANIC),
                Some(patience) => {
                    let woken = self.arrival.wait_timeout(state, patience);
                    woken.expect(NO_PANIC).0
                }
            };
            state.idle -= 1;
        }
        let count = state.waiting.len().min(count_max);
        let mut bytes = 0;
        into.extend(state.waiting.drain(..count).map(|(one, carried)| {
            bytes += carried;
            one
        }));
        state.bytes -= bytes;
        if state.waiting.is_empty() {
            state.waiting.shrink_to(PLACES_KEPT);
        }
        Served::Some
    }

    fn wake(&self, state: MutexGuard<'_, State<T>>) {
        let somebody_idles = state.idle > 0;
        drop(state);
        if somebody_idles {
            self.arrival.notify_one();
        }
    }

    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().expect(NO_PANIC)
    }
}

const NO_PANIC: &str = "nothing panics while it holds the line";

#[cfg(test)]
mod tests;
