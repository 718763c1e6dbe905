//! Files that people send: the passes to them, and the threads on which the disk is waited for.
//!
//! A file is written with a [`RoomWriter`] and read with a [`RoomReader`] of its room, each time
//! anew; a file of another room is as unknown as none. What a file may be is decided in
//! `chat_files`; the words for it stand here.

pub mod body;
pub mod range;

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use chat_files::{Content, FileRefusal, FileStore, Limits, New, Part, Record, Upload, Writing};
use shared::file::{FileId, FileInfo, FileKind, FileName};
use shared::moment::Timestamp;
use shared::refusal::{Refusal, RefusalCode};
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::task::{JoinError, spawn_blocking};
use tracing::{error, info, warn};

use crate::access::{Access, RoomReader, RoomWriter};
use crate::app::App;
use crate::clock::wall_time;
use crate::store_errors;

/// The folder beside the store.
pub(crate) const FOLDER: &str = "files";

/// Requests that bring bytes at once: each holds a buffer, and a thread while it waits for the
/// disk.
pub const WRITERS_MAX: usize = 64;

/// Uploads that are looked at and copied at once. The disk is no quicker with more.
const FINISHERS_MAX: usize = 2;

/// Files of deleted messages that are erased in one go: a page of the store's.
const ERASED_AT_ONCE: u16 = 100;

/// A place among the writers is free again within moments.
const BUSY_RETRY_MS: u32 = 1_000;

/// How often abandoned uploads are looked for. They are kept for a day.
const SWEEP_EVERY: Duration = Duration::from_secs(10 * 60);

/// The files of a server. One whose data is in memory takes none.
#[derive(Debug)]
pub struct Files {
    store: Option<Arc<FileStore>>,
    writers: Semaphore,
    finishers: Semaphore,
}

/// An upload that its sender may go on with.
#[derive(Debug)]
pub struct Own {
    upload: Arc<Upload>,
}

/// Whose bytes come now.
#[derive(Debug)]
pub struct Appending<'a> {
    writing: Writing,
    _place: SemaphorePermit<'a>,
}

impl Files {
    /// Opens what lies in the data folder.
    ///
    /// # Errors
    /// It cannot be read or written.
    pub async fn open(data: Option<&Path>, limits: Limits) -> io::Result<Self> {
        let store = match data {
            None => None,
            Some(data) => {
                let folder = data.join(FOLDER);
                let opened = spawn_blocking(move || FileStore::open(&folder, limits, wall_time()));
                Some(Arc::new(opened.await.map_err(io::Error::other)??))
            }
        };
        Ok(Self {
            store,
            writers: Semaphore::new(WRITERS_MAX),
            finishers: Semaphore::new(FINISHERS_MAX),
        })
    }

    /// Announces a file for a room.
    ///
    /// # Errors
    /// `name_invalid`, `file_too_large`, `limit_reached`, `disk_full`, `not_allowed` where no
    /// files are taken, `unavailable`.
    pub async fn announce(
        &self,
        writer: &RoomWriter,
        name: &str,
        size: u64,
        declared: String,
    ) -> Result<Own, Refusal> {
        let new = New {
            room: writer.room().id,
            owner: writer.user(),
            name: FileName::parse(name)?,
            size,
            declared,
        };
        let upload = self
            .ask(move |store| store.announce(new, wall_time()))
            .await?;
        Ok(Own { upload })
    }

    /// An upload of this user into this room.
    ///
    /// # Errors
    /// `unknown_file`, `not_allowed` where no files are taken.
    pub fn own(&self, writer: &RoomWriter, id: FileId) -> Result<Own, Refusal> {
        let upload = self.store()?.upload(id, writer.user());
        let upload = upload.map_err(|why| refusal(&why))?;
        if upload.announced.room != writer.room().id {
            return Err(unknown_file());
        }
        Ok(Own { upload })
    }

    /// A file that this user sent into this room.
    #[must_use]
    pub fn own_file(&self, writer: &RoomWriter, id: FileId) -> Option<Arc<Record>> {
        let record = self.store.as_ref()?.record(id)?;
        let is_own = record.owner == writer.user() && record.room == writer.room().id;
        is_own.then_some(record)
    }

    /// Files that this user sent into this room, as a message brings them.
    ///
    /// # Errors
    /// `unknown_file`: one of them is not there.
    pub fn own_files(&self, writer: &RoomWriter, ids: &[FileId]) -> Result<Vec<FileInfo>, Refusal> {
        let info = |id: &FileId| Some(self.own_file(writer, *id)?.info.clone());
        let files: Option<Vec<FileInfo>> = ids.iter().map(info).collect();
        files.ok_or_else(unknown_file)
    }

