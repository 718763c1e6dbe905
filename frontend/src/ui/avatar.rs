//! A person as a coloured circle with initials, with or without a presence dot.

use leptos::prelude::*;
use shared::entry::Author;
use shared::signal::PresenceState;

use super::words;

/// A person. `size` is a class of the style sheet: empty for 36 px, `m` for 32, `s` for 24.
pub fn avatar(person: &Author, size: &'static str) -> AnyView {
    let class = format!("av {size} {}", words::hue(person.id));
    view! {
        <span class=class aria-hidden="true">
            {words::initials(person.name.as_str())}
        </span>
    }
    .into_any()
}

/// A person in a list, with presence. `None`: it is not known, as while the link is down.
pub fn presence_avatar(person: &Author, presence: Signal<Option<PresenceState>>) -> AnyView {
    let class = format!("av s {}", words::hue(person.id));
    let dot = move || match presence.get() {
        Some(PresenceState::Online) => "dot on",
        Some(PresenceState::Away) => "dot away",
        Some(PresenceState::Offline) | None => "dot off",
    };
    view! {
        <span class=class aria-hidden="true">
            {words::initials(person.name.as_str())}
            <i class=dot></i>
        </span>
    }
    .into_any()
}
