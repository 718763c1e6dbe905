//! A lobby with a past that nobody had to write: straight into the store of a server that
//! does not run.

use std::path::Path;
use std::time::UNIX_EPOCH;

use chat_store::fold::Claims;
use chat_store::records::{NewEntry, NewUser};
use chat_store::{LOBBY, Store};
use chat_store_sqlite::SqliteStore;
use shared::entry::{Attached, EntryKind};
use shared::ids::ClientId;
use shared::moment::Timestamp;
use shared::text::{DisplayName, MessageText};

/// An entry every ten minutes: each screen has a day's divider near.
pub(super) const EVERY_MS: u64 = 10 * 60 * 1_000;

/// Appends that are under way at once, for the store to commit together.
const AT_ONCE: usize = 1_000;

/// Writes these, the last of them just now. Answers when the first was written, less
/// [`EVERY_MS`].
pub(super) async fn fill(data: &Path, kinds: Vec<EntryKind>) -> u64 {
    let now = UNIX_EPOCH.elapsed().expect("it is later than 1970");
    let now = u64::try_from(now.as_millis()).expect("it is not the far future");
    let began = now - (kinds.len() as u64 + 1) * EVERY_MS;
    let store = SqliteStore::open(data, Timestamp(now)).expect("the folder is free");
    let user = NewUser {
        name: DisplayName::from_stored("dora".to_owned()),
        at: Timestamp(began),
    };
    let dora = store.make_user(user, None).await.expect("it is stored");
    let numbered: Vec<(u64, EntryKind)> = (1..).zip(kinds).collect();
    for together in numbered.chunks(AT_ONCE) {
        let append = |(number, kind): &(u64, EntryKind)| {
            let at = Timestamp(began + number * EVERY_MS);
            let mut random = [0; 10];
            random[2..].copy_from_slice(&number.to_be_bytes());
            store.append(NewEntry {
                room: LOBBY,
                author: dora.user.id,
                client_id: ClientId::new_v7(at.0, random),
                at,
                kind: kind.clone(),
                claims: Claims::default(),
            })
        };
        let appends: Vec<_> = together.iter().map(append).collect();
        for append in appends {
            append.await.expect("it is stored");
        }
    }
    store.close().await.expect("it is on disk");
    began
}

/// A message of the room.
pub(super) fn posted(text: String) -> EntryKind {
    EntryKind::Posted {
        text: MessageText::from_stored(text),
        reply_to: None,
        attached: Attached::default(),
    }
}
