//! One server process: the real session, room and presence machines in a shell that
//! mirrors the server's own, step by step, without sockets, tasks or locks.
//!
//! | here | there |
//! | --- | --- |
//! | [`driver`], [`talk`] | `server`'s `chat::driver`: one turn looks at everything |
//! | [`work`] | `chat::requests` |
//! | [`post`] | `post`: check, append, publish, answer |
//! | [`hub`], [`people`] | `hub::rooms`, `hub::people` |
//! | [`mailbox`] | `chat::mailbox`, with smaller bounds |
//! | [`rights`] | `access` and its directory |
//!
//! What `server` does in one poll is cut into several events wherever another thread, or
//! the end of the process, could come between. Beyond the mirror it can take somebody out
//! of the closed room while it runs.

mod driver;
mod hub;
mod mailbox;
mod people;
mod post;
mod rights;
mod talk;
mod work;

pub(crate) use self::post::UNAMENDABLE;

use std::collections::{BTreeMap, BTreeSet};

use chat_rules::presence::Presence;
use chat_rules::room::Room;
use shared::cursor::{Epoch, Seq};
use shared::ids::{RoomId, UserId};
use shared::moment::Moment;
use shared::signal::Roster;

use self::driver::{Driver, Phase};
use self::rights::Facts;
use self::work::Work;
use crate::agenda::Event;
use crate::network::LinkId;
use crate::scene::Scene;

/// As `ticker::TICK_MS`.
const TICK_MS: u64 = 250;

/// As `shutdown::DRAIN_WITHIN_MS`.
const DRAIN_WITHIN_MS: u64 = 7_000;

/// As `shutdown::RETURN_AFTER_MS_MIN`.
const RETURN_AFTER_MS_MIN: u32 = 500;

/// An entry that is on disk is published by then: the slowest writer hears of its commit
/// after two and a half seconds.
const PUBLISHED_WITHIN_MS: u64 = 10_000;

/// Names a piece of work of one process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct WorkId(pub(crate) u64);

/// A process, from its start to its death.
#[derive(Debug)]
pub(crate) struct Process {
    /// Which one, counted over the whole world.
    pub(crate) number: u64,
    epoch: Epoch,
    directory: BTreeMap<RoomId, Facts>,
    drivers: BTreeMap<LinkId, Driver>,
    rooms: BTreeMap<RoomId, Room<LinkId>>,
    /// Rooms whose machine has a deadline.
    waiting: BTreeSet<RoomId>,
    incarnations: u64,
    presence: Presence,
    moved: BTreeSet<RoomId>,
    missing: BTreeMap<RoomId, Seq>,
    work: BTreeMap<WorkId, (Option<LinkId>, Work)>,
    work_made: u64,
    is_committing: bool,
    /// Rooms with entries on disk that were not published, and since when.
    unpublished: BTreeMap<RoomId, Moment>,
    /// Since when no new connections are taken.
    stopping: Option<Moment>,
}

impl Process {
    /// Reads the rooms and begins to keep time.
    pub(crate) fn start(scene: &mut Scene, number: u64) -> Self {
        scene.after(TICK_MS, Event::Tick(number));
        let rooms = scene.disk.rooms().into_iter();
        let directory = rooms
            .map(|(room, members)| (room.id, Facts::new(room, members)))
            .collect();
        Self {
            number,
            epoch: scene.disk.epoch(),
            directory,
            drivers: BTreeMap::new(),
            rooms: BTreeMap::new(),
            waiting: BTreeSet::new(),
            incarnations: 0,
            presence: Presence::new(),
            moved: BTreeSet::new(),
            missing: BTreeMap::new(),
            work: BTreeMap::new(),
            work_made: 0,
            is_committing: false,
            unpublished: BTreeMap::new(),
            stopping: None,
        }
    }

    /// What happens a few times a second. Answers whether the process has stopped.
    pub(crate) fn tick(&mut self, scene: &mut Scene) -> bool {
        self.tick_rooms(scene);
        self.tick_presence(scene);
        self.tell_moved(scene);
        self.check_published(scene);
        scene.after(TICK_MS, Event::Tick(self.number));
        let Some(since) = self.stopping else {
            return false;
        };
        self.drivers.is_empty() || scene.now.ms_since(since) >= DRAIN_WITHIN_MS
    }

    /// Tells every session when to come back, as `shutdown::drain`.
    pub(crate) fn stop(&mut self, scene: &mut Scene) {
        self.stopping = Some(scene.now);
        let links: Vec<LinkId> = self.drivers.keys().copied().collect();
        for (place, link) in links.into_iter().enumerate() {
            let later = u32::try_from(place).unwrap_or(u32::MAX) / 2;
            self.order_stop(scene, link, RETURN_AFTER_MS_MIN.saturating_add(later));
        }
    }

    /// Whether new connections are taken.
    pub(crate) fn is_open(&self) -> bool {
        self.stopping.is_none()
    }

    /// The writer commits what waits.
    pub(crate) fn commit(&mut self, scene: &mut Scene) {
        self.is_committing = false;
        for (id, appended) in scene.disk.commit() {
            self.appended(scene, id, appended);
        }
        if scene.dies_at(crate::plan::CrashPoint::AfterCommit) {
            scene.after(0, Event::Dies(self.number));
        }
    }

    /// Who is here, as this process knows it.
    pub(crate) fn roster(&mut self) -> Roster {
        self.presence.roster()
    }

    /// Panics if anything here contradicts itself.
    pub(crate) fn check_invariants(&self) {
        self.presence.check_invariants();
        for (id, room) in &self.rooms {
            room.check_invariants();
            assert!(!room.is_empty(), "room {id} is kept without followers");
            for (session, link) in room.live() {
                let driver = self.drivers.get(link);
                let is_open = driver.is_some_and(|driver| driver.phase == Phase::Open);
                assert!(is_open, "session {session} follows room {id} after its end");
            }
        }
        for driver in self.drivers.values() {
            driver.session.check_invariants();
        }
    }

    /// What is on disk was told, even if its writer is gone.
    fn check_published(&mut self, scene: &Scene) {
        for (room, facts) in &self.directory {
            let stored = Seq(scene.disk.log(*room).len() as u64);
            if facts.end.seq >= stored {
                self.unpublished.remove(room);
                continue;
            }
            let since = *self.unpublished.entry(*room).or_insert(scene.now);
            let ms = scene.now.ms_since(since);
            assert!(
                ms < PUBLISHED_WITHIN_MS,
                "{stored} of room {room} is on disk and nobody is told"
            );
        }
    }

    /// The sessions that were greeted and have not ended, with their users.
    fn greeted(&self) -> impl Iterator<Item = (LinkId, UserId)> {
        let open = self
            .drivers
            .iter()
            .filter(|(_, driver)| driver.phase == Phase::Open);
        open.filter_map(|(link, driver)| Some((*link, driver.who.as_ref()?.user.id)))
    }

    fn begin(&mut self, link: Option<LinkId>, work: Work) -> WorkId {
        self.work_made += 1;
        let id = WorkId(self.work_made);
        self.work.insert(id, (link, work));
        id
    }

    /// The work gets on after some milliseconds, as threads and disks please.
    fn later(&self, scene: &mut Scene, id: WorkId, at_most_ms: u64) {
        let ms = scene.chance.between(0, at_most_ms);
        scene.after(ms, Event::Work(self.number, id));
    }
}
