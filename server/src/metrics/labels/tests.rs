use std::collections::BTreeSet;

use super::{CODES, EndedBy, HandshakeRefusal, Transport, codes, place_of};

#[test]
fn every_code_has_a_place_of_its_own() {
    let places: BTreeSet<usize> = codes().map(place_of).collect();
    assert_eq!(places, (0..CODES - 1).collect());
    for unknown in [0, 999, 1004, 3000, 4999, u16::MAX] {
        assert_eq!(place_of(unknown), CODES - 1, "{unknown}");
    }
}

#[test]
fn a_label_stands_where_it_is_counted() {
    for (place, by) in EndedBy::ALL.into_iter().enumerate() {
        assert_eq!(by as usize, place);
    }
    for (place, transport) in Transport::ALL.into_iter().enumerate() {
        assert_eq!(transport as usize, place);
    }
    for (place, why) in HandshakeRefusal::ALL.into_iter().enumerate() {
        assert_eq!(why as usize, place);
    }
}
