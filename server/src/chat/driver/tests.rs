use std::sync::Arc;
use std::time::Duration;

use chat_rules::session;
use chat_store::drafts::NewDraft;
use chat_store::memory::MemoryStore;
use chat_store::plans::{DuePlan, PlanEnd, PlanKept, PlanKey, PlanWrite};
use chat_store::records::{
    Appended, Mark, NewEntry, NewLogin, NewUser, NoteKind, Page, RoomRecord, SignedIn, TokenHash,
    UserRecord,
};
use chat_store::{LOBBY, Later, Store};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use shared::close::CloseCode;
use shared::cursor::{Epoch, Seq};
use shared::entry::{Attached, Author, Edition, Entry, EntryKind};
use shared::file::FileId;
use shared::ids::{ClientId, LoginId, RoomId, UserId};
use shared::kept::{Draft, OwnThread, ThreadWrite, UnreadMark};
use shared::limits::{FRAME_BYTES_MAX, FRAMES_BURST, FRAMES_PER_SECOND};
use shared::moment::Timestamp;
use shared::plan::Plan;
use shared::text::{DisplayName, MessageText, RoomName};
use tokio::io::{DuplexStream, duplex};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::task::AbortHandle;
use tokio::time::Instant;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::Role;

use super::{Driver, Voice};
use crate::app::App;
use crate::chat::mailbox::{MAILBOX_BYTES_MAX, Order};
use crate::chat::plain::{Admitted, NameWish, Plain};
use crate::config::{AppConfig, RateLimit};
use crate::hub::sessions::{Language, LineMark, SessionHandle};
use crate::login::token::Token;
use crate::metrics::labels::Transport;
use crate::post::post;
use crate::websocket::WebSocket;
use crate::{relay, ticker};

/// Wide enough that nobody waits for the pipe.
const WIDE: usize = 1 << 22;

#[tokio::test(start_paused = true)]
async fn a_message_is_answered_and_reaches_who_follows() {
    let server = Server::start(MemoryStore::new(7)).await;
    let (mut ada, mut ben) = (server.user("ada").await, server.user("ben").await);
    ada.follow(LOBBY).await;
    ben.follow(LOBBY).await;
    ada.post(2, 1, "hello").await;
    assert_eq!(ada.until("posted").await["seq"], 1);
    let entries = ben.until("entries").await;
    assert_eq!(entries["entries"][0]["kind"]["posted"]["text"], "hello");
    assert_eq!(entries["entries"][0]["author"]["name"], "ada");
}

#[tokio::test(start_paused = true)]
async fn whoever_says_nothing_is_closed_in_time() {
    let server = Server::start(MemoryStore::new(7)).await;
    let mut silent = server.frames(None, WIDE).await;
    assert_eq!(silent.until_close().await, CloseCode::HelloLate.code());
    server.is_empty_soon().await;
}

#[tokio::test(start_paused = true)]
async fn who_is_over_the_rate_is_read_again_as_soon_as_the_rate_allows() {
    let store = Arc::new(MemoryStore::new(7));
    let server = Server::with(store, RateLimit::On).await;
    let mut fast = server.user("ada").await;
    let beats = FRAMES_BURST + FRAMES_PER_SECOND;
    let begin = Instant::now();
    for n in 0..beats {
        fast.say(json!({"ping": {"n": n}})).await;
    }
    while fast.until("pong").await["n"] != beats - 1 {}
    // The clock is paused and jumps from timer to timer, so this is exact: what lies
    // beyond the burst is a second's worth, and the wheel turns in fractions of one.
    assert!(
        begin.elapsed() < Duration::from_secs(3),
        "{:?}",
        begin.elapsed()
    );
}

#[tokio::test(start_paused = true)]
async fn the_answer_to_a_ping_is_a_round_trip() {
    let server = Server::start(MemoryStore::new(7)).await;
    let mut ada = server.user("ada").await;
    // Hearing it is answering it.
    let n = ada.until("ping").await["n"].as_u64().expect("a number");
    // An answer to a ping that never was counts for nothing, a second answer neither.
    for n in [n, n + 1] {
        ada.say(json!({"pong": {"n": n}})).await;
    }
    ada.say(json!({"ping": {"n": 1}})).await;
    ada.until("pong").await;
    let figures = server.app.metrics.text("1");
    let line = "\nconfab_round_trip_seconds_count 1\n";
    assert!(figures.contains(line), "{figures}");
}

