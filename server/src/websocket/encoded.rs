//! A frame as it goes to the kernel: header and payload in one shared piece.
//!
//! A server does not mask (RFC 6455, section 5.1), so the bytes of a frame are the
//! same for every reader: encoded once, shared by all, counted by all.

use bytes::{BufMut, Bytes, BytesMut};

const FINAL: u8 = 0x80;
const TEXT: u8 = 0x1;
const BINARY: u8 = 0x2;
const CLOSE: u8 = 0x8;
const PING: u8 = 0x9;
const PONG: u8 = 0xA;

/// Longest payload of a control frame (RFC 6455, section 5.5).
const CONTROL_BYTES_MAX: usize = 125;

/// One whole frame. A copy shares the bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Encoded(Bytes);

impl Encoded {
    /// A text message.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::frame(TEXT, text.as_bytes())
    }

    /// A binary message.
    #[must_use]
    pub fn binary(bytes: &[u8]) -> Self {
        Self::frame(BINARY, bytes)
    }

    /// A ping without payload.
    #[must_use]
    pub fn ping() -> Self {
        Self(Bytes::from_static(&[FINAL | PING, 0]))
    }

    /// The answer to a ping.
    #[must_use]
    pub fn pong(payload: &[u8]) -> Self {
        Self::frame(PONG, payload)
    }

    /// A close frame. A reason over what fits a control frame is cut.
    #[must_use]
    pub fn close(code: u16, reason: &str) -> Self {
        let reason = &reason[..reason.floor_char_boundary(CONTROL_BYTES_MAX - 2)];
        let mut payload = Vec::with_capacity(2 + reason.len());
        payload.put_u16(code);
        payload.put_slice(reason.as_bytes());
        Self::frame(CLOSE, &payload)
    }

    /// The answer to the other side's close: its code, or nothing if it had none.
    #[must_use]
    pub fn close_answer(code: Option<u16>) -> Self {
        match code {
            Some(code) => Self::close(code, ""),
            None => Self::frame(CLOSE, &[]),
        }
    }

    /// What a text message says; `None` for any other frame.
    #[must_use]
    pub fn text_payload(&self) -> Option<&[u8]> {
        let (&first, rest) = self.0.split_first()?;
        let header = match rest.first()? {
            126 => 4,
            127 => 10,
            _ => 2,
        };
        (first == FINAL | TEXT).then(|| &self.0[header..])
    }

    /// Bytes on the wire.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Never: a frame has a header.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The bytes themselves.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.0
    }

    fn frame(opcode: u8, payload: &[u8]) -> Self {
        let mut bytes = BytesMut::with_capacity(10 + payload.len());
        bytes.put_u8(FINAL | opcode);
        match payload.len() {
            len @ 0..=125 => bytes.put_u8(len as u8),
            len @ 126..=0xFFFF => {
                bytes.put_u8(126);
                bytes.put_u16(len as u16);
            }
            len => {
                bytes.put_u8(127);
                bytes.put_u64(len as u64);
            }
        }
        bytes.put_slice(payload);
        Self(bytes.freeze())
    }
}

// A frame may hold message text.
impl std::fmt::Debug for Encoded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Encoded({} bytes)", self.0.len())
    }
}
