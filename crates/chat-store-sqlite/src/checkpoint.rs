//! When the write-ahead log is moved into the data file.
//!
//! SQLite would do it inside the commit that passes a threshold, while everybody in
//! that batch waits. The writer does it itself, after it has answered.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::hooks::Wal;

use crate::open::BUSY_WITHIN;

/// Pages in the log after which they are moved: 16 MiB. A page that many entries
/// share is then moved once for all of them, and starting after a kill still reads
/// the log within a blink.
pub(crate) const CHECKPOINT_PAGES: u32 = 4_096;

/// Pages at which a checkpoint waits for the readers, so that readers who always
/// overlap cannot let the log grow without end.
const CHECKPOINT_WAITS_PAGES: u32 = 4 * CHECKPOINT_PAGES;

/// How long such a checkpoint waits. Our own reads are over by then; a shell that
/// somebody left open must not hold up the room.
const CHECKPOINT_WAITS: Duration = Duration::from_millis(100);

/// Decides when a checkpoint is due.
pub(crate) struct Checkpoints {
    /// Pages in the log, as SQLite tells after each commit.
    pages: Arc<AtomicU32>,
    due_at: u32,
}

impl Checkpoints {
    /// Watches the log of the connection that writes.
    pub(crate) fn watch(connection: &mut Connection) -> Self {
        let pages = Arc::new(AtomicU32::new(0));
        let seen = Arc::clone(&pages);
        let hook = move |_: &mut Wal, count: i32| {
            seen.store(count.unsigned_abs(), Ordering::Relaxed);
            Ok(())
        };
        // Fails only without memory. The log would then be emptied at the end alone:
        // slower to read back after a kill, and as safe.
        drop(connection.wal_hook(Some(hook)));
        Self {
            pages,
            due_at: CHECKPOINT_PAGES,
        }
    }

    /// Moves the log if it has grown enough; answers whether it tried.
    pub(crate) fn run_if_due(&mut self, connection: &Connection) -> bool {
        let pages = self.pages.load(Ordering::Relaxed);
        if pages < CHECKPOINT_PAGES {
            self.due_at = CHECKPOINT_PAGES;
        }
        if pages < self.due_at {
            return false;
        }
        let moved = if pages < CHECKPOINT_WAITS_PAGES {
            run(connection, "PASSIVE")
        } else {
            run_waiting(connection)
        };
        match moved {
            // The next commit starts the log anew.
            Ok(Moved::All) => self.due_at = CHECKPOINT_PAGES,
            // A reader still needs it, or the disk is full: nothing is lost, and
            // trying after every commit would only cost.
            Ok(Moved::Part) | Err(_) => self.due_at = pages + CHECKPOINT_PAGES / 4,
        }
        true
    }
}

/// Moves everything and empties the log, when no reader is left. What it holds is on
/// disk either way, so a failure costs the next start some time and nothing else.
pub(crate) fn empty_log(connection: &Connection) {
    drop(run(connection, "TRUNCATE"));
}

enum Moved {
    All,
    Part,
}

fn run_waiting(connection: &Connection) -> rusqlite::Result<Moved> {
    connection.busy_timeout(CHECKPOINT_WAITS)?;
    let moved = run(connection, "RESTART");
    connection.busy_timeout(BUSY_WITHIN)?;
    moved
}

fn run(connection: &Connection, mode: &str) -> rusqlite::Result<Moved> {
    connection.query_row(&format!("PRAGMA wal_checkpoint({mode})"), [], |row| {
        let (in_log, moved): (i64, i64) = (row.get(1)?, row.get(2)?);
        Ok(if in_log == moved {
            Moved::All
        } else {
            Moved::Part
        })
    })
}
