//! Devices of one person and a server that keeps the rule of the store.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

const ROOM: RoomId = RoomId(1);

/// What the store does, in short; its own contract holds the two together.
#[derive(Default)]
struct Server {
    draft: Option<Draft>,
}

impl Server {
    fn keep(&mut self, write: &DraftWrite) -> Draft {
        let before = self.draft.take();
        let revision = before.as_ref().map_or(1, |before| before.revision + 1);
        let aside = before.map_or_else(String::new, |before| {
            let has_seen = write.base >= before.revision;
            let kept = if write.drops_aside && has_seen {
                String::new()
            } else {
                before.aside
            };
            if has_seen || write.by == before.by || write.text.contains(&before.text) {
                kept
            } else {
                [kept, before.text].concat()
            }
        });
        let draft = Draft {
            room: ROOM,
            revision,
            by: write.by,
            text: write.text.clone(),
            aside,
        };
        self.draft = Some(draft.clone());
        draft
    }

    fn after(&self, revision: u64) -> Vec<Draft> {
        let newer = self.draft.iter().filter(|draft| draft.revision > revision);
        newer.cloned().collect()
    }
}

/// A device with its box, and what it wants of the server.
struct Device {
    drafts: Drafts,
    text: String,
    known: Known,
    asks: Vec<u64>,
    tells: Vec<DraftWrite>,
}

impl Device {
    fn new(number: u8) -> Self {
        Self {
            drafts: Drafts::new(ClientId::new_v7(1, [number; 10]), []),
            text: String::new(),
            known: Known::default(),
            asks: Vec::new(),
            tells: Vec::new(),
        }
    }

    fn does(&mut self, does: Vec<Do>) {
        for one in does {
            match one {
                Do::Ask(after) => self.asks.push(after),
                Do::Tell(_, write) => self.tells.push(write),
                Do::Put(_, text) => self.text = text,
                Do::Keep(_, known) => self.known = known,
                Do::Aside(_) => {}
            }
        }
    }

    fn types(&mut self, at: u64, text: &str) {
        text.clone_into(&mut self.text);
        let does = self.drafts.typed(Moment(at), ROOM, text);
        self.does(does);
    }

    fn wakes(&mut self, at: u64) {
        let does = self.drafts.handle_deadline(Moment(at));
        self.does(does);
    }

    fn hears(&mut self) {
        let does = self.drafts.news();
        self.does(does);
    }

    /// Everything that it wants of the server, until it wants nothing.
    fn talks(&mut self, at: u64, server: &mut Server) {
        loop {
            if let Some(after) = self.asks.pop() {
                let does = self.drafts.came(Moment(at), server.after(after));
                self.does(does);
            } else if let Some(write) = self.tells.pop() {
                let draft = server.keep(&write);
                let does = self.drafts.told(Moment(at), draft);
                self.does(does);
            } else {
                return;
            }
        }
    }

    fn aside(&self) -> &str {
        self.drafts.aside(ROOM)
    }

    /// The page is loaded anew from what the browser keeps.
    fn reloads(&mut self, number: u8) {
        let kept = [(ROOM, self.text.clone(), self.known.clone())];
        self.drafts = Drafts::new(ClientId::new_v7(1, [number; 10]), kept);
        self.asks.clear();
        self.tells.clear();
    }
}

#[test]
fn what_is_typed_reaches_the_other_device_when_it_was_told() {
    let (mut server, mut one, mut other) = (Server::default(), Device::new(1), Device::new(2));
    one.types(0, "half");
    one.types(400, "half a thought");
    assert_eq!(one.tells, [], "not at each key");
    assert_eq!(one.drafts.deadline(), Some(Moment(DRAFT_EVERY_MS)));
    one.wakes(DRAFT_EVERY_MS);
    one.talks(1_600, &mut server);
    other.hears();
    other.talks(1_700, &mut server);
    assert_eq!(other.text, "half a thought");
    // It is sent there: here it is gone, at once.
    other.types(5_000, "");
    other.talks(5_000, &mut server);
    one.hears();
    one.talks(5_000, &mut server);
    assert_eq!((one.text.as_str(), one.aside()), ("", ""));
}

