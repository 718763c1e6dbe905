//! What can go wrong at a seat: a device that sleeps, the connection panel's switch,
//! pages that do not come.

use chat_client::Input;
use chat_client::wire::Fault;

use super::Devices;
use super::carry::NO_CLOSE_FRAME;
use crate::agenda::Event;
use crate::happening::Happening;
use crate::network::LinkId;
use crate::plan::{Broken, PageTrouble};
use crate::scene::Scene;
use crate::seat::Seat;

impl Devices {
    /// Nobody looks at this seat, or somebody does again.
    pub(crate) fn visible(&mut self, scene: &mut Scene, seat: Seat, is_visible: bool) {
        let now = scene.now;
        let device = self.get_mut(seat);
        if device.client.is_none() || device.asleep_until.is_some() {
            return;
        }
        if is_visible {
            device.hidden_since = None;
        } else {
            device.hidden_since.get_or_insert(now);
        }
        self.feed(scene, seat, Input::Visible(is_visible));
    }

    /// The device sleeps: its clocks and its sockets stand still for its programs.
    pub(crate) fn sleeps(&mut self, scene: &mut Scene, seat: Seat, ms: u64) {
        let until = scene.now.plus_ms(ms);
        let device = self.get_mut(seat);
        if device.client.is_none() || device.asleep_until.is_some() {
            return;
        }
        device.asleep_until = Some(until);
        device.alarm = None;
        scene.agenda.at(until, Event::Wakes(seat));
    }

    /// It wakes, and either its timers or its sockets are looked at first.
    pub(crate) fn wakes(&mut self, scene: &mut Scene, seat: Seat) {
        let now = scene.now;
        let device = self.get_mut(seat);
        if device.asleep_until.is_none_or(|until| until > now) {
            return;
        }
        device.asleep_until = None;
        scene.note(Happening::DeviceWakes);
        scene.say(|| format!("{seat} wakes up"));
        let links: Vec<LinkId> = device.links.values().copied().collect();
        for link in links {
            let ms = scene.chance.between(0, 4);
            scene.after(ms, Event::Down(link));
        }
        if scene.chance.one_in(2) {
            self.feed(scene, seat, Input::Deadline);
        } else {
            self.set_alarm(scene, seat);
        }
    }

    /// The connection panel's switch is thrown, and thrown back after a while.
    pub(crate) fn breaks(&mut self, scene: &mut Scene, seat: Seat, broken: Broken, ms: u64) {
        let fault = match broken {
            Broken::Drop => Fault::Drop,
            Broken::Silence => Fault::Silence,
            Broken::Delay => Fault::Delay,
            Broken::Loss => Fault::Loss,
        };
        let until = scene.now.plus_ms(ms);
        let device = self.get_mut(seat);
        device.breakage.set(fault, true);
        device.broken.push((fault, until));
        scene.agenda.at(until, Event::Mends(seat));
        if fault == Fault::Drop {
            self.cut(scene, seat);
        }
    }

    /// Pages have trouble for a while.
    pub(crate) fn pages_suffer(
        &mut self,
        scene: &Scene,
        seat: Seat,
        trouble: PageTrouble,
        ms: u64,
    ) {
        self.get_mut(seat).pages = Some((trouble, scene.now.plus_ms(ms)));
    }

    /// What the switch broke may be whole again. A connection that lost frames is no
    /// stream of bytes any more, as no network makes it: it is cut.
    pub(crate) fn mends(&mut self, scene: &mut Scene, seat: Seat) {
        let now = scene.now;
        let device = self.get_mut(seat);
        device.broken.retain(|(_, until)| *until > now);
        for fault in Fault::ALL {
            let is_broken = device.broken.iter().any(|(other, _)| *other == fault);
            device.breakage.set(fault, is_broken);
        }
        if !device.breakage.is(Fault::Loss) && !device.breakage.is(Fault::Silence) {
            self.cut_lossy(scene, seat);
        }
    }

    /// Everything at this seat is whole again.
    pub(crate) fn heals(&mut self, scene: &mut Scene, seat: Seat) {
        let device = self.get_mut(seat);
        device.broken.clear();
        device.pages = None;
        device.asleep_until = device.asleep_until.map(|_| scene.now);
        self.mends(scene, seat);
        self.wakes(scene, seat);
        self.storage.entry(seat.browser()).or_default().heal();
        self.feed(scene, seat, Input::Online(true));
    }

    fn cut_lossy(&mut self, scene: &mut Scene, seat: Seat) {
        let links: Vec<LinkId> = self.get(seat).links.values().copied().collect();
        if links
            .iter()
            .any(|id| scene.links.get(*id).is_some_and(|link| link.lost_frames))
        {
            self.cut(scene, seat);
        }
    }

    /// The driver drops its sockets, as the panel's switch makes it.
    fn cut(&mut self, scene: &mut Scene, seat: Seat) {
        for (generation, id) in std::mem::take(&mut self.get_mut(seat).links) {
            scene.say(|| format!("{seat} is cut off {id:?}"));
            scene.send_up(id, crate::network::Parcel::Closed(NO_CLOSE_FRAME, "cut"), 0);
            if let Some(link) = scene.links.get(id) {
                link.leave_client();
            }
            let reason = "the connection panel cuts it".to_owned();
            self.get_mut(seat)
                .inputs
                .push_back(Input::Closed(generation, NO_CLOSE_FRAME, reason));
        }
        self.drain(scene, seat);
    }
}
