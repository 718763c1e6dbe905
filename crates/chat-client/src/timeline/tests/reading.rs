//! Who reads keeps the lines that they read, whatever comes.

use expect_test::expect;
use shared::cursor::{Epoch, Seq};
use shared::entry::EntryKind;
use shared::http::EntriesPage;
use shared::moment::Moment;

use super::super::*;
use super::check;
use super::views::{ME, amends, fetch, held, live, live_with};
use crate::backoff::Chance;
use crate::script::{entries, entry};
use crate::{PageAsk, PageSide};

fn lines(first: u64, last: u64) -> Reading {
    let (first, last) = (Seq(first), Seq(last));
    Reading::Lines(Stretch { first, last })
}

fn is_held(timeline: &Timeline, mut seqs: std::ops::RangeInclusive<u64>) -> bool {
    seqs.all(|seq| timeline.index_of(LineKey::Numbered(Seq(seq))).is_some())
}

#[test]
fn a_reader_within_what_is_held_keeps_their_place_in_a_flood() {
    let mut timeline = live(1, 50);
    for seq in 51..=2_000 {
        timeline.fed(Moment(0), entries(seq, seq, "ada"), ME);
    }
    timeline.reads(lines(1_700, 1_720));
    for seq in 2_001..=9_000 {
        timeline.fed(Moment(0), entries(seq, seq, "ada"), ME);
        timeline.check_invariants();
        assert!(is_held(&timeline, 1_650..=1_770), "as {seq} came");
    }
    assert!(timeline.has_newer());
    assert_eq!(timeline.head(), Seq(9_000));
}

#[test]
fn a_reader_near_the_end_keeps_their_place_when_one_more_comes() {
    let mut timeline = live(3_951, 4_000);
    while timeline.len() <= LINES_HELD_MAX {
        timeline.want_older();
        fetch(&mut timeline);
    }
    timeline.reads(lines(3_980, 3_995));
    for seq in 4_001..=4_100 {
        timeline.fed(Moment(0), entries(seq, seq, "ada"), ME);
        timeline.check_invariants();
        assert_eq!(held(&timeline).1, seq, "the feed goes on");
    }
    assert!(is_held(&timeline, 3_700..=4_000));
}

#[test]
fn the_feed_goes_on_as_long_as_the_reader_has_enough_above() {
    let mut timeline = live(1, 50);
    for seq in 51..=1_000 {
        timeline.fed(Moment(0), entries(seq, seq, "ada"), ME);
    }
    timeline.reads(lines(600, 620));
    for seq in 1_001..=1_400 {
        timeline.fed(Moment(0), entries(seq, seq, "ada"), ME);
    }
    assert!(!timeline.has_newer());
    assert!(is_held(&timeline, 450..=1_400));
}

#[test]
fn a_screen_larger_than_what_may_be_held_does_not_undo_the_bound() {
    let mut timeline = live(1, 50);
    timeline.reads(lines(1, u64::MAX));
    for seq in 51..=3_000 {
        timeline.fed(Moment(0), entries(seq, seq, "ada"), ME);
        timeline.check_invariants();
    }
    timeline.reads(lines(u64::MAX, 0));
    for seq in 3_001..=5_000 {
        timeline.fed(Moment(0), entries(seq, seq, "ada"), ME);
        timeline.check_invariants();
    }
}

