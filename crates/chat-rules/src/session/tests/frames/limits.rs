//! How much a session takes: rooms, requests that wait, frames that cannot be read, and
//! more of them than its rate.

use expect_test::expect;
use shared::close::CloseCode;
use shared::ids::RequestId;
use shared::limits::{IN_FLIGHT_MAX, OUTBOX_MAX};
use shared::moment::Moment;
use shared::refusal::RefusalCode;
use shared::server_frame::{Refused, ServerFrame};

use super::check_ready;
use crate::rate::RateLimit;
use crate::session::tests::script::{post, posted, ready, run_ready};
use crate::session::{
    Input, Output, Session, THROTTLED_TOO_LONG_MS, TOO_FAST_HEARD_WITHIN_MS,
    TOO_FAST_RETRY_AFTER_MS,
};

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
