//! The walk over all entries: numbers, heads, hashes.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row};

use super::{Finding, Verified};
use crate::chain::{self, Fields, Hash};
use crate::rows::number;

/// Walks every room's log from its first entry to its last.
pub(super) fn check(connection: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    let mut heads: BTreeMap<i64, i64> = connection
        .prepare("SELECT id, head FROM rooms")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    verified.rooms = heads.len() as u64;
    verified.users =
        connection.query_row("SELECT count(*) FROM users", [], |row| number(row, 0))?;
    let mut query = connection.prepare(
        "SELECT room, seq, author, client_id, at, kind, target, text, salt, text_digest, hash
         FROM entries ORDER BY room, seq",
    )?;
    let mut rows = query.query([])?;
    let mut walk: Option<Walk> = None;
    while let Some(row) = rows.next()? {
        let room: i64 = row.get(0)?;
        if walk.as_ref().is_none_or(|walk| walk.room != room) {
            end(walk.take().as_ref(), &mut heads, verified);
        }
        let walk = walk.get_or_insert(Walk {
            room,
            newest: 0,
            before: chain::START,
        });
        verified.entries += 1;
        step(walk, row, verified)?;
    }
    end(walk.as_ref(), &mut heads, verified);
    for (room, head) in heads {
        if head != 0 {
            let newest = 0;
            verified.found(Finding::Head { room, head, newest });
        }
    }
    Ok(())
}

/// Where the walk stands in a room.
struct Walk {
    room: i64,
    newest: i64,
    before: Hash,
}

fn step(walk: &mut Walk, row: &Row<'_>, verified: &mut Verified) -> rusqlite::Result<()> {
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
    let text_digest = match (&text, &salt, &kept) {
        (None, None, None) => None,
        (Some(text), Some(salt), None) => match salt.as_slice().try_into() {
            Ok(salt) => Some(chain::text_digest(&salt, text)),
            Err(_) => return Ok(None),
        },
        (None, None, Some(kept)) => match kept.as_slice().try_into() {
            Ok(digest) => Some(digest),
            Err(_) => return Ok(None),
        },
        _ => return Ok(None),
    };
    let client_id: Vec<u8> = row.get(3)?;
    let fields = Fields {
        room,
        seq,
        author: row.get(2)?,
        client_id: &client_id,
        at: row.get(4)?,
        kind: row.get(5)?,
        target: row.get(6)?,
        text_digest,
    };
    Ok(Some(chain::hash(before, &fields)))
}

/// A room's entries are over: its head must be the last of them.
fn end(walk: Option<&Walk>, heads: &mut BTreeMap<i64, i64>, verified: &mut Verified) {
    let Some(&Walk { room, newest, .. }) = walk else {
        return;
    };
    verified.chains += 1;
    // A room that does not exist is told by the references.
    if let Some(head) = heads.remove(&room)
        && head != newest
    {
        verified.found(Finding::Head { room, head, newest });
    }
}
