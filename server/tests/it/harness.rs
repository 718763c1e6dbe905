//! Servers to test against, and the few sentences that many tests share.

mod asking;
mod fickle_store;
mod figures;
mod pair;
pub(crate) mod peer;
mod process;

use std::net::SocketAddr;
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};

use chat_store::memory::MemoryStore;
use chat_store::records::{NewEntry, NewUser};
use chat_store::{LOBBY, Store};
use chat_testkit::{RawSocket, ServerUrl};
use server::config::{AppConfig, RateLimit};
use shared::client_frame::{ClientFrame, Follow, Post};
use shared::cursor::{Cursor, Seq};
use shared::entry::{Attached, Entry, EntryKind};
use shared::http::EntriesPage;
use shared::ids::{ClientId, RequestId, RoomId};
use shared::moment::Timestamp;
use shared::refusal::Refusal;
use shared::server_frame::{Following, ServerFrame};
use shared::text::{DisplayName, MessageText};
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;

pub(crate) use asking::{ask, token};
pub(crate) use fickle_store::FickleStore;
pub(crate) use figures::Figures;
pub(crate) use pair::Pair;
pub(crate) use process::{ServerProcess, Signal, command, free_port, program};

/// The epoch of the stores that tests make.
pub(crate) const EPOCH: u64 = 0x0123_4567_89ab_cdef;

