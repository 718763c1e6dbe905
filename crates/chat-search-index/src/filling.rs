//! Taking in entries: what a message says now replaces what it said, and what was taken back
//! leaves.

use std::collections::HashMap;

use chat_search::fold::Folded;
use chat_search::grams;
use rusqlite::{Connection, OptionalExtension, params};
use shared::cursor::Seq;
use shared::entry::{Attached, Entry, EntryKind};
use shared::ids::RoomId;

use crate::{IndexError, Message, SearchIndex};

/// Messages of one millisecond that keep their order.
const IN_ONE_MS: i64 = 4_096;

impl SearchIndex {
    /// Up to which entry each room is in the index; rooms that were never filled are left out.
    ///
    /// # Errors
    /// The disk's.
    pub fn progress(&self) -> Result<HashMap<RoomId, Seq>, IndexError> {
        let writer = self.writer();
        let progress = writer
            .prepare_cached("SELECT room, upto FROM progress")?
            .query_map([], |row| {
                let (room, upto): (i64, i64) = (row.get(0)?, row.get(1)?);
                Ok((RoomId(room.unsigned_abs()), Seq(upto.unsigned_abs())))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(progress)
    }

    /// Takes in the entries of a room that follow those that are in: a page of the log with
    /// what became of its messages. Entries that are in already change nothing. Answers
    /// whether something was taken back.
    ///
    /// # Errors
    /// The disk's: then none of them is in.
    pub fn take_in(&self, room: RoomId, entries: &[Entry]) -> Result<bool, IndexError> {
        let Some(last) = entries.last() else {
            return Ok(false);
        };
        let mut writer = self.writer();
        let step = writer.transaction()?;
        let mut has_erased = false;
        for entry in entries {
            match &entry.kind {
                EntryKind::Posted { text, attached, .. }
                | EntryKind::Replied { text, attached, .. } => {
                    let state = entry.state.as_deref();
                    if state.is_some_and(|state| state.deleted.is_some()) {
                        continue;
                    }
                    let edited = state.and_then(|state| state.edited.as_ref());
                    let text = edited.map_or(text, |edition| &edition.text);
                    put(
                        &step,
                        &Message {
                            room,
                            seq: entry.seq,
                            author: entry.author.clone(),
                            at: entry.at,
                            text: text.as_str().to_owned(),
                            files: names(attached),
                        },
                    )?;
                }
                EntryKind::Edited { target, text } => {
                    if let Some((id, mut message)) = held(&step, room, *target)? {
                        text.as_str().clone_into(&mut message.text);
                        remove(&step, id, room, *target)?;
                        insert(&step, id, &message)?;
                        has_erased = true;
                    }
                }
                EntryKind::Deleted { target } => {
                    if let Some((id, _)) = held(&step, room, *target)? {
                        remove(&step, id, room, *target)?;
                        has_erased = true;
                    }
                }
                EntryKind::Reacted { .. }
                | EntryKind::Unreacted { .. }
                | EntryKind::Pinned { .. }
                | EntryKind::Unpinned { .. }
                | EntryKind::TopicSet { .. }
                | EntryKind::Erased
                | EntryKind::Unknown { .. } => {}
            }
        }
        step.prepare_cached(
            "INSERT INTO progress (room, upto) VALUES (?1, ?2)
             ON CONFLICT (room) DO UPDATE SET upto = max(upto, excluded.upto)",
        )?
        .execute([column(room.0), column(last.seq.0)])?;
        step.commit()?;
        Ok(has_erased)
    }

    /// Moves the write-ahead log into the file and empties it: what was taken back is then in
    /// neither. While somebody searches it stays, and is to be asked for again.
    ///
    /// # Errors
    /// The disk's.
    pub fn empty_log(&self) -> Result<bool, IndexError> {
        let writer = self.writer();
        let busy: i64 =
            writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        Ok(busy == 0)
    }
}

fn put(connection: &Connection, message: &Message) -> rusqlite::Result<()> {
    if held(connection, message.room, message.seq)?.is_some() {
        return Ok(());
    }
    let first = column(message.at.0).saturating_mul(IN_ONE_MS);
    let newest: Option<i64> = connection
        .prepare_cached("SELECT max(id) FROM messages WHERE id >= ?1 AND id < ?1 + ?2")?
        .query_row([first, IN_ONE_MS], |row| row.get(0))?;
    // A burst beyond that borrows from the next millisecond.
    let mut id = newest.map_or(first, |newest| newest + 1);
    while connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM messages WHERE id = ?1)")?
        .query_row([id], |row| row.get(0))?
    {
        id += 1;
    }
    insert(connection, id, message)
}

fn insert(connection: &Connection, id: i64, message: &Message) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO messages (id, room, seq, author, name, at, text, files)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            id,
            column(message.room.0),
            column(message.seq.0),
            column(message.author.id.0),
            message.author.name.as_str(),
            column(message.at.0),
            message.text,
            message.files,
        ])?;
    connection
        .prepare_cached("INSERT INTO found (rowid, grams) VALUES (?1, ?2)")?
        .execute(params![id, grams_of(&message.whole())])?;
    Ok(())
}

/// The grams leave by what they were made of: the table keeps no contents.
fn remove(connection: &Connection, id: i64, room: RoomId, seq: Seq) -> rusqlite::Result<()> {
    let Some((_, message)) = held(connection, room, seq)? else {
        return Ok(());
    };
    connection
        .prepare_cached("INSERT INTO found (found, rowid, grams) VALUES ('delete', ?1, ?2)")?
        .execute(params![id, grams_of(&message.whole())])?;
    connection
        .prepare_cached("DELETE FROM messages WHERE room = ?1 AND seq = ?2")?
        .execute([column(room.0), column(seq.0)])?;
    Ok(())
}

fn held(
    connection: &Connection,
    room: RoomId,
    seq: Seq,
) -> rusqlite::Result<Option<(i64, Message)>> {
    connection
        .prepare_cached(
            "SELECT room, seq, author, name, at, text, files, id FROM messages
             WHERE room = ?1 AND seq = ?2",
        )?
        .query_row([column(room.0), column(seq.0)], |row| {
            Ok((row.get(7)?, crate::searching::message(row)?))
        })
        .optional()
}

fn names(attached: &Attached) -> String {
    let names = attached.files.iter().map(|file| file.name.as_str());
    names.collect::<Vec<_>>().join("\n")
}

fn grams_of(text: &str) -> String {
    let grams = grams::of_text(&Folded::new(text));
    grams.into_iter().collect::<Vec<_>>().join(" ")
}

/// Numbers of the log never reach the sign.
pub(crate) fn column(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
