//! How a connection speaks.

use chat_store::records::TokenHash;
use shared::refusal::Refusal;

use crate::chat::plain::Plain;
use crate::metrics::labels::Transport;

/// How a connection speaks, and what belongs to that.
#[derive(Debug)]
pub enum Voice {
    /// `confab.v1`.
    Frames {
        /// The login that the upgrade showed, to be looked up at hello.
        shown: Option<TokenHash>,
        /// What carries the frames, for the figures.
        transport: Transport,
    },
    /// Lines.
    Plain(Box<Plain>),
}

impl Voice {
    /// What figures call it.
    pub(super) fn transport(&self) -> Transport {
        match self {
            Self::Frames { transport, .. } => *transport,
            Self::Plain(_) => Transport::Plain,
        }
    }

    /// The login that the upgrade showed.
    pub(super) fn shown(&self) -> Option<TokenHash> {
        match self {
            Self::Frames { shown, .. } => *shown,
            Self::Plain(_) => None,
        }
    }

    /// Whether the next message has to wait for the one before.
    pub(super) fn is_waiting(&self) -> bool {
        match self {
            Self::Frames { .. } => false,
            Self::Plain(plain) => plain.waiting_line.is_some(),
        }
    }

    /// Why the line that is being written has no writer, if it has none.
    pub(super) fn take_unnamed_because(&mut self) -> Option<Refusal> {
        match self {
            Self::Frames { .. } => None,
            Self::Plain(plain) => plain.unnamed_because.take(),
        }
    }
}
