//! One attempt at a connection over plain HTTP requests: a stream of events or polls
//! down, posts up. What to number and when to try again is `chat_client::over_http`'s to
//! say; here are the requests.
//!
//! Nothing is reported of a link that was dropped: every step looks first.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use chat_client::over_http::{Addresses, Answer, Batches, Down, Next, OPEN, Posts, Tries, opening};
use chat_client::wire::{Body, Direction, Fate};
use chat_client::{Generation, Input};
use gloo_net::http::{Request, RequestBuilder, Response};
use shared::client_frame::ClientFrame;
use shared::codec;
use shared::events::{EventReader, LinkEnd};
use shared::http::{LinkOpened, LinkTransport};
use shared::limits::POLL_WITHIN_MS;
use shared::refusal::Refusal;
use shared::version::SUBPROTOCOL;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, AbortSignal, Event, EventSource, MessageEvent};

use super::clock;
use super::socket::{NO_CLOSE_FRAME, Report, arrive};
use super::wire::Wire;

/// A request that opens, writes or ends a link is given up after this.
const ANSWER_WITHIN_MS: u32 = 25_000;

/// A poll is given up when its answer is this late: a slow phone's round trip.
const POLL_LATE_MS: u32 = 10_000;

/// A link that opens, is open, or ends.
pub(super) struct Link {
    shared: Rc<Shared>,
}

struct Shared {
    generation: Generation,
    transport: LinkTransport,
    wire: Rc<Wire>,
    report: Report,
    addresses: RefCell<Option<Addresses>>,
    posts: RefCell<Posts>,
    is_posting: Cell<bool>,
    stream: RefCell<Option<Stream>>,
    /// Ends the poll that runs.
    polling: RefCell<Option<AbortController>>,
    is_over: Cell<bool>,
}

/// The browser's own reader of events.
struct Stream {
    source: EventSource,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_ready: Closure<dyn Fn(MessageEvent)>,
    _on_end: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
}

impl Link {
    /// Opens a link to the server that this page came from.
    pub(super) fn open(
        generation: Generation,
        transport: LinkTransport,
        wire: &Rc<Wire>,
        report: &Report,
    ) -> Self {
        let shared = Rc::new(Shared {
            generation,
            transport,
            wire: Rc::clone(wire),
            report: Rc::clone(report),
            addresses: RefCell::default(),
            posts: RefCell::default(),
            is_posting: Cell::new(false),
            stream: RefCell::default(),
            polling: RefCell::default(),
            is_over: Cell::new(false),
        });
        spawn_local(begin(Rc::clone(&shared)));
        Self { shared }
    }

    /// Sends a frame. On a link that is lost it is lost too, and the machine sends it
    /// again on the next.
    pub(super) fn transmit(&self, frame: &ClientFrame) {
        let text = codec::encode(frame);
        match self.shared.wire.fate(Direction::Out) {
            Fate::Pass => push(&self.shared, text),
            Fate::After(ms) => {
                let shared = Rc::downgrade(&self.shared);
                clock::later(ms, move || {
                    if let Some(shared) = shared.upgrade() {
                        push(&shared, text);
                    }
                });
            }
            Fate::Lost => {}
        }
    }

    /// Whether no post is under way.
    pub(super) fn is_quiet(&self) -> bool {
        !self.shared.is_posting.get()
    }

    /// Says goodbye with a code, after what was sent before.
    pub(super) fn shut(self, code: u16) {
        let addresses = self.shared.addresses.borrow().clone();
        let mut last = self.shared.posts.take();
        if let Some(addresses) = addresses {
            spawn_local(async move {
                // A post under way may be made twice; its number says so.
                while let Some((number, body)) = last.again().or_else(|| last.begin()) {
                    let answer = post(&addresses, number, body).await;
                    if Tries::default().next(answer) != Next::Done {
                        break;
                    }
                    last.taken();
                }
                // A server that does not hear it notices that nobody reads any more.
                let _ = timed(Request::delete(&addresses.goodbye(code)))
                    .send()
                    .await;
            });
        }
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.shared.end();
    }
}

