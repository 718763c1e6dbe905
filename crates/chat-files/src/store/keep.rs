//! The end of an upload: it is looked at, cleaned, and becomes a file, or is refused and gone.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use shared::file::{FileId, FileInfo, FileKind, ImageInfo};
use shared::ids::UserId;
use shared::moment::Timestamp;

use super::FileStore;
use super::disk::made_anew;
use super::uploads::Upload;
use crate::FileRefusal;
use crate::drawing::Drawn;
use crate::images::{self, LookError, Looked, Piece};
use crate::kind::{self, HEAD_BYTES};
use crate::record::{Digest, Record};

/// Bytes that are copied at a time.
pub(super) const COPY_BYTES: usize = 256 * 1024;

impl FileStore {
    /// Makes a file of an upload that is complete. Asked again, it answers the same.
    ///
    /// # Errors
    /// `UnknownUpload`, `Incomplete`; `TypeWrong`, `Damaged`, `TooManyPixels`: the upload is gone;
    /// `DiskFull` or the disk's: the upload stays, to be finished later.
    pub fn finish(
        &self,
        id: FileId,
        owner: UserId,
        now: Timestamp,
    ) -> Result<Arc<Record>, FileRefusal> {
        let Ok(upload) = self.upload(id, owner) else {
            let done = self.record(id).filter(|record| record.owner == owner);
            return done.ok_or(FileRefusal::UnknownUpload);
        };
        // Held to the end: who asks again, or writes, waits and finds it over.
        let mut state = upload.state();
        if state.is_over {
            let done = self.record(id).filter(|record| record.owner == owner);
            return done.ok_or(FileRefusal::UnknownUpload);
        }
        let received = upload.received();
        if received < upload.announced.size {
            return Err(FileRefusal::Incomplete { received });
        }
        state.turn += 1;
        state.touched = now;
        let kept = self.keep(&upload, now);
        let _ = fs::remove_file(self.disk.draft(id));
        let is_refused = matches!(
            kept,
            Err(FileRefusal::TypeWrong { .. }
                | FileRefusal::Damaged { .. }
                | FileRefusal::TooManyPixels { .. })
        );
        if kept.is_ok() || is_refused {
            state.is_over = true;
            drop(state);
            self.index().uploads.remove(&id);
            let forgotten = self.disk.forget(id);
            if is_refused {
                forgotten?;
            }
            // A file that is there is there; the next start removes what was left of its upload.
        }
        kept
    }

    fn keep(&self, upload: &Upload, now: Timestamp) -> Result<Arc<Record>, FileRefusal> {
        let announced = &upload.announced;
        let (id, length) = (announced.id, announced.size);
        let part = self.disk.part(id);
        let mut file = File::open(&part)?;
        let kind = kind_of(&mut file, &announced.declared)?;
        let looked = images::look(kind, &file, length);
        let looked = looked.map_err(|error| refused(kind, error))?;
        let (from, digest) = self.clean(id, &mut file, part, &looked, length)?;
        let size = images::length_of(&looked.pieces);

        let kept = File::open(&from)?;
        let drawn = if looked.size.is_some() {
            self.easel.draw(kind, &kept, looked.decode_bytes)
        } else {
            None
        };
        drop(kept);

        let _contents = self.contents();
        let is_known = self.index().shared_by.contains_key(&digest);
        let thumbnail = drawn.as_ref().and_then(|drawn| drawn.thumbnail.as_ref());
        let record = Record {
            room: announced.room,
            owner: announced.owner,
            info: FileInfo {
                id,
                name: announced.name.clone(),
                size,
                kind,
                image: image_info(&looked, drawn.as_ref()),
                at: now,
            },
            digest,
            thumbnail: thumbnail.map(|thumbnail| thumbnail.kind),
        };
        let digest = &record.digest;
        let done = if is_known {
            Ok(())
        } else {
            self.place(
                &from,
                digest,
                thumbnail.map(|thumbnail| &thumbnail.bytes[..]),
            )
        };
        if let Err(error) = done.and_then(|()| self.disk.write_record(&record)) {
            if !is_known {
                // The part may be gone by now, so the next start finds nothing to go on with.
                self.take_back(upload, digest)?;
            }
            return Err(error.into());
        }
        Ok(self.index().add(record))
    }

