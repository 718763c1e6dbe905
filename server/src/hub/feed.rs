//! News as bytes, made once however many sessions get them, and only in the languages
//! that somebody there speaks.

use std::cell::OnceCell;

use shared::codec;
use shared::entry::{Entry, EntryKind};
use shared::ids::RoomId;
use shared::server_frame::{RoomEntries, ServerFrame};

use crate::websocket::Encoded;

/// A frame for many sessions. Plain sessions hear entries and nothing else.
#[derive(Debug)]
pub struct News {
    frame: ServerFrame,
    encoded: OnceCell<Encoded>,
}

/// Entries of one room for many followers.
#[derive(Debug)]
pub struct Feed<'a> {
    room: RoomId,
    entries: &'a [Entry],
    frame: OnceCell<Encoded>,
    lines: OnceCell<Vec<Option<Encoded>>>,
}

impl News {
    /// Nothing is encoded yet.
    #[must_use]
    pub fn new(frame: ServerFrame) -> Self {
        Self {
            frame,
            encoded: OnceCell::new(),
        }
    }

    /// The frame's bytes.
    pub fn encoded(&self) -> &Encoded {
        self.encoded.get_or_init(|| encode(&self.frame))
    }
}

impl<'a> Feed<'a> {
    /// Nothing is encoded yet. The entries are ascending and dense.
    #[must_use]
    pub fn new(room: RoomId, entries: &'a [Entry]) -> Self {
        Self {
            room,
            entries,
            frame: OnceCell::new(),
            lines: OnceCell::new(),
        }
    }

    /// The entries in one frame.
    pub fn frame(&self) -> &Encoded {
        self.frame.get_or_init(|| {
            let entries = self.entries.to_vec();
            encode(&ServerFrame::Entries(RoomEntries {
                room: self.room,
                entries,
            }))
        })
    }

    /// The messages among the entries, with their lines.
    pub fn lines(&self) -> impl Iterator<Item = (&'a Entry, &Encoded)> {
        let lines = self
            .lines
            .get_or_init(|| self.entries.iter().map(line).collect());
        self.entries
            .iter()
            .zip(lines)
            .filter_map(|(entry, line)| Some((entry, line.as_ref()?)))
    }
}

/// A frame's bytes.
#[must_use]
pub fn encode(frame: &ServerFrame) -> Encoded {
    Encoded::text(&codec::encode(frame))
}

/// A message as plain connections read it: as it stands when it is read. What changes a
/// message later is not told there, nor what is said in threads.
fn line(entry: &Entry) -> Option<Encoded> {
    let EntryKind::Posted { text, attached, .. } = &entry.kind else {
        return None;
    };
    let edited = entry.state.as_ref().and_then(|state| state.edited.as_ref());
    let text = edited.map_or(text, |edition| &edition.text);
    let mut line = format!("{}: {text}", entry.author.name);
    for file in &attached.files {
        if !line.ends_with(' ') {
            line.push(' ');
        }
        line.push_str(&format!("[{}]", file.name.as_str()));
    }
    Some(Encoded::text(&line))
}

#[cfg(test)]
mod tests;
