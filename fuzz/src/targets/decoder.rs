//! The server's WebSocket decoder: the first two bytes are the limit and the cut, the rest
//! is what a client sends.

use server::websocket::Violation;
use server::websocket::decoder::{Decoder, Event};

use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "decoder",
    about: "the server's WebSocket decoder (RFC 6455, section 5)",
    run,
    words: &[
        b"\x81\x80\0\0\0\0",
        b"\x01\x83\0\0\0\0abc",
        b"\x80\x81\0\0\0\0d",
        b"\x00\x80\0\0\0\0",
        b"\x82\xfe\x00\x7e\0\0\0\0",
        b"\x82\xff\0\0\0\0\0\x01\0\0",
        b"\x88\x82\0\0\0\0\x03\xe8",
        b"\x89\x80\0\0\0\0",
        b"\x8a\x80\0\0\0\0",
        b"\xe2\x9c\x93",
        b"\xf0\x9f\x99\x82",
    ],
};

/// A frame's longest header, and the longest payload of a control frame.
const HEADER_BYTES_MAX: usize = 14;
const CONTROL_BYTES_MAX: usize = 125;

/// What came of a stream: its events, and the violation that ended it.
type Read = (Vec<Event>, Option<Violation>);

fn run(data: &[u8]) {
    let [limit, cut, stream @ ..] = data else {
        return;
    };
    let limit = usize::from(*limit) * 4;
    let whole = read(limit, stream.len().max(1), stream);
    assert_eq!(read(limit, 1, stream), whole, "byte by byte");
    assert_eq!(read(limit, 1 + usize::from(*cut), stream), whole, "cut");
    for event in &whole.0 {
        match event {
            Event::Text(text) => assert!(text.len() <= limit, "a text over the limit"),
            Event::Binary(bytes) => assert!(bytes.len() <= limit, "bytes over the limit"),
            Event::Ping(payload) => assert!(payload.len() <= CONTROL_BYTES_MAX, "a long ping"),
            Event::Pong | Event::Close(_) => {}
        }
    }
}

fn read(limit: usize, cut: usize, stream: &[u8]) -> Read {
    let mut decoder = Decoder::new(limit);
    let mut events = Vec::new();
    for chunk in stream.chunks(cut) {
        decoder.push(chunk);
        loop {
            match decoder.next_event() {
                Ok(Some(event)) => events.push(event),
                Ok(None) => break,
                Err(violation) => return (events, Some(violation)),
            }
        }
        let held_max = limit + limit.max(CONTROL_BYTES_MAX) + HEADER_BYTES_MAX;
        assert!(
            decoder.held_bytes() <= held_max,
            "more is held than may come"
        );
    }
    (events, None)
}
