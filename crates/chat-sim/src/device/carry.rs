//! What a driver does for its machine: sockets, pages, storage; and what comes back.

use std::rc::Rc;

use chat_client::wire::{Carrier, Direction, Fate};
use chat_client::{Change, FetchFailure, Generation, Input, Output, Outputs, PageAsk, Transport};
use shared::client_frame::ClientFrame;
use shared::close::CloseCode;
use shared::codec;
use shared::http::EntriesPage;
use shared::ids::ClientId;

use super::Devices;
use crate::agenda::Event;
use crate::chance::Chance;
use crate::happening::Happening;
use crate::network::{LinkId, Parcel};
use crate::plan::PageTrouble;
use crate::scene::Scene;
use crate::seat::Seat;

/// RFC 6455, section 7.1.5: no close frame at all.
pub(super) const NO_CLOSE_FRAME: u16 = 1006;

/// A page on its way.
#[derive(Clone, Debug)]
pub(crate) struct PageTrip {
    pub(crate) seat: Seat,
    life: u64,
    pub(crate) ask: PageAsk,
    answer: Result<EntriesPage, FetchFailure>,
    comes_again: bool,
}

impl Devices {
    pub(super) fn carry_out(&mut self, scene: &mut Scene, seat: Seat, outputs: Outputs) {
        let taken_back: Vec<ClientId> = outputs
            .iter()
            .filter_map(|output| {
                if let Output::Changed(Change::TakenBack { client_id, .. }) = output {
                    Some(*client_id)
                } else {
                    None
                }
            })
            .collect();
        for output in outputs {
            match output {
                Output::Open(generation, transport) => {
                    self.open_link(scene, seat, generation, carrier(transport));
                }
                Output::Probe => {
                    let device = self.get_mut(seat);
                    let opens = device.breakage.opening(Carrier::WebSocket) == Some(Fate::Pass);
                    device.inputs.push_back(Input::Probed(opens));
                }
                Output::Transmit(generation, frame) => {
                    self.transmit(scene, seat, generation, &frame);
                }
                Output::Shut(generation, code) => self.shut(scene, seat, generation, code),
                Output::Fetch(ask) => self.fetch(scene, seat, ask),
                Output::Keep(kept) => {
                    let link = scene.links.of(seat);
                    if scene.ledger.keeps(seat, link, &kept) {
                        scene.note(Happening::WriteFails);
                    }
                    let client_id = kept.client_id;
                    if self.keep(seat, kept).is_err() {
                        self.get_mut(seat)
                            .inputs
                            .push_back(Input::KeepFailed(client_id));
                    }
                }
                Output::Forget(id) => {
                    self.forget(seat, id);
                    if taken_back.contains(&id) {
                        scene.note(Happening::WriteIsTakenBack);
                        scene.say(|| format!("{seat} takes a message back"));
                        scene.ledger.takes_back(seat, id);
                    } else {
                        scene.forgets_as_stored(seat, id);
                    }
                }
                Output::Changed(Change::Notice(notice)) => {
                    scene.say(|| format!("{seat} is told {notice:?}"));
                }
                Output::Changed(_) => {}
            }
        }
        // One that did not fit into the outbox was given back without having been kept.
        for id in taken_back {
            scene.ledger.takes_back(seat, id);
        }
    }

    /// Whatever carries it, a link keeps the same promises: frames in order, or its end.
    fn open_link(
        &mut self,
        scene: &mut Scene,
        seat: Seat,
        generation: Generation,
        carrier: Carrier,
    ) {
        let device = self.get_mut(seat);
        let Some(fate) = device.breakage.opening(carrier) else {
            let reason = "the connection panel cuts it".to_owned();
            device
                .inputs
                .push_back(Input::Closed(generation, NO_CLOSE_FRAME, reason));
            return;
        };
        let life = device.life;
        let id = scene.links.open(scene.seed, seat, life, generation);
        self.get_mut(seat).links.insert(generation, id);
        scene.say(|| format!("{seat} opens {id:?}"));
        match fate {
            Fate::Pass => scene.send_up(id, Parcel::Dial, 0),
            Fate::After(ms) => scene.send_up(id, Parcel::Dial, ms),
            Fate::Lost => {}
        }
    }

