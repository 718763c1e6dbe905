//! What everything in a world shares: time, the agenda, the network, the disk, and the
//! book in which is written what must hold.

use std::collections::BTreeMap;
use std::rc::Rc;

use shared::moment::{Moment, Timestamp};

use crate::agenda::{Agenda, Event};
use crate::chance::Chance;
use crate::disk::Disk;
use crate::happening::Happening;
use crate::ledger::Ledger;
use crate::mutant::{Mutant, ShellMutant};
use crate::network::{LinkId, Links, Parcel, Rate};
use crate::plan::CrashPoint;
use crate::seat::Seat;
use crate::story::Story;

/// Wall time at the start of every world: only shown, so any will do.
const WALL_AT_START_MS: u64 = 1_790_000_000_000;

/// The stage.
#[derive(Debug)]
pub(crate) struct Scene {
    pub(crate) seed: u64,
    pub(crate) now: Moment,
    pub(crate) agenda: Agenda,
    pub(crate) links: Links,
    pub(crate) disk: Disk,
    pub(crate) ledger: Ledger,
    pub(crate) story: Story,
    /// What is wrong on purpose.
    pub(crate) mutant: Option<Mutant>,
    /// Where the server is to die.
    pub(crate) crash_at: Option<CrashPoint>,
    /// Seats whose connections are slow, and until when.
    pub(crate) slow: Vec<(Seat, Moment)>,
    /// How often what happened that a simulation is for.
    pub(crate) happened: BTreeMap<Happening, u64>,
    /// Of the server's threads.
    pub(crate) chance: Chance,
}

impl Scene {
    pub(crate) fn wall(&self) -> Timestamp {
        Timestamp(WALL_AT_START_MS + self.now.0)
    }

    pub(crate) fn after(&mut self, ms: u64, event: Event) {
        self.agenda.at(self.now.plus_ms(ms), event);
    }

    pub(crate) fn say(&self, line: impl FnOnce() -> String) {
        self.story.say(self.now, line);
    }

    pub(crate) fn note(&mut self, happening: Happening) {
        *self.happened.entry(happening).or_default() += 1;
    }

    pub(crate) fn is(&self, mutant: ShellMutant) -> bool {
        self.mutant == Some(Mutant::Shell(mutant))
    }

    /// Whether the server is to die here; it is said once.
    pub(crate) fn dies_at(&mut self, point: CrashPoint) -> bool {
        let dies = self.crash_at == Some(point);
        if dies {
            self.crash_at = None;
            self.note(Happening::Dies(point));
            self.say(|| format!("the server dies {point}"));
        }
        dies
    }

    pub(crate) fn send_up(&mut self, id: LinkId, parcel: Parcel, held_ms: u64) {
        let (now, rate) = (self.now.plus_ms(held_ms), self.rate(id));
        if let Some(link) = self.links.get(id) {
            let due = link.send_up(now, parcel, rate);
            self.agenda.at(due, Event::Up(id));
        }
    }

    pub(crate) fn send_down(&mut self, id: LinkId, parcel: Parcel) {
        let (now, rate) = (self.now, self.rate(id));
        if let Some(link) = self.links.get(id) {
            let due = link.send_down(now, parcel, rate);
            self.agenda.at(due, Event::Down(id));
        }
    }

    /// Encoded once, whoever gets it.
    pub(crate) fn encode(frame: &shared::server_frame::ServerFrame) -> Rc<str> {
        shared::codec::encode(frame).into()
    }

    fn rate(&mut self, id: LinkId) -> Rate {
        let now = self.now;
        let Some(seat) = self.links.get(id).map(|link| link.seat) else {
            return Rate::Full;
        };
        let is_slow = self
            .slow
            .iter()
            .any(|(slow, until)| *slow == seat && now < *until);
        if is_slow { Rate::Slow } else { Rate::Full }
    }
}