impl Shared {
    fn end(&self) {
        self.is_over.set(true);
        // Its callbacks go with it. One of them may be running: it is let go of later.
        if let Some(stream) = self.stream.take() {
            stream.source.close();
            spawn_local(async move { drop(stream) });
        }
        if let Some(polling) = self.polling.take() {
            polling.abort();
        }
    }

    /// It has ended, or could not be opened.
    fn ended(&self, code: u16, reason: &str) {
        if !self.is_over.get() {
            self.end();
            (self.report)(Input::Closed(self.generation, code, reason.to_owned()));
        }
    }

    fn lost(&self, why: &str) {
        self.ended(NO_CLOSE_FRAME, why);
    }

    fn opens(&self) {
        if !self.is_over.get() {
            self.wire.opened(self.generation, SUBPROTOCOL);
            (self.report)(Input::Opened(self.generation));
        }
    }

    fn came(&self, down: Vec<Down>) {
        for down in down {
            match down {
                _ if self.is_over.get() => return,
                Down::Opened => self.opens(),
                Down::Frame(text) => {
                    arrive(self.generation, Body::Text(text), &self.wire, &self.report);
                }
                Down::Ended(end) => self.ended(end.code, &end.reason),
            }
        }
    }
}

async fn begin(shared: Rc<Shared>) {
    let opened = match opened(shared.transport).await {
        Ok(opened) => opened,
        Err(why) => return shared.lost(&why),
    };
    if shared.is_over.get() {
        return;
    }
    let addresses = Addresses::of(&opened.link);
    *shared.addresses.borrow_mut() = Some(addresses.clone());
    match shared.transport {
        LinkTransport::Events => match Stream::open(&addresses, &shared) {
            Ok(stream) => *shared.stream.borrow_mut() = Some(stream),
            Err(_) => shared.lost("The browser opens no stream here."),
        },
        LinkTransport::Poll => {
            shared.opens();
            poll(shared, addresses).await;
        }
    }
}

/// Asks for a link. A no is a sentence.
async fn opened(transport: LinkTransport) -> Result<LinkOpened, String> {
    let none = || "The server did not answer.".to_owned();
    let request = timed(Request::post(OPEN))
        .body(opening(transport))
        .map_err(|_| none())?;
    let response = request.send().await.map_err(|_| none())?;
    let text = response.text().await.map_err(|_| none())?;
    if !response.ok() {
        let refusal = serde_json::from_str::<Refusal>(&text);
        return Err(refusal.map_or_else(|_| none(), |refusal| refusal.message));
    }
    serde_json::from_str(&text).map_err(|_| none())
}

async fn poll(shared: Rc<Shared>, addresses: Addresses) {
    let mut batches = Batches::default();
    let mut tries = Tries::default();
    while !shared.is_over.get() {
        let (answer, body) = match shared.ask_poll(&addresses, batches.newest()).await {
            Some((response, body)) => (judged(&response, &body), body),
            None => (Answer::None, Vec::new()),
        };
        if shared.is_over.get() {
            return;
        }
        match tries.next(answer) {
            Next::Done => shared.came(batches.take(EventReader::default().push(&body))),
            Next::Again { after_ms } => clock::sleep_ms(after_ms).await,
            Next::Lost => shared.lost("The link is gone."),
        }
    }
}

impl Shared {
    /// A poll's whole answer, or nothing.
    async fn ask_poll(&self, addresses: &Addresses, after: u64) -> Option<(Response, Vec<u8>)> {
        let abort = AbortController::new().ok()?;
        let signal = abort.signal();
        *self.polling.borrow_mut() = Some(abort.clone());
        let _late = clock::after_ms(POLL_WITHIN_MS as u32 + POLL_LATE_MS, move || abort.abort());
        let request = Request::get(&addresses.poll(after)).abort_signal(Some(&signal));
        let response = request.send().await.ok()?;
        let body = response.binary().await.ok()?;
        Some((response, body))
    }
}

