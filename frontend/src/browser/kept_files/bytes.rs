//! The bytes of files in the browser's own database, one value each. What cannot be opened
//! holds nothing and takes nothing.

use js_sys::{Array, Promise};
use shared::ids::ClientId;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

use crate::browser::clock::window;
use crate::browser::storage::NotKept;

/// The name of the database.
const DATABASE: &str = "confab.files";

/// Its form: one store, without keys of its own.
const VERSION: u32 = 1;

/// The store.
const STORE: &str = "bytes";

/// Keeps the bytes under a name; they are on disk when this is done.
pub(super) async fn put(name: ClientId, blob: &Blob) -> Result<(), NotKept> {
    let opened = Opened::to(IdbTransactionMode::Readwrite).await?;
    opened
        .store
        .put_with_key(blob, &name.to_string().into())
        .map_err(|_| NotKept)?;
    opened.end().await
}

/// Removes bytes.
pub(super) async fn remove(names: Vec<ClientId>) {
    if names.is_empty() {
        return;
    }
    let Ok(opened) = Opened::to(IdbTransactionMode::Readwrite).await else {
        return;
    };
    for name in names {
        // Refused only as a whole; then the next sweep takes it.
        let _ = opened.store.delete(&name.to_string().into());
    }
    let _ = opened.end().await;
}

/// The bytes of each of these names, where they are there. The browser reads them when they
/// are sent.
pub(super) async fn get(names: &[ClientId]) -> Vec<Option<Blob>> {
    let mut found = vec![None; names.len()];
    let Ok(opened) = Opened::to(IdbTransactionMode::Readonly).await else {
        return found;
    };
    for (name, place) in names.iter().zip(&mut found) {
        let request = opened.store.get(&name.to_string().into());
        if let Ok(value) = answer(request).await {
            *place = value.dyn_into::<Blob>().ok();
        }
    }
    opened.database.close();
    found
}

/// The names of all that is kept.
pub(super) async fn names() -> Vec<ClientId> {
    let Ok(opened) = Opened::to(IdbTransactionMode::Readonly).await else {
        return Vec::new();
    };
    let names = answer(opened.store.get_all_keys()).await;
    opened.database.close();
    let names = names.map_or_else(|_| Array::new(), JsCast::unchecked_into);
    let read = |name: JsValue| name.as_string()?.parse().ok();
    names.iter().filter_map(read).collect()
}

/// The store in a transaction of its own.
struct Opened {
    database: IdbDatabase,
    transaction: IdbTransaction,
    store: IdbObjectStore,
}

impl Opened {
    async fn to(mode: IdbTransactionMode) -> Result<Self, NotKept> {
        // Reading the property throws where the person has shut storage off.
        let factory = window().indexed_db().ok().flatten().ok_or(NotKept)?;
        let request = factory
            .open_with_u32(DATABASE, VERSION)
            .map_err(|_| NotKept)?;
        let made = request.clone();
        let make = Closure::once_into_js(move || {
            let database = made
                .result()
                .ok()
                .and_then(|it| it.dyn_into::<IdbDatabase>().ok());
            // Refused: then the store is missing, and everything below is refused as well.
            drop(database.map(|database| database.create_object_store(STORE)));
        });
        request.set_onupgradeneeded(Some(make.unchecked_ref()));
        let database: IdbDatabase = answer(Ok(request.into())).await?.unchecked_into();
        let transaction = database.transaction_with_str_and_mode(STORE, mode);
        let opened = transaction.and_then(|transaction| {
            let store = transaction.object_store(STORE)?;
            Ok(Self {
                database: database.clone(),
                transaction,
                store,
            })
        });
        opened.map_err(|_| {
            database.close();
            NotKept
        })
    }

    /// Waits until what was written is on disk.
    async fn end(self) -> Result<(), NotKept> {
        let transaction = self.transaction;
        let ended = Promise::new(&mut |done, failed| {
            transaction.set_oncomplete(Some(&done));
            transaction.set_onabort(Some(&failed));
        });
        let ended = JsFuture::from(ended).await;
        self.database.close();
        ended.map(drop).map_err(|_| NotKept)
    }
}

async fn answer(request: Result<IdbRequest, JsValue>) -> Result<JsValue, NotKept> {
    let request = request.map_err(|_| NotKept)?;
    let answered = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    JsFuture::from(answered).await.map_err(|_| NotKept)?;
    request.result().map_err(|_| NotKept)
}
