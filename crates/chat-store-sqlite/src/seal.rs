//! The seal of a row that is not an entry: a short hash over its columns.
//!
//! It is there to notice a damaged disk, not a forger: whoever can write the file can
//! also seal what they wrote.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, params_from_iter};
use sha2::{Digest, Sha256};

/// Eight bytes: damage goes unnoticed once in 10^19 times.
pub(crate) type Seal = [u8; 8];

/// A table whose rows are sealed.
#[derive(Debug)]
pub(crate) struct Sealed {
    pub(crate) table: &'static str,
    /// What a row is found by.
    pub(crate) key: &'static str,
    /// What is sealed, in this order.
    pub(crate) columns: &'static str,
}

/// Every table but the entries, which have their chain. An id is not sealed: the index
/// of its row repeats it. Nor is a room's head, nor its count: the log proves them.
pub(crate) const SEALED: [Sealed; 15] = [
    META,
    USERS,
    LOGINS,
    ROOMS,
    MEMBERS,
    READ_MARKS,
    AMENDED,
    REACTIONS,
    NOTES,
    MESSAGE_FILES,
    DRAFTS,
    PLANS,
    PLAN_FILES,
    UNREAD_MARKS,
    THREAD_MARKS,
];

pub(crate) const META: Sealed = Sealed {
    table: "meta",
    key: "one",
    columns: "epoch, made_at",
};
pub(crate) const USERS: Sealed = Sealed {
    table: "users",
    key: "id",
    columns: "name, folded, role, made_at",
};
pub(crate) const LOGINS: Sealed = Sealed {
    table: "logins",
    key: "id",
    columns: "user, token_hash, made_at, ended_at",
};
pub(crate) const ROOMS: Sealed = Sealed {
    table: "rooms",
    key: "id",
    columns: "name, kind, made_by, made_at",
};
pub(crate) const MEMBERS: Sealed = Sealed {
    table: "members",
    key: "user, room",
    columns: "user, room",
};
pub(crate) const READ_MARKS: Sealed = Sealed {
    table: "read_marks",
    key: "user, room",
    columns: "user, room, seq",
};

pub(crate) const AMENDED: Sealed = Sealed {
    table: "amended",
    key: "room, seq",
    columns: "room, seq, as_of, edited, deleted, pinned, replies, last_reply",
};
pub(crate) const REACTIONS: Sealed = Sealed {
    table: "reactions",
    key: "room, target, seq",
    columns: "room, target, seq, user, emoji",
};

pub(crate) const NOTES: Sealed = Sealed {
    table: "notes",
    key: "user, kind",
    columns: "user, kind, text",
};

pub(crate) const MESSAGE_FILES: Sealed = Sealed {
    table: "message_files",
    key: "room, seq, place",
    columns: "room, seq, place, file, gone",
};

pub(crate) const DRAFTS: Sealed = Sealed {
    table: "drafts",
    key: "user, room",
    columns: "user, room, revision, writer, text, aside",
};

pub(crate) const PLANS: Sealed = Sealed {
    table: "plans",
    key: "id",
    columns: "user, plan, room, kind, due, text, about, state, code, sentence, files",
};

pub(crate) const PLAN_FILES: Sealed = Sealed {
    table: "plan_files",
    key: "id",
    columns: "user, plan, file, gone",
};

pub(crate) const UNREAD_MARKS: Sealed = Sealed {
    table: "unread_marks",
    key: "user, room",
    columns: "user, room, seq, revision",
};

pub(crate) const THREAD_MARKS: Sealed = Sealed {
    table: "thread_marks",
    key: "user, room, root",
    columns: "user, room, root, follows, seen",
};

