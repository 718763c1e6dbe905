//! The checker notices everything that it is there for.

use shared::cursor::Seq;
use shared::entry::{Attached, Author, Entry, EntryKind};
use shared::ids::{ClientId, RoomId, UserId};
use shared::moment::Timestamp;
use shared::text::{DisplayName, MessageText};

use super::{Logs, check};
use crate::crash::record::{Event, Stretch};

const ROOM: RoomId = RoomId(1);

fn id(number: u8) -> ClientId {
    ClientId::new_v7(u64::from(number), [number; 10])
}

fn entry(seq: u64, write: u8) -> Entry {
    Entry {
        seq: Seq(seq),
        at: Timestamp(seq),
        author: Author {
            id: UserId(1),
            name: DisplayName::from_stored("ada".to_owned()),
        },
        client_id: id(write),
        kind: EntryKind::Posted {
            text: MessageText::from_stored(format!("message {write}")),
            reply_to: None,
            attached: Attached::default(),
        },
        posts: (Seq(seq)).0,
        state: None,
    }
}

fn logs(writes: &[u8]) -> Logs {
    let log = (1..)
        .zip(writes)
        .map(|(seq, write)| entry(seq, *write))
        .collect();
    Logs::from([(ROOM, log)])
}

/// Two clients; the first writes 1 and 2, the other 3, and both see all of it.
fn good_record() -> Vec<Event> {
    let log = [entry(1, 1), entry(2, 2), entry(3, 3)];
    vec![
        Event::Follows(0, ROOM, Seq(1)),
        Event::Wrote(0, ROOM, id(1)),
        Event::Stored(0, ROOM, id(1), Seq(1)),
        Event::Shown(0, ROOM, Stretch::of(&log[..1])),
        Event::Wrote(0, ROOM, id(2)),
        Event::Killed(1),
        Event::Stored(0, ROOM, id(2), Seq(2)),
        Event::Stored(0, ROOM, id(2), Seq(2)),
        Event::Wrote(1, ROOM, id(3)),
        Event::Follows(0, ROOM, Seq(2)),
        Event::Shown(0, ROOM, Stretch::of(&log[1..])),
        Event::Page(1, ROOM, Stretch::of(&log)),
    ]
}

#[test]
fn a_good_record_passes_and_is_counted() {
    let checked = check(&good_record(), &logs(&[1, 2, 3])).expect("all is as promised");
    assert_eq!(
        (checked.written, checked.acknowledged, checked.repeated),
        (3, 2, 1)
    );
    assert_eq!((checked.shown, checked.on_pages, checked.kills), (3, 3, 1));
}

#[test]
fn each_broken_promise_is_noticed() {
    let shown = |writes: &[(u64, u8)]| {
        let entries: Vec<_> = writes
            .iter()
            .map(|(seq, write)| entry(*seq, *write))
            .collect();
        Stretch::of(&entries)
    };
    type Breach = (&'static str, Vec<u8>, Vec<Event>);
    let breaches: [Breach; 9] = [
        ("is lost", vec![1, 2], vec![]),
        ("is there twice", vec![1, 2, 3, 1], vec![]),
        ("were written", vec![1, 2, 3, 4], vec![]),
        // Written first and stored last.
        ("after the one", vec![2, 1, 3], vec![]),
        (
            "was told that",
            vec![1, 2, 3],
            vec![Event::Stored(1, ROOM, id(3), Seq(2))],
        ),
        // A ghost: shown, and gone after a crash.
        (
            "that are not so",
            vec![1, 2, 3],
            vec![Event::Shown(0, ROOM, shown(&[(4, 9)]))],
        ),
        // Another entry under the same number.
        (
            "that are not so",
            vec![1, 2, 3],
            vec![Event::Page(1, ROOM, shown(&[(2, 3)]))],
        ),
        (
            "was next",
            vec![1, 2, 3],
            vec![Event::Shown(0, ROOM, shown(&[(2, 2)]))],
        ),
        (
            "was next",
            vec![1, 2, 3],
            vec![
                Event::Follows(1, ROOM, Seq(1)),
                Event::Shown(1, ROOM, shown(&[(2, 2)])),
            ],
        ),
    ];
    for (complaint, log, more) in breaches {
        let mut record = good_record();
        if log[..2] != [1, 2] {
            // What was told about them is another breach.
            record.retain(|event| matches!(event, Event::Wrote(..)));
        }
        record.extend(more);
        let error = check(&record, &logs(&log)).expect_err(complaint);
        assert!(
            error.to_string().contains(complaint),
            "{complaint}: {error}"
        );
    }
}
