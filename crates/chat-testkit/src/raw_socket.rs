//! A socket that sends whatever a test says and hides nothing of what comes back.
//!
//! It answers no ping and no close by itself, and it reads only while something is
//! awaited on it: a raw socket that nobody listens on is a slow reader.

use std::io;

use shared::client_frame::{ClientFrame, Hello};
use shared::codec;
use shared::ids::RequestId;
use shared::server_frame::{ServerFrame, Welcome};
use shared::version::ProtocolVersion;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::upgrade::{NotUpgraded, Upgrade};
use crate::wire_frame::{self, End, Opcode};
use crate::{PATIENCE, ServerUrl};

/// The mask of every frame that is sent. Fixed: a mask protects only intermediaries.
const MASK: [u8; 4] = [0x5a, 0xa5, 0x0f, 0xf0];

/// How much is read at once.
const READ_BYTES: usize = 16 * 1024;

/// Something that the server sent, or its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A text message, put together again.
    Text(String),
    /// A binary message, put together again.
    Binary(Vec<u8>),
    /// A ping control frame.
    Ping(Vec<u8>),
    /// A pong control frame.
    Pong(Vec<u8>),
    /// A close frame: its code (1005 if it had none) and its reason.
    Closed(u16, String),
    /// The stream ended or broke without a close frame.
    Broken,
}

/// A WebSocket without manners.
#[derive(Debug)]
pub struct RawSocket {
    stream: TcpStream,
    come: Vec<u8>,
    message: Option<(Opcode, Vec<u8>)>,
    subprotocol: Option<String>,
}

impl RawSocket {
    /// Shakes hands.
    ///
    /// # Errors
    /// [`NotUpgraded`].
    pub async fn connect(url: &ServerUrl, upgrade: &Upgrade) -> Result<Self, NotUpgraded> {
        let upgraded = timeout(PATIENCE, upgrade.ask(url))
            .await
            .map_err(|_| io::Error::other("no answer to the handshake"))??;
        Ok(Self {
            stream: upgraded.stream,
            come: upgraded.early,
            message: None,
            subprotocol: upgraded.subprotocol,
        })
    }

    /// Connects to `/chat` in the frames language, says hello as the holder of this
    /// token, and waits for the welcome.
    ///
    /// # Panics
    /// When there is no welcome.
    pub async fn greeted(url: &ServerUrl, token: &str) -> (Self, Box<Welcome>) {
        Self::greeted_by(url, token, &Upgrade::chat()).await
    }

    /// As [`RawSocket::greeted`], by way of this handshake.
    ///
    /// # Panics
    /// When there is no welcome.
    pub async fn greeted_by(
        url: &ServerUrl,
        token: &str,
        upgrade: &Upgrade,
    ) -> (Self, Box<Welcome>) {
        let mut socket = Self::connect(url, upgrade)
            .await
            .expect("the handshake succeeds");
        socket.send(&hello(Some(token))).await;
        let frame = socket.frame().await;
        let ServerFrame::Welcome(welcome) = frame else {
            panic!("instead of a welcome came {frame:?}");
        };
        (socket, welcome)
    }

    /// The subprotocol that the server chose.
    #[must_use]
    pub fn subprotocol(&self) -> Option<&str> {
        self.subprotocol.as_deref()
    }

    /// Sends a frame of the frames language.
    ///
    /// # Panics
    /// When the connection is gone.
    pub async fn send(&mut self, frame: &ClientFrame) {
        self.send_text(&codec::encode(frame)).await;
    }

    /// Sends a text message.
    ///
    /// # Panics
    /// When the connection is gone.
    pub async fn send_text(&mut self, text: &str) {
        self.send_frame(Opcode::Text, End::Final, text.as_bytes())
            .await;
    }

    /// Sends one WebSocket frame, masked as it should be.
    ///
    /// # Panics
    /// When the connection is gone.
    pub async fn send_frame(&mut self, opcode: Opcode, end: End, payload: &[u8]) {
        let bytes = wire_frame::masked(opcode, end, MASK, payload);
        self.try_send_bytes(&bytes)
            .await
            .expect("the connection takes what is sent");
    }

