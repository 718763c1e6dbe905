//! Uploads: announced, written in order, perhaps by one request after another.
//!
//! The last request that began to write has the upload; one before it, which may hang on a dead
//! link, hears that it was superseded. Bytes that are there are bytes in the part file: what a
//! kill leaves is what the next status says.

use std::fs::{File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use shared::file::FileId;
use shared::ids::UserId;
use shared::moment::Timestamp;

use super::{FileStore, New, UPLOAD_KEPT_MS, opening};
use crate::FileRefusal;
use crate::record::Announced;

/// A file on its way.
#[derive(Debug)]
pub struct Upload {
    /// As it was announced.
    pub announced: Announced,
    /// Bytes that are there. Written with the state locked, read without: a status does not wait
    /// for the disk.
    received: AtomicU64,
    state: Mutex<State>,
}

#[derive(Debug)]
pub(super) struct State {
    /// Grows with every request that begins to write, and with the end.
    pub(super) turn: u64,
    pub(super) touched: Timestamp,
    pub(super) is_over: bool,
}

impl Upload {
    pub(super) fn found(announced: Announced, received: u64, touched: Timestamp) -> Self {
        Self {
            announced,
            received: AtomicU64::new(received),
            state: Mutex::new(State {
                turn: 0,
                touched,
                is_over: false,
            }),
        }
    }

    /// Bytes that are there.
    #[must_use]
    pub fn received(&self) -> u64 {
        self.received.load(Ordering::Acquire)
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        // Every change to it is complete before anything can panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The right to write what comes next of an upload.
#[derive(Debug)]
pub struct Writing {
    upload: Arc<Upload>,
    turn: u64,
    file: File,
}

impl FileStore {
    /// Announces a file.
    ///
    /// # Errors
    /// `TooLarge`, `UserFull`, `TooManyFiles`, `TooManyUploads`, `DiskFull`, or the disk's.
    pub fn announce(&self, new: New, now: Timestamp) -> Result<Arc<Upload>, FileRefusal> {
        let limits = self.limits;
        if new.size > limits.file_bytes_max {
            let max = limits.file_bytes_max;
            return Err(FileRefusal::TooLarge { max });
        }
        let free = self.disk.free()?;
        let id = opening::new_id()?;
        let announced = Announced {
            id,
            room: new.room,
            owner: new.owner,
            name: new.name,
            size: new.size,
            declared: new.declared,
        };
        let upload = Arc::new(Upload::found(announced, 0, now));
        let owner = new.owner;
        {
            let mut index = self.index();
            if index.uploads_of(owner).count() >= limits.uploads_max {
                let max = limits.uploads_max;
                return Err(FileRefusal::TooManyUploads { max });
            }
            index.has_place(owner, new.size, &limits)?;
            let missing = |upload: &Arc<Upload>| upload.announced.size - upload.received();
            let promised: u64 = index.uploads.values().map(missing).sum();
            let wanted = promised + new.size;
            if free < wanted.saturating_add(limits.reserve_bytes) {
                return Err(FileRefusal::DiskFull);
            }
            // Its place is taken before it is on disk, so that two cannot share one.
            index.uploads.insert(id, upload.clone());
        }
        if let Err(error) = self.disk.announce(&upload.announced) {
            self.index().uploads.remove(&id);
            return Err(error.into());
        }
        Ok(upload)
    }

    /// An upload of a user.
    ///
    /// # Errors
    /// `UnknownUpload`.
    pub fn upload(&self, id: FileId, owner: UserId) -> Result<Arc<Upload>, FileRefusal> {
        let index = self.index();
        let upload = index.uploads.get(&id);
        let upload = upload.filter(|upload| upload.announced.owner == owner);
        upload.cloned().ok_or(FileRefusal::UnknownUpload)
    }

    /// Begins to write at `offset`, which must be where the bytes end that are there. Whoever
    /// wrote before can no longer.
    ///
    /// # Errors
    /// `UnknownUpload`, `OffsetWrong`, or the disk's.
    pub fn write_at(
        &self,
        upload: &Arc<Upload>,
        offset: u64,
        now: Timestamp,
    ) -> Result<Writing, FileRefusal> {
        let mut state = upload.state();
        if state.is_over {
            return Err(FileRefusal::UnknownUpload);
        }
        // Also when it begins elsewhere: who asks is here, and the other is not.
        state.turn += 1;
        state.touched = now;
        let received = upload.received();
        if offset != received {
            return Err(FileRefusal::OffsetWrong { received });
        }
        let path = self.disk.part(upload.announced.id);
        let mut file = OpenOptions::new().write(true).open(path)?;
        file.set_len(received)?;
        file.seek(SeekFrom::Start(received))?;
        Ok(Writing {
            upload: upload.clone(),
            turn: state.turn,
            file,
        })
    }

    /// Ends an upload and removes what came of it.
    ///
    /// # Errors
    /// The disk's; the upload is over all the same.
    pub fn give_up(&self, upload: &Upload) -> Result<(), FileRefusal> {
        let mut state = upload.state();
        if state.is_over {
            return Ok(());
        }
        state.is_over = true;
        state.turn += 1;
        drop(state);
        let id = upload.announced.id;
        self.index().uploads.remove(&id);
        Ok(self.disk.forget(id)?)
    }

    /// Ends the uploads that nobody went on with for [`UPLOAD_KEPT_MS`].
    ///
    /// # Errors
    /// The disk's.
    pub fn sweep(&self, now: Timestamp) -> Result<usize, FileRefusal> {
        let is_old =
            |upload: &&Arc<Upload>| upload.state().touched.0.saturating_add(UPLOAD_KEPT_MS) < now.0;
        // The index is not held while an upload is asked: one that is being finished holds its
        // state and wants the index.
        let all: Vec<Arc<Upload>> = self.index().uploads.values().cloned().collect();
        let mut ended = 0;
        for upload in all.iter().filter(is_old) {
            self.give_up(upload)?;
            ended += 1;
        }
        Ok(ended)
    }
}

impl Writing {
    /// Appends bytes; all of them are there afterwards, or none. Answers how many are.
    ///
    /// # Errors
    /// `Superseded`, `TooMany`, or the disk's: then the same can be written again later.
    pub fn write(&mut self, bytes: &[u8]) -> Result<u64, FileRefusal> {
        let state = self.upload.state();
        if state.turn != self.turn {
            return Err(FileRefusal::Superseded);
        }
        let received = self.upload.received();
        let after = received + bytes.len() as u64;
        if after > self.upload.announced.size {
            return Err(FileRefusal::TooMany);
        }
        if let Err(error) = self.file.write_all(bytes) {
            // Half of it may be there; whatever a start finds is counted, so it goes.
            self.file.set_len(received)?;
            self.file.seek(SeekFrom::Start(received))?;
            return Err(error.into());
        }
        self.upload.received.store(after, Ordering::Release);
        Ok(after)
    }

    /// Sees that what was written survives a loss of power.
    ///
    /// # Errors
    /// The disk's.
    pub fn rest(&self) -> Result<(), FileRefusal> {
        Ok(self.file.sync_data()?)
    }
}
