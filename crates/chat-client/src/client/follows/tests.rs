use super::*;

#[test]
fn attended_rooms_take_turns_but_not_often() {
    let mut follows = Follows::default();
    follows.open(RoomId(100));
    assert_eq!(follows.attend(Moment(0), RoomId(100)), Attended::No);
    let places = ATTENDED_MAX as u64;
    for room in 1..=places {
        assert_eq!(follows.attend(Moment(0), RoomId(room)), Attended::Yes);
        assert_eq!(follows.attend(Moment(0), RoomId(room)), Attended::No);
        follows.check_invariants();
    }
    let next = RoomId(places + 1);
    assert_eq!(
        follows.attend(Moment(0), next),
        Attended::InPlaceOf(RoomId(1)),
        "the one that has been attended longest"
    );
    let early = Moment(TURN_EVERY_MS - 1);
    assert_eq!(follows.attend(early, RoomId(1)), Attended::No);
    assert_eq!(
        follows.attend(Moment(TURN_EVERY_MS), RoomId(1)),
        Attended::InPlaceOf(RoomId(2))
    );
    follows.check_invariants();
    follows.open(next);
    assert_eq!(
        follows.attend(early, RoomId(2)),
        Attended::Yes,
        "a room that is opened leaves its place"
    );
    follows.check_invariants();
}
