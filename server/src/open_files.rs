//! How many files, and so connections, this process may hold.
//!
//! Systems give a process 1024 by default and allow it many more; a server that asks
//! for what it is allowed needs no instructions for its keeper.

use tracing::debug;

/// Raises the soft limit of open files to the hard one. Where that fails, the server
/// serves as many as it can.
#[cfg(unix)]
pub fn raise_limit() {
    use rustix::process::{Resource, getrlimit, setrlimit};

    let mut limit = getrlimit(Resource::Nofile);
    limit.current = limit.maximum;
    match setrlimit(Resource::Nofile, limit) {
        Ok(()) => debug!(files = ?limit.maximum, "open files allowed"),
        Err(error) => debug!(%error, "the limit of open files stays"),
    }
}

/// How many files the process may hold open; `None` where there is no limit.
#[cfg(unix)]
#[must_use]
pub fn limit() -> Option<u64> {
    use rustix::process::{Resource, getrlimit};

    getrlimit(Resource::Nofile).current
}

/// Not known here.
#[cfg(not(unix))]
#[must_use]
pub fn limit() -> Option<u64> {
    None
}

/// Nothing to do here.
#[cfg(not(unix))]
pub fn raise_limit() {
    debug!("this system has no limit of open files to raise");
}
