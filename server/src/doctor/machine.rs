//! What only the machine itself knows: its disk, and its limit of open files.

use shared::doctor::Machine;

use crate::config::AppConfig;
use crate::open_files;

/// As it is now.
#[must_use]
pub fn seen(config: &AppConfig) -> Machine {
    Machine {
        disk_free: config.data.as_deref().and_then(disk_free),
        files: open_files::limit(),
    }
}

#[cfg(unix)]
fn disk_free(folder: &std::path::Path) -> Option<u64> {
    let there = rustix::fs::statvfs(folder).ok()?;
    there.f_bavail.checked_mul(there.f_frsize)
}

#[cfg(not(unix))]
fn disk_free(_: &std::path::Path) -> Option<u64> {
    None
}
