//! What makes the client doubt its link: an answer that is overdue, a device that says it
//! has no network.

use expect_test::{Expect, expect};

use crate::script;

#[expect(clippy::needless_pass_by_value, reason = "expect![…] is handed over")]
fn check(text: &str, expected: Expect) {
    let ready = "! start
        ! open
        < welcome lobby=0/0
        * open lobby
        < following lobby newest 1 0
        < live lobby 0
        ~ 20s
        < pong 1
";
    let before = script::run(ready);
    let whole = script::run(&(ready.to_owned() + text));
    expected.assert_eq(whole.strip_prefix(&before).expect("the same beginning"));
}

#[test]
fn a_message_without_an_answer_finds_a_dead_link_within_ten_seconds() {
    check(
        "* post lobby c1\n~ 10s\n? lobby",
        expect![[r#"
        * post lobby c1
            keep c1
            > post lobby c1
        ~ 10s
            24.000 > ping 2
            29.000 shut 1 4001
            29.000 open 2
            29.000 (Connecting)
        ? lobby
            | c1 waits (complete to 0 of 0)
    "#]],
    );
}

#[test]
fn a_link_that_answers_the_doubt_is_kept() {
    check(
        "* post lobby c1
         ~ 4500ms
         < pong 2
         ~ 8s
         < posted c1 1
         ? lobby
         ? status",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ~ 4500ms
                24.000 > ping 2
            < pong 2
            ~ 8s
            < posted c1 1
                forget c1
                > mark lobby #1
            ? lobby
                1 (complete to 1 of 1)
            ? status
                Online, 0 waiting, 0 failed, round trip Some(500)
        "#]],
    );
}

#[test]
fn no_network_is_shown_until_something_comes() {
    check(
        "! offline
         ? status
         < pong 2
         ? status
         ! offline
         ~ 6s
         ? status",
        expect![[r#"
            ! offline
                > ping 2
                (NoNetwork)
            ? status
                NoNetwork, 0 waiting, 0 failed, round trip Some(19000)
            < pong 2
                (Online)
            ? status
                Online, 0 waiting, 0 failed, round trip Some(0)
            ! offline
                > ping 3
                (NoNetwork)
            ~ 6s
                25.000 shut 1 4001
                25.000 open 2
                25.000 (Connecting)
            ? status
                Connecting, 0 waiting, 0 failed, round trip Some(0)
        "#]],
    );
}
