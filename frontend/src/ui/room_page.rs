//! The room on the screen: head, banner, timeline, message box.

use leptos::html;
use leptos::prelude::*;
use shared::ids::RoomId;

use super::banner::Banner;
use super::blank::NotHere;
use super::composer::Composer;
use super::foot::Foot;
use super::jump_pill::JumpPill;
use super::log::Log;
use super::room_head::RoomHead;
use super::sidebar::Overlays;
use super::timeline::TimelineView;
use crate::contexts::use_chat;

/// The main region. Inert while the drawer covers it. `menu` opens the drawer; `sign_in`
/// leads back to the welcome page.
#[component]
pub fn RoomPage(
    overlays: Overlays,
    menu: NodeRef<html::Button>,
    sign_in: Callback<()>,
) -> impl IntoView {
    let room = use_chat().state.room;
    view! {
        <main class="room" aria-labelledby="room-title" inert=overlays.drawer>
            <RoomHead overlays menu/>
            <Banner sign_in/>
            {move || match room.get() {
                Some(room) => view! { <Room room/> }.into_any(),
                None => view! { <NotHere/> }.into_any(),
            }}
        </main>
    }
}

/// One room; another room is another one of these.
#[component]
fn Room(room: RoomId) -> impl IntoView {
    let chat = use_chat();
    let timeline = TimelineView::new(chat, room);
    let is_here = Memo::new(move |_| chat.state.extent.get().loaded);
    view! {
        {move || {
            if is_here.get() {
                view! { <Log timeline/> }.into_any()
            } else {
                view! { <NotHere/> }.into_any()
            }
        }}
        <div class="dock">
            <JumpPill timeline/>
            <Composer room timeline/>
            <Foot/>
        </div>
    }
}
