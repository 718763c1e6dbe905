//! The little language of the machine's tests: a conversation, line by line, in
//! virtual time. What the client does stands indented below the line that made it.
//! Long, but one thing: every word of the language, read and told.
//!
//! ```text
//! ~ 5s                       time passes; due deadlines are fed on the way
//! ! open                     the socket opens        ! late open: the one before
//! ! close 1006 WHY           it closes               ! late close 1006
//! ! probed yes               a WebSocket would open    ! probed no
//! ! hide, show, active, online, offline, sleep 1h, garbage, reload
//! < welcome lobby=3/1        a frame from the server: rooms with head/read
//! < following lobby newest 1 3
//! < entries lobby 1-3 ada    numbers and author      < entry lobby 4 me c1
//! < live lobby 3             < posted c1 4           < refused c1 too_fast 500
//! < late ping 3              on the socket before this one
//! * post lobby c1            what the person wants   * open, retry, cancel, older …
//! = page lobby 1-3 3         the answer to the last fetch: entries, head
//! = page lobby fail
//! ? lobby                    the lines of a timeline  ? lobby.new
//! ? status
//! ```

mod words;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use shared::client_frame::{Beat, ClientFrame};
use shared::cursor::{Epoch, Seq};
use shared::entry::{Attached, Author, Entry, EntryKind, RoomSummary};
use shared::http::EntriesPage;
use shared::ids::{ClientId, RequestId, RoomId, SessionId, UserId};
use shared::moment::{Moment, Timestamp};
use shared::refusal::{Refusal, RefusalCode};
use shared::server_frame::*;
use shared::signal::Roster;
use shared::text::{DisplayName, MessageText, RoomName};
use shared::version::ProtocolVersion;

use self::words::{link_words, timeline_words};
use crate::recorder::Recorder;
use crate::recorder::replay::replay;
use crate::wire::Stamp;
use crate::*;

const ROOMS: [&str; 10] = [
    "", "lobby", "den", "hall", "r4", "r5", "r6", "r7", "r8", "r9",
];

/// Runs a script; answers what was said and done.
pub(crate) fn run(script: &str) -> String {
    let mut player = Player::new();
    for line in script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        writeln!(player.log, "{line}").unwrap();
        player.play(line);
    }
    player.replays();
    player.log
}

/// Of segments so short that most recordings begin in the middle of things.
fn recorder() -> Recorder {
    Recorder::with_limits(60_000, 2_000)
}

pub(crate) fn room(name: &str) -> RoomId {
    RoomId(
        ROOMS
            .iter()
            .position(|room| *room == name)
            .expect("a room of the cast") as u64,
    )
}

pub(crate) fn client_id(n: u8) -> ClientId {
    ClientId::from_bytes([n; 16])
}

pub(crate) fn author(name: &str) -> Author {
    let id = ["", "me", "ada", "ben", "cy"]
        .iter()
        .position(|other| *other == name);
    let id = UserId(id.expect("somebody of the cast") as u64);
    Author {
        id,
        name: DisplayName::from_stored(name.to_owned()),
    }
}

pub(crate) fn entry(seq: u64, by: &str, id: ClientId) -> Entry {
    Entry {
        seq: Seq(seq),
        at: Timestamp(seq.saturating_mul(1_000)),
        author: author(by),
        client_id: id,
        kind: EntryKind::Posted {
            text: MessageText::from_stored("text".to_owned()),
            reply_to: None,
            attached: Attached::default(),
        },
        posts: (Seq(seq)).0,
        state: None,
    }
}

pub(crate) fn entries(first: u64, last: u64, by: &str) -> Vec<Entry> {
    let id = |seq: u64| ClientId::from_bytes((u128::from(seq) + 1_000).to_be_bytes());
    (first..=last).map(|seq| entry(seq, by, id(seq))).collect()
}

