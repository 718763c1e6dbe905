//! What a session of the frames language does in each single case, as transcripts.

mod limits;

use expect_test::{Expect, expect};
use shared::moment::Moment;

use super::script::{line, ready, run, run_ready};
use crate::rate::RateLimit;
use crate::session::Language;

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
