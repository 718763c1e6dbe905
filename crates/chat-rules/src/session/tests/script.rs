//! The little language of the session's script tests.
//!
//! Each line of a script is an input; the transcript repeats it and adds what came
//! of it, each on a line of its own.
//!
//! In: `> JSON` or `> TEXT` a frame or line, `= N ANSWER` the answer to ticket N,
//! `~ MS` time passes (deadlines are kept on the way), `alive`, `gone ROOM`,
//! `stop MS`. A line that starts with `N x` is done N times, with `%` as the count.
//! Out: `< …` sent, `? N …` asked, `| MS` reading pauses until then, `! CODE` closed.

use shared::client_frame::{ClientFrame, Hello, Post};
use shared::codec::{decode_client, encode};
use shared::cursor::{Epoch, Seq};
use shared::entry::{Author, RoomSummary};
use shared::ids::{ClientId, RequestId, RoomId, SessionId, UserId};
use shared::moment::{Moment, Timestamp};
use shared::refusal::{Refusal, RefusalCode};
use shared::signal::Roster;
use shared::text::{DisplayName, RoomName};
use shared::version::ProtocolVersion;

use crate::session::{
    Answer, Greeting, Input, Language, Output, RateLimit, Request, Session, Ticket,
};

/// Runs a script on a new connection and gives the transcript.
pub(super) fn run(language: Language, rate: RateLimit, script: &str) -> String {
    let session = Session::new(Moment(0), language, rate);
    let mut run = Run {
        session,
        language,
        now: Moment(0),
        lines: 0,
        transcript: String::new(),
    };
    for line in script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        run.line(line);
    }
    run.transcript
}

/// Runs a script on a connection that has been welcomed at the moment 0.
pub(super) fn run_ready(rate: RateLimit, script: &str) -> String {
    let greeted = "> {\"hello\":{\"version\":1}}\n= 1 greeted\n";
    let transcript = run(Language::Frames, rate, &format!("{greeted}{script}"));
    let (_, after) = transcript
        .split_once("\"roster\":{\"count\":0,\"people\":[]}}}\n")
        .unwrap();
    after.to_owned()
}

struct Run {
    session: Session,
    language: Language,
    now: Moment,
    lines: u32,
    transcript: String,
}

impl Run {
    fn line(&mut self, line: &str) {
        self.transcript += &format!("{line}\n");
        if let Some((times, rest)) = line.split_once(" x ")
            && let Ok(times) = times.parse::<u32>()
        {
            for n in 1..=times {
                self.input(&rest.replace('%', &n.to_string()));
            }
            return;
        }
        self.input(line);
    }

    fn input(&mut self, line: &str) {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        let input = match verb {
            "~" => return self.pass(rest.parse().unwrap()),
            ">" => self.received(rest),
            "=" => {
                let (ticket, answer) = rest.split_once(' ').unwrap();
                Input::Answer(Ticket(ticket.parse().unwrap()), read_answer(answer))
            }
            "alive" => Input::Alive,
            "gone" => Input::Gone(RoomId(rest.parse().unwrap())),
            "stop" => Input::Stopping {
                reconnect_after_ms: rest.parse().unwrap(),
            },
            other => panic!("no such input: {other}"),
        };
        self.handle(input);
    }

    fn received(&mut self, text: &str) -> Input {
        match self.language {
            Language::Frames => match decode_client(text) {
                Ok(frame) => Input::Frame(frame),
                Err(unreadable) => Input::Unreadable(unreadable),
            },
            Language::Plain { .. } => {
                self.lines += 1;
                line(self.lines, text)
            }
        }
    }

    fn pass(&mut self, ms: u64) {
        let end = self.now.plus_ms(ms);
        while let Some(at) = self.session.deadline().filter(|at| *at <= end) {
            self.now = at;
            self.transcript += &format!("  {}:\n", at.0);
            self.handle(Input::Deadline);
            assert_ne!(
                self.session.deadline(),
                Some(at),
                "the deadline does not move"
            );
        }
        self.now = end;
    }

    fn handle(&mut self, input: Input) {
        for output in self.session.handle(self.now, input) {
            self.transcript += &format!("{}\n", shown(&output));
        }
        self.session.check_invariants();
    }
}

fn shown(output: &Output) -> String {
    match output {
        Output::Send(frame) => format!("< {}", encode(frame)),
        Output::Say(text) => format!("< {}", text.0),
        Output::ControlPing => "< (ping)".to_owned(),
        Output::Ask(ticket, request) => format!("? {} {}", ticket.0, asked(request)),
        Output::RoundTrip { ms } => format!("= answered after {ms}"),
        Output::PauseReading(until) => format!("| {}", until.0),
        Output::Close(code) => format!("! {} {}", code.code(), code.reason()),
    }
}

