//! Accepts connections and serves HTTP on them.
//!
//! Nothing that a client or the operating system does ends the loop: an accept that
//! fails (too many open files) is tried again a little later, a client that sends its
//! request too slowly is dropped, and above [`CONNECTIONS_MAX`] a connection is told so
//! and closed. An upgraded connection leaves HTTP behind and is its own task's.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::{sleep, timeout};
use tracing::{debug, warn};

use crate::app::App;
use crate::routes;

/// Connections at once. Far above what one machine's chat needs, and below what a
/// gigabyte holds, so that a flood ends here and not in the memory of the machine.
pub const CONNECTIONS_MAX: usize = 65_536;

/// A request's head must be complete by then; also how long an idle connection is kept.
const HEAD_WITHIN: Duration = Duration::from_secs(20);

/// A stopping server answers what it has read and waits this long for what it has not:
/// a request of the API comes in one piece, and who sends half of one is in no hurry.
const REQUEST_ENDS_WITHIN: Duration = Duration::from_secs(2);

/// Most of a request's head. Hyper takes no less; cookies of other programs on the
/// same host may be long.
const HEAD_BYTES_MAX: usize = 16 * 1024;

/// After a failed accept. Long enough that a full table of files can empty.
const ACCEPT_AGAIN_AFTER: Duration = Duration::from_millis(100);

/// The whole answer to a connection too many.
const FULL: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\n\
    Content-Length: 0\r\nConnection: close\r\n\r\n";

/// A connection's place among all of them, given back when it ends. Travels with the
/// stream into an upgrade.
#[derive(Clone, Debug)]
pub struct ConnectionPlace(
    #[expect(dead_code, reason = "held, not read")] Arc<OwnedSemaphorePermit>,
);

/// Connections that may wait to be accepted: a crowd that returns after a restart comes
/// within a second or two, and one that is turned away tries again only seconds later.
/// The kernel may hold it to less.
const BACKLOG: u32 = 4096;

/// A listener on this address.
///
/// # Errors
/// What the operating system says; the port may be taken or not allowed.
pub fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // The port of a server that has just stopped is free at once. Elsewhere the option
    // means that two programs may share a port.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Accepts until the server stops.
pub async fn run(app: Arc<App>, listener: TcpListener) {
    let routes = TowerToHyperService::new(routes::all(&app));
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = app.stopping.cancelled() => return,
        };
        let stream = match accepted {
            Ok((stream, _)) => stream,
            Err(error) => {
                warn!(%error, "a connection cannot be accepted");
                sleep(ACCEPT_AGAIN_AFTER).await;
                continue;
            }
        };
        match app.connections.clone().try_acquire_owned() {
            Ok(permit) => {
                let place = ConnectionPlace(Arc::new(permit));
                app.tasks
                    .spawn(serve(app.clone(), routes.clone(), stream, place));
            }
            Err(_) => {
                warn!(most = CONNECTIONS_MAX, "a connection too many is refused");
                // A fresh socket's buffer takes this much, or nothing is lost.
                let _ = stream.try_write(FULL);
            }
        }
    }
}

async fn serve(
    app: Arc<App>,
    routes: TowerToHyperService<axum::Router>,
    stream: TcpStream,
    place: ConnectionPlace,
) {
    // Frames are written whole; waiting for more to send would only delay them.
    if let Err(error) = stream.set_nodelay(true) {
        debug!(%error, "a connection ended while it was accepted");
        return;
    }
    let service = hyper::service::service_fn(move |mut request: hyper::Request<_>| {
        request.extensions_mut().insert(place.clone());
        hyper::service::Service::call(&routes, request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_WITHIN)
        .max_buf_size(HEAD_BYTES_MAX)
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades();
    let mut connection = std::pin::pin!(connection);
    let outcome = tokio::select! {
        outcome = connection.as_mut() => outcome,
        () = app.stopping.cancelled() => {
            connection.as_mut().graceful_shutdown();
            let Ok(outcome) = timeout(REQUEST_ENDS_WITHIN, connection).await else {
                debug!("a request that did not come whole is cut by the stop");
                return;
            };
            outcome
        }
    };
    if let Err(error) = outcome {
        debug!(%error, "a connection ended early");
    }
}
