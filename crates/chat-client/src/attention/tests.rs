use shared::entry::{Attached, Edition, EntryKind, MessageState};
use shared::ids::ClientId;
use shared::preferences::{QuietHours, RoomWish};
use shared::server_frame::{Moved, ReadMark, RoomEntries, RoomHead};
use shared::text::MessageText;

use super::*;
use crate::script::{author, room, welcome};

const NOON: Here = Here {
    looks_at: None,
    now: Timestamp(1_000),
    minute: 12 * 60,
    do_not_disturb: false,
};

fn summary(name: &str, head: u64, read: u64) -> RoomSummary {
    RoomSummary {
        room: room(name),
        name: RoomName::from_stored(name.to_owned()),
        head: Seq(head),
        posts: head,
        read: Seq(read),
        read_posts: read,
    }
}

fn said(by: &str, seq: u64, text: &str) -> Entry {
    Entry {
        seq: Seq(seq),
        at: Timestamp(seq),
        author: author(by),
        client_id: ClientId::from_bytes([9; 16]),
        kind: EntryKind::Posted {
            text: MessageText::from_stored(text.to_owned()),
            reply_to: None,
            attached: Attached::default(),
        },
        posts: seq,
        state: None,
    }
}

fn fed(name: &str, entries: Vec<Entry>) -> ServerFrame {
    ServerFrame::Entries(RoomEntries {
        room: room(name),
        entries,
    })
}

fn moved(name: &str, head: u64) -> ServerFrame {
    let head = RoomHead {
        room: room(name),
        head: Seq(head),
        posts: head,
    };
    ServerFrame::Moved(Moved { rooms: vec![head] })
}

/// Lobby: ten messages, seven read. Den: all read. Hall: never opened.
fn attention() -> Attention {
    let mut attention = Attention::default();
    let rooms = vec![
        summary("lobby", 10, 7),
        summary("den", 3, 3),
        summary("hall", 5, 0),
    ];
    let attended = attention.heard(&welcome(1, rooms));
    assert_eq!(attended, [room("lobby")], "only there something is unread");
    attention
}

/// What the only device of somebody tells.
fn all_told(attention: &mut Attention, here: &Here) -> Vec<Telling> {
    let asked = attention.asks(here);
    attention.tell(here, &asked, &asked)
}

fn told(attention: &mut Attention) -> Vec<(String, String)> {
    let told = all_told(attention, &NOON);
    told.into_iter().map(said_of).collect()
}

/// A telling in words, as short as it can be read.
fn said_of(telling: Telling) -> (String, String) {
    let room = telling.name.as_str();
    match telling.what {
        What::One {
            author,
            line,
            mentions_me,
        } => {
            let what = if mentions_me { " mentions you" } else { "" };
            ([author.as_str(), what, " in #", room].concat(), line)
        }
        What::Several {
            count,
            authors,
            has_more,
            mentions,
        } => {
            let mut names: Vec<&str> = authors.iter().map(DisplayName::as_str).collect();
            if has_more {
                names.push("others");
            }
            let from = match names.as_slice() {
                [first @ .., last] if !first.is_empty() => {
                    [&first.join(", "), " and ", last].concat()
                }
                names => names.concat(),
            };
            let mut body = format!("{count} new from {from}");
            match mentions {
                0 => {}
                1 => body.push_str(", 1 mentions you"),
                more => body.push_str(&format!(", {more} mention you")),
            }
            (["#", room].concat(), body)
        }
    }
}

fn wants(attention: &mut Attention, change: impl FnOnce(&mut Preferences)) {
    let mut wants = attention.wants().clone();
    change(&mut wants);
    attention.want(wants);
}

#[test]
fn mentions_are_counted_after_the_read_mark_alone() {
    let mut attention = attention();
    let page = vec![
        said("ada", 6, "@me before the mark"),
        said("ada", 8, "@me"),
        said("ada", 9, "nobody"),
        said("me", 10, "@me, said I"),
        said("ada", 11, "look, @me"),
    ];
    let _ = attention.heard(&fed("lobby", page));
    assert_eq!(attention.mentions(room("lobby")), 2);
    let mark = ReadMark {
        room: room("lobby"),
        seq: Seq(8),
        posts: 8,
    };
    let _ = attention.heard(&ServerFrame::ReadMark(mark));
    assert_eq!(attention.mentions(room("lobby")), 1);
    let deleted = Entry {
        kind: EntryKind::Deleted { target: Seq(11) },
        ..said("ada", 12, "")
    };
    let _ = attention.heard(&fed("lobby", vec![deleted]));
    assert_eq!(attention.mentions(room("lobby")), 0);
}