pub(crate) fn welcome(epoch: u64, rooms: Vec<RoomSummary>) -> ServerFrame {
    ServerFrame::Welcome(Box::new(Welcome {
        version: ProtocolVersion::CURRENT,
        abilities: Vec::new(),
        server: "1.0".to_owned(),
        session: SessionId(1),
        user: author("me"),
        epoch: Epoch(epoch),
        now: Timestamp(1_000_000),
        ping_every_ms: 25_000,
        pong_within_ms: 10_000,
        rooms,
        roster: Roster::default(),
    }))
}

struct Player {
    client: ChatClient,
    recorder: Recorder,
    now: Moment,
    generation: Generation,
    epoch: u64,
    /// The newest request about a room or a write.
    follows: BTreeMap<RoomId, RequestId>,
    posts: BTreeMap<ClientId, Vec<RequestId>>,
    rooms_asked: Vec<RequestId>,
    beat: Beat,
    fetches: BTreeMap<RoomId, PageAsk>,
    storage: BTreeMap<ClientId, Kept>,
    link: String,
    /// Whether time passes: then what is done is told with its moment.
    passing: Passing,
    log: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Passing {
    Yes,
    No,
}

impl Player {
    fn new() -> Self {
        Self {
            client: start(Moment(0), Vec::new()),
            recorder: recorder(),
            now: Moment(0),
            generation: Generation(0),
            epoch: 1,
            follows: BTreeMap::new(),
            posts: BTreeMap::new(),
            rooms_asked: Vec::new(),
            beat: Beat { n: 0 },
            fetches: BTreeMap::new(),
            storage: BTreeMap::new(),
            link: String::new(),
            passing: Passing::No,
            log: String::new(),
        }
    }

    /// Whatever was told, a machine that is told it again comes to the same end.
    fn replays(&self) {
        let at = Stamp {
            now: self.now,
            ..Stamp::default()
        };
        let recording = self.recorder.recording(&self.client, at);
        let replayed = replay(&recording).expect("a recording can be replayed");
        assert!(replayed.is_equal(), "{replayed:#?}");
    }

    fn play(&mut self, line: &str) {
        let (kind, rest) = line.split_once(' ').expect("a sign and words");
        let words: Vec<&str> = rest.split(' ').collect();
        match kind {
            "~" => self.wait(millis(words[0])),
            "!" => self.happen(&words),
            "<" => self.hear(&words),
            "*" => self.intend(&words),
            "=" => self.page(&words),
            "?" => self.show(words[0]),
            _ => panic!("no such sign: {line}"),
        }
    }

    fn wait(&mut self, ms: u64) {
        let until = self.now.plus_ms(ms);
        self.passing = Passing::Yes;
        while let Some(due) = self.client.deadline().filter(|due| *due <= until) {
            self.now = self.now.max(due);
            self.feed(Input::Deadline);
        }
        self.now = until;
        self.passing = Passing::No;
    }

    fn happen(&mut self, words: &[&str]) {
        let code = |words: &[&str]| words.get(1).map_or(1006, |code| code.parse().unwrap());
        let before = Generation(self.generation.0.saturating_sub(1));
        let input = match words {
            ["open"] => Input::Opened(self.generation),
            ["late", "open"] => Input::Opened(before),
            ["late", words @ ..] => Input::Closed(before, code(words), String::new()),
            ["close", _, why @ ..] => Input::Closed(self.generation, code(words), why.join(" ")),
            ["close"] => Input::Closed(self.generation, 1006, String::new()),
            ["hide"] => Input::Visible(false),
            ["show"] => Input::Visible(true),
            ["active"] => Input::Active,
            ["online"] => Input::Online(true),
            ["offline"] => Input::Online(false),
            ["probed", opens] => Input::Probed(*opens == "yes"),
            ["garbage"] => Input::Unreadable(self.generation),
            ["sleep", time] => {
                self.now = self.now.plus_ms(millis(time));
                Input::Deadline
            }
            ["start"] => Input::Deadline,
            ["reload"] => {
                let kept = self.storage.values().cloned().collect();
                self.client = start(self.now, kept);
                self.recorder = recorder();
                self.link.clear();
                self.generation = Generation(0);
                Input::Deadline
            }
            _ => panic!("nothing that happens: {words:?}"),
        };
        self.feed(input);
    }

