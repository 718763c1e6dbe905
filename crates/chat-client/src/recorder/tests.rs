use shared::ids::ClientId;
use shared::moment::{Moment, Timestamp};
use shared::server_frame::ServerFrame;
use shared::text::MessageText;

use super::replay::{Replayed, Unreplayable, replay};
use super::*;
use crate::script::{author, entries, room, welcome};
use crate::{Intent, LinkState, Start};

const LOBBY_WRITES: u64 = 3;

/// A client and its recorder, with a clock that goes on by a second with each input.
struct Flight {
    client: ChatClient,
    recorder: Recorder,
    now: Moment,
}

impl Flight {
    fn new(recorder: Recorder) -> Self {
        let start = Start {
            now: Moment(0),
            wall: Timestamp(1_790_000_000_000),
            seed: 7,
            kept: Vec::new(),
            token: Some("s3cret".to_owned()),
            choice: crate::Choice::default(),
        };
        Self {
            client: ChatClient::new(start),
            recorder,
            now: Moment(0),
        }
    }

    fn tell(&mut self, input: Input) {
        self.now = self.now.plus_ms(1_000);
        let outputs = self.recorder.handle(&mut self.client, self.now, input);
        drop(outputs);
        self.client.check_invariants();
    }

    fn write(&mut self, n: u8, text: &str) {
        self.tell(Input::Intent(Intent::Post {
            room: room("lobby"),
            client_id: ClientId::from_bytes([n; 16]),
            text: MessageText::from_stored(text.to_owned()),
            reply_to: None,
            files: Vec::new(),
            thread: None,
        }));
    }

    /// Online in the lobby, three entries there, one write on its way.
    fn take_off(&mut self) {
        use shared::cursor::Seq;
        use shared::entry::RoomSummary;
        use shared::ids::RequestId;
        use shared::server_frame::{FollowStart, Following, Live, RoomEntries};
        use shared::text::RoomName;

        let lobby = room("lobby");
        self.tell(Input::Intent(Intent::OpenRoom(lobby)));
        self.tell(Input::Opened(Generation(1)));
        let summary = RoomSummary {
            room: lobby,
            name: RoomName::from_stored("lobby".to_owned()),
            head: Seq(LOBBY_WRITES),
            read: Seq(1),
            posts: (Seq(LOBBY_WRITES)).0,
            read_posts: (Seq(1)).0,
        };
        let following = Following {
            id: RequestId(1),
            room: lobby,
            start: FollowStart::Newest,
            from: Seq(1),
            head: Seq(LOBBY_WRITES),
            topic: None,
        };
        let page = RoomEntries {
            room: lobby,
            entries: entries(1, LOBBY_WRITES, "ada"),
        };
        let live = Live {
            room: lobby,
            head: Seq(LOBBY_WRITES),
            posts: (Seq(LOBBY_WRITES)).0,
        };
        for frame in [
            welcome(1, vec![summary]),
            ServerFrame::Following(following),
            ServerFrame::Entries(page),
            ServerFrame::Live(live),
        ] {
            self.tell(Input::Received(Generation(1), Box::new(frame)));
        }
        self.write(9, "rain \"tomorrow\",\nbring: {boots}");
    }

    fn recording(&self) -> String {
        let at = Stamp {
            now: self.now,
            wall: Timestamp(1_790_000_100_000),
        };
        self.recorder.recording(&self.client, at)
    }
}

fn flown() -> Flight {
    let mut flight = Flight::new(Recorder::new());
    flight.take_off();
    flight
}

fn replayed(recording: &str) -> Replayed {
    replay(recording).expect("it can be replayed")
}

#[test]
fn a_replay_comes_to_the_same_end() {
    let flight = flown();
    let replayed = replayed(&flight.recording());
    assert!(replayed.is_equal(), "{replayed:#?}");
    assert_eq!(replayed.replayed.link, LinkState::Online);
    assert_eq!(replayed.replayed.waiting, 1);
    assert_eq!(replayed.replayed.timelines[0].extent.complete_to.0, 3);
    assert_eq!(replayed.inputs, 7);
    assert_eq!(replayed.header.covers_ms, 6_000);
}

