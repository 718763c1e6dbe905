//! What people typed and did not send.

use shared::ids::{RoomId, UserId};
use shared::kept::Draft;
use shared::limits::DRAFTS_MAX;

use super::Tables;
use crate::drafts::{NewDraft, written};
use crate::{DRAFTS_PAGE_BYTES_MAX, StoreError, draft_bytes};

impl Tables {
    fn drafts_of(&self, user: UserId) -> impl Iterator<Item = &Draft> {
        let of_user = (user, RoomId(0))..=(user, RoomId(u64::MAX));
        self.drafts.range(of_user).map(|(_, draft)| draft)
    }

    /// [`crate::Store::keep_draft`].
    pub(super) fn keep_draft(&mut self, new: &NewDraft) -> Result<Option<Draft>, StoreError> {
        self.author(new.user)?;
        self.room(new.room)?;
        let key = (new.user, new.room);
        let before = self.drafts.get(&key);
        let had_text = before.is_some_and(|before| !before.text.is_empty());
        let with_text = self.drafts_of(new.user);
        let with_text = with_text.filter(|draft| !draft.text.is_empty()).count();
        if !new.text.is_empty() && !had_text && with_text >= DRAFTS_MAX {
            return Ok(None);
        }
        let newest = self.drafts_of(new.user).map(|draft| draft.revision).max();
        let draft = written(before, new, newest.unwrap_or_default() + 1);
        self.drafts.insert(key, draft.clone());
        Ok(Some(draft))
    }

    /// [`crate::Store::drafts`].
    pub(super) fn drafts(&self, user: UserId, after: u64) -> Vec<Draft> {
        let newer = self.drafts_of(user).filter(|draft| draft.revision > after);
        let mut found: Vec<Draft> = newer.cloned().collect();
        found.sort_by_key(|draft| draft.revision);
        let mut bytes = 0;
        let fits = |(index, draft): (usize, Draft)| {
            bytes += draft_bytes(&draft);
            (index == 0 || bytes <= DRAFTS_PAGE_BYTES_MAX).then_some(draft)
        };
        found.into_iter().enumerate().map_while(fits).collect()
    }
}
