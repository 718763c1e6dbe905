//! Fetches what a room's state lacks: entries that were stored but whose news came late
//! or not at all. The hub says which; this task reads them and hands them over.

use std::sync::Arc;

use chat_rules::room::Page;
use tracing::warn;

use crate::app::App;

/// Runs while the server does. Rooms are few and gaps rare, so one after the other.
pub async fn run(app: Arc<App>) {
    loop {
        for (room, after) in app.hub.missing().await {
            let page = match app.access.entries_after(room, after).await {
                Ok(page) => Some(room_page(page)),
                Err(failure) => {
                    warn!(%room, %failure, "missing entries cannot be read");
                    None
                }
            };
            app.hub.missing_read(app.clock.now(), room, page);
        }
    }
}

/// The store's page in the room's words.
#[must_use]
pub fn room_page(page: chat_store::records::Page) -> Page {
    Page {
        epoch: page.epoch,
        head: page.head,
        posts: page.posts,
        entries: page.entries,
    }
}
