//! The newest entries of a room, kept so that the last stretch of catching up needs
//! no read of the store.
//!
//! What is in here is dense, ends at the room's head, and always fits one page: the
//! bounds are those of a page.

use std::collections::VecDeque;
use std::sync::Arc;

use shared::cursor::Seq;
use shared::entry::{Attached, Entry, EntryKind, MessageState};
use shared::limits::{PAGE_BYTES_MAX, PAGE_ENTRIES};

/// A bounded ring of the newest entries.
#[derive(Debug, Default)]
pub(super) struct Recent {
    entries: VecDeque<Arc<Entry>>,
    text_bytes: usize,
}

impl Recent {
    /// Adds the entry that follows the newest one.
    pub(super) fn push(&mut self, entry: Arc<Entry>) {
        self.text_bytes += text_bytes(&entry);
        self.entries.push_back(entry);
        while self.entries.len() > 1
            && (self.entries.len() > usize::from(PAGE_ENTRIES) || self.text_bytes > PAGE_BYTES_MAX)
        {
            if let Some(oldest) = self.entries.pop_front() {
                self.text_bytes -= text_bytes(&oldest);
            }
        }
    }

    /// Everything from `next` on, if all of it is here and there is any.
    pub(super) fn page_from(&self, next: Seq) -> Option<Vec<Entry>> {
        let skipped = next.0.checked_sub(self.entries.front()?.seq.0)?;
        let skipped = usize::try_from(skipped)
            .ok()
            .filter(|n| *n < self.entries.len())?;
        Some(
            self.entries
                .range(skipped..)
                .map(|entry| Entry::clone(entry))
                .collect(),
        )
    }

    pub(super) fn check_invariants(&self, head: Option<Seq>) {
        assert!(
            self.entries.len() <= usize::from(PAGE_ENTRIES),
            "too many recent entries"
        );
        assert!(
            self.text_bytes <= PAGE_BYTES_MAX || self.entries.len() == 1,
            "too much text"
        );
        let bytes: usize = self.entries.iter().map(|entry| text_bytes(entry)).sum();
        assert_eq!(bytes, self.text_bytes, "the text was miscounted");
        let mut expected = head;
        for entry in self.entries.iter().rev() {
            assert_eq!(
                Some(entry.seq),
                expected,
                "recent entries end at the head, without a hole"
            );
            expected = Some(entry.seq.previous());
        }
    }
}

/// Bytes that count for the bound: of text, and roughly those of a state that a page
/// brought along.
fn text_bytes(entry: &Entry) -> usize {
    let text = match &entry.kind {
        EntryKind::Posted { text, attached, .. } | EntryKind::Replied { text, attached, .. } => {
            text.as_str().len() + attached_bytes(attached)
        }
        EntryKind::Edited { text, .. } => text.as_str().len(),
        EntryKind::TopicSet { topic } => topic.as_str().len(),
        EntryKind::Deleted { .. }
        | EntryKind::Reacted { .. }
        | EntryKind::Unreacted { .. }
        | EntryKind::Pinned { .. }
        | EntryKind::Unpinned { .. }
        | EntryKind::Erased
        | EntryKind::Unknown { .. } => 0,
    };
    text + entry.state.as_deref().map_or(0, state_bytes)
}

/// What a file takes on the wire beside its name, or where a message comes from.
const AROUND_FILE_BYTES: usize = 256;

fn attached_bytes(attached: &Attached) -> usize {
    let files = attached.files.iter();
    let files: usize = files
        .map(|file| AROUND_FILE_BYTES + file.name.as_str().len())
        .sum();
    files + attached.forwarded.as_ref().map_or(0, |_| AROUND_FILE_BYTES)
}

/// What a person or an emoji takes on the wire at most, but for the longest names.
const AROUND_BYTES: usize = 128;

fn state_bytes(state: &MessageState) -> usize {
    let edited = state.edited.as_ref();
    let people: usize = state.reactions.iter().map(|one| 1 + one.who.len()).sum();
    edited.map_or(0, |edition| edition.text.as_str().len()) + (4 + people) * AROUND_BYTES
}
