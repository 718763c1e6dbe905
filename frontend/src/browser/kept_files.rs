//! Files that were chosen and not sent, in this browser's storage: what is known of each as one
//! small value in local storage, `confab.upload.1.<user>.<tab>.<id>`, and its bytes in
//! [`bytes`], under the id.
//!
//! They belong to a user and to a tab, as unsent writes do ([`super::outbox`]), and are taken
//! over by the same rule ([`super::tabs`]). Bytes of which nothing is known are swept away: that
//! is what a page leaves which ended between the two, and what a user leaves whose login is over.

mod bytes;

use std::collections::BTreeSet;

use chat_client::uploads::UploadKey;
use chat_client::uploads::kept::{KeptUpload, Shelf};
use shared::file::FileInfo;
use shared::ids::{ClientId, RoomId, UserId};

use super::clock::sleep_ms;
use super::storage::{self, NotKept};
use super::tabs::owned::Owned;
use super::tabs::{Tab, TabId};

/// Begins every name. The number is the version of name and value.
const PREFIX: &str = "confab.upload.1.";

/// How older programs began the name of what they kept.
const FORMER_PREFIX: &str = "confab.files.";

/// What another tab is about to say of bytes that it has just kept is here by then.
const SWEEP_AFTER_MS: u32 = 3_000;

/// Keeps what is known of uploads of this tab. Answers those that could not be kept.
#[must_use]
pub fn keep(user: UserId, kept: &[KeptUpload]) -> Vec<UploadKey> {
    let local = storage::local();
    let mut refused = Vec::new();
    for upload in kept {
        let (name, value) = (own_name(user, upload.key), shared::codec::encode(upload));
        let is_so = storage::get(local.as_ref(), &name).as_deref() == Some(value.as_str());
        if !is_so && storage::set(local.as_ref(), &name, &value).is_err() {
            refused.push(upload.key);
        }
    }
    refused
}

/// Forgets what is known of an upload of this tab; its bytes are the caller's to remove.
pub fn forget(user: UserId, key: UploadKey) {
    storage::remove(storage::local().as_ref(), &own_name(user, key));
}

/// Keeps the bytes of an upload, as long as something is known of it.
///
/// # Errors
/// Storage is full or shut.
pub async fn keep_bytes(key: UploadKey, blob: &web_sys::Blob) -> Result<(), NotKept> {
    bytes::put(key.0, blob).await?;
    if !all().any(|owned| owned.id == key.0) {
        // It was removed, or the person has left, while the disk was written.
        bytes::remove(vec![key.0]).await;
    }
    Ok(())
}

/// The bytes of each of these uploads, where they are there. The browser reads them when they
/// are sent.
pub async fn bytes_of(kept: &[KeptUpload]) -> Vec<Option<web_sys::Blob>> {
    let names: Vec<ClientId> = kept.iter().map(|upload| upload.key.0).collect();
    bytes::get(&names).await
}

/// Removes the bytes of an upload.
pub async fn remove_bytes(key: UploadKey) {
    bytes::remove(vec![key.0]).await;
}

/// What this user's files take of this browser, in all tabs.
#[must_use]
pub fn shelf(user: UserId) -> Shelf {
    Shelf::with(of(user).map(|upload| upload.file.size))
}

/// How many files of this user wait in this browser, in all tabs.
#[must_use]
pub fn count(user: UserId) -> usize {
    of(user).count()
}

/// The tabs, living or not, that have files of this user.
pub(super) fn tabs(user: UserId) -> BTreeSet<TabId> {
    all()
        .filter(|owned| owned.user == user)
        .map(|owned| owned.tab)
        .collect()
}

/// Whether a name in storage is that of an upload, and whose: the user and the tab.
pub(super) fn owner(name: &str) -> Option<(UserId, TabId)> {
    Owned::parse(PREFIX, name).map(|owned| (owned.user, owned.tab))
}

/// Makes the uploads of one tab those of another. Only for the holder of the former tab's
/// claim. One that cannot be moved stays where it is, for the next look.
pub(super) fn take_over(user: UserId, from: &TabId, to: &TabId) -> Vec<KeptUpload> {
    let local = storage::local();
    let mut taken = Vec::new();
    for owned in all().filter(|owned| owned.user == user && owned.tab == *from) {
        let Some(upload) = read(&owned) else { continue };
        let name = Owned {
            tab: to.clone(),
            ..owned.clone()
        }
        .name(PREFIX);
        // In this order: a page that dies in between leaves bytes that are swept away, and no
        // file that two tabs send.
        storage::remove(local.as_ref(), &owned.name(PREFIX));
        let value = shared::codec::encode(&upload);
        if storage::set(local.as_ref(), &name, &value).is_ok() {
            taken.push(upload);
        } else {
            // It had this room a moment ago.
            let _ = storage::set(local.as_ref(), &owned.name(PREFIX), &value);
        }
    }
    taken
}

/// Files that are on the server for a room's next message, as older programs kept them: by
/// room, for all tabs. Whoever reads them has them.
#[must_use]
pub fn take_former_form(user: UserId, room: RoomId) -> Vec<FileInfo> {
    let local = storage::local();
    let name = [FORMER_PREFIX, &user.to_string(), ".", &room.to_string()].concat();
    let kept = storage::get(local.as_ref(), &name);
    storage::remove(local.as_ref(), &name);
    kept.and_then(|kept| serde_json::from_str(&kept).ok())
        .unwrap_or_default()
}

/// Forgets what others than this user left here, and bytes of which nothing is known. `None`
/// forgets everybody's, at once.
pub async fn sweep(user: Option<UserId>) {
    let local = storage::local();
    for owned in all().filter(|owned| Some(owned.user) != user) {
        storage::remove(local.as_ref(), &owned.name(PREFIX));
    }
    if user.is_none() {
        for name in storage::keys(local.as_ref()) {
            if name.starts_with(FORMER_PREFIX) {
                storage::remove(local.as_ref(), &name);
            }
        }
    } else {
        if strays().await.is_empty() {
            return;
        }
        sleep_ms(SWEEP_AFTER_MS).await;
    }
    bytes::remove(strays().await).await;
}

async fn strays() -> Vec<ClientId> {
    let mut kept = bytes::names().await;
    let known: BTreeSet<ClientId> = all().map(|owned| owned.id).collect();
    kept.retain(|id| !known.contains(id));
    kept
}

fn own_name(user: UserId, key: UploadKey) -> String {
    let (tab, id) = (Tab::this().id.clone(), key.0);
    Owned { user, tab, id }.name(PREFIX)
}

fn of(user: UserId) -> impl Iterator<Item = KeptUpload> {
    all()
        .filter(move |owned| owned.user == user)
        .filter_map(|owned| read(&owned))
}

fn all() -> impl Iterator<Item = Owned> {
    let names = storage::keys(storage::local().as_ref());
    names
        .into_iter()
        .filter_map(|name| Owned::parse(PREFIX, &name))
}

fn read(owned: &Owned) -> Option<KeptUpload> {
    let value = storage::get(storage::local().as_ref(), &owned.name(PREFIX))?;
    let upload: KeptUpload = serde_json::from_str(&value).ok()?;
    (upload.key.0 == owned.id).then_some(upload)
}
