//! The room on the screen: head, banner, timeline, message box.

use shared::ids::RoomId;
use web_sys::HtmlElement;

use super::banner::banner;
use super::blank::not_here;
use super::composer::{Enter, composer};
use super::el::{Act, El, div, el};
use super::foot::foot;
use super::jump_pill::jump_pill;
use super::log::log;
use super::room_head::room_head;
use super::sidebar::Overlays;
use super::timeline::TimelineView;
use super::waiting_here::waiting_here;
use crate::handle::ChatHandle;
use crate::live::Live;

/// The main region, and the button that opens the drawer. Inert while the drawer covers
/// it. `sign_in` leads back to the welcome page.
pub fn room_page(chat: ChatHandle, overlays: Overlays, sign_in: Act) -> (El, HtmlElement) {
    let room = chat.state.room;
    let (head, menu) = room_head(chat, overlays);
    let page = el("main")
        .class("room")
        .attr("aria-labelledby", "room-title")
        .live_flag("inert", move || overlays.covers_room())
        .child(head)
        .child(banner(chat, sign_in))
        .live_all(move || match room.get() {
            Some(room) => one_room(chat, room),
            None => vec![not_here(chat)],
        });
    (page, menu)
}

/// One room; another room is another one of these.
fn one_room(chat: ChatHandle, room: RoomId) -> Vec<El> {
    let timeline = TimelineView::new(chat, room);
    let is_here = Live::new(false);
    super::el::watch(move || is_here.set_if_new(chat.state.extent.with(|extent| extent.is_loaded)));
    let lines = div("lines").live(move || {
        Some(if is_here.get() {
            log(chat, timeline)
        } else {
            not_here(chat).child(waiting_here(chat, room))
        })
    });
    let enter = Live::new(Enter::at_first(chat.settings));
    let dock = div("dock")
        .child(jump_pill(timeline))
        .children(composer(chat, room, timeline, enter))
        .child(foot(chat.state, enter));
    vec![lines, dock]
}
