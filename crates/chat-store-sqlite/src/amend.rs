//! What became of messages, as the tables have it: read for a check or a page, written
//! behind an amendment, erased with a deletion. All inside the caller's transaction.

use chat_store::fold::{self, Facts, Folded, Written};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, params};
use shared::cursor::Seq;
use shared::entry::{Author, Deletion, Edition, EntryKind, MessageState, Pin, Reaction, Thread};
use shared::ids::{RoomId, UserId};
use shared::limits::REACTORS_LISTED_MAX;
use shared::moment::Timestamp;
use shared::text::{Emoji, MessageText};

use crate::chain::{Hash, Salt, text_digest};
use crate::files;
use crate::rows::{KIND_EDITED, KIND_REPLIED, author, column, number};
use crate::seal::{AMENDED, REACTIONS};
use crate::threads;

/// What is known of a message before it is amended by `by`; none if the room has no
/// message with this number.
pub(crate) fn facts(
    connection: &Connection,
    room: RoomId,
    target: Seq,
    by: UserId,
    kind: &EntryKind,
) -> rusqlite::Result<Option<Facts>> {
    let Some(written) = of_message(connection, room, target)? else {
        return Ok(None);
    };
    let pins: i64 = connection
        .prepare_cached("SELECT count(*) FROM amended WHERE room = ?1 AND pinned IS NOT NULL")?
        .query_row([column(room.0)], |row| row.get(0))?;
    let mut folded = but_reactions(connection, room, target)?.unwrap_or_default();
    if fold::emoji_of(kind).is_some() {
        // One of each kind, and those of the writer: as many as matter, however many
        // people there are.
        folded.reactions = kinds(connection, room, target)?;
        folded
            .reactions
            .extend(reactions_of(connection, room, target, by)?);
    }
    let pins = usize::try_from(pins).unwrap_or(usize::MAX);
    Ok(Some(folded.facts(written, pins, by, kind)))
}

/// What a message was written as, also one that was taken back.
pub(crate) fn of_message(
    connection: &Connection,
    room: RoomId,
    seq: Seq,
) -> rusqlite::Result<Option<Written>> {
    connection
        .prepare_cached(
            "SELECT author, kind, EXISTS (
                 SELECT 1 FROM message_files AS f
                 WHERE f.room = e.room AND f.seq = e.seq AND f.gone = 0)
             FROM entries AS e WHERE room = ?1 AND seq = ?2 AND kind IN (1, 8)",
        )?
        .query_row([column(room.0), column(seq.0)], |row| {
            let kind: i64 = row.get(1)?;
            Ok(Written {
                author: UserId(number(row, 0)?),
                in_thread: kind == KIND_REPLIED,
                has_files: row.get(2)?,
            })
        })
        .optional()
}

/// What became of a message, with everybody who reacts to it; none if nothing did.
pub(crate) fn folded(
    connection: &Connection,
    room: RoomId,
    seq: Seq,
) -> rusqlite::Result<Option<Folded>> {
    let Some(mut folded) = but_reactions(connection, room, seq)? else {
        return Ok(None);
    };
    folded.reactions = connection
        .prepare_cached(
            "SELECT emoji, user, seq FROM reactions WHERE room = ?1 AND target = ?2 ORDER BY seq",
        )?
        .query_map([column(room.0), column(seq.0)], reaction)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(folded))
}

/// What became of a message but for its reactions, which may be many; none if nothing did.
pub(crate) fn but_reactions(
    connection: &Connection,
    room: RoomId,
    seq: Seq,
) -> rusqlite::Result<Option<Folded>> {
    connection
        .prepare_cached(
            "SELECT as_of, edited, deleted, pinned, replies, last_reply
             FROM amended WHERE room = ?1 AND seq = ?2",
        )?
        .query_row([column(room.0), column(seq.0)], |row| {
            Ok(Folded {
                as_of: Seq(number(row, 0)?),
                edited: optional(row, 1)?,
                deleted: optional(row, 2)?,
                pinned: optional(row, 3)?,
                reactions: Vec::new(),
                replies: number(row, 4)?,
                last_reply: optional(row, 5)?,
            })
        })
        .optional()
}

