mod frames;
mod plain;
mod properties;
mod script;

use shared::close::CloseCode;
use shared::ids::RoomId;
use shared::moment::Moment;

use super::{Answer, HeartbeatTimes, Input, Language, Output, RateLimit, Request, Session};

/// What an idle connection may cost beside its socket and its task.
const SESSION_BYTES_MAX: usize = 160;

#[test]
fn a_session_is_small() {
    let bytes = size_of::<Session>();
    assert!(bytes <= SESSION_BYTES_MAX, "a session takes {bytes} bytes");
}

#[test]
fn an_idle_session_holds_no_memory_of_its_own() {
    let mut session = script::ready();
    let now = Moment(0);
    for n in 0..20 {
        let out = session.handle(now, Input::Frame(script::post(n, "hello")));
        let Some(Output::Ask(ticket, Request::Post { .. })) = out.into_iter().next() else {
            panic!("a post is asked for");
        };
        let _ = session.handle(now, Input::Answer(ticket, script::posted(u64::from(n) + 1)));
    }
    assert_eq!(session.asked.capacity(), 0);
}

#[test]
fn message_text_and_tokens_do_not_show_in_debug_output() {
    let secret = "correct horse battery staple";
    let mut session = Session::new(Moment(0), Language::Frames, RateLimit::On);
    let hello = Input::Frame(script::hello_with_token(secret));
    let mut seen = format!("{hello:?}");
    seen += &format!("{:?}", session.handle(Moment(0), hello));
    let mut session = script::ready();
    let post = Input::Frame(script::post(1, secret));
    seen += &format!("{post:?}");
    seen += &format!("{:?}", session.handle(Moment(0), post));
    let language = Language::Plain { room: RoomId(1) };
    let mut session = Session::new(Moment(0), language, RateLimit::On);
    let line = script::line(1, secret);
    seen += &format!("{line:?}");
    seen += &format!("{:?}", session.handle(Moment(0), line));
    seen += &format!("{session:?}");
    let said = session.handle(
        Moment(0),
        Input::Answer(super::Ticket(1), script::posted(1)),
    );
    seen += &format!("{said:?}");
    assert!(!seen.contains("horse"), "{seen}");
    assert!(seen.contains("Private(28 bytes)"), "{seen}");
}

#[test]
fn an_answer_that_does_not_fit_is_a_refusal() {
    let mut session = script::ready();
    let out = session.handle(Moment(0), Input::Frame(script::post(1, "hello")));
    let [Output::Ask(ticket, _)] = out.as_slice() else {
        panic!("a post is asked for")
    };
    let out = session.handle(Moment(0), Input::Answer(*ticket, Answer::Done));
    assert!(matches!(out.as_slice(), [Output::Send(_)]), "{out:?}");
    let mut session = Session::new(Moment(0), Language::Frames, RateLimit::On);
    let _ = session.handle(Moment(0), Input::Frame(script::hello()));
    let out = session.handle(Moment(0), Input::Answer(super::Ticket(1), Answer::Done));
    assert!(
        matches!(
            out.as_slice(),
            [Output::Send(_), Output::Close(CloseCode::TryAgainLater)]
        ),
        "{out:?}"
    );
}

#[test]
fn another_heartbeat_is_held_to() {
    let times = HeartbeatTimes {
        ping_every_ms: 500,
        pong_within_ms: 400,
    };
    let language = Language::Plain { room: RoomId(1) };
    let mut session = Session::new(Moment(0), language, RateLimit::On).with_heartbeat(times);
    assert_eq!(session.deadline(), Some(Moment(500)));
    let out = session.handle(Moment(500), Input::Deadline);
    assert!(matches!(out.as_slice(), [Output::ControlPing]), "{out:?}");
    assert_eq!(session.deadline(), Some(Moment(900)));
    let out = session.handle(Moment(900), Input::Deadline);
    assert!(
        matches!(out.as_slice(), [Output::Close(CloseCode::PongMissed)]),
        "{out:?}"
    );
    assert_eq!(times.silence_ms(), 900);
}
