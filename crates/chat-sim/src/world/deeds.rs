//! The steps of a plan, done. A step that finds nothing to act on does nothing.

use chat_client::{Input, Intent, Reading, Stretch, Timeline};
use shared::cursor::Seq;
use shared::ids::{ClientId, RoomId};
use shared::text::{MessageText, RoomName};

use super::World;
use crate::agenda::Event;
use crate::happening::Happening;
use crate::network::{NEVER, Parcel};
use crate::plan::{Act, CrashPoint, Deed, Notices, Scroll, Weather, Words};
use crate::seat::{Person, Seat};

impl World {
    pub(super) fn act(&mut self, deed: Deed) {
        self.scene.say(|| format!("-- {deed}"));
        match deed {
            Deed::At(seat, act) => self.act_at(seat, act),
            Deed::Net(seat, weather) => self.weather(seat, weather),
            Deed::Crash(CrashPoint::Now) => self.crash(),
            Deed::Crash(point) => self.scene.crash_at = Some(point),
            Deed::Stop => {
                if let Some(process) = self.process.as_mut().filter(|process| process.is_open()) {
                    process.stop(&mut self.scene);
                }
            }
            Deed::Restore(changes) => {
                self.crash();
                let gone = self.scene.disk.put_back_copy(changes);
                if !gone.is_empty() {
                    self.scene.note(Happening::CopyLacksEntries);
                }
                self.scene
                    .say(|| format!("a copy is put back that lacks {} entries", gone.len()));
                self.scene
                    .ledger
                    .copy_lacks(gone.into_iter().map(|entry| entry.client_id));
            }
            Deed::Store(trouble, ms) => {
                self.scene
                    .disk
                    .is_in_trouble(trouble, self.scene.now.plus_ms(ms));
            }
            Deed::Member {
                room,
                person,
                is_in,
            } => {
                if let Some(room) = self.room(&room).filter(|room| *room == crate::disk::ATTIC) {
                    self.scene.disk.set_member(room, person.user(), is_in);
                    if let Some(process) = &mut self.process {
                        process.set_member(&mut self.scene, room, person.user(), is_in);
                    }
                }
            }
            Deed::Flood { room, messages } => self.flood(&room, messages),
        }
    }

    fn act_at(&mut self, seat: Seat, act: Act) {
        let scene = &mut self.scene;
        match act {
            Act::OpensTab => self.devices.opens(scene, seat),
            Act::ClosesTab => self.devices.closes_tab(scene, seat),
            Act::Reloads => {
                if self.devices.get(seat).client.is_some() {
                    self.devices.closes(scene, seat);
                    self.devices.opens(scene, seat);
                }
            }
            Act::Retries => self.devices.retries(scene, seat),
            Act::Cancels => self.devices.cancels(scene, seat),
            Act::Makes(name) => {
                let name = RoomName::from_stored(name);
                self.devices.intends(scene, seat, Intent::MakeRoom(name));
            }
            Act::Hides => self.devices.visible(scene, seat, false),
            Act::Looks => self.devices.visible(scene, seat, true),
            Act::Offline => self.devices.feed(scene, seat, Input::Online(false)),
            Act::Online => self.devices.feed(scene, seat, Input::Online(true)),
            Act::Tries => self.devices.intends(scene, seat, Intent::TryNow),
            Act::Sleeps(ms) => self.devices.sleeps(scene, seat, ms),
            Act::StorageFills => self.devices.storage_fills(seat),
            Act::Goes(room) => self.in_room(seat, &room, Intent::OpenRoom),
            Act::Types(room) => {
                if let Some(room) = self.room_seen(seat, &room) {
                    self.devices.types(&mut self.scene, seat, room.into());
                }
            }
            Act::TypesIn(room, above) => {
                if let Some(room) = self.room_seen(seat, &room) {
                    self.devices
                        .types_in_thread(&mut self.scene, seat, room, above);
                }
            }
            Act::Scrolls(room, Scroll::Up) => {
                self.reads_at(seat, &room, |timeline| timeline.extent().from);
                self.in_room(seat, &room, Intent::LoadOlder);
            }
            Act::Scrolls(room, Scroll::Down) => {
                self.reads_at(seat, &room, Timeline::newest_loaded);
                self.in_room(seat, &room, Intent::LoadNewer);
            }
            Act::Scrolls(room, Scroll::End) => self.in_room(seat, &room, Intent::JumpToNewest),
            Act::Posts(room, size) => {
                if let Some(room) = self.room_seen(seat, &room) {
                    self.devices.posts(&mut self.scene, seat, room, size);
                }
            }
            Act::Aims(room, aim, above) => {
                if let Some(room) = self.room_seen(seat, &room) {
                    self.devices.aims(&mut self.scene, seat, room, aim, above);
                }
            }
            Act::Topics(room, words) => {
                if let Some(room) = self.room_seen(seat, &room) {
                    let has_words = words == Words::Some;
                    self.devices
                        .sets_topic(&mut self.scene, seat, room, has_words);
                }
            }
            Act::Reads(room) => {
                let Some(room) = self.room_seen(seat, &room) else {
                    return;
                };
                let client = self.devices.get(seat).client.as_ref();
                let timeline = client.and_then(|client| client.timeline(room));
                let newest = timeline.map(Timeline::newest_loaded);
                if let Some(to) = newest {
                    let from = Seq::ZERO;
                    for intent in [
                        Intent::Reads(room, Reading::End),
                        Intent::Seen { room, from, to },
                    ] {
                        self.devices.intends(&mut self.scene, seat, intent);
                    }
                }
            }
        }
    }

