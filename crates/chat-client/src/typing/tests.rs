use super::*;
use crate::script::{author, room};

const LOBBY: RoomId = RoomId(1);

#[test]
fn typing_fades_five_seconds_after_the_last_signal() {
    let mut typing = Typing::default();
    assert!(typing.heard(Moment(0), LOBBY, author("ada")));
    assert!(
        !typing.heard(Moment(3_000), LOBBY, author("ada")),
        "that is known"
    );
    assert!(typing.heard(Moment(4_000), LOBBY, author("ben")));
    assert_eq!(typing.deadline(), Some(Moment(8_000)));
    assert!(typing.fade(Moment(7_999)).is_empty());
    assert_eq!(typing.fade(Moment(8_000)), [LOBBY]);
    assert_eq!(typing.in_room(LOBBY), [author("ben")]);
    assert_eq!(typing.fade(Moment(9_000)), [LOBBY]);
    assert_eq!(typing.deadline(), None);
}

#[test]
fn whoever_wrote_is_done_in_that_room_alone() {
    let mut typing = Typing::default();
    typing.heard(Moment(0), LOBBY, author("ada"));
    typing.heard(Moment(0), room("den"), author("ada"));
    assert!(typing.wrote(LOBBY, author("ada").id));
    assert!(!typing.wrote(LOBBY, author("ada").id));
    assert!(typing.in_room(LOBBY).is_empty());
    assert_eq!(typing.in_room(room("den")), [author("ada")]);
}

#[test]
fn the_own_signal_is_due_every_three_seconds_per_room() {
    let mut typing = Typing::default();
    assert!(typing.pressed(Moment(0), LOBBY));
    assert!(!typing.pressed(Moment(2_999), LOBBY));
    assert!(typing.pressed(Moment(2_999), room("den")));
    assert!(typing.pressed(Moment(3_000), LOBBY));
    typing.sent(LOBBY);
    assert!(typing.pressed(Moment(3_001), LOBBY));
    assert_eq!(typing.forget(), []);
    assert!(
        typing.pressed(Moment(3_002), LOBBY),
        "a new link was told nothing"
    );
}
