//! The browser client: drawing and browser glue, no decisions.
//!
//! What happens is decided by `chat-client`; `browser` feeds it with sockets, clock and
//! storage; [`state`] mirrors its views in signals; `ui` draws them. `ui` reaches the
//! machine only through [`contexts::ChatHandle`].

#![expect(
    unreachable_pub,
    reason = "a program exports nothing; `pub` is what a module offers"
)]

mod app;
mod browser;
mod contexts;
mod state;
mod ui;

use leptos::prelude::document;
use wasm_bindgen::JsCast;

fn main() {
    browser::failure::install();
    let place = document()
        .get_element_by_id("app")
        .and_then(|element| element.dyn_into().ok())
        .expect("the page has an element with the id app");
    leptos::mount::mount_to(place, app::App).forget();
}
