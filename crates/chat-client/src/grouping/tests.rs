use std::collections::BTreeSet;
use std::rc::Rc;

use expect_test::{Expect, expect};
use proptest::prelude::*;
use shared::ids::ClientId;
use shared::text::{MessageText, Topic};

use super::*;
use crate::script::{author, client_id, entry};
use crate::timeline::PendingState;

const MINUTE: u64 = 60_000;
const DAY: u64 = 24 * 60 * MINUTE;

fn said(seq: u64, by: &str, at: u64) -> Line {
    let entry = Entry {
        at: Timestamp(at),
        ..entry(seq, by, client_id(1))
    };
    let content = LineContent::Entry {
        entry: Rc::new(entry),
        mine: by == "me",
        quote: None,
        changes: Vec::new(),
    };
    Line {
        key: LineKey::Numbered(Seq(seq)),
        content,
    }
}

fn pending(order: u64, at: u64) -> Line {
    Line {
        key: LineKey::Pending(order, ClientId::new_v7(order, [0; 10])),
        content: LineContent::Pending {
            text: MessageText::from_stored("text".to_owned()),
            written_at: Timestamp(at),
            state: PendingState::Waiting,
            is_kept: true,
            quote: None,
            files: Vec::new(),
        },
    }
}

fn hole(first: u64, last: u64) -> Line {
    let (first, last) = (Seq(first), Seq(last));
    Line {
        key: LineKey::Numbered(first),
        content: LineContent::Hole { first, last },
    }
}

use shared::entry::{Entry, EntryKind};

fn day(at: Timestamp) -> i32 {
    (at.0 / DAY) as i32
}

#[expect(clippy::needless_pass_by_value, reason = "expect![…] is handed over")]
fn check(lines: &[Line], first_unread: Option<u64>, expected: Expect) {
    let rows = rows(lines, first_unread.map(Seq), Some(&author("me")), &day);
    let told = rows.iter().map(|row| match &row.kind {
        RowKind::Day { day, at } => format!("day {day} from {}\n", at.0 / MINUTE),
        RowKind::Note { entry } => format!("note {}\n", entry.seq),
        RowKind::New { since } => format!("new since {}\n", since.0 / MINUTE),
        RowKind::Hole { first, last } => format!("hole {first} to {last}\n"),
        RowKind::Message { line, head } => {
            let key = match line.key {
                LineKey::Numbered(seq) => seq.to_string(),
                LineKey::Pending(order, _) => format!("pending {order}"),
            };
            format!("{key}{}\n", if *head { " with a head" } else { "" })
        }
    });
    expected.assert_eq(&told.collect::<String>());
}

