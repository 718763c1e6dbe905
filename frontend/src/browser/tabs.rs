//! Which tab sends which unsent writes and files, when several tabs of one browser are open.
//!
//! Every page that loads is a tab with an id of its own, and holds a claim on that
//! id for as long as it lives. Writes are kept under the id of the tab that sends
//! them, and so are files that are in no message yet. When a claim is free, its tab is gone, and its writes are *orphans*: one
//! living tab takes the claim, makes the writes its own and lets go. So each write
//! is sent by one tab, and none waits for a tab that never comes back.
//!
//! A reload is such an end too. The new page knows from the tab's own storage which
//! id the page before it had and takes over at once; all others leave a free claim
//! alone for [`ORPHAN_GRACE_MS`]. A duplicated tab copies that knowledge, but the
//! claim is not free, so it takes nothing. A page that the browser puts away and
//! brings back later starts anew: its writes may be another tab's by then.
//!
//! [`claim`] is by Web Locks, or by leases where those are missing. A lease can be
//! wrong about a page that was frozen for long, and then two tabs send the same
//! write. That is harmless: the server knows a write by its id and stores it once.

mod claim;
mod lease;
pub(super) mod owned;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fmt;
use std::rc::{Rc, Weak};

use chat_client::Kept;
use chat_client::uploads::kept::KeptUpload;
use shared::ids::{ClientId, UserId};
use wasm_bindgen_futures::spawn_local;

use self::claim::Claims;
use super::clock::{sleep_ms, window};
use super::{kept_files, outbox, storage};

/// A free claim is left alone for this long, so that a tab that reloads finds its
/// own writes again.
const ORPHAN_GRACE_MS: u32 = 3_000;

/// What another tab moved just before it let go of the claim is seen here after this long:
/// browsers tell one process of another's writes in passing, and a busy machine is late.
const STORAGE_SETTLES_MS: u32 = 500;

/// In this tab's own storage: the id of the page before.
const FORMER_KEY: &str = "confab.tab";

/// Names one page, from its load to its end: sixteen hexadecimal digits of chance.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TabId(String);

impl TabId {
    /// Reads an id; `None` for anything else.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == 16 && text.bytes().all(hex)).then(|| Self(text.to_owned()))
    }

    fn new(chance: u64) -> Self {
        Self(format!("{chance:016x}"))
    }
}

impl fmt::Display for TabId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// This page as a tab.
pub(super) struct Tab {
    /// Its id.
    pub(super) id: TabId,
    /// The id of the page that this tab showed before.
    former: Option<TabId>,
    claims: Claims,
}

impl Tab {
    /// This page, which claims its id at the first call.
    pub(super) fn this() -> Rc<Self> {
        thread_local!(static THIS: RefCell<Option<Rc<Tab>>> = const { RefCell::new(None) });
        THIS.with_borrow_mut(|this| Rc::clone(this.get_or_insert_with(|| Rc::new(Self::claimed()))))
    }

    fn claimed() -> Self {
        let id = TabId::new(chance());
        let session = storage::session();
        let former =
            storage::get(session.as_ref(), FORMER_KEY).and_then(|former| TabId::parse(&former));
        // Not kept: after a reload the writes are found as any orphans are.
        let _ = storage::set(session.as_ref(), FORMER_KEY, &id.to_string());
        let claims = Claims::of_this_browser();
        claims.hold_for_life(&id);
        Self { id, former, claims }
    }
}

thread_local!(static TELLS: Cell<bool> = const { Cell::new(false) });

/// Of several tabs the one that has been open longest tells the person what comes; when it
/// ends, the next one does. Without Web Locks every tab does: the browser shows only one
/// notification for a room all the same.
pub fn stand_in_line_to_tell() {
    thread_local!(static STANDS: Cell<bool> = const { Cell::new(false) });
    if !STANDS.replace(true) {
        Claims::of_this_browser().stand_in_line(TELLER, || TELLS.set(true));
    }
}

/// The name of the claim that the telling tab holds.
const TELLER: &str = "confab.teller";

/// Whether this tab does.
#[must_use]
pub fn is_the_one_that_tells() -> bool {
    TELLS.get()
}

/// Looks for orphans of one user and hands them on.
pub(super) struct Orphans {
    user: UserId,
    tab: Rc<Tab>,
    /// Tabs whose end is waited for.
    watched: RefCell<BTreeSet<TabId>>,
    adopt: Box<dyn Fn(Adopted)>,
}

