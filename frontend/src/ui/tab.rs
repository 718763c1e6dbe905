//! What the browser's tab says: unread messages, the room, and the link's state as the
//! dot of the icon.

use chat_client::status::LinkState;

use super::el::watch;
use super::words;
use crate::browser::page::{self, FaviconDot};
use crate::state::ChatState;

/// Keeps title and icon in step while the calling component is on the page.
pub fn keep_in_step(state: ChatState) {
    watch(move || {
        let unread = state
            .rooms
            .with(|rooms| rooms.iter().map(|view| view.unread).sum::<u64>());
        let place = match state.room_name() {
            Some(room) => ["#", &room, " · Confab"].concat(),
            None => "Confab".to_owned(),
        };
        page::set_title(&match unread {
            0 => place,
            _ => ["(", &words::count(unread), ") ", &place].concat(),
        });
    });
    watch(move || page::set_favicon(state.status.with(|status| dot(&status.link))));
}

fn dot(link: &LinkState) -> FaviconDot {
    match link {
        LinkState::Online | LinkState::Slow => FaviconDot::Online,
        LinkState::Idle | LinkState::Connecting | LinkState::CatchingUp => FaviconDot::Connecting,
        LinkState::Waiting { .. } | LinkState::NoNetwork => FaviconDot::Offline,
        LinkState::SignedOut | LinkState::Outdated | LinkState::Stopped(_) => FaviconDot::SignedOut,
    }
}
