//! One connection's session, told by its client: frames or plain lines, at any pace, while
//! the rest of the server answers well, badly, late or not at all.
//!
//! Input: the language in the first line, then a line for each thing that happens.

use std::collections::VecDeque;

use chat_rules::session::{
    Answer, Greeting, Input, Language, Output, RateLimit, Request, Session, Ticket,
};
use shared::codec;
use shared::cursor::{Epoch, Seq};
use shared::entry::{Author, RoomSummary};
use shared::ids::{ClientId, RoomId, SessionId, UserId};
use shared::limits::FRAME_BYTES_MAX;
use shared::moment::{Moment, Timestamp};
use shared::refusal::{Refusal, RefusalCode};
use shared::signal::Roster;
use shared::text::{DisplayName, RoomName};

use super::lines;
use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "session",
    about: "a session's frames and plain lines",
    run,
    words: &[
        b"plain\n",
        b"frames\n",
        b"\nyes",
        b"\nno",
        b"\nother",
        b"\nwait 30000",
        b"\nsay hello",
        b"\nalive",
        b"\nstop",
        b"\ngone",
        b"\nframe {\"hello\":{\"version\":1}}",
        b"\nframe {\"post\":{\"id\":1,\"room\":1,\"client_id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"text\":\"hi\"}}",
        b"\nframe {\"follow\":{\"id\":2,\"room\":1}}",
        b"\nframe {\"unfollow\":{\"room\":1}}",
        b"\nframe {\"make_room\":{\"id\":3,\"name\":\"den\"}}",
        b"\nframe {\"mark_read\":{\"room\":1,\"seq\":9}}",
        b"\nframe {\"typing\":{\"room\":1}}",
        b"\nframe {\"away\":{\"away\":true}}",
        b"\nframe {\"ping\":{\"n\":4}}",
    ],
};

const ROOM: RoomId = RoomId(1);

fn run(data: &[u8]) {
    let mut lines = lines(data);
    let language = match lines.next() {
        Some("plain") => Language::Plain { room: ROOM },
        _ => Language::Frames,
    };
    let mut talk = Talk {
        session: Session::new(Moment(0), language, RateLimit::On),
        now: Moment(0),
        asked: VecDeque::new(),
        is_closed: false,
    };
    for (number, line) in (1..).zip(lines) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "frame" => talk.tell(match codec::decode_client(rest) {
                Ok(frame) => Input::Frame(frame),
                Err(unreadable) => Input::Unreadable(unreadable),
            }),
            "say" => talk.tell(Input::Line {
                client_id: ClientId::new_v7(number, [7; 10]),
                text: rest.to_owned().into(),
            }),
            "alive" => talk.tell(Input::Alive),
            "gone" => talk.tell(Input::Gone(ROOM)),
            "stop" => talk.tell(Input::Stopping {
                reconnect_after_ms: 1_000,
            }),
            "wait" => talk.wait(rest.parse().unwrap_or(1_000)),
            "yes" | "no" | "other" => talk.answer(word),
            _ => {}
        }
    }
}

struct Talk {
    session: Session,
    now: Moment,
    asked: VecDeque<(Ticket, Request)>,
    is_closed: bool,
}

impl Talk {
    fn tell(&mut self, input: Input) {
        let outputs = self.session.handle(self.now, input);
        self.session.check_invariants();
        assert!(
            outputs.is_empty() || !self.is_closed,
            "something after the close"
        );
        for output in outputs {
            assert!(!self.is_closed, "something after the close");
            match output {
                Output::Send(frame) => {
                    assert!(
                        codec::encode(&frame).len() <= FRAME_BYTES_MAX,
                        "a frame too big"
                    );
                }
                Output::Ask(ticket, request) => self.asked.push_back((ticket, request)),
                Output::Close(_) => self.is_closed = true,
                Output::Say(_)
                | Output::ControlPing
                | Output::PauseReading(_)
                | Output::RoundTrip { .. } => {}
            }
        }
    }

    /// Time goes on, and the session is woken whenever it wants to be.
    fn wait(&mut self, ms: u64) {
        // An hour at most a step: what comes later is the same.
        let until = self.now.plus_ms(ms.min(3_600_000));
        while let Some(deadline) = self
            .session
            .deadline()
            .filter(|deadline| *deadline <= until)
        {
            let before = self.now;
            self.now = self.now.max(deadline);
            self.tell(Input::Deadline);
            let next = self.session.deadline();
            assert!(
                next.is_none_or(|next| next > deadline),
                "woken twice for {before:?}"
            );
        }
        self.now = until;
    }

    fn answer(&mut self, word: &str) {
        let Some((ticket, request)) = self.asked.pop_front() else {
            return;
        };
        let refusal = Refusal::new(RefusalCode::Unavailable, "Not now.");
        let is_yes = word == "yes";
        let answer = match request {
            _ if word == "other" => Answer::Done,
            Request::Greet { .. } if is_yes => Answer::Greeted(Ok(Box::new(greeting()))),
            Request::Greet { .. } => Answer::Greeted(Err(refusal)),
            Request::Follow { .. } if !is_yes => Answer::FollowRefused(refusal),
            Request::Post { .. } | Request::Amend { .. } if is_yes => {
                Answer::Posted(Ok((Seq(1), Timestamp(1))))
            }
            Request::Post { .. } | Request::Amend { .. } => Answer::Posted(Err(refusal)),
            Request::MakeRoom { .. } if is_yes => Answer::RoomMade(Ok(summary())),
            Request::MakeRoom { .. } => Answer::RoomMade(Err(refusal)),
            Request::Follow { .. }
            | Request::Unfollow { .. }
            | Request::MarkRead { .. }
            | Request::Typing { .. }
            | Request::Away { .. } => Answer::Done,
        };
        self.tell(Input::Answer(ticket, answer));
    }
}

fn greeting() -> Greeting {
    Greeting {
        server: "0".to_owned(),
        session: SessionId(1),
        user: Author {
            id: UserId(1),
            name: DisplayName::from_stored("ada".to_owned()),
        },
        epoch: Epoch(1),
        now: Timestamp(1),
        rooms: vec![summary()],
        roster: Roster::default(),
    }
}

fn summary() -> RoomSummary {
    RoomSummary {
        room: ROOM,
        name: RoomName::from_stored("lobby".to_owned()),
        head: Seq(3),
        read: Seq(0),
        posts: (Seq(3)).0,
        read_posts: (Seq(0)).0,
    }
}
