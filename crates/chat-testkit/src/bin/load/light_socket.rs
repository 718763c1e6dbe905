//! A WebSocket that costs next to nothing: no buffer of its own while it is idle, no
//! copy of what it reads, no decoding.

use std::cell::RefCell;
use std::io;

use chat_testkit::wire_frame::{self, End, Opcode};
use chat_testkit::{NotUpgraded, ServerUrl, Upgrade};
use shared::client_frame::ClientFrame;
use shared::codec;
use tokio::io::Interest;
use tokio::net::TcpStream;

/// The mask of every frame that is sent.
const MASK: [u8; 4] = [0x13, 0x57, 0x9b, 0xdf];

/// What one read takes at most.
const READ_BYTES: usize = 64 * 1024;

thread_local! {
    /// All sockets of a thread read into this one.
    static READ: RefCell<Vec<u8>> = RefCell::new(vec![0; READ_BYTES]);
}

/// A socket with what it has not sent yet and the torn frame at the end of what came.
#[derive(Debug)]
pub(crate) struct LightSocket {
    stream: TcpStream,
    torn: Vec<u8>,
    to_send: Vec<u8>,
}

impl LightSocket {
    /// Connects to `/chat` in the frames language.
    pub(crate) async fn connect(url: &ServerUrl) -> Result<Self, NotUpgraded> {
        let upgraded = Upgrade::chat().ask(url).await?;
        Ok(Self {
            stream: upgraded.stream,
            torn: upgraded.early,
            to_send: Vec::new(),
        })
    }

    /// Has a frame sent by the next [`LightSocket::turn`].
    pub(crate) fn send(&mut self, frame: &ClientFrame) {
        self.send_text(&codec::encode(frame));
    }

    /// Has a text message sent by the next [`LightSocket::turn`].
    pub(crate) fn send_text(&mut self, text: &str) {
        let bytes = wire_frame::masked(Opcode::Text, End::Final, MASK, text.as_bytes());
        self.to_send.extend_from_slice(&bytes);
    }

    /// Waits until bytes can go either way, moves them, and shows every whole frame to
    /// `on_frame`. Loses nothing when it is dropped while it waits.
    pub(crate) async fn turn(&mut self, mut on_frame: impl FnMut(Opcode, &[u8])) -> io::Result<()> {
        let interest = match self.to_send.is_empty() {
            true => Interest::READABLE,
            false => Interest::READABLE | Interest::WRITABLE,
        };
        let ready = self.stream.ready(interest).await?;
        if ready.is_writable() {
            self.write()?;
        }
        if ready.is_readable() {
            self.read(&mut on_frame)?;
        }
        Ok(())
    }

    fn write(&mut self) -> io::Result<()> {
        match self.stream.try_write(&self.to_send) {
            Ok(written) => {
                self.to_send.drain(..written);
                if self.to_send.is_empty() {
                    self.to_send = Vec::new();
                }
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn read(&mut self, on_frame: &mut impl FnMut(Opcode, &[u8])) -> io::Result<()> {
        READ.with_borrow_mut(|buffer| {
            loop {
                let come = match self.stream.try_read(buffer) {
                    Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                    Ok(bytes) => &buffer[..bytes],
                    Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(()),
                    Err(error) => return Err(error),
                };
                let whole_read = come.len();
                if self.torn.is_empty() {
                    let used = take_all(come, on_frame);
                    self.torn.extend_from_slice(&come[used..]);
                } else {
                    self.torn.extend_from_slice(come);
                    let used = take_all(&self.torn, on_frame);
                    self.torn.drain(..used);
                    if self.torn.is_empty() {
                        self.torn = Vec::new();
                    }
                }
                // A read that did not fill the buffer has emptied the socket; asking
                // again would cost a system call to hear so.
                if whole_read < READ_BYTES {
                    return Ok(());
                }
            }
        })
    }
}

fn take_all(bytes: &[u8], on_frame: &mut impl FnMut(Opcode, &[u8])) -> usize {
    let mut used = 0;
    while let Some((frame, length)) = wire_frame::take(&bytes[used..]) {
        on_frame(frame.opcode, frame.payload);
        used += length;
    }
    used
}
