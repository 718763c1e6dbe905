//! Runs the client machine in a page: feeds it what the browser reports, carries
//! out what it answers, and wakes it at its deadline.
//!
//! One input is handled at a time. Carrying out an output, or telling the screen,
//! may bring new inputs; they queue up and are handled after, in order, and never
//! while the machine is borrowed. The screen is told of changes once for all that
//! were handled together, when nothing is left in the queue.

mod kept;
mod surroundings;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use chat_client::attention::Attention;
use chat_client::recorder::{Covered, Recorder};
use chat_client::status::LinkState;
use chat_client::uploads::kept::KeptUpload;
use chat_client::wire::{End, Fault, WireLog};
use chat_client::{Change, ChatClient, Generation, Input, Intent, Output, PageAsk, Start};
use shared::ids::{ClientId, UserId};
use shared::moment::Moment;
use shared::server_frame::ServerFrame;
use wasm_bindgen_futures::spawn_local;

use self::kept::{KeptWrites, OnFiles};
use super::clock::{self, Timeout};
use super::compare::Bench;
use super::listener::Listener;
use super::socket::{CUT, NO_CLOSE_FRAME as CUT_CODE, Report, Socket};
use super::wire::Wire;
use super::{http, probe, storage, tabs};

/// A running client. Clones are the same client.
#[derive(Clone)]
pub struct Driver {
    running: Rc<Running>,
}

impl Driver {
    /// Starts a client for the user of this browser's login. It opens its link by
    /// itself, sends what this tab's former life and tabs that are gone left unsent,
    /// and goes on until [`Driver::stop`].
    ///
    /// `on_changes` is called from the browser's event loop, never from within this
    /// function; it may read and intend as it likes. `on_files` is given files that were
    /// chosen and not sent in a tab that is gone, and that are this tab's from then on.
    #[must_use = "a driver whose last clone is dropped stops"]
    pub fn start(
        on_changes: impl Fn(&[Change]) + 'static,
        on_files: impl Fn(Vec<KeptUpload>) + 'static,
    ) -> Self {
        let on_files = Rc::new(on_files);
        let running = Rc::new_cyclic(|me| Running::new(me.clone(), Box::new(on_changes), on_files));
        let weak = Rc::downgrade(&running);
        spawn_local(async move {
            if let Some(running) = weak.upgrade() {
                running.begin();
            }
        });
        Self { running }
    }

    /// Reads the machine's views. `look` must not call this driver.
    pub fn read<T>(&self, look: impl FnOnce(&ChatClient) -> T) -> T {
        look(&self.running.client.borrow())
    }

    /// Reads the notes on the wire. `look` must not call this driver.
    pub fn read_wire<T>(&self, look: impl FnOnce(&WireLog) -> T) -> T {
        self.running.wire.read(look)
    }

    /// Looks at what the person is to be told of, or changes it. `look` must not call this
    /// driver.
    pub fn attention<T>(&self, look: impl FnOnce(&mut Attention) -> T) -> T {
        look(&mut self.running.attention.borrow_mut())
    }

    /// What the flight recorder holds, as it is saved.
    pub fn recording(&self) -> String {
        let recorder = self.running.recorder.borrow();
        recorder.recording(&self.running.client.borrow(), super::wire::stamp())
    }

    /// How much that is.
    pub fn recorded(&self) -> Covered {
        self.running.recorder.borrow().covered(clock::now())
    }

    /// What measures the ways to the server, with the faults of this page.
    pub fn bench(&self) -> Bench {
        Bench::beside(&self.running.wire)
    }

    /// Breaks the link in one way, or mends it, for this page alone.
    pub fn break_it(&self, fault: Fault, is_broken: bool) {
        self.running.wire.break_it(fault, is_broken);
        let lost_frames = fault.loses() && !is_broken;
        if lost_frames || (fault.cuts() && is_broken) {
            self.running.cut();
        }
    }

    /// What the person wants.
    pub fn intend(&self, intent: Intent) {
        self.running.feed(Input::Intent(intent));
    }

    /// Writes: makes the write's id, then it is the machine's.
    pub fn write(&self, intent: impl FnOnce(ClientId) -> Intent) {
        self.intend(intent(tabs::new_id()));
    }

    /// The clock that the machine's moments are of.
    #[must_use]
    pub fn now(&self) -> Moment {
        clock::now()
    }

    /// Closes the link for good. What is unsent stays in storage.
    pub fn stop(&self) {
        if self.running.life.get() == Life::Running {
            self.running.life.set(Life::Ending);
            self.running.feed(Input::Intent(Intent::Stop));
        }
    }
}

