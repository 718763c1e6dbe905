//! How long a crowd needs until everybody is back after the server was killed.
//!
//! Every client is the machine that browsers run, with its own jittered delays; the new
//! server is started at once. A client is back when it was greeted again and its room
//! is complete and live.

use std::fmt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use chat_client::status::LinkState;
use futures_util::stream::{self, StreamExt, TryStreamExt};

use crate::server_process::{Program, ServerProcess, Signal, free_port};
use crate::user::{Host, Screen};
use crate::{TestUser, http};

/// Everybody has to be in, and back again, within this.
const WITHIN: Duration = Duration::from_secs(300);

/// Clients that come in at once, before the kill.
const RAMP: usize = 64;

/// What is to be measured.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The server.
    pub program: Program,
    /// An empty folder for the data.
    pub folder: PathBuf,
    /// How many clients.
    pub clients: usize,
    /// Threads that carry them.
    pub threads: usize,
}

/// When everybody was back, counted from the kill.
#[derive(Clone, Debug)]
pub struct Comeback {
    /// How many.
    pub clients: usize,
    /// When the new server answered its first request.
    pub serves: Duration,
    /// When each was back, ascending.
    pub back: Vec<Duration>,
}

impl fmt::Display for Comeback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = |share: f64| {
            let place = (self.back.len().saturating_sub(1) as f64 * share) as usize;
            self.back.get(place).map_or(0.0, Duration::as_secs_f64)
        };
        write!(
            f,
            "{} clients, from the kill: the new server answers after {:.2} s; back are half \
             of them after {:.2} s, 99 % after {:.2} s, all after {:.2} s",
            self.clients,
            self.serves.as_secs_f64(),
            at(0.5),
            at(0.99),
            at(1.0)
        )
    }
}

/// Brings everybody in, kills the server, starts it again, and waits for them.
///
/// # Errors
/// Somebody does not come, or does not come back.
///
/// # Panics
/// When the server cannot be started.
pub async fn measure(plan: &Plan) -> anyhow::Result<Comeback> {
    let hosts: Vec<Host> = (0..plan.threads.max(1)).map(|_| Host::new()).collect();
    let port = free_port();
    let flags = ["--rate-limit", "off", "--log-level", "warn"];
    let server = ServerProcess::start(&plan.program, port, &plan.folder, &flags).await;
    let url = server.url.clone();
    let coming = (0..plan.clients).map(|client| {
        let (host, url) = (&hosts[client % hosts.len()], &url);
        async move {
            let login = http::sign_in(url, &format!("guest {client}")).await?;
            let user = TestUser::hosted(host, url, login, None).await;
            let lobby = user
                .finds_within(WITHIN, "the lobby", |screen| {
                    Some(screen.client.rooms().first()?.room)
                })
                .await?;
            user.looks_into(lobby).await;
            user.finds_within(WITHIN, "its room, live", |screen| is_in(screen, 1))
                .await?;
            anyhow::Ok(user)
        }
    });
    let users: Vec<TestUser> = stream::iter(coming)
        .buffer_unordered(RAMP)
        .try_collect()
        .await?;

    // The watchers stand before the kill, so that waiting costs nothing afterwards.
    let waiting: Vec<_> = users
        .iter()
        .map(|user| {
            let back = user.finds_within(WITHIN, "the server again", |screen| is_in(screen, 2));
            async { back.await.map(|()| Instant::now()) }
        })
        .collect();
    let restarting = async {
        let killed = Instant::now();
        server.end(Signal::KILL).await;
        let again = ServerProcess::start(&plan.program, port, &plan.folder, &flags).await;
        (killed, killed.elapsed(), again)
    };
    let all_back = stream::iter(waiting)
        .buffer_unordered(plan.clients.max(1))
        .try_collect::<Vec<Instant>>();
    let ((killed, serves, again), back) = tokio::join!(restarting, all_back);
    let back = back.context("somebody did not come back")?;
    let mut back: Vec<Duration> = back.into_iter().map(|at| at - killed).collect();
    back.sort_unstable();
    drop(users);
    let (status, said) = again.end(Signal::TERM).await;
    ensure!(status.success(), "the server ended badly: {said}");
    Ok(Comeback {
        clients: plan.clients,
        serves,
        back,
    })
}

/// Greeted so many times, and complete and live.
fn is_in(screen: &Screen<'_>, welcomes: u64) -> Option<()> {
    let is_live = matches!(
        screen.client.status().link,
        LinkState::Online | LinkState::Slow
    );
    let is_loaded = screen.client.timeline(screen.room?)?.is_loaded();
    (screen.welcomes >= welcomes && is_live && is_loaded).then_some(())
}
