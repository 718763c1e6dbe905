//! A small HTTP proxy that treats requests as unkind ones do: it forbids upgrades, it
//! holds answers back until they are whole, it cuts what keeps quiet.
//!
//! Unlike [`crate::proxy`], which moves bytes, it reads requests. It forwards each over a
//! connection of its own and changes nothing but what its [`Manners`] say. Dropping it
//! ends everything that goes through it.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Frame, Incoming};
use hyper::header::{CONNECTION, HeaderValue, TE, TRANSFER_ENCODING, UPGRADE};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{Sleep, sleep, timeout};

use crate::ServerUrl;

/// What it does to requests and answers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manners {
    /// What becomes of upgrades.
    pub upgrades: Upgrades,
    /// Whether answers are held back until they are whole.
    pub answers: Answers,
    /// An answer, or an upgraded connection, in which nothing moves for so long is cut.
    pub idle: Option<Duration>,
}

/// What becomes of upgrades.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Upgrades {
    /// They pass.
    #[default]
    Pass,
    /// The headers that ask for one are left out, as a proxy does that has not heard of
    /// them.
    Stripped,
    /// They are taken and never answered.
    Swallowed,
}

/// How answers are handed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answers {
    /// As they come.
    #[default]
    AsTheyCome,
    /// Once they are whole.
    Whole,
}

/// A proxy before one server.
#[derive(Debug)]
pub struct HttpProxy {
    url: ServerUrl,
    cuts: Cuts,
    task: JoinHandle<()>,
}

/// How often something was cut because it kept quiet.
type Cuts = Arc<AtomicU64>;

type AnyBody = BoxBody<Bytes, hyper::Error>;

impl HttpProxy {
    /// Starts one, in the runtime of the caller.
    ///
    /// # Errors
    /// When there is no port for it.
    pub async fn before(server: SocketAddr, manners: Manners) -> io::Result<Self> {
        let listener = TcpListener::bind((server.ip(), 0)).await?;
        let url = ServerUrl::at(listener.local_addr()?);
        let cuts = Cuts::default();
        let task = tokio::spawn(accept(listener, server, manners, cuts.clone()));
        Ok(Self { url, cuts, task })
    }

    /// How often something was cut because it kept quiet.
    #[must_use]
    pub fn cuts(&self) -> u64 {
        self.cuts.load(Relaxed)
    }

    /// Where clients connect instead of to the server.
    #[must_use]
    pub fn url(&self) -> &ServerUrl {
        &self.url
    }
}

