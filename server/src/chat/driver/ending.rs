//! How a connection ends, from whichever side.

use shared::close::CloseCode;
use shared::moment::Moment;
use tracing::info;

use super::{CLOSE_WITHIN_MS, Driver, Phase};
use crate::chat::wire::Wire;
use crate::metrics::labels::EndedBy;

/// RFC 6455, section 7.1.5: a close frame without a code.
const NO_CODE: u16 = 1005;
/// RFC 6455, section 7.1.5: no close frame at all.
const ABNORMAL: u16 = 1006;

impl<W: Wire> Driver<W> {
    /// A kernel that has not taken a batch of frames by then has no reader behind it
    /// that could answer a ping: as long as a ping and its answer may take together.
    pub(super) fn write_until(&self) -> Option<Moment> {
        let within_ms = self.app.config.patience.heartbeat.silence_ms();
        self.blocked_since.map(|since| since.plus_ms(within_ms))
    }

    pub(super) fn close(&mut self, now: Moment, code: CloseCode) {
        self.close_with(now, code.code(), code.reason());
    }

    /// Ends the session; what waits is sent first, then the close frame.
    pub(super) fn close_with(&mut self, now: Moment, code: u16, reason: &'static str) {
        if self.phase != Phase::Open {
            return;
        }
        if let Some(wire) = self.wire.as_mut() {
            let taken = self
                .handle
                .mailbox
                .take_frames(usize::MAX, |frame| wire.feed(frame));
            self.app
                .metrics
                .sent(taken.frames, taken.bytes, taken.waited_bytes);
            wire.feed_close(code, reason);
        }
        self.phase = Phase::Closing {
            until: now.plus_ms(CLOSE_WITHIN_MS),
        };
        self.end(EndedBy::Server, code, reason);
    }

    /// The hub forgets the session, and the log says how it ended.
    fn end(&mut self, by: EndedBy, code: u16, reason: &'static str) {
        self.app.metrics.ended(self.voice.transport(), by, code);
        let now = self.app.clock.now();
        self.app.hub.disconnect(now, &self.handle);
        self.handle.mailbox.shut();
        self.reads = Vec::new();
        let ms = now.ms_since(self.opened_at);
        match self.handle.user() {
            Some(user) => info!(session = %self.handle.id, %user, code, reason, ms, "disconnected"),
            None => info!(session = %self.handle.id, code, reason, ms, "disconnected"),
        }
    }

    /// The other side sent a close frame; the answer to it is still to be flushed.
    pub(super) fn closed_there(&mut self, now: Moment, code: Option<u16>) {
        self.phase = Phase::Closing {
            until: now.plus_ms(CLOSE_WITHIN_MS),
        };
        let code = code.unwrap_or(NO_CODE);
        self.end(EndedBy::Client, code, "the other side closed");
    }

    /// The stream has ended or broken.
    pub(super) fn lost(&mut self) {
        if self.phase == Phase::Open {
            self.end(EndedBy::Network, ABNORMAL, "the connection was lost");
        }
        self.hang_up();
    }

    /// Lets go of the wire.
    pub(super) fn hang_up(&mut self) {
        self.wire = None;
        self.phase = Phase::Lingering;
    }
}
