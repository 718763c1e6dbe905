//! Stopping without losing anybody: the signals, the drain, the end.
//!
//! Every session is told when to come back, spread so that a server of any size
//! meets a stream and not a wall; answers to writes on their way are awaited; then the
//! store closes. A second signal ends the process at once, which loses nothing either:
//! what was acknowledged is on disk.

use std::time::Duration;

use chat_store::Store;
use tokio::time::timeout;
use tracing::{info, warn};

use crate::app::App;
use crate::chat::mailbox::Order;

/// Stopping takes no longer. Under the ten seconds after which service managers kill,
/// with room for the store to close.
pub const DRAIN_WITHIN_MS: u64 = 7_000;

/// The store has this long to write what it accepted and to close.
const CLOSE_STORE_WITHIN_MS: u64 = 2_000;

/// Sessions that are asked back per millisecond: 2 000 a second, of which each is a
/// handshake and two reads of the store.
const RETURNS_PER_MS: usize = 2;

/// Nobody is sent away for less: the new process has to start first.
const RETURN_AFTER_MS_MIN: u32 = 500;

/// Closes everything that is served, and waits for it.
pub async fn drain(app: &App) {
    app.stopping.cancel();
    app.tasks.close();
    let sessions = app.hub.sessions().all();
    info!(sessions = sessions.len(), "telling sessions to come back");
    for (place, session) in sessions.iter().enumerate() {
        session.mailbox.order(Order::Stop {
            reconnect_after_ms: return_after_ms(place),
        });
    }
    drop(sessions);
    if timeout(Duration::from_millis(DRAIN_WITHIN_MS), app.tasks.wait())
        .await
        .is_err()
    {
        warn!(
            left = app.tasks.len(),
            "some connections did not end in time"
        );
    }
}

/// When the session in this place of the line should come back.
#[must_use]
pub fn return_after_ms(place: usize) -> u32 {
    u32::try_from(place / RETURNS_PER_MS)
        .unwrap_or(u32::MAX)
        .saturating_add(RETURN_AFTER_MS_MIN)
}

/// Lets the store finish.
pub async fn close_store(store: &dyn Store) {
    match timeout(Duration::from_millis(CLOSE_STORE_WITHIN_MS), store.close()).await {
        Ok(Ok(())) => {}
        Ok(Err(failure)) => warn!(%failure, "the store did not close well"),
        Err(_) => warn!("the store did not close in time"),
    }
}

/// Completes at the first signal to stop; the second one ends the process.
///
/// # Errors
/// The operating system gives no signals.
pub fn signal() -> std::io::Result<impl Future<Output = ()>> {
    let mut signals = Signals::listen()?;
    Ok(async move {
        signals.next().await;
        tokio::spawn(async move {
            signals.next().await;
            warn!("asked to stop twice; leaving at once");
            std::process::exit(1);
        });
    })
}

#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn listen() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn listen() -> std::io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) {
        // Without the signal there is nothing left to wait for but the end.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

#[cfg(test)]
mod tests;
