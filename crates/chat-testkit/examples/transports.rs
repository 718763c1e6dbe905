//! What a connection costs the server by each transport: memory while it is idle, CPU
//! time while it is, and CPU time per delivery while messages come.
//!
//! `cargo run --release -p chat-testkit --example transports -- URL PID TRANSPORT
//! CONNECTIONS [RATE] [SECONDS]` with TRANSPORT `websocket`, `events` or `poll`. The
//! server is one that was just started, with `--rate-limit off`.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use chat_testkit::raw_socket::hello;
use chat_testkit::{Heard, LinkSocket, PATIENCE, RawSocket, ServerUrl, TestUser};
use futures_util::stream::{StreamExt as _, TryStreamExt as _, iter};
use shared::client_frame::{ClientFrame, Follow};
use shared::codec;
use shared::http::LinkTransport;
use shared::ids::{RequestId, RoomId};
use shared::server_frame::ServerFrame;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

/// The lobby.
const ROOM: RoomId = RoomId(1);

/// Openings at once.
const RAMP: usize = 32;

/// Before a measurement: until what came before is over.
const SETTLED_AFTER: Duration = Duration::from_secs(3);

/// Ticks of a second in `/proc/PID/stat`: fixed at 100 for programs on Linux.
const TICKS_PER_SECOND: f64 = 100.0;

/// A connection of any transport.
enum Socket {
    Web(RawSocket),
    Link(LinkSocket),
}

impl Socket {
    async fn open(url: &ServerUrl, transport: Option<LinkTransport>, token: &str) -> Result<Self> {
        let Some(transport) = transport else {
            let (socket, _) = RawSocket::greeted(url, token).await;
            return Ok(Self::Web(socket));
        };
        let link = LinkSocket::open(url, transport, Some(token)).await?;
        link.send(&codec::encode(&hello(None)));
        let mut socket = Self::Link(link);
        while !matches!(socket.next_but_pings().await?, ServerFrame::Welcome(_)) {}
        Ok(socket)
    }

    async fn send(&mut self, frame: &ClientFrame) {
        match self {
            Self::Web(socket) => socket.send(frame).await,
            Self::Link(link) => link.send(&codec::encode(frame)),
        }
    }

    /// The next frame, however long it takes.
    async fn next(&mut self) -> Result<ServerFrame> {
        loop {
            let heard = match self {
                Self::Web(socket) => socket.next().await,
                Self::Link(link) => link.next().await,
            };
            match heard {
                Heard::Text(text) => {
                    let frame = codec::decode_server(&text);
                    return frame.map_err(|_| anyhow::anyhow!("no frame: {text}"));
                }
                Heard::Ping(_) | Heard::Pong(_) => {}
                Heard::Binary(_) | Heard::Closed(..) | Heard::Broken => {
                    bail!("it ended: {heard:?}")
                }
            }
        }
    }

    /// The same; pings are answered on the way.
    async fn next_but_pings(&mut self) -> Result<ServerFrame> {
        loop {
            let frame = self.next().await?;
            if let ServerFrame::Ping(beat) = frame {
                self.send(&ClientFrame::Pong(beat)).await;
                continue;
            }
            if let ServerFrame::Refused(refused) = frame {
                bail!("refused: {refused:?}");
            }
            return Ok(frame);
        }
    }

    /// Counts what comes until the end.
    async fn run(mut self, deliveries: Arc<AtomicU64>) -> Result<()> {
        loop {
            if let ServerFrame::Entries(entries) = self.next_but_pings().await? {
                let count = entries.entries.len() as u64;
                deliveries.fetch_add(count, Ordering::Relaxed);
            }
        }
    }
}

