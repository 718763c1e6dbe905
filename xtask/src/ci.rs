//! Everything CI does, in CI's order: quick checks first, tests last.
//!
//! The tests come last and nothing is printed after them, so a run ends with the test runner's
//! own summary.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use crate::process::Step;
use crate::{ensure, tidy};

const WASM: &str = "wasm32-unknown-unknown";

pub(crate) fn run(root: &Path) -> Result<ExitCode> {
    ensure::toolchain(root)?;
    Step::cargo(&["fmt", "--all", "--check"]).run(root)?;
    tidy::run(root, tidy::Frames::Check)?;
    let clippy = [
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    Step::cargo(&clippy).run(root)?;
    let clippy = [
        "clippy", "--locked", "-p", "frontend", "--target", WASM, "--", "-D", "warnings",
    ];
    Step::cargo(&clippy).run(root)?;
    // The crates that both sides share must not need an operating system.
    let check = [
        "check",
        "--locked",
        "-p",
        "shared",
        "-p",
        "chat-client",
        "--target",
        WASM,
    ];
    Step::cargo(&check).run(root)?;
    let chromium = ensure::chromium(root)?;
    ensure::chromium_starts(root, &chromium)?;
    ensure::axe_core(root)?;
    // The runner builds it beside the tests, from the same sources. Left to look for
    // themselves, the browser tests would build it once more, with other features.
    let server = root.join("target/debug/server");
    tests(root)
        .with("CHROME", chromium)
        .with("CONFAB_SERVER", server)
        .code(root)
}

/// nextest where it is installed: it runs tests side by side and ends with one summary.
fn tests(root: &Path) -> Step {
    if Step::cargo(&["nextest", "--version"]).works(root) {
        Step::cargo(&["nextest", "run", "--locked", "--workspace"])
    } else {
        Step::cargo(&["test", "--locked", "--workspace"])
    }
}
