//! What waits for one session: encoded frames to send, and notices for its driver.
//!
//! Whoever feeds a session does so here, from any thread, without waiting; the
//! session's driver takes everything out. Invariants: the frames never exceed
//! [`MAILBOX_BYTES_MAX`] and [`MAILBOX_FRAMES_MAX`] (but for the one first frame); frames leave in the order of
//! their offers; a driver that sleeps is woken by the first thing that comes, once.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard};
use std::task::Waker;

use chat_rules::room::{Generation, PageWanted};
use shared::close::CloseCode;
use shared::ids::RoomId;

use crate::websocket::Encoded;

/// Bytes that may wait for a reader, each frame counted whole although its bytes are
/// shared. Half a mebibyte is some thousand messages, or ten seconds of a busy
/// server over a 3G link: more waiting helps nobody, since the reader's cursor
/// heals the cut. It also holds the largest welcome.
pub const MAILBOX_BYTES_MAX: usize = 512 * 1024;

/// Frames that may wait. Bounds the bookkeeping where the frames themselves are tiny.
pub const MAILBOX_FRAMES_MAX: usize = 8 * 1024;

/// What a waiting frame costs beside its bytes: its place in the queue.
const PLACE_BYTES: usize = size_of::<Encoded>();

/// Places that an idle mailbox keeps.
const KEPT_PLACES: usize = 8;

/// One session's mailbox.
#[derive(Debug, Default)]
pub struct Mailbox(Mutex<Inside>);

#[derive(Debug, Default)]
struct Inside {
    frames: VecDeque<Encoded>,
    bytes: usize,
    state: State,
    reads: Vec<ReadWanted>,
    gone: Vec<RoomId>,
    order: Option<Order>,
    sleeper: Option<Waker>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Open,
    /// It was over its bounds; everything was thrown away and nothing is taken.
    Overflowed,
    /// The driver has ended.
    Shut,
}

/// The reader is too slow; its connection closes and its cursor heals the cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooSlow;

/// What became of a frame that may be skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signalled {
    /// It waits for its reader.
    Taken,
    /// Too much waits already.
    Dropped,
    /// The session does not speak frames, or has ended.
    NotForIt,
}

/// A page that this session's follower of a room wants read.
#[derive(Clone, Copy, Debug)]
pub struct ReadWanted {
    /// Of which room.
    pub room: RoomId,
    /// To be given back with the page.
    pub generation: Generation,
    /// Which page.
    pub page: PageWanted,
}

impl ReadWanted {
    /// Adds this wish, in the place of an older one for the same room.
    pub fn put_into(self, reads: &mut Vec<Self>) {
        match reads.iter_mut().find(|older| older.room == self.room) {
            Some(older) => *older = self,
            None => reads.push(self),
        }
    }
}

/// What a driver must do whatever its client does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Close, with this code.
    Close(CloseCode),
    /// The server stops; the client should come back after this many milliseconds.
    Stop {
        /// Spread over all sessions, so that they do not return at once.
        reconnect_after_ms: u32,
    },
}

/// What a driver took out at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakenFrames {
    /// How many.
    pub frames: usize,
    /// Their bytes.
    pub bytes: usize,
    /// What waited before, as the bounds count it.
    pub waited_bytes: usize,
}

/// What a driver finds beside the frames.
#[derive(Debug, Default)]
pub struct Notices {
    /// Pages to read.
    pub reads: Vec<ReadWanted>,
    /// Rooms that no longer feed this session.
    pub gone: Vec<RoomId>,
    /// An order, once.
    pub order: Option<Order>,
    /// The mailbox was over its bounds: the session must close.
    pub too_slow: Option<TooSlow>,
}

impl Signalled {
    /// How many were dropped: one or none.
    #[must_use]
    pub fn dropped(self) -> u64 {
        u64::from(self == Self::Dropped)
    }
}

impl Mailbox {
    /// Offers a frame that must not be skipped.
    ///
    /// # Errors
    /// [`TooSlow`] when it does not fit; the driver learns of it too and closes. A
    /// mailbox whose driver has ended takes everything and keeps nothing.
    pub fn offer(&self, frame: Encoded) -> Result<(), TooSlow> {
        let mut inside = self.lock();
        match inside.state {
            State::Open => {}
            State::Overflowed => return Err(TooSlow),
            State::Shut => return Ok(()),
        }
        let bytes = inside.bytes + frame.len() + PLACE_BYTES;
        let outcome = if bytes > MAILBOX_BYTES_MAX || inside.frames.len() >= MAILBOX_FRAMES_MAX {
            inside.state = State::Overflowed;
            inside.frames = VecDeque::new();
            inside.bytes = 0;
            Err(TooSlow)
        } else {
            inside.bytes = bytes;
            inside.frames.push_back(frame);
            Ok(())
        };
        wake(inside);
        outcome
    }

