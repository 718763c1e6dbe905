//! Somebody who talks frames over whichever transport: the same story, told three times.
//!
//! As a [`RawSocket`], it answers no ping and hides nothing.

use chat_client::Transport;
use shared::client_frame::ClientFrame;
use shared::codec;
use shared::ids::RequestId;
use shared::server_frame::{ServerFrame, Welcome};
use tokio::time::timeout;

use crate::link_socket::LinkSocket;
use crate::raw_socket::{Heard, RawSocket, answered_request, hello};
use crate::upgrade::Upgrade;
use crate::{PATIENCE, ServerUrl};

/// A connection in the frames language.
#[derive(Debug)]
pub enum Caller {
    /// Over a WebSocket.
    Socket(Box<RawSocket>),
    /// Over plain HTTP requests.
    Link(LinkSocket),
}

impl Caller {
    /// Connects, as the holder of this token if there is one.
    ///
    /// # Panics
    /// When there is no connection.
    pub async fn connect(url: &ServerUrl, transport: Transport, token: Option<&str>) -> Self {
        if let Some(transport) = transport.over_http() {
            let link = LinkSocket::open(url, transport, token).await;
            return Self::Link(link.expect("a link opens"));
        }
        let mut upgrade = Upgrade::chat().receive_buffer_bytes(4 * 1024);
        if let Some(token) = token {
            upgrade = upgrade.header("authorization", format!("Bearer {token}"));
        }
        let socket = RawSocket::connect(url, &upgrade).await;
        Self::Socket(Box::new(socket.expect("the handshake succeeds")))
    }

    /// Connects, says hello and waits for the welcome.
    ///
    /// # Panics
    /// When there is no welcome.
    pub async fn greeted(
        url: &ServerUrl,
        transport: Transport,
        token: &str,
    ) -> (Self, Box<Welcome>) {
        let mut caller = Self::connect(url, transport, Some(token)).await;
        caller.send(&hello(None)).await;
        let frame = caller.frame().await;
        let ServerFrame::Welcome(welcome) = frame else {
            panic!("instead of a welcome came {frame:?}");
        };
        (caller, welcome)
    }

    /// Sends a frame.
    ///
    /// # Panics
    /// When a socket is gone. A link that is gone shows so on its reading side.
    pub async fn send(&mut self, frame: &ClientFrame) {
        self.send_text(&codec::encode(frame)).await;
    }

    /// Sends a text as a frame. On a link it must not have a line feed in it.
    ///
    /// # Panics
    /// As [`Caller::send`].
    pub async fn send_text(&mut self, text: &str) {
        match self {
            Self::Socket(socket) => socket.send_text(text).await,
            Self::Link(link) => link.send(text),
        }
    }

    /// Waits for what comes next.
    ///
    /// # Panics
    /// When nothing comes in time.
    pub async fn hear(&mut self) -> Heard {
        match self {
            Self::Socket(socket) => socket.hear().await,
            Self::Link(link) => timeout(PATIENCE, link.next())
                .await
                .unwrap_or_else(|_| panic!("nothing came within {PATIENCE:?}")),
        }
    }

    /// Waits for the next frame.
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

    /// Waits until the server has ended it, passing over everything else, and tells the
    /// code.
    ///
    /// # Panics
    /// When it breaks off without one.
    pub async fn close_code(&mut self) -> u16 {
        loop {
            match self.hear().await {
                Heard::Closed(code, _) => return code,
                Heard::Broken => panic!("the connection broke off without an end"),
                Heard::Text(_) | Heard::Binary(_) | Heard::Ping(_) | Heard::Pong(_) => {}
            }
        }
    }
}
