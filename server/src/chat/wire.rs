//! What a driver talks through: whole text frames, whatever carries them.
//!
//! A WebSocket is one; the fallback transports bring another ([`crate::links`]). All
//! that a connection promises is decided above this line, so it is the same over each.
//! A driver knows its wire's type, so that nothing is called through a pointer.

use std::io;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite};

use crate::websocket::{Encoded, Received, WebSocket};

/// One end of a conversation in frames.
pub trait Wire {
    /// The next thing from the other side. Nothing comes after an end.
    fn poll_recv(&mut self, cx: &mut Context<'_>) -> Poll<Received>;

    /// Queues one frame. It leaves with the next flush.
    fn feed(&mut self, frame: Encoded);

    /// Hands on what is queued. Not ready while the other side takes no more: then
    /// nothing more is to be fed.
    ///
    /// # Errors
    /// The other side is gone.
    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>>;

    /// Queues our end of the conversation, a close code of `shared::close` or of
    /// RFC 6455 and a reason; what is fed afterwards is dropped.
    fn feed_close(&mut self, code: u16, reason: &str);

    /// Hands on the rest, and waits for the other side to end too. Dropping the wire
    /// earlier is allowed and may cost the other side our last frames.
    fn poll_finish(&mut self, cx: &mut Context<'_>) -> Poll<()>;

    /// Gives back the room that a busy time has left behind.
    fn shrink(&mut self);
}

impl<S: AsyncRead + AsyncWrite + Unpin> Wire for WebSocket<S> {
    fn poll_recv(&mut self, cx: &mut Context<'_>) -> Poll<Received> {
        self.poll_recv(cx)
    }

    fn feed(&mut self, frame: Encoded) {
        self.feed(frame);
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.poll_flush(cx)
    }

    fn feed_close(&mut self, code: u16, reason: &str) {
        self.feed_close(code, reason);
    }

    fn poll_finish(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        self.poll_finish(cx)
    }

    fn shrink(&mut self) {
        self.shrink();
    }
}
