//! Accepts connections and serves HTTP on them.
//!
//! Nothing that a client or the operating system does ends the loop: an accept that
//! fails (too many open files) is tried again a little later, a client that sends its
//! request too slowly or does not take the answer is dropped, and a connection that the [`crate::door`] does not let
//! in is told so and closed. An upgraded connection leaves HTTP behind and is its own
//! task's.

mod http2;
pub mod moving;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use chat_rules::door::TurnedAway;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};
use tokio_rustls::server::TlsStream;
use tracing::{debug, warn};

use crate::app::App;
use crate::door::{self, ConnectionPlace};
use crate::routes;
use crate::tls::{self, Tls};
use moving::Moving;

/// A request's head must be complete by then; also how long an idle connection is kept.
pub const HEAD_WITHIN: Duration = Duration::from_secs(20);

/// An answer of which nothing at all is taken for so long is given up. A phone that
/// loads the page in a tunnel takes some of it now and then.
pub const TAKEN_WITHIN: Duration = Duration::from_secs(30);

/// A stopping server answers what it has read and waits this long for what it has not:
/// a request of the API comes in one piece, and who sends half of one is in no hurry. A
/// stream or a poll ends with its session, which waits for its writes; then a moment.
const REQUEST_ENDS_WITHIN: Duration =
    Duration::from_millis(chat_rules::session::STOP_WAIT_MS + 2_000);

/// Most of a request's head. Hyper takes no less; cookies of other programs on the
/// same host may be long.
const HEAD_BYTES_MAX: usize = 16 * 1024;

/// Header lines of a request. A browser sends some twenty, and a proxy a few more.
const HEADERS_MAX: usize = 100;

/// The type of the record that every TLS client begins with (RFC 8446, section 5.1). No
/// method of HTTP begins with this byte.
const TLS_HANDSHAKE: u8 = 22;

/// The whole answer to a client that speaks plain HTTP where TLS is spoken.
const PLAIN_ON_TLS: &[u8] = b"HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\n\
    Content-Length: 65\r\nConnection: close\r\n\r\n\
    This port speaks TLS: begin the address with https:// or wss://.\n";

/// After a failed accept. Long enough that a full table of files can empty.
const ACCEPT_AGAIN_AFTER: Duration = Duration::from_millis(100);

/// Connections that are being told that there is no place for them.
const USHERS_MAX: usize = 256;

/// Being told takes no longer: a request and its answer are a round trip.
const TOLD_WITHIN: Duration = Duration::from_secs(2);

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
    let ushers = Arc::new(Semaphore::new(USHERS_MAX));
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = app.stopping.cancelled() => return,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                warn!(%error, "a connection cannot be accepted");
                app.metrics.accept_failed();
                sleep(ACCEPT_AGAIN_AFTER).await;
                continue;
            }
        };
        match app.door.connection(peer.ip()) {
            Ok(place) => {
                app.tasks
                    .spawn(serve(app.clone(), routes.clone(), stream, place));
            }
            // Where even those are too many, closing has to be answer enough.
            Err(why) => {
                if let Ok(usher) = ushers.clone().try_acquire_owned() {
                    app.tasks.spawn(turn_away(stream, why, usher));
                }
            }
        }
    }
}

/// Tells somebody why there is no place. A client takes an answer only after it has
/// asked, and loses it if the connection breaks before it has read it: so the first
/// bytes of the request are waited for, and the rest is read and thrown away.
async fn turn_away(stream: TcpStream, why: TurnedAway, usher: OwnedSemaphorePermit) {
    let told = timeout(TOLD_WITHIN, async {
        stream.peek(&mut [0]).await?;
        tell_unread(stream, &door::refused_unread(why)).await
    });
    // Whoever does not listen is not told.
    let _ = told.await;
    drop(usher);
}

/// Says this and nothing else, whatever is asked.
async fn tell_unread(mut stream: TcpStream, answer: &[u8]) -> io::Result<()> {
    stream.write_all(answer).await?;
    stream.shutdown().await?;
    let mut unread = [0; 1024];
    while stream.read(&mut unread).await? > 0 {}
    Ok(())
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
    let Some(tls) = app.config.tls.clone() else {
        return http1(&app, routes, stream, place).await;
    };
    let secured = tokio::select! {
        secured = timeout(app.config.patience.head_within, secure(&tls, stream)) => secured,
        () = app.stopping.cancelled() => return,
    };
    match secured {
        Ok(Ok(Some(stream))) if tls::chose_h2(&stream) => {
            http2::serve(&app, routes, stream, place).await;
        }
        Ok(Ok(Some(stream))) => http1(&app, routes, stream, place).await,
        Ok(Ok(None)) => {}
        Ok(Err(error)) => {
            app.metrics.tls_failed();
            debug!(%error, "there is no TLS with a client");
        }
        Err(_) => {
            app.metrics.tls_failed();
            debug!("a client took too long over its TLS handshake");
        }
    }
}

/// Shakes hands. A client that speaks plain HTTP is told, and is nobody further.
async fn secure(tls: &Tls, stream: TcpStream) -> io::Result<Option<TlsStream<TcpStream>>> {
    let mut first = [0];
    let count = stream.peek(&mut first).await?;
    if count == 1 && first[0] != TLS_HANDSHAKE {
        tell_unread(stream, PLAIN_ON_TLS).await?;
        return Ok(None);
    }
    tls.acceptor().accept(stream).await.map(Some)
}

/// Serves HTTP/1.1, up to an upgrade.
async fn http1<S>(
    app: &App,
    routes: TowerToHyperService<axum::Router>,
    stream: S,
    place: ConnectionPlace,
) where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let stream = Moving::new(stream, app.config.patience.taken_within);
    let service = hyper::service::service_fn(move |mut request: hyper::Request<_>| {
        request.extensions_mut().insert(place.clone());
        hyper::service::Service::call(&routes, request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(app.config.patience.head_within)
        .max_headers(HEADERS_MAX)
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