    fn transmit(
        &mut self,
        scene: &mut Scene,
        seat: Seat,
        generation: Generation,
        frame: &ClientFrame,
    ) {
        let device = self.get_mut(seat);
        let Some(&id) = device.links.get(&generation) else {
            return;
        };
        let fate = device.breakage.fate(scene.now, Direction::Out);
        let text: Rc<str> = codec::encode(frame).into();
        let write = if let ClientFrame::Post(post) = frame {
            Some((post.id, post.room, post.client_id))
        } else if let ClientFrame::Amend(amend) = frame {
            Some((amend.id, amend.room, amend.client_id))
        } else if let ClientFrame::SetTopic(set) = frame {
            Some((set.id, set.room, set.client_id))
        } else {
            None
        };
        if let Some((request, room, client_id)) = write {
            scene.ledger.sent(client_id, id);
            if let Some(link) = scene.links.get(id) {
                link.posts.insert(request, (room, client_id));
            }
        }
        scene.say(|| format!("{seat} > {}", short(&text)));
        match fate {
            Fate::Pass => scene.send_up(id, Parcel::Text(text), 0),
            Fate::After(ms) => scene.send_up(id, Parcel::Text(text), ms),
            Fate::Lost => lose(scene, id),
        }
    }

    fn shut(&mut self, scene: &mut Scene, seat: Seat, generation: Generation, code: u16) {
        let Some(id) = self.get_mut(seat).links.remove(&generation) else {
            return;
        };
        if code == CloseCode::PongMissed.code() {
            scene.note(Happening::SilenceIsNoticed);
        }
        scene.say(|| format!("{seat} shuts {id:?} with {code}"));
        scene.send_up(id, Parcel::Closed(code, "by the client"), 0);
        if let Some(link) = scene.links.get(id) {
            link.leave_client();
        }
    }

    /// Something may have reached the client's end of a connection.
    pub(crate) fn arrives(&mut self, scene: &mut Scene, id: LinkId) {
        let Some((seat, life, generation)) = scene
            .links
            .get(id)
            .map(|link| (link.seat, link.life, link.generation))
        else {
            return;
        };
        loop {
            let device = self.get_mut(seat);
            if device.asleep_until.is_some() && device.life == life {
                return;
            }
            let now = scene.now;
            let Some(parcel) = scene.links.get(id).and_then(|link| link.take_down(now)) else {
                return;
            };
            scene.after(0, Event::Turn(id));
            if device.life != life || device.client.is_none() {
                continue;
            }
            match parcel {
                Parcel::Opened => self.feed(scene, seat, Input::Opened(generation)),
                Parcel::Text(text) => match device.breakage.fate(now, Direction::In) {
                    Fate::Pass => self.hears(scene, seat, generation, &text),
                    Fate::After(ms) => scene.after(ms, Event::Held(seat, life, generation, text)),
                    Fate::Lost => lose(scene, id),
                },
                Parcel::Closed(code, reason) => {
                    device.links.remove(&generation);
                    if let Some(link) = scene.links.get(id) {
                        link.leave_client();
                    }
                    scene.say(|| format!("{seat} hears that {id:?} is closed: {code} {reason}"));
                    self.feed(
                        scene,
                        seat,
                        Input::Closed(generation, code, reason.to_owned()),
                    );
                }
                Parcel::Dial => {}
            }
        }
    }

    /// A frame reaches the machine. One of a connection that it has left is heard, too:
    /// it has to be ignored.
    pub(crate) fn hears(
        &mut self,
        scene: &mut Scene,
        seat: Seat,
        generation: Generation,
        text: &str,
    ) {
        let Ok(frame) = codec::decode_server(text) else {
            panic!("the server said what no client can read: {text}")
        };
        if self.get(seat).client.is_none() {
            return;
        }
        let link = self.get(seat).links.get(&generation).copied();
        scene.say(|| {
            let of = if link.is_some() {
                ""
            } else {
                " (of a connection that it left)"
            };
            format!("{seat} < {}{of}", short(text))
        });
        if let Some(id) = link {
            scene.check_frame(id, &frame);
        } else {
            scene.note(Happening::OldFrameIsHeard);
        }
        self.feed(scene, seat, Input::Received(generation, Box::new(frame)));
    }

