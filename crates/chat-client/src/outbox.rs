//! Writes that the server has not acknowledged, in the order in which the person
//! made them.
//!
//! Per room one write at a time is on its way, so that a refused one cannot let the
//! next overtake it; rooms do not wait for each other. Every write is kept in
//! storage before it is sent, keeps its [`ClientId`] over every repeat (the server
//! stores it once), and leaves only as stored or as taken back.

mod write;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use shared::cursor::Seq;
use shared::ids::{ClientId, RequestId, RoomId};
use shared::limits::{OUTBOX_MAX, POST_ANSWER_WITHIN_MS};
use shared::moment::{Moment, Timestamp};
use shared::server_frame::Refused;

use self::write::{OTHER_USER, Place, Progress, UNANSWERED, Write, sentence, why_not};
use crate::backoff::{self, Chance};
use crate::mutants::{self, Mutant};
use crate::timeline::{Pending, Unnumbered};
use crate::{Kept, Purpose};

/// A write that is not answered by then makes the client ask whether the link is alive:
/// a disk may be slow for a moment, but with the time that a probe has, a dead link is
/// found within ten seconds and not only by its silence.
const DOUBTED_AFTER_MS: u64 = 4_000;

/// The pending writes.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Outbox {
    #[serde(with = "crate::recorder::form::pairs")]
    writes: BTreeMap<Place, Write>,
    places: BTreeMap<ClientId, Place>,
    next_order: u64,
}

/// A write that is the next of its room.
struct Turn {
    id: ClientId,
    not_before: Moment,
}

/// What a refusal did to a write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It will be sent again.
    Waits(RoomId),
    /// It waits for the person.
    Failed(RoomId),
    /// It is gone: either it is so already, or it is never going to be; then this is why.
    Gone(RoomId, Option<String>),
    /// Nothing: it is stored, taken back, or tried again by now.
    Unchanged,
}

impl Outbox {
    /// Writes that are in storage already.
    pub(crate) fn from_kept(kept: Vec<Kept>) -> Self {
        let mut outbox = Self::default();
        for kept in kept {
            outbox.adopt(kept);
        }
        outbox
    }

    /// How many wait or are on their way.
    pub(crate) fn waiting(&self) -> usize {
        self.writes.len() - self.failed()
    }

    pub(crate) fn failed(&self) -> usize {
        self.writes
            .values()
            .filter(|write| write.progress == Progress::Failed)
            .count()
    }

    /// When the person wrote what waits longest, by this device's clock.
    pub(crate) fn oldest_waiting(&self) -> Option<Timestamp> {
        let waiting = self
            .writes
            .values()
            .filter(|write| write.progress != Progress::Failed);
        waiting.map(|write| write.kept.written_at).min()
    }

    pub(crate) fn is_full(&self) -> bool {
        self.writes.len() >= OUTBOX_MAX
    }

    pub(crate) fn contains(&self, id: ClientId) -> bool {
        self.places.contains_key(&id)
    }

    pub(crate) fn kept(&self, id: ClientId) -> Option<&Kept> {
        self.write(id).map(|write| &write.kept)
    }

    /// The order of the next new write.
    pub(crate) fn next_order(&self) -> u64 {
        self.next_order
    }

    /// Takes a write in. Answers whether it is new here.
    pub(crate) fn adopt(&mut self, kept: Kept) -> bool {
        if self.contains(kept.client_id) {
            return false;
        }
        let place = (kept.order, kept.client_id);
        self.next_order = self.next_order.max(kept.order.saturating_add(1));
        let progress = if kept.failed.is_some() {
            Progress::Failed
        } else {
            Progress::READY
        };
        self.places.insert(kept.client_id, place);
        self.writes.insert(
            place,
            Write {
                kept,
                progress,
                refusals: 0,
                is_kept: true,
            },
        );
        true
    }

    /// It does not lie in storage: a reload would lose it. Answers its room.
    pub(crate) fn not_kept(&mut self, id: ClientId) -> Option<RoomId> {
        let write = self.write_mut(id)?;
        write.is_kept = false;
        Some(write.kept.room)
    }

