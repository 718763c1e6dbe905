//! One connection's driver, as `server`'s `chat::driver`: a turn obeys the mailbox's
//! notices, reads, keeps time, begins reads of the store, and writes.

use chat_rules::session::{Input, Language, RateLimit, Session};
use chat_store::records::SignedIn;
use shared::close::CloseCode;
use shared::ids::{RoomId, SessionId};
use shared::limits::{PING_EVERY_MS, PONG_WITHIN_MS};
use shared::moment::Moment;

use super::Process;
use super::mailbox::{MAILBOX_BYTES_MAX, Mailbox, Order, ReadWanted, TOO_SLOW};
use super::work::Work;
use crate::agenda::Event;
use crate::happening::Happening;
use crate::network::{LinkId, Parcel, SOCKET_BYTES};
use crate::scene::Scene;

/// As `TURNS_PER_POLL`.
const TURNS_PER_POLL: usize = 8;
/// As `FRAMES_PER_READ`.
const FRAMES_PER_READ: usize = 16;
/// As `PAGES_AT_ONCE`.
const PAGES_AT_ONCE: usize = 2;
/// As `PAGES_BELOW_BYTES`.
const PAGES_BELOW_BYTES: usize = MAILBOX_BYTES_MAX / 4;
/// As `WRITE_WITHIN_MS`.
const WRITE_WITHIN_MS: u64 = PING_EVERY_MS + PONG_WITHIN_MS;
/// As `wheel::SLOT_MS`.
const SLOT_MS: u64 = 50;

#[derive(Debug)]
pub(super) struct Driver {
    pub(super) session: Session,
    pub(super) mailbox: Mailbox,
    pub(super) who: Option<SignedIn>,
    pub(super) follows: Vec<RoomId>,
    pub(super) phase: Phase,
    pub(super) reads: Vec<ReadWanted>,
    pub(super) pages_under_way: usize,
    pub(super) paused_until: Option<Moment>,
    blocked_since: Option<Moment>,
    /// When the wheel will poke.
    armed_for: Option<Moment>,
    /// Whether somebody has woken it already.
    is_woken: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Open,
    /// The socket is gone; answers to writes are awaited.
    Lingering,
}

impl Process {
    /// The upgrade succeeded: the connection has a driver from here on.
    pub(crate) fn accept(&mut self, scene: &mut Scene, link: LinkId) {
        let session = Session::new(scene.now, Language::Frames, RateLimit::On);
        let driver = Driver {
            session,
            mailbox: Mailbox::default(),
            who: None,
            follows: Vec::new(),
            phase: Phase::Open,
            reads: Vec::new(),
            pages_under_way: 0,
            paused_until: None,
            blocked_since: None,
            armed_for: None,
            is_woken: false,
        };
        self.drivers.insert(link, driver);
        let epoch = self.epoch;
        if let Some(link) = scene.links.get(link) {
            link.is_server_here = true;
            link.epoch = Some(epoch);
        }
        scene.send_down(link, Parcel::Opened);
        self.wake(scene, link);
    }

    pub(super) fn order_stop(&mut self, scene: &mut Scene, link: LinkId, reconnect_after_ms: u32) {
        if let Some(driver) = self.drivers.get_mut(&link) {
            driver.mailbox.order(Order::Stop { reconnect_after_ms });
        }
        self.wake(scene, link);
    }

    /// Something waits for a driver: it looks within a millisecond or two.
    pub(super) fn wake(&mut self, scene: &mut Scene, link: LinkId) {
        if let Some(driver) = self.drivers.get_mut(&link)
            && !driver.is_woken
        {
            driver.is_woken = true;
            let ms = scene.chance.between(0, 2);
            scene.after(ms, Event::Turn(link));
        }
    }

    /// One poll of a driver.
    pub(crate) fn turn(&mut self, scene: &mut Scene, link: LinkId) {
        if let Some(driver) = self.drivers.get_mut(&link) {
            driver.is_woken = false;
        }
        for _ in 0..TURNS_PER_POLL {
            let mut moved = self.obey(scene, link);
            moved |= self.read(scene, link);
            // After reading: a pong that waits in the socket is an answer in time.
            moved |= self.keep_time(scene, link);
            moved |= self.begin_reads(scene, link);
            moved |= self.write(scene, link);
            if !moved {
                self.arm(scene, link);
                return;
            }
        }
        self.wake(scene, link);
    }

    fn open_driver(&mut self, link: LinkId) -> Option<&mut Driver> {
        self.drivers
            .get_mut(&link)
            .filter(|driver| driver.phase == Phase::Open)
    }

    fn obey(&mut self, scene: &mut Scene, link: LinkId) -> bool {
        let Some(driver) = self.open_driver(link) else {
            return false;
        };
        let reads = std::mem::take(&mut driver.mailbox.reads);
        driver.reads.extend(reads);
        let gone = std::mem::take(&mut driver.mailbox.gone);
        let is_too_slow = driver.mailbox.is_too_slow();
        let order = driver.mailbox.order.take();
        let moved = !gone.is_empty() || is_too_slow || order.is_some();
        for room in gone {
            self.tell_session(scene, link, Input::Gone(room));
        }
        if is_too_slow {
            scene.note(Happening::ReaderIsTooSlow);
            self.close(scene, link, TOO_SLOW);
        }
        if let Some(Order::Stop { reconnect_after_ms }) = order {
            self.tell_session(scene, link, Input::Stopping { reconnect_after_ms });
        }
        moved
    }

