//! What needs the store, in steps between which anything may happen, as `server`'s
//! `chat::requests`.

use chat_client::{FetchFailure, PageAsk, PageSide};
use chat_rules::policy::{self, Action};
use chat_rules::room::{Page, PageWanted};
use chat_rules::session::{Answer, Greeting, Input, Ticket};
use chat_store::StoreError;
use chat_store::records::{Appended, Mark, SignedIn};
use shared::cursor::Seq;
use shared::entry::{EntryKind, RoomSummary};
use shared::http::EntriesPage;
use shared::ids::{RoomId, UserId};
use shared::limits::{PAGE_ENTRIES, PAGE_ENTRIES_MAX};
use shared::moment::Timestamp;
use shared::refusal::{Refusal, RefusalCode};
use shared::text::RoomName;

use super::driver::session_id;
use super::hub::room_page;
use super::mailbox::ReadWanted;
use super::{Process, WorkId};
use crate::disk::Side;
use crate::network::LinkId;
use crate::scene::Scene;

/// Work that is under way, and how far it is.
#[derive(Debug)]
pub(super) enum Work {
    Greet {
        ticket: Ticket,
        is_known: bool,
    },
    Post {
        ticket: Option<Ticket>,
        room: RoomId,
        kind: EntryKind,
        stage: Stage,
    },
    MakeRoom {
        ticket: Ticket,
        name: RoomName,
        by: UserId,
        made: Option<Result<RoomSummary, Refusal>>,
    },
    MarkRead {
        ticket: Ticket,
        user: UserId,
        room: RoomId,
        seq: Seq,
        marked: Option<Option<Mark>>,
    },
    Page {
        wanted: ReadWanted,
        read: Option<Option<Page>>,
    },
}

/// How far a write is.
#[derive(Debug)]
pub(super) enum Stage {
    Waits,
    Committed(Result<Appended, StoreError>),
    Published(Result<(Seq, Timestamp), Refusal>),
}

impl Work {
    pub(super) fn is_post(&self) -> bool {
        matches!(self, Self::Post { .. })
    }
}

impl Process {
    /// The next step of some work.
    pub(crate) fn work(&mut self, scene: &mut Scene, id: WorkId) {
        let Some((link, work)) = self.work.remove(&id) else {
            return;
        };
        let again = match work {
            Work::Greet { ticket, is_known } => self.greeting(scene, link, ticket, is_known),
            Work::Post {
                ticket,
                room,
                kind,
                stage,
            } => self.posting(scene, link, ticket, room, kind, stage),
            Work::MakeRoom {
                ticket,
                name,
                by,
                made,
            } => self.making(scene, link, ticket, name, by, made),
            Work::MarkRead {
                ticket,
                user,
                room,
                seq,
                marked: None,
            } => {
                let marked = scene.disk.mark_read(user, room, seq).ok();
                Some(Work::MarkRead {
                    ticket,
                    user,
                    room,
                    seq,
                    marked: Some(marked),
                })
            }
            Work::MarkRead {
                ticket,
                user,
                room,
                marked: Some(marked),
                ..
            } => {
                if let (Some(mark), Some(link)) = (marked, link) {
                    self.read_mark(scene, user, room, mark, link);
                }
                self.answer(scene, link, Some(ticket), Answer::Done);
                None
            }
            Work::Page { wanted, read } => self.paging(scene, link, wanted, read),
        };
        if let Some(work) = again {
            self.work.insert(id, (link, work));
            self.later(scene, id, 5);
        } else if let Some(link) = link {
            self.wake(scene, link);
            self.forget_if_idle(link);
        }
    }

    /// Finds out who it is, then what there is for them. The session hears of news before
    /// the state is read, so that nothing falls between the two.
    fn greeting(
        &mut self,
        scene: &mut Scene,
        link: Option<LinkId>,
        ticket: Ticket,
        is_known: bool,
    ) -> Option<Work> {
        let link = link?;
        let seat = scene.links.get(link)?.seat;
        if !is_known {
            let Some(who) = scene.disk.login(seat.person()) else {
                let refusal = Refusal::new(RefusalCode::NotSignedIn, "Sign in first.");
                self.answer(
                    scene,
                    Some(link),
                    Some(ticket),
                    Answer::Greeted(Err(refusal)),
                );
                return None;
            };
            self.greet(scene, link, who);
            return Some(Work::Greet {
                ticket,
                is_known: true,
            });
        }
        let user = self.drivers.get(&link)?.who.as_ref()?.user.clone();
        let greeting = scene.disk.can_read(scene.now).map(|()| {
            Box::new(Greeting {
                server: "sim".to_owned(),
                session: session_id(link),
                epoch: self.epoch,
                now: scene.wall(),
                rooms: self.rooms_of(scene, user.id),
                roster: self.roster(),
                user,
            })
        });
        let greeting = greeting.map_err(|failure| refusal(&failure));
        self.answer(scene, Some(link), Some(ticket), Answer::Greeted(greeting));
        None
    }

