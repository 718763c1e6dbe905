//! The unsent writes of one client in the browser's storage: keeping and forgetting
//! its own, and taking over those of tabs that are gone, with files that wait there.
//!
//! They belong to a user. Who that is, is known from the last answer of the server
//! or from its welcome; nothing is kept before.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use chat_client::uploads::kept::KeptUpload;
use chat_client::{Input, Kept};
use shared::ids::{ClientId, UserId};
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

use crate::browser::clock::window;
use crate::browser::listener::Listener;
use crate::browser::outbox;
use crate::browser::socket::Report;
use crate::browser::storage::{self, NotKept};
use crate::browser::tabs::{Adopted, Orphans, Tab};

/// See the module.
pub(super) struct KeptWrites {
    user: Cell<Option<UserId>>,
    tab: Rc<Tab>,
    orphans: Rc<RefCell<Option<Rc<Orphans>>>>,
    report: Report,
    on_files: OnFiles,
}

/// Hears of files that were another tab's and are this one's now.
pub(super) type OnFiles = Rc<dyn Fn(Vec<KeptUpload>)>;

impl KeptWrites {
    /// Touches nothing yet but this tab's own id.
    pub(super) fn new(report: Report, on_files: OnFiles) -> Self {
        Self {
            user: Cell::new(storage::user()),
            tab: Tab::this(),
            orphans: Rc::default(),
            report,
            on_files,
        }
    }

    /// Takes over what this tab's former life left, then what others did.
    pub(super) fn begin(&self) {
        let Some(user) = self.user.get() else { return };
        let report = Rc::clone(&self.report);
        let on_files = Rc::clone(&self.on_files);
        let adopt = move |adopted| match adopted {
            Adopted::Writes(writes) => report(Input::Adopted(writes)),
            Adopted::Files(files) => on_files(files),
        };
        let orphans = Orphans::new(user, Rc::clone(&self.tab), adopt);
        *self.orphans.borrow_mut() = Some(orphans);
    }

    /// Looks whenever another tab changes a write.
    pub(super) fn listen(&self) -> Listener {
        let orphans = Rc::clone(&self.orphans);
        Listener::new(&window(), "storage", move |event| {
            let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            if let (Some(orphans), Some(key)) = (&*orphans.borrow(), key) {
                orphans.look_at(&key);
            }
        })
    }

    /// Looks at all of storage.
    pub(super) fn look_for_orphans(&self) {
        if let Some(orphans) = &*self.orphans.borrow() {
            orphans.look();
        }
    }

    /// Whether writes are kept here for a user other than this one.
    pub(super) fn belongs_to_somebody_else(&self, user: UserId) -> bool {
        self.user.get().is_some_and(|owner| owner != user)
    }

    /// The user, from the moment on when it is known.
    pub(super) fn user_is_known(&self, user: Option<UserId>) {
        if self.user.get().is_none() && user.is_some() {
            self.user.set(user);
            storage::keep_user(user);
            self.begin();
        }
    }

    /// Keeps a write, or replaces it.
    pub(super) fn keep(&self, write: &Kept) -> Result<(), NotKept> {
        outbox::keep(self.user.get().ok_or(NotKept)?, &self.tab.id, write)
    }

    /// Forgets a write.
    pub(super) fn forget(&self, client_id: ClientId) {
        if let Some(user) = self.user.get() {
            outbox::forget(user, &self.tab.id, client_id);
        }
    }

    /// Takes over nothing from here on.
    pub(super) fn end(&self) {
        self.orphans.take();
    }
}
