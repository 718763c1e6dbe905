//! A client that applied entries as they came knows what a client knows that loads
//! afresh: for every kind of entry, in whatever way it came.
//!
//! A small server of its own keeps this apart from the machines on the other side. What
//! is compared is everything that a screen shows of a room and of the list of rooms.
//! Left out is where the New line stands: it is fixed when a person opens the room, and
//! the two open it at different times.

use std::collections::{BTreeMap, BTreeSet};

use chat_client::{
    ChatClient, Extent, Generation, Input, Intent, LineContent, Output, PageSide, Start,
};
use chat_store::fold::{self, Claims, Folded, Written};
use proptest::prelude::*;
use shared::client_frame::{Change, ClientFrame, WithEmoji};
use shared::cursor::{Cursor, Epoch, Seq};
use shared::entry::{
    Attached, Author, Deletion, Edition, Entry, EntryKind, MessageState, Pin, RoomSummary,
    RoomTopic, Thread,
};
use shared::http::EntriesPage;
use shared::ids::{ClientId, RequestId, RoomId, SessionId, UserId};
use shared::moment::{Moment, Timestamp};
use shared::server_frame::{
    FollowStart, Following, Live, Moved, Posted, RoomEntries, RoomHead, ServerFrame, Welcome,
};
use shared::signal::Roster;
use shared::text::{DisplayName, Emoji, MessageText, RoomName, Topic};
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
    Replied,
    Edited,
    Deleted,
    Reacted,
    Unreacted,
    Pinned,
    Unpinned,
    TopicSet,
}

/// What kind an entry is; an erased one is what a deletion leaves of another.
fn kind_of(entry: &EntryKind) -> Option<Kind> {
    Some(match entry {
        EntryKind::Posted { .. } => Kind::Posted,
        EntryKind::Replied { .. } => Kind::Replied,
        EntryKind::Edited { .. } => Kind::Edited,
        EntryKind::Deleted { .. } => Kind::Deleted,
        EntryKind::Reacted { .. } => Kind::Reacted,
        EntryKind::Unreacted { .. } => Kind::Unreacted,
        EntryKind::Pinned { .. } => Kind::Pinned,
        EntryKind::Unpinned { .. } => Kind::Unpinned,
        EntryKind::TopicSet { .. } => Kind::TopicSet,
        EntryKind::Erased | EntryKind::Unknown { .. } => return None,
    })
}

impl Kind {
    const FIRST: Self = Self::Posted;

    fn next(self) -> Option<Self> {
        Some(match self {
            Self::Posted => Self::Replied,
            Self::Replied => Self::Edited,
            Self::Edited => Self::Deleted,
            Self::Deleted => Self::Reacted,
            Self::Reacted => Self::Unreacted,
            Self::Unreacted => Self::Pinned,
            Self::Pinned => Self::Unpinned,
            Self::Unpinned => Self::TopicSet,
            Self::TopicSet => return None,
        })
    }

    fn all() -> impl Iterator<Item = Self> {
        std::iter::successors(Some(Self::FIRST), |kind| kind.next())
    }