/// A server in this process, on a thread and a port of its own.
///
/// Stopping or dropping it drains it, and fails the test when it did not end cleanly
/// or when a task is left.
pub(crate) struct TestServer {
    pub(crate) url: ServerUrl,
    runtime: Handle,
    clock_holder: Option<mpsc::Sender<()>>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl TestServer {
    /// Over an empty memory store, at the rates of people.
    pub(crate) async fn start() -> Self {
        Self::over(empty_store(), AppConfig::default()).await
    }

    /// Over an empty memory store, without rates.
    pub(crate) async fn unlimited() -> Self {
        Self::over(empty_store(), unlimited()).await
    }

    /// Over this store.
    pub(crate) async fn over(store: Arc<dyn Store>, config: AppConfig) -> Self {
        Self::at(([127, 0, 0, 1], 0).into(), store, config).await
    }

    /// Over this store, on this address.
    pub(crate) async fn at(address: SocketAddr, store: Arc<dyn Store>, config: AppConfig) -> Self {
        let (stop, stopped) = oneshot::channel();
        let (ready, is_ready) = oneshot::channel();
        let thread = thread::spawn(move || {
            let runtime = Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = TcpListener::bind(address).await.unwrap();
                let handle = Handle::current();
                ready
                    .send((listener.local_addr().unwrap(), handle))
                    .unwrap();
                let stop = async {
                    let _ = stopped.await;
                };
                server::serve(config, vec![listener], store, stop)
                    .await
                    .unwrap();
                // A task that was told to end ends at its next turn.
                for _ in 0..1_000 {
                    tokio::task::yield_now().await;
                }
            });
            assert_eq!(
                runtime.metrics().num_alive_tasks(),
                0,
                "the server left tasks behind"
            );
        });
        let (address, runtime) = is_ready.await.expect("the server's thread is up");
        Self {
            url: ServerUrl::at(address),
            runtime,
            clock_holder: None,
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    /// From here on the server's clock stands still while the server has something to
    /// do, and jumps to its next deadline whenever it has not.
    pub(crate) async fn fast_forward(&self) {
        self.runtime
            .spawn(async { tokio::time::pause() })
            .await
            .unwrap();
    }

    /// From here on no time passes for the server, until it is stopped.
    pub(crate) async fn stop_the_clock(&mut self) {
        // A paused clock does not jump while a blocking task runs.
        let (holder, held) = mpsc::channel::<()>();
        self.runtime.spawn_blocking(move || held.recv());
        self.clock_holder = Some(holder);
        self.runtime
            .spawn(async { tokio::time::pause() })
            .await
            .unwrap();
    }

    /// Drains it and waits for its end.
    pub(crate) async fn stop(mut self) {
        drop(self.clock_holder.take());
        drop(self.stop.take());
        let thread = self.thread.take().unwrap();
        tokio::task::spawn_blocking(move || thread.join().expect("the server ended cleanly"))
            .await
            .unwrap();
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        drop(self.clock_holder.take());
        drop(self.stop.take());
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
            && !thread::panicking()
        {
            panic!("the server did not end cleanly");
        }
    }
}

pub(crate) fn empty_store() -> Arc<dyn Store> {
    Arc::new(MemoryStore::new(EPOCH))
}

pub(crate) fn unlimited() -> AppConfig {
    AppConfig {
        rate_limit: RateLimit::Off,
        ..AppConfig::default()
    }
}

/// Writes so many messages into the lobby: `old 1`, `old 2` and so on, by `scribe`.
pub(crate) async fn fill(store: &Arc<dyn Store>, count: u64) {
    let scribe = DisplayName::parse("scribe").unwrap();
    let user = NewUser {
        name: scribe,
        at: Timestamp(1),
    };
    let author = store.make_user(user, None).await.unwrap().user.id;
    for number in 1..=count {
        let text = MessageText::parse(&format!("old {number}")).unwrap();
        let entry = NewEntry {
            room: LOBBY,
            author,
            client_id: ClientId::new_v7(number, [0; 10]),
            at: Timestamp(number),
            kind: EntryKind::Posted {
                text,
                reply_to: None,
                attached: Attached::default(),
            },
            claims: chat_store::fold::Claims::default(),
        };
        store.append(entry).await.unwrap();
    }
}

/// A write's id that no other test run shares.
pub(crate) fn new_client_id() -> ClientId {
    ClientId::new_v7(0, rand::random())
}

pub(crate) fn post(id: u32, room: RoomId, client_id: ClientId, text: &str) -> ClientFrame {
    ClientFrame::Post(Post {
        id: RequestId(id),
        room,
        client_id,
        text: text.to_owned(),
        reply_to: None,
        files: Vec::new(),
        thread: None,
    })
}

/// Follows the lobby and hears how it starts.
pub(crate) async fn follow(socket: &mut RawSocket, id: u32, after: Option<Cursor>) -> Following {
    let follow = Follow {
        id: RequestId(id),
        room: LOBBY,
        after,
    };
    socket.send(&ClientFrame::Follow(follow)).await;
    let answer = socket.answer(RequestId(id)).await;
    let ServerFrame::Following(following) = answer else {
        panic!("not following: {answer:?}")
    };
    following
}

/// All entries up to the frame that says that the follower is live, and the head that
/// it names.
pub(crate) async fn entries_until_live(socket: &mut RawSocket) -> (Vec<Entry>, Seq) {
    let mut entries = Vec::new();
    loop {
        let frame = socket.frame().await;
        if let ServerFrame::Live(live) = &frame {
            return (entries, live.head);
        }
        let ended = matches!(frame, ServerFrame::Gone(_) | ServerFrame::Closing(_));
        assert!(!ended, "before live came {frame:?}");
        if let ServerFrame::Entries(more) = frame {
            entries.extend(more.entries);
        }
    }
}

/// Hears the refusal of this request.
pub(crate) async fn refusal(socket: &mut RawSocket, id: u32) -> Refusal {
    let answer = socket.answer(RequestId(id)).await;
    let ServerFrame::Refused(refused) = answer else {
        panic!("not refused: {answer:?}")
    };
    refused.refusal
}

/// Proves that the connection lives: a ping is answered.
pub(crate) async fn is_alive(socket: &mut RawSocket) {
    let beat = shared::client_frame::Beat { n: 77 };
    socket.send(&ClientFrame::Ping(beat)).await;
    loop {
        if let ServerFrame::Pong(answer) = socket.frame().await {
            assert_eq!(answer, beat);
            return;
        }
    }
}

/// The whole log of a room, page by page over HTTP.
pub(crate) async fn log(url: &ServerUrl, token: &str, room: RoomId) -> Vec<Entry> {
    let mut log: Vec<Entry> = Vec::new();
    loop {
        let after = log.last().map_or(0, |entry| entry.seq.0);
        let page = page(url, token, room, &format!("after={after}&limit=200")).await;
        if page.entries.is_empty() {
            return log;
        }
        log.extend(page.entries);
    }
}

/// One page of a room's log over HTTP.
pub(crate) async fn page(url: &ServerUrl, token: &str, room: RoomId, query: &str) -> EntriesPage {
    let path = format!("/api/rooms/{room}/entries?{query}");
    let request = chat_testkit::http::request(hyper::Method::GET, &path);
    let request = chat_testkit::http::with_bearer(request, token);
    let answer = chat_testkit::http::ask(url, request).await.unwrap();
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.json().unwrap()
}

/// The text of an entry.
pub(crate) fn text(entry: &Entry) -> &str {
    entry.kind.text().expect("it has a text").as_str()
}

pub(crate) fn seqs(entries: &[Entry]) -> Vec<u64> {
    entries.iter().map(|entry| entry.seq.0).collect()
}