    /// The reader is at the line that `of` says.
    fn reads_at(&mut self, seat: Seat, room: &str, of: impl FnOnce(&Timeline) -> Seq) {
        let Some(room) = self.room_seen(seat, room) else {
            return;
        };
        let client = self.devices.get(seat).client.as_ref();
        let Some(seq) = client.and_then(|client| client.timeline(room)).map(of) else {
            return;
        };
        let lines = Stretch {
            first: seq,
            last: seq,
        };
        let reads = Intent::Reads(room, Reading::Lines(lines));
        self.devices.intends(&mut self.scene, seat, reads);
    }

    fn in_room(&mut self, seat: Seat, room: &str, intent: impl FnOnce(RoomId) -> Intent) {
        if let Some(room) = self.room_seen(seat, room) {
            self.devices.intends(&mut self.scene, seat, intent(room));
        }
    }

    /// A room that exists.
    fn room(&self, name: &str) -> Option<RoomId> {
        let rooms = self.scene.disk.rooms();
        rooms
            .iter()
            .find(|(room, _)| room.name.as_str() == name)
            .map(|(room, _)| room.id)
    }

    /// A room that stands in somebody's list. Before there is a list, the lobby.
    fn room_seen(&self, seat: Seat, name: &str) -> Option<RoomId> {
        let client = self.devices.get(seat).client.as_ref()?;
        let rooms = client.rooms();
        if rooms.is_empty() && name == chat_store::LOBBY_NAME {
            return Some(chat_store::LOBBY);
        }
        rooms
            .iter()
            .find(|view| view.name.as_str() == name)
            .map(|view| view.room)
    }

    fn weather(&mut self, seat: Seat, weather: Weather) {
        let until = |ms| self.scene.now.plus_ms(ms);
        match weather {
            Weather::Cut(notices) => self.cut(seat, notices),
            Weather::Stalls(ms) => {
                let until = until(ms);
                let Some(id) = self.scene.links.of(seat) else {
                    return;
                };
                if let Some(link) = self.scene.links.get(id) {
                    link.stuck_until = link.stuck_until.max(until);
                    self.scene.agenda.at(until, Event::Up(id));
                    self.scene.agenda.at(until, Event::Down(id));
                }
            }
            Weather::Slow(ms) => {
                let until = until(ms);
                self.scene.slow.push((seat, until));
            }
            Weather::Breaks(broken, ms) => self.devices.breaks(&mut self.scene, seat, broken, ms),
            Weather::Pages(trouble, ms) => {
                self.devices.pages_suffer(&self.scene, seat, trouble, ms);
            }
        }
    }

    /// The connection ends. What was on its way to the server may still arrive there;
    /// what was on its way to the client arrives, or not.
    fn cut(&mut self, seat: Seat, notices: Notices) {
        let Some(id) = self.scene.links.of(seat) else {
            return;
        };
        let (loses_up, loses_down) = (self.scene.chance.one_in(2), self.scene.chance.one_in(2));
        let Some(link) = self.scene.links.get(id) else {
            return;
        };
        if loses_up {
            link.up.lose();
        }
        if loses_down {
            link.down.lose();
        }
        let (server, client) = match notices {
            Notices::Both => (true, true),
            Notices::Client => (false, true),
            Notices::Server => (true, false),
            Notices::Nobody => {
                link.stuck_until = NEVER;
                return;
            }
        };
        if server {
            self.scene.send_up(id, Parcel::Closed(1006, "cut"), 0);
        }
        if client {
            self.scene.send_down(id, Parcel::Closed(1006, "cut"));
        } else if let Some(link) = self.scene.links.get(id) {
            link.is_deaf = true;
        }
    }

    /// cy's program writes lines over a plain connection.
    fn flood(&mut self, room: &str, messages: u64) {
        let writer = Person::all().last();
        let who = writer.and_then(|person| self.scene.disk.login(person));
        let (Some(room), Some(who)) = (self.room(room), who) else {
            return;
        };
        for _ in 0..messages {
            let Some(process) = self.process.as_mut().filter(|process| process.is_open()) else {
                return;
            };
            self.lines_made += 1;
            let mut random = [0xEE; 10];
            random[2..].copy_from_slice(&self.lines_made.to_be_bytes());
            let client_id = ClientId::new_v7(self.scene.wall().0, random);
            let text =
                MessageText::from_stored(format!("line {} of cy's program", self.lines_made));
            process.line(&mut self.scene, &who, room, client_id, text);
        }
    }
}
