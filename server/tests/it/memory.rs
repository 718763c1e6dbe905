//! What the real program holds in memory while hostile peers do their worst: read from
//! the system as the highest that was resident since the peers came. The ceilings are
//! of a debug build, per peer, beside a little for everybody.
//!
//! `cargo nextest run -p server memory:: --no-capture` prints what was measured.

use std::fs;
use std::time::{Duration, Instant};

use chat_store::LOBBY;
use chat_testkit::server_process::ServerProcess;
use chat_testkit::wire_frame::{self, End, Opcode};
use chat_testkit::{Heard, PATIENCE, RawSocket, ServerUrl, TestUser, Upgrade, http};
use futures_util::future::join_all;
use shared::client_frame::{ClientFrame, Follow, MakeRoom};
use shared::codec;
use shared::cursor::{Cursor, Seq};
use shared::ids::RequestId;
use shared::limits::{
    CATCH_UP_ENTRIES_MAX, FRAME_BYTES_MAX, IN_FLIGHT_MAX, MESSAGE_CHARS_MAX, ROOMS_MAX,
};
use shared::server_frame::ServerFrame;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use crate::harness::{self, Signal, free_port, new_client_id, post};

const KIB: u64 = 1024;

/// What comes and goes with any work: the allocator's slack, a page of the store.
const FOR_EVERYBODY: u64 = 6 * 1024 * KIB;

const MASK: [u8; 4] = [1, 2, 3, 4];

/// A peer of whom nothing has been taken for this long is blocked.
const BLOCKED_AFTER: Duration = Duration::from_millis(300);

/// The real program, and what it held before the peers came.
struct Measured {
    server: ServerProcess,
    _data: tempfile::TempDir,
    before: u64,
}

impl Measured {
    /// Starts it, lets somebody in so that it has done everything once, and begins to
    /// measure.
    async fn start(flags: &[&str]) -> Self {
        server::open_files::raise_limit();
        let data = tempfile::tempdir().unwrap();
        let server = harness::ServerProcess::start(free_port(), data.path(), flags).await;
        let mut measured = Self {
            server,
            _data: data,
            before: 0,
        };
        let (mut warm, _) = RawSocket::greeted(measured.url(), &measured.token("warm").await).await;
        warm.send(&post(1, LOBBY, new_client_id(), "warm")).await;
        warm.answer(RequestId(1)).await;
        measured.begin();
        measured
    }

    fn url(&self) -> &ServerUrl {
        &self.server.url
    }

    async fn token(&self, name: &str) -> String {
        let login = http::sign_in(self.url(), name).await.unwrap();
        login.token.unwrap()
    }

    /// What was held until now does not count.
    fn begin(&mut self) {
        // Sets the highest that was resident to what is.
        fs::write(format!("/proc/{}/clear_refs", self.server.pid()), "5").unwrap();
        self.before = self.resident("VmRSS:");
    }

    fn resident(&self, what: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.server.pid())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(what));
        let kib = line.unwrap().trim().trim_end_matches(" kB");
        kib.parse::<u64>().unwrap() * KIB
    }

    /// Waits until the program has taken everything that its peers have sent.
    async fn has_read_all(&self) {
        let port = format!(":{:04X}", self.url().address().port());
        let start = Instant::now();
        loop {
            let sockets = fs::read_to_string("/proc/net/tcp").unwrap();
            let unread = sockets.lines().skip(1).any(|line| {
                let mut words = line.split_whitespace().skip(1);
                let (Some(local), _, Some(state), Some(queues)) =
                    (words.next(), words.next(), words.next(), words.next())
                else {
                    return false;
                };
                // Connections that nobody has accepted wait in their listener's queue.
                let listens = state == "0A";
                let open = state == "01";
                local.ends_with(&port) && (open || listens) && !queues.ends_with(":00000000")
            });
            if !unread {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "the server does not read");
            sleep(Duration::from_millis(5)).await;
        }
    }

    /// Nobody else notices, and the program did not grow beyond so much for each peer.
    #[expect(clippy::print_stderr, reason = "what was measured is worth a look")]
    async fn stays_below(self, what: &str, peers: usize, kib_per_peer: u64) {
        let mut ada = http::Asker::connect(self.url()).await.unwrap();
        ada.sign_in("ada").await.unwrap();
        let grown = self.resident("VmHWM:").saturating_sub(self.before);
        let ceiling = FOR_EVERYBODY + peers as u64 * kib_per_peer * KIB;
        eprintln!(
            "memory under {what}: {peers} peers, {} KiB in all, ceiling {} KiB",
            grown / KIB,
            ceiling / KIB
        );
        assert!(grown <= ceiling, "{what}: {grown} bytes of {ceiling}");
        let (status, log) = self.server.end(Signal::TERM).await;
        assert!(status.success(), "{status}: {log}");
        assert!(!log.contains("panicked"), "{log}");
    }
}