/// CPU seconds, and resident bytes.
fn cost(pid: u32) -> Result<(f64, f64)> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).context("no such process")?;
    let (_, fields) = stat.rsplit_once(')').context("an unknown form")?;
    let ticks = fields.split_whitespace().skip(11).take(2);
    let ticks: Result<Vec<f64>, _> = ticks.map(str::parse).collect();
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = resident.context("an unknown form")?;
    let kib: f64 = kib.trim().trim_end_matches("kB").trim().parse()?;
    Ok((ticks?.iter().sum::<f64>() / TICKS_PER_SECOND, kib * 1024.0))
}

#[expect(clippy::print_stdout, reason = "the result is for whoever runs it")]
#[expect(clippy::cast_precision_loss, reason = "counts here are far below 2^53")]
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [url, pid, name, count, rest @ ..] = arguments.as_slice() else {
        bail!("URL PID TRANSPORT CONNECTIONS [RATE] [SECONDS]");
    };
    let transport = match name.as_str() {
        "websocket" => None,
        "events" => Some(LinkTransport::Events),
        "poll" => Some(LinkTransport::Poll),
        other => bail!("{other} is no transport"),
    };
    let (pid, count): (u32, usize) = (pid.parse()?, count.parse()?);
    let rate: f64 = rest.first().map_or(Ok(10.0), |rate| rate.parse())?;
    let seconds: u64 = rest.get(1).map_or(Ok(20), |seconds| seconds.parse())?;
    let url: ServerUrl = url.parse()?;
    let sender = TestUser::sign_in(&url, "sender").await;
    sender.open("lobby").await;
    sleep(SETTLED_AFTER).await;

    let (_, before) = cost(pid)?;
    let token = sender.token();
    let address = &url;
    let opening = (0..count).map(|_| async move {
        let mut socket = Socket::open(address, transport, token).await?;
        socket
            .send(&ClientFrame::Follow(Follow {
                id: RequestId(1),
                room: ROOM,
                after: None,
            }))
            .await;
        while !matches!(socket.next_but_pings().await?, ServerFrame::Live(_)) {}
        anyhow::Ok(socket)
    });
    let deliveries = Arc::new(AtomicU64::new(0));
    let mut crowd = JoinSet::new();
    let begun = Instant::now();
    let mut opened = iter(opening).buffer_unordered(RAMP);
    while let Some(socket) = opened.try_next().await? {
        crowd.spawn(socket.run(deliveries.clone()));
    }
    println!(
        "{name}: {count} opened in {:.1} s",
        begun.elapsed().as_secs_f64()
    );
    sleep(SETTLED_AFTER).await;
    let (quiet, with_all) = cost(pid)?;
    sleep(Duration::from_secs(seconds)).await;
    let (loud, _) = cost(pid)?;
    let per_connection = (with_all - before) / count as f64 / 1024.0;
    println!("{name}: {count} connections, {per_connection:.1} KiB each");
    let idle = (loud - quiet) * 1e6 / (count as f64 * seconds as f64);
    println!("idle: {idle:.1} µs of CPU for each connection and second");

    let messages = (rate * seconds as f64).round();
    let begun = Instant::now();
    let mut sent = 0.0;
    while sent < messages {
        sender
            .post(&format!("message {sent} {}", "x".repeat(80)))
            .await;
        sent += 1.0;
        let due = Duration::from_secs_f64(sent / rate);
        sleep(due.saturating_sub(begun.elapsed())).await;
    }
    let expected = count as u64 * messages.round() as u64;
    let all = async {
        while deliveries.load(Ordering::Relaxed) < expected {
            sleep(Duration::from_millis(10)).await;
        }
    };
    let came = timeout(PATIENCE, all).await;
    let (end, _) = cost(pid)?;
    let counted = deliveries.load(Ordering::Relaxed);
    println!(
        "{messages} messages: {counted} of {expected} deliveries in {:.1} s",
        begun.elapsed().as_secs_f64()
    );
    println!(
        "busy: {:.1} µs of CPU per delivery",
        (end - loud) * 1e6 / counted as f64
    );
    came.context("not everything came")?;
    while let Some(ended) = crowd.try_join_next() {
        ended??;
    }
    Ok(())
}