#[tokio::test(start_paused = true)]
async fn a_hello_without_a_login_is_closed_with_sign_in() {
    let server = Server::start(MemoryStore::new(7)).await;
    for token in [None, Some("no token of ours")] {
        let mut stranger = server.frames(None, WIDE).await;
        stranger.hello(token).await;
        assert_eq!(stranger.until_close().await, CloseCode::NotSignedIn.code());
    }
}

#[tokio::test(start_paused = true)]
async fn who_reads_and_answers_nothing_is_closed_although_a_write_is_stuck() {
    let server = Server::start(MemoryStore::new(7)).await;
    let mut ada = server.user_behind("ada", 512).await;
    ada.follow(LOBBY).await;
    // More than the pipe takes, and less than the mailbox.
    server.fill(LOBBY, 1..=64, 1_000).await;
    server.is_empty_soon().await;
}

#[tokio::test(start_paused = true)]
async fn a_reader_that_is_too_slow_is_cut_and_nobody_waits_for_it() {
    let server = Server::start(MemoryStore::new(7)).await;
    let mut slow = server.user_behind("slow", 1024).await;
    slow.follow(LOBBY).await;
    let mut ben = server.user("ben").await;
    ben.follow(LOBBY).await;
    let entries = 2 * MAILBOX_BYTES_MAX / 8_000;
    for seq in 1..=entries as u64 {
        server.fill(LOBBY, seq..=seq, 8_000).await;
        assert_eq!(ben.until("entries").await["entries"][0]["seq"], seq);
    }
    server.has_sessions(1).await;
    assert_eq!(
        ben.post_and_wait(9, 9_999, "still here").await,
        entries as u64 + 1
    );
}

