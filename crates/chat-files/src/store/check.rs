//! Whether what lies in a folder is what was kept there, without changing anything: also beside
//! a server that uses it.

use std::collections::HashMap;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use sha2::{Digest as _, Sha256};
use shared::file::FileId;

use super::disk::Disk;
use super::keep::COPY_BYTES;
use crate::record::{Digest, Record};

/// What is wrong with a file. As a sentence, its subject is "the file".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing says what it is.
    NoRecord,
    /// What says what it is cannot be read, or is of another file.
    RecordDamaged,
    /// Its bytes are not there.
    Missing,
    /// It has another number of bytes than its message says.
    Size {
        /// Bytes that its message says.
        named: u64,
        /// Bytes that are there, or that its record says.
        found: u64,
    },
    /// Its bytes are not those that its hash was made of.
    Content,
    /// Its smaller picture is not there.
    NoThumbnail,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRecord => f.write_str("has no record"),
            Self::RecordDamaged => f.write_str("has a record that is damaged"),
            Self::Missing => f.write_str("is missing"),
            Self::Size { named, found } => write!(f, "has {found} bytes instead of {named}"),
            Self::Content => f.write_str("is not what was stored"),
            Self::NoThumbnail => f.write_str("lacks its smaller picture"),
        }
    }
}

/// Reads the files of one folder and says which are not what was kept.
#[derive(Debug)]
pub struct Checker {
    disk: Disk,
    /// Many files can have the same bytes: they are read once. The length, and whether the hash
    /// is right; none where there are no bytes.
    contents: HashMap<Digest, Option<(u64, bool)>>,
    buffer: Vec<u8>,
}

impl Checker {
    /// Of the files in this folder, which need not be there.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self {
            disk: Disk::at(root),
            contents: HashMap::new(),
            buffer: vec![0; COPY_BYTES],
        }
    }

    /// Checks the record, the length and the hash of a file that has so many bytes.
    ///
    /// # Errors
    /// The system does not let something be read that is there.
    pub fn check(&mut self, id: FileId, size: u64) -> io::Result<Option<Fault>> {
        let Some(json) = unless_missing(fs::read(self.disk.record(id)))? else {
            return Ok(Some(Fault::NoRecord));
        };
        let Ok(record) = serde_json::from_slice::<Record>(&json) else {
            return Ok(Some(Fault::RecordDamaged));
        };
        if record.info.id != id {
            return Ok(Some(Fault::RecordDamaged));
        }
        let (named, found) = (size, record.info.size);
        if named != found {
            return Ok(Some(Fault::Size { named, found }));
        }
        let Some((found, is_right)) = self.content(&record.digest)? else {
            return Ok(Some(Fault::Missing));
        };
        if named != found {
            return Ok(Some(Fault::Size { named, found }));
        }
        if !is_right {
            return Ok(Some(Fault::Content));
        }
        let thumbnail = self.disk.thumbnail(&record.digest);
        let lacks = record.thumbnail.is_some() && unless_missing(File::open(thumbnail))?.is_none();
        Ok(lacks.then_some(Fault::NoThumbnail))
    }

    fn content(&mut self, digest: &Digest) -> io::Result<Option<(u64, bool)>> {
        if let Some(known) = self.contents.get(digest) {
            return Ok(*known);
        }
        let found = match unless_missing(File::open(self.disk.content(digest)))? {
            None => None,
            Some(mut file) => {
                let (mut hash, mut length) = (Sha256::new(), 0);
                loop {
                    let some = match file.read(&mut self.buffer) {
                        Ok(0) => break,
                        Ok(some) => some,
                        Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                        Err(error) => return Err(error),
                    };
                    hash.update(&self.buffer[..some]);
                    length += some as u64;
                }
                Some((length, Digest::of(hash.finalize().into()) == *digest))
            }
        };
        self.contents.insert(digest.clone(), found);
        Ok(found)
    }
}

fn unless_missing<T>(read: io::Result<T>) -> io::Result<Option<T>> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
