use super::{End, Frame, Opcode, length, masked, take, unmasked};

#[test]
fn a_frame_of_every_length_class_is_taken_whole_or_not_at_all() {
    for size in [0, 1, 125, 126, 127, 65_535, 65_536, 70_000] {
        let payload = vec![b'x'; size];
        let bytes = unmasked(Opcode::Text, End::Final, &payload);
        let (frame, used) = take(&bytes).unwrap();
        assert_eq!(
            frame,
            Frame {
                opcode: Opcode::Text,
                end: End::Final,
                payload: &payload
            }
        );
        assert_eq!(used, bytes.len());
        assert_eq!(length(&bytes), Some(bytes.len()));
        assert_eq!(
            take(&bytes[..bytes.len() - 1]),
            None,
            "{size} bytes less one"
        );
    }
}

#[test]
fn a_masked_frame_carries_its_mask_and_the_payload_under_it() {
    // The example of RFC 6455, section 5.7.
    let bytes = masked(Opcode::Text, End::Final, [0x37, 0xfa, 0x21, 0x3d], b"Hello");
    assert_eq!(
        bytes,
        [
            0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58
        ]
    );
}

#[test]
fn a_fragment_says_that_more_comes() {
    let bytes = unmasked(Opcode::Binary, End::More, b"ab");
    let (frame, _) = take(&bytes).unwrap();
    assert_eq!(frame.end, End::More);
}

#[test]
fn only_what_follows_a_taken_frame_is_left() {
    let mut bytes = unmasked(Opcode::Ping, End::Final, b"1");
    bytes.extend(unmasked(Opcode::Text, End::Final, b"two"));
    let (_, used) = take(&bytes).unwrap();
    assert_eq!(take(&bytes[used..]).unwrap().0.payload, b"two");
}