/// Writes until the other side takes nothing more, or has closed.
async fn write_until_blocked(socket: &mut RawSocket, bytes: &[u8]) {
    while let Ok(Ok(())) = timeout(BLOCKED_AFTER, socket.try_send_bytes(bytes)).await {}
}

#[tokio::test]
async fn heads_that_never_end() {
    const PEERS: usize = 300;
    let server = Measured::start(&[]).await;
    let head = format!("GET /chat HTTP/1.1\r\nX: {}", "x".repeat(16_000));
    let mut peers = Vec::new();
    for _ in 0..PEERS {
        let mut peer = TcpStream::connect(server.url().address()).await.unwrap();
        peer.write_all(head.as_bytes()).await.unwrap();
        peers.push(peer);
    }
    server.has_read_all().await;
    server.stays_below("heads that never end", PEERS, 32).await;
}

#[tokio::test]
async fn messages_that_never_end() {
    const PEERS: usize = 100;
    let server = Measured::start(&["--rate-limit", "off"]).await;
    let piece = [b'x'; 1_000];
    let mut bytes = wire_frame::masked(Opcode::Text, End::More, MASK, &piece);
    let more = wire_frame::masked(Opcode::Continuation, End::More, MASK, &piece);
    let pieces = FRAME_BYTES_MAX / 2 / piece.len();
    bytes.extend(more.repeat(pieces - 1));
    // The last fragment fills the message, and its own last byte never comes.
    let rest = vec![b'x'; FRAME_BYTES_MAX - pieces * piece.len()];
    let last = wire_frame::masked(Opcode::Continuation, End::More, MASK, &rest);
    bytes.extend(&last[..last.len() - 1]);
    let mut peers = Vec::new();
    for _ in 0..PEERS {
        let peer = RawSocket::connect(server.url(), &Upgrade::to("/chat")).await;
        let mut peer = peer.unwrap();
        peer.try_send_bytes(&bytes).await.unwrap();
        peers.push(peer);
    }
    server.has_read_all().await;
    server
        .stays_below("messages that never end", PEERS, 128)
        .await;
}

#[tokio::test]
async fn empty_fragments() {
    const PEERS: usize = 50;
    let server = Measured::start(&["--rate-limit", "off"]).await;
    let more = wire_frame::masked(Opcode::Continuation, End::More, MASK, b"");
    let flood = more.repeat(100_000);
    for _ in 0..PEERS {
        let peer = RawSocket::connect(server.url(), &Upgrade::to("/chat")).await;
        let mut peer = peer.unwrap();
        peer.send_frame(Opcode::Text, End::More, b"").await;
        let _ = peer.try_send_bytes(&flood).await;
        assert_eq!(peer.close_code().await, 1008);
    }
    server.stays_below("empty fragments", PEERS, 0).await;
}

#[tokio::test]
async fn pings_by_peers_that_do_not_read() {
    const PEERS: usize = 20;
    let server = Measured::start(&[]).await;
    let pings = wire_frame::masked(Opcode::Ping, End::Final, MASK, &[b'x'; 125]).repeat(1_000);
    let flood = async || {
        let upgrade = Upgrade::to("/chat").receive_buffer_bytes(4 * 1024);
        let mut peer = RawSocket::connect(server.url(), &upgrade).await.unwrap();
        write_until_blocked(&mut peer, &pings).await;
        peer
    };
    let _peers = join_all((0..PEERS).map(|_| flood())).await;
    server.stays_below("pings", PEERS, 16).await;
}

