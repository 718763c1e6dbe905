//! Notifications of the system: whether the browser lets this page show them, and showing
//! them. One room has one notification; a newer one takes its place, in every tab.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Reflect;
use shared::ids::RoomId;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

use super::clock::window;

/// Whether this page may show notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// It may.
    Granted,
    /// The person or the browser says no.
    Denied,
    /// Nobody was asked.
    Unasked,
    /// This browser has none for this page: it did not come over https.
    Missing,
}

/// Whether this page may show notifications. Asks nobody.
#[must_use]
pub fn permission() -> Permission {
    // The name is missing on pages that came over plain HTTP from another machine.
    let is_there = Reflect::has(&window(), &"Notification".into());
    if is_there != Ok(true) {
        return Permission::Missing;
    }
    let permission = Notification::permission();
    if permission == NotificationPermission::Granted {
        Permission::Granted
    } else if permission == NotificationPermission::Denied {
        Permission::Denied
    } else {
        Permission::Unasked
    }
}

/// Asks the person. To be called from a click or a key.
pub async fn ask() -> Permission {
    if permission() == Permission::Unasked
        && let Ok(asked) = Notification::request_permission()
    {
        // Whatever comes of it is looked up.
        let _ = JsFuture::from(asked).await;
    }
    permission()
}

/// The notifications that this tab shows.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    shown: Rc<RefCell<BTreeMap<RoomId, Shown>>>,
    are_refused: Rc<Cell<bool>>,
}

#[derive(Debug)]
struct Shown {
    notice: Notification,
    _on_click: Closure<dyn Fn()>,
}

impl Notices {
    /// Shows one. When it is clicked, the window comes to the front and `clicked` is done.
    /// It is silent: sounds are this page's own.
    pub fn show(&self, room: RoomId, title: &str, body: &str, clicked: impl Fn() + 'static) {
        let options = NotificationOptions::new();
        options.set_body(body);
        options.set_tag(&["confab.", &room.to_string()].concat());
        options.set_renotify(true);
        options.set_silent(Some(true));
        // Some systems show them only by way of a service worker, and refuse this.
        let Ok(notice) = Notification::new_with_options(title, &options) else {
            self.are_refused.set(true);
            return;
        };
        let on_click = Closure::<dyn Fn()>::new(move || {
            // Refused where the system lets no page come to the front.
            let _ = window().focus();
            clicked();
        });
        notice.set_onclick(Some(on_click.as_ref().unchecked_ref()));
        let shown = Shown {
            notice,
            _on_click: on_click,
        };
        // The one before gives way by its tag.
        self.shown.borrow_mut().insert(room, shown);
    }

    /// Whether the system showed none though the person allows them.
    pub fn are_refused(&self) -> bool {
        self.are_refused.get()
    }

    /// Takes away those of rooms that have been read.
    pub fn close(&self, is_read: impl Fn(RoomId) -> bool) {
        self.shown.borrow_mut().retain(|room, shown| {
            let stays = !is_read(*room);
            if !stays {
                shown.notice.close();
            }
            stays
        });
    }
}
