//! The driver of one test user: feeds the client machine, carries out what it says,
//! and tells those who wait when the screen shows what they wait for.
//!
//! All of it is one future on a thread of its own (the machine's timelines are shared
//! by `Rc`, so that a browser pays for no atomics). The future ends when the last
//! handle is gone, and nothing outlives it.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::future::pending;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use chat_client::recorder::Recorder;
use chat_client::wire::Stamp;
use chat_client::{
    Change, ChatClient, Choice, FetchFailure, Generation, Input, Intent, Kept, Notice, Output,
    PageAsk, Start, Transport,
};
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use futures_util::stream::FuturesUnordered;
use shared::client_frame::ClientFrame;
use shared::http::EntriesPage;
use shared::ids::{ClientId, RequestId, RoomId};
use shared::moment::{Moment, Timestamp};
use shared::server_frame::ServerFrame;
use tokio::sync::mpsc;
use tokio::time::sleep;

use super::history::fetch;
use super::screen::Screen;
use super::socket::{Came, NO_CLOSE_FRAME, NotOpen, Socket};
use super::thread::Request;
use super::witness::{Told, Witness};
use super::{Ack, Plug, Wall, Walls};
use crate::{Heard, RawSocket, ServerUrl, Upgrade};

/// Looks at the screen after every change; true when it has seen enough.
pub(super) type Watcher = Box<dyn FnMut(&Screen<'_>) -> bool + Send>;

/// Something that the driver waits for beside its socket.
enum Done {
    Opened(Generation, Result<Box<Socket>, NotOpen>),
    Probed(bool),
    Fetched(PageAsk, Result<EntriesPage, FetchFailure>),
    Closed,
}

/// One user's machine and everything around it.
pub(super) struct Driver {
    url: ServerUrl,
    token: String,
    client: ChatClient,
    recorder: Recorder,
    started: Instant,
    room: Option<RoomId>,
    plug: Plug,
    walls: Walls,
    opening: Option<Generation>,
    socket: Option<Box<Socket>>,
    work: FuturesUnordered<LocalBoxFuture<'static, Done>>,
    storage: BTreeMap<ClientId, Kept>,
    posts: HashMap<RequestId, (RoomId, ClientId)>,
    acks: Vec<Ack>,
    notices: Vec<Notice>,
    taken_back: Vec<String>,
    watchers: Vec<Watcher>,
    welcomes: u64,
    witness: Option<Witness>,
}

impl Driver {
    pub(super) fn new(url: ServerUrl, token: String, witness: Option<Witness>) -> Self {
        let started = Instant::now();
        let client = new_client(started, &token, Vec::new());
        Self {
            url,
            token,
            client,
            recorder: Recorder::new(),
            started,
            room: None,
            plug: Plug::In,
            walls: Walls::default(),
            opening: None,
            socket: None,
            work: FuturesUnordered::new(),
            storage: BTreeMap::new(),
            posts: HashMap::new(),
            acks: Vec::new(),
            notices: Vec::new(),
            taken_back: Vec::new(),
            watchers: Vec::new(),
            welcomes: 0,
            witness,
        }
    }

    /// Runs until every handle is gone; then waits for a close that is under way.
    pub(super) async fn run(mut self, mut requests: mpsc::Receiver<Request>) {
        self.tell(Input::Online(true));
        loop {
            self.look();
            let wait = self.client.deadline().map(|at| at.ms_since(self.now()));
            tokio::select! {
                request = requests.recv() => match request {
                    Some(request) => request(&mut self),
                    None => break,
                },
                came = read(&mut self.socket, self.plug) => self.came(came),
                Some(done) = self.work.next() => self.done(done),
                () = passed(wait) => self.tell(Input::Deadline),
            }
        }
        if self.socket.is_none() {
            while let Some(Done::Closed) = self.work.next().await {}
        }
    }

    /// Feeds the machine and carries out what it says.
    pub(super) fn tell(&mut self, input: Input) {
        let now = self.now();
        let outputs = self.recorder.handle(&mut self.client, now, input);
        self.client.check_invariants();
        for output in outputs {
            self.carry_out(output);
        }
        // A test looks at the newest lines, not at the first unread one far above them.
        let timeline = self.room.and_then(|room| self.client.timeline(room));
        if let Some(room) = self.room
            && timeline.is_some_and(chat_client::Timeline::is_seeking_unread)
        {
            self.tell(Input::Intent(Intent::Stay(room)));
        }
    }

    pub(super) fn screen(&self) -> Screen<'_> {
        Screen {
            client: &self.client,
            room: self.room,
            welcomes: self.welcomes,
        }
    }

    pub(super) fn watch(&mut self, watcher: Watcher) {
        self.watchers.push(watcher);
    }

    pub(super) fn open_room(&mut self, room: RoomId) {
        self.room = Some(room);
        self.tell(Input::Intent(Intent::OpenRoom(room)));
    }

    pub(super) fn new_client_id() -> ClientId {
        ClientId::new_v7(wall_clock().0, rand::random())
    }

    pub(super) fn acks(&self) -> &[Ack] {
        &self.acks
    }

    pub(super) fn notices(&self) -> &[Notice] {
        &self.notices
    }

    pub(super) fn taken_back(&self) -> &[String] {
        &self.taken_back
    }

    pub(super) fn kept(&self) -> Vec<Kept> {
        self.storage.values().cloned().collect()
    }

    /// Breaks the socket off without a close frame. The machine hears of it at once.
    pub(super) fn cut(&mut self) {
        if let Some(socket) = self.socket.take() {
            let generation = socket.generation;
            drop(socket);
            self.tell(Input::Closed(generation, NO_CLOSE_FRAME, String::new()));
        }
    }

    /// Changes how the device is connected.
    pub(super) fn plug(&mut self, plug: Plug) {
        let before = std::mem::replace(&mut self.plug, plug);
        match (before, plug) {
            (Plug::In | Plug::Stuck, Plug::Out) => {
                self.cut();
                self.tell(Input::Online(false));
            }
            (Plug::Out, Plug::In | Plug::Stuck) => self.tell(Input::Online(true)),
            (Plug::In | Plug::Stuck, Plug::In | Plug::Stuck) | (Plug::Out, Plug::Out) => {}
        }
    }

    /// Changes what the network lets through. What is open stays open.
    pub(super) fn wall(&mut self, walls: Walls) {
        self.walls = walls;
    }

    /// What a reload of the page does: the machine is gone, the storage is not.
    pub(super) fn reload(&mut self) {
        self.socket = None;
        self.opening = None;
        self.work.clear();
        self.posts.clear();
        self.started = Instant::now();
        self.client = new_client(self.started, &self.token, self.kept());
        self.recorder = Recorder::new();
        self.tell(Input::Online(true));
        if let Some(room) = self.room {
            self.open_room(room);
        }
    }

    /// What the flight recorder holds, as it is saved.
    pub(super) fn recording(&self) -> String {
        let at = Stamp {
            now: self.now(),
            wall: wall_clock(),
        };
        self.recorder.recording(&self.client, at)
    }

    /// Everything about this user, to be shown when a test fails.
    pub(super) fn dump(&self) -> String {
        let mut dump = String::new();
        let status = self.client.status();
        let _ = writeln!(dump, "link: {:?}, plug: {:?}", status.link, self.plug);
        let _ = writeln!(
            dump,
            "waiting: {}, failed: {}",
            status.waiting, status.failed
        );
        let _ = writeln!(
            dump,
            "kept: {}, acknowledged: {}",
            self.storage.len(),
            self.acks.len()
        );
        for room in self.client.rooms() {
            let here = if Some(room.room) == self.room {
                "here"
            } else {
                ""
            };
            let _ = writeln!(
                dump,
                "#{} head {} read {} {here}",
                room.name, room.head, room.read
            );
        }
        let lines = self.screen().lines();
        let from = lines.len().saturating_sub(DUMPED_LINES);
        let _ = writeln!(dump, "{} lines, the last of them:", lines.len());
        for line in &lines[from..] {
            let _ = writeln!(dump, "  {line}");
        }
        dump
    }

    fn now(&self) -> Moment {
        Moment(u64::try_from(self.started.elapsed().as_millis()).expect("not in this epoch"))
    }

    fn look(&mut self) {
        let mut watchers = std::mem::take(&mut self.watchers);
        let screen = self.screen();
        watchers.retain_mut(|watcher| !watcher(&screen));
        self.watchers = watchers;
    }

    fn carry_out(&mut self, output: Output) {
        match output {
            Output::Open(generation, transport) => self.open(generation, transport),
            Output::Probe => {
                let (url, walls) = (self.url.clone(), self.walls);
                self.work.push(Box::pin(async move {
                    Done::Probed(walls.upgrades == Wall::Open && would_open(&url).await)
                }));
            }
            Output::Transmit(generation, frame) => self.transmit(generation, &frame),
            Output::Shut(generation, code) => self.shut(generation, code),
            Output::Fetch(ask) => {
                let (url, token) = (self.url.clone(), self.token.clone());
                self.work.push(Box::pin(async move {
                    Done::Fetched(ask, fetch(&url, &token, ask).await)
                }));
            }
            Output::Keep(kept) => {
                self.storage.insert(kept.client_id, kept);
            }
            Output::Forget(client_id) => {
                self.storage.remove(&client_id);
            }
            Output::Changed(change) => self.changed(change),
        }
    }

    fn open(&mut self, generation: Generation, transport: Transport) {
        self.opening = Some(generation);
        let (url, token) = (self.url.clone(), self.token.clone());
        let wall = match (self.plug, transport) {
            (Plug::Out, _) => Wall::Refuses,
            (Plug::In | Plug::Stuck, Transport::WebSocket) => self.walls.upgrades,
            (Plug::In | Plug::Stuck, Transport::Events) => self.walls.streams,
            (Plug::In | Plug::Stuck, Transport::Poll) => Wall::Open,
        };
        self.work.push(Box::pin(async move {
            let opened = match wall {
                Wall::Open => Socket::open(url, generation, transport, &token).await,
                Wall::Refuses => Err(NotOpen::Wall),
                Wall::Swallows => pending().await,
            };
            Done::Opened(generation, opened.map(Box::new))
        }));
    }

    fn transmit(&mut self, generation: Generation, frame: &ClientFrame) {
        let Some(socket) = self.socket.as_mut().filter(|s| s.generation == generation) else {
            return;
        };
        if let ClientFrame::Post(post) = frame {
            self.posts.insert(post.id, (post.room, post.client_id));
        }
        socket.send(frame);
    }

    fn shut(&mut self, generation: Generation, code: u16) {
        if self.opening == Some(generation) {
            self.opening = None;
        }
        if let Some(socket) = self
            .socket
            .take_if(|socket| socket.generation == generation)
        {
            self.work.push(Box::pin(async move {
                socket.close(code).await;
                Done::Closed
            }));
        }
    }

    fn changed(&mut self, change: Change) {
        match change {
            Change::RoomMade(room) => self.open_room(room),
            Change::Notice(notice) => self.notices.push(notice),
            Change::TakenBack { text, .. } => self.taken_back.push(text),
            Change::Status
            | Change::Rooms
            | Change::Timeline(_)
            | Change::Typing(_)
            | Change::Kept(_)
            | Change::People
            | Change::RoomRefused(_) => {}
        }
    }

    fn came(&mut self, (generation, came): (Generation, Came)) {
        match came {
            Came::Frame(frame) => {
                self.note(&frame);
                self.tell(Input::Received(generation, frame));
            }
            Came::Unreadable => self.tell(Input::Unreadable(generation)),
            Came::Closed(code, reason) => {
                self.socket = None;
                self.tell(Input::Closed(generation, code, reason));
            }
        }
    }

    /// Notes what the server says before the machine hears it.
    fn note(&mut self, frame: &ServerFrame) {
        match frame {
            ServerFrame::Welcome(_) => {
                self.welcomes += 1;
                self.witness(Told::Welcome);
            }
            ServerFrame::Posted(posted) => {
                if let Some((room, client_id)) = self.posts.remove(&posted.id) {
                    let ack = Ack {
                        room,
                        client_id,
                        seq: posted.seq,
                    };
                    self.acks.push(ack);
                    self.witness(Told::Stored(ack));
                }
            }
            ServerFrame::Following(following) => {
                self.witness(Told::Following(following.room, following.from));
            }
            ServerFrame::Entries(come) => self.witness(Told::Shown(come.room, &come.entries)),
            ServerFrame::Live(_)
            | ServerFrame::RoomMade(_)
            | ServerFrame::Refused(_)
            | ServerFrame::RoomAdded(_)
            | ServerFrame::Moved(_)
            | ServerFrame::ReadMark(_)
            | ServerFrame::Kept(_)
            | ServerFrame::Typing(_)
            | ServerFrame::Presence(_)
            | ServerFrame::Roster(_)
            | ServerFrame::Gone(_)
            | ServerFrame::Closing(_)
            | ServerFrame::Ping(_)
            | ServerFrame::Pong(_) => {}
        }
    }

    fn witness(&self, told: Told<'_>) {
        if let Some(witness) = &self.witness {
            witness(told);
        }
    }

    fn done(&mut self, done: Done) {
        match done {
            Done::Opened(generation, _) if self.opening != Some(generation) => {}
            Done::Opened(generation, Ok(_)) if self.plug == Plug::Out => {
                self.opening = None;
                self.tell(Input::Closed(generation, NO_CLOSE_FRAME, String::new()));
            }
            Done::Opened(generation, Ok(socket)) => {
                self.opening = None;
                self.posts.clear();
                self.socket = Some(socket);
                self.tell(Input::Opened(generation));
            }
            Done::Opened(generation, Err(_)) => {
                self.opening = None;
                self.tell(Input::Closed(generation, NO_CLOSE_FRAME, String::new()));
            }
            Done::Fetched(ask, page) => {
                if let Ok(page) = &page {
                    self.witness(Told::Page(ask.room, &page.entries));
                }
                self.tell(Input::Page(ask, page));
            }
            Done::Probed(opens) => self.tell(Input::Probed(opens)),
            Done::Closed => {}
        }
    }
}