// The indexes are named, since SQLite, which knows nothing of crowds, would rather walk
// everybody who reacts to the message.

/// The first reaction with each emoji that a message has.
fn kinds(
    connection: &Connection,
    room: RoomId,
    target: Seq,
) -> rusqlite::Result<Vec<(Emoji, UserId, Seq)>> {
    let mut next = connection.prepare_cached(
        "SELECT emoji, user, seq FROM reactions INDEXED BY reactions_by_emoji
         WHERE room = ?1 AND target = ?2 AND emoji > ?3 ORDER BY emoji, seq LIMIT 1",
    )?;
    let mut kinds: Vec<(Emoji, UserId, Seq)> = Vec::new();
    loop {
        let after = kinds.last().map_or("", |(emoji, ..)| emoji.as_str());
        let found = next
            .query_row(params![column(room.0), column(target.0), after], reaction)
            .optional()?;
        match found {
            Some(kind) => kinds.push(kind),
            None => return Ok(kinds),
        }
    }
}

/// What somebody reacts to a message with.
fn reactions_of(
    connection: &Connection,
    room: RoomId,
    target: Seq,
    user: UserId,
) -> rusqlite::Result<Vec<(Emoji, UserId, Seq)>> {
    connection
        .prepare_cached(
            "SELECT emoji, user, seq FROM reactions INDEXED BY reactions_by_user
             WHERE room = ?1 AND target = ?2 AND user = ?3",
        )?
        .query_map([column(room.0), column(target.0), column(user.0)], reaction)?
        .collect()
}

fn reaction(row: &Row<'_>) -> rusqlite::Result<(Emoji, UserId, Seq)> {
    let emoji = Emoji::from_stored(row.get(0)?);
    Ok((emoji, UserId(number(row, 1)?), Seq(number(row, 2)?)))
}

/// Takes in the amendment `seq`, which is in the log already.
pub(crate) fn apply(
    connection: &Connection,
    room: RoomId,
    target: Seq,
    seq: Seq,
    by: UserId,
    kind: &EntryKind,
) -> rusqlite::Result<()> {
    // Of the reactions it has none but one that is new.
    let mut now = but_reactions(connection, room, target)?.unwrap_or_default();
    now.apply(seq, by, kind);
    if now.replies == 1 && matches!(kind, EntryKind::Replied { .. }) {
        threads::begin(connection, (room, target))?;
    }
    let (room, target) = (column(room.0), column(target.0));
    let row = [
        Value::Integer(room),
        Value::Integer(target),
        Value::Integer(column(now.as_of.0)),
        value(now.edited),
        value(now.deleted),
        value(now.pinned),
        Value::Integer(column(now.replies)),
        value(now.last_reply),
    ];
    let seal = AMENDED.seal(row.iter().map(ValueRef::from));
    connection
        .prepare_cached(
            "INSERT INTO amended
                 (room, seq, as_of, edited, deleted, pinned, replies, last_reply, seal)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (room, seq) DO UPDATE SET
                 as_of = excluded.as_of, edited = excluded.edited, deleted = excluded.deleted,
                 pinned = excluded.pinned, replies = excluded.replies,
                 last_reply = excluded.last_reply, seal = excluded.seal",
        )?
        .execute(params![
            row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], seal
        ])?;
    if let EntryKind::Unreacted { emoji, .. } = kind {
        connection
            .prepare_cached(
                "DELETE FROM reactions INDEXED BY reactions_by_user
                 WHERE room = ?1 AND target = ?2 AND user = ?3 AND emoji = ?4",
            )?
            .execute(params![room, target, column(by.0), emoji.as_str()])?;
    }
    for (emoji, user, seq) in &now.reactions {
        let row = [room, target, column(seq.0), column(user.0)];
        let values = row.map(ValueRef::Integer).into_iter();
        let seal = REACTIONS.seal(values.chain([ValueRef::Text(emoji.as_str().as_bytes())]));
        connection
            .prepare_cached(
                "INSERT INTO reactions (room, target, seq, user, emoji, seal)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                row[0],
                row[1],
                row[2],
                row[3],
                emoji.as_str(),
                seal
            ])?;
    }
    if matches!(kind, EntryKind::Deleted { .. }) {
        connection
            .prepare_cached("DELETE FROM reactions WHERE room = ?1 AND target = ?2")?
            .execute([room, target])?;
        erase(connection, room, target)?;
        files::give_up(connection, room, target)?;
    }
    Ok(())
}

