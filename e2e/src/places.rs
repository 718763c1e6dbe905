//! Where things lie: the target folder, the workspace, programs on this machine.

use std::path::{Path, PathBuf};

/// The workspace's root.
pub(crate) fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("this crate lies in the workspace")
}

/// The folder of this build's binaries: `target/debug`, wherever the target folder is.
pub(crate) fn binaries() -> PathBuf {
    let test = std::env::current_exe().expect("a running program knows its file");
    // target/debug/deps/it-0123456789abcdef
    test.ancestors()
        .nth(2)
        .expect("cargo puts tests two folders deep")
        .to_owned()
}

/// The target folder.
pub(crate) fn target() -> PathBuf {
    binaries()
        .parent()
        .expect("binaries lie in the target folder")
        .to_owned()
}

/// Where a failed test leaves what there is to look at.
pub(crate) fn failures(test: &str) -> PathBuf {
    target().join("e2e-failures").join(test.replace("::", "."))
}

/// The browser.
///
/// # Panics
/// When there is none: a story without a browser has not been told.
pub(crate) fn chromium() -> PathBuf {
    const NAMES: [&str; 4] = [
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
    ];
    let named = std::env::var_os("CHROME").map(PathBuf::from);
    let found = named.or_else(|| {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path)
            .flat_map(|folder| NAMES.map(|name| folder.join(name)))
            .find(|program| program.is_file())
    });
    match found {
        Some(program) if program.is_file() => program,
        Some(program) => panic!("$CHROME names {}, which is no file", program.display()),
        None => panic!("no Chromium on this machine: run `cargo xtask ensure`, or set $CHROME"),
    }
}

/// The accessibility checker's script.
///
/// # Panics
/// When it is missing.
pub(crate) fn axe() -> PathBuf {
    let script = std::env::var_os("CONFAB_AXE")
        .map_or_else(|| target().join("tools/axe-core/axe.min.js"), PathBuf::from);
    assert!(
        script.is_file(),
        "{} is missing: run `cargo xtask ensure`, or set $CONFAB_AXE",
        script.display()
    );
    script
}