#[tokio::test(start_paused = true)]
async fn whoever_catches_up_slowly_is_fed_at_its_own_speed() {
    let server = Server::start(MemoryStore::new(7)).await;
    // More text than a mailbox holds.
    let entries = 2 * MAILBOX_BYTES_MAX as u64 / 1_500;
    server.fill(LOBBY, 1..=entries, 1_500).await;
    let mut ada = server.user_behind("ada", 4_096).await;
    let after = json!({"epoch": Epoch(7), "seq": 0});
    ada.say(json!({"follow": {"id": 1, "room": LOBBY, "after": after}}))
        .await;
    assert_eq!(ada.until("following").await["start"], "resumed");
    let mut next = 1;
    while next <= entries {
        let page = ada.until("entries").await;
        for entry in page["entries"].as_array().expect("entries") {
            assert_eq!(entry["seq"], next);
            next += 1;
        }
    }
    assert_eq!(ada.until("live").await["head"], entries);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_heard_before_the_welcome() {
    let server = Server::over(Arc::new(SlowStore::new())).await;
    let name = DisplayName::parse("ada").expect("a name");
    let now = server.app.clock.now();
    let (_, token) = server
        .app
        .logins
        .sign_in(now, name)
        .await
        .expect("signed in");
    let mut ada = server.frames(Some(&token), WIDE).await;
    ada.hello(None).await;
    // That she is here is news for all who are greeted, herself too, and comes while the
    // store is still asked for her rooms.
    let first = ada.line().await;
    assert!(first.starts_with("{\"welcome\":"), "{first}");
}

#[tokio::test(start_paused = true)]
async fn a_write_is_published_although_its_writer_is_gone() {
    let slow = Arc::new(SlowStore::new());
    let server = Server::over(slow.clone()).await;
    let (mut ada, mut ben) = (server.user("ada").await, server.user("ben").await);
    ada.follow(LOBBY).await;
    ben.follow(LOBBY).await;
    ada.post(2, 1, "last words").await;
    slow.begun.acquire().await.expect("open").forget();
    drop(ada);
    server.has_sessions(1).await;
    slow.answers.add_permits(1);
    let entries = ben.until("entries").await;
    assert_eq!(
        entries["entries"][0]["kind"]["posted"]["text"],
        "last words"
    );
}

#[tokio::test(start_paused = true)]
async fn a_stop_says_when_to_come_back() {
    let server = Server::start(MemoryStore::new(7)).await;
    let mut ada = server.user("ada").await;
    for session in server.app.hub.sessions().all() {
        session.mailbox.order(Order::Stop {
            reconnect_after_ms: 1234,
        });
    }
    assert_eq!(ada.until("closing").await["reconnect_after_ms"], 1234);
    assert_eq!(ada.until_close().await, CloseCode::Restarting.code());
    server.is_empty_soon().await;
}

#[tokio::test(start_paused = true)]
async fn signing_out_closes_the_sessions_of_that_login_only() {
    let server = Server::start(MemoryStore::new(7)).await;
    let (mut ada, mut ben) = (server.user("ada").await, server.user("ben").await);
    let who = server
        .app
        .hub
        .sessions()
        .all()
        .into_iter()
        .find_map(|session| {
            session
                .who()
                .filter(|who| who.user.name.as_str() == "ada")
                .cloned()
        });
    let who = who.expect("ada is here");
    let login = who.login.expect("by a login");
    server
        .app
        .hub
        .close_login(who.user.id, login, CloseCode::NotSignedIn);
    assert_eq!(ada.until_close().await, CloseCode::NotSignedIn.code());
    ben.follow(LOBBY).await;
}

#[tokio::test(start_paused = true)]
async fn a_binary_frame_closes_either_language() {
    let server = Server::start(MemoryStore::new(7)).await;
    for mut client in [
        server.frames(None, WIDE).await,
        server.plain("ben", 0).await,
    ] {
        client
            .socket
            .send(Message::binary(vec![1]))
            .await
            .expect("sent");
        assert_eq!(client.until_close().await, CloseCode::Unsupported.code());
    }
}

#[tokio::test(start_paused = true)]
async fn a_message_over_the_limit_closes_with_too_big() {
    let server = Server::start(MemoryStore::new(7)).await;
    let mut ada = server.user("ada").await;
    let text = "x".repeat(FRAME_BYTES_MAX + 1);
    ada.socket.send(Message::text(text)).await.expect("sent");
    assert_eq!(ada.until_close().await, CloseCode::TooBig.code());
}

#[tokio::test(start_paused = true)]
async fn plain_lines_are_heard_by_all_and_echoed_to_their_sender() {
    let server = Server::start(MemoryStore::new(7)).await;
    let mut ada = server.user("ada").await;
    ada.follow(LOBBY).await;
    let (mut ben, mut cy) = (server.plain("ben", 0).await, server.plain("cy", 0).await);
    for number in 1..=3 {
        let text = format!("line {number}");
        ben.socket
            .send(Message::text(text.as_str()))
            .await
            .expect("sent");
        assert_eq!(ben.line().await, format!("You sent: {text}"));
        assert_eq!(cy.line().await, format!("ben: {text}"));
        let entries = ada.until("entries").await;
        assert_eq!(
            entries["entries"][0]["kind"]["posted"]["text"],
            text.as_str()
        );
    }
    let mut late = server.plain("late", 2).await;
    assert_eq!(late.line().await, "ben: line 2");
    assert_eq!(late.line().await, "ben: line 3");
}

#[tokio::test(start_paused = true)]
async fn plain_lines_sent_at_once_keep_their_order_although_their_writer_is_new() {
    let server = Server::start(MemoryStore::new(7)).await;
    let (mut ben, mut cy) = (server.plain("ben", 0).await, server.plain("cy", 0).await);
    for number in 1..=9 {
        ben.socket
            .feed(Message::text(format!("{number}")))
            .await
            .expect("fed");
    }
    ben.socket.flush().await.expect("sent");
    for number in 1..=9 {
        assert_eq!(cy.line().await, format!("ben: {number}"));
    }
}

#[tokio::test(start_paused = true)]
async fn who_only_listens_to_lines_leaves_no_user() {
    let server = Server::start(MemoryStore::new(7)).await;
    let ben = server.plain("ben", 0).await;
    server.has_sessions(1).await;
    drop(ben);
    server.is_empty_soon().await;
    let name = DisplayName::parse("ben").expect("a name");
    assert!(
        server
            .app
            .logins
            .unclaimed(&name)
            .await
            .expect("a store")
            .is_none()
    );
}

#[test]
fn an_idle_connection_is_small() {
    // Of the 4 KiB that an idle connection may take, the kernel's and the runtime's
    // part apart; what the session machine keeps behind pointers comes on top.
    let driver = size_of::<Driver<TcpStream>>();
    let handle = size_of::<SessionHandle>();
    println!("driver {driver}, session handle {handle}");
    assert!(
        driver + handle <= 1_536,
        "driver {driver}, session handle {handle}"
    );
}

/// A server without listeners.
struct Server {
    app: Arc<App>,
    helpers: [AbortHandle; 2],
}

impl Server {
    async fn start(store: MemoryStore) -> Self {
        Self::over(Arc::new(store)).await
    }

    async fn over(store: Arc<dyn Store>) -> Self {
        Self::with(store, RateLimit::Off).await
    }

    async fn with(store: Arc<dyn Store>, rate_limit: RateLimit) -> Self {
        let config = AppConfig {
            rate_limit,
            ..AppConfig::default()
        };
        let app = App::start(config, Vec::new(), store)
            .await
            .expect("a store");
        let helpers = [
            tokio::spawn(ticker::run(app.clone())).abort_handle(),
            tokio::spawn(relay::run(app.clone())).abort_handle(),
        ];
        Self { app, helpers }
    }

    /// A greeted session of a new user.
    async fn user(&self, name: &str) -> Client {
        self.user_behind(name, WIDE).await
    }

    /// The same, behind a pipe that takes so many bytes and no more.
    async fn user_behind(&self, name: &str, width: usize) -> Client {
        let name = DisplayName::parse(name).expect("a name");
        let (_, token) = self
            .app
            .logins
            .sign_in(self.app.clock.now(), name)
            .await
            .expect("signed in");
        let mut client = self.frames(Some(&token), width).await;
        client.hello(None).await;
        client.until("welcome").await;
        client
    }

    async fn frames(&self, shown: Option<&Token>, width: usize) -> Client {
        let voice = Voice::Frames {
            shown: shown.map(Token::hash),
            transport: Transport::WebSocket,
        };
        self.connect(Language::Frames, voice, session::Language::Frames, width)
            .await
    }

    async fn plain(&self, name: &str, history: u16) -> Client {
        let mark = LineMark::random();
        let room = self.app.access.directory().by_id(LOBBY).expect("the lobby");
        let wish = NameWish::Name(DisplayName::parse(name).expect("a name"));
        let admitted = Admitted {
            who: None,
            wish,
            room,
            history,
        };
        let voice = Voice::Plain(Box::new(Plain::new(admitted, mark)));
        let language = session::Language::Plain { room: LOBBY };
        self.connect(Language::Plain(mark), voice, language, WIDE)
            .await
    }

    async fn connect(
        &self,
        language: Language,
        voice: Voice,
        machine: session::Language,
        width: usize,
    ) -> Client {
        let (ours, theirs) = duplex(width);
        let handle = SessionHandle::new(self.app.next_session_id(), language);
        let socket = WebSocket::new(ours, &[], FRAME_BYTES_MAX);
        let driver = Driver::new(self.app.clone(), socket, handle, voice, machine);
        self.app.tasks.spawn(driver);
        let socket = WebSocketStream::from_raw_socket(theirs, Role::Client, None).await;
        Client { socket }
    }

    /// Writes entries past every session, as another user would.
    async fn fill(&self, room: RoomId, numbers: std::ops::RangeInclusive<u64>, bytes: usize) {
        let name = DisplayName::parse("filler").expect("a name");
        let now = self.app.clock.now();
        let who = match self.app.logins.unclaimed(&name).await.expect("a store") {
            Some(who) => who,
            None => self
                .app
                .logins
                .make_guest(now, name)
                .await
                .expect("a guest"),
        };
        for number in numbers {
            let text = MessageText::parse(&"x".repeat(bytes)).expect("a text");
            let client_id = ClientId::new_v7(number, [1; 10]);
            post(
                &self.app,
                &who,
                room,
                client_id,
                EntryKind::Posted {
                    text,
                    reply_to: None,
                    attached: Attached::default(),
                },
                None,
            )
            .await
            .expect("posted");
        }
    }

    /// Waits until so many sessions are left. Virtual time passes meanwhile.
    async fn has_sessions(&self, count: usize) {
        while self.app.hub.sessions().all().len() != count {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    async fn is_empty_soon(&self) {
        self.has_sessions(0).await;
        self.app.tasks.close();
        self.app.tasks.wait().await;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for helper in &self.helpers {
            helper.abort();
        }
    }
}

/// Somebody at the other end.
struct Client {
    socket: WebSocketStream<DuplexStream>,
}

impl Client {
    async fn say(&mut self, frame: Value) {
        self.socket
            .send(Message::text(frame.to_string()))
            .await
            .expect("sent");
    }

    async fn hello(&mut self, token: Option<&str>) {
        let mut hello = json!({"version": 1});
        if let Some(token) = token {
            hello["token"] = token.into();
        }
        self.say(json!({ "hello": hello })).await;
    }

    async fn follow(&mut self, room: RoomId) {
        self.say(json!({"follow": {"id": 1, "room": room}})).await;
        self.until("live").await;
    }

    async fn post(&mut self, id: u32, number: u64, text: &str) {
        let client_id = ClientId::new_v7(number, [2; 10]);
        let post = json!({"id": id, "room": LOBBY, "client_id": client_id, "text": text});
        self.say(json!({ "post": post })).await;
    }

    async fn post_and_wait(&mut self, id: u32, number: u64, text: &str) -> u64 {
        self.post(id, number, text).await;
        self.until("posted").await["seq"]
            .as_u64()
            .expect("a number")
    }

    /// The body of the next frame of this name; other frames are passed over, pings
    /// answered.
    async fn until(&mut self, name: &str) -> Value {
        loop {
            let text = self.line().await;
            let mut frame: Value = serde_json::from_str(&text).expect("JSON");
            if let Some(beat) = frame.get("ping") {
                let pong = json!({ "pong": beat });
                self.say(pong).await;
            }
            if let Some(body) = frame.get_mut(name) {
                return body.take();
            }
        }
    }

    async fn line(&mut self) -> String {
        loop {
            match self
                .socket
                .next()
                .await
                .expect("the stream goes on")
                .expect("a good frame")
            {
                Message::Text(text) => return text.to_string(),
                Message::Ping(_) | Message::Pong(_) => {}
                other @ (Message::Binary(_) | Message::Close(_) | Message::Frame(_)) => {
                    panic!("{other:?} instead of text")
                }
            }
        }
    }

    async fn until_close(&mut self) -> u16 {
        loop {
            match self
                .socket
                .next()
                .await
                .expect("the stream goes on")
                .expect("a good frame")
            {
                Message::Close(close) => return close.expect("with a code").code.into(),
                Message::Text(_)
                | Message::Binary(_)
                | Message::Ping(_)
                | Message::Pong(_)
                | Message::Frame(_) => {}
            }
        }
    }
}

/// A store whose appends are written at once and answered when the test says so, and whose
/// read marks take a second.
#[derive(Debug)]
struct SlowStore {
    store: MemoryStore,
    begun: Semaphore,
    answers: Arc<Semaphore>,
}

impl SlowStore {
    fn new() -> Self {
        let (begun, answers) = (Semaphore::new(0), Arc::new(Semaphore::new(0)));
        Self {
            store: MemoryStore::new(7),
            begun,
            answers,
        }
    }
}

impl Store for SlowStore {
    fn append(&self, entry: NewEntry) -> Later<Appended> {
        let (appended, answers) = (self.store.append(entry), self.answers.clone());
        self.begun.add_permits(1);
        Box::pin(async move {
            answers.acquire().await.expect("open").forget();
            appended.await
        })
    }

    fn epoch(&self) -> Epoch {
        self.store.epoch()
    }
    fn entries_after(
        &self,
        room: RoomId,
        after: Seq,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page> {
        self.store.entries_after(room, after, limit, reader)
    }
    fn entries_before(
        &self,
        room: RoomId,
        before: Option<Seq>,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page> {
        self.store.entries_before(room, before, limit, reader)
    }
    fn entry_at(&self, room: RoomId, time: Timestamp) -> Later<Option<Seq>> {
        self.store.entry_at(room, time)
    }
    fn message(&self, room: RoomId, seq: Seq, reader: Option<UserId>) -> Later<Entry> {
        self.store.message(room, seq, reader)
    }
    fn versions(&self, room: RoomId, seq: Seq, after: Seq, limit: u16) -> Later<Vec<Edition>> {
        self.store.versions(room, seq, after, limit)
    }
    fn pins(&self, room: RoomId, reader: Option<UserId>) -> Later<Vec<Entry>> {
        self.store.pins(room, reader)
    }
    fn thread(
        &self,
        room: RoomId,
        root: Seq,
        after: Seq,
        limit: u16,
        reader: Option<UserId>,
    ) -> Later<Page> {
        self.store.thread(room, root, after, limit, reader)
    }
    fn files_to_erase(&self, limit: u16) -> Later<Vec<FileId>> {
        self.store.files_to_erase(limit)
    }
    fn waiting_files(&self, files: Vec<FileId>) -> Later<Vec<FileId>> {
        self.store.waiting_files(files)
    }
    fn files_erased(&self, files: Vec<FileId>) -> Later<()> {
        self.store.files_erased(files)
    }
    fn rooms(&self) -> Later<Vec<RoomRecord>> {
        self.store.rooms()
    }
    fn make_room(&self, name: RoomName, by: UserId) -> Later<RoomRecord> {
        self.store.make_room(name, by)
    }
    fn make_user(&self, user: NewUser, login: Option<NewLogin>) -> Later<SignedIn> {
        self.store.make_user(user, login)
    }
    fn user_by_name(&self, name: DisplayName) -> Later<Option<UserRecord>> {
        self.store.user_by_name(name)
    }
    fn is_fresh(&self) -> Later<bool> {
        self.store.is_fresh()
    }
    fn login(&self, token: TokenHash) -> Later<Option<SignedIn>> {
        self.store.login(token)
    }
    fn add_login(&self, user: UserId, login: NewLogin, at: Timestamp) -> Later<SignedIn> {
        self.store.add_login(user, login, at)
    }
    fn end_login(&self, login: LoginId) -> Later<()> {
        self.store.end_login(login)
    }
    fn mark_read(&self, user: UserId, room: RoomId, seq: Seq) -> Later<Mark> {
        self.store.mark_read(user, room, seq)
    }
    fn read_marks(&self, user: UserId) -> Later<Vec<(RoomId, Mark)>> {
        let marks = self.store.read_marks(user);
        Box::pin(async move {
            tokio::time::sleep(Duration::from_secs(1)).await;
            marks.await
        })
    }
    fn keep_note(&self, user: UserId, kind: NoteKind, text: Option<String>) -> Later<()> {
        self.store.keep_note(user, kind, text)
    }
    fn note(&self, user: UserId, kind: NoteKind) -> Later<Option<String>> {
        self.store.note(user, kind)
    }
    fn mark_unread(
        &self,
        user: UserId,
        room: RoomId,
        from: Option<Seq>,
        base: u64,
    ) -> Later<UnreadMark> {
        self.store.mark_unread(user, room, from, base)
    }
    fn unread_marks(&self, user: UserId) -> Later<Vec<UnreadMark>> {
        self.store.unread_marks(user)
    }
    fn keep_thread(
        &self,
        user: UserId,
        room: RoomId,
        root: Seq,
        write: ThreadWrite,
    ) -> Later<OwnThread> {
        self.store.keep_thread(user, room, root, write)
    }

    fn own_threads(&self, user: UserId, limit: u16) -> Later<Vec<OwnThread>> {
        self.store.own_threads(user, limit)
    }

    fn thread_followers(&self, room: RoomId, root: Seq, limit: u16) -> Later<Vec<UserId>> {
        self.store.thread_followers(room, root, limit)
    }

    fn keep_draft(&self, draft: NewDraft) -> Later<Option<Draft>> {
        self.store.keep_draft(draft)
    }
    fn drafts(&self, user: UserId, after: u64) -> Later<Vec<Draft>> {
        self.store.drafts(user, after)
    }
    fn keep_plan(&self, user: UserId, plan: Plan, write: PlanWrite) -> Later<PlanKept> {
        self.store.keep_plan(user, plan, write)
    }
    fn plans(&self, user: UserId) -> Later<Vec<Plan>> {
        self.store.plans(user)
    }
    fn drop_plan(&self, user: UserId, id: ClientId) -> Later<bool> {
        self.store.drop_plan(user, id)
    }
    fn claim_plans(&self, now: Timestamp, limit: u16) -> Later<Vec<DuePlan>> {
        self.store.claim_plans(now, limit)
    }
    fn settle_plan(&self, key: PlanKey, end: PlanEnd) -> Later<()> {
        self.store.settle_plan(key, end)
    }
    fn next_plan_due(&self) -> Later<Option<Timestamp>> {
        self.store.next_plan_due()
    }
    fn readers(&self, room: RoomId, seq: Seq, except: [UserId; 2]) -> Later<(Vec<Author>, usize)> {
        self.store.readers(room, seq, except)
    }
    fn close(&self) -> Later<()> {
        self.store.close()
    }
}
