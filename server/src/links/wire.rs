//! The driver's end of a link over HTTP.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use chat_rules::exchange::{End, Said};
use shared::limits::READER_WITHIN_MS;
use tokio::time::{Sleep, sleep_until};

use super::link::{Driver, HttpLink, Reader};
use crate::chat::wire::Wire;
use crate::websocket::{Encoded, Received, Violation};

/// A reader that is not back by then is gone.
const READER_WITHIN: Duration = Duration::from_millis(READER_WITHIN_MS);

/// What a driver talks through when its client has no WebSocket.
#[derive(Debug)]
pub struct LinkWire {
    link: Arc<HttpLink>,
    /// Runs while nobody reads.
    absence: Option<Pin<Box<Sleep>>>,
}

impl LinkWire {
    /// Of this link. There is one.
    #[must_use]
    pub fn of(link: Arc<HttpLink>) -> Self {
        Self {
            link,
            absence: None,
        }
    }
}

impl Wire for LinkWire {
    fn poll_recv(&mut self, cx: &mut Context<'_>) -> Poll<Received> {
        let mut inside = self.link.lock();
        if let Some(said) = inside.exchange.hear() {
            if inside.exchange.is_heard() {
                self.link.tell_heard();
            }
            return Poll::Ready(match said {
                Said::Text(text) => Received::Text(text),
                Said::TooBig => Received::Violated(Violation::TooBig),
                Said::NotUtf8 => Received::Violated(Violation::NotUtf8),
            });
        }
        if let Some(code) = inside.goodbye {
            return Poll::Ready(Received::Closed(code));
        }
        let since = match inside.reader {
            Reader::Broken => return Poll::Ready(Received::Lost),
            Reader::Present(..) => None,
            Reader::Absent(since) => Some(since),
        };
        inside.driver_waits(cx);
        drop(inside);
        let Some(since) = since else {
            self.absence = None;
            return Poll::Pending;
        };
        let until = since + READER_WITHIN;
        let absence = self
            .absence
            .get_or_insert_with(|| Box::pin(sleep_until(until)));
        if absence.deadline() != until {
            absence.as_mut().reset(until);
        }
        ready!(absence.as_mut().poll(cx));
        Poll::Ready(Received::Lost)
    }

    fn feed(&mut self, frame: Encoded) {
        // Control frames are a WebSocket's own matter; frames have their own pings.
        if let Some(text) = frame.text_payload() {
            let bytes = text.len();
            self.link.lock().exchange.offer(frame, bytes);
        }
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let mut inside = self.link.lock();
        if inside.exchange.has_news() {
            inside.wake_reader();
        }
        if inside.exchange.has_room() {
            return Poll::Ready(Ok(()));
        }
        inside.driver_waits(cx);
        Poll::Pending
    }

    fn feed_close(&mut self, code: u16, reason: &str) {
        let reason = reason.to_owned();
        self.link.lock().exchange.end(End { code, reason });
    }

    /// The rest waits in the link for its reader; the driver need not.
    fn poll_finish(&mut self, _: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }

    fn shrink(&mut self) {
        self.absence = None;
    }
}

impl Drop for LinkWire {
    fn drop(&mut self) {
        let mut inside = self.link.lock();
        inside.driver = Driver::Gone;
        inside.wake_reader();
        drop(inside);
        self.link.tell_heard();
    }
}
