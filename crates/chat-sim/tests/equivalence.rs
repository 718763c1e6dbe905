//! A client that applied entries as they came knows what a client knows that loads
//! afresh: for every kind of entry, in whatever way it came.
//!
//! A small server of its own keeps this apart from the machines on the other side. What
//! is compared is everything that a screen shows of a room and of the list of rooms.
//! Left out is where the New line stands: it is fixed when a person opens the room, and
//! the two open it at different times.

use std::collections::BTreeSet;

use chat_client::{
    ChatClient, Extent, Generation, Input, Intent, LineContent, Output, PageSide, Start,
};
use proptest::prelude::*;
use shared::client_frame::ClientFrame;
use shared::cursor::{Cursor, Epoch, Seq};
use shared::entry::{Author, Entry, EntryKind, RoomSummary};
use shared::http::EntriesPage;
use shared::ids::{ClientId, RequestId, RoomId, SessionId, UserId};
use shared::moment::{Moment, Timestamp};
use shared::server_frame::{
    FollowStart, Following, Live, Moved, Posted, RoomEntries, RoomHead, ServerFrame, Welcome,
};
use shared::signal::Roster;
use shared::text::{DisplayName, MessageText, RoomName};
use shared::version::ProtocolVersion;

const EPOCH: Epoch = Epoch(7);
const ROOM: RoomId = RoomId(1);
/// One that is listed and never opened.
const OTHER_ROOM: RoomId = RoomId(2);
const ME: UserId = UserId(1);
const PAGE: usize = 50;

/// The kinds of entry, one after the other. A new kind of the protocol does not compile
/// without its place here, and without entries to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Posted,
}

fn kind_of(entry: &EntryKind) -> Kind {
    match entry {
        EntryKind::Posted { .. } => Kind::Posted,
        EntryKind::Edited { .. }
        | EntryKind::Deleted { .. }
        | EntryKind::Reacted { .. }
        | EntryKind::Unreacted { .. }
        | EntryKind::Pinned { .. }
        | EntryKind::Unpinned { .. }
        | EntryKind::Erased => panic!("this client makes no such entry"),
    }
}

impl Kind {
    const FIRST: Self = Self::Posted;

    fn next(self) -> Option<Self> {
        match self {
            Self::Posted => None,
        }
    }

    fn all() -> impl Iterator<Item = Self> {
        std::iter::successors(Some(Self::FIRST), |kind| kind.next())
    }

    /// Entries of this kind. `log` is what was written before: an entry may be about one
    /// of those.
    fn entry(self, log: &[Entry], choice: u32) -> EntryKind {
        match self {
            Self::Posted => EntryKind::Posted {
                text: words(log.len(), choice),
                reply_to: None,
            },
        }
    }
}

fn words(number: usize, choice: u32) -> MessageText {
    let words = [
        "tea?",
        "*yes*",
        "`cargo test`",
        "https://example.org",
        "line\nline",
    ];
    let word = words[choice as usize % words.len()];
    MessageText::from_stored(format!("{word} {number}"))
}

#[test]
fn every_kind_of_entry_is_tried() {
    let mut tried = Vec::new();
    for kind in Kind::all() {
        assert_eq!(kind_of(&kind.entry(&[], 0)), kind);
        assert!(!tried.contains(&kind));
        tried.push(kind);
    }
}

/// How entries reach the client that was there.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// As they are stored, one frame each.
    Fed,
    /// In one frame.
    FedTogether,
    /// Stored while the link was down; the cursor brings them.
    Resumed,
    /// Written by this client; the answer comes first.
    OwnAnswerFirst,
    /// Written by this client; the feed is faster than the answer.
    OwnFeedFirst,
    /// Written by this client; the link goes before either comes.
    OwnLinkLost,
    /// Stored in the room that is not open.
    Elsewhere,
}

#[derive(Clone, Debug)]
struct Stretch {
    way: Way,
    /// Of each entry: who writes, of which kind, which of its kind.
    entries: Vec<(u64, usize, u32)>,
    /// Whether the reader has read to the end after it.
    is_read: bool,
}

fn stretches() -> impl Strategy<Value = Vec<Stretch>> {
    let way = prop_oneof![
        Just(Way::Fed),
        Just(Way::FedTogether),
        Just(Way::Resumed),
        Just(Way::OwnAnswerFirst),
        Just(Way::OwnFeedFirst),
        Just(Way::OwnLinkLost),
        Just(Way::Elsewhere),
    ];
    let kinds = Kind::all().count();
    let entries = proptest::collection::vec((1..4_u64, 0..kinds, any::<u32>()), 1..40);
    let stretch = (way, entries, any::<bool>()).prop_map(|(way, entries, is_read)| Stretch {
        way,
        entries,
        is_read,
    });
    proptest::collection::vec(stretch, 1..8)
}

