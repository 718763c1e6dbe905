//! Appending an entry inside the writer's transaction.
//!
//! The writer is the only one that writes, so it may remember between batches what
//! it would otherwise read again: the heads of rooms and the names of authors.
//! What it remembers follows the transaction: [`Memory::forget`] after a rollback.

use std::collections::HashMap;

use chat_store::fold::Unamendable;
use chat_store::records::{Appended, NewEntry};
use chat_store::{StoreError, entry_of, fold};
use rusqlite::{Connection, OptionalExtension, params};
use shared::cursor::Seq;
use shared::entry::{Author, Entry, EntryKind};
use shared::ids::{RoomId, UserId};

use crate::amend;
use crate::chain::{self, Fields, Hash, text_digest};
use crate::failure::Failure;
use crate::files;
use crate::rooms;
use crate::rows::{
    attached_column, column, entry, entry_columns, kind_columns, ms_column, number, posts,
};
use crate::users::user_by_id;

/// Authors that are remembered: those of a busy hour. When more have written, all
/// are forgotten and the busy ones come back by themselves.
const AUTHORS_KEPT_MAX: usize = 4_096;

/// Rooms that are remembered, as [`AUTHORS_KEPT_MAX`].
const ROOMS_KEPT_MAX: usize = 4_096;

/// What the writer knows without asking.
#[derive(Default)]
pub(crate) struct Memory {
    heads: HashMap<RoomId, Head>,
    authors: HashMap<UserId, Author>,
}

#[derive(Clone, Copy)]
struct Head {
    /// With the entries of this transaction.
    now: Seq,
    /// As the room's row says.
    stored: Seq,
    /// How many of the entries up to `now` are no messages.
    amendments: u64,
    /// Of the entry at `now`.
    hash: Hash,
}

impl Memory {
    /// After a rollback nothing is known any more.
    pub(crate) fn forget(&mut self) {
        self.heads.clear();
        self.authors.clear();
    }

    /// Writes the heads that have moved, before the transaction commits.
    pub(crate) fn store_heads(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let mut update = connection
            .prepare_cached("UPDATE rooms SET head = ?2, amendments = ?3 WHERE id = ?1")?;
        for (room, head) in &mut self.heads {
            if head.now != head.stored {
                update.execute([column(room.0), column(head.now.0), column(head.amendments)])?;
                head.stored = head.now;
            }
        }
        Ok(())
    }

    /// The room's newest number, with those of this transaction.
    pub(crate) fn head(&mut self, connection: &Connection, room: RoomId) -> Result<Seq, Failure> {
        Ok(self.end(connection, room)?.now)
    }

    fn end(&mut self, connection: &Connection, room: RoomId) -> Result<Head, Failure> {
        if let Some(head) = self.heads.get(&room) {
            return Ok(*head);
        }
        let (stored, amendments) = connection
            .prepare_cached("SELECT head, amendments FROM rooms WHERE id = ?1")?
            .query_row([column(room.0)], |row| {
                Ok((Seq(number(row, 0)?), number(row, 1)?))
            })
            .optional()?
            .ok_or(StoreError::NotFound("room"))?;
        let hash = connection
            .prepare_cached("SELECT hash FROM entries WHERE room = ?1 AND seq = ?2")?
            .query_row([column(room.0), column(stored.0)], |row| row.get(0))
            .optional()?
            .unwrap_or(chain::START);
        let head = Head {
            now: stored,
            stored,
            amendments,
            hash,
        };
        self.heads.insert(room, head);
        Ok(head)
    }

    /// Between batches, when all heads are stored.
    pub(crate) fn trim(&mut self) {
        if self.heads.len() > ROOMS_KEPT_MAX {
            self.heads.clear();
        }
        if self.authors.len() > AUTHORS_KEPT_MAX {
            self.authors.clear();
        }
    }

    fn author(&mut self, connection: &Connection, user: UserId) -> Result<Author, Failure> {
        if let Some(author) = self.authors.get(&user) {
            return Ok(author.clone());
        }
        let author = user_by_id(connection, user)?.ok_or(StoreError::NotFound("user"))?;
        self.authors.insert(user, author.clone());
        Ok(author)
    }
}

