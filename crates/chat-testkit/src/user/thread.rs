//! The thread of one user's driver, and the questions that reach it.

use std::thread::{self, JoinHandle};

use tokio::sync::{mpsc, oneshot};

use super::driver::Driver;
use crate::ServerUrl;

/// What a test asks of a driver.
pub(super) type Request = Box<dyn FnOnce(&mut Driver) + Send>;

/// Questions that may wait for a driver. Each asker waits for its answer, so more
/// than a few never gather.
const REQUESTS_MAX: usize = 64;

/// Starts a driver. It runs until the sender of its questions is gone, and tells when it
/// has ended.
pub(super) fn spawn(
    url: &ServerUrl,
    token: &str,
    name: &str,
) -> (mpsc::Sender<Request>, oneshot::Receiver<()>, JoinHandle<()>) {
    let (requests, inbox) = mpsc::channel(REQUESTS_MAX);
    let (end, ended) = oneshot::channel();
    let (url, token) = (url.clone(), token.to_owned());
    let thread = thread::Builder::new()
        .name(name.to_owned())
        .spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime can be made");
            runtime.block_on(Driver::new(url, token).run(inbox));
            // Nobody may be waiting for it any more.
            let _ = end.send(());
        })
        .expect("a thread can be made");
    (requests, ended, thread)
}
