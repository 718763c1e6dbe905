//! Somebody with any WebSocket client in a terminal: plain mode.

use futures_util::{SinkExt, StreamExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::patience::PATIENCE;
use crate::server::Server;

/// One plain connection.
#[derive(Debug)]
pub struct Terminal {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

impl Terminal {
    /// Joins with a query such as `name=cy&room=hall`, or none.
    pub async fn join(server: &Server, query: &str) -> Self {
        let address = format!("ws://{}/chat?{query}", server.host());
        let (socket, _) = connect_async(&address)
            .await
            .unwrap_or_else(|error| panic!("{address} does not open: {error}"));
        Self { socket }
    }

    /// Types a line.
    pub async fn types(&mut self, line: &str) {
        self.socket
            .send(Message::text(line))
            .await
            .expect("the terminal's connection is open");
    }

    /// Types many lines at once and reads the answer to each.
    pub async fn types_all(&mut self, lines: impl Iterator<Item = String>) {
        // Enough to keep the server busy, few enough for any buffer between.
        const AT_ONCE: usize = 200;
        let mut lines = lines.peekable();
        while lines.peek().is_some() {
            let batch: Vec<String> = lines.by_ref().take(AT_ONCE).collect();
            for line in &batch {
                self.socket
                    .feed(Message::text(line))
                    .await
                    .expect("the connection is open");
            }
            self.socket.flush().await.expect("the connection is open");
            for line in &batch {
                self.hears(&format!("You sent: {line}")).await;
            }
        }
    }

    /// The next line that arrives is this one.
    pub async fn hears(&mut self, line: &str) {
        let heard = self.next_line().await;
        assert_eq!(heard, line, "what the terminal heard next");
    }

    /// The next line that arrives.
    pub async fn next_line(&mut self) -> String {
        loop {
            let next = timeout(PATIENCE, self.socket.next())
                .await
                .expect("the terminal hears nothing")
                .expect("the connection ended")
                .expect("the connection broke");
            match next {
                Message::Text(text) => return text.as_str().to_owned(),
                Message::Ping(_) | Message::Pong(_) => {}
                other @ (Message::Binary(_) | Message::Close(_) | Message::Frame(_)) => {
                    panic!("the terminal hears {other:?}")
                }
            }
        }
    }
}
