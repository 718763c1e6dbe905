//! What the browser says of the page and the device: seen or not, touched or not, with a
//! network or without, frozen or back. Each becomes an input; repeats are the machine's
//! cue to look after its link.

use std::cell::Cell;
use std::rc::Rc;

use chat_client::Input;
use shared::moment::Moment;
use web_sys::{EventTarget, VisibilityState};

use crate::browser::clock::{self, window};
use crate::browser::listener::Listener;
use crate::browser::socket::Report;
use crate::browser::storage;

/// That somebody does something is told this often at most: a pointer says it many times a
/// second.
const ACTIVE_TOLD_EVERY_MS: u64 = 30_000;

/// What somebody does something with.
const ACTS: [&str; 5] = [
    "keydown",
    "pointerdown",
    "pointermove",
    "touchstart",
    "wheel",
];

/// Listens for as long as the listeners live.
pub(super) fn listen(report: &Report) -> Vec<Listener> {
    let window = window();
    let mut listeners = Vec::new();
    let told = Rc::new(Cell::new(None::<Moment>));
    for event in ACTS {
        let (report, told) = (Rc::clone(report), Rc::clone(&told));
        listeners.push(Listener::new(&window, event, move |_| {
            let now = clock::now();
            let told_at = told.get();
            if told_at.is_none_or(|at| now.ms_since(at) >= ACTIVE_TOLD_EVERY_MS) {
                told.set(Some(now));
                storage::keep_used_at(clock::wall());
                report(Input::Active);
            }
        }));
    }
    let mut hear = |target: &EventTarget, event, input: fn() -> Input| {
        let report = Rc::clone(report);
        listeners.push(Listener::new(target, event, move |_| report(input())));
    };
    let visible = || Input::Visible(is_visible());
    let online = || Input::Online(is_online());
    hear(&window, "focus", visible);
    hear(&window, "pageshow", visible);
    hear(&window, "online", online);
    hear(&window, "offline", online);
    if let Some(document) = window.document() {
        hear(&document, "visibilitychange", visible);
        hear(&document, "resume", visible);
        hear(&document, "freeze", || Input::Visible(false));
    }
    listeners
}

/// Whether somebody can see this page.
pub(super) fn is_visible() -> bool {
    window()
        .document()
        .is_none_or(|page| page.visibility_state() == VisibilityState::Visible)
}

/// Whether the device has a network to this page's server. None is needed where the
/// server is the device itself.
pub(super) fn is_online() -> bool {
    let window = window();
    window.navigator().on_line()
        || window
            .location()
            .hostname()
            .is_ok_and(|host| is_loopback(&host))
}

fn is_loopback(host: &str) -> bool {
    // Browsers resolve these by themselves (W3C Secure Contexts, section 3.1).
    host == "localhost"
        || host.ends_with(".localhost")
        || host.starts_with("127.")
        || host == "[::1]"
}