    /// Sends bytes as they are.
    ///
    /// # Errors
    /// When the connection is gone.
    pub async fn try_send_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_all(bytes).await
    }

    /// Waits for what comes next.
    ///
    /// # Panics
    /// When nothing comes in time.
    pub async fn hear(&mut self) -> Heard {
        timeout(PATIENCE, self.next())
            .await
            .unwrap_or_else(|_| panic!("nothing came within {PATIENCE:?}"))
    }

    /// Waits for the next frame of the frames language.
    ///
    /// # Panics
    /// When something else comes.
    pub async fn frame(&mut self) -> ServerFrame {
        let heard = self.hear().await;
        let Heard::Text(text) = heard else {
            panic!("instead of a frame came {heard:?}")
        };
        codec::decode_server(&text)
            .unwrap_or_else(|why| panic!("{} in {text}", why.refusal.message))
    }

    /// Waits for the answer to this request, passing over all news.
    ///
    /// # Panics
    /// When the connection ends first.
    pub async fn answer(&mut self, id: RequestId) -> ServerFrame {
        loop {
            let frame = self.frame().await;
            if answered_request(&frame) == Some(id) {
                return frame;
            }
        }
    }

    /// Waits until the server has closed, passing over everything else, and tells
    /// the code.
    ///
    /// # Panics
    /// When the stream ends without a close frame.
    pub async fn close_code(&mut self) -> u16 {
        loop {
            match self.hear().await {
                Heard::Closed(code, _) => return code,
                Heard::Broken => panic!("the connection broke without a close frame"),
                Heard::Text(_) | Heard::Binary(_) | Heard::Ping(_) | Heard::Pong(_) => {}
            }
        }
    }

    /// Waits for what comes next, however long it takes.
    pub async fn next(&mut self) -> Heard {
        loop {
            if let Some((frame, used)) = wire_frame::take(&self.come) {
                let (opcode, end, payload) = (frame.opcode, frame.end, frame.payload.to_vec());
                self.come.drain(..used);
                if let Some(heard) = self.put_together(opcode, end, payload) {
                    return heard;
                }
                continue;
            }
            self.come.reserve(READ_BYTES);
            match self.stream.read_buf(&mut self.come).await {
                Ok(0) | Err(_) => return Heard::Broken,
                Ok(_) => {}
            }
        }
    }

    fn put_together(&mut self, opcode: Opcode, end: End, payload: Vec<u8>) -> Option<Heard> {
        match opcode {
            Opcode::Ping => return Some(Heard::Ping(payload)),
            Opcode::Pong => return Some(Heard::Pong(payload)),
            Opcode::Close => return Some(closed(&payload)),
            Opcode::Text | Opcode::Binary => self.message = Some((opcode, payload)),
            Opcode::Continuation | Opcode::Reserved(_) => {
                let (_, so_far) = self
                    .message
                    .as_mut()
                    .expect("a server continues what it began");
                so_far.extend_from_slice(&payload);
            }
        }
        if end == End::More {
            return None;
        }
        let (kind, bytes) = self.message.take()?;
        if kind == Opcode::Binary {
            return Some(Heard::Binary(bytes));
        }
        Some(Heard::Text(
            String::from_utf8(bytes).expect("a server sends UTF-8"),
        ))
    }
}

/// A hello of this version, with this token.
#[must_use]
pub fn hello(token: Option<&str>) -> ClientFrame {
    ClientFrame::Hello(Hello {
        version: ProtocolVersion::CURRENT,
        abilities: Vec::new(),
        token: token.map(str::to_owned),
    })
}

fn closed(payload: &[u8]) -> Heard {
    match payload {
        [high, low, reason @ ..] => Heard::Closed(
            u16::from_be_bytes([*high, *low]),
            String::from_utf8_lossy(reason).into_owned(),
        ),
        _ => Heard::Closed(1005, String::new()),
    }
}

pub(crate) fn answered_request(frame: &ServerFrame) -> Option<RequestId> {
    match frame {
        ServerFrame::Following(answer) => Some(answer.id),
        ServerFrame::Posted(answer) => Some(answer.id),
        ServerFrame::RoomMade(answer) => Some(answer.id),
        ServerFrame::Refused(answer) => answer.id,
        ServerFrame::Welcome(_)
        | ServerFrame::Entries(_)
        | ServerFrame::Live(_)
        | ServerFrame::RoomAdded(_)
        | ServerFrame::Moved(_)
        | ServerFrame::ReadMark(_)
        | ServerFrame::Kept(_)
        | ServerFrame::Typing(_)
        | ServerFrame::Presence(_)
        | ServerFrame::Roster(_)
        | ServerFrame::Gone(_)
        | ServerFrame::Closing(_)
        | ServerFrame::Ping(_)
        | ServerFrame::Pong(_) => None,
    }
}
