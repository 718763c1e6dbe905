//! Files for the next messages: chosen, on their way, there. They belong to the page and not
//! to a box, so that they go on while another room is looked at; the browser keeps what is not
//! sent, and the next page of this tab, or a tab that is left, goes on with it.

use std::collections::HashMap;

use chat_client::composing::MessageBox;
use chat_client::uploads::due::{Due, Outlook};
use chat_client::uploads::kept::{KeptUpload, Shelf};
use chat_client::uploads::{Chosen, Do, Heard, Upload, UploadKey, Uploads};
use leptos::task::spawn_local;
use shared::file::FileInfo;
use shared::ids::{RoomId, UserId};
use web_sys::{Blob, File};

use crate::browser::upload::{self, Underway};
use crate::browser::{clock, kept_files, storage, tabs};
use crate::live::Live;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct AttachedFiles {
    uploads: Live<Uploads>,
    /// None where the browser no longer has them.
    bytes: Live<HashMap<UploadKey, (Option<Blob>, Underway)>>,
    /// Whose they are.
    user: Option<UserId>,
    /// The box whose message went out by itself: what is drawn of it is empty from now on.
    pub went: Live<Option<MessageBox>>,
}

impl AttachedFiles {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        let user = storage::user();
        if user.is_some() {
            spawn_local(kept_files::sweep(user));
        }
        Self {
            uploads: Live::new(Uploads::default()),
            bytes: Live::new(HashMap::new()),
            user,
            went: Live::new(None),
        }
    }

    /// Finds again what an older program kept of a room.
    pub fn restore(self, room: RoomId) {
        let Some(user) = self.user_now() else { return };
        let kept = kept_files::take_former_form(user, room);
        if !kept.is_empty() {
            self.take_back(room.into(), kept);
        }
    }

    /// Goes on with what a page that is gone had not sent.
    pub fn adopt(self, left: Vec<KeptUpload>) {
        spawn_local(async move {
            let blobs = kept_files::bytes_of(&left).await;
            let boxes: Vec<MessageBox> = left.iter().map(|kept| kept.at).collect();
            let has_bytes: Vec<bool> = blobs.iter().map(Option::is_some).collect();
            self.bytes.edit(|bytes| {
                let keys = left.iter().map(|kept| kept.key);
                let blobs = blobs.into_iter().map(|blob| (blob, Underway::new()));
                bytes.extend(keys.zip(blobs));
            });
            let left = left.into_iter().zip(has_bytes);
            let todo = self.uploads.edit(|uploads| uploads.adopt(left));
            self.perform(todo.unwrap_or_default());
            for at in boxes {
                self.told(at);
            }
        });
    }

    /// Adds files that the person chose.
    pub fn add(self, at: MessageBox, files: Vec<File>) {
        let chosen = files.into_iter().map(|file| {
            let chosen = Chosen {
                name: file.name(),
                // Never negative, nor beyond what a number holds.
                size: file.size() as u64,
                declared: file.type_(),
            };
            (UploadKey(tabs::new_id()), chosen, file)
        });
        let chosen: Vec<_> = chosen.collect();
        self.bytes.edit(|bytes| {
            for (key, _, file) in &chosen {
                let blob: &Blob = file;
                bytes.insert(*key, (Some(blob.clone()), Underway::new()));
            }
        });
        let shelf = self
            .user_now()
            .map_or_else(Shelf::default, kept_files::shelf);
        let chosen = chosen.into_iter().map(|(key, chosen, _)| (key, chosen));
        let todo = self.uploads.edit(|uploads| uploads.add(at, shelf, chosen));
        self.act(at, todo.unwrap_or_default());
    }

    /// Those of a box; whatever draws from it is drawn again when one moves.
    #[must_use]
    pub fn of(self, at: MessageBox) -> Vec<Upload> {
        self.uploads
            .with(|uploads| uploads.of(at).cloned().collect())
    }

    /// What is to go out of a box by itself; watched as [`AttachedFiles::of`].
    #[must_use]
    pub fn due(self, at: MessageBox) -> Option<Due> {
        self.uploads.with(|uploads| uploads.due(at).cloned())
    }

    /// How it is with that; watched as [`AttachedFiles::of`].
    #[must_use]
    pub fn outlook(self, at: MessageBox) -> Option<Outlook> {
        self.uploads.with(|uploads| uploads.outlook(at))
    }

    /// A message whose files are there; watched as [`AttachedFiles::of`].
    #[must_use]
    pub fn ready(self) -> Option<(MessageBox, Due, Vec<FileInfo>)> {
        self.uploads.with(Uploads::ready)
    }

    /// The message in a box is to go out once its files are there.
    pub fn want(self, at: MessageBox, due: Due) {
        self.uploads.edit(|uploads| uploads.want(at, due));
        self.told(at);
    }

    /// It is not, after all.
    pub fn withdraw(self, at: MessageBox) {
        if self.uploads.edit(|uploads| uploads.withdraw(at)) == Some(true) {
            self.told(at);
        }
    }

    /// What stands in a box now; what was to go out of it had these words, or stays.
    pub fn stands(self, at: MessageBox, typed: &str) {
        let is_other = |uploads: &Uploads| uploads.due(at).is_some_and(|due| due.typed != typed);
        if self.uploads.try_peek(is_other) == Some(true) {
            self.withdraw(at);
        }
    }

    /// Looks at them once.
    pub fn peek<T>(self, look: impl FnOnce(&Uploads) -> T) -> T {
        self.uploads.peek(look)
    }

    /// They are in a message.
    pub fn sent(self, at: MessageBox, files: &[FileInfo]) {
        let todo = self.uploads.edit(|uploads| uploads.sent(files));
        self.act(at, todo.unwrap_or_default());
    }

    /// They are in no message after all: it was taken back before it was stored.
    pub fn take_back(self, at: MessageBox, files: Vec<FileInfo>) {
        let named = files
            .into_iter()
            .map(|file| (UploadKey(tabs::new_id()), file));
        let named: Vec<_> = named.collect();
        self.bytes.edit(|bytes| {
            bytes.extend(named.iter().map(|(key, _)| (*key, (None, Underway::new()))));
        });
        let todo = self.uploads.edit(|uploads| uploads.restore(at, named));
        self.act(at, todo.unwrap_or_default());
    }

    /// Goes on with one that failed.
    pub fn retry(self, at: MessageBox, key: UploadKey) {
        let todo = self.uploads.edit(|uploads| uploads.retry(key));
        self.act(at, todo.unwrap_or_default());
    }

    /// Does not send it.
    pub fn remove(self, at: MessageBox, key: UploadKey) {
        let todo = self.uploads.edit(|uploads| uploads.remove(key));
        self.act(at, todo.unwrap_or_default());
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

    fn act(self, at: MessageBox, todo: Vec<Do>) {
        // What is known of a file is kept before its bytes are: bytes of which nothing is
        // known are swept away.
        self.told(at);
        self.perform(todo);
    }

    /// Shows what moved, and keeps what is not sent.
    fn told(self, at: MessageBox) {
        self.uploads.update(|_| {});
        let Some(user) = self.user_now() else { return };
        if let Some(kept) = self.uploads.try_peek(|uploads| uploads.kept(at)) {
            for key in kept_files::keep(user, &kept) {
                self.is_not_kept(key);
            }
        }
    }

    /// Whose files these are, as long as that is who is signed in: what another tab has ended
    /// is not kept again.
    fn user_now(self) -> Option<UserId> {
        self.user.filter(|_| storage::user() == self.user)
    }

    fn keep(self, key: UploadKey) {
        let blob = self
            .bytes
            .try_peek(|bytes| bytes.get(&key).and_then(|(blob, _)| blob.clone()));
        let (Some(Some(blob)), Some(_)) = (blob, self.user_now()) else {
            self.is_not_kept(key);
            return;
        };
        spawn_local(async move {
            if kept_files::keep_bytes(key, &blob).await.is_err() {
                self.is_not_kept(key);
            }
        });
    }

    fn is_not_kept(self, key: UploadKey) {
        let is_told = self.uploads.edit(|uploads| {
            uploads.not_kept(key);
            uploads
                .get(key)
                .is_some_and(|upload| upload.goes_with_the_page())
        });
        if is_told == Some(true) {
            self.forget_kept(key);
        }
        self.uploads.update(|_| {});
    }

    fn forget_kept(self, key: UploadKey) {
        if let Some(user) = self.user_now() {
            kept_files::forget(user, key);
        }
        spawn_local(kept_files::remove_bytes(key));
    }

    fn perform(self, todo: Vec<Do>) {
        for step in todo {
            match step {
                Do::Announce(key) => self.ask(key, async |upload, _, underway| {
                    upload::announce(upload.at.room, &upload.file, &underway).await
                }),
                Do::Send { key, id, from, to } => {
                    self.ask(key, async move |upload, bytes, underway| match bytes {
                        Some(bytes) => {
                            upload::send(upload.at.room, id, &bytes, (from, to), &underway).await
                        }
                        // The machine sends nothing of which it has no bytes.
                        None => Heard::Lost,
                    });
                }
                Do::Keep(key) => self.keep(key),
                Do::Ask { key, id } => self.ask(key, async move |upload, _, underway| {
                    upload::progress(upload.at.room, id, &underway).await
                }),
                Do::Forget(key) => {
                    let bytes = self.bytes.edit(|bytes| bytes.remove(&key)).flatten();
                    if let Some((_, underway)) = bytes {
                        underway.stop();
                    }
                    self.forget_kept(key);
                }
                Do::GiveUp { room, id } => {
                    spawn_local(upload::give_up(room, id));
                }
                Do::Remove { room, id } => spawn_local(upload::remove(room, id)),
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
        request: impl AsyncFnOnce(Upload, Option<Blob>, Underway) -> Heard + 'static,
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
        spawn_local(async move {
            let at = upload.at;
            let heard = request(upload, blob, underway).await;
            let now = clock::now();
            let todo = self.uploads.edit(|uploads| uploads.heard(now, key, heard));
            self.act(at, todo.unwrap_or_default());
        });
    }
}
