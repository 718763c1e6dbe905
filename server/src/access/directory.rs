//! The rooms of this server, in memory: names, rights, heads and topics.
//!
//! Invariant: every room of the store is here, and no room here ever goes away. A
//! head is never ahead of the store and catches up with it as soon as the append's
//! answer is seen.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, RwLock};

use chat_rules::policy::RoomRights;
use chat_store::records::{Mark, RoomKind, RoomRecord};
use shared::cursor::Seq;
use shared::entry::{RoomSummary, RoomTopic};
use shared::ids::{RoomId, UserId};
use shared::limits::ROOMS_MAX;
use shared::text::RoomName;

/// All rooms.
#[derive(Debug)]
pub struct Directory {
    rooms: RwLock<Rooms>,
    /// Rooms that are being made and not in `rooms` yet.
    reserved: AtomicUsize,
}

#[derive(Debug, Default)]
struct Rooms {
    by_id: BTreeMap<RoomId, Arc<RoomFacts>>,
    by_name: BTreeMap<RoomName, RoomId>,
}

/// What the server knows of a room without asking the store.
#[derive(Debug)]
pub struct RoomFacts {
    /// Never changes.
    pub id: RoomId,
    /// Unique.
    pub name: RoomName,
    kind: RoomKind,
    members: Vec<UserId>,
    /// The newest entry whose append was answered here, and the messages up to it: the
    /// two are of one instant.
    end: Mutex<Mark>,
    /// What it is about, by the newest entry that says so and whose append was answered here.
    topic: Mutex<Option<RoomTopic>>,
}

/// A place under [`ROOMS_MAX`], given back when dropped.
#[derive(Debug)]
pub struct Place<'a>(&'a Directory);

impl Directory {
    /// A directory of these rooms.
    #[must_use]
    pub fn new(records: Vec<RoomRecord>) -> Self {
        let directory = Self {
            rooms: RwLock::default(),
            reserved: AtomicUsize::new(0),
        };
        for record in records {
            directory.add(record);
        }
        directory
    }

    /// The room with this id.
    #[must_use]
    pub fn by_id(&self, room: RoomId) -> Option<Arc<RoomFacts>> {
        self.read().by_id.get(&room).cloned()
    }

    /// The room with this name.
    #[must_use]
    pub fn by_name(&self, name: &RoomName) -> Option<Arc<RoomFacts>> {
        let rooms = self.read();
        rooms
            .by_name
            .get(name)
            .and_then(|id| rooms.by_id.get(id))
            .cloned()
    }

    /// Every room, by id.
    #[must_use]
    pub fn all(&self) -> Vec<Arc<RoomFacts>> {
        self.read().by_id.values().cloned().collect()
    }

    /// The rooms that a user may know of, by id.
    #[must_use]
    pub fn known_to(&self, user: UserId) -> Vec<Arc<RoomFacts>> {
        let rooms = self.read();
        rooms
            .by_id
            .values()
            .filter(|facts| facts.rights().is_known_to(user))
            .cloned()
            .collect()
    }

    /// Adds a room that the store has made. A room that is there already stays.
    pub fn add(&self, record: RoomRecord) -> Arc<RoomFacts> {
        let mut rooms = self.rooms.write().expect(NO_PANIC);
        rooms.by_name.insert(record.name.clone(), record.id);
        let facts = rooms.by_id.entry(record.id).or_insert_with(|| {
            Arc::new(RoomFacts {
                id: record.id,
                name: record.name,
                kind: record.kind,
                members: record.members,
                end: Mutex::new(Mark {
                    seq: record.head,
                    posts: record.posts,
                }),
                topic: Mutex::new(record.topic),
            })
        });
        facts.clone()
    }

    /// A place for one more room, if there is one.
    #[must_use]
    pub fn reserve_place(&self) -> Option<Place<'_>> {
        let rooms = self.read();
        let reserved = self.reserved.fetch_add(1, Ordering::Relaxed);
        let place = Place(self);
        (rooms.by_id.len() + reserved < ROOMS_MAX).then_some(place)
    }

    fn read(&self) -> std::sync::RwLockReadGuard<'_, Rooms> {
        self.rooms.read().expect(NO_PANIC)
    }
}

impl RoomFacts {
    /// Who the room is for.
    #[must_use]
    pub fn rights(&self) -> RoomRights<'_> {
        match self.kind {
            RoomKind::Open => RoomRights::Open,
            RoomKind::Closed => RoomRights::Closed {
                members: &self.members,
            },
        }
    }

    /// The newest entry whose append was answered here.
    #[must_use]
    pub fn head(&self) -> Seq {
        self.end().seq
    }

    /// The newest entry whose append was answered here, and the messages up to it.
    #[must_use]
    pub fn end(&self) -> Mark {
        *self.end.lock().expect(NO_PANIC)
    }

    /// Notes an entry that was stored, with the messages up to it.
    pub fn advance(&self, seq: Seq, posts: u64) {
        let mut end = self.end.lock().expect(NO_PANIC);
        if seq > end.seq {
            *end = Mark { seq, posts };
        }
    }

    /// What the room is about.
    #[must_use]
    pub fn topic(&self) -> Option<RoomTopic> {
        self.topic.lock().expect(NO_PANIC).clone()
    }

    /// Notes a topic that was stored.
    pub fn set_topic(&self, topic: RoomTopic) {
        let mut now = self.topic.lock().expect(NO_PANIC);
        if now.as_ref().is_none_or(|now| now.seq < topic.seq) {
            *now = Some(topic);
        }
    }

    /// The room as a reader with this read mark sees it.
    #[must_use]
    pub fn summary(&self, read: Mark) -> RoomSummary {
        let end = self.end();
        RoomSummary {
            room: self.id,
            name: self.name.clone(),
            head: end.seq,
            posts: end.posts,
            read: read.seq,
            read_posts: read.posts,
        }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.reserved.fetch_sub(1, Ordering::Relaxed);
    }
}

const NO_PANIC: &str = "no panic happens under the directory lock";