    fn hear(&mut self, words: &[&str]) {
        let (generation, words) = match words {
            ["late", words @ ..] => (Generation(self.generation.0 - 1), words),
            words => (self.generation, words),
        };
        let number = |word: &str| word.parse::<u64>().expect("a number");
        let seq = |word: &str| Seq(number(word));
        let frame = match words {
            ["welcome", rooms @ ..] => {
                welcome(self.epoch, rooms.iter().copied().map(summary).collect())
            }
            ["restored", rooms @ ..] => {
                self.epoch += 1;
                welcome(self.epoch, rooms.iter().copied().map(summary).collect())
            }
            ["following", name, start, from, head] => ServerFrame::Following(Following {
                id: self
                    .follows
                    .get(&room(name))
                    .copied()
                    .unwrap_or(RequestId(0)),
                room: room(name),
                start: match *start {
                    "resumed" => FollowStart::Resumed,
                    "newest" => FollowStart::Newest,
                    "rewound" => FollowStart::Rewound,
                    _ => panic!("no such start: {start}"),
                },
                from: seq(from),
                head: seq(head),
                topic: None,
            }),
            ["entries", name, range, by] => {
                let (first, last) = range.split_once('-').expect("a range");
                let entries = entries(number(first), number(last), by);
                ServerFrame::Entries(RoomEntries {
                    room: room(name),
                    entries,
                })
            }
            ["entry", name, n, by, id] => ServerFrame::Entries(RoomEntries {
                room: room(name),
                entries: vec![entry(number(n), by, write(id))],
            }),
            ["live", name, head] => ServerFrame::Live(Live {
                room: room(name),
                head: seq(head),
                posts: (seq(head)).0,
            }),
            ["posted", id, n] => ServerFrame::Posted(Posted {
                id: self.request(id),
                seq: seq(n),
                at: Timestamp(1_000 * number(n)),
            }),
            ["refused", what, code, after @ ..] => {
                let id = match *what {
                    "all" => None,
                    "room" => self.rooms_asked.last().copied(),
                    what if what.starts_with('c') => Some(self.request(what)),
                    name => Some(self.follows[&room(name)]),
                };
                let code: RefusalCode = refusal_code(code);
                let mut refusal = Refusal::new(code, "A sentence.");
                refusal.retry_after_ms = after.first().map(|ms| ms.parse().unwrap());
                ServerFrame::Refused(Refused { id, refusal })
            }
            ["made", name] => ServerFrame::RoomMade(RoomMade {
                id: *self.rooms_asked.last().expect("a room was asked for"),
                room: summary(&format!("{name}=0/0")),
            }),
            ["ping", n] => ServerFrame::Ping(Beat {
                n: n.parse().unwrap(),
            }),
            ["pong"] => ServerFrame::Pong(self.beat),
            ["pong", n] => ServerFrame::Pong(Beat {
                n: n.parse().unwrap(),
            }),
            ["closing", ms] => ServerFrame::Closing(Closing {
                reconnect_after_ms: ms.parse().unwrap(),
            }),
            ["gone", name, "removed"] => ServerFrame::Gone(Gone {
                room: room(name),
                reason: GoneReason::Removed,
            }),
            ["gone", name] => ServerFrame::Gone(Gone {
                room: room(name),
                reason: GoneReason::Unavailable,
            }),
            ["mark", name, n] => ServerFrame::ReadMark(ReadMark {
                room: room(name),
                seq: seq(n),
                posts: (seq(n)).0,
            }),
            ["kept"] => ServerFrame::Kept(shared::kept::Kept {
                what: shared::kept::KeptThing::Drafts,
            }),
            ["moved", name, n] => ServerFrame::Moved(Moved {
                rooms: vec![RoomHead {
                    room: room(name),
                    head: seq(n),
                    posts: (seq(n)).0,
                }],
            }),
            _ => panic!("no such frame: {words:?}"),
        };
        self.feed(Input::Received(generation, Box::new(frame)));
    }

