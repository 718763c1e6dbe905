//! The walk over all entries: numbers, heads, hashes, counts, the fold of amendments, and
//! whose text is erased.

use std::collections::BTreeMap;

use chat_store::fold::{Folded, is_message};

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use shared::cursor::Seq;
use shared::entry::{Attached, EntryKind};
use shared::ids::{RoomId, UserId};
use shared::text::{Emoji, MessageText};

use super::{Finding, Verified};
use crate::amend;
use crate::chain::{self, Fields, Hash};
use crate::files;
use crate::rows::{column, number};

/// Walks every room's log from its first entry to its last.
pub(super) fn check(connection: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    let mut heads: Heads = connection
        .prepare("SELECT id, head, amendments FROM rooms")?
        .query_map([], |row| {
            let count: i64 = row.get(2)?;
            Ok((row.get(0)?, (row.get(1)?, count)))
        })?
        .collect::<rusqlite::Result<_>>()?;
    verified.rooms = heads.len() as u64;
    verified.users =
        connection.query_row("SELECT count(*) FROM users", [], |row| number(row, 0))?;
    let mut query = connection.prepare(
        "SELECT room, seq, author, client_id, at, kind, target, text, salt, text_digest, hash,
                emoji, amendments, attached
         FROM entries ORDER BY room, seq",
    )?;
    let mut rows = query.query([])?;
    let mut walk: Option<Walk> = None;
    while let Some(row) = rows.next()? {
        let room: i64 = row.get(0)?;
        if walk.as_ref().is_none_or(|walk| walk.room != room) {
            end(connection, walk.take().as_ref(), &mut heads, verified)?;
        }
        let walk = walk.get_or_insert(Walk {
            room,
            newest: 0,
            before: chain::START,
            amendments: 0,
            folded: BTreeMap::new(),
            erased: Vec::new(),
        });
        verified.entries += 1;
        step(connection, walk, row, verified)?;
    }
    end(connection, walk.as_ref(), &mut heads, verified)?;
    for (room, (head, _)) in heads {
        if head != 0 {
            let newest = 0;
            verified.found(Finding::Head { room, head, newest });
        }
    }
    Ok(())
}

/// The head and the count of amendments that each room has noted.
type Heads = BTreeMap<i64, (i64, i64)>;

/// Where the walk stands in a room.
struct Walk {
    room: i64,
    newest: i64,
    before: Hash,
    amendments: i64,
    /// What the log makes of messages.
    folded: BTreeMap<i64, Folded>,
    /// Entries without the text that they had, each with the message that it was of.
    erased: Vec<(i64, i64)>,
}

fn step(
    connection: &Connection,
    walk: &mut Walk,
    row: &Row<'_>,
    verified: &mut Verified,
) -> rusqlite::Result<()> {
    let Walk { room, newest, .. } = *walk;
    let seq: i64 = row.get(1)?;
    if seq < 1 {
        verified.found(Finding::Number { room, seq });
        return Ok(());
    }
    if seq > newest + 1 {
        let (first, last) = (newest + 1, seq - 1);
        verified.found(Finding::Missing { room, first, last });
    }
    walk.newest = seq;
    fold(walk, seq, row, verified)?;
    if !files::are_noted(connection, (room, seq), row.get_ref(13)?.as_str_or_null()?)? {
        verified.found(Finding::Fold { room, seq });
    }
    let stored = row.get_ref(10)?.as_blob().ok();
    let stored = stored.and_then(|stored| Hash::try_from(stored).ok());
    let computed = hash(&walk.before, room, seq, row)?;
    if stored.is_none() || stored != computed {
        verified.found(Finding::Entry { room, seq });
    }
    // Going on from what is stored tells each damaged entry once.
    walk.before = stored.or(computed).unwrap_or(chain::START);
    Ok(())
}

/// The hash that the entry should have; none if its text cannot be vouched for.
fn hash(before: &Hash, room: i64, seq: i64, row: &Row<'_>) -> rusqlite::Result<Option<Hash>> {
    let text: Option<String> = row.get(7)?;
    let salt: Option<Vec<u8>> = row.get(8)?;
    let kept: Option<Vec<u8>> = row.get(9)?;
    let attached: Option<String> = row.get(13)?;
    let text_digest = match (&text, &salt, &kept) {
        (None, None, None) if attached.is_none() => None,
        (Some(text), Some(salt), None) => match salt.as_slice().try_into() {
            Ok(salt) => Some(chain::text_digest(&salt, text, attached.as_deref())),
            Err(_) => return Ok(None),
        },
        (None, None, Some(kept)) if attached.is_none() => match kept.as_slice().try_into() {
            Ok(digest) => Some(digest),
            Err(_) => return Ok(None),
        },
        _ => return Ok(None),
    };
    let client_id: Vec<u8> = row.get(3)?;
    let emoji: Option<String> = row.get(11)?;
    let fields = Fields {
        room,
        seq,
        author: row.get(2)?,
        client_id: &client_id,
        at: row.get(4)?,
        kind: row.get(5)?,
        target: row.get(6)?,
        text_digest,
        emoji: emoji.as_deref(),
    };
    Ok(Some(chain::hash(before, &fields)))
}

