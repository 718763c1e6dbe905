//! The room's head: its name, how many people are here, and the connection dot.

use leptos::html;
use leptos::prelude::*;

use super::dot::ConnectionDot;
use super::icon::Icon;
use super::sidebar::Overlays;
use super::words;
use crate::contexts::use_chat;

/// `menu` is the button that opens the drawer and gets the focus back when it closes.
#[component]
pub fn RoomHead(overlays: Overlays, menu: NodeRef<html::Button>) -> impl IntoView {
    let state = use_chat().state;
    let unread_elsewhere = move || {
        let open = state.room.get();
        state.rooms.with(|rooms| {
            rooms
                .iter()
                .filter(|view| Some(view.room) != open)
                .map(|view| view.unread)
                .sum::<u64>()
        })
    };
    let menu_name = move || match unread_elsewhere() {
        0 => "Rooms and people".to_owned(),
        unread => format!("Rooms and people, {unread} unread"),
    };
    view! {
        <header class="head">
            <button
                class="btn-icon only-phone"
                type="button"
                aria-label=menu_name
                aria-expanded=move || overlays.drawer.get().to_string()
                node_ref=menu
                on:click=move |_| overlays.drawer.set(true)
            >
                <Icon name="menu"/>
                {move || {
                    (unread_elsewhere() > 0).then(|| view! { <span class="pip" aria-hidden="true"></span> })
                }}
            </button>
            <h1 id="room-title">
                <Icon name="room"/>
                <span class="sr">"Room "</span>
                <span class="head-name" dir="auto">{move || state.room_name()}</span>
            </h1>
            <p class="head-people" title="People here">
                <Icon name="people"/>
                <span aria-hidden="true">{move || state.people.with(|people| people.count)}</span>
                <span class="sr">
                    {move || state.people.with(|people| words::people(people.count))} " here"
                </span>
            </p>
            <ConnectionDot/>
        </header>
    }
}
