//! Questions over HTTP/1.1, each on a connection of its own: through TLS where the
//! address says https, trusting what browsers trust.

use std::future::poll_fn;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::header::{
    ACCEPT_ENCODING, AUTHORIZATION, CONNECTION, HOST, HeaderValue, ORIGIN, SEC_WEBSOCKET_KEY,
    SEC_WEBSOCKET_VERSION, UPGRADE,
};
use axum::http::{Method, Request, Uri};
use bytes::{Buf, Bytes};
use hyper::body::{Body, Incoming};
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{CertificateError, ClientConfig, Error, RootCertStore};
use shared::doctor::{Certificate, Passed, Upgrade};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_util::task::AbortOnDropHandle;

use super::ANSWER_WITHIN;
use super::echo::Echo;
use super::home::Home;
use crate::clock::wall_time;
use crate::tls::certificate::{Invalid, provider, validity};

/// Whoever does not take a connection by then is not there.
const CONNECT_WITHIN: Duration = Duration::from_secs(10);

/// An answer's body is read this far: the doctor's own are far shorter.
const ANSWER_BYTES_MAX: usize = 64 * 1024;

const DAY_MS: u64 = 24 * 60 * 60 * 1_000;

/// Asks one server.
pub(super) struct Asker {
    origin: String,
    authority: String,
    host: String,
    port: u16,
    tls: Option<TlsConnector>,
    only: Option<Home>,
}

/// An answer, read to its end.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Bytes,
    /// Of the connection that it came on.
    pub(super) certificate: Option<Certificate>,
}

/// Why there is none.
#[derive(Debug)]
pub(super) enum NoAnswer {
    /// A browser would not go on.
    Certificate(Certificate),
    /// The connection: a sentence without its full stop.
    Broken(String),
}

/// A stream of either kind.
trait Both: AsyncRead + AsyncWrite + Send + Unpin {}
impl<S: AsyncRead + AsyncWrite + Send + Unpin> Both for S {}

struct Connection {
    sender: SendRequest<Once>,
    certificate: Option<Certificate>,
    /// Moves the bytes; ends with the question.
    _driver: AbortOnDropHandle<()>,
}

/// A body in one piece.
struct Once(Option<Bytes>);

impl Body for Once {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Bytes>, Self::Error>>> {
        let piece = self.0.take().filter(|piece| !piece.is_empty());
        std::task::Poll::Ready(piece.map(|piece| Ok(hyper::body::Frame::data(piece))))
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        hyper::body::SizeHint::with_exact(self.0.as_ref().map_or(0, Bytes::len) as u64)
    }

    fn is_end_stream(&self) -> bool {
        self.0.as_ref().is_none_or(Bytes::is_empty)
    }
}

