//! A connection that writes: by schedule, or as fast as it is allowed.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use chat_testkit::raw_socket::hello;
use chat_testkit::{NotUpgraded, ServerUrl};
use shared::client_frame::{ClientFrame, Post};
use shared::codec;
use shared::cursor::Seq;
use shared::entry::{Attached, Author, Entry, EntryKind};
use shared::ids::{ClientId, RequestId, UserId};
use shared::limits::IN_FLIGHT_MAX;
use shared::moment::Timestamp;
use shared::server_frame::{RoomEntries, ServerFrame};
use shared::text::{DisplayName, MessageText};
use tokio::time::{Instant, sleep_until, timeout};

use crate::light_socket::LightSocket;
use crate::mark;
use crate::options::{ServerKind, Wait};
use crate::receiver::{ENTRIES, decoded, first, ping};
use crate::tally::{Room, Tally};

/// How long a sender waits for its last acknowledgements.
const LAST_ACKS_WITHIN: Duration = Duration::from_secs(10);

/// When the next message is due.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Pace {
    /// At `first` and then every `every`, whatever the server does.
    Schedule { first: Duration, every: Duration },
    /// As soon as fewer than `window` messages are on their way.
    Window { window: usize, wait: Wait },
}

/// A greeted connection that writes into one room.
#[derive(Debug)]
pub(crate) struct Sender {
    socket: LightSocket,
    room: Arc<Room>,
    text_bytes: usize,
    next_id: u32,
    waiting: VecDeque<(RequestId, Duration)>,
    server: ServerKind,
}

impl Sender {
    /// Connects and says hello, and waits for the welcome.
    pub(crate) async fn connect(
        url: &ServerUrl,
        token: &str,
        room: Arc<Room>,
        text_bytes: usize,
    ) -> Result<Self, NotUpgraded> {
        let mut socket = LightSocket::connect(url).await?;
        socket.send(&hello(Some(token)));
        first(&mut socket, b"{\"welcome\":").await?;
        Ok(Self {
            socket,
            room,
            text_bytes,
            next_id: 0,
            waiting: VecDeque::new(),
            server: ServerKind::Confab,
        })
    }

    /// Connects to a bare server.
    pub(crate) async fn connect_bare(
        url: &ServerUrl,
        room: Arc<Room>,
        text_bytes: usize,
    ) -> Result<Self, NotUpgraded> {
        Ok(Self {
            socket: LightSocket::connect(url).await?,
            room,
            text_bytes,
            next_id: 0,
            waiting: VecDeque::new(),
            server: ServerKind::Bare,
        })
    }

    /// Sends until `end`, then waits for the last acknowledgements. The connection
    /// stays open as long as the value that comes back.
    pub(crate) async fn run(mut self, tally: Arc<Tally>, pace: Pace, end: Duration) -> Self {
        let mut sent = 0;
        while tally.start.elapsed() < end {
            let now = tally.start.elapsed();
            while let Some(intended) = self.due(pace, sent, now) {
                self.post(intended);
                sent += 1;
            }
            let room = Arc::clone(&self.room);
            let wake = tally.start + next_wake(pace, sent, now, end);
            let turned = tokio::select! {
                turned = self.turn(&tally) => turned,
                () = sleep_until(Instant::from_std(wake)) => Ok(()),
                () = room.all_have_it.notified(), if waits_for_deliveries(pace) => Ok(()),
            };
            if turned.is_err() {
                tally.ended();
                return self;
            }
        }
        let last = async { while !self.waiting.is_empty() && self.turn(&tally).await.is_ok() {} };
        // What is still missing then shows as a difference of the counts.
        let _ = timeout(LAST_ACKS_WITHIN, last).await;
        self
    }

    fn due(&self, pace: Pace, sent: u32, now: Duration) -> Option<Duration> {
        match pace {
            Pace::Schedule { first, every } => {
                let intended = first + every * sent;
                (intended <= now && self.waiting.len() < IN_FLIGHT_MAX).then_some(intended)
            }
            Pace::Window { window, wait } => {
                let on_their_way = match wait {
                    Wait::Acks => self.waiting.len() as u64,
                    Wait::Deliveries => self.room.on_their_way(),
                };
                let room_left = on_their_way < window as u64 && self.waiting.len() < IN_FLIGHT_MAX;
                room_left.then_some(now)
            }
        }
    }

