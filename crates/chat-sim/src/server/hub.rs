//! Rooms and their followers, as `server`'s `hub::rooms` and `relay`.

use std::rc::Rc;
use std::sync::Arc;

use chat_rules::room::{Generation, Input, Output, Page, Room};
use chat_store::records::Mark;
use chat_store::records::SignedIn;
use shared::cursor::{Cursor, Seq};
use shared::entry::{Entry, RoomTopic};
use shared::ids::{RequestId, RoomId};
use shared::limits::PAGE_ENTRIES;
use shared::server_frame::{
    FollowStart, Following, Gone, GoneReason, Live, Refused, RoomEntries, ServerFrame, TypingIn,
};

use super::Process;
use super::driver::{link_of, session_id};
use super::mailbox::ReadWanted;
use crate::agenda::Event;
use crate::disk::Side;
use crate::happening::Happening;
use crate::mutant::ShellMutant;
use crate::network::LinkId;
use crate::scene::Scene;

impl Process {
    /// Hands a stored entry to the followers of its room.
    pub(super) fn publish(&mut self, scene: &mut Scene, room: RoomId, entry: Entry) {
        self.moved.insert(room);
        self.run(scene, room, Input::Appended(Arc::new(entry)), None);
    }

    pub(super) fn follow(
        &mut self,
        scene: &mut Scene,
        room: RoomId,
        link: LinkId,
        id: RequestId,
        after: Option<Cursor>,
    ) {
        let Some(driver) = self.drivers.get_mut(&link) else {
            return;
        };
        if !driver.follows.contains(&room) {
            driver.follows.push(room);
        }
        let incarnations = &mut self.incarnations;
        self.rooms.entry(room).or_insert_with(|| {
            *incarnations += 1;
            Room::new(*incarnations)
        });
        let join = Input::Join {
            follower: session_id(link),
            handle: link,
            id,
            after,
        };
        self.run(scene, room, join, Some(link));
    }

    pub(super) fn unfollow(&mut self, scene: &mut Scene, room: RoomId, link: LinkId) {
        if let Some(driver) = self.drivers.get_mut(&link) {
            driver.follows.retain(|followed| *followed != room);
        }
        self.run(
            scene,
            room,
            Input::Leave {
                follower: session_id(link),
            },
            Some(link),
        );
    }

    pub(super) fn leave_all(&mut self, scene: &mut Scene, link: LinkId) {
        let Some(driver) = self.drivers.get_mut(&link) else {
            return;
        };
        for room in std::mem::take(&mut driver.follows) {
            self.run(
                scene,
                room,
                Input::Leave {
                    follower: session_id(link),
                },
                Some(link),
            );
        }
    }

    /// Takes a session out of a room that its user may no longer read.
    pub(super) fn remove_from(&mut self, scene: &mut Scene, room: RoomId, link: LinkId) {
        if let Some(driver) = self.drivers.get_mut(&link) {
            if driver.follows.contains(&room) {
                scene.note(Happening::MemberIsRemoved);
            }
            driver.follows.retain(|followed| *followed != room);
            driver.mailbox.tell_gone(room);
        }
        self.run(
            scene,
            room,
            Input::Leave {
                follower: session_id(link),
            },
            Some(link),
        );
        let gone = Gone {
            room,
            reason: GoneReason::Removed,
        };
        self.offer(scene, link, &ServerFrame::Gone(gone));
    }

    /// Gives a follower the page that its room wanted for it, or says that it could not
    /// be read.
    pub(super) fn page_read(
        &mut self,
        scene: &mut Scene,
        link: LinkId,
        wanted: ReadWanted,
        page: Option<Page>,
    ) {
        let (to, generation): (_, Generation) = (session_id(link), wanted.generation);
        let input = match page {
            Some(page) => Input::Page {
                to,
                generation,
                page,
            },
            None => Input::ReadFailed { to, generation },
        };
        self.run(scene, wanted.room, input, None);
    }

    /// Reads what rooms lack, as the relay does.
    pub(crate) fn relay(&mut self, scene: &mut Scene) {
        for (room, after) in std::mem::take(&mut self.missing) {
            let page = scene
                .disk
                .page(scene.now, room, Side::After(after), PAGE_ENTRIES, None);
            let input = match page {
                Ok(page) => Input::Missing(room_page(page)),
                Err(_) => Input::MissingFailed,
            };
            self.run(scene, room, input, None);
        }
    }

    pub(super) fn typing(
        &mut self,
        scene: &mut Scene,
        room: RoomId,
        thread: Option<Seq>,
        who: &SignedIn,
    ) {
        let thread = thread.filter(|_| !scene.is(ShellMutant::TypingLosesItsThread));
        let typing = TypingIn {
            room,
            user: who.user.clone(),
            thread,
        };
        let frame = Scene::encode(&ServerFrame::Typing(typing));
        let Some(machine) = self.rooms.get(&room) else {
            return;
        };
        let live: Vec<LinkId> = machine.live().map(|(_, link)| *link).collect();
        for link in live {
            let user = self
                .drivers
                .get(&link)
                .and_then(|driver| driver.who.as_ref());
            if user.is_some_and(|user| user.user.id != who.user.id) {
                self.signal(scene, link, Rc::clone(&frame));
            }
        }
    }

