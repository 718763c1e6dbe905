//! The process: where the rules, the store, the sockets and the page meet.
//!
//! Reading order: [`routes`] (every address on one page), [`chat`] (one connection),
//! [`post`] (how a message is written), [`hub`] (how it reaches everybody), [`access`]
//! (who may do what). Inside this crate, only `access`, `login` and `relay` hold the
//! store; `http` and `chat` get to it through the passes that `access` gives out.

pub mod access;
pub mod app;
pub mod assets;
pub mod chat;
pub mod cli;
pub mod clock;
pub mod config;
pub mod doctor;
pub mod door;
pub mod echo;
pub mod files;
pub mod forward;
pub mod headers;
pub mod http;
pub mod hub;
pub mod links;
pub mod listener;
pub mod login;
pub mod logs;
pub mod metrics;
pub mod names;
pub mod open_files;
pub mod origin;
pub mod plans;
pub mod post;
pub mod relay;
pub mod routes;
pub mod search;
pub mod shutdown;
pub mod store_errors;
pub mod ticker;
pub mod tls;
pub mod verify;
pub mod websocket;
pub mod wheel;

use std::future::Future;
use std::io;
use std::sync::Arc;

use anyhow::Context;
use chat_store::Store;
use tokio::net::TcpListener;
use tracing::info;

use crate::app::App;
use crate::config::AppConfig;

/// Serves until `shutdown` completes, then drains and closes the store.
///
/// The caller owns the ports and the stop signal, so a test binds port 0 and stops
/// when it likes. Returns within `shutdown::DRAIN_WITHIN_MS` and the time that the
/// store needs to close.
///
/// # Errors
/// No listener, or a store that cannot be read at the start.
pub async fn serve(
    config: AppConfig,
    listeners: Vec<TcpListener>,
    store: Arc<dyn Store>,
    shutdown: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    anyhow::ensure!(!listeners.is_empty(), "There is no address to listen on.");
    let addresses: io::Result<Vec<_>> = listeners.iter().map(TcpListener::local_addr).collect();
    let addresses = addresses.context("A listener has no address.")?;
    let app = App::start(config, addresses, store.clone())
        .await
        .context("The data cannot be read.")?;
    let helpers = [
        tokio::spawn(ticker::run(app.clone())),
        tokio::spawn(relay::run(app.clone())),
        tokio::spawn(tls::run(app.clone())),
        tokio::spawn(files::run(app.clone())),
        tokio::spawn(plans::run(app.clone())),
        tokio::spawn(search::run(app.clone())),
    ];
    for listener in listeners {
        info!(address = %listener.local_addr()?, "listening");
        app.tasks.spawn(listener::run(app.clone(), listener));
    }
    shutdown.await;
    info!("stopping");
    shutdown::drain(&app).await;
    for helper in helpers {
        helper.abort();
        // Ends as cancelled; there is nothing to learn from it.
        let _ = helper.await;
    }
    shutdown::close_store(store.as_ref()).await;
    info!("stopped");
    Ok(())
}