    /// How many do not lie in storage.
    pub(crate) fn unkept(&self) -> usize {
        self.writes.values().filter(|write| !write.is_kept).count()
    }

    /// There may be room in storage now. Answers what is to be kept, which counts as kept
    /// until it is said that it is not.
    pub(crate) fn keep_again(&mut self) -> Vec<Kept> {
        let unkept = self.writes.values_mut().filter(|write| !write.is_kept);
        unkept
            .map(|write| {
                write.is_kept = true;
                write.kept.clone()
            })
            .collect()
    }

    /// A failed write is to be sent again. Answers it as it is to be kept.
    pub(crate) fn retry(&mut self, id: ClientId) -> Option<Kept> {
        let write = self
            .write_mut(id)
            .filter(|write| write.progress == Progress::Failed)?;
        write.progress = Progress::READY;
        write.refusals = 0;
        write.is_kept = true;
        write.kept.failed = None;
        Some(write.kept.clone())
    }

    /// Takes a write back, unless it is on its way.
    pub(crate) fn cancel(&mut self, id: ClientId) -> Option<Kept> {
        let on_its_way = |write: &Write| matches!(write.progress, Progress::Sending { .. });
        if self.write(id).is_none_or(on_its_way) {
            return None;
        }
        self.remove(id)
    }

    /// It is stored on the server.
    pub(crate) fn stored(&mut self, id: ClientId) -> Option<Kept> {
        self.remove(id)
    }

    /// The server said no to this request. A late no to a try that was given up, and
    /// followed by another, changes nothing.
    pub(crate) fn refused(
        &mut self,
        now: Moment,
        id: ClientId,
        no: &Refused,
        chance: &mut Chance,
    ) -> Verdict {
        let Some(write) = self.write_mut(id) else {
            return Verdict::Unchanged;
        };
        let room = write.kept.room;
        let is_last_try = match write.progress {
            Progress::Sending { request, .. } => no.id == Some(request),
            Progress::Failed => true,
            Progress::Waiting { .. } => false,
        };
        if !is_last_try {
            return Verdict::Unchanged;
        }
        if !no.refusal.code.is_temporary() {
            if write.kept.purpose.has_text() {
                write.fail(sentence(&no.refusal));
                return Verdict::Failed(room);
            }
            let why = why_not(&write.kept.purpose, &no.refusal);
            self.remove(id);
            return Verdict::Gone(room, why);
        }
        if write.progress == Progress::Failed {
            return Verdict::Unchanged;
        }
        let told = no.refusal.retry_after_ms.map(u64::from);
        let delay = told.unwrap_or_else(|| backoff::delay_ms(write.refusals, chance));
        let not_before = now.plus_ms(delay.min(backoff::CAP_MS));
        write.progress = Progress::Waiting { not_before };
        write.refusals = write.refusals.saturating_add(1);
        Verdict::Waits(room)
    }

    /// The link is gone: everything that was on its way is to be sent again.
    pub(crate) fn link_lost(&mut self) -> Vec<RoomId> {
        let mut rooms = BTreeSet::new();
        for write in self.writes.values_mut() {
            match write.progress {
                Progress::Sending { .. } if mutants::is(Mutant::ResendIsForgotten) => {}
                Progress::Sending { .. } => {
                    rooms.insert(write.kept.room);
                    write.progress = Progress::READY;
                }
                // What the old connection refused, the next one may take.
                Progress::Waiting { .. } => write.progress = Progress::READY,
                Progress::Failed => {}
            }
        }
        rooms.into_iter().collect()
    }

    /// Somebody else is signed in now: nothing is sent in their name unasked. What has no
    /// words goes with the one who wanted it. Answers what is to be kept, and what not.
    pub(crate) fn user_changed(&mut self) -> (Vec<Kept>, Vec<Kept>) {
        let wordless: Vec<ClientId> = self
            .writes
            .values()
            .filter(|write| !write.kept.purpose.has_text())
            .map(|write| write.kept.client_id)
            .collect();
        let gone = wordless.into_iter().filter_map(|id| self.remove(id));
        let gone = gone.collect();
        let mut failed = Vec::new();
        for write in self
            .writes
            .values_mut()
            .filter(|w| w.progress != Progress::Failed)
        {
            write.fail(OTHER_USER.to_owned());
            failed.push(write.kept.clone());
        }
        (failed, gone)
    }