/// Numbers and inserts the entry, or finds the first of a repeat.
pub(crate) fn append(
    connection: &Connection,
    memory: &mut Memory,
    new: &NewEntry,
) -> Result<Appended, Failure> {
    let author = memory.author(connection, new.author)?;
    let end = memory.end(connection, new.room)?;
    let seq = end.now.next();
    let client_id = new.client_id.to_bytes();
    let Some(columns) = kind_columns(&new.kind) else {
        return Err(StoreError::NotFound("kind").into());
    };
    let text = columns.text;
    let named = fold::names(&new.kind);
    let files = columns.attached.map_or(&[][..], |one| &one.files);
    let is_topic = matches!(new.kind, EntryKind::TopicSet { .. });
    // What is checked before it is written could be a repeat, which has to be found before.
    if (named.is_some() || is_topic || !files.is_empty())
        && let Some(first) = first_of(connection, new)?
    {
        return Ok(Appended::Repeated(first));
    }
    if let Some(target) = named {
        let facts = amend::facts(connection, new.room, target, new.author, &new.kind)?;
        if let Err(why) = fold::check(&new.kind, new.author, new.claims, facts) {
            return Ok(Appended::Refused(why));
        }
    }
    if is_topic {
        let now = rooms::topic(connection, new.room)?;
        if let Err(why) = fold::check_topic(&new.kind, now.as_ref()) {
            return Ok(Appended::Refused(why));
        }
    }
    if files::are_taken(connection, files, (new.author, new.client_id))? {
        return Ok(Appended::Refused(Unamendable::FileTaken));
    }
    let attached = columns.attached.map(attached_column).transpose()?;
    let amendments = end.amendments + u64::from(!fold::is_message(&new.kind));
    let salt = text.map(|_| chain::new_salt()).transpose();
    let salt = salt.map_err(|error| StoreError::Unavailable(error.to_string()))?;
    let fields = Fields {
        room: column(new.room.0),
        seq: column(seq.0),
        author: column(new.author.0),
        client_id: &client_id,
        at: ms_column(new.at),
        kind: columns.kind,
        target: columns.target,
        text_digest: salt
            .zip(text)
            .map(|(salt, text)| text_digest(&salt, text, attached.as_deref())),
        emoji: columns.emoji,
    };
    let hash = chain::hash(&end.hash, &fields);
    let inserted = connection
        .prepare_cached(
            "INSERT INTO entries
                 (room, seq, author, client_id, at, kind, target, text, salt, hash, emoji,
                  amendments, attached)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
             ON CONFLICT (client_id, author, room) DO NOTHING",
        )?
        .execute(params![
            fields.room,
            fields.seq,
            fields.author,
            fields.client_id,
            fields.at,
            fields.kind,
            fields.target,
            text,
            salt,
            hash,
            fields.emoji,
            column(amendments),
            attached,
        ])?;
    if inserted == 0 {
        let first = first_of(connection, new)?;
        return Ok(Appended::Repeated(
            first.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
        ));
    }
    if let Some(head) = memory.heads.get_mut(&new.room) {
        head.now = seq;
        head.hash = hash;
        head.amendments = amendments;
    }
    files::attach(connection, new.room, seq, files)?;
    if let Some(target) = new.kind.target() {
        amend::apply(connection, new.room, target, seq, new.author, &new.kind)?;
    }
    let entry = entry_of(new, author, seq, posts(seq, amendments));
    Ok(Appended::Fresh(entry))
}

fn first_of(connection: &Connection, repeat: &NewEntry) -> rusqlite::Result<Option<Entry>> {
    connection
        .prepare_cached(concat!(
            "SELECT ",
            entry_columns!(),
            " FROM entries e JOIN users u ON u.id = e.author
             WHERE e.client_id = ?1 AND e.author = ?2 AND e.room = ?3"
        ))?
        .query_row(
            params![
                repeat.client_id.to_bytes(),
                column(repeat.author.0),
                column(repeat.room.0)
            ],
            entry,
        )
        .optional()
}