    /// Puts the first frame of a conversation before whatever waits already.
    pub fn offer_first(&self, frame: Encoded) {
        let mut inside = self.lock();
        if inside.state == State::Open {
            inside.bytes += frame.len() + PLACE_BYTES;
            inside.frames.push_front(frame);
            wake(inside);
        }
    }

    /// Offers a frame that may be skipped: it is, once the mailbox is half full.
    pub fn offer_signal(&self, frame: Encoded) -> Signalled {
        let mut inside = self.lock();
        if inside.state != State::Open {
            return Signalled::NotForIt;
        }
        if inside.bytes > MAILBOX_BYTES_MAX / 2 || inside.frames.len() > MAILBOX_FRAMES_MAX / 2 {
            return Signalled::Dropped;
        }
        inside.bytes += frame.len() + PLACE_BYTES;
        inside.frames.push_back(frame);
        wake(inside);
        Signalled::Taken
    }

    /// Asks the driver for a page. Bounded by the rooms that one session may follow: a
    /// room waits for one page of a follower, so a newer wish takes an older one's place.
    pub fn want_read(&self, read: ReadWanted) {
        let mut inside = self.lock();
        if inside.state == State::Open {
            read.put_into(&mut inside.reads);
            wake(inside);
        }
    }

    /// Tells the driver that a room no longer feeds it.
    pub fn tell_gone(&self, room: RoomId) {
        let mut inside = self.lock();
        if inside.state == State::Open {
            inside.gone.push(room);
            wake(inside);
        }
    }

    /// Gives the driver an order. The first one stands.
    pub fn order(&self, order: Order) {
        let mut inside = self.lock();
        if inside.state != State::Shut {
            inside.order.get_or_insert(order);
            wake(inside);
        }
    }

    /// Wakes the driver, if it sleeps.
    pub fn poke(&self) {
        wake(self.lock());
    }

    /// Takes all notices and leaves a waker for what comes next. Called by the driver
    /// at the start of each turn.
    #[must_use]
    pub fn take_notices(&self, waker: &Waker) -> Notices {
        let mut inside = self.lock();
        if !inside
            .sleeper
            .as_ref()
            .is_some_and(|sleeper| sleeper.will_wake(waker))
        {
            inside.sleeper = Some(waker.clone());
        }
        Notices {
            reads: std::mem::take(&mut inside.reads),
            gone: std::mem::take(&mut inside.gone),
            order: inside.order.take(),
            too_slow: (inside.state == State::Overflowed).then_some(TooSlow),
        }
    }

    /// Hands up to `limit` frames to `each`, oldest first.
    pub fn take_frames(&self, limit: usize, mut each: impl FnMut(Encoded)) -> TakenFrames {
        let mut inside = self.lock();
        let waited_bytes = inside.bytes;
        let frames = inside.frames.len().min(limit);
        let mut bytes = 0;
        for frame in inside.frames.drain(..frames) {
            bytes += frame.len();
            each(frame);
        }
        inside.bytes -= bytes + frames * PLACE_BYTES;
        TakenFrames {
            frames,
            bytes,
            waited_bytes,
        }
    }

    /// Gives back the room that a busy time has left behind.
    pub fn shrink(&self) {
        let mut inside = self.lock();
        if inside.frames.is_empty() {
            inside.frames.shrink_to(KEPT_PLACES);
        }
    }

    /// Bytes that wait.
    #[must_use]
    pub fn waiting_bytes(&self) -> usize {
        self.lock().bytes
    }

    /// Ends the mailbox: whatever waits is dropped, whatever comes is ignored.
    pub fn shut(&self) {
        *self.lock() = Inside {
            state: State::Shut,
            ..Inside::default()
        };
    }

    fn lock(&self) -> MutexGuard<'_, Inside> {
        // Nothing under this lock panics, short of an allocation that fails.
        self.0
            .lock()
            .expect("no panic happens under the mailbox lock")
    }
}

/// Wakes outside the lock, so that the woken thread does not run into it.
fn wake(mut inside: MutexGuard<'_, Inside>) {
    let sleeper = inside.sleeper.take();
    drop(inside);
    if let Some(sleeper) = sleeper {
        sleeper.wake();
    }
}

#[cfg(test)]
mod tests;
