//! What the browser's tab says: unread messages, the room, the room's address, and in the
//! icon the link's state as a dot and the unread messages as a number.

use chat_client::status::LinkState;

use super::el::{listen_at_window, watch};
use super::words;
use crate::browser::address::{self, Arrival};
use crate::browser::page::{self, FaviconDot, is_looked_at};
use crate::handle::ChatHandle;
use crate::live::Live;

/// Keeps title, address and icon in step while the calling component is on the page, and
/// follows Back and Forward.
pub fn keep_in_step(chat: ChatHandle) {
    let state = chat.state;
    let unread_now = Live::new(0);
    let calls_in_threads = Live::new(false);
    watch(move || {
        // What arrives in front of somebody is as good as read.
        let looked_at = state.room.get().filter(|_| is_looked_at());
        let unread = state.rooms.with(|rooms| {
            let others = rooms.iter().filter(|view| Some(view.room) != looked_at);
            let now = chat.server_wall();
            let told = others.filter(|view| !state.is_silent(view.room, now));
            told.map(|view| view.unread).sum::<u64>()
        });
        let in_threads = chat.threads.unread_replies(chat);
        let unread = unread + in_threads;
        calls_in_threads.set_if_new(in_threads > 0);
        unread_now.set_if_new(unread);
        let place = match state.room_name() {
            Some(room) => ["#", &room, " · Confab"].concat(),
            None => "Confab".to_owned(),
        };
        page::set_title(&match unread {
            0 => place,
            _ => ["(", &words::count(unread), ") ", &place].concat(),
        });
    });
    watch(move || {
        let shown = state.room_name();
        if state.is_room_wanted() {
            return;
        }
        let in_bar = address::room();
        if let Some(name) = shown.filter(|name| in_bar.as_ref() != Some(name)) {
            // A bar that named no room yet, or one that is not here, was never a place.
            let was_here = in_bar.is_some_and(|name| state.has_room(&name));
            let arrival = if was_here {
                Arrival::Visit
            } else {
                Arrival::Correction
            };
            address::show_room(&name, arrival);
        }
    });
    listen_at_window("popstate", move |_| state.follow_address(chat));
    watch(move || {
        let dot = state.status.with(|status| dot(&status.link));
        let is_named = state.mentions.with(|all| !all.is_empty());
        let calls = is_named || calls_in_threads.get();
        page::set_favicon(dot, &words::icon_count(unread_now.get()), calls);
    });
}

fn dot(link: &LinkState) -> FaviconDot {
    match link {
        LinkState::Online | LinkState::Slow => FaviconDot::Online,
        LinkState::Idle | LinkState::Connecting | LinkState::CatchingUp => FaviconDot::Connecting,
        LinkState::Waiting { .. } | LinkState::NoNetwork => FaviconDot::Offline,
        LinkState::SignedOut | LinkState::Outdated | LinkState::Stopped(_) => FaviconDot::SignedOut,
    }
}