    /// The last request about a write, or an earlier one: `c1#1` is the first.
    fn request(&self, word: &str) -> RequestId {
        let (id, which) = word.split_once('#').unwrap_or((word, ""));
        let requests = &self.posts[&write(id)];
        let which = which.parse().unwrap_or(requests.len());
        requests[which - 1]
    }

    fn intend(&mut self, words: &[&str]) {
        let intent = match words {
            ["post", name, id] => Intent::Post {
                room: room(name),
                client_id: write(id),
                text: MessageText::from_stored("text".to_owned()),
                reply_to: None,
                files: Vec::new(),
                thread: None,
            },
            ["retry", id] => Intent::Retry(write(id)),
            ["cancel", id] => Intent::Cancel(write(id)),
            ["open", name] => Intent::OpenRoom(room(name)),
            ["attend", name] => Intent::Attend(room(name)),
            ["older", name] => Intent::LoadOlder(room(name)),
            ["newer", name] => Intent::LoadNewer(room(name)),
            ["newest", name] => Intent::JumpToNewest(room(name)),
            ["seen", name, n] => Intent::Seen {
                room: room(name),
                from: Seq::ZERO,
                to: Seq(n.parse().unwrap()),
            },
            ["seen", name, from, to] => Intent::Seen {
                room: room(name),
                from: Seq(from.parse().unwrap()),
                to: Seq(to.parse().unwrap()),
            },
            ["reads", name, "end"] => Intent::Reads(room(name), Reading::End),
            ["reads", name, first, last] => {
                let (first, last) = (Seq(first.parse().unwrap()), Seq(last.parse().unwrap()));
                Intent::Reads(room(name), Reading::Lines(Stretch { first, last }))
            }
            ["unread", name] => Intent::ShowUnread(room(name)),
            ["stay", name] => Intent::Stay(room(name)),
            ["make", name] => Intent::MakeRoom(RoomName::from_stored((*name).to_owned())),
            ["typing", name] => Intent::Typing(room(name).into()),
            ["typing", name, thread] => Intent::Typing(MessageBox {
                room: room(name),
                thread: Some(Seq(thread.parse().unwrap())),
            }),
            ["try"] => Intent::TryNow,
            ["watch"] => Intent::Watch(Watch::On),
            ["unwatch"] => Intent::Watch(Watch::Off),
            ["choose", by] => Intent::Choose(match *by {
                "automatic" => Choice::Automatic,
                "websocket" => Choice::Only(Transport::WebSocket),
                "events" => Choice::Only(Transport::Events),
                "polls" => Choice::Only(Transport::Poll),
                _ => panic!("no such transport: {by}"),
            }),
            ["stop"] => Intent::Stop,
            _ => panic!("nobody wants that: {words:?}"),
        };
        self.feed(Input::Intent(intent));
    }

    fn page(&mut self, words: &[&str]) {
        let answer = match &words[2..] {
            ["fail"] => Err(FetchFailure::Temporary),
            ["gone"] => Err(FetchFailure::Gone),
            ["empty", head] => Ok(self.page_of(Vec::new(), head)),
            [range, head, epoch @ ..] => {
                let (first, last) = range.split_once('-').expect("a range");
                let entries = entries(first.parse().unwrap(), last.parse().unwrap(), "ada");
                let mut page = self.page_of(entries, head);
                if let Some(epoch) = epoch.first() {
                    page.epoch = Epoch(epoch.parse().unwrap());
                }
                Ok(page)
            }
            _ => panic!("no such page: {words:?}"),
        };
        let ask = self.fetches[&room(words[1])];
        self.feed(Input::Page(ask, answer));
    }

    fn page_of(&self, entries: Vec<Entry>, head: &str) -> EntriesPage {
        EntriesPage {
            epoch: Epoch(self.epoch),
            head: Seq(head.parse().unwrap()),
            entries,
        }
    }

