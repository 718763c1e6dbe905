//! Whether a link lives, how fast it is, and who is away on it.

use expect_test::expect;

use super::check;
use crate::script;

#[test]
fn a_silent_link_is_shut_and_the_next_one_opens_at_once() {
    check(
        "! start
         ! open
         < welcome
         ~ 20s
         < ping 1
         ~ 34s
         ~ 1s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            ~ 20s
                1.000 > ping 1
            < ping 1
                > pong 1
            ~ 34s
                26.000 > ping 2
                51.000 > ping 3
            ~ 1s
                55.000 shut 1 4001
                55.000 open 2
                55.000 (Connecting)
        "#]],
    );
}

#[test]
fn any_frame_is_a_sign_of_life() {
    check(
        "! start
         ! open
         < welcome lobby=0/0
         ~ 30s
         < moved lobby 1
         ~ 30s
         ! garbage
         ~ 30s
         ? status",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            ~ 30s
                1.000 > ping 1
                26.000 > ping 2
            < moved lobby 1
            ~ 30s
                51.000 > ping 3
            ! garbage
            ~ 30s
                76.000 > ping 4
            ? status
                Online, 0 waiting, 0 failed, round trip None
        "#]],
    );
}

#[test]
fn after_a_sleep_the_link_must_prove_itself() {
    check(
        "! start
         ! open
         < welcome
         ~ 10s
         ! sleep 1h
         ~ 4s
         < pong
         ~ 20s
         ! sleep 1h
         ~ 4s
         < ping 9
         ~ 1s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            ~ 10s
                1.000 > ping 1
            ! sleep 1h
                > ping 2
            ~ 4s
            < pong
            ~ 20s
                3619.000 > ping 3
            ! sleep 1h
                > ping 4
            ~ 4s
            < ping 9
                > pong 9
            ~ 1s
                7239.000 shut 1 4001
                7239.000 open 2
                7239.000 (Connecting)
        "#]],
    );
}

#[test]
fn a_late_timer_of_a_few_seconds_is_no_sleep() {
    check(
        "! start
         ! open
         < welcome
         ~ 500ms
         < pong
         ! sleep 15s
         ~ 6s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            ~ 500ms
            < pong
            ! sleep 15s
                > ping 1
            ~ 6s
        "#]],
    );
}

#[test]
fn looking_again_probes_a_link_and_hurries_a_wait() {
    check(
        "! start
         ! open
         < welcome
         ~ 5s
         ! hide
         ! show
         ! show
         ~ 5s
         ! open
         ~ 10s
         ! hide
         ~ 2s
         ! close
         ! show",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            ~ 5s
                1.000 > ping 1
            ! hide
            ! show
                > ping 2
            ! show
            ~ 5s
                10.000 shut 1 4001
                10.000 open 2
                10.000 (Connecting)
            ! open
                > hello
            ~ 10s
                20.000 shut 2 4001
                20.000 open 3 by events
            ! hide
            ~ 2s
            ! close
                open 4 by polls
            ! show
        "#]],
    );
}

#[test]
fn three_slow_round_trips_make_a_slow_link_and_one_fast_one_ends_it() {
    check(
        "! start
         ! open
         < welcome
         ~ 1s
         ~ 1001ms
         < pong
         ~ 5s
         ~ 1500ms
         < pong
         ~ 5s
         ~ 2s
         < pong
         ? status
         ~ 5s
         ~ 80ms
         < pong
         ? status",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            ~ 1s
                1.000 > ping 1
            ~ 1001ms
            < pong
            ~ 5s
                7.001 > ping 2
            ~ 1500ms
            < pong
            ~ 5s
                13.501 > ping 3
            ~ 2s
            < pong
                (Slow)
            ? status
                Slow, 0 waiting, 0 failed, round trip Some(2000)
            ~ 5s
                20.501 > ping 4
            ~ 80ms
            < pong
                (Online)
            ? status
                Online, 0 waiting, 0 failed, round trip Some(80)
        "#]],
    );
}

#[test]
fn a_pong_to_another_ping_measures_nothing() {
    check(
        "! start
         ! open
         < welcome
         ~ 1s
         < pong 4711
         ? status",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            ~ 1s
                1.000 > ping 1
            < pong 4711
            ? status
                Online, 0 waiting, 0 failed, round trip None
        "#]],
    );
}