#[tokio::test]
async fn pings_without_a_rate() {
    const PEERS: usize = 20;
    let server = Measured::start(&["--rate-limit", "off"]).await;
    let pings = wire_frame::masked(Opcode::Ping, End::Final, MASK, &[b'x'; 125]).repeat(1_000);
    let mut peers = Vec::new();
    for _ in 0..PEERS {
        let upgrade = Upgrade::to("/chat").receive_buffer_bytes(4 * 1024);
        let mut peer = RawSocket::connect(server.url(), &upgrade).await.unwrap();
        for _ in 0..10 {
            peer.try_send_bytes(&pings).await.unwrap();
        }
        peers.push(peer);
    }
    server.has_read_all().await;
    server.stays_below("pings without a rate", PEERS, 16).await;
}

#[tokio::test]
async fn thousands_of_connections_from_one_address() {
    const PEERS: usize = 3_000;
    const LET_IN: usize = 512;
    let server = Measured::start(&["--limit-loopback", "on"]).await;
    let here = Upgrade::chat().from_address([127, 0, 0, 3].into());
    let mut inside = Vec::new();
    let mut turned_away = 0;
    for _ in 0..PEERS {
        match RawSocket::connect(server.url(), &here).await {
            Ok(socket) => inside.push(socket),
            Err(refused) => {
                let place = inside.len() + turned_away;
                assert_eq!(refused.status(), Some(503), "{place}: {refused}");
                turned_away += 1;
            }
        }
    }
    assert_eq!((inside.len(), turned_away), (LET_IN, PEERS - LET_IN));
    server
        .stays_below("connections from one address", LET_IN, 8)
        .await;
}

#[tokio::test]
async fn hellos_that_never_come() {
    const PEERS: usize = 1_000;
    let server = Measured::start(&[]).await;
    let mut silent = Vec::new();
    for _ in 0..PEERS {
        let socket = RawSocket::connect(server.url(), &Upgrade::chat()).await;
        silent.push(socket.unwrap());
    }
    server.stays_below("hellos that never come", PEERS, 8).await;
}

#[tokio::test]
async fn readers_that_do_not_read() {
    const PEERS: usize = 20;
    /// Ten megabytes: more than the buffers of the system and the mailbox hold.
    const MESSAGES: u32 = 1_000;
    const AT_ONCE: u32 = 20;
    let mut server = Measured::start(&["--rate-limit", "off"]).await;
    let ben = TestUser::sign_in(server.url(), "ben").await;
    ben.open("lobby").await;
    let token = server.token("slow").await;
    let upgrade = Upgrade::chat().receive_buffer_bytes(4 * 1024);
    let mut slow = Vec::new();
    for _ in 0..PEERS {
        let (mut socket, _) = RawSocket::greeted_by(server.url(), &token, &upgrade).await;
        follow_newest(&mut socket).await;
        slow.push(socket);
    }
    let (mut eve, _) = RawSocket::greeted(server.url(), &server.token("eve").await).await;
    server.begin();
    let text = "x".repeat(MESSAGE_CHARS_MAX);
    // The first of all is the one that warmed the server up. Ben sets the pace: whoever
    // reads is never left behind.
    for stored in (1..=MESSAGES).step_by(AT_ONCE as usize) {
        post_many(&mut eve, AT_ONCE, &text).await;
        ben.is_complete_to(Seq(u64::from(stored + AT_ONCE))).await;
    }
    let welcomes = ben.now(|screen| screen.welcomes).await;
    assert_eq!(welcomes, 1, "ben was cut because others do not read");
    for socket in &mut slow {
        let end = loop {
            match socket.hear().await {
                Heard::Closed(code, _) => break Some(code),
                Heard::Broken => break None,
                Heard::Text(_) | Heard::Binary(_) | Heard::Ping(_) | Heard::Pong(_) => {}
            }
        };
        // One that does not read may miss the close frame too.
        assert!(matches!(end, Some(4000) | None), "{end:?}");
    }
    server
        .stays_below("readers that do not read", PEERS, 320)
        .await;
}

