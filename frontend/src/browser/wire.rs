//! The driver's notes on the wire, and the faults that somebody asked for.
//!
//! Sockets write here what goes and comes, and ask here what is to become of it. The
//! screen reads it when the connection panel is open, and never otherwise.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use chat_client::Generation;
use chat_client::wire::{Body, Breakage, Carrier, Direction, End, Fate, Fault, Stamp, WireLog};

use super::{clock, tabs};

/// Shared by the driver and its sockets.
#[derive(Debug)]
pub(super) struct Wire {
    log: RefCell<WireLog>,
    breakage: RefCell<Breakage>,
    /// Spares a page in which nothing was ever broken the question about every frame.
    is_asked: Cell<bool>,
}

impl Wire {
    pub(super) fn new() -> Rc<Self> {
        Rc::new(Self {
            log: RefCell::new(WireLog::new()),
            breakage: RefCell::new(Breakage::new(tabs::chance())),
            is_asked: Cell::new(false),
        })
    }

    /// Another one with the faults of this one, and no notes.
    pub(super) fn beside(&self) -> Rc<Self> {
        let mut breakage = Breakage::new(tabs::chance());
        for fault in Fault::ALL {
            breakage.set(fault, self.breakage.borrow().is(fault));
        }
        Rc::new(Self {
            log: RefCell::new(WireLog::new()),
            is_asked: Cell::new(breakage.is_any()),
            breakage: RefCell::new(breakage),
        })
    }

    pub(super) fn read<T>(&self, look: impl FnOnce(&WireLog) -> T) -> T {
        look(&self.log.borrow())
    }

    pub(super) fn opening(&self, generation: Generation, address: &str) {
        self.log.borrow_mut().opening(stamp(), generation, address);
    }

    pub(super) fn opened(&self, generation: Generation, subprotocol: &str) {
        self.log
            .borrow_mut()
            .opened(stamp(), generation, subprotocol);
    }

    pub(super) fn closed(&self, generation: Generation, end: End) {
        self.log.borrow_mut().closed(stamp(), generation, end);
    }

    pub(super) fn waits(&self, ms: u64) {
        self.log.borrow_mut().waits(ms);
    }

    pub(super) fn frame(&self, direction: Direction, body: Body) {
        self.log.borrow_mut().frame(stamp(), direction, body);
    }

    pub(super) fn break_it(&self, fault: Fault, is_broken: bool) {
        let mut breakage = self.breakage.borrow_mut();
        breakage.set(fault, is_broken);
        // Also after it was mended: a frame may still be held, and holds those behind it.
        self.is_asked.set(true);
    }

    /// What becomes of a new link over this; `None` if it fails at once.
    pub(super) fn opening_fate(&self, carrier: Carrier) -> Option<Fate> {
        self.breakage.borrow().opening(carrier)
    }

    /// Whether the link stays cut, whatever carries it.
    pub(super) fn is_dropped(&self) -> bool {
        self.breakage.borrow().is(Fault::Drop)
    }

    /// Whether not even the end of a connection is heard of.
    pub(super) fn is_silent(&self) -> bool {
        self.breakage.borrow().is_silent()
    }

    /// What becomes of a frame.
    pub(super) fn fate(&self, direction: Direction) -> Fate {
        if !self.is_asked.get() {
            return Fate::Pass;
        }
        self.breakage.borrow_mut().fate(clock::now(), direction)
    }
}

/// Now, by both clocks.
pub(super) fn stamp() -> Stamp {
    Stamp {
        now: clock::now(),
        wall: clock::wall(),
    }
}
