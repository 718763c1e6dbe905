//! The server's program: built by whoever built the tests (`cargo xtask ci` builds
//! the workspace first), or here, when it is missing or older than its sources.
//!
//! Cargo leaves beside a program the list of files that it was made from.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::SystemTime;

use crate::places;

/// The program, fresh.
///
/// # Panics
/// When it does not build.
pub(super) fn server() -> &'static Path {
    static SERVER: OnceLock<PathBuf> = OnceLock::new();
    SERVER.get_or_init(|| {
        if let Some(named) = std::env::var_os("CONFAB_SERVER") {
            return named.into();
        }
        let program = places::binaries().join(format!("server{}", std::env::consts::EXE_SUFFIX));
        let lock = File::create(places::target().join("e2e-build.lock")).expect("a lock file");
        // One test builds; the others wait and find it fresh.
        lock.lock().expect("a file can be locked");
        if !is_fresh(&program) {
            build();
        }
        program
    })
}

fn is_fresh(program: &Path) -> bool {
    let built = fs::metadata(program).and_then(|program| program.modified());
    let sources = fs::read_to_string(program.with_extension("d"));
    let (Ok(built), Ok(sources)) = (built, sources) else {
        return false;
    };
    // `program: source source …`, as make reads it.
    let Some((_, sources)) = sources.split_once(": ") else {
        return false;
    };
    sources
        .split_whitespace()
        .all(|source| newest(Path::new(source)) <= Some(built))
}

/// When a file, or anything in a folder, was last written; `None` for what is gone.
fn newest(path: &Path) -> Option<SystemTime> {
    let meta = fs::metadata(path).ok()?;
    let own = meta.modified().ok();
    if !meta.is_dir() {
        return own;
    }
    let inside = fs::read_dir(path)
        .ok()?
        .flatten()
        .map(|entry| newest(&entry.path()))
        .max();
    own.max(inside.flatten())
}

fn build() {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .args(["build", "--package", "server", "--target-dir"])
        .arg(places::target());
    if places::binaries().ends_with("release") {
        cargo.arg("--release");
    }
    let status = cargo
        .current_dir(places::workspace())
        .status()
        .expect("cargo starts");
    assert!(status.success(), "the server does not build");
}
