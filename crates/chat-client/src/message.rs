//! What a message is now: what the log says of it, and on top what this device has
//! written about it and nobody has confirmed yet.
//!
//! The log's part is folded by numbers ([`apply`]): an amendment is taken in once, and in
//! the order of the log, so that every device ends with the same. The device's own part is
//! laid over it for the eye alone ([`Shown`]).

use shared::cursor::Seq;
use shared::entry::{
    Author, Deletion, Edition, Entry, EntryKind, MessageState, Pin, Reaction, Thread,
};
use shared::ids::UserId;
use shared::limits::REACTORS_LISTED_MAX;
use shared::text::{Emoji, MessageText};

use crate::mutants::{self, Mutant};
use crate::timeline::PendingChange;
use crate::{Purpose, markup};

/// Whether an entry is a message of the room's own, also one that was taken back.
#[must_use]
pub fn is_message(entry: &Entry) -> bool {
    match &entry.kind {
        EntryKind::Posted { .. } => true,
        EntryKind::Erased => is_deleted(entry),
        EntryKind::Replied { .. }
        | EntryKind::Edited { .. }
        | EntryKind::Deleted { .. }
        | EntryKind::Reacted { .. }
        | EntryKind::Unreacted { .. }
        | EntryKind::Pinned { .. }
        | EntryKind::Unpinned { .. }
        | EntryKind::TopicSet { .. }
        | EntryKind::Unknown { .. } => false,
    }
}

/// Whether an entry stands between the messages and is none: what the room is about from
/// there on, or what this program is too old to know.
#[must_use]
pub fn is_note(entry: &Entry) -> bool {
    matches!(
        entry.kind,
        EntryKind::TopicSet { .. } | EntryKind::Unknown { .. }
    )
}

/// Whether a message was taken back.
#[must_use]
pub fn is_deleted(entry: &Entry) -> bool {
    entry
        .state
        .as_ref()
        .is_some_and(|state| state.deleted.is_some())
}

/// Whether a message was taken back and its thread is still there: it keeps a place in the
/// room, so that the thread can be reached.
#[must_use]
pub fn is_left_for_its_thread(entry: &Entry) -> bool {
    is_deleted(entry) && has_thread(entry)
}

/// Whether there are messages in its thread.
#[must_use]
pub fn has_thread(entry: &Entry) -> bool {
    let thread = entry.state.as_ref().and_then(|state| state.thread);
    thread.is_some_and(|thread| thread.replies > 0)
}

/// The newest amendment that is in a message.
#[must_use]
pub fn as_of(entry: &Entry) -> Seq {
    entry.state.as_ref().map_or(Seq::ZERO, |state| state.as_of)
}

/// What a message says by the log; none for what was erased.
#[must_use]
pub fn text(entry: &Entry) -> Option<&MessageText> {
    if is_deleted(entry) {
        return None;
    }
    let edited = entry.state.as_ref().and_then(|state| state.edited.as_ref());
    edited
        .map(|edition| &edition.text)
        .or_else(|| entry.kind.text())
}

/// What a message says in one line of at most so many characters; the names of its files
/// where it has no words; none if it was taken back.
#[must_use]
pub fn line(entry: &Entry, chars_max: usize) -> Option<String> {
    let words = markup::plain(&markup::parse(text(entry)?.as_str()), chars_max);
    let files = entry.kind.attached().map_or(&[][..], |one| &one.files);
    if !words.is_empty() || files.is_empty() {
        return Some(words);
    }
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    Some(names.join(", ").chars().take(chars_max).collect())
}

/// The message that a message answers.
#[must_use]
pub fn reply_to(entry: &Entry) -> Option<Seq> {
    match &entry.kind {
        EntryKind::Posted { reply_to, .. } => *reply_to,
        EntryKind::Replied { .. }
        | EntryKind::Edited { .. }
        | EntryKind::Deleted { .. }
        | EntryKind::Reacted { .. }
        | EntryKind::Unreacted { .. }
        | EntryKind::Pinned { .. }
        | EntryKind::Unpinned { .. }
        | EntryKind::TopicSet { .. }
        | EntryKind::Erased
        | EntryKind::Unknown { .. } => None,
    }
}

/// Takes an amendment into its message, unless it is in it already. Answers whether it was
/// new. `me` is named among those who reacted, whatever their number.
pub fn apply(message: &mut Entry, amendment: &Entry, me: UserId) -> bool {
    let is_in = amendment.seq <= as_of(message) && !mutants::is(Mutant::ChangeIsTakenTwice);
    if is_in || amendment.kind.target() != Some(message.seq) {
        return false;
    }
    let mut state = match message.state.take() {
        Some(state) => *state,
        None => untouched(),
    };
    let (by, at) = (&amendment.author, amendment.at);
    match &amendment.kind {
        EntryKind::Edited { text, .. } => {
            state.edited = Some(Edition {
                seq: amendment.seq,
                at,
                text: text.clone(),
            });
        }
        EntryKind::Deleted { .. } => {
            state = MessageState {
                deleted: Some(Deletion { by: by.clone(), at }),
                thread: state.thread,
                ..untouched()
            };
            message.kind = message.kind.erased();
        }
        EntryKind::Replied { .. } => {
            state.thread = Some(Thread {
                replies: state.thread.map_or(0, |thread| thread.replies) + 1,
                last: amendment.seq,
                at,
            });
        }
        EntryKind::Reacted { emoji, .. } => react(&mut state.reactions, emoji, by, me),
        EntryKind::Unreacted { emoji, .. } => unreact(&mut state.reactions, emoji, by.id),
        EntryKind::Pinned { .. } => state.pinned = Some(Pin { by: by.clone(), at }),
        EntryKind::Unpinned { .. } => state.pinned = None,
        EntryKind::Posted { .. }
        | EntryKind::TopicSet { .. }
        | EntryKind::Erased
        | EntryKind::Unknown { .. } => {}
    }
    state.as_of = amendment.seq;
    message.state = Some(Box::new(state));
    true
}

