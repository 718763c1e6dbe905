mod answers;
mod machine;

use expect_test::{Expect, expect};

use crate::script;

#[expect(clippy::needless_pass_by_value, reason = "expect![…] is handed over")]
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&script::run(text));
}

/// A link, and the lobby open and complete up to 3.
const READY: &str = "! start
    ! open
    < welcome lobby=3/3 den=0/0
    * open lobby
    < following lobby newest 1 3
    < entries lobby 1-3 ada
    < live lobby 3
";

/// Checks what follows after [`READY`].
#[expect(clippy::needless_pass_by_value, reason = "expect![…] is handed over")]
fn check_ready(text: &str, expected: Expect) {
    let ready = script::run(READY);
    let whole = script::run(&(READY.to_owned() + text));
    expected.assert_eq(whole.strip_prefix(&ready).expect("the same beginning"));
}

#[test]
fn a_write_is_kept_then_sent_then_stored() {
    check_ready(
        "* post lobby c1
         ? lobby
         < posted c1 4
         ? lobby
         < entry lobby 4 me c1
         ? lobby
         ? status",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ? lobby
                1-3 | c1 on its way (complete to 3 of 3)
            < posted c1 4
                forget c1
                > mark lobby #4
            ? lobby
                1-4 (complete to 4 of 4)
            < entry lobby 4 me c1
            ? lobby
                1-4 (complete to 4 of 4)
            ? status
                Online, 0 waiting, 0 failed, round trip None
        "#]],
    );
}

#[test]
fn the_feed_may_be_faster_than_the_answer() {
    check_ready(
        "* post lobby c1
         < entry lobby 4 me c1
         ? lobby
         < posted c1 4
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            < entry lobby 4 me c1
                forget c1
                > mark lobby #4
            ? lobby
                1-4 (complete to 4 of 4)
            < posted c1 4
            ? lobby
                1-4 (complete to 4 of 4)
        "#]],
    );
}

#[test]
fn a_stored_write_stays_in_sight_until_its_entry_is_here() {
    check_ready(
        "* post lobby c1
         < posted c1 6
         ? lobby
         ? status
         < entries lobby 4-5 ben
         ? lobby
         < entry lobby 6 me c1
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            < posted c1 6
                forget c1
            ? lobby
                1-3 | c1 on its way (complete to 3 of 3)
            ? status
                Online, 0 waiting, 0 failed, round trip None
            < entries lobby 4-5 ben
            ? lobby
                1-5 | c1 on its way (complete to 5 of 5)
            < entry lobby 6 me c1
            ? lobby
                1-6 (complete to 6 of 6)
        "#]],
    );
}

#[test]
fn a_stored_write_that_the_feed_never_brings_is_fetched() {
    check_ready(
        "* post lobby c1
         < posted c1 5
         ~ 3s
         = page lobby 4-5 5
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            < posted c1 5
                forget c1
            ~ 3s
                1.000 > ping 1
                3.000 fetch lobby 2 after #3
            = page lobby 4-5 5
            ? lobby
                1-5 (complete to 5 of 5)
        "#]],
    );
}

#[test]
fn somebody_elses_entry_with_the_same_id_settles_nothing() {
    check_ready(
        "* post lobby c1
         < entry lobby 4 ada c1
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            < entry lobby 4 ada c1
            ? lobby
                1-4 | c1 on its way (complete to 4 of 4)
        "#]],
    );
}

#[test]
fn one_write_of_a_room_is_on_its_way_at_a_time() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         * post den c3
         ? lobby
         < posted c1 4
         < posted c3 1
         < posted c2 5
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            * post den c3
                keep c3
                > post den c3
            ? lobby
                1-3 | c1 on its way | c2 waits (complete to 3 of 3)
            < posted c1 4
                forget c1
                > mark lobby #4
                > post lobby c2
            < posted c3 1
                forget c3
                > mark den #1
            < posted c2 5
                forget c2
            ? lobby
                1-5 (complete to 5 of 5)
        "#]],
    );
}