    /// Begins to append at this place.
    ///
    /// # Errors
    /// `offset_wrong`, `unknown_file`, `unavailable`.
    pub async fn append(&self, own: &Own, offset: u64) -> Result<Appending<'_>, Refusal> {
        let place = self.writers.try_acquire().map_err(|_| busy())?;
        let upload = own.upload.clone();
        let writing = self.ask(move |store| store.write_at(&upload, offset, wall_time()));
        Ok(Appending {
            writing: writing.await?,
            _place: place,
        })
    }

    /// Makes a file of an upload that is complete.
    ///
    /// # Errors
    /// `file_invalid`, `image_too_large`: it is gone; `disk_full`, `unavailable`: it can be asked
    /// again.
    pub async fn finish(&self, writer: &RoomWriter, id: FileId) -> Result<Arc<Record>, Refusal> {
        let _place = self.finishers.acquire().await.map_err(|_| busy())?;
        let user = writer.user();
        self.ask(move |store| store.finish(id, user, wall_time()))
            .await
    }

    /// Ends an upload.
    ///
    /// # Errors
    /// `unavailable`.
    pub async fn give_up(&self, own: Own) -> Result<(), Refusal> {
        self.ask(move |store| store.give_up(&own.upload)).await
    }

    /// Files of a room that are older than one of them, or the newest; of those that wait with a
    /// message for its time the own.
    ///
    /// # Errors
    /// `unknown_file`, or what the store of messages says.
    pub async fn list(
        &self,
        reader: &RoomReader,
        before: Option<FileId>,
        limit: usize,
    ) -> Result<Vec<Arc<Record>>, Refusal> {
        let Some(store) = &self.store else {
            return Ok(Vec::new());
        };
        let before = before.map(|id| self.record(reader, id)).transpose()?;
        let mut before = before.map(|record| (record.info.at, record.info.id));
        let mut shown = Vec::new();
        loop {
            let page = store.files_of(reader.room().id, before, limit);
            let Some(last) = page.last() else {
                return Ok(shown);
            };
            before = Some((last.info.at, last.info.id));
            let hidden = hidden(reader, &page).await?;
            let is_shown = |record: &Arc<Record>| !hidden.contains(&record.info.id);
            shown.extend(page.into_iter().filter(is_shown).take(limit - shown.len()));
            if shown.len() == limit {
                return Ok(shown);
            }
        }
    }

    /// A file of a room. One that waits with somebody else's message for its time is as unknown
    /// as none.
    ///
    /// # Errors
    /// `unknown_file`, or what the store of messages says.
    pub async fn file(&self, reader: &RoomReader, id: FileId) -> Result<Arc<Record>, Refusal> {
        let record = self.record(reader, id)?;
        if hidden(reader, std::slice::from_ref(&record))
            .await?
            .is_empty()
        {
            return Ok(record);
        }
        Err(unknown_file())
    }

    fn record(&self, reader: &RoomReader, id: FileId) -> Result<Arc<Record>, Refusal> {
        let record = self.store.as_ref().and_then(|store| store.record(id));
        let record = record.filter(|record| record.room == reader.room().id);
        record.ok_or_else(unknown_file)
    }

    /// Opens a file of a room for reading.
    ///
    /// # Errors
    /// `unknown_file`, `unavailable`, or what the store of messages says.
    pub async fn open_file(
        &self,
        reader: &RoomReader,
        id: FileId,
        part: Part,
    ) -> Result<(Arc<Record>, Content), Refusal> {
        let record = self.file(reader, id).await?;
        self.ask(move |store| {
            let content = store.content(&record, part)?;
            Ok((record, content))
        })
        .await
    }

    /// Removes a file of a room: the own, or any by whoever may take back what others sent.
    ///
    /// # Errors
    /// `unknown_file`, `not_allowed`, `unavailable`.
    pub async fn remove(&self, writer: &RoomWriter, id: FileId) -> Result<(), Refusal> {
        let record = self.store()?.record(id);
        let record = record.filter(|record| record.room == writer.room().id);
        let record = record.ok_or_else(unknown_file)?;
        if record.owner != writer.user() && !writer.is_over_others() {
            let sentence = "This file is somebody else's.";
            return Err(Refusal::new(RefusalCode::NotAllowed, sentence));
        }
        self.ask(move |store| store.remove(id)).await
    }

    /// Erases the files of messages that were taken back. What cannot be erased now stays
    /// noted for the next time.
    pub async fn erase(&self, access: &Access) {
        let Some(store) = &self.store else { return };
        loop {
            let files = match access.files_to_erase(ERASED_AT_ONCE).await {
                Ok(files) if files.is_empty() => return,
                Ok(files) => files,
                Err(failure) => {
                    warn!(%failure, "the files of deleted messages cannot be looked up");
                    return;
                }
            };
            let (store, wanted) = (store.clone(), files.len());
            let removed = spawn_blocking(move || {
                let is_gone = |file: &FileId| match store.remove(*file) {
                    Ok(()) | Err(FileRefusal::UnknownFile) => true,
                    Err(failure) => {
                        error!(%failure, "the file of a deleted message cannot be erased");
                        false
                    }
                };
                files.into_iter().filter(is_gone).collect::<Vec<_>>()
            });
            let Ok(removed) = removed.await else { return };
            let is_all = removed.len() == wanted;
            if let Err(failure) = access.files_erased(removed).await {
                warn!(%failure, "that files are erased cannot be noted");
                return;
            }
            if !is_all {
                return;
            }
        }
    }

    /// Gives files of one room to another one, as new files of this user with the same bytes.
    ///
    /// # Errors
    /// `unknown_file`, `limit_reached`, `disk_full`, `unavailable`; then none was given.
    pub async fn give(
        &self,
        files: &[FileInfo],
        writer: &RoomWriter,
    ) -> Result<Vec<FileInfo>, Refusal> {
        if files.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<FileId> = files.iter().map(|file| file.id).collect();
        let (room, owner) = (writer.room().id, writer.user());
        self.ask(move |store| {
            let mut given: Vec<FileInfo> = Vec::new();
            for id in ids {
                match store.give(id, room, owner, wall_time()) {
                    Ok(record) => given.push(record.info.clone()),
                    Err(why) => {
                        take_back(store, &given);
                        return Err(why);
                    }
                }
            }
            Ok(given)
        })
        .await
    }

    /// Takes back what [`Files::give`] gave.
    pub async fn take_back(&self, given: Vec<FileInfo>) {
        // It fails only where the store broke, which is logged there.
        drop(
            self.ask(move |store| {
                take_back(store, &given);
                Ok(())
            })
            .await,
        );
    }

    fn store(&self) -> Result<&Arc<FileStore>, Refusal> {
        let store = self.store.as_ref();
        store.ok_or_else(|| Refusal::new(RefusalCode::NotAllowed, "This server takes no files."))
    }

    /// Asks the store on a thread that may wait.
    async fn ask<T: Send + 'static>(
        &self,
        what: impl FnOnce(&FileStore) -> Result<T, FileRefusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let store = self.store()?.clone();
        let done = spawn_blocking(move || what(&store)).await;
        done.map_err(|failure| broken(&failure))?
            .map_err(|why| refusal(&why))
    }
}

