//! A world: everything that takes part, and the loop that lets one thing happen after
//! another until the plan is over and all is quiet.

mod deeds;
mod quiet;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use chat_client::FetchFailure;
use shared::moment::Moment;

use crate::agenda::{Agenda, Event};
use crate::chance::Chance;
use crate::device::Devices;
use crate::disk::Disk;
use crate::happening::Happening;
use crate::ledger::Ledger;
use crate::mutant::{Mutant, Switched};
use crate::network::{LinkId, Links, NEVER, Parcel};
use crate::plan::Plan;
use crate::scene::Scene;
use crate::server::Process;
use crate::story::Story;

/// Events that one run may take. The longest plans take a tenth of it; more is a world
/// that does not come to rest.
const EVENTS_MAX: u64 = 3_000_000;

/// What a run came to.
#[derive(Debug)]
pub struct Outcome {
    /// What did not hold, if anything.
    pub failure: Option<String>,
    /// What happened, if a story was asked for.
    pub story: Vec<String>,
    /// How much happened.
    pub tally: Tally,
}

/// How much happened in a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Steps of the world.
    pub events: u64,
    /// Virtual time, in milliseconds.
    pub virtual_ms: u64,
    /// Messages that people wrote.
    pub writes: u64,
    /// Entries that clients were given.
    pub entries_given: u64,
    /// Connections.
    pub links: u64,
    /// Server processes.
    pub processes: u64,
    /// How often what went wrong.
    pub happened: BTreeMap<Happening, u64>,
}

/// Runs a plan; the same plan always comes to the same outcome.
///
/// A machine that contradicts itself panics; the panic is caught here and told as the
/// failure.
#[must_use]
pub fn run(plan: &Plan, mutant: Option<Mutant>, story: Story) -> Outcome {
    let switched = Switched::on(mutant);
    let told = story.clone();
    let mut tally = Tally::default();
    let played = catch_unwind(AssertUnwindSafe(|| {
        let mut world = World::new(plan, mutant, story);
        let played = catch_unwind(AssertUnwindSafe(|| world.play()));
        tally = world.tally();
        if let Err(panic) = &played {
            let sentence = sentence(panic.as_ref());
            world.scene.say(|| format!("FAILED: {sentence}"));
        }
        played
    }));
    drop(switched);
    let failure = match played {
        Ok(Ok(())) => None,
        Ok(Err(panic)) | Err(panic) => Some(sentence(panic.as_ref())),
    };
    Outcome {
        failure,
        story: told.lines(),
        tally,
    }
}

fn sentence(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("a panic without words").to_owned()
}

impl Tally {
    /// Both together.
    pub fn add(&mut self, other: &Self) {
        self.events += other.events;
        self.virtual_ms += other.virtual_ms;
        self.writes += other.writes;
        self.entries_given += other.entries_given;
        self.links += other.links;
        self.processes += other.processes;
        for (happening, times) in &other.happened {
            *self.happened.entry(*happening).or_default() += times;
        }
    }
}

#[derive(Debug)]
struct World {
    plan: Plan,
    scene: Scene,
    devices: Devices,
    process: Option<Process>,
    processes: u64,
    events: u64,
    lines_made: u64,
}

impl World {
    fn new(plan: &Plan, mutant: Option<Mutant>, story: Story) -> Self {
        let mut scene = Scene {
            seed: plan.seed,
            now: Moment(1_000),
            agenda: Agenda::default(),
            links: Links::default(),
            disk: Disk::new(plan.log, mutant),
            ledger: Ledger::default(),
            story,
            mutant,
            crash_at: None,
            slow: Vec::new(),
            happened: BTreeMap::new(),
            chance: Chance::of(plan.seed, &[7]),
        };
        scene.after(0, Event::Starts);
        Self {
            plan: plan.clone(),
            devices: Devices::new(plan.seed),
            scene,
            process: None,
            processes: 0,
            events: 0,
            lines_made: 0,
        }
    }

    /// The plan, then quiet, then the last judgement.
    fn play(&mut self) {
        let mut at = self.scene.now.plus_ms(10);
        for (place, step) in self.plan.steps.iter().enumerate() {
            at = at.plus_ms(step.after_ms);
            self.scene.agenda.at(at, Event::Step(place));
        }
        self.run_until(at);
        self.come_to_rest();
        crate::judge::judge(&self.scene, &self.devices, self.process.as_mut());
    }

    fn tally(&self) -> Tally {
        Tally {
            events: self.events,
            virtual_ms: self.scene.now.0,
            writes: self.scene.ledger.writes.len() as u64,
            entries_given: self.scene.ledger.entries_given,
            links: self.scene.links.made(),
            processes: self.processes,
            happened: self.scene.happened.clone(),
        }
    }

