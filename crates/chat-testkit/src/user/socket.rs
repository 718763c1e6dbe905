//! One WebSocket of a test user, read and written in the same step, so that a write
//! that the server does not take never keeps the user from reading.

use std::collections::VecDeque;
use std::future::{pending, poll_fn};
use std::pin::Pin;
use std::time::Duration;

use chat_client::Generation;
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{Sink, SinkExt, StreamExt};
use shared::client_frame::ClientFrame;
use shared::codec;
use shared::server_frame::ServerFrame;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Error, Message};

use crate::upgrade::{NotUpgraded, Upgrade};
use crate::{PATIENCE, ServerUrl};

/// What a browser says when a connection ended without a close frame.
pub(super) const NO_CLOSE_FRAME: u16 = 1006;

/// How long a closing socket waits for the server's own close frame.
const CLOSE_WITHIN: Duration = Duration::from_secs(2);

/// What a socket reads at once. The library's own 128 KiB, times ten thousand users,
/// would fill a small machine.
const READ_BYTES: usize = 4 * 1024;

/// Frames that may wait for the network. The machine has at most a few dozen requests
/// in flight, so more means that it went wrong.
const TO_SEND_MAX: usize = 1_000;

/// What came over a socket.
pub(super) enum Came {
    /// A frame.
    Frame(Box<ServerFrame>),
    /// Something that is no frame.
    Unreadable,
    /// The end: the code and its reason. Nothing follows.
    Closed(u16, String),
}

/// An open socket of this generation.
pub(super) struct Socket {
    pub(super) generation: Generation,
    reader: SplitStream<WebSocketStream<TcpStream>>,
    writer: SplitSink<WebSocketStream<TcpStream>, Message>,
    to_send: VecDeque<Message>,
}

impl Socket {
    pub(super) async fn open(url: ServerUrl, generation: Generation) -> Result<Self, NotUpgraded> {
        let shake = Upgrade::chat();
        let upgraded = timeout(PATIENCE, shake.ask(&url))
            .await
            .map_err(|_| std::io::Error::other("no answer to the handshake"))??;
        let stream = WebSocketStream::from_partially_read(
            upgraded.stream,
            upgraded.early,
            Role::Client,
            Some(WebSocketConfig::default().read_buffer_size(READ_BYTES)),
        )
        .await;
        let (writer, reader) = stream.split();
        Ok(Self {
            generation,
            reader,
            writer,
            to_send: VecDeque::new(),
        })
    }

    pub(super) fn send(&mut self, frame: &ClientFrame) {
        assert!(
            self.to_send.len() < TO_SEND_MAX,
            "the client floods its own socket"
        );
        self.to_send.push_back(Message::text(codec::encode(frame)));
    }

    /// Writes what waits and tells what came next. Loses nothing when it is dropped
    /// before it is done.
    pub(super) async fn next(&mut self) -> Came {
        let Self {
            reader,
            writer,
            to_send,
            ..
        } = self;
        loop {
            let heard = tokio::select! {
                heard = reader.next() => heard,
                // A failed write shows as an end on the reading side as well, with
                // the close code that may lie there.
                _ = write(writer, to_send) => reader.next().await,
            };
            return match heard {
                Some(Ok(Message::Text(text))) => match codec::decode_server(&text) {
                    Ok(frame) => Came::Frame(Box::new(frame)),
                    Err(_) => Came::Unreadable,
                },
                Some(Ok(Message::Binary(_))) => Came::Unreadable,
                Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_))) => continue,
                Some(Ok(Message::Close(Some(close)))) => {
                    Came::Closed(close.code.into(), close.reason.to_string())
                }
                Some(Ok(Message::Close(None))) => Came::Closed(1005, String::new()),
                Some(Err(_)) | None => Came::Closed(NO_CLOSE_FRAME, String::new()),
            };
        }
    }

    /// Sends what waits and a close frame, and waits a little for the server's own.
    pub(super) async fn close(mut self, code: u16) {
        let close = CloseFrame {
            code: CloseCode::from(code),
            reason: "".into(),
        };
        let closing = async {
            for message in self.to_send.drain(..) {
                self.writer.feed(message).await?;
            }
            self.writer.send(Message::Close(Some(close))).await?;
            while let Some(heard) = self.reader.next().await {
                heard?;
            }
            Ok::<(), Error>(())
        };
        // A server that is gone already is as good as one that says goodbye.
        let _ = timeout(CLOSE_WITHIN, closing).await;
    }
}

/// Writes all that waits, then waits for ever; ends only by failing.
async fn write(
    writer: &mut SplitSink<WebSocketStream<TcpStream>, Message>,
    to_send: &mut VecDeque<Message>,
) -> Error {
    let mut writer = Pin::new(writer);
    while !to_send.is_empty() {
        if let Err(error) = poll_fn(|cx| writer.as_mut().poll_ready(cx)).await {
            return error;
        }
        // Taken only when the sink is ready for it: nothing is lost if this future is
        // dropped while it waits.
        if let Some(message) = to_send.pop_front()
            && let Err(error) = writer.as_mut().start_send(message)
        {
            return error;
        }
    }
    match poll_fn(|cx| writer.as_mut().poll_flush(cx)).await {
        Ok(()) => pending().await,
        Err(error) => error,
    }
}
