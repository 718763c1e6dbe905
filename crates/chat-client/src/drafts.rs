//! What stands in the message boxes, on this device and on the person's others.
//!
//! The server keeps the newest draft of each room, with a revision. What holds here:
//!
//! - A box that is typed in, or holds what was not told yet, is never written over. What came
//!   meanwhile waits; when the fingers rest it is shown, or, if the box holds something of its
//!   own, the box is told, as one that has not seen it, and the server sets it aside.
//! - What is in no box any more and was not emptied by the person is aside, on the server,
//!   and shown by every device.
//! - A text that is not told is told again when there is a link.
//!
//! Fed by whoever holds the boxes; beside [`crate::ChatClient`], whose frames only say that
//! there is news.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::ids::{ClientId, RoomId};
use shared::kept::{Draft, DraftWrite};
use shared::limits::{DRAFT_CHARS_MAX, DRAFT_EVERY_MS};
use shared::moment::Moment;

/// What a browser keeps beside a draft, so that a reload knows what the server had.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The newest revision that was seen of the room.
    pub revision: u64,
    /// The text that it had, or that this device told then.
    pub text: String,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Do {
    /// Ask the server for what came after this revision: [`Drafts::came`] or
    /// [`Drafts::nothing_came`].
    Ask(u64),
    /// Tell the server: [`Drafts::told`] or [`Drafts::not_told`].
    Tell(RoomId, DraftWrite),
    /// The box holds this from now on.
    Put(RoomId, String),
    /// Keep this beside the draft.
    Keep(RoomId, Known),
    /// What is aside of this room changed: [`Drafts::aside`].
    Aside(RoomId),
}

/// See the module.
#[derive(Debug)]
pub struct Drafts {
    by: ClientId,
    rooms: BTreeMap<RoomId, Room>,
    /// Everything up to here was asked for.
    seen: u64,
    asking: Asking,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asking {
    Nothing,
    Asked,
    /// There was more news since.
    AskedAndMore,
}

#[derive(Debug, Default)]
struct Room {
    /// What stands in the box.
    text: String,
    known: Known,
    aside: String,
    drops_aside: bool,
    /// When somebody typed in it last: for a while after that it is not written over,
    typed: Option<Moment>,
    /// nor while an input method composes in it.
    held: bool,
    /// When the box is to be told.
    due: Option<Moment>,
    /// What is on its way.
    telling: Option<DraftWrite>,
    /// What came while it was typed in.
    waiting: Option<Draft>,
}

impl Drafts {
    /// Of a page with this name, which no other has, and what this device kept.
    #[must_use]
    pub fn new(by: ClientId, kept: impl IntoIterator<Item = (RoomId, String, Known)>) -> Self {
        let mut drafts = Self {
            by,
            rooms: BTreeMap::new(),
            seen: 0,
            asking: Asking::Nothing,
        };
        for (room, text, known) in kept {
            drafts.know(room, text, known);
        }
        drafts
    }

    /// Whether a room was typed in, told of, or read from what this device kept.
    #[must_use]
    pub fn knows(&self, room: RoomId) -> bool {
        self.rooms.contains_key(&room)
    }

    /// What this device kept of a room that was not known before.
    pub fn know(&mut self, room: RoomId, text: String, known: Known) {
        self.rooms.entry(room).or_insert_with(|| Room {
            text,
            known,
            ..Room::default()
        });
    }

    /// What another device had written when the newest text took its place unseen.
    #[must_use]
    pub fn aside(&self, room: RoomId) -> &str {
        let aside = self.rooms.get(&room).map(|room| room.aside.as_str());
        aside.unwrap_or_default()
    }