/// The server: two logs, a read mark, and what it has to say.
#[derive(Default)]
struct Server {
    log: Vec<Entry>,
    other: Vec<Entry>,
    read: Seq,
    other_read: Seq,
    /// Kept back by the test.
    holds_posts: bool,
    held: Vec<(RequestId, Entry)>,
}

/// A client and its driver. The link is instant.
struct Driven {
    client: ChatClient,
    now: Moment,
    generation: Generation,
}

impl Server {
    fn store(&mut self, author: u64, client_id: ClientId, kind: EntryKind) -> Entry {
        let entry = entry(self.log.len(), author, client_id, kind);
        self.log.push(entry.clone());
        entry
    }

    fn says(&mut self, frame: ClientFrame) -> Vec<ServerFrame> {
        match frame {
            ClientFrame::Hello(_) => vec![ServerFrame::Welcome(Box::new(self.welcome()))],
            ClientFrame::Follow(follow) => self.follow(follow.id, follow.room, follow.after),
            ClientFrame::Post(post) => {
                let kind = EntryKind::Posted {
                    text: MessageText::from_stored(post.text),
                    reply_to: None,
                };
                let known = self
                    .log
                    .iter()
                    .find(|old| old.client_id == post.client_id)
                    .cloned();
                let is_new = known.is_none();
                let entry = known.unwrap_or_else(|| self.store(ME.0, post.client_id, kind));
                if self.holds_posts && is_new {
                    self.held.push((post.id, entry));
                    return Vec::new();
                }
                vec![posted(post.id, &entry)]
            }
            ClientFrame::MarkRead(mark) => {
                let read = if mark.room == ROOM {
                    &mut self.read
                } else {
                    &mut self.other_read
                };
                *read = mark.seq.max(*read);
                Vec::new()
            }
            ClientFrame::Ping(beat) => vec![ServerFrame::Pong(beat)],
            ClientFrame::Unfollow(_)
            | ClientFrame::Amend(_)
            | ClientFrame::MakeRoom(_)
            | ClientFrame::Typing(_)
            | ClientFrame::Away(_)
            | ClientFrame::Pong(_) => Vec::new(),
        }
    }

    fn welcome(&self) -> Welcome {
        let room = |room, name: &str, log: &[Entry], read| RoomSummary {
            room,
            name: RoomName::from_stored(name.to_owned()),
            head: Seq(log.len() as u64),
            read,
            posts: (Seq(log.len() as u64)).0,
            read_posts: read.0,
        };
        Welcome {
            version: ProtocolVersion::CURRENT,
            abilities: Vec::new(),
            server: "test".to_owned(),
            session: SessionId(1),
            user: author(ME.0),
            epoch: EPOCH,
            now: Timestamp(0),
            ping_every_ms: 25_000,
            pong_within_ms: 10_000,
            rooms: vec![
                room(ROOM, "lobby", &self.log, self.read),
                room(OTHER_ROOM, "den", &self.other, self.other_read),
            ],
            roster: Roster::default(),
        }
    }

    fn follow(&self, id: RequestId, room: RoomId, after: Option<Cursor>) -> Vec<ServerFrame> {
        let head = Seq(self.log.len() as u64);
        let (start, from) = match after {
            Some(cursor) => (FollowStart::Resumed, cursor.seq.next()),
            None => (
                FollowStart::Newest,
                Seq(self.log.len().saturating_sub(PAGE) as u64 + 1),
            ),
        };
        let mut frames = vec![ServerFrame::Following(Following {
            id,
            room,
            start,
            from,
            head,
        })];
        let first = place(from.previous());
        let pages = self.log[first..].chunks(PAGE);
        frames.extend(pages.map(|page| entries(page.to_vec())));
        frames.push(ServerFrame::Live(Live {
            room,
            head,
            posts: head.0,
        }));
        frames
    }

    fn page(&self, side: PageSide, limit: u16) -> EntriesPage {
        let limit = usize::from(limit);
        let at = |seq: Seq| place(seq).min(self.log.len());
        let entries = match side {
            PageSide::Before(seq) => {
                let end = at(seq.previous());
                &self.log[end.saturating_sub(limit)..end]
            }
            PageSide::After(seq) => &self.log[at(seq)..(at(seq) + limit).min(self.log.len())],
        };
        EntriesPage {
            epoch: EPOCH,
            head: Seq(self.log.len() as u64),
            entries: entries.to_vec(),
        }
    }
}

impl Driven {
    fn new(server: &mut Server, now: Moment) -> Self {
        let start = Start {
            now,
            wall: Timestamp(0),
            seed: 1,
            kept: Vec::new(),
            token: None,
            choice: chat_client::Choice::default(),
        };
        let client = ChatClient::new(start);
        let mut driven = Self {
            client,
            now,
            generation: Generation(0),
        };
        driven.feed(server, Input::Deadline);
        driven.feed(server, Input::Intent(Intent::OpenRoom(ROOM)));
        driven
    }