impl Drop for HttpProxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(listener: TcpListener, server: SocketAddr, manners: Manners, cuts: Cuts) {
    // Dropped with this task, and everything in it.
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                let Ok((stream, _)) = accepted else { return };
                connections.spawn(serve(stream, server, manners, cuts.clone()));
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn serve(stream: TcpStream, server: SocketAddr, manners: Manners, cuts: Cuts) {
    let (tunnels, mut begun) = tokio::sync::mpsc::channel(1);
    let service = service_fn(|request| {
        let (tunnels, cuts) = (tunnels.clone(), cuts.clone());
        async move { io::Result::Ok(forward(request, server, manners, tunnels, cuts).await) }
    });
    let connection = hyper::server::conn::http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades();
    // How a connection ends is between the two that it joins.
    let _ = connection.await;
    if let Ok(tunnel) = begun.try_recv() {
        carry(tunnel, manners.idle, &cuts).await;
    }
}

/// The two ends of an upgraded connection.
type Tunnel = (hyper::upgrade::OnUpgrade, hyper::upgrade::OnUpgrade);

async fn forward(
    mut request: Request<Incoming>,
    server: SocketAddr,
    manners: Manners,
    tunnels: tokio::sync::mpsc::Sender<Tunnel>,
    cuts: Cuts,
) -> Response<AnyBody> {
    let wants_upgrade = request.headers().contains_key(UPGRADE);
    if manners.upgrades == Upgrades::Stripped {
        request.headers_mut().remove(UPGRADE);
        request.headers_mut().remove(CONNECTION);
    }
    if wants_upgrade && manners.upgrades == Upgrades::Swallowed {
        return std::future::pending().await;
    }
    let ours = hyper::upgrade::on(&mut request);
    let patience = manners.idle.unwrap_or(Duration::MAX);
    let mut response = match timeout(patience, ask(request, server)).await {
        Ok(Ok(response)) => response,
        Ok(Err(_)) => return no_answer(StatusCode::BAD_GATEWAY),
        Err(_) => {
            cuts.fetch_add(1, Relaxed);
            return no_answer(StatusCode::GATEWAY_TIMEOUT);
        }
    };
    if wants_upgrade && response.status() == StatusCode::SWITCHING_PROTOCOLS {
        let theirs = hyper::upgrade::on(&mut response);
        // There is room: a connection is upgraded once.
        let _ = tunnels.try_send((ours, theirs));
    }
    let (mut head, body) = response.into_parts();
    let body = match manners.answers {
        Answers::Whole => match body.collect().await {
            Ok(whole) => {
                head.headers.remove(TRANSFER_ENCODING);
                Full::new(whole.to_bytes())
                    .map_err(|never| match never {})
                    .boxed()
            }
            Err(_) => return no_answer(StatusCode::BAD_GATEWAY),
        },
        Answers::AsTheyCome => match manners.idle {
            Some(idle) => Watched::new(body, idle, cuts).boxed(),
            None => body.boxed(),
        },
    };
    Response::from_parts(head, body)
}

/// Asks the server over a connection of its own, as the client asked.
async fn ask(mut request: Request<Incoming>, server: SocketAddr) -> io::Result<Response<Incoming>> {
    request.headers_mut().remove(TE);
    let stream = TcpStream::connect(server).await?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
        .await
        .map_err(io::Error::other)?;
    // Ends with the answer, or when nobody reads that any more.
    tokio::spawn(async move {
        let _ = connection.with_upgrades().await;
    });
    sender.send_request(request).await.map_err(io::Error::other)
}

async fn carry((ours, theirs): Tunnel, idle: Option<Duration>, cuts: &Cuts) {
    let (Ok(ours), Ok(theirs)) = tokio::join!(ours, theirs) else {
        return;
    };
    let (mut ours, mut theirs) = (TokioIo::new(ours), TokioIo::new(theirs));
    let Some(idle) = idle else {
        let _ = copy_bidirectional(&mut ours, &mut theirs).await;
        return;
    };
    let mut buffers = [[0; 16 * 1024]; 2];
    loop {
        let moved = timeout(idle, step(&mut ours, &mut theirs, &mut buffers)).await;
        if moved.is_err() {
            cuts.fetch_add(1, Relaxed);
        }
        if !matches!(moved, Ok(Ok(true))) {
            return;
        }
    }
}

/// Moves what comes next from either side to the other; false at the end of one.
async fn step(
    ours: &mut TokioIo<hyper::upgrade::Upgraded>,
    theirs: &mut TokioIo<hyper::upgrade::Upgraded>,
    [up, down]: &mut [[u8; 16 * 1024]; 2],
) -> io::Result<bool> {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    tokio::select! {
        read = ours.read(up) => {
            let read = read?;
            theirs.write_all(&up[..read]).await?;
            Ok(read > 0)
        }
        read = theirs.read(down) => {
            let read = read?;
            ours.write_all(&down[..read]).await?;
            Ok(read > 0)
        }
    }
}

fn no_answer(status: StatusCode) -> Response<AnyBody> {
    let body = Full::new(Bytes::from_static(b"the server does not answer"));
    let mut response = Response::new(body.map_err(|never| match never {}).boxed());
    *response.status_mut() = status;
    let close = HeaderValue::from_static("close");
    response.headers_mut().insert(CONNECTION, close);
    response
}

/// A body that ends as if it were whole when it keeps quiet for too long. A client sees
/// a stream that breaks off.
struct Watched {
    body: Incoming,
    idle: Duration,
    cuts: Cuts,
    until: std::pin::Pin<Box<Sleep>>,
}

impl Watched {
    fn new(body: Incoming, idle: Duration, cuts: Cuts) -> Self {
        Self {
            body,
            idle,
            cuts,
            until: Box::pin(sleep(idle)),
        }
    }
}

impl Body for Watched {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        use std::task::Poll;
        if let Poll::Ready(frame) = std::pin::Pin::new(&mut self.body).poll_frame(cx) {
            let next = tokio::time::Instant::now() + self.idle;
            self.until.as_mut().reset(next);
            return Poll::Ready(frame);
        }
        match self.until.as_mut().poll(cx) {
            Poll::Ready(()) => {
                self.cuts.fetch_add(1, Relaxed);
                Poll::Ready(None)
            }
            Poll::Pending => Poll::Pending,
        }
    }
}
