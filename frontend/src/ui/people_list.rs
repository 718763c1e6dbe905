//! Who is here, with presence. While the link is down every dot is a ring: it is not known.

use leptos::prelude::*;
use shared::ids::UserId;
use shared::signal::{PresenceState, Present};

use super::avatar::presence_avatar;
use super::slots::{Slot, differ, refreshed};
use super::words;
use crate::contexts::use_chat;

/// The list, or only the count when there are too many to list.
#[component]
pub fn PeopleList() -> impl IntoView {
    let people = use_chat().state.people;
    let slots = Memo::new_with_compare(
        move |old: Option<&Vec<_>>| {
            let rows = people.with(|people| {
                people
                    .listed
                    .iter()
                    .map(|present| (present.user.id, present.clone()))
                    .collect()
            });
            refreshed(old.map(Vec::as_slice).unwrap_or_default(), rows)
        },
        differ,
    );
    let is_unlisted = move || people.with(|people| people.listed.is_empty() && people.count > 0);
    view! {
        <section aria-labelledby="people-here">
            <div class="side-head">
                <h2 id="people-here">"People here"</h2>
            </div>
            <Show when=is_unlisted>
                <p class="side-note">
                    {move || people.with(|people| words::people(people.count))}
                    ", too many to list."
                </p>
            </Show>
            <ul class="side-list">
                <For each=move || slots.get() key=|slot| slot.key let(row)>
                    <li><Person row/></li>
                </For>
            </ul>
        </section>
    }
}

#[component]
fn Person(row: Slot<UserId, Present>) -> impl IntoView {
    let state = use_chat().state;
    let user = row.value.with_untracked(|present| present.user.clone());
    let is_me = {
        let id = user.id;
        move || {
            state
                .me
                .with(|me| me.as_ref().is_some_and(|me| me.id == id))
        }
    };
    let name = user.name.to_string();
    let value = row.value;
    let presence = Signal::derive(move || {
        let is_known = state.people.with(|people| people.known);
        is_known.then(|| value.with(|present| present.state))
    });
    let words = move || match presence.get() {
        Some(PresenceState::Online) => "online",
        Some(PresenceState::Away) => "away",
        Some(PresenceState::Offline) => "offline",
        None => "not known while the link is down",
    };
    view! {
        <div class="row person">
            {presence_avatar(&user, presence)}
            <span class="name" dir="auto">{name}</span>
            {move || is_me().then(|| view! { <span class="soft">"you"</span> })}
            <span class="sr">{words}</span>
        </div>
    }
}