impl Asker {
    /// Of the server at this address.
    pub(super) fn new(
        url: &Uri,
        authorities: Vec<CertificateDer<'static>>,
        only: Option<Home>,
    ) -> anyhow::Result<Self> {
        let is_https = match url.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            Some(_) | None => {
                anyhow::bail!("{url} is no address of a page; it begins with http:// or https://.")
            }
        };
        let host = url.host().unwrap_or_default();
        anyhow::ensure!(!host.is_empty(), "{url} names no host.");
        let usual = if is_https { 443 } else { 80 };
        let port = url.port_u16().unwrap_or(usual);
        // As a browser writes it: a usual port is left out.
        let authority = if port == usual {
            host.to_owned()
        } else {
            format!("{host}:{port}")
        };
        let scheme = if is_https { "https" } else { "http" };
        Ok(Self {
            origin: format!("{scheme}://{authority}"),
            authority,
            host: host.trim_matches(['[', ']']).to_owned(),
            port,
            tls: is_https.then(|| connector(authorities)).transpose()?,
            only,
        })
    }

    pub(super) fn origin(&self) -> &str {
        &self.origin
    }

    pub(super) async fn get(&self, path: &str, token: Option<&str>) -> Result<Answer, NoAnswer> {
        self.ask(Method::GET, path, token, Bytes::new()).await
    }

    pub(super) async fn ask(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Bytes,
    ) -> Result<Answer, NoAnswer> {
        let asked = async {
            let mut connection = self.connect().await?;
            let mut request = self.request(method, path, body);
            if let Some(token) = token {
                let value = HeaderValue::from_str(&format!("Bearer {token}")).map_err(broken)?;
                request.headers_mut().insert(AUTHORIZATION, value);
            }
            let sent = connection.sender.send_request(request).await;
            let (head, body) = sent.map_err(broken)?.into_parts();
            let (body, _) = read(body).await.map_err(broken)?;
            Ok(Answer {
                status: head.status.as_u16(),
                body,
                certificate: connection.certificate,
            })
        };
        let silent = || NoAnswer::Broken("no answer comes in time".to_owned());
        timeout(ANSWER_WITHIN, asked).await.map_err(|_| silent())?
    }

    /// How long it took from the first piece of an answer to its end, and whether that was
    /// its true end. Compression is offered, as browsers do: it is what holds answers back
    /// most.
    pub(super) async fn pieces(&self, path: &str) -> Result<(Duration, Passed), NoAnswer> {
        let mut connection = self.connect().await?;
        let mut request = self.request(Method::GET, path, Bytes::new());
        let gzip = HeaderValue::from_static("gzip");
        request.headers_mut().insert(ACCEPT_ENCODING, gzip);
        let sent = connection.sender.send_request(request).await;
        Ok(match read(sent.map_err(broken)?.into_body()).await {
            Ok((_, took)) => (took, Passed::Yes),
            Err(_) => (Duration::ZERO, Passed::No),
        })
    }

    /// Opens a WebSocket that echoes, as the page would or as a program would.
    pub(super) async fn echo(&self, as_page: bool) -> Result<Echo, Upgrade> {
        let opened = async {
            let mut connection = self.connect().await.map_err(ended)?;
            let mut request = self.request(Method::GET, "/echo", Bytes::new());
            let headers = request.headers_mut();
            headers.insert(CONNECTION, HeaderValue::from_static("Upgrade"));
            headers.insert(UPGRADE, HeaderValue::from_static("websocket"));
            headers.insert(SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
            // Any sixteen bytes will do: no cache must be told apart from us.
            let key = HeaderValue::from_static("ZG9jdG9yIGRvY3RvciBkbw==");
            headers.insert(SEC_WEBSOCKET_KEY, key);
            if as_page {
                let origin = HeaderValue::from_str(&self.origin).map_err(|e| ended(broken(e)))?;
                headers.insert(ORIGIN, origin);
            }
            let answer = connection.sender.send_request(request).await;
            let answer = answer.map_err(|error| ended(broken(error)))?;
            if answer.status() != 101 {
                return Err(Upgrade::Status(answer.status().as_u16()));
            }
            let upgraded = hyper::upgrade::on(answer).await;
            let upgraded = upgraded.map_err(|error| ended(broken(error)))?;
            // It has handed the stream over.
            drop(connection);
            Ok(Echo::over(TokioIo::new(upgraded)))
        };
        let silent = || Upgrade::Broken("no answer comes in time".to_owned());
        timeout(ANSWER_WITHIN, opened).await.map_err(|_| silent())?
    }

    fn request(&self, method: Method, path: &str, body: Bytes) -> Request<Once> {
        Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, &self.authority)
            .body(Once(Some(body)))
            .expect("the address was an address, and the path is ours")
    }

    async fn connect(&self) -> Result<Connection, NoAnswer> {
        let late = || NoAnswer::Broken("no connection comes about in time".to_owned());
        let connected = timeout(CONNECT_WITHIN, self.tcp()).await;
        let stream = connected.map_err(|_| late())?.map_err(broken)?;
        let mut certificate = None;
        let stream: Box<dyn Both> = match &self.tls {
            None => Box::new(stream),
            Some(tls) => {
                let name = ServerName::try_from(self.host.clone()).map_err(broken)?;
                let shaken = timeout(CONNECT_WITHIN, tls.connect(name, stream)).await;
                let stream = shaken
                    .map_err(|_| late())?
                    .map_err(|error| no_tls(&error))?;
                let shown = stream.get_ref().1.peer_certificates();
                certificate = shown.and_then(<[_]>::first).map(days_left);
                Box::new(stream)
            }
        };
        let shaken = http1::handshake(TokioIo::new(stream)).await;
        let (sender, connection) = shaken.map_err(broken)?;
        // What goes wrong with it shows in the answer.
        let driver = tokio::spawn(async move { drop(connection.with_upgrades().await) });
        Ok(Connection {
            sender,
            certificate,
            _driver: AbortOnDropHandle::new(driver),
        })
    }

    /// A connection to the first of the name's addresses that takes one and may be asked.
    async fn tcp(&self) -> io::Result<TcpStream> {
        let found = lookup_host((self.host.as_str(), self.port)).await?;
        let may_be =
            |address: &SocketAddr| self.only.as_ref().is_none_or(|home| home.has(*address));
        let addresses: Vec<SocketAddr> = found.filter(may_be).collect();
        if addresses.is_empty() {
            let why = "the name leads to no address of this server";
            return Err(io::Error::other(why));
        }
        TcpStream::connect(addresses.as_slice()).await
    }
}

