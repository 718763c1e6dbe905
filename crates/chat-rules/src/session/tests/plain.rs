//! What a session of the plain language does in each single case, as transcripts.

use expect_test::{Expect, expect};
use shared::ids::RoomId;

use shared::moment::Moment;

use super::script::{line, posted, run};
use crate::rate::RateLimit;
use crate::session::{Input, Language, Output, Request, Session};

fn check(rate: RateLimit, script: &str, expected: &Expect) {
    expected.assert_eq(&run(Language::Plain { room: RoomId(7) }, rate, script));
}

#[test]
fn a_line_is_a_message_and_is_said_back_as_it_was_typed() {
    let typed = "  Tea?\r\nNow?  \n";
    let language = Language::Plain { room: RoomId(7) };
    let mut session = Session::new(Moment(0), language, RateLimit::On);
    let asked = session.handle(Moment(0), line(1, typed));
    let [Output::Ask(ticket, Request::Post { text, .. })] = asked.as_slice() else {
        panic!("{asked:?}");
    };
    assert_eq!(text.as_str(), "  Tea?\nNow?");
    let said = session.handle(Moment(0), Input::Answer(*ticket, posted(1)));
    let [Output::Say(said)] = said.as_slice() else {
        panic!("{said:?}")
    };
    assert_eq!(said.0, format!("You sent: {typed}"));
}

#[test]
fn answers_come_in_the_order_of_the_lines() {
    check(
        RateLimit::On,
        "
        > one
        > two
        > \u{7}
        > four
        = 4 posted 4
        = 2 posted 2
        = 1 not_posted disk_full
        = 3 posted 3
        ",
        &expect![[r#"
            > one
            ? 1 post 7 "one"
            > two
            ? 2 post 7 "two"
            > 
            > four
            ? 3 post 7 "four"
            = 4 posted 4
            = 2 posted 2
            = 1 not_posted disk_full
            < Not sent: No.
            < You sent: two
            < Not sent: The text has a control character (U+0007) that cannot be sent.
            = 3 posted 3
            < You sent: four
        "#]],
    );
}

#[test]
fn a_line_that_cannot_be_sent_is_told_so() {
    check(
        RateLimit::On,
        "> \u{7}",
        &expect![[r#"
        > 
        < Not sent: The text has a control character (U+0007) that cannot be sent.
    "#]],
    );
}

#[test]
fn a_connection_whose_lines_all_wait_is_not_read() {
    check(
        RateLimit::Off,
        "
        32 x > line %
        > one too many
        alive
        = 2 posted 2
        = 1 posted 1
        > the next
        = 3 posted 3
        ",
        &expect![[r#"
            32 x > line %
            ? 1 post 7 "line 1"
            ? 2 post 7 "line 2"
            ? 3 post 7 "line 3"
            ? 4 post 7 "line 4"
            ? 5 post 7 "line 5"
            ? 6 post 7 "line 6"
            ? 7 post 7 "line 7"
            ? 8 post 7 "line 8"
            ? 9 post 7 "line 9"
            ? 10 post 7 "line 10"
            ? 11 post 7 "line 11"
            ? 12 post 7 "line 12"
            ? 13 post 7 "line 13"
            ? 14 post 7 "line 14"
            ? 15 post 7 "line 15"
            ? 16 post 7 "line 16"
            ? 17 post 7 "line 17"
            ? 18 post 7 "line 18"
            ? 19 post 7 "line 19"
            ? 20 post 7 "line 20"
            ? 21 post 7 "line 21"
            ? 22 post 7 "line 22"
            ? 23 post 7 "line 23"
            ? 24 post 7 "line 24"
            ? 25 post 7 "line 25"
            ? 26 post 7 "line 26"
            ? 27 post 7 "line 27"
            ? 28 post 7 "line 28"
            ? 29 post 7 "line 29"
            ? 30 post 7 "line 30"
            ? 31 post 7 "line 31"
            ? 32 post 7 "line 32"
            | 5000
            > one too many
            < Not sent: 32 lines before it wait to be stored. Send it again later.
            | 5000
            alive
            | 5000
            = 2 posted 2
            = 1 posted 1
            < You sent: line 1
            < You sent: line 2
            | 0
            > the next
            ? 33 post 7 "the next"
            = 3 posted 3
            < You sent: line 3
        "#]],
    );
}

#[test]
fn the_pause_of_the_rate_outlasts_that_of_the_lines() {
    check(
        RateLimit::On,
        "
        31 x > line %
        70 x alive
        > line 32
        = 1 posted 1
        ",
        &expect![[r#"
            31 x > line %
            ? 1 post 7 "line 1"
            ? 2 post 7 "line 2"
            ? 3 post 7 "line 3"
            ? 4 post 7 "line 4"
            ? 5 post 7 "line 5"
            ? 6 post 7 "line 6"
            ? 7 post 7 "line 7"
            ? 8 post 7 "line 8"
            ? 9 post 7 "line 9"
            ? 10 post 7 "line 10"
            ? 11 post 7 "line 11"
            ? 12 post 7 "line 12"
            ? 13 post 7 "line 13"
            ? 14 post 7 "line 14"
            ? 15 post 7 "line 15"
            ? 16 post 7 "line 16"
            ? 17 post 7 "line 17"
            ? 18 post 7 "line 18"
            ? 19 post 7 "line 19"
            ? 20 post 7 "line 20"
            ? 21 post 7 "line 21"
            ? 22 post 7 "line 22"
            ? 23 post 7 "line 23"
            ? 24 post 7 "line 24"
            ? 25 post 7 "line 25"
            ? 26 post 7 "line 26"
            ? 27 post 7 "line 27"
            ? 28 post 7 "line 28"
            ? 29 post 7 "line 29"
            ? 30 post 7 "line 30"
            ? 31 post 7 "line 31"
            70 x alive
            | 50
            | 100
            > line 32
            ? 32 post 7 "line 32"
            | 5000
            = 1 posted 1
            < You sent: line 1
            | 150
        "#]],
    );
}

#[test]
fn the_ping_is_a_control_frame() {
    check(
        RateLimit::On,
        "
        ~ 25000
        alive
        ~ 25000
        > hello
        ~ 40000
        ",
        &expect![[r#"
            ~ 25000
              25000:
            < (ping)
            alive
            = answered after 0
            ~ 25000
              50000:
            < (ping)
            > hello
            ? 1 post 7 "hello"
            ~ 40000
              75000:
            < (ping)
              85000:
            ! 4001 a ping went unanswered
        "#]],
    );
}

#[test]
fn stopping_waits_for_the_lines_and_takes_no_more() {
    check(
        RateLimit::On,
        "
        > one
        > two
        stop 3000
        = 2 posted 2
        > three
        = 1 posted 1
        ",
        &expect![[r#"
            > one
            ? 1 post 7 "one"
            > two
            ? 2 post 7 "two"
            stop 3000
            = 2 posted 2
            > three
            = 1 posted 1
            < You sent: one
            < You sent: two
            < Not sent: The server restarts. Connect again, then repeat this.
            ! 1012 the server restarts
        "#]],
    );
    check(
        RateLimit::On,
        "stop 3000",
        &expect![[r#"
        stop 3000
        ! 1012 the server restarts
    "#]],
    );
}
