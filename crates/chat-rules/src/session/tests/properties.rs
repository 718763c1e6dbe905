//! What holds of a session whatever comes in whatever order.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use shared::client_frame::{
    Away, Beat, ClientFrame, Follow, Hello, MakeRoom, MarkRead, Post, Typing, Unfollow,
};
use shared::codec::Unreadable;
use shared::cursor::Seq;
use shared::ids::{ClientId, RequestId, RoomId};
use shared::moment::Moment;
use shared::refusal::{Refusal, RefusalCode};
use shared::server_frame::ServerFrame;
use shared::version::ProtocolVersion;

use super::script::{greeting, line, posted};
use crate::session::{Answer, Input, Language, Output, RateLimit, Request, Session, Ticket};

/// One step of a random conversation.
#[derive(Clone, Debug)]
enum Step {
    Frame(AnyFrame),
    Unreadable,
    Line(u8),
    Alive,
    /// To one of those that are out.
    Answer(u64, Fate),
    /// An answer to a ticket that is not out.
    Stray(u64),
    Pass(u64),
    Gone(u64),
    Stop,
}

/// A frame; requests get an id of their own when they are sent.
#[derive(Clone, Debug)]
enum AnyFrame {
    Hello(u16),
    Follow(u64),
    Unfollow(u64),
    Post(&'static str, Id),
    MakeRoom(&'static str),
    MarkRead,
    Typing,
    Away(bool),
    Ping,
    Pong,
}

#[derive(Clone, Copy, Debug)]
enum Id {
    Nil,
    Fresh,
}

/// How the server answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Good,
    Bad,
    /// With an answer that belongs to something else.
    Wrong,
}

/// A number that is spent on choices: far quicker to generate than a strategy for
/// every choice, and it shrinks towards the first of each.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        let side = self.0 % sides;
        self.0 /= sides;
        side
    }
}

fn frame_of(dice: &mut Dice) -> AnyFrame {
    match dice.roll(32) {
        0..8 => AnyFrame::Follow(1 + dice.roll(39)),
        8..12 => AnyFrame::Unfollow(1 + dice.roll(39)),
        12..19 => AnyFrame::Post("hello", Id::Fresh),
        19 => AnyFrame::Post("", Id::Fresh),
        20 => AnyFrame::Post("hello", Id::Nil),
        21 => AnyFrame::MakeRoom("hall"),
        22 => AnyFrame::MakeRoom("a/b"),
        23 | 24 => AnyFrame::MarkRead,
        25 | 26 => AnyFrame::Typing,
        27 => AnyFrame::Away(true),
        28 => AnyFrame::Away(false),
        29 => AnyFrame::Ping,
        30 => AnyFrame::Pong,
        _ => AnyFrame::Hello(1 + u16::from(dice.roll(10) == 0)),
    }
}

fn fate_of(dice: &mut Dice) -> Fate {
    match dice.roll(12) {
        0..8 => Fate::Good,
        8..11 => Fate::Bad,
        _ => Fate::Wrong,
    }
}

fn step_of(number: u64) -> Step {
    let mut dice = Dice(number);
    match dice.roll(100) {
        0..38 => Step::Frame(frame_of(&mut dice)),
        38..52 => Step::Line(dice.roll(4) as u8),
        52..84 => {
            let fate = fate_of(&mut dice);
            Step::Answer(dice.0, fate)
        }
        84..87 => Step::Alive,
        87 => Step::Unreadable,
        88 => Step::Stray(dice.roll(500)),
        89..92 => Step::Pass(0),
        92..95 => Step::Pass(dice.roll(200)),
        95..97 => Step::Pass(dice.roll(30_000)),
        _ => Step::Gone(1 + dice.roll(39)),
    }
}

fn some_steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let numbers = prop::collection::vec(any::<u64>(), 0..most);
    numbers.prop_map(|numbers| numbers.into_iter().map(step_of).collect())
}

/// A stop ends the conversation soon, so it comes late if at all.
fn steps() -> impl Strategy<Value = Vec<Step>> {
    (some_steps(200), 0..4_u8, some_steps(20)).prop_map(|(mut steps, stops, after)| {
        if stops == 3 {
            steps.push(Step::Stop);
        }
        steps.extend(after);
        steps
    })
}

/// A driver, the rest of the server and a client's memory, around one session.
struct World {
    session: Session,
    now: Moment,
    out: Vec<(Ticket, Request)>,
    tickets: BTreeSet<Ticket>,
    ids: u32,
    /// Requests of the client, and how often each was answered.
    requests: BTreeMap<RequestId, usize>,
    /// The rooms that the hub feeds to this session.
    joined: BTreeSet<RoomId>,
    /// Whether the client's last word on a room was to follow it.
    last_word: BTreeMap<RoomId, bool>,
    lines: Vec<String>,
    said: Vec<String>,
    closed: bool,
}