fn edited(by: &str, seq: u64, target: u64, text: &str) -> Entry {
    Entry {
        kind: EntryKind::Edited {
            target: Seq(target),
            text: MessageText::from_stored(text.to_owned()),
        },
        ..said(by, seq, "")
    }
}

#[test]
fn whoever_an_edit_names_is_told_once() {
    let mut attention = attention();
    let _ = attention.heard(&fed("lobby", vec![said("ada", 11, "look")]));
    assert_eq!(told(&mut attention), [], "nobody is named");
    let _ = attention.heard(&fed("lobby", vec![edited("ada", 12, 11, "look, @me")]));
    assert_eq!(attention.mentions(room("lobby")), 1);
    let expected = (
        "ada mentions you in #lobby".to_owned(),
        "look, @me".to_owned(),
    );
    assert_eq!(told(&mut attention), [expected]);
    let _ = attention.heard(&fed("lobby", vec![edited("ada", 13, 11, "look here, @me")]));
    assert_eq!(told(&mut attention), [], "that was told");
    let _ = attention.heard(&fed("lobby", vec![edited("ada", 14, 11, "look here")]));
    assert_eq!(attention.mentions(room("lobby")), 0);
}

#[test]
fn an_edit_of_what_was_read_or_of_ones_own_names_nobody() {
    let mut attention = attention();
    let edits = vec![edited("ada", 11, 6, "@me"), edited("me", 12, 10, "@me")];
    let _ = attention.heard(&fed("lobby", edits));
    assert_eq!(attention.mentions(room("lobby")), 0);
    assert_eq!(told(&mut attention), []);
}

#[test]
fn what_waits_is_told_as_it_is_by_then() {
    let mut attention = attention();
    let page = vec![
        said("ada", 11, "@me lok"),
        edited("ada", 12, 11, "@me look"),
    ];
    let _ = attention.heard(&fed("lobby", page));
    assert_eq!(told(&mut attention)[0].1, "@me look");
    let page = vec![said("ada", 13, "@me"), edited("ada", 14, 13, "nobody")];
    let _ = attention.heard(&fed("lobby", page));
    assert_eq!(told(&mut attention), []);
    // A page that was read later has the edit in the message.
    let mut late = said("ada", 15, "look");
    late.state = Some(Box::new(MessageState {
        as_of: Seq(16),
        edited: Some(Edition {
            seq: Seq(16),
            at: Timestamp(1),
            text: MessageText::from_stored("look, @me".to_owned()),
        }),
        deleted: None,
        pinned: None,
        reactions: Vec::new(),
        thread: None,
    }));
    let page = vec![late, edited("ada", 16, 15, "look, @me")];
    let _ = attention.heard(&fed("lobby", page));
    assert_eq!(told(&mut attention).len(), 1);
    assert_eq!(attention.mentions(room("lobby")), 2);
}

#[test]
fn what_was_there_before_is_counted_and_not_told() {
    let mut attention = attention();
    let _ = attention.heard(&fed("lobby", vec![said("ada", 9, "@me")]));
    assert_eq!(attention.mentions(room("lobby")), 1);
    assert!(!attention.is_waiting());
}

#[test]
fn a_room_that_goes_on_is_attended_and_what_comes_is_told_once() {
    let mut attention = attention();
    assert_eq!(attention.heard(&moved("den", 4)), [room("den")]);
    // The newest page, then the same again.
    for _ in 0..2 {
        let page = vec![said("ada", 3, "@me old"), said("ada", 4, "hey **@me**")];
        let _ = attention.heard(&fed("den", page));
    }
    assert_eq!(attention.heard(&moved("den", 4)), [], "it is known");
    assert_eq!(
        told(&mut attention),
        [("ada mentions you in #den".to_owned(), "hey @me".to_owned())]
    );
    assert_eq!(told(&mut attention), []);
}

