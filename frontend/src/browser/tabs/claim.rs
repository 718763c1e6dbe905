//! The right to a tab's id: held by at most one page at a time.
//!
//! By Web Locks (W3C), which the browser itself takes back when a page ends,
//! whatever way it ends; a page that holds one is also not frozen in the
//! background. They exist only in secure contexts, so a page that was opened over
//! plain HTTP from another machine uses [`Leases`].

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, PageTransitionEvent};

use super::TabId;
use super::lease::{HeldLease, Lease, Leases};
use crate::browser::clock::window;
use crate::browser::listener::Listener;

#[wasm_bindgen]
extern "C" {
    /// `LockManager`, which web-sys has only as an unstable interface.
    #[derive(Clone)]
    pub(super) type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Result<Promise, JsValue>;
}

/// How claims are made in this browser.
pub(super) enum Claims {
    /// By the browser.
    Locks(LockManager),
    /// By agreement.
    Leases(Leases),
}

impl Claims {
    /// Locks if the browser has them here.
    pub(super) fn of_this_browser() -> Self {
        match Reflect::get(&window().navigator(), &"locks".into()) {
            Ok(locks) if locks.is_object() => Self::Locks(locks.unchecked_into()),
            Ok(_) | Err(_) => Self::Leases(Leases),
        }
    }

    /// Claims a page's own new id, until the page ends.
    ///
    /// A browser may put a page away and bring it back later. Its claim ends all the
    /// same, so that nothing waits for it; when it comes back it starts anew.
    pub(super) fn hold_for_life(&self, tab: &TabId) {
        let hold = match self {
            Self::Locks(locks) => Hold::Lock {
                _lock: hold_lock(locks.clone(), tab.clone()),
            },
            Self::Leases(leases) => Hold::Lease {
                _lease: leases.hold(tab),
            },
        };
        let hold = RefCell::new(Some(hold));
        let end = Listener::new(&window(), "pagehide", move |_| drop(hold.take()));
        let back = Listener::new(&window(), "pageshow", |event| {
            if is_back(&event) {
                // Refused only while the page is on its way elsewhere.
                let _ = window().location().reload();
            }
        });
        // They live as long as the page.
        std::mem::forget((end, back));
    }

    /// Waits for a claim of this name and holds it until the page ends; then does `held`.
    pub(super) fn stand_in_line(&self, name: &'static str, held: impl FnOnce() + 'static) {
        let Self::Locks(locks) = self else {
            held();
            return;
        };
        let locks = locks.clone();
        spawn_local(async move {
            if let Ok(Some(lock)) = request(&locks, name, Patience::Queue).await {
                let lock = RefCell::new(Some(lock));
                let end = Listener::new(&window(), "pagehide", move |_| drop(lock.take()));
                // It lives as long as the page.
                std::mem::forget(end);
                held();
            }
        });
    }

    /// Claims another id, if nobody holds it.
    pub(super) async fn claim(&self, tab: &TabId) -> Option<Claim> {
        match self {
            Self::Locks(locks) => {
                let lock = request(locks, &lock_name(tab), Patience::Now)
                    .await
                    .ok()
                    .flatten()?;
                Some(Claim::Lock { _lock: lock })
            }
            Self::Leases(leases) => {
                let lease = leases.claim(tab).await?;
                Some(Claim::Lease { _lease: lease })
            }
        }
    }

    /// Waits until nobody holds an id, however long.
    ///
    /// # Errors
    /// The browser refuses to tell.
    pub(super) async fn freed(&self, tab: &TabId) -> Result<(), Refused> {
        match self {
            Self::Locks(locks) => request(locks, &lock_name(tab), Patience::Queue)
                .await
                .map(drop),
            Self::Leases(leases) => {
                leases.freed(tab).await;
                Ok(())
            }
        }
    }
}

/// A page's own id, claimed until this is dropped. The lock itself arrives a little
/// after it was asked for, ahead of all who ask later.
enum Hold {
    Lock { _lock: Rc<RefCell<Option<Lock>>> },
    Lease { _lease: HeldLease },
}

fn hold_lock(locks: LockManager, tab: TabId) -> Rc<RefCell<Option<Lock>>> {
    let hold = Rc::new(RefCell::new(None));
    let weak = Rc::downgrade(&hold);
    spawn_local(async move {
        let lock = request(&locks, &lock_name(&tab), Patience::Queue).await;
        if let (Ok(lock), Some(hold)) = (lock, weak.upgrade()) {
            *hold.borrow_mut() = lock;
        }
    });
    hold
}

fn is_back(event: &Event) -> bool {
    event
        .dyn_ref::<PageTransitionEvent>()
        .is_some_and(PageTransitionEvent::persisted)
}

/// An id that is claimed until this is dropped.
pub(super) enum Claim {
    /// By the browser.
    Lock { _lock: Lock },
    /// By agreement.
    Lease { _lease: Lease },
}

/// The browser grants no lock to this page, for example because it is about to end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refused;

/// A granted lock. Dropping it gives it back.
pub(super) struct Lock {
    give_back: Function,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A promise's own function, which does not throw.
        let _ = self.give_back.call0(&JsValue::UNDEFINED);
    }
}

#[derive(Clone, Copy)]
enum Patience {
    /// Wait in the queue.
    Queue,
    /// Only if it is free.
    Now,
}

fn lock_name(tab: &TabId) -> String {
    format!("confab.tab.{tab}")
}

/// Asks for a lock: `None` if it is not free now.
async fn request(
    locks: &LockManager,
    name: &str,
    patience: Patience,
) -> Result<Option<Lock>, Refused> {
    let options = Object::new();
    match patience {
        Patience::Queue => {}
        // Setting a property of a plain object succeeds.
        Patience::Now => drop(Reflect::set(&options, &"ifAvailable".into(), &true.into())),
    }
    let (answered, answer) = promise();
    let granted = Closure::once_into_js(move |lock: JsValue| {
        if lock.is_null() {
            // A promise's own function, which does not throw.
            let _ = answer.call1(&JsValue::UNDEFINED, &JsValue::NULL);
            return JsValue::UNDEFINED;
        }
        // The lock lasts until the promise that is given back here is fulfilled.
        let (over, give_back) = promise();
        let _ = answer.call1(&JsValue::UNDEFINED, &give_back);
        over.into()
    });
    let ended = locks
        .request(name, &options, granted.unchecked_ref())
        .map_err(|_| Refused)?;
    // The request itself is over only after the lock; before, it can only be refused.
    let answer = JsFuture::from(Promise::race(&js_sys::Array::of2(&answered, &ended)))
        .await
        .map_err(|_| Refused)?;
    Ok(answer
        .dyn_into::<Function>()
        .ok()
        .map(|give_back| Lock { give_back }))
}

/// A promise and the function that fulfils it.
fn promise() -> (Promise, Function) {
    let mut fulfil = None;
    let promise = Promise::new(&mut |resolve, _| fulfil = Some(resolve));
    (
        promise,
        fulfil.expect("a promise calls its executor before it is made"),
    )
}
