//! How parts of the machine are written into a recording where their own shape does not
//! do: maps with keys that JSON has not, texts as lengths, held entries as stretches.

/// A map whose keys are no text, as pairs.
pub(crate) mod pairs {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<K: Serialize, V: Serialize, S: Serializer>(
        map: &BTreeMap<K, V>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(map)
    }

    pub(crate) fn deserialize<'de, K, V, D>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
    where
        K: Deserialize<'de> + Ord,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        let pairs = Vec::<(K, V)>::deserialize(deserializer)?;
        Ok(pairs.into_iter().collect())
    }
}

/// A text, as the number of its characters.
pub(crate) mod length {
    use serde::{Deserialize, Deserializer, Serializer, de};
    use shared::limits::MESSAGE_CHARS_MAX;
    use shared::text::MessageText;

    use crate::recorder::blank::FILL;

    pub(crate) fn serialize<S: Serializer>(
        text: &MessageText,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(text.as_str().chars().count() as u64)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<MessageText, D::Error> {
        let chars = usize::deserialize(deserializer)?;
        if chars > MESSAGE_CHARS_MAX {
            return Err(de::Error::custom("no text is as long as that"));
        }
        let text = std::iter::repeat_n(FILL, chars).collect();
        Ok(MessageText::from_stored(text))
    }
}

/// The entries that a timeline holds, as stretches of numbers, with what tells messages
/// from the rest. Holes are what lies between; pending writes are the outbox's.
pub(crate) mod held {
    use std::rc::Rc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
    use shared::cursor::Seq;
    use shared::entry::{Attached, Author, Deletion, Entry, EntryKind, MessageState};
    use shared::ids::{ClientId, UserId};
    use shared::moment::Timestamp;
    use shared::text::{DisplayName, MessageText};

    use crate::message::{is_deleted, is_message};
    use crate::timeline::{ENTRIES_HELD_MAX, Line, LineContent, LineKey, TRIM_SLACK, hole_line};

    #[derive(Default, Serialize, Deserialize)]
    struct Held {
        stretches: Vec<Stretch>,
        /// Entries that only change messages.
        changes: Vec<Seq>,
        /// Messages that were taken back.
        deleted: Vec<Seq>,
    }

    #[derive(Serialize, Deserialize)]
    struct Stretch {
        first: Seq,
        last: Seq,
        /// How many messages there are up to and with the first.
        posts: u64,
    }

    pub(crate) fn serialize<S: Serializer>(
        lines: &[Line],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut held = Held::default();
        for line in lines {
            let LineContent::Entry { entry, .. } = &line.content else {
                continue;
            };
            match held.stretches.last_mut() {
                Some(stretch) if stretch.last.next() == entry.seq => stretch.last = entry.seq,
                Some(_) | None => held.stretches.push(Stretch {
                    first: entry.seq,
                    last: entry.seq,
                    posts: entry.posts,
                }),
            }
            if !is_message(entry) {
                held.changes.push(entry.seq);
            } else if is_deleted(entry) {
                held.deleted.push(entry.seq);
            }
        }
        held.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Line>, D::Error> {
        let held = Held::deserialize(deserializer)?;
        let mut lines = Vec::new();
        let mut before: Option<Seq> = None;
        for Stretch { first, last, posts } in held.stretches {
            let is_behind = before.is_none_or(|before| first > before.next());
            let is_short = last.0.saturating_sub(first.0) < (ENTRIES_HELD_MAX + TRIM_SLACK) as u64;
            if !is_behind || first == Seq::ZERO || first > last || !is_short {
                return Err(de::Error::custom("no timeline holds such stretches"));
            }
            if let Some(before) = before {
                lines.push(hole_line(before.next(), first.previous()));
            }
            let mut posts = posts;
            for seq in (first.0..=last.0).map(Seq) {
                let changes = held.changes.binary_search(&seq).is_ok();
                if seq > first && !changes {
                    posts = posts.saturating_add(1);
                }
                let deleted = held.deleted.binary_search(&seq).is_ok();
                lines.push(stand_in(seq, posts, (changes, deleted)));
            }
            before = Some(last);
        }
        Ok(lines)
    }

    /// An entry of which nothing but its place matters to the machine.
    fn stand_in(seq: Seq, posts: u64, (changes, deleted): (bool, bool)) -> Line {
        let nobody = Author {
            id: UserId(0),
            name: DisplayName::from_stored(String::new()),
        };
        let at = Timestamp::default();
        let kind = if changes || deleted {
            EntryKind::Erased
        } else {
            EntryKind::Posted {
                text: MessageText::from_stored(String::new()),
                reply_to: None,
                attached: Attached::default(),
            }
        };
        let gone = || MessageState {
            as_of: Seq::ZERO,
            edited: None,
            deleted: Some(Deletion {
                by: nobody.clone(),
                at,
            }),
            pinned: None,
            reactions: Vec::new(),
            thread: None,
        };
        let state = deleted.then(|| Box::new(gone()));
        let entry = Entry {
            seq,
            at,
            author: nobody,
            client_id: ClientId::from_bytes([0; 16]),
            kind,
            posts,
            state,
        };
        Line {
            key: LineKey::Numbered(seq),
            content: LineContent::Entry {
                entry: Rc::new(entry),
                mine: false,
                quote: None,
                changes: Vec::new(),
            },
        }
    }
}

/// A write that is stored and waits for its entry: the place of a message, nothing of a
/// change or of a message in a thread.
pub(crate) mod landing_line {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use shared::cursor::Seq;
    use shared::ids::ClientId;
    use shared::moment::Timestamp;
    use shared::text::MessageText;

    use crate::Purpose;
    use crate::timeline::{Line, LineContent, LineKey, PendingChange, PendingState, Unnumbered};

    pub(crate) fn serialize<S: Serializer>(
        shown: &Unnumbered,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let place = match shown {
            Unnumbered::Line(line) => match line.key {
                LineKey::Pending(order, id) => Some((order, id)),
                LineKey::Numbered(_) => None,
            },
            Unnumbered::Reply(..) | Unnumbered::Change(..) => None,
        };
        place.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Unnumbered, D::Error> {
        let place = Option::<(u64, ClientId)>::deserialize(deserializer)?;
        let Some((order, id)) = place else {
            let change = PendingChange {
                client_id: ClientId::from_bytes([0; 16]),
                purpose: Purpose::Unpin { target: Seq::ZERO },
                text: None,
                state: PendingState::Waiting,
                is_kept: true,
            };
            return Ok(Unnumbered::Change(Seq::ZERO, change));
        };
        Ok(Unnumbered::Line(Line {
            key: LineKey::Pending(order, id),
            content: LineContent::Pending {
                text: MessageText::from_stored(String::new()),
                written_at: Timestamp::default(),
                state: PendingState::Waiting,
                is_kept: true,
                quote: None,
                files: Vec::new(),
            },
        }))
    }
}
