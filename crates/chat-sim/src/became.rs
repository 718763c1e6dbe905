//! What a log makes of its messages, told from the log alone: the store's own fold and the
//! clients' are held against it. A sentence that does not hold is a panic.

use std::collections::BTreeSet;

use chat_store::fold::names;
use chat_store::records::NewEntry;
use shared::cursor::Seq;
use shared::entry::{Entry, EntryKind, MessageState, RoomTopic};
use shared::ids::UserId;
use shared::text::{Emoji, Topic};

/// What became of one message.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Became {
    /// The newest entry that changed it.
    as_of: Seq,
    /// Its newest edit.
    pub(crate) edited: Option<Seq>,
    deleted: bool,
    pinned: bool,
    reactions: BTreeSet<(Emoji, UserId)>,
    replies: u64,
}

impl Became {
    /// What the entries of `log` up to a number make of a message.
    pub(crate) fn of(log: &[Entry], message: Seq, up_to: Seq) -> Self {
        let mut became = Self::default();
        let behind = usize::try_from(message.0).unwrap_or(usize::MAX);
        let later = log.get(behind..).unwrap_or_default();
        let theirs = later
            .iter()
            .take_while(|entry| entry.seq <= up_to)
            .filter(|entry| entry.kind.target() == Some(message));
        for entry in theirs {
            became.as_of = entry.seq;
            match &entry.kind {
                EntryKind::Edited { .. } => became.edited = Some(entry.seq),
                EntryKind::Deleted { .. } => {
                    (became.deleted, became.pinned, became.edited) = (true, false, None);
                    became.reactions.clear();
                }
                EntryKind::Reacted { emoji, .. } => {
                    became.reactions.insert((emoji.clone(), entry.author.id));
                }
                EntryKind::Unreacted { emoji, .. } => {
                    became.reactions.remove(&(emoji.clone(), entry.author.id));
                }
                EntryKind::Pinned { .. } => became.pinned = true,
                EntryKind::Unpinned { .. } => became.pinned = false,
                EntryKind::Replied { .. } => became.replies += 1,
                EntryKind::Posted { .. }
                | EntryKind::TopicSet { .. }
                | EntryKind::Erased
                | EntryKind::Unknown { .. } => {}
            }
        }
        became
    }

    /// The same, as somebody is told it.
    fn told(state: &MessageState) -> Self {
        let reactions = state.reactions.iter().flat_map(|one| {
            assert_eq!(one.count as usize, one.who.len(), "everybody is named");
            one.who.iter().map(|who| (one.emoji.clone(), who.id))
        });
        Self {
            as_of: state.as_of,
            edited: state.edited.as_ref().map(|edition| edition.seq),
            deleted: state.deleted.is_some(),
            pinned: state.pinned.is_some(),
            reactions: reactions.collect(),
            replies: state.thread.map_or(0, |thread| thread.replies),
        }
    }
}

/// What a log says that its room is about.
pub(crate) fn topic(log: &[Entry]) -> Option<RoomTopic> {
    log.iter().rev().find_map(|entry| match &entry.kind {
        EntryKind::TopicSet { topic } => Some(RoomTopic {
            seq: entry.seq,
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
    })
}

/// What was accepted could be: the one who wrote it saw what it changes as it was, might
/// change it, and changed something. `log` is what was there before.
pub(crate) fn was_acceptable(log: &[Entry], new: &NewEntry) {
    if let EntryKind::TopicSet { topic: text } = &new.kind {
        let had = topic(log).map(|had| had.text);
        assert!(
            had.unwrap_or_else(Topic::none) != *text,
            "a topic is accepted that changes nothing"
        );
    }
    let Some(target) = names(&new.kind) else {
        return;
    };
    let message = at(log, target).filter(|entry| {
        matches!(
            entry.kind,
            EntryKind::Posted { .. } | EntryKind::Replied { .. }
        )
    });
    let Some(message) = message else {
        panic!("a change of {target} is accepted, which is no message")
    };
    let is_own = message.author.id == new.author;
    let became = Became::of(log, target, Seq(u64::MAX));
    assert!(
        !became.deleted,
        "{target} is changed after it was taken back"
    );
    let is_news = match &new.kind {
        EntryKind::Edited { .. } => {
            assert!(is_own, "{target} is edited by somebody else");
            assert_eq!(
                new.claims.base, became.edited,
                "{target} is edited by one who had not seen its newest edit"
            );
            true
        }
        EntryKind::Deleted { .. } => {
            assert!(
                is_own || new.claims.over_others,
                "{target} is taken back by somebody else"
            );
            true
        }
        EntryKind::Reacted { emoji, .. } => {
            !became.reactions.contains(&(emoji.clone(), new.author))
        }
        EntryKind::Unreacted { emoji, .. } => {
            became.reactions.contains(&(emoji.clone(), new.author))
        }
        EntryKind::Pinned { .. } => !became.pinned,
        EntryKind::Unpinned { .. } => became.pinned,
        EntryKind::Posted { .. }
        | EntryKind::Replied { .. }
        | EntryKind::TopicSet { .. }
        | EntryKind::Erased
        | EntryKind::Unknown { .. } => true,
    };
    assert!(
        is_news,
        "a change of {target} is accepted that changes nothing"
    );
}

/// An entry that somebody is given is the one in the log: as it was written, or without its
/// words where its message was taken back. What it says of itself is what the log says.
pub(crate) fn is_as_stored(log: &[Entry], given: &Entry) -> bool {
    let Some(stored) = at(log, given.seq) else {
        return false;
    };
    let is_same = (given.at, &given.author, given.client_id, given.posts)
        == (stored.at, &stored.author, stored.client_id, stored.posts);
    let has_words = given.kind == stored.kind;
    let of = if let EntryKind::Edited { target, .. } = &stored.kind {
        *target
    } else {
        stored.seq
    };
    let is_erased = given.kind == stored.kind.erased()
        && (has_words || Became::of(log, of, Seq(u64::MAX)).deleted);
    let is_right = given
        .state
        .as_ref()
        .is_none_or(|state| Became::told(state) == Became::of(log, given.seq, state.as_of));
    is_same && (has_words || is_erased) && is_right
}

fn at(log: &[Entry], seq: Seq) -> Option<&Entry> {
    log.get(usize::try_from(seq.previous().0).unwrap_or(usize::MAX))
        .filter(|entry| entry.seq == seq)
}
