use proptest::prelude::*;

use shared::text::Topic;

use super::*;
use crate::script::room;

fn summary(name: &str, head: u64, read: u64) -> RoomSummary {
    let name_of = RoomName::from_stored(name.to_owned());
    RoomSummary {
        room: room(name),
        name: name_of,
        head: Seq(head),
        read: Seq(read),
        posts: (Seq(head)).0,
        read_posts: (Seq(read)).0,
    }
}

fn place(seq: u64) -> Place {
    Place::new(Seq(seq), seq)
}

fn view(rooms: &Rooms, name: &str) -> (u64, u64, u64) {
    let view = rooms.get(room(name)).expect("is listed");
    (view.head.0, view.read.0, view.unread)
}

fn lobby(head: u64, read: u64) -> Rooms {
    let mut rooms = Rooms::default();
    rooms.welcome(vec![summary("lobby", head, read)], Log::Other);
    rooms
}

#[test]
fn the_lobby_stands_first_and_the_others_by_name() {
    let mut rooms = lobby(0, 0);
    for name in ["r4", "den", "hall"] {
        assert!(rooms.add(
            room(name),
            RoomName::from_stored(name.to_owned()),
            place(0),
            place(0)
        ));
    }
    let names: Vec<&str> = rooms.list().iter().map(|view| view.name.as_str()).collect();
    assert_eq!(names, ["lobby", "den", "hall", "r4"]);
    rooms.check_invariants();
    assert!(rooms.remove(room("den")) && !rooms.remove(room("den")));
    rooms.check_invariants();
}

#[test]
fn the_mark_passes_only_what_was_seen() {
    let mut rooms = lobby(700, 300);
    assert!(!rooms.seen(room("lobby"), Seq(656), Seq(700), None));
    assert_eq!(view(&rooms, "lobby"), (700, 300, 400));
    assert!(!rooms.seen(room("lobby"), Seq(302), Seq(310), None));
    assert!(rooms.seen(room("lobby"), Seq(301), Seq(310), None));
    assert!(rooms.seen(room("lobby"), Seq(305), Seq(330), None));
    assert_eq!(view(&rooms, "lobby"), (700, 330, 370));
    assert!(rooms.seen(room("lobby"), Seq(0), Seq(700), None), "said so");
    assert_eq!(view(&rooms, "lobby"), (700, 700, 0));
}

#[test]
fn to_a_newcomer_nothing_that_was_there_is_unread() {
    let mut rooms = lobby(700, 0);
    assert_eq!(view(&rooms, "lobby"), (700, 0, 0));
    assert_eq!(rooms.first_unread(room("lobby")), None);
    assert!(rooms.seen(room("lobby"), Seq(680), Seq(700), None));
    assert_eq!(view(&rooms, "lobby"), (700, 700, 0));
    assert!(rooms.head(room("lobby"), place(710)));
    assert_eq!(rooms.first_unread(room("lobby")), Some(Seq(701)));
}

#[test]
fn to_a_newcomer_what_comes_then_is_unread() {
    let mut rooms = lobby(700, 0);
    assert!(rooms.head(room("lobby"), place(705)));
    assert_eq!(view(&rooms, "lobby"), (705, 0, 5));
    assert_eq!(rooms.first_unread(room("lobby")), Some(Seq(701)));
    rooms.check_invariants();
    // A look at what was there before, or at a part of the new ones, reads nothing.
    assert!(!rooms.seen(room("lobby"), Seq(100), Seq(130), None));
    assert!(!rooms.seen(room("lobby"), Seq(703), Seq(705), None));
    rooms.welcome(vec![summary("lobby", 706, 0)], Log::Same);
    assert_eq!(view(&rooms, "lobby"), (706, 0, 6), "over a reconnect");
    assert!(rooms.seen(room("lobby"), Seq(690), Seq(703), None));
    assert_eq!(view(&rooms, "lobby"), (706, 703, 3));
    rooms.check_invariants();
}

#[test]
fn what_a_newcomer_writes_is_not_unread() {
    let mut rooms = lobby(700, 0);
    assert!(rooms.stored(room("lobby"), Seq(701), true));
    assert_eq!(view(&rooms, "lobby"), (701, 0, 0), "nothing was read");
    rooms.head(room("lobby"), place(702));
    assert_eq!(view(&rooms, "lobby"), (702, 0, 1));
    rooms.check_invariants();
}

