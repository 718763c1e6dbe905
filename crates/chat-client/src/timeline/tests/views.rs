//! One timeline by itself: what is held, and how views see it.

use shared::cursor::{Epoch, Seq};
use shared::entry::{Attached, EntryKind};
use shared::http::EntriesPage;
use shared::ids::{RequestId, UserId};
use shared::moment::Moment;
use shared::server_frame::{FollowStart, Following};

use super::super::*;
use crate::backoff::Chance;
use crate::script::{client_id, entries, entry, room};
use crate::{PageAsk, PageSide};

pub(super) const ME: UserId = UserId(1);

/// A live room that holds these.
pub(super) fn live(first: u64, last: u64) -> Timeline {
    live_with(entries(first, last, "ada"))
}

/// A live room that holds these entries, which follow each other.
pub(super) fn live_with(entries: Vec<Entry>) -> Timeline {
    let mut timeline = Timeline::new(room("lobby"));
    timeline.asked(Moment(0), RequestId(1));
    let (first, last) = (entries.first().unwrap(), entries.last().unwrap());
    let (from, head) = (first.seq, last.seq);
    let (id, start) = (RequestId(1), FollowStart::Newest);
    let following = Following {
        id,
        room: room("lobby"),
        start,
        from,
        head,
        topic: None,
    };
    assert_eq!(timeline.following(Moment(0), &following), Start::Begun);
    timeline.fed(Moment(0), entries, ME);
    timeline.live(head, head.0);
    timeline.check_invariants();
    timeline
}

pub(super) fn held(timeline: &Timeline) -> (u64, u64) {
    let oldest = timeline.oldest().expect("something is held");
    (oldest.0, timeline.newest_loaded().0)
}

pub(super) fn answer(timeline: &mut Timeline, ask: &PageAsk) {
    let head = timeline.head();
    let limit = u64::from(ask.limit);
    let (first, last) = match ask.side {
        PageSide::Before(seq) => (seq.0.saturating_sub(limit).max(1), seq.0 - 1),
        PageSide::After(seq) => (seq.0 + 1, (seq.0 + limit).min(head.0)),
    };
    let page = EntriesPage {
        epoch: Epoch(1),
        head,
        entries: entries(first, last, "ada"),
    };
    let chance = &mut Chance::new(1);
    let answered = timeline.page(Moment(0), ask, Ok(page), Epoch(1), ME, chance);
    assert!(
        matches!(answered, Answered::Taken(new) if new > 0),
        "{answered:?}"
    );
    timeline.check_invariants();
}

pub(super) fn fetch(timeline: &mut Timeline) -> PageAsk {
    let asks = timeline.asks(Moment(0), &mut Chance::new(1));
    assert_eq!(asks.len(), 1, "one page is asked for");
    answer(timeline, &asks[0]);
    asks[0]
}

#[test]
fn a_busy_room_is_held_bounded_at_the_newest_end() {
    let mut timeline = live(1, 50);
    for seq in 51..=5_000 {
        timeline.fed(Moment(0), entries(seq, seq, "ada"), ME);
        assert!(timeline.len() <= LINES_HELD_MAX + TRIM_SLACK);
    }
    timeline.check_invariants();
    let (oldest, newest) = held(&timeline);
    assert_eq!(newest, 5_000);
    assert!(5_000 - oldest < (LINES_HELD_MAX + TRIM_SLACK) as u64);
    assert!(timeline.has_older() && !timeline.has_newer());
}

#[test]
fn scrolling_up_lets_go_of_the_newest_and_scrolling_down_brings_it_back() {
    let mut timeline = live(4_951, 5_000);
    while held(&timeline).0 > 1 {
        timeline.want_older();
        fetch(&mut timeline);
        assert!(timeline.len() <= LINES_HELD_MAX + TRIM_SLACK);
    }
    assert!(!timeline.has_older() && timeline.has_newer());
    assert_eq!(timeline.head(), Seq(5_000));
    timeline.fed(Moment(0), entries(5_001, 5_001, "ada"), ME);
    assert_eq!(timeline.head(), Seq(5_001));
    let top = timeline.lines()[0].key;
    assert_eq!(
        timeline.index_of(top),
        Some(0),
        "the reader's line did not move"
    );

    while timeline.has_newer() {
        timeline.want_newer();
        fetch(&mut timeline);
        assert!(timeline.len() <= LINES_HELD_MAX + TRIM_SLACK);
    }
    assert_eq!(timeline.complete_to(), Some(Seq(5_001)));
    timeline.fed(Moment(0), entries(5_002, 5_002, "ada"), ME);
    assert_eq!(timeline.newest_loaded(), Seq(5_002));
}

