//! The rooms in the sidebar: which one is open, how much is unread, where a draft waits.

use chat_client::rooms::RoomView;
use leptos::prelude::*;

use super::icon::Icon;
use super::slots::{Slot, differ, refreshed};
use super::words;
use crate::contexts::use_chat;
use shared::ids::RoomId;

/// `new_room` opens the dialog; `chosen` is called when a room was chosen.
#[component]
pub fn RoomList(new_room: RwSignal<bool>, chosen: Callback<()>) -> impl IntoView {
    let state = use_chat().state;
    let slots = Memo::new_with_compare(
        move |old: Option<&Vec<_>>| {
            let rows = state
                .rooms
                .get()
                .into_iter()
                .map(|view| (view.room, view))
                .collect();
            refreshed(old.map(Vec::as_slice).unwrap_or_default(), rows)
        },
        differ,
    );
    view! {
        <nav aria-labelledby="nav-rooms">
            <div class="side-head">
                <h2 id="nav-rooms">"Rooms"</h2>
                <button
                    class="btn-icon small"
                    type="button"
                    aria-label="New room"
                    title="New room"
                    aria-haspopup="dialog"
                    on:click=move |_| new_room.set(true)
                >
                    <Icon name="plus"/>
                </button>
            </div>
            <ul class="side-list">
                <For each=move || slots.get() key=|slot| slot.key let(row)>
                    <li><RoomRow row chosen/></li>
                </For>
            </ul>
        </nav>
    }
}

#[component]
fn RoomRow(row: Slot<RoomId, RoomView>, chosen: Callback<()>) -> impl IntoView {
    let chat = use_chat();
    let state = chat.state;
    let room = row.key;
    let view = row.value;
    let name = view.with_untracked(|view| view.name.to_string());
    let unread = Memo::new(move |_| view.with(|view| view.unread));
    let is_unread = move || unread.get() > 0;
    let is_open = move || state.room.get() == Some(room);
    let has_draft = move || !is_open() && state.drafts.with(|drafts| drafts.contains(&room));
    view! {
        <button
            type="button"
            class="row"
            class:unread=is_unread
            aria-current=move || is_open().then_some("page")
            on:click=move |_| {
                chat.open_room(room);
                chosen.run(());
            }
        >
            <Icon name="room"/>
            <span class="name" dir="auto">{name}</span>
            {move || {
                has_draft()
                    .then(|| {
                        view! {
                            <span class="mark" title="Draft">
                                <Icon name="edit"/>
                                <span class="sr">"has a draft"</span>
                            </span>
                        }
                    })
            }}
            {move || {
                let unread = unread.get();
                (unread > 0)
                    .then(|| {
                        view! {
                            <span class="count">
                                <span aria-hidden="true">{words::count(unread)}</span>
                                <span class="sr">{format!("{unread} unread")}</span>
                            </span>
                        }
                    })
            }}
        </button>
    }
}
