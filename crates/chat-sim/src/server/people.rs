//! Who is here, and what sessions hear of rooms that are not on screen, as `server`'s
//! `hub::people`.

use chat_rules::presence;
use chat_store::records::{Mark, RoomRecord, SignedIn};
use shared::ids::{RoomId, UserId};
use shared::server_frame::{Moved, ReadMark, RoomAdded, RoomHead, ServerFrame};

use super::Process;
use super::driver::session_id;
use super::rights::Facts;
use crate::mutant::ShellMutant;
use crate::network::LinkId;
use crate::scene::Scene;

impl Process {
    /// Whose session it is: from here it hears of rooms and people, and others see that
    /// its user is here.
    pub(super) fn greet(&mut self, scene: &mut Scene, link: LinkId, who: SignedIn) {
        let Some(driver) = self.drivers.get_mut(&link) else {
            return;
        };
        if driver.phase != super::Phase::Open || driver.who.is_some() {
            return;
        }
        driver.who = Some(who.clone());
        self.tell_presence(scene, presence::Input::Joined(session_id(link), who.user));
    }

    pub(super) fn disconnect(&mut self, scene: &mut Scene, link: LinkId) {
        if !scene.is(ShellMutant::FollowerOutlivesItsSession) {
            self.leave_all(scene, link);
        }
        if self
            .drivers
            .get(&link)
            .is_some_and(|driver| driver.who.is_some())
        {
            self.tell_presence(scene, presence::Input::Left(session_id(link)));
        }
    }

    pub(super) fn away(&mut self, scene: &mut Scene, link: LinkId, away: bool) {
        self.tell_presence(scene, presence::Input::Away(session_id(link), away));
    }

    /// Adds a room that the store has made, and announces it to every session but the
    /// one that made it.
    pub(super) fn room_added(
        &mut self,
        scene: &mut Scene,
        record: RoomRecord,
        maker: Option<LinkId>,
    ) {
        let room = record.id;
        self.directory
            .entry(room)
            .or_insert_with(|| Facts::new(record, None));
        let known: Vec<LinkId> = self.greeted().map(|(link, _)| link).collect();
        for link in known {
            if Some(link) != maker {
                self.tell_room_added(scene, room, link);
            }
        }
    }

    fn tell_room_added(&mut self, scene: &mut Scene, room: RoomId, link: LinkId) {
        let Some(facts) = self.directory.get(&room) else {
            return;
        };
        let added = RoomAdded {
            room,
            name: facts.name.clone(),
            head: facts.end.seq,
            posts: facts.end.posts,
        };
        self.offer(scene, link, &ServerFrame::RoomAdded(added));
    }

    /// Somebody is in a closed room from here on, or no longer.
    pub(crate) fn set_member(
        &mut self,
        scene: &mut Scene,
        room: RoomId,
        user: UserId,
        is_in: bool,
    ) {
        if let Some(facts) = self.directory.get_mut(&room) {
            facts.set_member(user, is_in);
        }
        let of_user: Vec<LinkId> = self
            .greeted()
            .filter(|(_, of)| *of == user)
            .map(|(link, _)| link)
            .collect();
        for link in of_user {
            if is_in {
                self.tell_room_added(scene, room, link);
                // `room_added` says nothing of it, and somebody who comes back has one.
                let mark = scene.disk.read_mark(user, room);
                self.offer(
                    scene,
                    link,
                    &ServerFrame::ReadMark(ReadMark {
                        room,
                        seq: mark.seq,
                        posts: mark.posts,
                    }),
                );
            } else {
                self.remove_from(scene, room, link);
            }
        }
    }

    /// Tells a user's other sessions where the read mark is now.
    pub(super) fn read_mark(
        &mut self,
        scene: &mut Scene,
        user: UserId,
        room: RoomId,
        mark: Mark,
        from: LinkId,
    ) {
        if scene.is(ShellMutant::ReadMarkIsNotShared) {
            return;
        }
        let others: Vec<LinkId> = self
            .greeted()
            .filter(|(link, of)| *of == user && *link != from)
            .map(|(l, _)| l)
            .collect();
        for link in others {
            self.offer(
                scene,
                link,
                &ServerFrame::ReadMark(ReadMark {
                    room,
                    seq: mark.seq,
                    posts: mark.posts,
                }),
            );
        }
    }

    /// Tells each session which rooms went on that it does not follow.
    pub(super) fn tell_moved(&mut self, scene: &mut Scene) {
        let moved = std::mem::take(&mut self.moved);
        if moved.is_empty() || scene.is(ShellMutant::MovedIsNotTold) {
            return;
        }
        let sessions: Vec<(LinkId, UserId)> = self.greeted().collect();
        for (link, user) in sessions {
            let follows = &self.drivers[&link].follows;
            let news = moved.iter().filter_map(|id| {
                let facts = self.directory.get(id)?;
                let is_news = facts.rights().is_known_to(user) && !follows.contains(id);
                is_news.then_some(RoomHead {
                    room: *id,
                    head: facts.end.seq,
                    posts: facts.end.posts,
                })
            });
            let rooms: Vec<RoomHead> = news.collect();
            if !rooms.is_empty() {
                let frame = Scene::encode(&ServerFrame::Moved(Moved { rooms }));
                self.signal(scene, link, frame);
            }
        }
    }

    pub(super) fn tick_presence(&mut self, scene: &mut Scene) {
        if self.presence.deadline().is_some_and(|due| due <= scene.now) {
            self.tell_presence(scene, presence::Input::Deadline);
        }
    }

    fn tell_presence(&mut self, scene: &mut Scene, input: presence::Input) {
        let outputs = self.presence.handle(scene.now, input);
        self.presence.check_invariants();
        for output in outputs {
            let frame = Scene::encode(&match output {
                presence::Output::Changed(changes) => ServerFrame::Presence(changes),
                presence::Output::Whole(roster) => ServerFrame::Roster(roster),
            });
            let sessions: Vec<LinkId> = self.greeted().map(|(link, _)| link).collect();
            for link in sessions {
                self.signal(scene, link, std::rc::Rc::clone(&frame));
            }
        }
    }
}