impl Own {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> FileId {
        self.upload.announced.id
    }

    /// Bytes that will come.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.upload.announced.size
    }

    /// Bytes that are there.
    #[must_use]
    pub fn received(&self) -> u64 {
        self.upload.received()
    }
}

impl Appending<'_> {
    /// Writes what came, in order, on a thread that may wait.
    ///
    /// # Errors
    /// `offset_wrong`, `malformed`, `disk_full`, `unavailable`; what came before stays.
    pub async fn write(self, some: Vec<Bytes>) -> Result<Self, Refusal> {
        let Self {
            mut writing,
            _place,
        } = self;
        let writing = spawn_blocking(move || {
            for bytes in some {
                writing.write(&bytes)?;
            }
            Ok(writing)
        });
        let writing = writing.await.map_err(|failure| broken(&failure))?;
        let writing = writing.map_err(|why: FileRefusal| refusal(&why))?;
        Ok(Self { writing, _place })
    }

    /// Sees that what was written survives a loss of power.
    ///
    /// # Errors
    /// `disk_full`, `unavailable`.
    pub async fn rest(self) -> Result<(), Refusal> {
        let writing = self.writing;
        let rested = spawn_blocking(move || writing.rest()).await;
        rested
            .map_err(|failure| broken(&failure))?
            .map_err(|why| refusal(&why))
    }
}

/// Which of these this reader is not shown: those that wait with somebody else's message.
async fn hidden(reader: &RoomReader, records: &[Arc<Record>]) -> Result<Vec<FileId>, Refusal> {
    let others = records.iter();
    let others = others.filter(|record| record.owner != reader.user());
    let others: Vec<FileId> = others.map(|record| record.info.id).collect();
    if others.is_empty() {
        return Ok(Vec::new());
    }
    let waiting = reader.waiting_files(others).await;
    waiting.map_err(|failure| store_errors::refusal(&failure, "reading which files wait"))
}

