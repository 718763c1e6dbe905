//! What a server says, as the browser reads it; and a page of history, which comes by HTTP.

use shared::codec;
use shared::http::{EntriesPage, LoginAnswer, Me};

use super::client_frame::refused;
use crate::Target;

/// Names and values that frames are made of.
pub(super) const WORDS: &[&[u8]] = &[
    b"{\"hello\":{\"version\":1}}",
    b"{\"post\":{\"id\":1,\"room\":1,\"client_id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"text\":\"hi\"}}",
    b"{\"follow\":{\"id\":2,\"room\":1,\"after\":{\"epoch\":\"0123456789abcdef\",\"seq\":3}}}",
    b"{\"ping\":{\"n\":1}}",
    b"\"id\":",
    b"\"room\":",
    b"\"seq\":",
    b"\"epoch\":\"0123456789abcdef\"",
    b"\"text\":\"",
    b"\"head\":",
    b"\"entries\":[",
    b"null",
    b"18446744073709551615",
    b"-1",
    b"1e999",
    b"\\u0000",
    b"\\ud83d\\ude42",
    b"[[[[[[[[",
    b"{\"a\":",
    b"\"kind\":{\"later\":{\"a\":[1]}}",
];

pub(crate) const TARGET: Target = Target {
    name: "server_frame",
    about: "JSON frames and pages from a server",
    run,
    words: WORDS,
};

fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else {
        return;
    };
    match codec::decode_server(text) {
        Ok(frame) => {
            let again = codec::encode(&frame);
            assert_eq!(codec::decode_server(&again), Ok(frame), "{again}");
        }
        Err(unreadable) => refused(&unreadable),
    }
    if let Ok(page) = serde_json::from_str::<EntriesPage>(text) {
        let again = codec::encode(&page);
        assert_eq!(serde_json::from_str(&again).ok(), Some(page), "{again}");
    }
    if let Ok(me) = serde_json::from_str::<Me>(text) {
        let again = codec::encode(&me);
        assert_eq!(serde_json::from_str(&again).ok(), Some(me), "{again}");
    }
    if let Ok(answer) = serde_json::from_str::<LoginAnswer>(text) {
        let again = codec::encode(&answer);
        assert_eq!(serde_json::from_str(&again).ok(), Some(answer), "{again}");
    }
}
