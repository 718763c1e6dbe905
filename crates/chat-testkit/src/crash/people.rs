//! Those who write while the server is killed.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, ensure};
use chat_client::Intent;
use futures_util::future::join_all;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use shared::cursor::Seq;
use shared::ids::RoomId;
use tokio::task::JoinHandle;
use tokio::time::sleep;

use super::check::Logs;
use super::{Record, log};
use crate::user::Host;
use crate::{ServerUrl, TestUser, http};

/// Where people talk; the first comes with the server.
const ROOMS: [&str; 3] = ["lobby", "garden", "kitchen"];

/// Threads that carry all clients.
const HOSTS: usize = 2;

/// Unsent messages of one person before it waits for answers.
const WAITING_MAX: usize = 4;

/// Between two messages of all clients together, on average. Enough for commits of many
/// writes, and few enough for a server that was built without optimisation.
const A_MESSAGE_EVERY: Duration = Duration::from_millis(3);

/// One in so many messages is followed by a reload of the page, a broken connection, a
/// change of room.
const RELOADS: u32 = 120;
const CUTS: u32 = 80;
const MOVES: u32 = 100;

/// Time for everybody to have everything, once nobody writes any more.
const SETTLED_WITHIN: Duration = Duration::from_secs(120);

/// Who wants to be back does not wait out every delay.
const PRESSED_EVERY: Duration = Duration::from_secs(1);

/// Everybody, while they write.
pub(crate) struct People {
    writing: Vec<JoinHandle<anyhow::Result<()>>>,
    stop: Arc<AtomicBool>,
    quiet: Quiet,
}

/// Everybody, when they write no more.
pub(crate) struct Quiet {
    users: Vec<Arc<TestUser>>,
    rooms: BTreeMap<RoomId, &'static str>,
    /// After the users: they are dropped before their threads.
    _hosts: Vec<Host>,
}

impl People {
    /// Signs everybody in, and has them write.
    pub(crate) async fn invite(
        clients: usize,
        url: &ServerUrl,
        record: &Arc<Record>,
        seed: u64,
    ) -> anyhow::Result<Self> {
        ensure!(clients > 0, "a campaign needs clients");
        let hosts: Vec<Host> = (0..HOSTS).map(|_| Host::new()).collect();
        let mut users = Vec::new();
        for client in 0..clients {
            let login = http::sign_in(url, &format!("writer {client}")).await?;
            let witness = Some(record.witness(client));
            let host = &hosts[client % hosts.len()];
            users.push(Arc::new(TestUser::hosted(host, url, login, witness).await));
        }
        let mut rooms = BTreeMap::new();
        rooms.insert(users[0].open(ROOMS[0]).await, ROOMS[0]);
        for name in &ROOMS[1..] {
            rooms.insert(users[0].makes_room(name).await, *name);
        }
        let stop = Arc::new(AtomicBool::new(false));
        let mut chance = StdRng::seed_from_u64(seed);
        let writing = users.iter().enumerate().map(|(client, user)| {
            let writer = Writer {
                client,
                user: Arc::clone(user),
                record: Arc::clone(record),
                stop: Arc::clone(&stop),
                chance: StdRng::seed_from_u64(chance.random()),
                pause: A_MESSAGE_EVERY * u32::try_from(clients).unwrap_or(u32::MAX),
            };
            tokio::spawn(writer.write())
        });
        Ok(Self {
            writing: writing.collect(),
            stop,
            quiet: Quiet {
                users,
                rooms,
                _hosts: hosts,
            },
        })
    }

    /// Everybody tries to connect at once instead of waiting for their turn.
    pub(crate) async fn try_now(&self) {
        self.quiet.try_now().await;
    }

    /// Nobody writes any more, and everything written is stored.
    pub(crate) async fn stop(self) -> anyhow::Result<Quiet> {
        self.stop.store(true, Ordering::SeqCst);
        self.try_now().await;
        for writer in self.writing {
            writer.await??;
        }
        let quiet = &self.quiet;
        quiet.impatiently(quiet.have_sent_all()).await?;
        Ok(self.quiet)
    }
}

