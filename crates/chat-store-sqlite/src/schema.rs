//! The data file's format: how it is recognised and how it grows.
//!
//! Migrations are numbered from 1 and only ever added. A file says in its header
//! whose it is (`application_id`) and how many migrations it has seen
//! (`user_version`); both change in the transaction of the migration. What SQL cannot
//! say is a step in Rust behind it, in the same transaction.

use chat_store::records::RoomKind;
use chat_store::{LOBBY, LOBBY_NAME};
use rusqlite::{Connection, TransactionBehavior, params};
use shared::moment::Timestamp;

use crate::chain::chain_all;
use crate::rows::{column, ms_column, room_kind_column};
use crate::seal::{META, ROOMS, reseal, reseal_amended, reseal_plans, seal_all, seal_thread_marks};

/// "Cnfb" in ASCII: tells our files from every other SQLite file.
pub(crate) const APPLICATION_ID: u32 = 0x436e_6662;

/// A step from one format to the next.
struct Migration {
    sql: &'static str,
    /// What is done after it.
    then: fn(&Connection) -> rusqlite::Result<()>,
}

/// Every migration; the one at index n leads to format n + 1.
const MIGRATIONS: [Migration; 13] = [
    Migration {
        sql: include_str!("../migrations/0001_first.sql"),
        then: |_| Ok(()),
    },
    Migration {
        sql: include_str!("../migrations/0002_hashes.sql"),
        then: |connection| {
            chain_all(connection)?;
            seal_all(connection)
        },
    },
    Migration {
        sql: include_str!("../migrations/0003_amendments.sql"),
        then: |_| Ok(()),
    },
    Migration {
        sql: include_str!("../migrations/0004_notes.sql"),
        then: |_| Ok(()),
    },
    Migration {
        sql: include_str!("../migrations/0005_reactions.sql"),
        then: |_| Ok(()),
    },
    Migration {
        sql: include_str!("../migrations/0006_threads_and_files.sql"),
        then: reseal_amended,
    },
    Migration {
        sql: include_str!("../migrations/0007_drafts.sql"),
        then: |_| Ok(()),
    },
    Migration {
        sql: include_str!("../migrations/0008_plans.sql"),
        then: |_| Ok(()),
    },
    Migration {
        sql: include_str!("../migrations/0009_readers.sql"),
        then: |_| Ok(()),
    },
    Migration {
        sql: include_str!("../migrations/0010_unread.sql"),
        then: |_| Ok(()),
    },
    Migration {
        sql: include_str!("../migrations/0011_threads.sql"),
        then: seal_thread_marks,
    },
    Migration {
        sql: include_str!("../migrations/0012_plan_files.sql"),
        then: reseal_plans,
    },
    Migration {
        sql: include_str!("../migrations/0013_topics.sql"),
        then: |_| Ok(()),
    },
];

/// The newest format that this program knows.
pub(crate) const FORMAT: u32 = MIGRATIONS.len() as u32;

/// Leads a file from the format that it has to the newest, one transaction for
/// each step.
pub(crate) fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    migrate_to(FORMAT, connection)
}

/// As [`migrate`], to an older format: tests make old files by it.
pub(crate) fn migrate_to(format: u32, connection: &mut Connection) -> rusqlite::Result<()> {
    let has: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (next, migration) in (1..=format).zip(&MIGRATIONS).skip(has as usize) {
        let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        step.execute_batch(migration.sql)?;
        (migration.then)(&step)?;
        step.pragma_update(None, "application_id", APPLICATION_ID)?;
        step.pragma_update(None, "user_version", next)?;
        step.commit()?;
    }
    Ok(())
}

/// What a new file holds beside its tables: a fresh epoch and the lobby.
pub(crate) fn plant(connection: &mut Connection, now: Timestamp) -> rusqlite::Result<()> {
    let planting = connection.transaction()?;
    planting.execute(
        "INSERT INTO meta (one, epoch, made_at) VALUES (1, random(), ?1)",
        [ms_column(now)],
    )?;
    planting.execute(
        "INSERT INTO rooms (id, name, kind, made_at) VALUES (?1, ?2, ?3, ?4)",
        params![
            column(LOBBY.0),
            LOBBY_NAME,
            room_kind_column(RoomKind::Open),
            ms_column(now)
        ],
    )?;
    reseal(&planting, &META, [1])?;
    reseal(&planting, &ROOMS, [column(LOBBY.0)])?;
    planting.commit()
}
