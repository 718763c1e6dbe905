//! When the write-ahead log is moved into the data file.
//!
//! SQLite would do it inside the commit that passes a threshold, while everybody in
//! that batch waits. The writer does it itself, after it has answered.
//!
//! What is in the log stays in it until it is written over. So a text that was erased
//! is in no file only when the log was emptied behind it: soon, also when nobody writes.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

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

/// How long an erased text stays in the log, if no reader needs it for longer. Long
/// enough that many deletions share the work of one.
const ERASED_STAYS: Duration = Duration::from_secs(1);

/// Decides when a checkpoint is due.
pub(crate) struct Checkpoints {
    /// Pages in the log, as SQLite tells after each commit.
    pages: Arc<AtomicU32>,
    due_at: u32,
    /// When the log is to be emptied of what was erased; none if it holds nothing so.
    empty_at: Option<Instant>,
}

impl Checkpoints {
    /// Watches the log of the connection that writes. In one that was left by a kill
    /// nobody knows what was erased.
    pub(crate) fn watch(connection: &mut Connection, was_left: bool) -> Self {
        let pages = Arc::new(AtomicU32::new(0));
        let seen = Arc::clone(&pages);
        let hook = move |_: &mut Wal, count: i32| {
            seen.store(count.unsigned_abs(), Ordering::Relaxed);
            Ok(())
        };
        // Fails only without memory. The log would then be emptied at the end alone:
        // slower to read back after a kill, and as safe.
        drop(connection.wal_hook(Some(hook)));
        let mut checkpoints = Self {
            pages,
            due_at: CHECKPOINT_PAGES,
            empty_at: None,
        };
        if was_left {
            checkpoints.erased();
        }
        checkpoints
    }

    /// The last commit erased a text, whose bytes are in the log as they were written.
    pub(crate) fn erased(&mut self) {
        self.empty_at
            .get_or_insert_with(|| Instant::now() + ERASED_STAYS);
    }

    /// When there is something to do even if nobody writes.
    pub(crate) fn deadline(&self) -> Option<Instant> {
        self.empty_at
    }

    /// Moves the log if it has grown enough, or empties it if it has to forget; answers
    /// whether it tried.
    pub(crate) fn run_if_due(&mut self, connection: &Connection) -> bool {
        if self.empty_at.is_some_and(|at| at <= Instant::now()) {
            let is_empty = empty_waiting(connection).unwrap_or(false);
            // A reader still needs it: a shell that somebody left open, or a check of
            // the file. Until it has gone, a write waits for it once in a while.
            self.empty_at = (!is_empty).then(|| Instant::now() + ERASED_STAYS);
            if is_empty {
                self.pages.store(0, Ordering::Relaxed);
                self.due_at = CHECKPOINT_PAGES;
            }
            return true;
        }
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

/// Moves everything and cuts the log to nothing; answers whether it could.
fn empty_waiting(connection: &Connection) -> rusqlite::Result<bool> {
    connection.busy_timeout(CHECKPOINT_WAITS)?;
    let was_busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| {
        row.get::<_, i64>(0)
    });
    connection.busy_timeout(BUSY_WITHIN)?;
    Ok(was_busy? == 0)
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
