//! The pill that leads back to the newest message.

use leptos::prelude::*;

use super::icon::Icon;
use super::timeline::TimelineView;
use super::words;

/// Shows itself only far from the end.
#[component]
pub fn JumpPill(timeline: TimelineView) -> impl IntoView {
    let new = move || timeline.new_below.get();
    view! {
        <Show when=move || timeline.is_far.get()>
            <button
                type="button"
                class="to-newest"
                class:calm=move || new() == 0
                aria-label=move || match new() {
                    0 => "Jump to newest".to_owned(),
                    1 => "Jump to newest, 1 new message".to_owned(),
                    new => format!("Jump to newest, {new} new messages"),
                }
                on:click=move |_| timeline.go_to_end()
            >
                <Icon name="down"/>
                {move || match new() {
                    0 => "Newest".to_owned(),
                    new => format!("{} new", words::count(new)),
                }}
            </button>
        </Show>
    }
}