#[test]
fn a_box_is_not_written_over_while_somebody_types_in_it() {
    let (mut server, mut one, mut other) = (Server::default(), Device::new(1), Device::new(2));
    one.types(0, "one");
    one.wakes(1_500);
    one.talks(1_500, &mut server);
    one.types(3_000, "ones");
    one.wakes(4_500);
    one.talks(4_500, &mut server);
    one.types(4_600, "one");
    one.types(4_700, "ones");
    // All of it is told, but the fingers do not rest yet.
    other.hears();
    other.talks(4_800, &mut server);
    other.types(4_800, "other");
    other.wakes(6_300);
    other.talks(5_000, &mut server);
    one.hears();
    one.talks(5_000, &mut server);
    assert_eq!(one.text, "ones");
    one.wakes(4_700 + DRAFT_EVERY_MS);
    assert_eq!(one.text, "other");
    assert_eq!(one.aside(), "", "the other one had seen it");
}

#[test]
fn nor_while_an_input_method_composes() {
    let (mut server, mut one, mut other) = (Server::default(), Device::new(1), Device::new(2));
    one.drafts.held(Moment(0), ROOM, true);
    other.types(0, "other");
    other.wakes(1_500);
    other.talks(1_500, &mut server);
    one.hears();
    one.talks(60_000, &mut server);
    assert_eq!((one.text.as_str(), one.drafts.deadline()), ("", None));
    one.drafts.held(Moment(60_000), ROOM, false);
    one.wakes(61_500);
    assert_eq!(one.text, "other");
}

#[test]
fn of_two_texts_that_did_not_see_each_other_none_is_lost() {
    let (mut server, mut one, mut other) = (Server::default(), Device::new(1), Device::new(2));
    one.types(0, "written in the train");
    other.types(0, "written at the desk");
    other.wakes(1_500);
    other.talks(1_500, &mut server);
    one.hears();
    one.talks(9_000, &mut server);
    assert_eq!(one.text, "written in the train");
    assert_eq!(one.aside(), "written at the desk");
    other.hears();
    other.talks(9_000, &mut server);
    assert_eq!(other.text, "written in the train");
    assert_eq!(other.aside(), "written at the desk");
    // Put into the box, it is aside nowhere any more.
    let does = other.drafts.drop_aside(Moment(9_000), ROOM, "both of them");
    other.does(does);
    other.talks(9_000, &mut server);
    one.hears();
    one.talks(12_000, &mut server);
    assert_eq!((one.text.as_str(), one.aside()), ("both of them", ""));
}

#[test]
fn a_reload_knows_what_was_told_and_what_was_not() {
    let (mut server, mut one, mut other) = (Server::default(), Device::new(1), Device::new(2));
    one.types(0, "told");
    one.wakes(1_500);
    one.talks(1_500, &mut server);
    other.hears();
    other.talks(1_500, &mut server);
    other.types(2_000, "changed elsewhere");
    other.wakes(3_500);
    other.talks(3_500, &mut server);
    // Told: what came since takes its place.
    one.reloads(3);
    one.hears();
    one.talks(0, &mut server);
    assert_eq!((one.text.as_str(), one.aside()), ("changed elsewhere", ""));
    // Not told: both are kept, and shown after another reload too.
    one.types(5_000, "not told");
    one.reloads(4);
    other.types(5_000, "elsewhere again");
    other.wakes(6_500);
    other.talks(6_500, &mut server);
    one.hears();
    one.talks(0, &mut server);
    assert_eq!(
        (one.text.as_str(), one.aside()),
        ("not told", "elsewhere again")
    );
    one.reloads(5);
    one.hears();
    one.talks(0, &mut server);
    assert_eq!(
        (one.text.as_str(), one.aside()),
        ("not told", "elsewhere again")
    );
}

