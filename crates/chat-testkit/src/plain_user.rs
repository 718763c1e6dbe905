//! Somebody at a terminal, in plain mode: a line is a message, nothing is a frame of
//! the frames language.

use crate::ServerUrl;
use crate::raw_socket::{Heard, RawSocket};
use crate::upgrade::{NotUpgraded, Upgrade};
use crate::wire_frame::{End, Opcode};

/// A plain connection.
#[derive(Debug)]
pub struct PlainUser {
    socket: RawSocket,
}

impl PlainUser {
    /// Joins with this query: `""`, or `"name=ben&room=lobby&history=5"`.
    ///
    /// # Errors
    /// [`NotUpgraded`].
    pub async fn join(url: &ServerUrl, query: &str) -> Result<Self, NotUpgraded> {
        let path = if query.is_empty() {
            "/chat".to_owned()
        } else {
            format!("/chat?{query}")
        };
        Ok(Self {
            socket: RawSocket::connect(url, &Upgrade::to(path)).await?,
        })
    }

    /// Types a line.
    ///
    /// # Panics
    /// When the connection is gone.
    pub async fn say(&mut self, line: &str) {
        self.socket.send_text(line).await;
    }

    /// Types a line and hears it confirmed, passing over nothing: whatever came
    /// unasked before the confirmation fails the test.
    ///
    /// # Panics
    /// When anything but the confirmation comes.
    pub async fn says(&mut self, line: &str) {
        self.say(line).await;
        assert_eq!(self.hears().await, format!("You sent: {line}"));
    }

    /// Sends binary, which plain mode does not read.
    ///
    /// # Panics
    /// When the connection is gone.
    pub async fn send_binary(&mut self, bytes: &[u8]) {
        self.socket
            .send_frame(Opcode::Binary, End::Final, bytes)
            .await;
    }

    /// The next line.
    ///
    /// # Panics
    /// When something else comes, or nothing in time.
    pub async fn hears(&mut self) -> String {
        let heard = self.socket.hear().await;
        let Heard::Text(line) = heard else {
            panic!("instead of a line came {heard:?}")
        };
        line
    }

    /// What comes next, whatever it is.
    ///
    /// # Panics
    /// When nothing comes in time.
    pub async fn hears_anything(&mut self) -> Heard {
        self.socket.hear().await
    }

    /// Waits until the server has closed, and tells the code.
    ///
    /// # Panics
    /// When it breaks off without a close frame.
    pub async fn close_code(&mut self) -> u16 {
        self.socket.close_code().await
    }
}
