//! The writer: one thread, the only one that changes the file.
//!
//! Group commit: it takes everything that waits, writes it in one transaction, and
//! answers only when that is on disk. While the disk works the next batch gathers,
//! so the batches grow with the load and one `fsync` pays for all of them.
//!
//! What holds: an answer that says success was committed; a write that is refused
//! harms none beside it; a transaction that cannot be committed is told to everyone
//! in it, leaves nothing behind, and the next batch starts afresh.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, JoinHandle};

use rusqlite::Connection;
use shared::entry::EntryKind;

use crate::append::Memory;
use crate::batch::{self, Answer, Held, Write, Written};
use crate::checkpoint::{self, Checkpoints};
use crate::line::{Line, Served};
use crate::open::FolderLock;
use crate::reader::Reads;

/// Writes that may wait. At fifty thousand a second that is a third of a second of
/// work; a longer line would only hide that the machine is overloaded.
pub(crate) const APPENDS_WAITING_MAX: usize = 16_384;

/// Text that may wait with them: four hundred messages of the longest kind.
pub(crate) const APPENDS_WAITING_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Writes in one transaction. Above it the share of one `fsync` in a write no longer
/// falls, while those who wait for the batch wait longer.
const BATCH_WRITES_MAX: usize = 2_048;

/// The line of the writer.
pub(crate) type Writes = Line<Write>;

/// What the writer has done since the store was opened.
#[derive(Debug, Default)]
pub(crate) struct Counters {
    pub(crate) appended: AtomicU64,
    pub(crate) batches: AtomicU64,
    pub(crate) checkpoints: AtomicU64,
}

/// What the thread owns.
pub(crate) struct Writer {
    pub(crate) connection: Connection,
    pub(crate) writes: Arc<Writes>,
    pub(crate) counters: Arc<Counters>,
    pub(crate) reads: Arc<Reads>,
    /// They end before the writer does, so that the last connection to leave is one
    /// that may tidy up.
    pub(crate) readers: Vec<JoinHandle<()>>,
    /// Held until the connection is gone.
    pub(crate) lock: FolderLock,
    /// Whether there was a log when the file was opened.
    pub(crate) log_was_left: bool,
}

/// A line without anybody who serves it yet.
pub(crate) fn writes() -> Arc<Writes> {
    Arc::new(Line::new(APPENDS_WAITING_MAX, APPENDS_WAITING_BYTES_MAX))
}

impl Writer {
    /// Starts the thread. It ends when its line is closed and empty.
    pub(crate) fn start(self) -> std::io::Result<JoinHandle<()>> {
        thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || self.run())
    }

    fn run(mut self) {
        let writes = Arc::clone(&self.writes);
        let _end = AbandonOnPanic(&writes);
        let mut checkpoints = Checkpoints::watch(&mut self.connection, self.log_was_left);
        let mut memory = Memory::default();
        let mut waiting = VecDeque::new();
        let mut closer = None;
        loop {
            let until = checkpoints.deadline();
            match writes.take_until(&mut waiting, BATCH_WRITES_MAX, until) {
                Served::Ended => break,
                Served::Nobody => {}
                Served::Some => {
                    let written = batch::write(&mut self.connection, &mut memory, &mut waiting);
                    self.count(&written, &mut checkpoints);
                    for one in written.held {
                        one.release(&written.committed);
                    }
                    closer = closer.or(written.closer);
                }
            }
            // After the answers: nobody waits for it.
            if checkpoints.run_if_due(&self.connection) {
                self.counters.checkpoints.fetch_add(1, Ordering::Relaxed);
            }
        }
        self.end(closer);
    }

    fn count(&self, written: &Written, checkpoints: &mut Checkpoints) {
        self.counters.batches.fetch_add(1, Ordering::Relaxed);
        if written.committed.is_err() {
            return;
        }
        let mut appended = 0;
        for entry in written.held.iter().filter_map(Held::fresh_entry) {
            appended += 1;
            if matches!(entry.kind, EntryKind::Deleted { .. }) {
                checkpoints.erased();
            }
        }
        self.counters
            .appended
            .fetch_add(appended, Ordering::Relaxed);
    }

    fn end(self, closer: Option<Answer<()>>) {
        self.reads.close();
        for reader in self.readers {
            // A reader that panicked has told its callers by dropping their answers.
            drop(reader.join());
        }
        checkpoint::empty_log(&self.connection);
        drop(self.connection);
        drop(self.lock);
        if let Some(closer) = closer {
            // Who dropped the answer does not want it.
            drop(closer.send(Ok(())));
        }
    }
}

/// A writer that ends by a panic would leave its callers waiting for ever.
struct AbandonOnPanic<'line>(&'line Writes);

impl Drop for AbandonOnPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.abandon();
        }
    }
}