    fn read(&mut self, scene: &mut Scene, link: LinkId) -> bool {
        let now = scene.now;
        for place in 0..FRAMES_PER_READ {
            let Some(driver) = self.open_driver(link) else {
                return place > 0;
            };
            if driver.paused_until.is_some() {
                return place > 0;
            }
            let parcel = scene.links.get(link).and_then(|link| link.take_up(now));
            match parcel {
                Some(Parcel::Text(text)) => self.heard(scene, link, &text),
                Some(Parcel::Closed(..)) => self.closed_there(scene, link),
                Some(Parcel::Dial | Parcel::Opened) => {}
                None => return place > 0,
            }
        }
        true
    }

    fn keep_time(&mut self, scene: &mut Scene, link: LinkId) -> bool {
        let now = scene.now;
        let passed = |at: Option<Moment>| at.is_some_and(|at| at <= now);
        let Some(driver) = self.open_driver(link) else {
            return false;
        };
        if passed(driver.armed_for) {
            driver.armed_for = None;
        }
        let mut moved = false;
        if passed(driver.paused_until) {
            driver.paused_until = None;
            moved = true;
        }
        if passed(
            driver
                .blocked_since
                .map(|since| since.plus_ms(WRITE_WITHIN_MS)),
        ) {
            self.close(scene, link, CloseCode::TooSlow);
            return true;
        }
        if passed(driver.session.deadline()) {
            self.tell_session(scene, link, Input::Deadline);
            return true;
        }
        moved
    }

    fn begin_reads(&mut self, scene: &mut Scene, link: LinkId) -> bool {
        let mut moved = false;
        while let Some(driver) = self.open_driver(link)
            && driver.pages_under_way < PAGES_AT_ONCE
            && !driver.reads.is_empty()
            && driver.mailbox.waiting_bytes() < PAGES_BELOW_BYTES
        {
            let wanted = driver.reads.remove(0);
            driver.pages_under_way += 1;
            let id = self.begin(Some(link), Work::Page { wanted, read: None });
            self.later(scene, id, 4);
            moved = true;
        }
        moved
    }

    fn write(&mut self, scene: &mut Scene, link: LinkId) -> bool {
        let now = scene.now;
        let Some(driver) = self.open_driver(link) else {
            return false;
        };
        let mut made_room = false;
        loop {
            let on_its_way = scene.links.get(link).map_or(0, |link| link.down.bytes);
            if on_its_way >= SOCKET_BYTES {
                driver.blocked_since.get_or_insert(now);
                break;
            }
            driver.blocked_since = None;
            if driver.session.is_greeting() {
                break;
            }
            let Some(frame) = driver.mailbox.take_frame() else {
                break;
            };
            scene.send_down(link, Parcel::Text(frame));
            made_room = true;
        }
        made_room && !driver.reads.is_empty()
    }

    fn arm(&mut self, scene: &mut Scene, link: LinkId) {
        let Some(driver) = self.open_driver(link) else {
            self.forget_if_idle(link);
            return;
        };
        let blocked = driver
            .blocked_since
            .map(|since| since.plus_ms(WRITE_WITHIN_MS));
        let next = [driver.session.deadline(), driver.paused_until, blocked];
        let Some(next) = next.into_iter().flatten().min() else {
            return;
        };
        if driver.armed_for.is_none_or(|armed| next < armed) {
            let slot = Moment(next.0.div_ceil(SLOT_MS).saturating_mul(SLOT_MS));
            driver.armed_for = Some(slot);
            scene.agenda.at(slot.max(scene.now), Event::Turn(link));
        }
    }

    /// Ends the session; what waits is sent first, then the close frame.
    pub(super) fn close(&mut self, scene: &mut Scene, link: LinkId, code: CloseCode) {
        let Some(driver) = self.open_driver(link) else {
            return;
        };
        while let Some(frame) = driver.mailbox.take_frame() {
            scene.send_down(link, Parcel::Text(frame));
        }
        if code == CloseCode::PongMissed {
            scene.note(Happening::PingGoesUnanswered);
        }
        scene.say(|| {
            format!(
                "the server closes {link:?} with {}: {}",
                code.code(),
                code.reason()
            )
        });
        scene.send_down(link, Parcel::Closed(code.code(), code.reason()));
        self.end(scene, link);
    }

    fn closed_there(&mut self, scene: &mut Scene, link: LinkId) {
        scene.say(|| format!("the server hears that {link:?} is closed"));
        self.end(scene, link);
    }

    /// The hub forgets the session, and the socket goes.
    fn end(&mut self, scene: &mut Scene, link: LinkId) {
        if let Some(driver) = self.open_driver(link) {
            driver.phase = Phase::Lingering;
            driver.mailbox.shut();
            driver.reads.clear();
        }
        if let Some(link) = scene.links.get(link) {
            link.is_server_here = false;
        }
        self.disconnect(scene, link);
        if scene.is(crate::mutant::ShellMutant::WriteEndsWithItsConnection) {
            self.work
                .retain(|_, (of, work)| *of != Some(link) || !work.is_post());
        }
    }

    /// A driver that has ended stays until its writes are answered.
    pub(super) fn forget_if_idle(&mut self, link: LinkId) {
        let has_work = self.work.values().any(|(of, _)| *of == Some(link));
        let is_over = self
            .drivers
            .get(&link)
            .is_some_and(|d| d.phase == Phase::Lingering);
        if is_over && !has_work {
            self.drivers.remove(&link);
        }
    }
}

/// The session's id is its connection's.
pub(super) fn session_id(link: LinkId) -> SessionId {
    SessionId(link.0)
}

/// And back.
pub(super) fn link_of(session: SessionId) -> LinkId {
    LinkId(session.0)
}