fn take_back(store: &FileStore, given: &[FileInfo]) {
    for file in given {
        if let Err(failure) = store.remove(file.id) {
            warn!(%failure, "a file that was given in vain stays");
        }
    }
}

/// Ends abandoned uploads and erases what a stop left of deleted messages, while the server
/// runs.
pub async fn run(app: Arc<App>) {
    let mut every = tokio::time::interval(SWEEP_EVERY);
    loop {
        every.tick().await;
        if app.files.store.is_none() {
            return;
        }
        app.files.erase(&app.access).await;
        let now: Timestamp = wall_time();
        match app.files.ask(move |store| store.sweep(now)).await {
            Ok(0) | Err(_) => {}
            Ok(ended) => info!(ended, "uploads that nobody went on with are removed"),
        }
    }
}

/// The refusal for what the files' store says.
fn refusal(why: &FileRefusal) -> Refusal {
    let (code, sentence) = match why {
        FileRefusal::TooLarge { max: 0 } => (
            RefusalCode::NotAllowed,
            "This server takes no files.".to_owned(),
        ),
        FileRefusal::TooLarge { max } => (
            RefusalCode::FileTooLarge,
            format!("The file is over {}.", megabytes(*max)),
        ),
        FileRefusal::UserFull { max } => (
            RefusalCode::LimitReached,
            format!("Your files would be over {} together.", megabytes(*max)),
        ),
        FileRefusal::TooManyFiles { max } => (
            RefusalCode::LimitReached,
            format!("You have {max} files here, and that is the most."),
        ),
        FileRefusal::TooManyUploads { max } => (
            RefusalCode::LimitReached,
            format!("{max} files are on their way already, and that is the most."),
        ),
        FileRefusal::UnknownUpload | FileRefusal::UnknownFile => return unknown_file(),
        FileRefusal::OffsetWrong { received } | FileRefusal::Incomplete { received } => (
            RefusalCode::OffsetWrong,
            format!("The upload goes on at {received}."),
        ),
        FileRefusal::Superseded => (
            RefusalCode::OffsetWrong,
            "Another request goes on with this upload.".to_owned(),
        ),
        FileRefusal::TooMany => (
            RefusalCode::Malformed,
            "More bytes came than were announced.".to_owned(),
        ),
        FileRefusal::TypeWrong { found, .. } => (
            RefusalCode::FileInvalid,
            format!(
                "The file is not what it says it is, but {}.",
                called(*found)
            ),
        ),
        FileRefusal::Damaged { kind, what } => (
            RefusalCode::FileInvalid,
            format!(
                "The file is damaged: it begins as {}, but {what}.",
                called(*kind)
            ),
        ),
        FileRefusal::TooManyPixels { width, height } => (
            RefusalCode::ImageTooLarge,
            format!("A picture of {width} by {height} pixels is too large to be shown."),
        ),
        FileRefusal::DiskFull => {
            error!("the disk is full for files");
            (
                RefusalCode::DiskFull,
                "The server's disk is full; the file was not stored.".to_owned(),
            )
        }
        FileRefusal::Failed(failure) => {
            error!(%failure, "the files' disk fails");
            return unavailable();
        }
    };
    Refusal::new(code, sentence)
}

fn called(kind: FileKind) -> &'static str {
    if kind.is_image() {
        "a picture"
    } else if kind.is_video() {
        "a film"
    } else if kind.is_audio() {
        "a sound"
    } else if kind == FileKind::Pdf {
        "a PDF"
    } else if kind == FileKind::Text {
        "a text"
    } else {
        "something else"
    }
}

fn megabytes(bytes: u64) -> String {
    match bytes {
        0..1_048_576 => format!("{bytes} bytes"),
        _ => format!("{} MB", bytes / 1_048_576),
    }
}

/// No such file, and none that the user may know of: in the same words.
#[must_use]
pub fn unknown_file() -> Refusal {
    Refusal::new(RefusalCode::UnknownFile, "There is no such file.")
}

fn busy() -> Refusal {
    let sentence = "Too many files are on their way; try again in a moment.";
    Refusal::new(RefusalCode::Unavailable, sentence).retry_after_ms(BUSY_RETRY_MS)
}

fn broken(failure: &JoinError) -> Refusal {
    error!(%failure, "a thread for files broke");
    unavailable()
}

fn unavailable() -> Refusal {
    let sentence = "The server cannot reach its files now; try again.";
    Refusal::new(RefusalCode::Unavailable, sentence).retry_after_ms(BUSY_RETRY_MS)
}