    fn feed(&mut self, server: &mut Server, input: Input) {
        let mut inputs = vec![input];
        while !inputs.is_empty() {
            let outputs = self.client.handle(self.now, inputs.remove(0));
            self.client.check_invariants();
            for output in outputs {
                match output {
                    Output::Open(generation, _) => {
                        self.generation = generation;
                        inputs.push(Input::Opened(generation));
                    }
                    Output::Transmit(generation, frame) => {
                        let frames = server.says(frame).into_iter();
                        let heard = |frame| Input::Received(generation, Box::new(frame));
                        inputs.extend(frames.map(heard));
                    }
                    Output::Fetch(ask) => {
                        inputs.push(Input::Page(ask, Ok(server.page(ask.side, ask.limit))));
                    }
                    Output::Probe
                    | Output::Shut(..)
                    | Output::Keep(_)
                    | Output::Forget(_)
                    | Output::Changed(_) => {}
                }
            }
        }
    }

    fn hear(&mut self, server: &mut Server, frame: ServerFrame) {
        let generation = self.generation;
        self.feed(server, Input::Received(generation, Box::new(frame)));
    }

    /// Time passes; every deadline is kept.
    fn wait(&mut self, server: &mut Server, ms: u64) {
        let until = self.now.plus_ms(ms);
        while let Some(due) = self.client.deadline().filter(|due| *due <= until) {
            self.now = due.max(self.now);
            self.feed(server, Input::Deadline);
        }
        self.now = until;
    }

    fn cut(&mut self, server: &mut Server) {
        let generation = self.generation;
        self.feed(server, Input::Closed(generation, 1006, String::new()));
    }

    /// Scrolls up until everything is held.
    fn load_all(&mut self, server: &mut Server) {
        for _ in 0..20 {
            self.feed(server, Input::Intent(Intent::LoadOlder(ROOM)));
            self.wait(server, 1_000);
        }
    }

    fn state(&self) -> State {
        let timeline = self.client.timeline(ROOM).expect("it is open");
        let lines = timeline.lines().iter().map(|line| match &line.content {
            LineContent::Entry { entry, mine } => (Entry::clone(entry), *mine),
            LineContent::Pending { .. } | LineContent::Hole { .. } => {
                panic!("{line:?} stands there when all is quiet")
            }
        });
        let rooms = self.client.rooms().iter();
        State {
            lines: lines.collect(),
            keys: timeline
                .lines()
                .iter()
                .map(|line| format!("{:?}", line.key))
                .collect(),
            extent: timeline.extent(),
            complete_to: timeline.complete_to(),
            has_older: timeline.has_older(),
            has_newer: timeline.has_newer(),
            new_below: timeline.new_below(Seq(timeline.head().0 / 2)),
            rooms: rooms
                .map(|room| (room.name.clone(), room.head, room.read, room.unread))
                .collect(),
            unsent: self.client.status().waiting + self.client.status().failed,
            typing: self
                .client
                .typing(ROOM)
                .into_iter()
                .map(|author| author.id.0)
                .collect(),
        }
    }
}

/// Everything that a screen shows of the log.
#[derive(Debug, PartialEq)]
struct State {
    lines: Vec<(Entry, bool)>,
    keys: Vec<String>,
    extent: Extent,
    complete_to: Option<Seq>,
    has_older: bool,
    has_newer: bool,
    new_below: u64,
    rooms: Vec<(RoomName, Seq, Seq, u64)>,
    unsent: usize,
    typing: BTreeSet<u64>,
}

fn place(seq: Seq) -> usize {
    usize::try_from(seq.0).unwrap_or(usize::MAX)
}

fn author(user: u64) -> Author {
    let name = ["nobody", "ada", "ben", "cy"][place(Seq(user))];
    Author {
        id: UserId(user),
        name: DisplayName::from_stored(name.to_owned()),
    }
}

fn entry(before: usize, user: u64, client_id: ClientId, kind: EntryKind) -> Entry {
    let number = before as u64 + 1;
    Entry {
        seq: Seq(number),
        at: Timestamp(number * 1_000),
        author: author(user),
        client_id,
        kind,
        posts: (Seq(number)).0,
        state: None,
    }
}

fn entries(entries: Vec<Entry>) -> ServerFrame {
    ServerFrame::Entries(RoomEntries {
        room: ROOM,
        entries,
    })
}

fn posted(id: RequestId, entry: &Entry) -> ServerFrame {
    ServerFrame::Posted(Posted {
        id,
        seq: entry.seq,
        at: entry.at,
    })
}

