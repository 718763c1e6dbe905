//! What stands where a timeline would: loading, nothing written yet, or not loaded.

use chat_client::Intent;
use chat_client::status::LinkState;
use leptos::prelude::*;

use super::banner::next_try;
use super::words;
use crate::browser::clock::{self, Interval, Timeout};
use crate::contexts::use_chat;

/// Loading shorter than this shows nothing: a flash of grey is worse than a blink.
const SKELETON_AFTER_MS: u32 = 200;

/// How often the countdown is looked at.
const TICK_MS: u32 = 250;

/// Widths of the grey bars, message by message: classes of the style sheet.
const SKELETON: [&[&str]; 8] = [
    &["w2 n", "w9", "w5"],
    &["w3 n", "w6"],
    &["w4 n", "w7", "w8", "w3"],
    &["w3 n", "w8", "w6"],
    &["w2 n", "w7"],
    &["w4 n", "w9", "w9", "w4"],
    &["w3 n", "w6", "w5"],
    &["w2 n", "w5", "w7"],
];

/// The room is on its way, or it did not come.
#[component]
pub fn NotHere() -> impl IntoView {
    let state = use_chat().state;
    let is_cut = Memo::new(move |_| {
        state.status.with(|status| {
            matches!(
                status.link,
                LinkState::Waiting { .. } | LinkState::NoNetwork
            )
        })
    });
    move || {
        if is_cut.get() {
            view! { <NotLoaded/> }.into_any()
        } else {
            view! { <Loading/> }.into_any()
        }
    }
}

/// Grey messages, once loading takes long enough to be noticed.
#[component]
fn Loading() -> impl IntoView {
    let is_slow = RwSignal::new(false);
    let timer = StoredValue::new_local(None::<Timeout>);
    timer.set_value(Some(clock::after_ms(SKELETON_AFTER_MS, move || {
        is_slow.set(true);
    })));
    let bars = || {
        SKELETON
            .iter()
            .map(|bars| {
                let bars: Vec<_> = bars
                    .iter()
                    .map(|width| view! { <i class=format!("sk {width}")></i> })
                    .collect();
                view! { <div class="sk-msg"><i class="sk-av"></i>{bars}</div> }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <div class="timeline loading" aria-busy="true">
            <Show when=move || is_slow.get()>
                <div class="col" aria-hidden="true">{bars()}</div>
                <p class="sr" role="status">"Loading the newest messages"</p>
            </Show>
        </div>
    }
}

/// There is no link and nothing to show: the reason and the next step.
#[component]
fn NotLoaded() -> impl IntoView {
    let chat = use_chat();
    let now = RwSignal::new(chat.now());
    let timer = StoredValue::new_local(None::<Interval>);
    timer.set_value(Some(clock::every_ms(TICK_MS, move || now.set(chat.now()))));
    let next = move || {
        let next_try = chat.state.status.with(|status| next_try(&status.link))?;
        Some(words::seconds_left(next_try.ms_since(now.get())))
    };
    view! {
        <div class="blank">
            <div class="blank-in">
                <svg class="blank-art" viewBox="0 0 160 96" aria-hidden="true">
                    <path class="ln" d="M14 60h44m44 0h44"></path>
                    <path class="ln bad" d="m70 50 20 20m0-20L70 70"></path>
                </svg>
                <h2>"This room did not load"</h2>
                <p>
                    <span>"The server did not answer. "</span>
                    <span aria-hidden="true">
                        {move || {
                            next().map(|left| view! { "Trying again in " <span class="num">{left}</span> ". " })
                        }}
                    </span>
                    <span>"Nothing you wrote is lost."</span>
                </p>
                <div class="blank-acts">
                    <button
                        class="btn primary"
                        type="button"
                        on:click=move |_| chat.intend(Intent::TryNow)
                    >
                        "Try now"
                    </button>
                </div>
            </div>
        </div>
    }
}

/// Nobody has written here yet.
#[component]
pub fn NothingYet() -> impl IntoView {
    let state = use_chat().state;
    view! {
        <div class="blank-in">
            <svg class="blank-art" viewBox="0 0 160 96" aria-hidden="true">
                <path class="ln" d="M14 78h132" stroke-dasharray="2 7"></path>
                <path class="ln" d="M52 78h56"></path>
                <path class="cup" d="M60 46h34v18a13 13 0 0 1-13 13h-8a13 13 0 0 1-13-13z"></path>
                <path class="ln" d="M94 50h5a7 7 0 0 1 0 14h-5.5"></path>
                <path class="ln st" d="M70 38c-4-5 4-8 0-13m14 13c-4-5 4-8 0-13"></path>
            </svg>
            <h2>"Nothing here yet"</h2>
            <p>
                {move || format!("#{} is new. The first message will be ", state.room_name().unwrap_or_default())}
                <b class="num">"#1"</b>
                "."
            </p>
        </div>
    }
}
