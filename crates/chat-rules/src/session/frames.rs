//! The frames language: what each frame does, and what each answer sends.

use shared::client_frame::{Away, ClientFrame, Hello, MarkRead, Typing};
use shared::close::CloseCode;
use shared::codec::Unreadable;
use shared::ids::{RequestId, RoomId};
use shared::moment::Moment;
use shared::refusal::{Refusal, RefusalCode};
use shared::server_frame::{Posted, Refused, RoomMade, ServerFrame, Welcome};
use shared::version::ProtocolVersion;

use super::admission::{Denied, Fault, unavailable};
use super::asked::Matter;
use super::followed::Stage;
use super::heartbeat::{Heartbeat, HeartbeatTimes};
use super::pace::Patience;
use super::{Answer, Greeting, Output, Phase, Request, Session};
use crate::private::Private;

/// Whether somebody looks at the client, as the client says it and as the server
/// was told. One telling at a time is under way, and the last word wins.
#[derive(Debug, Default)]
pub(super) struct AwayNews {
    said: bool,
    told: bool,
}

impl Session {
    /// A frame came.
    pub(super) fn frame(&mut self, now: Moment, frame: ClientFrame, out: &mut Vec<Output>) {
        if self.plain.is_some() {
            return;
        }
        match self.phase {
            Phase::Hello { .. } => {
                if let ClientFrame::Hello(hello) = frame {
                    self.hello(hello, out);
                } else {
                    self.too_early(now, &frame, "Say hello first.", out);
                }
            }
            Phase::Greeting => {
                self.too_early(
                    now,
                    &frame,
                    "Wait for the welcome before anything else.",
                    out,
                );
            }
            Phase::Ready | Phase::Stopping { .. } => self.serve(now, frame, out),
            Phase::Closed => {}
        }
    }

    /// A frame came that could not be read.
    pub(super) fn unreadable(
        &mut self,
        now: Moment,
        unreadable: Unreadable,
        out: &mut Vec<Output>,
    ) {
        if self.plain.is_none() {
            self.abuse(now, unreadable.id, unreadable.refusal, out);
        }
    }

    pub(super) fn greeted(&mut self, now: Moment, answer: Answer, out: &mut Vec<Output>) {
        let greeting = match answer {
            Answer::Greeted(Ok(greeting)) => greeting,
            Answer::Greeted(Err(refusal)) => return self.not_greeted(refusal, out),
            Answer::FollowRefused(_) | Answer::Posted(_) | Answer::RoomMade(_) | Answer::Done => {
                return self.not_greeted(unavailable(), out);
            }
        };
        self.phase = Phase::Ready;
        let times = self.heartbeat.times;
        self.heartbeat = Heartbeat::start(now, times);
        let welcome = Box::new(welcome(*greeting, times));
        out.push(Output::Send(ServerFrame::Welcome(welcome)));
    }

    pub(super) fn follow_answered(
        &mut self,
        id: RequestId,
        room: RoomId,
        answer: Answer,
        out: &mut Vec<Output>,
    ) {
        let outcome = match answer {
            Answer::Done => Ok(()),
            Answer::FollowRefused(refusal) => Err(refusal),
            Answer::Greeted(_) | Answer::Posted(_) | Answer::RoomMade(_) => Err(unavailable()),
        };
        match outcome {
            Ok(()) if self.followed.stage(room).is_some() => self.followed.joined(room),
            Ok(()) => self.end_follow(room, out),
            Err(refusal) => {
                refuse(Some(id), refusal, out);
                // A refusal ends what an earlier follow had begun.
                if !self.is_follow_asked(room) && self.followed.remove(room) != Some(Stage::Asked) {
                    self.end_follow(room, out);
                }
            }
        }
    }

    pub(super) fn post_answered(&self, id: RequestId, answer: Answer, out: &mut Vec<Output>) {
        match answer {
            Answer::Posted(Ok((seq, at))) => {
                out.push(Output::Send(ServerFrame::Posted(Posted { id, seq, at })));
            }
            Answer::Posted(Err(refusal)) => refuse(Some(id), refusal, out),
            Answer::Greeted(_) | Answer::FollowRefused(_) | Answer::RoomMade(_) | Answer::Done => {
                refuse(Some(id), unavailable(), out);
            }
        }
    }