/// Erases the text of a message and of its edits, and what it brought. What the running hash needs of a text
/// stays: its digest, without the salt that would help to guess it.
fn erase(connection: &Connection, room: i64, target: i64) -> rusqlite::Result<()> {
    let texts: Vec<(i64, String, Salt, Option<String>)> = connection
        .prepare_cached(
            "SELECT seq, text, salt, attached FROM entries
             WHERE room = ?1 AND seq = ?2 AND text IS NOT NULL
             UNION ALL
             SELECT seq, text, salt, attached FROM entries
             WHERE room = ?1 AND target = ?2 AND kind = 2 AND text IS NOT NULL",
        )?
        .query_map([room, target], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut update = connection.prepare_cached(
        "UPDATE entries SET text = NULL, salt = NULL, attached = NULL, text_digest = ?3
         WHERE room = ?1 AND seq = ?2",
    )?;
    for (seq, text, salt, attached) in texts {
        let digest: Hash = text_digest(&salt, &text, attached.as_deref());
        update.execute(params![room, seq, digest])?;
    }
    Ok(())
}

/// A message's state for a reader; none if nothing became of it.
pub(crate) fn state(
    connection: &Connection,
    room: RoomId,
    seq: Seq,
    reader: Option<UserId>,
) -> rusqlite::Result<Option<Box<MessageState>>> {
    let Some(folded) = but_reactions(connection, room, seq)? else {
        return Ok(None);
    };
    let edited = folded.edited.map(|edit| edition(connection, room, edit));
    let signed = |seq: Option<Seq>| seq.map(|seq| signed(connection, room, seq)).transpose();
    Ok(Some(Box::new(MessageState {
        as_of: folded.as_of,
        edited: edited.transpose()?,
        deleted: signed(folded.deleted)?.map(|(by, at)| Deletion { by, at }),
        pinned: signed(folded.pinned)?.map(|(by, at)| Pin { by, at }),
        reactions: reactions(connection, room, seq, reader)?,
        thread: thread(connection, room, &folded)?,
    })))
}

/// What a message's thread comes to.
fn thread(
    connection: &Connection,
    room: RoomId,
    folded: &Folded,
) -> rusqlite::Result<Option<Thread>> {
    let Some(last) = folded.last_reply else {
        return Ok(None);
    };
    let at = connection
        .prepare_cached("SELECT at FROM entries WHERE room = ?1 AND seq = ?2")?
        .query_row([column(room.0), column(last.0)], |row| number(row, 0))?;
    Ok(Some(Thread {
        replies: folded.replies,
        last,
        at: Timestamp(at),
    }))
}

/// The reactions to a message, told to this reader. Names are read only of as many people
/// as are named.
fn reactions(
    connection: &Connection,
    room: RoomId,
    target: Seq,
    reader: Option<UserId>,
) -> rusqlite::Result<Vec<Reaction>> {
    let mut kinds = kinds(connection, room, target)?;
    if kinds.is_empty() {
        return Ok(Vec::new());
    }
    kinds.sort_unstable_by_key(|(.., first)| *first);
    let own = match reader {
        Some(reader) => reactions_of(connection, room, target, reader)?,
        None => Vec::new(),
    };
    let mut first = connection.prepare_cached(
        "SELECT u.id, u.name
         FROM reactions r INDEXED BY reactions_by_emoji JOIN users u ON u.id = r.user
         WHERE r.room = ?1 AND r.target = ?2 AND r.emoji = ?3 ORDER BY r.seq LIMIT ?4",
    )?;
    let mut count = connection.prepare_cached(
        "SELECT count(*) FROM reactions INDEXED BY reactions_by_emoji
         WHERE room = ?1 AND target = ?2 AND emoji = ?3",
    )?;
    let (room, target) = (column(room.0), column(target.0));
    let mut counts = Vec::new();
    let mut named = Vec::new();
    for (emoji, ..) in kinds {
        counts.push(count.query_row(params![room, target, emoji.as_str()], |row| number(row, 0))?);
        let listed = params![room, target, emoji.as_str(), REACTORS_LISTED_MAX as i64];
        let mut who: Vec<Author> = first
            .query_map(listed, |row| author(row, 0))?
            .collect::<rusqlite::Result<_>>()?;
        if let Some((_, reader, _)) = own.iter().find(|(with, ..)| *with == emoji)
            && who.iter().all(|one| one.id != *reader)
        {
            who.push(user_named(connection, *reader)?);
        }
        named.extend(who.into_iter().map(|one| (emoji.clone(), one)));
    }
    let mut reactions = fold::by_emoji(named, reader);
    for (reaction, count) in reactions.iter_mut().zip(counts) {
        reaction.count = u32::try_from(count).unwrap_or(u32::MAX);
    }
    Ok(reactions)
}

/// Former versions of a message with numbers above `after`, below the one that stands.
pub(crate) fn versions(
    connection: &Connection,
    room: RoomId,
    seq: Seq,
    (after, stands): (Seq, Seq),
    limit: u16,
    mut take: impl FnMut(Edition) -> bool,
) -> rusqlite::Result<()> {
    let mut query = connection.prepare_cached(
        "SELECT seq, at, text FROM entries
         WHERE room = ?1 AND seq = ?2 AND seq > ?3 AND text IS NOT NULL
         UNION ALL
         SELECT seq, at, text FROM entries
         WHERE room = ?1 AND target = ?2 AND kind = 2 AND seq > ?3 AND seq < ?4
               AND text IS NOT NULL
         ORDER BY seq LIMIT ?5",
    )?;
    let mut rows = query.query(params![
        column(room.0),
        column(seq.0),
        column(after.0),
        column(stands.0),
        i64::from(limit)
    ])?;
    while let Some(row) = rows.next()? {
        if !take(edition_in(row)?) {
            break;
        }
    }
    Ok(())
}

fn edition(connection: &Connection, room: RoomId, seq: Seq) -> rusqlite::Result<Edition> {
    connection
        .prepare_cached(
            "SELECT seq, at, text FROM entries WHERE room = ?1 AND seq = ?2 AND kind = ?3",
        )?
        .query_row(
            params![column(room.0), column(seq.0), KIND_EDITED],
            edition_in,
        )
}

fn edition_in(row: &Row<'_>) -> rusqlite::Result<Edition> {
    Ok(Edition {
        seq: Seq(number(row, 0)?),
        at: Timestamp(number(row, 1)?),
        text: MessageText::from_stored(row.get(2)?),
    })
}

/// Who wrote an entry, and when.
fn signed(
    connection: &Connection,
    room: RoomId,
    seq: Seq,
) -> rusqlite::Result<(Author, Timestamp)> {
    connection
        .prepare_cached(
            "SELECT u.id, u.name, e.at FROM entries e JOIN users u ON u.id = e.author
             WHERE e.room = ?1 AND e.seq = ?2",
        )?
        .query_row([column(room.0), column(seq.0)], |row| {
            Ok((author(row, 0)?, Timestamp(number(row, 2)?)))
        })
}

fn user_named(connection: &Connection, user: UserId) -> rusqlite::Result<Author> {
    connection
        .prepare_cached("SELECT id, name FROM users WHERE id = ?1")?
        .query_row([column(user.0)], |row| author(row, 0))
}

fn optional(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<Seq>> {
    let is_there = row.get_ref(index)? != ValueRef::Null;
    is_there.then(|| number(row, index).map(Seq)).transpose()
}

fn value(seq: Option<Seq>) -> Value {
    seq.map_or(Value::Null, |seq| Value::Integer(column(seq.0)))
}