fn asked(request: &Request) -> String {
    match request {
        Request::Greet { token } => match token {
            Some(token) => format!("greet with {}", token.0),
            None => "greet".to_owned(),
        },
        Request::Follow { id, room, after } => {
            let after = after.map_or_else(|| "newest".to_owned(), |cursor| cursor.seq.to_string());
            format!("follow {room} after {after} for {}", id.0)
        }
        Request::Unfollow { room } => format!("unfollow {room}"),
        Request::Post { room, text, .. } => format!("post {room} {:?}", text.as_str()),
        Request::Amend {
            room, amendment, ..
        } => format!("amend {room} {:?} on {:?}", amendment.kind, amendment.base),
        Request::MakeRoom { name } => format!("make_room {name}"),
        Request::MarkRead { room, seq } => format!("mark_read {room} {seq}"),
        Request::Typing { room, thread: None } => format!("typing {room}"),
        Request::Typing {
            room,
            thread: Some(thread),
        } => format!("typing {room} in {thread}"),
        Request::Away { away } => format!("away {away}"),
    }
}

fn read_answer(text: &str) -> Answer {
    let (verb, rest) = text.split_once(' ').unwrap_or((text, ""));
    match verb {
        "greeted" => Answer::Greeted(Ok(greeting())),
        "not_greeted" => Answer::Greeted(Err(refusal(rest))),
        "done" => Answer::Done,
        "not_followed" => Answer::FollowRefused(refusal(rest)),
        "posted" => posted(rest.parse().unwrap()),
        "not_posted" => Answer::Posted(Err(refusal(rest))),
        "made" => Answer::RoomMade(Ok(RoomSummary {
            room: RoomId(9),
            name: RoomName::parse(rest).unwrap(),
            head: Seq::ZERO,
            read: Seq::ZERO,
            posts: (Seq::ZERO).0,
            read_posts: (Seq::ZERO).0,
        })),
        "not_made" => Answer::RoomMade(Err(refusal(rest))),
        other => panic!("no such answer: {other}"),
    }
}

fn refusal(code: &str) -> Refusal {
    let code: RefusalCode = match code {
        "not_signed_in" => RefusalCode::NotSignedIn,
        "unavailable" => RefusalCode::Unavailable,
        "unknown_room" => RefusalCode::UnknownRoom,
        "name_taken" => RefusalCode::NameTaken,
        "disk_full" => RefusalCode::DiskFull,
        "text_empty" => RefusalCode::TextEmpty,
        other => panic!("no such code: {other}"),
    };
    Refusal::new(code, "No.")
}

pub(super) fn greeting() -> Box<Greeting> {
    Box::new(Greeting {
        server: "0.1.0".to_owned(),
        session: SessionId(3),
        user: Author {
            id: UserId(1),
            name: DisplayName::parse("ada").unwrap(),
        },
        epoch: Epoch(0xabc),
        now: Timestamp(1_700_000_000_000),
        rooms: Vec::new(),
        roster: Roster::default(),
    })
}

/// A connection that has been welcomed.
pub(super) fn ready() -> Session {
    let mut session = Session::new(Moment(0), Language::Frames, RateLimit::On);
    let _ = session.handle(Moment(0), Input::Frame(hello()));
    let _ = session.handle(
        Moment(0),
        Input::Answer(Ticket(1), Answer::Greeted(Ok(greeting()))),
    );
    session
}

pub(super) fn hello() -> ClientFrame {
    ClientFrame::Hello(Hello {
        version: ProtocolVersion::CURRENT,
        abilities: Vec::new(),
        token: None,
    })
}

pub(super) fn hello_with_token(token: &str) -> ClientFrame {
    ClientFrame::Hello(Hello {
        version: ProtocolVersion::CURRENT,
        abilities: Vec::new(),
        token: Some(token.to_owned()),
    })
}

pub(super) fn post(id: u32, text: &str) -> ClientFrame {
    ClientFrame::Post(Post {
        id: RequestId(id),
        room: RoomId(1),
        client_id: client_id(id),
        text: text.to_owned(),
        reply_to: None,
        files: Vec::new(),
        thread: None,
    })
}

pub(super) fn line(n: u32, text: &str) -> Input {
    Input::Line {
        client_id: client_id(n),
        text: text.to_owned().into(),
    }
}

pub(super) fn posted(seq: u64) -> Answer {
    Answer::Posted(Ok((Seq(seq), Timestamp(1_700_000_000_000))))
}

fn client_id(n: u32) -> ClientId {
    ClientId::new_v7(u64::from(n), [7; 10])
}