    /// What is wanted now makes this write needless, if it has not left: the same message
    /// is edited again or taken back, the room gets another topic, or the change is undone.
    /// Answers what fell away, and whether the new one is needless as well.
    pub(crate) fn overtake(&mut self, room: RoomId, purpose: &Purpose) -> (Vec<Kept>, bool) {
        let Some(target) = purpose.target() else {
            return (Vec::new(), false);
        };
        let of_it =
            |write: &&Write| write.kept.room == room && write.kept.purpose.target() == Some(target);
        let here = self
            .writes
            .values()
            .filter(of_it)
            .filter(|write| write.is_here());
        let is_undone = here
            .clone()
            .any(|write| purpose.undoes(&write.kept.purpose));
        let needless: Vec<ClientId> = here
            .filter(|write| match (purpose, &write.kept.purpose) {
                (Purpose::Delete { .. }, _)
                | (Purpose::Edit { .. }, Purpose::Edit { .. })
                | (Purpose::Topic { .. }, Purpose::Topic { .. }) => true,
                (purpose, had) => purpose.undoes(had) || purpose == had,
            })
            .map(|write| write.kept.client_id)
            .collect();
        let fallen = needless.into_iter().filter_map(|id| self.remove(id));
        (fallen.collect(), is_undone)
    }

    /// An own edit is stored under this number: those that wait behind it are of what it
    /// says now.
    pub(crate) fn edit_stored(&mut self, edit: &Kept, seq: Seq) {
        let Purpose::Edit { target, .. } = edit.purpose else {
            return;
        };
        for write in self.writes.values_mut() {
            if write.kept.room == edit.room
                && let Purpose::Edit { target: of, base } = &mut write.kept.purpose
                && *of == target
            {
                *base = (*base).max(Some(seq));
            }
        }
    }

    /// The device slept: no time passed for the server's answers.
    pub(crate) fn slept(&mut self, now: Moment) {
        for write in self.writes.values_mut() {
            if let Progress::Sending { since, doubted, .. } = &mut write.progress {
                *since = now;
                *doubted = false;
            }
        }
    }

    /// Whether a write has waited for its answer for long enough to doubt the link. Each
    /// is told once per try, and not where something was heard since.
    pub(crate) fn doubts_link(&mut self, now: Moment, heard: Option<Moment>) -> bool {
        let mut doubts = false;
        for write in self.writes.values_mut() {
            if let Progress::Sending { since, doubted, .. } = &mut write.progress
                && !*doubted
                && now.ms_since(*since) >= DOUBTED_AFTER_MS
            {
                *doubted = true;
                doubts |= heard.is_none_or(|heard| heard <= *since);
            }
        }
        doubts
    }

    /// The oldest write on its way that has waited for too long, and since when.
    pub(crate) fn unanswered(&self, now: Moment) -> Option<(ClientId, Moment)> {
        let late = |write: &Write| match write.progress {
            Progress::Sending { since, .. } => (now.ms_since(since) >= POST_ANSWER_WITHIN_MS)
                .then_some((write.kept.client_id, since)),
            Progress::Waiting { .. } | Progress::Failed => None,
        };
        self.writes.values().find_map(late)
    }

    /// Nobody answers for this one. A late answer still counts. What has no words is
    /// tried again by itself: the person did not wait for it.
    pub(crate) fn give_up(&mut self, now: Moment, id: ClientId) -> Option<Kept> {
        let write = self.write_mut(id)?;
        if write.kept.purpose.has_text() {
            write.fail(UNANSWERED.to_owned());
        } else {
            let not_before = now.plus_ms(backoff::CAP_MS);
            write.progress = Progress::Waiting { not_before };
        }
        Some(write.kept.clone())
    }

    /// The writes whose turn has come, at most `limit` on their way in all.
    pub(crate) fn due(&self, now: Moment, limit: usize) -> Vec<ClientId> {
        let free = limit.saturating_sub(self.in_flight());
        let turns = self.turns().into_iter();
        turns
            .filter(|turn| turn.not_before <= now)
            .map(|turn| turn.id)
            .take(free)
            .collect()
    }