    fn place(&self, from: &Path, digest: &Digest, thumbnail: Option<&[u8]>) -> io::Result<()> {
        if let Some(bytes) = thumbnail {
            self.disk.place_thumbnail(digest, bytes)?;
        }
        self.disk.place(from, digest)
    }

    /// Gives a part that was moved back to its upload, and removes what else was placed.
    fn take_back(&self, upload: &Upload, digest: &Digest) -> io::Result<()> {
        let (part, content) = (
            self.disk.part(upload.announced.id),
            self.disk.content(digest),
        );
        if !part.exists() && content.exists() {
            fs::rename(content, part)?;
        }
        self.disk.remove_content(digest)
    }

    /// What is kept of the upload, on disk: the part itself, or a copy without what is dropped;
    /// and its hash.
    fn clean(
        &self,
        id: FileId,
        file: &mut File,
        part: PathBuf,
        looked: &Looked,
        length: u64,
    ) -> Result<(PathBuf, Digest), FileRefusal> {
        let mut hash = Sha256::new();
        if looked.pieces == [Piece::Keep(0..length)] {
            copy(file, &looked.pieces, |bytes| {
                hash.update(bytes);
                Ok(())
            })?;
            file.sync_all()?;
            return Ok((part, Digest::of(hash.finalize().into())));
        }
        let draft = self.disk.draft(id);
        let mut out = made_anew(&draft)?;
        copy(file, &looked.pieces, |bytes| {
            hash.update(bytes);
            out.write_all(bytes)
        })?;
        out.sync_all()?;
        Ok((draft, Digest::of(hash.finalize().into())))
    }
}

fn kind_of(file: &mut File, declared: &str) -> Result<FileKind, FileRefusal> {
    let mut head = Vec::with_capacity(HEAD_BYTES);
    Read::take(&mut *file, HEAD_BYTES as u64).read_to_end(&mut head)?;
    file.rewind()?;
    let found = kind::sniff(&head);
    if kind::contradicts(declared, found) {
        let declared = declared.to_owned();
        return Err(FileRefusal::TypeWrong { declared, found });
    }
    Ok(found)
}

fn refused(kind: FileKind, error: LookError) -> FileRefusal {
    match error {
        LookError::Damaged(what) => FileRefusal::Damaged { kind, what },
        LookError::TooManyPixels { width, height } => FileRefusal::TooManyPixels { width, height },
        LookError::Io(error) => error.into(),
    }
}

fn image_info(looked: &Looked, drawn: Option<&Drawn>) -> Option<ImageInfo> {
    let size = looked.size?;
    Some(ImageInfo {
        width: size.width,
        height: size.height,
        placeholder: drawn.map(|drawn| drawn.placeholder.clone()),
        thumbnail: drawn.is_some_and(|drawn| drawn.thumbnail.is_some()),
    })
}

fn copy(
    file: &mut File,
    pieces: &[Piece],
    mut out: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<()> {
    let mut buffer = vec![0; COPY_BYTES];
    for piece in pieces {
        match piece {
            Piece::Bytes(bytes) => out(bytes)?,
            Piece::Keep(range) => {
                file.seek(SeekFrom::Start(range.start))?;
                let mut left = range.end - range.start;
                while left > 0 {
                    let some = usize::try_from(left).unwrap_or(COPY_BYTES).min(COPY_BYTES);
                    file.read_exact(&mut buffer[..some])?;
                    out(&buffer[..some])?;
                    left -= some as u64;
                }
            }
            Piece::Zeros(count) => {
                let mut left = *count;
                buffer.fill(0);
                while left > 0 {
                    let some = usize::try_from(left).unwrap_or(COPY_BYTES).min(COPY_BYTES);
                    out(&buffer[..some])?;
                    left -= some as u64;
                }
            }
        }
    }
    Ok(())
}
