//! A person as a coloured circle with initials, with or without a presence dot.

use shared::entry::Author;
use shared::signal::PresenceState;

use super::el::{El, el, span};
use super::words;

/// A person. `size` is a class of the style sheet: empty for 36 px, `m` for 32, `s` for 24.
pub fn avatar(person: &Author, size: &str) -> El {
    let class = ["av ", size, " ", &words::hue(person.id)].concat();
    span(&class)
        .mute()
        .text(&words::initials(person.name.as_str()))
}

/// A person in a list, with presence. `None`: it is not known, as while the link is down.
pub fn presence_avatar(
    person: &Author,
    presence: impl Fn() -> Option<PresenceState> + 'static,
) -> El {
    let class = move || match presence() {
        Some(PresenceState::Online) => "dot on",
        Some(PresenceState::Away) => "dot away",
        Some(PresenceState::Offline) | None => "dot off",
    };
    avatar(person, "s").child(el("i").live_attr("class", move || Some(class().to_owned())))
}
