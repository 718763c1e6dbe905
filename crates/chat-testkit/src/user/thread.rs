//! The threads of drivers, one for each or one for many, and the questions that reach
//! a driver.

use std::thread::{self, JoinHandle};

use tokio::runtime::{Builder, Runtime};
use tokio::sync::{mpsc, oneshot};
use tokio::task::{JoinSet, LocalSet};

use super::driver::Driver;
use super::witness::Witness;
use crate::ServerUrl;

/// What a test asks of a driver.
pub(super) type Request = Box<dyn FnOnce(&mut Driver) + Send>;

/// Questions that may wait for a driver. Each asker waits for its answer, so more
/// than a few never gather.
const REQUESTS_MAX: usize = 64;

/// A driver that is to be started.
struct Start {
    url: ServerUrl,
    token: String,
    witness: Option<Witness>,
    inbox: mpsc::Receiver<Request>,
    end: oneshot::Sender<()>,
}

/// What a user's handle keeps of its driver.
pub(super) struct Started {
    pub(super) requests: mpsc::Sender<Request>,
    pub(super) ended: oneshot::Receiver<()>,
}

fn start(url: &ServerUrl, token: &str, witness: Option<Witness>) -> (Start, Started) {
    let (requests, inbox) = mpsc::channel(REQUESTS_MAX);
    let (end, ended) = oneshot::channel();
    let start = Start {
        url: url.clone(),
        token: token.to_owned(),
        witness,
        inbox,
        end,
    };
    (start, Started { requests, ended })
}

impl Start {
    async fn run(self) {
        let driver = Driver::new(self.url, self.token, self.witness);
        driver.run(self.inbox).await;
        // Nobody may be waiting for it any more.
        let _ = self.end.send(());
    }
}

/// Starts a driver on a thread of its own. It runs until the sender of its questions is
/// gone, and tells when it has ended.
pub(super) fn spawn(
    url: &ServerUrl,
    token: &str,
    name: &str,
    witness: Option<Witness>,
) -> (Started, JoinHandle<()>) {
    let (start, started) = start(url, token, witness);
    let thread = thread::Builder::new()
        .name(name.to_owned())
        .spawn(move || runtime().block_on(start.run()))
        .expect("a thread can be made");
    (started, thread)
}

/// Drivers that may wait to be started. Each starter waits for its turn.
const STARTS_MAX: usize = 64;

/// A thread that many users share. Its users have to be dropped before it.
#[derive(Debug)]
pub struct Host {
    starts: Option<mpsc::Sender<Start>>,
    thread: Option<JoinHandle<()>>,
}

impl Host {
    /// A thread without users.
    ///
    /// # Panics
    /// When no thread can be made.
    #[must_use]
    pub fn new() -> Self {
        let (starts, mut waiting) = mpsc::channel::<Start>(STARTS_MAX);
        let thread = thread::Builder::new()
            .name("users".to_owned())
            .spawn(move || {
                let users = LocalSet::new();
                runtime().block_on(users.run_until(async {
                    let mut running = JoinSet::new();
                    while let Some(start) = waiting.recv().await {
                        running.spawn_local(start.run());
                    }
                    running.join_all().await;
                }));
            })
            .expect("a thread can be made");
        Self {
            starts: Some(starts),
            thread: Some(thread),
        }
    }

    pub(super) async fn start(
        &self,
        url: &ServerUrl,
        token: &str,
        witness: Option<Witness>,
    ) -> Started {
        let (start, started) = start(url, token, witness);
        let starts = self.starts.as_ref().expect("only dropping takes it");
        let is_up = starts.send(start).await.is_ok();
        assert!(is_up, "a client on this thread has ended by a panic");
        started
    }
}

impl Default for Host {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.starts = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
            && !thread::panicking()
        {
            panic!("a client has ended by a panic");
        }
    }
}

fn runtime() -> Runtime {
    Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime can be made")
}
