//! Every try to connect: how it went, how it ended, and how long the next one waited.

use std::collections::VecDeque;

use super::Stamp;
use crate::Generation;

/// Tries that are kept: a night without a server at the slowest pace of retries would be
/// thousands, and the last hours say enough.
pub(super) const TRIES_KEPT_MAX: usize = 50;

/// One try to connect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Try {
    /// Under which its socket reports.
    pub generation: Generation,
    /// Where to.
    pub address: String,
    /// When it began.
    pub began: Stamp,
    /// How long the handshake took, once the socket was open.
    pub opened_after_ms: Option<u64>,
    /// What the server chose of the offered languages; empty before it is open.
    pub subprotocol: String,
    /// How long it took from the beginning to the server's welcome.
    pub welcomed_after_ms: Option<u64>,
    /// How it ended, if it has.
    pub ended: Option<Ended>,
}

/// Why a socket is no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// The browser reported a close: the code (1006 without a close frame), the reason.
    Reported {
        /// The close code.
        code: u16,
        /// What the close frame said, or the browser.
        reason: String,
    },
    /// This client gave it up with this code.
    GivenUp {
        /// The close code.
        code: u16,
    },
}

/// How a try ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// When.
    pub at: Stamp,
    /// Why.
    pub end: End,
    /// How long the next try waits, if it waits at all.
    pub next_after_ms: Option<u64>,
}

#[derive(Debug, Default)]
pub(super) struct Tries {
    kept: VecDeque<Try>,
    let_go: u64,
}

impl End {
    /// The close code.
    #[must_use]
    pub fn code(&self) -> u16 {
        match self {
            Self::Reported { code, .. } | Self::GivenUp { code } => *code,
        }
    }
}

impl Tries {
    pub(super) fn opening(&mut self, at: Stamp, generation: Generation, address: &str) {
        if self.kept.len() == TRIES_KEPT_MAX {
            self.kept.pop_front();
            self.let_go += 1;
        }
        self.kept.push_back(Try {
            generation,
            address: address.to_owned(),
            began: at,
            opened_after_ms: None,
            subprotocol: String::new(),
            welcomed_after_ms: None,
            ended: None,
        });
    }

    pub(super) fn opened(&mut self, at: Stamp, generation: Generation, subprotocol: &str) {
        if let Some(tried) = self.running(generation) {
            tried.opened_after_ms = Some(at.now.ms_since(tried.began.now));
            subprotocol.clone_into(&mut tried.subprotocol);
        }
    }

    pub(super) fn welcomed(&mut self, at: Stamp) {
        let tried = self.kept.back_mut();
        if let Some(tried) = tried.filter(|tried| tried.welcomed_after_ms.is_none()) {
            tried.welcomed_after_ms = Some(at.now.ms_since(tried.began.now));
        }
    }

    pub(super) fn closed(&mut self, at: Stamp, generation: Generation, end: End) {
        if let Some(tried) = self.running(generation) {
            tried.ended = Some(Ended {
                at,
                end,
                next_after_ms: None,
            });
        }
    }

    pub(super) fn waits(&mut self, ms: u64) {
        let ended = self.kept.back_mut().and_then(|tried| tried.ended.as_mut());
        if let Some(ended) = ended.filter(|ended| ended.next_after_ms.is_none()) {
            ended.next_after_ms = Some(ms);
        }
    }

    pub(super) fn newest_first(&self) -> impl Iterator<Item = &Try> {
        self.kept.iter().rev()
    }

    pub(super) fn let_go(&self) -> u64 {
        self.let_go
    }

    fn running(&mut self, generation: Generation) -> Option<&mut Try> {
        let tried = self.kept.iter_mut().rev();
        let mut tried = tried.filter(|tried| tried.generation == generation);
        tried.next().filter(|tried| tried.ended.is_none())
    }
}
