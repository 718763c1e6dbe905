//! The book of what people did and what was said to them, kept beside the machines and
//! without asking them. A contradiction is a panic, which ends the run as failed.

mod wire;

use std::collections::{BTreeMap, BTreeSet};

use chat_client::composing::MessageBox;
use chat_client::{ChatClient, Kept, Purpose};
use shared::cursor::{Epoch, Seq};
use shared::ids::{ClientId, RoomId, UserId};

use crate::agenda::TabId;
use crate::network::LinkId;
use crate::scene::Scene;
use crate::seat::{Person, Seat};

/// The book.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    /// Every message that somebody wrote, in order.
    pub(crate) writes: BTreeMap<ClientId, Write>,
    /// Which seats keep a write that is not stored.
    holders: BTreeMap<ClientId, BTreeSet<Seat>>,
    /// Read marks as each client showed them last.
    marks: BTreeMap<(Seat, u64, RoomId), (Epoch, Seq)>,
    /// In which boxes people pressed keys.
    typed: BTreeSet<(UserId, MessageBox)>,
    /// Entries that clients were given.
    pub(crate) entries_given: u64,
}

/// A message, from the moment when it was written.
#[derive(Debug)]
pub(crate) struct Write {
    pub(crate) person: Person,
    pub(crate) room: RoomId,
    pub(crate) text: String,
    /// In which tab.
    pub(crate) tab: TabId,
    /// Counted over the whole world.
    pub(crate) order: usize,
    /// Taken back by its writer: it may be stored or not.
    pub(crate) is_taken_back: bool,
    /// It may be gone for a reason that nobody can help: a full browser storage, a copy
    /// that was put back.
    pub(crate) may_be_lost: bool,
    /// It was shown as failed once: the next may have overtaken it.
    pub(crate) has_failed: bool,
    /// Why it is shown as failed, while it is.
    pub(crate) failed: Option<String>,
    /// The message that it changes; none for a message.
    pub(crate) changes: Option<Seq>,
    /// A client asked for it to be kept. What undoes a change that was not sent is not.
    pub(crate) was_kept: bool,
    /// The server said no for good, and its writer heard it.
    pub(crate) was_refused: bool,
    /// Its writer wanted something else of the same message, or took it back, before it
    /// was sent: it may be needless.
    pub(crate) is_overtaken: bool,
    sent_on: Option<LinkId>,
}

impl Write {
    /// Whether it may be missing in the log although nothing went wrong.
    pub(crate) fn may_fall_away(&self) -> bool {
        self.changes.is_some() && (!self.was_kept || self.was_refused || self.is_overtaken)
    }
}

impl Ledger {
    pub(crate) fn typed(&mut self, seat: Seat, at: MessageBox) {
        self.typed.insert((seat.person().user(), at));
    }

    pub(crate) fn wrote(
        &mut self,
        seat: Seat,
        tab: TabId,
        room: RoomId,
        id: ClientId,
        text: String,
        changes: Option<Seq>,
    ) {
        for held in self.held_by(seat) {
            if let Some(write) = self.writes.get_mut(&held)
                && changes.is_some()
                && (write.room, write.changes) == (room, changes)
            {
                write.is_overtaken = true;
            }
        }
        let write = Write {
            person: seat.person(),
            room,
            text,
            tab,
            order: self.writes.len(),
            is_taken_back: false,
            may_be_lost: false,
            has_failed: false,
            failed: None,
            changes,
            was_kept: false,
            was_refused: false,
            is_overtaken: false,
            sent_on: None,
        };
        self.writes.insert(id, write);
    }

    pub(crate) fn sent(&mut self, id: ClientId, link: LinkId) {
        if let Some(write) = self.writes.get_mut(&id) {
            write.sent_on = Some(link);
        }
    }