impl std::fmt::Debug for Driver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Driver")
            .field("life", &self.running.life.get())
            .finish_non_exhaustive()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Life {
    /// Inputs are handled.
    Running,
    /// What is in the queue is handled, then it is over.
    Ending,
    /// Inputs are ignored.
    Over,
}

struct Running {
    me: Weak<Self>,
    client: RefCell<ChatClient>,
    attention: RefCell<Attention>,
    recorder: RefCell<Recorder>,
    inputs: RefCell<VecDeque<Input>>,
    /// Somebody up the stack empties the queue.
    draining: Cell<bool>,
    life: Cell<Life>,
    /// One, but for the moment when the next opens before the last has closed.
    sockets: RefCell<Vec<Socket>>,
    wire: Rc<Wire>,
    alarm: RefCell<Option<Alarm>>,
    kept: KeptWrites,
    listeners: RefCell<Vec<Listener>>,
    changes: RefCell<Vec<Change>>,
    on_changes: OnChanges,
}

type OnChanges = Box<dyn Fn(&[Change])>;

struct Alarm {
    at: Moment,
    _timeout: Timeout,
}

impl Running {
    fn new(me: Weak<Self>, on_changes: OnChanges, on_files: OnFiles) -> Self {
        let client = ChatClient::new(Start {
            now: clock::now(),
            wall: clock::wall(),
            seed: tabs::chance(),
            kept: Vec::new(),
            token: None,
            choice: storage::choice(),
        });
        let kept = KeptWrites::new(report(&me), on_files);
        Self {
            me,
            client: RefCell::new(client),
            attention: RefCell::default(),
            recorder: RefCell::new(Recorder::new()),
            inputs: RefCell::default(),
            draining: Cell::new(false),
            life: Cell::new(Life::Running),
            sockets: RefCell::default(),
            wire: Wire::new(),
            alarm: RefCell::default(),
            kept,
            listeners: RefCell::default(),
            changes: RefCell::default(),
            on_changes,
        }
    }

    fn begin(&self) {
        if self.life.get() != Life::Running {
            return;
        }
        *self.listeners.borrow_mut() = surroundings::listen(&report(&self.me));
        self.listeners.borrow_mut().push(self.kept.listen());
        if let Some(remembered) = storage::remembered() {
            self.feed(remembered);
        }
        self.kept.begin();
        self.feed(Input::Visible(surroundings::is_visible()));
        storage::keep_used_at(clock::wall());
        self.feed(Input::Active);
        self.feed(Input::Online(surroundings::is_online()));
    }

    fn feed(&self, input: Input) {
        if self.life.get() == Life::Over {
            return;
        }
        self.inputs.borrow_mut().push_back(input);
        if self.draining.replace(true) {
            return;
        }
        loop {
            let next = self.inputs.borrow_mut().pop_front();
            if let Some(input) = next {
                self.handle(input);
            } else if !self.tell_screen() {
                break;
            }
        }
        self.draining.set(false);
        match self.life.get() {
            Life::Running => self.set_alarm(),
            Life::Ending => self.end(),
            Life::Over => {}
        }
    }

    fn handle(&self, input: Input) {
        if let Input::Received(_, frame) = &input
            && let ServerFrame::Welcome(welcome) = &**frame
            && self.kept.belongs_to_somebody_else(welcome.user.id)
        {
            self.begin_anew(welcome.user.id);
            return;
        }
        let is_closed = if let Input::Closed(generation, code, reason) = &input {
            let (code, reason) = (*code, reason.clone());
            self.wire
                .closed(*generation, End::Reported { code, reason });
            self.drop_socket(*generation);
            true
        } else {
            false
        };
        let attend = if let Input::Received(_, frame) = &input {
            self.attention.borrow_mut().heard(frame)
        } else {
            Vec::new()
        };
        let outputs = {
            let mut client = self.client.borrow_mut();
            let mut recorder = self.recorder.borrow_mut();
            recorder.handle(&mut client, clock::now(), input)
        };
        for output in outputs {
            self.carry_out(output);
        }
        for room in attend {
            self.feed(Input::Intent(Intent::Attend(room)));
        }
        if is_closed {
            self.note_wait();
        }
    }