    fn post(&mut self, intended: Duration) {
        let id = RequestId(self.next_id);
        self.next_id = self.next_id.wrapping_add(1);
        let unix_ms = u64::try_from(intended.as_millis()).unwrap_or(0);
        let client_id = ClientId::new_v7(unix_ms, rand::random());
        let text = mark::text(intended, self.text_bytes);
        let room = self.room.id;
        match self.server {
            ServerKind::Confab => self.socket.send(&ClientFrame::Post(Post {
                id,
                room,
                client_id,
                text,
                reply_to: None,
                files: Vec::new(),
                thread: None,
            })),
            ServerKind::Bare => {
                let frame = ServerFrame::Entries(RoomEntries {
                    room,
                    entries: vec![Entry {
                        seq: Seq(u64::from(self.next_id)),
                        at: Timestamp(unix_ms),
                        author: Author {
                            id: UserId(1),
                            name: DisplayName::from_stored("load 00000000 0".to_owned()),
                        },
                        client_id,
                        kind: EntryKind::Posted {
                            text: MessageText::from_stored(text),
                            reply_to: None,
                            attached: Attached::default(),
                        },
                        posts: (Seq(u64::from(self.next_id))).0,
                        state: None,
                    }],
                });
                self.socket.send_text(&codec::encode(&frame));
            }
        }
        self.waiting.push_back((id, intended));
        self.room.sent.fetch_add(1, Ordering::Relaxed);
    }

    async fn turn(&mut self, tally: &Tally) -> std::io::Result<()> {
        let Self {
            socket,
            room,
            waiting,
            server,
            ..
        } = self;
        let mut pongs = Vec::new();
        let turned = socket
            .turn(|_, payload| {
                let answers = match server {
                    ServerKind::Confab => answered(payload),
                    // Whatever comes back is the oldest that is on its way.
                    ServerKind::Bare => waiting.front().map(|(id, _)| *id),
                };
                if let Some(id) = answers {
                    let Some(at) = waiting.iter().position(|(waits, _)| *waits == id) else {
                        return;
                    };
                    let Some((_, intended)) = waiting.remove(at) else {
                        return;
                    };
                    if payload.starts_with(b"{\"posted\":") || payload.starts_with(ENTRIES) {
                        room.acknowledged.fetch_add(1, Ordering::Relaxed);
                        let latency = tally.start.elapsed().saturating_sub(intended);
                        tally.ack_latency.record(latency);
                    } else {
                        room.sent.fetch_sub(1, Ordering::Relaxed);
                        tally.refused.fetch_add(1, Ordering::Relaxed);
                    }
                } else {
                    pongs.extend(ping(payload));
                }
            })
            .await;
        for pong in pongs {
            socket.send(&pong);
        }
        turned
    }
}

fn waits_for_deliveries(pace: Pace) -> bool {
    matches!(
        pace,
        Pace::Window {
            wait: Wait::Deliveries,
            ..
        }
    )
}

/// When to look again even if nothing happens.
fn next_wake(pace: Pace, sent: u32, now: Duration, end: Duration) -> Duration {
    match pace {
        // One that is due already waits for an acknowledgement, not for the clock.
        Pace::Schedule { first, every } if first + every * sent > now => {
            (first + every * sent).min(end)
        }
        Pace::Schedule { .. } | Pace::Window { .. } => end,
    }
}

/// The request that this frame answers.
fn answered(payload: &[u8]) -> Option<RequestId> {
    if !payload.starts_with(b"{\"posted\":") && !payload.starts_with(b"{\"refused\":") {
        return None;
    }
    let frame = decoded(payload)?;
    if let ServerFrame::Posted(posted) = &frame {
        return Some(posted.id);
    }
    if let ServerFrame::Refused(refused) = &frame {
        refused.id
    } else {
        None
    }
}
