//! What a folder holds when the process starts, and what is removed then.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::de::DeserializeOwned;
use shared::file::FileId;
use shared::moment::Timestamp;

use super::disk::Disk;
use super::uploads::Upload;
use super::{Index, UPLOAD_KEPT_MS};
use crate::record::{Announced, Digest, Record};

pub(super) fn read(disk: &Disk, now: Timestamp) -> io::Result<Index> {
    let mut index = Index::default();
    for entry in fs::read_dir(disk.records())? {
        let record: Record = read_json(&entry?.path())?;
        index.add(record);
    }
    uploads(disk, &mut index, now)?;
    contents(disk, &index)?;
    Ok(index)
}

/// Finds the uploads that may go on. One that became a file, or is too old, ends here.
fn uploads(disk: &Disk, index: &mut Index, now: Timestamp) -> io::Result<()> {
    let mut known = HashSet::new();
    let mut parts = Vec::new();
    for entry in fs::read_dir(disk.uploads())? {
        let path = entry?.path();
        if path.extension().is_some_and(|name| name == "part") {
            parts.push(path);
            continue;
        }
        let announced: Announced = read_json(&path)?;
        let id = announced.id;
        let part = fs::metadata(disk.part(id));
        let touched = part.as_ref().ok().and_then(|part| part.modified().ok());
        let touched = touched.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let touched = touched.map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(0));
        let is_old = touched.saturating_add(UPLOAD_KEPT_MS) < now.0;
        match part {
            Ok(part) if !is_old && !index.files.contains_key(&id) => {
                let touched = Timestamp(touched);
                // A part that is longer than announced is cut when it is written to.
                let received = part.len().min(announced.size);
                let upload = Upload::found(announced, received, touched);
                index.uploads.insert(id, upload.into());
                known.insert(disk.part(id));
            }
            _ => disk.forget(id)?,
        }
    }
    for part in parts.iter().filter(|part| !known.contains(*part)) {
        if part.exists() {
            fs::remove_file(part)?;
        }
    }
    Ok(())
}

/// Removes bytes that no file has.
fn contents(disk: &Disk, index: &Index) -> io::Result<()> {
    for folder in fs::read_dir(disk.contents())? {
        let folder = folder?.path();
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let stem = path.file_stem().and_then(|stem| stem.to_str());
            let digest = stem.map(|stem| Digest::try_from(stem.to_owned()));
            if let Some(Ok(digest)) = digest
                && !index.shared_by.contains_key(&digest)
            {
                fs::remove_file(path)?;
            }
        }
    }
    Ok(())
}

fn read_json<T: DeserializeOwned>(path: &Path) -> io::Result<T> {
    serde_json::from_slice(&fs::read(path)?).map_err(|error| {
        let what = format!("{} is damaged: {error}", path.display());
        io::Error::new(io::ErrorKind::InvalidData, what)
    })
}

/// An id that was never given.
pub(super) fn new_id() -> io::Result<FileId> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(FileId::from_bytes(bytes))
}