/// A frame is to leave, with the next post.
fn push(shared: &Rc<Shared>, text: String) {
    if shared.is_over.get() {
        return;
    }
    shared.wire.frame(Direction::Out, Body::Text(text.clone()));
    shared.posts.borrow_mut().push(text);
    if !shared.is_posting.replace(true) {
        spawn_local(post_all(Rc::clone(shared)));
    }
}

/// Posts until nothing waits.
async fn post_all(shared: Rc<Shared>) {
    let mut tries = Tries::default();
    loop {
        let next = {
            let mut posts = shared.posts.borrow_mut();
            posts.begin().or_else(|| posts.again())
        };
        let addresses = shared.addresses.borrow().clone();
        let (Some((number, body)), Some(addresses)) = (next, addresses) else {
            break;
        };
        let answer = post(&addresses, number, body).await;
        if shared.is_over.get() {
            return;
        }
        match tries.next(answer) {
            Next::Done => shared.posts.borrow_mut().taken(),
            Next::Again { after_ms } => clock::sleep_ms(after_ms).await,
            Next::Lost => return shared.lost("The link is gone."),
        }
    }
    shared.is_posting.set(false);
}

async fn post(addresses: &Addresses, number: u64, body: String) -> Answer {
    let Ok(request) = timed(Request::post(&addresses.frames(number))).body(body) else {
        return Answer::None;
    };
    let Ok(response) = request.send().await else {
        return Answer::None;
    };
    match response.binary().await {
        Ok(body) => judged(&response, &body),
        Err(_) => Answer::None,
    }
}

fn judged(response: &Response, body: &[u8]) -> Answer {
    let refusal = || serde_json::from_slice::<Refusal>(body).ok();
    Answer::Status {
        status: response.status(),
        retry_after_ms: match response.ok() {
            true => None,
            false => refusal().and_then(|refusal| refusal.retry_after_ms),
        },
    }
}

fn timed(request: RequestBuilder) -> RequestBuilder {
    request.abort_signal(Some(&AbortSignal::timeout_with_u32(ANSWER_WITHIN_MS)))
}

impl Stream {
    fn open(addresses: &Addresses, shared: &Rc<Shared>) -> Result<Self, JsValue> {
        let source = EventSource::new(&addresses.events())?;
        let on = |take: fn(&Shared, String)| {
            let shared = Rc::downgrade(shared);
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let (shared, text) = (shared.upgrade(), event.data().as_string());
                if let (Some(shared), Some(text)) = (shared, text) {
                    take(&shared, text);
                }
            })
        };
        let on_message = on(|shared, text| shared.came(vec![Down::Frame(text)]));
        let on_ready = on(|shared, _| shared.came(vec![Down::Opened]));
        let on_end = on(
            |shared, text| match serde_json::from_str::<LinkEnd>(&text) {
                Ok(end) => shared.came(vec![Down::Ended(end)]),
                Err(_) => shared.lost("The stream ended in something unreadable."),
            },
        );
        // The browser would come back by itself; a link has one stream only.
        let weak: Weak<Shared> = Rc::downgrade(shared);
        let on_error = Closure::<dyn Fn(Event)>::new(move |_| {
            if let Some(shared) = weak.upgrade() {
                shared.lost("The stream broke.");
            }
        });
        source.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        source.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        for (name, take) in [("ready", &on_ready), ("end", &on_end)] {
            source.add_event_listener_with_callback(name, take.as_ref().unchecked_ref())?;
        }
        Ok(Self {
            source,
            _on_message: on_message,
            _on_ready: on_ready,
            _on_end: on_end,
            _on_error: on_error,
        })
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.close();
    }
}
