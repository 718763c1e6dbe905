//! The seats: a client machine each while its tab is open, and the glue to network,
//! storage and time that the browser's driver is.

mod browser;
mod carry;
mod changes;
mod faults;

use std::collections::{BTreeMap, VecDeque};

use chat_client::wire::{Breakage, Fault};
use chat_client::{ChatClient, Generation, Input, Intent, Start};
use shared::cursor::Epoch;
use shared::ids::RoomId;
use shared::moment::Moment;
use shared::text::MessageText;

use self::browser::Storage;
use self::carry::PageTrip;
use crate::agenda::{Event, TabId};
use crate::chance::Chance;
use crate::network::LinkId;
use crate::plan::{PageTrouble, Size};
use crate::scene::Scene;
use crate::seat::{BrowserId, Seat};

/// Characters of a long message: a few of them fill a mailbox.
pub const LONG_CHARS: usize = 700;

/// A timer in a background tab may be this late; in front it is exact to some
/// milliseconds.
const HIDDEN_TIMER_LATE_MS: u64 = 1_000;

/// All seats.
#[derive(Debug)]
pub(crate) struct Devices {
    all: Vec<Device>,
    storage: BTreeMap<BrowserId, Storage>,
    tabs_made: u64,
    writes_made: u64,
    pages: BTreeMap<u64, PageTrip>,
    pages_made: u64,
}

/// One seat.
#[derive(Debug)]
pub(crate) struct Device {
    pub(crate) seat: Seat,
    /// While a tab is open here.
    pub(crate) client: Option<ChatClient>,
    /// How many clients were here before.
    pub(crate) life: u64,
    pub(crate) tab: TabId,
    /// The page that this tab showed before.
    former: Option<TabId>,
    asleep_until: Option<Moment>,
    pub(crate) hidden_since: Option<Moment>,
    breakage: Breakage,
    /// What the switch broke, and until when.
    broken: Vec<(Fault, Moment)>,
    pages: Option<(PageTrouble, Moment)>,
    links: BTreeMap<Generation, LinkId>,
    /// The log that its client was welcomed to last.
    pub(crate) epoch: Option<Epoch>,
    alarm: Option<Moment>,
    inputs: VecDeque<Input>,
}

impl Devices {
    pub(crate) fn new(seed: u64) -> Self {
        let device = |seat: Seat| Device {
            seat,
            client: None,
            life: 0,
            tab: TabId(0),
            former: None,
            asleep_until: None,
            hidden_since: None,
            breakage: Breakage::new(Chance::of(seed, &[3, seat.place() as u64]).next()),
            broken: Vec::new(),
            pages: None,
            links: BTreeMap::new(),
            epoch: None,
            alarm: None,
            inputs: VecDeque::new(),
        };
        Self {
            all: Seat::all().map(device).collect(),
            storage: BTreeMap::new(),
            tabs_made: 0,
            writes_made: 0,
            pages: BTreeMap::new(),
            pages_made: 0,
        }
    }

    pub(crate) fn get(&self, seat: Seat) -> &Device {
        &self.all[seat.place()]
    }

    fn get_mut(&mut self, seat: Seat) -> &mut Device {
        &mut self.all[seat.place()]
    }

    /// Seats whose tab is open.
    pub(crate) fn open(&self) -> impl Iterator<Item = &Device> {
        self.all.iter().filter(|device| device.client.is_some())
    }

    /// A page loads at this seat, if none is there.
    pub(crate) fn opens(&mut self, scene: &mut Scene, seat: Seat) {
        self.tabs_made += 1;
        let tab = TabId(self.tabs_made);
        let device = self.get_mut(seat);
        if device.client.is_some() {
            return;
        }
        device.life += 1;
        device.tab = tab;
        let names = [4, seat.place() as u64, device.life];
        let start = Start {
            now: scene.now,
            wall: scene.wall(),
            seed: Chance::of(scene.seed, &names).next(),
            kept: Vec::new(),
            token: None,
            choice: chat_client::Choice::default(),
        };
        device.client = Some(ChatClient::new(start));
        device.epoch = None;
        device.asleep_until = None;
        device.hidden_since = None;
        let former = device.former.replace(tab);
        scene.say(|| format!("{seat} opens a page"));
        if let Some(former) = former {
            self.take_over(scene, seat, former);
        }
        self.look_for_orphans(scene, seat.browser());
        self.feed(scene, seat, Input::Visible(true));
    }

    /// The page at this seat ends, without a word to anybody.
    pub(crate) fn closes(&mut self, scene: &mut Scene, seat: Seat) {
        let stored = self.stored(seat.browser());
        let device = self.get_mut(seat);
        if device.client.take().is_none() {
            return;
        }
        device.alarm = None;
        device.inputs.clear();
        for link in std::mem::take(&mut device.links).into_values() {
            scene.send_up(
                link,
                crate::network::Parcel::Closed(1001, "the page goes"),
                0,
            );
            if let Some(link) = scene.links.get(link) {
                link.leave_client();
            }
        }
        scene.ledger.page_ends(seat, &stored);
        scene.say(|| format!("{seat} closes the page"));
        self.look_for_orphans(scene, seat.browser());
    }

