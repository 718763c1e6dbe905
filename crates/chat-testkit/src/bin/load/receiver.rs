//! A connection that follows one room and counts what comes.

use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use chat_testkit::raw_socket::hello;
use chat_testkit::wire_frame::Opcode;
use chat_testkit::{NotUpgraded, ServerUrl};
use shared::client_frame::{ClientFrame, Follow};
use shared::codec;
use shared::ids::RequestId;
use shared::server_frame::ServerFrame;

use crate::light_socket::LightSocket;
use crate::mark;
use crate::tally::{Room, Tally};

/// How a frame of entries begins; the number of its first entry follows the room.
pub(crate) const ENTRIES: &[u8] = b"{\"entries\":";

/// What stands before an entry's number.
const SEQ: &[u8] = b"\"seq\":";

/// A greeted connection that follows its room and has all of it.
#[derive(Debug)]
pub(crate) struct Receiver {
    socket: LightSocket,
    room: Arc<Room>,
    head: u64,
}

impl Receiver {
    /// Connects, says hello and follows, and waits until the room is live.
    pub(crate) async fn connect(
        url: &ServerUrl,
        token: &str,
        room: Arc<Room>,
    ) -> Result<Self, NotUpgraded> {
        let mut socket = LightSocket::connect(url).await?;
        socket.send(&hello(Some(token)));
        first(&mut socket, b"{\"welcome\":").await?;
        socket.send(&ClientFrame::Follow(Follow {
            id: RequestId(1),
            room: room.id,
            after: None,
        }));
        let ServerFrame::Live(live) = first(&mut socket, b"{\"live\":").await? else {
            return Err(io::Error::other("a live frame is something else").into());
        };
        let head = live.head.0;
        room.receivers.fetch_add(1, Ordering::Relaxed);
        Ok(Self { socket, room, head })
    }

    /// Connects to a bare server, which hands over everything from here on.
    pub(crate) async fn connect_bare(
        url: &ServerUrl,
        room: Arc<Room>,
    ) -> Result<Self, NotUpgraded> {
        let socket = LightSocket::connect(url).await?;
        room.receivers.fetch_add(1, Ordering::Relaxed);
        let head = 0;
        Ok(Self { socket, room, head })
    }

    /// Counts until the connection ends.
    pub(crate) async fn run(self, tally: Arc<Tally>) {
        let Self {
            mut socket,
            room,
            mut head,
        } = self;
        loop {
            let mut pings = Vec::new();
            let turned = socket
                .turn(|opcode, payload| match opcode {
                    Opcode::Text if payload.starts_with(ENTRIES) => {
                        head = count(payload, head, &room, &tally);
                    }
                    Opcode::Text => pings.extend(ping(payload)),
                    Opcode::Continuation
                    | Opcode::Binary
                    | Opcode::Close
                    | Opcode::Ping
                    | Opcode::Pong
                    | Opcode::Reserved(_) => {}
                })
                .await;
            for pong in pings {
                socket.send(&pong);
            }
            if turned.is_err() {
                room.receivers.fetch_sub(1, Ordering::Relaxed);
                room.all_have_it.notify_one();
                tally.ended();
                return;
            }
        }
    }
}

/// Waits for the first frame that begins like this, passing over news.
pub(crate) async fn first(socket: &mut LightSocket, begin: &[u8]) -> io::Result<ServerFrame> {
    let mut found = None;
    let mut refused = None;
    while found.is_none() {
        let look = |_, payload: &[u8]| {
            if payload.starts_with(begin) {
                found = decoded(payload);
            } else if payload.starts_with(b"{\"refused\":") {
                refused = Some(String::from_utf8_lossy(payload).into_owned());
            }
        };
        socket.turn(look).await?;
        if let Some(refused) = refused {
            return Err(io::Error::other(refused));
        }
    }
    found.ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// The answer to a ping, if this is one.
pub(crate) fn ping(payload: &[u8]) -> Option<ClientFrame> {
    if !payload.starts_with(b"{\"ping\":") {
        return None;
    }
    match decoded(payload) {
        Some(ServerFrame::Ping(beat)) => Some(ClientFrame::Pong(beat)),
        _ => None,
    }
}

/// Any frame, decoded.
pub(crate) fn decoded(payload: &[u8]) -> Option<ServerFrame> {
    codec::decode_server(std::str::from_utf8(payload).ok()?).ok()
}

/// Counts a frame's entries and tells the newest number.
fn count(frame: &[u8], head: u64, room: &Room, tally: &Tally) -> u64 {
    let now = tally.start.elapsed();
    let mut entries = 0;
    for intended in mark::find_all(frame) {
        tally.delivered(intended, now);
        entries += 1;
    }
    tally.delivering(now);
    room.deliver(entries);
    // A frame's own entries are dense; what can go wrong is where it begins.
    let first = first_seq(frame).unwrap_or(0);
    if first != head + 1 {
        tally.disordered.fetch_add(1, Ordering::Relaxed);
    }
    (first + entries).saturating_sub(1)
}

fn first_seq(frame: &[u8]) -> Option<u64> {
    let at = memchr::memmem::find(frame, SEQ)? + SEQ.len();
    let digits = frame[at..].iter().take_while(|byte| byte.is_ascii_digit());
    Some(digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0')))
}