    fn making(
        &mut self,
        scene: &mut Scene,
        link: Option<LinkId>,
        ticket: Ticket,
        name: RoomName,
        by: UserId,
        made: Option<Result<RoomSummary, Refusal>>,
    ) -> Option<Work> {
        if let Some(made) = made {
            self.answer(scene, link, Some(ticket), Answer::RoomMade(made));
            return None;
        }
        let made = match scene.disk.make_room(name.clone(), by) {
            Ok(record) => {
                let room = record.id;
                self.room_added(scene, record, link);
                let facts = self.directory.get(&room);
                facts
                    .map(|facts| facts.summary(room, Mark::default()))
                    .ok_or_else(policy::unknown_room)
            }
            Err(failure) => Err(refusal(&failure)),
        };
        Some(Work::MakeRoom {
            ticket,
            name,
            by,
            made: Some(made),
        })
    }

    /// Reads a page for a follower and hands it to the room. The right to read is looked
    /// up for each page anew.
    fn paging(
        &mut self,
        scene: &mut Scene,
        link: Option<LinkId>,
        wanted: ReadWanted,
        read: Option<Option<Page>>,
    ) -> Option<Work> {
        let link = link?;
        let Some(read) = read else {
            let who = self.drivers.get(&link)?.who.clone()?;
            let side = match wanted.page {
                PageWanted::After(after) => Side::After(after),
                PageWanted::Newest => Side::Before(None),
            };
            let may = self.may(&who, Action::ReadRoom, wanted.room).is_ok();
            let page = may.then(|| {
                let reader = Some(who.user.id);
                scene
                    .disk
                    .page(scene.now, wanted.room, side, PAGE_ENTRIES, reader)
            });
            let page = page.and_then(Result::ok).map(room_page);
            return Some(Work::Page {
                wanted,
                read: Some(page),
            });
        };
        self.page_read(scene, link, wanted, read);
        if let Some(driver) = self.drivers.get_mut(&link) {
            driver.pages_under_way -= 1;
        }
        None
    }

    /// A page of history over HTTP, as `server`'s `http::rooms`.
    pub(crate) fn history(
        &self,
        scene: &Scene,
        who: &SignedIn,
        ask: &PageAsk,
    ) -> Result<EntriesPage, FetchFailure> {
        self.may(who, Action::ReadRoom, ask.room)
            .map_err(|_| FetchFailure::Gone)?;
        let side = match ask.side {
            PageSide::Before(seq) => Side::Before(Some(seq)),
            PageSide::After(seq) => Side::After(seq),
        };
        let limit = ask.limit.clamp(1, PAGE_ENTRIES_MAX);
        let page = scene
            .disk
            .page(scene.now, ask.room, side, limit, Some(who.user.id));
        let page = page.map_err(|_| FetchFailure::Temporary)?;
        Ok(EntriesPage {
            epoch: page.epoch,
            head: page.head,
            entries: page.entries,
        })
    }

    pub(super) fn answer(
        &mut self,
        scene: &mut Scene,
        link: Option<LinkId>,
        ticket: Option<Ticket>,
        answer: Answer,
    ) {
        if let (Some(link), Some(ticket)) = (link, ticket) {
            self.tell_session(scene, link, Input::Answer(ticket, answer));
        }
    }
}

/// As `server`'s `store_errors`.
pub(crate) fn refusal(failure: &StoreError) -> Refusal {
    match failure {
        StoreError::NotFound("room") => policy::unknown_room(),
        StoreError::Conflict(_) => {
            Refusal::new(RefusalCode::NameTaken, "There is a room with this name.")
        }
        StoreError::Busy => Refusal::new(
            RefusalCode::Unavailable,
            "The server is busy; try again in a moment.",
        )
        .retry_after_ms(500),
        StoreError::Full => Refusal::new(
            RefusalCode::DiskFull,
            "The server's disk is full; nothing was stored.",
        ),
        StoreError::NotFound(_) | StoreError::Unavailable(_) => Refusal::new(
            RefusalCode::Unavailable,
            "The server cannot reach its data now; try again.",
        )
        .retry_after_ms(5_000),
    }
}
