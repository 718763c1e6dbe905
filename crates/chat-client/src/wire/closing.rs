//! What a close code means, in words for people.

use crate::link::comes_back;

/// What a close code means: one clause, and what this client does after it is said by
/// [`advice`]. Codes that nobody registered get their range's meaning.
#[must_use]
pub fn meaning(code: u16) -> &'static str {
    match code {
        1000 => "done, both sides agree",
        1001 => "the server or the page goes away",
        1002 => "a frame broke the WebSocket protocol",
        1003 => "the other side cannot read this kind of frame",
        1005 => "a close frame without a code",
        1006 => "no close frame: the network or the other side went away",
        1007 => "a text frame was not UTF-8",
        1008 => "against the rules of the server",
        1009 => "a message was too big",
        1010 => "an extension was missing",
        1011 => "a fault of the server",
        1012 => "the server restarts",
        1013 => "the server is busy",
        1014 => "a gateway got a bad answer",
        1015 => "no secure connection (TLS)",
        4000 => "this reader was too slow; it catches up",
        4001 => "a sign of life went unanswered",
        4500 => "no hello came in time",
        4501 => "this version is not spoken there",
        4502 => "not signed in",
        0..=999 => "not a close code",
        1004 | 1016..=2999 => "reserved by the protocol",
        3000..=3999 => "registered by a library",
        4002..=4499 => "come back",
        4503..=4999 => "do not come back",
        5000..=u16::MAX => "not a close code",
    }
}

/// What this client does after a close with this code.
#[must_use]
pub fn advice(code: u16) -> &'static str {
    if comes_back(code) {
        "connects again by itself"
    } else {
        "does not connect again by itself"
    }
}
