//! The store on disk, and what it knows in memory: every upload and every file of one folder.
//!
//! ```text
//! uploads/ID.json, ID.part   what was announced, what came so far
//! making/                    nothing that survives a start
//! contents/ab/DIGEST         the bytes, once, and DIGEST.thumb beside them
//! records/ID.json            a file of a room; it exists from the moment this does
//! ```
//!
//! A record is written after its content is on disk and removed before it: a kill leaves contents
//! without a record at worst, and the next start removes those. One process has the folder: its
//! owner holds the lock of the data folder around it.

mod check;
mod disk;
mod keep;
mod opening;
mod uploads;

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use shared::file::{FileId, FileKind, FileName};
use shared::ids::{RoomId, UserId};
use shared::moment::Timestamp;

use crate::FileRefusal;
use crate::drawing::Easel;
use crate::record::{Digest, Record};
pub use check::{Checker, Fault};
use disk::Disk;
pub use uploads::{Upload, Writing};

/// An upload that nobody goes on with is removed after this long: over a night without a network.
pub const UPLOAD_KEPT_MS: u64 = 24 * 60 * 60 * 1_000;

/// What the store takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file.
    pub file_bytes_max: u64,
    /// Bytes of all files of one user, with those that are on their way.
    pub user_bytes_max: u64,
    /// Files of one user, with those that are on their way: each takes memory and two places on
    /// the disk, however small it is.
    pub files_max: usize,
    /// Uploads of one user that are not complete.
    pub uploads_max: usize,
    /// Bytes of the disk that files leave free, for the messages.
    pub reserve_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // A minute of a telephone's film.
            file_bytes_max: 100 * 1024 * 1024,
            user_bytes_max: 5 * 1024 * 1024 * 1024,
            // Fifteen a day for three years.
            files_max: 16_000,
            // What somebody drops at once.
            uploads_max: 20,
            reserve_bytes: 256 * 1024 * 1024,
        }
    }
}

/// A file that somebody wants to send.
#[derive(Clone, Debug)]
pub struct New {
    /// Where it will be.
    pub room: RoomId,
    /// Who sends it.
    pub owner: UserId,
    /// What they call it.
    pub name: FileName,
    /// Bytes.
    pub size: u64,
    /// The media type that they say it has, or nothing.
    pub declared: String,
}

/// What is read of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// Its smaller picture; all of it, if it has none.
    Thumbnail,
}

/// Something to be read. It stays readable while it is held, also when its file is removed.
#[derive(Debug)]
pub struct Content {
    /// The bytes, from the first on.
    pub file: File,
    /// How many.
    pub length: u64,
    /// What they are.
    pub kind: FileKind,
    /// The same for the same bytes, and for no others.
    pub tag: String,
}

/// Uploads and files of one folder.
#[derive(Debug)]
pub struct FileStore {
    disk: Disk,
    limits: Limits,
    easel: Easel,
    index: Mutex<Index>,
    /// Held while contents come and go, so that one that is removed is not the one that is just
    /// found to be there already.
    contents: Mutex<()>,
}

/// What is in the folder.
#[derive(Debug, Default)]
struct Index {
    uploads: HashMap<FileId, Arc<Upload>>,
    /// Newest last within a room: by time, then id.
    rooms: BTreeMap<(RoomId, Timestamp, FileId), Arc<Record>>,
    files: HashMap<FileId, Arc<Record>>,
    /// How many files have these bytes.
    shared_by: HashMap<Digest, usize>,
    /// What a user's files come to.
    used: HashMap<UserId, Used>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Used {
    files: usize,
    bytes: u64,
}

impl Index {
    fn add(&mut self, record: Record) -> Arc<Record> {
        let record = Arc::new(record);
        let info = &record.info;
        *self.shared_by.entry(record.digest.clone()).or_default() += 1;
        let used = self.used.entry(record.owner).or_default();
        used.files += 1;
        used.bytes += info.size;
        self.rooms
            .insert((record.room, info.at, info.id), record.clone());
        self.files.insert(info.id, record.clone());
        record
    }

    /// Whether it was the last with its bytes.
    fn remove(&mut self, record: &Record) -> bool {
        let info = &record.info;
        self.files.remove(&info.id);
        self.rooms.remove(&(record.room, info.at, info.id));
        if let Some(used) = self.used.get_mut(&record.owner) {
            used.files -= 1;
            used.bytes -= info.size;
        }
        let Some(shared_by) = self.shared_by.get_mut(&record.digest) else {
            return false;
        };
        *shared_by -= 1;
        let is_last = *shared_by == 0;
        if is_last {
            self.shared_by.remove(&record.digest);
        }
        is_last
    }