#[test]
fn what_was_missed_without_a_link_is_told_after() {
    let mut attention = attention();
    let rooms = vec![summary("den", 6, 3)];
    assert_eq!(attention.heard(&welcome(1, rooms)), [room("den")]);
    let _ = attention.heard(&fed("den", vec![said("ada", 6, "@me")]));
    assert_eq!(told(&mut attention).len(), 1);
    assert_eq!(attention.mentions(room("lobby")), 0, "it is gone");
}

#[test]
fn another_log_begins_anew() {
    let mut attention = attention();
    let _ = attention.heard(&fed("lobby", vec![said("ada", 11, "@me")]));
    let _ = attention.heard(&welcome(2, vec![summary("lobby", 1, 0)]));
    assert_eq!(attention.mentions(room("lobby")), 0);
    assert!(!attention.is_waiting());
}

#[test]
fn what_is_read_or_looked_at_by_then_is_not_told() {
    let mut attention = attention();
    let _ = attention.heard(&fed("den", vec![said("ada", 4, "@me")]));
    let here = Here {
        looks_at: Some(room("den")),
        ..NOON
    };
    assert_eq!(all_told(&mut attention, &here), []);
    let _ = attention.heard(&fed("den", vec![said("ada", 5, "@me")]));
    let mark = ReadMark {
        room: room("den"),
        seq: Seq(5),
        posts: 5,
    };
    let _ = attention.heard(&ServerFrame::ReadMark(mark));
    assert_eq!(told(&mut attention), []);
}

#[test]
fn each_room_tells_what_is_wanted_of_it() {
    let mut attention = attention();
    wants(&mut attention, |wants| {
        wants.keywords = vec!["deploy".to_owned()];
        let everything = RoomWish {
            tell: Some(Tell::Everything),
            muted_until: None,
        };
        wants.wish(room("den"), everything);
        let muted = RoomWish {
            tell: None,
            muted_until: Some(Timestamp(2_000)),
        };
        wants.wish(room("hall"), muted);
    });
    let _ = attention.heard(&fed("lobby", vec![said("ada", 11, "by the way")]));
    let _ = attention.heard(&fed("den", vec![said("ada", 4, "by the way")]));
    let _ = attention.heard(&fed("hall", vec![said("ada", 6, "@me")]));
    assert_eq!(
        told(&mut attention),
        [("ada in #den".to_owned(), "by the way".to_owned())]
    );
    assert_eq!(attention.mentions(room("hall")), 1, "it is counted still");
    let _ = attention.heard(&fed("lobby", vec![said("ada", 12, "Deploy now")]));
    assert_eq!(told(&mut attention)[0].1, "Deploy now");
    let _ = attention.heard(&fed("hall", vec![said("ada", 7, "@me")]));
    let later = Here {
        now: Timestamp(2_000),
        ..NOON
    };
    assert_eq!(all_told(&mut attention, &later).len(), 1, "no longer muted");
}

#[test]
fn quiet_hours_swallow_what_comes() {
    let mut attention = attention();
    wants(&mut attention, |wants| {
        wants.quiet = Some(QuietHours { from: 700, to: 800 });
    });
    let _ = attention.heard(&fed("den", vec![said("ada", 4, "@me")]));
    assert_eq!(told(&mut attention), []);
    let later = Here {
        minute: 800,
        ..NOON
    };
    assert_eq!(
        all_told(&mut attention, &later),
        [],
        "it is not told afterwards"
    );
    assert_eq!(attention.mentions(room("den")), 1);
}

#[test]
fn who_does_not_want_to_be_disturbed_is_told_nothing() {
    let mut attention = attention();
    let _ = attention.heard(&fed("den", vec![said("ada", 4, "@me")]));
    let here = Here {
        do_not_disturb: true,
        ..NOON
    };
    assert_eq!(all_told(&mut attention, &here), []);
    assert_eq!(told(&mut attention), [], "nor afterwards");
    assert_eq!(attention.mentions(room("den")), 1);
}