impl World {
    fn new(language: Language, rate: RateLimit) -> Self {
        Self {
            session: Session::new(Moment(0), language, rate),
            now: Moment(0),
            out: Vec::new(),
            tickets: BTreeSet::new(),
            ids: 0,
            requests: BTreeMap::new(),
            joined: BTreeSet::new(),
            last_word: BTreeMap::new(),
            lines: Vec::new(),
            said: Vec::new(),
            closed: false,
        }
    }

    fn greet(&mut self) {
        self.step(&Step::Frame(AnyFrame::Hello(1)));
        self.answer(0, Fate::Good);
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Frame(frame) => {
                let frame = self.frame(frame);
                self.handle(Input::Frame(frame));
            }
            Step::Unreadable => {
                let refusal = Refusal::new(RefusalCode::Malformed, "No.");
                let id = self.request();
                self.handle(Input::Unreadable(Unreadable {
                    id: Some(id),
                    refusal,
                }));
            }
            Step::Line(kind) => {
                let n = self.lines.len();
                let text = if *kind == 0 {
                    String::new()
                } else {
                    format!("line {n}")
                };
                self.lines.push(text.clone());
                self.handle(line(n as u32, &text));
            }
            Step::Alive => self.handle(Input::Alive),
            Step::Answer(which, fate) => {
                if !self.out.is_empty() {
                    self.answer((*which % self.out.len() as u64) as usize, *fate);
                }
            }
            Step::Stray(ticket) => {
                if !self.out.iter().any(|(out, _)| out.0 == *ticket) {
                    self.handle(Input::Answer(Ticket(*ticket), posted(1)));
                }
            }
            Step::Pass(ms) => self.pass(*ms),
            Step::Gone(room) => {
                self.joined.remove(&RoomId(*room));
                self.handle(Input::Gone(RoomId(*room)));
            }
            Step::Stop => self.handle(Input::Stopping {
                reconnect_after_ms: 5,
            }),
        }
    }

    fn request(&mut self) -> RequestId {
        self.ids += 1;
        if !self.closed {
            self.requests.insert(RequestId(self.ids), 0);
        }
        RequestId(self.ids)
    }

    fn frame(&mut self, frame: &AnyFrame) -> ClientFrame {
        let room = RoomId(1);
        match *frame {
            AnyFrame::Hello(version) => ClientFrame::Hello(Hello {
                version: ProtocolVersion(version),
                abilities: Vec::new(),
                token: None,
            }),
            AnyFrame::Follow(room) => {
                self.last_word.insert(RoomId(room), true);
                ClientFrame::Follow(Follow {
                    id: self.request(),
                    room: RoomId(room),
                    after: None,
                })
            }
            AnyFrame::Unfollow(room) => {
                self.last_word.insert(RoomId(room), false);
                ClientFrame::Unfollow(Unfollow { room: RoomId(room) })
            }
            AnyFrame::Post(text, id) => {
                let client_id = match id {
                    Id::Nil => ClientId::from_bytes([0; 16]),
                    Id::Fresh => ClientId::new_v7(u64::from(self.ids), [1; 10]),
                };
                let text = text.to_owned();
                ClientFrame::Post(Post {
                    id: self.request(),
                    room,
                    client_id,
                    text,
                    reply_to: None,
                    files: Vec::new(),
                    thread: None,
                })
            }
            AnyFrame::MakeRoom(name) => ClientFrame::MakeRoom(MakeRoom {
                id: self.request(),
                name: name.to_owned(),
            }),
            AnyFrame::MarkRead => ClientFrame::MarkRead(MarkRead { room, seq: Seq(3) }),
            AnyFrame::Typing => ClientFrame::Typing(Typing { room, thread: None }),
            AnyFrame::Away(away) => ClientFrame::Away(Away { away }),
            AnyFrame::Ping => ClientFrame::Ping(Beat { n: 1 }),
            AnyFrame::Pong => ClientFrame::Pong(Beat { n: 1 }),
        }
    }

    /// Carries out a request that is out, and answers it.
    fn answer(&mut self, place: usize, fate: Fate) {
        let (ticket, request) = self.out.swap_remove(place);
        let refusal = || Refusal::new(RefusalCode::Unavailable, "No.");
        let answer = match (&request, fate) {
            (Request::Greet { .. }, Fate::Good) => Answer::Greeted(Ok(greeting())),
            (Request::Greet { .. }, Fate::Bad) => Answer::Greeted(Err(refusal())),
            (Request::Follow { id, room, .. }, Fate::Good) => {
                if !self.closed {
                    self.joined.insert(*room);
                    self.answered(*id);
                }
                Answer::Done
            }
            (Request::Follow { .. }, Fate::Bad) => Answer::FollowRefused(refusal()),
            (Request::Post { .. } | Request::Amend { .. }, Fate::Good) => posted(7),
            (Request::Post { .. } | Request::Amend { .. }, Fate::Bad) => {
                Answer::Posted(Err(refusal()))
            }
            (Request::MakeRoom { .. }, _) => Answer::RoomMade(Err(refusal())),
            (Request::Follow { .. }, Fate::Wrong) => posted(7),
            (
                Request::Greet { .. }
                | Request::Post { .. }
                | Request::Amend { .. }
                | Request::Unfollow { .. }
                | Request::MarkRead { .. }
                | Request::Typing { .. }
                | Request::Away { .. },
                _,
            ) => Answer::Done,
        };
        self.handle(Input::Answer(ticket, answer));
    }

    fn pass(&mut self, ms: u64) {
        let end = self.now.plus_ms(ms);
        while let Some(at) = self.session.deadline().filter(|at| *at <= end) {
            self.now = self.now.max(at);
            self.handle(Input::Deadline);
            assert!(self.session.deadline() > Some(at) || self.session.deadline().is_none());
        }
        self.now = end;
        self.handle(Input::Deadline);
    }

    fn handle(&mut self, input: Input) {
        let before = self.closed;
        let outputs = self.session.handle(self.now, input);
        self.session.check_invariants();
        assert!(
            !before || outputs.is_empty(),
            "after the close: {outputs:?}"
        );
        let last = outputs.len().saturating_sub(1);
        for (place, output) in outputs.into_iter().enumerate() {
            match output {
                Output::Send(frame) => self.sent(&frame),
                Output::Say(text) => self.said.push(text.0),
                Output::ControlPing | Output::RoundTrip { .. } => {}
                Output::Ask(ticket, request) => {
                    assert!(self.tickets.insert(ticket), "{ticket:?} was given twice");
                    if let Request::Unfollow { room } = request {
                        self.joined.remove(&room);
                    }
                    self.out.push((ticket, request));
                }
                Output::PauseReading(until) => assert!(until >= self.now),
                Output::Close(_) => {
                    assert_eq!(place, last, "the close comes last");
                    self.closed = true;
                }
            }
        }
    }

    fn sent(&mut self, frame: &ServerFrame) {
        if let ServerFrame::Posted(posted) = frame {
            self.answered(posted.id);
        } else if let ServerFrame::RoomMade(made) = frame {
            self.answered(made.id);
        } else if let ServerFrame::Refused(refused) = frame
            && let Some(id) = refused.id
        {
            self.answered(id);
        }
    }

    fn answered(&mut self, id: RequestId) {
        let times = self
            .requests
            .get_mut(&id)
            .expect("only requests are answered");
        *times += 1;
        assert_eq!(*times, 1, "{id:?} was answered again");
    }

    fn answer_everything(&mut self) {
        while !self.out.is_empty() {
            self.answer(0, Fate::Good);
        }
    }
}

