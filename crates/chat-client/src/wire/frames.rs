//! The last frames, newest at the end, bounded in number and in bytes.

use std::collections::VecDeque;

use super::{Stamp, json};

/// Frames that are kept: what scrolls by in a minute of a busy room.
pub(super) const FRAMES_KEPT_MAX: usize = 300;

/// Bytes of frames that are kept: a few pages of history at their largest.
pub(super) const FRAME_BYTES_KEPT_MAX: usize = 512 * 1024;

/// Which way a frame went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the server.
    In,
    /// To the server.
    Out,
}

/// What a frame carries. Its text is private: it is not printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub enum Body {
    /// A text frame.
    Text(String),
    /// A binary frame, which this protocol does not have.
    Bytes(Vec<u8>),
}

/// One frame as it crossed the wire.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Counts the frames of this page, from 1.
    pub number: u64,
    /// When.
    pub at: Stamp,
    /// Which way.
    pub direction: Direction,
    /// What it carries.
    pub body: Body,
}

#[derive(Debug, Default)]
pub(super) struct Frames {
    kept: VecDeque<Frame>,
    bytes: usize,
    seen: u64,
}

impl Body {
    /// Its payload in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Bytes(bytes) => bytes.len(),
        }
    }

    /// Whether it carries nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Body({} bytes)", self.len())
    }
}

impl Frame {
    /// What it is, by the protocol's own word; `None` for what cannot be read.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        kind_of(&self.body)
    }

    /// What it carries, laid out for reading: JSON in lines, anything else as bytes.
    /// `blank` leaves out what people wrote; secrets are left out always.
    #[must_use]
    pub fn laid_out(&self, blank: json::Blank) -> Vec<json::Piece> {
        match &self.body {
            Body::Text(text) => json::lay_out(text, blank).unwrap_or_else(|| match blank {
                json::Blank::Texts => bytes_words(text.len()),
                json::Blank::Secrets => hex(text.as_bytes()),
            }),
            Body::Bytes(bytes) => match blank {
                json::Blank::Texts => bytes_words(bytes.len()),
                json::Blank::Secrets => hex(bytes),
            },
        }
    }
}

impl Frames {
    pub(super) fn push(&mut self, at: Stamp, direction: Direction, body: Body) {
        self.seen += 1;
        self.bytes += body.len();
        self.kept.push_back(Frame {
            number: self.seen,
            at,
            direction,
            body,
        });
        while self.kept.len() > FRAMES_KEPT_MAX
            || (self.bytes > FRAME_BYTES_KEPT_MAX && self.kept.len() > 1)
        {
            let Some(oldest) = self.kept.pop_front() else {
                break;
            };
            self.bytes -= oldest.body.len();
        }
    }

    pub(super) fn newest_first(&self) -> impl Iterator<Item = &Frame> {
        self.kept.iter().rev()
    }

    pub(super) fn seen(&self) -> u64 {
        self.seen
    }
}

/// The protocol's word for a frame: the one key of its JSON object.
pub(super) fn kind_of(body: &Body) -> Option<&str> {
    let Body::Text(text) = body else { return None };
    let (kind, _) = text.strip_prefix("{\"")?.split_once('"')?;
    let is_word = !kind.is_empty() && kind.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    is_word.then_some(kind)
}

/// Bytes shown of a frame that cannot be read; the rest is counted.
const BYTES_SHOWN_MAX: usize = 256;

fn hex(bytes: &[u8]) -> Vec<json::Piece> {
    let mut words = String::new();
    for (at, byte) in bytes.iter().take(BYTES_SHOWN_MAX).enumerate() {
        if at > 0 {
            words.push(if at % 16 == 0 { '\n' } else { ' ' });
        }
        for nibble in [byte >> 4, byte & 15] {
            words.push(char::from(b"0123456789abcdef"[usize::from(nibble)]));
        }
    }
    if let Some(more) = bytes
        .len()
        .checked_sub(BYTES_SHOWN_MAX)
        .filter(|&more| more > 0)
    {
        words.push_str(&["\n… ", &more.to_string(), " more bytes"].concat());
    }
    vec![json::Piece::plain(words)]
}

fn bytes_words(bytes: usize) -> Vec<json::Piece> {
    vec![json::Piece::plain(
        [&bytes.to_string(), " bytes that are no JSON"].concat(),
    )]
}