    /// The tab is closed, not only its page: a tab that opens here later is another one.
    pub(crate) fn closes_tab(&mut self, scene: &mut Scene, seat: Seat) {
        self.closes(scene, seat);
        self.get_mut(seat).former = None;
    }

    pub(crate) fn intends(&mut self, scene: &mut Scene, seat: Seat, intent: Intent) {
        self.feed(scene, seat, Input::Intent(intent));
    }

    pub(crate) fn posts(&mut self, scene: &mut Scene, seat: Seat, room: RoomId, size: Size) {
        let device = self.get(seat);
        if device.client.is_none() || device.asleep_until.is_some() {
            return;
        }
        let tab = device.tab;
        let (number, client_id) = self.new_write(scene);
        let mut text = format!("message {number} of {seat}");
        if size == Size::Long {
            text.push_str(&".".repeat(LONG_CHARS.saturating_sub(text.len())));
        }
        scene
            .ledger
            .wrote(seat, tab, room, client_id, text.clone(), None);
        scene.say(|| format!("{seat} writes message {number} into room {room}"));
        let text = MessageText::from_stored(text);
        self.intends(
            scene,
            seat,
            Intent::Post {
                room,
                client_id,
                text,
                reply_to: None,
                files: Vec::new(),
                thread: None,
            },
        );
    }

    /// Presses Retry on whatever failed at this seat.
    pub(crate) fn retries(&mut self, scene: &mut Scene, seat: Seat) {
        for id in scene.ledger.held_by(seat) {
            if scene
                .ledger
                .writes
                .get(&id)
                .is_some_and(|write| write.failed.is_some())
            {
                self.intends(scene, seat, Intent::Retry(id));
            }
        }
    }

    /// Takes back what was written last and is not sent.
    pub(crate) fn cancels(&mut self, scene: &mut Scene, seat: Seat) {
        if let Some(id) = scene.ledger.held_by(seat).pop() {
            // A change without words goes without a word.
            if let Some(write) = scene.ledger.writes.get_mut(&id) {
                write.is_overtaken = true;
            }
            self.intends(scene, seat, Intent::Cancel(id));
        }
    }

    /// Gives the client at a seat one input and carries out what it says. A device that
    /// sleeps hears nothing.
    pub(crate) fn feed(&mut self, scene: &mut Scene, seat: Seat, input: Input) {
        if self.get(seat).asleep_until.is_none() {
            self.get_mut(seat).inputs.push_back(input);
            self.drain(scene, seat);
        }
    }

    /// Gives the client everything that waits for it.
    fn drain(&mut self, scene: &mut Scene, seat: Seat) {
        if self.get(seat).asleep_until.is_some() {
            return;
        }
        while let Some(input) = self.get_mut(seat).inputs.pop_front() {
            let device = self.get_mut(seat);
            let Some(client) = &mut device.client else {
                return;
            };
            if let Input::Received(generation, frame) = &input
                && let shared::server_frame::ServerFrame::Welcome(welcome) = &**frame
                && device.links.contains_key(generation)
            {
                device.epoch = Some(welcome.epoch);
            }
            let before = client.status().link.clone();
            let outputs = client.handle(scene.now, input);
            let after = client.status().link.clone();
            if before != after {
                scene.say(|| format!("{seat} is {after:?}"));
            }
            scene
                .ledger
                .looks_at(seat, device.life, device.epoch, client);
            self.carry_out(scene, seat, outputs);
        }
        self.set_alarm(scene, seat);
    }

    /// The alarm rings, perhaps for a deadline that has moved since.
    pub(crate) fn alarm(&mut self, scene: &mut Scene, seat: Seat) {
        let now = scene.now;
        let device = self.get_mut(seat);
        if device.asleep_until.is_none() && device.alarm.is_some_and(|at| at <= now) {
            device.alarm = None;
            if device
                .client
                .as_ref()
                .and_then(ChatClient::deadline)
                .is_some_and(|due| due <= now)
            {
                self.feed(scene, seat, Input::Deadline);
            } else {
                self.set_alarm(scene, seat);
            }
        }
    }

    fn set_alarm(&mut self, scene: &mut Scene, seat: Seat) {
        let device = self.get_mut(seat);
        let Some(deadline) = device.client.as_ref().and_then(ChatClient::deadline) else {
            device.alarm = None;
            return;
        };
        let late_ms = if device.hidden_since.is_some() {
            scene.chance.between(0, HIDDEN_TIMER_LATE_MS)
        } else {
            scene.chance.between(0, 3)
        };
        let at = deadline.max(scene.now).plus_ms(late_ms);
        if device
            .alarm
            .is_none_or(|alarm| alarm > at || alarm < scene.now)
        {
            device.alarm = Some(at);
            scene.agenda.at(at, Event::Alarm(seat));
        }
    }
}
