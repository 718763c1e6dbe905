//! What later entries make of a message: the check of an amendment before it is
//! written, and the fold of those that were.
//!
//! Both are pure, so that every store decides alike and a data file can be checked
//! against its own log. A check is made in the transaction that writes the entry.

use shared::cursor::Seq;
use shared::entry::{Author, EntryKind, MessageState, Reaction, RoomTopic};
use shared::ids::UserId;
use shared::limits::{PINS_MAX, REACTIONS_MAX, REACTORS_LISTED_MAX};
use shared::text::Emoji;

/// What the writer of an amendment relies on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// The newest edit that the writer of an edit saw.
    pub base: Option<Seq>,
    /// Whether the writer may take back what others wrote.
    pub over_others: bool,
}

/// Why an entry cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unamendable {
    /// No message of the room has the number.
    Unknown,
    /// The message was taken back.
    Deleted,
    /// The message is somebody else's.
    NotTheirs,
    /// The message was edited since the writer saw it.
    Stale,
    /// Neither words nor a file would be left of the message.
    Empty,
    /// The message, or the room, is already as it was to become.
    AlreadySo,
    /// The message has [`REACTIONS_MAX`] different emoji already.
    TooManyReactions,
    /// The room has [`PINS_MAX`] pinned messages already.
    TooManyPins,
    /// A file of it is in another message.
    FileTaken,
}

/// What a message was written as, whatever became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Who wrote it.
    pub author: UserId,
    /// Whether it is in a thread itself.
    pub in_thread: bool,
    /// Whether it brought files, which are there as long as it is.
    pub has_files: bool,
}

/// What a message is at the moment when it is to be amended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What it was written as.
    pub written: Written,
    /// Whether it was taken back.
    pub deleted: bool,
    /// Its newest edit.
    pub edited: Option<Seq>,
    /// Whether it is pinned.
    pub pinned: bool,
    /// How many messages are pinned to its room.
    pub pins: usize,
    /// How many different emoji it has.
    pub emoji: usize,
    /// Whether the emoji in question is one of them.
    pub has_emoji: bool,
    /// Whether the writer reacted with it.
    pub has_reacted: bool,
}

/// Whether `kind`, written by `by`, may follow what the log has; `facts` are those of
/// the message that it names, none if it names no message of the room.
///
/// # Errors
/// [`Unamendable`]; then nothing is written.
pub fn check(
    kind: &EntryKind,
    by: UserId,
    claims: Claims,
    facts: Option<Facts>,
) -> Result<(), Unamendable> {
    if names(kind).is_none() {
        return Ok(());
    }
    let facts = facts.ok_or(Unamendable::Unknown)?;
    let is_own = facts.written.author == by;
    let so = |already: bool| {
        if already {
            Err(Unamendable::AlreadySo)
        } else {
            Ok(())
        }
    };
    match kind {
        // It names no message.
        EntryKind::TopicSet { .. } => Ok(()),
        EntryKind::Deleted { .. } if !is_own && !claims.over_others => Err(Unamendable::NotTheirs),
        EntryKind::Deleted { .. } => so(facts.deleted),
        EntryKind::Edited { .. } if !is_own => Err(Unamendable::NotTheirs),
        // What is in a thread is neither answered in the room nor has it a thread.
        EntryKind::Posted { .. } | EntryKind::Replied { .. } if facts.written.in_thread => {
            Err(Unamendable::Unknown)
        }
        _ if facts.deleted => Err(Unamendable::Deleted),
        EntryKind::Edited { .. } if facts.edited != claims.base => Err(Unamendable::Stale),
        EntryKind::Edited { text, .. } if text.as_str().is_empty() && !facts.written.has_files => {
            Err(Unamendable::Empty)
        }
        EntryKind::Reacted { .. } => {
            so(facts.has_reacted)?;
            if !facts.has_emoji && facts.emoji >= REACTIONS_MAX {
                return Err(Unamendable::TooManyReactions);
            }
            Ok(())
        }
        EntryKind::Unreacted { .. } => so(!facts.has_reacted),
        EntryKind::Pinned { .. } => {
            so(facts.pinned)?;
            if facts.pins >= PINS_MAX {
                return Err(Unamendable::TooManyPins);
            }
            Ok(())
        }
        EntryKind::Unpinned { .. } => so(!facts.pinned),
        EntryKind::Edited { .. }
        | EntryKind::Posted { .. }
        | EntryKind::Replied { .. }
        | EntryKind::Erased
        | EntryKind::Unknown { .. } => Ok(()),
    }
}

/// Whether a topic may follow the one that the room has (`now`).
///
/// # Errors
/// `AlreadySo`; then nothing is written.
pub fn check_topic(kind: &EntryKind, now: Option<&RoomTopic>) -> Result<(), Unamendable> {
    let EntryKind::TopicSet { topic } = kind else {
        return Ok(());
    };
    let is_so = now.map_or(topic.is_none(), |now| now.text == *topic);
    if is_so {
        Err(Unamendable::AlreadySo)
    } else {
        Ok(())
    }
}

/// The message that an entry needs to be there: what it amends or answers.
#[must_use]
pub fn names(kind: &EntryKind) -> Option<Seq> {
    match kind {
        EntryKind::Posted { reply_to, .. } => *reply_to,
        // It amends the room, which is there.
        EntryKind::TopicSet { .. } => None,
        EntryKind::Replied { .. }
        | EntryKind::Edited { .. }
        | EntryKind::Deleted { .. }
        | EntryKind::Reacted { .. }
        | EntryKind::Unreacted { .. }
        | EntryKind::Pinned { .. }
        | EntryKind::Unpinned { .. }
        | EntryKind::Erased
        | EntryKind::Unknown { .. } => kind.target(),
    }
}