#[test]
fn what_was_written_without_a_link_leaves_with_it() {
    check(
        "* post lobby c1
         * post den c2
         ! open
         ? status
         < welcome lobby=3/3 den=0/0",
        expect![[r#"
            * post lobby c1
                keep c1
                open 1
                (Connecting)
            * post den c2
                keep c2
            ! open
                > hello
            ? status
                Connecting, 2 waiting, 0 failed, round trip None
            < welcome lobby=3/3 den=0/0
                > post lobby c1
                > post den c2
                (Online)
        "#]],
    );
}

#[test]
fn cancel_gives_the_text_back_but_not_of_a_write_on_its_way() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         * cancel c1
         * cancel c2
         < refused c1 not_allowed
         * cancel c1
         * cancel c1
         ? lobby
         ? status",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            * cancel c1
            * cancel c2
                forget c2
                taken back c2
            < refused c1 not_allowed
                keep c1: Not stored. A sentence.
            * cancel c1
                forget c1
                taken back c1
            * cancel c1
            ? lobby
                1-3 (complete to 3 of 3)
            ? status
                Online, 0 waiting, 0 failed, round trip None
        "#]],
    );
}

#[test]
fn a_reload_sends_what_was_kept_and_leaves_failed_ones_alone() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         < refused c1 not_allowed
         * post lobby c3
         ! reload
         ? status
         ! open
         < welcome lobby=3/3 den=0/0
         < posted c2 4
         < posted c3 5
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
            * post lobby c3
                keep c3
            ! reload
                open 1
                (Connecting)
            ? status
                Connecting, 2 waiting, 1 failed, round trip None
            ! open
                > hello
            < welcome lobby=3/3 den=0/0
                > post lobby c2
                (Online)
            < posted c2 4
                forget c2
                > mark lobby #4
                > post lobby c3
            < posted c3 5
                forget c3
            ? status
                Online, 0 waiting, 1 failed, round trip None
        "#]],
    );
}

#[test]
fn nothing_is_sent_to_a_server_that_wants_a_login_first() {
    check_ready(
        "* post lobby c1
         * post lobby c2
         < refused c1 not_signed_in
         ? status
         ? lobby
         * try
         ~ 1s
         ! open
         < welcome lobby=3/3 den=0/0",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c2
                keep c2
            < refused c1 not_signed_in
                shut 1 1000
                (SignedOut)
            ? status
                SignedOut, 2 waiting, 0 failed, round trip None
            ? lobby
                1-3 | c1 waits | c2 waits (complete to 3 of 3)
            * try
                (Waiting)
            ~ 1s
                1.000 open 2
                1.000 (Connecting)
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
fn the_same_intent_twice_is_one_write() {
    check_ready(
        "* post lobby c1
         * post lobby c1
         < posted c1 4
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            * post lobby c1
            < posted c1 4
                forget c1
                > mark lobby #4
            ? lobby
                1-4 (complete to 4 of 4)
        "#]],
    );
}

#[test]
fn the_way_back_is_told_with_what_happened_meanwhile() {
    check_ready(
        "* post lobby c1
         ! close
         * post lobby c2
         ~ 1s
         ! open
         < welcome lobby=6/3 den=0/0
         < following lobby resumed 4 6
         < entries lobby 4-5 ada
         < entry lobby 6 me c1
         < live lobby 6
         < posted c1 6
         < posted c2 7
         ? lobby",
        expect![[r#"
            * post lobby c1
                keep c1
                > post lobby c1
            ! close
                (Waiting)
            * post lobby c2
                keep c2
            ~ 1s
                0.281 open 2
                0.281 (Connecting)
            ! open
                > hello
            < welcome lobby=6/3 den=0/0
                > follow lobby after #3
                > post lobby c1
                (CatchingUp)
            < following lobby resumed 4 6
            < entries lobby 4-5 ada
            < entry lobby 6 me c1
                forget c1
                > post lobby c2
            < live lobby 6
                (Online)
            < posted c1 6
            < posted c2 7
                forget c2
                notice BackOnline { stored: 2, fetched: 2 }
            ? lobby
                1-7 (complete to 7 of 7)
        "#]],
    );
}
