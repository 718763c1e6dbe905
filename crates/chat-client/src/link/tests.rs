mod living;

use expect_test::{Expect, expect};

use crate::script;

#[expect(clippy::needless_pass_by_value, reason = "expect![…] is handed over")]
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&script::run(text));
}

#[test]
fn a_link_opens_greets_and_is_online() {
    check(
        "! start
         ~ 300ms
         ! open
         ~ 20ms
         < welcome lobby=0/0
         ~ 1s
         ~ 30ms
         < pong
         ? status",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ~ 300ms
            ! open
                > hello
            ~ 20ms
            < welcome lobby=0/0
                (Online)
            ~ 1s
                1.320 > ping 1
            ~ 30ms
            < pong
            ? status
                Online, 0 waiting, 0 failed, round trip Some(30)
        "#]],
    );
}

#[test]
fn the_servers_ping_is_answered() {
    check(
        "! start
         ! open
         < welcome
         < ping 77",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            < ping 77
                > pong 77
        "#]],
    );
}

#[test]
fn a_socket_that_does_not_open_is_given_up_and_tried_again() {
    check(
        "! start
         ~ 9s
         ~ 40s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ~ 9s
            ~ 40s
                10.000 shut 1 4001
                10.000 open 2 by events
                15.000 shut 2 4001
                15.000 open 3 by polls
                25.000 shut 3 4001
                25.000 (Waiting)
                25.735 open 4
                25.735 (Connecting)
                35.735 shut 4 4001
                35.735 open 5 by events
                40.735 shut 5 4001
                40.735 open 6 by polls
        "#]],
    );
}

#[test]
fn a_welcome_that_does_not_come_is_not_waited_for() {
    check(
        "! start
         ! open
         ~ 10s
         ~ 1s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            ~ 10s
                10.000 shut 1 4001
                10.000 open 2 by events
            ~ 1s
        "#]],
    );
}

#[test]
fn what_an_older_socket_says_is_ignored() {
    check(
        "! start
         ! close
         ~ 1s
         ! late open
         ! late close 4502
         ! open
         < late welcome den=1/0
         < late refused all not_signed_in
         < welcome
         < late ping 3
         < late moved lobby 9
         ! late close 4502
         ? rooms",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! close
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! late open
            ! late close 4502
            ! open
                > hello
            < late welcome den=1/0
            < late refused all not_signed_in
            < welcome
                (Online)
            < late ping 3
            < late moved lobby 9
            ! late close 4502
            ? rooms
        "#]],
    );
}

#[test]
fn haste_opens_at_most_one_socket_a_second() {
    check(
        "! start
         ! offline
         ! close
         * try
         * try
         ~ 999ms
         ~ 1ms
         ! close
         ~ 1s
         * try",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! offline
            ! close
                (NoNetwork)
            * try
                (Waiting)
            * try
            ~ 999ms
            ~ 1ms
                1.000 open 2
                1.000 (Connecting)
            ! close
                (NoNetwork)
            ~ 1s
            * try
                open 3
                (Connecting)
        "#]],
    );
}

#[test]
fn a_device_without_network_says_so_and_still_tries_now_and_then() {
    check(
        "! start
         ! offline
         ! close
         ~ 19s
         ~ 1s
         ! close
         ~ 3s
         ! online",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! offline
            ! close
                (NoNetwork)
            ~ 19s
            ~ 1s
                20.000 open 2
                20.000 (Connecting)
            ! close
                (NoNetwork)
            ~ 3s
            ! online
                open 3
                (Connecting)
        "#]],
    );
}

#[test]
fn a_living_link_outlives_the_word_offline() {
    check(
        "! start
         ! open
         < welcome
         ~ 3s
         ! offline
         ~ 1s
         < pong
         ~ 20s
         ! close",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            ~ 3s
                1.000 > ping 1
            ! offline
                > ping 2
                (NoNetwork)
            ~ 1s
            < pong
                (Online)
            ~ 20s
            ! close
                (Waiting)
        "#]],
    );
}

#[test]
fn the_server_says_when_to_come_back() {
    check(
        "! start
         ! open
         < welcome
         < closing 7000
         ! close 1012 the server restarts
         ~ 6999ms
         ~ 1ms",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            < closing 7000
            ! close 1012 the server restarts
                (Waiting)
            ~ 6999ms
            ~ 1ms
                7.000 open 2
                7.000 (Connecting)
        "#]],
    );
}

#[test]
fn no_server_sends_its_clients_away_for_days() {
    check(
        "! start
         ! open
         < welcome
         < closing 4000000000
         ! close 1012
         ~ 299s
         ~ 1s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            < closing 4000000000
            ! close 1012
                (Waiting)
            ~ 299s
            ~ 1s
                300.000 open 2
                300.000 (Connecting)
        "#]],
    );
}

#[test]
fn codes_that_end_it_end_it() {
    check(
        "! start
         ! open
         ! close 4501 update
         ~ 1h
         * try
         ! open
         ! close 4502
         ~ 1h
         * try
         ! close 1008 too many frames that break the rules
         ~ 1h
         * stop
         * try
         ~ 1h",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            ! close 4501 update
                (Outdated)
            ~ 1h
            * try
                open 2
                (Connecting)
            ! open
                > hello
            ! close 4502
                (SignedOut)
            ~ 1h
            * try
                open 3
                (Connecting)
            ! close 1008 too many frames that break the rules
                (Stopped("The server ended the connection for good: too many frames that break the rules."))
            ~ 1h
            * stop
                (Stopped("Stopped on this device."))
            * try
            ~ 1h
        "#]],
    );
}

#[test]
fn a_hello_that_came_too_late_is_said_again() {
    check(
        "! start
         ! open
         ! close 4500 no hello in time
         ~ 1s
         ! open",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            ! close 4500 no hello in time
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
        "#]],
    );
}

#[test]
fn refusals_of_the_whole_connection_end_it_too() {
    check(
        "! start
         ! open
         < refused all version_unsupported
         ! close 4501
         * try
         ~ 1s
         ! open
         < welcome
         < refused all malformed
         < refused all not_signed_in
         ! close 1000",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < refused all version_unsupported
                shut 1 1000
                (Outdated)
            ! close 4501
            * try
                (Waiting)
            ~ 1s
                1.000 open 2
                1.000 (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            < refused all malformed
            < refused all not_signed_in
                shut 2 1000
                (SignedOut)
            ! close 1000
        "#]],
    );
}

#[test]
fn garbage_instead_of_a_welcome_is_no_server() {
    check(
        "! start
         ! open
         ! garbage
         ~ 1s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            ! garbage
                shut 1 4001
                (Waiting)
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
        "#]],
    );
}
