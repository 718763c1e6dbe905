//! The server's HTTP side: one question, one connection, one whole answer.

use std::io;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::{self, SendRequest};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST, HeaderMap};
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde::de::DeserializeOwned;
use shared::http::{LoginAnswer, LoginRequest};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;

use crate::ServerUrl;

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body, as it was sent (still compressed, if it was).
    pub body: Bytes,
}

impl Answer {
    /// The body as text; bytes that are no UTF-8 are replaced.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header as text, empty where there is none.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// When it is not what was expected; the error shows the body.
    pub fn json<T: DeserializeOwned>(&self) -> io::Result<T> {
        serde_json::from_slice(&self.body).map_err(|error| {
            io::Error::other(format!(
                "{} {}: {error}: {}",
                self.status,
                "body",
                self.text()
            ))
        })
    }
}

/// A question without a body.
///
/// # Panics
/// When `path` is no path.
#[must_use]
pub fn request(method: Method, path: &str) -> Request<Full<Bytes>> {
    let mut request = Request::new(Full::default());
    *request.method_mut() = method;
    *request.uri_mut() = path.parse().expect("paths in tests are well formed");
    request
}

/// A question with a JSON body.
///
/// # Panics
/// When `path` is no path.
#[must_use]
pub fn json_request(method: Method, path: &str, body: String) -> Request<Full<Bytes>> {
    let mut request = request(method, path);
    request
        .headers_mut()
        .insert(CONTENT_TYPE, "application/json".parse().expect("ascii"));
    *request.body_mut() = Full::new(Bytes::from(body));
    request
}

/// The same question, asked by the holder of this token.
///
/// # Panics
/// When the token cannot stand in a header.
#[must_use]
pub fn with_bearer(mut request: Request<Full<Bytes>>, token: &str) -> Request<Full<Bytes>> {
    let value = format!("Bearer {token}").parse().expect("tokens are ascii");
    request.headers_mut().insert(AUTHORIZATION, value);
    request
}

/// Asks one question over a connection of its own.
///
/// # Errors
/// When the server cannot be reached or breaks off.
pub async fn ask(url: &ServerUrl, request: Request<Full<Bytes>>) -> io::Result<Answer> {
    Asker::connect(url).await?.ask(request).await
}

/// `GET` of a path.
///
/// # Errors
/// As [`ask`].
pub async fn get(url: &ServerUrl, path: &str) -> io::Result<Answer> {
    ask(url, request(Method::GET, path)).await
}

/// Signs in under this name and asks for the token itself.
///
/// # Errors
/// As [`ask`]; a refusal is an error that shows the answer.
pub async fn sign_in(url: &ServerUrl, name: &str) -> io::Result<LoginAnswer> {
    Asker::connect(url).await?.sign_in(name).await
}

/// One connection that is used again for question after question.
#[derive(Debug)]
pub struct Asker {
    authority: String,
    sender: SendRequest<Full<Bytes>>,
    connection: JoinHandle<()>,
}

impl Asker {
    /// Connects.
    ///
    /// # Errors
    /// When nobody listens there.
    pub async fn connect(url: &ServerUrl) -> io::Result<Self> {
        let stream = TcpStream::connect(url.address()).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream))
            .await
            .map_err(io::Error::other)?;
        let connection = tokio::spawn(async move {
            // A break shows in the answer that does not come.
            let _ = connection.await;
        });
        Ok(Self {
            authority: url.authority().to_owned(),
            sender,
            connection,
        })
    }

    /// Asks one question. A `Host` that the question brings stays as it is.
    ///
    /// # Errors
    /// When the server breaks off.
    pub async fn ask(&mut self, request: Request<Full<Bytes>>) -> io::Result<Answer> {
        let (head, body) = self.begin(request).await?.into_parts();
        let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
        Ok(Answer {
            status: head.status,
            headers: head.headers,
            body,
        })
    }

    /// Asks one question and gives the answer as soon as it begins.
    ///
    /// # Errors
    /// As [`Asker::ask`].
    pub async fn begin(
        &mut self,
        mut request: Request<Full<Bytes>>,
    ) -> io::Result<Response<Incoming>> {
        if !request.headers().contains_key(HOST) {
            let host = self.authority.parse().map_err(io::Error::other)?;
            request.headers_mut().insert(HOST, host);
        }
        self.sender.ready().await.map_err(io::Error::other)?;
        self.sender
            .send_request(request)
            .await
            .map_err(io::Error::other)
    }

    /// See [`sign_in`].
    ///
    /// # Errors
    /// As [`sign_in`].
    pub async fn sign_in(&mut self, name: &str) -> io::Result<LoginAnswer> {
        let body = serde_json::to_string(&LoginRequest {
            name: name.to_owned(),
            bearer: true,
        })?;
        let answer = self
            .ask(json_request(Method::POST, "/api/login", body))
            .await?;
        if !answer.status.is_success() {
            let told = answer.text();
            return Err(io::Error::other(format!(
                "login as {name}: {} {told}",
                answer.status
            )));
        }
        answer.json()
    }
}

impl Drop for Asker {
    fn drop(&mut self) {
        self.connection.abort();
    }
}
