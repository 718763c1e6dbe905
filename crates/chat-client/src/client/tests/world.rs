//! Clients against a small server over a bad network, by chance: links drop at any
//! moment or go silent, frames come twice or are lost, pages fail, posts are refused
//! for now, tabs reload. When it is quiet again, every timeline is the log, and every
//! write is stored exactly once, in the order in which it was written.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use proptest::prelude::*;
use shared::client_frame::ClientFrame;
use shared::cursor::{Epoch, Seq};
use shared::entry::{Attached, Entry, EntryKind, RoomSummary};
use shared::http::EntriesPage;
use shared::ids::{ClientId, RoomId};
use shared::moment::{Moment, Timestamp};
use shared::refusal::{Refusal, RefusalCode};
use shared::server_frame::*;
use shared::text::{MessageText, RoomName};

use crate::recorder::Recorder;
use crate::recorder::replay::replay;
use crate::script::{author, room, welcome};
use crate::wire::Stamp;
use crate::*;

const NAMES: [&str; 2] = ["me", "ada"];
const ROOMS: [&str; 3] = ["lobby", "den", "hall"];

/// What a cursor may lie behind before this server rewinds it, and its page.
const BEHIND_MAX: u64 = 12;
const PAGE: u64 = 6;

#[derive(Clone, Debug)]
enum Step {
    Post {
        tab: usize,
        room: usize,
    },
    /// Somebody else writes.
    Other {
        room: usize,
    },
    Open {
        tab: usize,
        room: usize,
    },
    Attend {
        tab: usize,
        room: usize,
    },
    Older {
        tab: usize,
        room: usize,
    },
    Newest {
        tab: usize,
        room: usize,
    },
    Cancel {
        tab: usize,
    },
    Retry {
        tab: usize,
    },
    /// The server reads, and the tab hears, this many frames.
    Carry {
        tab: usize,
        up: usize,
        down: usize,
    },
    /// The next page is answered, or fails.
    Page {
        tab: usize,
        fails: bool,
    },
    /// A frame on its way comes a second time, later.
    Twice {
        tab: usize,
        at: usize,
    },
    /// Entries on their way are lost, as if they could not be read.
    Lose {
        tab: usize,
    },
    Drop {
        tab: usize,
    },
    /// Nothing comes any more, and nothing says so.
    Silence {
        tab: usize,
    },
    Reload {
        tab: usize,
    },
    Restart,
    /// The server refuses the next posts for now.
    Busy {
        posts: u8,
    },
    Wait {
        ms: u64,
    },
    Sleep {
        tab: usize,
        ms: u64,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let tab = || 0..NAMES.len();
    let room = || 0..ROOMS.len();
    prop_oneof![
        8 => (tab(), room()).prop_map(|(tab, room)| Step::Post { tab, room }),
        6 => room().prop_map(|room| Step::Other { room }),
        3 => (tab(), room()).prop_map(|(tab, room)| Step::Open { tab, room }),
        2 => (tab(), room()).prop_map(|(tab, room)| Step::Attend { tab, room }),
        2 => (tab(), room()).prop_map(|(tab, room)| Step::Older { tab, room }),
        1 => (tab(), room()).prop_map(|(tab, room)| Step::Newest { tab, room }),
        1 => tab().prop_map(|tab| Step::Cancel { tab }),
        1 => tab().prop_map(|tab| Step::Retry { tab }),
        24 => (tab(), 0..4usize, 0..6usize).prop_map(|(tab, up, down)| Step::Carry { tab, up, down }),
        3 => (tab(), any::<bool>()).prop_map(|(tab, fails)| Step::Page { tab, fails }),
        4 => (tab(), 0..8usize).prop_map(|(tab, at)| Step::Twice { tab, at }),
        2 => tab().prop_map(|tab| Step::Lose { tab }),
        3 => tab().prop_map(|tab| Step::Drop { tab }),
        1 => tab().prop_map(|tab| Step::Silence { tab }),
        2 => tab().prop_map(|tab| Step::Reload { tab }),
        1 => Just(Step::Restart),
        1 => (0..4u8).prop_map(|posts| Step::Busy { posts }),
        6 => (0..4_000u64).prop_map(|ms| Step::Wait { ms }),
        1 => (0..30_000u64).prop_map(|ms| Step::Wait { ms }),
        1 => (tab(), 0..90_000u64).prop_map(|(tab, ms)| Step::Sleep { tab, ms }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_quiet_every_timeline_is_the_log(
        seed: u64,
        steps in prop::collection::vec(step(), 1..140),
    ) {
        let mut world = World::new(seed);
        for step in steps {
            world.play(&step);
        }
        world.settle();
        world.check();
    }
}

#[derive(Default)]
struct Server {
    rooms: BTreeMap<RoomId, Vec<Entry>>,
    busy: u8,
    clock: u64,
}

/// One connection, as both ends see it.
struct Connection {
    generation: Generation,
    up: VecDeque<ClientFrame>,
    down: VecDeque<ServerFrame>,
    greeted: bool,
    silent: bool,
    followed: BTreeSet<RoomId>,
}

struct Tab {
    name: &'static str,
    client: ChatClient,
    recorder: Recorder,
    connection: Option<Connection>,
    pages: VecDeque<PageAsk>,
    storage: BTreeMap<ClientId, Kept>,
    /// Written, in order, and neither taken back nor ever shown as failed.
    written: BTreeMap<RoomId, Vec<ClientId>>,
    all: BTreeSet<ClientId>,
    taken_back: BTreeSet<ClientId>,
}

struct World {
    now: Moment,
    seed: u64,
    server: Server,
    tabs: Vec<Tab>,
    writes: u64,
}

impl World {
    fn new(seed: u64) -> Self {
        let mut server = Server::default();
        for name in ROOMS {
            server.rooms.insert(room(name), Vec::new());
        }
        let tab = |name| Tab {
            name,
            client: ChatClient::new(start(Moment(0), seed, Vec::new())),
            recorder: recorder(),
            connection: None,
            pages: VecDeque::new(),
            storage: BTreeMap::new(),
            written: BTreeMap::new(),
            all: BTreeSet::new(),
            taken_back: BTreeSet::new(),
        };
        let tabs = NAMES.map(tab).into_iter().collect();
        let mut world = Self {
            now: Moment(0),
            seed,
            server,
            tabs,
            writes: 0,
        };
        for tab in 0..NAMES.len() {
            world.feed(tab, Input::Online(true));
            world.feed(tab, Input::Intent(Intent::OpenRoom(room("lobby"))));
        }
        world
    }

    fn play(&mut self, step: &Step) {
        match *step {
            Step::Post { tab, room: at } => {
                self.writes += 1;
                let client_id = ClientId::new_v7(self.writes, [tab as u8; 10]);
                let target = room(ROOMS[at]);
                self.tabs[tab]
                    .written
                    .entry(target)
                    .or_default()
                    .push(client_id);
                self.tabs[tab].all.insert(client_id);
                let text = MessageText::from_stored(format!("{client_id}"));
                self.feed(
                    tab,
                    Input::Intent(Intent::Post {
                        room: target,
                        client_id,
                        text,
                        reply_to: None,
                        files: Vec::new(),
                        thread: None,
                    }),
                );
            }
            Step::Other { room: at } => self.others_write(room(ROOMS[at])),
            Step::Open { tab, room: at } => {
                self.feed(tab, Input::Intent(Intent::OpenRoom(room(ROOMS[at]))));
            }
            Step::Attend { tab, room: at } => {
                self.feed(tab, Input::Intent(Intent::Attend(room(ROOMS[at]))));
            }
            Step::Older { tab, room: at } => {
                self.feed(tab, Input::Intent(Intent::LoadOlder(room(ROOMS[at]))));
            }
            Step::Newest { tab, room: at } => {
                self.feed(tab, Input::Intent(Intent::JumpToNewest(room(ROOMS[at]))));
            }
            Step::Cancel { tab } => {
                if let Some(id) = self.tabs[tab].storage.keys().next_back().copied() {
                    self.feed(tab, Input::Intent(Intent::Cancel(id)));
                }
            }
            Step::Retry { tab } => self.retry_failed(tab),
            Step::Carry { tab, up, down } => self.carry(tab, up, down),
            Step::Page { tab, fails } => self.answer_page(tab, fails),
            Step::Twice { tab, at } => {
                if let Some(connection) = &mut self.tabs[tab].connection
                    && let Some(frame) = connection.down.get(at).cloned()
                    && !matches!(frame, ServerFrame::Welcome(_))
                {
                    let later = connection.down.len().min(at * 2 + 1);
                    connection.down.insert(later, frame);
                }
            }
            Step::Lose { tab } => {
                if let Some(connection) = &mut self.tabs[tab].connection {
                    let is_feed = |frame: &ServerFrame| matches!(frame, ServerFrame::Entries(_));
                    let lost = connection.down.iter().position(is_feed);
                    lost.map(|at| connection.down.remove(at));
                }
            }
            Step::Drop { tab } => self.drop_link(tab),
            Step::Silence { tab } => {
                if let Some(connection) = &mut self.tabs[tab].connection {
                    connection.silent = true;
                }
            }
            Step::Reload { tab } => {
                self.replays(&self.tabs[tab]);
                self.tabs[tab].connection = None;
                self.tabs[tab].pages.clear();
                let kept = self.tabs[tab].storage.values().cloned().collect();
                self.seed = self.seed.wrapping_add(1);
                self.tabs[tab].client = ChatClient::new(start(self.now, self.seed, kept));
                self.tabs[tab].recorder = recorder();
                self.feed(tab, Input::Intent(Intent::OpenRoom(room("lobby"))));
            }
            Step::Restart => (0..self.tabs.len()).for_each(|tab| self.drop_link(tab)),
            Step::Busy { posts } => self.server.busy = posts,
            Step::Wait { ms } => self.wait(ms),
            Step::Sleep { tab, ms } => {
                self.now = self.now.plus_ms(ms);
                self.feed(tab, Input::Deadline);
            }
        }
    }

    /// No more trouble, until nothing is left to do.
    fn settle(&mut self) {
        self.server.busy = 0;
        for name in ROOMS {
            // Whatever was lost at the end of a feed is noticed by what follows.
            self.others_write(room(name));
        }
        for round in 0.. {
            assert!(
                round < 200,
                "it never gets quiet: {:?}",
                self.tabs[0].client.status()
            );
            for tab in 0..self.tabs.len() {
                self.carry(tab, 1_000, 1_000);
                while !self.tabs[tab].pages.is_empty() {
                    self.answer_page(tab, false);
                }
                self.retry_failed(tab);
                for name in ROOMS {
                    self.feed(tab, Input::Intent(Intent::JumpToNewest(room(name))));
                }
            }
            let quiet = |tab: &Tab| {
                let status = tab.client.status();
                status.link == LinkState::Online
                    && status.waiting + status.failed == 0
                    && tab.pages.is_empty()
                    && ROOMS
                        .iter()
                        .filter_map(|name| tab.client.timeline(room(name)))
                        .all(|t| {
                            t.complete_to()
                                == Some(Seq(self.server.rooms[&t_room(t, tab)].len() as u64))
                        })
            };
            if self.tabs.iter().all(quiet) && round > 2 {
                return;
            }
            self.wait(2_500);
        }
    }

    /// What was recorded of a tab leads another machine to the same end.
    fn replays(&self, tab: &Tab) {
        let at = Stamp {
            now: self.now,
            ..Stamp::default()
        };
        let recording = tab.recorder.recording(&tab.client, at);
        let replayed = replay(&recording).expect("a recording can be replayed");
        assert!(replayed.is_equal(), "{replayed:#?}");
    }

    fn check(&self) {
        for tab in &self.tabs {
            self.replays(tab);
            assert!(tab.storage.is_empty(), "what is stored is forgotten");
            for (id, log) in &self.server.rooms {
                self.check_view(tab, *id, log);
                let own = log.iter().filter(|entry| entry.author == author(tab.name));
                let own: Vec<ClientId> = own.map(|entry| entry.client_id).collect();
                let once: BTreeSet<ClientId> = own.iter().copied().collect();
                assert_eq!(own.len(), once.len(), "a write is stored twice");
                let expected = tab.written.get(id).cloned().unwrap_or_default();
                let in_log: Vec<ClientId> =
                    own.into_iter().filter(|id| expected.contains(id)).collect();
                assert_eq!(
                    in_log, expected,
                    "writes are stored in the order of writing"
                );
            }
            let logs = self.server.rooms.values().flatten();
            let stored: BTreeSet<ClientId> = logs.map(|entry| entry.client_id).collect();
            for id in tab.all.difference(&tab.taken_back) {
                assert!(stored.contains(id), "a write is lost");
            }
        }
    }

    fn check_view(&self, tab: &Tab, id: RoomId, log: &[Entry]) {
        let view = tab
            .client
            .rooms()
            .iter()
            .find(|view| view.room == id)
            .expect("is listed");
        assert!(view.head.0 <= log.len() as u64);
        let Some(timeline) = tab.client.timeline(id) else {
            return;
        };
        let shown: Vec<&Entry> = timeline
            .lines()
            .iter()
            .map(|line| match &line.content {
                LineContent::Entry { entry, mine, .. } => {
                    assert_eq!(*mine, entry.author == author(tab.name));
                    &**entry
                }
                LineContent::Hole { .. } | LineContent::Pending { .. } => {
                    panic!("{line:?} is left over")
                }
            })
            .collect();
        let first = shown.first().map_or(0, |entry| entry.seq.0 as usize - 1);
        assert!(
            shown.iter().copied().eq(&log[first..]),
            "the timeline is not the log"
        );
        assert_eq!(timeline.head(), Seq(log.len() as u64));
        assert_eq!(timeline.has_older(), first > 0);
        assert_eq!(view.head, timeline.head());
    }

    fn wait(&mut self, ms: u64) {
        let until = self.now.plus_ms(ms);
        let mut calls = 0;
        loop {
            let due = |tab: &Tab| tab.client.deadline();
            let next = self
                .tabs
                .iter()
                .filter_map(due)
                .min()
                .filter(|due| *due <= until);
            let Some(next) = next else { break };
            calls = if next > self.now { 0 } else { calls + 1 };
            assert!(calls < 20, "a deadline that is met again and again");
            self.now = self.now.max(next);
            for tab in 0..self.tabs.len() {
                if self.tabs[tab]
                    .client
                    .deadline()
                    .is_some_and(|due| due <= self.now)
                {
                    self.feed(tab, Input::Deadline);
                }
            }
        }
        self.now = until;
        for tab in &mut self.tabs {
            if let Some(connection) = tab.connection.as_mut().filter(|c| c.greeted) {
                connection
                    .down
                    .push_back(ServerFrame::Ping(shared::client_frame::Beat { n: 1 }));
            }
        }
    }

    fn feed(&mut self, tab: usize, input: Input) {
        let now = self.now;
        let held = &mut self.tabs[tab];
        let outputs = held.recorder.handle(&mut held.client, now, input);
        held.client.check_invariants();
        let mut opened = None;
        let mut is_probed = false;
        for output in outputs {
            match output {
                Output::Open(generation, _) => {
                    opened = Some(generation);
                    held.connection = Some(Connection {
                        generation,
                        up: VecDeque::new(),
                        down: VecDeque::new(),
                        greeted: false,
                        silent: false,
                        followed: BTreeSet::new(),
                    });
                }
                Output::Transmit(generation, frame) => {
                    if let ClientFrame::Post(post) = &frame {
                        assert!(
                            held.storage.contains_key(&post.client_id),
                            "sent before kept"
                        );
                    }
                    let connection = held.connection.as_mut();
                    let connection = connection.filter(|c| c.generation == generation);
                    connection
                        .expect("sent on the open socket")
                        .up
                        .push_back(frame);
                }
                Output::Shut(generation, _) => {
                    held.connection
                        .take_if(|connection| connection.generation == generation);
                }
                // In this world a WebSocket always would, so that links move as well.
                Output::Probe => is_probed = true,
                Output::Fetch(ask) => held.pages.push_back(ask),
                Output::Keep(kept) => {
                    if kept.failed.is_some() {
                        held.forget_order(kept.room, kept.client_id);
                    }
                    held.storage.insert(kept.client_id, kept);
                }
                Output::Forget(id) => {
                    held.storage.remove(&id);
                }
                Output::Changed(Change::TakenBack {
                    room, client_id, ..
                }) => {
                    held.forget_order(room, client_id);
                    held.taken_back.insert(client_id);
                }
                Output::Changed(_) => {}
            }
        }
        if let Some(generation) = opened {
            self.feed(tab, Input::Opened(generation));
        }
        if is_probed {
            self.feed(tab, Input::Probed(true));
        }
    }

    fn drop_link(&mut self, tab: usize) {
        if let Some(connection) = self.tabs[tab].connection.take() {
            self.feed(
                tab,
                Input::Closed(connection.generation, 1006, String::new()),
            );
        }
    }

    fn carry(&mut self, tab: usize, up: usize, down: usize) {
        for _ in 0..up {
            let Some(connection) = &mut self.tabs[tab].connection else {
                break;
            };
            let Some(frame) = connection.up.pop_front() else {
                break;
            };
            self.serve(tab, frame);
        }
        for _ in 0..down {
            let Some(connection) = &mut self.tabs[tab].connection else {
                break;
            };
            if connection.silent {
                connection.down.clear();
                break;
            }
            let generation = connection.generation;
            let Some(frame) = connection.down.pop_front() else {
                break;
            };
            self.feed(tab, Input::Received(generation, Box::new(frame)));
        }
    }

    fn serve(&mut self, tab: usize, frame: ClientFrame) {
        let name = self.tabs[tab].name;
        let answers = match frame {
            ClientFrame::Amend(_) | ClientFrame::SetTopic(_) => {
                panic!("this client amends nothing")
            }
            ClientFrame::Hello(_) => {
                self.tabs[tab]
                    .connection
                    .as_mut()
                    .expect("it is open")
                    .greeted = true;
                vec![self.server.welcome(name)]
            }
            ClientFrame::Follow(follow) => {
                let connection = self.tabs[tab].connection.as_mut().expect("it is open");
                connection.followed.insert(follow.room);
                self.server.follow(&follow)
            }
            ClientFrame::Unfollow(unfollow) => {
                let connection = self.tabs[tab].connection.as_mut().expect("it is open");
                connection.followed.remove(&unfollow.room);
                Vec::new()
            }
            ClientFrame::Post(post) => {
                if self.server.busy > 0 {
                    self.server.busy -= 1;
                    let refusal = Refusal::new(RefusalCode::Unavailable, "Later.");
                    vec![ServerFrame::Refused(Refused {
                        id: Some(post.id),
                        refusal,
                    })]
                } else {
                    let (at, seq) = self.append(post.room, name, post.client_id, &post.text);
                    vec![ServerFrame::Posted(Posted {
                        id: post.id,
                        seq,
                        at,
                    })]
                }
            }
            ClientFrame::Ping(beat) => vec![ServerFrame::Pong(beat)],
            ClientFrame::MakeRoom(_)
            | ClientFrame::MarkRead(_)
            | ClientFrame::Typing(_)
            | ClientFrame::Away(_)
            | ClientFrame::Pong(_) => Vec::new(),
        };
        let connection = self.tabs[tab].connection.as_mut().expect("it is open");
        connection.down.extend(answers);
    }

    fn others_write(&mut self, room: RoomId) {
        self.writes += 1;
        let id = ClientId::new_v7(self.writes, [9; 10]);
        self.append(room, "ben", id, "text");
    }

    /// Stores a write once, and tells all who follow.
    fn append(&mut self, room: RoomId, by: &str, id: ClientId, text: &str) -> (Timestamp, Seq) {
        let log = self
            .server
            .rooms
            .get_mut(&room)
            .expect("a room of this server");
        let known = log
            .iter()
            .find(|e| e.client_id == id && e.author == author(by));
        if let Some(entry) = known {
            return (entry.at, entry.seq);
        }
        self.server.clock += 1_000;
        let entry = Entry {
            seq: Seq(log.len() as u64 + 1),
            at: Timestamp(self.server.clock),
            author: author(by),
            client_id: id,
            kind: EntryKind::Posted {
                text: MessageText::from_stored(text.to_owned()),
                reply_to: None,
                attached: Attached::default(),
            },
            posts: (Seq(log.len() as u64 + 1)).0,
            state: None,
        };
        log.push(entry.clone());
        for tab in &mut self.tabs {
            if let Some(connection) = tab.connection.as_mut().filter(|c| c.greeted) {
                connection
                    .down
                    .push_back(if connection.followed.contains(&room) {
                        ServerFrame::Entries(RoomEntries {
                            room,
                            entries: vec![entry.clone()],
                        })
                    } else {
                        let head = RoomHead {
                            room,
                            head: entry.seq,
                            posts: (entry.seq).0,
                        };
                        ServerFrame::Moved(Moved { rooms: vec![head] })
                    });
            }
        }
        (entry.at, entry.seq)
    }

    fn answer_page(&mut self, tab: usize, fails: bool) {
        let Some(ask) = self.tabs[tab].pages.pop_front() else {
            return;
        };
        let page = if fails {
            Err(FetchFailure::Temporary)
        } else {
            Ok(self.server.page(&ask))
        };
        self.feed(tab, Input::Page(ask, page));
    }

    fn retry_failed(&mut self, tab: usize) {
        let kept = self.tabs[tab].storage.values();
        let failed: Vec<ClientId> = kept
            .filter(|kept| kept.failed.is_some())
            .map(|kept| kept.client_id)
            .collect();
        for id in failed {
            self.feed(tab, Input::Intent(Intent::Retry(id)));
        }
    }
}

impl Tab {
    /// Writes that failed once may be stored in another order: the person saw it.
    fn forget_order(&mut self, room: RoomId, id: ClientId) {
        self.written
            .entry(room)
            .or_default()
            .retain(|other| *other != id);
    }
}

impl Server {
    fn welcome(&self, name: &str) -> ServerFrame {
        let rooms = ROOMS.map(|name| RoomSummary {
            room: room(name),
            name: RoomName::from_stored(name.to_owned()),
            head: Seq(self.rooms[&room(name)].len() as u64),
            read: Seq::ZERO,
            posts: (Seq(self.rooms[&room(name)].len() as u64)).0,
            read_posts: (Seq::ZERO).0,
        });
        let ServerFrame::Welcome(mut frame) = welcome(1, rooms.into_iter().collect()) else {
            panic!("a welcome");
        };
        frame.user = author(name);
        ServerFrame::Welcome(frame)
    }

    fn follow(&self, follow: &shared::client_frame::Follow) -> Vec<ServerFrame> {
        let log = &self.rooms[&follow.room];
        let head = log.len() as u64;
        let newest = head.saturating_sub(PAGE) + 1;
        let (start, from) = match follow.after {
            None => (FollowStart::Newest, newest),
            Some(cursor) if cursor.seq.0 <= head && head - cursor.seq.0 <= BEHIND_MAX => {
                (FollowStart::Resumed, cursor.seq.0 + 1)
            }
            Some(_) => (FollowStart::Rewound, newest),
        };
        let (id, room) = (follow.id, follow.room);
        let (from, head) = (Seq(from), Seq(head));
        let mut frames = vec![ServerFrame::Following(Following {
            id,
            room,
            start,
            from,
            head,
            topic: None,
        })];
        for page in log[from.0 as usize - 1..].chunks(4) {
            frames.push(ServerFrame::Entries(RoomEntries {
                room,
                entries: page.to_vec(),
            }));
        }
        frames.push(ServerFrame::Live(Live {
            room,
            head,
            posts: head.0,
        }));
        frames
    }

    fn page(&self, ask: &PageAsk) -> EntriesPage {
        let log = &self.rooms[&ask.room];
        let limit = usize::from(ask.limit).min(5);
        let entries = match ask.side {
            PageSide::Before(seq) => {
                let end = (seq.0 as usize - 1).min(log.len());
                log[end.saturating_sub(limit)..end].to_vec()
            }
            PageSide::After(seq) => log
                .iter()
                .skip(seq.0 as usize)
                .take(limit)
                .cloned()
                .collect(),
        };
        EntriesPage {
            epoch: Epoch(1),
            head: Seq(log.len() as u64),
            entries,
        }
    }
}

fn start(now: Moment, seed: u64, kept: Vec<Kept>) -> Start {
    Start {
        now,
        wall: Timestamp(0),
        seed,
        kept,
        token: None,
        choice: crate::Choice::default(),
    }
}

/// Of segments so short that most recordings begin in the middle of things.
fn recorder() -> Recorder {
    Recorder::with_limits(8_000, 3_000)
}

fn t_room(timeline: &Timeline, tab: &Tab) -> RoomId {
    let same = |name: &&&str| {
        tab.client
            .timeline(room(name))
            .is_some_and(|other| std::ptr::eq(other, timeline))
    };
    room(ROOMS.iter().find(same).expect("a followed room"))
}