    fn feed(&mut self, input: Input) {
        let outputs = self.recorder.handle(&mut self.client, self.now, input);
        self.client.check_invariants();
        for output in outputs {
            if let Some(line) = self.told(output) {
                self.tell(&line);
            }
        }
        let link = link_words(&self.client.status().link);
        if self.link != link {
            self.tell(&format!("({link})"));
            self.link = link;
        }
    }

    fn tell(&mut self, line: &str) {
        if self.passing == Passing::Yes {
            let (s, ms) = (self.now.0 / 1_000, self.now.0 % 1_000);
            writeln!(self.log, "    {s}.{ms:03} {line}").unwrap();
        } else {
            writeln!(self.log, "    {line}").unwrap();
        }
    }

    fn told(&mut self, output: Output) -> Option<String> {
        Some(match output {
            Output::Open(generation, transport) => {
                self.generation = generation;
                let by = match transport {
                    Transport::WebSocket => "",
                    Transport::Events => " by events",
                    Transport::Poll => " by polls",
                };
                format!("open {}{by}", generation.0)
            }
            Output::Probe => "probe".to_owned(),
            Output::Transmit(generation, frame) => {
                assert_eq!(generation, self.generation);
                format!("> {}", self.sent(frame))
            }
            Output::Shut(generation, code) => format!("shut {} {code}", generation.0),
            Output::Fetch(ask) => {
                self.fetches.insert(ask.room, ask);
                let side = match ask.side {
                    PageSide::Before(seq) => format!("before {seq}"),
                    PageSide::After(seq) => format!("after {seq}"),
                };
                format!("fetch {} {} {side}", ROOMS[ask.room.0 as usize], ask.limit)
            }
            Output::Keep(kept) => {
                let failed = kept.failed.as_ref().map(|reason| format!(": {reason}"));
                let line = format!(
                    "keep {}{}",
                    label(kept.client_id),
                    failed.unwrap_or_default()
                );
                self.storage.insert(kept.client_id, kept);
                line
            }
            Output::Forget(id) => {
                self.storage.remove(&id);
                format!("forget {}", label(id))
            }
            Output::Changed(change) => match change {
                Change::Notice(notice) => format!("notice {notice:?}"),
                Change::TakenBack { client_id, .. } => format!("taken back {}", label(client_id)),
                Change::RoomMade(room) => format!("room made {}", ROOMS[room.0 as usize]),
                Change::RoomRefused(sentence) => format!("room refused: {sentence}"),
                Change::Status
                | Change::Rooms
                | Change::Timeline(_)
                | Change::Typing(_)
                | Change::Kept(_)
                | Change::People => return None,
            },
        })
    }

    fn sent(&mut self, frame: ClientFrame) -> String {
        match frame {
            ClientFrame::Hello(hello) => {
                format!("hello{}", hello.token.map_or("", |_| " with a token"))
            }
            ClientFrame::Follow(follow) => {
                self.follows.insert(follow.room, follow.id);
                let after = follow.after.map(|cursor| format!(" after {}", cursor.seq));
                format!(
                    "follow {}{}",
                    ROOMS[follow.room.0 as usize],
                    after.unwrap_or_default()
                )
            }
            ClientFrame::Unfollow(unfollow) => {
                format!("unfollow {}", ROOMS[unfollow.room.0 as usize])
            }
            ClientFrame::Post(post) => {
                self.posts.entry(post.client_id).or_default().push(post.id);
                assert!(
                    self.storage.contains_key(&post.client_id),
                    "sent before it was kept"
                );
                format!(
                    "post {} {}",
                    ROOMS[post.room.0 as usize],
                    label(post.client_id)
                )
            }
            ClientFrame::Amend(_) | ClientFrame::SetTopic(_) => {
                panic!("this client amends nothing")
            }
            ClientFrame::MakeRoom(make) => {
                self.rooms_asked.push(make.id);
                format!("make {}", make.name)
            }
            ClientFrame::MarkRead(mark) => {
                format!("mark {} {}", ROOMS[mark.room.0 as usize], mark.seq)
            }
            ClientFrame::Typing(typing) => {
                let name = ROOMS[typing.room.0 as usize];
                match typing.thread {
                    None => format!("typing {name}"),
                    Some(thread) => format!("typing {name} {thread}"),
                }
            }
            ClientFrame::Away(away) => format!("away {}", away.away),
            ClientFrame::Ping(beat) => {
                self.beat = beat;
                format!("ping {}", beat.n)
            }
            ClientFrame::Pong(beat) => format!("pong {}", beat.n),
        }
    }

