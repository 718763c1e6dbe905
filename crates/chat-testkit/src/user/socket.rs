//! One connection of a test user. A WebSocket is read and written in the same step, so
//! that a write that the server does not take never keeps the user from reading.

use std::collections::VecDeque;
use std::future::{pending, poll_fn};
use std::pin::Pin;
use std::time::Duration;

use chat_client::{Generation, Transport};
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

use crate::link_socket::{LinkSocket, NotOpened};
use crate::raw_socket::Heard;
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

/// An open connection of this generation.
pub(super) struct Socket {
    pub(super) generation: Generation,
    carrier: Carrier,
}

/// What carries the frames.
enum Carrier {
    WebSocket {
        reader: Box<SplitStream<WebSocketStream<TcpStream>>>,
        writer: SplitSink<WebSocketStream<TcpStream>, Message>,
        to_send: VecDeque<Message>,
    },
    Link(LinkSocket),
}

/// Why there is no connection.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotOpen {
    #[error(transparent)]
    NotUpgraded(#[from] NotUpgraded),
    #[error(transparent)]
    NotOpened(#[from] NotOpened),
    #[error("the network forbids it")]
    Wall,
}

impl Socket {
    pub(super) async fn open(
        url: ServerUrl,
        generation: Generation,
        transport: Transport,
        token: &str,
    ) -> Result<Self, NotOpen> {
        let carrier = match transport.over_http() {
            Some(transport) => Carrier::Link(LinkSocket::open(&url, transport, Some(token)).await?),
            None => upgrade(&url).await?,
        };
        Ok(Self {
            generation,
            carrier,
        })
    }

    pub(super) fn send(&mut self, frame: &ClientFrame) {
        let text = codec::encode(frame);
        match &mut self.carrier {
            Carrier::WebSocket { to_send, .. } => {
                assert!(
                    to_send.len() < TO_SEND_MAX,
                    "the client floods its own socket"
                );
                to_send.push_back(Message::text(text));
            }
            Carrier::Link(link) => link.send(&text),
        }
    }

    /// Writes what waits and tells what came next. Loses nothing when it is dropped
    /// before it is done.
    pub(super) async fn next(&mut self) -> Came {
        let (reader, writer, to_send) = match &mut self.carrier {
            Carrier::WebSocket {
                reader,
                writer,
                to_send,
            } => (reader, writer, to_send),
            Carrier::Link(link) => return came(link.next().await),
        };
        loop {
            let heard = tokio::select! {
                heard = reader.next() => heard,
                // A failed write shows as an end on the reading side as well, with
                // the close code that may lie there.
                _ = write(writer, to_send) => reader.next().await,
            };
            return match heard {
                Some(Ok(Message::Text(text))) => frame(&text),
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

    /// Sends what waits and says goodbye, and waits a little for the server.
    pub(super) async fn close(self, code: u16) {
        // A server that is gone already is as good as one that says goodbye.
        let _ = timeout(CLOSE_WITHIN, async {
            match self.carrier {
                Carrier::WebSocket {
                    reader,
                    writer,
                    to_send,
                } => shake_off(*reader, writer, to_send, code).await,
                Carrier::Link(link) => {
                    link.close(code).await;
                    Ok(())
                }
            }
        })
        .await;
    }
}

async fn upgrade(url: &ServerUrl) -> Result<Carrier, NotUpgraded> {
    let shake = Upgrade::chat();
    let upgraded = timeout(PATIENCE, shake.ask(url))
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
    Ok(Carrier::WebSocket {
        reader: Box::new(reader),
        writer,
        to_send: VecDeque::new(),
    })
}

async fn shake_off(
    mut reader: SplitStream<WebSocketStream<TcpStream>>,
    mut writer: SplitSink<WebSocketStream<TcpStream>, Message>,
    to_send: VecDeque<Message>,
    code: u16,
) -> Result<(), Error> {
    for message in to_send {
        writer.feed(message).await?;
    }
    let close = CloseFrame {
        code: CloseCode::from(code),
        reason: "".into(),
    };
    writer.send(Message::Close(Some(close))).await?;
    while let Some(heard) = reader.next().await {
        heard?;
    }
    Ok(())
}

fn frame(text: &str) -> Came {
    match codec::decode_server(text) {
        Ok(frame) => Came::Frame(Box::new(frame)),
        Err(_) => Came::Unreadable,
    }
}

fn came(heard: Heard) -> Came {
    match heard {
        Heard::Text(text) => frame(&text),
        Heard::Closed(code, reason) => Came::Closed(code, reason),
        Heard::Broken => Came::Closed(NO_CLOSE_FRAME, String::new()),
        Heard::Binary(_) | Heard::Ping(_) | Heard::Pong(_) => Came::Unreadable,
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