#[test]
fn what_is_being_fetched_is_told_and_nothing_else() {
    let mut timeline = live(4_951, 5_000);
    let stretch = |first, last| {
        let (first, last) = (Seq(first), Seq(last));
        Some(Stretch { first, last })
    };
    assert_eq!(timeline.extent().fetching, None);
    timeline.want_older();
    assert_eq!(timeline.extent().fetching, stretch(4_901, 4_950));
    while !timeline.has_newer() {
        timeline.want_older();
        fetch(&mut timeline);
    }
    let extent = timeline.extent();
    assert!(extent.is_further_up && extent.complete_to < extent.head);
    assert_eq!(extent.fetching, None, "what was let go of is not missing");
    let newest = extent.complete_to.0;
    timeline.want_newer();
    assert_eq!(
        timeline.extent().fetching,
        stretch(newest + 1, (newest + 50).min(5_000))
    );
    timeline.want_newest();
    assert_eq!(timeline.extent().fetching, stretch(4_951, 5_000));
    fetch(&mut timeline);
    let extent = timeline.extent();
    assert_eq!((extent.complete_to, extent.fetching), (Seq(5_000), None));
    assert!(!extent.is_further_up);
}

#[test]
fn the_first_page_of_all_is_told_from_one() {
    let mut timeline = live(31, 80);
    timeline.want_older();
    let fetching = timeline.extent().fetching;
    assert_eq!(
        fetching.map(|stretch| (stretch.first, stretch.last)),
        Some((Seq(1), Seq(30)))
    );
}

#[test]
fn entries_that_come_while_the_newest_page_loads_are_not_missed() {
    let mut timeline = live(4_951, 5_000);
    while !timeline.has_newer() {
        timeline.want_older();
        fetch(&mut timeline);
    }
    timeline.want_newest();
    let asks = timeline.asks(Moment(0), &mut Chance::new(1));
    timeline.fed(Moment(0), entries(5_001, 5_003, "ada"), ME);
    assert_eq!(asks[0].side, PageSide::Before(Seq(5_001)));
    let page = EntriesPage {
        epoch: Epoch(1),
        head: Seq(5_000),
        entries: entries(4_951, 5_000, "ada"),
    };
    timeline.page(
        Moment(0),
        &asks[0],
        Ok(page),
        Epoch(1),
        ME,
        &mut Chance::new(1),
    );
    timeline.check_invariants();
    assert_eq!(held(&timeline), (4_951, 5_000));
    let ask = fetch(&mut timeline);
    assert_eq!(ask.side, PageSide::After(Seq(5_000)));
    assert_eq!(timeline.complete_to(), Some(Seq(5_003)));
    assert!(!timeline.has_newer());
}

#[test]
fn a_reader_who_scrolled_up_keeps_their_place_in_a_busy_room() {
    let mut timeline = live(951, 1_000);
    timeline.want_older();
    fetch(&mut timeline);
    let top = timeline.lines()[0].key;
    for seq in 1_001..=3_000 {
        timeline.fed(Moment(0), entries(seq, seq, "ada"), ME);
    }
    timeline.check_invariants();
    assert_eq!(timeline.index_of(top), Some(0));
    assert!(timeline.has_newer());
    assert_eq!(timeline.head(), Seq(3_000));
}

#[test]
fn a_reader_who_came_back_to_the_end_follows_it() {
    let mut timeline = live(951, 1_000);
    timeline.want_older();
    fetch(&mut timeline);
    timeline.reads(Reading::End);
    for seq in 1_001..=3_000 {
        timeline.fed(Moment(0), entries(seq, seq, "ada"), ME);
    }
    assert!(!timeline.has_newer());
    assert_eq!(timeline.complete_to(), Some(Seq(3_000)));
}

#[test]
fn a_gap_too_wide_to_fill_begins_anew_behind_it() {
    let mut timeline = live(1, 50);
    timeline.fed(Moment(0), entries(9_001, 9_002, "ada"), ME);
    timeline.check_invariants();
    assert_eq!(held(&timeline), (9_001, 9_002));
    assert!(timeline.has_older());
}

#[test]
fn trimming_leaves_no_hole_at_an_edge() {
    let mut timeline = live(1, 50);
    timeline.fed(Moment(0), entries(52, 52, "ada"), ME);
    for seq in (54..=2_600).step_by(2) {
        timeline.fed(Moment(0), entries(seq, seq, "ada"), ME);
        timeline.check_invariants();
    }
    let holes = timeline.lines().iter();
    let holes = holes
        .filter(|line| matches!(line.content, LineContent::Hole { .. }))
        .count();
    assert!((LINES_HELD_MAX - 1..LINES_HELD_MAX + TRIM_SLACK).contains(&holes));
}