/// Whether a WebSocket opens and carries a frame there and back.
async fn would_open(url: &ServerUrl) -> bool {
    let Ok(mut socket) = RawSocket::connect(url, &Upgrade::to("/echo")).await else {
        return false;
    };
    socket.send_text("probe").await;
    socket.hear().await == Heard::Text("probe".to_owned())
}

/// Lines of the open room that a dump shows.
const DUMPED_LINES: usize = 30;

fn new_client(started: Instant, token: &str, kept: Vec<Kept>) -> ChatClient {
    let elapsed = u64::try_from(started.elapsed().as_millis()).expect("not in this epoch");
    ChatClient::new(Start {
        now: Moment(elapsed),
        wall: wall_clock(),
        seed: rand::random(),
        kept,
        token: Some(token.to_owned()),
        choice: Choice::default(),
    })
}

fn wall_clock() -> Timestamp {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Timestamp(u64::try_from(since.as_millis()).expect("not in this epoch"))
}

/// What comes next over the socket; never, without one or with a stuck one.
async fn read(socket: &mut Option<Box<Socket>>, plug: Plug) -> (Generation, Came) {
    match (socket, plug) {
        (Some(socket), Plug::In | Plug::Out) => {
            let generation = socket.generation;
            (generation, socket.next().await)
        }
        (Some(_), Plug::Stuck) | (None, _) => pending().await,
    }
}

async fn passed(wait_ms: Option<u64>) {
    match wait_ms {
        // At least a millisecond: a deadline that stays in the past must not spin.
        Some(ms) => sleep(Duration::from_millis(ms.max(1))).await,
        None => pending().await,
    }
}