#[test]
fn nobodys_words_and_no_secret_are_in_it() {
    let mut flight = flown();
    // A second segment begins with the machine as it is: with the write in its outbox.
    flight.recorder.segment_bytes_max = 0;
    flight.write(8, "wellingtons");
    flight.write(7, "gum boots");
    let recording = flight.recording();
    for words in [
        "rain",
        "tomorrow",
        "boots",
        "wellington",
        "s3cret",
        "\"text\":\"text\"",
    ] {
        assert!(!recording.contains(words), "{words} is in\n{recording}");
    }
    let me = author("me").name.to_string();
    assert!(recording.contains(&me), "names are in it");
    assert!(recording.contains(r#""text":"xxxxxxxxx""#), "its length is");
    assert!(replayed(&recording).is_equal());
}

#[test]
fn the_last_minutes_are_covered_and_what_lies_before_is_let_go_of() {
    let mut flight = Flight::new(Recorder::with_limits(20_000, SEGMENT_BYTES_MAX));
    flight.take_off();
    for _ in 0..100 {
        flight.tell(Input::Visible(true));
        let covered = flight.recorder.covered(flight.now);
        let since_start = flight.now.0 - 1_000;
        assert!(covered.ms >= since_start.min(19_000), "{covered:?}");
        assert!(covered.ms < 40_000, "{covered:?}");
    }
    let replayed = replayed(&flight.recording());
    assert!(replayed.is_equal(), "{replayed:#?}");
    assert!(replayed.inputs < 50);
}

#[test]
fn a_burst_is_bounded_by_bytes() {
    let mut flight = Flight::new(Recorder::with_limits(COVERED_MS, 4_096));
    flight.take_off();
    for n in 10..=200 {
        flight.write(n, &"long ".repeat(100));
    }
    let covered = flight.recorder.covered(flight.now);
    // Two segments, the line over each one's end, and the machine with its outbox.
    let start = flight
        .recorder
        .older
        .as_ref()
        .map_or(0, |part| part.start.len());
    assert!(covered.bytes - start < 2 * (4_096 + 2_048), "{covered:?}");
    assert!(
        start < 190 * 400,
        "a long text is a short number there: {start}"
    );
    assert!(replayed(&flight.recording()).is_equal());
}

#[test]
fn what_was_tampered_with_is_told() {
    let recording = flown().recording();

    let other_end = recording.replace("\"waiting\":1,\"failed\":0", "\"waiting\":0,\"failed\":0");
    let told = replayed(&other_end);
    assert!(!told.is_equal() && told.first_difference.is_none());
    assert_eq!(
        told.end_differences(),
        [("outbox", "[0,0]".to_owned(), "[1,0]".to_owned())]
    );

    let live = "{\"live\":{\"room\":1,\"head\":3,";
    let other_input = recording.replace(live, &live.replace('3', "4"));
    assert_ne!(other_input, recording, "something was tampered with");
    let told = replayed(&other_input);
    let parts: Vec<_> = told.end_differences().iter().map(|part| part.0).collect();
    assert_eq!(parts, ["rooms", "timelines"]);

    let hello = "{\"send\":[1,{\"hello\":{\"version\":1";
    let other_deed = recording.replace(hello, &hello.replace("version\":1", "version\":2"));
    let told = replayed(&other_deed);
    let difference = told.first_difference.expect("it did something else");
    assert_eq!(difference.line, 4);
    assert_eq!(told.recorded, told.replayed, "which led nowhere else");
}

#[test]
fn what_is_no_recording_is_refused_with_its_line() {
    let recording = flown().recording();
    let refused =
        |recording: &str| -> Unreplayable { replay(recording).expect_err("it cannot be replayed") };
    assert_eq!(
        refused("").to_string(),
        "line 1: the recording ends here, before its end: it was cut off"
    );
    assert!(
        refused("hello\n")
            .to_string()
            .starts_with("line 1: it cannot be read")
    );

    let lines: Vec<&str> = recording.lines().collect();
    let cut = lines[..lines.len() - 1].join("\n");
    assert_eq!(refused(&cut).line, lines.len());
    let mut garbled = lines.clone();
    garbled[4] = "{\"at\":4000,\"in\":{\"received\":[1,{\"no_such_frame\":{}}]}}";
    assert_eq!(refused(&garbled.join("\n")).line, 5);
    let mut swapped = lines.clone();
    swapped.swap(3, 5);
    assert!(
        refused(&swapped.join("\n"))
            .sentence
            .contains("the one before at")
    );
    let newer = recording.replace("{\"confab_recording\":3", "{\"confab_recording\":4");
    assert!(refused(&newer).sentence.contains("format 3"));
}

#[test]
fn texts_are_blanked_wherever_they_stand_and_nothing_else_is() {
    for (json, blanked) in [
        (r#"{"text":"a\"b\\"}"#, r#"{"text":"xxxx"}"#),
        (
            r#"{"text":"é\u000bz","name":"text"}"#,
            r#"{"text":"xxx","name":"text"}"#,
        ),
        (r#"{"a":"text","b":"kept"}"#, r#"{"a":"text","b":"kept"}"#),
        (
            r#"{"token":null,"b":"kept"}"#,
            r#"{"token":null,"b":"kept"}"#,
        ),
        (r#"{"text":{"b":"kept"}}"#, r#"{"text":{"b":"kept"}}"#),
        (
            r#"{"token":"s3","list":["kept","kept"]}"#,
            r#"{"token":"xx","list":["kept","kept"]}"#,
        ),
        (r#"{"text":""}"#, r#"{"text":""}"#),
        (r#"{"text":"cut"#, r#"{"text":"cut"#),
        ("", ""),
    ] {
        assert_eq!(blank::blank(json), blanked);
        assert_eq!(
            blank::blank(blanked),
            blanked,
            "blanking twice changes nothing"
        );
    }
}
