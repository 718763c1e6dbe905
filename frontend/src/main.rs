//! The browser client: drawing and browser glue, no decisions.
//!
//! What happens is decided by `chat-client`; `browser` feeds it with sockets, clock and
//! storage; [`state`] mirrors its views in signals; `ui` draws them. `ui` reaches the
//! machine only through [`handle::ChatHandle`].

#![expect(
    unreachable_pub,
    reason = "a program exports nothing; `pub` is what a module offers"
)]

#[macro_use]
mod language;

mod acts;
mod app;
mod attached;
mod browser;
mod drafts;
mod due;
mod handle;
mod live;
mod plans;
mod settings;
mod state;
mod teller;
mod threads;
mod ui;
mod unread;

use leptos::prelude::document;

use crate::language::Language;

fn main() {
    browser::failure::install();
    let language = browser::page::language();
    if language == Language::English {
        return start(language, None);
    }
    wasm_bindgen_futures::spawn_local(async move {
        // Its file has been on its way since before this program was. Without it the page
        // speaks English, which is part of the program.
        start(language, browser::http::messages(language).await.ok());
    });
}

fn start(language: Language, messages: Option<String>) {
    let spoken = match &messages {
        Some(_) => language,
        None => Language::English,
    };
    browser::page::set_language(spoken);
    language::speak(spoken, messages, browser::clock::digits);
    let place = document()
        .get_element_by_id("app")
        .expect("the page has a place for the client");
    leptos::mount::mount_to_renderer(&place, app::app).forget();
}