#[test]
fn new_below_counts_others_entries_and_what_is_not_held() {
    let mut timeline = live(1, 10);
    timeline.fed(Moment(0), vec![entry(11, "me", client_id(1))], ME);
    timeline.fed(Moment(0), entries(12, 13, "ada"), ME);
    assert_eq!(timeline.new_below(Seq(13)), 0);
    assert_eq!(timeline.new_below(Seq(10)), 2);
    assert_eq!(timeline.new_below(Seq(9)), 3);
    timeline.fed(Moment(0), entries(16, 16, "ada"), ME);
    assert_eq!(timeline.new_below(Seq(10)), 5, "two are missing in a hole");
    assert_eq!(
        timeline.new_below(Seq(14)),
        2,
        "one of them is past the mark"
    );
    timeline.saw_head(Seq(20));
    assert_eq!(timeline.new_below(Seq(16)), 4);
    assert_eq!(timeline.new_below(Seq(18)), 2);
}

#[test]
fn pending_lines_stand_last_whatever_comes() {
    let mut timeline = live(1, 10);
    let line = |order: u64| Line {
        key: LineKey::Pending(order, client_id(order as u8)),
        content: LineContent::Pending {
            text: MessageText::from_stored("text".to_owned()),
            written_at: Timestamp(0),
            state: PendingState::Waiting,
            is_kept: true,
            quote: None,
            files: Vec::new(),
        },
    };
    let shown = || Pending {
        lines: vec![line(1), line(2)],
        changes: Vec::new(),
        replies: Vec::new(),
    };
    assert!(timeline.show_pending(shown()));
    assert!(!timeline.show_pending(shown()));
    timeline.fed(Moment(0), entries(11, 11, "ada"), ME);
    timeline.fed(Moment(0), entries(14, 14, "ada"), ME);
    timeline.check_invariants();
    let last: Vec<LineKey> = timeline
        .lines()
        .iter()
        .rev()
        .take(2)
        .map(|line| line.key)
        .collect();
    assert_eq!(last, [line(2).key, line(1).key]);
    assert_eq!(timeline.index_of(line(2).key), Some(timeline.len() - 1));
}

#[test]
fn numbers_at_the_end_of_the_range_do_no_harm() {
    let mut timeline = live(1, 10);
    timeline.fed(Moment(0), entries(0, 1, "ada"), ME);
    timeline.fed(Moment(0), entries(u64::MAX, u64::MAX, "ada"), ME);
    timeline.check_invariants();
    timeline.fed(Moment(0), entries(u64::MAX, u64::MAX, "ada"), ME);
    timeline.check_invariants();
    let _ = timeline.asks(Moment(0), &mut Chance::new(1));
    timeline.live(Seq(u64::MAX), 10);
    assert_eq!(timeline.newest_loaded(), Seq(u64::MAX));
}

pub(super) fn amends(seq: u64, target: u64, what: &str) -> Entry {
    let target = Seq(target);
    let text = MessageText::from_stored(what.to_owned());
    let kind = match what {
        "delete" => EntryKind::Deleted { target },
        "pin" => EntryKind::Pinned { target },
        "👍" => EntryKind::Reacted {
            target,
            emoji: shared::text::Emoji::from_stored(what.to_owned()),
        },
        _ => EntryKind::Edited { target, text },
    };
    Entry {
        kind,
        ..entry(seq, "ben", client_id(9))
    }
}

fn says(timeline: &Timeline, seq: u64) -> String {
    let entry = timeline.message(Seq(seq)).expect("it is held");
    let text = crate::message::text(entry).map_or("", MessageText::as_str);
    let state = entry.state.as_ref();
    let reactions = state.map_or(0, |state| state.reactions.iter().map(|r| r.count).sum());
    let pinned = state.is_some_and(|state| state.pinned.is_some());
    format!("{text} {reactions} {pinned}")
}

/// The reader is far up and the end was let go of.
fn detached() -> Timeline {
    let mut timeline = live(1, 10);
    timeline.reads(Reading::at(Seq(1)));
    timeline.detach();
    timeline.fed(Moment(0), entries(11, 12, "ben"), ME);
    assert!(timeline.has_newer());
    timeline
}

#[test]
fn what_changes_a_message_is_no_line_that_is_new() {
    let mut timeline = live(1, 10);
    timeline.fed(
        Moment(0),
        vec![amends(11, 3, "👍"), amends(12, 4, "delete")],
        ME,
    );
    timeline.check_invariants();
    assert_eq!(timeline.new_below(Seq(8)), 2);
    assert_eq!(timeline.new_below(Seq(2)), 7, "one was taken back");
    assert_eq!(timeline.seen_with(Seq(10), Seq(10)), (Seq(10), Seq(12)));
    assert_eq!(timeline.seen_with(Seq(5), Seq(5)), (Seq(4), Seq(5)));
}

