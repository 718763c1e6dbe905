//! The chat: sidebar and room side by side, or the sidebar as a drawer on a phone.
//!
//! While the drawer is open the room is inert, the focus is inside the drawer, and it
//! goes back to where it came from when the drawer closes.

use leptos::html;
use leptos::prelude::*;

use super::keys;
use super::new_room::NewRoom;
use super::room_page::RoomPage;
use super::sidebar::{Overlays, Sidebar};
use super::sign_out::SignOut;
use super::tab::Tab;
use crate::browser::clock;
use crate::contexts::provide_chat;

/// Runs the client for as long as it is on the page. Calls `left` when nobody is signed
/// in any more.
#[component]
pub fn Chat(left: Callback<()>) -> impl IntoView {
    let chat = provide_chat();
    let overlays = Overlays {
        drawer: RwSignal::new(false),
        new_room: RwSignal::new(false),
        sign_out: RwSignal::new(false),
    };
    let menu = NodeRef::<html::Button>::new();
    let close = NodeRef::<html::Button>::new();
    keys::listen(chat, overlays);
    move_focus_with_drawer(overlays.drawer, menu, close);
    // A room that was made is gone to, like one that was chosen.
    Effect::new(move |_| {
        chat.state.room.track();
        overlays.drawer.set(false);
    });
    view! {
        <Tab/>
        <a class="skip" href="#composer">"Skip to the message box"</a>
        <div class="app" class:drawer-open=overlays.drawer>
            <Sidebar overlays close/>
            <div
                class="scrim-drawer"
                aria-hidden="true"
                on:click=move |_| overlays.drawer.set(false)
            ></div>
            <RoomPage overlays menu sign_in=left/>
        </div>
        <NewRoom open=overlays.new_room/>
        <SignOut open=overlays.sign_out left/>
    }
}

fn move_focus_with_drawer(
    drawer: RwSignal<bool>,
    menu: NodeRef<html::Button>,
    close: NodeRef<html::Button>,
) {
    Effect::new(move |was_open: Option<bool>| {
        let is_open = drawer.get();
        let target = match (was_open.unwrap_or(false), is_open) {
            (false, true) => close.get_untracked(),
            (true, false) => menu.get_untracked(),
            (true, true) | (false, false) => None,
        };
        if let Some(target) = target {
            // The drawer takes no focus before it is drawn. Refused only for an element
            // that is not in the page.
            clock::on_frame(move || drop(target.focus()));
        }
        is_open
    });
    // A window that grew wide shows both; nothing may stay inert then.
    let handle = window_event_listener(leptos::ev::resize, move |_| {
        let is_narrow = window()
            .match_media("(max-width: 719px)")
            .ok()
            .flatten()
            .is_some_and(|query| query.matches());
        if !is_narrow && drawer.get_untracked() {
            drawer.set(false);
        }
    });
    on_cleanup(move || handle.remove());
}
