//! Measures each way to the server on links of its own, beside the chat's.
//!
//! What somebody broke in the connection panel is broken here too. Dropping the future ends
//! whatever it has open.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use chat_client::compare::{self, BURST, Figures, Heads, Measured, TRIPS, WAY_MS_MAX, Way};
use chat_client::wire::Carrier;
use chat_client::{Generation, Input, Transport};
use js_sys::{Array, Promise};
use shared::client_frame::{Beat, ClientFrame, Hello};
use shared::codec;
use shared::server_frame::ServerFrame;
use shared::version::ProtocolVersion;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::clock::{self, window};
use super::http;
use super::socket::Socket;
use super::wire::Wire;

/// A link that is not open and welcome by then is blocked.
const OPEN_WITHIN_MS: u32 = 8_000;

/// A pong that is not here by then does not come.
const PONG_WITHIN_MS: u32 = 3_000;

/// How often, and how many times, a link that is done with is looked at until it is quiet.
const QUIET_LOOK_MS: u32 = 25;
const QUIET_LOOKS: u32 = 40;

/// Says goodbye to a link that was only for measuring.
const DONE: u16 = 1000;

/// What a comparison needs of a running client: its faults.
pub struct Bench {
    wire: Rc<Wire>,
}

impl std::fmt::Debug for Bench {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bench")
    }
}

impl Bench {
    pub(super) fn beside(wire: &Wire) -> Self {
        Self {
            wire: wire.beside(),
        }
    }

    /// Bytes of headers that a request of this page and its answer carry.
    pub async fn heads(&self) -> Heads {
        http::heads().await.unwrap_or_default()
    }

    /// Measures one way.
    pub async fn measure(&self, way: Way, heads: Heads) -> Measured {
        let outcome = match way {
            Way::Link(transport) => self.link(transport, heads).await,
            Way::Requests => self.requests(heads).await,
        };
        Measured { way, outcome }
    }

    async fn link(&self, transport: Transport, heads: Heads) -> Result<Figures, String> {
        let generation = Generation(1);
        let inbox = Rc::new(Inbox::default());
        let report = {
            let inbox = Rc::clone(&inbox);
            Rc::new(move |input| inbox.put(input))
        };
        let socket = Socket::open(generation, transport, &self.wire, &(report as _));
        let socket = socket.map_err(|why| {
            if let Input::Closed(_, _, reason) = why {
                reason
            } else {
                blocked()
            }
        })?;
        let figures = talk(&socket, &inbox, transport, heads).await;
        // A post is answered after its pongs: a goodbye that overtakes it would be its end.
        for _ in 0..QUIET_LOOKS {
            if socket.is_quiet() {
                break;
            }
            clock::sleep_ms(QUIET_LOOK_MS).await;
        }
        socket.shut(DONE);
        figures
    }

    async fn requests(&self, heads: Heads) -> Result<Figures, String> {
        if self.wire.opening_fate(Carrier::Http).is_none() {
            return Err(blocked());
        }
        let body = codec::encode(&ping(0));
        let until = now_us() + WAY_MS_MAX * 1_000;
        let mut trips = Vec::new();
        while trips.len() < TRIPS && (trips.is_empty() || now_us() < until) {
            let began = now_us();
            http::message(body.clone()).await.ok_or_else(blocked)?;
            trips.push(now_us() - began);
        }
        let began = now_us();
        let all = Array::new();
        for _ in 0..BURST {
            let body = body.clone();
            all.push(&future_to_promise(async move {
                Ok(http::message(body).await.is_some().into())
            }));
        }
        // None of them fails; one that was not answered says so.
        let answers = JsFuture::from(Promise::all(&all)).await;
        let answers = answers.map_or_else(|_| Array::new(), |answers| Array::from(&answers));
        let came = answers.iter().filter(JsValue::is_truthy).count() as u64;
        let bytes = compare::bytes(Way::Requests, body.len() as u64, 0, heads);
        compare::figures(trips, (came, now_us() - began), bytes).ok_or_else(blocked)
    }
}

