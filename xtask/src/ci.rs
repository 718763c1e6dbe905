//! Everything CI does, in CI's order: quick checks first, tests last.
//!
//! The tests come last and nothing is printed after them, so a run ends with the test runner's
//! own summary.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use crate::conformance::{self, Keep};
use crate::process::Step;
use crate::{deny, ensure, tidy};

const WASM: &str = "wasm32-unknown-unknown";

pub(crate) fn run(root: &Path) -> Result<ExitCode> {
    ensure::toolchain(root)?;
    Step::cargo(&["fmt", "--all", "--check"]).run(root)?;
    tidy::run(root, tidy::Frames::Check)?;
    deny::run(root)?;
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
    tests(root, &["--no-run"]).run(root)?;
    // The runner builds it beside the tests, from the same sources. Left to look for
    // themselves, the browser tests would build it once more, with other features.
    let server = root.join("target/debug/server");
    conformance::against(root, &server, Keep::Check)?;
    let chromium = ensure::chromium(root)?;
    ensure::chromium_starts(root, &chromium)?;
    ensure::axe_core(root)?;
    ensure::proxies(root)?;
    tests(root, &[])
        .with("CHROME", chromium)
        .with("CONFAB_SERVER", server)
        .code(root)
}

/// nextest where it is installed: it runs tests side by side and ends with one summary.
fn tests(root: &Path, options: &[&str]) -> Step {
    let runner: &[&str] = if Step::cargo(&["nextest", "--version"]).works(root) {
        &["nextest", "run"]
    } else {
        &["test"]
    };
    Step::cargo(&[runner, &["--locked", "--workspace"], options].concat())
}
