//! Signing out. A guest cannot come back as the same person, so it asks first.

use leptos::prelude::*;

use super::dialog::Dialog;
use super::icon::Icon;
use super::words;
use crate::browser::http;
use crate::contexts::use_chat;

/// The dialog. Calls `left` once the login has ended.
#[component]
pub fn SignOut(open: RwSignal<bool>, left: Callback<()>) -> impl IntoView {
    view! {
        <Dialog open id="sign-out" title="Sign out?">
            <SignOutForm open left/>
        </Dialog>
    }
}

#[component]
fn SignOutForm(open: RwSignal<bool>, left: Callback<()>) -> impl IntoView {
    let chat = use_chat();
    let is_busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<String>);
    let sign_out = move |_| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        leptos::task::spawn_local(async move {
            match http::logout().await {
                Ok(()) => {
                    chat.stop();
                    left.run(());
                }
                Err(reason) => {
                    is_busy.set(false);
                    failure.set(Some(format!("You are still signed in. {reason}")));
                }
            }
        });
    };
    let unsent = move || {
        let unsent = chat
            .state
            .status
            .with(|status| status.waiting + status.failed);
        (unsent > 0).then(|| {
            format!(
                " {} are not stored yet and stay on this device.",
                words::messages(unsent)
            )
        })
    };
    view! {
        <div class="dlg-body">
            <p>
                "This browser forgets who you are. Your messages and your name stay, but nobody can sign in as you again."
                {unsent}
            </p>
            <p class="help bad" role="status">
                {move || failure.get().map(|reason| view! { <Icon name="alert"/> {reason} })}
            </p>
            <div class="dlg-acts">
                <button class="btn quiet" type="button" on:click=move |_| open.set(false)>
                    "Stay"
                </button>
                <button
                    class="btn primary"
                    type="button"
                    aria-busy=move || is_busy.get().then_some("true")
                    on:click=sign_out
                >
                    {move || if is_busy.get() { "Signing out" } else { "Sign out" }}
                </button>
            </div>
        </div>
    }
}