#[test]
fn what_was_not_kept_is_told_with_the_next_link() {
    let (mut server, mut one) = (Server::default(), Device::new(1));
    one.types(0, "text");
    one.wakes(1_500);
    assert_eq!(one.tells.pop().map(|write| write.text), Some("text".into()));
    let does = one.drafts.not_told(Moment(2_000), ROOM, None);
    one.does(does);
    assert_eq!(one.drafts.deadline(), None);
    one.hears();
    one.talks(9_000, &mut server);
    assert_eq!(server.draft.as_ref().unwrap().text, "text");
    // One that was too fast is told by itself.
    one.types(10_000, "more text");
    one.wakes(11_500);
    one.tells.clear();
    let does = one.drafts.not_told(Moment(11_600), ROOM, Some(500));
    one.does(does);
    one.wakes(12_100);
    one.talks(12_100, &mut server);
    assert_eq!(server.draft.as_ref().unwrap().text, "more text");
}

#[test]
fn a_text_that_is_too_long_stays_on_its_device() {
    let mut one = Device::new(1);
    one.types(0, &"x".repeat(DRAFT_CHARS_MAX + 1));
    one.wakes(1_500);
    assert_eq!((one.tells.len(), one.drafts.deadline()), (0, None));
}

/// What may happen on one of two devices.
#[derive(Clone, Copy, Debug)]
enum Step {
    Types,
    Wakes,
    Hears,
    Talks,
    LosesAnAnswer,
    Reloads,
}

fn steps() -> impl Strategy<Value = Vec<(usize, Step, u64)>> {
    let step = prop_oneof![
        3 => Just(Step::Types),
        3 => Just(Step::Wakes),
        3 => Just(Step::Hears),
        3 => Just(Step::Talks),
        1 => Just(Step::LosesAnAnswer),
        1 => Just(Step::Reloads),
    ];
    prop::collection::vec((0_usize..2, step, 0_u64..4_000), 0..60)
}

proptest! {
    /// Each device writes words of its own, and adds to what it finds: at the end every word
    /// that was ever typed is in the box or aside, and both devices show the same.
    #[test]
    fn every_word_is_in_the_box_or_aside(steps in steps()) {
        let mut server = Server::default();
        let mut devices = [Device::new(1), Device::new(2)];
        let mut words = BTreeMap::new();
        let (mut at, mut number) = (10_000, 10);
        for (which, step, passes) in steps {
            at += passes;
            number += 1;
            let device = &mut devices[which];
            match step {
                Step::Types => {
                    let word = format!("<{number}>");
                    let text = [device.text.as_str(), &word].concat();
                    words.insert(word, which);
                    device.types(at, &text);
                }
                Step::Wakes => device.wakes(at),
                Step::Hears => device.hears(),
                Step::Talks => device.talks(at, &mut server),
                Step::LosesAnAnswer => {
                    if let Some(write) = device.tells.pop() {
                        let _ = server.keep(&write);
                        let does = device.drafts.not_told(Moment(at), ROOM, None);
                        device.does(does);
                    }
                }
                Step::Reloads => device.reloads(number),
            }
        }
        for _ in 0..4 {
            for device in &mut devices {
                at += 10_000;
                device.drafts.nothing_came();
                device.wakes(at);
                device.talks(at, &mut server);
                device.hears();
                device.talks(at, &mut server);
            }
        }
        for word in words.keys() {
            for device in &devices {
                let is_there = device.text.contains(word) || device.aside().contains(word);
                prop_assert!(is_there, "{word}: {:?} and {:?} aside", device.text, device.aside());
            }
        }
        prop_assert_eq!(&devices[0].text, &devices[1].text);
        prop_assert_eq!(devices[0].aside(), devices[1].aside());
    }
}