#[test]
fn of_a_room_that_was_only_remembered_the_welcome_says_where_it_ends() {
    let mut rooms = Rooms::default();
    let name = RoomName::from_stored("lobby".to_owned());
    let remembered = |came| Remembered {
        room: room("lobby"),
        name: name.clone(),
        came,
    };
    rooms.remembered(vec![remembered(None)]);
    assert_eq!(view(&rooms, "lobby"), (0, 0, 0));
    rooms.welcome(vec![summary("lobby", 700, 0)], Log::Same);
    assert_eq!(view(&rooms, "lobby"), (700, 0, 0));
    rooms.check_invariants();
    // What came between two pages is unread in the second one.
    let kept = rooms.list()[0].remembered();
    assert_eq!(kept, remembered(Some(place(700))));
    let next_page = || {
        let mut rooms = Rooms::default();
        rooms.remembered(vec![kept.clone()]);
        rooms
    };
    let mut rooms = next_page();
    rooms.welcome(vec![summary("lobby", 703, 0)], Log::Same);
    assert_eq!(view(&rooms, "lobby"), (703, 0, 3));
    assert_eq!(rooms.first_unread(room("lobby")), Some(Seq(701)));
    let mut rooms = next_page();
    rooms.forget_where_the_user_came();
    rooms.welcome(vec![summary("lobby", 703, 0)], Log::Same);
    assert_eq!(view(&rooms, "lobby"), (703, 0, 0), "of another log");
    // Once something was read, the read mark says it.
    assert!(rooms.seen(room("lobby"), Seq(680), Seq(703), None));
    assert_eq!(rooms.list()[0].remembered(), remembered(None));
}

#[test]
fn of_a_room_that_was_empty_everything_is_unread() {
    let mut rooms = lobby(0, 0);
    let den = RoomName::from_stored("den".to_owned());
    rooms.add(room("den"), den, place(0), place(0));
    for name in ["lobby", "den"] {
        rooms.head(room(name), place(80));
        assert!(!rooms.seen(room(name), Seq(40), Seq(80), None));
        assert_eq!(rooms.first_unread(room(name)), Some(Seq(1)));
    }
    rooms.welcome(vec![summary("lobby", 90, 0)], Log::Same);
    assert_eq!(rooms.first_unread(room("lobby")), Some(Seq(1)));
    rooms.welcome(vec![summary("lobby", 90, 0)], Log::Other);
    assert_eq!(rooms.first_unread(room("lobby")), None);
}

#[test]
fn a_room_told_twice_is_one_room() {
    let mut rooms = lobby(5, 2);
    assert!(!rooms.add(
        room("lobby"),
        RoomName::from_stored("lobby".to_owned()),
        place(3),
        place(0)
    ));
    assert_eq!(view(&rooms, "lobby"), (5, 2, 3));
    rooms.welcome(
        vec![summary("lobby", 6, 2), summary("lobby", 6, 3)],
        Log::Same,
    );
    assert_eq!(rooms.list().len(), 1);
    rooms.check_invariants();
}

#[test]
fn marks_only_move_forward_and_never_past_the_head() {
    let mut rooms = lobby(10, 4);
    assert!(rooms.seen(room("lobby"), Seq(0), Seq(6), None));
    assert!(!rooms.seen(room("lobby"), Seq(0), Seq(5), None));
    assert!(rooms.seen(room("lobby"), Seq(0), Seq(99), None));
    assert_eq!(view(&rooms, "lobby"), (10, 10, 0));
}

#[test]
fn a_mark_from_elsewhere_proves_that_the_entry_exists() {
    let mut rooms = lobby(10, 4);
    assert!(rooms.seen_elsewhere(room("lobby"), place(12)));
    assert_eq!(view(&rooms, "lobby"), (12, 12, 0));
    assert_eq!(rooms.deadline(), None, "the server knows it already");
}

