//! A link over plain HTTP requests, with the client's own counting and no other manners:
//! it answers no ping, and it reads on only while what came before is taken.

use std::io;
use std::time::Duration;

use bytes::Bytes;
use chat_client::over_http::{Addresses, Answer, Batches, Down, Next, OPEN, Posts, Tries, opening};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::{Method, Request, Response, StatusCode};
use shared::events::EventReader;
use shared::http::{LinkOpened, LinkTransport};
use shared::refusal::Refusal;
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TrySendError;
use tokio::task::{AbortHandle, JoinHandle};
use tokio::time::{sleep, timeout};

use crate::http::{Asker, json_request, request, with_bearer};
use crate::raw_socket::Heard;
use crate::{PATIENCE, ServerUrl};

/// What came and was not taken yet. One answer may bring more; then the reading waits.
const HEARD_MAX: usize = 1;

/// Frames that may wait for their post. A test that has more waiting went wrong.
const TO_POST_MAX: usize = 4_096;

/// An open link.
#[derive(Debug)]
pub struct LinkSocket {
    url: ServerUrl,
    token: Option<String>,
    addresses: Addresses,
    heard: mpsc::Receiver<Heard>,
    /// Gone once goodbye is said.
    to_post: Option<mpsc::Sender<String>>,
    reading: AbortHandle,
    posting: JoinHandle<()>,
}

/// Why there is no link.
#[derive(Debug, thiserror::Error)]
pub enum NotOpened {
    /// Nobody is there, or the connection broke, or its answer makes no sense.
    #[error("no link: {0}")]
    Unreachable(#[from] io::Error),
    /// The server said no.
    #[error("the server refused a link: {0} {1}")]
    Refused(StatusCode, Box<Refusal>),
}

impl LinkSocket {
    /// Opens a link, and waits until it works.
    ///
    /// # Errors
    /// [`NotOpened`].
    pub async fn open(
        url: &ServerUrl,
        transport: LinkTransport,
        token: Option<&str>,
    ) -> Result<Self, NotOpened> {
        timeout(PATIENCE, Self::begin(url, transport, token))
            .await
            .map_err(|_| io::Error::other("a link does not open"))?
    }

    async fn begin(
        url: &ServerUrl,
        transport: LinkTransport,
        token: Option<&str>,
    ) -> Result<Self, NotOpened> {
        let mut asker = Asker::connect(url).await?;
        let ask = json_request(Method::POST, OPEN, opening(transport));
        let answer = asker.ask(signed(ask, token)).await?;
        if answer.status != StatusCode::CREATED {
            return Err(NotOpened::Refused(answer.status, Box::new(answer.json()?)));
        }
        let opened: LinkOpened = answer.json()?;
        let addresses = Addresses::of(&opened.link);
        let (tell, heard) = mpsc::channel(HEARD_MAX);
        let reading = match transport {
            LinkTransport::Events => {
                let ask = signed(request(Method::GET, &addresses.events()), token);
                let mut stream = Stream::of(asker.begin(ask).await?);
                if stream.next().await.as_deref() != Some(&[Down::Opened]) {
                    return Err(io::Error::other("a stream does not begin").into());
                }
                tokio::spawn(async move {
                    // The asker holds the connection.
                    let _asker = asker;
                    stream.read(&tell).await;
                })
            }
            LinkTransport::Poll => {
                let (addresses, token) = (addresses.clone(), token.map(str::to_owned));
                tokio::spawn(async move { poll(asker, addresses, token, &tell).await })
            }
        };
        let (to_post, posts) = mpsc::channel(TO_POST_MAX);
        let posting = Posting {
            url: url.clone(),
            addresses: addresses.clone(),
            token: token.map(str::to_owned),
        };
        Ok(Self {
            url: url.clone(),
            token: token.map(str::to_owned),
            addresses,
            heard,
            to_post: Some(to_post),
            reading: reading.abort_handle(),
            posting: tokio::spawn(posting.run(posts)),
        })
    }

    /// The link's addresses, for whoever wants to misuse them.
    #[must_use]
    pub fn addresses(&self) -> &Addresses {
        &self.addresses
    }

    /// Sends one frame's text. It leaves with the next post.
    ///
    /// # Panics
    /// When far too much waits already.
    pub fn send(&self, text: &str) {
        let to_post = self.to_post.as_ref().expect("only goodbye takes it");
        match to_post.try_send(text.to_owned()) {
            // A link that is lost takes nothing; its end shows on the reading side.
            Ok(()) | Err(TrySendError::Closed(_)) => {}
            Err(TrySendError::Full(_)) => panic!("too much waits to be posted"),
        }
    }

