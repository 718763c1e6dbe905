use expect_test::{Expect, expect};

use crate::script;

#[expect(clippy::needless_pass_by_value, reason = "expect![…] is handed over")]
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&script::run(text));
}

#[test]
fn two_refused_upgrades_make_the_next_try_a_stream() {
    check(
        "! start
         ! close
         ~ 1s
         ! close
         ~ 1s
         ! open
         < welcome",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! close
                (Waiting)
            ~ 1s
                1.281 open 3 by events
                1.281 (Connecting)
            ! open
                > hello
            < welcome
                (Online)
        "#]],
    );
}

#[test]
fn an_upgrade_that_is_swallowed_and_a_stream_that_is_held_back_end_in_polls() {
    check(
        "! start
         ~ 10s
         ~ 5s
         ~ 1s
         ! open
         < welcome",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ~ 10s
                10.000 shut 1 4001
                10.000 open 2 by events
            ~ 5s
                15.000 shut 2 4001
                15.000 open 3 by polls
            ~ 1s
            ! open
                > hello
            < welcome
                (Online)
        "#]],
    );
}

#[test]
fn when_nothing_goes_it_begins_anew_with_a_websocket() {
    check(
        "! start
         ! close
         ~ 1s
         ! close
         ~ 1s
         ! close
         ~ 1s
         ! close
         ~ 5s
         ! close
         ~ 8s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! close
                (Waiting)
            ~ 1s
                1.281 open 3 by events
                1.281 (Connecting)
            ! close
                (Waiting)
            ~ 1s
                2.281 open 4 by polls
                2.281 (Connecting)
            ! close
                (Waiting)
            ~ 5s
                3.091 open 5
                3.091 (Connecting)
            ! close
                (Waiting)
            ~ 8s
                9.398 open 6
                9.398 (Connecting)
        "#]],
    );
}

#[test]
fn a_server_that_speaks_is_no_reason_for_another_way() {
    check(
        "! start
         ! open
         ! close 1012
         ~ 1s
         ! open
         ! close 1013
         ~ 2s
         ! open
         ! close 1012
         ~ 4s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            ! close 1012
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            ! close 1013
                (Waiting)
            ~ 2s
                1.448 open 3
                1.448 (Connecting)
            ! open
                > hello
            ! close 1012
                (Waiting)
            ~ 4s
                3.735 open 4
                3.735 (Connecting)
        "#]],
    );
}

