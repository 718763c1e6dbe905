//! Random plans. The weights are those of a bad day: mostly people who write and read,
//! and every few steps something that breaks.

use super::{
    Act, Aim, Broken, CrashPoint, Deed, Notices, PageTrouble, Plan, Scroll, Size, Step, Trouble,
    Weather, Words,
};
use crate::chance::Chance;
use crate::seat::{Person, Seat};

/// Rooms that a plan speaks of; the last ones exist only once somebody makes them.
const ROOMS: [&str; 8] = [
    "lobby", "lobby", "lobby", "den", "den", "attic", "made-1", "made-2",
];

impl Plan {
    /// The plan of this seed, with about so many steps.
    #[must_use]
    pub fn generate(seed: u64, steps: usize) -> Self {
        let mut chance = Chance::of(seed, &[1]);
        let log = *chance.pick(&[0, 0, 3, 40, 70, 230]);
        let mut plan = Self {
            seed,
            log,
            steps: opening(&mut chance),
        };
        for _ in 0..steps {
            let after_ms = pause(&mut chance);
            let deed = deed(&mut chance);
            let at_once_elsewhere = elsewhere(&deed, &mut chance);
            plan.steps.push(Step { after_ms, deed });
            plan.steps.extend(at_once_elsewhere);
        }
        plan
    }
}

/// The same change of the same message, by the same person on another device, which has
/// not heard of the first: one of them comes too late.
fn elsewhere(deed: &Deed, chance: &mut Chance) -> Option<Step> {
    let Deed::At(seat, act @ Act::Aims(..)) = deed else {
        return None;
    };
    if !chance.one_in(2) {
        return None;
    }
    let of_person = seat.place() / 3 * 3;
    let other = of_person + (seat.place() + 1) % 3;
    let other = Seat::all().nth(other)?;
    let after_ms = chance.between(0, 4);
    let deed = Deed::At(other, act.clone());
    Some(Step { after_ms, deed })
}

/// Somebody has to be there, and to look at the same room.
fn opening(chance: &mut Chance) -> Vec<Step> {
    let mut steps = Vec::new();
    for seat in Seat::all() {
        let is_first = seat.place() % 3 == 0;
        if is_first || chance.one_in(2) {
            for act in [Act::OpensTab, Act::Goes("lobby".to_owned())] {
                let after_ms = chance.between(0, 60);
                steps.push(Step {
                    after_ms,
                    deed: Deed::At(seat, act),
                });
            }
        }
    }
    steps
}

fn pause(chance: &mut Chance) -> u64 {
    match chance.between(0, 99) {
        0..=29 => chance.between(0, 4),
        30..=69 => chance.between(5, 300),
        70..=92 => chance.between(300, 3_000),
        93..=98 => chance.between(3_000, 20_000),
        _ => chance.between(20_000, 70_000),
    }
}

fn deed(chance: &mut Chance) -> Deed {
    let seat = seat(chance);
    match chance.between(0, 99) {
        0..=69 => Deed::At(seat, act(chance)),
        70..=85 => Deed::Net(seat, weather(chance)),
        86..=90 => Deed::Crash(*chance.pick(&[
            CrashPoint::Now,
            CrashPoint::BeforeAppend,
            CrashPoint::BeforeCommit,
            CrashPoint::AfterCommit,
            CrashPoint::AfterPublish,
        ])),
        91 => Deed::Stop,
        92 => Deed::Restore(chance.between(1, 12)),
        93..=94 => trouble(chance),
        95..=97 => Deed::Member {
            room: "attic".to_owned(),
            person: *chance.pick(&Person::all().collect::<Vec<_>>()),
            is_in: chance.one_in(2),
        },
        _ => Deed::Flood {
            room: room(chance),
            messages: if chance.one_in(25) {
                1_100
            } else {
                *chance.pick(&[3, 20, 60, 130, 200])
            },
        },
    }
}

/// The first seat of each person does most.
fn seat(chance: &mut Chance) -> Seat {
    let seats: Vec<Seat> = Seat::all().collect();
    let seat = *chance.pick(&seats);
    if chance.one_in(2) {
        seats[seat.place() / 3 * 3]
    } else {
        seat
    }
}

fn room(chance: &mut Chance) -> String {
    (*chance.pick(&ROOMS)).to_owned()
}

fn act(chance: &mut Chance) -> Act {
    match chance.between(0, 126) {
        0..=39 => {
            let size = if chance.one_in(5) {
                Size::Long
            } else {
                Size::Short
            };
            Act::Posts(room(chance), size)
        }
        40..=51 => Act::Goes(room(chance)),
        52..=58 => Act::Reads(room(chance)),
        59..=65 => {
            let scroll = *chance.pick(&[Scroll::Up, Scroll::Up, Scroll::Down, Scroll::End]);
            Act::Scrolls(room(chance), scroll)
        }
        66 => Act::Types(room(chance)),
        67..=68 => Act::Makes(format!("made-{}", chance.between(1, 3))),
        69..=77 => Act::OpensTab,
        78..=80 => Act::ClosesTab,
        81..=84 => Act::Reloads,
        85..=86 => Act::Retries,
        87..=88 => Act::Cancels,
        89..=91 => Act::Hides,
        92 => Act::Looks,
        93 => Act::Offline,
        94 => Act::Online,
        95 => Act::Tries,
        96 => Act::StorageFills,
        97..=99 => Act::Sleeps(chance.between(1_000, 90_000)),
        125..=126 => Act::TypesIn(room(chance), chance.between(0, 2)),
        122..=124 => {
            let words = if chance.one_in(4) {
                Words::None
            } else {
                Words::Some
            };
            Act::Topics(room(chance), words)
        }
        _ => {
            let aim = *chance.pick(&[
                Aim::Edits,
                Aim::Edits,
                Aim::Edits,
                Aim::Deletes,
                Aim::Reacts,
                Aim::Reacts,
                Aim::Pins,
                Aim::Quotes,
                Aim::Replies,
            ]);
            // Mostly the same few messages, so that people and devices meet there.
            let above = if chance.one_in(5) {
                chance.between(0, 90)
            } else {
                chance.between(0, 2)
            };
            Act::Aims(room(chance), aim, above)
        }
    }
}

fn weather(chance: &mut Chance) -> Weather {
    match chance.between(0, 99) {
        0..=39 => Weather::Cut(*chance.pick(&[
            Notices::Both,
            Notices::Client,
            Notices::Server,
            Notices::Nobody,
        ])),
        40..=54 if chance.one_in(3) => Weather::Stalls(chance.between(15_000, 70_000)),
        40..=54 => Weather::Stalls(chance.between(100, 15_000)),
        55..=69 => Weather::Slow(chance.between(2_000, 30_000)),
        70..=84 => {
            let broken = [Broken::Drop, Broken::Silence, Broken::Delay, Broken::Loss];
            Weather::Breaks(*chance.pick(&broken), chance.between(500, 20_000))
        }
        _ => {
            let trouble = [PageTrouble::Late, PageTrouble::Twice, PageTrouble::Fails];
            Weather::Pages(*chance.pick(&trouble), chance.between(1_000, 20_000))
        }
    }
}

fn trouble(chance: &mut Chance) -> Deed {
    let trouble = [
        Trouble::FlakyReads,
        Trouble::FlakyReads,
        Trouble::NoWrites,
        Trouble::Full,
        Trouble::Slow,
    ];
    Deed::Store(*chance.pick(&trouble), chance.between(200, 20_000))
}
