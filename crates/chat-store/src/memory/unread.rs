//! From where on people marked rooms unread.

use shared::cursor::Seq;
use shared::ids::{RoomId, UserId};
use shared::kept::UnreadMark;

use super::Tables;
use crate::StoreError;

impl Tables {
    /// [`crate::Store::mark_unread`].
    pub(super) fn mark_unread(
        &mut self,
        user: UserId,
        room: RoomId,
        from: Option<Seq>,
        base: u64,
    ) -> Result<UnreadMark, StoreError> {
        self.author(user)?;
        let head = self.room(room)?.head();
        if from.is_some_and(|from| from == Seq::ZERO || from > head) {
            return Err(StoreError::NotFound("entry"));
        }
        let (before, revision) = self
            .unread_marks
            .get(&(user, room))
            .copied()
            .unwrap_or_default();
        let is_change = from.is_some() || (before.is_some() && revision == base);
        let now = if is_change {
            (from, revision + 1)
        } else {
            (before, revision)
        };
        if is_change {
            self.unread_marks.insert((user, room), now);
        }
        self.unread_mark(user, room, now)
    }

    /// [`crate::Store::unread_marks`].
    pub(super) fn unread_marks(&self, user: UserId) -> Result<Vec<UnreadMark>, StoreError> {
        let of_user = (user, RoomId(0))..=(user, RoomId(u64::MAX));
        let marks = self.unread_marks.range(of_user);
        let marks = marks.filter(|(_, (from, _))| from.is_some());
        marks
            .map(|((_, room), mark)| self.unread_mark(user, *room, *mark))
            .collect()
    }

    fn unread_mark(
        &self,
        user: UserId,
        room: RoomId,
        (from, revision): (Option<Seq>, u64),
    ) -> Result<UnreadMark, StoreError> {
        let before = from.map_or(Seq::ZERO, Seq::previous);
        let kept = self.room(room)?;
        Ok(UnreadMark {
            room,
            from,
            posts_before: kept.mark(before).posts,
            own: from.map_or(0, |from| kept.own_from(user, from)),
            revision,
        })
    }
}
