//! One link, shared by the driver of its session and by the requests of its client.
//!
//! Each side takes the one short lock, does its part and wakes the other. Invariants:
//! at most one reader is served, the newest; a stream that breaks is never followed by
//! another; whoever waits is woken when the driver is gone.

use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, Waker};

use chat_rules::exchange::{Batch, Collected, Exchange, Posted, Said};
use chat_store::records::TokenHash;
use shared::http::LinkTransport;
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::websocket::Encoded;

/// One link.
#[derive(Debug)]
pub struct HttpLink {
    transport: LinkTransport,
    /// The login that the opening request showed.
    shown: Option<TokenHash>,
    inside: Mutex<Inside>,
    /// All that was said has been heard, or nobody hears any more.
    heard: Notify,
    /// A reader has the end.
    ended: Notify,
}

#[derive(Debug)]
pub(super) struct Inside {
    pub(super) exchange: Exchange<Encoded>,
    pub(super) reader: Reader,
    /// The client has said goodbye, perhaps with a code.
    pub(super) goodbye: Option<Option<u16>>,
    pub(super) driver: Driver,
    turns: u64,
}

/// The driver of the session.
#[derive(Debug)]
pub(super) enum Driver {
    /// To be woken, if it sleeps.
    Here(Option<Waker>),
    /// It has ended; what is left may still be read.
    Gone,
}

/// Who reads.
#[derive(Debug)]
pub(super) enum Reader {
    /// Nobody, since then.
    Absent(Instant),
    /// Whoever has this turn; to be woken, if it waits.
    Present(u64, Option<Waker>),
    /// The stream broke off.
    Broken,
}

/// Why a request on a link was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// The link has ended.
    Gone,
    /// The link is of the other transport, or its one stream was read already.
    WrongReader,
    /// A post that is not the next.
    Gap {
        /// The number of the next.
        next: u64,
    },
    /// A poll that counts differently.
    Miscounted {
        /// The newest number that it could have named.
        last: u64,
    },
}

impl HttpLink {
    /// A link that nobody reads or drives yet.
    #[must_use]
    pub fn new(transport: LinkTransport, shown: Option<TokenHash>) -> Arc<Self> {
        let inside = Inside {
            exchange: Exchange::default(),
            reader: Reader::Absent(Instant::now()),
            goodbye: None,
            driver: Driver::Here(None),
            turns: 0,
        };
        Arc::new(Self {
            transport,
            shown,
            inside: Mutex::new(inside),
            heard: Notify::new(),
            ended: Notify::new(),
        })
    }

    /// Whether whoever shows this login opened it.
    pub fn is_of(&self, shown: Option<TokenHash>) -> bool {
        self.shown == shown
    }

    /// Takes a post once the one before it was heard. Dropped before it is done, it was
    /// not taken.
    ///
    /// # Errors
    /// [`NotDone::Gone`] or [`NotDone::Gap`].
    pub async fn post(&self, number: u64, said: Vec<Said>) -> Result<(), NotDone> {
        let mut said = Some(said);
        loop {
            // Made before the look, so that nothing is missed in between.
            let heard = self.heard.notified();
            {
                let mut inside = self.lock();
                if inside.is_over() {
                    return Err(NotDone::Gone);
                }
                let posted = inside
                    .exchange
                    .post(number, || said.take().unwrap_or_default());
                match posted {
                    Posted::Taken => {
                        inside.wake_driver();
                        return Ok(());
                    }
                    Posted::Before => return Ok(()),
                    Posted::Gap { next } => return Err(NotDone::Gap { next }),
                    Posted::Wait => {}
                }
            }
            heard.await;
        }
    }

    /// The client says goodbye. The first word stands.
    pub fn say_goodbye(&self, code: Option<u16>) {
        let mut inside = self.lock();
        inside.goodbye.get_or_insert(code);
        inside.wake_driver();
    }

    /// Whether somebody reads at this moment.
    pub fn has_reader(&self) -> bool {
        matches!(self.lock().reader, Reader::Present(..))
    }

    /// Completes once a reader has our end of the conversation, or if there is none to
    /// read. To be asked when the driver has ended.
    pub async fn end_is_read(&self) {
        loop {
            let ended = self.ended.notified();
            if !self.lock().exchange.has_news() {
                return;
            }
            ended.await;
        }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Inside> {
        self.inside
            .lock()
            .expect("no panic happens under the lock of a link")
    }

    pub(super) fn tell_heard(&self) {
        self.heard.notify_waiters();
    }
}

impl Inside {
    /// Nothing more is heard.
    pub(super) fn is_over(&self) -> bool {
        self.goodbye.is_some()
            || matches!(self.driver, Driver::Gone)
            || matches!(self.reader, Reader::Broken)
    }