    /// Whether a user may have one more file of this size.
    fn has_place(&self, owner: UserId, size: u64, limits: &Limits) -> Result<(), FileRefusal> {
        let used = self.used.get(&owner).copied().unwrap_or_default();
        let (mut files, mut bytes) = (used.files, used.bytes);
        for upload in self.uploads_of(owner) {
            files += 1;
            bytes += upload.announced.size;
        }
        if files >= limits.files_max {
            let max = limits.files_max;
            return Err(FileRefusal::TooManyFiles { max });
        }
        if bytes + size > limits.user_bytes_max {
            let max = limits.user_bytes_max;
            return Err(FileRefusal::UserFull { max });
        }
        Ok(())
    }

    fn uploads_of(&self, owner: UserId) -> impl Iterator<Item = &Arc<Upload>> {
        self.uploads
            .values()
            .filter(move |upload| upload.announced.owner == owner)
    }
}

impl FileStore {
    /// Opens a folder, which is made when missing, and removes what a kill or a long time left.
    ///
    /// # Errors
    /// The folder cannot be read or written, or a record in it is damaged.
    pub fn open(folder: &Path, limits: Limits, now: Timestamp) -> io::Result<Self> {
        let disk = Disk::open(folder)?;
        let index = opening::read(&disk, now)?;
        Ok(Self {
            disk,
            limits,
            easel: Easel::default(),
            index: Mutex::new(index),
            contents: Mutex::default(),
        })
    }

    /// What it takes.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// A file, if there is one with this id.
    #[must_use]
    pub fn record(&self, id: FileId) -> Option<Arc<Record>> {
        self.index().files.get(&id).cloned()
    }

    /// Files of a room that are older than one of them, or the newest, newest first; at most `limit`.
    #[must_use]
    pub fn files_of(
        &self,
        room: RoomId,
        before: Option<(Timestamp, FileId)>,
        limit: usize,
    ) -> Vec<Arc<Record>> {
        let first = (room, Timestamp(0), FileId::from_bytes([0; 16]));
        let (at, id) = before.unwrap_or((Timestamp(u64::MAX), FileId::from_bytes([0xff; 16])));
        let index = self.index();
        let files = index.rooms.range(first..(room, at, id)).rev();
        files
            .take(limit)
            .map(|(_, record)| record.clone())
            .collect()
    }

    /// Opens a file for reading.
    ///
    /// # Errors
    /// `UnknownFile`, also while it is being removed, or the disk's.
    pub fn content(&self, record: &Record, part: Part) -> Result<Content, FileRefusal> {
        let thumbnail = record.thumbnail.filter(|_| part == Part::Thumbnail);
        let path = match thumbnail {
            Some(_) => self.disk.thumbnail(&record.digest),
            None => self.disk.content(&record.digest),
        };
        let file = File::open(path).map_err(|error| {
            if error.kind() == io::ErrorKind::NotFound {
                return FileRefusal::UnknownFile;
            }
            error.into()
        })?;
        let short = &record.digest.as_str()[..32];
        let tag = if thumbnail.is_some() {
            format!("{short}-t")
        } else {
            short.to_owned()
        };
        Ok(Content {
            length: file.metadata()?.len(),
            kind: thumbnail.unwrap_or(record.info.kind),
            file,
            tag,
        })
    }

    /// Makes a file of another room of one that there is: with the same bytes, for this user.
    ///
    /// # Errors
    /// `UnknownFile`, `UserFull`, `TooManyFiles`, or the disk's.
    pub fn give(
        &self,
        id: FileId,
        room: RoomId,
        owner: UserId,
        now: Timestamp,
    ) -> Result<Arc<Record>, FileRefusal> {
        let _contents = self.contents();
        let record = self.record(id).ok_or(FileRefusal::UnknownFile)?;
        self.index()
            .has_place(owner, record.info.size, &self.limits)?;
        let mut given = Record::clone(&record);
        (given.room, given.owner) = (room, owner);
        (given.info.id, given.info.at) = (opening::new_id()?, now);
        self.disk.write_record(&given)?;
        Ok(self.index().add(given))
    }

    /// Removes a file; its bytes too, when no other file has them.
    ///
    /// # Errors
    /// `UnknownFile`, or the disk's.
    pub fn remove(&self, id: FileId) -> Result<(), FileRefusal> {
        let _contents = self.contents();
        let record = self.record(id).ok_or(FileRefusal::UnknownFile)?;
        self.disk.remove_record(id)?;
        if self.index().remove(&record) {
            self.disk.remove_content(&record.digest)?;
        }
        Ok(())
    }

    /// Uploads that are not complete, and files; for figures.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let index = self.index();
        (index.uploads.len(), index.files.len())
    }

    fn index(&self) -> MutexGuard<'_, Index> {
        // Every change to it is complete before anything can panic.
        self.index.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn contents(&self) -> MutexGuard<'_, ()> {
        self.contents.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
