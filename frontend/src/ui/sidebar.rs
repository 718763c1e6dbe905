//! The sidebar: the workspace, its rooms, its people, and me. On a phone it is a drawer.

use leptos::html;
use leptos::prelude::*;

use super::icon::Icon;
use super::me::MyFoot;
use super::people_list::PeopleList;
use super::room_list::RoomList;
use super::welcome::host;

/// What the sidebar opens and closes.
#[derive(Clone, Copy, Debug)]
pub struct Overlays {
    /// The drawer on a phone.
    pub drawer: RwSignal<bool>,
    /// The dialog that makes a room.
    pub new_room: RwSignal<bool>,
    /// The dialog that asks before signing out.
    pub sign_out: RwSignal<bool>,
}

/// The sidebar. `close` is the button that gets the focus when the drawer opens.
#[component]
pub fn Sidebar(overlays: Overlays, close: NodeRef<html::Button>) -> impl IntoView {
    let chosen = Callback::new(move |()| overlays.drawer.set(false));
    view! {
        <aside class="sidebar" aria-label="Workspace">
            <div class="ws">
                <span class="ws-tile" aria-hidden="true">"C"</span>
                <div class="ws-name">
                    <strong>"Confab"</strong>
                    <span>{host()}</span>
                </div>
                <button
                    class="btn-icon only-phone"
                    type="button"
                    aria-label="Close menu"
                    node_ref=close
                    on:click=move |_| overlays.drawer.set(false)
                >
                    <Icon name="close"/>
                </button>
            </div>
            <div class="side-scroll">
                <RoomList new_room=overlays.new_room chosen/>
                <PeopleList/>
            </div>
            <MyFoot sign_out=overlays.sign_out/>
        </aside>
    }
}