#[test]
fn lines_of_one_author_share_a_head_for_five_minutes() {
    check(
        &[
            said(1, "ada", 0),
            said(2, "ada", 5 * MINUTE),
            said(3, "ada", 10 * MINUTE + 1),
            said(4, "ben", 10 * MINUTE + 1),
            said(5, "ada", 10 * MINUTE + 2),
        ],
        None,
        expect![[r#"
            day 0 from 0
            #1 with a head
            #2
            #3 with a head
            #4 with a head
            #5 with a head
        "#]],
    );
}

#[test]
fn a_new_day_begins_with_a_divider_and_a_head() {
    check(
        &[
            said(1, "ada", DAY - 1),
            said(2, "ada", DAY),
            said(3, "ada", DAY + 1),
        ],
        None,
        expect![[r#"
            day 0 from 1439
            #1 with a head
            day 1 from 1440
            #2 with a head
            #3
        "#]],
    );
}

#[test]
fn the_new_line_stands_before_the_first_unread_of_somebody_else() {
    check(
        &[
            said(4, "ada", 0),
            said(5, "me", 1),
            said(6, "ada", 2),
            said(7, "ada", 3),
        ],
        Some(5),
        expect![[r#"
            day 0 from 0
            #4 with a head
            #5 with a head
            new since 0
            #6 with a head
            #7
        "#]],
    );
}

#[test]
fn a_new_line_on_a_new_day_comes_after_the_day() {
    check(
        &[said(4, "ada", 0), said(5, "ada", DAY)],
        Some(5),
        expect![[r#"
        day 0 from 0
        #4 with a head
        day 1 from 1440
        new since 1440
        #5 with a head
    "#]],
    );
}

#[test]
fn the_new_line_stands_on_top_where_older_unread_ones_are_not_loaded() {
    check(
        &[said(40, "ada", 0), said(41, "ada", 1)],
        Some(5),
        expect![[r#"
        day 0 from 0
        new since 0
        #40 with a head
        #41
    "#]],
    );
}

#[test]
fn without_unread_entries_of_others_there_is_no_new_line() {
    check(
        &[said(4, "ada", 0), said(5, "me", 1), pending(1, 2)],
        Some(5),
        expect![[r#"
        day 0 from 0
        #4 with a head
        #5 with a head
        pending 1
    "#]],
    );
}

#[test]
fn a_hole_parts_a_group() {
    check(
        &[said(4, "ada", 0), hole(5, 9), said(10, "ada", 1)],
        None,
        expect![[r#"
        day 0 from 0
        #4 with a head
        hole #5 to #9
        #10 with a head
    "#]],
    );
}

#[test]
fn pending_lines_are_mine_and_a_slow_clock_begins_no_second_day() {
    check(
        &[
            said(4, "me", DAY),
            pending(1, DAY - 5),
            pending(2, DAY + 6 * MINUTE),
        ],
        None,
        expect![[r#"
            day 1 from 1440
            #4 with a head
            pending 1
            pending 2 with a head
        "#]],
    );
}

/// The line as it is after these amendments.
fn amended(mut line: Line, amendments: &[EntryKind]) -> Line {
    if let LineContent::Entry { entry, .. } = &mut line.content {
        for (at, kind) in amendments.iter().enumerate() {
            let amendment = Entry {
                kind: kind.clone(),
                ..crate::script::entry(100 + at as u64, "ada", client_id(1))
            };
            message::apply(Rc::make_mut(entry), &amendment, UserId(99));
        }
    }
    line
}

#[test]
fn of_a_message_that_was_taken_back_its_thread_keeps_a_row() {
    let target = Seq(2);
    let deleted = EntryKind::Deleted { target };
    let replied = EntryKind::Replied {
        thread: target,
        text: MessageText::from_stored("so it is".to_owned()),
        attached: shared::entry::Attached::default(),
    };
    let with = |amendments: &[EntryKind]| {
        let mut lines = vec![said(1, "ada", 0), said(2, "ada", 0), said(3, "ada", 0)];
        lines[1] = amended(lines[1].clone(), amendments);
        lines
    };
    check(
        &with(std::slice::from_ref(&deleted)),
        None,
        expect![[r#"
            day 0 from 0
            #1 with a head
            #3
        "#]],
    );
    // It is nobody's words, so what comes behind it has a head, and it is not new to anybody.
    check(
        &with(&[replied, deleted]),
        Some(2),
        expect![[r#"
            day 0 from 0
            #1 with a head
            #2
            new since 0
            #3 with a head
        "#]],
    );
}

#[test]
fn what_this_program_is_too_old_to_know_is_a_note_and_nothing_new() {
    let unknown = |seq, at| {
        let mut line = said(seq, "ben", at);
        let entry = Entry {
            at: Timestamp(at),
            kind: EntryKind::Unknown {
                name: "later".to_owned(),
            },
            ..entry(seq, "ben", client_id(1))
        };
        line.content = LineContent::Entry {
            entry: Rc::new(entry),
            mine: false,
            quote: None,
            changes: Vec::new(),
        };
        line
    };
    check(
        &[
            said(1, "ben", MINUTE),
            unknown(2, 2 * MINUTE),
            said(3, "ben", 3 * MINUTE),
        ],
        Some(2),
        expect![[r#"
            day 0 from 1
            #1 with a head
            note #2
            new since 3
            #3 with a head
        "#]],
    );
}

#[test]
fn a_topic_stands_between_messages_and_is_nothing_new() {
    let topic = |seq, at| {
        let mut line = said(seq, "ben", at);
        let entry = Entry {
            at: Timestamp(at),
            kind: EntryKind::TopicSet {
                topic: Topic::from_stored("tea".to_owned()),
            },
            ..entry(seq, "ben", client_id(1))
        };
        line.content = LineContent::Entry {
            entry: Rc::new(entry),
            mine: false,
            quote: None,
            changes: Vec::new(),
        };
        line
    };
    check(
        &[
            topic(1, MINUTE),
            said(2, "ben", 2 * MINUTE),
            topic(3, 3 * MINUTE),
            said(4, "ben", 4 * MINUTE),
            topic(5, DAY),
        ],
        Some(3),
        expect![[r#"
            day 0 from 1
            note #1
            #2 with a head
            note #3
            new since 4
            #4 with a head
            day 1 from 1440
            note #5
        "#]],
    );
}

#[test]
fn nothing_makes_no_rows() {
    check(&[], Some(1), expect![[""]]);
}

proptest! {
    #[test]
    fn rows_hold_every_line_once_under_keys_that_differ(
        lines in prop::collection::vec((0..3usize, 0..2 * DAY), 0..80),
        first_unread in prop::option::of(0..100u64),
    ) {
        let lines: Vec<Line> = lines
            .iter()
            .zip(1..)
            .map(|((by, at), seq)| said(seq, ["me", "ada", "ben"][*by], *at))
            .collect();
        let rows = rows(&lines, first_unread.map(Seq), None, &day);
        let keys: BTreeSet<RowKey> = rows.iter().map(|row| row.key).collect();
        prop_assert_eq!(keys.len(), rows.len());
        let held = rows.iter().filter_map(|row| match &row.kind {
            RowKind::Message { line, .. } => Some(line),
            RowKind::Day { .. }
            | RowKind::New { .. }
            | RowKind::Hole { .. }
            | RowKind::Note { .. } => None,
        });
        prop_assert!(held.eq(lines.iter()));
        let divides = |row: &Row| !matches!(row.kind, RowKind::Message { .. });
        for pair in rows.windows(2) {
            if let RowKind::Message { head, .. } = &pair[1].kind {
                prop_assert!(*head || !divides(&pair[0]), "a divider is followed by a head");
            }
        }
    }
}