    pub(super) fn make_room_answered(&self, id: RequestId, answer: Answer, out: &mut Vec<Output>) {
        match answer {
            Answer::RoomMade(Ok(room)) => {
                out.push(Output::Send(ServerFrame::RoomMade(RoomMade { id, room })));
            }
            Answer::RoomMade(Err(refusal)) => refuse(Some(id), refusal, out),
            Answer::Greeted(_) | Answer::FollowRefused(_) | Answer::Posted(_) | Answer::Done => {
                refuse(Some(id), unavailable(), out);
            }
        }
    }

    /// The hub dropped this session out of a room. A follow that is on its way
    /// outlives that.
    pub(super) fn gone(&mut self, room: RoomId) {
        if !self.is_follow_asked(room) {
            self.followed.remove(room);
        }
    }

    /// Tells the server whether somebody looks, if it does not know.
    pub(super) fn tell_away(&mut self, out: &mut Vec<Output>) {
        if self.phase == Phase::Ready
            && self.away.said != self.away.told
            && !self.asked.any(|matter| matter == Matter::Away)
        {
            self.away.told = self.away.said;
            self.ask(
                Matter::Away,
                Request::Away {
                    away: self.away.said,
                },
                out,
            );
        }
    }

    pub(super) fn ask(&mut self, matter: Matter, request: Request, out: &mut Vec<Output>) {
        out.push(Output::Ask(self.asked.give(matter), request));
    }

    /// Refuses what breaks the rules, and ends the connection when patience does.
    pub(super) fn abuse(
        &mut self,
        now: Moment,
        id: Option<RequestId>,
        refusal: Refusal,
        out: &mut Vec<Output>,
    ) {
        refuse(id, refusal, out);
        if self.pace.broke_a_rule(now) == Patience::AtAnEnd {
            self.close(CloseCode::Policy, out);
        }
    }

    fn hello(&mut self, hello: Hello, out: &mut Vec<Output>) {
        if hello.version != ProtocolVersion::CURRENT {
            refuse(None, version_unsupported(), out);
            return self.close(CloseCode::VersionUnsupported, out);
        }
        self.phase = Phase::Greeting;
        let token = hello.token.map(Private);
        self.ask(Matter::Greet, Request::Greet { token }, out);
    }

    fn not_greeted(&mut self, refusal: Refusal, out: &mut Vec<Output>) {
        let code = if refusal.code == RefusalCode::NotSignedIn {
            CloseCode::NotSignedIn
        } else {
            CloseCode::TryAgainLater
        };
        refuse(None, refusal, out);
        self.close(code, out);
    }

    fn serve(&mut self, now: Moment, frame: ClientFrame, out: &mut Vec<Output>) {
        match frame {
            ClientFrame::Hello(_) => {
                let refusal = Refusal::new(RefusalCode::AlreadyGreeted, "Hello was said already.");
                self.abuse(now, None, refusal, out);
            }
            ClientFrame::Follow(follow) => {
                let (id, room) = (follow.id, follow.room);
                let admitted = self.admit_follow(&follow);
                self.settle(now, id, Matter::Follow { id, room }, admitted, out);
            }
            ClientFrame::Post(post) => {
                let id = post.id;
                let admitted = self.admit_post(now, &post);
                self.settle(now, id, Matter::Post { id }, admitted, out);
            }
            ClientFrame::Amend(amend) => {
                let id = amend.id;
                let admitted = self.admit_amend(now, &amend);
                self.settle(now, id, Matter::Post { id }, admitted, out);
            }
            ClientFrame::SetTopic(set) => {
                let id = set.id;
                let admitted = self.admit_topic(now, &set);
                self.settle(now, id, Matter::Post { id }, admitted, out);
            }
            ClientFrame::MakeRoom(make_room) => {
                let id = make_room.id;
                let admitted = self.admit_make_room(now, &make_room);
                self.settle(now, id, Matter::MakeRoom { id }, admitted, out);
            }
            ClientFrame::Unfollow(unfollow) => self.unfollow(unfollow.room, out),
            ClientFrame::MarkRead(MarkRead { room, seq }) => match self.admit_one_more() {
                Ok(()) => self.ask_quietly(Request::MarkRead { room, seq }, out),
                Err(refusal) => refuse(None, refusal, out),
            },
            // A signal may be dropped, and is when the server is behind.
            ClientFrame::Typing(Typing { room, thread }) => {
                if self.admit_one_more().is_ok() {
                    self.ask_quietly(Request::Typing { room, thread }, out);
                }
            }
            ClientFrame::Away(Away { away }) => {
                self.away.said = away;
                self.tell_away(out);
            }
            ClientFrame::Ping(beat) => out.push(Output::Send(ServerFrame::Pong(beat))),
            ClientFrame::Pong(beat) => self.ping_answered(now, Some(beat.n), out),
        }
    }