#[test]
fn a_link_that_is_lost_comes_back_the_way_it_went() {
    check(
        "! start
         ! close
         ~ 1s
         ! close
         ~ 1s
         ! open
         < welcome
         ~ 5s
         ! close
         ~ 1s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! close
                (Waiting)
            ~ 1s
                1.281 open 3 by events
                1.281 (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            ~ 5s
                3.000 > ping 1
            ! close
                (Waiting)
            ~ 1s
                7.735 open 4 by events
                7.735 (Connecting)
        "#]],
    );
}

#[test]
fn a_probe_that_goes_through_moves_the_link_and_nobody_is_told_of_a_loss() {
    check(
        "! start
         ! close
         ~ 1s
         ! close
         ~ 1s
         ! open
         < welcome lobby=0/0
         ~ 10s
         ! probed no
         ~ 19s
         ~ 1s
         ! probed yes
         ! open
         < welcome lobby=0/0
         ~ 25s
         < ping 1
         ~ 25s
         < ping 2
         ~ 25s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! close
                (Waiting)
            ~ 1s
                1.281 open 3 by events
                1.281 (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            ~ 10s
                3.000 > ping 1
                12.000 probe
            ! probed no
            ~ 19s
                28.000 > ping 2
            ~ 1s
                32.000 probe
            ! probed yes
                shut 3 1000
                open 4
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            ~ 25s
                33.000 > ping 3
            < ping 1
                > pong 1
            ~ 25s
                58.000 > ping 4
            < ping 2
                > pong 2
            ~ 25s
                83.000 > ping 5
        "#]],
    );
}

#[test]
fn it_moves_only_when_nothing_waits_for_an_answer() {
    check(
        "! start
         ! close
         ~ 1s
         ! close
         ~ 1s
         ! open
         < welcome lobby=0/0
         * open lobby
         < following lobby newest 1 0
         < live lobby 0
         ~ 10s
         * post lobby c1
         ! probed yes
         < posted c1 1",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! close
                (Waiting)
            ~ 1s
                1.281 open 3 by events
                1.281 (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            * open lobby
                > follow lobby
            < following lobby newest 1 0
            < live lobby 0
            ~ 10s
                3.000 > ping 1
                12.000 probe
            * post lobby c1
                keep c1
                > post lobby c1
            ! probed yes
            < posted c1 1
                forget c1
                > mark lobby #1
                shut 3 1000
                open 4
                (Connecting)
        "#]],
    );
}

#[test]
fn a_move_that_fails_goes_back_at_once_and_probes_later() {
    check(
        "! start
         ! close
         ~ 1s
         ! close
         ~ 1s
         ! open
         < welcome lobby=0/0
         ~ 10s
         ! probed yes
         ! close
         ~ 1s
         ! open
         < welcome lobby=0/0
         ~ 19s
         ~ 1s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! close
                (Waiting)
            ~ 1s
                1.281 open 3 by events
                1.281 (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            ~ 10s
                3.000 > ping 1
                12.000 probe
            ! probed yes
                shut 3 1000
                open 4
                (Connecting)
            ! close
                (Waiting)
            ~ 1s
                12.735 open 5 by events
                12.735 (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            ~ 19s
                14.000 > ping 2
            ~ 1s
                33.000 probe
        "#]],
    );
}

#[test]
fn a_probe_without_an_answer_was_in_vain_and_another_network_asks_again_soon() {
    check(
        "! start
         ! close
         ~ 1s
         ! close
         ~ 1s
         ! open
         < welcome lobby=0/0
         ~ 26s
         < ping 1
         ~ 1s
         ! online
         < pong
         ~ 10s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! close
                (Waiting)
            ~ 1s
                1.281 open 3 by events
                1.281 (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            ~ 26s
                3.000 > ping 1
                12.000 probe
                28.000 > ping 2
            < ping 1
                > pong 1
            ~ 1s
            ! online
                > ping 3
            < pong
            ~ 10s
                30.000 probe
        "#]],
    );
}

#[test]
fn whoever_chooses_gets_that_and_no_other() {
    check(
        "! start
         ! open
         < welcome lobby=0/0
         * choose polls
         ! open
         < welcome lobby=0/0
         ~ 25s
         < ping 1
         ! close
         ~ 1s
         ! close
         ~ 2s
         ! close
         ~ 4s
         * choose automatic
         ! open
         < welcome lobby=0/0",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            * choose polls
                shut 1 1000
                open 2 by polls
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            ~ 25s
                1.000 > ping 1
            < ping 1
                > pong 1
            ! close
                (Waiting)
            ~ 1s
                25.281 open 3 by polls
                25.281 (Connecting)
            ! close
                (Waiting)
            ~ 2s
                26.448 open 4 by polls
                26.448 (Connecting)
            ! close
                (Waiting)
            ~ 4s
                28.735 open 5 by polls
                28.735 (Connecting)
            * choose automatic
                shut 5 1000
                open 6
            ! open
                > hello
            < welcome lobby=0/0
                notice BackOnline { stored: 0, fetched: 0 }
                (Online)
        "#]],
    );
}

#[test]
fn a_choice_that_means_what_is_already_so_moves_nothing() {
    check(
        "! start
         ! open
         < welcome lobby=0/0
         * choose websocket
         * choose automatic
         * stop
         * choose events",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            * choose websocket
            * choose automatic
            * stop
                shut 1 1000
                (Stopped("Stopped on this device."))
            * choose events
        "#]],
    );
}
