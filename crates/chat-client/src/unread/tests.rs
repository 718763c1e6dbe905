use shared::cursor::Seq;

use super::*;

const ROOM: RoomId = RoomId(1);
const OTHER: RoomId = RoomId(2);

fn mark(room: RoomId, from: u64, revision: u64) -> UnreadMark {
    UnreadMark {
        room,
        from: (from > 0).then_some(Seq(from)),
        posts_before: 0,
        own: 0,
        revision,
    }
}

#[test]
fn what_is_older_than_what_is_known_changes_nothing() {
    let mut marks = UnreadMarks::default();
    assert!(marks.take(mark(ROOM, 7, 2)));
    assert!(!marks.take(mark(ROOM, 7, 2)), "it is known");
    assert!(!marks.take(mark(ROOM, 3, 1)));
    assert!(marks.take(mark(ROOM, 0, 3)));
    assert_eq!(marks.clear(ROOM), None);
}

#[test]
fn what_the_server_does_not_list_is_gone() {
    let mut marks = UnreadMarks::default();
    marks.take(mark(ROOM, 7, 2));
    marks.take(mark(OTHER, 8, 3));
    let shown = marks.take_all(&[mark(OTHER, 9, 4)]);
    assert_eq!(shown, [mark(ROOM, 0, 2), mark(OTHER, 9, 4)]);
    assert_eq!(marks.take_all(&[mark(OTHER, 9, 4)]), []);
}

#[test]
fn a_mark_is_taken_away_at_once_and_comes_back_where_the_server_says_no() {
    let mut marks = UnreadMarks::default();
    marks.take(mark(ROOM, 7, 2));
    let cleared = marks.clear(ROOM).expect("it was marked");
    assert_eq!(cleared.shown, mark(ROOM, 0, 2));
    assert_eq!((cleared.write.from, cleared.write.base), (None, 2));
    assert_eq!(marks.clear(ROOM), None, "once");
    assert!(marks.restore(&cleared));
    assert!(marks.clear(ROOM).is_some());
}

#[test]
fn a_mark_that_another_device_made_meanwhile_is_not_undone() {
    let mut marks = UnreadMarks::default();
    marks.take(mark(ROOM, 7, 2));
    let cleared = marks.clear(ROOM).expect("it was marked");
    assert!(marks.take(mark(ROOM, 9, 3)));
    assert!(!marks.restore(&cleared));
    let again = marks.clear(ROOM).expect("it is marked from 9 on");
    assert_eq!(again.before, mark(ROOM, 9, 3));
}

#[test]
fn a_room_that_was_marked_in_a_visit_is_not_read_by_leaving_it() {
    let mut marks = UnreadMarks::default();
    assert_eq!(marks.goes_to(Some(ROOM)), None);
    marks.saw_end(ROOM);
    marks.take(mark(ROOM, 7, 1));
    assert_eq!(marks.goes_to(Some(OTHER)), None, "marked before their eyes");
    marks.goes_to(Some(ROOM));
    assert_eq!(marks.goes_to(Some(ROOM)), None, "nowhere else");
    marks.saw_end(OTHER);
    assert_eq!(marks.goes_to(Some(OTHER)), None, "its end was not seen");
    marks.goes_to(Some(ROOM));
    marks.saw_end(ROOM);
    assert_eq!(marks.goes_to(None), Some(ROOM));
    assert!(marks.clear(ROOM).is_some());
}
