//! Serves HTTP/2 (RFC 9113) behind TLS: the page, the API, and WebSockets on streams of
//! their own (RFC 8441).
//!
//! A connection holds whatever its streams hold, so each of its limits is set here.
//! Hyper's own guard against resets without end (CVE-2023-44487) is on by default: 20
//! streams that were reset before they were served end the connection. Empty DATA frames
//! without end (RUSTSEC-2026-0258) are bounded by the h2 library since 0.4.16.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::http::header::{HOST, HeaderValue};
use hyper::rt::Executor;
use hyper::server::conn::http2;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use tokio_rustls::server::TlsStream;
use tokio_util::task::TaskTracker;
use tracing::debug;

use super::moving::Moving;
use crate::app::App;
use crate::door::ConnectionPlace;
use crate::shutdown::DRAIN_WITHIN_MS;

/// Streams at once. A browser opens a dozen for the page, and one for each tab's
/// WebSocket; the RFC (section 6.5.2) asks for no fewer than this.
const STREAMS_MAX: u32 = 100;

/// Most of a request's headers, as over HTTP/1.1.
const HEADERS_BYTES_MAX: u32 = 16 * 1024;

/// What may be on its way to us on one stream, unread: one message of the largest kind
/// and its frame.
const STREAM_WINDOW_BYTES: u32 = 128 * 1024;

/// The same of all streams together.
const CONNECTION_WINDOW_BYTES: u32 = 1024 * 1024;

/// What may wait in memory to leave on one stream: a batch of frames. What is more stays
/// in the mailbox, which knows its bounds.
const SEND_BYTES_MAX: usize = 64 * 1024;

/// Streams that the client reset before they were served. One more ends the connection.
const RESETS_MAX: usize = 20;

/// Streams that we had to reset for the client's faults. One more ends the connection.
const FAULTS_MAX: usize = 64;

/// A connection without a stream is pinged so often, and given up without an answer.
const PING_EVERY: Duration = Duration::from_secs(25);
/// As [`PING_EVERY`].
const PONG_WITHIN: Duration = Duration::from_secs(10);

/// Who holds the place of a connection on which nothing is asked: this task twice.
const QUIET: usize = 2;

/// Tasks of hyper's as tasks of the server's, which waits for them when it stops.
#[derive(Clone, Debug)]
struct Tasks(TaskTracker);

impl<F> Executor<F> for Tasks
where
    F: Future<Output = ()> + Send + 'static,
{
    fn execute(&self, task: F) {
        self.0.spawn(task);
    }
}

/// Serves one connection to its end.
pub(super) async fn serve(
    app: &Arc<App>,
    routes: TowerToHyperService<axum::Router>,
    stream: TlsStream<TcpStream>,
    place: ConnectionPlace,
) {
    let stream = Moving::new(stream, app.config.patience.taken_within);
    let of_requests = place.clone();
    let service = hyper::service::service_fn(move |mut request: hyper::Request<_>| {
        name_host(&mut request);
        request.extensions_mut().insert(of_requests.clone());
        hyper::service::Service::call(&routes, request)
    });
    let connection = http2::Builder::new(Tasks(app.tasks.clone()))
        .timer(TokioTimer::new())
        .enable_connect_protocol()
        .max_concurrent_streams(STREAMS_MAX)
        .max_header_list_size(HEADERS_BYTES_MAX)
        .initial_stream_window_size(STREAM_WINDOW_BYTES)
        .initial_connection_window_size(CONNECTION_WINDOW_BYTES)
        .max_send_buf_size(SEND_BYTES_MAX)
        .max_pending_accept_reset_streams(RESETS_MAX)
        .max_local_error_reset_streams(FAULTS_MAX)
        .keep_alive_interval(PING_EVERY)
        .keep_alive_timeout(PONG_WITHIN)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);
    let mut was_quiet = false;
    let outcome = loop {
        tokio::select! {
            outcome = connection.as_mut() => break outcome,
            // Quiet at two looks: nobody asks for anything here any more.
            () = sleep(app.config.patience.head_within) => {
                let is_quiet = place.holders() <= QUIET;
                if is_quiet && was_quiet {
                    connection.as_mut().graceful_shutdown();
                }
                was_quiet = is_quiet;
            }
            () = app.stopping.cancelled() => {
                connection.as_mut().graceful_shutdown();
                // Its WebSockets are told when to come back, and end by themselves.
                let within = Duration::from_millis(DRAIN_WITHIN_MS);
                let Ok(outcome) = timeout(within, connection).await else {
                    debug!("a connection that does not end is cut by the stop");
                    return;
                };
                break outcome;
            }
        }
    };
    if let Err(error) = outcome {
        debug!(%error, "a connection ended early");
    }
}

/// HTTP/2 names the host in `:authority` (RFC 9113, section 8.3.1); everything behind
/// here reads `Host`.
fn name_host<B>(request: &mut hyper::Request<B>) {
    let named = request.uri().authority();
    let host = named.and_then(|named| HeaderValue::from_str(named.as_str()).ok());
    if let Some(host) = host {
        request.headers_mut().insert(HOST, host);
    }
}
