//! Bytes from a client to whole messages: the reading half of RFC 6455, without a
//! socket.
//!
//! Holds what is incomplete and nothing else. Limits are checked by a frame's header,
//! before its payload is waited for; text is checked as it comes in, so that what cannot
//! become UTF-8 is refused at once. After a violation nothing more can be read, since the
//! place in the stream is lost.

mod utf8;

use utf8::Utf8;

/// Fragments that a message of any size may come in.
const FRAGMENTS_FREE: usize = 64;

/// Beyond [`FRAGMENTS_FREE`], one fragment for each so many bytes of the largest
/// message: half of what conformance suites send. Without a bound, empty fragments
/// would go on for ever and cost nothing but this side's time.
const FRAGMENT_BYTES_MEAN_MIN: usize = 32;

/// Turns pushed bytes into messages.
pub struct Decoder {
    message_bytes_max: usize,
    /// Bytes not taken yet start at `taken`.
    bytes: Vec<u8>,
    taken: usize,
    /// The message whose fragments are arriving.
    fragments: Option<Box<Fragments>>,
    /// Payload bytes of the frame at the front that are unmasked and checked already.
    checked: usize,
    /// Of the text that comes in more than one piece. Empty between messages: text that
    /// ends in the middle of a character is refused.
    utf8: Utf8,
}

struct Fragments {
    kind: Kind,
    payload: Vec<u8>,
    count: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Binary,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opcode {
    Continuation,
    Text,
    Binary,
    Close,
    Ping,
    Pong,
}

/// What was read.
#[derive(Debug, PartialEq, Eq)]
pub enum Event {
    /// A whole text message.
    Text(String),
    /// A whole binary message.
    Binary(Vec<u8>),
    /// A ping and its payload, at most 125 bytes.
    Ping(Vec<u8>),
    /// A pong.
    Pong,
    /// A close frame and its code, where it had one.
    Close(Option<u16>),
}

/// Why nothing more can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Violation {
    /// A frame that RFC 6455 forbids; the text says which rule.
    Protocol(&'static str),
    /// A message over the limit.
    TooBig,
    /// A message in more fragments than its largest size excuses.
    TooManyFragments,
    /// Text that is not UTF-8.
    NotUtf8,
}

struct Header {
    is_final: bool,
    opcode: Opcode,
    mask: [u8; 4],
    /// Length of the header itself.
    len: usize,
    payload_len: usize,
}

impl Decoder {
    /// A decoder for messages of at most this many bytes after reassembly.
    #[must_use]
    pub fn new(message_bytes_max: usize) -> Self {
        Self {
            message_bytes_max,
            bytes: Vec::new(),
            taken: 0,
            fragments: None,
            checked: 0,
            utf8: Utf8::default(),
        }
    }

