//! The quiet after a plan: whatever was broken is mended, people press Retry, come back
//! to what they left unsent, and look into every room from its first line to its last.

use std::collections::BTreeMap;

use chat_client::{Intent, Reading};
use shared::cursor::Seq;
use shared::ids::RoomId;
use shared::moment::Moment;

use super::World;
use crate::agenda::Event;
use crate::judge::lists_are_right;
use crate::network::NEVER;
use crate::seat::{Person, Seat};

/// Long enough for every machine to notice what it lost (45 s), for the longest wait
/// between two tries (20 s), and for people who do not look to count as away (5 min).
const QUIET_MS: u64 = 6 * 60 * 1_000;

/// When people press Retry.
const RETRY_AT_MS: [u64; 3] = [40_000, 80_000, 160_000];

/// How often a reader scrolls on.
const SCROLL_EVERY_MS: u64 = 300;

/// Scrolls that are enough for every room of the longest plan, three times over.
const SCROLLS_MAX: u64 = 600;

/// Whatever the last scroll asked for has come by then.
const AFTERWARDS_MS: u64 = 20_000;

impl World {
    pub(super) fn come_to_rest(&mut self) {
        let began = self.scene.now;
        self.scene.say(|| "-- quiet".to_owned());
        self.mend();
        for at in RETRY_AT_MS {
            self.run_until(began.plus_ms(at));
            for seat in Seat::all() {
                self.devices.retries(&mut self.scene, seat);
            }
        }
        self.somebody_leaves();
        self.run_until(began.plus_ms(QUIET_MS));
        lists_are_right(&self.scene, &self.devices);
        self.look_into_every_room();
        self.run_until(self.scene.now.plus_ms(AFTERWARDS_MS));
    }

    fn mend(&mut self) {
        self.scene.disk.heal();
        self.scene.slow.clear();
        self.scene.crash_at = None;
        self.scene.after(2_000, Event::Starts);
        let now = self.scene.now;
        for id in self.scene.links.ids() {
            if let Some(link) = self
                .scene
                .links
                .get(id)
                .filter(|link| link.stuck_until != NEVER)
            {
                link.stuck_until = now;
                self.scene.after(0, Event::Up(id));
                self.scene.after(0, Event::Down(id));
            }
        }
        for seat in Seat::all() {
            self.devices.heals(&mut self.scene, seat);
            if self.devices.has_orphans(seat.browser()) {
                self.devices.opens(&mut self.scene, seat);
            }
        }
    }

    /// Now and then somebody closes every tab, if nothing waits in them: then the others
    /// have to see that.
    fn somebody_leaves(&mut self) {
        let people: Vec<Person> = Person::all().collect();
        let leaves = *self.scene.chance.pick(&people);
        if self.scene.chance.one_in(2) {
            return;
        }
        for seat in Seat::all().filter(|seat| seat.person() == leaves) {
            if self.scene.ledger.held_by(seat).is_empty() {
                self.devices.closes_tab(&mut self.scene, seat);
            }
        }
    }

    fn look_into_every_room(&mut self) {
        let mut seen: BTreeMap<Seat, Vec<RoomId>> = BTreeMap::new();
        for _ in 0..SCROLLS_MAX {
            let seats: Vec<Seat> = self.devices.open().map(|device| device.seat).collect();
            let mut is_done = true;
            for seat in seats {
                let seen = seen.entry(seat).or_default();
                for intent in self.next_look(seat, seen) {
                    is_done = false;
                    self.devices.intends(&mut self.scene, seat, intent);
                }
            }
            if is_done {
                return;
            }
            self.run_until(Moment(self.scene.now.0 + SCROLL_EVERY_MS));
        }
    }

    /// What this reader does next; nothing when every room was seen whole.
    fn next_look(&self, seat: Seat, seen: &mut Vec<RoomId>) -> Vec<Intent> {
        let Some(client) = &self.devices.get(seat).client else {
            return Vec::new();
        };
        for view in client.rooms() {
            let room = view.room;
            if seen.contains(&room) {
                continue;
            }
            let Some(timeline) = client.timeline(room) else {
                return vec![Intent::OpenRoom(room)];
            };
            let extent = timeline.extent();
            if extent.is_further_up {
                return vec![Intent::JumpToNewest(room)];
            }
            if timeline.has_older() && timeline.len() < chat_client::timeline::LINES_HELD_MAX {
                return vec![Intent::LoadOlder(room)];
            }
            if extent.is_loaded && extent.complete_to == view.head {
                seen.push(room);
                let (from, to) = (Seq::ZERO, view.head);
                // Not to the first unread line, far up: the end is what is looked at.
                return vec![
                    Intent::OpenRoom(room),
                    Intent::Stay(room),
                    Intent::Reads(room, Reading::End),
                    Intent::Seen { room, from, to },
                ];
            }
            return vec![Intent::OpenRoom(room)];
        }
        Vec::new()
    }
}