    fn carry_out(&self, output: Output) {
        match output {
            Output::Open(generation, transport) => {
                match Socket::open(generation, transport, &self.wire, &report(&self.me)) {
                    Ok(socket) => self.sockets.borrow_mut().push(socket),
                    Err(closed) => self.feed(closed),
                }
            }
            Output::Transmit(generation, frame) => {
                if let Some(socket) = self
                    .sockets
                    .borrow()
                    .iter()
                    .find(|socket| socket.generation == generation)
                {
                    socket.transmit(&frame);
                }
            }
            Output::Shut(generation, code) => {
                self.wire.closed(generation, End::GivenUp { code });
                if let Some(socket) = self.drop_socket(generation) {
                    socket.shut(code);
                }
            }
            Output::Probe => self.probe(),
            Output::Fetch(ask) => self.fetch(ask),
            Output::Keep(write) => {
                let me = self.client.borrow().me().map(|user| user.id);
                self.kept.user_is_known(me);
                if self.kept.keep(&write).is_err() {
                    self.feed(Input::KeepFailed(write.client_id));
                }
            }
            Output::Forget(client_id) => self.kept.forget(client_id),
            Output::Changed(change) => self.note(change),
        }
    }

    /// Somebody wants to see what happens without a link.
    fn cut(&self) {
        let open: Vec<Generation> = self.sockets.borrow().iter().map(|s| s.generation).collect();
        for generation in open {
            self.feed(Input::Closed(generation, CUT_CODE, CUT.to_owned()));
        }
    }

    fn note_wait(&self) {
        if let LinkState::Waiting { next_try } = self.client.borrow().status().link {
            self.wire.waits(next_try.ms_since(clock::now()));
        }
    }

    fn fetch(&self, ask: PageAsk) {
        let report = report(&self.me);
        spawn_local(async move {
            let page = http::entries(ask).await;
            report(Input::Page(ask, page));
        });
    }

    fn probe(&self) {
        let report = report(&self.me);
        let wire = Rc::clone(&self.wire);
        spawn_local(async move {
            let opens = probe::web_socket_opens(&wire).await;
            report(Input::Probed(opens));
        });
    }

    fn drop_socket(&self, generation: Generation) -> Option<Socket> {
        let mut sockets = self.sockets.borrow_mut();
        let index = sockets
            .iter()
            .position(|socket| socket.generation == generation)?;
        Some(sockets.remove(index))
    }

    /// Remembers a change for the screen, once.
    fn note(&self, change: Change) {
        let mut changes = self.changes.borrow_mut();
        if !changes.contains(&change) {
            changes.push(change);
        }
    }

    /// Tells the screen; false when there is nothing to tell.
    fn tell_screen(&self) -> bool {
        let changes = self.changes.take();
        if changes.is_empty() {
            return false;
        }
        if changes.contains(&Change::Rooms) {
            let client = self.client.borrow();
            self.attention.borrow_mut().marks(client.rooms());
        }
        if changes.contains(&Change::Status) {
            let client = self.client.borrow();
            self.kept.user_is_known(client.me().map(|user| user.id));
            if client.status().link == LinkState::Online {
                self.kept.look_for_orphans();
            }
        }
        (self.on_changes)(&changes);
        true
    }

    fn set_alarm(&self) {
        let deadline = self.client.borrow().deadline();
        let mut alarm = self.alarm.borrow_mut();
        if alarm.as_ref().map(|alarm| alarm.at) == deadline {
            return;
        }
        *alarm = deadline.map(|at| {
            let ms = u32::try_from(at.ms_since(clock::now())).unwrap_or(u32::MAX);
            let me = self.me.clone();
            Alarm {
                at,
                _timeout: clock::after_ms(ms, move || Self::alarm_rings(&me)),
            }
        });
    }

    fn alarm_rings(me: &Weak<Self>) {
        let Some(running) = me.upgrade() else { return };
        let rung = running.alarm.take();
        // A browser's timer may be a little early; then it is set again.
        if rung.is_some_and(|alarm| alarm.at <= clock::now()) {
            running.feed(Input::Deadline);
        } else {
            running.set_alarm();
        }
    }

    /// Another person has signed in in this browser, and its cookie is theirs. What
    /// waits here is not, so the page starts anew as that person's.
    fn begin_anew(&self, user: UserId) {
        storage::keep_user(Some(user));
        self.life.set(Life::Ending);
        self.inputs.borrow_mut().clear();
        // Refused only while the page is on its way elsewhere.
        let _ = clock::window().location().reload();
    }

    fn end(&self) {
        self.life.set(Life::Over);
        self.sockets.borrow_mut().clear();
        self.alarm.take();
        self.listeners.borrow_mut().clear();
        self.kept.end();
    }
}

/// Feeds a client for as long as it runs.
fn report(running: &Weak<Running>) -> Report {
    let running = running.clone();
    Rc::new(move |input| {
        if let Some(running) = running.upgrade() {
            running.feed(input);
        }
    })
}