proptest! {
    #[test]
    fn every_request_is_answered_exactly_once(
        rate in prop_oneof![Just(RateLimit::On), Just(RateLimit::Off)],
        greets in any::<bool>(),
        steps in steps(),
    ) {
        let mut world = World::new(Language::Frames, rate);
        if greets {
            world.greet();
        }
        for step in &steps {
            world.step(step);
        }
        world.answer_everything();
        if !world.closed {
            for (id, times) in &world.requests {
                prop_assert_eq!(*times, 1, "{:?} was answered {} times", id, times);
            }
        }
        prop_assert!(world.said.is_empty(), "nothing is said in the frames language");
    }

    #[test]
    fn the_hub_feeds_what_the_client_last_asked_for(
        words in prop::collection::vec((1..4_u64, 0..4_u8, any::<u64>()), 0..80),
    ) {
        let mut world = World::new(Language::Frames, RateLimit::Off);
        world.greet();
        for (room, word, which) in words {
            match word {
                0 => world.step(&Step::Frame(AnyFrame::Follow(room))),
                1 => world.step(&Step::Frame(AnyFrame::Unfollow(room))),
                _ => world.step(&Step::Answer(which, Fate::Good)),
            }
            // So that no follow is refused for the limit of requests.
            if world.out.len() > 20 {
                world.answer_everything();
            }
        }
        world.answer_everything();
        for (room, follows) in &world.last_word {
            prop_assert_eq!(world.joined.contains(room), *follows, "{:?}", room);
        }
    }

    #[test]
    fn the_hub_feeds_nothing_that_the_session_does_not_know_of(steps in steps()) {
        let mut world = World::new(Language::Frames, RateLimit::Off);
        world.greet();
        for step in &steps {
            world.step(step);
        }
        world.answer_everything();
        if !world.closed && !steps.iter().any(|step| matches!(step, Step::Stop)) {
            for room in &world.joined {
                prop_assert!(world.session.followed.stage(*room).is_some(), "{:?}", room);
            }
        }
    }

    #[test]
    fn lines_are_said_back_in_their_order(
        rate in prop_oneof![Just(RateLimit::On), Just(RateLimit::Off)],
        steps in steps(),
    ) {
        let mut world = World::new(Language::Plain { room: RoomId(1) }, rate);
        for step in &steps {
            world.step(step);
        }
        world.answer_everything();
        let sent: Vec<&str> =
            world.said.iter().filter_map(|said| said.strip_prefix("You sent: ")).collect();
        let mut rest = world.lines.iter();
        for text in &sent {
            prop_assert!(rest.any(|line| line == text), "{:?} is out of order", text);
        }
        if !world.closed {
            prop_assert_eq!(world.said.len(), world.lines.len(), "each line is answered once");
        }
    }
}