fn untouched() -> MessageState {
    MessageState {
        as_of: Seq::ZERO,
        edited: None,
        deleted: None,
        pinned: None,
        reactions: Vec::new(),
        thread: None,
    }
}

fn react(reactions: &mut Vec<Reaction>, emoji: &Emoji, by: &Author, me: UserId) {
    let place = reactions.iter().position(|one| one.emoji == *emoji);
    let place = place.unwrap_or_else(|| {
        reactions.push(Reaction {
            emoji: emoji.clone(),
            count: 0,
            who: Vec::new(),
        });
        reactions.len() - 1
    });
    let reaction = &mut reactions[place];
    reaction.count = reaction.count.saturating_add(1);
    if reaction.who.len() < REACTORS_LISTED_MAX {
        reaction.who.push(by.clone());
    } else if by.id == me {
        reaction.who.pop();
        reaction.who.push(by.clone());
    }
}

fn unreact(reactions: &mut Vec<Reaction>, emoji: &Emoji, by: UserId) {
    if let Some(reaction) = reactions.iter_mut().find(|one| one.emoji == *emoji) {
        reaction.count = reaction.count.saturating_sub(1);
        reaction.who.retain(|who| who.id != by);
    }
    reactions.retain(|one| one.count > 0);
}

/// A message as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What it says; none when it was taken back, or is about to be.
    pub text: Option<MessageText>,
    /// When it was last edited, by the log.
    pub edited: Option<Edition>,
    /// An edit of this device that the server has not confirmed.
    pub edit: Option<PendingChange>,
    /// Whether it is pinned.
    pub is_pinned: bool,
    /// What people react with.
    pub reactions: Vec<Chip>,
}

/// One emoji under a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Which.
    pub emoji: Emoji,
    /// How many people; at least one.
    pub count: u32,
    /// Those of them who are named, without the reader.
    pub who: Vec<Author>,
    /// The reader is one of them.
    pub is_mine: bool,
    /// The reader's part is on its way.
    pub is_pending: bool,
}

/// A message as `me` sees it, with what this device has written about it.
#[must_use]
pub fn shown(entry: &Entry, changes: &[PendingChange], me: Option<UserId>) -> Shown {
    let state = entry.state.as_deref();
    let mut shown = Shown {
        text: text(entry).cloned(),
        edited: state.and_then(|state| state.edited.clone()),
        edit: None,
        is_pinned: state.is_some_and(|state| state.pinned.is_some()),
        reactions: state.map_or_else(Vec::new, |state| {
            state.reactions.iter().map(|one| chip(one, me)).collect()
        }),
    };
    for change in changes {
        lay_over(&mut shown, change);
    }
    shown
}

fn chip(reaction: &Reaction, me: Option<UserId>) -> Chip {
    let is_me = |who: &Author| Some(who.id) == me;
    Chip {
        emoji: reaction.emoji.clone(),
        count: reaction.count,
        who: reaction
            .who
            .iter()
            .filter(|who| !is_me(who))
            .cloned()
            .collect(),
        is_mine: reaction.who.iter().any(is_me),
        is_pending: false,
    }
}

fn lay_over(shown: &mut Shown, change: &PendingChange) {
    match &change.purpose {
        Purpose::Post { .. } | Purpose::Topic { .. } => {}
        Purpose::Edit { .. } => {
            if !change.is_failed() {
                shown.text.clone_from(&change.text);
            }
            shown.edit = Some(change.clone());
        }
        Purpose::Delete { .. } => shown.text = None,
        Purpose::Pin { .. } => shown.is_pinned = true,
        Purpose::Unpin { .. } => shown.is_pinned = false,
        Purpose::React { emoji, .. } => {
            let chips = &mut shown.reactions;
            match chips.iter_mut().find(|chip| chip.emoji == *emoji) {
                Some(chip) if chip.is_mine => {}
                Some(chip) => {
                    chip.is_mine = true;
                    chip.is_pending = true;
                    chip.count = chip.count.saturating_add(1);
                }
                None => chips.push(Chip {
                    emoji: emoji.clone(),
                    count: 1,
                    who: Vec::new(),
                    is_mine: true,
                    is_pending: true,
                }),
            }
        }
        Purpose::Unreact { emoji, .. } => {
            let chips = &mut shown.reactions;
            if let Some(chip) = chips.iter_mut().find(|chip| chip.emoji == *emoji)
                && chip.is_mine
            {
                chip.is_mine = false;
                chip.is_pending = true;
                chip.count = chip.count.saturating_sub(1);
            }
            chips.retain(|chip| chip.count > 0);
        }
    }
}
