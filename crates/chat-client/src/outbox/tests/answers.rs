//! What becomes of a write by what the server says of it, and where it says nothing.

use expect_test::expect;

use super::check_ready;

#[test]
fn an_unanswered_write_is_sent_again_with_its_id() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         ! close
         ? lobby
         ~ 1s
         ! open
         < welcome lobby=4/3 den=0/0
         < following lobby resumed 4 4
         < entry lobby 4 me c1
         ? lobby
         < posted c1 4
         < posted c2 5
         < live lobby 5
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            ! close
                (Waiting)
            ? lobby
                1-3 | c1 waits | c2 waits (complete to 3 of 3)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=4/3 den=0/0
                > follow lobby after #3
                > post lobby c1
                (CatchingUp)
            < following lobby resumed 4 4
            < entry lobby 4 me c1
                forget c1
                > mark lobby #4
                > post lobby c2
            ? lobby
                1-4 | c2 on its way (complete to 4 of 4)
            < posted c1 4
            < posted c2 5
                forget c2
            < live lobby 5
                notice BackOnline { stored: 2, fetched: 0 }
                (Online)
            ? lobby
                1-5 (complete to 5 of 5)
        "#]],
    );
}

#[test]
fn a_temporary_no_holds_the_rooms_order() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         < refused c1 too_fast 700
         ? lobby
         ~ 699ms
         ~ 1ms
         < refused c1 unavailable
         ~ 500ms
         < posted c1 4
         < posted c2 5
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            < refused c1 too_fast 700
            ? lobby
                1-3 | c1 waits | c2 waits (complete to 3 of 3)
            ~ 699ms
            ~ 1ms
                0.700 > post lobby c1
            < refused c1 unavailable
            ~ 500ms
                0.874 > post lobby c1
                1.000 > ping 1
            < posted c1 4
                forget c1
                > mark lobby #4
                > post lobby c2
            < posted c2 5
                forget c2
            ? lobby
                1-5 (complete to 5 of 5)
        "#]],
    );
}

#[test]
fn a_final_no_is_said_and_the_next_write_goes_on() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         < refused c1 not_allowed
         ? lobby
         < posted c2 4
         ? lobby
         ? status",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            < refused c1 not_allowed
                keep c1: Not stored. A sentence.
                > post lobby c2
            ? lobby
                1-3 | c1 failed: Not stored. A sentence. | c2 on its way (complete to 3 of 3)
            < posted c2 4
                forget c2
                > mark lobby #4
            ? lobby
                1-4 | c1 failed: Not stored. A sentence. (complete to 4 of 4)
            ? status
                Online, 0 waiting, 1 failed, round trip None
        "#]],
    );
}

#[test]
fn a_full_disk_is_named() {
    check_ready(
        "* post lobby c1
         < refused c1 disk_full
         * retry c1
         < posted c1 4
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            < refused c1 disk_full
                keep c1: Not stored. The server's disk is full. Your text is kept here.
            * retry c1
                keep c1
                > post lobby c1
            < posted c1 4
                forget c1
                > mark lobby #4
            ? lobby
                1-4 (complete to 4 of 4)
        "#]],
    );
}

#[test]
fn no_answer_on_a_living_link_is_a_failure_that_a_late_answer_heals() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         ~ 6s
         < ping 1
         ~ 14s
         ? lobby
         < posted c1 4
         ? lobby
         < posted c2 5
         ? status",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            ~ 6s
                1.000 > ping 1
                4.000 > ping 2
            < ping 1
                > pong 1
            ~ 14s
                20.000 keep c1: Not stored. The server did not answer for 20 s. Retry cannot post it twice.
                20.000 > post lobby c2
            ? lobby
                1-3 | c1 failed: Not stored. The server did not answer for 20 s. Retry cannot post it twice. | c2 on its way (complete to 3 of 3)
            < posted c1 4
                forget c1
                > mark lobby #4
            ? lobby
                1-4 | c2 on its way (complete to 4 of 4)
            < posted c2 5
                forget c2
            ? status
                Online, 0 waiting, 0 failed, round trip None
        "#]],
    );
}