#[test]
fn who_was_away_for_long_finds_the_line_they_read() {
    check(
        "* reads lobby 110 130
         ! close
         ~ 1s
         ! open
         < welcome lobby=5000/148 den=0/0
         < following lobby rewound 4951 5000
         < entries lobby 4951-5000 ben
         < live lobby 5000
         ? lobby
         = page lobby 101-150 5000
         * newer lobby
         = page lobby 151-200 5000
         ? lobby",
        expect![[r#"
            * reads lobby 110 130
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=5000/148 den=0/0
                > follow lobby after #150
                (CatchingUp)
            < following lobby rewound 4951 5000
            < entries lobby 4951-5000 ben
            < live lobby 5000
                fetch lobby 50 after #100
                notice BackOnline { stored: 0, fetched: 0 }
                (Online)
            ? lobby
                101-150 (complete to 150 of 5000, older exist, newer let go)
            = page lobby 101-150 5000
            * newer lobby
                fetch lobby 50 after #150
            = page lobby 151-200 5000
            ? lobby
                101-200 (complete to 200 of 5000, older exist, newer let go)
        "#]],
    );
}

#[test]
fn whoever_moves_on_is_not_put_at_the_end_later() {
    let mut timeline = live(4_951, 5_000);
    while !timeline.has_newer() {
        timeline.want_older();
        fetch(&mut timeline);
    }
    timeline.want_newest();
    let asks = timeline.asks(Moment(0), &mut Chance::new(1));
    let before = held(&timeline);
    timeline.reads(lines(before.0 + 10, before.0 + 30));
    let page = EntriesPage {
        epoch: Epoch(1),
        head: Seq(5_000),
        entries: entries(4_951, 5_000, "ada"),
    };
    let chance = &mut Chance::new(1);
    timeline.page(Moment(0), &asks[0], Ok(page), Epoch(1), ME, chance);
    timeline.check_invariants();
    assert_eq!(held(&timeline), before);
    assert!(timeline.has_newer() && !timeline.is_loading_newer());
}

#[test]
fn a_room_that_was_left_far_up_opens_at_its_newest_lines() {
    let older = (0..21)
        .map(|page| {
            let last = 4_950 - 50 * page;
            format!("* older lobby\n= page lobby {}-{last} 5000\n", last - 49)
        })
        .collect::<String>();
    let story = format!(
        "! start
        ! open
        < welcome lobby=5000/5000 den=0/0
        * open lobby
        < following lobby newest 4951 5000
        < entries lobby 4951-5000 ada
        < live lobby 5000
        {older}? lobby
        * open den
        = page lobby 4951-5000 5000
        * open lobby
        ? lobby
"
    );
    let told = crate::script::run(&story);
    let end: Vec<&str> = told.lines().rev().take(12).collect();
    let end = end.into_iter().rev().collect::<Vec<_>>().join("\n");
    expect![[r#"
        * older lobby
            fetch lobby 50 before #3951
        = page lobby 3901-3950 5000
        ? lobby
            3901-4900 (complete to 4900 of 5000, older exist, newer let go)
        * open den
            > follow den
            fetch lobby 50 before #5001
        = page lobby 4951-5000 5000
        * open lobby
        ? lobby
            4951-5000 (complete to 5000 of 5000, older exist)"#]]
    .assert_eq(&end);
}

/// Reactions to each message of a room that announces things to many.
const REACTIONS: u64 = 300;

/// That room's log: each message is followed by the reactions to it.
fn announced(first: u64, last: u64) -> Vec<Entry> {
    let each = |seq: u64| match (seq - 1) % (REACTIONS + 1) {
        0 => entry(seq, "ada", crate::script::client_id(7)),
        after => amends(seq, seq - after, "pin"),
    };
    (first..=last).map(each).collect()
}

fn answer_announced(timeline: &mut Timeline, ask: &PageAsk) {
    let (head, limit) = (timeline.head(), u64::from(ask.limit));
    let (first, last) = match ask.side {
        PageSide::Before(seq) => (seq.0.saturating_sub(limit).max(1), seq.0 - 1),
        PageSide::After(seq) => (seq.0 + 1, (seq.0 + limit).min(head.0)),
    };
    let page = EntriesPage {
        epoch: Epoch(1),
        head,
        entries: announced(first, last),
    };
    let chance = &mut Chance::new(1);
    timeline.page(Moment(0), ask, Ok(page), Epoch(1), ME, chance);
    timeline.check_invariants();
}

fn drawn(timeline: &Timeline) -> Vec<u64> {
    let entries = timeline.entries().filter(|entry| is_drawn(entry));
    entries.map(|entry| entry.seq.0).collect()
}

#[test]
fn where_hundreds_react_to_each_message_a_screen_of_them_is_held() {
    let head = 40 * (REACTIONS + 1);
    let mut timeline = live_with(announced(head - 49, head));
    timeline.reads(Reading::End);
    let (mut asked, mut newest) = (0, None);
    while drawn(&timeline).len() < 13 {
        timeline.want_older();
        timeline.reads(Reading::End);
        let asks = timeline.asks(Moment(0), &mut Chance::new(1));
        assert_eq!(asks.len(), 1, "there is more");
        answer_announced(&mut timeline, &asks[0]);
        newest = newest.or(drawn(&timeline).last().copied());
        assert_eq!(drawn(&timeline).last().copied(), newest);
        asked += 1;
    }
    assert!(!timeline.has_newer());
    assert!(asked < 25, "{asked} pages were asked for");

    // All the way up and down again, as a page does that asks six messages before an edge.
    let mut up = 0;
    while timeline.has_older() {
        let seen = drawn(&timeline);
        timeline.reads(lines(seen[6], seen[11]));
        timeline.want_older();
        while let [ask] = timeline.asks(Moment(0), &mut Chance::new(1))[..] {
            answer_announced(&mut timeline, &ask);
            up += 1;
        }
        let now = drawn(&timeline);
        assert!(now[0] < seen[0], "there is something to see above");
        assert!(seen[..12].iter().all(|seq| now.contains(seq)));
    }
    let needed = head / u64::from(shared::limits::PAGE_ENTRIES_MAX);
    assert!(up <= needed, "{up} pages, of {needed} that the room has");
    while timeline.has_newer() {
        let seen = drawn(&timeline);
        let screen = &seen[seen.len() - 12..];
        timeline.reads(lines(screen[0], screen[5]));
        timeline.want_newer();
        while let [ask] = timeline.asks(Moment(0), &mut Chance::new(1))[..] {
            answer_announced(&mut timeline, &ask);
        }
        let now = drawn(&timeline);
        assert!(screen.iter().all(|seq| now.contains(seq)));
        assert!(now.last() > seen.last() || !timeline.has_newer());
    }
}

#[test]
fn what_draws_nothing_is_bounded_too() {
    let mut timeline = live(1, 10);
    for seq in 11..=3 * ENTRIES_HELD_MAX as u64 {
        timeline.fed(Moment(0), vec![amends(seq, 3, "pin")], ME);
        assert!(timeline.len() <= ENTRIES_HELD_MAX + TRIM_SLACK);
    }
    timeline.check_invariants();
}

#[test]
fn nothing_of_ones_own_can_be_marked_unread_alone() {
    let mut ours = entries(1, 3, "ada");
    ours.extend(entries(4, 5, "me"));
    let mut timeline = live_with(ours);
    assert!(timeline.has_others_from(Seq(3), ME));
    assert!(!timeline.has_others_from(Seq(4), ME), "the rest is theirs");
    timeline.fed(Moment(0), entries(6, 6, "ben"), ME);
    assert!(timeline.has_others_from(Seq(4), ME));
    let mut deletion = entry(7, "ben", crate::script::client_id(9));
    deletion.kind = EntryKind::Deleted { target: Seq(6) };
    timeline.fed(Moment(0), vec![deletion], ME);
    assert!(!timeline.has_others_from(Seq(4), ME), "it was taken back");
    timeline.saw_head(Seq(9));
    assert!(timeline.has_others_from(Seq(4), ME), "who knows what comes");
}