#[test]
fn a_reader_far_up_sees_what_becomes_of_the_lines_there() {
    let mut timeline = detached();
    timeline.fed(
        Moment(0),
        vec![amends(13, 3, "new words"), amends(14, 3, "👍")],
        ME,
    );
    timeline.fed(Moment(0), vec![amends(14, 3, "👍")], ME);
    assert_eq!(says(&timeline, 3), "new words 1 false");
    assert!(timeline.stale.is_none());
    timeline.check_invariants();
}

#[test]
fn what_was_left_out_of_the_feed_is_read_anew() {
    let mut timeline = detached();
    timeline.fed(Moment(0), vec![amends(20, 3, "👍")], ME);
    let ask = timeline.stale_ask().expect("something was left out");
    assert_eq!(ask, timeline.ask(PageSide::After(Seq(0)), 10));
    let asks = timeline.asks(Moment(0), &mut Chance::new(1));
    assert!(asks.contains(&ask), "{asks:?}");
    let mut page = entries(1, 10, "ada");
    let mut whole = page[2].clone();
    for amendment in [amends(15, 3, "new words"), amends(20, 3, "👍")] {
        crate::message::apply(&mut whole, &amendment, ME);
    }
    page[2] = whole;
    let page = EntriesPage {
        epoch: Epoch(7),
        head: Seq(20),
        entries: page,
    };
    let chance = &mut Chance::new(1);
    timeline.page(Moment(0), &ask, Ok(page), Epoch(7), ME, chance);
    assert_eq!(says(&timeline, 3), "new words 1 false");
    assert_eq!(timeline.stale_ask(), None);
    timeline.check_invariants();
}

#[test]
fn a_page_that_was_read_before_a_change_came_is_made_whole() {
    let mut timeline = live(51, 100);
    timeline.want_older();
    let asks = timeline.asks(Moment(0), &mut Chance::new(1));
    let [ask] = asks[..] else {
        panic!("an older page is asked for, and nothing else: {asks:?}");
    };
    timeline.fed(Moment(0), vec![amends(101, 20, "👍")], ME);
    let page = EntriesPage {
        epoch: Epoch(7),
        head: Seq(100),
        entries: entries(1, 50, "ada"),
    };
    let chance = &mut Chance::new(1);
    timeline.page(Moment(0), &ask, Ok(page), Epoch(7), ME, chance);
    assert_eq!(says(&timeline, 20), "text 1 false");
    timeline.check_invariants();
}

#[test]
fn an_answer_quotes_what_it_answers_as_that_is_now() {
    let mut timeline = live(51, 100);
    let answer = |seq: u64, to: u64| Entry {
        kind: EntryKind::Posted {
            text: MessageText::from_stored("yes".to_owned()),
            reply_to: Some(Seq(to)),
            attached: Attached::default(),
        },
        ..entry(seq, "ben", client_id(8))
    };
    timeline.fed(Moment(0), vec![answer(101, 60), answer(102, 7)], ME);
    let quoted = |timeline: &Timeline, seq: u64| {
        let at = timeline
            .index_of(LineKey::Numbered(Seq(seq)))
            .expect("held");
        let LineContent::Entry {
            quote: Some(quote), ..
        } = &timeline.lines()[at].content
        else {
            panic!("it answers nothing");
        };
        match &quote.said {
            Said::This { words, .. } => words.clone(),
            said @ (Said::Unknown | Said::Deleted) => format!("{said:?}"),
        }
    };
    assert_eq!(quoted(&timeline, 101), "text");
    assert_eq!(quoted(&timeline, 102), "Unknown");
    let asks = timeline.asks(Moment(0), &mut Chance::new(1));
    let [ask] = asks[..] else {
        panic!("what is not held is asked for: {asks:?}");
    };
    assert_eq!((ask.side, ask.limit), (PageSide::After(Seq(6)), 1));
    let page = EntriesPage {
        epoch: Epoch(7),
        head: Seq(102),
        entries: entries(7, 7, "ada"),
    };
    let chance = &mut Chance::new(1);
    timeline.page(Moment(0), &ask, Ok(page), Epoch(7), ME, chance);
    assert_eq!(quoted(&timeline, 102), "text");
    let changes = vec![amends(103, 60, "delete"), amends(104, 7, "first\nsecond")];
    timeline.fed(Moment(0), changes, ME);
    assert_eq!(quoted(&timeline, 101), "Deleted");
    assert_eq!(quoted(&timeline, 102), "first second");
    timeline.check_invariants();
}