    /// The person changed what stands in a box; an empty text was sent or wiped away.
    pub fn typed(&mut self, now: Moment, room: RoomId, text: &str) -> Vec<Do> {
        let by = self.by;
        let room_of = self.rooms.entry(room).or_default();
        if room_of.text == text {
            return Vec::new();
        }
        text.clone_into(&mut room_of.text);
        room_of.typed = Some(now);
        if text.is_empty() {
            // At once: on the other devices it must not be sent again.
            room_of.due = Some(now);
            return room_of.tell_if_due(now, room, by);
        }
        room_of.due.get_or_insert(now.plus_ms(DRAFT_EVERY_MS));
        Vec::new()
    }

    /// An input method composes in a box, or has done so.
    pub fn held(&mut self, now: Moment, room: RoomId, is_held: bool) {
        let room = self.rooms.entry(room).or_default();
        room.held = is_held;
        room.typed = Some(now);
    }

    /// What is aside is not wanted any more; the box holds `text` now, which may have it
    /// within.
    pub fn drop_aside(&mut self, now: Moment, room: RoomId, text: &str) -> Vec<Do> {
        let by = self.by;
        let room_of = self.rooms.entry(room).or_default();
        text.clone_into(&mut room_of.text);
        room_of.aside.clear();
        room_of.drops_aside = true;
        room_of.due = Some(now);
        let mut does = vec![Do::Aside(room)];
        does.extend(room_of.tell_if_due(now, room, by));
        does
    }

    /// There may be news: a link stands again, or the server says so.
    pub fn news(&mut self) -> Vec<Do> {
        match self.asking {
            Asking::Nothing => {
                self.asking = Asking::Asked;
                vec![Do::Ask(self.seen)]
            }
            Asking::Asked | Asking::AskedAndMore => {
                self.asking = Asking::AskedAndMore;
                Vec::new()
            }
        }
    }

    /// A page of what came after [`Do::Ask`].
    pub fn came(&mut self, now: Moment, drafts: Vec<Draft>) -> Vec<Do> {
        let asked = std::mem::replace(&mut self.asking, Asking::Nothing);
        let mut does = Vec::new();
        let goes_on = !drafts.is_empty() || asked == Asking::AskedAndMore;
        for draft in drafts {
            self.seen = self.seen.max(draft.revision);
            let (room, by) = (draft.room, self.by);
            let room_of = self.rooms.entry(room).or_default();
            does.extend(room_of.take(now, draft, by));
            does.extend(room_of.tell_if_due(now, room, by));
        }
        if goes_on {
            does.extend(self.news());
        } else {
            does.extend(self.tell_all(now));
        }
        does
    }

    /// The server did not answer: the next link asks again.
    pub fn nothing_came(&mut self) {
        self.asking = Asking::Nothing;
    }

    /// What was told is kept: the draft as it is now.
    pub fn told(&mut self, now: Moment, draft: Draft) -> Vec<Do> {
        let (room, by) = (draft.room, self.by);
        let room_of = self.rooms.entry(room).or_default();
        if room_of.telling.take().is_some_and(|told| told.drops_aside) {
            room_of.drops_aside = false;
        }
        let mut does = room_of.take(now, draft, by);
        does.extend(room_of.take_waiting(now, by));
        does.extend(room_of.tell_if_due(now, room, by));
        does
    }

    /// It is not kept: it is told again after so many milliseconds; or, where nobody knows
    /// when, with the next link or change, and until then it is on this device.
    pub fn not_told(&mut self, now: Moment, room: RoomId, again_ms: Option<u64>) -> Vec<Do> {
        let by = self.by;
        let Some(room_of) = self.rooms.get_mut(&room) else {
            return Vec::new();
        };
        room_of.telling = None;
        if let Some(ms) = again_ms {
            room_of.due = Some(now.plus_ms(ms));
        }
        room_of.take_waiting(now, by)
    }

    /// When [`Drafts::handle_deadline`] is to be called.
    #[must_use]
    pub fn deadline(&self) -> Option<Moment> {
        self.rooms.values().filter_map(Room::deadline).min()
    }

