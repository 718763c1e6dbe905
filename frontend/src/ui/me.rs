//! The foot of the sidebar: who I am, what the link does, and the way out.

use leptos::prelude::*;

use super::avatar::avatar;
use super::dot::ConnectionWords;
use super::icon::Icon;
use crate::contexts::use_chat;

/// `sign_out` opens the dialog that asks.
#[component]
pub fn MyFoot(sign_out: RwSignal<bool>) -> impl IntoView {
    let me = use_chat().state.me;
    view! {
        <div class="me">
            {move || me.with(|me| me.as_ref().map(|me| avatar(me, "m")))}
            <div class="me-text">
                <strong dir="auto">{move || me.get().map(|me| me.name.to_string())}</strong>
                <ConnectionWords/>
            </div>
            <button
                class="btn-icon"
                type="button"
                aria-label="Sign out"
                title="Sign out"
                aria-haspopup="dialog"
                on:click=move |_| sign_out.set(true)
            >
                <Icon name="leave"/>
            </button>
        </div>
    }
}