/// A room's entries are over: its head must be the last of them.
fn end(
    connection: &Connection,
    walk: Option<&Walk>,
    heads: &mut Heads,
    verified: &mut Verified,
) -> rusqlite::Result<()> {
    let Some(walk) = walk else {
        return Ok(());
    };
    let &Walk { room, newest, .. } = walk;
    verified.chains += 1;
    // A room that does not exist is told by the references.
    if let Some((head, amendments)) = heads.remove(&room) {
        if head != newest {
            verified.found(Finding::Head { room, head, newest });
        } else if amendments != walk.amendments {
            verified.found(Finding::Fold { room, seq: head });
        }
    }
    erased(connection, walk, verified)?;
    noted(connection, walk, verified)
}

/// Whether those texts are gone, and only those, whose messages were taken back.
fn erased(connection: &Connection, walk: &Walk, verified: &mut Verified) -> rusqlite::Result<()> {
    let room = walk.room;
    let is_deleted = |message| {
        let folded = walk.folded.get(message);
        folded.is_some_and(|folded| folded.deleted.is_some())
    };
    for (seq, message) in &walk.erased {
        if !is_deleted(message) {
            verified.found(Finding::Erased { room, seq: *seq });
        }
    }
    let mut kept = connection.prepare(
        "SELECT seq FROM entries WHERE room = ?1 AND seq = ?2 AND text IS NOT NULL
         UNION ALL
         SELECT seq FROM entries
         WHERE room = ?1 AND target = ?2 AND kind = 2 AND text IS NOT NULL",
    )?;
    for &message in walk.folded.keys().filter(|message| is_deleted(message)) {
        for seq in kept.query_map([room, message], |row| row.get(0))? {
            let seq = seq?;
            verified.found(Finding::Kept { room, seq });
        }
    }
    Ok(())
}

/// Counts an entry and takes it into what becomes of its message.
fn fold(walk: &mut Walk, seq: i64, row: &Row<'_>, verified: &mut Verified) -> rusqlite::Result<()> {
    let kind = kind(row)?;
    let is_amendment = !kind.as_ref().is_some_and(is_message);
    walk.amendments += i64::from(is_amendment);
    let counted: i64 = row.get(12)?;
    if counted != walk.amendments {
        verified.found(Finding::Fold {
            room: walk.room,
            seq,
        });
        walk.amendments = counted;
    }
    if let Some(kind) = &kind
        && kind.text().is_some()
        && row.get_ref(7)? == ValueRef::Null
    {
        let is_edit = matches!(kind, EntryKind::Edited { .. });
        let edited = kind.target().filter(|_| is_edit);
        let message = edited.map_or(seq, |target| column(target.0));
        walk.erased.push((seq, message));
    }
    if let Some(kind) = kind
        && let Some(target) = kind.target()
    {
        let by = UserId(number(row, 2)?);
        let folded = walk.folded.entry(column(target.0));
        folded
            .or_default()
            .apply(Seq(seq.unsigned_abs()), by, &kind);
    }
    Ok(())
}

/// What an entry was when it was written; its text is not looked at, since it may have
/// been erased.
fn kind(row: &Row<'_>) -> rusqlite::Result<Option<EntryKind>> {
    let named: Option<i64> = row.get(6)?;
    let named = named.map(|seq| Seq(seq.unsigned_abs()));
    let emoji: Option<String> = row.get(11)?;
    Ok(crate::rows::kind_of(
        row.get(5)?,
        Some(MessageText::from_stored(String::new())),
        named,
        emoji.map(Emoji::from_stored),
        Attached::default(),
    ))
}

/// Whether the tables say of a room's messages what its log says.
fn noted(connection: &Connection, walk: &Walk, verified: &mut Verified) -> rusqlite::Result<()> {
    let room = walk.room;
    let id = RoomId(room.unsigned_abs());
    for (&seq, folded) in &walk.folded {
        let noted = amend::folded(connection, id, Seq(seq.unsigned_abs()))?;
        if noted.as_ref() != Some(folded) {
            verified.found(Finding::Fold { room, seq });
        }
    }
    let mut extra = connection.prepare(
        "SELECT seq FROM amended WHERE room = ?1
         UNION SELECT target FROM reactions WHERE room = ?1 ORDER BY 1",
    )?;
    for seq in extra.query_map([room], |row| row.get::<_, i64>(0))? {
        let seq = seq?;
        if !walk.folded.contains_key(&seq) {
            verified.found(Finding::Fold { room, seq });
        }
    }
    Ok(())
}