    pub(super) fn wake_driver(&mut self) {
        if let Driver::Here(waker) = &mut self.driver
            && let Some(waker) = waker.take()
        {
            waker.wake();
        }
    }

    pub(super) fn wake_reader(&mut self) {
        if let Reader::Present(_, waker) = &mut self.reader
            && let Some(waker) = waker.take()
        {
            waker.wake();
        }
    }

    /// The driver sleeps until it is woken.
    pub(super) fn driver_waits(&mut self, cx: &Context<'_>) {
        if let Driver::Here(waker) = &mut self.driver {
            keep(waker, cx);
        }
    }
}

/// A turn at reading a link. Dropping it ends the turn.
#[derive(Debug)]
pub(super) struct Turn {
    link: Arc<HttpLink>,
    number: u64,
}

/// Whether a poll can be followed by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Polls {
    More,
    /// The server stops: it answers what it has been asked and takes nothing new.
    Last,
}

/// What a reader finds.
#[derive(Debug)]
pub(super) enum Found {
    Batch(Batch<Encoded>),
    /// Another reader has come.
    Superseded,
    /// There is nothing and nothing will come.
    Gone,
    Miscounted {
        last: u64,
    },
}

impl Turn {
    /// Begins to read, by this transport.
    ///
    /// # Errors
    /// [`NotDone::WrongReader`].
    pub(super) fn begin(link: Arc<HttpLink>, transport: LinkTransport) -> Result<Self, NotDone> {
        let mut inside = link.lock();
        let may_read = match (&inside.reader, transport) {
            (Reader::Absent(_), _) | (Reader::Present(..), LinkTransport::Poll) => true,
            (Reader::Present(..), LinkTransport::Events) | (Reader::Broken, _) => false,
        };
        if link.transport != transport || !may_read {
            return Err(NotDone::WrongReader);
        }
        inside.wake_reader();
        inside.turns += 1;
        let number = inside.turns;
        inside.reader = Reader::Present(number, None);
        inside.wake_driver();
        drop(inside);
        Ok(Self { link, number })
    }

    /// The next batch after `after`, again and again until the one behind it is asked for.
    /// If there will be no further poll, it is the last one that is waited for.
    pub(super) fn poll_collect(&self, cx: &Context<'_>, after: u64, polls: Polls) -> Poll<Found> {
        self.poll_read(cx, |exchange| {
            if polls == Polls::Last && !exchange.has_end() {
                return None;
            }
            match exchange.collect(after) {
                Collected::Batch(batch) => Some(Found::Batch(batch)),
                Collected::Nothing => None,
                Collected::Miscounted { last } => Some(Found::Miscounted { last }),
            }
        })
    }

    /// The next batch, once.
    pub(super) fn poll_stream(&self, cx: &Context<'_>) -> Poll<Found> {
        self.poll_read(cx, |exchange| exchange.stream().map(Found::Batch))
    }

    fn poll_read(
        &self,
        cx: &Context<'_>,
        read: impl FnOnce(&mut Exchange<Encoded>) -> Option<Found>,
    ) -> Poll<Found> {
        let mut inside = self.link.lock();
        if !matches!(inside.reader, Reader::Present(number, _) if number == self.number) {
            return Poll::Ready(Found::Superseded);
        }
        let had_room = inside.exchange.has_room();
        let found = read(&mut inside.exchange);
        if !had_room && inside.exchange.has_room() {
            inside.wake_driver();
        }
        if let Some(found) = found {
            if matches!(inside.driver, Driver::Gone) && !inside.exchange.has_news() {
                self.link.ended.notify_waiters();
            }
            return Poll::Ready(found);
        }
        if matches!(inside.driver, Driver::Gone) {
            return Poll::Ready(Found::Gone);
        }
        if let Reader::Present(_, waker) = &mut inside.reader {
            keep(waker, cx);
        }
        Poll::Pending
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut inside = self.link.lock();
        if !matches!(inside.reader, Reader::Present(number, _) if number == self.number) {
            return;
        }
        inside.reader = match self.link.transport {
            // What it had taken may not have arrived.
            LinkTransport::Events => Reader::Broken,
            LinkTransport::Poll => Reader::Absent(Instant::now()),
        };
        inside.wake_driver();
    }
}

fn keep(place: &mut Option<Waker>, cx: &Context<'_>) {
    if !place
        .as_ref()
        .is_some_and(|kept| kept.will_wake(cx.waker()))
    {
        *place = Some(cx.waker().clone());
    }
}
