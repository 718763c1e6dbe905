//! The two halves of the WebSocket against each other: what a client writes in any
//! fragments the server reads as it was, and what the server writes a client reads as it
//! was. The other side is the test kit's own codec.
//!
//! Input: messages, each a byte of kind, a byte of length, a byte for cuts and mask, and
//! the payload.

use chat_testkit::wire_frame::{self, End, Opcode};
use server::websocket::Encoded;
use server::websocket::decoder::{Decoder, Event};

use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "frames",
    about: "WebSocket frames of both directions, there and back",
    run,
    words: &[
        b"\x00\x05\x02hello",
        b"\x01\x00\x00",
        b"\x02\x7d\x07",
        b"\x03\xff\xff",
    ],
};

/// Makes of the longest payload one of the longest form.
const LONG_TIMES: usize = 260;

/// As text it may become three times as long: each byte that is none is shown by a sign.
const MESSAGE_BYTES_MAX: usize = LONG_TIMES * 255 * 3;

fn run(data: &[u8]) {
    let (mut stream, mut expected) = (Vec::new(), Vec::new());
    let mut rest = data;
    while let [kind, length, cut, after @ ..] = rest {
        let (payload, after) = after.split_at(usize::from(*length).min(after.len()));
        // Once a long payload too: the three forms of length begin at 0, 126 and 65 536.
        let is_long = stream.is_empty() && *kind >= 0xFC;
        let payload = payload.repeat(if is_long { LONG_TIMES } else { 1 });
        rest = after;
        server_to_client(*kind, &payload);
        let mask = [*cut, *kind, *length, cut.wrapping_mul(3)];
        expected.push(client_writes(*kind, &payload, *cut, mask, &mut stream));
    }
    let mut decoder = Decoder::new(MESSAGE_BYTES_MAX);
    let mut events = Vec::new();
    for chunk in stream.chunks(1_500) {
        decoder.push(chunk);
        while let Some(event) = decoder.next_event().expect("the stream is well-formed") {
            events.push(event);
        }
    }
    let expected: Vec<Event> = expected.into_iter().flatten().collect();
    assert_eq!(events, expected);
    assert_eq!(
        decoder.held_bytes(),
        0,
        "something is kept between messages"
    );
}

/// Writes one message (kind 0: text, 1: bytes) or control frame, and answers what must be
/// read: a message in fragments has a ping after its first.
fn client_writes(
    kind: u8,
    payload: &[u8],
    cut: u8,
    mask: [u8; 4],
    stream: &mut Vec<u8>,
) -> Vec<Event> {
    let (opcode, payload, event) = match kind & 3 {
        0 => {
            let text = String::from_utf8_lossy(payload).into_owned();
            (Opcode::Text, text.clone().into_bytes(), Event::Text(text))
        }
        1 => (
            Opcode::Binary,
            payload.to_vec(),
            Event::Binary(payload.to_vec()),
        ),
        2 => {
            let short = &payload[..payload.len().min(125)];
            (Opcode::Ping, short.to_vec(), Event::Ping(short.to_vec()))
        }
        _ => (Opcode::Pong, Vec::new(), Event::Pong),
    };
    let is_control = matches!(opcode, Opcode::Ping | Opcode::Pong);
    // No more fragments than a message of any size may come in.
    let size = (usize::from(cut) + 1).max(payload.len() / 60);
    if is_control || payload.len() <= size {
        stream.extend(wire_frame::masked(opcode, End::Final, mask, &payload));
        return vec![event];
    }
    let mut pieces = payload.chunks(size).peekable();
    let mut opcode = opcode;
    while let Some(piece) = pieces.next() {
        let end = if pieces.peek().is_some() {
            End::More
        } else {
            End::Final
        };
        stream.extend(wire_frame::masked(opcode, end, mask, piece));
        if opcode != Opcode::Continuation {
            stream.extend(wire_frame::masked(
                Opcode::Ping,
                End::Final,
                mask,
                b"between",
            ));
        }
        opcode = Opcode::Continuation;
    }
    vec![Event::Ping(b"between".to_vec()), event]
}

fn server_to_client(kind: u8, payload: &[u8]) {
    let (opcode, frame) = match kind & 3 {
        0 => {
            let text = String::from_utf8_lossy(payload).into_owned();
            return taken(Opcode::Text, text.as_bytes(), Encoded::text(&text));
        }
        1 => (Opcode::Binary, Encoded::binary(payload)),
        2 => {
            let short = &payload[..payload.len().min(125)];
            return taken(Opcode::Pong, short, Encoded::pong(short));
        }
        _ => return closes(payload),
    };
    taken(opcode, payload, frame);
}

/// The bytes are one whole frame of this, and nothing else.
fn taken(opcode: Opcode, payload: &[u8], frame: Encoded) {
    let bytes = frame.into_bytes();
    let (frame, used) = wire_frame::take(&bytes).expect("a whole frame");
    assert_eq!(used, bytes.len(), "bytes behind the frame");
    assert_eq!((frame.opcode, frame.end), (opcode, End::Final));
    assert!(frame.payload == payload, "another payload");
}

/// A reason of any length becomes a close frame that is allowed.
fn closes(payload: &[u8]) {
    let reason = String::from_utf8_lossy(payload);
    let bytes = Encoded::close(1000, &reason).into_bytes();
    let (frame, used) = wire_frame::take(&bytes).expect("a whole frame");
    assert_eq!((frame.opcode, used), (Opcode::Close, bytes.len()));
    assert!(frame.payload.len() <= 125, "a long control frame");
    let told = std::str::from_utf8(&frame.payload[2..]).expect("a reason is text");
    assert!(reason.starts_with(told), "another reason");
}
