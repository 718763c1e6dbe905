mod long;
mod reading;
mod views;

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
                lobby 3/0 unread 0
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
