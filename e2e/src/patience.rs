//! Waiting for something to become true.

use std::fmt::Display;
use std::time::Duration;

use tokio::time::{Instant, sleep};

/// A step that has not come true by then has failed. Far above what any step takes,
/// so that a busy machine fails no test; a test that passes never waits for it.
pub const PATIENCE: Duration = Duration::from_secs(40);

/// How often is looked.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Looks until it is `Ok`. `Err` says what was seen instead.
///
/// # Panics
/// With `what` and the last that was seen, when [`PATIENCE`] is over.
pub async fn eventually<T>(
    what: impl Display,
    mut look: impl AsyncFnMut() -> Result<T, String>,
) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match look().await {
            Ok(found) => return found,
            Err(seen) if Instant::now() >= deadline => {
                panic!("{what}: not within {} s. {seen}", PATIENCE.as_secs());
            }
            Err(_) => sleep(LOOK_EVERY).await,
        }
    }
}