impl Quiet {
    async fn try_now(&self) {
        let tries = self.users.iter();
        join_all(tries.map(|user| user.intend(Intent::TryNow))).await;
    }

    /// Waits for this while everybody presses the button now and then.
    async fn impatiently<R>(&self, waited_for: impl Future<Output = R>) -> R {
        let pressing = async {
            loop {
                sleep(PRESSED_EVERY).await;
                self.try_now().await;
            }
        };
        tokio::select! {
            result = waited_for => result,
            () = pressing => unreachable!("it goes on for ever"),
        }
    }

    async fn have_sent_all(&self) -> anyhow::Result<()> {
        for user in &self.users {
            user.finds_within(SETTLED_WITHIN, "an empty outbox", |screen| {
                let status = screen.client.status();
                (status.waiting == 0 && status.failed == 0).then_some(())
            })
            .await?;
        }
        Ok(())
    }

    /// All logs, as the server hands them out.
    pub(crate) async fn logs(&self, url: &ServerUrl) -> anyhow::Result<Logs> {
        let mut logs = Logs::new();
        for room in self.rooms.keys() {
            logs.insert(*room, log(url, self.users[0].token(), *room).await?);
        }
        Ok(logs)
    }

    /// Everybody's open room is complete, and shows what is in the log.
    pub(crate) async fn have_everything(&self, logs: &Logs) -> anyhow::Result<()> {
        for user in &self.users {
            let room = user.now(|screen| screen.room).await;
            let room = room.context("nobody leaves every room")?;
            let log = &logs[&room];
            let head = Seq(log.len() as u64);
            user.finds_within(
                SETTLED_WITHIN,
                format!("{room} up to {head}"),
                move |screen| {
                    let timeline = screen.client.timeline(room)?;
                    let is_complete = timeline.complete_to().unwrap_or(Seq::ZERO) >= head;
                    (timeline.is_loaded() && is_complete).then_some(())
                },
            )
            .await?;
            // The screen may hold only the newest part of a long room, without a hole.
            let shown = user.entries().await;
            ensure!(
                log.ends_with(&shown) && (log.is_empty() || !shown.is_empty()),
                "{} sees something else than the log: {:?}",
                user.author().name,
                user.lines().await
            );
        }
        Ok(())
    }
}

/// One person who writes, whether or not there is a server.
struct Writer {
    client: usize,
    user: Arc<TestUser>,
    record: Arc<Record>,
    stop: Arc<AtomicBool>,
    chance: StdRng,
    pause: Duration,
}

impl Writer {
    async fn write(mut self) -> anyhow::Result<()> {
        let mut room = self.enter().await?;
        let mut number = 0;
        while !self.stop.load(Ordering::SeqCst) {
            sleep(self.pause.mul_f64(2.0 * self.chance.random::<f64>())).await;
            let waiting = self.user.now(|screen| screen.client.status().waiting).await;
            if waiting >= WAITING_MAX {
                // Whoever types on while nothing goes out only makes the end longer.
                continue;
            }
            number += 1;
            let text = format!("{} writes {number}", self.user.author().name);
            let client_id = self.user.post(&text).await;
            self.record.wrote(self.client, room, client_id);
            if self.chance.random_ratio(1, RELOADS) {
                self.user.reload().await;
            }
            if self.chance.random_ratio(1, CUTS) {
                self.user.cut().await;
            }
            if self.chance.random_ratio(1, MOVES) {
                room = self.enter().await?;
            }
        }
        Ok(())
    }

    /// Opens any room, when it is in the list.
    async fn enter(&mut self) -> anyhow::Result<RoomId> {
        let name = ROOMS[self.chance.random_range(0..ROOMS.len())];
        let room = self
            .user
            .finds_within(SETTLED_WITHIN, format!("#{name}"), move |screen| {
                let rooms = screen.client.rooms();
                let found = rooms.iter().find(|room| room.name.as_str() == name)?;
                Some(found.room)
            })
            .await?;
        self.user.looks_into(room).await;
        Ok(room)
    }
}
