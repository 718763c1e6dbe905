//! The readers: a few threads, each with a read-only connection of its own.
//!
//! A read is one transaction, so that everything in its answer is of one instant,
//! and it waits for no writer. Reads are served in the order in which they came.

use std::sync::Arc;
use std::thread::{self, JoinHandle};

use chat_store::StoreError;
use futures_channel::oneshot;
use rusqlite::Connection;

use crate::failure::{Failure, store_error};
use crate::line::{Line, Refused, Served};

/// Reader threads. Two keep a long page from holding up a short one; on a small
/// machine more would only take turns.
pub(crate) const READERS: usize = 2;

/// Reads that may wait. After a restart ten thousand clients come back and ask for
/// two or three pages each.
const READS_WAITING_MAX: usize = 32_768;

/// Reads that one thread takes at once: few, so that the others find some too.
const READS_TAKEN_MAX: usize = 8;

/// One read, its answer included. It is given its snapshot, or why there is none.
pub(crate) type Read = Box<dyn FnOnce(Result<&Connection, StoreError>) + Send>;

/// The line of the readers.
pub(crate) type Reads = Line<Read>;

/// A line without anybody who serves it yet.
pub(crate) fn reads() -> Arc<Reads> {
    Arc::new(Line::new(READS_WAITING_MAX, usize::MAX))
}

/// Starts a thread that serves the line until it ends.
pub(crate) fn start(
    reads: Arc<Reads>,
    mut connection: Connection,
) -> std::io::Result<JoinHandle<()>> {
    thread::Builder::new()
        .name("store-reader".to_owned())
        .spawn(move || {
            let _end = AbandonOnPanic(&reads);
            let mut taken = Vec::new();
            while reads.take(&mut taken, READS_TAKEN_MAX) == Served::Some {
                for read in taken.drain(..) {
                    serve(&mut connection, read);
                }
            }
        })
}

/// Puts a read in line and answers where its result will come.
pub(crate) fn ask<T: Send + 'static>(
    reads: &Reads,
    query: impl FnOnce(&Connection) -> Result<T, Failure> + Send + 'static,
) -> Result<oneshot::Receiver<Result<T, StoreError>>, Refused> {
    let (answer, later) = oneshot::channel();
    let read = Box::new(move |snapshot: Result<&Connection, StoreError>| {
        let found = snapshot.and_then(|connection| query(connection).map_err(StoreError::from));
        // Nobody may wait any more; a read has no other effect.
        drop(answer.send(found));
    });
    reads.join(read, 0)?;
    Ok(later)
}

fn serve(connection: &mut Connection, read: Read) {
    match connection.transaction() {
        // Rolled back when dropped; for a read that is the same as committed.
        Ok(snapshot) => read(Ok(&snapshot)),
        Err(error) => read(Err(store_error(&error))),
    }
}

/// A reader that ends by a panic would leave its callers waiting for ever.
struct AbandonOnPanic<'line>(&'line Reads);

impl Drop for AbandonOnPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.abandon();
        }
    }
}
