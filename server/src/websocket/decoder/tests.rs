use proptest::prelude::*;

use super::{Decoder, Event, Violation, fragments_max};

const MASK: [u8; 4] = [0x37, 0xfa, 0x21, 0x3d];

/// A client's frame, masked.
fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let mut bytes = vec![first];
    match payload.len() {
        len @ 0..=125 => bytes.push(0x80 | len as u8),
        len @ 126..=0xFFFF => {
            bytes.push(0x80 | 126);
            bytes.extend((len as u16).to_be_bytes());
        }
        len => {
            bytes.push(0x80 | 127);
            bytes.extend((len as u64).to_be_bytes());
        }
    }
    bytes.extend(MASK);
    bytes.extend(
        payload
            .iter()
            .zip(MASK.iter().cycle())
            .map(|(byte, mask)| byte ^ mask),
    );
    bytes
}

fn read_all(limit: usize, bytes: &[u8]) -> Result<Vec<Event>, Violation> {
    let mut decoder = Decoder::new(limit);
    decoder.push(bytes);
    let mut events = Vec::new();
    while let Some(event) = decoder.next_event()? {
        events.push(event);
    }
    Ok(events)
}

fn text(text: &str) -> Event {
    Event::Text(text.to_owned())
}

#[test]
fn the_examples_of_the_rfc_are_read() {
    // RFC 6455, section 5.7.
    let hello = [
        0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58,
    ];
    assert_eq!(read_all(100, &hello), Ok(vec![text("Hello")]));
}

#[test]
fn fragments_become_one_message_around_control_frames() {
    let bytes = [
        frame(0x01, b"Hel"),
        frame(0x89, b"are you there"),
        frame(0x00, b""),
        frame(0x8A, b""),
        frame(0x80, b"lo"),
        frame(0x82, &[1, 2]),
    ]
    .concat();
    let events = [
        Event::Ping(b"are you there".to_vec()),
        Event::Pong,
        text("Hello"),
        Event::Binary(vec![1, 2]),
    ];
    assert_eq!(read_all(100, &bytes), Ok(Vec::from(events)));
}

#[test]
fn a_message_has_a_bounded_number_of_fragments_and_control_frames_are_none() {
    let most = fragments_max(100);
    let with = |count: usize| {
        let mut bytes = frame(0x01, b"");
        for _ in 2..count {
            bytes.extend(frame(0x89, b""));
            bytes.extend(frame(0x00, b""));
        }
        bytes.extend(frame(0x80, b"whole"));
        read_all(100, &bytes)
    };
    let whole = with(most).expect("as many as may be");
    assert_eq!(whole.last(), Some(&text("whole")));
    assert_eq!(with(most + 1), Err(Violation::TooManyFragments));
    // The next message begins at nothing again.
    let twos = [frame(0x01, b""), frame(0x80, b"a")].concat().repeat(most);
    let many = read_all(100, &twos).expect("each is a message of its own");
    assert_eq!(many.len(), most);
}

#[test]
fn every_form_of_length_is_read() {
    for len in [0, 1, 125, 126, 127, 65_535, 65_536, 70_000] {
        let payload = vec![b'x'; len];
        let message = text(std::str::from_utf8(&payload).expect("letters"));
        assert_eq!(
            read_all(70_000, &frame(0x81, &payload)),
            Ok(vec![message]),
            "{len}"
        );
    }
}

#[test]
fn a_close_frame_has_a_code_or_none() {
    assert_eq!(read_all(9, &frame(0x88, b"")), Ok(vec![Event::Close(None)]));
    for code in [1000, 1001, 1003, 1007, 1011, 1012, 3000, 4999] {
        let payload = [&u16::to_be_bytes(code)[..], "why ✓".as_bytes()].concat();
        assert_eq!(
            read_all(9, &frame(0x88, &payload)),
            Ok(vec![Event::Close(Some(code))])
        );
    }
}

#[test]
fn what_the_protocol_forbids_is_a_violation() {
    let unmasked = vec![0x81, 0x01, b'x'];
    for bytes in [
        unmasked,
        frame(0xC1, b"reserved bit"),
        frame(0x83, b"unknown data"),
        frame(0x8B, b"unknown control"),
        frame(0x80, b"continues nothing"),
        [frame(0x01, b"a"), frame(0x81, b"b")].concat(),
        frame(0x09, b"fragmented ping"),
        frame(0x89, &[0; 126]),
        frame(0x88, &[3]),
        frame(0x88, &999_u16.to_be_bytes()),
        frame(0x88, &1005_u16.to_be_bytes()),
        frame(0x88, &1006_u16.to_be_bytes()),
        frame(0x88, &2999_u16.to_be_bytes()),
        frame(0x88, &5000_u16.to_be_bytes()),
    ] {
        let read = read_all(1000, &bytes);
        assert!(
            matches!(read, Err(Violation::Protocol(_))),
            "{bytes:?}: {read:?}"
        );
    }
}

#[test]
fn text_must_be_utf8_as_a_whole() {
    let check = "✓".as_bytes();
    let split = [frame(0x01, &check[..1]), frame(0x80, &check[1..])].concat();
    assert_eq!(read_all(9, &split), Ok(vec![text("✓")]));
    for bytes in [
        frame(0x81, &[0xFF]),
        frame(0x81, &check[..2]),
        frame(0x81, &[0xED, 0xA0, 0x80]),
        frame(0x88, &[0x03, 0xE8, 0xFF]),
    ] {
        assert_eq!(read_all(9, &bytes), Err(Violation::NotUtf8));
    }
}