    fn show(&mut self, what: &str) {
        if what == "status" {
            let status = self.client.status();
            writeln!(
                self.log,
                "    {}, {} waiting, {} failed, round trip {:?}",
                link_words(&status.link),
                status.waiting,
                status.failed,
                status.round_trip_ms
            )
            .unwrap();
            return;
        }
        if what == "rooms" {
            for view in self.client.rooms() {
                let (head, read) = (view.head.0, view.read.0);
                writeln!(
                    self.log,
                    "    {} {head}/{read} unread {}",
                    view.name, view.unread
                )
                .unwrap();
            }
            return;
        }
        let (what, is_new_line) = match what.strip_suffix(".new") {
            Some(name) => (name, true),
            None => (what, false),
        };
        let Some(timeline) = self.client.timeline(room(what)) else {
            writeln!(self.log, "    not followed").unwrap();
            return;
        };
        if is_new_line {
            let words = match (timeline.first_unread(), timeline.is_seeking_unread()) {
                (Some(first), _) => format!("before {}", first.0),
                (None, true) => "is sought".to_owned(),
                (None, false) => "is nowhere".to_owned(),
            };
            writeln!(self.log, "    {words}").unwrap();
            return;
        }
        writeln!(self.log, "    {}", timeline_words(timeline)).unwrap();
    }
}

fn start(now: Moment, kept: Vec<Kept>) -> ChatClient {
    ChatClient::new(Start {
        now,
        wall: Timestamp(500_000),
        seed: 1,
        kept,
        token: None,
        choice: Choice::default(),
    })
}

fn millis(time: &str) -> u64 {
    let unit = time.trim_start_matches(|c: char| c.is_ascii_digit());
    let number: u64 = time[..time.len() - unit.len()].parse().expect("a time");
    number
        * match unit {
            "ms" => 1,
            "s" => 1_000,
            "min" => 60_000,
            "h" => 3_600_000,
            _ => panic!("no such unit: {unit}"),
        }
}

fn summary(word: &str) -> RoomSummary {
    let (name, marks) = word.split_once('=').expect("room=head/read");
    let (head, read) = marks.split_once('/').expect("head/read");
    RoomSummary {
        room: room(name),
        name: RoomName::from_stored(name.to_owned()),
        head: Seq(head.parse().unwrap()),
        read: Seq(read.parse().unwrap()),
        posts: (Seq(head.parse().unwrap())).0,
        read_posts: (Seq(read.parse().unwrap())).0,
    }
}

fn write(word: &str) -> ClientId {
    client_id(
        word.strip_prefix('c')
            .expect("c and a number")
            .parse()
            .expect("a number"),
    )
}

fn label(id: ClientId) -> String {
    format!("c{}", id.to_bytes()[0])
}

fn refusal_code(word: &str) -> RefusalCode {
    match word {
        "too_fast" => RefusalCode::TooFast,
        "unavailable" => RefusalCode::Unavailable,
        "not_allowed" => RefusalCode::NotAllowed,
        "not_signed_in" => RefusalCode::NotSignedIn,
        "version_unsupported" => RefusalCode::VersionUnsupported,
        "disk_full" => RefusalCode::DiskFull,
        "unknown_room" => RefusalCode::UnknownRoom,
        "name_taken" => RefusalCode::NameTaken,
        "malformed" => RefusalCode::Malformed,
        _ => panic!("no such code: {word}"),
    }
}