async fn talk(
    socket: &Socket,
    inbox: &Inbox,
    transport: Transport,
    heads: Heads,
) -> Result<Figures, String> {
    inbox
        .find(OPEN_WITHIN_MS, |input| {
            matches!(input, Input::Opened(_)).then_some(())
        })
        .await?;
    socket.transmit(&ClientFrame::Hello(Hello {
        version: ProtocolVersion::CURRENT,
        abilities: Vec::new(),
        token: None,
    }));
    inbox
        .find(OPEN_WITHIN_MS, |input| {
            frame(input).and_then(|frame| matches!(frame, ServerFrame::Welcome(_)).then_some(()))
        })
        .await?;
    let until = now_us() + WAY_MS_MAX * 1_000;
    let mut trips = Vec::new();
    let mut n = 0;
    while trips.len() < TRIPS && (trips.is_empty() || now_us() < until) {
        n += 1;
        let began = now_us();
        socket.transmit(&ping(n));
        inbox.find(PONG_WITHIN_MS, |input| pong(input, n)).await?;
        trips.push(now_us() - began);
    }
    let began = now_us();
    for more in 1..=BURST as u32 {
        socket.transmit(&ping(n + more));
    }
    let mut came = 0;
    // They come in order; without the last ones, as many as came.
    for more in 1..=BURST as u32 {
        let heard = inbox.find(PONG_WITHIN_MS, |input| pong(input, n + more));
        if heard.await.is_err() {
            break;
        }
        came += 1;
    }
    let within = now_us() - began;
    let one = codec::encode(&ping(n)).len() as u64;
    let bytes = compare::bytes(Way::Link(transport), one, one, heads);
    compare::figures(trips, (came, within), bytes).ok_or_else(blocked)
}

fn ping(n: u32) -> ClientFrame {
    ClientFrame::Ping(Beat { n })
}

fn frame(input: &Input) -> Option<&ServerFrame> {
    if let Input::Received(_, frame) = input {
        Some(frame)
    } else {
        None
    }
}

fn pong(input: &Input, n: u32) -> Option<()> {
    if let ServerFrame::Pong(beat) = frame(input)? {
        (beat.n == n).then_some(())
    } else {
        None
    }
}

fn blocked() -> String {
    "The server does not answer this way.".to_owned()
}

/// By the page's own clock, in microseconds.
fn now_us() -> u64 {
    let ms = window().performance().map_or(0.0, |clock| clock.now());
    // Not negative, and for ages below 2^53.
    (ms * 1_000.0) as u64
}

/// What a link reported and nobody looked at yet. Bounded by what was asked for: a pong for
/// each ping, the welcome, and signals while it lasts.
#[derive(Default)]
struct Inbox {
    reports: RefCell<VecDeque<Input>>,
    waker: RefCell<Option<Waker>>,
}

impl Inbox {
    fn put(&self, input: Input) {
        self.reports.borrow_mut().push_back(input);
        self.wake();
    }

    fn wake(&self) {
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }

    /// The first report in which something is found; all before it are dropped.
    async fn find<T>(
        &self,
        within_ms: u32,
        find: impl Fn(&Input) -> Option<T>,
    ) -> Result<T, String> {
        let is_late = Rc::new(Cell::new(false));
        let late = Rc::clone(&is_late);
        let waker = Rc::new(RefCell::new(None::<Waker>));
        let to_wake = Rc::clone(&waker);
        let _timeout = clock::after_ms(within_ms, move || {
            late.set(true);
            if let Some(waker) = to_wake.take() {
                waker.wake();
            }
        });
        poll_fn(move |context| {
            while let Some(input) = self.reports.borrow_mut().pop_front() {
                if let Input::Closed(_, _, reason) = &input {
                    return Poll::Ready(Err(if reason.is_empty() {
                        blocked()
                    } else {
                        reason.clone()
                    }));
                }
                if let Some(found) = find(&input) {
                    return Poll::Ready(Ok(found));
                }
            }
            if is_late.get() {
                return Poll::Ready(Err(blocked()));
            }
            *self.waker.borrow_mut() = Some(context.waker().clone());
            *waker.borrow_mut() = Some(context.waker().clone());
            Poll::Pending
        })
        .await
    }
}
