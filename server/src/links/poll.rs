//! One poll of a link: waits until there is something to say, but not for long.

use std::future::poll_fn;
use std::sync::Arc;
use std::task::Context;
use std::time::Duration;

use shared::events;
use shared::http::LinkTransport;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use super::events::write;
use super::link::{Found, HttpLink, NotDone, Polls, Turn};

/// The events after batch `after`; none when none came in time, or when another poll
/// has taken this one's place. While the server stops, there is no next one to tell the end
/// to, so it is waited for. Dropped before it is done, nothing is lost.
///
/// # Errors
/// [`NotDone::WrongReader`], [`NotDone::Miscounted`] or [`NotDone::Gone`].
pub async fn poll(
    link: Arc<HttpLink>,
    after: u64,
    within: Duration,
    stopping: &CancellationToken,
) -> Result<Vec<u8>, NotDone> {
    let turn = Turn::begin(link, LinkTransport::Poll)?;
    let collect = |cx: &mut Context<'_>| {
        let polls = if stopping.is_cancelled() {
            Polls::Last
        } else {
            Polls::More
        };
        turn.poll_collect(cx, after, polls)
    };
    let found = timeout(within, poll_fn(collect)).await;
    let mut out = Vec::new();
    match found {
        Ok(Found::Batch(batch)) => {
            events::write_batch(&mut out, batch.number);
            write(&mut out, batch);
        }
        Err(_) | Ok(Found::Superseded) => {}
        Ok(Found::Gone) => return Err(NotDone::Gone),
        Ok(Found::Miscounted { last }) => return Err(NotDone::Miscounted { last }),
    }
    Ok(out)
}