    /// A deadline may have passed.
    pub fn handle_deadline(&mut self, now: Moment) -> Vec<Do> {
        let by = self.by;
        let mut does = Vec::new();
        for (&room, room_of) in &mut self.rooms {
            if !room_of.is_typed_in(now) {
                does.extend(room_of.take_waiting(now, by));
            }
            does.extend(room_of.tell_if_due(now, room, by));
        }
        does
    }

    /// The page may end: what was not told is told now.
    pub fn hurry(&mut self, now: Moment) -> Vec<Do> {
        for room in self.rooms.values_mut().filter(|room| room.due.is_some()) {
            room.due = Some(now);
        }
        self.handle_deadline(now)
    }

    /// Boxes that differ from what the server had when they were kept.
    fn tell_all(&mut self, now: Moment) -> Vec<Do> {
        let by = self.by;
        let mut does = Vec::new();
        for (&room, room_of) in &mut self.rooms {
            if room_of.has_news() && room_of.due.is_none() {
                room_of.due = Some(now);
            }
            does.extend(room_of.tell_if_due(now, room, by));
        }
        does
    }
}

impl Room {
    fn is_untold(&self) -> bool {
        self.text != self.known.text
    }

    fn has_news(&self) -> bool {
        self.is_untold() || self.drops_aside
    }

    fn is_typed_in(&self, now: Moment) -> bool {
        let just_now = |typed: Moment| now.ms_since(typed) < DRAFT_EVERY_MS;
        self.held || self.typed.is_some_and(just_now)
    }

    fn deadline(&self) -> Option<Moment> {
        if self.telling.is_some() {
            return None;
        }
        let rests = self.typed.unwrap_or_default().plus_ms(DRAFT_EVERY_MS);
        let waits = self.waiting.as_ref().filter(|_| !self.held);
        waits.map(|_| rests).into_iter().chain(self.due).min()
    }

    fn tell_if_due(&mut self, now: Moment, room: RoomId, by: ClientId) -> Vec<Do> {
        if self.telling.is_some() || self.due.is_none_or(|due| due > now) {
            return Vec::new();
        }
        self.due = None;
        if !self.has_news() || self.text.chars().count() > DRAFT_CHARS_MAX {
            return Vec::new();
        }
        let write = DraftWrite {
            by,
            base: self.known.revision,
            text: self.text.clone(),
            drops_aside: self.drops_aside,
        };
        self.telling = Some(write.clone());
        vec![Do::Tell(room, write)]
    }

    fn take_waiting(&mut self, now: Moment, by: ClientId) -> Vec<Do> {
        let waiting = self.waiting.take();
        waiting.map_or_else(Vec::new, |draft| self.take(now, draft, by))
    }

    /// The server has this: what this device told, or what came from another.
    fn take(&mut self, now: Moment, draft: Draft, by: ClientId) -> Vec<Do> {
        if draft.revision < self.known.revision {
            return Vec::new();
        }
        let room = draft.room;
        let is_new = draft.revision > self.known.revision;
        let is_own = draft.by == by;
        let differs = is_new && !is_own && self.text != draft.text;
        // Where the box holds nothing that was not told, nothing is lost by writing over it.
        let is_free = !self.is_untold();
        if differs && (self.telling.is_some() || (is_free && self.is_typed_in(now))) {
            // The answer to what is on its way says which of the two is newer; or it is not
            // the moment.
            self.waiting = Some(draft);
            return Vec::new();
        }
        let mut does = Vec::new();
        if !self.drops_aside && self.aside != draft.aside {
            self.aside = draft.aside;
            does.push(Do::Aside(room));
        }
        if !is_new {
            return does;
        }
        if differs && !is_free {
            // The server sets it aside when it is told the box, which has not seen it.
            self.due.get_or_insert(now);
            return does;
        }
        self.known = Known {
            revision: draft.revision,
            text: draft.text,
        };
        if differs {
            self.text.clone_from(&self.known.text);
            does.push(Do::Put(room, self.text.clone()));
        }
        does.push(Do::Keep(room, self.known.clone()));
        does
    }
}

#[cfg(test)]
mod tests;
