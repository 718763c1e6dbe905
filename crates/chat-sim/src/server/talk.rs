//! What a driver does with what its client says, and with what its session says then, as
//! `server`'s `chat::driver::talk` and the part of `chat::requests` that needs no store.

use std::collections::VecDeque;

use chat_rules::policy::Action;
use chat_rules::session::{Amendment, Answer, Input, Output, Request, Ticket};
use shared::codec;
use shared::entry::{Attached, EntryKind};
use shared::server_frame::ServerFrame;

use super::Process;
use super::driver::Phase;
use super::mailbox::WhenFull;
use super::work::Work;
use crate::happening::Happening;
use crate::mutant::ShellMutant;
use crate::network::LinkId;
use crate::scene::Scene;

impl Process {
    pub(super) fn heard(&mut self, scene: &mut Scene, link: LinkId, text: &str) {
        let input = match codec::decode_client(text) {
            Ok(frame) => Input::Frame(frame),
            Err(unreadable) => Input::Unreadable(unreadable),
        };
        self.tell_session(scene, link, input);
    }

    /// Gives the session one input and does all that follows from it.
    pub(super) fn tell_session(&mut self, scene: &mut Scene, link: LinkId, input: Input) {
        let mut answers = VecDeque::new();
        let mut next = Some(input);
        while let Some(input) = next {
            let Some(driver) = self
                .drivers
                .get_mut(&link)
                .filter(|d| d.phase == Phase::Open)
            else {
                return;
            };
            let outputs = driver.session.handle(scene.now, input);
            driver.session.check_invariants();
            for output in outputs {
                answers.extend(self.execute(scene, link, output));
            }
            next = answers.pop_front();
        }
    }

    fn execute(&mut self, scene: &mut Scene, link: LinkId, output: Output) -> Option<Input> {
        match output {
            Output::Send(frame @ ServerFrame::Welcome(_)) => {
                let encoded = Scene::encode(&frame);
                if let Some(driver) = self.drivers.get_mut(&link) {
                    // News may be waiting already; the welcome goes before it.
                    driver.mailbox.offer_first(encoded);
                }
                self.wake(scene, link);
            }
            Output::Send(frame) => self.offer(scene, link, &frame),
            Output::Ask(ticket, request) => {
                let answer = self.ask(scene, link, ticket, request);
                return answer.map(|answer| Input::Answer(ticket, answer));
            }
            Output::PauseReading(until) => {
                if let Some(driver) = self.drivers.get_mut(&link) {
                    driver.paused_until = (until > scene.now).then_some(until);
                }
            }
            Output::Close(code) => self.close(scene, link, code),
            // The plain language nobody speaks here, and nobody counts round trips.
            Output::Say(_) | Output::ControlPing | Output::RoundTrip { .. } => {}
        }
        None
    }

    /// Offers a frame that is for this session alone, and must not be skipped.
    pub(super) fn offer(&mut self, scene: &mut Scene, link: LinkId, frame: &ServerFrame) {
        self.offer_encoded(scene, link, Scene::encode(frame));
    }

    pub(super) fn offer_encoded(
        &mut self,
        scene: &mut Scene,
        link: LinkId,
        frame: std::rc::Rc<str>,
    ) {
        let when_full = if scene.is(ShellMutant::FullMailboxSkips) {
            WhenFull::Skips
        } else {
            WhenFull::Closes
        };
        if let Some(driver) = self.drivers.get_mut(&link) {
            driver.mailbox.offer(frame, when_full);
        }
        self.wake(scene, link);
    }

    /// Offers news that may be skipped.
    pub(super) fn signal(&mut self, scene: &mut Scene, link: LinkId, frame: std::rc::Rc<str>) {
        let driver = self.drivers.get_mut(&link);
        if driver.is_some_and(|driver| driver.mailbox.offer_signal(frame)) {
            scene.note(Happening::SignalIsSkipped);
            if let Some(link) = scene.links.get(link) {
                link.lacks_signals = true;
            }
        }
        self.wake(scene, link);
    }

    /// Does what a session asks for: at once where that is possible.
    fn ask(
        &mut self,
        scene: &mut Scene,
        link: LinkId,
        ticket: Ticket,
        request: Request,
    ) -> Option<Answer> {
        let who = self
            .drivers
            .get(&link)
            .and_then(|driver| driver.who.clone());
        match (request, who) {
            (Request::Greet { .. }, _) => {
                let id = self.begin(
                    Some(link),
                    Work::Greet {
                        ticket,
                        is_known: false,
                    },
                );
                self.later(scene, id, 6);
                None
            }
            (Request::Follow { id, room, after }, Some(who)) => {
                Some(match self.may(&who, Action::ReadRoom, room) {
                    Ok(()) => {
                        self.follow(scene, room, link, id, after);
                        Answer::Done
                    }
                    Err(refusal) => Answer::FollowRefused(refusal),
                })
            }
            (Request::Unfollow { room }, _) => {
                self.unfollow(scene, room, link);
                Some(Answer::Done)
            }
            (
                Request::Post {
                    room,
                    client_id,
                    text,
                    reply_to,
                    thread,
                    // The devices of a simulation have no files.
                    files: _,
                },
                Some(who),
            ) => {
                let attached = Attached::default();
                let kind = match thread {
                    Some(thread) => EntryKind::Replied {
                        thread,
                        text,
                        attached,
                    },
                    None => EntryKind::Posted {
                        text,
                        reply_to,
                        attached,
                    },
                };
                self.post(scene, link, ticket, &who, room, client_id, (kind, None))
            }
            (
                Request::Amend {
                    room,
                    client_id,
                    amendment: Amendment { kind, base },
                },
                Some(who),
            ) => self.post(scene, link, ticket, &who, room, client_id, (kind, base)),
            (Request::MakeRoom { name }, Some(who)) => {
                let work = Work::MakeRoom {
                    ticket,
                    name,
                    by: who.user.id,
                    made: None,
                };
                let id = self.begin(Some(link), work);
                self.later(scene, id, 4);
                None
            }
            (Request::MarkRead { room, seq }, Some(who)) => {
                // No answer is owed: a mark in an unknown room is nothing.
                if self.may(&who, Action::ReadRoom, room).is_err() {
                    return Some(Answer::Done);
                }
                let user = who.user.id;
                let id = self.begin(
                    Some(link),
                    Work::MarkRead {
                        ticket,
                        user,
                        room,
                        seq,
                        marked: None,
                    },
                );
                self.later(scene, id, 4);
                None
            }
            (Request::Typing { room, thread }, Some(who)) => {
                if self.may(&who, Action::WriteRoom, room).is_ok() {
                    self.typing(scene, room, thread, &who);
                }
                Some(Answer::Done)
            }
            (Request::Away { away }, _) => {
                self.away(scene, link, away);
                Some(Answer::Done)
            }
            // A session asks for nothing of the kind before it was greeted.
            (
                Request::Follow { .. }
                | Request::Post { .. }
                | Request::Amend { .. }
                | Request::MakeRoom { .. }
                | Request::MarkRead { .. }
                | Request::Typing { .. },
                None,
            ) => Some(Answer::Done),
        }
    }
}