/// Reads a body to its end; answers also how long it took from its first piece on.
async fn read(mut body: Incoming) -> Result<(Bytes, Duration), hyper::Error> {
    let (mut bytes, mut begun) = (Vec::new(), None);
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        if let Ok(mut piece) = frame?.into_data() {
            begun.get_or_insert_with(Instant::now);
            let room = ANSWER_BYTES_MAX - bytes.len();
            bytes.extend_from_slice(&piece.copy_to_bytes(piece.len().min(room)));
            if bytes.len() == ANSWER_BYTES_MAX {
                break;
            }
        }
    }
    let took = begun.map(|begun| begun.elapsed()).unwrap_or_default();
    Ok((bytes.into(), took))
}

fn connector(authorities: Vec<CertificateDer<'static>>) -> anyhow::Result<TlsConnector> {
    let mut roots = RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    for authority in authorities {
        roots.add(authority)?;
    }
    let mut config = ClientConfig::builder_with_provider(Arc::new(provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsConnector::from(Arc::new(config)))
}

fn days_left(certificate: &CertificateDer<'_>) -> Certificate {
    let now = wall_time();
    match validity(certificate, now) {
        Ok(ends) => Certificate::Good {
            days: ends.0.saturating_sub(now.0) / DAY_MS,
        },
        Err(Invalid::Expired(_)) => Certificate::Expired,
        Err(Invalid::NotYet(_)) => Certificate::NotYet,
        Err(Invalid::Unreadable(why)) => Certificate::Broken(why),
    }
}

fn no_tls(error: &io::Error) -> NoAnswer {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    let Some(Error::InvalidCertificate(why)) = inner else {
        return NoAnswer::Certificate(Certificate::Broken(error.to_string()));
    };
    let certificate = if matches!(
        why,
        CertificateError::Expired | CertificateError::ExpiredContext { .. }
    ) {
        Certificate::Expired
    } else if matches!(
        why,
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. }
    ) {
        Certificate::NotYet
    } else if matches!(
        why,
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. }
    ) {
        Certificate::OtherName
    } else {
        Certificate::Unknown
    };
    NoAnswer::Certificate(certificate)
}

fn broken(error: impl std::fmt::Display) -> NoAnswer {
    NoAnswer::Broken(error.to_string())
}

fn ended(no_answer: NoAnswer) -> Upgrade {
    match no_answer {
        NoAnswer::Broken(why) => Upgrade::Broken(why),
        NoAnswer::Certificate(certificate) => Upgrade::Broken(format!("{certificate:?}")),
    }
}
