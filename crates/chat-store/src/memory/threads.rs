//! Threads that people follow.

use std::collections::BTreeSet;

use shared::cursor::Seq;
use shared::entry::EntryKind;
use shared::ids::{RoomId, UserId};
use shared::kept::{OwnThread, ThreadWrite};
use shared::limits::THREAD_UNREAD_MAX;
use shared::moment::Timestamp;

use super::{Room, Tables, place};
use crate::StoreError;

impl Tables {
    /// [`crate::Store::keep_thread`].
    pub(super) fn keep_thread(
        &mut self,
        user: UserId,
        room: RoomId,
        root: Seq,
        write: ThreadWrite,
    ) -> Result<OwnThread, StoreError> {
        self.author(user)?;
        let known = self.room(room)?;
        let head = known.head();
        known.message(root).ok_or(StoreError::NotFound("message"))?;
        let mark = self.thread_mark(user, room, root);
        let (follows, seen) = mark;
        let seen = seen.max(write.seen.unwrap_or_default().min(head));
        let follows = write.follows.or(follows);
        if (follows, seen) != mark {
            self.thread_marks
                .insert((user, room, root), (follows, seen));
        }
        self.own_thread(user, room, root)
            .ok_or(StoreError::NotFound("room"))
    }

    /// [`crate::Store::own_threads`].
    pub(super) fn own_threads(&self, user: UserId, limit: u16) -> Vec<OwnThread> {
        let roots = self.rooms.iter().flat_map(|(id, room)| {
            let with_replies = room.folded.iter().filter(|(_, folded)| folded.replies > 0);
            with_replies.map(|(root, _)| (*id, *root))
        });
        let threads = roots.filter_map(|(room, root)| self.own_thread(user, room, root));
        let mut threads: Vec<OwnThread> = threads.filter(|thread| thread.follows).collect();
        threads.sort_by_key(|thread| (std::cmp::Reverse((thread.at, thread.room, thread.root)),));
        threads.truncate(usize::from(limit));
        threads
    }

    /// [`crate::Store::thread_followers`].
    pub(super) fn thread_followers(&self, room: RoomId, root: Seq, limit: u16) -> Vec<UserId> {
        let Ok(known) = self.room(room) else {
            return Vec::new();
        };
        let mut users: BTreeSet<UserId> = replies(known, root).map(|(_, by)| by).collect();
        users.extend(
            known
                .log
                .get(place(root.previous()))
                .map(|entry| entry.author.id),
        );
        let marks = self.thread_marks.iter();
        users.extend(
            marks
                .filter(|((_, of, seq), (follows, _))| {
                    (*of, *seq) == (room, root) && *follows == Some(true)
                })
                .map(|((user, ..), _)| *user),
        );
        let mut users: Vec<UserId> = users.into_iter().collect();
        users.retain(|user| self.thread_mark(*user, room, root).0 != Some(false));
        users.truncate(usize::from(limit));
        users
    }

    fn thread_mark(&self, user: UserId, room: RoomId, root: Seq) -> (Option<bool>, Seq) {
        let mark = self.thread_marks.get(&(user, room, root));
        mark.copied().unwrap_or_default()
    }

    fn own_thread(&self, user: UserId, room: RoomId, root: Seq) -> Option<OwnThread> {
        let known = self.room(room).ok()?;
        let (follows, seen) = self.thread_mark(user, room, root);
        let own = replies(known, root).filter(|(_, by)| *by == user);
        let own = own.map(|(seq, _)| seq).max();
        let is_own = known.log.get(place(root.previous()))?.author.id == user;
        let seen = seen.max(own.unwrap_or_default());
        let is_there = |seq: &Seq| {
            let folded = known.folded.get(seq);
            folded.is_none_or(|folded| folded.deleted.is_none())
        };
        let unread = replies(known, root)
            .filter(|(seq, by)| *by != user && *seq > seen && is_there(seq))
            .take(THREAD_UNREAD_MAX as usize)
            .count();
        let folded = known.folded.get(&root);
        let last = folded.and_then(|folded| folded.last_reply);
        let last = last.unwrap_or_default();
        let at =
            (last > Seq::ZERO).then(|| known.log.get(place(last.previous())).map(|entry| entry.at));
        Some(OwnThread {
            room,
            root,
            follows: follows.unwrap_or(is_own || own.is_some()),
            replies: folded.map_or(0, |folded| folded.replies),
            last,
            at: at.flatten().unwrap_or(Timestamp(0)),
            seen,
            unread: unread as u64,
            first: None,
        })
    }
}

fn replies(room: &Room, root: Seq) -> impl Iterator<Item = (Seq, UserId)> {
    room.log.iter().filter_map(move |entry| {
        let EntryKind::Replied { thread, .. } = entry.kind else {
            return None;
        };
        (thread == root).then_some((entry.seq, entry.author.id))
    })
}
