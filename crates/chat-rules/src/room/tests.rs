mod properties;
mod script;
mod scripts;

use std::sync::Arc;

use shared::cursor::{Cursor, Epoch, Seq};
use shared::entry::{Attached, Author, Entry, EntryKind};
use shared::ids::{ClientId, RequestId, SessionId, UserId};
use shared::moment::{Moment, Timestamp};
use shared::text::{DisplayName, MessageText};

use super::{Input, Output, Page, Room};

const EPOCH: Epoch = Epoch(0xabc);

/// The entry with this number in every test's log.
fn entry(seq: u64) -> Entry {
    entry_with(seq, format!("message {seq}"))
}

fn entry_with(seq: u64, text: String) -> Entry {
    Entry {
        seq: Seq(seq),
        at: Timestamp(seq),
        author: Author {
            id: UserId(1),
            name: DisplayName::from_stored("ada".to_owned()),
        },
        client_id: ClientId::new_v7(seq, [7; 10]),
        kind: EntryKind::Posted {
            text: MessageText::from_stored(text),
            reply_to: None,
            attached: Attached::default(),
        },
        posts: (Seq(seq)).0,
        state: None,
    }
}

fn page(from: u64, to: u64, head: u64) -> Page {
    Page {
        epoch: EPOCH,
        head: Seq(head),
        entries: (from..=to).map(entry).collect(),
        posts: (Seq(head)).0,
    }
}

#[test]
fn a_page_that_was_read_for_an_earlier_incarnation_is_dropped() {
    let follower = SessionId(1);
    let read = |incarnation, id, after| {
        let mut room = Room::new(incarnation);
        let join = Input::Join {
            follower,
            handle: (),
            id: RequestId(id),
            after,
        };
        let outputs = room.handle(Moment(0), join);
        let [Output::Read { generation, .. }] = outputs.as_slice() else {
            panic!("{outputs:?}")
        };
        (room, *generation)
    };
    let (_, old) = read(1, 1, None);
    let (mut room, new) = read(
        2,
        2,
        Some(Cursor {
            epoch: EPOCH,
            seq: Seq(5),
        }),
    );
    let late = Input::Page {
        to: follower,
        generation: old,
        page: page(1, 10, 10),
    };
    assert!(room.handle(Moment(0), late).is_empty());
    let answer = Input::Page {
        to: follower,
        generation: new,
        page: page(6, 10, 10),
    };
    let outputs = room.handle(Moment(0), answer);
    assert!(
        matches!(
            outputs.as_slice(),
            [
                Output::Start { .. },
                Output::FeedOne { .. },
                Output::Live { .. }
            ]
        ),
        "{outputs:?}"
    );
}

#[test]
fn handles_are_found_while_somebody_follows() {
    let mut room = Room::new(1);
    assert!(room.is_empty());
    for id in [3, 1, 2] {
        let follower = SessionId(id);
        let join = Input::Join {
            follower,
            handle: id * 10,
            id: RequestId(1),
            after: None,
        };
        let outputs = room.handle(Moment(0), join);
        let [Output::Read { generation, .. }] = outputs.as_slice() else {
            panic!("{outputs:?}")
        };
        assert_eq!(room.handle_of(follower), Some(&(id * 10)));
        if id != 2 {
            let answer = Input::Page {
                to: follower,
                generation: *generation,
                page: page(1, 10, 10),
            };
            let _ = room.handle(Moment(0), answer);
            assert_eq!(room.handle_of(follower), Some(&(id * 10)));
        }
    }
    let live: Vec<(SessionId, u64)> = room.live().map(|(id, handle)| (id, *handle)).collect();
    assert_eq!(live, [(SessionId(1), 10), (SessionId(3), 30)]);
    for id in [3, 1, 2] {
        assert!(!room.is_empty());
        let _ = room.handle(
            Moment(0),
            Input::Leave {
                follower: SessionId(id),
            },
        );
        assert_eq!(room.handle_of(SessionId(id)), None);
    }
    assert!(room.is_empty());
}

mod recent {
    use shared::limits::{PAGE_BYTES_MAX, PAGE_ENTRIES};

    use super::*;
    use crate::room::recent::Recent;

    fn seqs(page: Option<Vec<Entry>>) -> Option<Vec<u64>> {
        page.map(|entries| entries.iter().map(|entry| entry.seq.0).collect())
    }

    #[test]
    fn the_newest_page_is_kept() {
        let mut recent = Recent::default();
        for seq in 1..=200 {
            recent.push(Arc::new(entry(seq)));
            recent.check_invariants(Some(Seq(seq)));
        }
        let oldest = 201 - u64::from(PAGE_ENTRIES);
        assert_eq!(seqs(recent.page_from(Seq(oldest - 1))), None);
        assert_eq!(
            seqs(recent.page_from(Seq(oldest))),
            Some((oldest..=200).collect())
        );
        assert_eq!(seqs(recent.page_from(Seq(200))), Some(vec![200]));
        assert_eq!(seqs(recent.page_from(Seq(201))), None);
    }

    #[test]
    fn long_texts_leave_room_for_few() {
        let mut recent = Recent::default();
        for seq in 1..=9 {
            recent.push(Arc::new(entry_with(
                seq,
                "x".repeat(PAGE_BYTES_MAX / 2 - 1),
            )));
            recent.check_invariants(Some(Seq(seq)));
        }
        assert_eq!(seqs(recent.page_from(Seq(7))), None);
        assert_eq!(seqs(recent.page_from(Seq(8))), Some(vec![8, 9]));
        recent.push(Arc::new(entry_with(10, "x".repeat(PAGE_BYTES_MAX * 2))));
        recent.check_invariants(Some(Seq(10)));
        assert_eq!(seqs(recent.page_from(Seq(10))), Some(vec![10]));
    }
}