#[test]
fn an_own_entry_is_read_where_it_directly_follows_the_mark() {
    let mut rooms = lobby(10, 10);
    rooms.wrote(room("lobby"), place(11));
    assert_eq!(view(&rooms, "lobby"), (11, 11, 0));
    rooms.head(room("lobby"), place(12));
    rooms.wrote(room("lobby"), place(13));
    assert_eq!(view(&rooms, "lobby"), (13, 11, 2), "entry 12 was not seen");
}

#[test]
fn a_welcome_of_the_same_log_takes_nothing_back_and_one_of_another_log_does() {
    let mut rooms = lobby(10, 8);
    rooms.welcome(vec![summary("lobby", 9, 3)], Log::Same);
    assert_eq!(view(&rooms, "lobby"), (10, 8, 2));
    assert_eq!(rooms.marks_due(Moment(0)), [(room("lobby"), Seq(8))]);
    rooms.welcome(vec![summary("lobby", 9, 3)], Log::Other);
    assert_eq!(view(&rooms, "lobby"), (9, 3, 6));
    assert_eq!(rooms.marks_due(Moment(0)), []);
}

proptest! {
    #[test]
    fn the_last_mark_is_always_told_and_never_too_often(
        seen in prop::collection::vec((0..40u64, 0..900u64), 0..60),
    ) {
        let mut rooms = lobby(40, 0);
        let mut now = Moment(0);
        let mut told: Vec<(Moment, Seq)> = Vec::new();
        for (seq, ms) in seen {
            let until = now.plus_ms(ms);
            rooms.seen(room("lobby"), Seq(0), Seq(seq), None);
            while let Some(due) = rooms.deadline().filter(|due| *due <= until) {
                now = now.max(due);
                let marks = rooms.marks_due(now);
                told.extend(marks.iter().map(|(_, seq)| (now, *seq)));
                prop_assert!(!marks.is_empty(), "what is due is told");
            }
            now = until;
        }
        told.extend(rooms.marks_due(now.plus_ms(MARK_EVERY_MS)).iter().map(|(_, seq)| (now, *seq)));
        let read = rooms.get(room("lobby")).unwrap().read;
        prop_assert_eq!(told.last().map_or(Seq(0), |(_, seq)| *seq), read);
        prop_assert!(told.is_sorted_by(|a, b| a.1 < b.1));
        let apart = |pair: &[(Moment, Seq)]| pair[1].0.ms_since(pair[0].0) >= MARK_EVERY_MS;
        prop_assert!(told[..told.len().saturating_sub(1)].windows(2).all(apart));
        rooms.check_invariants();
    }
}

#[test]
fn what_is_remembered_is_shown_until_the_server_says_what_is_so() {
    let name = |name: &str| RoomName::from_stored(name.to_owned());
    let mut rooms = Rooms::default();
    let remembered = |room, named| Remembered {
        room: RoomId(room),
        name: name(named),
        came: None,
    };
    rooms.remembered(vec![remembered(2, "tea"), remembered(1, "lobby")]);
    let listed: Vec<_> = rooms.list().iter().map(|view| view.room).collect();
    assert_eq!(listed, [RoomId(1), RoomId(2)]);
    assert_eq!(rooms.first_unread(RoomId(1)), None);
    rooms.check_invariants();
    let summary = RoomSummary {
        room: RoomId(1),
        name: name("lobby"),
        head: Seq(9),
        posts: 9,
        read: Seq(7),
        read_posts: 7,
    };
    rooms.welcome(vec![summary], Log::Same);
    assert_eq!(rooms.list().len(), 1, "the other one is gone");
    assert_eq!(rooms.first_unread(RoomId(1)), Some(Seq(8)));
    rooms.check_invariants();
}

fn mark(from: Option<u64>, revision: u64) -> UnreadMark {
    UnreadMark {
        room: room("lobby"),
        from: from.map(Seq),
        posts_before: from.map_or(0, |from| from - 1),
        own: 0,
        revision,
    }
}

