//! What a client says, as the server reads it.

use shared::codec::{self, Unreadable};
use shared::refusal::RefusalCode;

use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "client_frame",
    about: "JSON frames from a client",
    run,
    words: super::server_frame::WORDS,
};

/// A refusal is one sentence. It may quote a scalar, cut.
const SENTENCE_CHARS_MAX: usize = 300;

fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else {
        return;
    };
    match codec::decode_client(text) {
        Ok(frame) => {
            let again = codec::encode(&frame);
            assert_eq!(codec::decode_client(&again), Ok(frame), "{again}");
        }
        Err(unreadable) => refused(&unreadable),
    }
}

/// A frame that cannot be read is refused with a code for it, in a bounded sentence.
pub(super) fn refused(unreadable: &Unreadable) {
    let refusal = &unreadable.refusal;
    assert!(
        matches!(
            refusal.code,
            RefusalCode::Malformed | RefusalCode::UnknownFrame
        ),
        "{refusal:?}"
    );
    assert!(refusal.message.chars().count() <= SENTENCE_CHARS_MAX);
}