#[test]
fn nobody_looking_for_five_minutes_is_away_on_every_connection() {
    check(
        "! start
         ! open
         < welcome
         ! hide
         ~ 20s
         < ping 1
         ! close
         ! sleep 5min
         ! open
         < welcome
         ~ 10s
         ! show
         < pong
         ! hide
         ~ 3s
         ! close
         ~ 2s
         ! open
         < welcome",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            ! hide
            ~ 20s
                1.000 > ping 1
            < ping 1
                > pong 1
            ! close
                (Waiting)
            ! sleep 5min
                open 2
                (Connecting)
            ! open
                > hello
            < welcome
                > away true
                notice BackOnline { stored: 0, fetched: 0 }
                (Online)
            ~ 10s
                321.000 > ping 3
            ! show
                > ping 4
                > away false
            < pong
            ! hide
            ~ 3s
            ! close
                (Waiting)
            ~ 2s
                333.448 open 3
                333.448 (Connecting)
            ! open
                > hello
            < welcome
                notice BackOnline { stored: 0, fetched: 0 }
                (Online)
        "#]],
    );
}

#[test]
fn who_does_nothing_for_ten_minutes_is_away_while_the_page_is_seen() {
    check(
        "! start
         ! active
         ! open
         < welcome
         ! sleep 9min
         < pong
         ! active
         ! sleep 599999ms
         < pong
         ~ 1ms
         ! active
         ! hide
         ! sleep 5min",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! active
            ! open
                > hello
            < welcome
                (Online)
            ! sleep 9min
                > ping 1
            < pong
            ! active
            ! sleep 599999ms
                > ping 2
            < pong
            ~ 1ms
                1140.000 > away true
            ! active
                > away false
            ! hide
            ! sleep 5min
                > ping 3
                > away true
        "#]],
    );
}

#[test]
fn away_is_told_once_when_its_time_comes() {
    check(
        "! start
         ! open
         < welcome
         ! hide
         ! sleep 299999ms
         < pong
         ~ 1ms
         ~ 20s
         < ping 1",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            ! hide
            ! sleep 299999ms
                > ping 1
            < pong
            ~ 1ms
                300.000 > away true
            ~ 20s
            < ping 1
                > pong 1
        "#]],
    );
}

#[test]
fn sixty_stable_seconds_forgive_the_failures_before() {
    let waits_after = |stable_ms: u64| {
        let script = "! start\n* choose websocket\n".to_owned() + &"! close\n~ 20s\n".repeat(6);
        let quiet = format!("! open\n< welcome\n{}", "~ 20s\n< ping 1\n".repeat(2));
        let rest = format!("~ {}ms\n! close\n~ 500ms\n", stable_ms - 40_000);
        let told = script::run(&(script + &quiet + &rest));
        told.rsplit_once("~ 500ms").unwrap().1.contains("open")
    };
    assert!(
        waits_after(60_000),
        "the first wait is at most half a second again"
    );
    assert!(
        !waits_after(59_999),
        "a minute is not over: the waits go on growing"
    );
}

#[test]
fn a_watched_link_is_measured_every_two_seconds_one_ping_at_a_time() {
    check(
        "! start
         ! open
         < welcome
         * watch
         ~ 40ms
         < pong
         ~ 3s
         ~ 5s
         < pong
         ~ 2s
         * unwatch
         < pong
         ~ 20s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome
                (Online)
            * watch
                > ping 1
            ~ 40ms
            < pong
            ~ 3s
                2.040 > ping 2
            ~ 5s
            < pong
            ~ 2s
                10.040 > ping 3
            * unwatch
            < pong
            ~ 20s
        "#]],
    );
}

#[test]
fn under_a_watching_eye_a_ping_that_nothing_follows_ends_the_link() {
    check(
        "! start
         ! open
         < welcome lobby=0/0
         * watch
         < pong
         ~ 3s
         < moved lobby 1
         ~ 9s
         < pong
         ~ 13s",
        expect![[r#"
            ! start
                open 1
                (Connecting)
            ! open
                > hello
            < welcome lobby=0/0
                (Online)
            * watch
                > ping 1
            < pong
            ~ 3s
                2.000 > ping 2
            < moved lobby 1
            ~ 9s
            < pong
            ~ 13s
                14.000 > ping 3
                24.000 shut 1 4001
                24.000 open 2
                24.000 (Connecting)
        "#]],
    );
}