    /// A client asked for a write to be kept. Answers whether it is shown as failed from
    /// here on.
    pub(crate) fn keeps(&mut self, seat: Seat, link: Option<LinkId>, kept: &Kept) -> bool {
        let holders = self.holders.entry(kept.client_id).or_default();
        holders.insert(seat);
        assert!(
            holders.len() == 1,
            "{} is sent by two tabs: {holders:?}",
            kept.client_id
        );
        let Some(write) = self.writes.get_mut(&kept.client_id) else {
            panic!("{seat} keeps {}, which nobody wrote", kept.client_id)
        };
        assert_eq!(write.text, kept.text.as_str(), "{seat} keeps another text");
        assert_eq!(
            write.changes,
            changed_by(&kept.purpose),
            "{seat} keeps a change of another message"
        );
        write.was_kept = true;
        let is_news = write.failed != kept.failed;
        write.failed.clone_from(&kept.failed);
        let Some(sentence) = kept.failed.as_ref().filter(|_| is_news) else {
            return false;
        };
        write.has_failed = true;
        assert!(
            !sentence.contains("did not answer") || write.sent_on == link,
            "{seat} gives up a write that was never sent on its present link"
        );
        true
    }

    /// A client forgot a write because it was taken back.
    pub(crate) fn takes_back(&mut self, seat: Seat, id: ClientId) {
        self.lets_go(seat, id);
        if let Some(write) = self.writes.get_mut(&id) {
            write.is_taken_back = true;
        }
    }

    /// A client does not hold a write any more, whatever the reason.
    pub(crate) fn lets_go(&mut self, seat: Seat, id: ClientId) {
        if let Some(holders) = self.holders.get_mut(&id) {
            holders.remove(&seat);
        }
    }

    /// What a seat keeps, oldest first.
    pub(crate) fn held_by(&self, seat: Seat) -> Vec<ClientId> {
        let mut held: Vec<ClientId> = self
            .holders
            .iter()
            .filter(|(_, seats)| seats.contains(&seat))
            .map(|(id, _)| *id)
            .collect();
        held.sort_by_key(|id| self.writes.get(id).map(|write| write.order));
        held
    }

    /// A seat's page is gone. What it kept and storage has not may be lost with it.
    pub(crate) fn page_ends(&mut self, seat: Seat, stored: &BTreeSet<ClientId>) {
        for id in self.held_by(seat) {
            self.lets_go(seat, id);
            if let Some(write) = self.writes.get_mut(&id)
                && !stored.contains(&id)
            {
                write.may_be_lost = true;
            }
        }
    }

    /// A copy was put back that lacks these entries.
    pub(crate) fn copy_lacks(&mut self, gone: impl IntoIterator<Item = ClientId>) {
        for id in gone {
            if let Some(write) = self.writes.get_mut(&id) {
                write.may_be_lost = true;
            }
        }
    }

    /// Looks at what a client shows after each of its steps.
    pub(crate) fn looks_at(
        &mut self,
        seat: Seat,
        life: u64,
        epoch: Option<Epoch>,
        client: &ChatClient,
    ) {
        client.check_invariants();
        let Some(epoch) = epoch else { return };
        // Who was taken out of a room and let in again starts with what is told then.
        let is_listed = |room: RoomId| client.rooms().iter().any(|view| view.room == room);
        self.marks
            .retain(|(of, in_life, room), _| (*of, *in_life) != (seat, life) || is_listed(*room));
        for view in client.rooms() {
            let mark = self
                .marks
                .entry((seat, life, view.room))
                .or_insert((epoch, view.read));
            if mark.0 == epoch {
                assert!(
                    view.read >= mark.1,
                    "{seat}: the read mark of {} went back from {} to {}",
                    view.name,
                    mark.1,
                    view.read
                );
            }
            *mark = (epoch, view.read);
        }
    }
}

fn changed_by(purpose: &Purpose) -> Option<Seq> {
    match purpose {
        Purpose::Post { .. } => None,
        Purpose::Edit { target, .. }
        | Purpose::Delete { target }
        | Purpose::React { target, .. }
        | Purpose::Unreact { target, .. }
        | Purpose::Pin { target }
        | Purpose::Unpin { target } => Some(*target),
        Purpose::Topic { .. } => Some(Seq::ZERO),
    }
}

impl Scene {
    /// A client forgot a write because it is stored: then it is in the log.
    pub(crate) fn forgets_as_stored(&mut self, seat: Seat, id: ClientId) {
        self.ledger.lets_go(seat, id);
        let Some(write) = self.ledger.writes.get(&id) else {
            panic!("{seat} forgets {id}, which nobody wrote")
        };
        let user = write.person.user();
        let is_stored = self
            .disk
            .log(write.room)
            .iter()
            .any(|entry| entry.client_id == id && entry.author.id == user);
        assert!(
            is_stored || write.may_be_lost || write.may_fall_away(),
            "{seat} takes {id} for stored, and it is not"
        );
    }
}