    /// It was transmitted. Answers what was.
    pub(crate) fn sent(&mut self, now: Moment, id: ClientId, request: RequestId) -> Option<&Kept> {
        let write = self.write_mut(id)?;
        write.progress = Progress::Sending {
            since: now,
            request,
            doubted: false,
        };
        Some(&write.kept)
    }

    /// When something here is due, with a link and at most `limit` on their way.
    pub(crate) fn deadline(&self, limit: usize) -> Option<Moment> {
        let answers = self
            .writes
            .values()
            .filter_map(|write| match write.progress {
                Progress::Sending { since, doubted, .. } => Some(since.plus_ms(if doubted {
                    POST_ANSWER_WITHIN_MS
                } else {
                    DOUBTED_AFTER_MS
                })),
                Progress::Waiting { .. } | Progress::Failed => None,
            });
        let turns = if self.in_flight() < limit {
            self.turns()
        } else {
            Vec::new()
        };
        answers
            .chain(turns.into_iter().map(|turn| turn.not_before))
            .min()
    }

    /// A write, as it is shown.
    pub(crate) fn shown(&self, id: ClientId) -> Option<Unnumbered> {
        self.write(id).map(Write::shown)
    }

    /// The writes of a room, in order, as they are shown.
    pub(crate) fn pending(&self, room: RoomId) -> Pending {
        let mut pending = Pending::default();
        for write in self.writes.values().filter(|w| w.kept.room == room) {
            match write.shown() {
                Unnumbered::Line(line) => pending.lines.push(line),
                Unnumbered::Reply(thread, line) => pending.replies.push((thread, line)),
                Unnumbered::Change(target, change) => pending.changes.push((target, change)),
            }
        }
        pending
    }

    pub(crate) fn check_invariants(&self) {
        assert_eq!(
            self.writes.len(),
            self.places.len(),
            "a write stands here twice"
        );
        let mut busy = BTreeSet::new();
        let mut requests = BTreeSet::new();
        for (place, write) in &self.writes {
            assert_eq!(*place, (write.kept.order, write.kept.client_id));
            assert_eq!(self.places.get(&write.kept.client_id), Some(place));
            assert!(
                place.0 < self.next_order,
                "an order was given that will be given again"
            );
            assert_eq!(
                write.progress == Progress::Failed,
                write.kept.failed.is_some(),
                "a failed write carries its sentence, and no other does"
            );
            if let Progress::Sending { request, .. } = write.progress {
                assert!(
                    busy.insert(write.kept.room),
                    "two writes of a room are on their way"
                );
                assert!(requests.insert(request), "two writes share a request");
            }
        }
    }

    /// Of each room that has nothing on its way, the first write that has not failed.
    /// One that may not go yet holds its room's place all the same.
    fn turns(&self) -> Vec<Turn> {
        let on_its_way = |write: &&Write| matches!(write.progress, Progress::Sending { .. });
        let mut taken: BTreeSet<RoomId> = self
            .writes
            .values()
            .filter(on_its_way)
            .map(|write| write.kept.room)
            .collect();
        let mut turns = Vec::new();
        for write in self.writes.values() {
            if let Progress::Waiting { not_before } = write.progress
                && (taken.insert(write.kept.room) || mutants::is(Mutant::WritesOvertake))
            {
                turns.push(Turn {
                    id: write.kept.client_id,
                    not_before,
                });
            }
        }
        turns
    }

    fn in_flight(&self) -> usize {
        let on_its_way = |write: &&Write| matches!(write.progress, Progress::Sending { .. });
        self.writes.values().filter(on_its_way).count()
    }

    fn write(&self, id: ClientId) -> Option<&Write> {
        self.writes.get(self.places.get(&id)?)
    }

    fn write_mut(&mut self, id: ClientId) -> Option<&mut Write> {
        self.writes.get_mut(self.places.get(&id)?)
    }

    fn remove(&mut self, id: ClientId) -> Option<Kept> {
        let place = self.places.remove(&id)?;
        self.writes.remove(&place).map(|write| write.kept)
    }
}

#[cfg(test)]
mod tests;
