mod long;

use expect_test::{Expect, expect};

use crate::script;

/// A link, and the lobby open and complete: entries 101 to 150.
const READY: &str = "! start
    ! open
    < welcome lobby=150/148 den=0/0
    * open lobby
    < following lobby newest 101 150
    < entries lobby 101-150 ada
    < live lobby 150
";

/// Checks what follows after [`READY`].
#[expect(clippy::needless_pass_by_value, reason = "expect![…] is handed over")]
fn check(text: &str, expected: Expect) {
    let ready = script::run(READY);
    let whole = script::run(&(READY.to_owned() + text));
    expected.assert_eq(whole.strip_prefix(&ready).expect("the same beginning"));
}

#[test]
fn entries_are_appended_each_once() {
    check(
        "? lobby
         < entries lobby 151-152 ben
         < entries lobby 151-153 ben
         < entries lobby 149-151 ben
         ? lobby",
        expect![[r#"
            ? lobby
                101-150 (complete to 150 of 150, older exist)
            < entries lobby 151-152 ben
            < entries lobby 151-153 ben
            < entries lobby 149-151 ben
            ? lobby
                101-153 (complete to 153 of 153, older exist)
        "#]],
    );
}

#[test]
fn an_empty_room_is_loaded_when_it_is_live() {
    check(
        "* open den
         ? den
         < following den newest 1 0
         < live den 0
         ? den
         < entries den 1-1 ada
         ? den",
        expect![[r#"
            * open den
                > follow den
            ? den
                 (complete to nothing of 0)
            < following den newest 1 0
            < live den 0
            ? den
                 (complete to 0 of 0)
            < entries den 1-1 ada
            ? den
                1 (complete to 1 of 1)
        "#]],
    );
}

#[test]
fn a_gap_in_the_feed_is_a_hole_that_is_filled() {
    check(
        "< entries lobby 154-155 ben
         ? lobby
         < entries lobby 156-156 ben
         = page lobby 151-153 156
         ? lobby",
        expect![[r#"
            < entries lobby 154-155 ben
                fetch lobby 3 after #150
            ? lobby
                101-150 [151-153] 154-155 (complete to 150 of 155, older exist, fetching 151 to 153)
            < entries lobby 156-156 ben
            = page lobby 151-153 156
                fetch lobby 56 after #100
            ? lobby
                101-156 (complete to 156 of 156, older exist)
        "#]],
    );
}

#[test]
fn a_hole_is_filled_piece_by_piece_if_the_pages_are_short() {
    check(
        "< entries lobby 154-155 ben
         = page lobby 151-151 156
         ? lobby
         = page lobby 152-154 156
         ? lobby",
        expect![[r#"
            < entries lobby 154-155 ben
                fetch lobby 3 after #150
            = page lobby 151-151 156
                fetch lobby 2 after #151
            ? lobby
                101-151 [152-153] 154-155 (complete to 151 of 155, older exist, fetching 152 to 153)
            = page lobby 152-154 156
                fetch lobby 55 after #100
            ? lobby
                101-155 (complete to 155 of 155, older exist)
        "#]],
    );
}

#[test]
fn a_page_that_fails_is_asked_for_again_later() {
    check(
        "< entries lobby 152-152 ben
         = page lobby fail
         ~ 500ms
         = page lobby fail
         ~ 1s
         = page lobby 151-151 152
         ? lobby",
        expect![[r#"
            < entries lobby 152-152 ben
                fetch lobby 1 after #150
            = page lobby fail
            ~ 500ms
                0.412 fetch lobby 1 after #150
            = page lobby fail
            ~ 1s
                1.000 > ping 1
                1.196 fetch lobby 1 after #150
            = page lobby 151-151 152
                fetch lobby 52 after #100
            ? lobby
                101-152 (complete to 152 of 152, older exist)
        "#]],
    );
}

#[test]
fn a_page_that_never_comes_is_asked_for_again() {
    check(
        "< entries lobby 152-152 ben
         ~ 14s
         < ping 1
         ~ 2s",
        expect![[r#"
            < entries lobby 152-152 ben
                fetch lobby 1 after #150
            ~ 14s
                1.000 > ping 1
            < ping 1
                > pong 1
            ~ 2s
                15.412 fetch lobby 1 after #150
        "#]],
    );
}

#[test]
fn a_page_of_another_log_or_of_another_place_is_not_taken() {
    check(
        "< entries lobby 154-154 ben
         = page lobby 151-153 154 7
         ? lobby
         ~ 500ms
         = page lobby 152-153 154
         ? lobby
         ~ 1s
         = page lobby 151-153 154
         = page lobby 151-153 154
         ? lobby",
        expect![[r#"
            < entries lobby 154-154 ben
                fetch lobby 3 after #150
            = page lobby 151-153 154 7
            ? lobby
                101-150 [151-153] 154 (complete to 150 of 154, older exist, fetching 151 to 153)
            ~ 500ms
                0.412 fetch lobby 3 after #150
            = page lobby 152-153 154
            ? lobby
                101-150 [151-153] 154 (complete to 150 of 154, older exist, fetching 151 to 153)
            ~ 1s
                1.000 > ping 1
                1.196 fetch lobby 3 after #150
            = page lobby 151-153 154
                fetch lobby 54 after #100
            = page lobby 151-153 154
            ? lobby
                101-154 (complete to 154 of 154, older exist)
        "#]],
    );
}

#[test]
fn a_feed_that_says_live_without_having_brought_all_is_not_believed() {
    check(
        "! close
         ~ 1s
         ! open
         < welcome lobby=153/148 den=0/0
         < following lobby resumed 151 153
         < entries lobby 151-151 ada
         < live lobby 153
         = page lobby 152-153 153
         ? lobby",
        expect![[r#"
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=153/148 den=0/0
                > follow lobby after #150
                (CatchingUp)
            < following lobby resumed 151 153
            < entries lobby 151-151 ada
            < live lobby 153
                fetch lobby 2 after #151
                notice BackOnline { stored: 0, fetched: 1 }
                (Online)
            = page lobby 152-153 153
            ? lobby
                101-153 (complete to 153 of 153, older exist)
        "#]],
    );
}

#[test]
fn older_pages_load_once_and_end_at_the_first_entry() {
    check(
        "* older lobby
         * older lobby
         = page lobby 51-100 150
         ? lobby
         * older lobby
         = page lobby 1-50 150
         ? lobby
         * older lobby",
        expect![[r#"
            * older lobby
                fetch lobby 50 before #101
            * older lobby
            = page lobby 51-100 150
            ? lobby
                51-150 (complete to 150 of 150, older exist)
            * older lobby
                fetch lobby 50 before #51
            = page lobby 1-50 150
            ? lobby
                1-150 (complete to 150 of 150)
            * older lobby
        "#]],
    );
}

#[test]
fn an_older_page_that_comes_after_a_rewind_is_dropped() {
    check(
        "* older lobby
         ! close
         ~ 1s
         ! open
         < restored lobby=10/0 den=0/0
         ? lobby
         < following lobby rewound 1 10
         < entries lobby 1-10 ben
         < live lobby 10
         = page lobby 51-100 150 1
         ? lobby",
        expect![[r#"
            * older lobby
                fetch lobby 50 before #101
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < restored lobby=10/0 den=0/0
                > follow lobby
                (CatchingUp)
            ? lobby
                 (complete to nothing of 0)
            < following lobby rewound 1 10
            < entries lobby 1-10 ben
            < live lobby 10
                notice BackOnline { stored: 0, fetched: 10 }
                (Online)
            = page lobby 51-100 150 1
            ? lobby
                1-10 (complete to 10 of 10)
        "#]],
    );
}

#[test]
fn a_link_that_returns_resumes_at_the_cursor() {
    check(
        "! close
         * open lobby
         ~ 1s
         ! open
         < welcome lobby=152/148 den=0/0
         < following lobby resumed 151 152
         < entries lobby 151-152 ben
         < live lobby 152
         ? lobby",
        expect![[r#"
            ! close
                (Waiting)
            * open lobby
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=152/148 den=0/0
                > follow lobby after #150
                (CatchingUp)
            < following lobby resumed 151 152
            < entries lobby 151-152 ben
            < live lobby 152
                notice BackOnline { stored: 0, fetched: 2 }
                (Online)
            ? lobby
                101-152 (complete to 152 of 152, older exist)
        "#]],
    );
}

#[test]
fn a_hole_is_healed_by_the_cursor_too() {
    check(
        "< entries lobby 154-154 ben
         ! close
         ~ 1s
         ! open
         < welcome lobby=155/148 den=0/0
         < following lobby resumed 151 155
         < entries lobby 151-155 ben
         < live lobby 155
         ? lobby",
        expect![[r#"
            < entries lobby 154-154 ben
                fetch lobby 3 after #150
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=155/148 den=0/0
                > follow lobby after #150
                (CatchingUp)
            < following lobby resumed 151 155
            < entries lobby 151-155 ben
            < live lobby 155
                notice BackOnline { stored: 0, fetched: 4 }
                (Online)
            ? lobby
                101-155 (complete to 155 of 155, older exist)
        "#]],
    );
}

#[test]
fn rewound_too_far_behind_the_newest_page_replaces_what_was_held() {
    check(
        "! close
         ~ 1s
         ! open
         < welcome lobby=5000/148 den=0/0
         < following lobby rewound 4951 5000
         ? lobby
         < entries lobby 4951-5000 ben
         < live lobby 5000
         ? lobby",
        expect![[r#"
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
            ? lobby
                 (complete to nothing of 5000)
            < entries lobby 4951-5000 ben
            < live lobby 5000
                notice BackOnline { stored: 0, fetched: 50 }
                (Online)
            ? lobby
                4951-5000 (complete to 5000 of 5000, older exist)
        "#]],
    );
}

#[test]
fn rewound_where_the_newest_page_joins_keeps_what_was_held() {
    check(
        "! close
         ~ 1s
         ! open
         < welcome lobby=160/148 den=0/0
         < following lobby rewound 111 160
         < entries lobby 111-160 ben
         < live lobby 160
         ? lobby",
        expect![[r#"
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=160/148 den=0/0
                > follow lobby after #150
                (CatchingUp)
            < following lobby rewound 111 160
            < entries lobby 111-160 ben
            < live lobby 160
                notice BackOnline { stored: 0, fetched: 10 }
                (Online)
            ? lobby
                101-160 (complete to 160 of 160, older exist)
        "#]],
    );
}

#[test]
fn rewound_does_not_move_what_the_reader_looks_at() {
    check(
        "* older lobby
         = page lobby 51-100 150
         ! close
         ~ 1s
         ! open
         < welcome lobby=5000/148 den=0/0
         < following lobby rewound 4951 5000
         < entries lobby 4951-5000 ben
         < live lobby 5000
         = page lobby 51-150 5000
         ? lobby
         * newest lobby
         = page lobby 4951-5000 5000
         ? lobby",
        expect![[r#"
            * older lobby
                fetch lobby 50 before #101
            = page lobby 51-100 150
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
                fetch lobby 100 after #50
                notice BackOnline { stored: 0, fetched: 0 }
                (Online)
            = page lobby 51-150 5000
            ? lobby
                51-150 (complete to 150 of 5000, older exist, newer let go)
            * newest lobby
                fetch lobby 50 before #5001
            = page lobby 4951-5000 5000
            ? lobby
                4951-5000 (complete to 5000 of 5000, older exist)
        "#]],
    );
}

#[test]
fn a_log_that_is_shorter_than_what_is_held_is_another_log() {
    check(
        "! close
         ~ 1s
         ! open
         < welcome lobby=150/148 den=0/0
         < following lobby rewound 91 140
         < entries lobby 91-140 ben
         < live lobby 140
         ? lobby",
        expect![[r#"
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=150/148 den=0/0
                > follow lobby after #150
                (CatchingUp)
            < following lobby rewound 91 140
            < entries lobby 91-140 ben
            < live lobby 140
                notice BackOnline { stored: 0, fetched: 50 }
                (Online)
            ? lobby
                91-140 (complete to 140 of 140, older exist)
        "#]],
    );
}

#[test]
fn a_restored_backup_begins_anew_but_keeps_what_is_pending() {
    check(
        "* post lobby c1
         ! close
         ~ 1s
         ! open
         < restored lobby=2/0 den=0/0
         ? lobby
         < following lobby newest 1 2
         < entries lobby 1-2 ben
         < live lobby 2
         ? lobby
         < posted c1 3
         ? lobby
         ? rooms",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < restored lobby=2/0 den=0/0
                > follow lobby
                > post lobby c1
                (CatchingUp)
            ? lobby
                | c1 on its way (complete to nothing of 0)
            < following lobby newest 1 2
            < entries lobby 1-2 ben
            < live lobby 2
                (Online)
            ? lobby
                1-2 | c1 on its way (complete to 2 of 2)
            < posted c1 3
                forget c1
                notice BackOnline { stored: 1, fetched: 2 }
            ? lobby
                1-3 (complete to 3 of 3)
            ? rooms
                lobby 3/0 unread 3
                den 0/0 unread 0
        "#]],
    );
}

#[test]
fn answers_to_an_older_follow_are_ignored() {
    check(
        "* open den
         < following lobby rewound 1 9
         < live den 0
         ? lobby
         ? den",
        expect![[r#"
            * open den
                > follow den
            < following lobby rewound 1 9
            < live den 0
            ? lobby
                101-150 (complete to 150 of 150, older exist)
            ? den
                 (complete to 0 of 0)
        "#]],
    );
}

#[test]
fn late_entries_of_a_feed_that_is_over_make_no_hole() {
    check(
        "! close
         ~ 1s
         ! open
         < welcome lobby=160/148 den=0/0
         < entries lobby 155-156 ben
         ? lobby
         < following lobby resumed 151 160
         < entries lobby 151-160 ben
         < live lobby 160
         ? lobby",
        expect![[r#"
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=160/148 den=0/0
                > follow lobby after #150
                (CatchingUp)
            < entries lobby 155-156 ben
            ? lobby
                101-150 (complete to 150 of 156, older exist, fetching 151 to 156)
            < following lobby resumed 151 160
            < entries lobby 151-160 ben
            < live lobby 160
                notice BackOnline { stored: 0, fetched: 10 }
                (Online)
            ? lobby
                101-160 (complete to 160 of 160, older exist)
        "#]],
    );
}

#[test]
fn a_follow_that_makes_no_progress_is_asked_anew() {
    check(
        "* open den
         ~ 19s
         < ping 1
         ~ 1s
         < following den newest 1 0
         < live den 0
         ? den",
        expect![[r#"
            * open den
                > follow den
            ~ 19s
                1.000 > ping 1
            < ping 1
                > pong 1
            ~ 1s
                20.000 > follow den
            < following den newest 1 0
            < live den 0
            ? den
                 (complete to 0 of 0)
        "#]],
    );
}

#[test]
fn a_follow_refused_for_now_is_asked_again_and_one_refused_for_good_is_dropped() {
    check(
        "* open den
         < refused den unavailable 900
         ~ 900ms
         < refused den unknown_room
         ? den
         ? rooms",
        expect![[r#"
            * open den
                > follow den
            < refused den unavailable 900
            ~ 900ms
                0.900 > follow den
            < refused den unknown_room
            ? den
                not followed
            ? rooms
                lobby 150/148 unread 2
        "#]],
    );
}

#[test]
fn a_room_that_is_gone_is_gone_and_one_that_is_unavailable_comes_back() {
    check(
        "< gone lobby
         ? lobby
         ~ 6s
         < following lobby resumed 151 150
         < live lobby 150
         < gone lobby removed
         ? lobby
         ? rooms",
        expect![[r#"
            < gone lobby
            ? lobby
                101-150 (complete to 150 of 150, older exist)
            ~ 6s
                1.000 > ping 1
                4.425 > follow lobby after #150
            < following lobby resumed 151 150
            < live lobby 150
            < gone lobby removed
            ? lobby
                not followed
            ? rooms
                den 0/0 unread 0
        "#]],
    );
}

#[test]
fn eight_rooms_stay_followed_and_the_one_left_longest_ago_is_let_go() {
    check(
        "* open den
         * open hall
         * open r4
         * open r5
         * open r6
         * open r7
         * open lobby
         * open r8
         * open r9
         ? den
         ? lobby",
        expect![[r#"
            * open den
                > follow den
            * open hall
                > follow hall
            * open r4
                > follow r4
            * open r5
                > follow r5
            * open r6
                > follow r6
            * open r7
                > follow r7
            * open lobby
            * open r8
                > follow r8
            * open r9
                > unfollow den
                > follow r9
            ? den
                not followed
            ? lobby
                101-150 (complete to 150 of 150, older exist)
        "#]],
    );
}

#[test]
fn jumping_to_the_newest_where_nothing_was_let_go_asks_for_nothing() {
    check(
        "* newest lobby
         * newer lobby
         ? lobby",
        expect![[r#"
            * newest lobby
            * newer lobby
            ? lobby
                101-150 (complete to 150 of 150, older exist)
        "#]],
    );
}

mod views {
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

    const ME: UserId = UserId(1);

    /// A live room that holds these.
    fn live(first: u64, last: u64) -> Timeline {
        let mut timeline = Timeline::new(room("lobby"));
        timeline.asked(Moment(0), RequestId(1));
        let (from, head) = (Seq(first), Seq(last));
        let (id, start) = (RequestId(1), FollowStart::Newest);
        let following = Following {
            id,
            room: room("lobby"),
            start,
            from,
            head,
        };
        assert_eq!(timeline.following(Moment(0), &following), Start::Begun);
        timeline.fed(Moment(0), entries(first, last, "ada"), ME);
        timeline.live(head, head.0);
        timeline.check_invariants();
        timeline
    }

    fn held(timeline: &Timeline) -> (u64, u64) {
        let oldest = timeline.oldest().expect("something is held");
        (oldest.0, timeline.newest_loaded().0)
    }

    fn answer(timeline: &mut Timeline, ask: &PageAsk) {
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

    fn fetch(timeline: &mut Timeline) -> PageAsk {
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
            assert!(timeline.len() <= ENTRIES_LOADED_MAX + TRIM_SLACK);
        }
        timeline.check_invariants();
        let (oldest, newest) = held(&timeline);
        assert_eq!(newest, 5_000);
        assert!(5_000 - oldest < (ENTRIES_LOADED_MAX + TRIM_SLACK) as u64);
        assert!(timeline.has_older() && !timeline.has_newer());
    }

    #[test]
    fn scrolling_up_lets_go_of_the_newest_and_scrolling_down_brings_it_back() {
        let mut timeline = live(4_951, 5_000);
        while held(&timeline).0 > 1 {
            timeline.want_older();
            fetch(&mut timeline);
            assert!(timeline.len() <= ENTRIES_LOADED_MAX + TRIM_SLACK);
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
            assert!(timeline.len() <= ENTRIES_LOADED_MAX + TRIM_SLACK);
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
        timeline.seen(Seq(1_000));
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
        assert!((ENTRIES_LOADED_MAX - 1..ENTRIES_LOADED_MAX + TRIM_SLACK).contains(&holes));
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

    fn amends(seq: u64, target: u64, what: &str) -> Entry {
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
        timeline.spares = Side::Oldest;
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
}
