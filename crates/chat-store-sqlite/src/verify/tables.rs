//! Structure, definitions, seals and references: everything but the walk of the log.

use std::collections::BTreeMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::{FINDINGS_MAX, Finding, Verified};
use crate::plans::planned_files;
use crate::schema;
use crate::seal::{SEALED, Sealed};

/// SQLite's own check: pages, order, indexes against tables, uniqueness, types.
pub(super) fn structure(connection: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    let mut check = connection.prepare(&format!("PRAGMA integrity_check({FINDINGS_MAX})"))?;
    let mut rows = check.query([])?;
    while let Some(row) = rows.next()? {
        let told: String = row.get(0)?;
        for complaint in told.lines().filter(|line| *line != "ok") {
            let complaint = complaint.trim_end_matches('.').to_owned();
            verified.found(Finding::Structure { complaint });
        }
    }
    Ok(())
}

/// Every table and index is as the migrations make it.
pub(super) fn definitions(
    connection: &Connection,
    verified: &mut Verified,
) -> rusqlite::Result<()> {
    let mut sample = Connection::open_in_memory()?;
    schema::migrate(&mut sample)?;
    let wanted = defined(&sample)?;
    let found = defined(connection)?;
    for (name, definition) in wanted {
        if !found.contains(&(name.clone(), definition)) {
            verified.found(Finding::Definition { name });
        }
    }
    Ok(())
}

type Definition = (String, String, Option<String>);

fn defined(connection: &Connection) -> rusqlite::Result<Vec<(String, Definition)>> {
    connection
        .prepare("SELECT name, type, tbl_name, sql FROM sqlite_schema ORDER BY name")?
        .query_map([], |row| {
            Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?)))
        })?
        .collect()
}

/// Every sealed row is what was sealed.
pub(super) fn seals(connection: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    for sealed in &SEALED {
        let Sealed {
            table,
            key,
            columns,
        } = sealed;
        let keys = key.split(", ").count();
        let mut query =
            connection.prepare(&format!("SELECT {key}, {columns}, seal FROM {table}"))?;
        let last = query.column_count() - 1;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let values = (keys..last).map(|index| row.get_ref(index));
            let seal = sealed.seal(values.collect::<rusqlite::Result<Vec<_>>>()?);
            if row.get_ref(last)? != ValueRef::Blob(&seal) {
                let key = told(row, keys)?;
                verified.found(Finding::Row { table, key });
            }
        }
    }
    let files: i64 = connection.query_row("SELECT count(*) FROM meta", [], |row| row.get(0))?;
    if files != 1 {
        let (table, key) = ("meta", "1".to_owned());
        verified.found(Finding::Row { table, key });
    }
    Ok(())
}

/// What is noted of the files of plans is what the plans have.
pub(super) fn planned(connection: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    let mut listed = BTreeMap::new();
    let mut query = connection.prepare("SELECT id, user, plan, files FROM plans")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let of: (i64, Vec<u8>) = (row.get(1)?, row.get(2)?);
        // What cannot be read, its seal tells.
        for file in planned_files(row, 3).unwrap_or_default() {
            listed.insert((of.clone(), file.id.to_bytes()), row.get::<_, i64>(0)?);
        }
    }
    let mut query =
        connection.prepare("SELECT id, user, plan, file FROM plan_files WHERE gone = 0")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let of: (i64, Vec<u8>) = (row.get(1)?, row.get(2)?);
        if listed.remove(&(of, row.get(3)?)).is_none() {
            let (table, key) = ("plan_files", row.get::<_, i64>(0)?.to_string());
            verified.found(Finding::Row { table, key });
        }
    }
    for row in listed.into_values() {
        let (table, key) = ("plans", row.to_string());
        verified.found(Finding::Row { table, key });
    }
    Ok(())
}

fn told(row: &Row<'_>, keys: usize) -> rusqlite::Result<String> {
    let keys = (0..keys).map(|index| row.get(index).map(|key: i64| key.to_string()));
    Ok(keys.collect::<rusqlite::Result<Vec<_>>>()?.join(", "))
}

/// Rows that name others: where they stand, what they name.
const REFERENCES: [(&str, &str, &str); 18] = [
    ("SELECT 'A note ' || kind, user FROM notes", "user", "users"),
    (
        "SELECT 'A draft in room ' || room, user FROM drafts",
        "user",
        "users",
    ),
    (
        "SELECT 'A draft of user ' || user, room FROM drafts",
        "room",
        "rooms",
    ),
    ("SELECT 'Plan ' || id, user FROM plans", "user", "users"),
    ("SELECT 'Plan ' || id, room FROM plans", "room", "rooms"),
    (
        "SELECT 'Planned file ' || id, user FROM plan_files",
        "user",
        "users",
    ),
    ("SELECT 'Room ' || id, made_by FROM rooms", "user", "users"),
    ("SELECT 'Login ' || id, user FROM logins", "user", "users"),
    (
        "SELECT 'Room ' || room || ', entry #' || seq, author FROM entries",
        "user",
        "users",
    ),
    (
        "SELECT 'Entry #' || seq, room FROM entries",
        "room",
        "rooms",
    ),
    (
        "SELECT 'A member of room ' || room, user FROM members",
        "user",
        "users",
    ),
    (
        "SELECT 'Member ' || user, room FROM members",
        "room",
        "rooms",
    ),
    (
        "SELECT 'A read mark in room ' || room, user FROM read_marks",
        "user",
        "users",
    ),
    (
        "SELECT 'A read mark of user ' || user, room FROM read_marks",
        "room",
        "rooms",
    ),
    (
        "SELECT 'An unread mark in room ' || room, user FROM unread_marks",
        "user",
        "users",
    ),
    (
        "SELECT 'An unread mark of user ' || user, room FROM unread_marks",
        "room",
        "rooms",
    ),
    (
        "SELECT 'A thread mark in room ' || room, user FROM thread_marks",
        "user",
        "users",
    ),
    (
        "SELECT 'A thread mark of user ' || user, room FROM thread_marks",
        "room",
        "rooms",
    ),
];

/// Nobody names what does not exist, and no read mark is ahead of its room.
pub(super) fn references(connection: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    for (rows, what, table) in REFERENCES {
        let mut query = connection.prepare(&format!(
            "WITH named (place, id) AS ({rows})
             SELECT place, id FROM named
             WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM {table})"
        ))?;
        let dangling = query.query_map([], |row| {
            let (place, id) = (row.get(0)?, row.get(1)?);
            Ok(Finding::Dangling { place, what, id })
        })?;
        for finding in dangling {
            verified.found(finding?);
        }
    }
    let mut query = connection.prepare(
        "SELECT m.user, m.room, m.seq, r.head FROM read_marks m JOIN rooms r ON r.id = m.room
         WHERE m.seq > r.head OR m.seq < 1",
    )?;
    let ahead = query.query_map([], |row| {
        Ok(Finding::Mark {
            user: row.get(0)?,
            room: row.get(1)?,
            seq: row.get(2)?,
            head: row.get(3)?,
        })
    })?;
    for finding in ahead {
        verified.found(finding?);
    }
    Ok(())
}
