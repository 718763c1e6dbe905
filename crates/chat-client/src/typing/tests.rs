use super::*;
use crate::script::{author, room};

const LOBBY: RoomId = RoomId(1);

/// The box of a thread in the lobby.
fn thread(root: u64) -> MessageBox {
    MessageBox {
        room: LOBBY,
        thread: Some(Seq(root)),
    }
}

#[test]
fn typing_fades_five_seconds_after_the_last_signal() {
    let mut typing = Typing::default();
    assert!(typing.heard(Moment(0), LOBBY.into(), author("ada")));
    assert!(
        !typing.heard(Moment(3_000), LOBBY.into(), author("ada")),
        "that is known"
    );
    assert!(typing.heard(Moment(4_000), LOBBY.into(), author("ben")));
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
    typing.heard(Moment(0), LOBBY.into(), author("ada"));
    typing.heard(Moment(0), room("den").into(), author("ada"));
    assert!(typing.wrote(LOBBY.into(), author("ada").id));
    assert!(!typing.wrote(LOBBY.into(), author("ada").id));
    assert!(typing.in_room(LOBBY).is_empty());
    assert_eq!(typing.in_room(room("den")), [author("ada")]);
}

#[test]
fn the_own_signal_is_due_every_three_seconds_per_room() {
    let mut typing = Typing::default();
    assert!(typing.pressed(Moment(0), LOBBY.into()));
    assert!(!typing.pressed(Moment(2_999), LOBBY.into()));
    assert!(typing.pressed(Moment(2_999), room("den").into()));
    assert!(typing.pressed(Moment(3_000), LOBBY.into()));
    typing.sent(LOBBY);
    assert!(typing.pressed(Moment(3_001), LOBBY.into()));
    assert_eq!(typing.forget(), []);
    assert!(
        typing.pressed(Moment(3_002), LOBBY.into()),
        "a new link was told nothing"
    );
}

#[test]
fn whoever_types_a_reply_types_there_and_nowhere_else() {
    let mut typing = Typing::default();
    typing.heard(Moment(0), LOBBY.into(), author("ada"));
    assert!(typing.heard(Moment(1_000), thread(4), author("ada")));
    assert!(!typing.heard(Moment(2_000), thread(4), author("ada")));
    assert!(typing.in_room(LOBBY).is_empty(), "one hand, one box");
    assert_eq!(typing.in_threads(LOBBY), [(Seq(4), author("ada"))]);
    // A message elsewhere does not end it; the reply does.
    assert!(!typing.wrote(LOBBY.into(), author("ada").id));
    assert!(!typing.wrote(thread(5), author("ada").id));
    assert!(typing.wrote(thread(4), author("ada").id));
    assert!(typing.in_threads(LOBBY).is_empty());
    // It fades as anybody's does.
    typing.heard(Moment(3_000), thread(4), author("ben"));
    assert_eq!(typing.fade(Moment(8_000)), [LOBBY]);
    assert!(typing.in_threads(LOBBY).is_empty());
}

#[test]
fn going_from_a_box_to_another_is_told_at_once() {
    let mut typing = Typing::default();
    assert!(typing.pressed(Moment(0), LOBBY.into()));
    assert!(typing.pressed(Moment(1), thread(4)));
    assert!(!typing.pressed(Moment(2), thread(4)));
    assert!(typing.pressed(Moment(3), LOBBY.into()));
}
