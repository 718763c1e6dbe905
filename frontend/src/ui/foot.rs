//! The line under the message box: who types, how to send, and how much of the room is here.

use leptos::prelude::*;

use super::icon::Icon;
use super::words;
use crate::browser::clock;
use crate::contexts::use_chat;

/// The line. While there is no link it says that writing goes on.
#[component]
pub fn Foot() -> impl IntoView {
    let state = use_chat().state;
    let is_linked = Memo::new(move |_| state.down_since.get().is_none());
    view! {
        <div class="foot">
            {move || {
                if is_linked.get() {
                    view! { <Typing/> }.into_any()
                } else {
                    view! { <p class="typing">"You can go on writing."</p> }.into_any()
                }
            }}
            <p class="hint" aria-hidden="true">
                <kbd>"Enter"</kbd>
                " sends "
                <kbd>"Shift Enter"</kbd>
                " new line "
                <span class="md">"**bold**  `code`"</span>
            </p>
            <Complete/>
        </div>
    }
}

#[component]
fn Typing() -> impl IntoView {
    let typing = use_chat().state.typing;
    let parts = move || {
        words::typing(&typing.read())
            .into_iter()
            .map(|(part, is_name)| {
                if is_name {
                    view! { <b dir="auto">{part}</b> }.into_any()
                } else {
                    part.into_any()
                }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <p class="typing" role="status">
            <Show when=move || !typing.read().is_empty()>
                <i class="dots" aria-hidden="true">
                    <i></i>
                    <i></i>
                    <i></i>
                </i>
            </Show>
            {parts}
        </p>
    }
}

/// `Complete to #4812`, and what is still missing.
#[component]
fn Complete() -> impl IntoView {
    let state = use_chat().state;
    let words = move || {
        let extent = state.extent.get();
        if !extent.loaded || extent.complete_to.0 == 0 {
            return ().into_any();
        }
        let complete_to = extent.complete_to;
        if !state.is_linked() {
            let since = state
                .status
                .with(|status| status.offline_since)
                .map(|at| format!(" as of {}", clock::time_of_day(at)));
            return view! {
                "Complete to "
                <span class="num">{complete_to.to_string()}</span>
                {since}
            }
            .into_any();
        }
        if complete_to < extent.head {
            return view! {
                "Fetching "
                <span class="num">{format!("{} to {}", complete_to.next(), extent.head)}</span>
                "…"
            }
            .into_any();
        }
        view! {
            <Icon name="stored"/>
            "Complete to "
            <span class="num">{complete_to.to_string()}</span>
        }
        .into_any()
    };
    view! { <p class="complete">{words}</p> }
}
