//! The browser client: drawing and browser glue, no decisions.
//!
//! What happens is decided by `chat-client`; `browser` feeds it with sockets, clock and
//! storage; [`state`] mirrors its views in signals; `ui` draws them. `ui` reaches the
//! machine only through [`handle::ChatHandle`].

#![expect(
    unreachable_pub,
    reason = "a program exports nothing; `pub` is what a module offers"
)]

mod acts;
mod app;
mod attached;
mod browser;
mod drafts;
mod handle;
mod live;
mod plans;
mod settings;
mod state;
mod teller;
mod ui;

use leptos::prelude::document;

fn main() {
    browser::failure::install();
    let place = document()
        .get_element_by_id("app")
        .expect("the page has a place for the client");
    leptos::mount::mount_to_renderer(&place, app::app).forget();
}
