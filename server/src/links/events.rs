//! A link's stream of server-sent events, as the body of one answer that lasts.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use chat_rules::exchange::Batch;
use hyper::body::{Body, Frame};
use shared::events::{self, KEEP_ALIVE, LinkEnd};
use shared::http::LinkTransport;
use tokio::time::{Instant, Sleep, sleep};

use super::link::{Found, HttpLink, NotDone, Turn};
use crate::websocket::Encoded;

/// What stands around a frame in an event, about.
const AROUND_BYTES: usize = 16;

/// The body. The kernel's pace is its pace: what is not taken stays in the link.
#[derive(Debug)]
pub struct EventsBody {
    turn: Turn,
    keep_alive_every: Duration,
    keep_alive: Pin<Box<Sleep>>,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Opening,
    Open,
    Over,
}

impl EventsBody {
    /// Begins the link's one stream.
    ///
    /// # Errors
    /// [`NotDone::WrongReader`].
    pub fn begin(link: Arc<HttpLink>, keep_alive_every: Duration) -> Result<Self, NotDone> {
        Ok(Self {
            turn: Turn::begin(link, LinkTransport::Events)?,
            keep_alive_every,
            keep_alive: Box::pin(sleep(keep_alive_every)),
            state: State::Opening,
        })
    }

    fn send(&mut self, bytes: Bytes) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let next = Instant::now() + self.keep_alive_every;
        self.keep_alive.as_mut().reset(next);
        Poll::Ready(Some(Ok(Frame::data(bytes))))
    }
}

impl Body for EventsBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let this = self.get_mut();
        match this.state {
            State::Opening => {
                this.state = State::Open;
                let mut ready = Vec::new();
                events::write_ready(&mut ready);
                return this.send(ready.into());
            }
            State::Open => {}
            State::Over => return Poll::Ready(None),
        }
        match this.turn.poll_stream(cx) {
            Poll::Ready(Found::Batch(batch)) => {
                if batch.end.is_some() {
                    this.state = State::Over;
                }
                let mut out = Vec::new();
                write(&mut out, batch);
                this.send(out.into())
            }
            Poll::Ready(Found::Superseded | Found::Gone | Found::Miscounted { .. }) => {
                this.state = State::Over;
                Poll::Ready(None)
            }
            Poll::Pending => {
                if this.keep_alive.as_mut().poll(cx).is_pending() {
                    return Poll::Pending;
                }
                this.send(Bytes::from_static(KEEP_ALIVE))
            }
        }
    }
}

/// Writes a batch as events.
pub(super) fn write(out: &mut Vec<u8>, batch: Batch<Encoded>) {
    let bytes: usize = batch.frames.iter().map(Encoded::len).sum();
    out.reserve(bytes + AROUND_BYTES * (batch.frames.len() + 1));
    for frame in &batch.frames {
        // Only text was offered.
        if let Some(text) = frame.text_payload() {
            events::write_frame(out, text);
        }
    }
    if let Some(end) = batch.end {
        let (code, reason) = (end.code, end.reason);
        events::write_end(out, &LinkEnd { code, reason });
    }
}