#[tokio::test]
async fn cursors_asked_again_and_again_by_peers_that_do_not_read() {
    const PEERS: usize = 20;
    let mut server = Measured::start(&["--rate-limit", "off"]).await;
    let (mut eve, welcome) = RawSocket::greeted(server.url(), &server.token("eve").await).await;
    let entries = u32::try_from(CATCH_UP_ENTRIES_MAX).unwrap();
    post_many(&mut eve, entries, "something to catch up with").await;
    server.begin();
    let after = Cursor {
        epoch: welcome.epoch,
        seq: Seq(5),
    };
    let follow = |id| {
        let follow = Follow {
            id: RequestId(id),
            room: LOBBY,
            after: Some(after),
        };
        let text = codec::encode(&ClientFrame::Follow(follow));
        wire_frame::masked(Opcode::Text, End::Final, MASK, text.as_bytes())
    };
    let frames: Vec<u8> = (0..1_000).flat_map(follow).collect();
    let token = server.token("deaf").await;
    let upgrade = Upgrade::chat().receive_buffer_bytes(4 * 1024);
    let mut peers = Vec::new();
    for _ in 0..PEERS {
        let (mut peer, _) = RawSocket::greeted_by(server.url(), &token, &upgrade).await;
        for _ in 0..5 {
            if peer.try_send_bytes(&frames).await.is_err() {
                break;
            }
        }
        peers.push(peer);
    }
    server.has_read_all().await;
    server
        .stays_below("cursors again and again", PEERS, 256)
        .await;
}

#[tokio::test]
async fn rooms_without_number() {
    let server = Measured::start(&["--rate-limit", "off"]).await;
    let (mut eve, _) = RawSocket::greeted(server.url(), &server.token("eve").await).await;
    let mut made = 1;
    for id in 0..10_000 {
        let make_room = MakeRoom {
            id: RequestId(id),
            name: format!("room-{id}"),
        };
        eve.send(&ClientFrame::MakeRoom(make_room)).await;
        let answer = eve.answer(RequestId(id)).await;
        made += usize::from(matches!(answer, ServerFrame::RoomMade(_)));
    }
    assert_eq!(made, ROOMS_MAX);
    server
        .stays_below("rooms without number", ROOMS_MAX, 2)
        .await;
}

#[tokio::test]
async fn answers_that_nobody_takes() {
    const PEERS: usize = 50;
    let server = Measured::start(&[]).await;
    let request = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(1_000);
    let ask = async || {
        let mut peer = TcpStream::connect(server.url().address()).await.unwrap();
        while let Ok(Ok(())) = timeout(BLOCKED_AFTER, peer.write_all(&request)).await {}
        peer
    };
    let _peers = join_all((0..PEERS).map(|_| ask())).await;
    server
        .stays_below("answers that nobody takes", PEERS, 128)
        .await;
}

/// Posts so many messages, as many at once as may be on their way.
async fn post_many(socket: &mut RawSocket, count: u32, text: &str) {
    let at_once = u32::try_from(IN_FLIGHT_MAX).unwrap();
    let (mut sent, mut stored) = (0, 0);
    while stored < count {
        while sent < count && sent - stored < at_once {
            let frame = post(sent, LOBBY, new_client_id(), text);
            socket.send(&frame).await;
            sent += 1;
        }
        if let ServerFrame::Posted(_) = socket.frame().await {
            stored += 1;
        }
    }
}

async fn follow_newest(socket: &mut RawSocket) {
    let follow = Follow {
        id: RequestId(1),
        room: LOBBY,
        after: None,
    };
    socket.send(&ClientFrame::Follow(follow)).await;
    loop {
        if let ServerFrame::Live(_) = socket.frame().await {
            return;
        }
    }
}
