//! What a session of the frames language does in each single case, as transcripts.

use expect_test::{Expect, expect};

use shared::close::CloseCode;
use shared::ids::RequestId;
use shared::limits::{IN_FLIGHT_MAX, OUTBOX_MAX};
use shared::moment::Moment;
use shared::refusal::RefusalCode;
use shared::server_frame::{Refused, ServerFrame};

use super::script::{line, post, posted, ready, run, run_ready};
use crate::rate::RateLimit;
use crate::session::{
    Input, Language, Output, Session, THROTTLED_TOO_LONG_MS, TOO_FAST_HEARD_WITHIN_MS,
    TOO_FAST_RETRY_AFTER_MS,
};

fn check(script: &str, expected: &Expect) {
    expected.assert_eq(&run(Language::Frames, RateLimit::On, script));
}

fn check_ready(script: &str, expected: &Expect) {
    expected.assert_eq(&run_ready(RateLimit::On, script));
}

#[test]
fn hello_is_answered_with_a_welcome() {
    check(
        r#"
        > {"hello":{"version":1,"token":"t0"}}
        = 1 greeted
        "#,
        &expect![[r#"
            > {"hello":{"version":1,"token":"t0"}}
            ? 1 greet with t0
            = 1 greeted
            < {"welcome":{"version":1,"server":"0.1.0","session":3,"user":{"id":1,"name":"ada"},"epoch":"0000000000000abc","now":1700000000000,"ping_every_ms":25000,"pong_within_ms":10000,"rooms":[],"roster":{"count":0,"people":[]}}}
        "#]],
    );
}

#[test]
fn a_connection_without_hello_is_closed_in_time() {
    check(
        "~ 9999\n~ 1",
        &expect![[r#"
        ~ 9999
        ~ 1
          10000:
        ! 4500 no hello in time
    "#]],
    );
}

#[test]
fn anything_before_hello_is_refused_with_its_id() {
    check(
        r#"
        > {"post":{"id":5,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000001","text":"hi"}}
        > {"ping":{"n":1}}
        > {"hello":{"version":1}}
        > {"follow":{"id":6,"room":1}}
        = 1 greeted
        "#,
        &expect![[r#"
            > {"post":{"id":5,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000001","text":"hi"}}
            < {"refused":{"id":5,"code":"hello_first","message":"Say hello first."}}
            > {"ping":{"n":1}}
            < {"refused":{"code":"hello_first","message":"Say hello first."}}
            > {"hello":{"version":1}}
            ? 1 greet
            > {"follow":{"id":6,"room":1}}
            < {"refused":{"id":6,"code":"hello_first","message":"Wait for the welcome before anything else."}}
            = 1 greeted
            < {"welcome":{"version":1,"server":"0.1.0","session":3,"user":{"id":1,"name":"ada"},"epoch":"0000000000000abc","now":1700000000000,"ping_every_ms":25000,"pong_within_ms":10000,"rooms":[],"roster":{"count":0,"people":[]}}}
        "#]],
    );
}

#[test]
fn another_version_is_refused_and_closed_for_good() {
    check(
        r#"
        > {"hello":{"version":2}}
        > {"hello":{"version":1}}
        ~ 60000
        "#,
        &expect![[r#"
            > {"hello":{"version":2}}
            < {"refused":{"code":"version_unsupported","message":"This server speaks version 1 of the protocol. Update the client."}}
            ! 4501 this version is not spoken here; update the client
            > {"hello":{"version":1}}
            ~ 60000
        "#]],
    );
}

#[test]
fn who_is_not_signed_in_is_told_so_and_closed() {
    check(
        "> {\"hello\":{\"version\":1}}\n= 1 not_greeted not_signed_in",
        &expect![[r#"
            > {"hello":{"version":1}}
            ? 1 greet
            = 1 not_greeted not_signed_in
            < {"refused":{"code":"not_signed_in","message":"No."}}
            ! 4502 sign in first
        "#]],
    );
}

#[test]
fn a_store_that_cannot_greet_says_come_back() {
    check(
        "> {\"hello\":{\"version\":1}}\n= 1 not_greeted unavailable",
        &expect![[r#"
            > {"hello":{"version":1}}
            ? 1 greet
            = 1 not_greeted unavailable
            < {"refused":{"code":"unavailable","message":"No."}}
            ! 1013 the server is busy
        "#]],
    );
}

#[test]
fn hello_twice_is_refused() {
    check_ready(
        "> {\"hello\":{\"version\":1}}",
        &expect![[r#"
        > {"hello":{"version":1}}
        < {"refused":{"code":"already_greeted","message":"Hello was said already."}}
    "#]],
    );
}

#[test]
fn a_post_is_answered_when_it_is_stored() {
    check_ready(
        r#"
        > {"post":{"id":5,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000001","text":"tea? "}}
        > {"post":{"id":6,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000002","text":"now"}}
        = 3 not_posted disk_full
        = 2 posted 42
        = 2 posted 42
        "#,
        &expect![[r#"
            > {"post":{"id":5,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000001","text":"tea? "}}
            ? 2 post 1 "tea?"
            > {"post":{"id":6,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000002","text":"now"}}
            ? 3 post 1 "now"
            = 3 not_posted disk_full
            < {"refused":{"id":6,"code":"disk_full","message":"No."}}
            = 2 posted 42
            < {"posted":{"id":5,"seq":42,"at":1700000000000}}
            = 2 posted 42
        "#]],
    );
}

#[test]
fn text_is_parsed_before_anybody_is_asked() {
    check_ready(
        r#"
        > {"post":{"id":5,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000001","text":"  "}}
        > {"post":{"id":6,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000001","text":"a\u0007"}}
        > {"post":{"id":7,"room":1,"client_id":"00000000-0000-0000-0000-000000000000","text":"hi"}}
        > {"make_room":{"id":8,"name":"a/b"}}
        "#,
        &expect![[r#"
            > {"post":{"id":5,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000001","text":"  "}}
            < {"refused":{"id":5,"code":"text_empty","message":"A message needs some text."}}
            > {"post":{"id":6,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000001","text":"a\u0007"}}
            < {"refused":{"id":6,"code":"text_control","message":"The text has a control character (U+0007) that cannot be sent."}}
            > {"post":{"id":7,"room":1,"client_id":"00000000-0000-0000-0000-000000000000","text":"hi"}}
            < {"refused":{"id":7,"code":"client_id_invalid","message":"The client_id is nil, which names no write."}}
            > {"make_room":{"id":8,"name":"a/b"}}
            < {"refused":{"id":8,"code":"name_invalid","message":"A room's name is made of letters, digits, - and _; “/” is none of them."}}
        "#]],
    );
}

#[test]
fn an_edit_may_come_without_words_and_the_log_says_whether_files_are_left() {
    check_ready(
        r#"
        > {"amend":{"id":5,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000001","target":3,"change":{"edit":{"text":" \n"}}}}
        = 2 not_posted text_empty
        > {"amend":{"id":6,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000002","target":4,"change":{"edit":{"text":"a\u0007"}}}}
        "#,
        &expect![[r#"
            > {"amend":{"id":5,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000001","target":3,"change":{"edit":{"text":" \n"}}}}
            ? 2 amend 1 Edited { target: Seq(3), text: MessageText(0 bytes) } on None
            = 2 not_posted text_empty
            < {"refused":{"id":5,"code":"text_empty","message":"No."}}
            > {"amend":{"id":6,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000002","target":4,"change":{"edit":{"text":"a\u0007"}}}}
            < {"refused":{"id":6,"code":"text_control","message":"The text has a control character (U+0007) that cannot be sent."}}
        "#]],
    );
}

#[test]
fn rooms_are_made() {
    check_ready(
        r#"
        > {"make_room":{"id":1,"name":"Tea Room"}}
        > {"make_room":{"id":2,"name":"hall"}}
        = 2 made tea-room
        = 3 not_made name_taken
        "#,
        &expect![[r#"
            > {"make_room":{"id":1,"name":"Tea Room"}}
            ? 2 make_room tea-room
            > {"make_room":{"id":2,"name":"hall"}}
            ? 3 make_room hall
            = 2 made tea-room
            < {"room_made":{"id":1,"room":{"room":9,"name":"tea-room","head":0,"posts":0,"read":0,"read_posts":0}}}
            = 3 not_made name_taken
            < {"refused":{"id":2,"code":"name_taken","message":"No."}}
        "#]],
    );
}

#[test]
fn a_follow_that_succeeds_is_answered_by_the_hub() {
    check_ready(
        r#"
        > {"follow":{"id":1,"room":4,"after":{"epoch":"0000000000000abc","seq":41}}}
        = 2 done
        > {"follow":{"id":2,"room":5}}
        = 3 not_followed unknown_room
        > {"unfollow":{"room":4}}
        > {"unfollow":{"room":5}}
        "#,
        &expect![[r#"
            > {"follow":{"id":1,"room":4,"after":{"epoch":"0000000000000abc","seq":41}}}
            ? 2 follow 4 after #41 for 1
            = 2 done
            > {"follow":{"id":2,"room":5}}
            ? 3 follow 5 after newest for 2
            = 3 not_followed unknown_room
            < {"refused":{"id":2,"code":"unknown_room","message":"No."}}
            > {"unfollow":{"room":4}}
            ? 4 unfollow 4
            > {"unfollow":{"room":5}}
        "#]],
    );
}

#[test]
fn an_unfollow_waits_for_the_follow_before_it() {
    check_ready(
        r#"
        > {"follow":{"id":1,"room":4}}
        > {"unfollow":{"room":4}}
        = 2 done
        = 3 done
        "#,
        &expect![[r#"
            > {"follow":{"id":1,"room":4}}
            ? 2 follow 4 after newest for 1
            > {"unfollow":{"room":4}}
            = 2 done
            ? 3 unfollow 4
            = 3 done
        "#]],
    );
}

#[test]
fn the_last_word_of_follow_and_unfollow_wins() {
    check_ready(
        r#"
        > {"follow":{"id":1,"room":4}}
        > {"unfollow":{"room":4}}
        > {"follow":{"id":2,"room":4}}
        = 2 done
        = 3 done
        "#,
        &expect![[r#"
            > {"follow":{"id":1,"room":4}}
            ? 2 follow 4 after newest for 1
            > {"unfollow":{"room":4}}
            > {"follow":{"id":2,"room":4}}
            ? 3 follow 4 after newest for 2
            = 2 done
            = 3 done
        "#]],
    );
}

#[test]
fn a_refused_follow_ends_the_one_before_it() {
    check_ready(
        r#"
        > {"follow":{"id":1,"room":4}}
        = 2 done
        > {"follow":{"id":2,"room":4}}
        = 3 not_followed unavailable
        "#,
        &expect![[r#"
            > {"follow":{"id":1,"room":4}}
            ? 2 follow 4 after newest for 1
            = 2 done
            > {"follow":{"id":2,"room":4}}
            ? 3 follow 4 after newest for 2
            = 3 not_followed unavailable
            < {"refused":{"id":2,"code":"unavailable","message":"No."}}
            ? 4 unfollow 4
        "#]],
    );
}

#[test]
fn a_follow_on_its_way_outlives_the_end_of_the_one_before_it() {
    check_ready(
        r#"
        > {"follow":{"id":1,"room":4}}
        = 2 done
        > {"follow":{"id":2,"room":4}}
        gone 4
        = 3 done
        gone 4
        > {"unfollow":{"room":4}}
        "#,
        &expect![[r#"
            > {"follow":{"id":1,"room":4}}
            ? 2 follow 4 after newest for 1
            = 2 done
            > {"follow":{"id":2,"room":4}}
            ? 3 follow 4 after newest for 2
            gone 4
            = 3 done
            gone 4
            > {"unfollow":{"room":4}}
        "#]],
    );
}

#[test]
fn so_many_rooms_can_be_followed_and_no_more() {
    check_ready(
        r#"
        16 x > {"follow":{"id":%,"room":%}}
        = 2 done
        = 3 done
        16 x > {"follow":{"id":10%,"room":10%}}
        > {"follow":{"id":50,"room":50}}
        > {"follow":{"id":51,"room":1}}
        gone 2
        > {"follow":{"id":52,"room":50}}
        "#,
        &expect![[r#"
            16 x > {"follow":{"id":%,"room":%}}
            ? 2 follow 1 after newest for 1
            ? 3 follow 2 after newest for 2
            ? 4 follow 3 after newest for 3
            ? 5 follow 4 after newest for 4
            ? 6 follow 5 after newest for 5
            ? 7 follow 6 after newest for 6
            ? 8 follow 7 after newest for 7
            ? 9 follow 8 after newest for 8
            ? 10 follow 9 after newest for 9
            ? 11 follow 10 after newest for 10
            ? 12 follow 11 after newest for 11
            ? 13 follow 12 after newest for 12
            ? 14 follow 13 after newest for 13
            ? 15 follow 14 after newest for 14
            ? 16 follow 15 after newest for 15
            ? 17 follow 16 after newest for 16
            = 2 done
            = 3 done
            16 x > {"follow":{"id":10%,"room":10%}}
            ? 18 follow 101 after newest for 101
            ? 19 follow 102 after newest for 102
            ? 20 follow 103 after newest for 103
            ? 21 follow 104 after newest for 104
            ? 22 follow 105 after newest for 105
            ? 23 follow 106 after newest for 106
            ? 24 follow 107 after newest for 107
            ? 25 follow 108 after newest for 108
            ? 26 follow 109 after newest for 109
            ? 27 follow 1010 after newest for 1010
            ? 28 follow 1011 after newest for 1011
            ? 29 follow 1012 after newest for 1012
            ? 30 follow 1013 after newest for 1013
            ? 31 follow 1014 after newest for 1014
            ? 32 follow 1015 after newest for 1015
            ? 33 follow 1016 after newest for 1016
            > {"follow":{"id":50,"room":50}}
            < {"refused":{"id":50,"code":"limit_reached","message":"32 rooms are followed already. Unfollow one first."}}
            > {"follow":{"id":51,"room":1}}
            ? 34 follow 1 after newest for 51
            gone 2
            > {"follow":{"id":52,"room":50}}
            ? 35 follow 50 after newest for 52
        "#]],
    );
}

#[test]
fn so_many_requests_may_wait_and_no_more() {
    check_ready(
        r#"
        32 x > {"make_room":{"id":%,"name":"room-%"}}
        > {"make_room":{"id":33,"name":"room-33"}}
        > {"mark_read":{"room":1,"seq":7}}
        > {"typing":{"room":1}}
        > {"away":{"away":true}}
        = 2 made room-1
        > {"mark_read":{"room":1,"seq":7}}
        "#,
        &expect![[r#"
            32 x > {"make_room":{"id":%,"name":"room-%"}}
            ? 2 make_room room-1
            ? 3 make_room room-2
            ? 4 make_room room-3
            ? 5 make_room room-4
            ? 6 make_room room-5
            ? 7 make_room room-6
            ? 8 make_room room-7
            ? 9 make_room room-8
            ? 10 make_room room-9
            ? 11 make_room room-10
            ? 12 make_room room-11
            ? 13 make_room room-12
            ? 14 make_room room-13
            ? 15 make_room room-14
            ? 16 make_room room-15
            ? 17 make_room room-16
            ? 18 make_room room-17
            ? 19 make_room room-18
            ? 20 make_room room-19
            ? 21 make_room room-20
            ? 22 make_room room-21
            ? 23 make_room room-22
            ? 24 make_room room-23
            ? 25 make_room room-24
            ? 26 make_room room-25
            ? 27 make_room room-26
            ? 28 make_room room-27
            ? 29 make_room room-28
            ? 30 make_room room-29
            ? 31 make_room room-30
            ? 32 make_room room-31
            ? 33 make_room room-32
            > {"make_room":{"id":33,"name":"room-33"}}
            < {"refused":{"id":33,"code":"too_many_in_flight","message":"32 requests wait for their answers already."}}
            > {"mark_read":{"room":1,"seq":7}}
            < {"refused":{"code":"too_many_in_flight","message":"32 requests wait for their answers already."}}
            > {"typing":{"room":1}}
            > {"away":{"away":true}}
            ? 34 away true
            = 2 made room-1
            < {"room_made":{"id":1,"room":{"room":9,"name":"room-1","head":0,"posts":0,"read":0,"read_posts":0}}}
            > {"mark_read":{"room":1,"seq":7}}
            < {"refused":{"code":"too_many_in_flight","message":"32 requests wait for their answers already."}}
        "#]],
    );
}

#[test]
fn signals_and_marks_are_passed_on() {
    check_ready(
        r#"
        > {"mark_read":{"room":1,"seq":7}}
        > {"typing":{"room":1}}
        > {"typing":{"room":1,"thread":4}}
        > {"ping":{"n":99}}
        > {"pong":{"n":99}}
        = 2 done
        = 3 done
        "#,
        &expect![[r#"
            > {"mark_read":{"room":1,"seq":7}}
            ? 2 mark_read 1 #7
            > {"typing":{"room":1}}
            ? 3 typing 1
            > {"typing":{"room":1,"thread":4}}
            ? 4 typing 1 in #4
            > {"ping":{"n":99}}
            < {"pong":{"n":99}}
            > {"pong":{"n":99}}
            = 2 done
            = 3 done
        "#]],
    );
}

#[test]
fn away_is_told_once_at_a_time_and_the_last_word_wins() {
    check_ready(
        r#"
        > {"away":{"away":false}}
        > {"away":{"away":true}}
        > {"away":{"away":false}}
        > {"away":{"away":true}}
        = 2 done
        > {"away":{"away":false}}
        > {"away":{"away":true}}
        > {"away":{"away":false}}
        = 3 done
        = 4 done
        "#,
        &expect![[r#"
            > {"away":{"away":false}}
            > {"away":{"away":true}}
            ? 2 away true
            > {"away":{"away":false}}
            > {"away":{"away":true}}
            = 2 done
            > {"away":{"away":false}}
            ? 3 away false
            > {"away":{"away":true}}
            > {"away":{"away":false}}
            = 3 done
            = 4 done
        "#]],
    );
}

#[test]
fn frames_that_cannot_be_read_are_refused_until_patience_ends() {
    check_ready(
        r#"
        > {"post":{"id":5,"room":1}}
        > {"dance":{"id":6}}
        8 x > nonsense
        ~ 9999
        > {"ping":{"n":1}}
        ~ 1
        > nonsense
        > nonsense
        > nonsense
        "#,
        &expect![[r#"
            > {"post":{"id":5,"room":1}}
            < {"refused":{"id":5,"code":"malformed","message":"The frame cannot be read: missing field `client_id` at line 1 column 25."}}
            > {"dance":{"id":6}}
            < {"refused":{"id":6,"code":"unknown_frame","message":"The frame cannot be read: unknown variant `dance`, expected one of `hello`, `follow`, `unfollow`, `post`, `amend`, `set_topic`, `make_room`, `mark_read`, `typing`, `away`, `ping`, `pong` at line 1 column 8."}}
            8 x > nonsense
            < {"refused":{"code":"malformed","message":"The frame cannot be read: expected value at line 1 column 1."}}
            < {"refused":{"code":"malformed","message":"The frame cannot be read: expected value at line 1 column 1."}}
            < {"refused":{"code":"malformed","message":"The frame cannot be read: expected value at line 1 column 1."}}
            < {"refused":{"code":"malformed","message":"The frame cannot be read: expected value at line 1 column 1."}}
            < {"refused":{"code":"malformed","message":"The frame cannot be read: expected value at line 1 column 1."}}
            < {"refused":{"code":"malformed","message":"The frame cannot be read: expected value at line 1 column 1."}}
            < {"refused":{"code":"malformed","message":"The frame cannot be read: expected value at line 1 column 1."}}
            < {"refused":{"code":"malformed","message":"The frame cannot be read: expected value at line 1 column 1."}}
            ~ 9999
            > {"ping":{"n":1}}
            < {"pong":{"n":1}}
            ~ 1
            > nonsense
            < {"refused":{"code":"malformed","message":"The frame cannot be read: expected value at line 1 column 1."}}
            > nonsense
            < {"refused":{"code":"malformed","message":"The frame cannot be read: expected value at line 1 column 1."}}
            ! 1008 too many frames that break the rules
            > nonsense
        "#]],
    );
}

#[test]
fn a_ping_is_sent_on_the_beat_and_any_sign_of_life_answers_it() {
    check_ready(
        r#"
        ~ 25000
        > {"typing":{"room":1}}
        ~ 25000
        alive
        ~ 40000
        > {"pong":{"n":3}}
        "#,
        &expect![[r#"
            ~ 25000
              25000:
            < {"ping":{"n":1}}
            > {"typing":{"room":1}}
            ? 2 typing 1
            ~ 25000
              50000:
            < {"ping":{"n":2}}
            alive
            ~ 40000
              75000:
            < {"ping":{"n":3}}
              85000:
            ! 4001 a ping went unanswered
            > {"pong":{"n":3}}
        "#]],
    );
}

#[test]
fn a_client_over_its_rate_is_read_more_slowly() {
    check_ready(
        r#"
        99 x > {"pong":{"n":1}}
        > {"ping":{"n":100}}
        ~ 50
        > {"ping":{"n":101}}
        ~ 100
        > {"ping":{"n":102}}
        > {"ping":{"n":103}}
        "#,
        &expect![[r#"
            99 x > {"pong":{"n":1}}
            | 50
            > {"ping":{"n":100}}
            < {"pong":{"n":100}}
            | 100
            ~ 50
            > {"ping":{"n":101}}
            < {"pong":{"n":101}}
            | 150
            ~ 100
            > {"ping":{"n":102}}
            < {"pong":{"n":102}}
            | 200
            > {"ping":{"n":103}}
            < {"pong":{"n":103}}
            | 250
        "#]],
    );
}

#[test]
fn without_a_rate_limit_nothing_pauses() {
    expect![[r#"
        2000 x > {"pong":{"n":1}}
    "#]]
    .assert_eq(&run_ready(RateLimit::Off, "2000 x > {\"pong\":{\"n\":1}}"));
}

#[test]
fn stopping_waits_for_what_is_being_stored() {
    check_ready(
        r#"
        > {"post":{"id":5,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000001","text":"tea?"}}
        stop 3000
        > {"make_room":{"id":6,"name":"late"}}
        > {"follow":{"id":7,"room":1}}
        > {"typing":{"room":1}}
        > {"away":{"away":true}}
        > {"ping":{"n":1}}
        stop 9000
        = 2 posted 42
        > {"ping":{"n":2}}
        "#,
        &expect![[r#"
            > {"post":{"id":5,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000001","text":"tea?"}}
            ? 2 post 1 "tea?"
            stop 3000
            > {"make_room":{"id":6,"name":"late"}}
            < {"refused":{"id":6,"code":"stopping","message":"The server restarts. Connect again, then repeat this.","retry_after_ms":3000}}
            > {"follow":{"id":7,"room":1}}
            < {"refused":{"id":7,"code":"stopping","message":"The server restarts. Connect again, then repeat this.","retry_after_ms":3000}}
            > {"typing":{"room":1}}
            > {"away":{"away":true}}
            > {"ping":{"n":1}}
            < {"pong":{"n":1}}
            stop 9000
            = 2 posted 42
            < {"posted":{"id":5,"seq":42,"at":1700000000000}}
            < {"closing":{"reconnect_after_ms":3000}}
            ! 1012 the server restarts
            > {"ping":{"n":2}}
        "#]],
    );
}

#[test]
fn stopping_does_not_wait_for_ever() {
    check_ready(
        r#"
        > {"post":{"id":5,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000001","text":"tea?"}}
        stop 3000
        ~ 1999
        ~ 1
        = 2 posted 42
        "#,
        &expect![[r#"
            > {"post":{"id":5,"room":1,"client_id":"018bcfe5-6800-7000-8000-000000000001","text":"tea?"}}
            ? 2 post 1 "tea?"
            stop 3000
            ~ 1999
            ~ 1
              2000:
            < {"closing":{"reconnect_after_ms":3000}}
            ! 1012 the server restarts
            = 2 posted 42
        "#]],
    );
}

#[test]
fn stopping_ends_an_idle_connection_at_once() {
    check_ready(
        "stop 3000",
        &expect![[r#"
        stop 3000
        < {"closing":{"reconnect_after_ms":3000}}
        ! 1012 the server restarts
    "#]],
    );
    check(
        "stop 3000",
        &expect![[r#"
        stop 3000
        < {"closing":{"reconnect_after_ms":3000}}
        ! 1012 the server restarts
    "#]],
    );
    check(
        "> {\"hello\":{\"version\":1}}\nstop 3000\n= 1 greeted",
        &expect![[r#"
            > {"hello":{"version":1}}
            ? 1 greet
            stop 3000
            < {"closing":{"reconnect_after_ms":3000}}
            ! 1012 the server restarts
            = 1 greeted
        "#]],
    );
}

#[test]
fn lines_mean_nothing_in_the_frames_language() {
    let mut session = ready();
    let out = session.handle(Moment(0), line(1, "hello"));
    assert!(out.is_empty(), "{out:?}");
}

/// What a driver does that keeps to the pauses: the moment of each frame is the end
/// of the pause before it.
struct Flood {
    session: Session,
    now: Moment,
    sent: u32,
}

impl Flood {
    fn start() -> Self {
        Self {
            session: ready(),
            now: Moment(0),
            sent: 0,
        }
    }

    /// Sends one post, stores it if it is let in.
    fn post(&mut self) -> Came {
        self.sent += 1;
        assert!(self.sent < 10_000, "it goes on for ever");
        let mut came = Came::Stored;
        for output in self
            .session
            .handle(self.now, Input::Frame(post(self.sent, "again")))
        {
            match output {
                Output::Ask(ticket, _) => {
                    let _ = self
                        .session
                        .handle(self.now, Input::Answer(ticket, posted(1)));
                }
                Output::Send(ServerFrame::Refused(refused)) => came = Came::Refused(refused),
                Output::PauseReading(until) => self.now = until,
                Output::Close(code) => came = Came::Closed(code),
                unexpected @ (Output::Send(_)
                | Output::Say(_)
                | Output::ControlPing
                | Output::RoundTrip { .. }) => {
                    panic!("{unexpected:?}")
                }
            }
        }
        came
    }
}

enum Came {
    Stored,
    Refused(Refused),
    Closed(CloseCode),
}

#[test]
fn a_client_that_floods_on_is_refused_and_then_closed() {
    let mut flood = Flood::start();
    let mut first_refused = None;
    let code = loop {
        let now = flood.now;
        match flood.post() {
            Came::Stored => assert_eq!(first_refused, None, "a refusal is not taken back"),
            Came::Refused(refused) => {
                assert_eq!(refused.id, Some(RequestId(flood.sent)));
                assert_eq!(refused.refusal.code, RefusalCode::TooFast);
                assert_eq!(
                    refused.refusal.retry_after_ms,
                    Some(TOO_FAST_RETRY_AFTER_MS)
                );
                first_refused = first_refused.or(Some(now));
            }
            Came::Closed(code) => break code,
        }
    };
    assert_eq!(code, CloseCode::Policy);
    let refused_at = first_refused.expect("refusals come before the close");
    assert_eq!(refused_at, Moment(THROTTLED_TOO_LONG_MS + 50));
    let closed_after_ms = flood.now.ms_since(refused_at);
    assert!(
        closed_after_ms > TOO_FAST_HEARD_WITHIN_MS,
        "{closed_after_ms}"
    );
    assert!(
        closed_after_ms < 2 * TOO_FAST_HEARD_WITHIN_MS,
        "{closed_after_ms}"
    );
}

#[test]
fn a_full_outbox_that_keeps_to_the_advice_is_stored_whole() {
    let mut flood = Flood::start();
    let mut stored = 0;
    while stored < OUTBOX_MAX {
        match flood.post() {
            Came::Stored => stored += 1,
            Came::Refused(_) => {
                // A whole window was on its way when the first refusal was heard.
                for _ in 1..IN_FLIGHT_MAX {
                    assert!(matches!(flood.post(), Came::Refused(_)));
                }
                flood.now = flood.now.plus_ms(u64::from(TOO_FAST_RETRY_AFTER_MS));
            }
            Came::Closed(code) => panic!("closed with {code:?}"),
        }
    }
}