    fn fetch(&mut self, scene: &mut Scene, seat: Seat, ask: PageAsk) {
        self.pages_made += 1;
        let number = self.pages_made;
        let device = self.get(seat);
        let answer = Err(FetchFailure::Temporary);
        let trip = PageTrip {
            seat,
            life: device.life,
            ask,
            answer,
            comes_again: false,
        };
        scene.say(|| format!("{seat} asks for page {number}: {ask:?}"));
        self.pages.insert(number, trip);
        let ms = Chance::of(scene.seed, &[5, number]).between(1, 150);
        scene.after(ms, Event::PageAsked(number));
    }

    /// Which page is asked for.
    pub(crate) fn page(&self, number: u64) -> Option<&PageTrip> {
        self.pages.get(&number)
    }

    /// The server has answered, or nobody did.
    pub(crate) fn page_answered(
        &mut self,
        scene: &mut Scene,
        number: u64,
        answer: Result<EntriesPage, FetchFailure>,
    ) {
        let Some(trip) = self.pages.get(&number) else {
            return;
        };
        let mut chance = Chance::of(scene.seed, &[6, number]);
        let trouble = self
            .get(trip.seat)
            .pages
            .filter(|(_, until)| scene.now < *until);
        let (answer, ms, comes_again) = match trouble.map(|(trouble, _)| trouble) {
            None => (answer, chance.between(1, 150), chance.one_in(12)),
            Some(PageTrouble::Late) => (answer, chance.between(2_000, 40_000), false),
            Some(PageTrouble::Twice) => (answer, chance.between(1, 150), true),
            Some(PageTrouble::Fails) => (
                Err(FetchFailure::Temporary),
                chance.between(1, 10_000),
                false,
            ),
        };
        if let Some(trip) = self.pages.get_mut(&number) {
            trip.answer = answer;
            trip.comes_again = comes_again;
        }
        scene.after(ms, Event::PageComes(number));
    }

    /// The answer is here. A device that sleeps takes it up when it wakes.
    pub(crate) fn page_comes(&mut self, scene: &mut Scene, number: u64) {
        let Some(mut trip) = self.pages.remove(&number) else {
            return;
        };
        let device = self.get(trip.seat);
        if let Some(until) = device.asleep_until.filter(|_| device.life == trip.life) {
            self.pages.insert(number, trip);
            scene
                .agenda
                .at(until.max(scene.now).plus_ms(5), Event::PageComes(number));
            return;
        }
        if device.life != trip.life {
            return;
        }
        let (seat, ask, answer) = (trip.seat, trip.ask, trip.answer.clone());
        scene.say(|| match &answer {
            Ok(page) => format!(
                "{seat} gets page {number} with {} entries",
                page.entries.len()
            ),
            Err(failure) => format!("{seat} does not get page {number}: {failure:?}"),
        });
        if std::mem::take(&mut trip.comes_again) {
            scene.note(Happening::PageComesTwice);
            self.pages.insert(number, trip);
            let ms = scene.chance.between(1, 5_000);
            scene.after(ms, Event::PageComes(number));
        }
        self.feed(scene, seat, Input::Page(ask, answer));
    }
}

fn lose(scene: &mut Scene, id: LinkId) {
    scene.note(Happening::FrameIsLost);
    scene.say(|| format!("the panel's switch loses a frame of {id:?}"));
    if let Some(link) = scene.links.get(id) {
        link.lost_frames = true;
    }
}

/// A frame in one line of a story.
fn short(text: &str) -> String {
    const CHARS: usize = 150;
    if text.chars().count() <= CHARS {
        return text.to_owned();
    }
    let begin: String = text.chars().take(CHARS).collect();
    format!("{begin}… ({} bytes)", text.len())
}

fn carrier(transport: Transport) -> Carrier {
    match transport {
        Transport::WebSocket => Carrier::WebSocket,
        Transport::Events | Transport::Poll => Carrier::Http,
    }
}
