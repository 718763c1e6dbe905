//! A port that stays this test's own, also while its server is dead.
//!
//! Ports below those that the system hands out by itself: a browser that tries a
//! dead server's port could otherwise be given that very port for its own end, and
//! connect to itself. A lock file per port keeps tests that run side by side apart, also those
//! of another checkout on this machine.

use std::env;
use std::fs::{self, File, TryLockError};
use std::net::TcpListener;

const FIRST: u16 = 20_000;
const LAST: u16 = 20_999;

/// A reserved port. Free for others when it is dropped.
#[derive(Debug)]
pub(super) struct Port {
    number: u16,
    _lock: File,
}

impl Port {
    /// Takes the first that is free.
    pub(super) fn reserve() -> Self {
        let folder = env::temp_dir().join("confab-e2e-ports");
        fs::create_dir_all(&folder).expect("the folder for what is temporary can be written");
        (FIRST..=LAST)
            .find_map(|number| {
                let lock = File::create(folder.join(number.to_string())).ok()?;
                match lock.try_lock() {
                    Ok(()) => {}
                    Err(TryLockError::WouldBlock) => return None,
                    Err(TryLockError::Error(error)) => panic!("cannot lock a file: {error}"),
                }
                TcpListener::bind(("127.0.0.1", number)).ok()?;
                Some(Self {
                    number,
                    _lock: lock,
                })
            })
            .expect("one of a thousand ports is free")
    }

    pub(super) fn number(&self) -> u16 {
        self.number
    }
}
