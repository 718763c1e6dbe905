//! What the checks and tests need beyond cargo, installed when it is missing.
//!
//! On a bare Debian machine everything comes by itself. Elsewhere each failure is one sentence
//! with the command to run by hand.

mod python;

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::process::{Step, find};

pub(crate) use python::PythonTool;

const WASM: &str = "wasm32-unknown-unknown";

/// Names under which systems install Chromium or Chrome.
const BROWSERS: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// How long the browser may take to start for the first time after it was installed. It reads
/// some hundred megabytes from a cold disk and looks through the fonts: 8 s were seen alone, more
/// than 20 s with two at once.
const FIRST_START_MAX: Duration = Duration::from_secs(180);

/// Debian's browser, and fonts so that a page of text and emoji has a size like anywhere else.
const BROWSER_PACKAGES: &[&str] = &["chromium", "fonts-dejavu-core", "fonts-noto-color-emoji"];

/// Reverse proxies that the doctor is tested behind: the program and its package.
const PROXIES: &[(&str, &str)] = &[("nginx", "nginx-light"), ("haproxy", "haproxy")];

/// Where Debian puts them, out of the path of people who are not root.
const SBIN: &str = "/usr/sbin";

/// The accessibility rules are part of the tests, so their version is fixed.
const AXE_CORE_VERSION: &str = "4.14.1";

/// Where the tests look for `axe.min.js`.
const AXE_CORE_DIR: &str = "target/tools/axe-core";

/// Everything that `cargo xtask ci` would install.
pub(crate) fn everything(root: &Path) -> Result<()> {
    toolchain(root)?;
    let browser = chromium(root)?;
    chromium_starts(root, &browser)?;
    axe_core(root)?;
    proxies(root)
}

/// The parts of Rust that a minimal installation leaves out.
pub(crate) fn toolchain(root: &Path) -> Result<()> {
    for (component, probe) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if !Step::cargo(&[probe, "--version"]).works(root) {
            add(root, &["component", "add", component])?;
        }
    }
    let libdir = ["--print", "target-libdir", "--target", WASM];
    let libdir = Step::new("rustc", &libdir).output(root)?;
    if !Path::new(&libdir).is_dir() {
        add(root, &["target", "add", WASM])?;
    }
    Ok(())
}

fn add(root: &Path, arguments: &[&str]) -> Result<()> {
    let step = Step::new("rustup", arguments);
    let by_hand = format!("a part of Rust is missing here. Install it by hand: {step}");
    step.run(root).context(by_hand)
}

/// The browser for the end-to-end tests.
pub(crate) fn chromium(root: &Path) -> Result<PathBuf> {
    if let Some(browser) = env::var_os("CHROME").filter(|value| !value.is_empty()) {
        let browser = PathBuf::from(browser);
        if !browser.is_file() {
            bail!("CHROME names {}, which is not a file", browser.display());
        }
        return Ok(browser);
    }
    if let Some(browser) = installed_browser() {
        return Ok(browser);
    }
    apt_install(root, BROWSER_PACKAGES)
        .context("the tests drive Chromium. Install it, or name one in CHROME")?;
    installed_browser().context("Chromium was installed, but is not on PATH; name it in CHROME")
}

/// Starts the browser once and ends it. A browser that cannot start is told here, in one
/// sentence, and not by every test; and the tests find it read from the disk already.
pub(crate) fn chromium_starts(root: &Path, browser: &Path) -> Result<()> {
    let profile = root.join("target/tools/first-profile");
    // Left from a start that was interrupted, if at all.
    let _ = fs::remove_dir_all(&profile);
    let place = format!("--user-data-dir={}", profile.display());
    let arguments = [
        "--headless=new",
        // The tests run without it too: as root, in a container, it does not start.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--no-first-run",
        &place,
        "--dump-dom",
        "about:blank",
    ];
    let started = Step::new(browser, &arguments).works_within(root, FIRST_START_MAX)?;
    let _ = fs::remove_dir_all(&profile);
    if !started {
        bail!(
            "{} did not show an empty page within {} s. Start it by hand to see why",
            browser.display(),
            FIRST_START_MAX.as_secs()
        );
    }
    Ok(())
}

fn installed_browser() -> Option<PathBuf> {
    BROWSERS.iter().find_map(|name| find(name))
}

/// The accessibility checker that the end-to-end tests load into the page.
pub(crate) fn axe_core(root: &Path) -> Result<()> {
    let dir = root.join(AXE_CORE_DIR);
    let (script, version) = (dir.join("axe.min.js"), dir.join("version"));
    let is_there = fs::read_to_string(&version).is_ok_and(|found| found == AXE_CORE_VERSION);
    if is_there && script.is_file() {
        return Ok(());
    }
    if find("npm").is_none() {
        apt_install(root, &["npm"]).context("npm fetches axe-core for the tests")?;
    }
    let package = format!("axe-core@{AXE_CORE_VERSION}");
    let prefix = dir.join("npm");
    let unwritable = || format!("cannot write below {}", dir.display());
    fs::create_dir_all(&prefix).with_context(unwritable)?;
    let prefix_name = prefix.to_string_lossy();
    let quiet = [
        "--no-audit",
        "--no-fund",
        "--no-package-lock",
        "--ignore-scripts",
    ];
    let install = [
        &["install", "--prefix", &prefix_name],
        &quiet[..],
        &[&package],
    ]
    .concat();
    let step = Step::new("npm", &install);
    let by_hand = format!("axe-core could not be fetched. Try it by hand: {step}");
    step.run(root).context(by_hand)?;
    let fetched = prefix.join("node_modules/axe-core/axe.min.js");
    fs::copy(&fetched, &script).with_context(unwritable)?;
    fs::remove_dir_all(&prefix).with_context(unwritable)?;
    // Last, so that an interrupted run starts over.
    fs::write(&version, AXE_CORE_VERSION).with_context(unwritable)
}

/// The reverse proxies for the doctor's tests.
pub(crate) fn proxies(root: &Path) -> Result<()> {
    let is_there = |name: &str| find(name).is_some() || Path::new(SBIN).join(name).is_file();
    let missing: Vec<&str> = PROXIES
        .iter()
        .filter(|(program, _)| !is_there(program))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    apt_install(root, &missing).context("the doctor is tested behind nginx and HAProxy")
}

/// Debian's package manager, as root or through sudo where it asks for no password.
fn apt_install(root: &Path, packages: &[&str]) -> Result<()> {
    let options = ["install", "-y", "--no-install-recommends"];
    let by_hand = format!("apt-get {} {}", options.join(" "), packages.join(" "));
    if find("apt-get").is_none() {
        bail!("there is no apt-get here to do it; on Debian it would be: {by_hand}");
    }
    let is_root = Step::new("id", &["-u"])
        .output(root)
        .is_ok_and(|id| id == "0");
    let apt_get = |arguments: &[&str]| {
        let step = if is_root {
            Step::new("apt-get", arguments)
        } else {
            Step::new("sudo", &[&["-n", "apt-get"], arguments].concat())
        };
        step.with("DEBIAN_FRONTEND", "noninteractive")
    };
    // A fresh image has no package lists. Old lists are no reason to stop before the install.
    let _ = apt_get(&["update"]).run(root);
    let install = [&options, packages].concat();
    apt_get(&install)
        .run(root)
        .with_context(|| format!("install by hand, as root: {by_hand}"))
}