    /// Asks for what was let in, refuses what was not.
    fn settle(
        &mut self,
        now: Moment,
        id: RequestId,
        matter: Matter,
        admitted: Result<Request, Denied>,
        out: &mut Vec<Output>,
    ) {
        match admitted {
            Ok(request) => self.ask(matter, request, out),
            Err(Denied {
                refusal,
                fault: Fault::None,
            }) => refuse(Some(id), refusal, out),
            Err(Denied {
                refusal,
                fault: Fault::Abuse,
            }) => self.abuse(now, Some(id), refusal, out),
        }
    }

    /// The client's word is taken at once. The server is told when no follow of the
    /// room is on its way, so that the two cannot overtake each other.
    fn unfollow(&mut self, room: RoomId, out: &mut Vec<Output>) {
        if self.followed.remove(room).is_some() {
            self.end_follow(room, out);
        }
    }

    fn end_follow(&mut self, room: RoomId, out: &mut Vec<Output>) {
        if !self.is_follow_asked(room) {
            self.ask_quietly(Request::Unfollow { room }, out);
        }
    }

    fn is_follow_asked(&self, wanted: RoomId) -> bool {
        self.asked
            .any(|matter| matches!(matter, Matter::Follow { room, .. } if room == wanted))
    }

    /// Asks for what nobody waits for. A stopping server no longer does it.
    fn ask_quietly(&mut self, request: Request, out: &mut Vec<Output>) {
        if self.phase == Phase::Ready {
            self.ask(Matter::Quiet, request, out);
        }
    }

    fn too_early(
        &mut self,
        now: Moment,
        frame: &ClientFrame,
        sentence: &str,
        out: &mut Vec<Output>,
    ) {
        let refusal = Refusal::new(RefusalCode::HelloFirst, sentence);
        self.abuse(now, id_of(frame), refusal, out);
    }
}

pub(super) fn refuse(id: Option<RequestId>, refusal: Refusal, out: &mut Vec<Output>) {
    out.push(Output::Send(ServerFrame::Refused(Refused { id, refusal })));
}

fn id_of(frame: &ClientFrame) -> Option<RequestId> {
    match frame {
        ClientFrame::Follow(follow) => Some(follow.id),
        ClientFrame::Post(post) => Some(post.id),
        ClientFrame::Amend(amend) => Some(amend.id),
        ClientFrame::SetTopic(set) => Some(set.id),
        ClientFrame::MakeRoom(make_room) => Some(make_room.id),
        ClientFrame::Hello(_)
        | ClientFrame::Unfollow(_)
        | ClientFrame::MarkRead(_)
        | ClientFrame::Typing(_)
        | ClientFrame::Away(_)
        | ClientFrame::Ping(_)
        | ClientFrame::Pong(_) => None,
    }
}

fn welcome(greeting: Greeting, heartbeat: HeartbeatTimes) -> Welcome {
    Welcome {
        version: ProtocolVersion::CURRENT,
        abilities: Vec::new(),
        server: greeting.server,
        session: greeting.session,
        user: greeting.user,
        epoch: greeting.epoch,
        now: greeting.now,
        ping_every_ms: heartbeat.ping_every_ms,
        pong_within_ms: heartbeat.pong_within_ms,
        rooms: greeting.rooms,
        roster: greeting.roster,
    }
}

fn version_unsupported() -> Refusal {
    let spoken = ProtocolVersion::CURRENT.0;
    Refusal::new(
        RefusalCode::VersionUnsupported,
        format!("This server speaks version {spoken} of the protocol. Update the client."),
    )
}
