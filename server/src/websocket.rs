//! A WebSocket seen from the server (RFC 6455), sized for very many quiet connections.
//!
//! It holds no buffer while nothing is under way: bytes are read into the stack and
//! kept only while a frame is incomplete; what is sent is shared, whole frames
//! ([`Encoded`]) that go to the kernel with one vectored write and are never copied
//! per connection. Everything is poll-based, so that one task can wait for the socket
//! and for anything else at once, and a blocked write blocks nothing but itself.
//!
//! Invariant: pings are answered with the newest only, after what was fed before, so
//! that a peer which pings without reading makes nothing grow.

pub mod decoder;
pub mod encoded;
pub mod handshake;
pub mod stream;

use std::collections::VecDeque;
use std::io::{self, IoSlice};
use std::mem::MaybeUninit;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

pub use decoder::Violation;
use decoder::{Decoder, Event};
pub use encoded::Encoded;

/// Read from the kernel at once. On the stack, so it costs no connection anything.
const READ_BYTES: usize = 16 * 1024;

/// Frames given to the kernel at once. Linux takes up to 1024; beyond some dozens the
/// cost of the call no longer shows.
const FRAMES_PER_WRITE: usize = 64;

/// Places for queued frames that an idle connection keeps.
const KEPT_PLACES: usize = 8;

/// One WebSocket connection over a byte stream, after the handshake.
#[derive(Debug)]
pub struct WebSocket<S> {
    stream: S,
    decoder: Decoder,
    unsent: VecDeque<Bytes>,
    pong: Option<Encoded>,
    ending: Ending,
}

/// What came from the other side.
#[derive(Debug, PartialEq, Eq)]
pub enum Received {
    /// A text message, whole.
    Text(String),
    /// A binary message, whole.
    Binary(Vec<u8>),
    /// A ping (its answer goes out with the next flush) or a pong.
    Alive,
    /// A close frame, with its code if it had one. The answer goes out with the next
    /// flush; nothing else comes.
    Closed(Option<u16>),
    /// Something that the protocol or a limit forbids. Nothing else comes.
    Violated(Violation),
    /// The stream has ended without a close frame. Nothing else comes.
    Lost,
}

/// How far the closing has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// Not begun.
    Open,
    /// Our close frame is queued or sent; the other side's is awaited.
    Ours,
    /// Both close frames exist; ours may still be unsent.
    Both,
    /// Bytes from the other side make no sense any more and are thrown away.
    Deaf,
    /// As `Deaf`, and our side of the stream is shut.
    HalfShut,
    /// The stream has ended.
    Over,
}

impl<S: AsyncRead + AsyncWrite + Unpin> WebSocket<S> {
    /// Takes over a stream whose handshake is done. `already_read` are bytes that
    /// came behind the handshake; messages over `message_bytes_max` after reassembly
    /// are a violation.
    pub fn new(stream: S, already_read: &[u8], message_bytes_max: usize) -> Self {
        let mut decoder = Decoder::new(message_bytes_max);
        decoder.push(already_read);
        Self {
            stream,
            decoder,
            unsent: VecDeque::new(),
            pong: None,
            ending: Ending::Open,
        }
    }

    /// The next thing from the other side.
    pub fn poll_recv(&mut self, cx: &mut Context<'_>) -> Poll<Received> {
        if self.ending != Ending::Open && self.ending != Ending::Ours {
            return Poll::Pending;
        }
        loop {
            match self.decoder.next_event() {
                Ok(Some(event)) => return Poll::Ready(self.received(event)),
                Ok(None) => {}
                Err(violation) => {
                    self.ending = Ending::Deaf;
                    return Poll::Ready(Received::Violated(violation));
                }
            }
            let mut space = [MaybeUninit::uninit(); READ_BYTES];
            let mut read = ReadBuf::uninit(&mut space);
            let outcome = ready!(Pin::new(&mut self.stream).poll_read(cx, &mut read));
            if outcome.is_err() || read.filled().is_empty() {
                self.ending = Ending::Over;
                return Poll::Ready(Received::Lost);
            }
            self.decoder.push(read.filled());
        }
    }

    /// Queues one frame. It leaves with the next flush.
    pub fn feed(&mut self, frame: Encoded) {
        if self.ending == Ending::Open {
            self.unsent.push_back(frame.into_bytes());
        }
    }

