//! What later entries have made of a message, as it is read with it.

use shared::cursor::Seq;
use shared::entry::{Author, Deletion, Edition, Entry, MessageState, Pin, Thread};
use shared::ids::UserId;

use super::{Room, Tables, place};
use crate::fold::{self, Folded};

impl Tables {
    /// An entry as a page has it.
    pub(super) fn with_state(&self, room: &Room, entry: &Entry, reader: Option<UserId>) -> Entry {
        let mut entry = entry.clone();
        entry.state = room
            .folded
            .get(&entry.seq)
            .map(|folded| Box::new(self.state(room, folded, reader)));
        entry
    }

    /// What is told of a message beside what it said first.
    pub(super) fn state(
        &self,
        room: &Room,
        folded: &Folded,
        reader: Option<UserId>,
    ) -> MessageState {
        let at = |seq: Seq| &room.log[place(seq.previous())];
        let edited = folded.edited.map(at);
        MessageState {
            as_of: folded.as_of,
            edited: edited.and_then(|entry| {
                Some(Edition {
                    seq: entry.seq,
                    at: entry.at,
                    text: entry.kind.text()?.clone(),
                })
            }),
            deleted: folded.deleted.map(at).map(|entry| Deletion {
                by: entry.author.clone(),
                at: entry.at,
            }),
            pinned: folded.pinned.map(at).map(|entry| Pin {
                by: entry.author.clone(),
                at: entry.at,
            }),
            reactions: fold::by_emoji(
                folded.reactions.iter().map(|(emoji, user, _)| {
                    let name = self.users[user].name.clone();
                    (emoji.clone(), Author { id: *user, name })
                }),
                reader,
            ),
            thread: folded.last_reply.map(at).map(|entry| Thread {
                replies: folded.replies,
                last: entry.seq,
                at: entry.at,
            }),
        }
    }
}