#[test]
fn a_room_is_unread_from_where_the_person_says_whatever_was_read() {
    let mut rooms = lobby(10, 10);
    assert_eq!(rooms.first_unread(room("lobby")), None);
    assert!(rooms.keep_unread(mark(Some(7), 1)));
    assert_eq!(view(&rooms, "lobby"), (10, 10, 4));
    assert_eq!(rooms.first_unread(room("lobby")), Some(Seq(7)));
    rooms.check_invariants();
    // What comes is counted with it, and reading takes nothing away.
    assert!(rooms.head(room("lobby"), place(12)));
    assert!(rooms.seen(room("lobby"), Seq(10), Seq(12), None));
    assert_eq!(view(&rooms, "lobby"), (12, 12, 6));
    rooms.check_invariants();
    // Nor does the next link.
    rooms.welcome(vec![summary("lobby", 13, 12)], Log::Same);
    assert_eq!(view(&rooms, "lobby"), (13, 12, 7));
    assert_eq!(rooms.first_unread(room("lobby")), Some(Seq(7)));
    rooms.check_invariants();
    assert!(rooms.keep_unread(mark(None, 2)));
    assert_eq!(view(&rooms, "lobby"), (13, 12, 1));
    assert_eq!(rooms.first_unread(room("lobby")), Some(Seq(13)));
    // What is older, and came late, changes nothing.
    assert!(!rooms.keep_unread(mark(Some(7), 1)));
    assert_eq!(view(&rooms, "lobby"), (13, 12, 1));
    rooms.check_invariants();
}

#[test]
fn own_messages_behind_an_unread_mark_are_not_unread() {
    let mut rooms = lobby(10, 10);
    let own = |own| UnreadMark {
        own,
        ..mark(Some(7), own)
    };
    assert!(rooms.keep_unread(own(1)));
    assert_eq!(view(&rooms, "lobby"), (10, 10, 3));
    assert_eq!(rooms.first_unread(room("lobby")), Some(Seq(7)));
    assert!(rooms.head(room("lobby"), place(12)));
    assert_eq!(view(&rooms, "lobby"), (12, 10, 5));
    rooms.check_invariants();
    let mut rooms = lobby(10, 10);
    assert!(rooms.keep_unread(own(4)), "the mark is known");
    assert_eq!(view(&rooms, "lobby"), (10, 10, 0));
    assert_eq!(rooms.first_unread(room("lobby")), None);
    rooms.check_invariants();
}

#[test]
fn an_unread_mark_behind_the_read_mark_leaves_what_was_unread() {
    let mut rooms = lobby(10, 4);
    assert!(!rooms.keep_unread(UnreadMark {
        room: room("den"),
        ..mark(Some(1), 1)
    }));
    assert!(rooms.keep_unread(mark(Some(8), 1)));
    assert_eq!(view(&rooms, "lobby"), (10, 4, 6));
    assert_eq!(rooms.first_unread(room("lobby")), Some(Seq(5)));
    rooms.check_invariants();
    // Another log has other entries under these numbers.
    rooms.welcome(vec![summary("lobby", 10, 10)], Log::Other);
    assert_eq!(view(&rooms, "lobby"), (10, 10, 0));
    rooms.check_invariants();
}

#[test]
fn of_two_topics_the_newer_holds_in_whatever_order_they_come() {
    let topic = |seq, words: &str| RoomTopic {
        seq: Seq(seq),
        text: Topic::from_stored(words.to_owned()),
    };
    let lobby = room("lobby");
    let mut rooms = Rooms::default();
    assert!(!rooms.topic(lobby, &topic(1, "nowhere")), "no such room");
    let listed = || vec![summary("lobby", 9, 9)];
    rooms.welcome(listed(), Log::Same);
    let now = |rooms: &Rooms| rooms.get(lobby).and_then(|view| view.topic.clone());
    assert_eq!(now(&rooms), None);
    let before = rooms.get(lobby).map(|view| view.unread);
    assert!(rooms.topic(lobby, &topic(8, "tea")));
    assert!(!rooms.topic(lobby, &topic(8, "tea")), "told twice");
    assert!(!rooms.topic(lobby, &topic(5, "older")));
    assert_eq!(now(&rooms), Some(topic(8, "tea")));
    rooms.welcome(listed(), Log::Same);
    assert_eq!(now(&rooms), Some(topic(8, "tea")), "kept over a reconnect");
    assert!(rooms.topic(lobby, &topic(9, "")));
    assert_eq!(rooms.get(lobby).map(|view| view.unread), before);
    rooms.welcome(listed(), Log::Other);
    assert_eq!(now(&rooms), None, "of another log nothing is known");
}