/// Lets one stretch happen to the client that is there.
fn happen(server: &mut Server, live: &mut Driven, stretch: &Stretch, made: &mut u64) {
    let mut id = || {
        *made += 1;
        ClientId::new_v7(*made, [1; 10])
    };
    let kinds: Vec<Kind> = Kind::all().collect();
    match stretch.way {
        Way::OwnAnswerFirst | Way::OwnFeedFirst | Way::OwnLinkLost => {
            server.holds_posts = true;
            for (_, _, choice) in &stretch.entries {
                let text = words(server.log.len(), *choice);
                let intent = Intent::Post {
                    room: ROOM,
                    client_id: id(),
                    text,
                };
                live.feed(server, Input::Intent(intent));
                let (request, entry) = server.held.pop().expect("it was sent at once");
                let frames = [posted(request, &entry), entries(vec![entry])];
                if matches!(stretch.way, Way::OwnLinkLost) {
                    live.cut(server);
                    live.wait(server, 30_000);
                } else if matches!(stretch.way, Way::OwnAnswerFirst) {
                    frames
                        .into_iter()
                        .for_each(|frame| live.hear(server, frame));
                } else {
                    frames
                        .into_iter()
                        .rev()
                        .for_each(|frame| live.hear(server, frame));
                }
            }
            server.holds_posts = false;
        }
        Way::Elsewhere => {
            for (user, kind, choice) in &stretch.entries {
                let kind = kinds[*kind].entry(&server.other, *choice);
                let new = entry(server.other.len(), *user, id(), kind);
                server.other.push(new);
            }
            let head = Seq(server.other.len() as u64);
            let rooms = vec![RoomHead {
                room: OTHER_ROOM,
                head,
                posts: head.0,
            }];
            live.hear(server, ServerFrame::Moved(Moved { rooms }));
        }
        Way::Fed | Way::FedTogether | Way::Resumed => {
            if matches!(stretch.way, Way::Resumed) {
                live.cut(server);
            }
            let mut new = Vec::new();
            for (user, kind, choice) in &stretch.entries {
                let kind = kinds[*kind].entry(&server.log, *choice);
                new.push(server.store(*user, id(), kind));
            }
            if matches!(stretch.way, Way::Resumed) {
                live.wait(server, 30_000);
            } else if matches!(stretch.way, Way::FedTogether) {
                live.hear(server, entries(new));
            } else {
                new.into_iter()
                    .for_each(|one| live.hear(server, entries(vec![one])));
            }
        }
    }
    if stretch.is_read {
        let seen = Intent::Seen {
            room: ROOM,
            from: Seq::ZERO,
            to: Seq(server.log.len() as u64),
        };
        live.feed(server, Input::Intent(seen));
    }
    live.wait(server, 2_000);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn who_was_there_knows_what_who_comes_later_knows(before in 0..120_usize, stretches in stretches()) {
        let mut server = Server::default();
        let mut made = 0;
        let first = Stretch {
            way: Way::Fed,
            entries: (0..before).map(|n| (n as u64 % 3 + 1, n % Kind::all().count(), n as u32)).collect(),
            is_read: false,
        };
        for (user, kind, choice) in &first.entries {
            made += 1;
            let kind = Kind::all().nth(*kind).expect("it is one of them").entry(&server.log, *choice);
            server.store(*user, ClientId::new_v7(made, [1; 10]), kind);
        }
        let mut live = Driven::new(&mut server, Moment(1));
        live.wait(&mut server, 2_000);
        for stretch in &stretches {
            happen(&mut server, &mut live, stretch, &mut made);
        }
        live.wait(&mut server, 10_000);
        let now = live.now;
        let mut fresh = Driven::new(&mut server, now);
        fresh.wait(&mut server, 2_000);
        live.load_all(&mut server);
        fresh.load_all(&mut server);
        // What one of them reads is told to the other by the server; here both read.
        for driven in [&mut live, &mut fresh] {
            prop_assert_eq!(driven.state().lines.len(), server.log.len());
        }
        prop_assert_eq!(live.state(), fresh.state());
    }
}

#[test]
fn the_comparison_can_fail() {
    let mut server = Server::default();
    let text = |text: &str| EntryKind::Posted {
        text: MessageText::from_stored(text.to_owned()),
        reply_to: None,
    };
    server.store(2, ClientId::new_v7(1, [1; 10]), text("tea?"));
    let mut live = Driven::new(&mut server, Moment(1));
    live.wait(&mut server, 2_000);
    // An entry that the client that was there is not given.
    server.store(2, ClientId::new_v7(2, [1; 10]), text("anybody?"));
    let fresh = Driven::new(&mut server, Moment(1));
    assert_ne!(live.state(), fresh.state());
}
