//! An index of what was said, derived from the log and never the truth: it lies in a file of
//! its own, can be thrown away at any time, and is made again from the log.
//!
//! Whoever fills it hands over the entries of each room in order; the index remembers how far
//! it is in the transaction that takes them in, so that a stop loses nothing and doubles
//! nothing. An edit takes the place of what it edits; what was taken back leaves the file.
//!
//! A search reads the candidates that the grams name, newest first, and judges each by its
//! text ([`chat_search::find`]): an index can name a text too many, never one too few.
//!
//! Calls wait for the disk: a server makes them on threads that may.

mod filling;
mod opening;
mod searching;

use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use shared::cursor::Seq;
use shared::entry::Author;
use shared::ids::RoomId;
use shared::moment::Timestamp;

pub use opening::INDEX_FILE;
pub use searching::{CANDIDATES_MAX, Found, Hit, Order, Place, Wish};

/// The index cannot be read or written.
#[derive(Debug, thiserror::Error)]
#[error("the search index: {0}")]
pub struct IndexError(#[from] rusqlite::Error);

/// See the module.
#[derive(Debug)]
pub struct SearchIndex {
    writer: Mutex<Connection>,
    /// None where the index is in memory: then the writer reads too.
    readers: Vec<Mutex<Connection>>,
}

/// A message as the index holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Message {
    room: RoomId,
    seq: Seq,
    author: Author,
    at: Timestamp,
    text: String,
    /// The names of its files, a line each.
    files: String,
}

impl Message {
    /// All that is found of it: what it says, then what its files are called.
    fn whole(&self) -> String {
        let gap = if self.text.is_empty() || self.files.is_empty() {
            ""
        } else {
            "\n"
        };
        [&self.text, gap, &self.files].concat()
    }
}

impl SearchIndex {
    fn writer(&self) -> MutexGuard<'_, Connection> {
        // A transaction that a panic left is rolled back by the next one.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A reader that is free, or else the first.
    fn reader(&self) -> MutexGuard<'_, Connection> {
        let free = self
            .readers
            .iter()
            .find_map(|reader| reader.try_lock().ok());
        free.unwrap_or_else(|| {
            let waited = self.readers.first().unwrap_or(&self.writer);
            waited.lock().unwrap_or_else(PoisonError::into_inner)
        })
    }
}

#[cfg(test)]
mod tests;
