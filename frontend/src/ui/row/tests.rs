use std::rc::Rc;

use chat_client::grouping::{Row, RowKey, RowKind};
use chat_client::timeline::{Line, LineContent, LineKey, PendingState};
use shared::cursor::Seq;
use shared::entry::{Attached, Author, Entry, EntryKind};
use shared::ids::{ClientId, UserId};
use shared::moment::{Moment, Timestamp};
use shared::text::{DisplayName, MessageText};

use super::*;

#[test]
fn only_the_newest_stored_message_of_mine_shows_its_number() {
    let mut rows = vec![mine(1), theirs(2), mine(3)];
    let before = drawn(&rows, &[]);
    assert_eq!(fates(&before), [stored(1, false), None, stored(3, true)]);

    rows.push(mine(4));
    let after = drawn(&rows, &before);
    assert_eq!(fates(&after)[2..], [stored(3, false), stored(4, true)]);
    assert_eq!(
        drawings(&after)[..3],
        drawings(&before)[..],
        "no row is drawn anew"
    );
}

#[test]
fn a_message_keeps_its_drawing_from_waiting_to_failed() {
    let waiting = drawn(&[pending(0, PendingState::Waiting)], &[]);
    let sending = drawn(
        &[pending(0, PendingState::Sending { since: Moment(7) })],
        &waiting,
    );
    let failed = drawn(
        &[pending(
            0,
            PendingState::Failed {
                reason: "No.".to_owned(),
            },
        )],
        &sending,
    );
    assert_eq!(drawings(&failed), drawings(&waiting));
    assert_eq!(fates(&failed), [Some(Fate::Failed("No.".to_owned()))]);
}

#[test]
fn the_last_of_several_waiting_messages_speaks_for_all() {
    let rows = [
        pending(0, PendingState::Waiting),
        pending(
            1,
            PendingState::Failed {
                reason: String::new(),
            },
        ),
        pending(2, PendingState::Waiting),
    ];
    let fates = fates(&drawn(&rows, &[]));
    assert_eq!(
        fates[0],
        Some(Fate::Waiting {
            is_kept: true,
            speaks_for: 0
        })
    );
    assert_eq!(
        fates[2],
        Some(Fate::Waiting {
            is_kept: true,
            speaks_for: 2
        })
    );
}

#[test]
fn a_row_that_gets_a_head_is_drawn_anew_and_its_neighbours_are_not() {
    let before = drawn(&[theirs(1), theirs(2)], &[]);
    let after = drawn(&[theirs(1), headed(theirs(2))], &before);
    assert_eq!(after[0].drawing(), before[0].drawing());
    assert_ne!(after[1].drawing(), before[1].drawing());
    assert_eq!(after[1].row.key, before[1].row.key);
}

#[test]
fn rows_that_leave_at_the_top_do_not_disturb_those_that_stay() {
    let rows: Vec<_> = (1..=50).map(theirs).collect();
    let before = drawn(&rows, &[]);
    let after = drawn(&rows[20..], &before);
    assert_eq!(drawings(&after)[..], drawings(&before)[20..]);
}

#[test]
fn failures_are_told_with_their_reasons() {
    let failed = pending(
        0,
        PendingState::Failed {
            reason: "Why.".to_owned(),
        },
    );
    let slots = drawn(
        &[theirs(1), pending(1, PendingState::Waiting), failed.clone()],
        &[],
    );
    assert_eq!(failures(&slots), [(failed.key, "Why.".to_owned())]);
}

fn drawn(rows: &[Row], old: &[RowSlot]) -> Vec<RowSlot> {
    slots(rows, old, Own::of(rows, None))
}

fn drawings(slots: &[RowSlot]) -> Vec<(RowKey, u32)> {
    slots.iter().map(RowSlot::drawing).collect()
}

fn fates(slots: &[RowSlot]) -> Vec<Option<Fate>> {
    slots
        .iter()
        .map(|slot| slot.fate.as_ref().map(|fate| fate.peek(Fate::clone)))
        .collect()
}

fn stored(seq: u64, is_newest: bool) -> Option<Fate> {
    Some(Fate::Stored {
        seq: Seq(seq),
        is_newest,
    })
}

fn theirs(seq: u64) -> Row {
    entry(seq, 2, false)
}

fn mine(seq: u64) -> Row {
    entry(seq, 1, true)
}

fn entry(seq: u64, author: u64, mine: bool) -> Row {
    let author = Author {
        id: UserId(author),
        name: DisplayName::from_stored("Ben".to_owned()),
    };
    let entry = Entry {
        seq: Seq(seq),
        at: Timestamp(seq),
        author,
        client_id: ClientId::new_v7(seq, [1; 10]),
        kind: EntryKind::Posted {
            text: text(),
            reply_to: None,
            attached: Attached::default(),
        },
        posts: (Seq(seq)).0,
        state: None,
    };
    row(
        LineKey::Numbered(Seq(seq)),
        LineContent::Entry {
            entry: Rc::new(entry),
            mine,
            quote: None,
            changes: Vec::new(),
        },
    )
}

fn pending(order: u64, state: PendingState) -> Row {
    let key = LineKey::Pending(order, ClientId::new_v7(order, [2; 10]));
    row(
        key,
        LineContent::Pending {
            text: text(),
            written_at: Timestamp(order),
            state,
            is_kept: true,
            quote: None,
            files: Vec::new(),
        },
    )
}

fn row(key: LineKey, content: LineContent) -> Row {
    let line = Line { key, content };
    Row {
        key: RowKey::Line(key),
        kind: RowKind::Message { line, head: false },
    }
}

fn headed(mut row: Row) -> Row {
    if let RowKind::Message { head, .. } = &mut row.kind {
        *head = true;
    }
    row
}

fn text() -> MessageText {
    MessageText::from_stored("tea?".to_owned())
}