    /// Entries of this kind. `log` is what was written before: an entry may be about one
    /// of those, and mostly about one of the last.
    fn entry(self, log: &[Entry], choice: u32) -> EntryKind {
        let chosen = choice as usize / 8;
        let back = if chosen.is_multiple_of(3) {
            chosen
        } else {
            chosen % 6
        };
        let target = Seq((log.len() - back % log.len().max(1)) as u64);
        let emoji = Emoji::from_stored(["👍", "🌱", "🎉"][choice as usize % 3].to_owned());
        let text = words(log.len(), choice);
        match self {
            Self::Posted => EntryKind::Posted {
                text,
                reply_to: (choice.is_multiple_of(4) && target > Seq::ZERO).then_some(target),
                attached: Attached::default(),
            },
            Self::Replied => EntryKind::Replied {
                thread: target,
                text,
                attached: Attached::default(),
            },
            Self::Edited => EntryKind::Edited { target, text },
            Self::Deleted => EntryKind::Deleted { target },
            Self::Reacted => EntryKind::Reacted { target, emoji },
            Self::Unreacted => EntryKind::Unreacted { target, emoji },
            Self::Pinned => EntryKind::Pinned { target },
            Self::Unpinned => EntryKind::Unpinned { target },
            Self::TopicSet => EntryKind::TopicSet {
                topic: Topic::from_stored(format!("about {} {choice}", log.len())),
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
        assert_eq!(kind_of(&kind.entry(&[], 0)), Some(kind));
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

/// A room's log, and what became of its messages.
#[derive(Clone, Default)]
struct Log {
    entries: Vec<Entry>,
    folded: BTreeMap<Seq, Folded>,
}

impl Log {
    fn len(&self) -> usize {
        self.entries.len()
    }

    /// What the room is about: what amends no message amends the room.
    fn topic(&self) -> Option<RoomTopic> {
        let seq = self.folded.get(&Seq::ZERO)?.as_of;
        let kind = &self.entries[place(seq) - 1].kind;
        let EntryKind::TopicSet { topic } = kind else {
            panic!("{kind:?} sets no topic");
        };
        Some(RoomTopic {
            seq,
            text: topic.clone(),
        })
    }

    fn head(&self) -> Seq {
        Seq(self.entries.len() as u64)
    }

    fn posts(&self, seq: Seq) -> u64 {
        let at = place(seq).checked_sub(1);
        at.and_then(|at| self.entries.get(at))
            .map_or(0, |entry| entry.posts)
    }

    /// Whether this may be written, by the rule that every store goes by.
    fn takes(&self, author: u64, kind: &EntryKind) -> bool {
        let facts = fold::names(kind).and_then(|target| {
            let named = self.entries.get(place(target).checked_sub(1)?)?;
            let in_thread = matches!(named.kind, EntryKind::Replied { .. });
            (in_thread || fold::is_message(&named.kind)).then(|| {
                let folded = self.folded.get(&target).cloned().unwrap_or_default();
                let attached = named.kind.attached();
                let written = Written {
                    author: named.author.id,
                    in_thread,
                    has_files: attached.is_some_and(|attached| !attached.files.is_empty()),
                };
                folded.facts(written, 0, UserId(author), kind)
            })
        });
        let claims = Claims {
            base: facts.and_then(|facts| facts.edited),
            over_others: true,
        };
        fold::check(kind, UserId(author), claims, facts).is_ok()
    }

    fn store(&mut self, author: u64, client_id: ClientId, kind: EntryKind) -> Entry {
        let posts = self.posts(self.head()) + u64::from(fold::is_message(&kind));
        let entry = entry(self.len(), author, client_id, kind, posts);
        if let Some(target) = entry.kind.target() {
            let folded = self.folded.entry(target).or_default();
            folded.apply(entry.seq, entry.author.id, &entry.kind);
        }
        self.entries.push(entry.clone());
        entry
    }

    /// An entry as a page has it.
    fn read(&self, entry: &Entry) -> Entry {
        let mut entry = entry.clone();
        let at = |seq: Seq| &self.entries[place(seq) - 1];
        let is_deleted = |seq: &Seq| {
            let folded = self.folded.get(seq);
            folded.is_some_and(|folded| folded.deleted.is_some())
        };
        let message = if let EntryKind::Edited { target, .. } = &entry.kind {
            *target
        } else {
            entry.seq
        };
        if entry.kind.text().is_some() && is_deleted(&message) {
            entry.kind = entry.kind.erased();
        }
        entry.state = self.folded.get(&entry.seq).map(|folded| {
            let reactions = folded.reactions.iter();
            let reactions = reactions.map(|(emoji, who, _)| (emoji.clone(), author(who.0)));
            Box::new(MessageState {
                as_of: folded.as_of,
                edited: folded.edited.map(|seq| Edition {
                    seq,
                    at: at(seq).at,
                    text: at(seq).kind.text().expect("an edit has a text").clone(),
                }),
                deleted: folded.deleted.map(|seq| Deletion {
                    by: at(seq).author.clone(),
                    at: at(seq).at,
                }),
                pinned: folded.pinned.map(|seq| Pin {
                    by: at(seq).author.clone(),
                    at: at(seq).at,
                }),
                reactions: fold::by_emoji(reactions, Some(ME)),
                thread: folded.last_reply.map(|seq| Thread {
                    replies: folded.replies,
                    last: seq,
                    at: at(seq).at,
                }),
            })
        });
        entry
    }

    fn read_all(&self, range: std::ops::Range<usize>) -> Vec<Entry> {
        self.entries[range]
            .iter()
            .map(|one| self.read(one))
            .collect()
    }
}

/// The server: two logs, a read mark, and what it has to say.
#[derive(Default)]
struct Server {
    log: Log,
    other: Log,
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
    /// Stores what may be written; a message where it may not.
    fn store(&mut self, author: u64, client_id: ClientId, kind: EntryKind) -> Entry {
        let kind = self.possible(author, kind);
        self.log.store(author, client_id, kind)
    }

    fn possible(&self, author: u64, kind: EntryKind) -> EntryKind {
        if self.log.takes(author, &kind) {
            return kind;
        }
        EntryKind::Posted {
            text: words(self.log.len(), 1),
            reply_to: None,
            attached: Attached::default(),
        }
    }

    /// Takes a write of the client; a repeat is answered with the first entry.
    fn take(&mut self, id: RequestId, client_id: ClientId, kind: EntryKind) -> Vec<ServerFrame> {
        let mut known = self.log.entries.iter();
        let known = known.find(|old| old.client_id == client_id).cloned();
        if let Some(entry) = known {
            return vec![posted(id, &entry)];
        }
        assert!(
            self.log.takes(ME.0, &kind),
            "{kind:?} was not to be written"
        );
        let entry = self.log.store(ME.0, client_id, kind);
        if self.holds_posts {
            self.held.push((id, entry));
            return Vec::new();
        }
        vec![posted(id, &entry)]
    }

    fn says(&mut self, frame: ClientFrame) -> Vec<ServerFrame> {
        match frame {
            ClientFrame::Hello(_) => vec![ServerFrame::Welcome(Box::new(self.welcome()))],
            ClientFrame::Follow(follow) => self.follow(follow.id, follow.room, follow.after),
            ClientFrame::Post(post) => {
                let text = MessageText::from_stored(post.text);
                let attached = Attached::default();
                let kind = match post.thread {
                    Some(thread) => EntryKind::Replied {
                        thread,
                        text,
                        attached,
                    },
                    None => EntryKind::Posted {
                        text,
                        reply_to: post.reply_to,
                        attached,
                    },
                };
                self.take(post.id, post.client_id, kind)
            }
            ClientFrame::Amend(amend) => {
                let kind = amendment(amend.target, amend.change);
                self.take(amend.id, amend.client_id, kind)
            }
            ClientFrame::SetTopic(set) => {
                let topic = Topic::from_stored(set.topic);
                self.take(set.id, set.client_id, EntryKind::TopicSet { topic })
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
            | ClientFrame::MakeRoom(_)
            | ClientFrame::Typing(_)
            | ClientFrame::Away(_)
            | ClientFrame::Pong(_) => Vec::new(),
        }
    }

    fn welcome(&self) -> Welcome {
        let room = |room, name: &str, log: &Log, read| RoomSummary {
            room,
            name: RoomName::from_stored(name.to_owned()),
            head: log.head(),
            read,
            posts: log.posts(log.head()),
            read_posts: log.posts(read),
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
            topic: self.log.topic(),
        })];
        let first = place(from.previous());
        let rest = self.log.read_all(first..self.log.len());
        let pages = rest.chunks(PAGE);
        frames.extend(pages.map(|page| entries(page.to_vec())));
        frames.push(ServerFrame::Live(Live {
            room,
            head,
            posts: self.log.posts(head),
        }));
        frames
    }

    fn page(&self, side: PageSide, limit: u16) -> EntriesPage {
        let limit = usize::from(limit);
        let at = |seq: Seq| place(seq).min(self.log.len());
        let range = match side {
            PageSide::Before(seq) => {
                let end = at(seq.previous());
                end.saturating_sub(limit)..end
            }
            PageSide::After(seq) => at(seq)..(at(seq) + limit).min(self.log.len()),
        };
        EntriesPage {
            epoch: EPOCH,
            head: Seq(self.log.len() as u64),
            entries: self.log.read_all(range),
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
            LineContent::Entry {
                entry,
                mine,
                changes,
                ..
            } => {
                assert_eq!(*changes, [], "nothing is on its way when all is quiet");
                (in_order(entry), *mine)
            }
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
                .map(|room| {
                    // To who has read nothing that is new which came after they did.
                    let unread = (room.read > Seq::ZERO).then_some(room.unread);
                    let counts = (room.head, room.posts, room.read, unread);
                    (room.name.clone(), counts, room.topic.clone())
                })
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

/// The name, head, messages, read mark and unread count, and what it is about.
type RoomState = (RoomName, (Seq, u64, Seq, Option<u64>), Option<RoomTopic>);

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
    rooms: Vec<RoomState>,
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

/// An entry with its reactions in one order: who folds lines as they come does not know
/// which emoji is the older one once its first use was taken back.
fn in_order(entry: &Entry) -> Entry {
    let mut entry = entry.clone();
    if let Some(state) = &mut entry.state {
        state.reactions.sort_by(|a, b| a.emoji.cmp(&b.emoji));
        for reaction in &mut state.reactions {
            reaction.who.sort_by_key(|who| who.id);
        }
    }
    entry
}

/// What a frame asks for, as the log has it.
fn amendment(target: Seq, change: Change) -> EntryKind {
    let emoji = |with: WithEmoji| Emoji::from_stored(with.emoji);
    match change {
        Change::Edit(edit) => EntryKind::Edited {
            target,
            text: MessageText::from_stored(edit.text),
        },
        Change::Delete => EntryKind::Deleted { target },
        Change::React(with) => EntryKind::Reacted {
            target,
            emoji: emoji(with),
        },
        Change::Unreact(with) => EntryKind::Unreacted {
            target,
            emoji: emoji(with),
        },
        Change::Pin => EntryKind::Pinned { target },
        Change::Unpin => EntryKind::Unpinned { target },
    }
}

/// What a person wants who writes such an entry.
fn wish(kind: EntryKind, client_id: ClientId) -> Intent {
    let room = ROOM;
    match kind {
        EntryKind::Posted { text, reply_to, .. } => Intent::Post {
            room,
            client_id,
            text,
            reply_to,
            thread: None,
            files: Vec::new(),
        },
        EntryKind::Replied { thread, text, .. } => Intent::Post {
            room,
            client_id,
            text,
            reply_to: None,
            thread: Some(thread),
            files: Vec::new(),
        },
        EntryKind::Edited { target, text } => Intent::Edit {
            room,
            client_id,
            target,
            text,
            base: chat_client::EditBase::Newest,
        },
        EntryKind::Deleted { target } => Intent::Delete {
            room,
            client_id,
            target,
        },
        EntryKind::Reacted { target, emoji } => Intent::React {
            room,
            client_id,
            target,
            emoji,
            on: true,
        },
        EntryKind::Unreacted { target, emoji } => Intent::React {
            room,
            client_id,
            target,
            emoji,
            on: false,
        },
        EntryKind::Pinned { target } => Intent::Pin {
            room,
            client_id,
            target,
            on: true,
        },
        EntryKind::Unpinned { target } => Intent::Pin {
            room,
            client_id,
            target,
            on: false,
        },
        EntryKind::TopicSet { topic } => Intent::SetTopic {
            room,
            client_id,
            topic,
        },
        EntryKind::Erased | EntryKind::Unknown { .. } => panic!("nobody writes this"),
    }
}

fn entry(before: usize, user: u64, client_id: ClientId, kind: EntryKind, posts: u64) -> Entry {
    let number = before as u64 + 1;
    Entry {
        seq: Seq(number),
        at: Timestamp(number * 1_000),
        author: author(user),
        client_id,
        kind,
        posts,
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
            for (_, kind, choice) in &stretch.entries {
                let wanted = kinds[*kind].entry(&server.log.entries, *choice);
                let wanted = server.possible(ME.0, wanted);
                live.feed(server, Input::Intent(wish(wanted, id())));
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
                let kind = kinds[*kind].entry(&server.other.entries, *choice);
                if server.other.takes(*user, &kind) {
                    server.other.store(*user, id(), kind);
                }
            }
            let head = server.other.head();
            let rooms = vec![RoomHead {
                room: OTHER_ROOM,
                head,
                posts: server.other.posts(head),
            }];
            live.hear(server, ServerFrame::Moved(Moved { rooms }));
        }
        Way::Fed | Way::FedTogether | Way::Resumed => {
            if matches!(stretch.way, Way::Resumed) {
                live.cut(server);
            }
            let mut new = Vec::new();
            for (user, kind, choice) in &stretch.entries {
                let kind = kinds[*kind].entry(&server.log.entries, *choice);
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
            let kind = Kind::all().nth(*kind).expect("it is one of them").entry(&server.log.entries, *choice);
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
        let log = server.log.read_all(0..server.log.len());
        let held: Vec<Entry> = live.state().lines.into_iter().map(|line| line.0).collect();
        prop_assert_eq!(held, log.iter().map(in_order).collect::<Vec<_>>());
    }
}

#[test]
fn the_comparison_can_fail() {
    let mut server = Server::default();
    let text = |text: &str| EntryKind::Posted {
        text: MessageText::from_stored(text.to_owned()),
        reply_to: None,
        attached: Attached::default(),
    };
    server.store(2, ClientId::new_v7(1, [1; 10]), text("tea?"));
    let mut live = Driven::new(&mut server, Moment(1));
    live.wait(&mut server, 2_000);
    // An entry that the client that was there is not given.
    server.store(2, ClientId::new_v7(2, [1; 10]), text("anybody?"));
    let fresh = Driven::new(&mut server, Moment(1));
    assert_ne!(live.state(), fresh.state());
}
