//! Paths and the steps on disk, each of them complete or not done.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use shared::file::FileId;

use crate::record::{Announced, Digest, Record};

#[derive(Debug)]
pub(super) struct Disk {
    root: PathBuf,
}

impl Disk {
    /// The paths of a folder; nothing is made or removed.
    pub(super) fn at(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    pub(super) fn open(root: &Path) -> io::Result<Self> {
        let disk = Self::at(root);
        // What was being made when the process ended is worth nothing.
        match fs::remove_dir_all(disk.making()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        for folder in [
            disk.uploads(),
            disk.making(),
            disk.contents(),
            disk.records(),
        ] {
            make_folder(&folder)?;
        }
        // Of an older version, or made beforehand by somebody who thought of nobody else.
        close_to_others(&disk.root)?;
        Ok(disk)
    }

    pub(super) fn uploads(&self) -> PathBuf {
        self.root.join("uploads")
    }

    fn making(&self) -> PathBuf {
        self.root.join("making")
    }

    pub(super) fn contents(&self) -> PathBuf {
        self.root.join("contents")
    }

    pub(super) fn records(&self) -> PathBuf {
        self.root.join("records")
    }

    pub(super) fn record(&self, id: FileId) -> PathBuf {
        self.records().join(format!("{id}.json"))
    }

    pub(super) fn part(&self, id: FileId) -> PathBuf {
        self.uploads().join(format!("{id}.part"))
    }

    fn announcement(&self, id: FileId) -> PathBuf {
        self.uploads().join(format!("{id}.json"))
    }

    /// Where a file is made before it gets its place.
    pub(super) fn draft(&self, id: FileId) -> PathBuf {
        self.making().join(id.to_string())
    }

    pub(super) fn content(&self, digest: &Digest) -> PathBuf {
        self.contents().join(digest.folder()).join(digest.as_str())
    }

    pub(super) fn thumbnail(&self, digest: &Digest) -> PathBuf {
        self.content(digest).with_extension("thumb")
    }

    /// Bytes that are free for us.
    pub(super) fn free(&self) -> io::Result<u64> {
        #[cfg(unix)]
        {
            let facts = rustix::fs::statvfs(&self.root)?;
            Ok(facts.f_bavail.saturating_mul(facts.f_frsize))
        }
        #[cfg(not(unix))]
        Ok(u64::MAX)
    }

    pub(super) fn announce(&self, announced: &Announced) -> io::Result<File> {
        let id = announced.id;
        let part = private().create_new(true).open(self.part(id))?;
        let told = self.write_whole(&self.announcement(id), id, announced);
        if told.is_err() {
            // The part alone is removed at the next start as well.
            let _ = fs::remove_file(self.part(id));
        }
        told.map(|()| part)
    }

    /// First what makes it an upload, then its bytes.
    pub(super) fn forget(&self, id: FileId) -> io::Result<()> {
        missing_is_fine(fs::remove_file(self.announcement(id)))?;
        missing_is_fine(fs::remove_file(self.part(id)))
    }

    pub(super) fn write_record(&self, record: &Record) -> io::Result<()> {
        let id = record.info.id;
        self.write_whole(&self.record(id), id, record)
    }

    pub(super) fn remove_record(&self, id: FileId) -> io::Result<()> {
        missing_is_fine(fs::remove_file(self.record(id)))?;
        sync_folder(&self.records())
    }

    /// Moves what is complete to its place.
    pub(super) fn place(&self, from: &Path, digest: &Digest) -> io::Result<()> {
        let to = self.content(digest);
        let folder = self.contents().join(digest.folder());
        if !folder.exists() {
            make_folder(&folder)?;
            sync_folder(&self.contents())?;
        }
        fs::rename(from, to)?;
        sync_folder(&folder)
    }

    /// Writes the smaller picture of a content whose folder is there.
    pub(super) fn place_thumbnail(&self, digest: &Digest, bytes: &[u8]) -> io::Result<()> {
        let draft = self.making().join(format!("{}.thumb", digest.as_str()));
        write_synced(&draft, bytes)?;
        make_folder(&self.contents().join(digest.folder()))?;
        fs::rename(draft, self.thumbnail(digest))
    }

    pub(super) fn remove_content(&self, digest: &Digest) -> io::Result<()> {
        missing_is_fine(fs::remove_file(self.content(digest)))?;
        missing_is_fine(fs::remove_file(self.thumbnail(digest)))
    }

    fn write_whole<T: Serialize>(&self, path: &Path, id: FileId, what: &T) -> io::Result<()> {
        let draft = self.making().join(format!("{id}.json"));
        let done = write_synced(&draft, &serde_json::to_vec(what)?)
            .and_then(|()| fs::rename(&draft, path))
            .and_then(|()| path.parent().map_or(Ok(()), sync_folder));
        if done.is_err() {
            let _ = fs::remove_file(&draft);
        }
        done
    }
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = made_anew(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// What people send each other is nobody else's to read: folders and files belong to this
/// user alone, also where the folder around them is open to others.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn close_to_others(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// An empty file for this user alone, in the place of one that there may be.
pub(super) fn made_anew(path: &Path) -> io::Result<File> {
    private().create(true).truncate(true).open(path)
}

/// A rename is on disk only when its folder is.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn missing_is_fine(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}