/// What was another tab's and is this one's now.
pub(super) enum Adopted {
    /// Unsent writes, in the order in which they were written.
    Writes(Vec<Kept>),
    /// Files that are in no message yet.
    Files(Vec<KeptUpload>),
}

fn tabs_with_something(user: UserId) -> BTreeSet<TabId> {
    let mut tabs = outbox::tabs(user);
    tabs.append(&mut kept_files::tabs(user));
    tabs
}

impl Orphans {
    /// Looks for this user's orphans. What is found is moved to this tab before
    /// `adopt` is given it. Nothing is handed on after the value is dropped.
    pub(super) fn new(user: UserId, tab: Rc<Tab>, adopt: impl Fn(Adopted) + 'static) -> Rc<Self> {
        let orphans = Rc::new(Self {
            user,
            tab,
            watched: RefCell::new(BTreeSet::new()),
            adopt: Box::new(adopt),
        });
        let weak = Rc::downgrade(&orphans);
        spawn_local(async move {
            Self::adopt_former_life(&weak).await;
            if let Some(orphans) = weak.upgrade() {
                orphans.look();
            }
        });
        orphans
    }

    /// Waits for the end of every tab that has writes or files of this user, and is not yet
    /// waited for. Called whenever there may be a new one.
    pub(super) fn look(self: &Rc<Self>) {
        for tab in tabs_with_something(self.user) {
            self.watch(tab);
        }
    }

    /// The same for one value in storage that has changed.
    pub(super) fn look_at(self: &Rc<Self>, key: &str) {
        if let Some((user, tab)) = outbox::owner(key).or_else(|| kept_files::owner(key))
            && user == self.user
        {
            self.watch(tab);
        }
    }

    fn watch(self: &Rc<Self>, tab: TabId) {
        if tab != self.tab.id && self.watched.borrow_mut().insert(tab.clone()) {
            spawn_local(Self::adopt_when_gone(Rc::downgrade(self), tab));
        }
    }

    async fn adopt_former_life(weak: &Weak<Self>) {
        let Some((former, own)) = weak
            .upgrade()
            .and_then(|orphans| Some((orphans.tab.former.clone()?, Rc::clone(&orphans.tab))))
        else {
            return;
        };
        if let Some(_claim) = own.claims.claim(&former).await
            && let Some(orphans) = weak.upgrade()
        {
            orphans.take_over(&former);
        }
    }

    async fn adopt_when_gone(weak: Weak<Self>, tab: TabId) {
        let Some(own) = weak.upgrade().map(|orphans| Rc::clone(&orphans.tab)) else {
            return;
        };
        loop {
            if own.claims.freed(&tab).await.is_err() {
                return;
            }
            sleep_ms(ORPHAN_GRACE_MS).await;
            if weak.strong_count() == 0 {
                return;
            }
            let Some(_claim) = own.claims.claim(&tab).await else {
                continue;
            };
            sleep_ms(STORAGE_SETTLES_MS).await;
            if let Some(orphans) = weak.upgrade() {
                orphans.take_over(&tab);
            }
            return;
        }
    }

    /// Only while holding the tab's claim.
    fn take_over(&self, tab: &TabId) {
        let writes = outbox::take_over(self.user, tab, &self.tab.id);
        if !writes.is_empty() {
            (self.adopt)(Adopted::Writes(writes));
        }
        let files = kept_files::take_over(self.user, tab, &self.tab.id);
        if !files.is_empty() {
            (self.adopt)(Adopted::Files(files));
        }
        // What cannot be read or moved is no reason to look again and again: it stays
        // watched, until the page's next start.
        if !tabs_with_something(self.user).contains(tab) {
            self.watched.borrow_mut().remove(tab);
        }
    }
}

/// A name that nothing else has.
pub fn new_id() -> ClientId {
    let mut random = [0; 10];
    random[..8].copy_from_slice(&chance().to_le_bytes());
    random[8..].copy_from_slice(&chance().to_le_bytes()[..2]);
    ClientId::new_v7(super::clock::wall().0, random)
}

/// Sixty-four bits that nobody can foresee.
pub(super) fn chance() -> u64 {
    let mut bytes = [0; 8];
    // Every browser that runs WebAssembly has it; without, ids would still differ by
    // the time of their making.
    let made = window()
        .crypto()
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes))
        .is_ok();
    if made {
        u64::from_le_bytes(bytes)
    } else {
        js_sys::Math::random().to_bits()
    }
}
