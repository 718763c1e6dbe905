//! The client's side of a WebSocket that echoes (RFC 6455, section 5), as little as the
//! doctor needs: whole binary messages there and back.

use std::io;

use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const FINAL_BINARY: u8 = 0x82;
/// Our frames are masked with zeros: the payload is no secret.
const MASKED: u8 = 0x80;
const MASK: [u8; 4] = [0; 4];
/// Marks in the second byte of a header.
const IN_TWO_BYTES: u8 = 126;
const IN_EIGHT_BYTES: u8 = 127;
const OPCODE: u8 = 0x0f;
const CLOSE: u8 = 0x8;
/// No frame of the server's is longer than what we sent.
const FRAME_BYTES_MAX: u64 = 1024 * 1024;

/// An open echo.
pub(super) struct Echo(TokioIo<Upgraded>);

impl Echo {
    /// Over a stream after its handshake.
    pub(super) fn over(stream: TokioIo<Upgraded>) -> Self {
        Self(stream)
    }

    /// Sends a message and waits for the same one.
    ///
    /// # Errors
    /// It does not come back, or another one does.
    pub(super) async fn returns(&mut self, message: &[u8]) -> io::Result<()> {
        let mut frame = vec![FINAL_BINARY];
        match u16::try_from(message.len()) {
            Ok(length) if length < u16::from(IN_TWO_BYTES) => {
                frame.push(MASKED | u8::try_from(length).expect("below 126"));
            }
            Ok(length) => {
                frame.push(MASKED | IN_TWO_BYTES);
                frame.extend(length.to_be_bytes());
            }
            Err(_) => {
                frame.push(MASKED | IN_EIGHT_BYTES);
                frame.extend((message.len() as u64).to_be_bytes());
            }
        }
        frame.extend(MASK);
        frame.extend(message);
        self.0.write_all(&frame).await?;
        self.0.flush().await?;
        let (opcode, came) = self.frame().await?;
        if opcode == CLOSE {
            return Err(io::Error::other("it is closed instead"));
        }
        if came != message {
            return Err(io::Error::other("something else comes back"));
        }
        Ok(())
    }

    /// Completes when the connection ends, or anything at all comes: nothing was asked.
    pub(super) async fn ends(&mut self) {
        // Whatever it is, the silence is over.
        let _ = self.frame().await;
    }

    async fn frame(&mut self) -> io::Result<(u8, Vec<u8>)> {
        let stream = &mut self.0;
        let opcode = stream.read_u8().await? & OPCODE;
        let length = match stream.read_u8().await? {
            IN_TWO_BYTES => u64::from(stream.read_u16().await?),
            IN_EIGHT_BYTES => stream.read_u64().await?,
            length => u64::from(length),
        };
        if length > FRAME_BYTES_MAX {
            return Err(io::Error::other("a frame of a strange length comes"));
        }
        let mut payload = vec![0; usize::try_from(length).map_err(io::Error::other)?];
        stream.read_exact(&mut payload).await?;
        Ok((opcode, payload))
    }
}
