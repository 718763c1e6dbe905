use proptest::prelude::*;
use shared::moment::{Moment, Timestamp};

use super::frames::{FRAME_BYTES_KEPT_MAX, FRAMES_KEPT_MAX};
use super::json::{Blank, Piece, Tone, lay_out};
use super::tries::TRIES_KEPT_MAX;
use super::*;

fn at(ms: u64) -> Stamp {
    Stamp {
        now: Moment(ms),
        wall: Timestamp(1_000_000 + ms),
    }
}

fn text(text: &str) -> Body {
    Body::Text(text.to_owned())
}

fn words(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.words.as_str()).collect()
}

#[test]
fn frames_are_kept_newest_first_and_counted() {
    let mut log = WireLog::new();
    log.frame(at(1), Direction::Out, text(r#"{"hello":{"version":1}}"#));
    log.frame(at(2), Direction::In, text(r#"{"welcome":{}}"#));
    log.frame(at(3), Direction::In, Body::Bytes(vec![1, 2, 3]));
    let kinds: Vec<_> = log
        .frames()
        .map(|frame| (frame.number, frame.kind()))
        .collect();
    assert_eq!(kinds, [(3, None), (2, Some("welcome")), (1, Some("hello"))]);
    assert_eq!(log.frames_seen(), 3);
    let totals = log.totals();
    assert_eq!(
        totals.incoming,
        Flow {
            frames: 2,
            bytes: 17
        }
    );
    assert_eq!(
        totals.outgoing,
        Flow {
            frames: 1,
            bytes: 23
        }
    );
}

#[test]
fn what_is_kept_of_frames_is_bounded_in_number_and_in_bytes() {
    let mut log = WireLog::new();
    for n in 0..2_000 {
        log.frame(at(n), Direction::In, text(r#"{"ping":{"n":1}}"#));
    }
    assert_eq!(log.frames().count(), FRAMES_KEPT_MAX);
    assert_eq!(log.frames_seen(), 2_000);
    for n in 0..100 {
        log.frame(at(n), Direction::In, text(&"x".repeat(20_000)));
    }
    let kept: usize = log.frames().map(|frame| frame.body.len()).sum();
    assert!(kept <= FRAME_BYTES_KEPT_MAX && kept > FRAME_BYTES_KEPT_MAX - 20_000);
    log.frame(
        at(0),
        Direction::In,
        text(&"x".repeat(FRAME_BYTES_KEPT_MAX + 1)),
    );
    assert_eq!(
        log.frames().count(),
        1,
        "the newest is kept, whatever its size"
    );
}

#[test]
fn rates_are_of_the_last_ten_seconds() {
    let mut log = WireLog::new();
    for second in 0..30 {
        for _ in 0..20 {
            log.frame(at(second * 1_000), Direction::In, text("12345"));
        }
    }
    let rates = log.rates(Moment(29_500));
    assert_eq!(
        rates.incoming,
        Flow {
            frames: 20,
            bytes: 100
        }
    );
    assert_eq!(rates.outgoing, Flow::default());
    let rates = log.rates(Moment(34_000));
    assert_eq!(
        rates.incoming,
        Flow {
            frames: 10,
            bytes: 50
        }
    );
    assert_eq!(log.rates(Moment(60_000)), Totals::default());
}

#[test]
fn a_try_is_told_from_its_beginning_to_its_end() {
    let mut log = WireLog::new();
    log.opening(at(100), Generation(1), "ws://localhost/chat");
    log.opened(at(112), Generation(1), "confab.v1");
    log.frame(at(115), Direction::In, text(r#"{"welcome":{}}"#));
    let end = End::Reported {
        code: 1012,
        reason: "the server restarts".to_owned(),
    };
    log.closed(at(5_000), Generation(1), end.clone());
    log.waits(700);
    log.waits(200);
    let tried = log.tries().next().expect("one try");
    assert_eq!(tried.opened_after_ms, Some(12));
    assert_eq!(tried.welcomed_after_ms, Some(15));
    assert_eq!(tried.subprotocol, "confab.v1");
    let ended = tried.ended.clone().expect("it ended");
    assert_eq!((ended.at, ended.end), (at(5_000), end));
    assert_eq!(ended.next_after_ms, Some(700), "the first wait counts");
    log.closed(at(6_000), Generation(1), End::GivenUp { code: 4001 });
    assert_eq!(
        log.tries()
            .next()
            .expect("one try")
            .ended
            .as_ref()
            .map(|e| e.at),
        Some(at(5_000))
    );
}

#[test]
fn tries_are_bounded_and_the_rest_is_counted() {
    let mut log = WireLog::new();
    for n in 0..120 {
        log.opening(at(n), Generation(n), "ws://localhost/chat");
    }
    assert_eq!(log.tries().count(), TRIES_KEPT_MAX);
    assert_eq!(log.tries_let_go(), 70);
    assert_eq!(
        log.tries().next().map(|tried| tried.generation),
        Some(Generation(119))
    );
}

#[test]
fn json_is_laid_out_in_lines_with_its_tones() {
    let pieces = lay_out(
        r#"{"post":{"id":7,"ok":true,"tags":[],"text":"a \"b\", c"}}"#,
        Blank::Secrets,
    )
    .expect("JSON");
    assert_eq!(
        words(&pieces),
        "{\n  \"post\": {\n    \"id\": 7,\n    \"ok\": true,\n    \"tags\": [],\n    \"text\": \"a \\\"b\\\", c\"\n  }\n}"
    );
    let tone = |words: &str| {
        pieces
            .iter()
            .find(|piece| piece.words == words)
            .map(|piece| piece.tone)
    };
    assert_eq!(tone("\"id\""), Some(Tone::Key));
    assert_eq!(tone("7"), Some(Tone::Number));
    assert_eq!(tone("true"), Some(Tone::Word));
    assert_eq!(tone(r#""a \"b\", c""#), Some(Tone::Text));
}

#[test]
fn secrets_are_never_shown_and_texts_only_where_they_may() {
    let frame = r#"{"hello":{"token":"s3cret","text":"private words"}}"#;
    let all = words(&lay_out(frame, Blank::Secrets).expect("JSON"));
    assert!(!all.contains("s3cret") && all.contains("private words"));
    let blanked = words(&lay_out(frame, Blank::Texts).expect("JSON"));
    assert!(!blanked.contains("private") && blanked.contains("… 13 characters"));
}

#[test]
fn a_secret_is_hidden_in_whatever_form_it_comes() {
    for frame in [
        r#"{"token":["s3cret",{"a":"s3cret","b":[1]}],"id":7}"#,
        r#"{"token":{"s3cret":"s3cret"},"id":7}"#,
        r#"{"tok\u0065n":"s3cret","id":7}"#,
    ] {
        let shown = words(&lay_out(frame, Blank::Secrets).expect("JSON"));
        assert!(!shown.contains("s3cret"), "{shown}");
        assert!(
            shown.contains("\"id\": 7"),
            "what follows is shown: {shown}"
        );
    }
    let number = words(&lay_out(r#"{"token":1234}"#, Blank::Secrets).expect("JSON"));
    assert!(!number.contains("1234"), "{number}");
}

#[test]
fn what_is_no_json_is_shown_as_bytes() {
    for broken in [
        "",
        "hi",
        "{",
        "{]",
        "{\"a",
        "{\"a\":}x",
        "[1]",
        "{\"a\":nope}",
    ] {
        assert!(lay_out(broken, Blank::Secrets).is_none(), "{broken}");
    }
    let frame = Frame {
        number: 1,
        at: at(0),
        direction: Direction::In,
        body: Body::Bytes((0..=255).chain(0..=9).collect()),
    };
    let shown = words(&frame.laid_out(Blank::Secrets));
    assert!(shown.starts_with("00 01 02") && shown.ends_with("… 10 more bytes"));
    assert_eq!(
        words(&frame.laid_out(Blank::Texts)),
        "266 bytes that are no JSON"
    );
}

#[test]
fn broken_links_carry_nothing_and_slow_ones_keep_the_order() {
    let mut breakage = Breakage::new(1);
    assert_eq!(breakage.opening(Carrier::WebSocket), Some(Fate::Pass));
    assert_eq!(breakage.fate(Moment(0), Direction::In), Fate::Pass);
    breakage.set(Fault::Delay, true);
    assert_eq!(breakage.fate(Moment(10), Direction::In), Fate::After(DELAY));
    breakage.set(Fault::Delay, false);
    assert_eq!(
        breakage.fate(Moment(20), Direction::In),
        Fate::After(DELAY - 10)
    );
    assert_eq!(breakage.fate(Moment(20), Direction::Out), Fate::Pass);
    assert_eq!(breakage.fate(Moment(10 + DELAY), Direction::In), Fate::Pass);
    breakage.set(Fault::Silence, true);
    assert_eq!(breakage.opening(Carrier::WebSocket), Some(Fate::Lost));
    assert_eq!(breakage.fate(Moment(9_000), Direction::Out), Fate::Lost);
    breakage.set(Fault::Drop, true);
    assert_eq!(breakage.opening(Carrier::WebSocket), None);
    assert!(breakage.is_any());
}

#[test]
fn a_network_without_websockets_lets_all_else_through() {
    let mut breakage = Breakage::new(1);
    breakage.set(Fault::RefuseWebSocket, true);
    assert_eq!(breakage.opening(Carrier::WebSocket), None);
    assert_eq!(breakage.opening(Carrier::Http), Some(Fate::Pass));
    assert_eq!(breakage.fate(Moment(0), Direction::In), Fate::Pass);
    breakage.set(Fault::RefuseWebSocket, false);
    assert_eq!(breakage.opening(Carrier::WebSocket), Some(Fate::Pass));
}

const DELAY: u64 = breakage::DELAY_MS / 2;

#[test]
fn a_tenth_of_the_frames_is_lost() {
    let mut breakage = Breakage::new(7);
    breakage.set(Fault::Loss, true);
    let lost = (0..10_000).filter(|&ms| breakage.fate(Moment(ms), Direction::In) == Fate::Lost);
    let lost = lost.count();
    assert!((800..1_200).contains(&lost), "{lost} of 10 000");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_comes_is_laid_out_or_shown_as_bytes(frame in "\\PC{0,80}") {
        let _ = lay_out(&frame, Blank::Texts);
        let _ = lay_out(&["{\"a\":", &frame, "}"].concat(), Blank::Secrets);
    }

    #[test]
    fn a_layout_without_white_space_is_the_frame(
        key in "[a-z]{1,8}",
        value in "[a-z0-9\\\\\"\u{e4}]{0,12}",
        number in any::<i32>(),
    ) {
        let value = value.replace('\\', "\\\\").replace('"', "\\\"");
        let frame = format!(r#"{{"{key}":{{"x":"{value}","n":[{number},null]}}}}"#);
        let shown = words(&lay_out(&frame, Blank::Secrets).expect("JSON"));
        let bare: String = shown.split_whitespace().collect();
        prop_assert_eq!(bare, frame);
    }
}
