//! The WebSocket handshake (RFC 6455, section 4) with every part in the caller's
//! hand, so that a test can get it wrong on purpose.

use std::io;
use std::net::{IpAddr, SocketAddr};

use bytes::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper::client::conn::http1;
use hyper::header::{HeaderName, HeaderValue};
use hyper::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::tungstenite::handshake::client::generate_key;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use crate::ServerUrl;
use crate::http::Answer;

/// What to ask for.
#[derive(Clone, Debug)]
pub struct Upgrade {
    path: String,
    host: Option<String>,
    headers: Vec<(HeaderName, String)>,
    receive_buffer_bytes: Option<u32>,
    from: Option<IpAddr>,
}

/// A connection that is a WebSocket from here on.
#[derive(Debug)]
pub struct Upgraded {
    /// The socket.
    pub stream: TcpStream,
    /// What came with the handshake's answer already.
    pub early: Vec<u8>,
    /// The subprotocol that the server chose.
    pub subprotocol: Option<String>,
}

/// Why there is no WebSocket.
#[derive(Debug, thiserror::Error)]
pub enum NotUpgraded {
    /// Nobody is there, or the connection broke.
    #[error("no connection: {0}")]
    Unreachable(#[from] io::Error),
    /// The server said no.
    #[error("the server answered {}: {}", .0.status, .0.text())]
    Refused(Box<Answer>),
}

impl NotUpgraded {
    /// The refusal, if the server answered at all.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        match self {
            Self::Refused(answer) => Some(answer),
            Self::Unreachable(_) => None,
        }
    }

    /// The status of the refusal, if the server answered at all.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Refused(answer) => Some(answer.status.as_u16()),
            Self::Unreachable(_) => None,
        }
    }
}

impl Upgrade {
    /// A proper handshake for this path and query, without a subprotocol.
    pub fn to(path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            host: None,
            headers: Vec::new(),
            receive_buffer_bytes: None,
            from: None,
        }
    }

    /// `/chat` in the frames language.
    #[must_use]
    pub fn chat() -> Self {
        Self::to("/chat").header("sec-websocket-protocol", shared::version::SUBPROTOCOL)
    }

    /// The same, with this header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers
            .push((HeaderName::from_static(name), value.into()));
        self
    }

    /// The same, with this `Host` instead of the true one.
    #[must_use]
    pub fn host(mut self, host: impl Into<String>) -> Self {
        self.host = Some(host.into());
        self
    }

    /// The same, with a kernel buffer of about this many bytes for what was not read
    /// yet: a reader that stops is noticed early.
    #[must_use]
    pub fn receive_buffer_bytes(mut self, bytes: u32) -> Self {
        self.receive_buffer_bytes = Some(bytes);
        self
    }

    /// The same, from this address of the machine.
    #[must_use]
    pub fn from_address(mut self, address: IpAddr) -> Self {
        self.from = Some(address);
        self
    }

    /// Shakes hands.
    ///
    /// # Errors
    /// [`NotUpgraded`]. A wrong `Sec-WebSocket-Accept` counts as unreachable.
    pub async fn ask(&self, url: &ServerUrl) -> Result<Upgraded, NotUpgraded> {
        let stream = self.connect(url).await?;
        stream.set_nodelay(true)?;
        let key = generate_key();
        let request = self.request(url, &key)?;
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream))
            .await
            .map_err(io::Error::other)?;
        // It owns the sender: a connection without one ends after a refusal.
        let exchange = async move {
            let mut response = sender
                .send_request(request)
                .await
                .map_err(io::Error::other)?;
            if response.status() != StatusCode::SWITCHING_PROTOCOLS {
                let (head, body) = response.into_parts();
                let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
                let answer = Answer {
                    status: head.status,
                    headers: head.headers,
                    body,
                };
                return Err(NotUpgraded::Refused(Box::new(answer)));
            }
            let header = |name: &str| {
                response
                    .headers()
                    .get(name)
                    .and_then(|v| v.to_str().ok())
                    .map(str::to_owned)
            };
            if header("sec-websocket-accept") != Some(derive_accept_key(key.as_bytes())) {
                return Err(io::Error::other("wrong Sec-WebSocket-Accept").into());
            }
            let subprotocol = header("sec-websocket-protocol");
            let upgraded = hyper::upgrade::on(&mut response)
                .await
                .map_err(io::Error::other)?;
            Ok((upgraded, subprotocol))
        };
        // The connection's own future only moves bytes; it is over with the upgrade.
        let (answer, _) = tokio::join!(exchange, connection.with_upgrades());
        let (upgraded, subprotocol) = answer?;
        let parts = upgraded
            .downcast::<TokioIo<TcpStream>>()
            .map_err(|_| io::Error::other("the upgraded stream is the one that went in"))?;
        Ok(Upgraded {
            stream: parts.io.into_inner(),
            early: parts.read_buf.to_vec(),
            subprotocol,
        })
    }

    async fn connect(&self, url: &ServerUrl) -> io::Result<TcpStream> {
        let socket = match url.address() {
            SocketAddr::V4(_) => TcpSocket::new_v4()?,
            SocketAddr::V6(_) => TcpSocket::new_v6()?,
        };
        if let Some(bytes) = self.receive_buffer_bytes {
            socket.set_recv_buffer_size(bytes)?;
        }
        if let Some(address) = self.from {
            socket.bind(SocketAddr::new(address, 0))?;
        }
        socket.connect(url.address()).await
    }

    fn request(&self, url: &ServerUrl, key: &str) -> io::Result<Request<Empty<Bytes>>> {
        let mut request = Request::builder()
            .uri(&self.path)
            .header("host", self.host.as_deref().unwrap_or(url.authority()))
            .header("connection", "Upgrade")
            .header("upgrade", "websocket")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-key", key)
            .body(Empty::new())
            .map_err(io::Error::other)?;
        for (name, value) in &self.headers {
            let value = HeaderValue::from_str(value).map_err(io::Error::other)?;
            request.headers_mut().append(name.clone(), value);
        }
        Ok(request)
    }
}
