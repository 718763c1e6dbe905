//! Making a room: its name, parsed here and again by the server, and what either says.

use chat_client::Intent;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use shared::text::RoomName;

use super::dialog::Dialog;
use super::icon::Icon;
use crate::contexts::use_chat;
use crate::state::Making;

/// The dialog. Closes by itself once the room is there.
#[component]
pub fn NewRoom(open: RwSignal<bool>) -> impl IntoView {
    let state = use_chat().state;
    Effect::new(move |_| {
        if state.making.get() == Making::Made {
            open.set(false);
        }
    });
    Effect::new(move |_| {
        if !open.get() {
            state.making.set(Making::Idle);
        }
    });
    view! {
        <Dialog open id="new-room" title="New room">
            <NewRoomForm open/>
        </Dialog>
    }
}

#[component]
fn NewRoomForm(open: RwSignal<bool>) -> impl IntoView {
    let chat = use_chat();
    let making = chat.state.making;
    let name = RwSignal::new(String::new());
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // Refused only for an element that is not in the page.
            let _ = field.focus();
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if making.get_untracked() == Making::Asked {
            return;
        }
        match RoomName::parse(&name.get_untracked()) {
            Ok(name) => {
                making.set(Making::Asked);
                chat.intend(Intent::MakeRoom(name));
            }
            Err(refusal) => making.set(Making::Refused(refusal.message)),
        }
    };
    let refusal = move || match making.get() {
        Making::Refused(sentence) => Some(sentence),
        Making::Idle | Making::Asked | Making::Made => None,
    };
    // What the name becomes, where that is not what was typed.
    let becomes = move || {
        let typed = name.get();
        let parsed = RoomName::parse(&typed).ok()?;
        (parsed.as_str() != typed.trim()).then(|| format!("It will be #{parsed}."))
    };
    let is_busy = move || making.get() == Making::Asked;
    view! {
        <form class="dlg-body" novalidate on:submit=submit>
            <div class="field" class:bad=move || refusal().is_some()>
                <label for="room-name">"Name"</label>
                <input
                    id="room-name"
                    type="text"
                    autocomplete="off"
                    autocapitalize="none"
                    node_ref=field
                    aria-invalid=move || refusal().is_some().then_some("true")
                    aria-describedby="room-name-help"
                    on:input=move |event| {
                        name.set(event_target_value(&event));
                        if making.get_untracked() != Making::Asked {
                            making.set(Making::Idle);
                        }
                    }
                />
                <p class="help" id="room-name-help" role="status">
                    {move || match refusal() {
                        Some(sentence) => view! { <Icon name="alert"/> {sentence} }.into_any(),
                        None => becomes()
                            .unwrap_or_else(|| "Letters, digits, - and _. Everybody here can join.".to_owned())
                            .into_any(),
                    }}
                </p>
            </div>
            <div class="dlg-acts">
                <button class="btn quiet" type="button" on:click=move |_| open.set(false)>
                    "Cancel"
                </button>
                <button
                    class="btn primary"
                    type="submit"
                    aria-busy=move || is_busy().then_some("true")
                >
                    {move || if is_busy() { "Making the room" } else { "Make room" }}
                </button>
            </div>
        </form>
    }
}
