//! One room with its log.

use std::collections::{BTreeMap, HashMap};

use shared::cursor::Seq;
use shared::entry::{Entry, EntryKind, RoomTopic};
use shared::file::FileId;
use shared::ids::{RoomId, UserId};
use shared::kept::UNREAD_LOOKED_AT_MAX;
use shared::text::RoomName;

use super::{Room, edition, place};
use crate::records::{Mark, RoomKind, RoomRecord};

impl Room {
    pub(super) fn new(name: RoomName) -> Self {
        Self {
            name,
            kind: RoomKind::Open,
            members: Vec::new(),
            log: Vec::new(),
            folded: BTreeMap::new(),
            written: HashMap::new(),
        }
    }

    pub(super) fn head(&self) -> Seq {
        Seq(self.log.len() as u64)
    }

    pub(super) fn posts(&self) -> u64 {
        self.log.last().map_or(0, |entry| entry.posts)
    }

    pub(super) fn mark(&self, seq: Seq) -> Mark {
        let posts = place(seq).checked_sub(1).and_then(|at| self.log.get(at));
        Mark {
            seq,
            posts: posts.map_or(0, |entry| entry.posts),
        }
    }

    /// How many messages somebody wrote from an entry on, as far as that is looked at.
    pub(super) fn own_from(&self, user: UserId, from: Seq) -> u64 {
        let at = place(from.previous());
        let looked_at = self.log.iter().enumerate().skip(at);
        let looked_at = looked_at.take(usize::try_from(UNREAD_LOOKED_AT_MAX).unwrap_or(usize::MAX));
        let own = looked_at.filter(|(at, entry)| {
            let before = at.checked_sub(1).map_or(0, |at| self.log[at].posts);
            entry.author.id == user && entry.posts > before
        });
        own.count() as u64
    }

    /// The message with this number, also one that was taken back.
    pub(super) fn message(&self, seq: Seq) -> Option<&Entry> {
        let entry = self.log.get(place(seq).checked_sub(1)?)?;
        let is_message = matches!(
            entry.kind,
            EntryKind::Posted { .. } | EntryKind::Replied { .. }
        )
            // An edit that was erased has no state of its own.
            || (entry.kind == EntryKind::Erased && self.folded.contains_key(&seq));
        is_message.then_some(entry)
    }

    /// Erases what a message said, and its edits. Answers the files that it had.
    pub(super) fn erase(&mut self, target: Seq) -> Vec<FileId> {
        let mut files = Vec::new();
        for entry in &mut self.log {
            if edition(entry, target).is_some() {
                let attached = entry.kind.attached().into_iter();
                files.extend(attached.flat_map(|one| one.files.iter().map(|file| file.id)));
                entry.kind = entry.kind.erased();
            }
        }
        files
    }

    /// What the room is about: what amends no message amends the room.
    pub(super) fn topic(&self) -> Option<RoomTopic> {
        let seq = self.folded.get(&Seq::ZERO)?.as_of;
        match &self.log.get(place(seq.previous()))?.kind {
            EntryKind::TopicSet { topic } => Some(RoomTopic {
                seq,
                text: topic.clone(),
            }),
            EntryKind::Posted { .. }
            | EntryKind::Replied { .. }
            | EntryKind::Edited { .. }
            | EntryKind::Deleted { .. }
            | EntryKind::Reacted { .. }
            | EntryKind::Unreacted { .. }
            | EntryKind::Pinned { .. }
            | EntryKind::Unpinned { .. }
            | EntryKind::Erased
            | EntryKind::Unknown { .. } => None,
        }
    }

    pub(super) fn record(&self, id: RoomId) -> RoomRecord {
        RoomRecord {
            id,
            name: self.name.clone(),
            kind: self.kind,
            head: self.head(),
            posts: self.posts(),
            topic: self.topic(),
            members: self.members.clone(),
        }
    }
}
