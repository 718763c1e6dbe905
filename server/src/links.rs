//! Links over plain HTTP requests: the same session where WebSocket is blocked.
//!
//! A link is opened by a request, read by a stream of events or by polls, and written by
//! posts. What its two directions hold is decided by [`Exchange`]; [`link`] shares that
//! between the requests of the client and the driver of the session; [`wire`] is the
//! driver's end; [`events`] and [`poll`] are the reader's. Nothing here has to survive: a
//! link that is gone is a connection that was lost, and the client's cursor and outbox
//! bring the rest, from whichever node.
//!
//! [`Exchange`]: chat_rules::exchange::Exchange

pub mod events;
pub mod id;
pub mod link;
pub mod poll;
pub mod wire;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use chat_store::records::TokenHash;

use id::LinkId;
use link::HttpLink;

/// The links of this node.
#[derive(Debug, Default)]
pub struct Links(Mutex<HashMap<LinkId, Arc<HttpLink>>>);

impl Links {
    /// Enters a link, until the answer is dropped.
    #[must_use]
    pub fn enter(self: &Arc<Self>, link: Arc<HttpLink>) -> Entered {
        let id = LinkId::random();
        self.lock().insert(id.clone(), link);
        Entered {
            links: self.clone(),
            id,
        }
    }

    /// The link of this id, for whoever shows the same login that opened it.
    #[must_use]
    pub fn find(&self, id: &LinkId, shown: Option<TokenHash>) -> Option<Arc<HttpLink>> {
        self.lock()
            .get(id)
            .filter(|link| link.is_of(shown))
            .cloned()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<LinkId, Arc<HttpLink>>> {
        self.0
            .lock()
            .expect("no panic happens under the lock of the links")
    }
}

/// A link's place in the table.
#[derive(Debug)]
pub struct Entered {
    links: Arc<Links>,
    /// Under which it is found.
    pub id: LinkId,
}

impl Drop for Entered {
    fn drop(&mut self) {
        self.links.lock().remove(&self.id);
    }
}

#[cfg(test)]
mod tests;
