//! Who is here, with presence. While the link is down every dot is a ring: it is not known.

use shared::entry::Author;
use shared::signal::PresenceState;

use super::avatar::presence_avatar;
use super::el::{El, div, el, p, span};
use super::status::said_by;
use crate::state::ChatState;

/// The list, or only the count when there are too many to list.
pub fn people_list(state: ChatState) -> El {
    let people = move || {
        state.people.with(|people| {
            people
                .listed
                .iter()
                .map(|present| present.user.clone())
                .collect::<Vec<_>>()
        })
    };
    let unlisted = move || {
        let count = state
            .people
            .with(|people| people.listed.is_empty().then_some(people.count));
        let words = t!(
            "people-list-too-many",
            count = count.filter(|count| *count > 0)?
        );
        Some(p("side-note").text(&words))
    };
    let list =
        el("ul")
            .class("side-list")
            .rows(people, |user| user.id, move |user| person(state, user));
    el("section")
        .attr("aria-labelledby", "people-here")
        .child(div("side-head").child(el("h2").attr("id", "people-here").text(t!("people-here"))))
        .live(unlisted)
        .child(list)
}

fn person(state: ChatState, user: &Author) -> El {
    let id = user.id;
    let presence = move || {
        state.people.with(|people| {
            let present = people.listed.iter().find(|present| present.user.id == id)?;
            people.known.then_some(present.state)
        })
    };
    let is_me = move || {
        state
            .me
            .with(|me| me.as_ref().is_some_and(|me| me.id == id))
    };
    let words = move || match presence() {
        Some(PresenceState::Online) => t!("presence-online"),
        Some(PresenceState::Away) => t!("presence-away"),
        Some(PresenceState::Offline) => t!("presence-offline"),
        None => t!("people-list-not-known-while-the-link"),
    };
    el("li").child(
        div("row person")
            .child(presence_avatar(user, presence))
            .child(span("name").attr("dir", "auto").text(user.name.as_str()))
            .child(said_by(state, id))
            .live(move || is_me().then(|| span("soft").text(t!("people-list-you"))))
            .child(span("sr").live_text(move || words().to_owned())),
    )
}