    fn run_until(&mut self, until: Moment) {
        while let Some((at, event)) = self.scene.agenda.next(until) {
            self.scene.now = at.max(self.scene.now);
            self.events += 1;
            assert!(self.events < EVENTS_MAX, "the world does not come to rest");
            self.happens(event);
        }
        self.scene.now = self.scene.now.max(until);
    }

    fn happens(&mut self, event: Event) {
        let scene = &mut self.scene;
        match event {
            Event::Step(place) => {
                let deed = self.plan.steps[place].deed.clone();
                self.act(deed);
            }
            Event::Alarm(seat) => self.devices.alarm(scene, seat),
            Event::Wakes(seat) => self.devices.wakes(scene, seat),
            Event::Mends(seat) => self.devices.mends(scene, seat),
            Event::Held(seat, life, generation, text) => {
                if self.devices.get(seat).life == life {
                    self.devices.hears(scene, seat, generation, &text);
                }
            }
            Event::Orphans(browser, tab) => self.devices.orphans(scene, browser, tab),
            Event::PageAsked(number) => self.page_asked(number),
            Event::PageComes(number) => self.devices.page_comes(scene, number),
            Event::Up(link) => self.up(link),
            Event::Down(link) => self.devices.arrives(scene, link),
            Event::Turn(link) => {
                if let Some(process) = &mut self.process {
                    process.turn(scene, link);
                }
            }
            Event::Work(number, id) => {
                if let Some(process) = self.process.as_mut().filter(|p| p.number == number) {
                    process.work(scene, id);
                }
            }
            Event::Commit(number) => {
                if let Some(process) = self.process.as_mut().filter(|p| p.number == number) {
                    process.commit(scene);
                }
            }
            Event::Relay(number) => {
                if let Some(process) = self.process.as_mut().filter(|p| p.number == number) {
                    process.relay(scene);
                }
            }
            Event::Tick(number) => self.tick(number),
            Event::Dies(number) => {
                if self
                    .process
                    .as_ref()
                    .is_some_and(|process| process.number == number)
                {
                    self.crash();
                }
            }
            Event::Starts => self.start(),
        }
    }

    fn start(&mut self) {
        if self.process.is_none() {
            self.processes += 1;
            let epoch = self.scene.disk.epoch();
            self.scene
                .say(|| format!("the server starts, epoch {epoch}"));
            self.process = Some(Process::start(&mut self.scene, self.processes));
        }
    }

    fn tick(&mut self, number: u64) {
        let Some(process) = self.process.as_mut().filter(|p| p.number == number) else {
            return;
        };
        let has_stopped = process.tick(&mut self.scene);
        process.check_invariants();
        self.scene.links.sweep();
        if has_stopped {
            // What was accepted is written before the store closes.
            process.commit(&mut self.scene);
            self.scene.note(Happening::Stops);
            self.scene.say(|| "the server has stopped".to_owned());
            self.process_ends();
        }
    }

    /// The server is gone from one instruction to the next.
    fn crash(&mut self) {
        if self.process.is_some() {
            self.scene.say(|| "the server is killed".to_owned());
            self.scene.disk.crash();
            self.process_ends();
        }
    }

    fn process_ends(&mut self) {
        self.process = None;
        for id in self.scene.links.ids() {
            let Some(link) = self.scene.links.get(id).filter(|link| link.is_server_here) else {
                continue;
            };
            link.is_server_here = false;
            link.up.lose();
            if self.scene.chance.one_in(8) {
                // The machine went with it: nobody says that the connection is over.
                link.stuck_until = NEVER;
            } else {
                self.scene
                    .send_down(id, Parcel::Closed(1006, "the server is gone"));
            }
        }
        let ms = self.scene.chance.between(100, 4_000);
        self.scene.after(ms, Event::Starts);
    }

    /// Something reaches the server's machine.
    fn up(&mut self, id: LinkId) {
        let now = self.scene.now;
        let Some(link) = self.scene.links.get(id) else {
            return;
        };
        if !link.is_server_here {
            match link.take_up(now) {
                Some(Parcel::Dial) => match self.process.as_mut().filter(|p| p.is_open()) {
                    Some(process) => process.accept(&mut self.scene, id),
                    None => self
                        .scene
                        .send_down(id, Parcel::Closed(1006, "nobody listens")),
                },
                Some(Parcel::Opened | Parcel::Text(_) | Parcel::Closed(..)) | None => return,
            }
        }
        if let Some(process) = &mut self.process {
            process.turn(&mut self.scene, id);
        }
    }

    fn page_asked(&mut self, number: u64) {
        let Some(trip) = self.devices.page(number) else {
            return;
        };
        let answer = match (&self.process, self.scene.disk.login(trip.seat.person())) {
            (Some(process), Some(who)) => process.history(&self.scene, &who, &trip.ask),
            (Some(_), None) => Err(FetchFailure::NotSignedIn),
            (None, _) => Err(FetchFailure::Temporary),
        };
        self.devices.page_answered(&mut self.scene, number, answer);
    }
}