#[test]
fn no_answer_and_no_other_sign_is_a_dead_link() {
    check_ready(
        "* post lobby c1
         ~ 20s
         ? status
         ! open
         < welcome lobby=3/3 den=0/0",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ~ 20s
                1.000 > ping 1
                4.000 > ping 2
                9.000 shut 1 4001
                9.000 open 2
                9.000 (Connecting)
                19.000 shut 2 4001
                19.000 open 3 by events
            ? status
                Connecting, 1 waiting, 0 failed, round trip None
            ! open
                > hello
            < welcome lobby=3/3 den=0/0
                > follow lobby after #3
                > post lobby c1
                (CatchingUp)
        "#]],
    );
}

#[test]
fn a_sleep_is_not_taken_for_a_silent_server() {
    check_ready(
        "* post lobby c1
         ! sleep 1h
         ? lobby
         < pong
         < posted c1 4
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ! sleep 1h
                > ping 1
            ? lobby
                1-3 | c1 on its way (complete to 3 of 3)
            < pong
            < posted c1 4
                forget c1
                > mark lobby #4
            ? lobby
                1-4 (complete to 4 of 4)
        "#]],
    );
}

#[test]
fn retry_keeps_the_place_in_the_order() {
    check_ready(
        "* post lobby c1
         < refused c1 not_allowed
         * post lobby c2
         * post lobby c3
         * retry c1
         ? lobby
         < posted c2 4
         < posted c1 5
         < posted c3 6
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            < refused c1 not_allowed
                keep c1: Not stored. A sentence.
            * post lobby c2
                keep c2
                > post lobby c2
            * post lobby c3
                keep c3
            * retry c1
                keep c1
            ? lobby
                1-3 | c1 waits | c2 on its way | c3 waits (complete to 3 of 3)
            < posted c2 4
                forget c2
                > mark lobby #4
                > post lobby c1
            < posted c1 5
                forget c1
                > post lobby c3
            < posted c3 6
                forget c3
            ? lobby
                1-6 (complete to 6 of 6)
        "#]],
    );
}

#[test]
fn a_late_no_to_the_first_try_does_not_undo_the_second() {
    check_ready(
        "* post lobby c1
         ~ 6s
         < ping 1
         ~ 14s
         * retry c1
         < refused c1#1 not_allowed
         ? lobby
         < posted c1#2 4
         ? lobby
         ? status",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ~ 6s
                1.000 > ping 1
                4.000 > ping 2
            < ping 1
                > pong 1
            ~ 14s
                20.000 keep c1: Not stored. The server did not answer for 20 s. Retry cannot post it twice.
            * retry c1
                keep c1
                > post lobby c1
            < refused c1#1 not_allowed
            ? lobby
                1-3 | c1 on its way (complete to 3 of 3)
            < posted c1#2 4
                forget c1
                > mark lobby #4
            ? lobby
                1-4 (complete to 4 of 4)
            ? status
                Online, 0 waiting, 0 failed, round trip None
        "#]],
    );
}

#[test]
fn a_late_yes_to_the_first_try_settles_the_second() {
    check_ready(
        "* post lobby c1
         ~ 6s
         < ping 1
         ~ 14s
         * retry c1
         < posted c1#1 4
         ? lobby
         < posted c1#2 4
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ~ 6s
                1.000 > ping 1
                4.000 > ping 2
            < ping 1
                > pong 1
            ~ 14s
                20.000 keep c1: Not stored. The server did not answer for 20 s. Retry cannot post it twice.
            * retry c1
                keep c1
                > post lobby c1
            < posted c1#1 4
                forget c1
                > mark lobby #4
            ? lobby
                1-4 (complete to 4 of 4)
            < posted c1#2 4
            ? lobby
                1-4 (complete to 4 of 4)
        "#]],
    );
}

#[test]
fn a_late_reason_replaces_the_guess() {
    check_ready(
        "* post lobby c1
         ~ 6s
         < ping 1
         ~ 14s
         < refused c1 not_allowed
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ~ 6s
                1.000 > ping 1
                4.000 > ping 2
            < ping 1
                > pong 1
            ~ 14s
                20.000 keep c1: Not stored. The server did not answer for 20 s. Retry cannot post it twice.
            < refused c1 not_allowed
                keep c1: Not stored. A sentence.
            ? lobby
                1-3 | c1 failed: Not stored. A sentence. (complete to 3 of 3)
        "#]],
    );
}
