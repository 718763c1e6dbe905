//! The write path, as `server`'s `post`: check, append, publish, answer, with room for a
//! crash between each two of them.

use chat_rules::policy::Action;
use chat_rules::session::{Answer, Ticket};
use chat_store::StoreError;
use chat_store::fold::{Claims, Unamendable};
use chat_store::records::{Appended, NewEntry, SignedIn};
use shared::cursor::Seq;
use shared::entry::{Attached, Entry, EntryKind, RoomTopic};
use shared::ids::{ClientId, RoomId};
use shared::refusal::{Refusal, RefusalCode};
use shared::text::MessageText;

use super::work::{Stage, Work, refusal};
use super::{Process, WorkId};
use crate::agenda::Event;
use crate::happening::Happening;
use crate::mutant::ShellMutant;
use crate::network::LinkId;
use crate::plan::{CrashPoint, Trouble};
use crate::scene::Scene;

/// Of the refusal of a change that the message does not allow.
pub(crate) const UNAMENDABLE: &str = "The message does not allow it.";

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
        (kind, base): (EntryKind, Option<Seq>),
    ) -> Option<Answer> {
        let (is_answered, is_early) = (
            scene.is(ShellMutant::AnswerComesBeforeTheCommit),
            scene.is(ShellMutant::PublishComesBeforeTheCommit),
        );
        let seq = scene.disk.next_seq(room);
        match self.begin_post(
            scene,
            Some(link),
            (!is_answered).then_some(ticket),
            who,
            room,
            client_id,
            (kind.clone(), base),
        ) {
            Err(refusal) => Some(Answer::Posted(Err(refusal))),
            Ok(()) => {
                if is_early {
                    let (at, author) = (scene.wall(), who.user.clone());
                    self.publish(
                        scene,
                        room,
                        Entry {
                            seq,
                            at,
                            author,
                            client_id,
                            kind,
                            posts: seq.0,
                            state: None,
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
        let kind = EntryKind::Posted {
            text,
            reply_to: None,
            attached: Attached::default(),
        };
        // Whoever writes plain lines reads "Not sent" and writes again, or does not.
        let _ = self.begin_post(scene, None, None, who, room, client_id, (kind, None));
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
        (kind, base): (EntryKind, Option<Seq>),
    ) -> Result<(), Refusal> {
        self.may(who, Action::WriteRoom, room)?;
        let over_others = self.may(who, Action::TakeBackOthers, room).is_ok();
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
            claims: Claims { base, over_others },
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

    /// Publish, then answer. Whoever started a write is published even if nobody is there
    /// to hear the answer.
    pub(super) fn posting(
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
            Stage::Committed(Ok(Appended::Repeated(first))) if is_repeat(&kind, &first.kind) => {
                scene.note(if kind.target().is_some() {
                    Happening::ChangeIsRepeated
                } else {
                    Happening::WriteIsRepeated
                });
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
            Stage::Committed(Ok(Appended::Refused(why))) => {
                scene.note(if why == Unamendable::Stale {
                    Happening::EditIsStale
                } else {
                    Happening::ChangeIsRefused
                });
                scene.say(|| format!("the store refuses a change: {why:?}"));
                Err(unamendable(why))
            }
            Stage::Committed(Ok(Appended::Fresh(entry))) => {
                let told = (entry.seq, entry.at);
                scene.say(|| format!("the server publishes {} in room {room}", entry.seq));
                if let EntryKind::TopicSet { topic } = &entry.kind {
                    let (seq, text) = (entry.seq, topic.clone());
                    self.set_topic(room, RoomTopic { seq, text });
                }
                self.advance(room, entry.seq, entry.posts);
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
}

fn client_id_invalid(sentence: &str) -> Refusal {
    Refusal::new(RefusalCode::ClientIdInvalid, sentence)
}

/// As `server`'s `post`.
fn is_repeat(kind: &EntryKind, first: &EntryKind) -> bool {
    let has_text = matches!(kind, EntryKind::Posted { .. } | EntryKind::Edited { .. });
    kind == first || (has_text && *first == EntryKind::Erased)
}

/// As `server`'s `store_errors`.
fn unamendable(why: Unamendable) -> Refusal {
    let code = match why {
        Unamendable::Unknown => RefusalCode::UnknownMessage,
        Unamendable::Deleted => RefusalCode::MessageDeleted,
        Unamendable::NotTheirs => RefusalCode::NotAllowed,
        Unamendable::Stale => RefusalCode::EditStale,
        Unamendable::Empty => RefusalCode::TextEmpty,
        Unamendable::AlreadySo => RefusalCode::AlreadySo,
        Unamendable::TooManyReactions | Unamendable::TooManyPins => RefusalCode::LimitReached,
        Unamendable::FileTaken => RefusalCode::UnknownFile,
    };
    Refusal::new(code, UNAMENDABLE)
}
