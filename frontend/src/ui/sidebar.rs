//! The sidebar: the workspace, its rooms, its people, and me. On a phone it is a drawer.

use web_sys::HtmlElement;

use super::el::{El, act, button, div, el, span};
use super::icon::icon;
use super::me::my_foot;
use super::people_list::people_list;
use super::room_list::room_list;
use super::search::Search;
use super::thread_list::to_threads;
use super::welcome::host;
use crate::handle::ChatHandle;
use crate::live::Live;

/// What lies over the page.
#[derive(Clone, Copy, Debug)]
pub struct Overlays {
    /// The drawer on a phone.
    pub drawer: Live<bool>,
    /// The dialog that makes a room.
    pub new_room: Live<bool>,
    /// The connection panel.
    pub inspector: Live<bool>,
    /// The server panel, which only the owner can open.
    pub server: Live<bool>,
    /// The search panel.
    pub search: Search,
    /// The quick switcher.
    pub switcher: Live<bool>,
    /// The thread panel.
    pub thread: Live<bool>,
    /// The list of the threads that are followed.
    pub threads: Live<bool>,
    /// The settings.
    pub settings: Live<bool>,
    /// What the user says of themselves.
    pub my_status: Live<bool>,
    /// What is told of the room on the screen.
    pub room_told: Live<bool>,
    /// The dialog that asks before signing out.
    pub sign_out: Live<bool>,
    /// The list of keys.
    pub shortcuts: Live<bool>,
}

/// Where there is one pane: the breakpoint of the style sheet.
pub const ONE_PANE_WHEN: &str = "(max-width: 719px)";

impl Overlays {
    /// Whether a panel is open, tracked.
    #[must_use]
    pub fn has_panel(self) -> bool {
        self.inspector.get()
            || self.server.get()
            || self.search.open.get()
            || self.thread.get()
            || self.threads.get()
    }

    /// Whether nothing of the room is to be reached, tracked: the drawer is modal, and a
    /// panel takes the whole of a phone.
    #[must_use]
    pub fn covers_room(self) -> bool {
        let is_panel_open = self.has_panel();
        self.drawer.get() || (is_panel_open && is_one_pane())
    }
}

/// Whether the page is as narrow as a phone.
#[must_use]
pub fn is_one_pane() -> bool {
    let query = leptos::prelude::window().match_media(ONE_PANE_WHEN);
    query.ok().flatten().is_some_and(|query| query.matches())
}

/// The sidebar, and the button that gets the focus when the drawer opens.
pub fn sidebar(chat: ChatHandle, overlays: Overlays) -> (El, HtmlElement) {
    let drawer = overlays.drawer;
    let close = button("btn-icon only-phone")
        .name(t!("sidebar-close-menu"))
        .child(icon("close"))
        .on_click(move || drawer.set(false));
    let close_element = close.html();
    let head = div("ws")
        .child(span("ws-tile").mute().text("C"))
        .child(
            div("ws-name")
                .child(el("strong").text("Confab"))
                .child(span("").text(&host())),
        )
        .child(close);
    let lists = div("side-scroll")
        .child(to_threads(chat))
        .child(room_list(
            chat,
            overlays.new_room,
            act(move || drawer.set(false)),
        ))
        .child(people_list(chat.state));
    let sidebar = el("aside")
        .class("sidebar")
        .name(t!("sidebar-workspace"))
        .child(head)
        .child(lists)
        .child(my_foot(chat.state, overlays));
    (sidebar, close_element)
}