#[test]
fn several_of_a_room_are_one_and_mentions_come_first() {
    let mut attention = attention();
    wants(&mut attention, |wants| wants.tell = Tell::Everything);
    let lobby = (11..20).map(|n| said(["ada", "ben", "cy"][n as usize % 3], n, "x"));
    let _ = attention.heard(&fed("lobby", lobby.collect()));
    let den = vec![
        said("ada", 4, "one"),
        said("ben", 5, "@me"),
        said("ben", 6, "@me"),
    ];
    let _ = attention.heard(&fed("den", den));
    assert_eq!(
        told(&mut attention),
        [
            (
                "#den".to_owned(),
                "3 new from ada and ben, 2 mention you".to_owned()
            ),
            ("#lobby".to_owned(), "9 new from cy, ada and ben".to_owned()),
        ]
    );
}

#[test]
fn what_is_said_in_a_followed_thread_is_as_good_as_a_mention() {
    let mut attention = attention();
    let reply = |seq, thread| Entry {
        kind: EntryKind::Replied {
            thread: Seq(thread),
            text: MessageText::from_stored("in the thread".to_owned()),
            attached: shared::entry::Attached::default(),
        },
        ..said("ada", seq, "")
    };
    let _ = attention.heard(&fed("lobby", vec![reply(11, 3)]));
    assert_eq!(told(&mut attention), []);
    attention.follow([(room("lobby"), Seq(3))].into());
    let _ = attention.heard(&fed("lobby", vec![reply(12, 3), reply(13, 4)]));
    let expected = ("ada in #lobby".to_owned(), "in the thread".to_owned());
    assert_eq!(told(&mut attention), [expected]);
    wants(&mut attention, |wants| wants.tell = Tell::Nothing);
    let _ = attention.heard(&fed("lobby", vec![reply(14, 3)]));
    assert_eq!(told(&mut attention), [], "nothing is nothing");
}

#[test]
fn whoever_is_named_in_a_thread_follows_it_from_then_on() {
    let mut attention = attention();
    let reply = |seq, thread, text: &str| Entry {
        kind: EntryKind::Replied {
            thread: Seq(thread),
            text: MessageText::from_stored(text.to_owned()),
            attached: Attached::default(),
        },
        ..said("ada", seq, "")
    };
    let lobby = room("lobby");
    let _ = attention.heard(&fed(
        "lobby",
        vec![reply(11, 3, "nobody"), said("ada", 12, "@me")],
    ));
    assert_eq!(attention.take_to_follow(), []);
    let _ = attention.heard(&fed(
        "lobby",
        vec![reply(13, 3, "@me"), reply(14, 3, "@me!")],
    ));
    assert_eq!(attention.take_to_follow(), [(lobby, Seq(3))]);
    assert_eq!(attention.take_to_follow(), [], "it is told once");
    let _ = attention.heard(&fed("lobby", vec![reply(15, 3, "@me again")]));
    assert_eq!(attention.take_to_follow(), []);
    attention.not_followed(lobby, Seq(3));
    let _ = attention.heard(&fed("lobby", vec![reply(16, 3, "@me")]));
    assert_eq!(
        attention.take_to_follow(),
        [(lobby, Seq(3))],
        "the server had not taken it"
    );
    attention.follow([(lobby, Seq(4))].into());
    let _ = attention.heard(&fed("lobby", vec![reply(17, 4, "@me")]));
    assert_eq!(attention.take_to_follow(), [], "it is followed already");
}

#[test]
fn what_another_device_told_is_not_told_again() {
    let mut attention = attention();
    let says = |seq: u64| fed("den", vec![said("ben", seq, &format!("@me {seq}"))]);
    attention.heard(&says(4));
    attention.heard(&says(5));
    let asked = attention.asks(&NOON);
    assert_eq!(asked, [ToldMessages::new(room("den"), Seq(5))]);
    // Meanwhile one more comes: it is asked for with the next.
    attention.heard(&says(6));
    let rest = ToldMessages {
        after: Seq(4),
        ..asked[0]
    };
    let told = attention.tell(&NOON, &asked, &[rest]);
    assert!(
        matches!(&told[..], [telling] if telling.seq == Seq(5)),
        "the fourth was another one's: {told:?}"
    );
    let asked = attention.asks(&NOON);
    assert_eq!(asked, [ToldMessages::new(room("den"), Seq(6))]);
    assert_eq!(
        attention.tell(&NOON, &asked, &[]),
        [],
        "it is another one's"
    );
    assert!(!attention.is_waiting());
}