/// Whether an entry counts as a message of the room's own.
#[must_use]
pub fn is_message(kind: &EntryKind) -> bool {
    matches!(kind, EntryKind::Posted { .. })
}

/// The amendments of one message, folded. Numbers are those of the entries that say so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The newest amending entry.
    pub as_of: Seq,
    /// The newest edit.
    pub edited: Option<Seq>,
    /// What took it back.
    pub deleted: Option<Seq>,
    /// What pinned it, while it is pinned.
    pub pinned: Option<Seq>,
    /// Who reacts with what, in the order of the entries.
    pub reactions: Vec<(Emoji, UserId, Seq)>,
    /// How many messages its thread has.
    pub replies: u64,
    /// The newest of them.
    pub last_reply: Option<Seq>,
}

impl Folded {
    /// Takes in the next amendment of the message, which [`check`] let pass.
    pub fn apply(&mut self, seq: Seq, by: UserId, kind: &EntryKind) {
        match kind {
            EntryKind::Posted { .. } | EntryKind::Erased | EntryKind::Unknown { .. } => return,
            EntryKind::Edited { .. } => self.edited = Some(seq),
            EntryKind::Deleted { .. } => {
                *self = Self {
                    deleted: Some(seq),
                    replies: self.replies,
                    last_reply: self.last_reply,
                    ..Self::default()
                };
            }
            EntryKind::Replied { .. } => {
                self.replies += 1;
                self.last_reply = Some(seq);
            }
            EntryKind::Reacted { emoji, .. } => {
                self.reactions.push((emoji.clone(), by, seq));
            }
            EntryKind::Unreacted { emoji, .. } => {
                self.reactions
                    .retain(|(had, who, _)| (had, who) != (emoji, &by));
            }
            EntryKind::Pinned { .. } => self.pinned = Some(seq),
            EntryKind::Unpinned { .. } => self.pinned = None,
            // Of a room nothing is folded but which entry set its topic.
            EntryKind::TopicSet { .. } => {}
        }
        self.as_of = seq;
    }

    /// What [`check`] needs to know of a message that was written so, in a room with so many
    /// pins.
    #[must_use]
    pub fn facts(&self, written: Written, pins: usize, by: UserId, kind: &EntryKind) -> Facts {
        let mut emoji: Vec<&Emoji> = self.reactions.iter().map(|(emoji, ..)| emoji).collect();
        emoji.sort_unstable();
        emoji.dedup();
        let wanted = emoji_of(kind);
        Facts {
            written,
            deleted: self.deleted.is_some(),
            edited: self.edited,
            pinned: self.pinned.is_some(),
            pins,
            has_emoji: wanted.is_some_and(|wanted| emoji.contains(&wanted)),
            emoji: emoji.len(),
            has_reacted: self
                .reactions
                .iter()
                .any(|(had, who, _)| Some(had) == wanted && *who == by),
        }
    }
}

/// The emoji of a reaction, given or taken back.
#[must_use]
pub fn emoji_of(kind: &EntryKind) -> Option<&Emoji> {
    match kind {
        EntryKind::Reacted { emoji, .. } | EntryKind::Unreacted { emoji, .. } => Some(emoji),
        EntryKind::Posted { .. }
        | EntryKind::Replied { .. }
        | EntryKind::Edited { .. }
        | EntryKind::Deleted { .. }
        | EntryKind::Pinned { .. }
        | EntryKind::Unpinned { .. }
        | EntryKind::TopicSet { .. }
        | EntryKind::Erased
        | EntryKind::Unknown { .. } => None,
    }
}

/// Reactions by emoji, from those of a message in the order in which they came. Each
/// names at most [`REACTORS_LISTED_MAX`] people, the reader among them.
#[must_use]
pub fn by_emoji(
    reactions: impl IntoIterator<Item = (Emoji, Author)>,
    reader: Option<UserId>,
) -> Vec<Reaction> {
    let mut grouped: Vec<Reaction> = Vec::new();
    for (emoji, author) in reactions {
        let place = grouped.iter().position(|group| group.emoji == emoji);
        let place = place.unwrap_or_else(|| {
            grouped.push(Reaction {
                emoji,
                count: 0,
                who: Vec::new(),
            });
            grouped.len() - 1
        });
        let group = &mut grouped[place];
        group.count += 1;
        if group.who.len() < REACTORS_LISTED_MAX {
            group.who.push(author);
        } else if Some(author.id) == reader {
            group.who.pop();
            group.who.push(author);
        }
    }
    grouped
}

/// What the wire adds to a person's name, or to an emoji, or to a fact: an upper bound.
const AROUND_BYTES: usize = 64;

/// Bytes that a state adds to a page, for the page's bound.
#[must_use]
pub fn state_bytes(state: &MessageState) -> usize {
    let person = |author: &Author| AROUND_BYTES + author.name.as_str().len();
    let edited = state.edited.as_ref();
    AROUND_BYTES
        + edited.map_or(0, |edition| AROUND_BYTES + edition.text.as_str().len())
        + state.deleted.as_ref().map_or(0, |gone| person(&gone.by))
        + state.pinned.as_ref().map_or(0, |pin| person(&pin.by))
        + state
            .reactions
            .iter()
            .map(|one| AROUND_BYTES + one.who.iter().map(person).sum::<usize>())
            .sum::<usize>()
}

#[cfg(test)]
mod tests;