    /// Adds bytes as they came from the stream.
    pub fn push(&mut self, bytes: &[u8]) {
        if self.taken > 0 {
            self.bytes.drain(..self.taken);
            self.taken = 0;
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// The next event, or `None` when more bytes are needed.
    ///
    /// # Errors
    /// The violation; the decoder must not be asked again.
    pub fn next_event(&mut self) -> Result<Option<Event>, Violation> {
        loop {
            let Some(header) = self.header()? else {
                return Ok(None);
            };
            let start = self.taken + header.len;
            let end = start + header.payload_len;
            let is_whole = self.bytes.len() >= end;
            if is_whole || self.is_text(&header) {
                self.check(&header, start, end.min(self.bytes.len()))?;
            }
            // No room is made for what was only announced: memory follows what came.
            if !is_whole {
                return Ok(None);
            }
            let payload = self.bytes[start..end].to_vec();
            self.checked = 0;
            self.taken = end;
            if self.taken == self.bytes.len() {
                // An idle connection keeps no buffer.
                self.bytes = Vec::new();
                self.taken = 0;
            }
            if let Some(event) = self.frame(&header, payload)? {
                return Ok(Some(event));
            }
        }
    }

    /// Unmasks what came of the frame at the front, up to `end`. Text that comes in more
    /// than one piece is checked as far as it goes; one whole frame, the common case, is
    /// checked when it becomes a message.
    fn check(&mut self, header: &Header, start: usize, end: usize) -> Result<(), Violation> {
        let is_text = self.is_text(header);
        let comes_at_once = self.checked == 0 && end - start == header.payload_len;
        let is_one_piece =
            comes_at_once && header.is_final && header.opcode != Opcode::Continuation;
        let mut mask = header.mask;
        mask.rotate_left(self.checked % 4);
        let fresh = &mut self.bytes[start + self.checked..end];
        unmask(fresh, mask);
        self.checked = end - start;
        if is_text && !is_one_piece {
            self.utf8.push(fresh)?;
        }
        Ok(())
    }

    /// Whether a frame's payload is part of a text message.
    fn is_text(&self, header: &Header) -> bool {
        match header.opcode {
            Opcode::Continuation => self
                .fragments
                .as_ref()
                .is_some_and(|f| f.kind == Kind::Text),
            Opcode::Text => true,
            Opcode::Binary | Opcode::Close | Opcode::Ping | Opcode::Pong => false,
        }
    }

    /// Bytes that are kept because something is incomplete; none between messages.
    #[must_use]
    pub fn held_bytes(&self) -> usize {
        let fragments = self.fragments.as_ref().map_or(0, |f| f.payload.len());
        self.bytes.len() - self.taken + fragments
    }

    /// Reads and checks the header at the front, if it is complete.
    fn header(&self) -> Result<Option<Header>, Violation> {
        let [first, second, rest @ ..] = &self.bytes[self.taken..] else {
            return Ok(None);
        };
        if first & 0x70 != 0 {
            return Err(Violation::Protocol("a reserved bit is set"));
        }
        if second & 0x80 == 0 {
            return Err(Violation::Protocol("a frame is not masked"));
        }
        let is_final = first & 0x80 != 0;
        let opcode = self.opcode(first & 0x0F)?;
        let (length_len, length) = match second & 0x7F {
            126 => match rest.first_chunk::<2>() {
                Some(&bytes) => (2, u64::from(u16::from_be_bytes(bytes))),
                None => return Ok(None),
            },
            127 => match rest.first_chunk::<8>() {
                Some(&bytes) => (8, u64::from_be_bytes(bytes)),
                None => return Ok(None),
            },
            short => (0, u64::from(short)),
        };
        let is_control = matches!(opcode, Opcode::Close | Opcode::Ping | Opcode::Pong);
        if is_control && (!is_final || length > 125) {
            return Err(Violation::Protocol(
                "a control frame is fragmented or over 125 bytes",
            ));
        }
        let collected = self.fragments.as_ref().map_or(0, |f| f.payload.len());
        let left = if is_control {
            125
        } else {
            self.message_bytes_max - collected
        };
        let payload_len = match usize::try_from(length) {
            Ok(length) if length <= left => length,
            Ok(_) | Err(_) => return Err(Violation::TooBig),
        };
        let Some(&mask) = rest
            .get(length_len..)
            .and_then(|rest| rest.first_chunk::<4>())
        else {
            return Ok(None);
        };
        Ok(Some(Header {
            is_final,
            opcode,
            mask,
            len: 2 + length_len + 4,
            payload_len,
        }))
    }

    /// What a frame is, if it may come now.
    fn opcode(&self, code: u8) -> Result<Opcode, Violation> {
        let refused = |rule| Err(Violation::Protocol(rule));
        match (code, self.fragments.is_some()) {
            (0x0, true) => Ok(Opcode::Continuation),
            (0x0, false) => refused("a continuation without a beginning"),
            (0x1, false) => Ok(Opcode::Text),
            (0x2, false) => Ok(Opcode::Binary),
            (0x1 | 0x2, true) => refused("a message inside a message"),
            (0x8, _) => Ok(Opcode::Close),
            (0x9, _) => Ok(Opcode::Ping),
            (0xA, _) => Ok(Opcode::Pong),
            _ => refused("an unknown opcode"),
        }
    }

    /// Takes one whole frame; answers an event when a message is complete.
    fn frame(&mut self, header: &Header, payload: Vec<u8>) -> Result<Option<Event>, Violation> {
        let kind = match header.opcode {
            Opcode::Continuation => {
                let begun = self.fragments.take();
                let mut begun = begun.expect("a header that continues nothing is refused");
                begun.payload.extend_from_slice(&payload);
                begun.count += 1;
                if begun.count > fragments_max(self.message_bytes_max) {
                    return Err(Violation::TooManyFragments);
                }
                if header.is_final {
                    return whole_message(begun.kind, begun.payload).map(Some);
                }
                self.fragments = Some(begun);
                return Ok(None);
            }
            Opcode::Close => return close(&payload).map(Some),
            Opcode::Ping => return Ok(Some(Event::Ping(payload))),
            Opcode::Pong => return Ok(Some(Event::Pong)),
            Opcode::Text => Kind::Text,
            Opcode::Binary => Kind::Binary,
        };
        if header.is_final {
            return whole_message(kind, payload).map(Some);
        }
        let count = 1;
        self.fragments = Some(Box::new(Fragments {
            kind,
            payload,
            count,
        }));
        Ok(None)
    }
}

impl Violation {
    /// The close code for it (RFC 6455, section 7.4.1).
    #[must_use]
    pub fn close_code(self) -> u16 {
        match self {
            Self::Protocol(_) => 1002,
            Self::NotUtf8 => 1007,
            Self::TooManyFragments => 1008,
            Self::TooBig => 1009,
        }
    }

    /// One sentence for the close frame.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Protocol(rule) => rule,
            Self::NotUtf8 => "text must be UTF-8",
            Self::TooManyFragments => "the message comes in too many fragments",
            Self::TooBig => "the message is too big",
        }
    }
}

/// Fragments that one message may come in, where messages may have this many bytes.
#[must_use]
pub const fn fragments_max(message_bytes_max: usize) -> usize {
    FRAGMENTS_FREE + message_bytes_max / FRAGMENT_BYTES_MEAN_MIN
}

fn whole_message(kind: Kind, payload: Vec<u8>) -> Result<Event, Violation> {
    match kind {
        Kind::Text => String::from_utf8(payload)
            .map(Event::Text)
            .map_err(|_| Violation::NotUtf8),
        Kind::Binary => Ok(Event::Binary(payload)),
    }
}

fn close(payload: &[u8]) -> Result<Event, Violation> {
    let (code, reason) = match payload {
        [] => return Ok(Event::Close(None)),
        [_] => return Err(Violation::Protocol("a close frame of one byte")),
        [high, low, reason @ ..] => (u16::from_be_bytes([*high, *low]), reason),
    };
    // Sections 7.4.1 and 7.4.2, with what the registry added since.
    if !matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999) {
        return Err(Violation::Protocol("a close code that may not be sent"));
    }
    std::str::from_utf8(reason).map_err(|_| Violation::NotUtf8)?;
    Ok(Event::Close(Some(code)))
}

/// Eight bytes at a time: the compiler turns the inner loop into vector code.
fn unmask(payload: &mut [u8], mask: [u8; 4]) {
    let mut wide = [0; 8];
    wide[..4].copy_from_slice(&mask);
    wide[4..].copy_from_slice(&mask);
    for chunk in payload.chunks_mut(8) {
        for (byte, mask) in chunk.iter_mut().zip(wide) {
            *byte ^= mask;
        }
    }
}

// Buffered bytes may hold message text.
impl std::fmt::Debug for Decoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Decoder")
            .field("held_bytes", &self.held_bytes())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
