//! What the browser's tab says: unread messages, the room, and the link's state as the
//! dot of the icon.

use chat_client::status::LinkState;

use super::el::watch;
use super::scroll::is_looked_at;
use super::words;
use crate::browser::page::{self, FaviconDot};
use crate::state::ChatState;

/// Keeps title and icon in step while the calling component is on the page.
pub fn keep_in_step(state: ChatState) {
    watch(move || {
        // What arrives in front of somebody is as good as read.
        let looked_at = state.room.get().filter(|_| is_looked_at());
        let unread = state.rooms.with(|rooms| {
            let others = rooms.iter().filter(|view| Some(view.room) != looked_at);
            others.map(|view| view.unread).sum::<u64>()
        });
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