impl Sealed {
    /// The seal of a row with these values in [`Sealed::columns`].
    pub(crate) fn seal<'a>(&self, values: impl IntoIterator<Item = ValueRef<'a>>) -> Seal {
        let mut hash = Sha256::new();
        hash.update(self.table);
        for value in values {
            match value {
                ValueRef::Null => hash.update([0]),
                ValueRef::Integer(number) => {
                    hash.update([1]);
                    hash.update(number.to_be_bytes());
                }
                ValueRef::Real(number) => {
                    hash.update([2]);
                    hash.update(number.to_bits().to_be_bytes());
                }
                ValueRef::Text(bytes) => {
                    hash.update([3]);
                    hash.update((bytes.len() as u64).to_be_bytes());
                    hash.update(bytes);
                }
                ValueRef::Blob(bytes) => {
                    hash.update([4]);
                    hash.update((bytes.len() as u64).to_be_bytes());
                    hash.update(bytes);
                }
            }
        }
        let whole: [u8; 32] = hash.finalize().into();
        let mut seal = Seal::default();
        seal.copy_from_slice(&whole[..8]);
        seal
    }
}

/// Seals the row with this key anew, from what stands in it.
pub(crate) fn reseal<const N: usize>(
    connection: &Connection,
    sealed: &Sealed,
    key: [i64; N],
) -> rusqlite::Result<()> {
    let Sealed {
        table,
        key: names,
        columns,
    } = sealed;
    let found = names
        .split(", ")
        .zip(1..)
        .map(|(name, place)| format!("{name} = ?{place}"))
        .collect::<Vec<_>>()
        .join(" AND ");
    let seal = connection
        .prepare_cached(&format!("SELECT {columns} FROM {table} WHERE {found}"))?
        .query_row(params_from_iter(key), |row| {
            let count = row.as_ref().column_count();
            let values = (0..count).map(|index| row.get_ref(index));
            Ok(sealed.seal(values.collect::<rusqlite::Result<Vec<_>>>()?))
        })?;
    // The seal comes behind the key.
    let place = N + 1;
    connection
        .prepare_cached(&format!("UPDATE {table} SET seal = ?{place} WHERE {found}"))?
        .execute(params_from_iter(
            key.map(Value::Integer)
                .into_iter()
                .chain([Value::Blob(seal.to_vec())]),
        ))?;
    Ok(())
}

/// Seals what became of messages anew, in a file whose rows got more columns.
pub(crate) fn reseal_amended(connection: &Connection) -> rusqlite::Result<()> {
    let keys: Vec<[i64; 2]> = connection
        .prepare("SELECT room, seq FROM amended")?
        .query_map([], |row| Ok([row.get(0)?, row.get(1)?]))?
        .collect::<rusqlite::Result<_>>()?;
    for key in keys {
        reseal(connection, &AMENDED, key)?;
    }
    Ok(())
}

/// Seals plans anew, in a file whose rows got one more column.
pub(crate) fn reseal_plans(connection: &Connection) -> rusqlite::Result<()> {
    let keys: Vec<i64> = connection
        .prepare("SELECT id FROM plans")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for key in keys {
        reseal(connection, &PLANS, [key])?;
    }
    Ok(())
}

/// Seals what an older file's threads came with.
pub(crate) fn seal_thread_marks(connection: &Connection) -> rusqlite::Result<()> {
    let keys: Vec<[i64; 3]> = connection
        .prepare("SELECT user, room, root FROM thread_marks")?
        .query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))?
        .collect::<rusqlite::Result<_>>()?;
    for key in keys {
        reseal(connection, &THREAD_MARKS, key)?;
    }
    Ok(())
}

/// Seals every row of an older file.
pub(crate) fn seal_all(connection: &Connection) -> rusqlite::Result<()> {
    for sealed in [META, USERS, LOGINS, ROOMS] {
        let (table, key) = (sealed.table, sealed.key);
        let keys: Vec<i64> = connection
            .prepare(&format!("SELECT {key} FROM {table}"))?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for key in keys {
            reseal(connection, &sealed, [key])?;
        }
    }
    for sealed in [MEMBERS, READ_MARKS] {
        let (table, key) = (sealed.table, sealed.key);
        let keys: Vec<[i64; 2]> = connection
            .prepare(&format!("SELECT {key} FROM {table}"))?
            .query_map([], |row| Ok([row.get(0)?, row.get(1)?]))?
            .collect::<rusqlite::Result<_>>()?;
        for key in keys {
            reseal(connection, &sealed, key)?;
        }
    }
    Ok(())
}
