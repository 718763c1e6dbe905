//! WebSocket frames as bytes (RFC 6455, section 5.2), without any judgement: a test
//! may build frames that no client would send, and the load program reads frames
//! without a copy.

/// What a frame is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opcode {
    /// Goes on with a fragmented message.
    Continuation,
    /// Begins a text message.
    Text,
    /// Begins a binary message.
    Binary,
    /// Says that it is over.
    Close,
    /// Asks for a pong.
    Ping,
    /// Answers a ping.
    Pong,
    /// One of the numbers that mean nothing yet.
    Reserved(u8),
}

impl Opcode {
    /// The four bits on the wire.
    #[must_use]
    pub fn bits(self) -> u8 {
        match self {
            Self::Continuation => 0x0,
            Self::Text => 0x1,
            Self::Binary => 0x2,
            Self::Close => 0x8,
            Self::Ping => 0x9,
            Self::Pong => 0xA,
            Self::Reserved(bits) => bits & 0x0F,
        }
    }

    /// From the first byte of a frame.
    #[must_use]
    pub fn of(first: u8) -> Self {
        match first & 0x0F {
            0x0 => Self::Continuation,
            0x1 => Self::Text,
            0x2 => Self::Binary,
            0x8 => Self::Close,
            0x9 => Self::Ping,
            0xA => Self::Pong,
            other => Self::Reserved(other),
        }
    }
}

/// Whether a message ends with this frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It does.
    Final,
    /// More fragments come.
    More,
}

/// A client's frame, masked with this mask (section 5.3; the mask protects
/// intermediaries, a test may choose any).
#[must_use]
pub fn masked(opcode: Opcode, end: End, mask: [u8; 4], payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(payload.len() + 14);
    push_header(&mut bytes, opcode, end, payload.len(), 0x80);
    bytes.extend_from_slice(&mask);
    bytes.extend(
        payload
            .iter()
            .zip(mask.iter().cycle())
            .map(|(byte, mask)| byte ^ mask),
    );
    bytes
}

/// A frame without a mask: what a server sends, and what a client must not.
#[must_use]
pub fn unmasked(opcode: Opcode, end: End, payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(payload.len() + 10);
    push_header(&mut bytes, opcode, end, payload.len(), 0);
    bytes.extend_from_slice(payload);
    bytes
}

/// A server's frame at the front of some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame<'a> {
    /// What it is for.
    pub opcode: Opcode,
    /// Whether its message ends here.
    pub end: End,
    /// What it carries.
    pub payload: &'a [u8],
}

/// Takes one frame off the front of what has come, with the number of its bytes;
/// `None` until all of it is there.
#[must_use]
pub fn take(bytes: &[u8]) -> Option<(Frame<'_>, usize)> {
    let [first, second, rest @ ..] = bytes else {
        return None;
    };
    let (length, header_bytes) = match second & 0x7F {
        126 => (usize::from(u16::from_be_bytes(*rest.first_chunk()?)), 4),
        127 => (
            usize::try_from(u64::from_be_bytes(*rest.first_chunk()?)).ok()?,
            10,
        ),
        short => (usize::from(short), 2),
    };
    let used = length.checked_add(header_bytes)?;
    let payload = bytes.get(header_bytes..used)?;
    let end = if first & 0x80 == 0 {
        End::More
    } else {
        End::Final
    };
    Some((
        Frame {
            opcode: Opcode::of(*first),
            end,
            payload,
        },
        used,
    ))
}

/// How many bytes the frame at the front has in all, as soon as its header tells.
#[must_use]
pub fn length(bytes: &[u8]) -> Option<usize> {
    let [_, second, rest @ ..] = bytes else {
        return None;
    };
    match second & 0x7F {
        126 => Some(usize::from(u16::from_be_bytes(*rest.first_chunk()?)) + 4),
        127 => usize::try_from(u64::from_be_bytes(*rest.first_chunk()?))
            .ok()?
            .checked_add(10),
        short => Some(usize::from(short) + 2),
    }
}

fn push_header(bytes: &mut Vec<u8>, opcode: Opcode, end: End, length: usize, mask_bit: u8) {
    let fin = match end {
        End::Final => 0x80,
        End::More => 0,
    };
    bytes.push(fin | opcode.bits());
    if let Ok(short) = u8::try_from(length)
        && short < 126
    {
        bytes.push(mask_bit | short);
    } else if let Ok(medium) = u16::try_from(length) {
        bytes.push(mask_bit | 126);
        bytes.extend_from_slice(&medium.to_be_bytes());
    } else {
        bytes.push(mask_bit | 127);
        bytes.extend_from_slice(&(length as u64).to_be_bytes());
    }
}

#[cfg(test)]
mod tests;