    pub(super) fn tick_rooms(&mut self, scene: &mut Scene) {
        for room in std::mem::take(&mut self.waiting) {
            self.run(scene, room, Input::Deadline, None);
        }
    }

    /// Gives a room one input and does what it says. A room without followers is not
    /// kept, and has nothing to do.
    fn run(
        &mut self,
        scene: &mut Scene,
        id: RoomId,
        input: Input<LinkId>,
        own_wish: Option<LinkId>,
    ) {
        let Some(room) = self.rooms.get_mut(&id) else {
            return;
        };
        let outputs = room.handle(scene.now, input);
        room.check_invariants();
        for output in outputs {
            self.do_for_room(scene, id, own_wish, output);
        }
        let Some(room) = self.rooms.get(&id) else {
            return;
        };
        if room.is_empty() {
            self.rooms.remove(&id);
            self.waiting.remove(&id);
        } else if room.deadline().is_some() {
            self.waiting.insert(id);
        }
    }

    fn do_for_room(
        &mut self,
        scene: &mut Scene,
        id: RoomId,
        own_wish: Option<LinkId>,
        output: Output<LinkId>,
    ) {
        match output {
            Output::Start {
                to,
                id: request,
                start,
                from,
                head,
            } => {
                match start {
                    FollowStart::Resumed => scene.note(Happening::FollowerResumes),
                    FollowStart::Rewound => scene.note(Happening::FollowerIsRewound),
                    FollowStart::Newest => {}
                }
                let following = Following {
                    id: request,
                    room: id,
                    start,
                    from,
                    head,
                    topic: self
                        .directory
                        .get(&id)
                        .and_then(|facts| facts.topic.clone()),
                };
                self.offer(scene, link_of(to), &ServerFrame::Following(following));
            }
            Output::Feed(entry) => {
                let entries = vec![Entry::clone(&entry)];
                let frame = Scene::encode(&ServerFrame::Entries(RoomEntries { room: id, entries }));
                let live = self.rooms.get(&id).into_iter().flat_map(Room::live);
                let live: Vec<LinkId> = live.map(|(_, link)| *link).collect();
                for link in live {
                    self.offer_encoded(scene, link, Rc::clone(&frame));
                }
            }
            Output::FeedOne { to, entries } => {
                let entries = RoomEntries { room: id, entries };
                self.offer(scene, link_of(to), &ServerFrame::Entries(entries));
            }
            Output::Live { to, head, posts } => {
                self.offer(
                    scene,
                    link_of(to),
                    &ServerFrame::Live(Live {
                        room: id,
                        head,
                        posts,
                    }),
                );
            }
            Output::Read {
                to,
                generation,
                page,
            } => {
                let link = link_of(to);
                if let Some(driver) = self.drivers.get_mut(&link) {
                    driver.mailbox.want_read(ReadWanted {
                        room: id,
                        generation,
                        page,
                    });
                }
                self.wake(scene, link);
            }
            Output::FetchMissing { after } => {
                scene.note(Happening::RoomHasAGap);
                self.missing.insert(id, after);
                let ms = scene.chance.between(0, 4);
                scene.after(ms, Event::Relay(self.number));
            }
            Output::Refuse {
                handle,
                id: request,
                refusal,
            } => {
                let refused = Refused {
                    id: Some(request),
                    refusal,
                };
                self.offer(scene, handle, &ServerFrame::Refused(refused));
                self.followed_no_more(scene, handle, id, own_wish);
            }
            Output::Drop { to: _, handle } => {
                scene.note(Happening::FollowerIsDropped);
                let gone = Gone {
                    room: id,
                    reason: GoneReason::Unavailable,
                };
                self.offer(scene, handle, &ServerFrame::Gone(gone));
                self.followed_no_more(scene, handle, id, own_wish);
            }
        }
    }

    /// Tells a session that it lost a room, unless it asked for that itself.
    fn followed_no_more(
        &mut self,
        scene: &mut Scene,
        link: LinkId,
        room: RoomId,
        own_wish: Option<LinkId>,
    ) {
        if own_wish == Some(link) {
            return;
        }
        if let Some(driver) = self.drivers.get_mut(&link) {
            driver.follows.retain(|followed| *followed != room);
            driver.mailbox.tell_gone(room);
        }
        self.wake(scene, link);
    }

    /// Notes a topic that was stored, for who follows the room.
    pub(super) fn set_topic(&mut self, room: RoomId, topic: RoomTopic) {
        if let Some(facts) = self.directory.get_mut(&room)
            && facts.topic.as_ref().is_none_or(|had| had.seq < topic.seq)
        {
            facts.topic = Some(topic);
        }
    }

    /// Notes an entry that was stored, for welcomes and unread counts.
    pub(super) fn advance(&mut self, room: RoomId, seq: Seq, posts: u64) {
        if let Some(facts) = self.directory.get_mut(&room)
            && seq > facts.end.seq
        {
            facts.end = Mark { seq, posts };
        }
    }
}

/// The store's page in the room's words.
pub(super) fn room_page(page: chat_store::records::Page) -> Page {
    Page {
        epoch: page.epoch,
        head: page.head,
        posts: page.posts,
        entries: page.entries,
    }
}