    /// What comes next. Loses nothing when it is dropped before it is done.
    pub async fn next(&mut self) -> Heard {
        self.heard.recv().await.unwrap_or(Heard::Broken)
    }

    /// Says goodbye, after what was sent.
    pub async fn close(mut self, code: u16) {
        self.to_post = None;
        // A panic of it has been shown already.
        let _ = (&mut self.posting).await;
        let ask = request(Method::DELETE, &self.addresses.goodbye(code));
        let ask = signed(ask, self.token.as_deref());
        // A server that is gone already is as good as one that hears it.
        let _ = crate::http::ask(&self.url, ask).await;
    }
}

impl Drop for LinkSocket {
    fn drop(&mut self) {
        self.reading.abort();
        self.posting.abort();
    }
}

/// The stream of a link.
struct Stream {
    body: Incoming,
    reader: EventReader,
    batches: Batches,
}

impl Stream {
    fn of(response: Response<Incoming>) -> Self {
        Self {
            body: response.into_body(),
            reader: EventReader::default(),
            batches: Batches::default(),
        }
    }

    /// What came together; `None` at the end of the stream.
    async fn next(&mut self) -> Option<Vec<Down>> {
        loop {
            let frame = self.body.frame().await?.ok()?;
            let events = self.reader.push(frame.data_ref()?);
            let down = self.batches.take(events);
            if !down.is_empty() {
                return Some(down);
            }
        }
    }

    async fn read(mut self, tell: &mpsc::Sender<Heard>) {
        while let Some(down) = self.next().await {
            if !hand_on(down, tell).await {
                return;
            }
        }
    }
}

async fn poll(
    mut asker: Asker,
    addresses: Addresses,
    token: Option<String>,
    tell: &mpsc::Sender<Heard>,
) {
    let mut batches = Batches::default();
    let mut tries = Tries::default();
    loop {
        let ask = request(Method::GET, &addresses.poll(batches.newest()));
        let answer = asker.ask(signed(ask, token.as_deref())).await;
        match tries.next(judged(&answer)) {
            Next::Done => {
                let Ok(answer) = answer else { return };
                let events = EventReader::default().push(&answer.body);
                if !hand_on(batches.take(events), tell).await {
                    return;
                }
            }
            Next::Again { after_ms } => sleep(Duration::from_millis(after_ms.into())).await,
            Next::Lost => return,
        }
    }
}

/// False when nothing more is to be read.
async fn hand_on(down: Vec<Down>, tell: &mpsc::Sender<Heard>) -> bool {
    for down in down {
        let heard = match down {
            Down::Opened => continue,
            Down::Frame(text) => Heard::Text(text),
            Down::Ended(end) => Heard::Closed(end.code, end.reason),
        };
        let is_end = matches!(heard, Heard::Closed(..));
        if tell.send(heard).await.is_err() || is_end {
            return false;
        }
    }
    true
}

struct Posting {
    url: ServerUrl,
    addresses: Addresses,
    token: Option<String>,
}

impl Posting {
    async fn run(self, mut texts: mpsc::Receiver<String>) {
        let mut posts = Posts::default();
        let mut tries = Tries::default();
        let Ok(mut asker) = Asker::connect(&self.url).await else {
            return;
        };
        while let Some(text) = texts.recv().await {
            posts.push(text);
            while let Ok(more) = texts.try_recv() {
                posts.push(more);
            }
            while let Some((number, body)) = posts.begin().or_else(|| posts.again()) {
                let path = self.addresses.frames(number);
                let ask = json_request(Method::POST, &path, body);
                let answer = asker.ask(signed(ask, self.token.as_deref())).await;
                match tries.next(judged(&answer)) {
                    Next::Done => posts.taken(),
                    Next::Again { after_ms } => {
                        sleep(Duration::from_millis(after_ms.into())).await;
                        if let (Err(_), Ok(anew)) = (answer, Asker::connect(&self.url).await) {
                            asker = anew;
                        }
                    }
                    // The reading side will hear of it.
                    Next::Lost => return,
                }
            }
        }
    }
}

fn judged(answer: &io::Result<crate::http::Answer>) -> Answer {
    match answer {
        Err(_) => Answer::None,
        Ok(answer) => Answer::Status {
            status: answer.status.as_u16(),
            retry_after_ms: answer
                .json::<Refusal>()
                .ok()
                .and_then(|refusal| refusal.retry_after_ms),
        },
    }
}

fn signed(request: Request<Full<Bytes>>, token: Option<&str>) -> Request<Full<Bytes>> {
    match token {
        Some(token) => with_bearer(request, token),
        None => request,
    }
}
