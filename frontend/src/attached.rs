//! Files for the next messages: chosen, on their way, there. They belong to the page and not
//! to a box, so that they go on while another room is looked at; those that are there
//! already are found again after a reload.

use std::collections::HashMap;

use chat_client::uploads::{Chosen, Do, Heard, Upload, UploadKey, Uploads};
use shared::file::FileInfo;
use shared::ids::RoomId;
use web_sys::{Blob, File};

use crate::browser::upload::{self, Underway};
use crate::browser::{clock, storage};
use crate::live::Live;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct AttachedFiles {
    uploads: Live<Uploads>,
    bytes: Live<HashMap<UploadKey, (Blob, Underway)>>,
}

impl AttachedFiles {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            uploads: Live::new(Uploads::default()),
            bytes: Live::new(HashMap::new()),
        }
    }

    /// Finds again what was there when the page was left.
    pub fn restore(self, room: RoomId) {
        let kept = storage::files(room);
        if !kept.is_empty() {
            self.uploads.update(|uploads| uploads.restore(room, kept));
        }
    }

    /// Adds files that the person chose.
    pub fn add(self, room: RoomId, files: Vec<File>) {
        let chosen = files.iter().map(|file| Chosen {
            name: file.name(),
            // Never negative, nor beyond what a number holds.
            size: file.size() as u64,
            declared: file.type_(),
        });
        let added = self.uploads.edit(|uploads| uploads.add(room, chosen));
        let Some((keys, todo)) = added else { return };
        self.bytes.edit(|bytes| {
            let blobs = files.into_iter().map(|file| (file.into(), Underway::new()));
            bytes.extend(keys.into_iter().zip(blobs));
        });
        self.act(room, todo);
    }

    /// Those of a room; whatever draws from it is drawn again when one moves.
    #[must_use]
    pub fn of(self, room: RoomId) -> Vec<Upload> {
        self.uploads
            .with(|uploads| uploads.of(room).cloned().collect())
    }

    /// Whether some are not there yet; watched as [`AttachedFiles::of`].
    #[must_use]
    pub fn is_busy(self, room: RoomId) -> bool {
        self.uploads.with(|uploads| uploads.is_busy(room))
    }

    /// Looks at them once.
    pub fn peek<T>(self, look: impl FnOnce(&Uploads) -> T) -> T {
        self.uploads.peek(look)
    }

    /// They are in a message.
    pub fn sent(self, room: RoomId, files: &[FileInfo]) {
        self.uploads.edit(|uploads| uploads.sent(files));
        self.told(room);
    }

    /// They are in no message after all: it was taken back before it was stored.
    pub fn take_back(self, room: RoomId, files: Vec<FileInfo>) {
        self.uploads.edit(|uploads| uploads.restore(room, files));
        self.told(room);
    }

    /// Goes on with one that failed.
    pub fn retry(self, room: RoomId, key: UploadKey) {
        let todo = self.uploads.edit(|uploads| uploads.retry(key));
        self.act(room, todo.unwrap_or_default());
    }

    /// Does not send it.
    pub fn remove(self, room: RoomId, key: UploadKey) {
        let todo = self.uploads.edit(|uploads| uploads.remove(key));
        self.act(room, todo.unwrap_or_default());
    }

    /// There is a link again.
    pub fn linked(self) {
        if let Some(todo) = self
            .uploads
            .edit(Uploads::linked)
            .filter(|todo| !todo.is_empty())
        {
            self.perform(todo);
            self.uploads.update(|_| {});
        }
    }

    fn act(self, room: RoomId, todo: Vec<Do>) {
        self.perform(todo);
        self.told(room);
    }

    /// Shows what moved, and keeps what is there.
    fn told(self, room: RoomId) {
        self.uploads.update(|_| {});
        if let Some(files) = self.uploads.try_peek(|uploads| uploads.files(room)) {
            storage::keep_files(room, &files);
        }
    }

    fn perform(self, todo: Vec<Do>) {
        for step in todo {
            match step {
                Do::Announce(key) => self.ask(key, async |upload, _, underway| {
                    upload::announce(upload.room, &upload.file, &underway).await
                }),
                Do::Send { key, id, from, to } => {
                    self.ask(key, async move |upload, bytes, underway| {
                        upload::send(upload.room, id, &bytes, (from, to), &underway).await
                    });
                }
                Do::Ask { key, id } => self.ask(key, async move |upload, _, underway| {
                    upload::progress(upload.room, id, &underway).await
                }),
                Do::Forget(key) => {
                    let bytes = self.bytes.edit(|bytes| bytes.remove(&key)).flatten();
                    if let Some((_, underway)) = bytes {
                        underway.stop();
                    }
                }
                Do::GiveUp { room, id } => {
                    leptos::task::spawn_local(upload::give_up(room, id));
                }
                Do::Remove { room, id } => leptos::task::spawn_local(upload::remove(room, id)),
                Do::WakeAt(at) => {
                    clock::later(at.ms_since(clock::now()) + 1, move || {
                        let todo = self.uploads.edit(|uploads| uploads.wake(clock::now()));
                        if let Some(todo) = todo.filter(|todo| !todo.is_empty()) {
                            self.perform(todo);
                            self.uploads.update(|_| {});
                        }
                    });
                }
            }
        }
    }

    fn ask(
        self,
        key: UploadKey,
        request: impl AsyncFnOnce(Upload, Blob, Underway) -> Heard + 'static,
    ) {
        let upload = self.uploads.try_peek(|uploads| uploads.get(key).cloned());
        let bytes = self.bytes.edit(|bytes| {
            let (blob, underway) = bytes.get_mut(&key)?;
            // A request that was stopped must not stop the next.
            *underway = Underway::new();
            Some((blob.clone(), underway.clone()))
        });
        let (Some(Some(upload)), Some(Some((blob, underway)))) = (upload, bytes) else {
            return;
        };
        leptos::task::spawn_local(async move {
            let room = upload.room;
            let heard = request(upload, blob, underway).await;
            let now = clock::now();
            let todo = self.uploads.edit(|uploads| uploads.heard(now, key, heard));
            self.act(room, todo.unwrap_or_default());
        });
    }
}