    /// Hands everything that is queued to the kernel.
    ///
    /// # Errors
    /// The stream is gone.
    pub fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        loop {
            if self.unsent.is_empty() {
                match self.pong.take() {
                    Some(pong) => self.unsent.push_back(pong.into_bytes()),
                    // TLS may hold back what it has taken; TCP never does.
                    None => return Pin::new(&mut self.stream).poll_flush(cx),
                }
            }
            match ready!(self.poll_write(cx)) {
                Ok(0) => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                Ok(written) => self.drop_written(written),
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
    }

    /// Queues our close frame; what is fed afterwards is dropped. Follow with
    /// [`WebSocket::poll_finish`].
    pub fn feed_close(&mut self, code: u16, reason: &str) {
        match self.ending {
            Ending::Open => {
                self.unsent
                    .push_back(Encoded::close(code, reason).into_bytes());
                self.ending = Ending::Ours;
            }
            Ending::Deaf => self
                .unsent
                .push_back(Encoded::close(code, reason).into_bytes()),
            Ending::Ours | Ending::Both | Ending::HalfShut | Ending::Over => {}
        }
    }

    /// Flushes, and waits for the other side to end the conversation too. Dropping
    /// the socket earlier is allowed and may cost the other side our last frames.
    pub fn poll_finish(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            if self.ending == Ending::Over || ready!(self.poll_flush(cx)).is_err() {
                return Poll::Ready(());
            }
            match self.ending {
                Ending::Open | Ending::Ours => {
                    // Only the end matters now; late messages were never answered.
                    let _ = ready!(self.poll_recv(cx));
                }
                Ending::Both => {
                    let _ = ready!(Pin::new(&mut self.stream).poll_shutdown(cx));
                    self.ending = Ending::Over;
                }
                Ending::Deaf => {
                    let _ = ready!(Pin::new(&mut self.stream).poll_shutdown(cx));
                    self.ending = Ending::HalfShut;
                }
                // Closing a stream with unread bytes resets it, and a reset can
                // overtake our close frame: read on until the other side ends.
                Ending::HalfShut => {
                    let mut space = [MaybeUninit::uninit(); READ_BYTES];
                    let mut read = ReadBuf::uninit(&mut space);
                    let outcome = ready!(Pin::new(&mut self.stream).poll_read(cx, &mut read));
                    if outcome.is_err() || read.filled().is_empty() {
                        self.ending = Ending::Over;
                    }
                }
                Ending::Over => return Poll::Ready(()),
            }
        }
    }

    /// One call of the kernel. A single frame, the common case, needs no list of frames.
    fn poll_write(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<usize>> {
        let stream = Pin::new(&mut self.stream);
        if let (Some(frame), 1) = (self.unsent.front(), self.unsent.len()) {
            return stream.poll_write(cx, frame);
        }
        let mut slices = [IoSlice::new(&[]); FRAMES_PER_WRITE];
        let mut filled = 0;
        for (slice, frame) in slices.iter_mut().zip(&self.unsent) {
            *slice = IoSlice::new(frame);
            filled += 1;
        }
        stream.poll_write_vectored(cx, &slices[..filled])
    }

    /// Gives back the room that a busy time has left behind.
    pub fn shrink(&mut self) {
        if self.unsent.is_empty() {
            self.unsent.shrink_to(KEPT_PLACES);
        }
    }

    fn received(&mut self, event: Event) -> Received {
        match event {
            Event::Text(text) => Received::Text(text),
            Event::Binary(bytes) => Received::Binary(bytes),
            Event::Ping(payload) => {
                self.pong = Some(Encoded::pong(&payload));
                Received::Alive
            }
            Event::Pong => Received::Alive,
            Event::Close(code) => {
                if self.ending == Ending::Open {
                    self.pong = None;
                    self.unsent
                        .push_back(Encoded::close_answer(code).into_bytes());
                }
                self.ending = Ending::Both;
                Received::Closed(code)
            }
        }
    }

    fn drop_written(&mut self, mut written: usize) {
        while let Some(frame) = self.unsent.front_mut() {
            if written < frame.len() {
                frame.advance(written);
                return;
            }
            written -= frame.len();
            self.unsent.pop_front();
        }
    }
}

#[cfg(test)]
mod tests;
