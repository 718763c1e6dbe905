//! What the browser's tab says: unread messages, the room, and the link's state as the
//! dot of the icon.

use chat_client::status::LinkState;
use leptos::prelude::*;

use super::words;
use crate::browser::page::{self, FaviconDot};
use crate::contexts::use_chat;

/// Keeps title and icon in step. Draws nothing.
#[component]
pub fn Tab() -> impl IntoView {
    let state = use_chat().state;
    Effect::new(move |_| {
        let unread = state
            .rooms
            .with(|rooms| rooms.iter().map(|view| view.unread).sum::<u64>());
        let place = match state.room_name() {
            Some(room) => format!("#{room} · Confab"),
            None => "Confab".to_owned(),
        };
        page::set_title(&match unread {
            0 => place,
            _ => format!("({}) {place}", words::count(unread)),
        });
    });
    Effect::new(move |_| {
        page::set_favicon(state.status.with(|status| dot(&status.link)));
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
