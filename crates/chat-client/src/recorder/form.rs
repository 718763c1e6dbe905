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

/// The entries that a timeline holds, as stretches of numbers. Holes are what lies
/// between; pending writes are the outbox's.
pub(crate) mod held {
    use std::rc::Rc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
    use shared::cursor::Seq;
    use shared::entry::{Author, Entry, EntryKind};
    use shared::ids::{ClientId, UserId};
    use shared::moment::Timestamp;
    use shared::text::{DisplayName, MessageText};

    use crate::timeline::{
        ENTRIES_LOADED_MAX, Line, LineContent, LineKey, Stretch, TRIM_SLACK, hole_line,
    };

    pub(crate) fn serialize<S: Serializer>(
        lines: &[Line],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut stretches: Vec<Stretch> = Vec::new();
        for line in lines {
            let LineContent::Entry { entry, .. } = &line.content else {
                continue;
            };
            match stretches.last_mut() {
                Some(stretch) if stretch.last.next() == entry.seq => stretch.last = entry.seq,
                Some(_) | None => stretches.push(Stretch {
                    first: entry.seq,
                    last: entry.seq,
                }),
            }
        }
        stretches.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Line>, D::Error> {
        let stretches = Vec::<Stretch>::deserialize(deserializer)?;
        let mut lines = Vec::new();
        let mut before: Option<Seq> = None;
        for Stretch { first, last } in stretches {
            let is_behind = before.is_none_or(|before| first > before.next());
            let is_short =
                last.0.saturating_sub(first.0) < (ENTRIES_LOADED_MAX + TRIM_SLACK) as u64;
            if !is_behind || first == Seq::ZERO || first > last || !is_short {
                return Err(de::Error::custom("no timeline holds such stretches"));
            }
            if let Some(before) = before {
                lines.push(hole_line(before.next(), first.previous()));
            }
            lines.extend((first.0..=last.0).map(|seq| stand_in(Seq(seq))));
            before = Some(last);
        }
        Ok(lines)
    }

    /// An entry of which nothing but its number matters to the machine.
    fn stand_in(seq: Seq) -> Line {
        let entry = Entry {
            seq,
            at: Timestamp::default(),
            author: Author {
                id: UserId(0),
                name: DisplayName::from_stored(String::new()),
            },
            client_id: ClientId::from_bytes([0; 16]),
            kind: EntryKind::Posted {
                text: MessageText::from_stored(String::new()),
                reply_to: None,
            },
            posts: (seq).0,
            state: None,
        };
        Line {
            key: LineKey::Numbered(seq),
            content: LineContent::Entry {
                entry: Rc::new(entry),
                mine: false,
            },
        }
    }
}

/// A pending line whose write is stored: its place alone.
pub(crate) mod landing_line {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use shared::ids::ClientId;
    use shared::moment::Timestamp;
    use shared::text::MessageText;

    use crate::timeline::{Line, LineContent, LineKey, PendingState};

    pub(crate) fn serialize<S: Serializer>(line: &Line, serializer: S) -> Result<S::Ok, S::Error> {
        let place = match line.key {
            LineKey::Pending(order, id) => Some((order, id)),
            LineKey::Numbered(_) => None,
        };
        place.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Line, D::Error> {
        let (order, id) = <(u64, ClientId)>::deserialize(deserializer)?;
        Ok(Line {
            key: LineKey::Pending(order, id),
            content: LineContent::Pending {
                text: MessageText::from_stored(String::new()),
                written_at: Timestamp::default(),
                state: PendingState::Waiting,
                is_kept: true,
            },
        })
    }
}