#[test]
fn text_that_cannot_become_utf8_is_refused_before_its_message_ends() {
    // The middle byte of a character is there, and is none; the rest never comes.
    let broken = [b"fine so far ", &[0xE2, 0x28][..]].concat();
    let announced = frame(0x81, &[&broken[..], &[b'x'; 100]].concat());
    let header = announced.len() - 114;
    let arrived = &announced[..header + broken.len()];
    assert_eq!(read_all(200, arrived), Err(Violation::NotUtf8));
    assert_eq!(
        read_all(200, &frame(0x01, &broken)),
        Err(Violation::NotUtf8)
    );
    // The cut may go through the character, and a ping through the cut.
    let cut = [
        frame(0x01, &[0xE2]),
        frame(0x89, &[0xFF]),
        frame(0x00, &[0x28]),
    ]
    .concat();
    let mut decoder = Decoder::new(200);
    decoder.push(&cut);
    assert_eq!(decoder.next_event(), Ok(Some(Event::Ping(vec![0xFF]))));
    assert_eq!(decoder.next_event(), Err(Violation::NotUtf8));
    // Bytes that are not text may be anything, whole or in parts.
    let bytes = [frame(0x02, &broken), frame(0x80, &[0xFF])].concat();
    let whole = [&broken[..], &[0xFF]].concat();
    assert_eq!(read_all(200, &bytes), Ok(vec![Event::Binary(whole)]));
}

#[test]
fn a_frame_that_may_not_come_is_refused_by_its_header() {
    for (begun, first) in [
        (None, 0x80),
        (None, 0x83),
        (None, 0x8B),
        (Some(frame(0x01, b"a")), 0x81),
        (Some(frame(0x01, b"a")), 0x82),
    ] {
        let mut bytes = begun.unwrap_or_default();
        bytes.extend([first, 0x80 | 9]);
        let read = read_all(9, &bytes);
        assert!(matches!(read, Err(Violation::Protocol(_))), "{first:x}");
    }
}

#[test]
fn the_limit_holds_for_the_whole_message_and_is_known_by_the_header() {
    assert_eq!(read_all(5, &frame(0x81, b"12345")), Ok(vec![text("12345")]));
    assert_eq!(read_all(5, &frame(0x81, b"123456")), Err(Violation::TooBig));
    let fragments = [frame(0x01, b"123"), frame(0x00, b"45"), frame(0x80, b"6")].concat();
    assert_eq!(read_all(5, &fragments), Err(Violation::TooBig));
    // Ten bytes of header, and nothing of the payload that they announce.
    let announced = [&[0x82, 0xFF][..], &u64::MAX.to_be_bytes()].concat();
    assert_eq!(read_all(5, &announced), Err(Violation::TooBig));
    // A control frame between fragments is not part of the message.
    let between = [frame(0x01, b"1234"), frame(0x89, b"123"), frame(0x80, b"5")].concat();
    let events = [Event::Ping(b"123".to_vec()), text("12345")];
    assert_eq!(read_all(5, &between), Ok(Vec::from(events)));
}

#[test]
fn nothing_is_kept_between_messages() {
    let mut decoder = Decoder::new(100);
    decoder.push(&frame(0x81, b"hello"));
    assert_eq!(decoder.next_event(), Ok(Some(text("hello"))));
    assert_eq!(decoder.next_event(), Ok(None));
    assert_eq!(decoder.bytes.capacity(), 0);
}

#[derive(Clone, Debug)]
struct Piece {
    text: String,
    cuts: Vec<usize>,
    ping: bool,
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let piece = (
        ".{0,200}",
        prop::collection::vec(0_usize..200, 0..4),
        any::<bool>(),
    )
        .prop_map(|(text, cuts, ping)| Piece { text, cuts, ping });
    prop::collection::vec(piece, 0..8)
}

/// The bytes of a conversation, and what must be read from them.
fn conversation(pieces: &[Piece]) -> (Vec<u8>, Vec<Event>) {
    let (mut bytes, mut events) = (Vec::new(), Vec::new());
    for piece in pieces {
        let payload = piece.text.as_bytes();
        let mut cuts: Vec<_> = piece
            .cuts
            .iter()
            .map(|cut| cut % (payload.len() + 1))
            .collect();
        cuts.sort_unstable();
        let mut start = 0;
        for (place, end) in cuts.iter().copied().chain([payload.len()]).enumerate() {
            let opcode = if place == 0 { 0x01 } else { 0x00 };
            let last = if place == cuts.len() { 0x80 } else { 0x00 };
            bytes.extend(frame(opcode | last, &payload[start..end]));
            start = end;
            if piece.ping && last == 0 {
                bytes.extend(frame(0x89, b"ping"));
                events.push(Event::Ping(b"ping".to_vec()));
            }
        }
        events.push(text(&piece.text));
    }
    (bytes, events)
}

proptest! {
    #[test]
    fn messages_are_the_same_however_the_stream_is_cut(
        pieces in pieces(),
        chunk in 1_usize..64,
    ) {
        let (bytes, expected) = conversation(&pieces);
        let mut decoder = Decoder::new(1 << 20);
        let mut events = Vec::new();
        for chunk in bytes.chunks(chunk) {
            decoder.push(chunk);
            while let Some(event) = decoder.next_event().expect("no violation") {
                events.push(event);
            }
        }
        prop_assert_eq!(events, expected);
    }

    #[test]
    fn no_bytes_panic_and_none_are_kept_beyond_the_limit(
        chunks in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..40),
    ) {
        let mut decoder = Decoder::new(64);
        for chunk in chunks {
            decoder.push(&chunk);
            loop {
                match decoder.next_event() {
                    Ok(Some(_)) => {}
                    Ok(None) => break,
                    Err(_) => return Ok(()),
                }
            }
            // A whole header, a payload at the limit (or a control frame's), one chunk.
            prop_assert!(decoder.bytes.len() <= 14 + 125 + 40);
        }
    }
}
