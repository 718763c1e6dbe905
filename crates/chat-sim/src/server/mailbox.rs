//! What waits for one session, as `server`'s `chat::mailbox`, with bounds that a plan of
//! some hundred steps can reach.

use std::collections::VecDeque;
use std::rc::Rc;

use chat_rules::room::{Generation, PageWanted};
use shared::close::CloseCode;
use shared::ids::RoomId;

/// As `MAILBOX_BYTES_MAX`, an eighth of it. Room for the largest two pages.
pub(super) const MAILBOX_BYTES_MAX: usize = 72 * 1024;

/// As `MAILBOX_FRAMES_MAX`, so that many small frames overflow too.
const MAILBOX_FRAMES_MAX: usize = 110;

#[derive(Debug, Default)]
pub(super) struct Mailbox {
    frames: VecDeque<Rc<str>>,
    bytes: usize,
    state: State,
    pub(super) reads: Vec<ReadWanted>,
    pub(super) gone: Vec<RoomId>,
    pub(super) order: Option<Order>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Open,
    Overflowed,
    Shut,
}

/// A page that this session's follower of a room wants read.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReadWanted {
    pub(super) room: RoomId,
    pub(super) generation: Generation,
    pub(super) page: PageWanted,
}

/// What a driver must do whatever its client does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Stop { reconnect_after_ms: u32 },
}

/// What becomes of a mailbox that is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhenFull {
    /// It overflows, and the connection closes.
    Closes,
    /// A deliberate fault: the frame is dropped and nobody hears of it.
    Skips,
}

impl Mailbox {
    pub(super) fn offer(&mut self, frame: Rc<str>, when_full: WhenFull) {
        if self.state != State::Open {
            return;
        }
        let bytes = self.bytes + frame.len();
        let is_full = bytes > MAILBOX_BYTES_MAX || self.frames.len() >= MAILBOX_FRAMES_MAX;
        match when_full {
            WhenFull::Closes if is_full => {
                self.state = State::Overflowed;
                self.frames.clear();
                self.bytes = 0;
            }
            WhenFull::Skips if is_full => {}
            WhenFull::Closes | WhenFull::Skips => {
                self.bytes = bytes;
                self.frames.push_back(frame);
            }
        }
    }

    /// Puts the first frame of a conversation before whatever waits already.
    pub(super) fn offer_first(&mut self, frame: Rc<str>) {
        if self.state == State::Open {
            self.bytes += frame.len();
            self.frames.push_front(frame);
        }
    }

    /// A frame that may be skipped: it is, once the mailbox is half full. Answers whether
    /// it was skipped.
    pub(super) fn offer_signal(&mut self, frame: Rc<str>) -> bool {
        let has_room =
            self.bytes <= MAILBOX_BYTES_MAX / 2 && self.frames.len() <= MAILBOX_FRAMES_MAX / 2;
        if self.state == State::Open && has_room {
            self.bytes += frame.len();
            self.frames.push_back(frame);
        }
        self.state == State::Open && !has_room
    }

    pub(super) fn want_read(&mut self, read: ReadWanted) {
        if self.state == State::Open {
            self.reads.push(read);
        }
    }

    pub(super) fn tell_gone(&mut self, room: RoomId) {
        if self.state == State::Open {
            self.gone.push(room);
        }
    }

    /// The first one stands.
    pub(super) fn order(&mut self, order: Order) {
        if self.state != State::Shut {
            self.order.get_or_insert(order);
        }
    }

    pub(super) fn is_too_slow(&self) -> bool {
        self.state == State::Overflowed
    }

    pub(super) fn take_frame(&mut self) -> Option<Rc<str>> {
        let frame = self.frames.pop_front()?;
        self.bytes -= frame.len();
        Some(frame)
    }

    pub(super) fn waiting_bytes(&self) -> usize {
        self.bytes
    }

    /// Whatever waits is dropped, whatever comes is ignored.
    pub(super) fn shut(&mut self) {
        *self = Self {
            state: State::Shut,
            ..Self::default()
        };
    }
}

/// The advice that goes with an overflow.
pub(super) const TOO_SLOW: CloseCode = CloseCode::TooSlow;
