//! What needs the store, in steps between which anything may happen, as `server`'s
//! `chat::requests` and `post`.

use chat_client::{FetchFailure, PageAsk, PageSide};
use chat_rules::policy::{self, Action};
use chat_rules::room::{Page, PageWanted};
use chat_rules::session::{Answer, Greeting, Input, Ticket};
use chat_store::StoreError;
use chat_store::records::{Appended, NewEntry, SignedIn};
use shared::cursor::Seq;
use shared::entry::{EntryKind, RoomSummary};
use shared::http::EntriesPage;
use shared::ids::{ClientId, RoomId, UserId};
use shared::limits::{PAGE_ENTRIES, PAGE_ENTRIES_MAX};
use shared::moment::Timestamp;
use shared::refusal::{Refusal, RefusalCode};
use shared::text::{MessageText, RoomName};

use super::driver::session_id;
use super::hub::room_page;
use super::mailbox::ReadWanted;
use super::{Process, WorkId};
use crate::agenda::Event;
use crate::disk::Side;
use crate::mutant::ShellMutant;
use crate::network::LinkId;
use crate::plan::{CrashPoint, Trouble};
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
        marked: Option<Option<Seq>>,
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
    /// Check, append: the write has its place in line when this returns.
    #[expect(clippy::too_many_arguments, reason = "a write is all of these")]
    pub(super) fn post(
        &mut self,
        scene: &mut Scene,
        link: LinkId,
        ticket: Ticket,
        who: &SignedIn,
        room: RoomId,
        client_id: ClientId,
        text: MessageText,
    ) -> Option<Answer> {
        let (is_answered, is_early) = (
            scene.is(ShellMutant::AnswerComesBeforeTheCommit),
            scene.is(ShellMutant::PublishComesBeforeTheCommit),
        );
        let seq = scene.disk.next_seq(room);
        let kind = EntryKind::Posted { text };
        match self.begin_post(
            scene,
            Some(link),
            (!is_answered).then_some(ticket),
            who,
            room,
            client_id,
            kind.clone(),
        ) {
            Err(refusal) => Some(Answer::Posted(Err(refusal))),
            Ok(()) => {
                if is_early {
                    let (at, author) = (scene.wall(), who.user.clone());
                    self.publish(
                        scene,
                        room,
                        shared::entry::Entry {
                            seq,
                            at,
                            author,
                            client_id,
                            kind,
                        },
                    );
                }
                is_answered.then(|| Answer::Posted(Ok((seq, scene.wall()))))
            }
        }
    }

    /// The same for a program that speaks the plain language.
    pub(crate) fn line(
        &mut self,
        scene: &mut Scene,
        who: &SignedIn,
        room: RoomId,
        client_id: ClientId,
        text: MessageText,
    ) {
        let kind = EntryKind::Posted { text };
        // Whoever writes plain lines reads "Not sent" and writes again, or does not.
        let _ = self.begin_post(scene, None, None, who, room, client_id, kind);
    }

    #[expect(clippy::too_many_arguments, reason = "a write is all of these")]
    fn begin_post(
        &mut self,
        scene: &mut Scene,
        link: Option<LinkId>,
        ticket: Option<Ticket>,
        who: &SignedIn,
        room: RoomId,
        client_id: ClientId,
        kind: EntryKind,
    ) -> Result<(), Refusal> {
        self.may(who, Action::WriteRoom, room)?;
        if client_id.is_nil() {
            return Err(client_id_invalid("A message needs an id of its own."));
        }
        if scene.dies_at(CrashPoint::BeforeAppend) {
            scene.after(0, Event::Dies(self.number));
            return Err(refusal(&StoreError::Busy));
        }
        let stage = Stage::Waits;
        let id = self.begin(
            link,
            Work::Post {
                ticket,
                room,
                kind: kind.clone(),
                stage,
            },
        );
        let entry = NewEntry {
            room,
            author: who.user.id,
            client_id,
            at: scene.wall(),
            kind,
        };
        if let Err(failure) = scene.disk.line_up(scene.now, id, entry) {
            self.work.remove(&id);
            return Err(refusal(&failure));
        }
        if scene.dies_at(CrashPoint::BeforeCommit) {
            scene.after(0, Event::Dies(self.number));
        } else if !self.is_committing {
            self.is_committing = true;
            let slow = scene.disk.has(scene.now, Trouble::Slow);
            let ms = if slow {
                scene.chance.between(500, 6_000)
            } else {
                scene.chance.between(1, 6)
            };
            scene.after(ms, Event::Commit(self.number));
        }
        Ok(())
    }

    /// The store has answered an append. Most writers hear of it at once; one that is
    /// late is overtaken, and the room has to put things in order.
    pub(super) fn appended(
        &mut self,
        scene: &mut Scene,
        id: WorkId,
        appended: Result<Appended, StoreError>,
    ) {
        if let Some((_, Work::Post { stage, .. })) = self.work.get_mut(&id) {
            *stage = Stage::Committed(appended);
            let at_most_ms = if scene.chance.one_in(12) { 2_500 } else { 2 };
            self.later(scene, id, at_most_ms);
        }
    }

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
                if let (Some(seq), Some(link)) = (marked, link) {
                    self.read_mark(scene, user, room, seq, link);
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

    /// Publish, then answer. Whoever started a write is published even if nobody is there
    /// to hear the answer.
    fn posting(
        &mut self,
        scene: &mut Scene,
        link: Option<LinkId>,
        ticket: Option<Ticket>,
        room: RoomId,
        kind: EntryKind,
        stage: Stage,
    ) -> Option<Work> {
        let told = match stage {
            Stage::Waits => {
                return Some(Work::Post {
                    ticket,
                    room,
                    kind,
                    stage,
                });
            }
            Stage::Published(told) => {
                self.answer(scene, link, ticket, Answer::Posted(told));
                return None;
            }
            Stage::Committed(Err(failure)) => Err(refusal(&failure)),
            Stage::Committed(Ok(Appended::Repeated(first))) if first.kind == kind => {
                scene.say(|| {
                    format!(
                        "the store knows {} already as {}",
                        first.client_id, first.seq
                    )
                });
                Ok((first.seq, first.at))
            }
            Stage::Committed(Ok(Appended::Repeated(_))) => Err(client_id_invalid(
                "This message's id was used for another text.",
            )),
            Stage::Committed(Ok(Appended::Fresh(entry))) => {
                let told = (entry.seq, entry.at);
                scene.say(|| format!("the server publishes {} in room {room}", entry.seq));
                self.advance_head(room, entry.seq);
                self.publish(scene, room, entry);
                if scene.dies_at(CrashPoint::AfterPublish) {
                    let ms = scene.chance.between(0, 3);
                    scene.after(ms, Event::Dies(self.number));
                }
                Ok(told)
            }
        };
        Some(Work::Post {
            ticket,
            room,
            kind,
            stage: Stage::Published(told),
        })
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
        let greeting = if scene.disk.has(scene.now, Trouble::NoReads) {
            Err(refusal(&StoreError::Unavailable(
                "reads fail in this plan".to_owned(),
            )))
        } else {
            Ok(Box::new(Greeting {
                server: "sim".to_owned(),
                session: session_id(link),
                epoch: self.epoch,
                now: scene.wall(),
                rooms: self.rooms_of(scene, user.id),
                roster: self.roster(),
                user,
            }))
        };
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
                    .map(|facts| facts.summary(room, Seq::ZERO))
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
            let page = may.then(|| scene.disk.page(scene.now, wanted.room, side, PAGE_ENTRIES));
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
        let page = scene.disk.page(scene.now, ask.room, side, limit);
        let page = page.map_err(|_| FetchFailure::Temporary)?;
        Ok(EntriesPage {
            epoch: page.epoch,
            head: page.head,
            entries: page.entries,
        })
    }

    fn answer(
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

fn client_id_invalid(sentence: &str) -> Refusal {
    Refusal::new(RefusalCode::ClientIdInvalid, sentence)
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
